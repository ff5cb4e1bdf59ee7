import Markdown

/// Whether what a table says can be so, and belongs to the groups that the front matter names.
extension SurveyReader {
    /// Problems for what cannot be, doubts for what is unlikely.
    ///
    /// - Returns: false where nothing can be made of the counts.
    mutating func isPlausible(_ answers: Survey.Answers, of question: Survey.Question, header: [Index]) -> Bool {
        let before = problems.count { $0.severity == .error }
        checkColumns(answers, header)
        checkTotals(answers, header)
        guard question.isMultiple || !checkSubtotals(answers) else { return false }
        for column in answers.columns.indices {
            let known = known(answers, column)
            if answers.isShares {
                check(shares: answers, column, of: question, header, known: known)
            } else {
                check(counts: answers, column, of: question, header, known: known)
            }
        }
        return problems.count { $0.severity == .error } == before
    }

    /// Whether it is told of how many each column's percentages are.
    func isOfKnown(_ answers: Survey.Answers) -> Bool {
        answers.columns.indices.allSatisfy { answers.base?[$0].count != nil || known(answers, $0) != nil }
    }

    private func known(_ answers: Survey.Answers, _ column: Int) -> Int? {
        switch answers.people(of: column, in: front.survey) {
        case .everybody: front.survey.responses
        case .group(let place): front.survey.groups[place].answered
        case .unknown: nil
        }
    }

    private mutating func checkColumns(_ answers: Survey.Answers, _ header: [Index]) {
        let groups = front.survey.groups.map(\.name), names = answers.columns.map { PartNames.folded($0) }
        if let twice = names.indices.first(where: { !names[$0].isEmpty && names[..<$0].contains(names[$0]) }) {
            report(header[twice], "two columns are named ‘\(answers.columns[twice])’", help: "Give each group or year one column.")
            return
        }
        guard !groups.isEmpty else {
            if columnOrders.contains(where: { order in !SurveyReader.areInOneOrder(order, names) }) {
                report(header[0], .surveyDoubt, "the columns stand in another order than those of a question before", help: "See that no column’s counts moved below another’s name, and put them in one order.")
            }
            columnOrders.append(names)
            return
        }
        guard answers.columns.count > 1 else { return checkOnlyColumn(answers.columns[0], header[0], groups) }
        var places: [Int] = []
        for (column, name) in answers.columns.enumerated() {
            switch answers.people(of: column, in: front.survey) {
            case .everybody: continue
            case .group(let place):
                places.append(place)
                continue
            case .unknown: if SurveyYear(name) != nil { continue }
            }
            let near = nearest(to: name, among: groups).map { " Did you mean ‘\($0)’?" } ?? ""
            report(header[column], "‘\(name)’ is none of this survey’s groups", help: "Write one of \(groups.joined(separator: ", ")), or add it to `groups` in the front matter.\(near)")
        }
        if places != places.sorted() {
            report(header[0], .surveyDoubt, "the groups stand in another order than in the front matter", help: "See that no column’s counts moved below another’s name, and put them in one order.")
        }
    }

    /// The columns that two questions share stand in the same order.
    private static func areInOneOrder(_ one: [String], _ other: [String]) -> Bool { one.filter(other.contains) == other.filter(one.contains) }

    /// One column alone is of everybody, unless its name seems to say something else.
    private mutating func checkOnlyColumn(_ name: String, _ header: Index, _ groups: [String]) {
        let words = PartNames.bare(name)
        let isKnown = groups.contains { PartNames.folded($0) == PartNames.folded(name) } || PartNames.everybody.contains(words) || PartNames.counts.contains(words)
        guard !isKnown, !name.contains(where: \.isNumber), !words.isEmpty else { return }
        let help = "Write one of \(groups.joined(separator: ", ")); or ‘All’ where everybody’s answers stand below it."
        if let near = nearest(to: name, among: groups) {
            report(header, "‘\(name)’ is none of this survey’s groups", help: "Did you mean ‘\(near)’? " + help)
        } else {
            report(header, .surveyDoubt, "‘\(name)’ is none of this survey’s groups, and its counts are taken for everybody’s", help: help)
        }
    }

