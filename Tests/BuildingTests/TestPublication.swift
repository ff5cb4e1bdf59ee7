import Foundation
import Publication

@testable import Building

/// A small publication in a temporary folder, written as a literal:
///
///     let publication = try TestPublication(["index.md": "---\ntitle: Home\n---\n"])
///     #expect(try publication.problems() == "")
///
/// Paths are below `content/`, or below the folder where they begin with `/`. A plain `publication.yaml` is there
/// unless the literal brings its own.
final class TestPublication {
    let folder: String
    static let settings = "title: Test district\naddress: https://test.example/\nlanguages: [en]\n"

    init(_ files: [String: String]) throws {
        folder = NSTemporaryDirectory() + "tidings-test-" + UUID().uuidString
        try write("publication.yaml", TestPublication.settings)
        for (path, text) in files { try write(path, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func place(_ path: String) -> String { path.hasPrefix("/") ? folder + path : folder + "/content/" + path }

    func write(_ path: String, _ text: String) throws { try write(path, Array(text.utf8)) }

    func write(_ path: String, _ bytes: [UInt8]) throws {
        let url = URL(filePath: place(path))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: place(path)) }

    @discardableResult
    func build(drafts: Bool = false, today: String = "2022-06-01", output: String? = nil) throws -> BuildReport {
        let day = CalendarDate(today)!
        return try Building.build(folder, options: BuildOptions(output: output, includingDrafts: drafts) { _ in day })
    }

    /// All problems of a build, as people see them.
    func problems() throws -> String { try build().problems.map(\.description).joined() }

    /// A file of the site.
    func site(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder + "/site/" + path)), as: UTF8.self)
    }

    func siteFiles() throws -> [String] { try filesBelow(folder + "/site") }
}

/// Paths of all files below a folder, sorted.
func filesBelow(_ folder: String) throws -> [String] {
    let root = URL(filePath: folder).resolvingSymlinksInPath().path()
    let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return found.filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
}
