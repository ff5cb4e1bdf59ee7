import Markdown

/// Tables of a survey that are no question's: who was invited, who answered. Nothing in them is published as it stands but
/// what protects people.
extension SurveyReader {
    /// What a cell of such a table holds.
    private enum Content {
        case count(Int), withheld, percentage(Survey.Share), words
        /// A number with something else: `40 (57 %)`
        case number

        init(_ text: String) {
            let text = LabelledLine.trimmed(text)
            if text.lowercased() == "[c]" {
                self = .withheld
            } else if let count = SurveyReader.count(text) {
                self = .count(count)
            } else if let share = Survey.Share(text) {
                self = .percentage(share)
            } else {
                self = text.first(where: { $0.isLetter || $0.isNumber })?.isNumber == true ? .number : .words
            }
        }

        /// Two numbers, or one with a sign, that no date and no name of a class has.
        static func isCountWithShare(_ text: String) -> Bool { text.contains("%") || text.contains("(") && text.filter(\.isNumber).count > 1 }
    }

    /// Problems for those that nobody can protect, and the counts of the others.
    mutating func otherTables(than questions: [Survey.Question]) -> [Survey.CountTable] {
        let own = Set(questions.compactMap(\.table))
        return tree.nodes.indices.filter { tree.nodes[$0].kind == .table && !own.contains($0) }.compactMap { table in
            let rows = tree.children(of: table).map { row in Array(tree.children(of: row)) }
            let contents = rows.dropFirst().map { $0.dropFirst().map { Content(tree.plainText(of: $0)) } }
            let hasNumbers = contents.joined().contains { if case .words = $0 { false } else { true } }
            if let number = questionRanges.first(where: { $0.nodes.contains(table) })?.number {
                guard hasNumbers else { return nil }
                report(
                    table, "\(number) has a second table, and only its first one is protected",
                    help: "Give this one a heading of its own, as in `### Q5. The question’s words`; or move it to another section, such as `## Who answered`.")
                return nil
            }
            if results.contains(where: { $0.contains(table) }) {
                guard hasNumbers else { return nil }
                report(
                    table, "this table is no question’s, and so nothing in it is protected or shown as a chart",
                    help: "Write a heading with the question’s number above it, as in `### Q4. The question’s words`; or move it to another section, such as `## Who answered`.")
                return nil
            }
            return countTable(rows, contents)
        }
    }

    private mutating func countTable(_ rows: [[Index]], _ contents: [[Content]]) -> Survey.CountTable? {
        guard let header = rows.first else { return nil }
        let before = problems.count
        for cell in header.dropFirst() where Int(tree.plainText(of: cell)) != nil && !SurveyFacts.isYear(tree.plainText(of: cell)) {
            report(cell, "a count where a column’s name belongs", help: "Write a row of names above it, as in `| Group | Answered |`.")
        }
        let counts: [[Survey.Cell]] = zip(rows.dropFirst(), contents).map { row, contents in
            zip(row.dropFirst(), contents).map { cell, content in
                if case .count(let count) = content { .init(node: cell, count: count) } else { .init(node: cell, count: nil) }
            }
        }
        let columns = header.indices.dropLast()
        let hasCounts = columns.map { column in counts.contains { column < $0.count && $0[column].count != nil } }
        let labels = rows.dropFirst().map { row in row.first.map { PartNames.bare(tree.plainText(of: $0)) } ?? "" }
        let totalRow = Survey.CountTable.total(of: counts, names: labels)
        let across = columns.map { column in counts.map { column < $0.count ? $0[column] : .init(node: 0, count: nil) } }
        let totalColumn = Survey.CountTable.total(of: across, names: header.dropFirst().map { PartNames.bare(tree.plainText(of: $0)) })
        var rates: [(node: Index, of: [Index])] = []
        for (line, row) in contents.enumerated() {
            for (column, content) in row.enumerated() {
                let node = counts[line][column].node, text = tree.plainText(of: node)
                switch content {
                case .percentage(let share):
                    if let of = parts(of: share, line, counts, total: totalRow?.place) {
                        rates.append((node, of))
                    } else {
                        report(
                            node, "nothing beside it tells of how many this is a percentage",
                            help: "Write the two counts that it comes from in its row, or leave it out: a percentage can give a small count back.")
                    }
                case .number where hasCounts[column] || Content.isCountWithShare(text):
                    report(node, "‘\(LabelledLine.trimmed(text))’ is no count", help: "Write the number alone, so that it can be withheld where it is small; words and percentages go into other cells.")
                default: break
                }
            }
        }
        guard problems.count == before, hasCounts.contains(true) else { return nil }
        return .init(rows: counts, labels: labels, totalRow: totalRow, totalColumn: totalColumn, rates: rates)
    }

    /// The counts that a percentage is worked out from: two of its row, or one of them and those of its column.
    private func parts(of share: Survey.Share, _ line: Int, _ counts: [[Survey.Cell]], total: Int?) -> [Index]? {
        func isShare(_ part: Int, of whole: Int) -> Bool {
            whole > 0 && part <= whole && abs(Double(part) * 100 / Double(whole) - share.value) <= share.precision + 0.01
        }
        let row = counts[line].filter { $0.count != nil }
        for part in row {
            for whole in row where whole.node != part.node && isShare(part.count!, of: whole.count!) { return [part.node, whole.node] }
        }
        for (column, part) in counts[line].enumerated() where part.count != nil {
            let cells = counts.indices.filter { $0 != total }.map { counts[$0][column] }
            guard !cells.contains(where: { $0.count == nil }) else { continue }
            let whole = total.flatMap { counts[$0][column].count } ?? cells.reduce(0) { $0 + $1.count! }
            if isShare(part.count!, of: whole) { return cells.map(\.node) + (total.map { [counts[$0][column].node] } ?? []) }
        }
        // What somebody withheld by hand tells nothing.
        return counts[line].allSatisfy({ $0.count == nil }) && share.value == 100 ? [] : nil
    }
}

extension Survey.CountTable {
    /// The line among others that is their sum: by its name, or because it is.
    static func total(of lines: [[Survey.Cell]], names: [String]) -> Total? {
        func sums(_ place: Int, isNamed: Bool) -> [Int] {
            lines[place].indices.filter { cell in
                let parts = lines.indices.filter { $0 != place }.map { cell < lines[$0].count ? lines[$0][cell].count : nil }
                guard let total = lines[place][cell].count, !parts.contains(nil), parts.count > 1 || isNamed && parts.count == 1 else { return false }
                let sum = parts.reduce(0) { $0 + $1! }
                return sum == total || isNamed && sum < total
            }
        }
        let named = names.indices.last { PartNames.everybody.contains(names[$0]) || PartNames.base.contains(names[$0]) && $0 + 1 == names.count }
        if let named, lines.indices.contains(named), case let found = sums(named, isNamed: true), !found.isEmpty { return .init(place: named, lines: found) }
        for place in Set([lines.count - 1, 0]).sorted(by: >) where lines.indices.contains(place) {
            let found = sums(place, isNamed: false)
            if !found.isEmpty { return .init(place: place, lines: found) }
        }
        return nil
    }
}
