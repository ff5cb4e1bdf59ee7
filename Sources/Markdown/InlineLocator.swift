import CMarkGFM

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds where inlines stand in the source.
///
/// cmark's own columns count from the start of the paragraph's text as if every line had the indentation of its first,
/// and its lines lose count at breaks inside links and code. But each column says exactly how far a construct stands
/// behind the last break that the library noticed. From that follows its offset in the paragraph's text; and each line
/// of that text is the end of a line of the source.
struct InlineLocator {
    typealias CNode = UnsafeMutablePointer<cmark_node>

    let lines: SourceLines

    /// The text of the block that is being read, as cmark collected it.
    var content = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Offset of each of its lines.
    private var starts: [Int32] = []
    /// The line of the source in which the content begins.
    private var firstLine = 0
    /// Where the content begins in its line, if it has only one and this is known; otherwise lines are aligned at their ends.
    private var origin: Int?
    private var unescapesPipes = false
    /// What cmark adds to every column in this block.
    private var blockOffset = 0
    /// Behind the last break that cmark noticed.
    private var base = 0
    /// Everything before has been passed.
    var cursor = 0
    /// The content's line looked at last, the same line of the source and where in that the former begins.
    private var cachedLine = -1
    private var cachedSource = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var cachedColumn = 0
    /// How many steps may still be taken in this block in search of links without brackets.
    var patience = 0
    /// The text of the link without brackets that was passed last.
    var autolinkText: Range<Int>?

    init(lines: SourceLines) {
        self.lines = lines
    }

    // MARK: - Blocks

    /// Starts on a paragraph's or heading's inlines.
    /// - Returns: where the block's text begins; lines from 0, columns from 0.
    mutating func enter(_ block: CNode) -> (line: Int, column: Int) {
        begin(block)
        if block.pointee.type == CMARK_NODE_HEADING.rawValue {
            if block.pointee.as.heading.setext {
                firstLine = lastLine(ofSetextHeading: block) - (starts.count - 1)
            } else {
                firstLine = Int(block.pointee.start_line) - 1
                origin = Int(block.pointee.start_column) - 1 + Int(block.pointee.internal_offset)
            }
        } else if block.pointee.end_line > 0 {
            // The end, since reference definitions are taken away from a paragraph's start.
            firstLine = Int(block.pointee.end_line) - starts.count
        } else if let table = block.pointee.next {
            // Lines above a table's header, which cmark has made a paragraph without giving it a place.
            unescapesPipes = true
            firstLine = Self.headerLine(of: table) - starts.count
        }
        return place(content.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? 0)
    }

    /// Starts on a table cell's inlines; `column` is where its text begins in `line`, both from 0.
    mutating func enterCell(_ cell: CNode, line: Int, column: Int) {
        begin(cell)
        firstLine = line
        origin = column
        unescapesPipes = true
    }

    /// The line of a table's first row, from 0. (The table's own first line is that of the paragraph it grew from.)
    static func headerLine(of table: CNode) -> Int {
        if let row = table.pointee.first_child?.pointee.next { return Int(row.pointee.start_line) - 3 }
        return Int(table.pointee.end_line) - 2
    }

    private mutating func begin(_ block: CNode) {
        let strings = block.pointee.content
        content = UnsafeBufferPointer(start: strings.ptr, count: Int(strings.size))
        starts.removeAll(keepingCapacity: true)
        starts.append(0)
        if let text = content.baseAddress {
            var index = 0
            while let newline = memchr(text + index, 0x0A, content.count - index) {
                index = text.distance(to: newline.assumingMemoryBound(to: UInt8.self)) + 1
                guard index < content.count else { break }
                starts.append(Int32(index))
            }
        }
        cachedLine = -1
        origin = nil
        unescapesPipes = false
        blockOffset = Int(block.pointee.start_column) - 1 + Int(block.pointee.internal_offset)
        base = 0
        cursor = 0
        patience = 16 * content.count
    }

    /// cmark ends such a heading with its underline or, more often, the line after.
    private func lastLine(ofSetextHeading heading: CNode) -> Int {
        let last = trimmedContentLine(starts.count - 1)
        for underline in [Int(heading.pointee.end_line) - 1, Int(heading.pointee.end_line) - 2] {
            let mark = lines[underline].last { $0 != 0x20 && $0 != 0x09 }
            if mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"),
                Self.trimmed(lines[underline - 1]).suffix(last.count).elementsEqual(last)
            {
                return underline - 1
            }
        }
        return Int(heading.pointee.start_line) - 1 + starts.count - 1
    }

    // MARK: - Inlines

