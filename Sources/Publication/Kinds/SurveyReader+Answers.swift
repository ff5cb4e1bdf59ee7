import FormExports
import Markdown

/// What a question's table says.
extension SurveyReader {
    /// The table's counts, or its percentages. Nil where something else stands in their place, which is a problem.
    ///
    /// - Parameter isFurther: whether it stands beside the question's own: then it may hold the answers of others.
    mutating func answers(_ table: Index, of question: Survey.Question, scale: Survey.Scale?, isFurther: Bool = false) -> Survey.Answers? {
        let rows = tree.children(of: table).map { row in Array(tree.children(of: row)) }
        guard let header = rows.first, header.count >= 2, rows.count >= 2 else {
            report(table, "the table of \(question.number) has no rows of answers, or no column of counts", help: "Write answers as rows: `| Yes | 120 |`.")
            return nil
        }
        let labels = rows.dropFirst().map { tree.plainText(of: $0[0]) }
        guard !isTransposed(header, labels) else { return nil }
        let isBase = { [tree] (row: [Index]) in Self.isBase(tree.plainText(of: row[0]), among: labels) }
        let body = rows.dropFirst().filter { !isBase($0) }
        guard !body.isEmpty else {
            report(table, "the table of \(question.number) says how many answered, and has no answers", help: "Write answers as rows: `| Yes | 120 |`.")
            return nil
        }
        guard areDistinct(body.map { $0[0] }) else { return nil }
        let cells = body.flatMap { $0.dropFirst() }
        let shares = cells.filter { tree.plainText(of: $0).hasSuffix("%") }
        let isShares = !shares.isEmpty
        if isShares, let odd = cells.first(where: { !tree.plainText(of: $0).hasSuffix("%") && !isWithheld($0) }) {
            let count = shares.count * 2 < cells.count ? shares[0] : odd
            report(count, "a percentage among counts, or a count among percentages", help: "Write counts in all cells, or percentages in all; the site works the percentages out.")
            return nil
        }
        if !isShares, let column = header.dropFirst().first(where: { PartNames.isPercentage(tree.plainText(of: $0)) }) {
            report(
                column, "‘\(tree.plainText(of: column))’ holds numbers without %",
                help: "Write % behind each, as in `62 %`; or name the column for what it counts, as in `People`.")
            return nil
        }
        guard let counts = isShares ? self.shares(body) : self.counts(body) else { return nil }
        // A hundred per cent say nothing of how many.
        let baseRow = rows.dropFirst().first { row in isBase(row) && !(isShares && row.dropFirst().allSatisfy { tree.plainText(of: $0).hasSuffix("%") }) }
        var base: [Survey.Cell]?
        if let baseRow {
            guard let read = self.counts([baseRow]) else { return nil }
            base = read[0]
        }
        let words = body.map { tree.plainText(of: $0[0]) }
        let answers = Survey.Answers(
            columns: header.dropFirst().map { tree.plainText(of: $0) },
            rows: zip(body, counts).map { .init(answer: tree.plainText(of: $0[0]), cell: $0[0], counts: $1) },
            sides: scale?.sides(of: words) ?? AnswerSide.all(of: words), isShares: isShares, base: base,
            isNumeric: (scale == nil || scale == .zeroToTen) && AnswerSide.isZeroToTen(words))
        if isFurther { return isShares && !isOfKnown(answers) ? nil : answers }
        return isPlausible(answers, of: question, header: Array(header.dropFirst())) ? answers : nil
    }

    /// A row that says how many answered: `Total answered`. An N beside a Y is an answer, and so is one between A and D.
    private static func isBase(_ label: String, among labels: [String]) -> Bool {
        let name = PartNames.bare(label)
        return PartNames.base.contains(name) || name == "n" && !labels.contains { ["y", "s", "o", "sa", "sd", "ta", "td"].contains(PartNames.bare($0)) }
    }

    private mutating func areDistinct(_ labels: [Index]) -> Bool {
        var seen: Set<String> = [], areDistinct = true
        for label in labels {
            let name = PartNames.folded(tree.plainText(of: label))
            if name.isEmpty {
                report(label, "an answer without words", help: "Write the answer, or take the row out.")
            } else if !seen.insert(name).inserted {
                report(label, "the answer ‘\(tree.plainText(of: label))’ stands twice", help: "Take one of the two rows out, or add their counts.")
            } else {
                continue
            }
            areDistinct = false
        }
        return areDistinct
    }

