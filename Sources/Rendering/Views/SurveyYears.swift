import FormExports
import Publication

/// A question over the years: where it was the same, what has changed, and where it cannot be compared.
extension Renderer {
    /// The share of a group or of everybody on the upper half of a scale, and how it has changed since a survey before.
    struct SurveyChange {
        enum Result: Sendable {
            case compared(ShareChange)
            /// The question, or its answers, are other ones.
            case otherQuestion
            /// Other people were asked, or they were counted in another way.
            case otherPeople
        }

        private(set) var result: Result
        let year: String
        var before: SurveyColumn.Share?, now: SurveyColumn.Share?

        /// Whether the points are the difference of the percentages that stand beside them.
        var isSeen: Bool {
            guard case .compared(let change) = result else { return true }
            return switch (change, before?.percentage, now?.percentage) {
            case (.up(let points), .whole(let before), .whole(let now)): now - before == points
            case (.down(let points), .whole(let before), .whole(let now)): before - now == points
            default: true
            }
        }

        /// Whether one of the shares is told as a bound only: then the points would tell what the bound keeps.
        var isBanded: Bool {
            [before, now].contains { share in if case .whole? = share?.percentage { false } else { share != nil } }
        }

        var points: Int {
            switch result {
            case .compared(.up(let points)), .compared(.down(let points)): points
            default: 0
            }
        }

        init(_ result: Result, year: String) { (self.result, self.year) = (result, year) }

        init(from before: SurveyColumn.Share, in year: String, to now: SurveyColumn.Share) {
            self.year = year
            (self.before, self.now) = (before, now)
            result = .compared(ShareChange(from: (before.count, before.base), to: (now.count, now.base)))
            // What is told by the same bound has not changed as far as anything is told.
            if isBanded, before.percentage == now.percentage, points > 0 { result = .compared(.noClearChange) }
        }
    }

    // MARK: Series

    /// Surveys of the same series, the oldest first.
    func seriesMembers(of index: Int) -> [Int] { surveys[index]?.members ?? [index] }

    /// The last survey that had ended when this one did.
    func earlierSurvey(than index: Int) -> Int? {
        guard let end = fielded(index)?.end else { return nil }
        return seriesMembers(of: index).last { other in fielded(other).map { $0.end < end } ?? false }
    }

    private func fielded(_ index: Int) -> CalendarPeriod? { publication.documents[index].frontMatter.survey.fielded }

    /// The year of a survey; its last day, where there is another one of that year.
    func year(of index: Int) -> String? {
        guard let fielded = fielded(index) else { return nil }
        let isAlone = seriesMembers(of: index).count { self.fielded($0)?.end.year == fielded.end.year } < 2
        return isAlone ? String(fielded.end.year) : edition.text(fielded.end)
    }

    /// The day by which a series' next survey is due, by its own rhythm: the shortest time from one year's survey to the
    /// next, since one may have been left out, and a year where there is no more to go by. Of several a year, each comes
    /// again a year later.
    func nextDue(after members: [Int]) -> CalendarDate? {
        let ends = members.compactMap { fielded($0)?.end }.sorted()
        guard let last = ends.last else { return nil }
        func days(_ one: CalendarDate, _ other: CalendarDate) -> Int { other.daysSince1970 - one.daysSince1970 }
        if let first = ends.first(where: { (30..<Self.mostDaysOfAYear).contains(days($0, last)) }) { return first.adding(days: 365) }
        let gaps = zip(ends, ends.dropFirst()).map(days).filter { $0 >= Self.mostDaysOfAYear }
        return last.adding(days: gaps.min() ?? 365)
    }

    /// What is less is the same year's.
    private static let mostDaysOfAYear = 240

    // MARK: The same question

    private func questions(_ document: Int) -> [Survey.Question] {
        guard case .survey(let survey) = publication.documents[document].meaning else { return [] }
        return survey.parts.flatMap(\.questions)
    }

    /// The question of another survey with the same words, whatever its number is; else the one with its number, unless
    /// that one has moved.
    private func counterpart(_ question: Survey.Question, in index: Int, of other: Int) -> Survey.Question? {
        let words = wording(of: question, in: index), others = questions(other)
        let alike = others.filter { wording(of: $0, in: other) == words }, numbered = others.first { $0.number == question.number }
        if let same = alike.first(where: { $0.number == question.number }) ?? (alike.count == 1 ? alike[0] : nil) { return same }
        guard let numbered else { return nil }
        let left = wording(of: numbered, in: other)
        return questions(index).contains { wording(of: $0, in: index) == left } ? nil : numbered
    }

