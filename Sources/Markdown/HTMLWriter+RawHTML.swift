extension HTMLWriter {
    mutating func writeRawHTML(_ node: MarkdownTree.Node, of source: Source) {
        if isWritten(node) { output.append(contentsOf: source.literal(node)) }
    }

    /// Whether the node is not raw HTML that is left out.
    func isWritten(_ node: MarkdownTree.Node) -> Bool {
        node.kind != .htmlInline || node.flags & MarkdownTree.Node.Flag.allowed != 0
    }
}