    /// Whether answers stand in the columns, and groups in the rows.
    private mutating func isTransposed(_ header: [Index], _ labels: [String]) -> Bool {
        let columns = header.dropFirst().map { tree.plainText(of: $0) }
        let groups = Set(front.survey.groups.map { PartNames.folded($0.name) }), names = labels.map { PartNames.folded($0) }
        let areGroups = names.contains(where: groups.contains) && names.allSatisfy { groups.contains($0) || PartNames.everybody.contains($0) }
        let areAnswers = columns.count > 1 && AnswerSide.isScale(columns) && !AnswerSide.isScale(labels)
        let help = "Turn the table round: a row for each answer, a column for each group. A grid of statements is one question for each of them."
        if areGroups || areAnswers {
            report(header[0], "this table has its answers as columns", help: help)
            return true
        }
        if PartNames.groups.contains(PartNames.bare(tree.plainText(of: header[0]))), !AnswerSide.isScale(labels) {
            report(header[0], .surveyDoubt, "the rows of this table seem to be groups, and they are taken for answers", help: help + " If the rows are answers, write `Answer` here.")
        }
        return false
    }

    func isWithheld(_ cell: Index) -> Bool { LabelledLine.trimmed(tree.plainText(of: cell)).lowercased() == "[c]" }

    /// The counts of rows; nil, with a problem for each, where a cell holds anything else.
    private mutating func counts(_ rows: [[Index]]) -> [[Survey.Cell]]? {
        var all: [[Survey.Cell]] = []
        var isCounted = true
        for row in rows {
            all.append(row.dropFirst().map { cell in
                if isWithheld(cell) { return .init(node: cell, count: nil) }
                let text = LabelledLine.trimmed(tree.plainText(of: cell))
                guard let count = SurveyReader.count(text) else {
                    isCounted = false
                    if PartNames.averages.contains(PartNames.bare(tree.plainText(of: row[0]))) {
                        report(cell, "‘\(text)’ is no count", help: "Take this row out: an average is no answer.")
                        return .init(node: cell, count: nil)
                    }
                    if SurveyReader.isFraction(text) {
                        report(cell, "‘\(text)’ looks like a share of 1", help: "Write how many gave this answer; or the percentage with its sign, as in `62 %` for 0.62.")
                        return .init(node: cell, count: nil)
                    }
                    report(cell, text.isEmpty ? "an empty cell where a count belongs" : "‘\(text)’ is no count", help: "Write how many gave this answer, 0 where nobody did, or [c] where it is withheld.")
                    return .init(node: cell, count: nil)
                }
                return .init(node: cell, count: count)
            })
        }
        return isCounted ? all : nil
    }

    /// `0.62`, `0,62`, `,62`
    static func isFraction(_ text: String) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        return parts.count == 2 && (parts[0] == "0" || parts[0].isEmpty) && !parts[1].isEmpty && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// `1234`, or with thousands set apart by a comma, a point or a space; `12,5` and `0.625` are none.
    static func count(_ text: String) -> Int? {
        let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." || $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "’" || $0 == "'" }
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            groups.count == 1 || groups[0].count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 }), text == "0" || groups[0].first != "0"
        else { return nil }
        return Int(groups.joined()).flatMap { $0 < 1_000_000_000 ? $0 : nil }
    }

    private mutating func shares(_ rows: [[Index]]) -> [[Survey.Cell]]? {
        var all: [[Survey.Cell]] = []
        for row in rows {
            var cells: [Survey.Cell] = []
            for cell in row.dropFirst() {
                if isWithheld(cell) {
                    cells.append(.init(node: cell, count: nil))
                    continue
                }
                guard let share = Survey.Share(tree.plainText(of: cell)) else {
                    report(cell, "‘\(tree.plainText(of: cell))’ is no percentage", help: "Write a number from 0 to 100 and %.")
                    return nil
                }
                cells.append(.init(node: cell, count: nil, share: share))
            }
            all.append(cells)
        }
        return all
    }
}
