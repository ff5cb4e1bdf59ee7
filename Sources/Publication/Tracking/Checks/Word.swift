import Foundation

/// A word of a text, to be compared with others.
package struct Word: Sendable {
    /// What parts it from the word before.
    package enum Gap: Sendable { case space, hyphen, other }

    /// In the text's bytes.
    package let range: Range<Int>
    package let gap: Gap
    /// Without case, accents and the ending of a plural.
    package let key: String
    package let isNumber: Bool
    package let isCapitalized: Bool
    /// The letters, where all of them are capitals and there are two or more; an ending that makes a plural is left out.
    package let capitals: String?

    /// Whether it goes on with what the word before has begun.
    package var isJoined: Bool { gap != .other }
    /// Whether it is more than a word that only joins others.
    package var isContent: Bool { !isNumber && key.utf8.count > 2 && !FunctionWords.all.contains(key) }
}

extension Word {
    /// A cheap look ahead: two capitals in a row, or letters beyond ASCII.
    package static func mayHaveCapitals(_ bytes: [UInt8]) -> Bool {
        var before = false
        for byte in bytes {
            if byte >= 0xC3 { return true }
            let isCapital = (0x41...0x5A).contains(byte)
            if isCapital, before { return true }
            before = isCapital
        }
        return false
    }

    package static func words(of text: PlacedText) -> [Word] { words(of: text.bytes) }

    /// - Parameter partingScripts: whether Latin letters end where Chinese ones begin, which stand together without a space.
    package static func words(of bytes: [UInt8], partingScripts: Bool = false) -> [Word] {
        var words: [Word] = []
        var scalars: [Unicode.Scalar] = []
        var start = 0, offset = 0
        var spaces = 0, hyphens = 0, others = 1
        func close() {
            guard !scalars.isEmpty else { return }
            // An apostrophe that nothing follows closes a quotation.
            var end = offset
            while let last = scalars.last, isApostrophe(last) {
                scalars.removeLast()
                end -= UTF8.width(last)
            }
            let gap: Gap = others > 0 ? .other : hyphens == 0 ? .space : hyphens == 1 && spaces == 0 ? .hyphen : .other
            if let mark = elision(scalars) {
                let middle = start + scalars[...mark].reduce(0) { $0 + UTF8.width($1) }
                words.append(Word(Array(scalars[..<mark]), range: start..<middle, gap: gap))
                words.append(Word(Array(scalars[(mark + 1)...]), range: middle..<end, gap: .space))
            } else {
                words.append(Word(scalars, range: start..<end, gap: gap))
            }
            scalars.removeAll(keepingCapacity: true)
            (spaces, hyphens, others) = (0, 0, end < offset ? 1 : 0)
        }
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if isPart(scalar) || !scalars.isEmpty && isApostrophe(scalar) {
                if partingScripts, let last = scalars.last, (last.value >= 0x2E80) != (scalar.value >= 0x2E80) { close() }
                if scalars.isEmpty { start = offset }
                scalars.append(scalar)
            } else {
                close()
                switch scalar {
                case " ", "\u{A0}", "\u{202F}", "\t": spaces += 1
                case "-", "\u{2010}", "\u{2011}", "\u{2013}": hyphens += 1
                default: others += 1
                }
            }
            offset += UTF8.width(scalar)
        }
        close()
        return words
    }

    /// Where a short word is joined to the next, as in `d’équipe`.
    private static func elision(_ scalars: [Unicode.Scalar]) -> Int? {
        guard let mark = scalars.prefix(3).firstIndex(where: isApostrophe), mark > 0, scalars.count > mark + 2 else { return nil }
        return mark
    }

    private init(_ scalars: [Unicode.Scalar], range: Range<Int>, gap: Gap) {
        self.range = range
        self.gap = gap
        isNumber = scalars.allSatisfy { $0.properties.numericType != nil }
        isCapitalized = scalars[0].properties.isUppercase
        let key = Word.folded(scalars)
        self.key = Word.singular(key)
        capitals = isCapitalized && scalars.count > 1 ? Word.capitals(scalars) : nil
    }

    /// `DIP`, `ILs`, `IL’s` → the capitals.
    private static func capitals(_ scalars: [Unicode.Scalar]) -> String? {
        var letters = scalars[...]
        if let last = letters.last, last == "s" || last == "S" && letters.dropLast().last.map(isApostrophe) == true {
            letters.removeLast()
            if let mark = letters.last, isApostrophe(mark) { letters.removeLast() }
        }
        guard letters.count > 1, letters.allSatisfy(\.properties.isUppercase) else { return nil }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }

    private static func folded(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars {
            if (0x41...0x5A).contains(scalar.value) {
                view.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
            } else if scalar.value < 0x80 {
                if !isApostrophe(scalar) { view.append(scalar) }
            } else if !isApostrophe(scalar) {
                let base = String(scalar).decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
                view.append(contentsOf: base.filter { $0.properties.generalCategory != .nonspacingMark || scalar.value >= 0x0590 })
            }
        }
        return String(view)
    }

    /// Without the ending of a plural, as far as English, Spanish, Portuguese and French have one in common.
    fileprivate static func singular(_ key: String) -> String {
        let bytes = key.utf8
        guard bytes.count > 3, bytes.last == UInt8(ascii: "s"), !key.hasSuffix("ss"), !key.hasSuffix("us"), !key.hasSuffix("is") else { return key }
        if key.hasSuffix("ies"), bytes.count > 4 { return String(key.dropLast(3)) + "y" }
        if key.hasSuffix("sses") || key.hasSuffix("ches") || key.hasSuffix("shes") { return String(key.dropLast(2)) }
        return String(key.dropLast())
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case ..<0xAA, 0x2BC: return false
        default:
            let properties = scalar.properties
            if properties.isAlphabetic { return true }
            switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .decimalNumber: return true
            default: return false
            }
        }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2BC}" }
}

