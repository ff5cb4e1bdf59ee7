/// A question's number, at the beginning of its words: `Q4.`, `Question 4 –`, `P7:`, `4)`.
package struct QuestionNumber: Sendable {
    /// Written in one way, whichever way it was found: `Q4`, `P7`.
    package let text: String
    /// How many bytes it takes, with the mark and the spaces behind it.
    package let length: Int
    /// Whether it is a number alone, as other headings have it: `4.`
    package let isBare: Bool

    /// What stands before a number, and the letter that stands for it.
    private static let names: [(word: String, letter: String)] = [
        ("question", "Q"), ("questão", "Q"), ("questao", "Q"), ("pregunta", "P"), ("pergunta", "P"), ("câu hỏi", "Q"), ("câu", "Q"), ("kesyon", "Q"),
        ("问题", "Q"), ("السؤال", "Q"), ("سؤال", "Q"), ("q", "Q"), ("p", "P"),
    ]

    package init?(_ words: String) {
        var rest = Substring(words)
        var letter = "Q", isNamed = false, isLettered = false
        if let name = Self.names.first(where: { rest.prefix($0.word.count).lowercased() == $0.word && rest.dropFirst($0.word.count).first?.isLetter != true }) {
            rest = rest.dropFirst(name.word.count)
            letter = name.letter
            isNamed = true
            for _ in 0..<2 where rest.first.map({ " \u{A0}.#".contains($0) }) ?? false { rest = rest.dropFirst() }
        } else if let first = rest.first, first.isLetter {
            // A form's own sections: `B2.`
            letter = first.uppercased()
            isLettered = true
            rest = rest.dropFirst()
        }
        func digits(_ text: Substring) -> Substring { text.prefix { $0.isASCII && $0.isNumber } }
        var number = digits(rest)
        guard (1...3).contains(number.count) else { return nil }
        let inner = rest.dropFirst(number.count)
        if inner.first == ".", case let second = digits(inner.dropFirst()), (1...3).contains(second.count) {
            number = rest.prefix(number.count + 1 + second.count)
        }
        let small = rest.dropFirst(number.count).prefix { $0.isASCII && $0.isLowercase }
        number = rest.prefix(number.count + small.count)
        rest = rest.dropFirst(number.count)
        guard rest.first?.isLetter != true, rest.first?.isNumber != true else { return nil }
        let behind = rest.drop { $0 == " " || $0 == "\u{A0}" }
        if let mark = rest.first, ".:)．：）、".contains(mark) {
            rest = rest.dropFirst()
        } else if !isLettered, let mark = behind.first, "–—-|".contains(mark) {
            rest = behind.dropFirst()
        } else if !isNamed || small.count > 1 || !(rest.isEmpty || behind.startIndex != rest.startIndex) {
            return nil
        }
        rest = rest.drop { $0 == " " || $0 == "\u{A0}" }
        text = letter + number
        length = words.utf8.count - rest.utf8.count
        isBare = !isNamed && !isLettered
    }

    /// A cell that holds a number and nothing else, or its question's words, too: `4`, `Q4. …`
    init?(cell: String) {
        guard let number = QuestionNumber(cell) ?? QuestionNumber(cell + ".") else { return nil }
        self = number
    }
}
