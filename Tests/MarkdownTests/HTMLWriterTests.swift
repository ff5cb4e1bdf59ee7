import Testing

@testable import Markdown

/// What our HTML has of its own: a case or more for each difference from the library's that `HTMLWriter` documents.
@Suite struct HTMLWriterTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        let html: String

        init(_ name: String, _ text: String, _ html: String) { (testDescription, self.text, self.html) = (name, text, html) }
    }

    private static func table(_ inside: String, _ name: String = "=\"Table\"") -> String {
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label\(name)>\n<table>\n\(inside)</table>\n</div>\n"
    }

    private static func head(_ cells: String) -> String { "<thead>\n<tr>\n\(cells)</tr>\n</thead>\n" }

    private static let todo = "<span class=\"task-state\">To do:</span> "
    private static let done = "<span class=\"task-state\">Done:</span> "

    @Test(arguments: [
        Case("no slash", "a\\\nb\n\n---\n![c](d)\n", "<p>a<br>\nb</p>\n<hr>\n<p><img src=\"d\" alt=\"c\"></p>\n"),
        Case(
            "header cells have a scope", "| a | b |\n| - | - |\n| 1 | 2 |\n",
            table(
                head("<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n")
                    + "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n")),
        Case(
            "the first column names the rows", "| | b |\n| - | - |\n| 1 é | 2 |\n",
            table(
                head("<td></td>\n<th scope=\"col\">b</th>\n")
                    + "<tbody>\n<tr>\n<th scope=\"row\">1 é</th>\n<td>2</td>\n</tr>\n</tbody>\n")),
        Case(
            "cells of a wide table say their column", "| a | *b* \"q\" | c | d |\n| - | - | - | - |\n| x | 1 | | 3 |\n",
            table(
                head("<th scope=\"col\">a</th>\n<th scope=\"col\"><em>b</em> &quot;q&quot;</th>\n<th scope=\"col\">c</th>\n<th scope=\"col\">d</th>\n")
                    + "<tbody>\n<tr>\n<th scope=\"row\" data-label=\"a\">x</th>\n<td data-label=\"b &quot;q&quot;\">1</td>\n<td data-label=\"c\"></td>\n<td data-label=\"d\">3</td>\n</tr>\n</tbody>\n")
                .replacing("\"table\"", with: "\"table records\"")),
        Case(
            "one column names no rows", "| a |\n| - |\n| b |\n",
            table(head("<th scope=\"col\">a</th>\n") + "<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n")),
        Case(
            "alignments are classes", "| a | b | c |\n| :- | :-: | -: |\n",
            table(
                head(
                    "<th scope=\"col\">a</th>\n<th scope=\"col\" class=\"align-center\">b</th>\n"
                        + "<th scope=\"col\" class=\"align-right\">c</th>\n"))),
        Case(
            "a header cell of which nothing is written is none", "| <x> | b |\n| - | - |\n",
            table(head("<td></td>\n<th scope=\"col\">b</th>\n"))),
        Case(
            "a caption stands in its table", "Table: How *many*\n\n| a |\n| - |\n",
            table("<caption id=\"table-1\">How <em>many</em></caption>\n" + head("<th scope=\"col\">a</th>\n"), "ledby=\"table-1\"")),
        Case(
            "a caption without words is none", "Table:\n\n| a |\n| - |\n",
            "<p>Table:</p>\n" + table(head("<th scope=\"col\">a</th>\n"))),
        Case(
            "a paragraph that ends a list is no caption", "1. Table: x\n\n| a |\n| - |\n",
            "<ol>\n<li>Table: x</li>\n</ol>\n" + table(head("<th scope=\"col\">a</th>\n"))),
        Case(
            "a table is named by the heading above", "# H\n\na\n\n| a |\n| - |\n",
            "<h1 id=\"h1\">H</h1>\n<p>a</p>\n" + table(head("<th scope=\"col\">a</th>\n"), "ledby=\"h1\"")),
        Case(
            "an item that is a link and nothing else says so", "- [a](/b)\n- [a](/b) c\n- [a](/b) [c](/d)\n",
            "<ul>\n<li class=\"alone\"><a href=\"/b\">a</a></li>\n<li><a href=\"/b\">a</a> c</li>\n"
                + "<li><a href=\"/b\">a</a> <a href=\"/d\">c</a></li>\n</ul>\n"),
        Case(
            "tasks say their state", "- [ ] a\n- [x] b\n",
            "<ul>\n<li class=\"task task-open\">\(todo)a</li>\n<li class=\"task task-done\">\(done)b</li>\n</ul>\n"),
        Case(
            "tasks with paragraphs say it there", "- [ ] a\n\n  b\n",
            "<ul>\n<li class=\"task task-open\">\n<p>\(todo)a</p>\n<p>b</p>\n</li>\n</ul>\n"),
        Case(
            "tasks without words say it, too", "- [x] <x>\n", "<ul>\n<li class=\"task task-done\">\(done)</li>\n</ul>\n"),
        Case(
            "a task says its state before a table's caption", "- [ ] Table: x\n  | a |\n  | - |\n\nb\n",
            "<ul>\n<li class=\"task task-open\">\(todo)\n"
                + table("<caption id=\"table-1\">x</caption>\n" + head("<th scope=\"col\">a</th>\n"), "ledby=\"table-1\"")
                + "</li>\n</ul>\n<p>b</p>\n"),
        Case(
            "footnotes have labels in words", "a[^x] b[^x]\n\n[^x]: c\n",
            "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-x\" id=\"fnref-x\" data-footnote-ref aria-label=\"Footnote 1\">1</a></sup>"
                + " b<sup class=\"footnote-ref\"><a href=\"#fn-x\" id=\"fnref-x-2\" data-footnote-ref aria-label=\"Footnote 1\">"
                + "1</a></sup></p>\n"
                + "<section class=\"footnotes\" data-footnotes aria-label=\"Footnotes\">\n<ol>\n<li id=\"fn-x\">\n<p>c "
                + "<a href=\"#fnref-x\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to reference 1\">↩</a> "
                + "<a href=\"#fnref-x-2\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to reference 1-2\">"
                + "↩<sup class=\"footnote-ref\">2</sup></a></p>\n</li>\n</ol>\n</section>\n"),
        Case("a footnote whose reference is not written is left out", "![a[^x]](b)\n\n[^x]: c\n", "<p><img src=\"b\" alt=\"a\"></p>\n"),
        Case(
            "text-level tags pass", "H<sub>2</sub>O<br><wbr><kbd>a</kbd> <abbr title=\"b c\">d</abbr>\n",
            "<p>H<sub>2</sub>O<br><wbr><kbd>a</kbd> <abbr title=\"b c\">d</abbr></p>\n"),
        Case("others leave no trace", "a<b>c</b> <!-- d --><?e?> <sub>f\n", "<p>ac  f</p>\n"),
        Case("tags pass in pairs, without attributes", "a</sub> <sup x>b</sup> *<mark>c*</mark>\n", "<p>a b <em>c</em></p>\n"),
        Case("blocks leave no trace", "a\n\n<div>\nb\n</div>\n\nc\n", "<p>a</p>\n<p>c</p>\n"),
        Case("descriptions of images hold no tags", "![a <b>c</b><br>](d)\n", "<p><img src=\"d\" alt=\"a c\"></p>\n"),
        Case(
            "unsafe addresses are empty", "[a](javascript:b) ![c](data:text/html,d)\n",
            "<p><a href=\"\">a</a> <img src=\"\" alt=\"c\"></p>\n"),
        Case("a form feed does not end a language", "``` a\u{0C}b c\n```\n", "<pre><code class=\"language-a\u{0C}b\"></code></pre>\n"),
    ])
    func whatOursWrites(_ example: Case) throws {
        let tree = try MarkdownParser().parse(Array(example.text.utf8))
        let headings = tree.nodes.indices.filter { tree.nodes[$0].kind == .heading }
        let ids = Dictionary(uniqueKeysWithValues: headings.enumerated().map { ($0.element, "h\($0.offset + 1)") })
        #expect(html(tree, headingIDs: ids) == example.html)
    }

    @Test func headingsHaveTheIDsHandedIn() throws {
        #expect(try html("# a\n\n## b\n", headingIDs: [3: "x\"y"]) == "<h1>a</h1>\n<h2 id=\"x&quot;y\">b</h2>\n")
    }

    @Test func linksAndImagesGoWhereTheyAreSaidTo() throws {
        let text = "[a](b.md \"t\") ![c](d.png) [e](lang:ar) [f](g.md)\n"
        let tree = try MarkdownParser().parse(Array(text.utf8))
        let nodes = tree.nodes.indices.filter { [.link, .image].contains(tree.nodes[$0].kind) }
        let links: [Int: ResolvedLink] = [
            nodes[0]: .address(Array("../b/?x&y".utf8)), nodes[1]: .image(Array("d.1f.png".utf8), width: 4, height: 3),
            nodes[2]: .language(tag: "ar", rightToLeft: true), nodes[3]: .textOnly,
        ]
        let expected = "<p><a href=\"../b/?x&amp;y\" title=\"t\">a</a> <img src=\"d.1f.png\" alt=\"c\" width=\"4\" height=\"3\"> "
            + "<span lang=\"ar\" dir=\"rtl\">e</span> f</p>\n"
        #expect(html(tree, links: links) == expected)
    }

    @Test func wordsAreThoseOfTheStyle() throws {
        let style = HTMLStyle(
            taskDone: "Hecho:", taskOpen: "Por hacer:", footnotes: "Notas", footnoteReference: "Nota {number}",
            backReference: "Volver a {number}.", table: "Tabla", captionWords: ["Tabla", "Cuadro"])
        let written = try html("- [x] a[^1]\n- [ ] b\n\nCuadro: c\n\n|d|\n|-|\n\n---\n\n|e|\n|-|\n\n[^1]: f\n", style: style)
        for words in [
            ">Hecho:<", ">Por hacer:<", "aria-label=\"Notas\"", "aria-label=\"Nota 1\"", "aria-label=\"Volver a 1.\"",
            "aria-label=\"Tabla\"", "<caption id=\"table-1\">c</caption>",
        ] { #expect(written.contains(words), "\(words)") }
    }

    @Test func wordsOfAnotherLanguageSaySo() throws {
        let style = HTMLStyle(wordAttributes: Array(" lang=\"en\" dir=\"ltr\"".utf8))
        let written = try html("- [x] a[^1]\n\n[^1]: f\n", style: style)
        #expect(written.contains("<span class=\"task-state\" lang=\"en\" dir=\"ltr\">Done:</span>"))
        #expect(written.contains(" lang=\"en\" dir=\"ltr\" aria-label=\"Footnote 1\""))
    }

    /// Addresses are written from left to right on any page; without that, their dots and signs would change places.
    @Test func anAddressIsWrittenFromLeftToRight() throws {
        let text = "<office@example.org> <https://example.org/a> [us](https://example.org/us)\n"
        let written = try html(text, style: HTMLStyle(isRightToLeft: true))
        #expect(written.contains("<a href=\"mailto:office@example.org\" dir=\"ltr\">office@example.org</a>"))
        #expect(written.contains("<a href=\"https://example.org/a\" dir=\"ltr\">https://example.org/a</a>"))
        #expect(written.contains("<a href=\"https://example.org/us\">us</a>"))
        #expect(try !html(text).contains("dir="))
    }

    @Test func aFootnoteKeepsItsNumberWhereOthersAreLeftOut() throws {
        let tree = try MarkdownParser().parse(Array("a[^x]\n\nb[^y]\n\n[^x]: c\n\n[^y]: d\n".utf8))
        var writer = HTMLWriter(tree: tree)
        writer.writeBlock(try #require(Array(tree.children(of: 0)).dropFirst().first))
        writer.writeFootnotes()
        let written = String(decoding: writer.output, as: UTF8.self)
        #expect(written.contains(">2</a></sup></p>"))
        #expect(written.contains("<li id=\"fn-y\" value=\"2\">"))
    }
}
