import Publication

/// The formats in which messages are handed over.
package enum ExchangeFormat: String, Sendable, CaseIterable {
    case csv, html, xliff

    package func written(_ table: ExchangeTable) -> [UInt8] {
        switch self {
        case .csv: ExchangeCSV.written(table)
        case .html: ExchangeHTML.written(table)
        case .xliff: ExchangeXLIFF.written(table)
        }
    }
}

extension ReceivedTable {
    /// No table of messages is larger, in bytes: 10,000 documents have 30 MB of text.
    package static let sizeLimit = 200_000_000

    /// Reads a file of any format, also a translator's own PO file. What it is is told by its beginning, then by its name.
    package static func read(_ file: SourceFile) -> ReceivedTable {
        if let problem = binaryProblem(file) { return ReceivedTable(problems: [problem]) }
        let name = file.path.lowercased()
        if name.hasSuffix(".po") || name.hasSuffix(".pot") { return catalog(file) }
        let head = ExchangeText.decoded(Array(file.bytes.prefix(4_000))).lowercased()
        if head.contains("<xliff") || [".xlf", ".xliff", ".xml", ".mqxliff", ".sdlxliff"].contains(where: name.hasSuffix) {
            return ExchangeXLIFF.read(file)
        }
        if [".html", ".htm", ".xhtml"].contains(where: name.hasSuffix) || head.contains("<html") || head.contains("<table") {
            return ExchangeHTML.read(file)
        }
        return ExchangeCSV.read(file)
    }

    /// A catalog's entries, as rows; those without a translation too, so that the file is known to be understood.
    private static func catalog(_ file: SourceFile) -> ReceivedTable {
        let (catalog, problems) = POFile.read(file)
        var table = ReceivedTable(problems: problems)
        guard let catalog else { return table }
        table.language = catalog.header["Language"].flatMap { $0.isEmpty ? nil : $0 }
        table.rows = catalog.entries.filter { !$0.isObsolete && $0.pluralID == nil }.map { entry in
            Row(
                id: ExchangeRow.id(of: entry.key), source: entry.id, translation: Row.cleaned(entry.translations.first ?? ""),
                state: entry.isFuzzy ? .unfinished : .finished, line: entry.line, name: "entry")
        }
        return table
    }

    /// Files that word processors and spreadsheets save in their own form.
    private static func binaryProblem(_ file: SourceFile) -> Diagnostic? {
        let save = "In a spreadsheet: Save As, CSV UTF-8 (Comma delimited). In a word processor: Save As, Web Page, Filtered (*.htm)."
        if file.bytes.starts(with: "PK\u{3}\u{4}".utf8) {
            return file.problem(
                .exchangeFile, "this is a document of a word processor or a spreadsheet in its own form, as .xlsx, .docx and .ods are", help: save)
        }
        if file.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return file.problem(.exchangeFile, "this is a document in the old form of Word or Excel", help: save)
        }
        if file.bytes.starts(with: "%PDF".utf8) {
            return file.problem(.exchangeFile, "this is a PDF, in which nothing can be told apart", help: save)
        }
        if file.bytes.starts(with: "MIME-Version:".utf8) {
            return file.problem(.exchangeFile, "this is a web page in a single file (.mht)", help: save)
        }
        return nil
    }
}
