import Publication
import Translation

/// What a page says about the languages that it is in.
extension Renderer {
    /// The same page in every language, and what search engines are to know of it.
    func languageKeys(into context: inout Context, at place: Place) {
        let documents = documentsOfPlace[place.address]
        let offered = languages.map { isOffered(documents, at: place, in: $0.number) }
        let isThisOffered = offered[number]
        context.flag("noindex", place.isNotFound || !isThisOffered)
        context.text("canonical", place.isNotFound ? nil : canonical(place, in: isThisOffered ? edition.prefix : ""))
        guard languages.count > 1 else {
            context.text("languages", nil)
            context.list("alternates", [])
            return
        }
        let root = root(of: place)
        // In the words of each language that may be offered here.
        let closing = zip(languages, closing).map { $0.number != number && offered[$0.number] ? $1 : "" }
        context.items("languages", languages.map { language in
            var item = Context()
            item.text("lang", language.code)
            item.text("dir", language.direction == edition.direction ? nil : language.direction)
            item.text("name", language.ownName)
            item.text("href", address(of: place, in: language, root: root))
            item.flag("current", language.number == number)
            item.text("note", offered[language.number] ? nil : notices.inSource)
            return item
        }) { $0.text("closing", closing.allSatisfy(\.isEmpty) ? nil : closing.joined(separator: "|")) }
        let alternates = place.isNotFound || !isThisOffered ? [] : languages.filter { offered[$0.number] }
        context.list("alternates", alternates.count < 2 ? [] : (alternates.map { ($0.code, $0.prefix) } + [("x-default", "")]).map { code, prefix in
            var item = Context()
            item.text("hreflang", code)
            item.text("href", canonical(place, in: prefix))
            return item
        })
    }

    /// What every page says of an edition.
    struct Language: Sendable {
        let number: Int
        let code: String
        let direction: String
        let prefix: String
        let ownName: String

        init(_ number: Int, _ editions: [Edition]) {
            let edition = editions[number]
            self.number = number
            code = edition.language.code
            direction = edition.direction
            prefix = edition.prefix
            ownName = Renderer.ownName(of: edition, among: editions)
        }
    }

    /// An edition's own name, without region or script where nothing else is told apart by it: `Português`, `中文`.
    static func ownName(of other: Edition, among editions: [Edition]) -> String {
        let isAlone = editions.count { $0.language.language == other.language.language } == 1
        return isAlone ? LanguageTag(other.language.language).map { other.name(of: $0).text } ?? other.ownName : other.ownName
    }

    /// What a reader must know first: an author's notice, and how far the page is translated.
    func noticeKeys(of document: Int?, into context: inout Context, at place: Place) {
        let notice = document.flatMap { edition.phrase(.notice, publication.documents[$0].frontMatter.notice, of: $0) }
        context.text("notice", notice?.text)
        context.attributes("noticeAttributes", edition.attributes(notice))
        context.text("outdatedText", document.map { edition.outdated.contains($0) } == true ? edition.texts("adaptedOutdated") : nil)
        guard let document, let coverage = edition.coverage(of: document) else {
            context.context("translation", nil)
            context.text("machineText", nil)
            return
        }
        context.text("machineText", coverage[.machine].messages > 0 && coverage.shownWords > 0 ? edition.texts("machineTranslated") : nil)
        guard !coverage.isComplete else { return context.context("translation", nil) }
        var translation = Context()
        translation.text("text", coverage.shownWords == 0 ? notices.notTranslated : notices.partlyTranslated[max(1, coverage.percent)])
        translation.text("changedText", coverage[.fuzzy].messages > 0 && coverage.shownWords > 0 ? edition.texts("recentlyChanged") : nil)
        translation.text("sourceText", notices.readSource)
        translation.text("sourceHref", address(of: place, in: languages[0], root: root(of: place)))
        translation.text("sourceLang", edition.source.code)
        translation.text("interpreterText", (publication.settings.organization.telephone ?? publication.settings.organization.email) == nil ? nil : edition.texts("interpreter"))
        context.context("translation", translation)
    }

    /// Sentences about how far a page is translated, made once for all pages.
    struct TranslationNotices: Sendable {
        /// “(in English)”
        let inSource: Words
        let notTranslated: Words
        let readSource: Words
        /// By per cent.
        let partlyTranslated: [Words]

        init(_ edition: Edition) {
            let language = Texts.Value.language(edition.source), texts = edition.texts
            inSource = texts("inLanguage", ["language": language])
            notTranslated = texts("notTranslated", ["language": language])
            readSource = texts("readSource", ["language": language])
            partlyTranslated = edition.isSource ? [] : (0...100).map { texts("partlyTranslated", ["percent": .percent($0), "language": language]) }
        }
    }

    /// Whether a page is offered in a language: a document's when enough of it is translated, a list's when most of the
    /// documents on it are.
    func isOffered(_ place: Place) -> Bool { isOffered(documentsOfPlace[place.address], at: place, in: number) }

    private func isOffered(_ documents: [Int]?, at place: Place, in number: Int) -> Bool {
        if editions[number].isPseudo { return false }
        guard number > 0, !place.isNotFound, let documents else { return true }
        return documents.count { editions[number].offered[$0] } * 2 >= documents.count
    }

    /// A page's address in another edition, from this page.
    func address(of place: Place, in other: Language, root: String) -> String {
        // The page for missing addresses cannot know which page was meant; the one for staff is in one language.
        let isAlone = place.isNotFound || place.address == Renderer.translationStatusAddress
        if other.number == number, !place.isNotFound { return href(address: place.address, root: root) }
        let path = root + other.prefix + (isAlone ? "" : Address.encoded(place.address))
        return path.isEmpty ? "./" : path
    }

    func homeAddress(root: String) -> String {
        href(address: "", root: root)
    }

    /// A navigation entry's words: a document's own title where the settings give none.
    func title(of entry: Publication.NavigationEntry) -> Phrase {
        if let document = entry.document { return edition.title(of: publication.documents[document], document) }
        if entry.title == entry.link, entry.target == Renderer.accessibilityTarget { return own(edition.texts("accessibility")) }
        return edition.phrase(entry.title)
    }
}
