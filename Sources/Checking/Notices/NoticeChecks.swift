import Markdown
import Publication

/// What every edition owes its readers: a statement of how accessible the site is, a way to report a barrier, and words in each
/// language that tell how to get help in it.
///
/// Sources: 28 CFR 35.106 and 35.160 (notice and effective communication, ADA Title II), Title VI of the Civil Rights Act of 1964
/// as *Lau v. Nichols* reads it, and the W3C's *Developing an Accessibility Statement*.
struct NoticeChecks {
    let publication: Publication
    let settingsFile: SourceFile
    let today: CalendarDate

    /// A check of the site is of use for so long.
    static let checkDays = 365

    func problems() -> [Diagnostic] { statement() + contact() + languageHelp() }

    // MARK: Accessibility

    private func statement() -> [Diagnostic] {
        // A statement that somebody has written is theirs, but for what no reader can do without.
        if let number = publication.documents.firstIndex(where: { $0.address == AccessibilityFacts.address }) { return ownStatement(number) }
        guard let facts = publication.settings.accessibility else {
            return [settingsFile.problem(
                .accessibilityStatement, "nothing says how accessible the site is, and what to do where it is not",
                help: """
                    Write the facts into publication.yaml, and every edition gets a statement:
                           accessibility:
                             standard: WCAG 2.2 AA
                             answer-within: 5 school days
                             known-problems: [Older minutes are scanned pictures.]
                             checked: {date: \(today), by: who or what checked it, result: what came of it}
                    """)]
        }
        var problems: [Diagnostic] = []
        func missing(_ what: String, _ example: String) {
            problems.append(problem(at: "accessibility", .accessibilityStatement, "the accessibility statement does not say \(what)",
            help: "Write it below `accessibility:`, as in `\(example)`."))
        }
        if facts.standard == nil { missing("what the site aims at", "standard: WCAG 2.2 AA") }
        if facts.answerWithin == nil { missing("how soon those who report a barrier get an answer", "answer-within: 5 school days") }
        if facts.knownProblems == nil { missing("what is known to be missing", "known-problems: [Older minutes are scanned pictures.]`, or `known-problems: []") }
        if let checked = facts.checked {
            let age = today.daysSince1970 - checked.date.daysSince1970
            if age > NoticeChecks.checkDays {
                problems.append(problem(
                    at: "date", .accessibilityStatement, "the site was last checked on \(checked.date), more than a year ago",
                    help: "Check it again, by a program and by people who use a keyboard and a screen reader, and write the new date and result."))
            } else if age < 0 {
                problems.append(problem(
                    at: "date", .accessibilityStatement, "the site was last checked on \(checked.date), which is still to come",
                    help: "Write the day on which it was checked."))
            }
            if checked.result == nil { missing("what the last check found", "checked: {date: \(checked.date), result: 2 findings, both mended}") }
        } else {
            missing("when the site was last checked, and what came of it", "checked: {date: \(today), by: who or what checked it, result: what came of it}")
        }
        return problems
    }

    /// A statement of the publication's own, which says nowhere how to report a barrier: no link, no address, no number.
    private func ownStatement(_ number: Int) -> [Diagnostic] {
        let document = publication.documents[number]
        let leads = publication.links[number].values.contains { target in
            switch target {
            case .language, .none: false
            default: true
            }
        }
        let says = document.placedTexts().contains { placed in
            placed.bytes.contains(UInt8(ascii: "@")) || placed.text.split(whereSeparator: { $0.isLetter }).contains { $0.count(where: \.isNumber) >= 7 }
        }
        if leads || says { return [] }
        return [document.problem(
            .accessibilityStatement, key: "title", "this statement does not say how to report a barrier",
            help: "Write a telephone number and an email address into it, or link the page that has them.")]
    }

    private func contact() -> [Diagnostic] {
        let contact = publication.settings.accessibilityContact
        guard contact.telephone == nil || contact.email == nil else { return [] }
        let key = publication.settings.accessibility == nil ? "organization" : "accessibility"
        let isNone = contact.telephone == nil && contact.email == nil
        return [problem(
            at: key, .missingAccessibilityContact,
            isNone ? "nothing says how to report a barrier or to ask for another format"
                : "a barrier can be reported by \(contact.telephone == nil ? "email" : "telephone") alone, which shuts out those who cannot \(contact.telephone == nil ? "write" : "call")",
            help: "Give a telephone number and an email address, of the organization or for this alone: `accessibility: {contact: {telephone: 555 0100, email: access@example.org}}`.")]
    }

    // MARK: Languages

    private func languageHelp() -> [Diagnostic] {
        let settings = publication.settings
        let others = settings.languages.dropFirst()
        guard !others.isEmpty else { return [] }
        guard let best = languageHelpPage else {
            return [problem(
                at: "languages", .missingLanguageHelp, "no page that every page leads to tells people in their own language how to get help in it",
                help: "Write a page about interpreters and translations with a sentence in each language, `[Si necesita un intérprete, llámenos. Es gratis.](lang:es)`, and list it under `footer`.")]
        }
        let missing = others.filter { !best.languages.contains($0.language) }
        guard !missing.isEmpty else { return [] }
        let document = publication.documents[best.document]
        return [document.problem(
            .missingLanguageHelp, key: "title", "this tells how to get help in other languages, but says nothing in \(missing.map(\.code).joined(separator: ", "))",
            help: "Add a sentence in each, marked as in `[Si necesita un intérprete, llámenos. Es gratis.](lang:es)`.")]
    }

