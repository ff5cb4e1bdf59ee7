import Testing

@testable import Markdown

/// Inline text as translators see it, and what comes of it when it is given back.
@Suite struct InlineMarkdownTests {
    /// What an author writes, and its one canonical form.
    @Test(arguments: [
        ("plain words", "plain words"),
        ("over\ntwo   lines\t here", "over two lines here"),
        ("a hard  \nbreak and\\\nanother", "a hard<br>break and<br>another"),
        ("_slanted_ and __strong__ and ~~gone~~", "*slanted* and **strong** and ~~gone~~"),
        ("***both***", "*__both__*"),
        ("**_edge_ middle**", "**_edge_ middle**"),
        ("[the plan](plan.md) and [it](<a b.md> \"Title\")", "[the plan][1] and [it][2]"),
        ("[the *old* plan][ref]\n\n[ref]: plan.md", "[the *old* plan][1]"),
        ("![a hall](hall.png) here", "![a hall][1] here"),
        ("see <https://example.org> or www.example.org", "see [https://example.org][1] or [www.example.org][2]"),
        ("`a  b` and `` ` ``", "`a  b` and `` ` ``"),
        ("H<sub>2</sub>O <!-- hidden --> here", "H<sub>2</sub>O here"),
        ("2 \\* 3 \\[x\\] \\<b> a_b_c snake_case * alone", "2 * 3 \\[x\\] \\<b> a_b_c snake_case * alone"),
        ("AT&T &amp; &copy; \\&copy; R&D;", "AT&T & © \\&copy; R\\&D;"),
        ("wow\\![x](y)", "wow\\![x][1]"),
        ("1\\. no list", "1. no list"),
        ("\\- no list \\# no heading", "- no list # no heading"),
        ("non\u{A0}breaking zero\u{200B}width", "non\u{A0}breaking zero\u{200B}width"),
        ("back\\\\slash \\`tick", "back\\\\slash \\`tick"),
    ])
    func isWrittenInOneWay(_ source: String, _ expected: String) throws {
        let tree = try MarkdownParser().parse(Array(source.utf8))
        #expect(tree.inlineMarkdown(of: tree.contents(of: 1)).text == expected)
    }

    @Test func footnotesAreNumberedWithinTheText() throws {
        let tree = try MarkdownParser().parse(Array("Meals[^meals] and buses[^b].\n\n[^meals]: free\n[^b]: free, too\n".utf8))
        let text = tree.inlineMarkdown(of: tree.contents(of: 1))
        #expect(text.text == "Meals[^1] and buses[^2].")
        #expect(text.footnotes.count == 2)
    }

    @Test(arguments: [("2021–22", false), ("`code`", false), ("<https://example.org>", false), ("1.1a", true), ("**Word**", true), ("学校", true), ("![](x.png)", false)])
    func onlyLettersOutsideCodeAndAddressesAreWords(_ source: String, _ hasWords: Bool) throws {
        let tree = try MarkdownParser().parse(Array(source.utf8))
        #expect(tree.inlineMarkdown(of: tree.contents(of: 1)).hasWords == hasWords)
    }

    /// The strongest claim: any text of any document, handed back unchanged as its own translation, shows as it did.
    @Test(arguments: 0..<8) func everyTextGivenBackShowsTheSame(_ part: UInt64) throws {
        for seed in part * 125..<(part + 1) * 125 {
            var generator = DocumentGenerator(seed: seed)
            let source = generator.document()
            let tree = try MarkdownParser().parse(Array(source.utf8))
            var texts: [(node: MarkdownTree.Index, text: InlineMarkdown)] = []
            for (index, node) in tree.nodes.enumerated() where [.paragraph, .heading, .tableCell].contains(node.kind) {
                let offset = tree.captionOffset(of: index, words: ["Table"]) ?? 0
                let text = tree.inlineMarkdown(of: tree.contents(of: index), dropping: offset)
                if !text.text.isEmpty { texts.append((index, text)) }
            }
            let read = InlineMarkdownReader().read(texts.map { .init($0.text.text, labels: $0.text.labels, footnotes: $0.text.footnotes) })
            let translated = TranslatedTexts(
                tree, language: ("es", false), source: ("en", false), texts: zip(texts, read).map { ($0.node, $1) })
            let own = shown(tree, nil), given = shown(tree, translated)
            guard own != given else { continue }
            let line = zip(own.split(separator: "\n"), given.split(separator: "\n")).first { $0 != $1 }
            Issue.record("seed \(seed): \(line?.0 ?? "") became \(line?.1 ?? "") in:\n\(source)")
        }
    }

    /// HTML without what a translation may leave out: titles of links, line breaks in the source, spaces at the edges.
    private func shown(_ tree: MarkdownTree, _ texts: TranslatedTexts?) -> String {
        var writer = HTMLWriter(tree: tree, texts: texts)
        writer.writeBlocks(tree.contents(of: 0))
        writer.writeFootnotes()
        let html = String(decoding: writer.output, as: UTF8.self)
        return html.replacing(#/ title="[^"]*"/#, with: "").replacing(#/\s+/#, with: " ").replacing(#/\s*(<[^>]*>)\s*/#) { String($0.1) }
            .replacing("<", with: "\n<")
    }

    /// Whatever a translation begins with, it stays inline.
    @Test(arguments: ["- item", "# heading", "1. one", "> quote", "| a | b |", "    code", "```", "---", "[x]: y", "[^1]: z", "<div>", "Setext\n==="])
    func whateverItBeginsWithItStaysInline(_ translation: String) throws {
        let tree = try MarkdownParser().parse(Array("Words.\n\nMore.\n".utf8))
        let read = InlineMarkdownReader().read([.init(translation, labels: [], footnotes: [])])
        let texts = TranslatedTexts(tree, language: ("es", false), source: ("en", false), texts: [(1, read[0])])
        let written = html(tree, texts: texts)
        #expect(written.hasPrefix("<p>") && written.hasSuffix("</p>\n<p>More.</p>\n"))
        #expect(!written.contains("<li") && !written.contains("<h1") && !written.contains("<table") && !written.contains("<pre") && !written.contains("<div"))
    }

    @Test func linksLeadWhereThoseOfTheSourceLead() throws {
        let tree = try MarkdownParser().parse(Array("Read [a](a.md) and [b](b.md).\n".utf8))
        let source = tree.inlineMarkdown(of: tree.contents(of: 1))
        let read = InlineMarkdownReader().read([.init("Lea **[be][2]** y [a][1], [otro][3], [malo](javascript:x)", labels: source.labels, footnotes: [])])
        let texts = TranslatedTexts(tree, language: ("es", false), source: ("en", false), texts: [(1, read[0])])
        #expect(html(tree, texts: texts) == "<p>Lea <strong><a href=\"b.md\">be</a></strong> y <a href=\"a.md\">a</a>, [otro][3], malo</p>\n")
    }
}
