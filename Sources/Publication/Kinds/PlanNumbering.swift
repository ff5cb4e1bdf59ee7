import Markdown

/// Writes into a plan the numbers that its goals, objectives and outcomes were given in order, so that they stay theirs
/// when something is put between them.
package struct PlanNumbering: Sendable {
    /// The file with its numbers; nil where it has them all, or is no plan.
    package let bytes: [UInt8]?
    /// How many were missing.
    package let count: Int

    package init(_ document: Document) {
        guard case .plan(let plan) = document.meaning else { (bytes, count) = (nil, 0); return }
        let tree = document.tree
        var inserts: [(offset: Int, text: String)] = []
        func offset(of node: MarkdownTree.Index) -> Int? {
            let position = tree.nodes[node].position
            guard position.line > 0 else { return nil }
            return document.source.line(Int(position.line)).startIndex + Int(position.column) - 1
        }
        func number(_ label: Plan.HeadingLabel, _ number: String, at heading: MarkdownTree.Index) {
            guard !label.text.contains(where: \.isNumber), let first = tree.contents(of: heading).first, let start = offset(of: first) else { return }
            inserts.append((start + label.text.utf8.count, " " + number))
        }
        for goal in plan.goals {
            number(goal.label, goal.number, at: goal.heading)
            for objective in goal.objectives {
                number(objective.label, objective.number, at: objective.heading)
                for outcome in objective.outcomes {
                    if let lead = outcome.text.lead {
                        guard !tree.plainText(of: lead).hasPrefix(outcome.number), let start = offset(of: lead) else { continue }
                        inserts.append((start + 2, outcome.number + " — "))
                    } else if let first = outcome.text.inlines.first, let start = offset(of: first) {
                        inserts.append((start, "**\(outcome.number):** "))
                    }
                }
            }
        }
        count = inserts.count
        guard !inserts.isEmpty else { bytes = nil; return }
        var result = document.source.bytes
        for insert in inserts.sorted(by: { $0.offset > $1.offset }) where insert.offset <= result.count {
            result.insert(contentsOf: insert.text.utf8, at: insert.offset)
        }
        bytes = result
    }
}
