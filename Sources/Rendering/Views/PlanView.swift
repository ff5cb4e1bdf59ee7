import Markdown
import Publication

/// A plan's keys: an overview of its goals, and each objective with what is done, by whom, and what comes of it by when.
extension Renderer {
    func planKeys(_ plan: Plan, _ document: Document, of index: Int, into context: inout Context, _ html: inout DocumentHTML, at place: Place) {
        let facts = document.frontMatter.plan
        let tracked = tracking.plan(of: index)
        let isLong = views.objectivePages[Address.encoded(document.address)] != nil
        let scene = PlanScene(document: index, tracked: tracked, root: root(of: place), isLong: isLong)
        context.html("content", html.html(plan.introduction))
        context.items("facts", [
            fact("publishedBy", edition.phrase(.organization, facts.organization, of: index)),
            fact("period", facts.period.map { edition.text($0) }),
            fact("status", facts.status.map { edition.texts("status" + $0.rawValue.capitalized) }),
            fact("approval", approvalText(of: index)),
        ].compactMap { $0 })
        context.list("before", plan.before.map { section($0, scene, &html) })
        context.list("after", plan.after.map { section($0, scene, &html) })
        context.items("goals", plan.goals.map { goal($0, scene, &html) }) { goals in
            goals.text("objectivesText", edition.texts("objectives", count: plan.goals.reduce(0) { $0 + $1.objectives.count }))
        }
        context.flag("long", isLong)
        context.list("questions", questions(&html, below: [""]))
        trackedKeys(tracked, of: index, into: &context, &html, at: place)
    }

    /// What other documents say of the plan: progress, views, reports, the plans above, below and before it, its data.
    private func trackedKeys(_ plan: TrackedPlan?, of index: Int, into context: inout Context, _ html: inout DocumentHTML, at place: Place) {
        for key: StaticString in ["progress", "views", "asOfText", "parent", "former", "successor", "children", "reports", "minutes", "downloads"] { context.text(key, nil) }
        guard let plan, let number = tracking.plans.firstIndex(where: { $0.document == index }) else { return }
        let root = root(of: place)
        progressKeys(plan, into: &context, &html, root: root)
        planViewKeys(number, at: place, into: &context)
        func planLink(_ document: Int) -> Context? {
            tracking.plan(of: document).map { self.planLink(edition.title(of: publication.documents[document], document), $0, publication.documents[document], root: root) }
        }
        context.context("parent", plan.parent.flatMap(planLink))
        context.context("former", plan.former.flatMap(planLink))
        context.context("successor", plan.successor.flatMap(planLink))
        context.items("children", plan.children.compactMap(planLink))
        context.items("reports", plan.reports.reversed().map { report($0, at: nil, root: root) })
        context.context("minutes", plan.minutes.flatMap { minutes(at: $0, root: root) })
        context.items("downloads", downloads(of: plan, root: root))
    }

    /// Files with the plan's data, each with its form.
    private func downloads(of plan: TrackedPlan, root: String) -> [Context] {
        let address = publication.documents[plan.document].address
        let files = [("plan.csv", "downloadCSV"), ("plan.json", "downloadJSON"), ("stratml-part-2.xml", "downloadStratML2"), ("stratml-part-1.xml", "downloadStratML1")]
            + (hasCalendar(plan) ? [("calendar.ics", "calendar")] : [])
        return files.map { file, key in
            var item = Context()
            item.text("title", edition.texts(key))
            item.text("href", href(address: address + file, root: root))
            return item
        }
    }

    /// What is the same for all parts of a plan on one page.
    struct PlanScene {
        let document: Int
        let tracked: TrackedPlan?
        let root: String
        /// Whether objectives have pages of their own.
        let isLong: Bool
    }

    private func section(_ section: Plan.Prose, _ scene: PlanScene, _ html: inout DocumentHTML) -> Context {
        var context = prose(section, &html)
        context.list("questions", questions(&html, below: html.document.heading(at: section.heading).map { [$0.id] }))
        return context
    }

    private func goal(_ goal: Plan.Goal, _ scene: PlanScene, _ html: inout DocumentHTML) -> Context {
        var context = numbered("goalLabel", goal.number, goal.heading, goal.label, &html)
        context.html("html", html.html(goal.blocks))
        context.list("objectives", goal.objectives.map { objective($0, scene, &html) })
        context.text("objectivesText", edition.texts("objectives", count: goal.objectives.count))
        let anchor = Anchor(document: scene.document, id: goal.number)
        relationKeys(of: [anchor], into: &context, root: scene.root)
        context.list("questions", questions(&html, below: [goal.number]))
        return context
    }

