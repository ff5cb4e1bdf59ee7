import CMarkGFM

@testable import Markdown

/// What the library itself writes for a text, with all its extensions attached.
enum Reference {
    static func html(_ text: [UInt8]) -> String {
        text.withUnsafeBufferPointer { buffer in
            CMarkLibrary.shared.parse(buffer, needs: [.strikethrough, .autolink]) { root in
                guard let html = cmark_render_html(root, CMARK_OPT_FOOTNOTES, nil) else { return "" }
                defer { cmark_get_default_mem_allocator().pointee.free(html) }
                return String(cString: html)
            }
        }
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
    _ tree: MarkdownTree, style: HTMLStyle = HTMLStyle(), links: [Int: ResolvedLink] = [:], headingIDs: [Int: String] = [:]
) -> String {
    var writer = HTMLWriter(tree: tree, style: style, links: links, headingIDs: headingIDs)
    writer.writeBlocks(tree.contents(of: 0))
    writer.writeFootnotes()
    return String(decoding: writer.output, as: UTF8.self)
}
