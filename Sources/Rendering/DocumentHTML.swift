import Markdown
import Publication

/// Writes pieces of one document as HTML for the page that it is shown on.
struct DocumentHTML {
    let document: Document
    private var writer: HTMLWriter

    /// - Parameters:
    ///   - index: of the document in the publication.
    ///   - leavingOutLinks: for words that stand inside another link.
    init(_ renderer: Renderer, document index: Int, at place: Place, leavingOutLinks: Bool = false) {
        let document = renderer.publication.documents[index]
        let links = renderer.publication.links[index]
        let root = renderer.root(of: place)
        self.document = document
        writer = HTMLWriter(
            tree: document.tree, style: renderer.style,
            headingID: { document.heading(at: $0)?.id },
            link: { node in
                guard let target = links[node] else { return .none }
                switch target {
                case .language(let tag): return .language(tag.code, isRightToLeft: tag.isRightToLeft)
                case .outside: return .asWritten
                case .none: return .none
                case .page: return renderer.href(target, written: "", root: root).map { .address($0) } ?? .none
                case .file(let path, _):
                    let size = document.tree.nodes[node].kind == .image ? renderer.imageSizes[Address.decoded(path)] : nil
                    let address = renderer.href(target, written: "", root: root) ?? ""
                    return .image(address, width: size?.width, height: size?.height)
                }
            })
        writer.leavesOutLinks = leavingOutLinks
    }

    /// The whole text, its title left out.
    mutating func body() -> [UInt8] {
        writer.output.reserveCapacity(document.source.bytes.count * 2)
        writer.writeBlocks(document.blocks)
        return taken()
    }

    mutating func html(_ blocks: [MarkdownTree.Index]) -> [UInt8] {
        writer.writeBlocks(blocks)
        return taken()
    }

    mutating func inlines(of index: MarkdownTree.Index, droppingBytes: Int = 0) -> [UInt8] {
        writer.writeInlines(of: index, dropping: droppingBytes)
        return taken()
    }

    /// A list item without its bold lead: words alone, or paragraphs where there are several blocks.
    mutating func html(_ item: Plan.LeadlessItem) -> [UInt8] {
        if item.blocks.isEmpty {
            writer.writeInlines(item.inlines, dropping: item.markLength)
            return taken()
        }
        var html = Array("<p>".utf8)
        writer.writeInlines(item.inlines, dropping: item.markLength)
        html += taken() + Array("</p>\n".utf8)
        writer.writeBlocks(item.blocks)
        return html + taken()
    }

    mutating func footnotes() -> [UInt8] {
        writer.writeFootnotes()
        return taken()
    }

    private mutating func taken() -> [UInt8] {
        defer { writer.output = [] }
        return writer.output
    }
}
