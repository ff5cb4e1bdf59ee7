import Foundation
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
        var charts: [Chart] = []
        context.list("parts", survey.parts.map { part in
            var context = Context()
            context.text("id", document.heading(at: part.heading)?.id)
            context.html("title", html.inlines(of: part.heading))
            context.attributes(html.attributes(of: part.heading))
            context.html("html", html.html(part.blocks))
            context.items("questions", part.questions.map { question($0, of: index, earlier: earlier, actions: survey.actions, charts: &charts, &html) })
            return context
        })
        context.html("patterns", Chart.patterns(of: charts))
        overviewKeys(survey, of: index, earlier: earlier, into: &context)
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

    private func question(
        _ question: Survey.Question, of index: Int, earlier: Int?, actions: [Survey.Action], charts: inout [Chart], _ html: inout DocumentHTML
    ) -> Context {
        var context = Context()
        let id = html.document.heading(at: question.heading)?.id
        context.text("id", id)
        context.text("number", question.number)
        context.html("title", html.inlines(of: question.heading, droppingBytes: question.label.length))
        context.attributes(html.attributes(of: question.heading))
        context.html("html", html.html(question.before))
        if let table = question.table, let answers = question.answers { html.caption(table, caption(of: question, answers, in: index)) }
        context.html("table", question.table.map { html.html([$0]) })
        context.html("after", html.html(question.after))
        context.html("following", html.html(question.following))
        context.text("severalText", question.isMultiple ? edition.texts("severalAnswers") : nil)
        for key: StaticString in ["finding", "chart", "noAnswerText", "changeText", "withheldText", "history", "apartText", "sharesText", "scaleText"] { context.text(key, nil) }
        context.items("actions", actions.filter { $0.questions.contains(id ?? "") }.map { action(of: $0, &html) })
        guard let answers = question.answers, let results = surveys[index], let result = results.questions[question.number] else { return context }
        let names = columnNames(of: question, answers, in: index)
        context.html("finding", finding(answers, result, names, in: index))
        context.text("changeText", earlier.flatMap { change(question, result, of: index, since: $0).map(text) })
        let years = history(of: question, in: index)
        // Of two years, the change says it all.
        context.items("history", years.count > 2 ? years.compactMap(historyItem) : [])
        let pictures = SurveyChart(
            question: question, answers: answers, result: result, names: names, edition: edition, index: index, id: id ?? question.number,
            title: words(of: question.heading, dropping: question.label, in: index).text, years: years.map { ($0.year, $0.result) }
        ).charts()
        charts += pictures
        if !pictures.isEmpty { context.html("chart", Array(pictures.map { $0.html() }.joined())) }
        let isWithheld = result.columns.contains { column in column.counts.contains(.withheld) }
        context.text("withheldText", isWithheld ? withheldText(results.threshold) : nil)
        context.text("sharesText", result.isShares ? edition.texts("sharesNote") : nil)
        context.text("scaleText", answers.isNumeric ? edition.texts("scaleNote") : nil)
        let all = answers.columns.count == 1 ? result.columns.first : totalColumn(answers, result)
        if answers.columns.count == 1 {
            let silent = zip(result.columns[0].counts, result.sides).filter { $0.1 == .noAnswer }.compactMap(\.0.value)
            if !silent.isEmpty { context.text("noAnswerText", edition.texts("noAnswer", count: silent.reduce(0, +))) }
        }
        if let all, result.sides.contains(.upper), !result.isMultiple {
            let apart = zip(answers.rows, zip(all.counts, result.sides)).filter { $0.1.1 == .apart }.compactMap { row, answer in
                answer.0.value.map { (edition.phrase(at: row.cell, row.answer, of: index), $0) }
            }
            if let (answer, count) = apart.first, apart.count == 1 {
                context.html("apartText", sentence("apartNote", [("answer", marked(answer))], count: count))
            }
        }
        return context
    }

    private func caption(of question: Survey.Question, _ answers: Survey.Answers, in index: Int) -> [UInt8] {
        let words = words(of: question.heading, dropping: question.label, in: index)
        let unit = publication.documents[index].frontMatter.survey.unit ?? .people
        return sentence(answers.isShares ? "tableShares" : unit == .people ? "tablePeople" : "tableHouseholds", [("question", marked(words))])
    }

    /// What is done about a question's answers, with the way to the words about it.
    private func action(of action: Survey.Action, _ html: inout DocumentHTML) -> Context {
        var context = Context()
        let lead = html.document.tree.plainText(of: action.lead)
        let words = html.phrase(at: action.lead, lead.last == "." ? String(lead.dropLast()) : lead)
        context.text("title", words.text.last == "." || words.text.last == "。" ? String(words.text.dropLast()) : words.text)
        context.attributes(edition.attributes(words))
        context.text("href", html.document.heading(at: action.section).map { "#" + Address.encoded($0.id) })
        return context
    }

    // MARK: Findings

    /// What a question says, in one sentence computed from its counts.
    private func finding(_ answers: Survey.Answers, _ result: SurveyResults.Question, _ names: [Phrase], in index: Int) -> [UInt8]? {
        func quoted(_ row: Survey.Answers.Row) -> String { marked(edition.phrase(at: row.cell, row.answer, of: index)) }
        var upper = zip(answers.rows, result.sides).filter { $0.1 == .upper }.map { quoted($0.0) }
        if answers.isNumeric, answers.rows.first?.answer.hasPrefix("10") == true { upper.reverse() }
        // With groups, the last column may be all of them.
        let column = result.columns.count == 1 ? result.columns.first : totalColumn(answers, result)
        guard let column else { return groupsFinding(result, names, upper) }
        if !result.isMultiple, let first = upper.first, let count = column.upper?.value, let base = column.scaleBase?.value, base > 0 {
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
    private func sentence(_ key: String, _ values: [(name: String, html: String)], count: Int? = nil) -> [UInt8] {
        let words = count.map { edition.texts(key, count: $0) } ?? edition.texts(key)
        return Array(values.reduce(escaped(words)) { $0.replacing("{\($1.name)}", with: $1.html) }.utf8)
    }

    private func marked(_ phrase: Phrase) -> String {
        let attributes = String(decoding: edition.attributes(phrase), as: UTF8.self)
        return attributes.isEmpty ? escaped(phrase.text) : "<span\(attributes)>\(escaped(phrase.text))</span>"
    }

    private func escaped(_ text: String) -> String { Context.Leaf.text(text).string }

    /// A percentage in words, banded where an exact one would say something of everybody.
    private func share(_ count: Int, of base: Int) -> String? { BandedPercentage(count, of: base).map { escaped(edition.text($0)) } }

    /// Of several columns that of everybody.
    func totalColumn(_ answers: Survey.Answers, _ result: SurveyResults.Question) -> SurveyResults.Column? { answers.total.map { result.columns[$0] } }

    // MARK: Years

    /// Surveys of the same series, the oldest first.
    private func seriesMembers(of index: Int) -> [Int] { surveys[index]?.members ?? [index] }

    private func earlierSurvey(than index: Int) -> Int? {
        let all = seriesMembers(of: index)
        return all.firstIndex(of: index).flatMap { $0 > 0 ? all[$0 - 1] : nil }
    }

    /// How the share on the upper half has changed since an earlier survey, where the question is the same.
    private struct Change {
        /// Nil where the questions cannot be compared.
        let change: ShareChange?
        let year: String
        let baseBefore: Int, base: Int
        var before: BandedPercentage?, now: BandedPercentage?

        /// Whether the points are the difference of the percentages that stand beside them.
        var isSeen: Bool {
            switch (change, before, now) {
            case (.up(let points), .whole(let before), .whole(let now)): now - before == points
            case (.down(let points), .whole(let before), .whole(let now)): before - now == points
            default: true
            }
        }

        var points: Int {
            switch change {
            case .up(let points), .down(let points): points
            default: 0
            }
        }
    }

    /// - Returns: nil where there is nothing to compare, or too little.
    private func change(_ question: Survey.Question, _ result: SurveyResults.Question, of index: Int, since earlier: Int) -> Change? {
        guard let before = self.question(question.number, in: earlier), let beforeResult = surveys[earlier]?.questions[question.number],
            let year = year(of: earlier)
        else { return nil }
        guard isSame(question, in: index, before, in: earlier), result.columns.count == beforeResult.columns.count else {
            return Change(change: nil, year: year, baseBefore: 0, base: 0)
        }
        guard let now = overall(question, result), let then = overall(before, beforeResult) else { return nil }
        let change = ShareChange(from: (then.count, then.base), to: (now.count, now.base))
        guard change != .tooFew else { return nil }
        return Change(
            change: change, year: year, baseBefore: then.base, base: now.base,
            before: BandedPercentage(then.count, of: then.base), now: BandedPercentage(now.count, of: now.base))
    }

    private func text(_ change: Change) -> String {
        let sentence = switch change.change {
        case nil: edition.texts("changeBreak")
        case .up(let points): edition.texts("changeUp", count: points)
        case .down(let points): edition.texts("changeDown", count: points)
        case .noClearChange, .tooFew: edition.texts("changeNone")
        }
        let said = [
            ("year", change.year), ("before", edition.text(change.baseBefore)), ("now", edition.text(change.base)),
            ("share", change.before.map { edition.text($0) } ?? ""),
        ].reduce(sentence) { $0.replacing("{\($1.0)}", with: $1.1) }
        return change.isSeen ? said : said + " " + edition.texts("changeRounding")
    }

    private func question(_ number: String, in document: Int) -> Survey.Question? {
        guard case .survey(let survey) = publication.documents[document].meaning else { return nil }
        return survey.parts.lazy.flatMap(\.questions).first { $0.number == number }
    }

    private func year(of document: Int) -> String? { publication.documents[document].frontMatter.survey.fielded.map { String($0.end.year) } }

    /// Whether two questions have the same words, answers and groups.
    private func isSame(_ one: Survey.Question, in first: Int, _ other: Survey.Question, in second: Int) -> Bool {
        one.answers?.rows.map(\.answer) == other.answers?.rows.map(\.answer) && one.answers?.columns == other.answers?.columns
            && wording(of: one, in: first) == wording(of: other, in: second)
    }

    /// The upper half of the scale over everybody who answered.
    private func overall(_ question: Survey.Question, _ result: SurveyResults.Question) -> (count: Int, base: Int)? {
        guard let answers = question.answers, let column = result.columns.count == 1 ? result.columns.first : totalColumn(answers, result),
            let count = column.upper?.value, let base = column.scaleBase?.value, base > 0, !result.isMultiple, result.sides.contains(.upper)
        else { return nil }
        return (count, base)
    }

    /// A question in every year in which it was the same, the oldest first.
    private func history(of question: Survey.Question, in index: Int) -> [(year: String, question: Survey.Question, result: SurveyResults.Question)] {
        seriesMembers(of: index).compactMap { document in
            guard let other = self.question(question.number, in: document), isSame(question, in: index, other, in: document),
                let result = surveys[document]?.questions[question.number], let year = year(of: document)
            else { return nil }
            return (year, other, result)
        }
    }

    private func historyItem(_ entry: (year: String, question: Survey.Question, result: SurveyResults.Question)) -> Context? {
        guard let overall = overall(entry.question, entry.result), let share = share(overall.count, of: overall.base) else { return nil }
        var item = Context()
        item.text("year", entry.year)
        item.html("share", Array(share.utf8))
        return item
    }

    // MARK: Overview

    /// Who answered, the strongest and the weakest results, and the largest changes.
    private func overviewKeys(_ survey: Survey, of index: Int, earlier: Int?, into context: inout Context) {
        let facts = publication.documents[index].frontMatter.survey
        let groups = surveys[index].map { zip(facts.groups, $0.groups).map { ($0, $1) } } ?? []
        context.items("groups", groups.map { group, counts in
            var item = Context()
            let name = edition.phrase(group.name)
            item.text("name", name.text)
            item.attributes(edition.attributes(name))
            item.text("invited", counts.invited.map { text(of: $0, nil) } ?? "")
            item.text("answered", counts.answered.map { text(of: $0, nil) } ?? "")
            item.text("rate", rate(counts.answered, of: counts.invited) ?? "")
            return item
        })
        var shares: [(question: Survey.Question, count: Int, base: Int)] = [], changes: [(question: Survey.Question, change: Change)] = []
        for question in survey.parts.flatMap(\.questions) {
            guard let result = surveys[index]?.questions[question.number], let overall = overall(question, result) else { continue }
            shares.append((question, overall.count, overall.base))
            if let change = earlier.flatMap({ change(question, result, of: index, since: $0) }), change.points > 0 { changes.append((question, change)) }
        }
        // By cross-multiplication, and equal ones in the order of the survey.
        let sorted = shares.enumerated().sorted { one, other in
            let left = one.element.count * other.element.base, right = other.element.count * one.element.base
            return left != right ? left > right : one.offset < other.offset
        }.map(\.element)
        func item(_ question: Survey.Question, _ text: String) -> Context {
            var item = Context()
            let words = words(of: question.heading, dropping: question.label, in: index)
            item.text("number", question.number)
            item.text("title", words.text)
            item.attributes(edition.attributes(words))
            item.text("href", publication.documents[index].heading(at: question.heading).map { "#" + Address.encoded($0.id) })
            item.html("text", Array(text.utf8))
            return item
        }
        func list(_ key: String, _ items: [Context]) -> Context? {
            guard !items.isEmpty else { return nil }
            var context = Context()
            context.text("title", edition.texts(key))
            context.list("items", items)
            return context
        }
        func results(_ shares: some Sequence<(question: Survey.Question, count: Int, base: Int)>) -> [Context] {
            shares.compactMap { entry in share(entry.count, of: entry.base).map { item(entry.question, $0) } }
        }
        let isMany = sorted.count > 3
        context.items("highlights", [
            list("strongest", isMany ? results(sorted.prefix(2)) : []), list("weakest", isMany ? results(sorted.suffix(2).reversed()) : []),
            list("largestChanges", changes.enumerated().sorted { ($1.element.change.points, $0.offset) < ($0.element.change.points, $1.offset) }.prefix(3).map {
                item($0.element.question, escaped(text($0.element.change)))
            }),
        ].compactMap { $0 })
        context.html("dataset", surveys[index]?.questions.isEmpty == false ? dataset(index) : nil)
    }

    /// The data as schema.org describes a `Dataset`, for search engines.
    private func dataset(_ index: Int) -> [UInt8] {
        let document = publication.documents[index]
        let address = canonical(Place(address: document.address), in: edition.prefix)
        let dataset = Dataset(
            name: edition.title(of: document, index).text, description: edition.phrase(.summary, document.frontMatter.summary, of: index)?.text,
            url: address, temporalCoverage: document.frontMatter.survey.fielded.map { "\($0.start)/\($0.end)" }, inLanguage: edition.language.code,
            distribution: [.init(encodingFormat: "text/csv", contentUrl: address + "results.csv")])
        return Array("<script type=\"application/ld+json\">".utf8) + dataset.json + Array("</script>".utf8)
    }

    /// Series among documents, each with its newest survey and the day by which the next one is due.
    func seriesList(_ documents: [Int], root: String) -> [Context] {
        var seen: Set<String> = []
        return documents.compactMap { index -> Context? in
            guard let series = publication.documents[index].frontMatter.survey.series, seen.insert(series).inserted,
                let newest = seriesMembers(of: index).last, let last = publication.documents[newest].frontMatter.survey.fielded?.end
            else { return nil }
            let members = seriesMembers(of: index)
            let before = members.dropLast().last.flatMap { publication.documents[$0].frontMatter.survey.fielded?.end }
            // As long after the last as that was after the one before; a year, where it was the first.
            let days = before.map { last.daysSince1970 - $0.daysSince1970 } ?? 365
            var item = link(Anchor(document: newest, id: nil), root: root)
            item.text("nextText", last.adding(days: max(1, days)).map { edition.texts("nextSurvey", ["date": edition.text($0)]) })
            item.text("yearsText", members.compactMap(year).joined(separator: ", "))
            return item
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
    private func rate(_ results: SurveyResults?) -> String? { rate(results?.responses, of: results?.invited) }

    private func rate(_ answered: SurveyResults.Count?, of invited: SurveyResults.Count?) -> String? {
        guard let answered = answered?.value, let invited = invited?.value, invited > 0, answered <= invited else { return nil }
        return edition.percent((answered * 100 + invited / 2) / invited)
    }
}

/// schema.org/Dataset
private struct Dataset: Encodable {
    struct Download: Encodable {
        let type = "DataDownload"
        let encodingFormat: String, contentUrl: String
        enum CodingKeys: String, CodingKey { case type = "@type", encodingFormat, contentUrl }
    }

    let context = "https://schema.org"
    let type = "Dataset"
    let name: String
    let description: String?
    let url: String
    let temporalCoverage: String?
    let inLanguage: String
    let distribution: [Download]
    enum CodingKeys: String, CodingKey {
        case context = "@context", type = "@type", name, description, url, temporalCoverage, inLanguage, distribution
    }

    /// Slashes stay escaped, so that no text can end the element that it stands in.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return Array((try? encoder.encode(self)) ?? Data())
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
