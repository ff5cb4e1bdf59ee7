import Foundation
import Testing

@testable import Building

/// What publishing writes, keeps and removes.
@Suite struct PublishingTests: ~Copyable {
    let folder = PublishingFolder()

    @discardableResult
    borrowing func publish(
        _ files: [String: String], abilities: FileSystemAbilities = .init()
    ) throws -> PublishingResult {
        try SitePublisher(folder: folder.site, abilities: abilities).publish(siteFiles(files))
    }

    @Test func writesEveryFileAndTheMarker() throws {
        let files = ["index.html": "home", "plans/district-goals/index.html": "goals", "empty.txt": ""]
        #expect(try publish(files) == PublishingResult(written: 3, unchanged: 0, removed: 0))
        #expect(publishedFiles(folder.site) == files)
        #expect(
            folder.text("site/.tidings")
                == "This folder is written by Tidings and replaced as a whole at each build.\n")
        #expect(folder.names == ["site"])
    }

    @Test func createsTheFoldersAbove() throws {
        let site = folder.path + "/a/b/c/"
        _ = try SitePublisher(folder: site).publish(siteFiles(["index.html": "home"]))
        #expect(publishedFiles(site) == ["index.html": "home"])
        #expect(folder.names == ["a"])
    }

    @Test(arguments: PublishingFolder.abilities)
    func fillsAnEmptyFolder(abilities: FileSystemAbilities) throws {
        try folder.make(folder: "site")
        try publish(["index.html": "home"], abilities: abilities)
        #expect(publishedFiles(folder.site) == ["index.html": "home"])
        #expect(folder.names == ["site"])
    }

    @Test func aSiteOfNoFilesIsAFolderWithTheMarker() throws {
        #expect(try publish([:]) == PublishingResult(written: 0, unchanged: 0, removed: 0))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.site) == [".tidings"])
    }

    @Test(arguments: PublishingFolder.abilities, [true, false])
    func countsAndKeepsWhatDidNotChange(abilities: FileSystemAbilities, links: Bool) throws {
        var abilities = abilities
        abilities.links = links
        let long = String(repeating: "long ", count: 40_000)
        try publish(
            ["same.html": "same", "long.html": long, "a/b/deep.html": "deep", "size.html": "abc", "length.html": "abc",
                "gone/index.html": "gone", "empty": ""],
            abilities: abilities)
        let names = ["same.html", "long.html", "a/b/deep.html", "size.html", "length.html", "empty", ".tidings"]
        for name in names { folder.age("site/" + name) }

        let second = ["same.html": "same", "long.html": long, "a/b/deep.html": "deep", "size.html": "abd",
            "length.html": "abcd", "new/index.html": "new", "empty": ""]
        #expect(try publish(second, abilities: abilities) == PublishingResult(written: 3, unchanged: 4, removed: 1))
        #expect(publishedFiles(folder.site) == second)
        #expect(try names.filter { try folder.isAged("site/" + $0) }
            == ["same.html", "long.html", "a/b/deep.html", "empty", ".tidings"])
        #expect(!FileManager.default.fileExists(atPath: folder.site + "/gone"))
        #expect(folder.names == ["site"])
    }

    @Test func seesADifferenceAtTheEndOfALongFile() throws {
        let long = String(repeating: "x", count: 300_000)
        try publish(["long.txt": long + "a"])
        #expect(try publish(["long.txt": long + "b"]).written == 1)
        #expect(folder.text("site/long.txt")?.last == "b")
    }

    @Test func nothingChangedIsNothingSwapped() throws {
        try publish(edition(1))
        let before = try folder.status("site")
        #expect(try publish(edition(1)) == PublishingResult(written: 0, unchanged: 202, removed: 0))
        let after = try folder.status("site")
        #expect(before.st_ino == after.st_ino)
        #expect(before.st_ctim.tv_sec == after.st_ctim.tv_sec && before.st_ctim.tv_nsec == after.st_ctim.tv_nsec)
        #expect(folder.names == ["site"])
    }

    @Test func somethingRemovedIsSwapped() throws {
        try publish(["a.html": "a", "b.html": "b"])
        #expect(try publish(["a.html": "a"]) == PublishingResult(written: 0, unchanged: 1, removed: 1))
        #expect(publishedFiles(folder.site) == ["a.html": "a"])
    }

    @Test func removesWhatWasAddedToTheSiteSince() throws {
        try publish(["a.html": "a"])
        try folder.make(folder: "site/empty/folder")
        #expect(try publish(["a.html": "a"]) == PublishingResult(written: 0, unchanged: 1, removed: 0))
        #expect(!FileManager.default.fileExists(atPath: folder.site + "/empty"))

        try FileManager.default.createSymbolicLink(
            atPath: folder.site + "/link", withDestinationPath: "/etc")
        #expect(try publish(["a.html": "a"]) == PublishingResult(written: 0, unchanged: 1, removed: 1))
        #expect(!FileManager.default.fileExists(atPath: folder.site + "/link"))
        #expect(FileManager.default.fileExists(atPath: "/etc/passwd"))
    }

    @Test func aLinkInTheSiteIsNotMistakenForWhatItLeadsTo() throws {
        try publish(["a/index.html": "a", "b.html": "b"])
        try folder.write("a", to: "elsewhere/index.html")
        try folder.write("b", to: "elsewhere/b.html")
        try FileManager.default.removeItem(atPath: folder.site + "/a")
        try FileManager.default.removeItem(atPath: folder.site + "/b.html")
        try FileManager.default.createSymbolicLink(atPath: folder.site + "/a", withDestinationPath: "../elsewhere")
        try FileManager.default.createSymbolicLink(
            atPath: folder.site + "/b.html", withDestinationPath: "../elsewhere/b.html")
        #expect(try publish(["a/index.html": "a", "b.html": "b"]).written == 2)
        #expect(publishedFiles(folder.site) == ["a/index.html": "a", "b.html": "b"])
        #expect(try folder.status("elsewhere/index.html").st_nlink == 1)
        #expect(folder.text("elsewhere/b.html") == "b")
    }

    @Test func aFileMayBecomeAFolderAndBack() throws {
        try publish(["a": "file"])
        #expect(try publish(["a/index.html": "folder"]) == PublishingResult(written: 1, unchanged: 0, removed: 1))
        #expect(try publish(["a": "file"]) == PublishingResult(written: 1, unchanged: 0, removed: 1))
        #expect(publishedFiles(folder.site) == ["a": "file"])
    }

    @Test func copiesFiles() throws {
        let long = String(repeating: "pixel", count: 50_000)
        try folder.write(long, to: "content/map.png")
        try folder.write("", to: "content/empty.csv")
        let files = [
            SiteFile(path: "plans/map.png", content: .copy(of: folder.path + "/content/map.png")),
            SiteFile(path: "empty.csv", content: .copy(of: folder.path + "/content/empty.csv")),
        ]
        let publisher = SitePublisher(folder: folder.site)
        #expect(try publisher.publish(files).written == 2)
        #expect(publishedFiles(folder.site) == ["plans/map.png": long, "empty.csv": ""])
        #expect(try publisher.publish(files) == PublishingResult(written: 0, unchanged: 2, removed: 0))

        try folder.write(long.dropLast() + "!", to: "content/map.png")
        #expect(try publisher.publish(files) == PublishingResult(written: 1, unchanged: 1, removed: 0))
        #expect(folder.text("site/plans/map.png")?.hasSuffix("pixe!") == true)
        #expect(try folder.status("content/map.png").st_nlink == 1)
    }

    @Test func rendersEveryFileOnceForEachPublishing() throws {
        let counter = Counter()
        let files = (0..<300).map { number in
            SiteFile(
                path: "\(number).html",
                content: .rendered {
                    counter.add(number)
                    return Array("page \(number)".utf8)
                })
        }
        #expect(try SitePublisher(folder: folder.site).publish(files).written == 300)
        #expect(try SitePublisher(folder: folder.site).publish(files).unchanged == 300)
        #expect(counter.counts == Dictionary(uniqueKeysWithValues: (0..<300).map { ($0, 2) }))
        #expect(folder.text("site/299.html") == "page 299")
    }

    @Test func theOrderOfTheFilesMakesNoDifference() throws {
        let files = siteFiles(edition(1))
        _ = try SitePublisher(folder: folder.site).publish(files)
        _ = try SitePublisher(folder: folder.path + "/other").publish(files.shuffled())
        #expect(publishedFiles(folder.site) == publishedFiles(folder.path + "/other"))
        #expect(try SitePublisher(folder: folder.site).publish(files.shuffled()).unchanged == files.count)
    }

    @Test func reportsItsProgressInFilesDone() throws {
        let reports = Counter()
        _ = try SitePublisher(folder: folder.site).publish(siteFiles(edition(1))) {
            if case .done(let done, of: 202) = $0 { reports.add(done) }
        }
        #expect(reports.order == reports.order.sorted())
        #expect(reports.order.count > 4)
        #expect(reports.order.last == 202)
        #expect(reports.counts.values.allSatisfy { $0 == 1 })
    }

    @Test func replacesTheFolderThatALinkLeadsTo() throws {
        try folder.make(folder: "real/www")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/second", withDestinationPath: "real/www")
        try FileManager.default.createSymbolicLink(
            atPath: folder.site, withDestinationPath: folder.path + "/second/")
        for number in 1...2 {
            try publish(edition(number))
            #expect(publishedFiles(folder.path + "/real/www") == edition(number))
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.site) == folder.path + "/second/")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/real") == ["www"])
        }
    }

    @Test func createsTheFolderThatALinkLeadsTo() throws {
        try FileManager.default.createSymbolicLink(atPath: folder.site, withDestinationPath: "later/www")
        try publish(["index.html": "home"])
        #expect(folder.text("later/www/index.html") == "home")
    }

    @Test func takesAFolderNamedFromWithin() throws {
        try publish(["index.html": "one"])
        try folder.make(folder: "site/inner")
        _ = try SitePublisher(folder: folder.site + "/inner/..").publish(siteFiles(["index.html": "two"]))
        #expect(publishedFiles(folder.site) == ["index.html": "two"])
        #expect(folder.names == ["site"])
    }

    @Test(arguments: [(0o022, 0o644, 0o755), (0o077, 0o600, 0o700), (0o002, 0o644, 0o755)])
    func permissionsFollowTheUsersMask(mask: mode_t, file: mode_t, folder expected: mode_t) async throws {
        let (site, path) = (folder.site, folder.path)
        try folder.write("page", to: "source")
        chmod(path + "/source", 0o777)
        await #expect(processExitsWith: .success) {
            [site = site as String, path = path as String, mask, file, expected] in
            umask(mask)
            _ = try SitePublisher(folder: site).publish([
                SiteFile(path: "a/index.html", content: .bytes([65])),
                SiteFile(path: "b/copy", content: .copy(of: path + "/source")),
            ])
            for (name, mode) in [("", expected), ("/a", expected), ("/a/index.html", file), ("/b/copy", file)] {
                var status = stat()
                #expect(stat(site + name, &status) == 0)
                #expect(status.st_mode & 0o7777 == mode, "\(name)")
            }
        }
    }
}
