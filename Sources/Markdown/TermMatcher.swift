/// Finds a glossary's terms in running text. Made once for a language.
///
/// A term is found where it stands as whole words: neither a letter, a digit or a mark (Unicode's Alphabetic, N and M)
/// stands right before or behind it, nor a hyphen, full stop or the like that joins it to one. That is stricter than the
/// boundaries of UAX #29, so that “non-standard” holds no “standard”. Scripts that set no spaces between words have no
/// such boundaries: there a term is found wherever its characters stand. Case makes no difference but for abbreviations
/// and for names in capitals alone. Any white space is a space, and `'` is `’`. Plurals are found too, and in Arabic what is
/// written together with a word (`TermForms`).
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
        /// Lower case, unless it is exact; every apostrophe is straight.
        let scalars: [Unicode.Scalar]
        let isExact: Bool
        let entry: Int
        let isAbbreviation: Bool
        /// Whether a boundary must be there; not beside a script without spaces.
        let startsWord: Bool, endsWord: Bool
        /// Whether Arabic's “and” or “for” may stand before it without an article.
        let takesBarePrefix: Bool
    }

    /// Full names, for what an abbreviation stands for; by entry.
    let names: [String]
    let abbreviations: [[UInt8]]
    private let patterns: [Pattern]
    /// By their first two bytes, in every case.
    private let candidates: [UInt16: [Int]]
    /// A bit for each of those.
    private let beginnings: [UInt64]
    private let forms: TermForms
    private let endings: [[UInt8]]

    package var isEmpty: Bool { patterns.isEmpty }

    /// - Parameters:
    ///   - terms: by entry; nil for those without a word in this language.
    ///   - forms: of the language's words.
    package init(_ terms: [Term?], forms: TermForms) {
        self.forms = forms
        endings = forms.endings.map { Array($0.utf8) }
        names = terms.map { $0?.name ?? "" }
        abbreviations = terms.map { Array(($0?.abbreviation ?? "").utf8) }
        var patterns: [Pattern] = []
        for (entry, term) in terms.enumerated() {
            guard let term else { continue }
            for (text, isAbbreviation) in [(term.name, false)] + (term.abbreviation.map { [($0, true)] } ?? []) {
                let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                let isExact = isAbbreviation || words == words.uppercased() && words != words.lowercased()
                for form in isExact ? [words.unicodeScalars.map(Self.straight)] : Self.forms(of: words.unicodeScalars.map(Self.lowercased), forms) {
                    guard form.count > 1, let first = form.first, let last = form.last else { continue }
                    patterns.append(Pattern(
                        scalars: form, isExact: isExact, entry: entry, isAbbreviation: isAbbreviation,
                        startsWord: Self.isWord(first), endsWord: Self.isWord(last), takesBarePrefix: ArabicWriting.isLong(form)))
                }
            }
        }
        // Of two entries with the same words the first one counts.
        patterns = patterns.enumerated().sorted { ($1.element.scalars.count, $0.offset) < ($0.element.scalars.count, $1.offset) }.map(\.element)
        var candidates: [UInt16: [Int]] = [:]
        var beginnings = [UInt64](repeating: 0, count: 1024)
        for (index, pattern) in patterns.enumerated() {
            for key in Self.keys(pattern.scalars, isExact: pattern.isExact, forms) {
                candidates[key, default: []].append(index)
                beginnings[Int(key >> 6)] |= 1 << UInt64(key & 63)
            }
        }
        self.patterns = patterns
        self.candidates = candidates
        self.beginnings = beginnings
    }

    /// A name as it is looked for: itself, and with one or all of its words in a plural that is more than an ending.
    private static func forms(of name: [Unicode.Scalar], _ forms: TermForms) -> [[Unicode.Scalar]] {
        if forms == .arabic {
            let words = name.filter { !ArabicWriting.isSign($0) }.map(ArabicWriting.plain).split(separator: " ")
            let plain = words.map { ArabicWriting.withoutArticle(Array($0)) }
            let withFor = plain.first.flatMap(ArabicWriting.withFor).map { [[$0] + plain.dropFirst()] } ?? []
            return ([plain] + withFor).map { Array($0.joined(separator: [" "])) }
        }
        let words = String(String.UnicodeScalarView(name)).split(separator: " ").map(String.init), plurals = words.map(forms.plurals)
        var all = [words]
        if words.count <= 8 {
            for index in words.indices {
                for plural in plurals[index] {
                    var one = words
                    one[index] = plural
                    if !all.contains(one) { all.append(one) }
                }
            }
            for choice in 0..<2 {
                let each = zip(words, plurals).map { word, plurals in plurals.isEmpty ? word : plurals[min(choice, plurals.count - 1)] }
                if !all.contains(each) { all.append(each) }
            }
        }
        return all.map { Array($0.joined(separator: " ").unicodeScalars) }
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
                    let match = match(key, in: text, at: index, from: start, isAfterWord: isAfterWord, isBeforeWord: isBeforeWord)
                {
                    return match
                }
                index += 1
            }
            return nil
        }
    }

    private func match(
        _ key: UInt16, in text: UnsafeBufferPointer<UInt8>, at begin: Int, from lowest: Int, isAfterWord: Bool, isBeforeWord: Bool
    ) -> Match? {
        var start = begin
        var isJoined = start == 0 ? isAfterWord : Self.isJoined(before: start, text)
        var isBare = false
        if isJoined, forms == .arabic, let prefix = Self.prefix(before: start, text, isAfterWord: isAfterWord), prefix.start >= lowest {
            (start, isJoined, isBare) = (prefix.start, false, !prefix.hasArticle)
        }
        for candidate in candidates[key] ?? [] {
            let pattern = patterns[candidate]
            guard !(isJoined && pattern.startsWord), !(start < begin && pattern.isExact), pattern.takesBarePrefix || !isBare, let end = end(of: pattern, in: text, at: begin) else { continue }
            func isFree(_ end: Int) -> Bool {
                !pattern.endsWord || (end == text.count ? !isBeforeWord : !Self.isJoined(behind: end, text))
            }
            if isFree(end) { return Match(range: start..<end, end: end, entry: pattern.entry, isAbbreviation: pattern.isAbbreviation) }
            guard pattern.endsWord else { continue }
            for ending in endings where Self.starts(text[end...], with: ending, pattern) && isFree(end + ending.count) {
                return Match(range: start..<end + ending.count, end: end, entry: pattern.entry, isAbbreviation: pattern.isAbbreviation)
            }
        }
        return nil
    }

    private func end(of pattern: Pattern, in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        var index = start
        let isArabic = forms == .arabic && !pattern.isExact
        for (number, wanted) in pattern.scalars.enumerated() {
            if isArabic, number > 0 { index = Self.behindSigns(index, text) }
            guard var (scalar, length) = Self.scalar(text, at: index) else { return nil }
            if wanted == " " {
                // “consejos escolares”: any word of a term may have an ending.
                if !scalar.properties.isWhitespace, !pattern.isExact {
                    guard let ending = endings.first(where: { ending in
                        Self.starts(text[index...], with: ending, pattern) && Self.scalar(text, at: index + ending.count)?.0.properties.isWhitespace == true
                    }) else { return nil }
                    index += ending.count
                    (scalar, length) = Self.scalar(text, at: index)!
                }
                guard scalar.properties.isWhitespace else { return nil }
                index += length
                while let (next, length) = Self.scalar(text, at: index), next.properties.isWhitespace { index += length }
                if isArabic { index = Self.behindArticle(index, before: pattern.scalars[number + 1], text) }
            } else {
                guard Self.straight(scalar) == wanted || !pattern.isExact && Self.lowercased(scalar) == wanted || isArabic && ArabicWriting.plain(scalar) == wanted
                else { return nil }
                index += length
            }
        }
        return isArabic ? Self.behindSigns(index, text) : index
    }

    // MARK: - Arabic

    private static func behindSigns(_ offset: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        var index = offset
        while let (scalar, length) = scalar(text, at: index), ArabicWriting.isSign(scalar) { index += length }
        return index
    }

    /// Behind the article of a word, unless it begins so itself.
    private static func behindArticle(_ offset: Int, before wanted: Unicode.Scalar, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let (alif, first) = scalar(text, at: offset), ArabicWriting.plain(alif) == "\u{627}", wanted != "\u{627}" else { return offset }
        let next = behindSigns(offset + first, text)
        guard let (lam, second) = scalar(text, at: next), lam == "\u{644}" else { return offset }
        return behindSigns(next + second, text)
    }

    /// Where a word begins with nothing but what may be written together with it before an offset; nil where it has more.
    private static func prefix(before offset: Int, _ text: UnsafeBufferPointer<UInt8>, isAfterWord: Bool) -> (start: Int, hasArticle: Bool)? {
        var letters: [Unicode.Scalar] = [], start = offset, length = 0
        while let (scalar, size) = scalar(text, endingAt: start), isWord(scalar) || ArabicWriting.isSign(scalar) {
            start -= size
            length += 1
            if !ArabicWriting.isSign(scalar) { letters.insert(ArabicWriting.plain(scalar), at: 0) }
            if letters.count > ArabicWriting.longestPrefix || length > 3 * ArabicWriting.longestPrefix { return nil }
        }
        if start == 0 ? isAfterWord : isJoined(before: start, text) { return nil }
        return ArabicWriting.prefixes.contains(letters) ? (start, ArabicWriting.hasArticle(letters)) : nil
    }

    // MARK: - Characters

    /// The first two bytes of a text in every case that its first two characters can have.
    private static func keys(_ scalars: [Unicode.Scalar], isExact: Bool, _ forms: TermForms) -> Set<UInt16> {
        func cases(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
            if forms == .arabic, !isExact, scalar == "\u{627}" { return ArabicWriting.alifs }
            if scalar == " " { return (0..<0x3001).compactMap(Unicode.Scalar.init).filter(\.properties.isWhitespace) }
            if scalar == "'" { return [scalar, "’"] }
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
        return lower.count == 1 ? straight(lower.first!) : scalar
    }

    private static func straight(_ scalar: Unicode.Scalar) -> Unicode.Scalar { scalar == "’" ? "'" : scalar }

    /// Whether a plural's ending stands there, in capitals too where the term may.
    private static func starts(_ text: Slice<UnsafeBufferPointer<UInt8>>, with ending: [UInt8], _ pattern: Pattern) -> Bool {
        text.starts(with: ending) { $0 == $1 || !pattern.isExact && $0 | 0x20 == $1 }
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
