import CMarkGFM

@testable import Markdown

/// What the library itself writes for a text, with all its extensions attached.
struct Reference {
    /// Raw HTML as the library left it out.
    enum Raw: Equatable { case block, refusedInline, passingInline(String) }

    /// Safe HTML: unsafe addresses are empty, and `<!-- raw HTML omitted -->` stands for each of `raw`.
    private(set) var html = ""
    private(set) var raw: [Raw] = []
    /// Whether the library counts references to footnotes that no reader comes to: those in the descriptions of images,
    /// in footnotes that it drops, and in footnotes that only refer to themselves or each other.
    var hasLostReferences: Bool {
        guard html.contains("data-footnote-backref") else { return false }
        let isDangling = html.split(separator: "<a href=\"#fnref-").dropFirst().contains {
            !html.contains(" id=\"fnref-\($0.prefix { $0 != "\"" })\"")
        }
        if isDangling { return true }
        var footnotes = html.split(separator: "<li id=\"fn-", omittingEmptySubsequences: false)
        var reached = [footnotes.removeFirst()]
        while let text = reached.popLast() {
            let found = footnotes.filter { text.contains("<a href=\"#fn-\($0.prefix { $0 != "\"" })\"") }
            footnotes.removeAll { found.contains($0) }
            reached += found
        }
        return !footnotes.isEmpty
    }

    /// - Parameter passing: which inlines of raw HTML, counted in document order, are to be written. Those in the
    ///   descriptions of images are taken out: the library writes them as text there.
    init(_ text: [UInt8], passing: Set<Int> = []) {
        self = text.withUnsafeBufferPointer { buffer in
            CMarkLibrary.shared.parse(buffer, needs: [.strikethrough, .autolink]) { Reference($0, passing: passing) }
        }
    }

    private init(_ root: UnsafeMutablePointer<cmark_node>, passing: Set<Int>) {
        var doomed: [UnsafeMutablePointer<cmark_node>] = []
        let steps = cmark_iter_new(root)
        defer { cmark_iter_free(steps) }
        var (images, inlines) = (0, 0)
        while true {
            let event = cmark_iter_next(steps)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(steps) else { break }
            switch cmark_node_type(rawValue: UInt32(node.pointee.type)) {
            case CMARK_NODE_IMAGE: images += event == CMARK_EVENT_ENTER ? 1 : -1
            case CMARK_NODE_HTML_BLOCK: raw.append(.block)
            case CMARK_NODE_HTML_INLINE:
                let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
                if images > 0 {
                    doomed.append(node)
                } else {
                    raw.append(passing.contains(inlines) ? .passingInline(literal) : .refusedInline)
                }
                inlines += 1
            default: break
            }
        }
        for node in doomed {
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
        guard let written = cmark_render_html(root, CMARK_OPT_FOOTNOTES, nil) else { return }
        html = String(cString: written)
        cmark_get_default_mem_allocator().pointee.free(written)
    }
}

/// Our own, whole.
func html(
    _ text: String, style: HTMLStyle = HTMLStyle(), links: [Int: ResolvedLink] = [:], headingIDs: [Int: String] = [:]
) throws -> String {
    let tree = try MarkdownParser().parse(Array(text.utf8))
    return html(tree, style: style, links: links, headingIDs: headingIDs)
}

func html(
    _ tree: MarkdownTree, style: HTMLStyle = HTMLStyle(), links: [Int: ResolvedLink] = [:], headingIDs: [Int: String] = [:], texts: TranslatedTexts? = nil
) -> String {
    var writer = HTMLWriter(tree: tree, style: style, links: links, headingIDs: headingIDs, texts: texts)
    writer.writeBlocks(tree.contents(of: 0))
    writer.writeFootnotes()
    return String(decoding: writer.output, as: UTF8.self)
}
