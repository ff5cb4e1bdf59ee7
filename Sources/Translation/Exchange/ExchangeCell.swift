/// Cells that spreadsheets leave as they are. An apostrophe stands before what they would run as a formula or write anew
/// as a number or a date; HTML has it too, since spreadsheets open that as well.
enum ExchangeCell {
    static func defused(_ cell: String) -> String { needsApostrophe(cell) ? "'" + cell : cell }

    /// The cell as it was before `defused`.
    static func armed(_ cell: String) -> String {
        cell.unicodeScalars.first == "'" && needsApostrophe(cell) ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    /// Looks behind any apostrophes, so that one of the text's own is not taken for ours.
    private static func needsApostrophe(_ cell: String) -> Bool {
        CSVRecord.isFormula(cell) || isLikeNumber(cell.unicodeScalars.drop { $0 == "'" })
    }

    /// Whether it might be a number or a date in some language: `1/2`, `00123`, `4 de marzo`, `June 2022`.
    private static func isLikeNumber(_ text: Substring.UnicodeScalarView) -> Bool {
        guard text.count <= 30 else { return false }
        let words = text.split(separator: " ")
        guard let first = words.first?.first, let last = words.last, words.count <= 5 else { return false }
        func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType == .decimal }
        if words.count == 1 { return isDigit(first) || ["$", "€", "£", "(", "."].contains(first) && last.contains(where: isDigit) }
        // A day and a month in either order, with or without a year.
        return isDigit(first) || last.allSatisfy { isDigit($0) || [",", "."].contains($0) } && (1...4).contains(last.count)
    }
}