extension Word {
    /// Two to six capitals that are neither shouted words, nor part of a name with numbers, nor a Roman number.
    package static func isAbbreviation(_ index: Int, in words: [Word]) -> Bool {
        guard let letters = words[index].capitals, (2...6).contains(letters.unicodeScalars.count), !letters.allSatisfy({ "IVX".contains($0) })
        else { return false }
        /// Whether the word on its other side makes more of it than an abbreviation.
        func isBound(by word: Word, _ gap: Word.Gap) -> Bool { gap == .hyphen && word.isNumber || gap == .space && word.capitals != nil }
        if index > 0, isBound(by: words[index - 1], words[index].gap) { return false }
        return index + 1 == words.count || !isBound(by: words[index + 1], words[index + 1].gap)
    }
}

/// Words that only join others, in the languages whose parts of a plan are recognized.
enum FunctionWords {
    /// Between two nouns of which one belongs to the other.
    static let of: Set<String> = ["of", "de", "del", "da", "do", "das", "dos", "du", "des", "la", "las", "los", "le", "les", "the"]
    static let all: Set<String> = of.union([
        "and", "or", "for", "with", "from", "into", "onto", "about", "that", "this", "their", "our", "its", "your", "his", "her", "who", "which",
        "what", "how", "when", "where", "are", "was", "were", "has", "have", "had", "been", "will", "can", "may", "must", "should", "not", "but",
        "than", "then", "they", "them", "these", "those", "every", "each", "all", "any", "some", "such", "other", "more", "most", "both", "through",
        "during", "between", "before", "after", "over", "under", "upon", "within", "also", "while", "there", "here", "you", "she", "him",
        "con", "por", "para", "sin", "sobre", "entre", "desde", "hasta", "que", "como", "una", "uno", "unos", "sus", "son", "cada", "todo", "toda",
        "este", "esta", "esto", "ese", "esa", "mas", "pero", "cuando", "donde", "quien", "cual",
        "com", "sem", "pela", "pelo", "uma", "seu", "sua", "nos", "nas", "dans", "avec", "pour", "par", "sur", "sous", "une", "leur", "notre",
        "votre", "son", "sont", "qui", "est", "aux", "ces", "cette", "chaque", "tout", "toute", "plus", "mais", "quand",
    ].map(Word.singular))

    /// In lists of a name's initials.
    static func isSkipped(_ word: Word) -> Bool { !word.isCapitalized && (word.key.utf8.count <= 2 || all.contains(word.key)) }
}
