import Publication

/// What changed in a plan: since the last report, since it was adopted, and what became of the plan before.
extension Renderer {
    func changesPage(_ plan: TrackedPlan, _ view: View, of number: Int) -> [UInt8] {
        var context = Context()
        viewKeys(view, title: edition.texts("changesTitle"), lead: edition.texts("changesLead"), into: &context)
        planViewKeys(number, at: view.place, first: view.first, into: &context)
        let root = root(of: view.place)
        var html = DocumentHTML(self, document: plan.document, at: view.place)
        context.list("reports", plan.reports.indices.reversed().map { report in
            var item = self.report(plan.reports[report], at: nil, root: root)
            item.text("id", "report-" + plan.reports[report].asOf.description)
            item.items("changes", plan.outcomes.compactMap { outcome in
                change(outcome.history, in: report, number: outcome.number, plan, &html, root: root)
            } + plan.objectives.compactMap { change($0.history, in: report, number: $0.number, plan, &html, root: root) })
            return item
        })
        context.context("adoption", adoption(plan, root: root))
        context.context("former", plan.former.flatMap { former(tracking.plan(of: $0), of: plan, root: root) })
        return render(context, layout: view.kind.layout, at: view.place)
    }

    /// What a report was the first to say of a number.
    private func change(
        _ history: TrackedPlan.History, in report: Int, number: String, _ plan: TrackedPlan, _ html: inout DocumentHTML, root: String
    ) -> Context? {
        guard let status = history.entries.first(where: { $0.report == report })?.status else { return nil }
        let before = history.status(before: report)
        guard before != status else { return nil }
        var item = link(Anchor(document: plan.document, id: number), root: root)
        item.context("before", before.map { state($0) })
        item.context("now", state(status))
        item.text("reportHref", href(Anchor(document: plan.reports[report].document, id: number), root: root))
        return item
    }

    /// Who agreed to the plan and when, and how its text differs from what was agreed to.
    private func adoption(_ plan: TrackedPlan, root: String) -> Context? {
        let facts = publication.documents[plan.document].frontMatter.plan
        guard facts.approval != nil || plan.adoptedText != nil else { return nil }
        var context = Context()
        context.text("text", approvalText(of: plan.document))
        context.context("minutes", plan.minutes.flatMap { minutes(at: $0, root: root) })
        context.context("adopted", plan.adoptedText.map { link(edition.title(of: publication.documents[$0], $0), address: publication.documents[$0].address, root: root) })
        guard let adopted = plan.adoptedText, let before = planIndices[adopted], let now = planIndices[plan.document] else {
            context.list("changes", [])
            context.text("sameText", nil)
            return context
        }
        let changes = PlanChanges(from: before.plan, publication.documents[adopted].tree, to: now.plan, publication.documents[plan.document].tree)
        context.list("changes", changes.all.map { change in
            let isGone = change.kind == .removed
            var item = link(Anchor(document: isGone ? adopted : plan.document, id: change.number), root: root)
            item.text("text", edition.texts("change" + change.kind.rawValue.prefix(1).uppercased() + change.kind.rawValue.dropFirst()))
            return item
        })
        context.text("sameText", changes.all.isEmpty ? edition.texts("textUnchanged") : nil)
        return context
    }

    /// “Approved by the School Committee on June 20, 2022”
    func approvalText(of document: Int) -> Words? {
        guard let approval = publication.documents[document].frontMatter.plan.approval else { return nil }
        let by = approval.by.flatMap { name in tracking.role(named: name).map { title(of: tracking.roles[$0]) } ?? edition.phrase(.approvedBy, name, of: document) }.map { Texts.Value.words(Words($0)) }
        switch (by, approval.on) {
        case (let by?, let on?): return edition.texts("approvedByOn", ["name": by, "date": .date(on)])
        case (let by?, nil): return edition.texts("approvedBy", ["name": by])
        case (nil, let on?): return edition.texts("approvedOn", ["date": .date(on)])
        case (nil, nil): return nil
        }
    }

    func minutes(at target: LinkTarget, root: String) -> Context? {
        guard let address = href(target, written: "", root: root) else { return nil }
        var context = Context()
        context.text("title", edition.texts("minutes"))
        context.text("href", address)
        return context
    }

    /// Each objective of the plan before: achieved, continued, dropped, or nobody has said.
    private func former(_ former: TrackedPlan?, of plan: TrackedPlan, root: String) -> Context? {
        guard let former else { return nil }
        let document = publication.documents[former.document]
        var context = Context()
        context.context("plan", planLink(edition.title(of: document, former.document), former, document, root: root))
        context.list("objectives", former.objectives.map { objective in
            let anchor = Anchor(document: former.document, id: objective.number)
            var item = link(anchor, root: root)
            let successors = tracking.alignments.to(anchor).filter { $0.relation == .continues && $0.from.document == plan.document }.map(\.from)
            item.text("text", edition.texts(former.fate(of: objective, isContinued: !successors.isEmpty).key))
            item.list("successors", successors.map { link($0, root: root) })
            return item
        })
        return context
    }
}

/// What became of an objective when its plan ended.
enum Fate {
    case achieved, continued, dropped, unknown

    var key: String {
        switch self {
        case .achieved: "fateAchieved"
        case .continued: "fateContinued"
        case .dropped: "fateDropped"
        case .unknown: "fateUnknown"
        }
    }
}

extension TrackedPlan {
    func fate(of objective: Objective, isContinued: Bool) -> Fate {
        if isContinued { return .continued }
        let statuses = outcomes[objective.outcomes].map(\.status)
        if objective.status == .met || (!statuses.isEmpty && statuses.allSatisfy { $0 == .met }) { return .achieved }
        if objective.status == .dropped || (!statuses.isEmpty && statuses.allSatisfy { $0 == .dropped }) { return .dropped }
        return .unknown
    }
}
