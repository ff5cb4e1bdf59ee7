import FormExports
import Markdown

/// A survey's counts as they may be published: what could find a person is withheld here, once, before anything is made
/// of them.
package struct SurveyResults: Sendable {
    package enum Count: Sendable, Hashable {
        case shown(Int)
        case withheld

        package var value: Int? { if case .shown(let value) = self { value } else { nil } }
    }

    package struct Question: Sendable {
        package let columns: [Column]
        /// Whether a person could give several answers.
        package let isMultiple: Bool
        package let sides: [AnswerSide]
        /// Whether the counts are worked out from the percentages that the author gave: they are not published.
        package let isShares: Bool
    }

    package struct Column: Sendable {
        /// One for each row of the table.
        package let counts: [Count]
        /// How many answered the question, "don't know" counted and "no answer" not.
        package let base: Count
        /// Whether anybody has said how many; else the base counts as withheld.
        package var isBaseKnown = true
        /// How many of them are on the scale, and on its upper half; nil where there is no scale.
        package let scaleBase: Count?
        package let upper: Count?
    }

    /// By the number of the question.
    package let questions: [String: Question]
    /// The cells of the document's tables that must not be shown.
    package let withheld: Set<MarkdownTree.Index>
    /// The percentages of the document's tables of which only a bound may be shown.
    package let banded: [MarkdownTree.Index: BandedPercentage]
    package let responses: Count?
    package let invited: Count?
    /// By the places of the front matter's groups.
    package let groups: [(invited: Count?, answered: Count?)]
    package let threshold: Int
    /// The documents of its series, the oldest survey first.
    package let members: [Int]

    package var withholdsAnything: Bool { !withheld.isEmpty }
}

/// Joins the counts of all surveys of a series to one problem, and finds what must be withheld of it.
struct SurveyProtection {
    private let documents: [(index: Int, document: Document, survey: Survey)]
    private var values: [Int] = [], preference: [Int] = [], isSensitive: [Bool] = []
    private let threshold: Int
    private var sums: [DisclosureProblem.Sum] = []
    private var bounds: [DisclosureProblem.Bound] = []
    /// What stands in several tables is one cell.
    private var shared: [String: Int] = [:]
    /// The words of questions that stand in several of the surveys.
    private let repeated: Set<String>

    /// The cells of a question's column: of each row, of all who answered, of those on the scale, and on its upper half.
    private struct Column {
        let counts: [Int?]
        let base: Int
        let scaleBase: Int?
        let upper: Int?
        var isBaseKnown = true
    }

    private struct Placed {
        var questions: [String: [Column]] = [:]
        var nodes: [(node: MarkdownTree.Index, cell: Int)] = []
        /// Percentages, with their counts and those of all who answered.
        var shares: [(node: MarkdownTree.Index, cell: Int, base: Int)] = []
        var responses: Int?
        var invited: Int?
        var groups: [(invited: Int?, answered: Int?)] = []
    }

    /// - Parameter documents: of one series.
    init(_ documents: [(index: Int, document: Document, survey: Survey)]) {
        self.documents = documents
        threshold = documents.map { $0.document.frontMatter.survey.threshold }.max() ?? 10
        let all = documents.map { document in document.survey.parts.flatMap(\.questions).map { SurveyProtection.wording(of: $0, in: document.document) } }
        // Of words that stand twice in one survey, nobody knows which question they are.
        let twice = Set(all.flatMap { words in words.filter { word in words.count { $0 == word } > 1 } })
        let counts = Dictionary(all.flatMap { $0.map { ($0, 1) } }, uniquingKeysWith: +)
        repeated = Set(counts.filter { $0.value > 1 }.keys).subtracting(twice)
    }

    private static func wording(of question: Survey.Question, in document: Document) -> String {
        let text = document.tree.plainText(of: question.heading)
        return PartNames.folded(String(decoding: text.utf8.dropFirst(question.label.length), as: UTF8.self))
    }

    /// The same for a question in all surveys of the series, also where it is renumbered.
    private func key(of question: Survey.Question, in document: Document) -> String {
        let words = SurveyProtection.wording(of: question, in: document)
        return repeated.contains(words) ? words : question.number
    }