    /// What is counted of everybody cannot be less than what is counted of some of them.
    private mutating func checkTotals(_ answers: Survey.Answers, _ header: [Index]) {
        guard !answers.isShares else { return }
        let answered = front.survey.groups.compactMap(\.answered)
        // Where people may belong to two groups, more answered in these than in all.
        let isDisjoint = front.survey.responses.map { answered.reduce(0, +) <= $0 } ?? true
        let parts = answers.columns.indices.filter { !answers.isTotal($0) && SurveyYear(answers.columns[$0]) == nil }
        for column in answers.totals {
            let name = answers.columns[column]
            for row in answers.rows {
                guard let total = row.counts[column].count else { continue }
                let counts = parts.map { row.counts[$0].count }
                if let larger = parts.first(where: { row.counts[$0].count ?? 0 > total }) {
                    report(row.counts[column].node, "\(total) of ‘\(name)’, but \(row.counts[larger].count!) of ‘\(answers.columns[larger])’ alone", help: "Check both numbers.")
                } else if isDisjoint, case let sum = counts.reduce(0, { $0 + ($1 ?? 0) }), sum > total, !SurveyFacts.areDivisions(counts, of: total) {
                    report(
                        row.counts[column].node, "\(total) of ‘\(name)’, but its parts add up to \(sum)",
                        help: "Check the counts; where a person may belong to two groups, give `responses`, and in `groups` how many of each answered.")
                } else {
                    continue
                }
                break
            }
        }
    }

    /// Rows that count the answers beside them once more.
    ///
    /// - Returns: whether there are any.
    private mutating func checkSubtotals(_ answers: Survey.Answers) -> Bool {
        let all = answers.rows
        /// The rows from one on that add up to another one, in every column.
        func areParts(_ parts: Range<Int>, of row: Int) -> Bool {
            answers.columns.indices.allSatisfy { column in
                let cells = parts.map { all[$0].counts[column] }, whole = all[row].counts[column]
                if answers.isShares {
                    let shares = cells.compactMap(\.share)
                    guard let share = whole.share, shares.count == cells.count else { return false }
                    return abs(shares.reduce(0) { $0 + $1.value } - share.value) <= shares.reduce(share.precision + 0.01) { $0 + $1.precision }
                }
                let counts = cells.compactMap(\.count)
                return counts.count == cells.count && whole.count == counts.reduce(0, +) && whole.count != 0
            }
        }
        let before = problems.count
        for row in all.indices where PartNames.isSubtotal(all[row].answer) {
            let below = (row + 2..<max(row + 2, all.count)).map { row + 1..<$0 + 1 }, above = (0..<max(0, row - 1)).map { $0..<row }
            guard (below + above).contains(where: { areParts($0, of: row) }) else { continue }
            report(
                all[row].cell, "‘\(all[row].answer)’ is a subtotal: it counts the answers of other rows once more",
                help: "Take this row out: the site works out itself how many stand on each half of a scale.")
        }
        return problems.count > before
    }

    private mutating func check(counts answers: Survey.Answers, _ column: Int, of question: Survey.Question, _ header: [Index], known: Int?) {
        let name = answers.columns[column]
        let counts = answers.rows.map { $0.counts[column].count }
        let sum = counts.reduce(0) { $0 + ($1 ?? 0) }
        let base = answers.base?[column].count
        if let base, let known, base > known, let cell = answers.base?[column] {
            report(cell.node, "\(base) are said to have answered, but only \(known) answered the survey", help: "Check both numbers.")
        }
        if question.isMultiple {
            guard let most = base ?? known else {
                if case .everybody = answers.people(of: column, in: front.survey) {
                    report(
                        header[column], .surveyDoubt, "nothing says how many answered, so that no percentages are shown",
                        help: "Give the number in the front matter, `responses: 300`; or add a last row `Total answered`.")
                }
                return
            }
            for (row, side) in zip(answers.rows, answers.sides) where side != .noAnswer {
                guard let count = row.counts[column].count, count > most else { continue }
                report(row.counts[column].node, "\(count) gave this answer, but only \(most) answered", help: "Check both numbers.")
            }
            return
        }
        // The row may leave out those who gave no answer, or count them.
        let given = zip(counts, answers.sides).reduce(0) { $0 + ($1.1 == .noAnswer ? 0 : $1.0 ?? 0) }
        if let base, let cell = answers.base?[column], !counts.contains(nil), base != sum, base != given {
            report(cell.node, "\(base) are said to have answered, but the answers add up to \(sum)", help: "Check the counts; or write above the table that people could choose all that apply.")
        }
        if base == nil, let known, known > 101, column == 0, answers.seemPercentages {
            report(
                header[column], .surveyDoubt, "the answers of ‘\(name)’ add up to \(sum), and \(known) answered: these may be percentages",
                help: "Write % behind each, as in `62 %`; or check the counts.")
        }
        if let known, sum > known {
            report(header[column], "the answers of ‘\(name)’ add up to \(sum), but only \(known) answered the survey", help: "Check the counts and the number in the front matter; or write above the table that people could choose all that apply.")
        }
    }