    func objective(_ objective: Plan.Objective, _ scene: PlanScene, _ html: inout DocumentHTML, isAlone: Bool = false) -> Context {
        var context = numbered("objectiveLabel", objective.number, objective.heading, objective.label, &html)
        let isShown = isAlone || !scene.isLong
        let anchor = Anchor(document: scene.document, id: objective.number)
        context.text("href", scene.isLong ? href(anchor, root: scene.root) : "#" + Address.encoded(objective.number))
        context.html("html", isShown ? html.html(objective.blocks) : nil)
        let outcomes = objective.outcomes
        let places = scene.tracked?.places(of: objective.number)
        context.list("parts", isShown ? parts(of: objective, scene, places, &html) : [])
        let roles = Set(objective.responsibilities.map(\.roles)).count
        context.text("rolesText", roles == 0 ? nil : edition.texts("roles", count: roles))
        let due = outcomes.first { $0.when != nil }.flatMap { outcome in outcome.when.map { html.phrase(at: outcome.text.lead, $0) } }
        context.text("dueText", due?.text)
        context.attributes("dueAttributes", edition.attributes(due))
        context.context("state", places?.objective.status.map { state($0) })
        context.context("report", places.flatMap { places in
            places.objective.history.last.flatMap { last in scene.tracked.map { report($0.reports[last.report], at: objective.number, root: scene.root) } }
        })
        let met = places.map { $0.outcomes.values.count { $0.status == .met } } ?? 0
        context.text("metText", met == 0 ? nil : metText(met, of: outcomes.count))
        context.text("outcomesText", outcomes.isEmpty || met > 0 ? nil : edition.texts("outcomes", count: outcomes.count))
        let ids = [objective.number] + outcomes.map(\.number)
        if isShown {
            relationKeys(of: ids.map { Anchor(document: scene.document, id: $0) }, into: &context, root: scene.root)
            var anchors = Set(ids)
            // Questions behind a part stand below its heading.
            for part in objective.parts {
                if let id = html.document.heading(at: part.heading)?.id { anchors.insert(id) }
                if case .activities(let groups) = part.content { anchors.formUnion(groups.compactMap { html.document.heading(at: $0.heading)?.id }) }
            }
            context.list("questions", questions(&html, below: anchors))
        } else {
            context.list("relations", [])
            context.list("questions", [])
        }
        return context
    }

    private func parts(
        of objective: Plan.Objective, _ scene: PlanScene, _ places: (objective: TrackedPlan.Objective, outcomes: [String: TrackedPlan.Outcome])?,
        _ html: inout DocumentHTML
    ) -> [Context] {
        var duties = 0
        return objective.parts.map { part in
            defer { if case .responsibility(let list) = part.content { duties += list.count } }
            return self.part(part, of: objective.number, dutiesBefore: duties, scene, places, &html)
        }
    }

