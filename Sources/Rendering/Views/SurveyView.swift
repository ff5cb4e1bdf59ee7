import FormExports
import Publication

/// A survey summary: how it was done, and each question with what was found, a picture and its table.
extension Renderer {
    func surveyKeys(_ survey: Survey, _ document: Document, of index: Int, into context: inout Context, _ html: inout DocumentHTML, at place: Place) {
        let facts = document.frontMatter.survey, results = surveys[index]
        context.html("content", html.html(survey.introduction))
        context.items("facts", [
            fact("fielded", facts.fielded.map { edition.text($0) }),
            fact("invited", results?.invited.map { text(of: $0, facts.unit) }),
            fact("responses", results?.responses.map { text(of: $0, facts.unit) }),
            fact("rate", rate(results)),
            languagesFact("offeredIn", facts.offeredIn),
        ].compactMap { $0 })
        let root = root(of: place)
        let earlier = earlierSurvey(than: index)
        context.text("withheldText", results?.withholdsAnything == true ? withheldText(results!.threshold) : nil)
        context.list("parts", survey.parts.map { part in
            var context = Context()
            context.text("id", document.heading(at: part.heading)?.id)
            context.html("title", html.inlines(of: part.heading))
            context.attributes(html.attributes(of: part.heading))
            context.html("html", html.html(part.blocks))
            context.items("questions", part.questions.map { question($0, of: index, earlier: earlier, &html) })
            return context
        })
        let others = seriesMembers(of: index).filter { $0 != index }
        context.items("series", others.map { other in
            var item = link(Anchor(document: other, id: nil), root: root)
            item.text("periodText", publication.documents[other].frontMatter.survey.fielded.map { edition.text($0) })
            return item
        })
        let hasData = results.map { !$0.questions.isEmpty } ?? false
        context.items("downloads", !hasData ? [] : [("results.csv", "downloadCSV"), ("datapackage.json", "downloadPackage")].map { file, key in
            var item = Context()
            item.text("title", edition.texts(key))
            item.text("href", href(address: document.address + file, root: root))
            return item
        })
    }

    private func question(_ question: Survey.Question, of index: Int, earlier: Int?, _ html: inout DocumentHTML) -> Context {
        var context = Context()
        let id = html.document.heading(at: question.heading)?.id
        context.text("id", id)
        context.text("number", question.number)
        context.html("title", html.inlines(of: question.heading, droppingBytes: question.label.length))
        context.attributes(html.attributes(of: question.heading))
        context.html("html", html.html(question.before))
        context.html("table", question.table.map { html.html([$0]) })
        context.html("after", html.html(question.after))
        for key: StaticString in ["finding", "chart", "noAnswerText", "changeText", "withheldText"] { context.text(key, nil) }
        guard let answers = question.answers, let results = surveys[index], let result = results.questions[question.number] else { return context }
        let names = columnNames(of: question, answers, in: index)
        context.html("finding", finding(answers, result, names, in: index))
        context.text("changeText", earlier.flatMap { change(question, result, of: index, since: $0) })
        if let chart = chart(answers, result, names, in: index, id: id ?? question.number) { context.html("chart", chart) }
        let isWithheld = result.columns.contains { column in column.counts.contains(.withheld) }
        context.text("withheldText", isWithheld ? withheldText(results.threshold) : nil)
        if answers.columns.count == 1 {
            let silent = zip(result.columns[0].counts, result.sides).filter { $0.1 == .noAnswer }.compactMap(\.0.value)
            if !silent.isEmpty { context.text("noAnswerText", edition.texts("noAnswer", count: silent.reduce(0, +))) }
        }
        return context
    }

    // MARK: Findings

