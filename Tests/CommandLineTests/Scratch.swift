import Foundation

/// A temporary folder; gone at the end of the test.
final class Scratch: Sendable {
    let path: String
    static let settings = "title: Our District\naddress: https://www.example.org/\nlanguages: [en]\n"

    init(_ files: [String: String] = [:], in folder: String = NSTemporaryDirectory()) throws {
        path = folder + "tidings-command-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    /// A publication in the folder itself.
    static func publication(_ content: [String: String] = [:], in folder: String = "") throws -> Scratch {
        let scratch = try Scratch()
        try scratch.writePublication(content, in: folder)
        return scratch
    }

    /// One with the notices that every publication owes its readers, so that a check has nothing to say of it.
    static func complete(_ content: [String: String] = [:], in folder: String = "") throws -> Scratch {
        let notices = [
            "publication.yaml": Scratch.settings + "organization: {telephone: 555 0100, email: office@example.org}\n",
            "accessibility.md": "---\ntitle: Accessibility\n---\nCall 413 555 0100.\n",
        ]
        return try publication(notices.merging(content) { $1 }, in: folder)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func writePublication(_ content: [String: String] = [:], in folder: String = "") throws {
        let plain = ["publication.yaml": Scratch.settings, "index.md": "---\ntitle: Welcome\n---\nThe first words.\n"]
        for (name, text) in plain.merging(content, uniquingKeysWith: { $1 }) {
            try write(text, to: (folder.isEmpty ? "" : folder + "/") + "content/" + name)
        }
    }

    func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

    func write(_ bytes: Data, to name: String) throws {
        let file = URL(filePath: path + "/" + name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    func text(_ name: String) -> String {
        FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

    /// What stands in a folder, hidden names included.
    func names(in folder: String = "") -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()) ?? []
    }

    /// Every file below a folder with its bytes.
    func files(in folder: String) -> [String: Data] {
        let root = path + "/" + folder
        var files: [String: Data] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
            var status = stat()
            if lstat(root + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
                files[name] = FileManager.default.contents(atPath: root + "/" + name)
            }
        }
        return files
    }
}