    /// A level-4 section, in the order in which it is written: what stands ahead, then its periods, duties or outcomes,
    /// then the notes behind.
    private func part(
        _ part: Plan.Part, of objective: String, dutiesBefore offset: Int, _ scene: PlanScene, _ places: (objective: TrackedPlan.Objective, outcomes: [String: TrackedPlan.Outcome])?, _ html: inout DocumentHTML
    ) -> Context {
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
            context.items("duties", duties.enumerated().map { position, duty in
                var item = Context()
                let roles = html.phrase(at: duty.text.lead, duty.roles), text = html.html(duty.text)
                let people = tracking.roles(of: DutyPlace(plan: scene.document, objective: objective, position: offset + position))
                item.list("people", people.enumerated().map { position, number in
                    let name = people.count == 1 ? roles : title(of: tracking.roles[number])
                    var person = link(name, address: views.address(of: tracking.roles[number]), root: scene.root)
                    person.flag("first", position == 0)
                    return person
                })
                item.text("roles", people.isEmpty ? roles.text : nil)
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
                let tracked = places?.outcomes[outcome.number]
                // Where others are reported on, silence is said too.
                item.context("state", scene.tracked?.isReported == true ? tracked.map { state($0.status, isOverdue: $0.isOverdue) } : nil)
                item.context("report", tracked.flatMap { tracked in
                    tracked.history.last.flatMap { last in scene.tracked.map { report($0.reports[last.report], at: tracked.number, root: scene.root) } }
                })
                item.list("lines", [LabelledLine.Label.due, .target, .baseline].compactMap { label in
                    outcome.line(label).map { outcomeLine($0, &html) }
                })
                return item
            })
        case .prose: break
        }
        context.html("after", html.html(part.after))
        return context
    }

    private func outcomeLine(_ line: LabelledLine, _ html: inout DocumentHTML) -> Context {
        var item = Context()
        item.text("label", edition.texts("line" + line.label.rawValue.capitalized))
        if line.label == .due, let date = CalendarDate(line.text) {
            item.text("html", edition.text(date))
            item.attributes([])
        } else {
            item.html("html", html.line(line))
            item.attributes(html.attributes(of: line))
        }
        return item
    }

    /// The page of one objective, of a plan that has too many for one page.
    func objectivePage(_ plan: TrackedPlan, _ number: String, _ view: View) -> [UInt8] {
        var context = Context()
        let document = publication.documents[plan.document]
        guard let index = planIndices[plan.document], case .objective(let g, let o)? = index[number] else { return [] }
        let goal = index.plan.goals[g], objective = goal.objectives[o]
        let root = root(of: view.place)
        let words = words(of: objective.heading, dropping: objective.label, in: plan.document)
        viewKeys(view, title: Words(words), into: &context)
        let end = goal.objectives.indices.contains(o + 1) ? goal.objectives[o + 1].heading
            : index.plan.goals.indices.contains(g + 1) ? index.plan.goals[g + 1].heading : document.tree.nodes.count
        var html = DocumentHTML(self, document: plan.document, at: view.place, scope: objective.heading..<end, isMarked: true)
        let scene = PlanScene(document: plan.document, tracked: plan, root: root, isLong: true)
        context.list("objective", [self.objective(objective, scene, &html, isAlone: true)])
        context.context("goal", link(Anchor(document: plan.document, id: goal.number), root: root))
        func neighbour(_ place: Int) -> Context? {
            let all = plan.objectives
            return all.indices.contains(place) ? link(Anchor(document: plan.document, id: all[place].number), root: root) : nil
        }
        let place = plan.place(of: number)
        context.context("previous", place.flatMap { neighbour($0 - 1) })
        context.context("next", place.flatMap { neighbour($0 + 1) })
        context.html("footnotes", html.footnotes())
        return render(context, layout: view.kind.layout, at: view.place)
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
        return html.isOwn ? html.inlines(of: part.heading) : edition.texts(key).html
    }

    /// What a goal and an objective have in common: number, label, words.
    ///
    /// - Parameter key: of the theme's label, for editions that are not the source's.
    private func numbered(_ key: String, _ number: String, _ heading: MarkdownTree.Index, _ label: Plan.HeadingLabel, _ html: inout DocumentHTML) -> Context {
        var context = Context()
        context.text("id", number)
        context.text("number", number)
        context.text("label", html.isOwn ? Words(label.text) : edition.texts(key, ["number": .text(number)]))
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
    func planContents(_ plan: Plan, of document: Document, _ index: Int) -> Context? {
        func entry(_ node: MarkdownTree.Index) -> Context? {
            document.heading(at: node).map { contentsEntry(edition.phrase(at: node, $0.text, of: index), id: $0.id) }
        }
        func entry(_ key: String, _ number: String, _ node: MarkdownTree.Index) -> Context {
            let phrase = edition.phrase(at: node, document.heading(at: node)?.text ?? number, of: index)
            // In the source language the heading's words begin with its label.
            guard edition.translation(of: index) != nil, !phrase.isUntranslated else { return contentsEntry(phrase, id: number) }
            return contentsEntry([edition.texts(key, ["number": .text(number)]), Words(phrase)].joined(separator: edition.locale.separators.colon), id: number)
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
        let tracked = tracking.plan(of: index)
        guard case .plan(let plan) = document.meaning, document.frontMatter.plan.status != .archived, tracked?.parent == nil else { return nil }
        var context = link(edition.title(of: document, index), address: document.address, root: root)
        summaryKeys(of: document, index, into: &context)
        context.text("periodText", document.frontMatter.plan.period.map { edition.text($0) })
        let met = tracked.map { tracked in tracked.outcomes.count { $0.status == .met } } ?? 0
        let total = tracked?.outcomes.count ?? 0
        context.text("metText", tracked?.isReported == true ? metText(met, of: total) : nil)
        context.text("asOfText", tracked?.asOf.map { edition.texts("asOf", ["date": .date($0)]) })
        context.items("children", (tracked?.children ?? []).filter { publication.documents[$0].frontMatter.plan.status != .archived }.map {
            link(edition.title(of: publication.documents[$0], $0), address: publication.documents[$0].address, root: root)
        })
        var html = DocumentHTML(self, document: index, at: Place(address: ""), leavingOutLinks: true)
        context.list("goals", plan.goals.map { goal in
            var item = numbered("goalLabel", goal.number, goal.heading, goal.label, &html)
            item.text("href", href(.page(address: Address.encoded(document.address), fragment: goal.number), written: "", root: root))
            item.text("objectivesText", edition.texts("objectives", count: goal.objectives.count))
            let promised = tracked?.outcomes.filter { $0.goal == goal.number } ?? []
            let met = promised.count { $0.status == .met }
            let isReported = tracked?.isReported == true && !promised.isEmpty
            item.text("metText", isReported ? metText(met, of: promised.count) : nil)
            return item
        })
        return context
    }
}
