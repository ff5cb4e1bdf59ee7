import Markdown

/// Tables of a survey that are no question's: who was invited, who answered. Nothing in them is published as it stands but
/// what protects people.
extension SurveyReader {
    /// What a cell of such a table holds.
    private enum Content {
        case count(Int), withheld, percentage(Survey.Share), words
        /// `40 (57 %)`
        case both(Int, Survey.Share)
        /// A number with something else: `40 people`
        case number

        init(_ text: String) {
            let text = LabelledLine.trimmed(text)
            if text.lowercased() == "[c]" {
                self = .withheld
            } else if let count = SurveyReader.count(text) {
                self = .count(count)
            } else if let share = Survey.Share(text) {
                self = .percentage(share)
            } else if let open = text.firstIndex(of: "("), text.last == ")",
                case let texts = [String(text[..<open]), String(text[text.index(after: open)...].dropLast())].map(LabelledLine.trimmed),
                let share = texts.compactMap(Survey.Share.init).first, let count = texts.compactMap(SurveyReader.count).first
            {
                self = .both(count, share)
            } else {
                self = text.first(where: { $0.isLetter || $0.isNumber })?.isNumber == true ? .number : .words
            }
        }

        /// `3 people`: a count that its word keeps from being withheld.
        static func isCountOfPeople(_ text: String) -> Bool {
            let words = PartNames.folded(text).split(separator: " ")
            return words.count == 2 && SurveyReader.count(String(words[0])) != nil && people.contains(String(words[1]))
        }
        private static let people: Set<String> = [
            "people", "persons", "person", "families", "family", "households", "students", "student", "parents", "parent", "responses", "response", "respondents",
            "answers", "personas", "persona", "familias", "familia", "hogares", "estudiantes", "respuestas", "pessoas", "pessoa", "famílias", "família", "alunos",
            "respostas", "personnes", "personne", "familles", "famille", "élèves", "réponses",
        ]

        /// Two numbers, or one with a sign, that no date and no name of a class has.
        static func isCountWithShare(_ text: String) -> Bool { text.contains("%") || text.contains("(") && text.filter(\.isNumber).count > 1 }
    }

    /// Problems for those that nobody can protect, and the counts of the others.
    mutating func otherTables() -> [Survey.CountTable] {
        tree.nodes.indices.filter { tree.nodes[$0].kind == .table && !read.contains($0) }.compactMap { table in
            let rows = tree.children(of: table).map { row in Array(tree.children(of: row)) }
            let contents = rows.dropFirst().map { $0.dropFirst().map { Content(tree.plainText(of: $0)) } }
            let hasNumbers = contents.joined().contains { if case .words = $0 { false } else { true } }
            if let number = questionRanges.first(where: { $0.nodes.contains(table) })?.number {
                guard hasNumbers else { return nil }
                report(
                    table, "\(number) has a second table that does not hold its answers once more, and so cannot be protected with them",
                    help: "Give its rows the same answers, counts where the first has counts; or give it a heading of its own, as in `### Q5. The question’s words`; or move it to another section, such as `## Who answered`.")
                return nil
            }
            let counts = countTable(rows, contents)
            if counts != nil, results.contains(where: { $0.contains(table) }) {
                report(
                    table, .surveyDoubt, "this table is no question’s, and so it is not shown as a chart",
                    help: "Write a heading with the question’s number above it, as in `### Q4. The question’s words`; or move it to another section, such as `## Who answered`.")
            }
            return counts
        }
    }

    private mutating func countTable(_ rows: [[Index]], _ contents: [[Content]]) -> Survey.CountTable? {
        guard let header = rows.first else { return nil }
        let before = problems.count { $0.severity == .error }
        for cell in header.dropFirst() where Int(tree.plainText(of: cell)) != nil && SurveyYear(tree.plainText(of: cell)) == nil {
            report(cell, "a count where a column’s name belongs", help: "Write a row of names above it, as in `| Group | Answered |`.")
        }
        var cells: [[Survey.Cell]] = zip(rows.dropFirst(), contents).map { row, contents in
            zip(row.dropFirst(), contents).map { cell, content in
                switch content {
                case .count(let count): .init(node: cell, count: count)
                case .percentage(let share): .init(node: cell, count: nil, share: share)
                case .both(let count, let share): .init(node: cell, count: count, share: share)
                default: .init(node: cell, count: nil)
                }
            }
        }
        let columns = header.indices.dropLast()
        // A lone number among words is no count.
        var hasCounts: [Bool] = []
        for column in columns {
            let numbers = cells.count { column < $0.count && ($0[column].count != nil || $0[column].share != nil) }
            let words = zip(cells, contents).count { cells, contents in
                guard column < contents.count, case .words = contents[column], case let text = tree.plainText(of: cells[column].node) else { return false }
                return text.contains(where: \.isLetter) && PartNames.folded(text) != "n/a"
            }
            if words > numbers { for row in cells.indices where column < cells[row].count { cells[row][column] = .init(node: cells[row][column].node, count: nil) } }
            hasCounts.append(cells.contains { column < $0.count && $0[column].count != nil })
        }
        let labels = rows.dropFirst().map { row in row.first.map { tree.plainText(of: $0) } ?? "" }
        let table = Survey.CountTable(columns: header.dropFirst().map { tree.plainText(of: $0) }, labels: labels, rows: cells, rates: [])
        var rates: [(node: Index, of: [Index], isOfColumn: Bool)] = []
        for (line, row) in cells.enumerated() {
            for (column, cell) in row.enumerated() {
                if let share = cell.share {
                    if let rate = parts(of: share, line, column, table) {
                        rates.append((cell.node, rate.cells, rate.isOfColumn))
                    } else if !isOfKnown(line, column, table) {
                        report(
                            cell.node, "nothing beside it tells of how many this is a percentage",
                            help: "Write the two counts that it comes from in its row, or leave it out: a percentage can give a small count back.")
                    }
                } else if case .number = contents[line][column], case let text = tree.plainText(of: cell.node),
                    hasCounts[column] || Content.isCountWithShare(text) || Content.isCountOfPeople(text)
                {
                    report(
                        cell.node, "‘\(LabelledLine.trimmed(text))’ is no count",
                        help: "Write the number alone, so that it can be withheld where it is small; words go into other cells.")
                }
            }
        }
        guard problems.count(where: { $0.severity == .error }) == before, cells.joined().contains(where: { $0.count != nil || $0.share != nil }) else { return nil }
        return .init(columns: table.columns, labels: labels, rows: cells, rates: rates)
    }

