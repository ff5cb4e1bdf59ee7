import Markdown

/// What must be published and is not, and rounds of feedback that nobody answered.
extension TrackingChecks {
    func duties() -> [Diagnostic] {
        tracking.duties.flatMap { tracked -> [Diagnostic] in
            let document = publication.documents[tracked.document]
            guard case .duties(let duties) = document.meaning else { return [] }
            let duty = duties.duties[tracked.position]
            func problem(_ rule: Rule, at line: LabelledLine?, _ message: String, help: String) -> Diagnostic {
                document.problem(rule, at: line?.paragraph ?? duty.heading, message, help: help)
            }
            var problems: [Diagnostic] = []
            if tracked.owners.isEmpty {
                problems.append(problem(
                    .dutyOwner, at: duty.owner, "‘\(duty.title)’ falls to nobody",
                    help: "Name the role that publishes it, as in `- By: Superintendent`."))
            }
            switch tracked.state {
            case .nothing:
                problems.append(problem(
                    .dutyUnmet, at: duty.published, "nothing is published for ‘\(duty.title)’",
                    help: "Publish it and link to it, as in `- Published: [The results](surveys/results.md)`."))
            case .overdue:
                problems.append(problem(
                    .dutyUnmet, at: duty.published, "‘\(duty.title)’ was due again\(tracked.nextDue.map { " on \($0)" } ?? "")",
                    help: "Publish it and link to it beside what was published before."))
            case .published: break
            }
            if tracked.languages == nil {
                problems.append(problem(
                    .dutyUnmet, at: duty.languages, "‘\(duty.title)’ does not say in which languages",
                    help: "Add a line `- Languages: all`, or name them, as in `- Languages: en, es`."))
            }
            return problems
        }
    }

    // MARK: Feedback

    func feedback() -> [Diagnostic] {
        tracking.feedback.compactMap { round in
            let document = publication.documents[round.document]
            guard !round.isOpen, let feedback = document.frontMatter.feedback,
                !document.headings.contains(where: { PartNames.isFeedbackAnswer($0.text) })
            else { return nil }
            return document.source.problem(
                .feedbackUnanswered, line: feedback.line, length: 200, "this round of feedback ended on \(round.until), and nothing says what was heard",
                help: "Add two sections, `## What we heard` and `## What changed`, so that those who answered see what came of it.")
        }
    }
}
