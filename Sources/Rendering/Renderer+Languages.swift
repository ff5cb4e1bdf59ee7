import Publication
import Translation

/// What a page says about the languages that it is in.
extension Renderer {
    /// The same page in every language, and what search engines are to know of it.
    func languageKeys(into context: inout Context, at place: Place) {
        let isOffered = isOffered(place, in: edition)
        context.flag("noindex", place.isNotFound || !isOffered)
        context.text("canonical", place.isNotFound ? nil : canonical(place, in: isOffered ? edition : editions[0]))
        guard editions.count > 1 else {
            context.text("languages", nil)
            context.list("alternates", [])
            return
        }
        let root = root(of: place)
        context.items("languages", editions.enumerated().map { number, other in
            var item = Context()
            item.text("lang", other.language.code)
            item.text("dir", other.direction)
            item.text("name", ownNames[number])
            item.text("href", address(of: place, in: other, root: root))
            item.flag("current", other.language == edition.language)
            item.text("note", self.isOffered(place, in: other) ? nil : notices.inSource)
            let isOffer = other.language != edition.language && self.isOffered(place, in: other)
            item.text("offer", isOffer ? other.texts("offerEdition") : nil)
            item.text("dismiss", isOffer ? other.texts("dismiss") : nil)
            return item
        })
        let offered = place.isNotFound || !isOffered ? [] : editions.filter { self.isOffered(place, in: $0) }
        context.list("alternates", offered.count < 2 ? [] : (offered.map { ($0.language.code, $0) } + [("x-default", editions[0])]).map { code, other in
            var item = Context()
            item.text("hreflang", code)
            item.text("href", canonical(place, in: other))
            return item
        })
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
        translation.text("sourceHref", address(of: place, in: editions[0], root: root(of: place)))
        translation.text("sourceLang", edition.source.code)
        translation.text("interpreterText", (publication.settings.organization.telephone ?? publication.settings.organization.email) == nil ? nil : edition.texts("interpreter"))
        context.context("translation", translation)
    }

    /// Sentences about how far a page is translated, made once for all pages.
    struct TranslationNotices: Sendable {
        /// “(in English)”
        let inSource: String
        let notTranslated: String
        let readSource: String
        /// By per cent.
        let partlyTranslated: [String]

        init(_ edition: Edition) {
            let language = edition.locale.name(of: edition.source), texts = edition.texts
            inSource = texts("inLanguage", ["language": language])
            notTranslated = texts("notTranslated", ["language": language])
            readSource = texts("readSource", ["language": language])
            partlyTranslated = edition.isSource ? [] : (0...100).map { texts("partlyTranslated", ["percent": edition.percent($0), "language": language]) }
        }
    }

    /// Whether a page is offered in a language: a document's when enough of it is translated, a list's when most of the
    /// documents on it are.
    func isOffered(_ place: Place, in edition: Edition) -> Bool {
        guard !edition.isPseudo else { return false }
        guard !edition.isSource, !place.isNotFound else { return true }
        guard let documents = documentsOfPlace[place.address] else { return true }
        return documents.count { edition.offered[$0] } * 2 >= documents.count
    }

    /// A page's address in another edition, from this page.
    func address(of place: Place, in other: Edition, root: String) -> String {
        // The page for missing addresses cannot know which page was meant.
        if other.language == edition.language, !place.isNotFound { return href(address: place.address, root: root) }
        let path = root + other.prefix + (place.isNotFound ? "" : Address.encoded(place.address))
        return path.isEmpty ? "./" : path
    }

    func homeAddress(root: String) -> String {
        href(address: "", root: root)
    }

    /// A navigation entry's words: a document's own title where the settings give none.
    func title(of entry: Publication.NavigationEntry) -> Phrase {
        if let document = entry.document { return edition.title(of: publication.documents[document], document) }
        return edition.phrase(entry.title)
    }
}
