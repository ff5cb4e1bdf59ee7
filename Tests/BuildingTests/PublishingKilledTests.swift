import Foundation
import Testing

@testable import Building

/// What builds that were killed leave, and what builds at the same time do to each other.
@Suite struct PublishingKilledTests: ~Copyable {
    let folder = PublishingFolder()

    @discardableResult
    borrowing func publish(_ number: Int) throws -> PublishingResult {
        try SitePublisher(folder: folder.site).publish(siteFiles(edition(number)))
    }

    // Small primes of milliseconds, so that the moments fall all over a publishing.
    @Test(arguments: [0, 1, 2, 3, 5, 7, 11, 13, 17, 23, 31, 41], PublishingFolder.abilities.indices)
    func aSiteIsWholeWheneverItsBuildIsKilled(milliseconds: Int, abilities: Int) async throws {
        let site = folder.site
        try publish(1)
        await #expect(processExitsWith: .signal(SIGKILL)) { [site = site as String, milliseconds, abilities] in
            let publisher = SitePublisher(folder: site, abilities: PublishingFolder.abilities[abilities])
            // Once through, so that the clock does not measure how a process starts.
            _ = try publisher.publish(siteFiles(edition(2)))
            Thread.detachNewThread {
                usleep(UInt32(milliseconds) * 1_000 + UInt32.random(in: 0..<1_000))
                kill(getpid(), SIGKILL)
            }
            for number in 1... { _ = try publisher.publish(siteFiles(edition(number % 2 + 1))) }
        }
        let names = folder.names
        if abilities == 0 { #expect(names.contains("site")) }
        // What was set aside, if it was, is what the next build puts back.
        let standing = names.first { $0.hasSuffix(".previous") } ?? "site"
        let files = publishedFiles(folder.path + "/" + standing)
        #expect(files == edition(1) || files == edition(2), "\(names)")

        #expect(throws: PublishingError.self) {
            try SitePublisher(folder: site).publish([SiteFile(path: "a", content: .copy(of: "/missing"))])
        }
        #expect(publishedFiles(site) == files)
        #expect(folder.names == ["site"])
    }

    @Test func aFirstSiteIsWholeOrAbsent() async throws {
        let site = folder.site
        await #expect(processExitsWith: .signal(SIGKILL)) { [site = site as String] in
            let files = siteFiles(edition(1)) + [
                SiteFile(path: "last.html", content: .rendered { kill(getpid(), SIGKILL); return [] })
            ]
            _ = try SitePublisher(folder: site).publish(files)
        }
        #expect(folder.names.count == 2)
        #expect(folder.names.allSatisfy { $0.hasPrefix(".site.") })
        try publish(1)
        #expect(publishedFiles(site) == edition(1))
        #expect(folder.names == ["site"])
    }

    @Test func thePreviousSiteIsPutBackFromBetweenTwoRenames() throws {
        try publish(1)
        folder.age("site/always.html")
        rename(folder.site, folder.path + "/.site.aB3dE9.previous")
        try folder.write(SiteFile.markerLine, to: ".site.aB3dE9.staging/.tidings")
        try folder.write("half", to: ".site.aB3dE9.staging/index.html")
        // Even by a build that then fails.
        let files = [SiteFile(path: "a", content: .copy(of: "/missing"))]
        #expect(throws: PublishingError.self) { try SitePublisher(folder: folder.site).publish(files) }
        #expect(publishedFiles(folder.site) == edition(1))
        #expect(try folder.isAged("site/always.html"))
        #expect(folder.names == ["site"])
    }

    @Test func aHalfRemovedSiteGivesWayToThePreviousOne() throws {
        try publish(1)
        rename(folder.site, folder.path + "/.site.aB3dE9.previous")
        try folder.write(SiteFile.markerLine, to: "site/.tidings")
        try folder.write("left over", to: "site/plans/index.html")
        let files = [SiteFile(path: "a", content: .copy(of: "/missing"))]
        #expect(throws: PublishingError.self) { try SitePublisher(folder: folder.site).publish(files) }
        #expect(publishedFiles(folder.site) == edition(1))
        #expect(folder.names == ["site"])
    }

    @Test func butNoFolderOfSomebodyElse() throws {
        try publish(1)
        rename(folder.site, folder.path + "/.site.aB3dE9.previous")
        try folder.write("mine", to: "site/notes.txt")
        #expect(throws: PublishingError(folder.site, .foreignFiles(example: "notes.txt"))) {
            try SitePublisher(folder: folder.site).publish([])
        }
        #expect(publishedFiles(folder.site) == ["notes.txt": "mine"])
        #expect(publishedFiles(folder.path + "/.site.aB3dE9.previous") == edition(1))
    }

    @Test func whatCannotBeRemovedNowIsRemovedByALaterBuild() async throws {
        let (path, site) = (folder.path, folder.site)
        chmod(path, 0o777)
        await #expect(processExitsWith: .success) { [path = path as String, site = site as String] in
            // Nothing is forbidden to the superuser.
            if geteuid() == 0 { setuid(65534) }
            let publisher = SitePublisher(folder: site)
            _ = try publisher.publish(siteFiles(edition(1)))
            chmod(site + "/updates/7", 0o555)
            _ = try publisher.publish(siteFiles(edition(2)))
            #expect(publishedFiles(site) == edition(2))
            let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            #expect(names.count == 2)
            let left = path + "/" + names[0]
            #expect(FileManager.default.fileExists(atPath: left + "/.tidings"))
            #expect(!FileManager.default.fileExists(atPath: left + "/always.html"))

            chmod(left + "/updates/7", 0o755)
            _ = try publisher.publish(siteFiles(edition(2)))
            #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["site"])
        }
    }

    @Test func itIsPutBackWhereALinkLeadsToo() throws {
        try folder.make(folder: "real")
        try FileManager.default.createSymbolicLink(atPath: folder.site, withDestinationPath: "real/www")
        try publish(1)
        rename(folder.path + "/real/www", folder.path + "/real/.www.aB3dE9.previous")
        folder.age("real/.www.aB3dE9.previous/always.html")
        try publish(2)
        #expect(publishedFiles(folder.path + "/real/www") == edition(2))
        #expect(try folder.isAged("real/www/always.html"))
    }

    @Test func removesWhatKilledBuildsLeftAndNothingElse() throws {
        try folder.write("", to: ".site.lock")
        try folder.make(folder: ".site.000000.staging")
        try folder.write(SiteFile.markerLine, to: ".site.aaaaaa.staging/.tidings")
        try folder.write("half", to: ".site.aaaaaa.staging/plans/index.html")
        try folder.write("", to: ".site.bbbbbb.staging/.tidings")

        let others = [
            ".site.cccccc.staging/without-a-marker", ".site.long-name.staging/.tidings",
            ".other.aaaaaa.staging/.tidings",
            ".site.old.dddddd.staging/.tidings", "site.aaaaaa.staging/.tidings", ".site.aaaaaa.stage/.tidings",
        ]
        for name in others { try folder.write("keep me", to: name) }
        try publish(1)
        for name in others { #expect(folder.text(name) == "keep me", "\(name)") }
        #expect(folder.names.count == others.count + 1)
    }

    @Test func aBuildWaitsForOneThatIsAtWork() async throws {
        let site = folder.site
        try publish(1)
        let (isInside, isTold) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let first = onThread {
            try SitePublisher(folder: site).publish(
                siteFiles(edition(2)) + [
                    SiteFile(
                        path: "slow.html",
                        content: .rendered {
                            isInside.signal()
                            // The second build says that it waits, or would be removing this one's stage.
                            _ = isTold.wait(timeout: .now() + 10)
                            return Array("slow".utf8)
                        })
                ])
        }
        async let second = onThread {
            isInside.wait()
            return try SitePublisher(folder: site).publish(siteFiles(edition(3))) { progress in
                if progress == .waiting { isTold.signal() }
            }
        }
        let (result, last) = try await (first, second)
        #expect(result == PublishingResult(written: 202, unchanged: 1, removed: 1))
        // The last one, and it saw what the first had written.
        #expect(last == PublishingResult(written: 201, unchanged: 1, removed: 2))
        #expect(publishedFiles(site) == edition(3))
        #expect(folder.names == ["site"])
    }

    @Test func manyBuildsAtOnceAllEndWell() async throws {
        let site = folder.site
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...8 {
                group.addTask {
                    for _ in 0..<5 {
                        _ = try SitePublisher(folder: site).publish(siteFiles(edition(number, files: 40)))
                    }
                }
            }
            try await group.waitForAll()
        }
        let files = publishedFiles(site)
        #expect((1...8).contains { files == edition($0, files: 40) })
        #expect(folder.names == ["site"])
    }

    @Test func aReaderAlwaysFindsAWholeSite() async throws {
        let site = folder.site
        try publish(1)
        let isDone = Counter()
        let writer = Task.detached {
            defer { isDone.add(1) }
            for number in 2...30 { _ = try SitePublisher(folder: site).publish(siteFiles(edition(number % 2))) }
        }
        var looks = 0
        while isDone.order.isEmpty {
            let root = open(site, O_RDONLY | O_DIRECTORY)
            try #require(root >= 0)
            defer { close(root) }
            let pages = (0..<200).filter { faccessat(root, "updates/\($0 % 20)/\($0)/index.html", F_OK, 0) == 0 }
            let editions = (0...1).filter { faccessat(root, "only-in-\($0).html", F_OK, 0) == 0 }
            // Unless it was replaced under the reader's eyes, it was whole.
            var (mine, now) = (stat(), stat())
            try #require(fstat(root, &mine) == 0 && stat(site, &now) == 0)
            if mine.st_ino == now.st_ino {
                #expect(pages.count == 200)
                #expect(editions.count == 1)
                looks += 1
            }
            await Task.yield()
        }
        try await writer.value
        #expect(looks > 0)
    }
}

/// Runs what waits for other threads on one of its own.
private func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: body)) }
    }
}
