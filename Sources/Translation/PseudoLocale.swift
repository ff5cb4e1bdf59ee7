import Publication

/// Languages that nobody speaks, by which one sees before any translator has begun what cannot be translated, what has no
/// room for longer words, and what does not turn round from right to left (Unicode TR35, part 3, section 2.1.3).
package enum PseudoLocale: String, Sendable, CaseIterable {
    /// English with accents, longer, in brackets.
    case accented = "en-XA"
    /// English in Arabic letters, from right to left.
    case mirrored = "ar-XB"

    package var language: LanguageTag { LanguageTag(rawValue)! }

    /// Makes a text look translated. Labels, code, HTML, entities and named values stay as they are.
    package func translate(_ text: String) -> String {
        var result = ""
        var letters = 0
        var rest = Substring(text)
        while let character = rest.first {
            if let kept = PseudoLocale.kept(rest) {
                result += rest.prefix(kept)
                rest = rest.dropFirst(kept)
                continue
            }
            if character.isLetter { letters += 1 }
            result.append(replacement(of: character))
            rest = rest.dropFirst()
        }
        guard self == .accented else { return result }
        // Translations of English run longer by a third, short ones by more.
        let padding = (0..<(letters + 2) / 3).map { $0 % 6 == 5 ? " " : "~" }.joined().replacing("~", with: "·")
        return "⟦\(result) \(padding)⟧"
    }

    /// How many characters at the beginning are no words.
    private static func kept(_ text: Substring) -> Int? {
        func length(through end: Character) -> Int? { text.dropFirst().firstIndex(of: end).map { text.distance(from: text.startIndex, to: $0) + 1 } }
        switch text.first {
        case "\\": return min(2, text.count)
        case "`": return length(through: "`")
        case "{": return length(through: "}")
        case "<": return length(through: ">")
        case "&": return length(through: ";").flatMap { $0 < 12 ? $0 : nil }
        case "]" where text.dropFirst().first == "[": return text.dropFirst(2).firstIndex(of: "]").map { text.distance(from: text.startIndex, to: $0) + 1 }
        case "[" where text.dropFirst().first == "^": return length(through: "]")
        default: return nil
        }
    }

    private func replacement(of character: Character) -> Character {
        guard let ascii = character.asciiValue, character.isLetter else { return character }
        let upper = Array(self == .accented ? "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ" : "ابكدهفجحيجكلمنوبقرستوفوكيز")
        let lower = Array(self == .accented ? "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž" : "ابكدهفجحيجكلمنوبقرستوفوكيز")
        return ascii < 0x61 ? upper[Int(ascii) - 0x41] : lower[Int(ascii) - 0x61]
    }
}
