import Publication

/// Words whose parts may be in several languages: a sentence of the theme around a title that nobody has translated.
///
///     var words = Words(edition.phrase("District"))
///     words += " – "
///     context.text("title", words)
struct Words: Sendable, Hashable {
    struct Part: Sendable, Hashable {
        var text: String
        /// Nil for the edition's own.
        var language: LanguageTag?
        /// Whether its direction may be another one than that of the words around.
        var isIsolated = false
    }

    private(set) var parts: [Part] = []
    /// Of a whole sentence in another language than the edition's: its own words within must say so.
    private var frame: Frame?

    private struct Frame: Hashable {
        let language: LanguageTag
        let own: LanguageTag
    }

    init(_ text: String = "", in language: LanguageTag? = nil) { append(text, in: language) }

    init(_ phrase: Phrase) { append(phrase.text, in: phrase.otherLanguage) }

    /// A name or a quotation, whose direction no language tells: `WCAG 2.2 AA`.
    init(isolating phrase: Phrase) { parts = [Part(text: phrase.text, language: phrase.otherLanguage, isIsolated: true)] }

    /// A sentence in another language than the edition's.
    init(framedIn language: LanguageTag, own: LanguageTag) { frame = Frame(language: language, own: own) }

    var isEmpty: Bool { parts.isEmpty }

    var plain: String { parts.count == 1 ? parts[0].text : parts.reduce("") { $0 + $1.text } }

    mutating func append(_ text: String, in language: LanguageTag? = nil) {
        guard !text.isEmpty else { return }
        if let last = parts.indices.last, parts[last].language == language, !parts[last].isIsolated { parts[last].text += text } else { parts.append(Part(text: text, language: language)) }
    }

    mutating func append(_ words: Words) {
        for part in words.parts {
            if part.isIsolated { parts.append(part) } else { append(part.text, in: part.language) }
        }
    }

    static func + (one: Words, other: Words) -> Words {
        var sum = one
        sum.append(other)
        return sum
    }

    static func += (one: inout Words, other: Words) { one.append(other) }

    /// As one phrase: marked by the language that most of it is in.
    var phrase: Phrase {
        var lengths: [LanguageTag?: Int] = [:]
        // One sign of Chinese or Japanese stands for two letters or more.
        for part in parts { lengths[part.language, default: 0] += part.text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } }
        // Of equal lengths, the edition's own.
        let most = lengths.max { one, other in (one.value, one.key == nil ? 1 : 0) < (other.value, other.key == nil ? 1 : 0) }
        return Phrase(text: plain, otherLanguage: most?.key ?? nil)
    }

    /// The same where all is in one language; nil where it is not.
    var uniform: Phrase? { parts.count < 2 ? phrase : nil }

    /// With its first letter as a sentence begins.
    var capitalized: Words {
        var words = self
        if let first = parts.first { words.parts[0].text = first.text.prefix(1).uppercased() + first.text.dropFirst() }
        return words
    }

    /// What is the edition's own is text like any other.
    var leaf: Context.Leaf {
        if parts.isEmpty { return .none }
        return parts.count == 1 && parts[0].language == nil && !parts[0].isIsolated && frame == nil ? .text(parts[0].text) : .words(self)
    }

    var html: [UInt8] {
        guard let frame else {
            return parts.reduce(into: []) { output, part in write(part, in: part.language, into: &output) }
        }
        return Array("<span".utf8) + frame.language.attributes + Array(">".utf8) + html(within: frame.language, frame.own) + Array("</span>".utf8)
    }

    /// Within an element that is in another language than the edition.
    func html(within other: LanguageTag, _ own: LanguageTag) -> [UInt8] {
        parts.reduce(into: []) { output, part in
            let language = part.language ?? own
            write(part, in: language == other ? nil : language, into: &output)
        }
    }

    /// Spaces at the ends of what is marked stay outside, where they belong to the text around.
    private func write(_ part: Part, in language: LanguageTag?, into output: inout [UInt8]) {
        let text = part.text
        guard let language else {
            return output += part.isIsolated ? Array("<bdi>\(Context.Leaf.text(text).string)</bdi>".utf8) : Array(Context.Leaf.text(text).string.utf8)
        }
        let start = text.prefix { $0 == " " }, rest = text.dropFirst(start.count)
        let end = rest.reversed().prefix { $0 == " " }.count
        output += Array(start.utf8) + Array("<span".utf8) + language.attributes + Array(">".utf8)
        Context.Leaf.text(String(rest.dropLast(end))).write(into: &output)
        output += Array("</span>".utf8) + Array(repeating: UInt8(ascii: " "), count: end)
    }
}

extension Words: ExpressibleByStringInterpolation {
    init(stringLiteral text: String) { self.init(text) }
}

extension Sequence<Words> {
    func joined(separator: String) -> Words {
        reduce(into: Words()) { joined, words in
            if !joined.isEmpty { joined.append(separator) }
            joined.append(words)
        }
    }
}

extension LanguageTag {
    /// ` lang="en" dir="ltr"`
    var attributes: [UInt8] { Array(" lang=\"\(code)\" dir=\"\(isRightToLeft ? "rtl" : "ltr")\"".utf8) }
}
