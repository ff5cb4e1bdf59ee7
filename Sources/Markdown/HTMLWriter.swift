/// Writes blocks and inlines of a tree as HTML.
///
/// The output is that of `cmark_render_html`, except for what accessible pages need:
/// - headings have the ids that they are given;
/// - tables stand in a focusable region that is named by the table's caption (a paragraph `Table: …` right before it), by
///   the heading before it, or by a word; header cells have `scope`, the first column's cells are row headers where all
///   of them are words, empty header cells are `<td>`, and alignment is a class instead of `align`;
/// - task items say their state in words instead of a checkbox without a name;
/// - footnotes' labels are in the edition's language;
/// - links lead where they are resolved to, and `[words](lang:es)` marks a language;
/// - of raw HTML only the short list of `RawHTML` is written, and comments vanish without a trace.
package struct HTMLWriter {
    package typealias Index = MarkdownTree.Index

    package var output: [UInt8] = []
    /// Whether links and footnote references are left out, for words that stand inside another link.
    package var leavesOutLinks = false

    private let tree: MarkdownTree
    private let style: HTMLStyle
    private let headingID: (Index) -> String?
    private let link: (Index) -> ResolvedLink
    /// Nodes whose end tags are still to be written.
    private var open: [Int32] = []
    /// Bytes of text still to be left out.
    private var dropping = 0
    private var tables: [TableLayout] = []

    /// - Parameters:
    ///   - headingID: a heading's id; nil for none.
    ///   - link: what a link or an image becomes.
    package init(
        tree: MarkdownTree, style: HTMLStyle, headingID: @escaping (Index) -> String? = { _ in nil },
        link: @escaping (Index) -> ResolvedLink = { _ in .asWritten }
    ) {
        self.tree = tree
        self.style = style
        self.headingID = headingID
        self.link = link
    }

    // MARK: Writing

    /// Blocks that stand below each other, footnotes' definitions left out.
    package mutating func writeBlocks(_ blocks: some Sequence<Index>) {
        for block in blocks where tree.nodes[block].kind != .footnoteDefinition {
            write(block..<Int(tree.nodes[block].end))
        }
    }

    /// The words of a heading, paragraph or cell without its element.
    ///
    /// - Parameter dropping: so many bytes of its text are left out at its beginning.
    package mutating func writeInlines(of index: Index, dropping: Int = 0) {
        self.dropping = dropping
        write(tree.contents(of: index))
        self.dropping = 0
    }

    /// Inlines that stand beside each other.
    package mutating func writeInlines(_ inlines: some Sequence<Index>, dropping: Int = 0) {
        self.dropping = dropping
        for inline in inlines { write(inline..<Int(tree.nodes[inline].end)) }
        self.dropping = 0
    }

    /// The footnotes that something refers to, in their order.
    package mutating func writeFootnotes() {
        guard !tree.footnotes.isEmpty else { return }
        add("<section class=\"footnotes\" aria-label=\"")
        escape(style.footnotes)
        add("\" data-footnotes>\n<ol>\n")
        for footnote in tree.footnotes {
            write(footnote.definition..<Int(tree.nodes[footnote.definition].end))
        }
        add("</ol>\n</section>\n")
    }

    private mutating func write(_ range: Range<Index>) {
        let base = open.count
        var index = range.lowerBound
        while index < range.upperBound {
            while open.count > base, Int(tree.nodes[Int(open[open.count - 1])].end) <= index { close(Int(open.removeLast())) }
            let node = tree.nodes[index]
            if enter(index, node) {
                open.append(Int32(index))
                index += 1
            } else {
                index = Int(node.end)
            }
        }
        while open.count > base { close(Int(open.removeLast())) }
    }

    /// Writes a node's start tag, or all of it. Returns whether its children are to be written.
    private mutating func enter(_ index: Index, _ node: MarkdownTree.Node) -> Bool {
        switch node.kind {
        case .text: text(tree.literal(index))
        case .softBreak: output.append(newline)
        case .lineBreak: add("<br />\n")
        case .code:
            add("<code>")
            escape(tree.literal(index))
            add("</code>")
        case .htmlInline: if node.isAllowedHTML { output += tree.literal(index) }
        case .emphasis: add("<em>"); return true
        case .strong: add("<strong>"); return true
        case .strikethrough: add("<del>"); return true
        case .link: return enterLink(index)
        case .image: image(index)
        case .footnoteReference: if !leavesOutLinks { footnoteReference(index, node) }
        case .document: return true
        case .paragraph: return enterParagraph(index, node)
        case .heading: enterHeading(index, node); return true
        case .blockQuote: startLine(); add("<blockquote>\n"); return true
        case .list: enterList(node); return true
        case .item: enterItem(node); return true
        case .codeBlock: codeBlock(index)
        case .htmlBlock: break
        case .thematicBreak: startLine(); add("<hr />\n")
        case .footnoteDefinition:
            add("<li id=\"fn-")
            escapeAddress(tree.literal(index))
            add("\">\n")
            return true
        case .table: enterTable(index); return true
        case .tableRow: enterRow(node); return true
        case .tableCell: enterCell(index, node); return true
        }
        return false
    }

    private mutating func close(_ index: Index) {
        let node = tree.nodes[index]
        switch node.kind {
        case .emphasis: add("</em>")
        case .strong: add("</strong>")
        case .strikethrough: add("</del>")
        case .link: closeLink(index)
        case .paragraph: closeParagraph(index, node)
        case .heading:
            add("</h")
            output.append(UInt8(ascii: "0") + UInt8(node.headingLevel))
            add(">\n")
        case .blockQuote: startLine(); add("</blockquote>\n")
        case .list: add(node.isOrdered ? "</ol>\n" : "</ul>\n")
        case .item: add("</li>\n")
        case .footnoteDefinition:
            if !endsWithParagraph(index) {
                backReferences(to: index)
                output.append(newline)
            }
            add("</li>\n")
        case .table: closeTable()
        case .tableRow: closeRow(node)
        case .tableCell: closeCell()
        default: break
        }
    }

    // MARK: Blocks

    private mutating func enterParagraph(_ index: Index, _ node: MarkdownTree.Node) -> Bool {
        if captionedTable(after: index) != nil { return false }
        if !node.isTight {
            startLine()
            add("<p>")
        }
        return true
    }

    private mutating func closeParagraph(_ index: Index, _ node: MarkdownTree.Node) {
        guard !node.isTight else { return }
        if let definition = open.last.map(Int.init), tree.nodes[definition].kind == .footnoteDefinition, tree.nodes[definition].end == node.end {
            output.append(UInt8(ascii: " "))
            backReferences(to: definition)
        }
        add("</p>\n")
    }

    private mutating func enterHeading(_ index: Index, _ node: MarkdownTree.Node) {
        startLine()
        add("<h")
        output.append(UInt8(ascii: "0") + UInt8(node.headingLevel))
        if let id = headingID(index) {
            add(" id=\"")
            escape(id)
            add("\"")
        }
        add(">")
    }

    private mutating func enterList(_ node: MarkdownTree.Node) {
        startLine()
        if !node.isOrdered {
            add("<ul>\n")
        } else if node.listStart == 1 {
            add("<ol>\n")
        } else {
            add("<ol start=\"")
            add(number: node.listStart)
            add("\">\n")
        }
    }

    private mutating func enterItem(_ node: MarkdownTree.Node) {
        startLine()
        switch node.task {
        case .none: add("<li>")
        case .open: task("open", style.taskOpen)
        case .done: task("done", style.taskDone)
        }
    }

    private mutating func task(_ state: StaticString, _ words: String) {
        add("<li class=\"task task-")
        add(state)
        add("\"><span class=\"task-state\">")
        escape(words)
        add("</span> ")
    }

    private mutating func codeBlock(_ index: Index) {
        startLine()
        let language = tree.info(index).prefix { !isSpace($0) }
        if language.isEmpty {
            add("<pre><code>")
        } else {
            add("<pre><code class=\"language-")
            escape(language)
            add("\">")
        }
        escape(tree.literal(index))
        add("</code></pre>\n")
    }

    // MARK: Tables

    private struct TableLayout {
        let alignments: [MarkdownTree.Alignment]
        let hasRowHeaders: Bool
        var isInHeader = false
        var hasBody = false
        var column = 0
        var closing: StaticString = "</td>"
    }

    /// The table to which a paragraph is the caption.
    private func captionedTable(after paragraph: Index) -> Index? {
        let next = Int(tree.nodes[paragraph].end)
        guard next < tree.nodes.count, tree.nodes[next].kind == .table, tree.previousSibling(of: next) == paragraph,
            captionStart(paragraph) != nil
        else { return nil }
        return next
    }

    /// How many bytes of a paragraph's text say that it is a caption; nil where it is none.
    private func captionStart(_ paragraph: Index) -> Int? {
        guard tree.nodes[paragraph].kind == .paragraph, paragraph + 1 < tree.nodes.count, tree.nodes[paragraph + 1].kind == .text else { return nil }
        let text = tree.literal(paragraph + 1)
        for word in style.captionWords where text.starts(with: word.utf8) {
            let length = word.utf8.count
            return length + text.dropFirst(length).prefix { $0 == UInt8(ascii: " ") }.count
        }
        return nil
    }

    private mutating func enterTable(_ index: Index) {
        startLine()
        let caption = tree.previousSibling(of: index).flatMap { captionedTable(after: $0) == index ? $0 : nil }
        add("<div class=\"table\" role=\"region\" tabindex=\"0\" ")
        if caption != nil {
            add("aria-labelledby=\"table-")
            add(number: tree.tableNumber(index))
        } else if let id = tree.headingBefore(table: index).flatMap(headingID) {
            add("aria-labelledby=\"")
            escape(id)
        } else {
            add("aria-label=\"")
            escape(style.table)
        }
        add("\">\n<table>")
        if let caption {
            add("\n<caption id=\"table-")
            add(number: tree.tableNumber(index))
            add("\">")
            let outer = dropping
            dropping = captionStart(caption) ?? 0
            write(tree.contents(of: caption))
            dropping = outer
            add("</caption>")
        }
        tables.append(.init(alignments: tree.alignments(index), hasRowHeaders: tree.hasRowHeaders(index)))
    }

    private mutating func closeTable() {
        if tables.removeLast().hasBody {
            startLine()
            add("</tbody>\n")
        }
        startLine()
        add("</table>\n</div>\n")
    }

    private mutating func enterRow(_ node: MarkdownTree.Node) {
        startLine()
        let last = tables.count - 1
        tables[last].column = 0
        tables[last].isInHeader = node.isHeader
        if node.isHeader {
            add("<thead>\n")
        } else if !tables[last].hasBody {
            add("<tbody>\n")
            tables[last].hasBody = true
        }
        add("<tr>")
    }

    private mutating func closeRow(_ node: MarkdownTree.Node) {
        startLine()
        add("</tr>")
        if node.isHeader {
            startLine()
            add("</thead>")
        }
    }

    private mutating func enterCell(_ index: Index, _ node: MarkdownTree.Node) {
        startLine()
        let last = tables.count - 1
        let column = tables[last].column
        tables[last].column += 1
        if tables[last].isInHeader, Int(node.end) > index + 1 {
            add("<th scope=\"col\"")
            tables[last].closing = "</th>"
        } else if !tables[last].isInHeader, column == 0, tables[last].hasRowHeaders {
            add("<th scope=\"row\"")
            tables[last].closing = "</th>"
        } else {
            add("<td")
            tables[last].closing = "</td>"
        }
        if column < tables[last].alignments.count {
            switch tables[last].alignments[column] {
            case .center: add(" class=\"align-center\"")
            case .right: add(" class=\"align-right\"")
            case .left: add(" class=\"align-left\"")
            case .none: break
            }
        }
        add(">")
    }

    private mutating func closeCell() { add(tables[tables.count - 1].closing) }

    // MARK: Links, images, footnotes

    private mutating func enterLink(_ index: Index) -> Bool {
        guard !leavesOutLinks else { return true }
        switch link(index) {
        case .asWritten:
            add("<a href=\"")
            let destination = tree.destination(index)
            if !isUnsafe(destination) { escapeAddress(destination) }
            linkTitle(index)
        case .address(let address), .image(let address, _, _):
            add("<a href=\"")
            escape(address)
            linkTitle(index)
        case .language(let tag, let isRightToLeft):
            add("<span lang=\"")
            escape(tag)
            add(isRightToLeft ? "\" dir=\"rtl\">" : "\" dir=\"ltr\">")
        case .none: break
        }
        return true
    }

    private mutating func linkTitle(_ index: Index) {
        let title = tree.title(index)
        if !title.isEmpty {
            add("\" title=\"")
            escape(title)
        }
        add("\">")
    }

    private mutating func closeLink(_ index: Index) {
        guard !leavesOutLinks else { return }
        switch link(index) {
        case .asWritten, .address, .image: add("</a>")
        case .language: add("</span>")
        case .none: break
        }
    }

    private mutating func image(_ index: Index) {
        add("<img src=\"")
        var size: (width: Int?, height: Int?)
        switch link(index) {
        case .asWritten:
            let destination = tree.destination(index)
            if !isUnsafe(destination) { escapeAddress(destination) }
        case .address(let address): escape(address)
        case .image(let address, let width, let height):
            escape(address)
            size = (width, height)
        case .language, .none: break
        }
        add("\" alt=\"")
        for child in tree.contents(of: index) {
            switch tree.nodes[child].kind {
            case .text, .code: escape(tree.literal(child))
            case .htmlInline: break
            case .softBreak, .lineBreak: output.append(UInt8(ascii: " "))
            default: break
            }
        }
        let title = tree.title(index)
        if !title.isEmpty {
            add("\" title=\"")
            escape(title)
        }
        if let width = size.width, let height = size.height {
            add("\" width=\"")
            add(number: width)
            add("\" height=\"")
            add(number: height)
        }
        add("\" />")
    }

    private mutating func footnoteReference(_ index: Index, _ node: MarkdownTree.Node) {
        let label = tree.literal(index)
        let occurrence = tree.occurrence(ofReference: index)
        add("<sup class=\"footnote-ref\"><a href=\"#fn-")
        escapeAddress(label)
        add("\" id=\"fnref-")
        escapeAddress(label)
        if occurrence > 1 {
            add("-")
            add(number: occurrence)
        }
        add("\" data-footnote-ref>")
        add(number: node.footnoteNumber)
        add("</a></sup>")
    }

    private func endsWithParagraph(_ definition: Index) -> Bool {
        var last: Index?
        for child in tree.children(of: definition) { last = child }
        return last.map { tree.nodes[$0].kind == .paragraph } ?? false
    }

    private mutating func backReferences(to definition: Index) {
        guard let footnote = tree.footnotes.first(where: { $0.definition == definition }) else { return }
        let label = tree.literal(definition)
        let number = tree.nodes[definition].footnoteNumber
        for occurrence in 1...max(1, footnote.references.count) {
            if occurrence > 1 { output.append(UInt8(ascii: " ")) }
            add("<a href=\"#fnref-")
            escapeAddress(label)
            suffix(occurrence)
            add("\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"")
            add(number: number)
            suffix(occurrence)
            add("\" aria-label=\"")
            escape(style.footnoteBack)
            add(" ")
            add(number: number)
            suffix(occurrence)
            add("\">↩")
            if occurrence > 1 {
                add("<sup class=\"footnote-ref\">")
                add(number: occurrence)
                add("</sup>")
            }
            add("</a>")
        }
    }

    private mutating func suffix(_ occurrence: Int) {
        guard occurrence > 1 else { return }
        add("-")
        add(number: occurrence)
    }

    // MARK: Bytes

    private mutating func text(_ literal: ArraySlice<UInt8>) {
        guard dropping > 0 else { return escape(literal) }
        let dropped = min(dropping, literal.count)
        dropping -= dropped
        escape(literal.dropFirst(dropped))
    }

    private mutating func startLine() {
        if let last = output.last, last != newline { output.append(newline) }
    }

    private mutating func add(_ text: StaticString) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func add(number: Int) { output.append(contentsOf: String(number).utf8) }

    private mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { HTMLWriter.escape($0, into: &output) }
    }

    private mutating func escape(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { HTMLWriter.escape($0, into: &output) }
    }

    private mutating func escapeAddress(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { HTMLWriter.escapeAddress($0, into: &output) }
    }
}

private let newline = UInt8(ascii: "\n")

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// As cmark, without its option to be unsafe.
private func isUnsafe(_ destination: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: destination.prefix(32), as: UTF8.self).lowercased()
    if start.hasPrefix("data:") { return !["png", "gif", "jpeg", "webp"].contains { start.hasPrefix("data:image/\($0)") } }
    return ["javascript:", "vbscript:", "file:"].contains { start.hasPrefix($0) }
}
