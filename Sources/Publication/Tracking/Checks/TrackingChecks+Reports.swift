import Markdown

/// What reports do not say.
extension TrackingChecks {
    /// What should have come by now, and of which nobody says anything, or nothing new.
    func missingReports() -> [Diagnostic] {
        allPlans.flatMap { checked in
            checked.outcomes.compactMap { outcome, tracked -> Diagnostic? in
                guard tracked.isOverdue, let due = tracked.due else { return nil }
                let node = checked.node(of: outcome)
                let help = "Write what came of it into a progress report, as in `## \(outcome.number) — Met` or `## \(outcome.number) — Delayed`."
                guard tracked.isReported else {
                    return checked.document.problem(
                        .missingReport, at: node, "outcome \(outcome.number) was due on \(due), and no report speaks of it", help: help)
                }
                guard tracked.isStale, let last = lastReport(on: tracked, of: checked.tracked) else { return nil }
                return checked.document.problem(
                    .missingReport, at: node, "outcome \(outcome.number) was due on \(due), and the last report on it is of \(last)", help: help)
            }
        }
    }

    private func lastReport(on outcome: TrackedPlan.Outcome, of plan: TrackedPlan) -> CalendarDate? {
        plan.reports.last { $0.entries[outcome.number] != nil || $0.entries[outcome.objective] != nil }?.asOf
    }

    /// What is said to be met where no report shows it.
    func missingEvidence() -> [Diagnostic] {
        tracking.plans.flatMap { plan -> [Diagnostic] in
            var shown: Set<String> = []
            var said: [String: (document: Document, heading: MarkdownTree.Index)] = [:]
            for report in plan.reports {
                let document = publication.documents[report.document]
                guard case .progress(let progress) = document.meaning else { continue }
                for entry in progress.entries where entry.status == .met && report.entries[entry.number] != nil {
                    if entry.hasEvidence { shown.insert(entry.number) } else { said[entry.number] = (document, entry.heading) }
                }
            }
            return said.filter { !shown.contains($0.key) }.map { number, place in
                place.document.problem(
                    .missingEvidence, at: place.heading, "\(number) is said to be met, and nothing shows it",
                    help: "Link to what shows it, below this heading: minutes, a page, an event, a file.")
            }
        }
    }

    // MARK: The plan before

    /// What the former plan wanted, and of which nobody says what became of it.
    func formerPlan(of checked: CheckedPlan) -> [Diagnostic] {
        guard let former = checked.tracked.former, let plan = tracking.plan(of: former),
            let link = checked.document.frontMatter.links.first(where: { $0.key == .replaces })
        else { return [] }
        return plan.objectives.compactMap { objective in
            let outcomes = plan.outcomes[objective.outcomes]
            let isDone = isSettled(objective.status) || !outcomes.isEmpty && outcomes.allSatisfy { isSettled($0.status) }
            let numbers = [objective.number] + outcomes.map(\.number)
            guard !isDone, !numbers.contains(where: { isContinued(Anchor(document: former, id: $0)) }) else { return nil }
            let path = publication.documents[former].path
            return checked.document.source.problem(
                .formerPlan, line: link.line, length: 200, "nobody says what became of objective \(objective.number) of content/\(path)",
                help: "Report on it as met or dropped, or write `Continues: Objective \(objective.number)` below the objective that goes on with it.")
        }
    }

    private func isSettled(_ status: ProgressStatus?) -> Bool { status == .met || status == .dropped }

    private func isContinued(_ anchor: Anchor) -> Bool { tracking.alignments.to(anchor).contains { $0.relation == .continues } }
}
