/// How alike two texts are, for whoever is to use the translation of one for the other.
///
/// Words in common, in their order, weighed by their letters: articles and prepositions, which all texts share, say
/// little, and "Goal 1: Reading" is not like "Goal 3: Writing". In scripts without spaces every letter is a word.
struct TextLikeness {
    struct Text {
        fileprivate(set) var words: [Int] = []
        fileprivate(set) var weight = 0
    }

    private struct Pair: Hashable { let low: Int, high: Int }

    private var ids: [String: Int] = [:]
    private var letters: [[Unicode.Scalar]] = []
    private var slips: [Pair: Bool] = [:]

    /// Longer words say no more.
    private static let heaviest = 8
    /// Only so many words of a text are compared.
    private static let longest = 1_000

    func weight(of word: Int) -> Int { min(letters[word].count, TextLikeness.heaviest) }

    mutating func text(_ text: String) -> Text {
        var result = Text()
        var word: [Unicode.Scalar] = []
        func isPart(_ scalar: Unicode.Scalar) -> Bool {
            if scalar.isASCII { return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value & ~0x20) }
            let properties = scalar.properties
            return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
        }
        for scalar in text.lowercased().unicodeScalars where result.words.count < TextLikeness.longest {
            if !isPart(scalar) || isUnspaced(scalar) { close(&word, &result) }
            if isPart(scalar) { word.append(scalar) }
            if isUnspaced(scalar) { close(&word, &result) }
        }
        close(&word, &result)
        return result
    }

    private mutating func close(_ word: inout [Unicode.Scalar], _ text: inout Text) {
        guard !word.isEmpty else { return }
        var name = String.UnicodeScalarView()
        name.append(contentsOf: word)
        let id = ids[String(name)] ?? letters.count
        if id == letters.count {
            ids[String(name)] = id
            letters.append(word)
        }
        text.words.append(id)
        text.weight += weight(of: id)
        word = []
    }

    private func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value) || (0x0E00...0x0EFF).contains(scalar.value)
            || (0x1780...0x17FF).contains(scalar.value)
    }

    /// From 0, nothing in common, to 1, the same words: twice the common weight by the weight of both.
    mutating func of(_ one: Text, _ other: Text) -> Double {
        2 * common(one, other) / Double(max(1, one.weight + other.weight))
    }

    /// Which part of the smaller text stands in the larger one: 1 where words were but taken out or put in.
    mutating func part(_ one: Text, _ other: Text) -> Double {
        common(one, other) / Double(max(1, min(one.weight, other.weight)))
    }

    /// Whether one word stands in another's place, and at least two are the same.
    func isOneWordReplaced(_ one: Text, _ other: Text) -> Bool {
        one.words.count == other.words.count && one.words.count > 2 && zip(one.words, other.words).count { $0 != $1 } == 1
    }

    /// The weight of the words in common, in their order.
    private mutating func common(_ one: Text, _ other: Text) -> Double {
        if one.words == other.words { return Double(one.weight) }
        // In short texts a slip of the pen is most of the text.
        let minds = max(one.words.count, other.words.count) <= 12
        var last = [Int](repeating: 0, count: other.words.count + 1)
        var row = last
        for word in one.words {
            for (index, candidate) in other.words.enumerated() {
                var best = max(last[index + 1], row[index])
                if word == candidate {
                    best = max(best, last[index] + 4 * weight(of: word))
                } else if minds, isSlip(word, candidate) {
                    best = max(best, last[index] + 3 * min(weight(of: word), weight(of: candidate)))
                }
                row[index + 1] = best
            }
            swap(&last, &row)
            row[0] = 0
        }
        return Double(last[other.words.count]) / 4
    }

    /// Whether one letter more, less, other or swapped makes one word of the other; the first has to be the same.
    private mutating func isSlip(_ one: Int, _ other: Int) -> Bool {
        let first = letters[one], second = letters[other]
        guard min(first.count, second.count) >= 5, abs(first.count - second.count) <= 1, first[0] == second[0] else { return false }
        let pair = Pair(low: min(one, other), high: max(one, other))
        if let known = slips[pair] { return known }
        let (short, long) = first.count <= second.count ? (first, second) : (second, first)
        let start = zip(short, long).prefix { $0 == $1 }.count
        let end = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
        var isSlip = start + end >= short.count - (short.count == long.count ? 1 : 0)
        if !isSlip, short.count == long.count, start + end == short.count - 2 {
            isSlip = short[start] == long[start + 1] && short[start + 1] == long[start]
        }
        slips[pair] = isSlip
        return isSlip
    }
}

extension String {
    /// Without what is no change for a translation: the kind of quotation marks, dashes and white space.
    var withoutTrivia: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2032}", "\u{02BC}", "`": result.append("'")
            case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{2033}", "«", "»": result.append("\"")
            case "\u{2010}"..."\u{2015}", "\u{2212}": result.append("-")
            case "\u{2026}": result.append(contentsOf: "...".unicodeScalars)
            case "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}": break
            case _ where scalar.properties.isWhitespace: if result.last != " " { result.append(" ") }
            default: result.append(scalar)
            }
        }
        while result.last == " " { result.removeLast() }
        return String(result)
    }

    /// Every number as `0`, and the numbers: `1,200 of 4` is `0 of 0`.
    var withoutNumbers: (text: String, numbers: [String]) {
        var text = String.UnicodeScalarView(), numbers: [String] = []
        let scalars = Array(unicodeScalars)
        func isDigit(_ index: Int) -> Bool { index < scalars.count && scalars[index].properties.numericType == .decimal }
        var index = 0
        while index < scalars.count {
            guard isDigit(index) else {
                text.append(scalars[index])
                index += 1
                continue
            }
            var number = String.UnicodeScalarView()
            while isDigit(index) || index < scalars.count && [",", ".", ":"].contains(scalars[index]) && isDigit(index + 1) {
                number.append(scalars[index])
                index += 1
            }
            text.append("0")
            numbers.append(String(number))
        }
        return (String(text), numbers)
    }
}
