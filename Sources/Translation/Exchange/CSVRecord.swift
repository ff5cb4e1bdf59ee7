/// A record of CSV as spreadsheets read it (RFC 4180, section 2), in UTF-8.
package enum CSVRecord {
    /// By which Excel knows UTF-8.
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Cells with commas, semicolons, tabs, quotation marks or line breaks are quoted: programs split at the former two and
    /// the third, depending on the country.
    package static func write(_ cells: [String], to output: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            guard cell.utf8.contains(where: { [UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), 9, 10, 13].contains($0) }) else {
                output += cell.utf8
                continue
            }
            output.append(UInt8(ascii: "\""))
            for byte in cell.utf8 {
                if byte == UInt8(ascii: "\"") { output.append(byte) }
                output.append(byte)
            }
            output.append(UInt8(ascii: "\""))
        }
        output += [13, 10]
    }

    /// An apostrophe before what a spreadsheet would run as a formula.
    ///
    /// Looks behind any apostrophes, so that one of the text's own is not taken for ours.
    package static func defused(_ cell: String) -> String { isFormula(cell) ? "'" + cell : cell }

    package static func isFormula(_ cell: String) -> Bool {
        // The wide forms are formulas in Japanese Excel.
        let marks: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]
        return cell.unicodeScalars.first { $0 != "'" }.map(marks.contains) ?? false
    }
}
