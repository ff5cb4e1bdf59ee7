import Publication

/// A table as CSV (RFC 4180), for spreadsheets: UTF-8 with a byte-order mark, by which Excel knows it.
package enum ExchangeCSV {
    package static func written(_ table: ExchangeTable) -> [UInt8] {
        var output = CSVRecord.byteOrderMark
        write(ExchangeColumn.allCases.map { $0.heading(of: table) }, to: &output)
        // Without broken lines, so that a row's number is its line's.
        for row in table.rows { write(ExchangeColumn.allCases.map { $0.cell(of: row).replacing("\n", with: $0 == .note ? " · " : " ") }, to: &output) }
        return output
    }

    private static func write(_ cells: [String], to output: inout [UInt8]) {
        CSVRecord.write(cells.map(ExchangeCell.defused), to: &output)
    }

    // MARK: Reading

    /// Reads a table that a spreadsheet saved: with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.
    package static func read(_ file: SourceFile) -> ReceivedTable {
        let bytes = Array(ExchangeText.decoded(file.bytes).utf8)
        var table = ReceivedTable()
        var problems = ExchangeProblems(in: file)
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            var records = Records(bytes, separator: separator)
            var number = 0
            var found: ExchangeHeading?
            // Excel's `sep=;` and titles that people put above a table come before the headings.
            while number < 20, found == nil, let record = records.next() {
                number += 1
                found = ExchangeHeading(record.cells.map(ExchangeCell.armed))
            }
            guard let heading = found else { continue }
            table.language = heading.language
            while let record = records.next() {
                number += 1
                if let row = heading.row(record.cells.map(ExchangeCell.armed), line: record.line, number: number, problems: &problems) {
                    table.rows.append(row)
                }
            }
            table.problems = problems.listed
            if let line = records.unclosed {
                table.problems.append(file.problem(
                    .exchangeFile, "a cell that begins with a quotation mark on line \(line) never ends, so that what follows cannot be told apart",
                    help: "Open the file in a spreadsheet and save it anew, or close the cell with a quotation mark."))
            }
            return table
        }
        table.problems.append(ExchangeHeading.missing(in: file))
        return table
    }

    /// The records of a file, one after another.
    private struct Records {
        private let bytes: [UInt8]
        private let separator: UInt8
        private var index = 0
        private var line = 1
        /// Where a quoted cell begins that the file's end cut off.
        private(set) var unclosed: Int?

        init(_ bytes: [UInt8], separator: UInt8) {
            self.bytes = bytes
            self.separator = separator
        }

        mutating func next() -> (cells: [String], line: Int)? {
            guard index < bytes.count else { return nil }
            let start = line
            var cells: [String] = []
            while true {
                let text = cell()
                if cells.count < ExchangeHeading.cellLimit { cells.append(text) }
                guard index < bytes.count else { break }
                let byte = bytes[index]
                index += 1
                if byte == separator { continue }
                endLine(byte)
                break
            }
            return (cells, start)
        }

        /// Up to its separator or line ending, which is left.
        private mutating func cell() -> String {
            var cell: [UInt8] = []
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { quoted(&cell) }
            while index < bytes.count, bytes[index] != separator, bytes[index] != 10, bytes[index] != 13 {
                cell.append(bytes[index])
                index += 1
            }
            return String(decoding: cell, as: UTF8.self)
        }

        private mutating func quoted(_ cell: inout [UInt8]) {
            let start = line
            index += 1
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte == UInt8(ascii: "\"") {
                    guard index < bytes.count, bytes[index] == byte else { return }
                    index += 1
                } else if byte == 10 || byte == 13 && !(index < bytes.count && bytes[index] == 10) {
                    line += 1
                }
                cell.append(byte)
            }
            unclosed = start
        }

        private mutating func endLine(_ byte: UInt8) {
            if byte == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
            line += 1
        }
    }
}
