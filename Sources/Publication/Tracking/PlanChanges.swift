import Markdown

/// How a plan's text differs from an earlier one, number by number.
package struct PlanChanges: Sendable {
    package struct Change: Sendable, Hashable {
        package enum Kind: String, Sendable { case added, removed, reworded, redated }

        package let number: String
        package let kind: Kind
    }

    /// In the order of the later text, what is gone behind it.
    package private(set) var all: [Change] = []

    package init(from before: Plan, _ beforeTree: MarkdownTree, to now: Plan, _ nowTree: MarkdownTree) {
        let old = PlanChanges.parts(of: before, beforeTree), new = PlanChanges.parts(of: now, nowTree)
        let byNumber = Dictionary(old.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        for part in new {
            guard let other = byNumber[part.number] else { all.append(.init(number: part.number, kind: .added)); continue }
            if part.when != other.when { all.append(.init(number: part.number, kind: .redated)) }
            if part.words != other.words { all.append(.init(number: part.number, kind: .reworded)) }
        }
        let kept = Set(new.map(\.number))
        all += old.filter { !kept.contains($0.number) }.map { .init(number: $0.number, kind: .removed) }
    }

    private struct Part { let number: String, when: String?, words: String }

    /// An objective's words are those of its heading, its activities and its duties; an outcome's are its own.
    private static func parts(of plan: Plan, _ tree: MarkdownTree) -> [Part] {
        func words(_ nodes: [MarkdownTree.Index]) -> String {
            // Where lines are broken says nothing.
            nodes.map { tree.plainText(of: $0) }.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return plan.goals.flatMap { goal in
            [Part(number: goal.number, when: nil, words: words([goal.heading] + goal.blocks))] + goal.objectives.flatMap { objective in
                let duties = objective.responsibilities.map { words([$0.item]) }
                let activities = objective.parts.flatMap { part -> [String] in
                    guard case .activities(let groups) = part.content else { return [] }
                    return groups.map { words([$0.heading] + $0.blocks) }
                }
                let own = [words([objective.heading] + objective.blocks)] + activities + duties
                return [Part(number: objective.number, when: nil, words: own.joined(separator: "\n"))] + objective.outcomes.map {
                    Part(number: $0.number, when: $0.pinned?.description ?? $0.when, words: words($0.text.inlines + $0.text.blocks))
                }
            }
        }
    }
}
