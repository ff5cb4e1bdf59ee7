import Markdown

/// What is said twice, and not in the same words.
extension TrackingChecks {
    /// A list of the goals ahead of them, against the goals themselves.
    func goalWording(of checked: CheckedPlan) -> [Diagnostic] {
        let document = checked.document, tree = document.tree
        let ahead = checked.plan.introduction + checked.plan.before.flatMap(\.blocks)
        return ahead.filter { tree.nodes[$0].kind == .list && tree.nodes[$0].isOrdered }.flatMap { list -> [Diagnostic] in
            let items = Array(tree.children(of: list))
            guard items.count == checked.plan.goals.count else { return [] }
            let goals = checked.plan.goals.map { goal in
                ([goal.heading] + goal.blocks.filter { tree.nodes[$0].kind == .paragraph }).map { keys(of: PlacedText(document, paragraph: $0)) }
            }
            let listed = items.map { item in document.placedTexts(below: item).first }
            // A list of something else has hardly a word in common with the goals.
            guard zip(listed, goals).contains(where: { text, goal in text.map { isNear($0, goal) } ?? false }) else { return [] }
            return zip(listed, checked.plan.goals.indices).compactMap { text, number in
                guard let text, !text.bytes.isEmpty, !isSaid(keys(of: text), in: goals[number]) else { return nil }
                let goal = checked.plan.goals[number]
                let label = PlacedText(document, paragraph: goal.heading)
                let heading = LabelledLine.trimmed(String(decoding: label.bytes.dropFirst(goal.label.length), as: UTF8.self))
                return text.problem(
                    .differentWording, at: 0..<text.bytes.count,
                    "the list words goal \(goal.number) otherwise than the goal itself, which is ‘\(heading)’",
                    help: "Settle on one wording, and write it in both places; the goal is on line \(tree.nodes[goal.heading].position.line).")
            }
        }
    }

    private func keys(of text: PlacedText) -> [String] { Word.words(of: text).map(\.key) }

    /// Whether one of the texts has the words, in their order and without others between them.
    private func isSaid(_ keys: [String], in texts: [[String]]) -> Bool {
        guard !keys.isEmpty else { return true }
        return texts.contains { !$0.ranges(of: keys).isEmpty }
    }

    /// Whether half of a text's words are among those of the others.
    private func isNear(_ text: PlacedText, _ texts: [[String]]) -> Bool {
        let words = Set(Word.words(of: text).filter(\.isContent).map(\.key))
        return !words.isEmpty && words.intersection(texts.joined()).count * 2 >= words.count
    }

    // MARK: Numbers of areas

    /// `Target: 3 of 6 proficiency areas`, against the portrait.
    func areaCount(of checked: CheckedPlan) -> [Diagnostic] {
        let portraits = publication.documents.compactMap { document -> (Document, Int)? in
            if case .portrait(let portrait) = document.meaning { (document, portrait.areas.count) } else { nil }
        }
        guard portraits.count == 1, let (portrait, count) = portraits.first else { return [] }
        return checked.outcomes.compactMap { outcome, _ in
            guard let line = outcome.line(.target), let total = AreaNames.total(in: line.text), total != count else { return nil }
            return checked.document.problem(
                .differentWording, at: line, "this counts \(total) areas, and content/\(portrait.path) has \(count)",
                help: "Find out how many there are, and correct the one or the other.")
        }
    }
}

/// How a portrait's areas are spoken of.
private enum AreaNames {
    private static let areas: Set<String> = ["area", "domaine"]
    private static let proficiency: Set<String> = ["proficiency", "competencia", "proficiencia", "competence"]

    /// The second number of `3 of the 6 proficiency areas`; nil where something else is counted.
    static func total(in text: String) -> Int? {
        let words = Word.words(of: Array(text.utf8))
        let bytes = Array(text.utf8)
        let numbers = words.indices.filter { words[$0].isNumber }
        guard numbers.count == 2, numbers[1] > numbers[0] + 1, words[(numbers[0] + 1)..<numbers[1]].allSatisfy({ FunctionWords.all.contains($0.key) })
        else { return nil }
        let rest = Set(words[(numbers[1] + 1)...].map(\.key))
        guard !rest.isDisjoint(with: areas), !rest.isDisjoint(with: proficiency) else { return nil }
        return Int(String(decoding: bytes[words[numbers[1]].range], as: UTF8.self))
    }
}
