import Checking
import Markdown
import Publication
import Rendering
import Translation

/// What rules ask that pages can be made without. A check asks all that are not off, a build those alone that it stops at.
struct Inspection {
    private let rules: Set<Rule>
    /// Of those that words alone can break: a translation that breaks one is no error by itself.
    private let rulesOfTranslations: Set<Rule>
    /// Whether it is wanted how hard each document is to read, whatever the rules.
    private let listsReadings: Bool

    static func check(_ settings: RuleSettings) -> Inspection {
        let rules = Set(Rule.allCases.filter { settings.severity(of: $0) != nil })
        return Inspection(rules: rules, rulesOfTranslations: rules.intersection(TranslatedTextCheck.rules), listsReadings: true)
    }

    static func build(_ settings: RuleSettings) -> Inspection {
        Inspection(
            rules: Set(Rule.allCases.filter { settings.severity(of: $0) == .error }),
            rulesOfTranslations: TranslatedTextCheck.rules.filter { settings.changes[$0]?.severity == .error }, listsReadings: false)
    }

    private init(rules: Set<Rule>, rulesOfTranslations: Set<Rule>, listsReadings: Bool) {
        self.rules = rules
        self.rulesOfTranslations = rulesOfTranslations
        self.listsReadings = listsReadings
    }

    private func asks(_ family: Set<Rule>) -> Bool { !rules.isDisjoint(with: family) }
    private func asked(_ problems: [Diagnostic]) -> [Diagnostic] { problems.filter { rules.contains($0.rule) } }

    private static let languageRules = Set(Rule.allCases.filter { $0.family == .language })
    private static let noticeRules = Set(Rule.allCases.filter { $0.family == .notices })
    /// About translations that are shown.
    private static let doubts = Set(Rule.allCases.filter { $0.isDoubt })
    private static let themeRules: Set<Rule> = [.themeContrast, .themeFocus, .themeFontSize]

    /// In texts, in what plans, reports and duties say together, and in the notices that readers are owed.
    func problems(in publication: Publication, _ tracking: Tracking, settingsFile: SourceFile, today: CalendarDate) -> [Diagnostic] {
        let check = TextCheck(publication, rules: rules)
        var problems = concurrentMap(publication.documents.count) { check.problems(ofDocument: $0) }.flatMap(\.self)
        problems += concurrentMap(publication.adaptations.count) { check.problems(ofAdaptation: $0) }.joined()
        if asks([.dateOfChange]) { problems += datesOfChange(in: publication, today: today) }
        if asks(Self.noticeRules) { problems += asked(noticeProblems(in: publication, settingsFile: settingsFile, today: today)) }
        guard asks(TrackingChecks.rules) else { return problems }
        let tracked = TrackingChecks(publication, tracking).problems()
        // An abbreviation that nobody explains is asked about once.
        let abbreviations = Set(tracked.lazy.filter { $0.rule == .abbreviation }.map(\.place))
        problems.removeAll { $0.rule == .abbreviationFirstUse && abbreviations.contains($0.place) }
        return problems + asked(tracked)
    }

    /// How hard the documents are to read in the source language.
    func readings(of publication: Publication, _ tracking: Tracking) -> (problems: [Diagnostic], readings: [DocumentReading]) {
        guard listsReadings || asks(Self.languageRules) else { return ([], []) }
        let (problems, readings) = plainLanguage(of: publication, tracking, concurrentMap: concurrentMap)
        return (asked(problems), readings)
    }

    func problems(in theme: Theme) -> [Diagnostic] {
        guard asks(Self.themeRules) else { return [] }
        return asked(themeProblems(stylesheets: theme.stylesheetFiles, descriptions: theme.descriptions))
    }

    /// What a language still lacks that is owed in it.
    func problems(in editions: [Edition], of publication: Publication, _ tracking: Tracking, settingsFile: SourceFile) -> [Diagnostic] {
        guard asks([.missingLanguageHelp, .dutyUnmet, .accessibilityStatement]) else { return [] }
        let help = untranslatedLanguageHelp(in: publication, settingsFile: settingsFile) { document, language in
            editions.first { $0.language == language }?.coverage(of: document)?.isComplete ?? true
        }
        let statement = untranslatedStatement(in: publication, settingsFile: settingsFile) { text, language in
            editions.first { $0.language == language }.map { !$0.isUntranslated(text) } ?? true
        }
        return asked(help + statement + tracking.duties.compactMap { $0.languageProblem(in: publication, editions) })
    }

    /// What the languages' files hold, where anything is asked of it: reading them whole takes its time.
    func catalogs(_ files: [(language: LanguageTag, files: [SourceFile])]) -> [Catalog] {
        guard listsReadings || !rulesOfTranslations.isEmpty || asks(Self.languageRules.union(Self.doubts).union([.vagueLink])) else { return [] }
        return concurrentMap(files.count) { Catalog.read(files[$0].files, of: files[$0].language).0 }.compactMap(\.self)
    }

    /// Links in translations that do not say where they lead.
    func problems(in catalogs: [Catalog]) -> [Diagnostic] {
        guard asks([.vagueLink]) else { return [] }
        return concurrentMap(catalogs.count) { TranslatedLinks.problems(catalogs[$0]) }.flatMap(\.self)
    }

    /// What somebody should look at in translations that are shown. Documents that one language has of its own are not
    /// translated into it.
    func doubts(about messages: PublicationMessages, in catalogs: [Catalog], of publication: Publication) -> [Diagnostic] {
        guard asks(Self.doubts) else { return [] }
        return concurrentMap(catalogs.count) { number -> [Diagnostic] in
            let catalog = catalogs[number]
            let adapted = Set(publication.adaptations.lazy.filter { $0.language == catalog.language }.map(\.source))
            let shown = adapted.isEmpty ? messages : PublicationMessages(
                site: messages.site, documents: messages.documents.indices.lazy.filter { !adapted.contains($0) }.map { messages.documents[$0] })
            let found = TranslationCheck.problems(of: catalog, messages: shown, settings: publication.settings, includingWarnings: true)
            return found.filter { Self.doubts.contains($0.rule) && rules.contains($0.rule) }
        }.flatMap(\.self)
    }

    /// In the words of translations, as in those of the source.
    func problems(of messages: PublicationMessages, in catalogs: [Catalog], of publication: Publication) -> [Diagnostic] {
        guard !rulesOfTranslations.isEmpty else { return [] }
        let check = TranslatedTextCheck(publication, rules: rulesOfTranslations), count = messages.documents.count
        return concurrentMap(count * catalogs.count) { number in
            check.problems(of: messages.documents[number % count], in: catalogs[number / count])
        }.flatMap(\.self)
    }

    /// How hard the translations are to read.
    func readings(of messages: PublicationMessages, in catalogs: [Catalog], target: Int) -> (problems: [Diagnostic], readings: [DocumentReading]) {
        guard listsReadings || asks(Self.languageRules) else { return ([], []) }
        let translated = catalogs.flatMap { translatedReadings(messages, catalog: $0, target: target) }
        return (asked(translated.flatMap { $0.problems() }), translated.map(\.reading))
    }
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
