/// Tells a form tool's raw export, in which each row is a person, from a table that may be published.
package struct RawExport {
    /// Enough of a file to tell.
    package static let prefixLength = 64 << 10

    /// Why a file looks like a raw export; nil where it does not.
    ///
    /// A tabulated file (`question,answer,group,count`), a directory or a list of dates is none.
    /// - Parameters:
    ///   - prefix: the file's beginning, cut anywhere, or all of it.
    ///   - name: the file's, by which nothing but a table is judged.
    package static func reason(_ prefix: [UInt8], name: String) -> String? {
        let name = name.lowercased()
        guard name.hasSuffix(anyOf: [".csv", ".tsv", ".tab", ".txt"]) else { return nil }
        let rows = rows(of: prefix)
        guard let header = rows.first, header.count > 1 else { return nil }
        if let tool = tool(rows) { return tool }
        let columns = header.indices.map { column in
            Column(title: header[column], cells: rows.dropFirst().compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil })
        }
        return reason(columns, rows: rows.count - 1)
    }

    private struct Column {
        let title: String
        let cells: [String]
        let name: Metadata?
        /// What its cells are, where nearly all of at least two are so.
        let looks: Metadata?
        let hasTimeOfDay: Bool
        let isQuestion: Bool
        let isScale: Bool
        let isNumeric: Bool

        init(title: String, cells: [String]) {
            self.title = title
            self.cells = cells
            name = Metadata.named(title.folded)
            looks = cells.count >= 2 ? ExportLayout.looks(cells) : nil
            hasTimeOfDay = looks == .time
            let words = title.onOneLine
            isQuestion = words.contains("?") || words.hasSuffix("]") && words.contains("[") && words.contains(" ") || words.split(separator: " ").count >= 6
            isScale = cells.count >= 8 && cells.count { AnswerWords.isOnAnyScale($0.folded) } * 10 >= cells.count * 8
            isNumeric = !cells.isEmpty && cells.count { Number($0) != nil } * 10 >= cells.count * 9
        }
    }

    private static func rows(of prefix: [UInt8]) -> [[String]] {
        let table = ExportTable(prefix: Array(prefix.prefix(prefixLength)))
        var rows: [[String]] = []
        // Where the end is cut off within a cell, what was read before it tells enough.
        try? table.forEach { _, record in
            guard record.count <= 5000 else { return false }
            rows.append(record.texts)
            return rows.count < 200
        }
        return rows
    }

    private static func tool(_ rows: [[String]]) -> String? {
        guard let layout = try? ExportLayout(rows) else { return nil }
        switch layout.tool {
        case .plain: return nil
        case .googleForms, .googleSheets:
            // Instruments write timestamps as well: beside numbers.
            let answers = rows.dropFirst(layout.headerRows)
            let isForm = layout.questions.flatMap(\.parts).contains { part in
                let cells = answers.compactMap { part.column < $0.count && !$0[part.column].isEmpty ? $0[part.column] : nil }
                return cells.contains { Number($0) == nil } || layout.columns[part.column].title.contains("?")
            }
            guard isForm || layout.columns.contains(where: { $0.metadata == .email || $0.metadata == .username }) else { return nil }
        case .microsoftForms, .surveyMonkey, .qualtrics: break
        }
        let titles = layout.columns.filter { $0.metadata != nil }.prefix(3).map { "‘\($0.title.prefix(40))’" }.joined(separator: ", ")
        return "it looks like a raw export of \(layout.tool.rawValue), with one row a person (columns \(titles))"
    }

    private static func reason(_ columns: [Column], rows: Int) -> String? {
        let isForm = columns.contains { $0.isQuestion } || columns.count { $0.isScale } >= 2
        if let ip = columns.first(where: { $0.looks == .ip || $0.name == .ip }) { return "its column ‘\(ip.title)’ holds IP addresses" }
        guard let found = columns.first(where: { column in
            guard let kind = column.looks ?? column.name else { return false }
            switch kind {
            case .email, .username, .name, .personID: return isForm
            case .location: return isForm && (column.looks == .location || column.name == .location && column.title.folded.contains("itude"))
            case .time: return isForm && column.hasTimeOfDay
            case .id: return isForm && column.looks == .id
            default: return false
            }
        }) else {
            // Without a column that finds anybody, the rows are still people where several columns hold a scale's words.
            let scales = columns.filter { $0.isScale && Set($0.cells.map(\.folded)).count < $0.cells.count }
            guard scales.count >= 3, rows >= 8, scales.count * 2 >= columns.count(where: { !$0.isNumeric }) else { return nil }
            return "it looks like raw answers, with one row a person (columns ‘\(scales[0].title.prefix(40))’, ‘\(scales[1].title.prefix(40))’)"
        }
        let kind = found.looks ?? found.name ?? .other
        return "it looks like raw answers, with one row a person (its column ‘\(found.title.prefix(60))’ holds \(kind.words))"
    }
}

extension String {
    fileprivate func hasSuffix(anyOf endings: [String]) -> Bool { endings.contains { hasSuffix($0) } }
}
