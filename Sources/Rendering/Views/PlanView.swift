import Markdown
import Publication

/// A plan's keys: an overview of its goals, and each objective with what is done, by whom, and what comes of it by when.
extension Renderer {
    func planKeys(_ plan: Plan, _ document: Document, of index: Int, into context: inout Context, _ html: inout DocumentHTML) {
        context.html("content", html.html(plan.introduction))
        context.items("facts", [
            fact("publishedBy", edition.phrase(.organization, document.frontMatter.plan.organization, of: index)),
            fact("period", document.frontMatter.plan.period.map { edition.text($0) }),
            fact("status", document.frontMatter.plan.status.map { edition.texts("status" + $0.rawValue.capitalized) }),
        ].compactMap { $0 })
        context.list("before", plan.before.map { prose($0, &html) })
        context.list("after", plan.after.map { prose($0, &html) })
        context.items("goals", plan.goals.map { goal($0, &html) }) { goals in
            goals.text("objectivesText", edition.texts("objectives", count: plan.goals.reduce(0) { $0 + $1.objectives.count }))
        }
    }

    private func goal(_ goal: Plan.Goal, _ html: inout DocumentHTML) -> Context {
        var context = numbered("goalLabel", goal.number, goal.heading, goal.label, &html)
        context.html("html", html.html(goal.blocks))
        context.list("objectives", goal.objectives.map { objective($0, &html) })
        context.text("objectivesText", edition.texts("objectives", count: goal.objectives.count))
        return context
    }

    private func objective(_ objective: Plan.Objective, _ html: inout DocumentHTML) -> Context {
        var context = numbered("objectiveLabel", objective.number, objective.heading, objective.label, &html)
        context.html("html", html.html(objective.blocks))
        context.list("parts", objective.parts.map { part($0, &html) })
        let roles = Set(objective.responsibilities.map(\.roles)).count
        context.text("rolesText", roles == 0 ? nil : edition.texts("roles", count: roles))
        let outcomes = objective.outcomes
        context.text("outcomesText", outcomes.isEmpty ? nil : edition.texts("outcomes", count: outcomes.count))
        let due = outcomes.first { $0.when != nil }.flatMap { outcome in outcome.when.map { html.phrase(at: outcome.text.lead, $0) } }
        context.text("dueText", due?.text)
        context.attributes("dueAttributes", edition.attributes(due))
        return context
    }

    /// A level-4 section, in the order in which it is written: what stands ahead, then its periods, duties or outcomes,
    /// then the notes behind.
    private func part(_ part: Plan.Part, _ html: inout DocumentHTML) -> Context {
        var context = Context()
        context.html("title", partTitle(part, &html))
        context.attributes(part.isKnown ? [] : html.attributes(of: part.heading))
        context.html("html", html.html(part.before))
        for key: StaticString in ["periods", "duties", "outcomes"] { context.text(key, nil) }
        switch part.content {
        case .activities(let periods):
            context.items("periods", periods.map { period in
                var item = Context()
                item.html("title", html.inlines(of: period.heading))
                item.attributes(html.attributes(of: period.heading))
                item.html("html", html.html(period.blocks))
                return item
            })
        case .responsibility(let duties):
            context.items("duties", duties.map { duty in
                var item = Context()
                let roles = html.phrase(at: duty.text.lead, duty.roles), text = html.html(duty.text)
                item.text("roles", roles.text)
                item.attributes("rolesAttributes", edition.attributes(roles))
                item.html("html", text.html)
                item.attributes(text.attributes)
                return item
            })
        case .outcomes(let outcomes):
            context.items("outcomes", outcomes.map { outcome in
                var item = Context()
                item.text("id", outcome.number)
                item.text("number", outcome.number)
                let due = outcome.when.map { html.phrase(at: outcome.text.lead, $0) }, text = html.html(outcome.text)
                item.text("when", due?.text)
                item.attributes("whenAttributes", edition.attributes(due))
                item.html("html", text.html)
                item.attributes(text.attributes)
                return item
            })
        case .prose: break
        }
        context.html("after", html.html(part.after))
        return context
    }