    /// What a question says, in one sentence computed from its counts.
    private func finding(_ answers: Survey.Answers, _ result: SurveyResults.Question, _ names: [Phrase], in index: Int) -> [UInt8]? {
        func quoted(_ row: Survey.Answers.Row) -> String { marked(edition.phrase(at: row.cell, row.answer, of: index)) }
        let upper = zip(answers.rows, result.sides).filter { $0.1 == .upper }.map { quoted($0.0) }
        // With groups, the last column may be all of them.
        let column = result.columns.count == 1 ? result.columns.first : totalColumn(answers, result)
        guard let column else { return groupsFinding(result, names, upper) }
        if let first = upper.first, let count = column.upper?.value, let base = column.scaleBase?.value, base > 0 {
            guard let share = share(count, of: base) else { return nil }
            return sentence(upper.count == 1 ? "findingOne" : upper.count == 2 ? "findingTwo" : "findingMany", [
                ("share", share), ("total", escaped(edition.text(base))), ("first", first), ("second", upper.last!),
            ])
        }
        let given = zip(answers.rows, zip(column.counts, result.sides)).filter { $0.1.1 != .noAnswer }
        let counts = given.compactMap { $0.1.0.value }
        guard counts.count == given.count, let base = column.base.value, base > 0, let most = counts.max(), counts.count(where: { $0 == most }) == 1,
            let row = given.first(where: { $0.1.0.value == most })?.0, let share = share(most, of: base)
        else { return nil }
        return sentence("finding", [("share", share), ("total", escaped(edition.text(base))), ("answer", quoted(row))])
    }

    /// “From 45 % (High school) to 59 % (Elementary school) answered “Yes”.”
    private func groupsFinding(_ result: SurveyResults.Question, _ names: [Phrase], _ upper: [String]) -> [UInt8]? {
        let shares = zip(names, result.columns).compactMap { name, column -> (name: Phrase, count: Int, base: Int)? in
            guard let count = column.upper?.value, let base = column.scaleBase?.value, base > 0 else { return nil }
            return (name, count, base)
        }
        guard shares.count > 1, let first = upper.first else { return nil }
        // By cross-multiplication, so that no rounding decides; the earlier column goes first.
        let sorted = shares.enumerated().sorted { one, other in
            let left = one.element.count * other.element.base, right = other.element.count * one.element.base
            return left != right ? left < right : one.offset < other.offset
        }.map(\.element)
        let low = sorted.first!, high = sorted.last!
        guard let lowShare = share(low.count, of: low.base), let highShare = share(high.count, of: high.base) else { return nil }
        return sentence(upper.count == 1 ? "findingGroupsOne" : upper.count == 2 ? "findingGroupsTwo" : "findingGroupsMany", [
            ("low", lowShare), ("high", highShare), ("lowGroup", marked(low.name)), ("highGroup", marked(high.name)), ("first", first), ("second", upper.last!),
        ])
    }

    /// A sentence of the theme, with HTML put in for its names.
    private func sentence(_ key: String, _ values: [(name: String, html: String)]) -> [UInt8] {
        Array(values.reduce(escaped(edition.texts(key))) { $0.replacing("{\($1.name)}", with: $1.html) }.utf8)
    }

    private func marked(_ phrase: Phrase) -> String {
        let attributes = String(decoding: edition.attributes(phrase), as: UTF8.self)
        return attributes.isEmpty ? escaped(phrase.text) : "<span\(attributes)>\(escaped(phrase.text))</span>"
    }

    private func escaped(_ text: String) -> String { Context.Leaf.text(text).string }

    /// A percentage in words, banded where an exact one would say something of everybody.
    private func share(_ count: Int, of base: Int) -> String? {
        switch BandedPercentage(count, of: base) {
        case .whole(let share): escaped(edition.percent(share))
        case .atMost(let share): escaped(edition.texts("atMost", ["share": edition.percent(share)]))
        case .atLeast(let share): escaped(edition.texts("atLeast", ["share": edition.percent(share)]))
        case nil: nil
        }
    }

    /// The last of several columns, where it is the sum of the others.
    private func totalColumn(_ answers: Survey.Answers, _ result: SurveyResults.Question) -> SurveyResults.Column? {
        guard answers.columns.count > 2, let last = result.columns.last else { return nil }
        let isTotal = answers.rows.allSatisfy { row in
            let counts = row.counts.map { $0.count ?? 0 }
            return counts.dropLast().reduce(0, +) == counts.last
        }
        return isTotal ? last : nil
    }

    // MARK: Years

