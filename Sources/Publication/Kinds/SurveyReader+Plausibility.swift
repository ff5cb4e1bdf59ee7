import Markdown

/// Whether what a table says can be so, and belongs to the groups that the front matter names.
extension SurveyReader {
    /// Problems for what cannot be, doubts for what is unlikely.
    ///
    /// - Returns: false where nothing can be made of the counts.
    mutating func isPlausible(_ answers: Survey.Answers, of question: Survey.Question, header: [Index]) -> Bool {
        let before = problems.count { $0.severity == .error }
        checkColumns(answers, header)
        for column in answers.columns.indices {
            let known = switch answers.people(of: column, in: front.survey) {
            case .everybody: front.survey.responses
            case .group(let place): front.survey.groups[place].answered
            case .unknown: Int?.none
            }
            if answers.isShares {
                check(shares: answers, column, of: question, header, known: known)
            } else {
                check(counts: answers, column, of: question, header, known: known)
            }
        }
        return problems.count { $0.severity == .error } == before
    }

    private mutating func checkColumns(_ answers: Survey.Answers, _ header: [Index]) {
        let groups = front.survey.groups.map(\.name)
        guard !groups.isEmpty, answers.columns.count > 1 else { return }
        var places: [Int] = []
        for (column, name) in answers.columns.enumerated() {
            switch answers.people(of: column, in: front.survey) {
            case .everybody: continue
            case .group(let place):
                places.append(place)
                continue
            case .unknown: if SurveyFacts.isYear(name) { continue }
            }
            let near = nearest(to: name, among: groups).map { " Did you mean ‘\($0)’?" } ?? ""
            report(header[column], "‘\(name)’ is none of this survey’s groups", help: "Write one of \(groups.joined(separator: ", ")), or add it to `groups` in the front matter.\(near)")
        }
        if Set(places).count < places.count {
            report(header[0], "two columns are of one group", help: "Give each group one column.")
        } else if places != places.sorted() {
            report(header[0], .surveyDoubt, "the groups stand in another order than in the front matter", help: "See that no column’s counts moved below another’s name, and put them in one order.")
        }
    }

    private mutating func check(counts answers: Survey.Answers, _ column: Int, of question: Survey.Question, _ header: [Index], known: Int?) {
        let name = answers.columns[column]
        let counts = answers.rows.map { $0.counts[column].count }
        let sum = counts.reduce(0) { $0 + ($1 ?? 0) }
        let base = answers.base?[column].count
        if question.isMultiple {
            guard let most = base ?? known else { return }
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
        if let known, sum > known {
            report(header[column], "the answers of ‘\(name)’ add up to \(sum), but only \(known) answered the survey", help: "Check the counts and the number in the front matter; or write above the table that people could choose all that apply.")
        }
    }

    private mutating func check(shares answers: Survey.Answers, _ column: Int, of question: Survey.Question, _ header: [Index], known: Int?) {
        let name = answers.columns[column]
        if answers.base?[column].count == nil, known == nil {
            report(
                header[column], "nothing says of how many these are the percentages",
                help: "Add a last row `Total answered` with the number, or give ‘\(name)’ its number in the front matter’s `groups`: small groups cannot be protected without it.")
        }
        let shares = answers.rows.compactMap { $0.counts[column].share }
        guard !question.isMultiple, shares.count == answers.rows.count else { return }
        // Each may be off by half of its last digit.
        let (sum, slack) = (shares.reduce(0) { $0 + $1.value }, shares.reduce(0.01) { $0 + $1.precision })
        if abs(sum - 100) > slack {
            report(header[column], "the percentages of ‘\(name)’ add up to \(Survey.Share.text(sum)) %", help: "Check them; or write above the table that people could choose all that apply.")
        }
    }
}

extension SurveyFacts {
    package static func isYear(_ name: String) -> Bool { name.count == 4 && name.allSatisfy { $0.isASCII && $0.isNumber } }
}

extension Survey.Answers {
    enum People { case everybody, group(Int), unknown }

    /// Whose answers a column holds: of a group by its place in the front matter, of everybody who answered this survey,
    /// or of nobody that it knows, such as those of another year.
    func people(of column: Int, in facts: SurveyFacts) -> People {
        let name = PartNames.folded(columns[column])
        if let place = facts.groups.firstIndex(where: { PartNames.folded($0.name) == name }) { return .group(place) }
        let isThisYear = facts.fielded.map { name == String($0.end.year) } ?? false
        return columns.count == 1 || isThisYear || isTotal(column) || PartNames.everybody.contains(name) ? .everybody : .unknown
    }

    /// Whether a column is the last of several, and the sum of the others.
    package func isTotal(_ column: Int) -> Bool {
        guard columns.count > 2, column == columns.count - 1 else { return false }
        if isShares { return PartNames.everybody.contains(PartNames.folded(columns[column])) }
        return rows.allSatisfy { row in
            let counts = row.counts.map { $0.count ?? 0 }
            return counts.dropLast().reduce(0, +) == counts.last
        }
    }
}
