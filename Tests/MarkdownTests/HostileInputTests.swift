import Testing

@testable import Markdown

/// Texts that cost libcmark-gfm seconds or minutes are refused or read at once, and whatever bytes come, nothing crashes.
///
/// The time limits are generous, for slow machines and debug builds: they only tell seconds from minutes.
@Suite struct HostileInputTests {
    private static func lines(_ count: Int, _ line: String) -> String { String(repeating: line + "\n", count: count) }

    struct Input: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: @Sendable () -> String

        init(_ name: String, _ text: @escaping @Sendable () -> String) { (testDescription, self.text) = (name, text) }
    }

    private static func row(_ columns: Int, _ cell: String) -> String { String(repeating: "|" + cell, count: columns) + "|\n" }

    /// With the plain library each takes between half a second and minutes.
    @Test(
        .timeLimit(.minutes(3)),
        arguments: [
            Input("a wide table with short rows") { row(10_000, "a") + row(10_000, "-") + lines(1_000, "|b|") },
            Input("deep lists, then lazy lines") { String(repeating: "- ", count: 20_000) + "a\n" + lines(20_000, "a") },
            Input("deep quotations, then lazy lines") { String(repeating: ">", count: 20_000) + "a\n" + lines(20_000, "a") },
            Input("deep lists, then blank lines") { String(repeating: "- ", count: 20_000) + "a\n" + lines(20_000, "") },
            Input("processing instructions without end") { String(repeating: "a <? ", count: 40_000) },
            Input("declarations without end") { String(repeating: "a <!A ", count: 40_000) },
            Input("much text before a table's second line") { lines(40_000, "a") + "|-\n" },
            Input("images without end") { String(repeating: "![[]()", count: 20_000) },
            Input("a header of many columns") { row(20_000, "a") + row(20_000, "-") },
            Input("an address with many parentheses") { "www.a.com" + String(repeating: ")", count: 400_000) },
            Input("many short rows") { row(50, "a") + row(50, "-") + lines(20_000, "|b|") },
        ])
    func isRefused(_ input: Input) {
        #expect(throws: MarkdownLimit.self) { _ = try MarkdownParser().parse(Array(input.text().utf8)) }
    }

    /// What the library reads in linear time, ours must, too, with places and HTML.
    @Test(
        .timeLimit(.minutes(3)),
        arguments: [
            Input("brackets") { String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000) },
            Input("emphasis") { String(repeating: "*a **b ", count: 20_000) },
            Input("backticks") { (1...500).map { String(repeating: "`", count: $0) }.joined(separator: " ") },
            Input("strikethrough") { String(repeating: "~a ~~b ", count: 20_000) },
            Input("references") { String(repeating: "[a]: b\n", count: 20_000) + String(repeating: "[a] ", count: 20_000) },
            Input("footnotes") { (0..<3_000).map { "[^\($0)] " }.joined() + (0..<3_000).map { "\n\n[^\($0)]: a[^\($0 + 1)]" }.joined() },
            Input("entities") { String(repeating: "&amp;", count: 40_000) },
            Input("links that are written with entities") { String(repeating: "a&#64;b.org ", count: 30_000) },
            Input("links without brackets") { String(repeating: "www.a.b x@y.zz http://c.d ", count: 3_000) },
            Input("raw HTML") { String(repeating: "<sub>", count: 20_000) + String(repeating: "</sup>", count: 20_000) },
            Input("line breaks") { lines(40_000, "a\\") },
            Input("headings") { lines(20_000, "# a") },
        ])
    func isReadAtOnce(_ input: Input) throws {
        _ = html(try MarkdownParser().parse(Array(input.text().utf8)))
    }

    /// Each of the documents' bytes flipped, cut, doubled, moved and made NUL, then again UTF-8.
    @Test(arguments: 0..<10)
    func mutatedDocumentsAreReadAndWritten(part: Int) throws {
        for seed in part * 200..<(part + 1) * 200 {
            var generator = DocumentGenerator(seed: UInt64(seed))
            var mutator = Mutator(seed: UInt64(seed))
            let bytes = mutator.mutated(Array((seed % 3 == 0 ? generator.scraps() : generator.document()).utf8))
            guard let tree = try? MarkdownParser().parse(bytes) else { continue }
            _ = html(tree)
            if let fault = fault(in: tree, of: bytes) {
                Issue.record("seed \(seed): \(fault)\nsource: \(String(decoding: bytes, as: UTF8.self).debugDescription)")
                return
            }
        }
    }

    /// A node that does not lie in the source.
    private func fault(in tree: MarkdownTree, of bytes: [UInt8]) -> String? {
        var widths = [0]
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
                widths.append(0)
            } else {
                // NUL is read as U+FFFD.
                widths[widths.count - 1] += byte == 0 ? 3 : 1
            }
        }
        func isInside(_ line: Int32, _ column: Int32) -> Bool {
            // One more, for a place behind the last character.
            line >= 1 && line <= widths.count && column >= 0 && column <= widths[Int(line) - 1] + 1
        }
        for (index, node) in tree.nodes.enumerated() where !bytes.isEmpty {
            let place = node.position
            guard isInside(place.line, max(place.column, 1)), isInside(place.endLine, place.endColumn),
                place.endLine >= place.line
            else { return "\(node.kind) \(index) at \(place)" }
        }
        return nil
    }
}