    mutating func results() -> [Int: SurveyResults] {
        let placed = documents.map { place($0.document, $0.survey) }
        let disclosure = Disclosure(problem())
        func count(_ cell: Int) -> SurveyResults.Count { disclosure.isWithheld[cell] ? .withheld : .shown(values[cell]) }
        let members = documents.sorted { (SurveyProtection.end($0.document), $0.index) < (SurveyProtection.end($1.document), $1.index) }.map(\.index)
        var results: [Int: SurveyResults] = [:]
        for ((index, _, survey), placed) in zip(documents, placed) {
            var questions: [String: SurveyResults.Question] = [:]
            for question in survey.parts.flatMap(\.questions) {
                guard let columns = placed.questions[question.number], let answers = question.answers else { continue }
                questions[question.number] = .init(columns: columns.map { column in
                    // Percentages tell what they are of.
                    if answers.isShares, disclosure.isWithheld[column.base] {
                        return .init(
                            counts: column.counts.map { _ in .withheld }, base: .withheld, scaleBase: column.scaleBase.map { _ in .withheld },
                            upper: column.upper.map { _ in .withheld })
                    }
                    return .init(
                        counts: column.counts.map { $0.map(count) ?? .withheld }, base: column.isBaseKnown ? count(column.base) : .withheld,
                        isBaseKnown: column.isBaseKnown, scaleBase: column.scaleBase.map(count), upper: column.upper.map(count))
                }, isMultiple: question.isMultiple, sides: answers.sides, isShares: answers.isShares)
            }
            var withheld = Set(placed.nodes.filter { disclosure.isWithheld[$0.cell] }.map(\.node))
            var banded: [MarkdownTree.Index: BandedPercentage] = [:]
            for share in placed.shares where !withheld.contains(share.node) {
                switch BandedPercentage(values[share.cell], of: values[share.base]) {
                case _ where disclosure.isWithheld[share.base], nil: withheld.insert(share.node)
                case .whole: break
                case let band?: banded[share.node] = band
                }
            }
            for rate in survey.tables.flatMap(\.rates) where rate.of.contains(where: withheld.contains) { withheld.insert(rate.node) }
            results[index] = SurveyResults(
                questions: questions, withheld: withheld, banded: banded,
                responses: placed.responses.map(count), invited: placed.invited.map(count),
                groups: placed.groups.map { ($0.invited.map(count), $0.answered.map(count)) }, threshold: threshold, members: members)
        }
        return results
    }

    /// A column's year as the survey of that year has it.
    private func year(of column: SurveyYear) -> String {
        let dates = documents.compactMap { $0.document.frontMatter.survey.fielded?.end }
        return String(dates.first { column.contains($0) }?.year ?? column.end)
    }

    private static func end(_ document: Document) -> Int { document.frontMatter.survey.fielded?.end.daysSince1970 ?? 0 }

    /// All counts and ties, once the documents are placed.
    func problem() -> DisclosureProblem {
        DisclosureProblem(values: values, sums: sums, bounds: bounds, isSensitive: isSensitive, preference: preference, threshold: threshold)
    }

    private mutating func take(_ value: Int, cost: Int, key: String? = nil) -> Int {
        if let key, let known = shared[key + "=\(value)"] { return known }
        values.append(value)
        isSensitive.append((1..<max(1, threshold)).contains(value))
        preference.append(cost)
        if let key { shared[key + "=\(value)"] = values.count - 1 }
        return values.count - 1
    }

    /// A sum that readers can work out, whether it is shown or not.
    ///
    /// - Parameter total: the sum, where it is known and the parts are not exact.
    private mutating func tie(_ parts: [Int], total: Int? = nil, cost: Int, key: String? = nil) -> Int {
        let total = take(total ?? parts.reduce(0) { $0 + values[$1] }, cost: cost, key: key)
        sums.append(.init(total: total, parts: parts))
        return total
    }

    /// What is missing to all who took part is a count, too: those who left a question out.
    private mutating func tieRest(of known: Int?, _ parts: [Int]) {
        guard let known else { return }
        let rest = values[known] - parts.reduce(0) { $0 + values[$1] }
        guard rest >= 0 else { return }
        sums.append(.init(total: known, parts: rest == 0 ? parts : parts + [take(rest, cost: 1)]))
    }

    private mutating func place(_ document: Document, _ survey: Survey) -> Placed {
        let facts = document.frontMatter.survey
        let year = facts.fielded.map { String($0.end.year) } ?? document.path
        var placed = Placed()
        placed.responses = facts.responses.map { take($0, cost: 16, key: "answered/\(year)/") }
        placed.invited = facts.invited.map { take($0, cost: 16, key: "invited/\(year)/") }
        for group in facts.groups {
            let invited = group.invited.map { take($0, cost: 8, key: "invited/\(year)/\(group.name)") }
            let answered = group.answered.map { take($0, cost: 8, key: "answered/\(year)/\(group.name)") }
            placed.groups.append((invited, answered))
        }
        // Who did not answer is known where it is known who was asked.
        for (invited, answered) in placed.groups + [(placed.invited, placed.responses)] {
            guard let invited, let answered, values[invited] >= values[answered] else { continue }
            let silent = take(values[invited] - values[answered], cost: 1)
            sums.append(.init(total: invited, parts: [answered, silent]))
        }
        // Those who belong to no group are what is missing to all.
        for (total, side) in [(placed.invited, placed.groups.compactMap(\.invited)), (placed.responses, placed.groups.compactMap(\.answered))]
        where side.count == facts.groups.count && !side.isEmpty {
            tieRest(of: total, side)
        }
        for question in survey.parts.flatMap(\.questions) {
            guard let answers = question.answers else { continue }
            placed.questions[question.number] = place(answers, of: question, named: key(of: question, in: document), year: year, facts, &placed)
        }
        for table in survey.tables { place(table, facts, &placed) }
        return placed
    }

