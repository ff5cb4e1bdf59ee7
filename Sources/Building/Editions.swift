import Publication
import Rendering
import Translation

/// One edition for each language, the source language's first.
///
/// - Parameter texts: the publication's; nil where it has one language alone.
func editions(
    of publication: Publication, messages texts: PublicationMessages?, theme: Theme, catalogFiles: [(language: LanguageTag, files: [SourceFile])],
    reviews: Reviews, pseudo: [PseudoLocale]
) -> ([Edition], [Diagnostic]) {
    let settings = publication.settings
    let source = Edition(source: settings.sourceLanguage, theme: theme, documents: publication.documents.count)
    guard let texts else { return ([source], []) }
    let messages = texts.documents
    let read = concurrentMap(catalogFiles.count) { CatalogIndex.read(catalogFiles[$0].files, of: catalogFiles[$0].language) }
    var problems = read.flatMap(\.1)
    let others = settings.languages.dropFirst().map { language in
        let number = catalogFiles.firstIndex { $0.language == language }
        let translator = Translator(
            catalog: number.flatMap { read[$0].0 } ?? CatalogIndex(language: language), reviews: reviews, source: settings.sourceLanguage)
        let adapted = Dictionary(
            publication.adaptations.lazy.filter { $0.language == language }.map { ($0.source, $0.document.frontMatter.follows) }, uniquingKeysWith: { $1 })
        let outdated = adapted.filter { index, follows in follows.map { !SourceState(messages[index]).isWhat($0) } ?? false }
        let translations = concurrentMap(messages.count) { adapted[$0] == nil ? translator.translate(messages[$0]) : nil }
        // What is wrong with texts that are not shown is looked for only where there are any.
        let rejected = Set(translations.compactMap { $0?.rejected }.joined()).union(texts.site.map(\.key).filter(translator.isRejected))
        if !rejected.isEmpty, let number, let catalog = Catalog.read(catalogFiles[number].files, of: language).0 {
            problems += TranslationCheck.problems(of: catalog, messages: texts, settings: settings, includingWarnings: false, only: rejected)
        }
        return Edition(
            language: language, source: settings.sourceLanguage, theme: theme, documents: translations, outdated: Set(outdated.keys),
            translator: translator, offerAt: settings.offerAt)
    }
    for adaptation in publication.adaptations where adaptation.document.frontMatter.follows == nil {
        problems.append(adaptation.document.source.problem(
            .adaptation, line: 1, length: 3, "this does not say what it follows: whether it is up to date cannot be told",
            help: "Run `tidings translations follow content/\(adaptation.document.path)` when it says all that content/\(publication.documents[adaptation.source].path) does."))
    }
    let pseudoEditions = pseudo.map { pseudo in
        let translator = Translator(pseudo, source: settings.sourceLanguage)
        return Edition(pseudo, source: settings.sourceLanguage, theme: theme, documents: concurrentMap(messages.count) { translator.translate(messages[$0]) })
    }
    return ([source] + others + pseudoEditions, problems)
}

/// How far the publication is translated, for the page that shows it.
func translationStatus(
    of publication: Publication, messages: PublicationMessages, catalogFiles: [(language: LanguageTag, files: [SourceFile])], reviews: Reviews
) -> TranslationStatus {
    let settings = publication.settings
    let catalogs = Dictionary(uniqueKeysWithValues: catalogFiles.compactMap { language, files in
        Catalog.read(files, of: language).0.map { (language, $0) }
    })
    let adapted = publication.adaptations.map {
        AdaptedDocument(document: $0.document, source: publication.documents[$0.source].path, language: $0.language)
    }
    return TranslationStatus(
        messages, languages: Array(settings.languages.dropFirst()), source: settings.sourceLanguage, catalogs: catalogs, reviews: reviews,
        adapted: adapted)
}
