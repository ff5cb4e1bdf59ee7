import Publication

/// A survey summary: how it was done, and each question with its table.
extension Renderer {
    func surveyKeys(_ survey: Survey, _ document: Document, into context: inout Context, _ html: inout DocumentHTML) {
        let facts = document.frontMatter.survey
        context.html("content", html.html(survey.introduction))
        context.items("facts", [
            fact("fielded", facts.fielded.map { edition.text($0) }),
            fact("invited", facts.invited.map { count($0, facts.unit) }),
            fact("responses", facts.responses.map { count($0, facts.unit) }),
            fact("rate", rate(facts)),
            languagesFact("offeredIn", facts.offeredIn),
        ].compactMap { $0 })
        context.list("parts", survey.parts.map { part in
            var context = Context()
            context.text("id", document.heading(at: part.heading)?.id)
            context.html("title", html.inlines(of: part.heading))
            context.attributes(html.attributes(of: part.heading))
            context.html("html", html.html(part.blocks))
            context.items("questions", part.questions.map { question($0, document, &html) })
            return context
        })
    }

    private func question(_ question: Survey.Question, _ document: Document, _ html: inout DocumentHTML) -> Context {
        var context = Context()
        context.text("id", document.heading(at: question.heading)?.id)
        context.text("number", question.number)
        context.html("title", html.inlines(of: question.heading, droppingBytes: question.label.length))
        context.attributes(html.attributes(of: question.heading))
        context.html("html", html.html(question.before))
        context.html("table", question.table.map { html.html([$0]) })
        context.html("after", html.html(question.after))
        for key: StaticString in ["finding", "bars", "noAnswerText"] { context.text(key, nil) }
        if let answers = question.answers, answers.columns.count == 1 { bars(answers, html, into: &context) }
        return context
    }

    /// Shares of one column's answers, as whole percentages of those who answered, which add up to a hundred.
    private func bars(_ answers: Survey.Answers, _ html: DocumentHTML, into context: inout Context) {
        let given = answers.rows.filter { !PartNames.noAnswer.contains($0.answer.lowercased()) }
        let counts = given.map { $0.counts[0] }
        guard let shares = wholePercentages(of: counts) else { return }
        context.items("bars", zip(given, shares).map { row, share in
            var bar = Context()
            let answer = html.phrase(at: row.cell, row.answer)
            bar.text("label", answer.text)
            bar.attributes(edition.attributes(answer))
            bar.text("shareText", edition.percent(share))
            bar.text("countText", edition.text(row.counts[0]))
            bar.text("widthClass", "w\(share)")
            return bar
        })
        if let most = given.indices.max(by: { (counts[$0], -$0) < (counts[$1], -$1) }), counts.count(where: { $0 == counts[most] }) == 1 {
            let answer = html.phrase(at: given[most].cell, given[most].answer)
            let sentence = Context.Leaf.text(edition.texts("finding", [
                "share": edition.percent(shares[most]), "total": edition.text(counts.reduce(0, +)),
            ])).string
            let attributes = String(decoding: edition.attributes(answer), as: UTF8.self), words = Context.Leaf.text(answer.text).string
            context.html("finding", Array(sentence.replacing("{answer}", with: attributes.isEmpty ? words : "<span\(attributes)>\(words)</span>").utf8))
        }
        if given.count < answers.rows.count {
            let silent = answers.rows.reduce(0) { $0 + $1.counts[0] } - counts.reduce(0, +)
            context.text("noAnswerText", edition.texts("noAnswer", count: silent))
        }
    }

    private func count(_ count: Int, _ unit: SurveyFacts.Unit?) -> String {
        unit.map { edition.texts($0.rawValue, count: count) } ?? edition.text(count)
    }

    /// Only where it is known how many were asked: an open link has no rate.
    private func rate(_ facts: SurveyFacts) -> String? {
        guard let responses = facts.responses, let invited = facts.invited, invited > 0, responses <= invited else { return nil }
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
