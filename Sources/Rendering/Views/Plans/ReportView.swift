import Publication

/// A plan's state for a committee meeting, on two sides of paper.
extension Renderer {
    func reportPage(_ plan: TrackedPlan, _ view: View, of number: Int) -> [UInt8] {
        var context = Context()
        viewKeys(view, title: edition.texts("reportTitle"), lead: edition.texts("reportLead"), into: &context)
        planViewKeys(number, at: view.place, first: view.first, into: &context)
        let root = root(of: view.place)
        var html = DocumentHTML(self, document: plan.document, at: view.place)
        progressKeys(plan, into: &context, &html, root: root)
        guard let index = planIndices[plan.document] else { return render(context, layout: view.kind.layout, at: view.place) }
        context.list("goals", index.plan.goals.map { goal in
            var item = Context()
            let words = words(of: goal.heading, dropping: goal.label, in: plan.document)
            item.text("label", edition.texts("goalLabel", ["number": .text(goal.number)]))
            item.text("title", words.text)
            item.attributes(edition.attributes(words))
            let shown = plan.isLong ? goal.objectives.filter { plan.needsAttention($0.number) } : goal.objectives
            item.list("objectives", shown.map { objective in
                var row = link(Anchor(document: plan.document, id: objective.number), root: root)
                guard let tracked = plan.places(of: objective.number)?.objective else { return row }
                row.context("state", tracked.status.map { state($0) })
                // Of a long plan two sides of paper hold what is said of its objectives.
                row.list("outcomes", plan.isLong ? [] : plan.outcomes[tracked.outcomes].map { outcome in
                    var item = Context()
                    item.text("number", outcome.number)
                    item.text("href", href(Anchor(document: plan.document, id: outcome.number), root: root))
                    let when = outcome.when.map { html.phrase(at: index.outcome(outcome.number)?.text.lead, $0) }
                    item.text("when", when?.text)
                    item.attributes("whenAttributes", edition.attributes(when))
                    item.context("state", state(outcome.status, isOverdue: outcome.isOverdue))
                    return item
                })
                return row
            })
            return item
        })
        context.items("reports", plan.reports.reversed().prefix(3).map { report($0, at: nil, root: root) })
        return render(context, layout: view.kind.layout, at: view.place)
    }
}
