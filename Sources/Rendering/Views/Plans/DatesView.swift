import Publication

/// A plan by date: what is due and what is planned, year by year.
extension Renderer {
    func datesPage(_ plan: TrackedPlan, _ view: View, of number: Int) -> [UInt8] {
        var context = Context()
        viewKeys(view, title: own(edition.texts("datesTitle")), lead: edition.texts("datesLead"), into: &context)
        planViewKeys(number, at: view.place, into: &context)
        let root = root(of: view.place)
        var html = DocumentHTML(self, document: plan.document, at: view.place)
        var years: [Int: (outcomes: [(CalendarDate, TrackedPlan.Outcome)], activities: [(CalendarDate, TrackedPlan.Activity)])] = [:]
        var undated: [TrackedPlan.Outcome] = []
        for outcome in plan.outcomes {
            guard let due = outcome.due else { undated.append(outcome); continue }
            years[schoolYear(of: due), default: ([], [])].outcomes.append((due, outcome))
        }
        for activity in plan.activities {
            guard let period = activity.phrase?.period else { continue }
            // What spans years is listed where it begins, what is over or begins elsewhere at its end.
            let place = activity.phrase?.precision == .years ? period.start : period.end
            years[schoolYear(of: place), default: ([], [])].activities.append((period.end, activity))
        }
        var groups = years.keys.sorted().map { year -> Context in
            let (outcomes, activities) = years[year]!
            let items = outcomes.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
            var group = group(own(yearTitle(year)), id: "y\(year)", items: items.map { promise($0, of: plan, &html, root: root) })
            let planned = activities.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
            group.items("links", planned.map { activityLink($0, of: plan, &html, root: root) }) { $0.text("label", edition.texts("planned")) }
            return group
        }
        if !undated.isEmpty {
            groups.append(group(own(edition.texts("noDate")), id: "undated", items: undated.map { promise($0, of: plan, &html, root: root) }))
        }
        context.list("groups", groups)
        context.context("calendar", calendarLink(of: plan, root: root))
        return render(context, layout: "plan-view", at: view.place)
    }

    /// The year in which a school year began.
    private func schoolYear(of date: CalendarDate) -> Int {
        date.month >= publication.settings.calendar.firstMonth ? date.year : date.year - 1
    }

    private func yearTitle(_ year: Int) -> String {
        guard publication.settings.calendar.firstMonth > 1 else { return String(year) }
        let next = String((year + 1) % 100)
        return edition.texts("schoolYear", ["years": "\(year)–\(next.count == 1 ? "0" + next : next)"])
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
        guard plan.outcomes.contains(where: \.isDated) else { return nil }
        var context = Context()
        context.text("title", edition.texts("calendar"))
        context.text("href", href(address: publication.documents[plan.document].address + "calendar.ics", root: root))
        return context
    }
}
