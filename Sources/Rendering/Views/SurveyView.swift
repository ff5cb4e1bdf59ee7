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
        // Where a question says it below its table, nothing is left to say.
        let isSaid = results?.questions.values.contains(where: withholds) == true
        context.text("withheldText", results.flatMap { $0.withholdsAnything && !isSaid ? withheldText($0.threshold, facts: facts) : nil })
        var charts: [Chart] = []
        context.list("parts", survey.parts.map { part in
            var context = Context()
            context.text("id", document.heading(at: part.heading)?.id)
            context.html("title", html.inlines(of: part.heading))
            context.attributes(html.attributes(of: part.heading))
            context.html("html", html.html(part.blocks))
            context.items("questions", part.questions.map { question($0, of: index, actions: survey.actions, charts: &charts, &html) })
            return context
        })
        context.html("patterns", Chart.patterns(of: charts))
        overviewKeys(survey, of: index, into: &context)
        let others = seriesMembers(of: index).filter { $0 != index }
        context.items("series", others.map { other in
            var item = link(Anchor(document: other, id: nil), root: root)
            item.text("periodText", publication.documents[other].frontMatter.survey.fielded.map { edition.text($0) })
            return item
        })
        let hasData = results.map { !$0.questions.isEmpty } ?? false
        context.items("downloads", !hasData ? [] : [("results.csv", "downloadCSV"), ("results.json", "downloadJSON"), ("datapackage.json", "downloadPackage")].map { file, key in
            var item = Context()
            item.text("title", edition.texts(key))
            item.text("href", href(address: document.address + file, root: root))
            return item
        })
    }

    private func question(
        _ question: Survey.Question, of index: Int, actions: [Survey.Action], charts: inout [Chart], _ html: inout DocumentHTML
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
        let isOfHouseholds = html.document.frontMatter.survey.unit == .households
        context.text("severalText", question.isMultiple ? edition.texts(isOfHouseholds ? "severalAnswersOfHouseholds" : "severalAnswers") : nil)
        for key: StaticString in ["finding", "chart", "noAnswerText", "changeText", "withheldText", "history", "apartText", "sharesText", "scaleText"] { context.text(key, nil) }
        context.items("actions", actions.filter { $0.questions.contains(id ?? "") }.map { action(of: $0, &html) })
        guard let answers = question.answers, let results = surveys[index], let result = results.questions[question.number] else { return context }
        let names = columnNames(of: question, answers, in: index)
        context.text("finding", finding(answers, result, names, in: index))
        let changes = changes(question, answers, result, of: index)
        context.html("changeText", changes.isEmpty ? nil : Array(changes.map { group, change in
            (group.map { [Words(names[$0]), text(change)].joined(separator: edition.locale.separators.colon) } ?? text(change)).leaf.string
        }.joined(separator: "<br>\n").utf8))
        let years = answers.everybody.map { history(of: question, answers, $0, in: index) } ?? []
        // Of two years, the change says it all.
        context.items("history", years.count > (changes.isEmpty ? 1 : 2) ? years.compactMap(historyItem) : [])
        let pictures = SurveyChart(
            question: question, answers: answers, result: result, names: names, edition: edition, index: index, id: id ?? question.number,
            title: Words(words(of: question.heading, dropping: question.label, in: index)),
            ownGroup: answers.columns.count == 1 && isGroup(answers.columns[0], in: index),
            years: { self.history(of: question, answers, $0, in: index) }
        ).charts()
        charts += pictures
        if !pictures.isEmpty { context.html("chart", Array(pictures.map { $0.html() }.joined())) }
        context.text("withheldText", withholds(result) ? withheldText(results.threshold, facts: html.document.frontMatter.survey) : nil)
        context.text("sharesText", result.isShares ? edition.texts("sharesNote") : nil)
        context.text("scaleText", answers.isNumeric ? edition.texts("scaleNote") : nil)
        if answers.columns.count == 1 {
            let silent = zip(result.columns[0].counts, result.sides).filter { $0.1 == .noAnswer }.compactMap(\.0.value)
            if !silent.isEmpty, !result.isShares { context.text("noAnswerText", edition.texts("noAnswer", count: silent.reduce(0, +))) }
        }
        if let all = answers.everybody.map({ result.columns[$0] }), result.sides.contains(.upper), !result.isMultiple, !result.isShares {
            let apart = zip(answers.rows, zip(all.counts, result.sides)).filter { $0.1.1 == .apart }.compactMap { row, answer in
                answer.0.value.map { edition.texts("apartNote", count: $0, ["answer": .words(Words(edition.phrase(at: row.cell, row.answer, of: index)))]) }
            }
            context.text("apartText", apart.isEmpty ? nil : apart.joined(separator: edition.locale.separators.gap))
        }
        return context
    }

    private func caption(of question: Survey.Question, _ answers: Survey.Answers, in index: Int) -> [UInt8] {
        let words = words(of: question.heading, dropping: question.label, in: index)
        let unit = publication.documents[index].frontMatter.survey.unit ?? .people
        let key = answers.isShares ? answers.sides.contains(.noAnswer) ? "tableSharesOfAll" : "tableShares" : unit == .people ? "tablePeople" : "tableHouseholds"
        return edition.texts(key, ["question": .words(Words(words))]).html
    }

    /// What is done about a question's answers, with the way to the words about it.
    private func action(of action: Survey.Action, _ html: inout DocumentHTML) -> Context {
        var context = Context()
        let lead = html.document.tree.plainText(of: action.lead)
        let words = html.phrase(at: action.paragraph, lead, isBoldOnly: action.lead != action.paragraph)
        context.text("title", words.text.last == "." || words.text.last == "。" ? String(words.text.dropLast()) : words.text)
        context.attributes(edition.attributes(words))
        context.text("href", html.document.heading(at: action.section).map { "#" + Address.encoded($0.id) })
        return context
    }

    // MARK: Findings

    /// What a question says, in one sentence computed from its counts.
    private func finding(_ answers: Survey.Answers, _ result: SurveyResults.Question, _ names: [Phrase], in index: Int) -> Words? {
        func quoted(_ row: Survey.Answers.Row) -> Words { Words(edition.phrase(at: row.cell, row.answer, of: index)) }
        var upper = zip(answers.rows, result.sides).filter { $0.1 == .upper }.map { quoted($0.0) }
        if answers.isNumeric, answers.rows.first?.answer.hasPrefix("10") == true { upper.reverse() }
        guard let place = answers.everybody else { return groupsFinding(answers, result, names, upper) }
        let column = SurveyColumn(answers: answers, result: result, index: place)
        if !result.isMultiple, let first = upper.first {
            guard let share = column.favourable else { return nil }
            return edition.texts((share.isEstimate ? "findingAbout" : "finding") + Self.number(upper), [
                "share": .share(share.percentage, of: nil), "total": .number(share.shownBase), "first": .words(first), "second": .words(upper.last!),
            ]).capitalized
        }
        if let (rows, share) = column.mostCommonTwo() {
            return edition.texts("findingTied", [
                "share": .share(share.percentage, of: nil), "total": .number(share.base), "first": .words(quoted(answers.rows[rows.0])), "second": .words(quoted(answers.rows[rows.1])),
            ]).capitalized
        }
        guard let most = column.mostCommon() else { return nil }
        return edition.texts("finding", [
            "share": .share(most.share.percentage, of: nil), "total": .number(most.share.base), "answer": .words(quoted(answers.rows[most.row])),
        ]).capitalized
    }

    private static func number(_ answers: [Words]) -> String { answers.count == 1 ? "One" : answers.count == 2 ? "Two" : "Many" }

    /// “From 45 % of 190 (High school) to 59 % of 204 (Elementary school) answered “Yes”.”
    private func groupsFinding(_ answers: Survey.Answers, _ result: SurveyResults.Question, _ names: [Phrase], _ upper: [Words]) -> Words? {
        let shares = result.columns.indices.compactMap { place in
            SurveyColumn(answers: answers, result: result, index: place).favourable.map { (name: names[place], share: $0) }
        }
        guard shares.count > 1, let first = upper.first else { return nil }
        // By cross-multiplication, so that no rounding decides; the earlier column goes first.
        let sorted = shares.enumerated().sorted { one, other in
            let left = one.element.share.count * other.element.share.base, right = other.element.share.count * one.element.share.base
            return left != right ? left < right : one.offset < other.offset
        }.map(\.element)
        let low = sorted.first!, high = sorted.last!
        let isSame = low.share.percentage == high.share.percentage
        return edition.texts((isSame ? "findingSame" : "findingGroups") + Self.number(upper), [
            "low": .words(text(low.share)), "high": .words(text(high.share)),
            "lowGroup": .words(Words(low.name)), "highGroup": .words(Words(high.name)), "first": .words(first), "second": .words(upper.last!),
        ]).capitalized
    }

    /// “84 % of 190”
    private func text(_ share: SurveyColumn.Share) -> Words { edition.text(share) }

    private func isGroup(_ name: String, in index: Int) -> Bool {
        publication.documents[index].frontMatter.survey.groups.contains { FormExports.AnswerSide.folded($0.name) == FormExports.AnswerSide.folded(name) }
    }

    private func historyItem(_ entry: (year: String, column: SurveyColumn)) -> Context? {
        guard let share = entry.column.favourable else { return nil }
        var item = Context()
        item.text("year", entry.year)
        item.text("share", text(share))
        return item
    }

    // MARK: Overview

    /// Who answered, the strongest and the weakest results, and the largest changes.
    private func overviewKeys(_ survey: Survey, of index: Int, into context: inout Context) {
        let facts = publication.documents[index].frontMatter.survey
        let groups = surveys[index].map { zip(facts.groups, $0.groups).map { ($0, $1) } } ?? []
        let rates = groups.map { rate($0.1.answered, of: $0.1.invited) }
        let hasInvited = groups.contains { $0.1.invited != nil }, hasAnswered = groups.contains { $0.1.answered != nil }
        // Of groups of which nothing is told, a table would say nothing.
        context.items("groups", !hasInvited && !hasAnswered ? [] : zip(groups, rates).map { entry, rate in
            let (group, counts) = entry
            var item = Context()
            let name = edition.phrase(group.name)
            item.text("name", name.text)
            item.attributes(edition.attributes(name))
            item.text("invited", counts.invited.map { text(of: $0, nil) } ?? "")
            item.text("answered", counts.answered.map { text(of: $0, nil) } ?? "")
            item.text("rate", rate ?? "")
            return item
        }) { table in
            table.flag("hasInvited", hasInvited)
            table.flag("hasAnswered", hasAnswered)
            table.flag("hasRate", rates.contains { $0 != nil })
        }
        var shares: [(question: Survey.Question, share: SurveyColumn.Share)] = [], changes: [(question: Survey.Question, change: SurveyChange)] = []
        for question in survey.parts.flatMap(\.questions) {
            guard let answers = question.answers, let result = surveys[index]?.questions[question.number], let place = answers.everybody,
                let share = SurveyColumn(answers: answers, result: result, index: place).favourable
            else { continue }
            if !question.mayBeBad, !question.isHabit { shares.append((question, share)) }
            changes += self.changes(question, answers, result, of: index).filter { $0.change.points > 0 }.map { (question, $0.change) }
        }
        // By cross-multiplication, and equal ones in the order of the survey.
        let sorted = shares.enumerated().sorted { one, other in
            let left = one.element.share.count * other.element.share.base, right = other.element.share.count * one.element.share.base
            return left != right ? left > right : one.offset < other.offset
        }.map(\.element)
        func item(_ question: Survey.Question, _ text: Words) -> Context {
            var item = Context()
            let words = words(of: question.heading, dropping: question.label, in: index)
            item.text("number", question.number)
            item.text("title", words.text)
            item.attributes(edition.attributes(words))
            item.text("href", publication.documents[index].heading(at: question.heading).map { "#" + Address.encoded($0.id) })
            item.text("text", text)
            return item
        }
        func list(_ key: String, _ items: [Context]) -> Context? {
            guard !items.isEmpty else { return nil }
            var context = Context()
            context.text("title", edition.texts(key))
            context.list("items", items)
            return context
        }
        func results(_ shares: some Sequence<(question: Survey.Question, share: SurveyColumn.Share)>) -> [Context] {
            shares.map { item($0.question, text($0.share)) }
        }
        let isMany = sorted.count > 3
        context.items("highlights", [
            list("strongest", isMany ? results(sorted.prefix(2)) : []), list("weakest", isMany ? results(sorted.suffix(2).reversed()) : []),
            list("largestChanges", changes.enumerated().sorted { ($1.element.change.points, $0.offset) < ($0.element.change.points, $1.offset) }.prefix(3).map {
                item($0.element.question, text($0.element.change))
            }),
        ].compactMap { $0 })
        context.html("dataset", surveys[index]?.questions.isEmpty == false ? dataset(index) : nil)
    }

    /// The data as schema.org describes a `Dataset`, for search engines.
    private func dataset(_ index: Int) -> [UInt8] {
        let document = publication.documents[index]
        let address = canonical(Place(address: document.address), in: edition.prefix)
        let name = edition.title(of: document, index)
        let dataset = Dataset(
            name: name.text, description: surveyDescription(of: index).plain,
            url: address, temporalCoverage: document.frontMatter.survey.fielded.map { "\($0.start)/\($0.end)" },
            inLanguage: (name.otherLanguage ?? edition.language).code,
            distribution: [
                .init(encodingFormat: "text/csv", contentUrl: address + "results.csv"),
                .init(encodingFormat: "application/json", contentUrl: address + "results.json"),
            ])
        return Array("<script type=\"application/ld+json\">".utf8) + dataset.json + Array("</script>".utf8)
    }

    /// Series among documents, each with its newest survey and the day by which the next one is due.
    func seriesList(_ documents: [Int], root: String) -> [Context] {
        var seen: Set<String> = []
        return documents.compactMap { index -> Context? in
            guard let series = publication.documents[index].frontMatter.survey.series, seen.insert(series).inserted,
                let newest = seriesMembers(of: index).last, publication.documents[newest].frontMatter.survey.fielded != nil
            else { return nil }
            let members = seriesMembers(of: index)
            var item = link(Anchor(document: newest, id: nil), root: root)
            item.text("nextText", nextDue(after: members).map { edition.texts("nextSurvey", ["date": .date($0)]) })
            item.text("yearsText", edition.locale.list(members.compactMap(year)))
            return item
        }
    }

    // MARK: Facts

    private func withholds(_ result: SurveyResults.Question) -> Bool { result.columns.contains { $0.counts.contains(.withheld) } }

    private func withheldText(_ threshold: Int, facts: SurveyFacts) -> Words {
        edition.texts(facts.unit == .households ? "withheldNoteOfHouseholds" : "withheldNote", ["threshold": .number(threshold)])
    }

    private func text(of count: SurveyResults.Count, _ unit: SurveyFacts.Unit?) -> Words {
        guard let value = count.value else { return Words(SurveyPackage.withheld) }
        return unit.map { edition.texts($0.rawValue, count: value) } ?? Words(edition.text(value))
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
    let description: String
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
