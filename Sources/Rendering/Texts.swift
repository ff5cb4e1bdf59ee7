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
        let dates: DateTexts

        init(language: LanguageTag, rule: PluralRule, locale: LocaleData) {
            (self.language, self.rule, self.locale) = (language, rule, locale)
            dates = DateTexts(locale: locale)
        }
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

    /// For `{{texts.skip}}` within a tag, by key.
    var all: [(key: String, text: String)] { texts.map { ($0.key, $0.value.plain) }.sorted { $0.0 < $1.0 } }

    func contains(_ key: String) -> Bool { texts[key] != nil }

    var keys: [String] { texts.keys.sorted() }

    /// The language that a text is in, where that is another one: its words must be marked as such on the page.
    func otherLanguage(of key: String) -> LanguageTag? {
        guard let source = texts[key]?.source, source.language.language != language.language else { return nil }
        return source.language
    }

    /// A text as it is written, its values not put in. A key that no catalog knows shows as itself, so that it is seen.
    func plain(_ key: String) -> String { texts[key]?.plain ?? key }

    /// What is put into a text: written as the language of the text writes it, which need not be the edition's.
    enum Value: Sendable {
        case text(String), number(Int), percent(Int), date(CalendarDate), language(LanguageTag), words(Words)
        /// A percentage, of so many where that is said.
        case share(BandedPercentage, of: Int?)
    }

    /// A text, with a number that decides its form and with named values: `{count} objectives`, `Page {page} of {pages}`.
    func callAsFunction(_ key: String, count: Int? = nil, _ values: KeyValuePairs<String, Value> = [:]) -> Words {
        guard let text = texts[key] else { return Words(count.map { "\($0) \(key)" } ?? key) }
        // A catalog may have fewer forms than its rule says.
        let form = count.map { min(text.source.rule.form(for: $0), text.forms.count - 1) } ?? text.forms.count - 1
        let other = text.source.language.language == language.language ? nil : text.source.language
        var words = other.map { Words(framedIn: $0, own: language) } ?? Words()
        var rest = text.forms[form][...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            let name = rest[rest.index(after: start)..<end]
            words.append(String(rest[..<start]), in: other)
            if name == "count", let count {
                words.append(text.source.locale.text(count), in: other)
            } else if let value = values.first(where: { $0.key == name })?.value {
                append(value, to: &words, in: other, text.source)
            } else {
                words.append(String(rest[start...end]), in: other)
            }
            rest = rest[rest.index(after: end)...]
        }
        words.append(String(rest), in: other)
        return words
    }

    private func append(_ value: Value, to words: inout Words, in language: LanguageTag?, _ source: Source) {
        let locale = source.locale
        switch value {
        case .text(let text): words.append(text, in: language)
        case .number(let number): words.append(locale.text(number), in: language)
        case .percent(let share), .share(.whole(let share), of: nil): words.append(locale.percent(share), in: language)
        case .date(let date): words.append(source.dates.text(date), in: language)
        case .language(let name): words.append(locale.name(of: name), in: language)
        case .words(let other): words.append(other)
        case .share(.atMost(let share), of: nil): words.append(self("atMost", ["share": .percent(share)]))
        case .share(.atLeast(let share), of: nil): words.append(self("atLeast", ["share": .percent(share)]))
        case .share(let share, let base?): words.append(self("shareOf", ["share": .share(share, of: nil), "total": .number(base)]))
        }
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