    /// The counts that a percentage is worked out from: two of its row or column, or one and those of its column.
    private func parts(of share: Survey.Share, _ line: Int, _ column: Int, _ table: Survey.CountTable) -> (cells: [Index], isOfColumn: Bool)? {
        func isShare(_ part: Int, of whole: Int) -> Bool {
            whole > 0 && part <= whole && abs(Double(part) * 100 / Double(whole) - share.value) <= share.precision + 0.01
        }
        func pair(_ cells: [Survey.Cell]) -> [Index]? {
            for part in cells { for whole in cells where whole.node != part.node && isShare(part.count!, of: whole.count!) { return [part.node, whole.node] } }
            return nil
        }
        let row = table.rows[line].filter { $0.count != nil }
        if let both = pair(row) { return (both, false) }
        let total = table.totalRow?.place
        for (column, part) in table.rows[line].enumerated() where part.count != nil {
            let cells = table.rows.indices.filter { $0 != total }.map { column < table.rows[$0].count ? table.rows[$0][column] : .init(node: 0, count: nil) }
            guard !cells.contains(where: { $0.count == nil }) else { continue }
            let whole = total.flatMap { table.rows[$0][column].count } ?? cells.reduce(0) { $0 + $1.count! }
            if isShare(part.count!, of: whole) { return (cells.map(\.node), true) }
        }
        if row.isEmpty, let both = pair(table.rows.compactMap { column < $0.count && $0[column].count != nil ? $0[column] : nil }) { return (both, false) }
        // Of the numbers of the front matter.
        let facts = front.survey, known = [facts.responses, facts.invited] + facts.groups.flatMap { [$0.invited, $0.answered] }
        for part in row where known.contains(where: { $0.map { isShare(part.count!, of: $0) } ?? false }) { return ([part.node], false) }
        // What somebody withheld by hand tells nothing.
        return row.isEmpty && share.value == 100 ? ([], false) : nil
    }

    /// Whether the front matter tells of how many a percentage without counts is, so that these can be worked out and withheld.
    private func isOfKnown(_ line: Int, _ column: Int, _ table: Survey.CountTable) -> Bool {
        guard table.rows[line].allSatisfy({ $0.count == nil }) else { return false }
        let facts = front.survey
        let isAllKnown = facts.responses != nil || !facts.groups.isEmpty && facts.groups.allSatisfy { $0.answered != nil }
        if isAllKnown, table.isWhole(column) { return true }
        return [table.labels[line], table.columns[column]].contains { label in
            let (group, years) = SurveyProtection.parts(of: label)
            if !years.isEmpty, facts.series != nil { return true }
            if SurveyProtection.isEverybody(label) { return facts.invited != nil || !facts.groups.isEmpty && facts.groups.allSatisfy { $0.invited != nil } }
            return facts.groups.contains { $0.invited != nil && SurveyProtection.folded($0.name) == group }
        }
    }
}

extension Survey.CountTable {
    struct Total {
        let place: Int
        /// The columns of the row, or the rows of the column, in which the others add up to it or to less.
        let lines: [Int]
    }

    var totalRow: Total? { Survey.CountTable.total(of: rows, names: labels.map { PartNames.bare($0) }) }

    var totalColumn: Total? {
        let across = columns.indices.map { column in rows.map { column < $0.count ? $0[column] : .init(node: 0, count: nil) } }
        return Survey.CountTable.total(of: across, names: columns.map { PartNames.bare($0) })
    }

    /// Whether a column's percentages add up to a hundred, or to two with a last one that is their sum.
    func isWhole(_ column: Int) -> Bool {
        let shares = rows.map { column < $0.count ? $0[column].share : nil }
        let sum = shares.reduce(0) { $0 + ($1?.value ?? 0) }, slack = shares.reduce(0.01) { $0 + ($1?.precision ?? 0) }
        return abs(sum - 100) <= slack || shares.last??.value == 100 && abs(sum - 200) <= slack
    }

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
