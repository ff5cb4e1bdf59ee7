import Publication

/// A plan by date: what is due and what is planned, year by year.
extension Renderer {
    func datesPage(_ plan: TrackedPlan, _ view: View, of number: Int) -> [UInt8] {
        var context = Context()
        viewKeys(view, title: edition.texts("datesTitle"), lead: edition.texts("datesLead"), into: &context)
        planViewKeys(number, at: view.place, first: view.first, into: &context)
        let root = root(of: view.place)
        var html = DocumentHTML(self, document: plan.document, at: view.place)
        // By year, then by day, then in the order of the plan; what has no date is last.
        let dated = plan.outcomes.enumerated().map { (year: $0.element.due.map { schoolYear(of: $0) } ?? Int.max, due: $0.element.due, order: $0.offset) }
            .sorted { one, other in (one.year, one.due?.daysSince1970 ?? 0, one.order) < (other.year, other.due?.daysSince1970 ?? 0, other.order) }
        let shown = Array(view.items(of: dated))
        var outcomes = Dictionary(grouping: shown) { $0.year }.mapValues { $0.map { plan.outcomes[$0.order] } }
        let undated = outcomes.removeValue(forKey: Int.max) ?? []
        var activities: [Int: [(end: Int, activity: TrackedPlan.Activity)]] = [:]
        for activity in plan.activities {
            guard let period = activity.phrase?.period else { continue }
            // What spans years is listed where it begins, all else where it ends.
            let year = schoolYear(of: activity.phrase?.precision == .years ? period.start : period.end)
            activities[year, default: []].append((period.end.daysSince1970, activity))
        }
        // A year's activities stand where its outcomes begin, or on the first page where it has none.
        let years = Set(outcomes.keys).union(activities.keys.filter { year in outcomes[year] == nil && view.page == 1 && !dated.contains { $0.year == year } })
        var groups = years.sorted().map { year -> Context in
            let items = outcomes[year] ?? []
            var group = group(own(yearTitle(year)), id: "y\(year)", items: items.map { promise($0, of: plan, &html, root: root) })
            let isFirst = items.isEmpty || dated.first { $0.year == year }?.order == shown.first { $0.year == year }?.order
            let planned = isFirst ? (activities[year] ?? []).enumerated().sorted { ($0.element.end, $0.offset) < ($1.element.end, $1.offset) } : []
            // The activities of a long plan are on its objectives' pages.
            group.items("links", (plan.isLong ? [] : planned).map { activityLink($0.element.activity, of: plan, &html, root: root) }) {
                $0.text("label", edition.texts("planned"))
            }
            return group
        }
        if !undated.isEmpty {
            groups.append(group(own(edition.texts("noDate")), id: "undated", items: undated.map { promise($0, of: plan, &html, root: root) }))
        }
        context.list("groups", groups)
        context.context("calendar", calendarLink(of: plan, root: root))
        return render(context, layout: view.kind.layout, at: view.place)
    }

    /// The year in which a school year began.
    private func schoolYear(of date: CalendarDate) -> Int {
        date.month >= publication.settings.calendar.firstMonth ? date.year : date.year - 1
    }

    private func yearTitle(_ year: Int) -> Words {
        guard publication.settings.calendar.firstMonth > 1 else { return Words(String(year)) }
        let next = String((year + 1) % 100)
        return edition.texts("schoolYear", ["years": .text("\(year)–\(next.count == 1 ? "0" + next : next)")])
    }

    private func activityLink(_ activity: TrackedPlan.Activity, of plan: TrackedPlan, _ html: inout DocumentHTML, root: String) -> Context {
        var item = link(Anchor(document: plan.document, id: activity.objective), root: root)
        let objective = planIndices[plan.document]?.objective(activity.objective)
        let groups = objective?.parts.flatMap { part -> [Plan.Prose] in if case .activities(let groups) = part.content { groups } else { [] } } ?? []
        let heading = groups.indices.contains(activity.position) ? groups[activity.position].heading : nil
        let label = html.phrase(at: heading, activity.label)
        item.text("when", label.text)
        item.attributes("whenAttributes", edition.attributes(label))
        return item
    }

    func calendarLink(of plan: TrackedPlan, root: String) -> Context? {
        guard hasCalendar(plan) else { return nil }
        var context = Context()
        context.text("title", edition.texts("calendar"))
        context.text("href", href(address: publication.documents[plan.document].address + "calendar.ics", root: root))
        return context
    }
}