    /// A part's title: as it is written in the source language, the theme's word for it in others.
    private func partTitle(_ part: Plan.Part, _ html: inout DocumentHTML) -> [UInt8] {
        let key: String
        switch part.content {
        case .activities: key = "partActivities"
        case .responsibility: key = "partResponsibility"
        case .outcomes: key = "partOutcomes"
        case .prose: return html.inlines(of: part.heading)
        }
        return html.isOwn ? html.inlines(of: part.heading) : Array(Context.Leaf.text(edition.texts(key)).string.utf8)
    }

    /// What a goal and an objective have in common: number, label, words.
    ///
    /// - Parameter key: of the theme's label, for editions that are not the source's.
    private func numbered(_ key: String, _ number: String, _ heading: MarkdownTree.Index, _ label: Plan.HeadingLabel, _ html: inout DocumentHTML) -> Context {
        var context = Context()
        context.text("id", number)
        context.text("number", number)
        context.text("label", html.isOwn ? label.text : edition.texts(key, ["number": number]))
        context.html("title", html.inlines(of: heading, droppingBytes: label.length))
        context.attributes(html.attributes(of: heading))
        return context
    }

    func prose(_ section: Plan.Prose, _ html: inout DocumentHTML) -> Context {
        var context = Context()
        context.text("id", html.document.heading(at: section.heading)?.id)
        context.html("title", html.inlines(of: section.heading))
        context.attributes(html.attributes(of: section.heading))
        context.html("html", html.html(section.blocks))
        return context
    }

    /// Goals with their objectives, and the prose around them.
    func planContents(of document: Document, _ index: Int) -> Context? {
        guard case .plan(let plan) = document.meaning else { return nil }
        func entry(_ node: MarkdownTree.Index) -> Context? {
            document.heading(at: node).map { contentsEntry(edition.phrase(at: node, $0.text, of: index), id: $0.id) }
        }
        func entry(_ key: String, _ number: String, _ node: MarkdownTree.Index) -> Context {
            var phrase = edition.phrase(at: node, document.heading(at: node)?.text ?? number, of: index)
            // In the source language the heading's words begin with its label.
            if edition.translation(of: index) != nil, !phrase.isUntranslated { phrase = Phrase(text: "\(edition.texts(key, ["number": number])): \(phrase.text)", isUntranslated: false) }
            return contentsEntry(phrase, id: number)
        }
        let before = plan.before.compactMap { entry($0.heading) }
        let after = plan.after.compactMap { entry($0.heading) }
        let goals = plan.goals.map { goal in
            var context = entry("goalLabel", goal.number, goal.heading)
            nest(goal.objectives.map { entry("objectiveLabel", $0.number, $0.heading) }, in: &context)
            return context
        }
        guard before.count + goals.count + after.count >= 3 else { return nil }
        var context = Context()
        context.list("items", before + goals + after)
        return context
    }

    /// A plan as the home page shows it: its goals.
    func planSummary(_ index: Int, root: String) -> Context? {
        let document = publication.documents[index]
        guard case .plan(let plan) = document.meaning, document.frontMatter.plan.status != .archived else { return nil }
        var context = link(edition.title(of: document, index), address: document.address, root: root)
        summaryKeys(of: document, index, into: &context)
        context.text("periodText", document.frontMatter.plan.period.map { edition.text($0) })
        var html = DocumentHTML(self, document: index, at: Place(address: ""), leavingOutLinks: true)
        context.list("goals", plan.goals.map { goal in
            var item = numbered("goalLabel", goal.number, goal.heading, goal.label, &html)
            item.text("href", href(.page(address: Address.encoded(document.address), fragment: goal.number), written: "", root: root))
            item.text("objectivesText", edition.texts("objectives", count: goal.objectives.count))
            return item
        })
        return context
    }
}