    /// Surveys of the same series, the oldest first.
    private func seriesMembers(of index: Int) -> [Int] {
        guard let series = publication.documents[index].frontMatter.survey.series else { return [index] }
        func end(_ document: Int) -> Int { publication.documents[document].frontMatter.survey.fielded?.end.daysSince1970 ?? 0 }
        return publication.documents.indices.filter { publication.documents[$0].frontMatter.survey.series == series }
            .sorted { (end($0), $0) < (end($1), $1) }
    }

    private func earlierSurvey(than index: Int) -> Int? {
        let all = seriesMembers(of: index)
        return all.firstIndex(of: index).flatMap { $0 > 0 ? all[$0 - 1] : nil }
    }

    /// How the share on the upper half has changed since the survey before, where the question is the same.
    private func change(_ question: Survey.Question, _ result: SurveyResults.Question, of index: Int, since earlier: Int) -> String? {
        let facts = publication.documents[earlier].frontMatter.survey
        guard let year = facts.fielded.map({ String($0.end.year) }), case .survey(let survey) = publication.documents[earlier].meaning,
            let before = survey.parts.flatMap(\.questions).first(where: { $0.number == question.number }),
            let beforeResult = surveys[earlier]?.questions[question.number], result.columns.count == beforeResult.columns.count,
            let column = result.columns.last, let beforeColumn = beforeResult.columns.last
        else { return nil }
        let isSame = before.answers?.rows.map(\.answer) == question.answers?.rows.map(\.answer)
            && before.answers?.columns.count == question.answers?.columns.count
            && wording(of: before, in: earlier) == wording(of: question, in: index)
        guard isSame else { return edition.texts("changeBreak", ["year": year]) }
        guard let count = column.upper?.value, let base = column.scaleBase?.value, let countBefore = beforeColumn.upper?.value,
            let baseBefore = beforeColumn.scaleBase?.value
        else { return nil }
        let bases = [("year", year), ("before", edition.text(baseBefore)), ("now", edition.text(base))]
        func text(_ key: String, points: Int? = nil) -> String {
            let sentence = points.map { edition.texts(key, count: $0) } ?? edition.texts(key)
            return bases.reduce(sentence) { $0.replacing("{\($1.0)}", with: $1.1) }
        }
        switch ShareChange(from: (countBefore, baseBefore), to: (count, base)) {
        case .tooFew: return nil
        case .noClearChange: return text("changeNone")
        case .up(let points): return text("changeUp", points: points)
        case .down(let points): return text("changeDown", points: points)
        }
    }

    private func wording(of question: Survey.Question, in document: Int) -> String {
        String(decoding: publication.documents[document].tree.plainText(of: question.heading).utf8.dropFirst(question.label.length), as: UTF8.self)
    }

    // MARK: Facts

    private func withheldText(_ threshold: Int) -> String { edition.texts("withheldNote", ["threshold": edition.text(threshold)]) }

    private func text(of count: SurveyResults.Count, _ unit: SurveyFacts.Unit?) -> String {
        guard let value = count.value else { return SurveyPackage.withheld }
        return unit.map { edition.texts($0.rawValue, count: value) } ?? edition.text(value)
    }

    /// Only where it is known how many were asked: an open link has no rate.
    private func rate(_ results: SurveyResults?) -> String? {
        guard let responses = results?.responses?.value, let invited = results?.invited?.value, invited > 0, responses <= invited else { return nil }
        return edition.percent((responses * 100 + invited / 2) / invited)
    }
}

/// Whole percentages that add up to 100, by largest remainder; equal remainders go to the earlier answer. Nil where
/// nothing was counted.
func wholePercentages(of counts: [Int]) -> [Int]? {
    let total = counts.reduce(0, +)
    guard total > 0, total < .max / 100 else { return nil }
    var shares = counts.map { $0 * 100 / total }
    let missing = 100 - shares.reduce(0, +)
    let byRemainder = counts.indices.sorted { (counts[$1] * 100 % total, $0) < (counts[$0] * 100 % total, $1) }
    for index in byRemainder.prefix(missing) { shares[index] += 1 }
    return shares
}
