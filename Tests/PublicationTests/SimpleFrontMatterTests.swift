import Testing
import TestSupport
import Yams

@testable import Publication

/// The quick way of reading plain front matter must read what Yams reads, or nothing.
@Suite struct SimpleFrontMatterTests {
    private static let pieces = [
        "title", "tags", "date", "a-b", "x_1", ": ", ":", " ", "  ", "[", "]", ",", ", ", "[a, b c]", "[one,two]", "[]", "[a, ]", "word", "two words", "2022-03-09", "12:30",
        "https://example.org/a#b", " # comment", "#", "'", "\"", "it's", "{", "}", "&a", "*a", "!tag", "|", ">", "%", "@", "`", "- ", "-", "~", "null", "true", "no",
        "é", "学校", "\u{85}", "\u{2028}", "\u{FEFF}", "😀", "\t", "\r", "\n", "\n\n", "\n  ", "?", "? ", "\\", "---", "...", "=", "<<", "\u{A0}", "\u{7F}", "\u{0}",
    ]

    @Test func itReadsWhatYamsReadsOrNothing() throws {
        var generator = SeededGenerator(seed: 5)
        var read = 0
        for round in 0..<160_000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                text += round % 2 == 0 ? ["title: ", "tags: ", "date: ", "kind: "].randomElement(using: &generator)! : ""
                for _ in 0..<Int.random(in: 1...4, using: &generator) { text += Self.pieces.randomElement(using: &generator)! }
                text += "\n"
            }
            let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
            guard var simple = YAMLReader.readSimple(file.bytes[...], of: file, lineOffset: 0) else { continue }
            read += 1
            let (other, problems) = YAMLReader.read(text, of: file, lineOffset: 0, what: "file")
            guard var yams = other else {
                Issue.record("Yams reads nothing of \(text.debugDescription): \(problems)")
                continue
            }
            let node = try Yams.compose(yaml: text, .basic, .default, .utf8)
            let keys = node?.mapping?.keys.compactMap(\.string) ?? []
            for key in keys {
                #expect(simple.string(key) == yams.string(key), "\(text.debugDescription)")
                #expect(simple.strings(key) == yams.strings(key), "\(text.debugDescription)")
                #expect(simple.text(key) == yams.text(key), "\(text.debugDescription)")
            }
            simple.refuseUnknownKeys(known: keys, of: "file")
            #expect(simple.problems.map(\.message) == yams.problems.map(\.message), "\(text.debugDescription)")
        }
        // Else the claim would be of nothing.
        #expect(read > 5_000)
    }
}
