/// A parsed text: every block and inline in document order (preorder) in one array.
///
///     let tree = try MarkdownParser().parse(Array("# Hello *there*".utf8))
///     for block in tree.children(of: 0) where tree.nodes[block].kind == .heading {
///         print(tree.plainText(of: block))
///     }
///
/// A value that points into nothing: it can be kept, compared by parts, and read from any thread.
/// Footnote definitions stand last, in the order in which they are first referred to; those that nothing refers to are gone.
package struct MarkdownTree: Sendable {
    /// Of a node; 0 is the document.
    package typealias Index = Int

    /// How a table column is to be aligned.
    package enum Alignment: UInt8, Sendable { case none, left, center, right }

    /// A row with more cells than its table's header: cmark drops the surplus without a word.
    package struct OversizedRow: Hashable, Sendable {
        /// The first surplus cell.
        package let position: Position
        package let cells: Int
        package let columns: Int
    }

    /// Raw HTML that is not written, with its reason.
    package struct RefusedHTML: Hashable, Sendable {
        package enum Reason: Hashable, Sendable {
            /// Not one of the allowed elements; its name as written.
            case element(String)
            /// An allowed element with attributes that it may not have.
            case attributes(String)
            /// An opening tag without its closing one in the same block and the same emphasis.
            case unclosed(String)
            /// A closing tag without its opening one.
            case unopened(String)
            /// A block of raw HTML, which Markdown leaves uninterpreted; the name of its first tag.
            case block(String)
            /// `<!DOCTYPE`, `<?…?>` or `<![CDATA[`.
            case declaration
            /// Text on the line on which a comment ends: Markdown takes it for part of the comment's block.
            case textAfterComment
            /// A comment without its end, which swallows the rest of the text.
            case unclosedComment
        }
        package let index: Index
        package let position: Position
        package let reason: Reason
    }

    /// A footnote and everything that refers to it, in document order.
    package struct Footnote: Sendable {
        package let definition: Index
        package internal(set) var references: [Index]
    }

    struct Table: Sendable {
        var alignments: [Alignment]
        /// The sibling right before the table, -1 if it comes first.
        var previousSibling: Int32
        /// The last heading before the table in the document, -1 if there is none.
        var heading: Int32
    }

    package internal(set) var nodes: [Node]
    /// What the nodes' ranges point at: literals, destinations, titles, one after the other.
    var bytes: [UInt8]
    var tables: [Table] = []
    package internal(set) var footnotes: [Footnote] = []
    package internal(set) var oversizedRows: [OversizedRow] = []
    package internal(set) var refusedHTML: [RefusedHTML] = []

    package func children(of index: Index) -> Children {
        Children(nodes: nodes, next: index + 1, end: Int(nodes[index].end))
    }

    /// The node's descendants as a range of indices, which is also the run of its children.
    package func contents(of index: Index) -> Range<Index> {
        index + 1..<Int(nodes[index].end)
    }

    /// Text, code and raw HTML: the characters, entities and escapes resolved. Footnotes: the label. Others: empty.
    package func literal(_ index: Index) -> ArraySlice<UInt8> {
        switch nodes[index].kind {
        case .text, .code, .codeBlock, .htmlBlock, .htmlInline, .footnoteDefinition:
            slice(nodes[index].first, nodes[index].second)
        case .footnoteReference where nodes[index].third > 0: literal(Int(nodes[index].first))
        default: []
        }
    }

    /// Links and images: the address with entities and escapes resolved, otherwise as written. Others: empty.
    package func destination(_ index: Index) -> ArraySlice<UInt8> {
        isLinkOrImage(index) ? slice(nodes[index].first, nodes[index].second) : []
    }

    /// Links and images: the title. Others: empty.
    package func title(_ index: Index) -> ArraySlice<UInt8> {
        isLinkOrImage(index) ? slice(nodes[index].first + nodes[index].second, nodes[index].third) : []
    }

    /// Fenced code: what stands after the fence. Others: empty.
    package func info(_ index: Index) -> ArraySlice<UInt8> {
        nodes[index].kind == .codeBlock ? slice(nodes[index].first + nodes[index].second, nodes[index].third) : []
    }

    /// Tables: one alignment for each column. Others: empty.
    package func alignments(_ index: Index) -> [Alignment] {
        nodes[index].kind == .table ? tables[Int(nodes[index].second)].alignments : []
    }

    /// The words alone: breaks and the ends of blocks as spaces, images by their alternative text, raw HTML and footnote numbers left out.
    package func plainText(of index: Index) -> String {
        String(decoding: plainBytes(Range(uncheckedBounds: (index, Int(nodes[index].end)))), as: UTF8.self)
    }

    /// The words of a run of sibling nodes, for instance `contents(of:)` a heading.
    package func plainText(of run: Range<Index>) -> String {
        String(decoding: plainBytes(run), as: UTF8.self)
    }

    func plainBytes(_ run: Range<Index>) -> [UInt8] {
        var words: [UInt8] = []
        for index in run {
            let node = nodes[index]
            switch node.kind {
            case .text, .code, .codeBlock:
                words += slice(node.first, node.second)
            case .softBreak, .lineBreak:
                words.append(0x20)
            case .paragraph, .heading, .tableCell, .item:
                if let last = words.last, last != 0x20 { words.append(0x20) }
            default: break
            }
        }
        return words
    }

    private func slice(_ start: Int32, _ count: Int32) -> ArraySlice<UInt8> {
        bytes[Int(start)..<Int(start) + Int(count)]
    }

    private func isLinkOrImage(_ index: Index) -> Bool {
        nodes[index].kind == .link || nodes[index].kind == .image
    }
}

extension MarkdownTree {
    /// The children of a node, in order.
    package struct Children: Sequence, IteratorProtocol, Sendable {
        package typealias Element = Index

        private let nodes: [Node]
        private var following: Index
        private let end: Index

        init(nodes: [Node], next: Index, end: Index) {
            self.nodes = nodes
            self.following = next
            self.end = end
        }

        package mutating func next() -> Index? {
            guard following < end else { return nil }
            defer { following = Int(nodes[following].end) }
            return following
        }
    }
}
