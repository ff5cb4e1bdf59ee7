import Publication

/// The ledger of what must be published: for whom, how often, by whom, and what has been.
extension Renderer {
    func dutiesKeys(_ duties: Duties, of index: Int, into context: inout Context, _ html: inout DocumentHTML, at place: Place) {
        let root = root(of: place)
        context.html("content", html.html(duties.introduction))
        let tracked = tracking.duties.filter { $0.document == index }
        context.list("tally", TrackedDuty.State.allCases.reversed().compactMap { state -> Context? in
            let count = tracked.count { $0.state == state }
            guard count > 0 else { return nil }
            var item = dutyState(state)
            item.text("countText", edition.text(count))
            return item
        })
        context.items("duties", duties.duties.enumerated().map { position, duty in
            var item = Context()
            let id = html.document.heading(at: duty.heading)?.id
            item.text("id", id)
            item.html("title", html.inlines(of: duty.heading))
            item.attributes(html.attributes(of: duty.heading))
            item.html("html", html.html(duty.blocks))
            relationKeys(of: [Anchor(document: index, id: id)], into: &item, root: root)
            item.list("questions", questions(&html, below: id.map { [$0] }))
            let state = tracked.first { $0.position == position }
            item.context("state", state.map { dutyState($0.state) })
            item.context("audience", line(duty.audience, "dutyAudience", &html))
            item.context("frequency", line(duty.frequency, "dutyFrequency", &html))
            var owner = Context()
            owner.text("label", edition.texts("dutyOwner"))
            owner.list("items", state?.owners.map { named in
                named.role.map { roleLink($0, root: root) } ?? nameContext(named.name)
            } ?? [])
            owner.text("emptyText", state?.owners.isEmpty == true ? edition.texts("nobodyNamed") : nil)
            item.context("owner", owner)
            item.context("languages", state?.languages.flatMap { languages in
                languages == publication.settings.languages && languages.count > 1
                    ? fact("dutyLanguages", edition.texts("allLanguages")) : languagesFact("dutyLanguages", languages)
            })
            item.context("missingLanguages", state.flatMap { languagesFact("dutyMissingLanguages", $0.missingLanguages(among: editions)) })
            var published = Context()
            published.text("label", edition.texts("dutyPublished"))
            published.list("items", state?.published.map { publication in
                var item = link(Anchor(document: publication.document, id: publication.fragment), root: root)
                item.context("date", publication.date.map { dateContext($0) })
                return item
            } ?? [])
            published.text("emptyText", state?.published.isEmpty == true ? edition.texts("nothingYet") : nil)
            item.context("published", published)
            item.context("next", state?.nextDue.map { dateContext($0) })
            return item
        })
    }

    private func nameContext(_ name: String) -> Context {
        var item = Context()
        let phrase = edition.untranslated(name)
        item.text("title", phrase.text)
        item.attributes(edition.attributes(phrase))
        item.text("href", nil)
        return item
    }

    private func line(_ line: LabelledLine?, _ key: String, _ html: inout DocumentHTML) -> Context? {
        guard let line else { return nil }
        var context = Context()
        context.text("label", edition.texts(key))
        context.html("html", html.line(line))
        context.attributes(html.attributes(of: line))
        return context
    }

    private func dutyState(_ state: TrackedDuty.State) -> Context {
        var context = Context()
        switch state {
        case .published:
            context.text("text", edition.texts("dutyDone"))
            context.text("class", "state-met")
        case .overdue:
            context.text("text", edition.texts("dutyOverdue"))
            context.text("class", "state-delayed")
        case .nothing:
            context.text("text", edition.texts("dutyNothing"))
            context.text("class", "state-none")
        }
        context.text("overdueText", nil)
        return context
    }

    /// A round of feedback, while it is open and after it.
    func feedbackKeys(of index: Int, into context: inout Context) {
        guard let feedback = publication.documents[index].frontMatter.feedback, let round = tracking.feedback.first(where: { $0.document == index }) else {
            return context.context("feedback", nil)
        }
        var item = Context()
        item.flag("open", round.isOpen)
        item.text("text", edition.texts(round.isOpen ? "feedbackOpen" : "feedbackClosed", ["date": .date(feedback.until)]))
        item.list("ways", !round.isOpen ? [] : feedback.ways.enumerated().map { number, way in
            var context = Context()
            let phrase = edition.phrase(.feedbackWay(number), way, of: index)
            context.text("text", phrase?.text)
            context.attributes(edition.attributes(phrase))
            return context
        })
        context.context("feedback", item)
    }
}

extension TrackedDuty {
    /// The languages that are owed and that something of what is published is not offered in; none where nothing is.
    package func missingLanguages(among editions: [Edition]) -> [LanguageTag] {
        guard let languages, !published.isEmpty else { return [] }
        return languages.filter { language in
            guard let edition = editions.first(where: { $0.language == language }) else { return true }
            return !published.allSatisfy { edition.isOffered($0.document) }
        }
    }
}
