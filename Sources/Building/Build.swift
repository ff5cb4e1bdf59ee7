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

    let (publication, tracking, views, linkProblems) = link(source, read, settings: settings, settingsFile: settingsFile, options: options)
    // What a check would only tell of, and this publication holds to be an error.
    let inspection = Inspection.build(settings.rules)
    problems += linkProblems + inspection.readings(of: publication, tracking).problems
        + inspection.problems(in: publication, tracking, settingsFile: settingsFile, today: options.today(settings.timezone))

    let (catalogFiles, catalogProblems) = Catalog.sort(source.translations, settings: settings)
    let catalogs = inspection.catalogs(catalogFiles)
    let (reviews, reviewProblems) = Reviews.read(source.translations)
    problems += catalogProblems + reviewProblems + inspection.problems(in: catalogs)

    let (theme, themeProblems) = Theme.load(
        settings.theme, from: source.themes, layouts: views.layouts(of: publication), languages: settings.languages,
        colour: settings.organization.colour, settingsFile: settingsFile)
    problems = settings.rules.judged(problems + themeProblems + (theme.map(inspection.problems(in:)) ?? []))
    guard let theme, !problems.contains(where: { $0.severity == .error }) else { return .failed(problems, output: output) }

    let messages = settings.languages.count > 1 || options.withPseudoLocales || settings.showsTranslationStatus
        ? PublicationMessages.of(settings, documents: publication.documents, concurrentMap: concurrentMap) : nil
    let (editions, editionProblems) = editions(
        of: publication, messages: messages, theme: theme, catalogFiles: catalogFiles, reviews: reviews,
        pseudo: options.withPseudoLocales ? PseudoLocale.allCases : [])
    let translated = messages.map {
        inspection.readings(of: $0, in: catalogs, target: settings.readingGrade).problems + inspection.problems(of: $0, in: catalogs, of: publication)
            + inspection.doubts(about: $0, in: catalogs, of: publication)
    } ?? []
    problems += settings.rules.judged(
        editionProblems + translated + inspection.problems(in: editions, of: publication, tracking, settingsFile: settingsFile))
    guard !problems.contains(where: { $0.severity == .error }) else { return .failed(problems, output: output) }
    let status = settings.showsTranslationStatus
        ? messages.map { translationStatus(of: publication, messages: $0, catalogFiles: catalogFiles, reviews: reviews) } : nil
    let sizes = source.imageSizes(of: publication)
    let surveys = SurveyResults.of(publication)
    let renderers = editions.indices.map {
        Renderer(
            publication: publication.adapted(to: editions[$0].language), tracking: tracking,
            surveys: publication.surveys(surveys, in: editions[$0].language), views: views, theme: theme, editions: editions, number: $0, imageSizes: sizes,
            translationStatus: status)
    }
    let pages = renderers.flatMap { $0.pages() }
    let data = renderers.flatMap { $0.dataFiles() + $0.surveyFiles() }

    let files = pages.map { SiteFile(path: $0.path, content: .rendered($0.html)) }
        + data.map { SiteFile(path: $0.path, content: .rendered($0.bytes)) }
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