    /// What every page leads to, and offers help to people in most of their own languages. A page at every page's foot is
    /// taken for one; another only by what its passages say, since songs and welcomes are in many languages too.
    var languageHelpPage: (document: Int, languages: Set<String>)? {
        let others = Set(publication.settings.languages.dropFirst().map(\.language))
        var best: (document: Int, languages: Set<String>, helping: Int)?
        for (number, entry) in (publication.footer + publication.navigation).enumerated() {
            guard case .page(let address, _) = entry.target, let document = publication.documents.firstIndex(where: { Address.encoded($0.address) == address })
            else { continue }
            let passages = passages(in: document).filter { others.contains($0.key) }
            let helping = HelpWords.languages(ofHelpIn: passages), languages = number < publication.footer.count ? Set(passages.keys) : helping
            if !languages.isEmpty, best == nil || (best!.helping, best!.languages.count) < (helping.count, languages.count) {
                best = (document, languages, helping.count)
            }
        }
        return best.map { ($0.document, $0.languages) }
    }

    /// What is marked as in another language, by that, without region and script.
    private func passages(in document: Int) -> [String: [String]] {
        let tree = publication.documents[document].tree
        var passages: [String: [String]] = [:]
        for (node, target) in publication.links[document] {
            if case .language(let tag) = target { passages[tag.language, default: []].append(tree.plainText(of: node)) }
        }
        return passages
    }

    /// A problem at a key of `publication.yaml`, wherever it stands.
    func problem(at key: String, _ rule: Rule, _ message: String, help: String) -> Diagnostic {
        let lines = settingsFile.text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = key == "date" ? lines.firstIndex { $0.hasPrefix("accessibility:") } ?? 0 : 0
        for (number, line) in lines.enumerated().dropFirst(start) {
            guard let found = line.firstRange(of: key + ":") else { continue }
            let before = line[..<found.lowerBound]
            guard key == "date" || before.isEmpty else { continue }
            let end = line[found.lowerBound...].firstIndex { $0 == "," || $0 == "}" || $0 == "\r" } ?? line.endIndex
            return settingsFile.problem(
                rule, line: number + 1, column: before.utf8.count + 1, length: line[found.lowerBound..<(key == "date" ? end : line.endIndex)].utf8.count, message,
                help: help)
        }
        return settingsFile.problem(rule, message, help: help)
    }
}

/// What of the notices that a publication owes its readers is missing or out of date.
///
/// - Parameter today: the day that a check is reckoned from.
package func noticeProblems(in publication: Publication, settingsFile: SourceFile, today: CalendarDate) -> [Diagnostic] {
    NoticeChecks(publication: publication, settingsFile: settingsFile, today: today).problems()
}

/// Where the page that tells how to get help in other languages is not translated as a whole.
///
/// - Parameter isTranslated: whether a document is, in one of the publication's languages.
package func untranslatedLanguageHelp(in publication: Publication, settingsFile: SourceFile, isTranslated: (Int, LanguageTag) -> Bool) -> [Diagnostic] {
    let checks = NoticeChecks(publication: publication, settingsFile: settingsFile, today: CalendarDate(year: 1970, month: 1, day: 1)!)
    guard let page = checks.languageHelpPage?.document else { return [] }
    let missing = publication.settings.languages.dropFirst().filter { !isTranslated(page, $0) }
    guard !missing.isEmpty else { return [] }
    return [publication.documents[page].problem(
        .missingLanguageHelp, key: "title", "this tells how to get help in other languages, and is not translated as a whole into \(missing.map(\.code).joined(separator: ", "))",
        help: "Translate it first of all: those who need it most cannot read it otherwise.")]
}

/// Facts of the accessibility statement that an edition has in the source language only.
///
/// - Parameter isTranslated: whether a text of `publication.yaml` is, in one of the publication's languages.
package func untranslatedStatement(in publication: Publication, settingsFile: SourceFile, isTranslated: (String, LanguageTag) -> Bool) -> [Diagnostic] {
    guard publication.makesAccessibilityStatement, let facts = publication.settings.accessibility else { return [] }
    // Names and numbers stay as they are.
    let texts = facts.texts.filter { $0.split(separator: " ").count { $0.first?.isLowercase == true } > 1 }
    var first: String?
    let missing = publication.settings.languages.dropFirst().filter { language in
        guard let text = texts.first(where: { !isTranslated($0, language) }) else { return false }
        first = first ?? text
        return true
    }
    guard let first else { return [] }
    return [NoticeChecks(publication: publication, settingsFile: settingsFile, today: CalendarDate(year: 1970, month: 1, day: 1)!).problem(
        at: "accessibility", .accessibilityStatement,
        "the accessibility statement is not translated as a whole into \(missing.map(\.code).joined(separator: ", ")): ‘\(excerpt(first, of: 40))’ is not",
        help: "`tidings translations update` puts its facts into the catalogs; translate them there.")]
}