    /// Takes in the next inline of the block, in document order.
    /// - Returns: the offset of its first byte in the content, and of its last if that is already known.
    mutating func pass(_ inline: CNode) -> (start: Int, end: Int?) {
        let start = offset(ofColumn: inline.pointee.start_column)
        switch cmark_node_type(rawValue: UInt32(inline.pointee.type)) {
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
            return passBreak(isSoft: inline.pointee.type == CMARK_NODE_SOFTBREAK.rawValue)
        case CMARK_NODE_TEXT:
            if let range = autolinkText {
                autolinkText = nil
                return (range.lowerBound, range.upperBound - 1)
            }
            let literal = inline.pointee.as.literal
            let count = Int(literal.len)
            if Self.isLost(inline) {
                guard count > 0, matches(literal, at: cursor) else { return (cursor, cursor) }
                advance(to: cursor + count)
                return (cursor - count, cursor - 1)
            }
            if matches(literal, at: start) {
                advance(to: start + count)
                return (start, start + max(count, 1) - 1)
            }
            advance(to: start)
            return (start, max(start, offset(ofColumn: inline.pointee.end_column)))
        case CMARK_NODE_CODE:
            let end = offset(ofColumn: inline.pointee.end_column)
            let first = stepping(over: UInt8(ascii: "`"), before: start)
            let last = min(end + (start - first), max(content.count - 1, 0))
            advance(to: last + 1)
            return (first, last)
        case CMARK_NODE_HTML_INLINE:
            let end = offset(ofColumn: inline.pointee.end_column)
            advance(to: end + 1)
            return (start, end)
        case CMARK_NODE_LINK:
            if let range = autolink(inline, expectedAt: start) { return (range.lowerBound, range.upperBound - 1) }
            return (start, nil)
        default:
            return (start, nil)
        }
    }

    /// Where the block's text ends.
    mutating func lastPlace() -> (line: Int, column: Int) {
        place(content.lastIndex { !TextSurvey.isSpace($0) } ?? 0)
    }

    /// Takes in the end of an inline with children.
    mutating func leave(_ inline: CNode) -> Int {
        let end = offset(ofColumn: inline.pointee.end_column)
        advance(to: end + 1)
        return end
    }

    private mutating func passBreak(isSoft: Bool) -> (start: Int, end: Int?) {
        var newline = cursor
        while newline < content.count, content[newline] != 0x0A, content[newline] != 0x0D { newline += 1 }
        let start = newline
        if newline + 1 < content.count, content[newline] == 0x0D, content[newline + 1] == 0x0A { newline += 1 }
        // A backslash before the line's end is read without a note of the new line.
        let isNoticed = isSoft || start == 0 || content[start - 1] != UInt8(ascii: "\\") || isEscaped(start - 1)
        advance(to: newline + 1)
        if isNoticed { base = cursor }
        return (start, start)
    }

    private func isEscaped(_ backslash: Int) -> Bool {
        (backslash - stepping(over: UInt8(ascii: "\\"), before: backslash)) % 2 == 1
    }

    mutating func advance(to offset: Int) {
        cursor = min(max(cursor, offset), content.count)
    }

    func offset(ofColumn column: Int32) -> Int {
        min(max(Int(column) - 1 - blockOffset + base, 0), content.count)
    }

    func matches(_ literal: cmark_chunk, at start: Int) -> Bool {
        let count = Int(literal.len)
        guard start + count <= content.count, let data = literal.data, let text = content.baseAddress else {
            return count == 0
        }
        return data == text + start || memcmp(data, text + start, count) == 0
    }

    private func stepping(over byte: UInt8, before end: Int) -> Int {
        var start = end
        while start > 0, content[start - 1] == byte { start -= 1 }
        return start
    }

    // MARK: - Places

    /// The place in the source of an offset in the content; lines and columns from 0.
    mutating func place(_ offset: Int) -> (line: Int, column: Int) {
        var line = 0
        if starts.count > 1 {
            var upper = starts.count
            while upper - line > 1 {
                let middle = (line + upper) / 2
                if Int(starts[middle]) <= offset { line = middle } else { upper = middle }
            }
        }
        if line != cachedLine {
            cachedLine = line
            cachedSource = lines[firstLine + line]
            cachedColumn = origin ?? start(ofContentLine: line, in: cachedSource)
        }
        var column = cachedColumn
        if unescapesPipes {
            for _ in 0..<offset - Int(starts[line]) { column += Self.isEscapedPipe(cachedSource, at: column) ? 2 : 1 }
        } else {
            column += offset - Int(starts[line])
        }
        return (firstLine + line, min(max(column, 0), cachedSource.count))
    }

    private func start(ofContentLine line: Int, in source: UnsafeBufferPointer<UInt8>) -> Int {
        let end = Self.trimmed(source).count
        var start = end - trimmedContentLine(line).count
        if unescapesPipes {
            var index = end
            while index >= max(start, 0) {
                if Self.isEscapedPipe(source, at: index) { start -= 1 }
                index -= 1
            }
        }
        return start
    }

    private func trimmedContentLine(_ line: Int) -> UnsafeBufferPointer<UInt8> {
        let end = line + 1 < starts.count ? Int(starts[line + 1]) : content.count
        return Self.trimmed(UnsafeBufferPointer(rebasing: content[Int(starts[line])..<end]))
    }

    private static func trimmed(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var end = line.count
        while end > 0, line[end - 1] == 0x20 || (0x09...0x0D).contains(line[end - 1]) { end -= 1 }
        return UnsafeBufferPointer(rebasing: line[..<end])
    }

    private static func isEscapedPipe(_ line: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index >= 0 && index + 1 < line.count && line[index] == UInt8(ascii: "\\")
            && line[index + 1] == UInt8(ascii: "|")
    }
}
