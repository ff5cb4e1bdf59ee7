import Markdown
import Publication

/// A plan's keys: an overview of its goals, and each objective with what is done, by whom, and what comes of it by when.
extension Renderer {
    func planKeys(_ plan: Plan, _ document: Document, into context: inout Context, _ html: inout DocumentHTML) {
        context.html("content", html.html(plan.introduction))
        context.items("facts", [
            fact("publishedBy", document.frontMatter.plan.organization),
            fact("period", document.frontMatter.plan.period.map(edition.text)),
            fact("status", document.frontMatter.plan.status.map { edition.texts("status" + $0.rawValue.capitalized) }),
        ].compactMap { $0 })
        context.list("before", plan.before.map { prose($0, &html) })
        context.list("after", plan.after.map { prose($0, &html) })
        context.items("goals", plan.goals.map { goal($0, &html) }) { goals in
            goals.text("objectivesText", edition.texts("objectives", count: plan.goals.reduce(0) { $0 + $1.objectives.count }))
        }
    }

    private func goal(_ goal: Plan.Goal, _ html: inout DocumentHTML) -> Context {
        var context = numbered(goal.number, goal.heading, goal.label, &html)
        context.html("html", html.html(goal.blocks))
        context.list("objectives", goal.objectives.map { objective($0, &html) })
        context.text("objectivesText", edition.texts("objectives", count: goal.objectives.count))
        return context
    }

    private func objective(_ objective: Plan.Objective, _ html: inout DocumentHTML) -> Context {
        var context = numbered(objective.number, objective.heading, objective.label, &html)
        context.html("html", html.html(objective.blocks))
        context.list("parts", objective.parts.map { part($0, &html) })
        let roles = Set(objective.responsibilities.map(\.roles)).count
        context.text("rolesText", roles == 0 ? nil : edition.texts("roles", count: roles))
        let outcomes = objective.outcomes
        context.text("outcomesText", outcomes.isEmpty ? nil : edition.texts("outcomes", count: outcomes.count))
        context.text("dueText", outcomes.lazy.compactMap(\.when).first)
        return context
    }

    /// A level-4 section, in the order in which it is written: what stands ahead, then its periods, duties or outcomes,
    /// then the notes behind.
    private func part(_ part: Plan.Part, _ html: inout DocumentHTML) -> Context {
        var context = Context()
        context.html("title", html.inlines(of: part.heading))
        context.html("html", html.html(part.before))
        for key: StaticString in ["periods", "duties", "outcomes"] { context.text(key, nil) }
        switch part.content {
        case .activities(let periods):
            context.items("periods", periods.map { period in
                var item = Context()
                item.html("title", html.inlines(of: period.heading))
                item.html("html", html.html(period.blocks))
                return item
            })
        case .responsibility(let duties):
            context.items("duties", duties.map { duty in
                var item = Context()
                item.text("roles", duty.roles)
                item.html("html", html.html(duty.text))
                return item
            })
        case .outcomes(let outcomes):
            context.items("outcomes", outcomes.map { outcome in
                var item = Context()
                item.text("id", outcome.number)
                item.text("number", outcome.number)
                item.text("when", outcome.when)
                item.html("html", html.html(outcome.text))
                return item
            })
        case .prose: break
        }
        context.html("after", html.html(part.after))
        return context
    }

    /// What a goal and an objective have in common: number, label, words.
    private func numbered(_ number: String, _ heading: MarkdownTree.Index, _ label: Plan.HeadingLabel, _ html: inout DocumentHTML) -> Context {
        var context = Context()
        context.text("id", number)
        context.text("number", number)
        context.text("label", label.text)
        context.html("title", html.inlines(of: heading, droppingBytes: label.length))
        return context
    }

    func prose(_ section: Plan.Prose, _ html: inout DocumentHTML) -> Context {
        var context = Context()
        context.text("id", html.document.heading(at: section.heading)?.id)
        context.html("title", html.inlines(of: section.heading))
        context.html("html", html.html(section.blocks))
        return context
    }

    /// Goals with their objectives, and the prose around them.
    func planContents(of document: Document) -> Context? {
        guard case .plan(let plan) = document.meaning else { return nil }
        func words(_ heading: MarkdownTree.Index) -> Document.Heading? { document.heading(at: heading) }
        let before = plan.before.compactMap { words($0.heading) }.map { contentsEntry($0.text, id: $0.id) }
        let after = plan.after.compactMap { words($0.heading) }.map { contentsEntry($0.text, id: $0.id) }
        let goals = plan.goals.map { goal in
            var entry = contentsEntry(words(goal.heading)?.text ?? goal.number, id: goal.number)
            nest(goal.objectives.map { contentsEntry(words($0.heading)?.text ?? $0.number, id: $0.number) }, in: &entry)
            return entry
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
        var context = link(document.title, address: document.address, root: root)
        context.text("summary", document.frontMatter.summary)
        context.text("periodText", document.frontMatter.plan.period.map(edition.text))
        var html = DocumentHTML(self, document: index, at: Place(address: ""), leavingOutLinks: true)
        context.list("goals", plan.goals.map { goal in
            var item = numbered(goal.number, goal.heading, goal.label, &html)
            item.text("href", href(.page(address: Address.encoded(document.address), fragment: goal.number), written: "", root: root))
            item.text("objectivesText", edition.texts("objectives", count: goal.objectives.count))
            return item
        })
        return context
    }
}
