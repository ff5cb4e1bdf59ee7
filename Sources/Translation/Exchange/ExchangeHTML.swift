import Publication

/// A table as a page of HTML, for word processors and browsers.
package enum ExchangeHTML {
    package static func written(_ table: ExchangeTable) -> [UInt8] {
        let title = "\(escaped(table.title)): translation (\(table.target))"
        var html = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>\(title)</title>
            <style>
            body { font-family: sans-serif; line-height: 1.4; margin: 2em }
            table { border-collapse: collapse; width: 100% }
            th, td { border: 1px solid #767676; padding: .4em; text-align: start; vertical-align: top }
            thead th { background: #eee }
            .id { font-family: monospace; font-size: .8em }
            .note { white-space: pre-line }
            </style>
            </head>
            <body>
            <h1>\(title)</h1>
            <p>Write in the column \(ExchangeColumn.translation.heading(of: table)) only. Keep the first row and the column ID as they are: \
            they tell where each text belongs.
            Keep marks such as [words][1], *emphasis* and `code`, in the order that your language needs. Empty cells change nothing.</p>
            <table data-language="\(table.target)">
            <thead><tr>
            """
        for column in ExchangeColumn.allCases { html += "<th scope=\"col\">\(escaped(column.heading(of: table)))</th>" }
        html += "</tr></thead>\n<tbody>\n"
        for row in table.rows {
            html += "<tr>"
            for column in ExchangeColumn.allCases { html += cell(column, of: row, in: table) }
            html += "</tr>\n"
        }
        return Array((html + "</tbody>\n</table>\n</body>\n</html>\n").utf8)
    }

    private static func cell(_ column: ExchangeColumn, of row: ExchangeRow, in table: ExchangeTable) -> String {
        let text = escaped(ExchangeCell.defused(column.cell(of: row)))
        switch column {
        case .id: return "<th scope=\"row\" class=\"id\">\(text)</th>"
        case .source, .previous: return "<td\(language(table.source))>\(text)</td>"
        case .translation: return "<td\(language(table.target))>\(text)</td>"
        case .note: return "<td class=\"note\">\(text)</td>"
        case .place, .state: return "<td>\(text)</td>"
        }
    }

    private static func language(_ tag: LanguageTag) -> String { " lang=\"\(tag)\" dir=\"\(tag.isRightToLeft ? "rtl" : "ltr")\"" }

    private static func escaped(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    // MARK: Reading

    /// Reads the tables of a page that a word processor saved, among all that it writes around them.
    package static func read(_ file: SourceFile) -> ReceivedTable {
        var table = ReceivedTable()
        var problems = ExchangeProblems(in: file)
        // What is no UTF-8 is Windows-1252, whatever its `meta` says: no word processor writes others.
        var rows = Rows(ExchangeText.decoded(file.bytes))
        var heading: ExchangeHeading?
        var number = 0
        while let row = rows.next() {
            number += 1
            let cells = row.cells.map { ExchangeCell.armed(ReceivedTable.Row.cleaned($0)) }
            if let heading {
                if let received = heading.row(cells, line: row.line, number: number, problems: &problems) {
                    table.rows.append(received)
                }
            } else if let found = ExchangeHeading(cells) {
                heading = found
                table.language = found.language
            }
        }
        table.problems = heading == nil ? [ExchangeHeading.missing(in: file)] : problems.listed
        return table
    }

    /// The rows of all tables. A table inside a cell is words of the cell.
    private struct Rows {
        private var tokens: MarkupTokenizer
        private var depth = 0

        init(_ text: String) { tokens = MarkupTokenizer(text, isXML: false) }

        mutating func next() -> (cells: [String], line: Int)? {
            var cells: [String]?
            var line = 1
            /// The cell that is open; a joined cell stands for all of its columns, and its words are the first's.
            var cell: Int?
            var deletions = 0
            while let token = tokens.next() {
                switch token {
                case .open("table", _, _): depth += 1
                case .close("table"):
                    depth = max(0, depth - 1)
                    if depth == 0, let cells { return (cells, line) }
                case .open("tr", _, _) where depth == 1:
                    // A row that was not closed ends where the next begins.
                    if let cells, !cells.isEmpty { return (cells, line) }
                    cells = []
                    line = tokens.line
                    cell = nil
                case .close("tr") where depth == 1:
                    if let cells { return (cells, line) }
                case .open("td", let attributes, _) where depth == 1, .open("th", let attributes, _) where depth == 1:
                    if cells == nil { line = tokens.line }
                    let span = MarkupTokenizer.value(of: "colspan", in: attributes, isXML: false).flatMap { Int($0) } ?? 1
                    let count = cells?.count ?? 0
                    if cells == nil { cells = [] }
                    cell = count < ExchangeHeading.cellLimit ? count : nil
                    if cell != nil { for _ in 0..<min(max(1, span), 20) { cells?.append("") } }
                    deletions = 0
                case .close("td") where depth == 1, .close("th") where depth == 1: cell = nil
                // What was deleted while changes were tracked.
                case .open("del", _, false): deletions += 1
                case .close("del"): deletions = max(0, deletions - 1)
                case .text(let text):
                    if let cell, deletions == 0 { cells?[cell] += text }
                case .open(let name, _, _), .close(let name):
                    if let cell, ["p", "br", "div", "li", "td", "tr"].contains(name) { cells?[cell] += "\n" }
                case .doctype: break
                }
            }
            return cells.map { ($0, line) }
        }
    }
}
