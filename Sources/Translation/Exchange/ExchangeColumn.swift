import Publication

/// The columns of a table, as CSV and HTML have it. Their headings are how a table that comes back is understood, in
/// whatever order it has them.
enum ExchangeColumn: String, CaseIterable {
    case id = "ID", place = "Where", previous = "Previous source", source = "Source", translation = "Translation"
    case note = "Note", state = "State"

    /// The heading, with the language where a column is in one: `Translation (es)`.
    func heading(of table: ExchangeTable) -> String {
        switch self {
        case .source: "\(rawValue) (\(table.source))"
        case .translation: "\(rawValue) (\(table.target))"
        default: rawValue
        }
    }

    func cell(of row: ExchangeRow) -> String {
        switch self {
        case .id: row.id
        case .place: row.place
        case .previous: row.previous ?? ""
        case .source: row.source
        case .translation: row.translation
        case .note: row.note
        case .state: row.state.rawValue
        }
    }
}

/// Which columns a table has where, read from its heading row.
struct ExchangeHeading {
    private var columns: [ExchangeColumn: Int] = [:]
    private(set) var language: String?

    /// Nobody's table has more columns.
    static let cellLimit = 1_000

    /// Nil where a row is no heading row: it must name the id and the translation.
    init?(_ cells: [String]) {
        for (index, cell) in cells.prefix(ExchangeHeading.cellLimit).enumerated() {
            let words = ReceivedTable.Row.cleaned(cell)
            guard words.utf8.count <= 100 else { continue }
            let name = words.prefix { $0 != "(" }.lowercased().filter { !$0.isWhitespace }
            guard let column = ExchangeColumn.allCases.first(where: { $0.rawValue.lowercased().filter { $0 != " " } == name }), columns[column] == nil
            else { continue }
            columns[column] = index
            if column == .translation, let open = words.firstIndex(of: "(") {
                language = String(words[words.index(after: open)...].prefix { $0 != ")" })
            }
        }
        guard columns[.id] != nil, columns[.translation] != nil else { return nil }
    }

    func cell(_ column: ExchangeColumn, of cells: [String]) -> String? {
        columns[column].flatMap { cells.indices.contains($0) ? cells[$0] : nil }
    }

    /// A row of the table; nil where it is empty.
    func row(_ cells: [String], line: Int, number: Int, problems: inout ExchangeProblems) -> ReceivedTable.Row? {
        guard cells.contains(where: { !ReceivedTable.Row.cleaned($0).isEmpty }) else { return nil }
        let translation = ReceivedTable.Row.cleaned(cell(.translation, of: cells) ?? "")
        let written = cell(.id, of: cells) ?? ""
        guard let id = ExchangeRow.id(written: written) else {
            // A remark below the table, or a heading that was repeated on a page, concerns nobody.
            if !translation.isEmpty, ExchangeHeading(cells) == nil {
                problems.add(
                    line, "row \(number) has no id: ‘\(written.prefix(40))’ is none, and its translation is left out",
                    help: "Copy the id from a new export: an m and 16 digits or letters.")
            }
            return nil
        }
        var row = ReceivedTable.Row(
            id: id, source: cell(.source, of: cells).map(ReceivedTable.Row.cleaned), translation: translation, line: line, name: "row \(number)")
        switch ReceivedTable.Row.cleaned(cell(.state, of: cells) ?? "").lowercased() {
        case "translated", "reviewed", "final", "finished", "done", "ok": row.state = .finished
        default: break
        }
        return row
    }

    /// The problem of a file in which no row is a heading row.
    static func missing(in file: SourceFile) -> Diagnostic {
        file.problem(
            .exchangeFile, "there is no row with the headings ‘ID’ and ‘Translation’",
            help: "Keep the first row of the exported table as it is: it tells what each column holds.")
    }
}
