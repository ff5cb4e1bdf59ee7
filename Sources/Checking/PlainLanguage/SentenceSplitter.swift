import Foundation
import Publication

/// A sentence of a text.
struct Sentence {
    /// In the text's scalars, without spaces at its ends.
    let range: Range<Int>
    let words: [ReadingWord]
    /// Of all its words; 0 in a language without a formula.
    let syllables: Int
}

/// What counts as one word when a text is read.
struct ReadingWord {
    let range: Range<Int>
    /// In small letters, composed.
    let letters: String
    /// A number, a label like `3.1b`, an address, or an abbreviation in capitals: said in a way that its letters do not tell.
    let isFigure: Bool
}

/// Cuts a text into sentences at full stops, question marks and exclamation marks, but not at those of abbreviations
/// (`p. ej.`, `Mr.`), numbers (`3.1a`, `No. 5`), initials, or at the beginning of a text (`1. First`).
struct SentenceSplitter {
    /// Where an author has ended a line by hand, as in an address or a list of names.
    static let lineEnd: Unicode.Scalar = "\u{2028}"

    private let formula: Readability.Formula?
    /// A text has few words, and says them often.
    private var known: [String: Int] = [:]

    init(language: LanguageTag) { formula = Readability.Formula(language) }

    private mutating func syllables(of word: ReadingWord) -> Int {
        guard let formula else { return 0 }
        if word.isFigure { return 1 }
        if let count = known[word.letters] { return count }
        let count = formula.syllables(of: word)
        known[word.letters] = count
        return count
    }

    mutating func sentences(of scalars: [Unicode.Scalar]) -> [Sentence] {
        var sentences: [Sentence] = []
        var start = 0
        func close(at end: Int) {
            let first = scalars[start..<end].firstIndex { !$0.properties.isWhitespace }
            let last = scalars[start..<end].lastIndex { !$0.properties.isWhitespace }
            if let first, let last {
                let words = self.words(in: scalars, first..<last + 1)
                // What has no word belongs to the sentence before: a quotation mark, a dash.
                if !words.isEmpty {
                    var count = 0
                    for word in words { count += syllables(of: word) }
                    sentences.append(Sentence(range: first..<last + 1, words: words, syllables: count))
                }
            }
            start = end
        }
        var offset = 0
        while offset < scalars.count {
            switch scalars[offset] {
            case "。", "！", "？", "｡":
                offset = afterClosing(offset + 1, in: scalars)
                close(at: offset)
                continue
            case SentenceSplitter.lineEnd: close(at: offset + 1)
            case ".", "!", "?", "…", "؟", "۔", "।":
                var end = offset + 1
                while end < scalars.count, scalars[end] == "." || scalars[end] == "!" || scalars[end] == "?" || scalars[end] == "…" { end += 1 }
                let isLone = end == offset + 1 && scalars[offset] == "."
                end = afterClosing(end, in: scalars)
                if isEnd(at: end, stop: isLone ? offset : nil, from: start, in: scalars) { close(at: end) }
                offset = end
                continue
            default: break
            }
            offset += 1
        }
        close(at: scalars.count)
        return sentences
    }

    private func afterClosing(_ offset: Int, in scalars: [Unicode.Scalar]) -> Int {
        var offset = offset
        while offset < scalars.count {
            switch scalars[offset] {
            case "\"", "'", "”", "’", "»", ")", "]", "）", "」", "』": offset += 1
            default: return offset
            }
        }
        return offset
    }

    /// - Parameter stop: of a single full stop, where it stands.
    private func isEnd(at end: Int, stop: Int?, from start: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard end < scalars.count else { return true }
        guard scalars[end].properties.isWhitespace else { return false }
        let opening: Set<Unicode.Scalar> = ["\"", "'", "“", "‘", "«", "(", "[", "¿", "¡"]
        guard let next = scalars[end...].first(where: { !$0.properties.isWhitespace && !opening.contains($0) }) else { return true }
        // A sentence goes on in small letters, as after “Why?” in a question that is quoted.
        if next.properties.isLowercase { return false }
        guard let stop else { return true }
        let word = wordBefore(stop, from: start, in: scalars)
        guard !word.isEmpty else { return true }
        let letters = word.unicodeScalars
        // `1. First`, `a. First`
        let isFirst = scalars[start..<stop - letters.count].allSatisfy { $0.properties.isWhitespace }
        if isFirst, letters.count == 1 || letters.allSatisfy({ $0.properties.numericType != nil }) { return false }
        let key = word.lowercased()
        if letters.contains(where: { $0.properties.numericType != nil }) { return true }
        // `John Smith Jr. The school …`, `in the U.S. They …`
        let begins = Abbreviations.last.contains(key) || word.contains(".") && !["e.g", "i.e"].contains(key)
        if begins, Abbreviations.beginnings.contains(self.word(at: scalars[end...].firstIndex(of: next)!, in: scalars)) { return true }
        if word.contains(".") { return ["a.m", "p.m", "m"].contains(key) || isAddress(word) }
        if Abbreviations.never.contains(key) { return false }
        if Abbreviations.beforeNumber.contains(key) { return next.properties.numericType == nil }
        // An initial, as in J. Smith; but a sentence may end with “I”, or with “Plan B”.
        if letters.count == 1, let letter = letters.first {
            return !letter.properties.isUppercase || letter == "I" || Abbreviations.lettered.contains(wordBefore(stop - 2, from: start, in: scalars).lowercased())
        }
        return true
    }

