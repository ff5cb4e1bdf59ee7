import Testing

@testable import Markdown

/// Positions point at what they name, wherever it is nested.
@Suite struct PositionTests {
    @Test(arguments: 0..<6)
    func generatedDocuments(part: Int) throws {
        for seed in part * 300..<(part + 1) * 300 {
            var generator = DocumentGenerator(seed: UInt64(seed))
            let text = generator.document()
            let source = Source(text)
            let tree = try MarkdownParser().parse(Array(text.utf8))
            for (index, node) in tree.nodes.enumerated() {
                let place = node.position
                #expect(place.line > 0 && place.endLine >= place.line, "seed \(seed), node \(index) \(node.kind) \(place)")
                guard let name = name(of: index, in: tree), let opening = generator.openings[name] else { continue }
                let start = try #require(source.offset(node.position.line, node.position.column))
                let end = try #require(source.offset(node.position.endLine, node.position.endColumn))
                let written = source.bytes[start..<min(end + 1, source.bytes.count)]
                guard written.starts(with: opening.utf8), isEnd(written.last, of: node, opening) else {
                    Issue.record(
                        "seed \(seed): \(opening) at \(node.position): \(String(decoding: written, as: UTF8.self))\n\(text)")
                    return
                }
            }
        }
    }

    private struct Source {
        let bytes: [UInt8]
        private var starts = [0]

        init(_ text: String) {
            bytes = Array(text.utf8)
            for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
        }

        func offset(_ line: Int32, _ column: Int32) -> Int? {
            guard line >= 1, line <= starts.count, column >= 1 else { return nil }
            return min(starts[Int(line) - 1] + Int(column) - 1, bytes.count)
        }
    }

    /// The name that the generator gave a link, an image or a tag. Links that have swallowed others have none.
    private func name(of index: Int, in tree: MarkdownTree) -> String? {
        var words: Substring
        let letter: Character
        switch tree.nodes[index].kind {
        case .link: (words, letter) = (tree.plainText(of: index)[...], "L")
        case .image: (words, letter) = (tree.plainText(of: index)[...], "I")
        case .htmlInline: (words, letter) = (String(decoding: tree.literal(index), as: UTF8.self).dropFirst(), "x")
        default: return nil
        }
        for address in ["http://example.org/", "www.example.org/"] where words.hasPrefix(address) {
            words = words.dropFirst(address.count)
        }
        guard let first = words.first, first == letter || letter == "L" && first == "A" else { return nil }
        let number = words.dropFirst().prefix { $0.isNumber }
        let end = number.endIndex
        guard !number.isEmpty, end < words.endIndex, words[end] == "z" else { return nil }
        return String(words[words.startIndex...end])
    }

    private func isEnd(_ byte: UInt8?, of node: MarkdownTree.Node, _ opening: String) -> Bool {
        switch byte {
        case UInt8(ascii: ")"), UInt8(ascii: "]"): node.kind == .link || node.kind == .image
        case UInt8(ascii: ">"): opening.hasPrefix("<")
        default: node.kind == .link && !opening.hasPrefix("<") && !opening.hasPrefix("[")
        }
    }

    @Test func linesOfTheWholeFile() throws {
        let tree = try MarkdownParser().parse(Array("\nA [b](c).\n".utf8), firstLine: 10)
        #expect(tree.nodes.map(\.position.line) == [10, 11, 11, 11, 11, 11])
        #expect(tree.nodes[3].position == Position(line: 11, column: 3, endLine: 11, endColumn: 8))
    }

    @Test(arguments: [
        ("> a\n> [x](y)", 2, 3), ("> a\n[x](y)", 2, 1), ("- a\n\n  b\n   [x](y)", 4, 4), ("a\\\n[x](y)", 2, 1),
        ("a `b\nc` [x](y)", 2, 4), ("a [b](c\n\"d\ne\") [x](y)", 3, 5), ("[r]: s\n[t]: u\na [x](y)", 3, 3),
        ("a [x](y)\n=====", 1, 3), ("[r]: s\na\nb [x](y)\n---\n---", 3, 3), ("## [x](y) ##", 1, 4),
        ("a [x](y)\nb | c\n--|--\nd | e", 1, 3), ("a\nb | [x](y)\n--|--\nd | e", 2, 5),
        ("a|b\n-|-\n c\\|d [x](y) | e", 3, 7), ("- a|b\n  -|-\n  c| [x](y)", 3, 6), ("\u{FEFF}[x](y)", 1, 4),
        (">\ta [x](y)", 1, 5), ("1. a\n   <b\n   c> [x](y)", 3, 7), ("a\r\n[x](y)", 2, 1), ("a\r[x](y)", 2, 1),
        ("[^1]\n\n[^1]: a\n    [x](y)", 4, 5), ("a www.b.org\\\n[x](y)", 2, 1), ("~\\|~ [x](y)\na|b\n-|-", 1, 6),
        ("\\<a@b.org\n[x](y)", 2, 1),
    ])
    func links(text: String, line: Int32, column: Int32) throws {
        let tree = try MarkdownParser().parse(Array(text.utf8))
        let link = try #require(tree.nodes.last { $0.kind == .link })
        #expect(link.position == Position(line: line, column: column, endLine: line, endColumn: column + 5))
    }

    /// Written with an entity, such a link is only known to begin where the text before it ends.
    @Test(arguments: [
        ("a http://b.c d", 3, 12), ("www.b.org", 1, 9), ("x\n  <http://b.c> d", 3, 14), ("a&#64;b.org a@b.org (a@b.org)", 13, 19),
        ("a&#64;b.org <http://b.c> d", 13, 24), ("a&#64;b.org <http://b.c> [x](mailto:a@b.org)", 13, 24),
    ])
    func linksWithoutBrackets(text: String, column: Int32, endColumn: Int32) throws {
        let tree = try MarkdownParser().parse(Array(text.utf8))
        let places = tree.nodes.filter { $0.kind == .link }.map { [$0.position.column, $0.position.endColumn] }
        #expect(places.contains([column, endColumn]), "\(places)")
        #expect(!places.contains { $0[1] < $0[0] })
    }

    @Test func rawBlocksEndOnTheirLastLine() throws {
        let tree = try MarkdownParser().parse(Array("> <!-- a -->\n\n<div>\nb\n\n<!-- c\n\nd -->\n".utf8))
        let places = tree.nodes.filter { $0.kind == .htmlBlock }.map(\.position)
        #expect(
            places == [
                Position(line: 1, column: 3, endLine: 1, endColumn: 12), Position(line: 3, column: 1, endLine: 4, endColumn: 1),
                Position(line: 6, column: 1, endLine: 8, endColumn: 5),
            ])
    }

    @Test func rowsThatAreTooLong() throws {
        let tree = try MarkdownParser().parse(Array("> a | b\n> --|--\n> | c | d\\| | `e` | f |\n> g | h\n".utf8), firstLine: 5)
        #expect(
            tree.oversizedRows == [
                .init(position: Position(line: 7, column: 15, endLine: 7, endColumn: 17), cells: 4, columns: 2)
            ])
    }
}
