import Publication
import Translation

/// The theme's own words in one language: `translations/es.po`, and what that leaves out from where it falls back to.
struct Texts: Sendable {
    var language: LanguageTag
    private var texts: [String: Text] = [:]

    /// A text in one or more plural forms, and what its catalog says of all of them.
    private struct Text: Sendable {
        let forms: [String]
        let source: Source

        /// What a layout gets that asks for it without a number.
        var plain: String { forms[forms.count - 1] }
    }

    private struct Source: Sendable {
        let language: LanguageTag
        let rule: PluralRule
        let locale: LocaleData
    }

    init(language: LanguageTag) { self.language = language }

    /// Lays a catalog over the texts, entry by entry; what it has not translated stays as it was.
    ///
    /// The header's plural rule holds where it can be read and gives a form for every number, else the language's own one.
    mutating func lay(_ catalog: POFile, in language: LanguageTag) {
        let rule = catalog.header["Plural-Forms"].flatMap(PluralRule.init).flatMap { $0.isComplete ? $0 : nil }
        let source = Source(language: language, rule: rule ?? .of(language), locale: LocaleData(language))
        for entry in catalog.entries where !entry.isObsolete {
            guard let key = entry.context, let forms = entry.texts(inSource: language.language == "en") else { continue }
            texts[key] = Text(forms: forms, source: source)
        }
    }

    /// Every form of every text changed, as if it were another language's.
    func mapped(to language: LanguageTag, _ change: (String) -> String) -> Texts {
        var mapped = self
        mapped.language = language
        mapped.texts = texts.mapValues { text in
            Text(forms: text.forms.map(change), source: Source(language: language, rule: text.source.rule, locale: text.source.locale))
        }
        return mapped
    }

    /// For `{{texts.skip}}`, by key.
    var all: [(key: String, text: String)] { texts.map { ($0.key, $0.value.plain) }.sorted { $0.0 < $1.0 } }

    func contains(_ key: String) -> Bool { texts[key] != nil }

    var keys: [String] { texts.keys.sorted() }

    /// The language that a text is in, where that is another one: its words must be marked as such on the page.
    func otherLanguage(of key: String) -> LanguageTag? {
        guard let source = texts[key]?.source, source.language.language != language.language else { return nil }
        return source.language
    }

    /// A key that no catalog knows shows as itself, so that it is seen.
    func callAsFunction(_ key: String) -> String { texts[key]?.plain ?? key }

    /// A text with a number: `{count} objectives`.
    func callAsFunction(_ key: String, count: Int) -> String {
        guard let text = texts[key] else { return "\(count) \(key)" }
        // A catalog may have fewer forms than its rule says.
        let form = min(text.source.rule.form(for: count), text.forms.count - 1)
        return text.forms[form].replacing("{count}", with: text.source.locale.text(count))
    }

    /// A text with named values: `Page {page} of {pages}`.
    func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        values.reduce(self(key)) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}

extension POFile.Entry {
    /// Its forms, where all are there and none waits for its translator. The English catalog needs no translation: what
    /// it has not changed is the text itself.
    fileprivate func texts(inSource: Bool) -> [String]? {
        if !isFuzzy, !translations.isEmpty, translations.allSatisfy({ !$0.isEmpty }) { return translations }
        return inSource ? [id] + (pluralID.map { [$0] } ?? []) : nil
    }
}
