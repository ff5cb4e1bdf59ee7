import Markdown

/// What nothing supports.
extension TrackingChecks {
    func unsupportedObjectives() -> [Diagnostic] {
        plans.flatMap { checked -> [Diagnostic] in
            let children = Set(checked.tracked.children)
            guard !children.isEmpty else { return [] }
            return checked.plan.goals.flatMap { goal -> [Diagnostic] in
                func isServed(_ number: String) -> Bool {
                    let anchor = Anchor(document: checked.tracked.document, id: number)
                    return tracking.alignments.to(anchor).contains { children.contains($0.from.document) }
                }
                guard !isServed(goal.number) else { return [] }
                return goal.objectives.filter { !([$0.number] + $0.outcomes.map(\.number)).contains(where: isServed) }.map { objective in
                    checked.document.problem(
                        .unsupported, at: objective.heading, "no plan below this one aligns with objective \(objective.number)",
                        help: "If one does, add `Aligns with: Objective \(objective.number)` to its objective. If none should, nothing is to be done here.")
                }
            }
        }
    }

    /// Values and a portrait's areas that no plan takes up.
    func unsupportedTitles() -> [Diagnostic] {
        guard !tracking.plans.isEmpty else { return [] }
        let planDocuments = Set(tracking.plans.map(\.document))
        return publication.documents.enumerated().flatMap { index, document -> [Diagnostic] in
            func touches(_ id: String, _ relations: Set<LabelledLine.Label>) -> Bool {
                let anchor = Anchor(document: index, id: id)
                return tracking.alignments.from(anchor).contains { relations.contains($0.relation) && planDocuments.contains($0.to.document) }
                    || !tracking.alignments.to(anchor).isEmpty
            }
            func id(_ heading: MarkdownTree.Index) -> String { document.heading(at: heading)?.id ?? "" }
            switch document.meaning {
            case .portrait(let portrait):
                return portrait.areas.filter { area in
                    !([area.heading] + area.grades.map(\.heading)).contains { touches(id($0), [.builtBy, .assessedBy]) }
                }.map { area in
                    document.problem(
                        .unsupported, at: area.heading, "no objective builds or assesses ‘\(area.title)’",
                        help: "Name one below it, as in `Built by: Objective 1.2` or `Assessed by: Objective 1.3`.")
                }
            case .values(let values):
                return values.values.filter { !touches(id($0.heading), [.supports, .alignsWith]) }.map { value in
                    let title = document.tree.plainText(of: value.heading)
                    return document.problem(
                        .unsupported, at: value.heading, "nothing serves ‘\(title)’",
                        help: "Name what does, as in `Serves: Objective 2.3` below it, or write `Supports: \(title)` there.")
                }
            default: return []
            }
        }
    }
}
