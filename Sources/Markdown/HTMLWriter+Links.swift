extension HTMLWriter {
    mutating func beginLink(_ index: Int, _ node: MarkdownTree.Node, of source: Source) {
        guard !leavesOutLinks else { return }
        switch resolved(index, node, of: source) {
        case .language(let tag, let rightToLeft):
            output.append("<span lang=\"")
            Self.escape(tag.utf8, into: &output)
            output.append(rightToLeft ? "\" dir=\"rtl\">" : "\" dir=\"ltr\">")
        case .textOnly, .footnote: break
        case .address(let address), .image(let address, _, _):
            output.append("<a href=\"")
            Self.escapeAddress(address, into: &output)
            finishLink(index, node, of: source)
        case nil:
            output.append("<a href=\"")
            writeDestination(node, of: source)
            finishLink(index, node, of: source)
        }
    }

    private mutating func finishLink(_ index: Int, _ node: MarkdownTree.Node, of source: Source) {
        if style.isRightToLeft, showsItsAddress(index, node, of: source) { output.append("\" dir=\"ltr") }
        writeTitle(node, of: source)
        output.append("\">")
    }

    /// `<office@example.org>`: the words of a link are its address, or the end of it.
    private func showsItsAddress(_ index: Int, _ node: MarkdownTree.Node, of source: Source) -> Bool {
        guard index + 2 == Int(node.end), source.nodes[index + 1].kind == .text else { return false }
        let words = source.literal(source.nodes[index + 1]), address = source.slice(node.first, node.second)
        return words.count > 3 && words.count <= address.count && address.suffix(words.count).elementsEqual(words)
    }

    mutating func endLink(_ index: Int, _ node: MarkdownTree.Node, of source: Source) {
        guard !leavesOutLinks else { return }
        switch resolved(index, node, of: source) {
        case .language: output.append("</span>")
        case .textOnly: break
        default: output.append("</a>")
        }
    }

    mutating func writeImage(_ index: Int, _ node: MarkdownTree.Node, of source: Source) {
        let resolved = resolved(index, node, of: source)
        if resolved == .textOnly { return writeAlternative(index, node, of: source) }
        output.append("<img src=\"")
        switch resolved {
        case .address(let address), .image(let address, _, _): Self.escapeAddress(address, into: &output)
        default: writeDestination(node, of: source)
        }
        output.append("\" alt=\"")
        writeAlternative(index, node, of: source)
        writeTitle(node, of: source)
        if case .image(_, let width, let height) = resolved {
            output.append("\" width=\"")
            output.append(decimal: width)
            output.append("\" height=\"")
            output.append(decimal: height)
        }
        output.append("\">")
    }

    /// The image's text without any markup.
    private mutating func writeAlternative(_ index: Int, _ node: MarkdownTree.Node, of source: Source) {
        for child in index + 1..<Int(node.end) {
            let inline = source.nodes[child]
            switch inline.kind {
            case .text, .code: Self.escape(source.literal(inline), into: &output)
            case .softBreak, .lineBreak: output.append(0x20)
            default: break
            }
        }
    }

    private mutating func writeDestination(_ node: MarkdownTree.Node, of source: Source) {
        let destination = source.slice(node.first, node.second)
        if !Self.isUnsafe(destination) { Self.escapeAddress(destination, into: &output) }
    }

    private mutating func writeTitle(_ node: MarkdownTree.Node, of source: Source) {
        guard node.third > 0 else { return }
        output.append("\" title=\"")
        Self.escape(source.slice(node.first + node.second, node.third), into: &output)
    }
}
