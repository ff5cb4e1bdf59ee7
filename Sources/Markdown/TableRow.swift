/// Where the cells of a table row stand in its source line, by the library's own rules: an unescaped `|` ends a cell,
/// one at the start is only an ornament, and so is white space after the last.
struct TableRow {
    /// Each cell's text without the white space around it, as offsets into the line; empty cells are empty ranges.
    private(set) var cells: [Range<Int>] = []

    mutating func read(_ line: UnsafeBufferPointer<UInt8>, from start: Int) {
        cells.removeAll(keepingCapacity: true)
        var cell = start < line.count && line[start] == UInt8(ascii: "|") ? start + 1 : start
        var index = cell
        while index < line.count {
            // A backslash escapes a pipe even if a backslash stands before it.
            if line[index] == UInt8(ascii: "|"), index == 0 || line[index - 1] != UInt8(ascii: "\\") || index == cell {
                cells.append(Self.trimmed(line, cell..<index))
                cell = index + 1
            }
            index += 1
        }
        let last = Self.trimmed(line, cell..<line.count)
        if !last.isEmpty { cells.append(last) }
    }

    private static func trimmed(_ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, isSpace(line[lower]) { lower += 1 }
        while lower < upper, isSpace(line[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
