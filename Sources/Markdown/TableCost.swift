/// What tables may cost, from lines that look like the one between a table's header and its rows.
///
/// cmark fills short rows up to the header's width, and for every such line reads the paragraph above it again.
struct TableCost {
    /// Nanoseconds for reading the paragraphs above.
    private(set) var cost = 0.0

    private var columns = 0
    private var cells = 0
    private var filled = 0

    mutating func read(
        _ line: UnsafeBufferPointer<UInt8>, linesAbove: Int, bytesAbove: Int
    ) -> MarkdownLimit.What? {
        if columns > 0 {
            let own = min(Self.cells(of: line), columns)
            cells += columns
            filled += columns - own
            if cells > MarkdownLimit.tableCells || filled > MarkdownLimit.filledCells { return .tableCells(cells) }
        }
        guard linesAbove > 0, Self.mayBeDelimiter(line) else { return nil }
        cost += 1.3 * Double(linesAbove) * Double(linesAbove) + 2 * Double(bytesAbove)
        let width = Self.cells(of: line)
        if width > MarkdownLimit.tableColumns { return .tableColumns(width) }
        columns = max(columns, width)
        return nil
    }

    /// A blank line ends any table.
    mutating func end() { columns = 0 }

    private static func cells(of line: UnsafeBufferPointer<UInt8>) -> Int {
        var first = 0
        while first < line.count, TextSurvey.isSpace(line[first]) || line[first] == UInt8(ascii: ">") { first += 1 }
        guard first < line.count else { return 0 }
        var cells = line[first] == UInt8(ascii: "|") ? 0 : 1
        var last = first
        for index in first..<line.count where !TextSurvey.isSpace(line[index]) {
            last = index
            if line[index] == UInt8(ascii: "|"), index == first || line[index - 1] != UInt8(ascii: "\\") { cells += 1 }
        }
        let endsWithPipe = last > first && line[last] == UInt8(ascii: "|") && line[last - 1] != UInt8(ascii: "\\")
        return endsWithPipe ? cells - 1 : cells
    }

    private static func mayBeDelimiter(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var (hasDash, hasMark) = (false, false)
        for byte in line {
            switch byte {
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMark = true
            case UInt8(ascii: ">"), 0x20, 0x09, 0x0B, 0x0C: break
            default: return false
            }
        }
        return hasDash && hasMark
    }
}
