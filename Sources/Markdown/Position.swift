/// Where a node stands in its file: 1-based lines of the whole file, 1-based columns in UTF-8 bytes, both ends included.
///
/// A construct that has no place of its own (a table cell that its row leaves out) gets the place where it would stand.
package struct Position: Hashable, Sendable {
    package var line: Int32
    package var column: Int32
    package var endLine: Int32
    package var endColumn: Int32

    package init(line: Int32, column: Int32, endLine: Int32, endColumn: Int32) {
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }
}