    private mutating func place(
        _ answers: Survey.Answers, of question: Survey.Question, named name: String, year: String, _ facts: SurveyFacts, _ placed: inout Placed
    ) -> [Column] {
        let isScaled = answers.sides.contains(.upper) || answers.sides.contains(.lower)
        var columns: [Column] = []
        for (index, column) in answers.columns.enumerated() {
            let columnYear = SurveyYear(column)
            let group = columnYear != nil || answers.columns.count == 1 ? "" : column
            let key = "\(name)/\(columnYear.map(self.year) ?? year)/\(group)"
            let known = switch answers.people(of: index, in: facts) {
            case .everybody: placed.responses
            case .group(let place): placed.groups[place].answered
            case .unknown: Int?.none
            }
            let said = answers.base?[index].count
            /// What percentages are of.
            let size = said ?? known.map { values[$0] } ?? 0
            var counts: [Int?] = []
            for row in answers.rows {
                let value = row.counts[index]
                let count = value.count ?? value.share.map { Int(($0.value * Double(size) / 100).rounded()) }
                let cell = count.map { take($0, cost: 1, key: "\(key)/\(row.answer)") }
                counts.append(cell)
                // 5 % of 193 are 9 or 10.
                if let cell, let share = value.share, values[cell] >= threshold, Int(((share.value - share.precision) * Double(size) / 100).rounded(.up)) < threshold {
                    isSensitive[cell] = true
                }
                if let cell { placed.nodes.append((value.node, cell)) }
            }
            func parts(_ sides: Set<AnswerSide>) -> [Int] { zip(counts, answers.sides).compactMap { sides.contains($1) ? $0 : nil } }
            if question.isMultiple {
                let column = placeSeveral(counts, parts([.noAnswer]), known: known, said: said, key: key)
                columns.append(column)
                if let node = answers.base?[index], node.count != nil { placed.nodes.append((node.node, column.base)) }
                placeShares(of: answers, index, counts, base: column.base, &placed)
                continue
            }
            let given = parts([.upper, .middle, .lower, .plain, .apart])
            let silent = parts([.noAnswer])
            // Percentages are rounded: the counts behind them may miss their sum by a few.
            let rest = silent.reduce(size) { $0 - values[$1] }
            let base = tie(given, total: answers.isShares ? max(0, rest) : nil, cost: 4, key: key + "/base")
            let scaleBase = isScaled ? tie(parts([.upper, .middle, .lower]), cost: 4) : nil
            let upper = isScaled ? tie(parts([.upper]), cost: 3) : nil
            // Those who left the question out are what is missing to all who took part.
            tieRest(of: known, [base] + silent)
            if let node = answers.base?[index], let said {
                let cell = take(said, cost: 4)
                if counts.contains(nil) { tieRest(of: cell, [base]) } else { sums.append(.init(total: cell, parts: said == values[base] ? [base] : [base] + silent)) }
                placed.nodes.append((node.node, cell))
            }
            placeShares(of: answers, index, counts, base: base, &placed)
            columns.append(Column(counts: counts, base: base, scaleBase: scaleBase, upper: upper))
        }
        tieColumns(columns, answers, facts)
        return columns
    }

    private func placeShares(of answers: Survey.Answers, _ column: Int, _ counts: [Int?], base: Int, _ placed: inout Placed) {
        guard answers.isShares else { return }
        for (row, cell) in zip(answers.rows, counts) { if let cell { placed.shares.append((row.counts[column].node, cell, base)) } }
    }

    /// Where several answers may be given, each is at most the number of those who answered, and nothing adds up.
    private mutating func placeSeveral(
        _ counts: [Int?], _ silent: [Int], known: Int?, said: Int?, key: String
    ) -> Column {
        let missing = silent.reduce(0) { $0 + values[$1] }
        let largest = counts.compactMap(\.self).filter { !silent.contains($0) }.map { values[$0] }.max() ?? 0
        let size = said ?? known.map { values[$0] - missing } ?? 0
        let base = take(max(size, largest), cost: 4, key: key + "/base")
        tieRest(of: known, [base] + silent)
        for case let cell? in counts where !silent.contains(cell) { bounds.append(.init(lesser: cell, greater: base)) }
        return Column(counts: counts, base: base, scaleBase: nil, upper: nil, isBaseKnown: known != nil || said != nil)
    }

