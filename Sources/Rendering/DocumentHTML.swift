import Markdown
import Publication

/// Writes pieces of one document as HTML for the page that it is shown on.
struct DocumentHTML {
    let document: Document
    private let index: Int
    private let edition: Edition
    private let texts: TranslatedTexts?
    private var writer: HTMLWriter

    /// - Parameters:
    ///   - index: of the document in the publication.
    ///   - leavingOutLinks: for words that stand inside another link.
    ///   - scope: the nodes that are to be written, where a document is long and only a part of it is shown.
    ///   - isMarked: whether terms of the glossary are, as on the document's own page.
    init(
        _ renderer: Renderer, document index: Int, at place: Place, leavingOutLinks: Bool = false, scope: Range<MarkdownTree.Index>? = nil,
        isMarked: Bool = false
    ) {
        let document = renderer.publication.documents[index]
        let root = renderer.root(of: place)
        var links: [MarkdownTree.Index: ResolvedLink] = [:]
        for (node, target) in renderer.publication.links[index] {
            if let scope, !scope.contains(node) { continue }
            links[node] = renderer.resolved(target, isImage: document.tree.nodes[node].kind == .image, root: root)
        }
        let headings = scope.map { document.headings(in: $0) } ?? document.headings[...]
        self.document = document
        self.index = index
        edition = renderer.edition
        texts = edition.translation(of: index)?.texts
        writer = HTMLWriter(
            tree: document.tree, style: renderer.style, links: links,
            headingIDs: Dictionary(uniqueKeysWithValues: headings.map { ($0.node, $0.id) }), texts: texts)
        writer.leavesOutLinks = leavingOutLinks
        writer.leftOut = document.leftOut
        if isMarked {
            writer.length = TextLength()
            if document.kind != .glossary, let terms = renderer.terms {
                writer.marks = TermMarks(terms, addresses: renderer.glossaries.map { renderer.href(address: renderer.publication.documents[$0].address, root: root) })
            }
        }
        if let results = renderer.surveys[index] {
            writer.replaced = edition.numbers(in: document)
            for cell in results.withheld { writer.replaced[cell] = Array(SurveyPackage.withheld.utf8) }
            let untranslated = results.banded.isEmpty ? [] : edition.untranslatedTables(in: document, index)
            for (cell, share) in results.banded {
                let words = edition.text(share), isOther = untranslated.contains { $0.contains(cell) }
                writer.replaced[cell] = isOther ? words.html(within: edition.source, edition.language) : words.html
            }
        }
    }

    /// Gives a table a caption of the theme's words.
    mutating func caption(_ table: MarkdownTree.Index, _ html: [UInt8]) { writer.captions[table] = html }

    /// The whole text, its title left out, and its footnotes.
    mutating func body() -> [UInt8] {
        writer.output.reserveCapacity(document.source.bytes.count * 2)
        if let first = document.blocks.first { writer.writeBlocks(first..<document.tree.nodes.count) }
        writer.writeFootnotes()
        return taken()
    }

    /// Blocks, in the order of the document; those next to each other are written together.
    mutating func html(_ blocks: [MarkdownTree.Index]) -> [UInt8] {
        var position = 0
        while position < blocks.count {
            let start = blocks[position]
            var end = Int(document.tree.nodes[start].end)
            position += 1
            while position < blocks.count, blocks[position] == end {
                end = Int(document.tree.nodes[end].end)
                position += 1
            }
            writer.writeBlocks(start..<end)
        }
        return taken()
    }

    mutating func inlines(of index: MarkdownTree.Index, droppingBytes: Int = 0) -> [UInt8] {
        writer.writeInlines(of: index, dropping: droppingBytes)
        return taken()
    }

    /// A list item without its bold lead: words alone, or paragraphs where there are several blocks; and the attributes
    /// of the element that holds it.
    mutating func html(_ item: Plan.LeadlessItem) -> (html: [UInt8], attributes: [UInt8]) {
        var html: [UInt8] = []
        let isUntranslated = texts?.areUntranslated((item.inlines.first.map { [$0] } ?? []) + item.blocks) ?? false
        if let first = item.inlines.first, let last = item.inlines.last {
            writer.writeInlines(nodes: first..<Int(document.tree.nodes[last].end), dropping: item.markLength)
            html = taken()
        }
        if !item.blocks.isEmpty {
            let own = isUntranslated ? [] : item.inlines.first.map { attributes(of: $0) } ?? []
            html = Array("<p".utf8) + own + Array(">".utf8) + html + Array("</p>\n".utf8)
            if isUntranslated {
                writer.writeInsideUntranslated { for block in item.blocks { $0.writeBlock(block) } }
                html += taken()
            } else {
                html += self.html(item.blocks)
            }
        }
        return (html, isUntranslated ? edition.sourceAttributes : [])
    }

    /// What a labelled line says behind its label.
    mutating func line(_ line: LabelledLine) -> [UInt8] {
        guard !line.run.isEmpty else { return [] }
        writer.writeFact(line.run, dropping: line.markLength)
        return taken()
    }

    /// How long what was written so far takes to read, in minutes; nil where nothing was.
    var minutes: Int? { writer.length.flatMap { ReadingTime.minutes($0, in: edition.language) } }

    func attributes(of line: LabelledLine) -> [UInt8] { line.run.isEmpty ? [] : attributes(of: line.run.lowerBound) }

    /// Whether the document is written in the edition's language.
    var isOwn: Bool { texts == nil }

    /// The attributes of an element that holds a node's words: its language, where that is not the edition's.
    func attributes(of node: MarkdownTree.Index) -> [UInt8] {
        texts?.state(of: node) == .untranslated ? edition.sourceAttributes : []
    }

    /// A node's plain words.
    func phrase(at node: MarkdownTree.Index?, _ text: String, isBoldOnly: Bool = false) -> Phrase {
        edition.phrase(at: node, text, of: index, isBoldOnly: isBoldOnly)
    }

    /// The footnotes of what was written so far.
    mutating func footnotes() -> [UInt8] {
        writer.writeFootnotes()
        return taken()
    }

    private mutating func taken() -> [UInt8] {
        defer { writer.output = [] }
        return writer.output
    }
}

extension Renderer {
    fileprivate func resolved(_ target: LinkTarget, isImage: Bool, root: String) -> ResolvedLink? {
        switch target {
        case .language(let tag): return .language(tag: tag.code, rightToLeft: tag.isRightToLeft)
        case .outside: return nil
        case .none: return .textOnly
        case .page, .file:
            guard let address = href(target, written: "", root: root) else { return .textOnly }
            if isImage, case .file(let path, _) = target, let size = imageSizes[Address.decoded(path)] {
                return .image(Array(address.utf8), width: size.width, height: size.height)
            }
            return .address(Array(address.utf8))
        }
    }
}
