import Publication

/// A plan by status: what is met, what is under way, of what nobody has said anything.
extension Renderer {
    func statusPage(_ plan: TrackedPlan, _ view: View, of number: Int) -> [UInt8] {
        var context = Context()
        viewKeys(view, title: edition.texts("statusTitle"), lead: edition.texts("statusLead"), into: &context)
        planViewKeys(number, at: view.place, first: view.first, into: &context)
        let root = root(of: view.place)
        var html = DocumentHTML(self, document: plan.document, at: view.place)
        let order = ProgressStatus.inOrder.map(Optional.init) + [nil]
        let all = Dictionary(grouping: plan.outcomes) { $0.status }
        let shown = Dictionary(grouping: view.items(of: order.flatMap { all[$0] ?? [] })) { $0.status }
        context.list("groups", order.compactMap { status -> Context? in
            guard let outcomes = shown[status] else { return nil }
            let items = outcomes.map { promise($0, of: plan, &html, root: root) }
            var group = group(own(edition.texts(Renderer.key(of: status))), id: "state-" + (status?.rawValue ?? "none"), items: items)
            group.context("state", state(status))
            group.text("countText", edition.texts("outcomes", count: all[status]!.count))
            group.text("note", status == nil ? edition.texts("silentNote") : nil)
            return group
        })
        context.context("calendar", nil)
        return render(context, layout: view.kind.layout, at: view.place)
    }

    /// Progress as an overview shows it: how many outcomes have which status, what is due next, overdue, recently met, and
    /// of what nobody has reported.
    func progressKeys(_ plan: TrackedPlan, into context: inout Context, _ html: inout DocumentHTML, root: String) {
        guard !plan.outcomes.isEmpty else { return context.context("progress", nil) }
        var progress = Context()
        let met = plan.outcomes.count { $0.status == .met }
        progress.text("sentence", metText(met, of: plan.outcomes.count))
        progress.text("asOfText", plan.asOf.map { edition.texts("asOf", ["date": .date($0)]) })
        progress.context("report", plan.reports.last.map { report($0, at: nil, root: root) })
        progress.text("noReportText", plan.reports.isEmpty ? edition.texts("noReportYet") : nil)
        let counts = plan.counts
        let shares = wholePercentages(of: counts.map(\.count)) ?? []
        progress.list("tally", !plan.isReported ? [] : zip(counts, shares).map { count, share in
            var item = state(count.status)
            item.text("countText", edition.text(count.count))
            item.text("widthClass", "w\(share)")
            return item
        })
        progress.flag("hasTally", plan.isReported)
        func list(_ key: String, _ outcomes: [TrackedPlan.Outcome], view: String) -> Context? {
            guard !outcomes.isEmpty else { return nil }
            var context = Context()
            context.text("title", edition.texts(key))
            context.text("countText", edition.texts("outcomes", count: outcomes.count))
            context.items("promises", outcomes.prefix(4).map { promise($0, of: plan, &html, root: root) })
            let address = publication.documents[plan.document].address + view + "/"
            let isMore = outcomes.count > 4 && views.all.contains { $0.address == address }
            context.text("moreHref", isMore ? href(address: address, root: root) : nil)
            context.text("moreText", edition.texts("more", count: outcomes.count - 4))
            return context
        }
        progress.list("lists", [
            list("overdueTitle", plan.overdue, view: "by-date"), list("nextDue", plan.upcoming, view: "by-date"),
            list("recentlyMet", plan.recentlyMet, view: "by-status"), list("silentTitle", plan.reports.isEmpty ? [] : plan.unreported, view: "by-status"),
        ].compactMap { $0 })
        context.context("progress", progress)
    }
}
