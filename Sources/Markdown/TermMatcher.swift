/// Finds a glossary's terms in running text. Made once for a language.
///
/// A term is found where it stands as whole words: neither a letter, a digit or a mark (Unicode's Alphabetic, N and M)
/// stands right before or behind it, nor a hyphen, full stop or the like that joins it to one. That is stricter than the
/// boundaries of UAX #29, so that “non-standard” holds no “standard”. Scripts that set no spaces between words have no
/// such boundaries: there a term is found wherever its characters stand. Case makes no difference but for abbreviations
/// and for names in capitals alone. Any white space is a space.
///
/// One pass over the bytes: only where two of them may begin a term are the candidates compared, the longest first.
package struct TermMatcher: Sendable {
    /// What a glossary calls an entry, in one language.
    package struct Term: Sendable {
        let name: String
        let abbreviation: String?

        /// - Parameter name: without the abbreviation.
        package init(name: String, abbreviation: String?) {
            self.name = name
            self.abbreviation = abbreviation
        }
    }

    struct Match {
        let range: Range<Int>
        /// Where the term itself ends, before the ending of a plural.
        let end: Int
        let entry: Int
        let isAbbreviation: Bool
    }

    private struct Pattern {
        /// Lower case, unless it is exact.
        let scalars: [Unicode.Scalar]
        let isExact: Bool
        let entry: Int
        let isAbbreviation: Bool
        /// Whether a boundary must be there; not beside a script without spaces.
        let startsWord: Bool, endsWord: Bool
    }

    /// Full names, for what an abbreviation stands for; by entry.
    let names: [String]
    let abbreviations: [[UInt8]]
    private let patterns: [Pattern]
    /// By their first two bytes, in every case.
    private let candidates: [UInt16: [Int]]
    /// A bit for each of those.
    private let beginnings: [UInt64]
    private let takesPlurals: Bool

    package var isEmpty: Bool { patterns.isEmpty }

    /// - Parameters:
    ///   - terms: by entry; nil for those without a word in this language.
    ///   - takesPlurals: whether a term with `s` or `es` behind it is the same term, as in English, Spanish and Portuguese.
    package init(_ terms: [Term?], takesPlurals: Bool) {
        self.takesPlurals = takesPlurals
        names = terms.map { $0?.name ?? "" }
        abbreviations = terms.map { Array(($0?.abbreviation ?? "").utf8) }
        var patterns: [Pattern] = []
        for (entry, term) in terms.enumerated() {
            guard let term else { continue }
            for (text, isAbbreviation) in [(term.name, false)] + (term.abbreviation.map { [($0, true)] } ?? []) {
                let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                let scalars = Array(words.unicodeScalars)
                guard scalars.count > 1, let first = scalars.first, let last = scalars.last else { continue }
                let isExact = isAbbreviation || words == words.uppercased() && words != words.lowercased()
                patterns.append(Pattern(
                    scalars: isExact ? scalars : scalars.map(Self.lowercased), isExact: isExact, entry: entry, isAbbreviation: isAbbreviation,
                    startsWord: Self.isWord(first), endsWord: Self.isWord(last)))
            }
        }
        // Of two entries with the same words the first one counts.
        patterns = patterns.enumerated().sorted { ($1.element.scalars.count, $0.offset) < ($0.element.scalars.count, $1.offset) }.map(\.element)
        var candidates: [UInt16: [Int]] = [:]
        var beginnings = [UInt64](repeating: 0, count: 1024)
        for (index, pattern) in patterns.enumerated() {
            for key in Self.keys(pattern.scalars, isExact: pattern.isExact) {
                candidates[key, default: []].append(index)
                beginnings[Int(key >> 6)] |= 1 << UInt64(key & 63)
            }
        }
        self.patterns = patterns
        self.candidates = candidates
        self.beginnings = beginnings
    }

    /// The first term from an offset on.
    ///
    /// - Parameters:
    ///   - isAfterWord, isBeforeWord: whether a word goes on beyond the text's edges.
    func first(in text: UnsafeBufferPointer<UInt8>, from start: Int, isAfterWord: Bool, isBeforeWord: Bool) -> Match? {
        guard text.count > 1 else { return nil }
        return beginnings.withUnsafeBufferPointer { beginnings in
            var index = start
            while index < text.count - 1 {
                let key = UInt16(text[index]) << 8 | UInt16(text[index + 1])
                if beginnings[Int(key >> 6)] & 1 << UInt64(key & 63) != 0,
                    let match = match(key, in: text, at: index, isAfterWord: isAfterWord, isBeforeWord: isBeforeWord)
                {
                    return match
                }
                index += 1
            }
            return nil
        }
    }

    private func match(_ key: UInt16, in text: UnsafeBufferPointer<UInt8>, at start: Int, isAfterWord: Bool, isBeforeWord: Bool) -> Match? {
        let isJoined = start == 0 ? isAfterWord : Self.isJoined(before: start, text)
        for candidate in candidates[key] ?? [] {
            let pattern = patterns[candidate]
            guard !(isJoined && pattern.startsWord), let end = Self.end(of: pattern, in: text, at: start) else { continue }
            func isFree(_ end: Int) -> Bool {
                !pattern.endsWord || (end == text.count ? !isBeforeWord : !Self.isJoined(behind: end, text))
            }
            if isFree(end) { return Match(range: start..<end, end: end, entry: pattern.entry, isAbbreviation: pattern.isAbbreviation) }
            guard takesPlurals, pattern.endsWord else { continue }
            for ending in ["s", "es"] where text[end...].starts(with: ending.utf8) && isFree(end + ending.utf8.count) {
                return Match(range: start..<end + ending.utf8.count, end: end, entry: pattern.entry, isAbbreviation: pattern.isAbbreviation)
            }
        }
        return nil
    }

    private static func end(of pattern: Pattern, in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        var index = start
        for wanted in pattern.scalars {
            guard let (scalar, length) = scalar(text, at: index) else { return nil }
            index += length
            if wanted == " " {
                guard scalar.properties.isWhitespace else { return nil }
                while let (next, length) = Self.scalar(text, at: index), next.properties.isWhitespace { index += length }
            } else {
                guard scalar == wanted || !pattern.isExact && lowercased(scalar) == wanted else { return nil }
            }
        }
        return index
    }

    // MARK: - Characters

    /// The first two bytes of a text in every case that its first two characters can have.
    private static func keys(_ scalars: [Unicode.Scalar], isExact: Bool) -> Set<UInt16> {
        func cases(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
            if scalar == " " { return (0..<0x3001).compactMap(Unicode.Scalar.init).filter(\.properties.isWhitespace) }
            guard !isExact else { return [scalar] }
            let others = [scalar.properties.uppercaseMapping, scalar.properties.titlecaseMapping].compactMap { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
            return [scalar] + others
        }
        var keys: Set<UInt16> = []
        for first in cases(scalars[0]) {
            for second in cases(scalars[1]) {
                let bytes = Array(String(String.UnicodeScalarView([first, second])).utf8)
                keys.insert(UInt16(bytes[0]) << 8 | UInt16(bytes[1]))
            }
        }
        return keys
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(scalar.value | 0x20)! : scalar }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first! : scalar
    }

    /// Whether the word that ends before an offset goes on there.
    private static func isJoined(before offset: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let (scalar, length) = scalar(text, endingAt: offset) else { return false }
        if isWord(scalar) { return true }
        guard isJoiner(scalar), let (next, _) = Self.scalar(text, endingAt: offset - length) else { return false }
        return isWord(next)
    }

    private static func isJoined(behind offset: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let (scalar, length) = scalar(text, at: offset) else { return false }
        if isWord(scalar) { return true }
        guard isJoiner(scalar), let (next, _) = Self.scalar(text, at: offset + length) else { return false }
        return isWord(next)
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "\u{2010}", "\u{2011}", ".", "@", "_": true
        default: false
        }
    }

    /// Whether a character is part of a word that white space or punctuation ends.
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value) || scalar == "_" }
        switch scalar.value {
        // Thai, Lao, Tibetan, Myanmar, Khmer, kana, Han
        case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3000...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber: return true
        default: return scalar.properties.isAlphabetic
        }
    }

    /// A character of UTF-8; nil at the end, and at what is none.
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> (Unicode.Scalar, length: Int)? {
        guard offset < text.count else { return nil }
        let lead = text[offset]
        if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC0, offset + length <= text.count else { return nil }
        var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for byte in text[offset + 1..<offset + length] { value = value << 6 | UInt32(byte & 0x3F) }
        return Unicode.Scalar(value).map { ($0, length) }
    }

    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> (Unicode.Scalar, length: Int)? {
        var start = end - 1
        while start > 0, end - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        return start < 0 ? nil : scalar(text, at: start)
    }
}
