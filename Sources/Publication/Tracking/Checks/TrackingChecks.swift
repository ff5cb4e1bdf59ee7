import Markdown

/// What should be looked at in plans and in what speaks of them: things that are missing, late or in doubt.
///
///     let (tracking, errors) = Tracking.of(publication)
///     let questions = TrackingChecks(publication, tracking).problems()
///
/// Nothing here is an error, and nothing is guessed: what can be meant in two ways is asked.
package struct TrackingChecks {
    let publication: Publication
    let tracking: Tracking
    /// The plans that somebody can still change: not those of the past, nor a text as it was once agreed to.
    let plans: [CheckedPlan]
    /// Those of the past too, of which one wants to know how they ended.
    let allPlans: [CheckedPlan]

    /// A plan as it is written, with what is known of it.
    struct CheckedPlan {
        let document: Document
        let plan: Plan
        let tracked: TrackedPlan
    }

    package init(_ publication: Publication, _ tracking: Tracking) {
        self.publication = publication
        self.tracking = tracking
        let adopted = Set(tracking.plans.compactMap(\.adoptedText))
        allPlans = tracking.plans.compactMap { tracked in
            let document = publication.documents[tracked.document]
            guard case .plan(let plan) = document.meaning, !adopted.contains(tracked.document) else { return nil }
            return CheckedPlan(document: document, plan: plan, tracked: tracked)
        }
        plans = allPlans.filter { $0.document.frontMatter.plan.status != .archived }
    }

    /// What they can find breaches of.
    package static let rules: Set<Rule> = [
        .openQuestion, .uncertainDate, .dateOutsidePeriod, .missingPart, .missingMeasure, .missingReport, .missingEvidence, .idleRole,
        .unknownRole, .abbreviation, .differentWording, .similarNames, .unsupported, .dutyOwner, .dutyUnmet, .feedbackUnanswered, .formerPlan,
    ]

    /// Sorted by file, line and column.
    package func problems() -> [Diagnostic] {
        var problems = openQuestions()
        for plan in plans {
            problems += missingParts(of: plan) + missingMeasures(of: plan)
            problems += dates(of: plan) + meetings(of: plan)
            problems += formerPlan(of: plan)
            problems += goalWording(of: plan) + areaCount(of: plan)
        }
        problems += missingReports() + missingEvidence()
        problems += idleRoles() + unknownRoles()
        let abbreviations = Abbreviations(publication, plans: plans.map(\.document))
        problems += abbreviations.problems()
        problems += SimilarNames(self, expansions: abbreviations.contested).problems()
        problems += unsupportedObjectives() + unsupportedTitles()
        problems += duties() + feedback()
        return problems.sorted()
    }

    /// What the authors themselves have left to settle.
    private func openQuestions() -> [Diagnostic] {
        let past = Set(tracking.plans.map(\.document)).subtracting(plans.map(\.tracked.document))
        return publication.documents.enumerated().flatMap { index, document -> [Diagnostic] in
            guard !past.contains(index) else { return [] }
            return document.lines.filter { $0.label == .question }.map { line in
                var words = line.text.split { $0 == " " || $0 == "\u{A0}" || $0.isNewline }.joined(separator: " ")
                if words.hasSuffix(".") { words.removeLast() }
                return document.problem(
                    .openQuestion, at: line, "a question is open: \(words)",
                    help: "Ask those who can answer it, correct the text, and take the question out.")
            }
        }
    }
}

extension TrackingChecks.CheckedPlan {
    /// Its objectives, each with what is known of it.
    var objectives: [(plan: Plan.Objective, tracked: TrackedPlan.Objective)] {
        Array(zip(plan.goals.flatMap(\.objectives), tracked.objectives))
    }

    /// Its outcomes, each with what is known of it.
    var outcomes: [(plan: Plan.Outcome, tracked: TrackedPlan.Outcome)] {
        Array(zip(plan.goals.flatMap(\.objectives).flatMap(\.outcomes), tracked.outcomes))
    }

    /// Where an outcome stands: its lead, or else its first words.
    func node(of outcome: Plan.Outcome) -> MarkdownTree.Index { outcome.text.lead ?? outcome.text.paragraph ?? outcome.item }
}
