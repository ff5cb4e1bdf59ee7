import Foundation
import Testing

/// The same input gives the same bytes, whoever builds it, wherever and when.
@Suite struct SameBytesTests {
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false) + "Fixtures/"

    @Test(arguments: ["kinds", "own-theme", "prefix", "right-to-left"])
    func everyPlaceTimeAndLanguageGivesTheSameBytes(_ fixture: String) async throws {
        let source = Self.fixtures + fixture
        let machines: [(folder: String, place: String, umask: String, environment: [String: String])] = [
            ("one", "/", "022", [:]),
            ("two/deep/in/other folders", ".", "077", ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]),
            ("three", "three", "002", ["TZ": "America/New_York", "LANG": "C", "LC_ALL": "C", "LANGUAGE": "ar", "HOME": "/nowhere"]),
            ("four", "/", "022", ["TZ": "Asia/Kathmandu", "LANG": "de_DE.ISO-8859-1", "LC_ALL": "sv_SE.UTF-8", "LC_COLLATE": "C"]),
        ]
        let scratch = try Scratch()
        for (number, machine) in machines.enumerated() {
            // Written in another order, so that the folders list them in another.
            let content = try files(source).sorted { number % 2 == 0 ? $0 < $1 : $0 > $1 }
            for name in content {
                try scratch.write(Data(contentsOf: URL(filePath: source + "/" + name)), to: machine.folder + "/" + name)
            }
            let place = machine.place == "/" ? "/" : scratch.path + "/" + machine.place
            let result = try await Program.run(
                ["-c", "umask \(machine.umask); exec \"$0\" \"$@\"", Program.path, "build", scratch.path + "/" + machine.folder], in: place,
                environment: machine.environment, program: "/bin/sh")
            #expect(result.status == 0, "\(result)")
        }
        let first = scratch.files(in: machines[0].folder + "/site")
        #expect(first.count > 3)
        for machine in machines.dropFirst() {
            let other = scratch.files(in: machine.folder + "/site")
            #expect(other.keys.sorted() == first.keys.sorted())
            for (name, bytes) in first { #expect(other[name] == bytes, "\(name) differs: \(machine)") }
        }
    }

    @Test func whatDidNotChangeKeepsItsTime() async throws {
        let scratch = try Scratch()
        for name in try files(Self.fixtures + "kinds") {
            try scratch.write(Data(contentsOf: URL(filePath: Self.fixtures + "kinds/" + name)), to: name)
        }
        let first = try await Program.run("build", in: scratch.path)
        #expect(first.status == 0)
        let before = try times(scratch.path + "/site")
        let again = try await Program.run("build", in: scratch.path, environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"])
        #expect(again.output.contains(": 0 files written, \(before.count - 1) unchanged.\n"), "\(again.output)")
        #expect(try times(scratch.path + "/site") == before)

        // One word: one page is written, and all the others stay as they are.
        try scratch.write(scratch.text("content/glossary.md") + "\nOne more word.\n", to: "content/glossary.md")
        let changed = try await Program.run("build", in: scratch.path)
        #expect(changed.output.contains(": 1 file written, \(before.count - 2) unchanged.\n"), "\(changed.output)")
        let after = try times(scratch.path + "/site")
        #expect(after.filter { before[$0.key] != $0.value }.map(\.key) == ["glossary/index.html"])
    }

    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
            var isFolder: ObjCBool = false
            return (name.hasPrefix("content/") || name.hasPrefix("themes/"))
                && FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    /// Each file's modification time, in nanoseconds.
    private func times(_ folder: String) throws -> [String: Int] {
        var times: [String: Int] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var status = stat()
            guard lstat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            times[name] = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        }
        return times
    }
}
