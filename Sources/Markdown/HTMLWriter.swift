/// Writes a tree, or any part of it, as HTML into one growing array of bytes.
///
///     var writer = HTMLWriter(tree: tree, style: style, links: resolved, headingIDs: ids)
///     writer.writeBlocks(tree.contents(of: 0))
///     writer.writeFootnotes()
///     page += writer.output
///
/// What is written is what `cmark_render_html` writes, except for this:
/// - Headings have the ids handed in.
/// - Tables stand in a `<div class="table">` that the keyboard can scroll, named by their caption, the heading above or
///   the style's word. A paragraph right above that begins with a caption word is the caption and not written by itself.
///   Header cells have a `scope`, empty ones are `<td>`; the first column is of row headers if there are others and all
///   its cells are words. `align` is a class, left alignment nothing. From four columns on, the cells say in `data-label`
///   which column is theirs, for narrow screens.
/// - Task items say their state in words.
/// - Links and images go where `links` says; `[…](lang:es)` becomes a `<span lang>`.
/// - Elements without content are written without a slash.
/// - Raw HTML: `<br>`, `<wbr>` and, closed in the same block, `<sub>`, `<sup>`, `<kbd>`, `<mark>`, `<small>`,
///   `<bdi>` and `<abbr title>` pass. All other is left out without a trace; the tree's `refusedHTML` has it.
///   Descriptions of images leave out raw HTML, too, which cmark shows as text there.
/// - Footnotes: labels in words, and only those that what was written refers to, with the numbers that these show.
///   References are counted as they are read, not as they stand in the source, and only those that are written.
/// - In a translated edition, texts are their translations; what has none says its language in `lang` and `dir`, on the
///   element that holds it or, for neighbours, on a `<div>` around them.
/// - Terms of a glossary, where `marks` has them, are links where they first stand in running text: not in headings,
///   links, code, raw HTML, captions and header cells.
package struct HTMLWriter {
    package var output: [UInt8] = []
    /// Whether links and footnote references are written as words only, for a text that stands inside a link.
    package var leavesOutLinks = false
    /// Blocks that are not written, since they are shown elsewhere.
    package var leftOut: Set<MarkdownTree.Index> = []
    /// Cells of tables that say something else than what was written, such as that their value is withheld; as HTML.
    package var replaced: [MarkdownTree.Index: [UInt8]] = [:]
    /// What tables without a caption of their own have for one; as HTML.
    package var captions: [MarkdownTree.Index: [UInt8]] = [:]
    /// What marks terms of a glossary in running text; nil where nothing does.
    package var marks: TermMarks?
    /// What was written of running text; nil where nobody asks.
    package var length: TextLength?

    let tree: MarkdownTree
    let style: HTMLStyle
    let links: [MarkdownTree.Index: ResolvedLink]
    let headingIDs: [MarkdownTree.Index: String]
    /// Nil in the source language.
    let texts: TranslatedTexts?

    /// What has an end tag still to come.
    enum Open {
        case node(Int)
        /// A `<div>` around untranslated neighbours, up to a node.
        case wrapper(end: Int)
        /// A `<span>` around an untranslated text that has no element of its own.
        case span(end: Int)
    }
    /// Innermost last.
    var open: [Open] = []
    /// Everything before this node is inside an element that says that its language is the source's.
    var saidUntil = 0
    /// The node whose own element is to say so.
    var saidBy = -1
    /// Whether what is written stands inside such an element of the caller's.
    private var isInsideUntranslated = false
    /// What this one's inlines translate: their links lead where its labels do.
    struct Translated {
        let translation: InlineTranslation
        let tree: MarkdownTree
        let links: [MarkdownTree.Index: ResolvedLink]
    }
    var translated: Translated?
    /// Bytes of text still to be left out.
    var dropping = 0
    /// How many elements are open in which no terms are marked.
    var unmarked = 0
    /// How many of them are raw HTML.
    var openRawHTML = 0
    /// A task's state that waits for the `<p>` which it is to stand in.
    private var taskWords: [UInt8]?
    /// Footnote references written so far.
    var writtenReferences: Set<MarkdownTree.Index> = []

    /// - Parameters:
    ///   - links: what links and images point at; those that are missing go where they say.
    ///   - headingIDs: of the headings that have one.
    ///   - texts: the translations of an edition that is not the source's.
    package init(
        tree: MarkdownTree, style: HTMLStyle = HTMLStyle(), links: [MarkdownTree.Index: ResolvedLink] = [:],
        headingIDs: [MarkdownTree.Index: String] = [:], texts: TranslatedTexts? = nil
    ) {
        self.tree = tree
        self.style = style
        self.links = links
        self.headingIDs = headingIDs
        self.texts = texts
    }

    /// Writes a run of sibling blocks, given as the indices from the first one to the end of the last.
    /// Footnote definitions in it are left to `writeFootnotes`.
    package mutating func writeBlocks(_ run: Range<MarkdownTree.Index>) {
        let tree = tree
        saidUntil = isInsideUntranslated ? .max : 0
        tree.withSource { write(run, of: $0) }
    }

    /// Writes one block.
    package mutating func writeBlock(_ index: MarkdownTree.Index) {
        writeBlocks(index..<Int(tree.nodes[index].end))
    }

    /// Writes what a heading, a paragraph or a table cell says, without its element.
    ///
    /// - Parameter dropping: so many bytes of its text, at the beginning, are left out.
    package mutating func writeInlines(of index: MarkdownTree.Index, dropping: Int = 0) {
        unmarked += 1
        defer { unmarked -= 1 }
        if let translation = texts?.translation(of: index) { return write(translation) }
        writeInlines(nodes: tree.contents(of: index), dropping: dropping)
    }

    /// Writes a run of sibling inlines, given as the indices from the first one to the end of the last.
    package mutating func writeInlines(nodes run: Range<MarkdownTree.Index>, dropping: Int = 0) {
        if let first = run.first, let translation = texts?.translation(of: first) { return write(translation) }
        self.dropping = dropping
        writeBlocks(run)
        self.dropping = 0
    }

    /// Writes a run of sibling inlines that is looked up and not read: nothing in it is marked.
    package mutating func writeFact(_ run: Range<MarkdownTree.Index>, dropping: Int) {
        unmarked += 1
        writeInlines(nodes: run, dropping: dropping)
        unmarked -= 1
    }

    /// Writes blocks that stand inside an element which says already that they are in the source's language.
    package mutating func writeInsideUntranslated(_ write: (inout HTMLWriter) -> Void) {
        isInsideUntranslated = true
        write(&self)
        isInsideUntranslated = false
    }

    // MARK: -

    typealias Source = MarkdownTree.Source

    mutating func write(_ run: Range<Int>, of source: Source) {
        let base = open.count
        var index = run.lowerBound
        while true {
            while open.count > base, let last = open.last, end(of: last, source) <= index {
                open.removeLast()
                close(last, of: source)
            }
            guard index < run.upperBound else { return }
            if let texts, index >= saidUntil {
                sayLanguage(of: index, before: open.count > base ? end(of: open[open.count - 1], source) : run.upperBound, texts, source)
            }
            index = begin(index, before: open.count > base ? end(of: open[open.count - 1], source) : run.upperBound, of: source)
        }
    }

    /// Writes a node without children, or the start tag of one with children.
    ///
    /// - Parameter limit: the end of what it stands in.
    /// - Returns: the index to go on with.
    private mutating func begin(_ index: Int, before limit: Int, of source: Source) -> Int {
        let node = source.nodes[index]
        if !leftOut.isEmpty, leftOut.contains(index) { return Int(node.end) }
        switch node.kind {
        case .text:
            let text = source.literal(node)
            let dropped = min(dropping, text.count)
            dropping -= dropped
            let shown = UnsafeBufferPointer(rebasing: text[dropped...])
            if marks != nil, marksHere { return writeMarked(index, shown, before: limit, of: source) }
            length?.add(shown)
            Self.escape(shown, into: &output)
            return index + 1
        case .softBreak:
            output.append(0x0A)
            return index + 1
        case .lineBreak:
            output.append("<br>\n")
            return index + 1
        case .code:
            output.append("<code>")
            Self.escape(source.literal(node), into: &output)
            output.append("</code>")
            return index + 1
        case .htmlInline:
            writeRawHTML(node, of: source)
            return index + 1
        case .emphasis: output.append("<em>")
        case .strong: output.append("<strong>")
        case .strikethrough: output.append("<del>")
        case .link:
            if translated != nil, case .footnote(let reference) = resolved(index, node, of: source) {
                writeTranslatedReference(reference)
                return Int(node.end)
            }
            unmarked += 1
            beginLink(index, node, of: source)
        case .image:
            writeImage(index, node, of: source)
            return Int(node.end)
        case .footnoteReference:
            if !leavesOutLinks { writeReference(index, node, of: source) }
            return Int(node.end)
        case .paragraph:
            if isCaption(index, of: source) { return Int(node.end) }
            beginParagraph(index, node)
            if let translation = texts?.translation(of: index) {
                write(translation)
                open.append(.node(index))
                return Int(node.end)
            }
        case .heading:
            unmarked += 1
            startLine()
            output.append("<h")
            output.append(UInt8(ascii: "0") + UInt8(node.headingLevel))
            writeLanguage(of: index)
            if let id = headingIDs[index] {
                output.append(" id=\"")
                Self.escape(id.utf8, into: &output)
                output.append(UInt8(ascii: "\""))
            }
            output.append(UInt8(ascii: ">"))
            if let translation = texts?.translation(of: index) {
                write(translation)
                open.append(.node(index))
                return Int(node.end)
            }
        case .list:
            startLine()
            output.append(node.isOrdered ? "<ol" : "<ul")
            if node.isOrdered, node.listStart != 1 {
                output.append(" start=\"")
                output.append(decimal: node.listStart)
                output.append(UInt8(ascii: "\""))
            }
            writeLanguage(of: index)
            output.append(">\n")
        case .item: beginItem(index, node, of: source)
        case .blockQuote:
            startLine()
            output.append("<blockquote")
            writeLanguage(of: index)
            output.append(">\n")
        case .codeBlock:
            writeCodeBlock(node, of: source)
            return index + 1
        case .thematicBreak:
            startLine()
            output.append("<hr>\n")
            return index + 1
        case .table:
            // Figures are looked up, not read.
            let kept = length
            length = nil
            writeTable(index, node, of: source)
            length = kept
            return Int(node.end)
        case .htmlBlock:
            // Nothing of it, but what follows in a tight item must not run on.
            startLine()
            return index + 1
        case .footnoteDefinition:
            return Int(node.end)
        case .document, .tableRow, .tableCell: break
        }
        open.append(.node(index))
        return index + 1
    }

    private mutating func close(_ last: Open, of source: Source) {
        let index: Int
        switch last {
        case .node(let node): index = node
        case .span: return output.append("</span>")
        case .wrapper:
            startLine()
            return output.append("</div>\n")
        }
        let node = source.nodes[index]
        switch node.kind {
        case .emphasis: output.append("</em>")
        case .strong: output.append("</strong>")
        case .strikethrough: output.append("</del>")
        case .link:
            unmarked -= 1
            endLink(index, node, of: source)
        case .paragraph: if !node.isTight { output.append("</p>\n") }
        case .heading:
            unmarked -= 1
            output.append("</h")
            output.append(UInt8(ascii: "0") + UInt8(node.headingLevel))
            output.append(">\n")
        case .list: output.append(node.isOrdered ? "</ol>\n" : "</ul>\n")
        case .item:
            markLoneLink()
            output.append("</li>\n")
        case .blockQuote:
            startLine()
            output.append("</blockquote>\n")
        default: break
        }
    }

    private func end(of open: Open, _ source: Source) -> Int {
        switch open {
        case .node(let index): Int(source.nodes[index].end)
        case .wrapper(let end), .span(let end): end
        }
    }

    /// Blocks begin on a line of their own.
    mutating func startLine() {
        if let last = output.last, last != 0x0A { output.append(0x0A) }
    }

    // MARK: - Blocks

    private mutating func beginParagraph(_ index: Int, _ node: MarkdownTree.Node) {
        openRawHTML = 0
        if !node.isTight {
            startLine()
            output.append("<p")
            writeLanguage(of: index)
            output.append(UInt8(ascii: ">"))
        } else if saidBy == index {
            // Its element is the item's, which says its language where all of it is untranslated.
            output.append("<span")
            writeLanguage(of: index)
            output.append(UInt8(ascii: ">"))
            open.append(.span(end: Int(node.end)))
        }
        if let words = taskWords {
            output.append(contentsOf: words)
            taskWords = nil
        }
    }

    private mutating func beginItem(_ index: Int, _ node: MarkdownTree.Node, of source: Source) {
        startLine()
        output.append("<li")
        writeLanguage(of: index)
        guard node.task != .none else { return output.append(UInt8(ascii: ">")) }
        let isDone = node.task == .done
        output.append(isDone ? " class=\"task task-done\">" : " class=\"task task-open\">")
        var words: [UInt8] = []
        words.append("<span class=\"task-state\"")
        if !style.wordAttributes.isEmpty { words += style.wordAttributes } else if let texts, index < saidUntil { words += texts.ownAttributes }
        words.append(UInt8(ascii: ">"))
        words += isDone ? style.taskDone : style.taskOpen
        words.append("</span> ")
        if index + 1 < node.end, source.nodes[index + 1].kind == .paragraph, !isCaption(index + 1, of: source) {
            taskWords = words
        } else {
            output += words
        }
    }

    /// An item that is a link and nothing else, and so a target by itself, is `class="alone"`.
    private mutating func markLoneLink() {
        guard output.suffix(4).elementsEqual("</a>".utf8) else { return }
        guard let link = output.indices.reversed().first(where: { output[$0...].starts(with: "<a ".utf8) }),
            let tag = output[..<link].lastIndex(of: UInt8(ascii: "<")), output[link - 1] == UInt8(ascii: ">"),
            output[tag..<link].starts(with: "<li".utf8), !output[tag..<link].dropLast().contains(UInt8(ascii: ">"))
        else { return }
        output.insert(contentsOf: " class=\"alone\"".utf8, at: tag + 3)
    }

    private mutating func writeCodeBlock(_ node: MarkdownTree.Node, of source: Source) {
        startLine()
        if node.third == 0 {
            output.append("<pre><code>")
        } else {
            let info = source.slice(node.first + node.second, node.third)
            // The library's own idea of white space: a form feed is none.
            let language = info.prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
            output.append("<pre><code class=\"language-")
            Self.escape(UnsafeBufferPointer(rebasing: language), into: &output)
            output.append("\">")
        }
        Self.escape(source.literal(node), into: &output)
        output.append("</code></pre>\n")
    }
}
