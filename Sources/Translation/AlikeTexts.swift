/// Finds the text that is most like another among many, wherever it stands.
///
/// One that differs in its numbers alone comes first. Others have to have at least four words and seven tenths in common:
/// guesses from further away are absurd more often than they help.
struct AlikeTexts {
    private var likeness = TextLikeness()
    private var texts: [TextLikeness.Text] = []
    private var numberless: [String: [Int]] = [:]
    /// The texts that each word occurs in.
    private var occurrences: [Int: [Int]] = [:]

    private static let least = 0.7, leastWords = 4
    /// Words that stand in more texts than so many find none.
    private static let common = 500

    init(_ texts: [String]) {
        for (index, text) in texts.enumerated() {
            let plain = text.withoutTrivia.withoutNumbers
            if !plain.numbers.isEmpty { numberless[plain.text, default: []].append(index) }
            let words = likeness.text(text)
            self.texts.append(words)
            guard words.words.count >= AlikeTexts.leastWords else { continue }
            for word in Set(words.words) { occurrences[word, default: []].append(index) }
        }
    }

    /// The first of the most alike ones.
    mutating func best(for text: String, where isFree: (Int) -> Bool) -> Int? {
        let plain = text.withoutTrivia.withoutNumbers
        if !plain.numbers.isEmpty, let same = numberless[plain.text]?.first(where: isFree) { return same }
        let words = likeness.text(text)
        guard words.words.count >= AlikeTexts.leastWords else { return nil }
        var shared: [Int: Int] = [:]
        for word in Set(words.words) {
            guard let found = occurrences[word], found.count <= AlikeTexts.common else { continue }
            for index in found { shared[index, default: 0] += 1 }
        }
        var best: (index: Int, alike: Double)?
        for index in shared.keys.sorted() where isFree(index) {
            let other = texts[index]
            let bound = Double(2 * min(words.weight, other.weight)) / Double(max(1, words.weight + other.weight))
            guard bound >= AlikeTexts.least, bound > best?.alike ?? 0 else { continue }
            let alike = likeness.of(words, other)
            if alike >= AlikeTexts.least, alike > best?.alike ?? 0 { best = (index, alike) }
        }
        return best?.index
    }
}
