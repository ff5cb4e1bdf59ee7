extension HTMLWriter {
    /// Whether terms are marked where the next text stands.
    var marksHere: Bool { unmarked == 0 && openRawHTML == 0 && !leavesOutLinks }

    /// Writes a text with its marks, and what goes on with it in the next lines, since a term may reach over their ends.
    ///
    /// - Parameters:
    ///   - first: what is to be written of the first text.
    ///   - limit: the end of what it stands in.
    /// - Returns: the index to go on with.
    mutating func writeMarked(_ index: Int, _ first: UnsafeBufferPointer<UInt8>, before limit: Int, of source: Source) -> Int {
        let isAfterWord = first.count == source.literal(source.nodes[index]).count && isWord(before: index, of: source)
        var next = index + 1
        guard next < limit, isTextual(source.nodes[next]) else {
            writeMarked(first, isAfterWord: isAfterWord, isBeforeWord: isWord(at: next, of: source))
            return next
        }
        var text = Array(first)
        while next < limit, isTextual(source.nodes[next]) {
            if source.nodes[next].kind == .text {
                let more = source.literal(source.nodes[next])
                let dropped = min(dropping, more.count)
                dropping -= dropped
                text.append(contentsOf: UnsafeBufferPointer(rebasing: more[dropped...]))
            } else {
                text.append(0x0A)
            }
            next += 1
        }
        text.withUnsafeBufferPointer { writeMarked($0, isAfterWord: isAfterWord, isBeforeWord: isWord(at: next, of: source)) }
        return next
    }

    private mutating func writeMarked(_ text: UnsafeBufferPointer<UInt8>, isAfterWord: Bool, isBeforeWord: Bool) {
        length?.add(text)
        marks!.write(text, isOwn: texts == nil, isAfterWord: isAfterWord, isBeforeWord: isBeforeWord, into: &output)
    }

    private func isTextual(_ node: MarkdownTree.Node) -> Bool { node.kind == .text || node.kind == .softBreak }

    // MARK: - Words that emphasis cuts

    private func isWord(before index: Int, of source: Source) -> Bool {
        var previous = index - 1
        while previous >= 0, isTransparent(source.nodes[previous], of: source) { previous -= 1 }
        return previous >= 0 && isWord(source.nodes[previous], of: source) { $0.last }
    }

    private func isWord(at index: Int, of source: Source) -> Bool {
        var next = index
        while next < source.nodes.count, isTransparent(source.nodes[next], of: source) { next += 1 }
        return next < source.nodes.count && isWord(source.nodes[next], of: source) { $0.first }
    }

    private func isTransparent(_ node: MarkdownTree.Node, of source: Source) -> Bool {
        switch node.kind {
        case .emphasis, .strong, .strikethrough, .link: true
        case .htmlInline: !source.literal(node).dropFirst().prefix(2).elementsEqual("br".utf8) { $0 | 0x20 == $1 }
        default: false
        }
    }

    private func isWord(_ node: MarkdownTree.Node, of source: Source, at edge: (UnsafeBufferPointer<UInt8>) -> UInt8?) -> Bool {
        switch node.kind {
        case .text: edge(source.literal(node)).map { $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) } ?? false
        case .code: true
        default: false
        }
    }
}