    /// `example.gov`, of an address at a sentence's end.
    private func isAddress(_ word: String) -> Bool {
        let parts = word.split(separator: ".")
        return parts.count > 1 && parts.allSatisfy { $0.unicodeScalars.count > 1 } && parts[parts.count - 1].unicodeScalars.allSatisfy { ("a"..."z").contains($0) }
    }

    private func word(at start: Int, in scalars: [Unicode.Scalar]) -> String {
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[start...].prefix(12).prefix(while: isLetter))
        return String(word)
    }

    /// What stands between the last space and a full stop; full stops within it count.
    private func wordBefore(_ stop: Int, from start: Int, in scalars: [Unicode.Scalar]) -> String {
        var first = stop
        while first > start, stop - first < 24, isLetter(scalars[first - 1]) || scalars[first - 1] == "." { first -= 1 }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[first..<stop])
        return String(word)
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) || scalar.properties.isAlphabetic || scalar.properties.numericType != nil }

    // MARK: Words

    /// Words stand between spaces, dashes and slashes; a hyphen joins. Of scripts without spaces two signs count as one word.
    private func words(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> [ReadingWord] {
        var words: [ReadingWord] = []
        var start = range.lowerBound
        func close(at end: Int) {
            defer { start = end + 1 }
            guard start < end, scalars[start..<end].contains(where: isLetter) else { return }
            words.append(ReadingWord(scalars, start..<end))
        }
        var offset = range.lowerBound
        while offset < range.upperBound {
            let scalar = scalars[offset]
            if ReadingWord.isIdeographic(scalar) {
                close(at: offset)
                let isPair = offset + 1 < range.upperBound && ReadingWord.isIdeographic(scalars[offset + 1])
                words.append(ReadingWord(scalars, offset..<offset + (isPair ? 2 : 1)))
                offset += isPair ? 2 : 1
                start = offset
                continue
            }
            let isGap = switch scalar {
            case "a"..."z", "A"..."Z": false
            case " ", "—", "/", "…", "|": true
            // Between numbers it joins: 2021–24.
            case "–": !(offset + 1 < range.upperBound && scalars[offset + 1].properties.numericType != nil)
            default: scalar.properties.isWhitespace
            }
            if isGap { close(at: offset) }
            offset += 1
        }
        close(at: range.upperBound)
        return words
    }

    /// Without the last full stop, in small letters.
    private enum Abbreviations {
        static let never: Set<String> = [
            "mr", "mrs", "ms", "dr", "prof", "st", "rev", "hon", "sen", "rep", "gov", "supt", "vs", "approx", "dept", "inc", "co", "jr", "sr",
            "ej", "sr", "sra", "srta", "dra", "lic", "ing", "ud", "uds", "vd", "vds", "avda", "av", "pág", "págs", "núm", "tel", "exc", "exmo",
            "prof", "profa", "dña", "d", "ex", "ema", "il", "mme", "mlle", "ave", "blvd", "rd", "ste",
        ]
        static let beforeNumber: Set<String> = [
            "no", "nos", "n", "nº", "p", "pp", "pg", "fig", "art", "sec", "ch", "vol", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
            "oct", "nov", "dec", "ene", "abr", "ago", "dic", "fev", "set", "out", "dez", "cap", "arts",
        ]
        /// What can be a sentence's last word too.
        static let last: Set<String> = ["jr", "sr", "inc", "co", "ave", "blvd", "rd", "st", "ste", "dept"]
        /// No name begins with these.
        static let beginnings: Set<String> = [
            "The", "This", "That", "These", "Those", "There", "It", "Its", "He", "She", "They", "Their", "We", "Our", "You", "Your", "His", "Her", "If", "When", "While", "After",
            "Before", "Please", "All", "Each", "Every", "Many", "Some", "In", "At", "For", "From", "With", "But", "And", "As", "Both", "What", "Who", "How", "Why", "Most", "Any", "However", "Families", "Students", "Parents", "Teachers", "Children",
        ]
        /// Before a letter that tells one of several.
        static let lettered: Set<String> = [
            "plan", "option", "group", "grade", "room", "part", "section", "building", "appendix", "exhibit", "schedule", "team", "level", "type", "vitamin", "hepatitis", "day",
            "wing", "gate", "entrance", "door", "lot", "form", "opción", "grupo", "sala", "salón", "edificio", "parte", "sección", "anexo", "opção", "seção", "turma",
            "prédio", "groupe", "salle", "partie", "annexe", "bâtiment",
        ]
    }
}

extension ReadingWord {
    fileprivate init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
        self.range = range
        var view = String.UnicodeScalarView()
        var capitals = 0, all = 0, hasSign = false, isPlain = true
        for scalar in scalars[range] {
            switch scalar {
            case "a"..."z":
                all += 1
                view.append(scalar)
            case "A"..."Z":
                all += 1
                capitals += 1
                view.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
            default:
                isPlain = isPlain && scalar.value < 0x80
                if scalar.properties.isAlphabetic { all += 1 }
                if scalar.properties.isUppercase { capitals += 1 }
                if scalar == "@" || scalar.properties.numericType != nil && !ReadingWord.isIdeographic(scalar) { hasSign = true }
                view.append(scalar)
            }
        }
        letters = isPlain ? String(view) : String(view).lowercased().precomposedStringWithCanonicalMapping
        // A full stop between letters is that of a file or an address.
        let isAddress = scalars[range].dropLast().dropFirst().contains(".") && all > 6
        isFigure = hasSign || isAddress || capitals > 1 && all <= 6 && (capitals == all || capitals == all - 1 && scalars[range].contains("s"))
    }

    /// Chinese and Japanese signs: no spaces part their words.
    static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
