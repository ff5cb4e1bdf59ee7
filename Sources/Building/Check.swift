import BundledThemes
import Checking
import Markdown
import Publication
import Rendering
import Translation

/// What a check finds.
package struct CheckReport: Sendable {
    /// Sorted by file, line and column.
    package let problems: [Diagnostic]
    /// What the publication judges in its own way.
    package let rules: RuleSettings
    /// How hard each document is to read, in the source language and in each that has a formula.
    package let readings: [DocumentReading]
    /// Whether `publication.yaml` says so little that only the documents' own writing could be looked at.
    package let isCutShort: Bool
    /// Errors of rules that were not asked for: what they break may hide more.
    package let otherErrors: Int

    package var errors: Int { count(.error) }
    package var warnings: Int { count(.warning) }
    package var questions: Int { count(.question) }

    private func count(_ severity: Diagnostic.Severity) -> Int { problems.count { $0.severity == severity } }

    /// The same report with the problems of some rules only, and with the errors of `publication.yaml`: it says what the
    /// rules ask, and what there is to look at.
    package func only(_ rules: Set<Rule>) -> CheckReport {
        let shown = problems.filter { rules.contains($0.rule) || $0.severity == .error && $0.file == "content/publication.yaml" }
        return CheckReport(
            problems: shown, judgedBy: self.rules, readings: readings, isCutShort: isCutShort,
            otherErrors: errors - shown.count { $0.severity == .error })
    }

    /// - Parameter problems: as the publication judges them.
    init(
        problems: [Diagnostic], judgedBy rules: RuleSettings = RuleSettings(), readings: [DocumentReading] = [], isCutShort: Bool = false,
        otherErrors: Int = 0
    ) {
        self.problems = problems.sorted()
        self.rules = rules
        self.readings = readings
        self.isCutShort = isCutShort
        self.otherErrors = otherErrors
    }
}

/// Looks at the publication in a folder as a build does, and at what a build does not ask: what is missing, late or in
/// doubt. Nothing is rendered or written.
///
/// - Throws: where there is no publication.
package func check(_ folder: String, options: BuildOptions) throws(BuildFailure) -> CheckReport {
    let source = try PublicationFolder(folder).scan(excluding: options.output ?? folder + "/site")
    var problems = source.problems

    let reader = DocumentReader()
    let read = concurrentMap(source.documents.count) { reader.read(source.documents[$0], in: folder) }
    problems += read.flatMap(\.problems)

    guard let settingsFile = source.settings else { return CheckReport(problems: problems, isCutShort: true) }
    let (settings, settingsProblems) = Settings.read(settingsFile)
    problems += settingsProblems
    guard let settings else { return CheckReport(problems: problems, isCutShort: true) }

    let (publication, tracking, views, linkProblems) = link(source, read, settings: settings, settingsFile: settingsFile, options: options)
    let inspection = Inspection.check(settings.rules)
    let texts = inspection.readings(of: publication, tracking)
    var readings = texts.readings
    problems += linkProblems + texts.problems
        + inspection.problems(in: publication, tracking, settingsFile: settingsFile, today: options.today(settings.timezone))

    let (catalogFiles, catalogProblems) = Catalog.sort(source.translations, settings: settings)
    let catalogs = inspection.catalogs(catalogFiles)
    let (reviews, reviewProblems) = Reviews.read(source.translations)
    let (theme, themeProblems) = Theme.load(
        settings.theme, from: source.themes, layouts: views.layouts(of: publication), languages: settings.languages,
        colour: settings.organization.colour, settingsFile: settingsFile)
    problems += catalogProblems + reviewProblems + themeProblems + (theme.map(inspection.problems(in:)) ?? []) + inspection.problems(in: catalogs)
    problems = settings.rules.judged(problems)

    // An error somewhere hides nothing of the translations, nor does a theme that there is not: their words are the same in another.
    if settings.languages.count > 1, let theme = theme ?? Theme.bundled(languages: settings.languages, settingsFile: settingsFile) {
        let messages = PublicationMessages.of(settings, documents: publication.documents, concurrentMap: concurrentMap)
        let (editions, editionProblems) = editions(
            of: publication, messages: messages, theme: theme, catalogFiles: catalogFiles, reviews: reviews, pseudo: [])
        let translated = inspection.readings(of: messages, in: catalogs, target: settings.readingGrade)
        readings += translated.readings
        problems += settings.rules.judged(
            editionProblems + translated.problems + inspection.problems(of: messages, in: catalogs, of: publication)
                + inspection.doubts(about: messages, in: catalogs, of: publication)
                + inspection.problems(in: editions, of: publication, tracking, settingsFile: settingsFile))
    }
    return CheckReport(problems: problems, judgedBy: settings.rules, readings: readings)
}

extension Theme {
    /// To look at translations with where the publication's own theme cannot be loaded.
    fileprivate static func bundled(languages: [LanguageTag], settingsFile: SourceFile) -> Theme? {
        load("civic", from: ThemeFiles(bundled: BundledThemes.files(), own: []), languages: languages, settingsFile: settingsFile).0
    }
}
