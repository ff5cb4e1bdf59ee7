import Foundation
import Testing
import TestSupport

@testable import Publication

/// Whatever bytes come, a document or problems come of them: nothing crashes, nothing hangs.
@Suite struct MutatedDocumentTests {
    private static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The fixtures' documents, one or more of every kind.
    private static func documents() throws -> [[UInt8]] {
        try ["kinds", "promises"].flatMap { fixture in
            let folder = repository.appending(path: "Tests/Fixtures/\(fixture)/content")
            let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".md") }
            return try paths.sorted().map { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
        }
    }

    private static let pieces = [
        "---\n", "---\n---\n", "\t", ": ", "[", "{", "- ", "\"", "'", "&a ", "*a ", "!!binary ", "\0", "\u{FEFF}", "\r\n", "\r", "|",
        ">\n", "## Goal ", "### Q", "#### ", "<", ">", "~~", "`", "\u{202E}", "? ", "%YAML 9.9\n", "...\n", "é", "[^1]", "](lang:",
        "Supports: ", "\n- Due: ", "Question: ", "## 1.1a — Met\n", "kind: progress\n", "kind: roles\n", "feedback: {until: ", "- Includes: ",
        "| - |\n", "9999999999", "-1", "2022-02-31", "2022-03-10T25:61", "/", "kind: plan\n", "kind: survey\n", "kind: event\n",
        "title: [a]\n", "- **", ":** ", "—", "1.1", "\n\u{2022} a\n", "\n[]{#_a .anchor}\n",
    ].map { Array($0.utf8) }

    @Test(.timeLimit(.minutes(3)), arguments: 0..<5)
    func aDocumentOrProblemsComeOfAnyBytes(part: Int) throws {
        let documents = try Self.documents()
        let kinds = Set(documents.compactMap { Self.read(SourceFile(path: "content/x.md", bytes: $0)).document?.frontMatter.kind })
        #expect(kinds == Set(Document.Kind.allCases))
        var read = 0
        for seed in part * 600..<(part + 1) * 600 {
            var random = SeededGenerator(seed: UInt64(seed))
            let bytes = Self.mutated(documents[seed % documents.count], &random)
            let file = SourceFile(path: "content/x.md", bytes: bytes)
            let (document, problems) = Self.read(file)
            if document != nil { read += 1 }
            if let fault = Self.fault(document, problems, file) {
                Issue.record("seed \(seed): \(fault)\nsource: \(String(decoding: bytes, as: UTF8.self).debugDescription)")
                return
            }
        }
        #expect(read > 300, "most come through as documents, so that all of the reader is tried")
    }

    private static func read(_ file: SourceFile) -> (document: Document?, problems: [Diagnostic]) {
        DocumentReader().read(file, path: "x.md")
    }

    private static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0...random.next(below: 6) {
            // Half of it in the front matter, where there is more to spoil.
            let at = random.next(below: random.next(below: 2) == 0 ? min(bytes.count, 200) + 1 : bytes.count + 1)
            let end = min(bytes.count, at + random.next(below: 40))
            switch random.next(below: 7) {
            case 0...2: bytes.insert(contentsOf: pieces[random.next(below: pieces.count)], at: at)
            case 3: bytes.removeSubrange(at..<end)
            case 4: if at < bytes.count { bytes[at] = UInt8(random.next(below: 256)) }
            case 5: bytes.insert(contentsOf: bytes[at..<end], at: random.next(below: bytes.count + 1))
            default: if random.next(below: 4) == 0 { bytes = Array(bytes[..<at]) }
            }
        }
        // Mostly made UTF-8 without NUL again: other files are refused before they are read.
        guard random.next(below: 10) > 0 else { return bytes }
        return Array(String(decoding: bytes, as: UTF8.self).utf8.filter { $0 != 0 })
    }

    private static func fault(_ document: Document?, _ problems: [Diagnostic], _ file: SourceFile) -> String? {
        if document == nil, !problems.contains(where: { $0.severity == .error }) { return "neither a document nor an error" }
        // Lines end with LF, CRLF or CR.
        let lines = file.bytes.indices.count {
            file.bytes[$0] == 0x0A || file.bytes[$0] == 0x0D && ($0 + 1 == file.bytes.count || file.bytes[$0 + 1] != 0x0A)
        }
        for problem in problems {
            if problem.description.isEmpty || problem.message.isEmpty || problem.help.isEmpty {
                return "a problem without words: \(problem)"
            }
            if problem.line < 1 || problem.column < 1 || problem.length < 0 || problem.line > lines + 1 {
                return "a problem that lies nowhere: \(problem)"
            }
        }
        guard let document else { return nil }
        if document.title.isEmpty && problems.isEmpty { return "a document without a title" }
        let isLost = document.headings.contains { !document.tree.nodes.indices.contains($0.node) }
        return isLost ? "a heading that is no node" : nil
    }
}

extension SeededGenerator {
    fileprivate mutating func next(below bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