    /// A column of everybody: the sum of the others, or of these and of groups that have no column here.
    private mutating func tieColumns(
        _ columns: [Column], _ answers: Survey.Answers, _ facts: SurveyFacts
    ) {
        guard columns.count > 1 else { return }
        let years = answers.years.map(\.column)
        guard years.isEmpty else {
            for total in columns.indices where !years.contains(total) {
                sums.append(.init(total: columns[total].base, parts: years.map { columns[$0].base }))
                for row in answers.rows.indices {
                    let parts = years.compactMap { columns[$0].counts[row] }
                    guard let total = columns[total].counts[row], parts.count == years.count else { continue }
                    tieRest(of: total, parts)
                }
            }
            return
        }
        var totals: [Int] = [], others: [Int] = [], groups = 0
        for column in columns.indices {
            switch answers.people(of: column, in: facts) {
            case .everybody: totals.append(column)
            case .group:
                others.append(column)
                groups += 1
            case .unknown: others.append(column)
            }
        }
        guard !others.isEmpty, !others.contains(where: { SurveyFacts.isYear(answers.columns[$0]) }) else { return }
        let areGroups = groups == others.count
        // The counts behind percentages are rounded, and add up all the same.
        let isComplete = answers.isShares && (areGroups ? groups == facts.groups.count : others.count > 1)
        let bases = others.map { columns[$0].base }
        for column in totals where areGroups || answers.isTotal(column) {
            let total = columns[column]
            if isComplete || bases.reduce(0, { $0 + values[$1] }) == values[total.base] { sums.append(.init(total: total.base, parts: bases)) }
            for row in answers.rows.indices {
                let parts = others.compactMap { columns[$0].counts[row] }
                guard let total = total.counts[row] else { continue }
                // What is missing to it may be what somebody withheld by hand.
                if !isComplete || parts.count < others.count { tieRest(of: total, parts) } else { sums.append(.init(total: total, parts: parts)) }
            }
        }
    }

    /// What stands in the front matter as well is one cell.
    private mutating func place(_ table: Survey.CountTable, _ facts: SurveyFacts, _ placed: inout Placed) {
        var cells: [[Int?]] = []
        for (line, (row, label)) in zip(table.rows, table.labels).enumerated() {
            let group = facts.groups.firstIndex { PartNames.folded($0.name) == label }
            let known = group.map { [placed.groups[$0].invited, placed.groups[$0].answered] }
                ?? (line == table.totalRow?.place ? [placed.invited, placed.responses] : [])
            cells.append(row.map { value in
                value.count.map { count in known.compactMap(\.self).first { values[$0] == count } ?? take(count, cost: 4) }
            })
        }
        for (row, counts) in zip(table.rows, cells) {
            for (value, cell) in zip(row, counts) { if let cell { placed.nodes.append((value.node, cell)) } }
        }
        if let total = table.totalRow {
            for column in total.lines {
                let parts = cells.indices.filter { $0 != total.place }.compactMap { cells[$0][column] }
                tieRest(of: cells[total.place][column], parts)
            }
        }
        if let total = table.totalColumn {
            for line in total.lines {
                let parts = cells[line].indices.filter { $0 != total.place }.compactMap { cells[line][$0] }
                tieRest(of: cells[line][total.place], parts)
            }
        }
        // Of two columns, invited and answered, the difference is a count too.
        for counts in cells {
            let both = counts.compactMap(\.self)
            guard both.count == 2, let invited = both.first, let answered = both.last, invited != answered, values[invited] >= values[answered] else { continue }
            let silent = take(values[invited] - values[answered], cost: 1)
            sums.append(.init(total: invited, parts: [answered, silent]))
        }
    }
}

extension SurveyResults {
    /// The results of every survey of a publication, by document: those of one series are protected together.
    package static func of(_ publication: Publication) -> [Int: SurveyResults] {
        var series: [String: [(index: Int, document: Document, survey: Survey)]] = [:]
        for (index, document) in publication.documents.enumerated() {
            guard case .survey(let survey) = document.meaning else { continue }
            series[document.frontMatter.survey.series ?? "/" + document.path, default: []].append((index, document, survey))
        }
        var results: [Int: SurveyResults] = [:]
        for name in series.keys.sorted() {
            var protection = SurveyProtection(series[name]!)
            results.merge(protection.results()) { first, _ in first }
        }
        return results
    }
}

extension Publication {
    /// The results as an edition shows them: those of a survey that was written anew for its language are its own.
    package func surveys(_ results: [Int: SurveyResults], in language: LanguageTag) -> [Int: SurveyResults] {
        let isAdapted = adaptations.contains { $0.language == language && $0.document.kind == .survey }
        return isAdapted ? SurveyResults.of(adapted(to: language)) : results
    }
}
