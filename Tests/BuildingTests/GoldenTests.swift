import Foundation
import Testing

@testable import Building

/// Whole small publications in `Tests/Fixtures/<name>/`: what is built of `content/` must be `expected/`, file by
/// file, and what is said about it `problems.txt`, where there is one.
/// `TIDINGS_ACCEPT=1 swift test --filter GoldenTests` accepts what is built now; look at the difference, then commit it.
@Suite struct GoldenTests {
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path()
    static let fixtures = (try? FileManager.default.contentsOfDirectory(atPath: repository + "Tests/Fixtures").filter { !$0.hasPrefix(".") }.sorted()) ?? []

    @Test func thereAreFixtures() { #expect(!Self.fixtures.isEmpty) }

    @Test(arguments: fixtures) func isBuiltAsExpected(_ name: String) throws {
        let folder = Self.repository + "Tests/Fixtures/" + name
        let output = NSTemporaryDirectory() + "tidings-golden-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: output) }
        let report = try build(folder, options: BuildOptions(output: output) { _ in .init("2022-06-01")! })
        let problems = report.problems.map(\.description).joined()
        if ProcessInfo.processInfo.environment["TIDINGS_ACCEPT"] != nil {
            try? FileManager.default.removeItem(atPath: folder + "/expected")
            try FileManager.default.copyItem(atPath: output, toPath: folder + "/expected")
            try? FileManager.default.removeItem(atPath: folder + "/problems.txt")
            if !problems.isEmpty { try Data(problems.utf8).write(to: URL(filePath: folder + "/problems.txt")) }
        }
        #expect(problems == (try? String(contentsOfFile: folder + "/problems.txt", encoding: .utf8)) ?? "")
        try expectSameFiles(folder + "/expected", output)
    }

    /// The district's own site: what is committed is what the build makes.
    @Test func theCommittedSiteIsWhatTheBuildMakes() throws {
        let output = NSTemporaryDirectory() + "tidings-site-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: output) }
        let report = try build(Self.repository, options: BuildOptions(output: output) { _ in .init("2026-11-24")! })
        #expect(report.problems.map(\.description) == [])
        try expectSameFiles(Self.repository + "site", output)
    }
}

/// Both folders hold the same files with the same bytes; each difference is named.
func expectSameFiles(_ expected: String, _ built: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let wanted = try filesBelow(expected), found = try filesBelow(built)
    #expect(Set(found).subtracting(wanted).sorted() == [], "built, but not expected", sourceLocation: sourceLocation)
    #expect(Set(wanted).subtracting(found).sorted() == [], "expected, but not built", sourceLocation: sourceLocation)
    for path in found where wanted.contains(path) {
        let one = try Data(contentsOf: URL(filePath: expected + "/" + path)), other = try Data(contentsOf: URL(filePath: built + "/" + path))
        guard one != other else { continue }
        let lines = zip(String(decoding: one, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false), String(decoding: other, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false))
        let first = lines.enumerated().first { $0.element.0 != $0.element.1 }
        Issue.record("\(path) differs in line \((first?.offset ?? -2) + 1): expected \(first?.element.0 ?? "other length"), built \(first?.element.1 ?? "")", sourceLocation: sourceLocation)
    }
}
