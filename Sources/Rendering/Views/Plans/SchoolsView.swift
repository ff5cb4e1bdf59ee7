import Publication

/// A plan by school: what the plans of the schools do for each of its objectives, and how far they are.
extension Renderer {
    func schoolsPage(_ plan: TrackedPlan, _ view: View, of number: Int) -> [UInt8] {
        var context = Context()
        viewKeys(view, title: edition.texts("schoolsTitle"), lead: edition.texts("schoolsLead"), into: &context)
        planViewKeys(number, at: view.place, first: view.first, into: &context)
        let root = root(of: view.place)
        context.list("groups", plan.children.compactMap { child -> Context? in
            guard let school = tracking.plan(of: child) else { return nil }
            let document = publication.documents[child]
            let name = edition.phrase(.organization, document.frontMatter.plan.organization, of: child) ?? edition.title(of: document, child)
            var group = group(name, id: "school-\(child)", items: [], count: false)
            group.text("id", "school-" + (document.address.split(separator: "/").last.map(String.init) ?? ""))
            let title = edition.title(of: document, child)
            group.context("plan", planLink(title, school, document, root: root))
            let aligned = school.objectives.flatMap { objective -> [Context] in
                let targets = tracking.alignments.from(Anchor(document: child, id: objective.number)).map(\.to).filter { $0.document == plan.document }
                var item = link(Anchor(document: child, id: objective.number), root: root)
                item.text("label", edition.texts("objectiveLabel", ["number": .text(objective.number)]))
                item.context("state", objective.status.map { state($0) })
                item.list("targets", targets.map { link($0, root: root) })
                item.flag("hasTargets", !targets.isEmpty)
                return [item]
            }
            group.list("objectives", aligned)
            return group
        })
        let served = Set(tracking.alignments.all.filter { plan.children.contains($0.from.document) }.map(\.to))
        context.items("unserved", plan.objectives.filter { !served.contains(Anchor(document: plan.document, id: $0.number)) }.map {
            link(Anchor(document: plan.document, id: $0.number), root: root)
        })
        return render(context, layout: view.kind.layout, at: view.place)
    }

    func metText(_ met: Int, of total: Int) -> Words {
        edition.texts("metOf", count: total, ["met": .number(met), "total": .number(total)])
    }

    /// A plan in one line: title, period, state, and how many of its outcomes are met.
    func planLink(_ title: Phrase, _ plan: TrackedPlan, _ document: Document, root: String) -> Context {
        var context = link(title, address: document.address, root: root)
        let facts = document.frontMatter.plan
        context.text("periodText", facts.period.map { edition.text($0) })
        context.text("statusText", facts.status.map { edition.texts("status" + $0.rawValue.capitalized) })
        let met = plan.outcomes.count { $0.status == .met }
        context.text("metText", plan.reports.isEmpty ? nil : metText(met, of: plan.outcomes.count))
        return context
    }
}
