import Testing

@testable import Markdown

/// Our HTML is the library's, byte for byte, but for the differences that `HTMLWriter` documents.
@Suite struct CMarkComparisonTests {
    @Test(arguments: 0..<10)
    func generatedDocumentsAreWrittenAsTheLibraryWritesThem(part: Int) throws {
        var kinds: Set<MarkdownTree.Node.Kind> = []
        var compared = 0
        for seed in part * 500..<(part + 1) * 500 {
            var generator = DocumentGenerator(seed: UInt64(seed))
            guard let tree = try compare(generator.document(), seed) else { continue }
            compared += 1
            kinds.formUnion(tree.nodes.map(\.kind))
        }
        #expect(compared == 500)
        #expect(kinds.count == 24, "the documents hold all constructs")
    }

    @Test(arguments: 0..<10)
    func scrapsAreWrittenAsTheLibraryWritesThem(part: Int) throws {
        var compared = 0
        for seed in part * 500..<(part + 1) * 500 {
            var generator = DocumentGenerator(seed: UInt64(seed))
            if try compare(generator.scraps(), seed) != nil { compared += 1 }
        }
        #expect(compared > 475)
    }

    /// - Returns: nil for a text with lost references to footnotes, which ours does not count. They are few.
    private func compare(_ text: String, _ seed: Int) throws -> MarkdownTree? {
        let tree = try MarkdownParser().parse(Array(text.utf8))
        let reference = Reference(Array(text.utf8), passing: passingInlines(tree))
        if reference.hasLostReferences { return nil }
        let ours = html(tree, headingIDs: headingIDs(tree))
        let expected = DocumentedDifferences.apply(to: reference)
        guard ours == expected else {
            throw Different(description: "seed \(seed), \(difference(ours, expected))\nsource: \(text.debugDescription)")
        }
        return tree
    }

    /// Ends a test at the first difference: the others are mostly the same.
    private struct Different: Error, CustomStringConvertible {
        let description: String
    }

    /// Which inlines of raw HTML, counted in document order, may pass. Which ones is for
    /// `HTMLWriterTests` and `WellFormedHTMLTests` to say.
    private func passingInlines(_ tree: MarkdownTree) -> Set<Int> {
        let inlines = tree.nodes.filter { $0.kind == .htmlInline }
        return Set(inlines.indices.filter { inlines[$0].flags & MarkdownTree.Node.Flag.allowed != 0 })
    }

    private func headingIDs(_ tree: MarkdownTree) -> [Int: String] {
        let headings = tree.nodes.indices.filter { tree.nodes[$0].kind == .heading }
        return Dictionary(uniqueKeysWithValues: headings.enumerated().map { ($0.element, "h\($0.offset + 1)") })
    }

    /// The first line that differs, with what stands around it.
    private func difference(_ ours: String, _ expected: String) -> String {
        let left = ours.split(separator: "\n", omittingEmptySubsequences: false)
        let right = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(left.count, right.count)
        func part(_ lines: [Substring]) -> String { lines.dropFirst(max(line - 2, 0)).prefix(5).joined(separator: "\n") }
        return "line \(line + 1)\nours:\n\(part(left))\nexpected:\n\(part(right))"
    }
}
