/// A text that would take unreasonable time or memory to read. Real documents are far from all of these.
package struct MarkdownLimit: Error, Hashable, Sendable {
    package enum What: Hashable, Sendable {
        /// Bytes of the whole text.
        case size(bytes: Int)
        /// Quotations, lists and footnotes inside one another.
        case nesting(depth: Int)
        case tableColumns(Int)
        /// Cells of all tables, those counted that short rows leave out.
        case tableCells(Int)
        /// What would have to be compared because of one kind of opener that is never closed.
        case openers(String)
        /// Lines of one paragraph above a line that looks like a table's second.
        case linesBeforeTable(Int)
    }

    /// Line of the file at which the limit was passed.
    package let line: Int
    package let what: What

    /// Plain English, lower case, without a full stop.
    package var description: String {
        switch what {
        case .size(let bytes):
            "a text of \(bytes) bytes; at most \(Self.size) can be read"
        case .nesting(let depth):
            "lists and quotations nested \(depth) deep; at most \(Self.nesting) can be read"
        case .tableColumns(let columns):
            "a table of \(columns) columns; at most \(Self.tableColumns) can be read"
        case .tableCells(let cells):
            "tables of \(cells) cells, those counted that short rows leave out; at most \(Self.tableCells) can be read"
        case .openers(let opener):
            "too many \"\(opener)\" in one paragraph for it to be read in reasonable time"
        case .linesBeforeTable(let lines):
            "a paragraph of \(lines) lines right above a table's second line; leave a blank line before the table"
        }
    }

    static let size = 8 << 20
    static let nesting = 100
    static let tableColumns = 200
    static let tableCells = 100_000
    static let filledCells = 20_000
}
