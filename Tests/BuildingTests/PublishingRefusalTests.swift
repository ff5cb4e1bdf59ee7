import Foundation
import Testing

@testable import Building

/// What publishing refuses, and that it then leaves everything as it was.
@Suite struct PublishingRefusalTests: ~Copyable {
    let folder = PublishingFolder()

    borrowing func refusal(
        of files: [SiteFile] = siteFiles(["index.html": "new"]), at site: String? = nil
    ) -> PublishingError? {
        do {
            _ = try SitePublisher(folder: site ?? folder.site).publish(files)
            return nil
        } catch {
            return error
        }
    }

    @Test func aFolderWithOtherFiles() throws {
        try folder.write("my photographs", to: "site/photos/1.jpg")
        try folder.write("my notes", to: "site/notes.txt")
        let error = refusal()
        #expect(error?.reason == .foreignFiles(example: "notes.txt"))
        #expect(
            error?.description
                == "‘\(folder.site)’ holds files that Tidings did not write (notes.txt); "
                + "name an empty folder with --output, or move them elsewhere")
        #expect(publishedFiles(folder.site) == ["photos/1.jpg": "my photographs", "notes.txt": "my notes"])
        #expect(folder.names == ["site"])
    }

    @Test func aFolderWhoseMarkerSaysSomethingElse() throws {
        try folder.write("settings of another program", to: "site/.tidings")
        #expect(refusal()?.reason == .foreignFiles(example: ".tidings"))
        try FileManager.default.removeItem(atPath: folder.site + "/.tidings")
        try FileManager.default.createDirectory(atPath: folder.site + "/.tidings", withIntermediateDirectories: false)
        #expect(refusal()?.reason == .foreignFiles(example: ".tidings"))
    }

    @Test func theMarkerIsKnownWithOtherLineEnds() throws {
        try folder.write(SiteFile.markerLine + "\r\n", to: "site/.tidings")
        #expect(refusal() == nil)
    }

    @Test(arguments: ["site/.git/HEAD", "site/.git", "site/deep/in/it/.git/HEAD"])
    func aGitRepository(head: String) throws {
        try folder.write(SiteFile.markerLine, to: "site/.tidings")
        try folder.write("ref: refs/heads/main", to: head)
        #expect(refusal()?.reason == .gitRepository)
        #expect(folder.text(head) == "ref: refs/heads/main")
        #expect(folder.names == ["site"])
    }

    @Test func aFileInPlaceOfTheFolder() throws {
        try folder.write("a file", to: "site")
        #expect(refusal() == PublishingError(folder.site, .notAFolder))
        #expect(folder.text("site") == "a file")
        #expect(folder.names == ["site"])
    }

    @Test func aFileInPlaceOfAFolderAbove() throws {
        try folder.write("a file", to: "file")
        let error = refusal(at: folder.path + "/file/site")
        #expect(error == PublishingError(folder.path + "/file", .system(.create, ENOTDIR)))
        #expect(folder.text("file") == "a file")
    }

    @Test func aLinkThatLeadsToItself() throws {
        try FileManager.default.createSymbolicLink(atPath: folder.site, withDestinationPath: "site")
        #expect(refusal() == PublishingError(folder.site, .system(.create, ELOOP)))
    }

    @Test func theRootAndNoNameAtAll() {
        #expect(refusal(at: "/")?.reason == .root)
        #expect(refusal(at: "//../")?.reason == .root)
        #expect(refusal(at: "") == PublishingError("", .unnamed))
    }

    @Test func aFolderThatOneMayNotWriteIn() async throws {
        let (path, site) = (folder.path, folder.site)
        _ = try SitePublisher(folder: site).publish(siteFiles(["index.html": "old"]))
        chmod(path, 0o555)
        defer { chmod(path, 0o755) }
        await #expect(processExitsWith: .success) { [path = path as String, site = site as String] in
            // Nothing is forbidden to the superuser.
            if geteuid() == 0 { setuid(65534) }
            #expect(throws: PublishingError(path, .system(.writeIn, EACCES))) {
                try SitePublisher(folder: site).publish(siteFiles(["index.html": "new"]))
            }
            #expect(throws: PublishingError(path + "/new", .system(.create, EACCES))) {
                try SitePublisher(folder: path + "/new/site").publish(siteFiles(["index.html": "new"]))
            }
        }
        #expect(publishedFiles(site) == ["index.html": "old"])
        #expect(folder.names == ["site"])
    }

    @Test func aFileThatFindsNoRoom() async throws {
        let site = folder.site
        _ = try SitePublisher(folder: site).publish(siteFiles(edition(1)))
        await #expect(processExitsWith: .success) { [site = site as String] in
            // The nearest thing to a full disk that needs no disk of its own.
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            var files = edition(2)
            files["large.pdf"] = String(repeating: "x", count: 200_000)
            #expect(throws: PublishingError(site + "/large.pdf", .system(.write, EFBIG))) {
                try SitePublisher(folder: site).publish(siteFiles(files))
            }
        }
        #expect(publishedFiles(site) == edition(1))
        #expect(folder.names == ["site"])
    }

    @Test func aSourceThatIsNotThere() throws {
        _ = try SitePublisher(folder: folder.site).publish(siteFiles(edition(1)))
        let missing = folder.path + "/missing.png"
        let files = siteFiles(edition(2)) + [SiteFile(path: "map.png", content: .copy(of: missing))]
        #expect(refusal(of: files) == PublishingError(missing, .system(.read, ENOENT)))
        #expect(publishedFiles(folder.site) == edition(1))
        #expect(folder.names == ["site"])
    }

    @Test func aSourceThatIsNoFile() throws {
        mkfifo(folder.path + "/pipe", 0o600)
        for source in [folder.path, folder.path + "/pipe"] {
            let error = refusal(of: [SiteFile(path: "map.png", content: .copy(of: source))])
            #expect(error == PublishingError(source, .notAFile))
        }
        #expect(folder.names == ["pipe"])
    }

    @Test func aNameThatIsTooLong() {
        let name = String(repeating: "x", count: 300)
        let error = refusal(of: siteFiles(["a/\(name)": ""]))
        #expect(error == PublishingError(folder.site + "/a/\(name)", .system(.write, ENAMETOOLONG)))
        #expect(folder.names == [])
    }

    @Test(arguments: [
        "", "/", "/etc/passwd", "../a", "a/../../b", "a/..", "..", ".", "./a", "a/./b", "a//b", "a/", "a\0b",
    ])
    func aPlaceOutsideTheSite(path: String) {
        #expect(refusal(of: siteFiles([path: "x"])) == PublishingError(path, .unusablePath))
        #expect(folder.names == [])
    }

    @Test(arguments: ["...", "..a", ".well-known/security.txt", "a/.tidings", "ä/ö.html", "a b", "a\\b"])
    func butNotAnUnusualName(path: String) {
        #expect(refusal(of: siteFiles([path: "x"])) == nil)
        #expect(publishedFiles(folder.site) == [path: "x"])
    }

    @Test(arguments: [
        (".tidings", ".tidings"), (".tidings/a", ".tidings"), (".git/config", ".git"), ("a/.git", ".git"),
    ])
    func aNameThatTidingsKeepsForItself(path: String, name: String) {
        #expect(refusal(of: siteFiles([path: "x"])) == PublishingError(path, .reserved(name)))
    }

    @Test func twoFilesWithOnePlace() {
        let files = ["b", "a", "c", "a"].map { SiteFile(path: $0, content: .bytes([])) }
        #expect(refusal(of: files) == PublishingError("a", .twice))
        #expect(folder.names == [])
    }

    @Test(arguments: [["a", "a/b"], ["x/a/b/c/d", "x/a", "x/a-b"]])
    func aFileThatIsAlsoAFolder(paths: [String]) {
        let (file, inner) = paths[0].count < paths[1].count ? (paths[0], paths[1]) : (paths[1], paths[0])
        let files = paths.map { SiteFile(path: $0, content: .bytes([])) }
        #expect(refusal(of: files) == PublishingError(file, .fileAndFolder(inner)))
        #expect(folder.names == [])
    }
}
