/// Finds the text that is most like another among many, wherever it stands.
///
/// One that differs in its numbers or its capitals alone comes first. Others have to have at least four words and seven
/// tenths in common, or, if they are shorter, one has to be two thirds of the other: guesses from further away are absurd
/// more often than they help.
struct AlikeTexts {
    private var likeness = TextLikeness()
    private var texts: [TextLikeness.Text] = []
    private var numberless: [String: [Int]] = [:]
    /// The texts that each word occurs in.
    private var occurrences: [Int: [Int]] = [:]

    private static let least = 0.7, leastWords = 4
    /// A word of two or three letters may well be an article.
    private static let leastShort = 0.66, leastShortWeight = 6
    /// Words that stand in more texts than so many find none.
    private static let common = 500

    init(_ texts: [String]) {
        for (index, text) in texts.enumerated() {
            numberless[AlikeTexts.plain(text), default: []].append(index)
            let words = likeness.text(text)
            self.texts.append(words)
            for word in Set(words.words) { occurrences[word, default: []].append(index) }
        }
    }

    private static func plain(_ text: String) -> String { text.withoutTrivia.withoutNumbers.text.lowercased() }

    /// The first of the most alike ones.
    mutating func best(for text: String, where isFree: (Int) -> Bool) -> Int? {
        if let same = numberless[AlikeTexts.plain(text)]?.first(where: isFree) { return same }
        let words = likeness.text(text)
        var shared: [Int: Int] = [:]
        for word in Set(words.words) {
            guard let found = occurrences[word], found.count <= AlikeTexts.common else { continue }
            for index in found { shared[index, default: 0] += 1 }
        }
        var best: (index: Int, alike: Double)?
        for index in shared.keys.sorted() where isFree(index) {
            let other = texts[index]
            let isShort = min(words.words.count, other.words.count) < AlikeTexts.leastWords
            if isShort, min(words.weight, other.weight) < AlikeTexts.leastShortWeight { continue }
            let least = max(isShort ? AlikeTexts.leastShort : AlikeTexts.least, best?.alike ?? 0)
            let bound = Double(2 * min(words.weight, other.weight)) / Double(max(1, words.weight + other.weight))
            guard bound >= least else { continue }
            let alike = likeness.of(words, other)
            if alike >= least, alike > best?.alike ?? 0, !isShort || likeness.part(words, other) == 1 { best = (index, alike) }
        }
        return best?.index
    }
}
