import Markdown

/// What a plan leaves out.
extension TrackingChecks {
    func missingParts(of checked: CheckedPlan) -> [Diagnostic] {
        checked.plan.goals.flatMap { goal -> [Diagnostic] in
            guard !goal.objectives.isEmpty else {
                return [checked.document.problem(
                    .missingPart, at: goal.heading, "goal \(goal.number) has no objective",
                    help: "Say what will be done toward it, below a heading like `### Objective \(goal.number).1: What we will do`.")]
            }
            return goal.objectives.flatMap { missingParts(of: $0, in: checked) }
        }
    }

    private func missingParts(of objective: Plan.Objective, in checked: CheckedPlan) -> [Diagnostic] {
        let document = checked.document
        func part(_ names: Set<String>) -> Plan.Part? {
            objective.parts.first { names.contains(PartNames.folded(document.tree.plainText(of: $0.heading))) }
        }
        func missing(_ what: String, _ part: Plan.Part?, help: String) -> Diagnostic {
            document.problem(.missingPart, at: part?.heading ?? objective.heading, "objective \(objective.number) \(what)", help: help)
        }
        var problems: [Diagnostic] = []
        let activities = part(PartNames.activities)
        if !objective.parts.contains(where: hasActivities) {
            problems.append(missing(
                "has no activity", activities, help: "Say what will be done, below `#### Activities`, with the time as a heading: `##### 2021–22`."))
        }
        if objective.responsibilities.isEmpty {
            problems.append(missing(
                "names no role", part(PartNames.responsibility),
                help: "Say who does what, as a list below `#### Responsibility`: `- **School Committee:** approve the plan`."))
        }
        if objective.outcomes.isEmpty {
            problems.append(missing(
                "has no outcome", part(PartNames.outcomes),
                help: "Say how one will know, as a list below `#### Measurable outcomes`: `- **By June 2023:** every team has …`."))
        }
        return problems
    }

    private func hasActivities(_ part: Plan.Part) -> Bool {
        guard case .activities(let groups) = part.content else { return false }
        return !part.before.isEmpty || groups.contains { !$0.blocks.isEmpty }
    }

    /// Outcomes of which nobody can ever say that they are late, or how far they are.
    func missingMeasures(of checked: CheckedPlan) -> [Diagnostic] {
        checked.outcomes.compactMap { outcome, _ in
            guard outcome.when == nil, outcome.line(.due) == nil, outcome.line(.target) == nil else { return nil }
            let isDated = text(of: outcome, in: checked).contains { !DatePhrase.find(in: $0.text, calendar: publication.settings.calendar).isEmpty }
            return checked.document.problem(
                .missingMeasure, at: checked.node(of: outcome), "outcome \(outcome.number) has neither date nor measure",
                help: isDated
                    ? "Move its date to its beginning, as in `- **\(outcome.number) — By June 2023:** …`, or add a line `Due: 2023-06-30` below it."
                    : "Say by when, as in `- **\(outcome.number) — By June 2023:** …`, or how much, by a line `Target: 8 of 10 teams` below it.")
        }
    }

    /// The words of an outcome, less its lead and its lines.
    func text(of outcome: Plan.Outcome, in checked: CheckedPlan) -> [PlacedText] { texts(of: outcome.text, in: checked.document) }

    func texts(of item: Plan.LeadlessItem, in document: Document) -> [PlacedText] {
        var texts: [PlacedText] = []
        if let first = item.inlines.first, let last = item.inlines.last {
            texts.append(PlacedText(document, run: first..<Int(document.tree.nodes[last].end)))
        }
        return texts + item.blocks.filter { !document.leftOut.contains($0) }.flatMap { document.placedTexts(below: $0) }
    }
}

extension Document {
    /// The texts of a block and of all blocks in it; lines with a label are left out.
    func placedTexts(below block: MarkdownTree.Index) -> [PlacedText] {
        var texts: [PlacedText] = []
        var node = block
        while node < Int(tree.nodes[block].end) {
            if leftOut.contains(node) {
                node = Int(tree.nodes[node].end)
                continue
            }
            switch tree.nodes[node].kind {
            case .paragraph, .heading, .tableCell:
                texts.append(PlacedText(self, paragraph: node))
                node = Int(tree.nodes[node].end)
            default: node += 1
            }
        }
        return texts
    }
}
