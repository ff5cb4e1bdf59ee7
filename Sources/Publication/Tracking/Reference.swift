/// A name by which one document speaks of a part of another: `Objective 1.2`, `1.1a`, `Equitable outcomes`.
struct Reference: Sendable, Hashable {
    /// The number, where it is one: `1.2`.
    let number: String?
    /// As it is written.
    let words: String

    init(_ words: String) {
        self.words = words
        number = Reference.number(in: words)
    }

    /// Whether it names a goal, an objective or an outcome by its number.
    static func isNumbered(_ words: String) -> Bool { number(in: words) != nil }

    /// `Objective 1.2` → `1.2`; nil where other words stand there.
    private static func number(in text: String) -> String? {
        guard let start = text.firstIndex(where: \.isNumber) else { return nil }
        let word = PartNames.folded(text[..<start])
        guard word.isEmpty || PartNames.goal.contains(word) || PartNames.objective.contains(word) || PartNames.outcome.contains(word) else { return nil }
        let number = text[start...]
        guard number.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0.isLowercase) }), number.last != "." else { return nil }
        return String(number)
    }
}
