import Testing

@testable import Markdown

/// Where an edition says that a text shows in the source language.
@Suite struct UntranslatedTextTests {
    /// - Parameter translated: texts that have a translation, the same in capitals.
    private func written(_ source: String, _ translated: Set<String>) throws -> String {
        let tree = try MarkdownParser().parse(Array(source.utf8))
        var texts: [(node: MarkdownTree.Index, translation: InlineTranslation?)] = []
        for (index, node) in tree.nodes.enumerated() where [.paragraph, .heading, .tableCell].contains(node.kind) {
            let offset = tree.captionOffset(of: index, words: ["Table"]) ?? 0
            let text = tree.inlineMarkdown(of: tree.contents(of: index), dropping: offset)
            guard text.hasWords else { continue }
            let reading = InlineMarkdownReader.Text(text.text.uppercased(), labels: text.labels, footnotes: text.footnotes)
            texts.append((index, translated.contains(text.text) ? InlineMarkdownReader().read([reading])[0] : nil))
        }
        return html(tree, texts: TranslatedTexts(tree, language: ("ar", true), source: ("en", false), texts: texts))
    }

    @Test(arguments: [
        ("one\n\ntwo\n", ["two"], "<p lang=\"en\" dir=\"ltr\">one</p>\n<p>TWO</p>\n"),
        ("one\n\ntwo\n\nthree\n", ["three"], "<div lang=\"en\" dir=\"ltr\">\n<p>one</p>\n<p>two</p>\n</div>\n<p>THREE</p>\n"),
        ("one\n\n2021\n\nthree\n", [], "<div lang=\"en\" dir=\"ltr\">\n<p>one</p>\n<p>2021</p>\n<p>three</p>\n</div>\n"),
        ("one\n\n2021\n\nthree\n", ["three"], "<p lang=\"en\" dir=\"ltr\">one</p>\n<p>2021</p>\n<p>THREE</p>\n"),
        ("## one\n\ntwo\n", ["two"], "<h2 lang=\"en\" dir=\"ltr\">one</h2>\n<p>TWO</p>\n"),
        ("- one\n- two\n", ["one"], "<ul>\n<li>ONE</li>\n<li lang=\"en\" dir=\"ltr\">two</li>\n</ul>\n"),
        ("- one\n- two\n", [], "<ul lang=\"en\" dir=\"ltr\">\n<li>one</li>\n<li>two</li>\n</ul>\n"),
        ("- one\n  - two\n", ["two"], "<ul>\n<li><span lang=\"en\" dir=\"ltr\">one</span>\n<ul>\n<li>TWO</li>\n</ul>\n</li>\n</ul>\n"),
        ("3. one\n4. two\n", ["one"], "<ol start=\"3\">\n<li>ONE</li>\n<li lang=\"en\" dir=\"ltr\">two</li>\n</ol>\n"),
        ("> one\n>\n> two\n", ["one"], "<blockquote>\n<p>ONE</p>\n<p lang=\"en\" dir=\"ltr\">two</p>\n</blockquote>\n"),
        ("- [x] one\n- two\n", ["two"],
            "<ul>\n<li lang=\"en\" dir=\"ltr\" class=\"task task-done\"><span class=\"task-state\" lang=\"ar\" dir=\"rtl\">Done:</span> one</li>\n<li>TWO</li>\n</ul>\n"),
    ])
    func theElementOrOneAroundNeighboursSaysSo(_ source: String, _ translated: [String], _ expected: String) throws {
        #expect(try written(source, Set(translated)) == expected)
    }

    @Test func tablesSayItWhereverItChanges() throws {
        let source = "Table: who\n\n| a | b |\n| - | - |\n| c | d |\n| e | 1 |\n"
        #expect(try written(source, []).hasPrefix("<div class=\"table\" role=\"region\" tabindex=\"0\" lang=\"en\" dir=\"ltr\" aria-labelledby=\"table-1\">"))
        let caption = try written(source, ["who"])
        #expect(caption.contains("tabindex=\"0\" aria-labelledby=\"table-1\">\n<table>\n<caption id=\"table-1\">WHO</caption>"))
        #expect(caption.ranges(of: "<tr lang=\"en\" dir=\"ltr\">").count == 3)
        let cell = try written(source, ["c", "b"])
        #expect(cell.contains("<caption id=\"table-1\" lang=\"en\" dir=\"ltr\">who</caption>"))
        #expect(cell.contains("<th scope=\"col\" lang=\"en\" dir=\"ltr\">a</th>\n<th scope=\"col\">B</th>"))
        #expect(cell.contains("<th scope=\"row\">C</th>\n<td lang=\"en\" dir=\"ltr\">d</td>"))
        #expect(cell.contains("<tr lang=\"en\" dir=\"ltr\">\n<th scope=\"row\">e</th>\n<td>1</td>"))
    }

    @Test func footnotesSayIt() throws {
        let html = try written("one[^n]\n\n[^n]: two\n", ["one[^1]"])
        #expect(html.contains("<p>ONE<sup class=\"footnote-ref\"><a href=\"#fn-n\" id=\"fnref-n\" data-footnote-ref aria-label=\"Footnote 1\">1</a></sup></p>"))
        #expect(html.contains("<li id=\"fn-n\" lang=\"en\" dir=\"ltr\">\n<p>two <a href=\"#fnref-n\""))
        #expect(html.contains("data-footnote-backref lang=\"ar\" dir=\"rtl\" aria-label"))
    }
}
