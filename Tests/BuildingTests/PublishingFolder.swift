import Foundation
import Synchronization
import Testing

@testable import Building

/// A temporary folder with a place for a site in it; gone at the end of the test.
struct PublishingFolder: ~Copyable {
    let path: String
    var site: String { path + "/site" }

    /// File systems of less and less ability.
    static let abilities = [
        FileSystemAbilities(), FileSystemAbilities(exchange: false),
        FileSystemAbilities(exchange: false, rename: false),
    ]

    init() {
        path = FileManager.default.temporaryDirectory.path + "/tidings-" + UUID().uuidString
        try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    func make(folder name: String) throws {
        try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
    }

    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What stands in the folder itself, hidden names included.
    var names: [String] { try! FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    func status(_ name: String) throws -> stat {
        var status = stat()
        try #require(lstat(path + "/" + name, &status) == 0, "\(name) is not there")
        return status
    }

    /// Sets a file's modification time to a moment long ago, to the nanosecond.
    func age(_ name: String) { setModified(name, timespec(tv_sec: 1_000_000_000, tv_nsec: 123_456_789)) }

    private func setModified(_ name: String, _ time: timespec) {
        _ = [time, time].withUnsafeBufferPointer { utimensat(AT_FDCWD, path + "/" + name, $0.baseAddress!, 0) }
    }

    func isAged(_ name: String) throws -> Bool {
        let time = try status(name).st_mtim
        return time.tv_sec == 1_000_000_000 && time.tv_nsec == 123_456_789
    }
}

/// The files of a folder and the text in each, the marker left out.
func publishedFiles(_ folder: String) -> [String: String] {
    var files: [String: String] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() where path != ".tidings" {
        let file = folder + "/" + path
        var status = stat()
        if lstat(file, &status) == 0, status.isFile {
            files[path] = String(decoding: FileManager.default.contents(atPath: file)!, as: UTF8.self)
        }
    }
    return files
}

func siteFiles(_ files: [String: String]) -> [SiteFile] {
    files.sorted { $0.key < $1.key }.map { SiteFile(path: $0, content: .bytes(Array($1.utf8))) }
}

/// A site of many files that all tell its edition, so that one can see whether it is whole.
func edition(_ number: Int, files count: Int = 200) -> [String: String] {
    var files: [String: String] = [:]
    for index in 0..<count { files["updates/\(index % 20)/\(index)/index.html"] = "edition \(number), page \(index)" }
    files["only-in-\(number).html"] = "edition \(number)"
    files["always.html"] = "the same in all editions"
    return files
}

/// Counts numbers, and keeps the order they came in, on any thread.
final class Counter: Sendable {
    private let numbers = Mutex<[Int]>([])

    func add(_ number: Int) { numbers.withLock { $0.append(number) } }
    var order: [Int] { numbers.withLock { $0 } }
    var counts: [Int: Int] { order.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}
