import Markdown
import Publication
import Rendering
import Translation

/// What a build is told.
package struct BuildOptions: Sendable {
    /// The site's folder; `site/` in the publication's where none is given.
    package var output: String?
    package var includingDrafts = false
    /// Adds editions in languages that nobody speaks, `en-XA` and `ar-XB`: to look at a theme, never to be published.
    package var withPseudoLocales = false
    /// The day in a time zone (an IANA name, or none for UTC): it decides which documents are published from or until
    /// a day; nothing else depends on it.
    package var today: @Sendable (_ timezone: String?) -> CalendarDate

    package init(output: String? = nil, includingDrafts: Bool = false, withPseudoLocales: Bool = false, today: @escaping @Sendable (_ timezone: String?) -> CalendarDate) {
        self.output = output
        self.includingDrafts = includingDrafts
        self.withPseudoLocales = withPseudoLocales
        self.today = today
    }
}

/// Builds the site of the publication in a folder. This is the whole story: every stage takes the value of the one
/// before and gives its own, with the problems it met; where there are errors among them, nothing is published.
///
/// - Parameter progress: called from any thread, never by two at once.
/// - Throws: `BuildFailure` where not the content but the call or the machine is at fault.
package func build(
    _ folder: String, options: BuildOptions, progress: @Sendable (PublishingProgress) -> Void = { _ in }
) throws(BuildFailure) -> BuildReport {
    let output = options.output ?? folder + "/site"
    let source = try PublicationFolder(folder).scan(excluding: output)
    var problems = source.problems

    let reader = DocumentReader()
    let read = concurrentMap(source.documents.count) { reader.read(source.documents[$0], in: folder) }
    problems += read.flatMap(\.problems)

    guard let settingsFile = source.settings else { return .failed(problems, output: output) }
    let (settings, settingsProblems) = Settings.read(settingsFile)
    problems += settingsProblems
    guard let settings else { return .failed(problems, output: output) }

    let linker = Linker(
        settings: settings, settingsFile: settingsFile, documents: read.compactMap(\.document),
        unreadable: Set(zip(source.documents, read).filter { $0.1.document == nil }.map(\.0)),
        files: source.files, reserved: ["404.html", "sitemap.xml", SiteFile.marker.path],
        today: options.today(settings.timezone), includingDrafts: options.includingDrafts)
    let (publication, linkProblems) = linker.link(concurrentMap: concurrentMap)
    problems += linkProblems

    let (catalogs, catalogProblems) = Catalog.read(source.translations, settings: settings)
    let (reviews, reviewProblems) = Reviews.read(source.translations)
    problems += catalogProblems + reviewProblems

    let (theme, themeProblems) = Theme.load(settings.theme, from: source.themes, languages: settings.languages, settingsFile: settingsFile)
    problems += themeProblems
    guard let theme, !problems.contains(where: { $0.severity == .error }) else { return .failed(problems, output: output) }

    let (editions, editionProblems) = editions(of: publication, theme: theme, catalogs: catalogs, reviews: reviews, pseudo: options.withPseudoLocales ? PseudoLocale.allCases : [])
    problems += editionProblems
    let sizes = source.imageSizes(of: publication)
    let pages = editions.indices.flatMap {
        Renderer(publication: publication.adapted(to: editions[$0].language), theme: theme, editions: editions, number: $0, imageSizes: sizes).pages()
    }

    let files = pages.map { SiteFile(path: $0.path, content: .rendered($0.html)) }
        + theme.assets.map { SiteFile(path: $0.path, content: .bytes($0.bytes)) }
        + publication.files.map { SiteFile(path: $0, content: .copy(of: folder + "/content/" + $0)) }
        + [SiteFile(path: "sitemap.xml", content: .bytes(sitemap(of: pages, below: settings.address)))]

    do {
        let result = try SitePublisher(folder: output).publish(files, progress: progress)
        return BuildReport(
            problems: problems.sorted(), output: output, pages: pages.count(where: \.isContent), languages: editions.map(\.language),
            withheld: publication.withheld, result: result)
    } catch {
        throw BuildFailure(error)
    }
}

/// One edition for each language, the source language's first.
private func editions(
    of publication: Publication, theme: Theme, catalogs: [LanguageTag: Catalog], reviews: Reviews, pseudo: [PseudoLocale]
) -> ([Edition], [Diagnostic]) {
    let settings = publication.settings, documents = publication.documents
    let source = Edition(source: settings.sourceLanguage, theme: theme, documents: documents.count)
    guard settings.languages.count > 1 || !pseudo.isEmpty else { return ([source], []) }
    let texts = PublicationMessages.of(settings, sections: Linker.sectionTitles(documents), documents: documents, concurrentMap: concurrentMap)
    let messages = texts.documents
    var problems: [Diagnostic] = []
    let others = settings.languages.dropFirst().map { language in
        let translator = Translator(
            catalog: catalogs[language] ?? Catalog(language: language, files: []), reviews: reviews, source: settings.sourceLanguage)
        let adapted = Dictionary(
            publication.adaptations.lazy.filter { $0.language == language }.map { ($0.source, $0.document.frontMatter.follows) }, uniquingKeysWith: { $1 })
        let outdated = adapted.filter { index, follows in follows.map { !SourceState(messages[index]).isWhat($0) } ?? false }
        let translations = concurrentMap(messages.count) { adapted[$0] == nil ? translator.translate(messages[$0]) : nil }
        if let catalog = catalogs[language] {
            // What is said of a text that is not shown is found out only for those that are not.
            let rejected = Set(translations.compactMap { $0?.rejected }.joined()).union(texts.site.map(\.key))
            problems += TranslationCheck.problems(of: catalog, messages: texts, settings: settings, includingWarnings: false, only: rejected)
        }
        return Edition(
            language: language, source: settings.sourceLanguage, theme: theme,
            documents: translations,
            outdated: Set(outdated.keys), translator: translator, offerAt: settings.offerAt)
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
