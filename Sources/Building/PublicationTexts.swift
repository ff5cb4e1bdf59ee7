import Publication
import Translation

/// A publication and what translators have supplied for it: what the commands for translations begin with.
package struct PublicationTexts: Sendable {
    package let settings: Settings
    /// Of the documents in the source language.
    package let messages: PublicationMessages
    /// Documents that take the place of others in one language: their messages need no translation in it.
    package let adaptations: [AdaptedDocument]
    package let catalogs: [LanguageTag: Catalog]
    package let reviews: Reviews

    /// Reads the folder of a publication. Nothing is linked or rendered, and nothing depends on the day.
    ///
    /// - Returns: nil where documents or catalogs cannot be read: a catalog updated from half a publication would lose
    ///   the other half.
    /// - Throws: where there is no publication.
    package static func read(_ folder: String) throws(BuildFailure) -> (PublicationTexts?, [Diagnostic]) {
        let source = try PublicationFolder(folder).scan(excluding: folder + "/site")
        let reader = DocumentReader()
        let read = concurrentMap(source.documents.count) { reader.read(source.documents[$0], in: folder) }
        guard let file = source.settings else { return (nil, source.problems) }
        let (settings, settingsProblems) = Settings.read(file)
        var problems = source.problems + settingsProblems + read.flatMap(\.problems)
        guard let settings else { return (nil, problems) }
        problems = settings.rules.judged(problems)
        let (catalogs, catalogProblems) = Catalog.read(source.translations, settings: settings)
        let (reviews, reviewProblems) = Reviews.read(source.translations)
        problems += catalogProblems + reviewProblems
        guard !problems.contains(where: { $0.severity == .error }) else { return (nil, problems.sorted()) }
        let all = read.compactMap(\.document).filter { !$0.frontMatter.draft }
        let documents = all.filter { Adaptation.parts(of: $0.path, settings) == nil }
        let messages = PublicationMessages.of(settings, documents: documents, concurrentMap: concurrentMap)
        let adaptations = all.compactMap { document in
            Adaptation.parts(of: document.path, settings).map { AdaptedDocument(document: document, source: $0.source, language: $0.language) }
        }
        return (
            PublicationTexts(settings: settings, messages: messages, adaptations: adaptations, catalogs: catalogs, reviews: reviews), problems.sorted()
        )
    }
}
