import Foundation
import Markdown
import Publication

/// The terms of a publication's glossaries with what a catalog makes of them.
package struct GlossaryTerms: Sendable {
    struct Term: Sendable {
        /// As the heading has it, without its abbreviation.
        let name: String
        let words: [String]
        let abbreviation: String?
        let translation: String
        /// In parentheses at the translation's end.
        let translatedAbbreviation: String?
    }

    /// By the first word, the longest terms first.
    private var terms: [String: [Term]] = [:]
    private var abbreviations: [String: Term] = [:]

    package init() {}

    package init(_ messages: PublicationMessages, catalog: Catalog) {
        for document in messages.documents {
            guard case .glossary(let glossary) = document.document.meaning else { continue }
            for term in glossary.terms {
                guard let message = document.messages.first(where: { $0.place == .node(term.heading) }), message.isTranslatable,
                    case .translated(let translation) = catalog.state(of: message.key),
                    let heading = document.document.heading(at: term.heading)
                else { continue }
                add(heading.text, abbreviation: term.abbreviation, translation: InlineMarkdownReader().markup(of: translation)?.words ?? translation)
            }
        }
        for document in messages.documents {
            guard case .glossary = document.document.meaning else { continue }
            for message in document.messages where message.role == .line(.alsoCalled) && message.isTranslatable {
                guard case .translated(let translation) = catalog.state(of: message.key) else { continue }
                let names = message.key.text.split(separator: ","), others = translation.split { ",،、，".contains($0) }
                guard names.count == others.count else { continue }
                for (name, other) in zip(names, others) { add(String(name), abbreviation: nil, translation: String(other)) }
            }
        }
        for (word, list) in terms { terms[word] = list.sorted { $0.words.count > $1.words.count } }
    }

    private mutating func add(_ heading: String, abbreviation: String?, translation: String) {
        let (name, _) = Glossary.name(heading)
        let (translated, other) = Glossary.name(translation)
        let words = GlossaryTerms.words(name)
        guard let first = words.first, !translated.isEmpty else { return }
        let term = Term(name: name, words: words, abbreviation: abbreviation, translation: translated, translatedAbbreviation: other)
        terms[first, default: []].append(term)
        if let abbreviation { abbreviations[abbreviation] = term }
    }

    /// The first term that a text uses and its translation does not.
    func missing(in translation: String, of source: String) -> (term: Term, isAbbreviation: Bool)? {
        guard !terms.isEmpty else { return nil }
        let words = GlossaryTerms.words(source)
        let folded = Words(translation)
        var index = 0
        while index < words.count {
            let candidates = terms[words[index]] ?? words[index].last.flatMap { $0 == "s" ? terms[String(words[index].dropLast())] : nil } ?? []
            if let term = candidates.first(where: { GlossaryTerms.matches($0.words, words[index...]) }) {
                if !GlossaryTerms.uses(term.translation, in: folded) { return (term, false) }
                index += term.words.count
            } else {
                index += 1
            }
        }
        for word in source.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            guard let term = abbreviations[String(word)] else { continue }
            let kept = [term.abbreviation, term.translatedAbbreviation].compactMap { $0 }
            if !kept.contains(where: translation.contains), !GlossaryTerms.uses(term.translation, in: folded) { return (term, true) }
        }
        return nil
    }

    // MARK: -

    private static func matches(_ term: [String], _ words: ArraySlice<String>) -> Bool {
        guard words.count >= term.count else { return false }
        return zip(term, words).allSatisfy { $0 == $1 || $1 == $0 + "s" || $1 == $0 + "es" }
    }

    /// Whether a text has every longer word of a term, whatever their endings and order.
    private static func uses(_ term: String, in translation: Words) -> Bool {
        let words = self.words(term)
        let long = words.filter { $0.count > 3 }
        return (long.isEmpty ? words : long).allSatisfy { word in
            translation.folded.contains(word.count > 4 ? String(word.prefix(max(3, (word.count * 2 + 2) / 3))) : word)
                || ArabicStem.isArabic(word) && !ArabicStem.stems(of: word).isDisjoint(with: translation.stems)
        }
    }

    /// A translation as terms are looked for in it.
    private struct Words {
        let folded: String
        /// Of the words in Arabic letters.
        let stems: Set<String>

        init(_ text: String) {
            folded = GlossaryTerms.folded(text)
            stems = ArabicStem.isArabic(folded) ? Set(GlossaryTerms.words(text).flatMap(ArabicStem.stems)) : []
        }
    }

    private static func words(_ text: String) -> [String] {
        folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func folded(_ text: String) -> String { text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil) }
}
