import Markdown
import Publication
import Translation

/// A language's view of the publication: its words, its dates, its direction, and where it stands on the site.
package struct Edition: Sendable {
    package let language: LanguageTag
    package let source: LanguageTag
    /// What its addresses begin with: empty for the source language, `es/` for another.
    package let prefix: String
    let texts: Texts
    /// Of each document: nil for one that is written in this language. None in the source language.
    package let documents: [DocumentTranslation?]
    /// Documents written in this language whose source has changed since.
    let outdated: Set<Int>
    /// For texts outside documents; nil in the source language.
    let translator: Translator?
    /// Whether a page is offered in this language, by document: translated far enough to be shown to those who search.
    let offered: [Bool]
    package func isOffered(_ document: Int) -> Bool { offered[document] }
    let isPseudo: Bool
    let locale: LocaleData
    private let dates: DateTexts

    /// The edition in the source language.
    package init(source language: LanguageTag, theme: Theme, documents count: Int) {
        self.init(
            language: language, source: language, prefix: "", theme: theme, documents: [], outdated: [], translator: nil,
            offered: [Bool](repeating: true, count: count))
    }

    /// The edition in another language.
    ///
    /// - Parameters:
    ///   - offerAt: from how many per cent of its words on a document is offered.
    ///   - outdated: documents written in this language whose source has changed since.
    package init(
        language: LanguageTag, source: LanguageTag, theme: Theme, documents: [DocumentTranslation?], outdated: Set<Int>, translator: Translator,
        offerAt: Int
    ) {
        self.init(
            language: language, source: source, prefix: language.code + "/", theme: theme, documents: documents, outdated: outdated,
            translator: translator, offered: documents.map { $0.map { $0.coverage.percent >= offerAt } ?? true })
    }

    /// An edition in a language that nobody speaks, for those who make themes. It is never offered.
    package init(_ pseudo: PseudoLocale, source: LanguageTag, theme: Theme, documents: [DocumentTranslation]) {
        self.init(
            language: pseudo.language, source: source, prefix: pseudo.language.code + "/", theme: theme, documents: documents, outdated: [],
            translator: Translator(pseudo, source: source), offered: [Bool](repeating: false, count: documents.count), pseudo: pseudo)
    }

    private init(
        language: LanguageTag, source: LanguageTag, prefix: String, theme: Theme, documents: [DocumentTranslation?], outdated: Set<Int>,
        translator: Translator?, offered: [Bool], pseudo: PseudoLocale? = nil
    ) {
        self.language = language
        self.source = source
        self.prefix = prefix
        self.documents = documents
        self.outdated = outdated
        self.translator = translator
        self.offered = offered
        isPseudo = pseudo != nil
        texts = pseudo.map { theme.texts(in: source).mapped(to: language, $0.translate) } ?? theme.texts(in: language)
        locale = LocaleData(language)
        dates = DateTexts(locale: locale)
    }

    var isSource: Bool { language == source }

    var direction: String { language.isRightToLeft ? "rtl" : "ltr" }

    /// The words inside documents' HTML.
    var htmlStyle: HTMLStyle {
        HTMLStyle(
            taskDone: texts.plain("taskDone"), taskOpen: texts.plain("taskOpen"), footnotes: texts.plain("footnotes"),
            footnoteReference: texts.plain("footnote"), backReference: texts.plain("footnoteBack"), table: texts.plain("table"),
            captionWords: PartNames.tableCaption, wordAttributes: texts.otherLanguage(of: "taskDone")?.attributes ?? [],
            isRightToLeft: language.isRightToLeft)
    }

    // MARK: Dates

    /// A day in words: “March 10, 2022”.
    func text(_ date: CalendarDate) -> String {
        dates.text(date)
    }

    /// “Thursday, March 10, 2022 at 6:00 PM”
    func text(_ time: CalendarTime) -> String { locale.text(time) }

    /// From a time to another: of the same day, the day is said once.
    func text(from start: CalendarTime, to end: CalendarTime?) -> String { locale.text(from: start, to: end) }

    func text(_ period: CalendarPeriod) -> String { locale.text(period) }

    // MARK: Numbers and names

    func text(_ number: Int) -> String { locale.text(number) }

    func percent(_ share: Double, digits: Int) -> String { locale.percent(share, digits: digits) }

    func percent(_ share: Int) -> String { locale.percent(share) }

    /// The language's name in itself, as speakers look for it.
    var ownName: String { name(of: language).text }

    /// A language's name in this edition's language and, where that differs, in its own.
    func name(of language: LanguageTag) -> (text: String, own: String?) {
        let text = locale.heading(of: language), own = LocaleData.ownHeading(of: language)
        return (text, own == text ? nil : own)
    }
}
