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
    package var readings: [DocumentReading] = []

    package var errors: Int { count(.error) }
    package var warnings: Int { count(.warning) }
    package var questions: Int { count(.question) }

    private func count(_ severity: Diagnostic.Severity) -> Int { problems.count { $0.severity == severity } }

    /// The same report with the problems of some rules only.
    package func only(_ rules: Set<Rule>) -> CheckReport {
        CheckReport(problems: problems.filter { rules.contains($0.rule) }, judgedBy: self.rules, readings: readings)
    }

    init(problems: [Diagnostic], judgedBy rules: RuleSettings = RuleSettings(), readings: [DocumentReading] = []) {
        self.problems = rules.judged(problems).sorted()
        self.rules = rules
        self.readings = readings
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

    guard let settingsFile = source.settings else { return CheckReport(problems: problems) }
    let (settings, settingsProblems) = Settings.read(settingsFile)
    problems += settingsProblems
    guard let settings else { return CheckReport(problems: problems) }

    let (publication, tracking, views, linkProblems) = link(source, read, settings: settings, settingsFile: settingsFile, options: options)
    problems += linkProblems + askedProblems(of: publication, tracking, rules: Set(Rule.allCases.filter { settings.rules.severity(of: $0) != nil }))
    let plain = plainLanguage(of: publication, tracking, concurrentMap: concurrentMap)
    problems += plain.problems + noticeProblems(in: publication, settingsFile: settingsFile, today: options.today(settings.timezone))

    var readings = plain.readings

    let (catalogFiles, catalogProblems) = Catalog.sort(source.translations, settings: settings)
    let (reviews, reviewProblems) = Reviews.read(source.translations)
    let (theme, themeProblems) = Theme.load(
        settings.theme, from: source.themes, layouts: views.layouts(of: publication), languages: settings.languages,
        colour: settings.organization.colour, settingsFile: settingsFile)
    problems += catalogProblems + reviewProblems + themeProblems
    if let theme { problems += Checking.themeProblems(stylesheets: theme.stylesheetFiles, descriptions: theme.descriptions) }
    problems += concurrentMap(catalogFiles.count) { number in
        Catalog.read(catalogFiles[number].files, of: catalogFiles[number].language).0.map(TranslatedLinks.problems) ?? []
    }.joined()
    problems = settings.rules.judged(problems)

    if let theme, settings.languages.count > 1, !problems.contains(where: { $0.severity == .error }) {
        let messages = PublicationMessages.of(settings, documents: publication.documents, concurrentMap: concurrentMap)
        let (editions, editionProblems) = editions(
            of: publication, messages: messages, theme: theme, catalogFiles: catalogFiles, reviews: reviews, pseudo: [])
        for (language, files) in catalogFiles {
            let translated = Catalog.read(files, of: language).0.map { translatedReadings(messages, catalog: $0, target: settings.readingGrade) } ?? []
            problems += translated.flatMap { $0.problems() }
            readings += translated.map(\.reading)
        }
        problems += untranslatedLanguageHelp(in: publication, settingsFile: settingsFile) { document, language in
            editions.first { $0.language == language }?.coverage(of: document)?.isComplete ?? true
        }
        problems += editionProblems + tracking.duties.compactMap { $0.languageProblem(in: publication, editions) }
    }
    return CheckReport(problems: problems, judgedBy: settings.rules, readings: readings)
}

/// What rules find that nothing needs to be asked for to make pages: in texts, and in what plans, reports and duties say
/// together.
///
/// - Parameter rules: those that are asked; a build asks for those alone that it stops at.
func askedProblems(of publication: Publication, _ tracking: Tracking, rules: Set<Rule>) -> [Diagnostic] {
    let check = TextCheck(publication, rules: rules)
    var problems = concurrentMap(publication.documents.count) { check.problems(ofDocument: $0) }.flatMap(\.self)
    problems += concurrentMap(publication.adaptations.count) { check.problems(ofAdaptation: $0) }.joined()
    guard !rules.isDisjoint(with: TrackingChecks.rules) else { return problems }
    let tracked = TrackingChecks(publication, tracking).problems()
    // An abbreviation that nobody explains is asked about once.
    let abbreviations = Set(tracked.lazy.filter { $0.rule == .abbreviation }.map(\.place))
    problems.removeAll { $0.rule == .abbreviationFirstUse && abbreviations.contains($0.place) }
    return problems + tracked.filter { rules.contains($0.rule) }
}

extension Diagnostic {
    fileprivate struct Place: Hashable { let file: String, line: Int, column: Int }
    fileprivate var place: Place { Place(file: file, line: line, column: column) }
}

extension TrackedDuty {
    /// What it is owed in, and not published in.
    fileprivate func languageProblem(in publication: Publication, _ editions: [Edition]) -> Diagnostic? {
        let missing = missingLanguages(among: editions).map(\.code).joined(separator: ", ")
        guard !missing.isEmpty, case .duties(let duties) = publication.documents[document].meaning else { return nil }
        let duty = duties.duties[position]
        return publication.documents[document].problem(
            .dutyUnmet, at: duty.languages?.paragraph ?? duty.heading, "‘\(duty.title)’ is not published in \(missing)",
            help: "Translate what is published, or say which languages it is owed in.")
    }
}
