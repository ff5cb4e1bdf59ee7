extension HTMLWriter {
    mutating func writeRawHTML(_ node: MarkdownTree.Node, of source: Source) {
        guard isWritten(node) else { return }
        let tag = source.literal(node)
        output.append(contentsOf: tag)
        guard marks != nil, tag.count > 3 else { return }
        if tag[1] == UInt8(ascii: "/") {
            openRawHTML = max(0, openRawHTML - 1)
        } else if !["br", "wb"].contains(String(decoding: tag[1...2], as: UTF8.self).lowercased()) {
            openRawHTML += 1
        }
    }

    /// Whether the node is not raw HTML that is left out.
    func isWritten(_ node: MarkdownTree.Node) -> Bool {
        node.kind != .htmlInline || node.flags & MarkdownTree.Node.Flag.allowed != 0
    }
}
