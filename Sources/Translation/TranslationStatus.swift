import Publication

/// How far a publication is translated, by languages and documents: what a report for staff is made of.
///
/// It depends on the publication and its catalogs alone, not on the day on which it is asked for.
package struct TranslationStatus: Sendable {
    package struct Part: Sendable {
        package let coverage: Coverage
        /// For how many days the oldest fuzzy translation has waited, reckoned to the newest day that the catalog knows of;
        /// nil where none is fuzzy, or none has a date.
        package let oldestStale: Int?
    }

    package struct DocumentStatus: Sendable {
        /// Below `content/`.
        package let path: String
        package let title: String
        /// Its readers depend on it: machine translations that nobody has read are not shown in it.
        package let isVital: Bool
        package let part: Part
    }

    package struct LanguageStatus: Sendable {
        package let language: LanguageTag
        package let hasCatalog: Bool
        /// Everything, a message counted wherever it stands.
        package let total: Part
        /// The site's title, its navigation, the titles of its sections.
        package let site: Part
        /// Vital ones first, then by their paths; without those that are written anew for the language.
        package let documents: [DocumentStatus]
        package let adapted: [AdaptedStatus]
    }

    /// A document that is written anew for the language.
    package struct AdaptedStatus: Sendable {
        package let path: String
        package let source: String
        package let title: String
        /// Texts of the source that are new or have changed since; nil where the document does not say what it follows.
        package let changes: [String]?
    }

    package let languages: [LanguageStatus]

    package init(
        _ messages: PublicationMessages, languages: [LanguageTag], source: LanguageTag, catalogs: [LanguageTag: Catalog], reviews: Reviews,
        adapted: [AdaptedDocument] = []
    ) {
        self.languages = languages.map { language in
            let catalog = catalogs[language] ?? Catalog(language: language, files: [])
            return TranslationStatus.status(
                messages, catalog, reviews, source: source, hasCatalog: catalogs[language] != nil,
                adapted: adapted.filter { $0.language == language })
        }
    }

    private static func status(
        _ messages: PublicationMessages, _ catalog: Catalog, _ reviews: Reviews, source: LanguageTag, hasCatalog: Bool,
        adapted: [AdaptedDocument]
    ) -> LanguageStatus {
        let translator = Translator(catalog: catalog, reviews: reviews, source: source)
        let lastDay = catalog.lastDay
        func days(_ keys: [Message.Key]) -> Int? {
            let since = keys.compactMap { catalog.entry(of: $0)?.staleSince }.min()
            guard let since, let lastDay else { return nil }
            return max(0, lastDay.daysSince1970 - since.daysSince1970)
        }
        var site = Coverage()
        for message in messages.site { site.add(state(of: message, catalog, reviews), words: message.words) }
        var total = site
        var documents: [DocumentStatus] = []
        let sources = Set(adapted.map(\.source))
        for document in messages.documents where !sources.contains(document.document.path) {
            let coverage = translator.translate(document).coverage
            total += coverage
            let keys = document.messages.filter(\.isTranslatable).map(\.key)
            documents.append(DocumentStatus(
                path: document.document.path, title: document.document.title, isVital: document.document.frontMatter.isVital,
                part: Part(coverage: coverage, oldestStale: days(keys))))
        }
        let siteDays = days(messages.site.map(\.key))
        let oldest = (documents.compactMap(\.part.oldestStale) + (siteDays.map { [$0] } ?? [])).max()
        return LanguageStatus(
            language: catalog.language, hasCatalog: hasCatalog, total: Part(coverage: total, oldestStale: oldest),
            site: Part(coverage: site, oldestStale: siteDays), documents: documents.filter(\.isVital) + documents.filter { !$0.isVital },
            adapted: adapted.map { document in
                AdaptedStatus(
                    path: document.document.path, source: document.source, title: document.document.title,
                    changes: document.changes(in: messages)?.map(\.key.text))
            })
    }

    private static func state(of message: PublicationMessages.SiteMessage, _ catalog: Catalog, _ reviews: Reviews) -> Coverage.State {
        switch catalog.state(of: message.key) {
        case .missing: .missing
        case .fuzzy: .fuzzy
        case .translated(let translation):
            if TranslationCheck.blocks(field: translation, of: message.key.text) || catalog.hasWrongForms(message.key) { .rejected }
            else { reviews.isUnreviewedMachineWork(message.key, translation, in: catalog.language) ? .machine : .translated }
        }
    }
}