    private mutating func check(shares answers: Survey.Answers, _ column: Int, of question: Survey.Question, _ header: [Index], known: Int?) {
        let name = answers.columns[column]
        if answers.base?[column].count == nil, known == nil {
            report(
                header[column], "nothing says of how many these are the percentages",
                help: SurveyYear(name) != nil
                    ? "Add a last row `Total answered` with the number of each year: small groups cannot be protected without it."
                    : "Add a last row `Total answered` with the number, or give ‘\(name)’ its number in the front matter’s `groups`: small groups cannot be protected without it.")
        }
        let shares = answers.rows.compactMap { $0.counts[column].share }
        guard !question.isMultiple, shares.count == answers.rows.count else { return }
        // Each may be off by half of its last digit.
        let (sum, slack) = (shares.reduce(0) { $0 + $1.value }, shares.reduce(0.01) { $0 + $1.precision })
        if sum > 0.9, sum < 1.1, shares.contains(where: { $0.digits > 0 }) {
            report(header[column], "the percentages of ‘\(name)’ add up to 1: these look like shares of 1", help: "Write percentages, as in `62 %` for 0.62.")
        } else if abs(sum - 100) > slack {
            report(header[column], "the percentages of ‘\(name)’ add up to \(Survey.Share.text(sum)) %", help: "Check them; or write above the table that people could choose all that apply.")
        }
    }
}

extension Survey.Answers {
    enum People { case everybody, group(Int), unknown }

    /// Counts that add up to a hundred in each column. Of rounded percentages the sum may be off by one.
    fileprivate var seemPercentages: Bool {
        rows.count > 1 && columns.indices.allSatisfy { column in
            let sum = rows.reduce(0) { $0 + ($1.counts[column].count ?? 1000) }
            return rows.count == 2 ? sum == 100 : (99...101).contains(sum)
        }
    }

    /// Whose answers a column holds: of a group by its place in the front matter, of everybody who answered this survey,
    /// or of nobody that it knows, such as those of another year.
    func people(of column: Int, in facts: SurveyFacts) -> People {
        let name = PartNames.folded(columns[column])
        if let place = facts.groups.firstIndex(where: { PartNames.folded($0.name) == name }) { return .group(place) }
        // Several years added up are not those who answered this one.
        if !years.isEmpty, SurveyYear(columns[column]) == nil { return .unknown }
        let isThisYear = facts.fielded.map { SurveyYear(columns[column])?.contains($0.end) == true } ?? false
        return columns.count == 1 || isThisYear || isTotal(column) ? .everybody : .unknown
    }

    package func isTotal(_ column: Int) -> Bool { totals.contains(column) }

    /// The column of everybody beside others.
    package var total: Int? { totals.last }

    /// The columns of everybody beside others, wherever they stand: by their names, or the one that is the sum of the others.
    var totals: [Int] {
        guard columns.count > 1 else { return [] }
        let named = columns.indices.filter { PartNames.everybody.contains(PartNames.bare(columns[$0])) }
        guard named.isEmpty, !isShares, columns.count > 2 else { return named }
        let sums = rows.map { row in row.counts.reduce(0) { $0 + ($1.count ?? 0) } }
        func isSum(_ column: Int) -> Bool { zip(rows, sums).allSatisfy { $0.counts[column].count.map { 2 * $0 } ?? 0 == $1 } }
        return columns.indices.last(where: isSum).map { [$0] } ?? []
    }
}
