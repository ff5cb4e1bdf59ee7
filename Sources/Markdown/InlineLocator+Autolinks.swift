import CMarkGFM

/// Links without brackets: cmark makes most of them of a text that it has read already.
extension InlineLocator {
    /// Links without brackets. Some have no columns at all, some those of something else: looked for by their text. Those
    /// written with entities are not found, and get the place where the text before them ends.
    mutating func autolink(_ link: CNode, expectedAt start: Int) -> Range<Int>? {
        guard let child = link.pointee.first_child, child.pointee.next == nil,
            child.pointee.type == CMARK_NODE_TEXT.rawValue, link.pointee.as.link.title.len == 0
        else { return nil }
        let literal = child.pointee.as.literal
        let address = link.pointee.as.link.url
        guard literal.len > 0, address.len >= literal.len,
            UnsafeBufferPointer(start: address.data, count: Int(address.len)).suffix(Int(literal.len))
                .elementsEqual(UnsafeBufferPointer(start: literal.data, count: Int(literal.len)))
        else { return nil }
        let isLost = Self.isLost(link)
        let limit = isLost ? max(limit(ofLost: link), min(cursor + 1, content.count)) : content.count
        let expected = offset(ofColumn: child.pointee.start_column)
        var found = !isLost && expected > cursor && matches(literal, at: expected) ? expected : cursor
        while found < limit, !matches(literal, at: found) {
            found += 1
            patience -= 1
            if patience < 0 { found = limit }
        }
        guard found < limit else { return isLost ? cursor..<cursor + 1 : nil }
        if found > 0, content[found - 1] == UInt8(ascii: "["), start == found - 1 { return nil }
        var range = found..<found + Int(literal.len)
        autolinkText = range
        if found > 0, content[found - 1] == UInt8(ascii: "<"), range.upperBound < content.count,
            content[range.upperBound] == UInt8(ascii: ">")
        {
            range = found - 1..<range.upperBound + 1
        }
        advance(to: range.upperBound)
        return range
    }

    /// What was made of a text after the text was read has no columns.
    static func isLost(_ inline: CNode) -> Bool {
        inline.pointee.start_column == 0 && inline.pointee.end_column == 0
    }

    /// Before which offset a link without columns begins: in its line, and before the next inline with columns.
    private mutating func limit(ofLost link: CNode) -> Int {
        guard patience > 0 else { return cursor }
        var limit = cursor
        while limit < content.count, content[limit] != 0x0A, content[limit] != 0x0D { limit += 1 }
        patience -= limit - cursor
        var inline = link
        while patience > 0 {
            patience -= 1
            if let next = inline.pointee.next {
                // Of a link in angle brackets only the text has a column to be trusted.
                let anchor = next.pointee.type == CMARK_NODE_LINK.rawValue ? next.pointee.first_child ?? next : next
                if !Self.isLost(anchor) { return min(limit, offset(ofColumn: anchor.pointee.start_column)) }
                let type = cmark_node_type(rawValue: UInt32(next.pointee.type))
                if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK { break }
                inline = next
            } else {
                guard let parent = inline.pointee.parent, TreeBuilder.isInline(parent) else { break }
                if !Self.isLost(parent) { return min(limit, offset(ofColumn: parent.pointee.end_column)) }
                inline = parent
            }
        }
        return limit
    }
}
