import CMarkGFM

extension TreeBuilder {
    mutating func addInline(_ source: CNode) {
        let (start, end) = locator.pass(source)
        var position = position(locator.place(start))
        if let end {
            let (line, column) = locator.place(end)
            (position.endLine, position.endColumn) = (Int32(line + lineOffset), Int32(column + 1))
        }
        switch cmark_node_type(rawValue: UInt32(source.pointee.type)) {
        case CMARK_NODE_TEXT:
            addText(source, at: position)
        case CMARK_NODE_SOFTBREAK:
            append(Node(.softBreak, at: position))
        case CMARK_NODE_LINEBREAK:
            append(Node(.lineBreak, at: position))
        case CMARK_NODE_CODE:
            addLiteral(.code, source, at: position)
        case CMARK_NODE_HTML_INLINE:
            hasRawHTML = true
            addLiteral(.htmlInline, source, at: position)
        case CMARK_NODE_EMPH:
            append(Node(.emphasis, at: position))
        case CMARK_NODE_STRONG:
            append(Node(.strong, at: position))
        case CMARK_NODE_LINK:
            addLink(.link, source, at: position)
        case CMARK_NODE_IMAGE:
            addLink(.image, source, at: position)
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            addReference(source, at: position)
        default:
            precondition(source.pointee.type == library.strikethroughType, "libcmark-gfm made an inline of an unknown kind")
            append(Node(.strikethrough, at: position))
        }
    }

    private mutating func addLiteral(_ kind: Node.Kind, _ source: CNode, at position: Position) {
        var node = Node(kind, at: position)
        (node.first, node.second) = store(source.pointee.as.literal)
        append(node)
    }

    /// cmark leaves text in pieces wherever something might have begun; the tree has it in one.
    private mutating func addText(_ source: CNode, at position: Position) {
        let (start, count) = store(source.pointee.as.literal)
        guard count > 0 else { return }
        let last = tree.nodes.count - 1
        if previousSibling == last, tree.nodes[last].kind == .text {
            tree.nodes[last].second += count
            tree.nodes[last].position.endLine = position.endLine
            tree.nodes[last].position.endColumn = position.endColumn
            return
        }
        var node = Node(.text, at: position)
        (node.first, node.second) = (start, count)
        append(node)
    }

    private mutating func addLink(_ kind: Node.Kind, _ source: CNode, at position: Position) {
        var node = Node(kind, at: position)
        (node.first, node.second) = store(source.pointee.as.link.url)
        (_, node.third) = store(source.pointee.as.link.title)
        append(node)
    }
}