    /// Without what typing alone makes different.
    private func wording(of question: Survey.Question, in document: Int) -> String {
        let text = publication.documents[document].tree.plainText(of: question.heading)
        return FormExports.AnswerSide.folded(String(decoding: text.utf8.dropFirst(question.label.length), as: UTF8.self))
    }

    /// Whether two questions have the same answers with the same meaning, in any order. Those that stand apart are no part
    /// of what is compared, but who could say “Don't know” is missing on the scale.
    private func haveSameAnswers(_ one: Survey.Answers, _ other: Survey.Answers) -> Bool {
        func meaning(_ answers: Survey.Answers) -> [String: FormExports.AnswerSide] {
            let pairs = zip(answers.rows, answers.sides).filter { $0.1 != .noAnswer }.map { (FormExports.AnswerSide.folded($0.0.answer), $0.1) }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
        return meaning(one) == meaning(other)
    }

    /// Whose answers a column holds.
    private enum People: Equatable { case everybody, group(String) }

    private func people(_ column: Int, _ answers: Survey.Answers, in document: Int) -> People {
        let name = FormExports.AnswerSide.folded(answers.columns[column])
        if answers.columns.count == 1 {
            // What is a group of one year’s survey is one in all years: `Families`.
            let isGroup = seriesMembers(of: document).contains { member in
                publication.documents[member].frontMatter.survey.groups.contains { FormExports.AnswerSide.folded($0.name) == name }
            }
            return isGroup || !PartNames.saysNothingOfWhom(answers.columns[column]) ? .group(name) : .everybody
        }
        return !answers.years.isEmpty || column == answers.everybody ? .everybody : .group(name)
    }

    /// Whether two columns are of the same people, as far as anything is said of them.
    private func haveSamePeople(_ one: Int, _ answers: Survey.Answers, in index: Int, _ other: Int, _ before: Survey.Answers, in earlier: Int) -> Bool {
        let (now, then) = (publication.documents[index].frontMatter.survey, publication.documents[earlier].frontMatter.survey)
        if let unit = now.unit, let former = then.unit, unit != former { return false }
        let people = people(one, answers, in: index)
        guard people == self.people(other, before, in: earlier) else { return false }
        guard people == .everybody else { return true }
        func groups(_ facts: SurveyFacts) -> Set<String> { Set(facts.groups.map { FormExports.AnswerSide.folded($0.name) }) }
        func columns(_ answers: Survey.Answers) -> Set<String> {
            answers.years.isEmpty && answers.columns.count > 1 ? Set(answers.columns.indices.filter { $0 != answers.everybody }.map { FormExports.AnswerSide.folded(answers.columns[$0]) }) : []
        }
        if !groups(now).isEmpty, !groups(then).isEmpty { return groups(now) == groups(then) }
        return columns(answers) == columns(before)
    }

    // MARK: Changes

    /// - Returns: one change for all, or one for each group; none where there is nothing to compare, or too little.
    func changes(_ question: Survey.Question, _ answers: Survey.Answers, _ result: SurveyResults.Question, of index: Int) -> [(group: Int?, change: SurveyChange)] {
        // The years of the table itself.
        if answers.years.count > 1 {
            let latest = answers.years.suffix(2).map { (year: answers.columns[$0.column], share: SurveyColumn(answers: answers, result: result, index: $0.column).favourable) }
            guard let then = latest[0].share, let now = latest[1].share else { return [] }
            return [(nil, SurveyChange(from: then, in: latest[0].year, to: now))]
        }
        guard let earlier = earlierSurvey(than: index), let year = year(of: earlier), let other = counterpart(question, in: index, of: earlier),
            let before = other.answers, let beforeResult = surveys[earlier]?.questions[other.number], result.sides.contains(.upper) || beforeResult.sides.contains(.upper)
        else { return [] }
        guard wording(of: question, in: index) == wording(of: other, in: earlier), haveSameAnswers(answers, before), result.isMultiple == beforeResult.isMultiple else {
            return [(nil, SurveyChange(.otherQuestion, year: year))]
        }
        func change(_ one: Int, _ other: Int) -> SurveyChange? {
            let now = SurveyColumn(answers: answers, result: result, index: one).favourable
            let then = SurveyColumn(answers: before, result: beforeResult, index: other).favourable
            guard let now, let then else { return nil }
            return SurveyChange(from: then, in: before.years.last.map { before.columns[$0.column] } ?? year, to: now)
        }
        if let all = answers.everybody {
            let candidates = [before.everybody].compactMap { $0 } + before.columns.indices
            guard let former = candidates.first(where: { haveSamePeople(all, answers, in: index, $0, before, in: earlier) }) else {
                return [(nil, SurveyChange(.otherPeople, year: year))]
            }
            return change(all, former).map { [(nil, $0)] } ?? []
        }
        let pairs = answers.columns.indices.compactMap { column in
            before.columns.indices.first { haveSamePeople(column, answers, in: index, $0, before, in: earlier) }.map { (column, $0) }
        }
        guard !pairs.isEmpty else { return [(nil, SurveyChange(.otherPeople, year: year))] }
        let changes = pairs.compactMap { one, other in change(one, other).map { (group: Int?.some(one), change: $0) } }
        let told = changes.filter { if case .compared(.tooFew) = $0.change.result { false } else { true } }
        return told.isEmpty ? changes.first.map { [(nil, $0.change)] } ?? [] : told
    }

    func text(_ change: SurveyChange) -> Words {
        let (key, points): (String, Int?) = switch change.result {
        case .otherQuestion: ("changeBreak", nil)
        case .otherPeople: ("changeOtherPeople", nil)
        case .compared(.up(let points)): change.isBanded ? ("changeHigher", nil) : ("changeUp", points)
        case .compared(.down(let points)): change.isBanded ? ("changeLower", nil) : ("changeDown", points)
        case .compared(.noClearChange): ("changeNone", nil)
        case .compared(.tooFew): ("changeTooFew", nil)
        }
        let said = edition.texts(key, count: points, [
            "year": .text(change.year), "before": change.before.map { edition.base(of: $0) } ?? .number(0),
            "now": change.now.map { edition.base(of: $0) } ?? .number(0),
            "share": change.before.map { .share($0.percentage, of: nil) } ?? .text(""),
        ])
        return change.isSeen ? said : [said, edition.texts("changeRounding")].joined(separator: edition.locale.separators.gap)
    }

    // MARK: History

    /// A column of a question in every year in which it was the same and of the same people, the oldest first: of the
    /// years of its own table, and of the other surveys.
    func history(of question: Survey.Question, _ answers: Survey.Answers, _ column: Int, in index: Int) -> [(year: String, column: SurveyColumn)] {
        var entries: [(order: Int, year: String, column: SurveyColumn)] = [], years: [SurveyYear] = [], dates: [CalendarDate] = []
        for document in [index] + seriesMembers(of: index).filter({ $0 != index }) {
            guard let other = document == index ? question : counterpart(question, in: index, of: document), let otherAnswers = other.answers,
                let result = surveys[document]?.questions[other.number], wording(of: question, in: index) == wording(of: other, in: document),
                haveSameAnswers(answers, otherAnswers), result.isMultiple == question.isMultiple
            else { continue }
            func take(_ place: Int, _ year: String, _ order: Int) {
                entries.append((order, year, SurveyColumn(answers: otherAnswers, result: result, index: place)))
            }
            if !otherAnswers.years.isEmpty, haveSamePeople(column, answers, in: index, otherAnswers.years[0].column, otherAnswers, in: document) {
                for (place, year) in otherAnswers.years where !years.contains(year) && !dates.contains(where: year.contains) {
                    take(place, otherAnswers.columns[place], year.end * 400)
                    years.append(year)
                }
            } else if let end = fielded(document)?.end, !dates.contains(end), !years.contains(where: { $0.contains(end) }), let year = year(of: document),
                let place = document == index ? column : otherAnswers.columns.indices.first(where: { haveSamePeople(column, answers, in: index, $0, otherAnswers, in: document) }) {
                take(place, year, end.year * 400 + end.month * 32 + end.day)
                dates.append(end)
            }
        }
        return entries.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map { ($0.element.year, $0.element.column) }
    }
}
