extension HTMLWriter {
    mutating func writeRawHTML(_ node: MarkdownTree.Node, of source: Source) {
        guard node.flags & MarkdownTree.Node.Flag.allowed != 0 else { return }
        output.append(contentsOf: source.literal(node))
    }
}
