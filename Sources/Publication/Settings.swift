import Foundation

/// What `content/publication.yaml` says of the publication as a whole.
package struct Settings: Sendable {
    package var title: String
    package var tagline: String?
    package var organization: Organization
    /// Where the site will stand, always ending with a slash: `https://example.org/district/`.
    package var address: String
    /// The first is the source language.
    package var languages: [LanguageTag]
    package var theme: String
    package var navigation: [NavigationItem]
    /// What every page's foot links to: the accessibility statement, help in other languages.
    package var footer: [NavigationItem]
    /// From how many per cent of its words on a page is offered in another language.
    package var offerAt: Int
    /// Whether the site has a page for staff and translators about how far it is translated.
    package var showsTranslationStatus: Bool
    /// How plans reckon school years and seasons.
    package var calendar: SchoolCalendar
    /// Whether terms of the glossary are links to it where they first stand on a page.
    package var marksTerms = true
    /// After how many days without a report something promised counts as stale.
    package var staleAfter: Int
    /// An IANA name, by which today's date is reckoned; UTC where none is given.
    package var timezone: String?
    /// What the publication holds of rules that it judges in its own way.
    package var rules = RuleSettings()
    /// Files that look as if each row were a person, and are not so.
    package var tablesWithoutPeople: [TableWithoutPeople] = []
    /// The school grade (United States, 1 to 18) from which on a document counts as hard to read.
    package var readingGrade = 9
    /// What the accessibility statement of each edition is made of; nil where the publication makes none.
    package var accessibility: AccessibilityFacts?

    package var sourceLanguage: LanguageTag { languages[0] }

    /// The path at which the site stands on its host: `/district/`, or `/`.
    package var pathPrefix: String {
        guard let scheme = address.firstRange(of: "://") else { return "/" }
        let afterScheme = address[scheme.upperBound...]
        return afterScheme.firstIndex(of: "/").map { String(afterScheme[$0...]) } ?? "/"
    }

    package struct Organization: Sendable {
        package var name: String?
        package var telephone: String?
        package var email: String?
        /// The postal address, line by line.
        package var address: [String] = []
        /// What the theme's accent is derived from.
        package var colour: Colour?
    }

    package struct TableWithoutPeople: Sendable {
        /// Below `content/`.
        package let file: String
        package let reason: String
        package let line: Int
        package let column: Int
    }

    package struct NavigationItem: Sendable {
        /// The words shown; a document's or section's own title where none are given.
        package let title: String?
        /// A path below `content/`, or an outside address.
        package let link: String
        package let line: Int
        package let column: Int
    }
}

extension Settings {
    static let keys = [
        "title", "tagline", "organization", "address", "languages", "theme", "navigation", "footer", "timezone", "offer-at", "translation-status",
        "school-year", "stale-after", "reading-grade", "accessibility", "glossary", "rules", "tables-without-people",
    ]

    /// Reads `publication.yaml`; nil, with problems, where a required key cannot be had.
    package static func read(_ file: SourceFile) -> (Settings?, [Diagnostic]) {
        if let problem = file.encodingProblem() { return (nil, [problem]) }
        let (reader, unreadable) = YAMLReader.read(file.text, of: file, lineOffset: 0, what: "file")
        guard var yaml = reader else { return (nil, unreadable) }
        yaml.refuseUnknownKeys(known: keys, of: "publication.yaml")

        for (key, example) in [("title", "title: Our District"), ("address", "address: https://www.example.org/"), ("languages", "languages: [en]")]
        where !yaml.contains(key) {
            yaml.report(.missingKey, at: key, "publication.yaml has no ‘\(key)’", help: "Add a line `\(example)`.")
        }
        let title = yaml.string("title")
        let languages = yaml.languages("languages")
        if yaml.contains("title"), title == nil { yaml.report(.missingKey, at: "title", "the title is empty", help: "Write the publication's name: `title: Our District`.") }
        if yaml.contains("languages"), languages.isEmpty, yaml.problems.isEmpty {
            yaml.report(.missingKey, at: "languages", "the list of languages is empty", help: "Write at least the language that you write in: `languages: [en]`.")
        }
        for (index, language) in languages.enumerated() where languages[..<index].contains(language) {
            yaml.report(.wrongValue, at: "languages", "the language ‘\(language)’ is listed twice", help: "Leave one of them out.")
        }
        let address = yaml.string("address").flatMap { text -> String? in
            if let address = siteAddress(text) { return address }
            yaml.report(.wrongValue, at: "address", "‘\(text)’ is not where a site can stand", help: "Write the whole address, beginning with https:// and without ? or #: `address: https://www.example.org/`.")
            return nil
        }
        if yaml.contains("address"), address == nil, !yaml.problems.contains(where: { $0.message.hasSuffix("can stand") }) {
            yaml.report(.missingKey, at: "address", "the address is empty", help: "Write where the site will stand: `address: https://www.example.org/`.")
        }
        let theme = yaml.string("theme") ?? "civic"
        if theme.contains("/") || theme.hasPrefix(".") {
            yaml.report(.wrongValue, at: "theme", "‘\(theme)’ is no theme's name", help: "Write the name of a folder in themes/: `theme: civic`.")
        }
        let timezone = yaml.string("timezone")
        if let timezone, TimeZone(identifier: timezone) == nil {
            yaml.report(.wrongValue, at: "timezone", "there is no time zone ‘\(timezone)’", help: "Write its IANA name: `timezone: America/New_York`.")
        }
        let offerAt = yaml.count("offer-at") ?? 50
        if offerAt > 100 { yaml.report(.wrongValue, at: "offer-at", "\(offerAt) is more than all of a page", help: "Write per cent of its words, from 0 to 100: `offer-at: 50`.") }
        let settings = Settings(
            title: title ?? "", tagline: yaml.string("tagline"), organization: organization(&yaml), address: address ?? "",
            languages: languages, theme: theme, navigation: items("navigation", &yaml), footer: items("footer", &yaml), offerAt: offerAt,
            showsTranslationStatus: yaml.bool("translation-status") ?? false, calendar: calendar(&yaml), marksTerms: marksTerms(&yaml),
            staleAfter: yaml.count("stale-after") ?? 180, timezone: timezone, rules: RuleSettings.read(&yaml),
            tablesWithoutPeople: tablesWithoutPeople(&yaml), readingGrade: readingGrade(&yaml), accessibility: AccessibilityFacts.read(&yaml))
        let isUsable = title != nil && address != nil && !languages.isEmpty
        return (isUsable ? settings : nil, yaml.problems)
    }

    private static func calendar(_ yaml: inout YAMLReader) -> SchoolCalendar {
        var calendar = SchoolCalendar()
        guard yaml.contains("school-year"), var nested = yaml.nested("school-year", example: "school-year: {first-month: 7, hemisphere: northern}")
        else { return calendar }
        nested.refuseUnknownKeys(known: ["first-month", "hemisphere"], of: "school-year")
        if let month = nested.count("first-month") {
            if (1...12).contains(month) {
                calendar.firstMonth = month
            } else {
                nested.report(.wrongValue, at: "first-month", "there is no month \(month)", help: "Write the number of the month in which the school year begins: `first-month: 7`.")
            }
        }
        calendar.isSouthern = nested.choice("hemisphere", of: ["northern", "southern"]) == "southern"
        yaml.adopt(nested)
        return calendar
    }

    private static func readingGrade(_ yaml: inout YAMLReader) -> Int {
        guard let grade = yaml.count("reading-grade") else { return 9 }
        if (1...18).contains(grade) { return grade }
        yaml.report(.wrongValue, at: "reading-grade", "there is no school grade \(grade)", help: "Write a number from 1 to 18: `reading-grade: 9`.")
        return 9
    }

    private static func marksTerms(_ yaml: inout YAMLReader) -> Bool {
        guard yaml.contains("glossary"), var nested = yaml.nested("glossary", example: "glossary: {mark: false}") else { return true }
        nested.refuseUnknownKeys(known: ["mark"], of: "glossary")
        defer { yaml.adopt(nested) }
        return nested.bool("mark") ?? true
    }

    private static func organization(_ yaml: inout YAMLReader) -> Organization {
        guard var nested = yaml.nested("organization", example: "organization: {name: Our District, telephone: 555 0100}") else { return Organization() }
        nested.refuseUnknownKeys(known: ["name", "telephone", "email", "address", "colour", "color"], of: "organization")
        let organization = Organization(
            name: nested.string("name"), telephone: nested.string("telephone"), email: nested.email("email"),
            address: nested.strings("address").flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) },
            colour: colour(&nested))
        yaml.adopt(nested)
        return organization
    }

    private static func colour(_ organization: inout YAMLReader) -> Colour? {
        guard let key = ["colour", "color"].first(where: { organization.contains($0) }) else { return nil }
        let text = organization.string(key)
        let colour = text.flatMap { Colour($0) }
        if colour == nil, text != nil || organization.problems.isEmpty {
            organization.report(
                .wrongValue, at: key, text.map { "‘\($0)’ is no colour" } ?? "the organization's colour is empty",
                help: "Write a number sign and six digits from 0 to f, in quotation marks, since YAML takes what follows a bare # for a note: `\(key): \"#7a1f2b\"`.")
        }
        return colour
    }

    private static func items(_ key: String, _ yaml: inout YAMLReader) -> [NavigationItem] {
        yaml.entries(key).compactMap { entry in
            guard var mapping = entry.mapping else {
                return NavigationItem(title: nil, link: entry.text ?? "", line: entry.line, column: entry.column)
            }
            mapping.refuseUnknownKeys(known: ["title", "link"], of: "an entry of \(key)")
            let title = mapping.string("title"), link = mapping.string("link")
            if link == nil {
                mapping.report(.missingKey, at: "title", "this entry of ‘\(key)’ has no ‘link’", help: "Write what it leads to: `link: plans/district-goals.md`, a folder, or an https address.")
            }
            let place = mapping.place(of: "link")
            yaml.adopt(mapping)
            return link.map { NavigationItem(title: title, link: $0, line: place.line, column: place.column) }
        }
    }

    private static func tablesWithoutPeople(_ yaml: inout YAMLReader) -> [TableWithoutPeople] {
        let key = "tables-without-people", example = "`\(key): [{file: data/budget.xlsx, reason: \"Each row is an account.\"}]`"
        return yaml.entries(key).compactMap { entry in
            guard var mapping = entry.mapping else {
                yaml.report(.wrongValue, at: key, "an entry of ‘\(key)’ does not say why", help: "Write the file and the reason: \(example).")
                return nil
            }
            mapping.refuseUnknownKeys(known: ["file", "reason"], of: "an entry of \(key)")
            let file = mapping.string("file"), reason = mapping.string("reason")
            for (name, value) in [("file", file), ("reason", reason)] where value == nil {
                mapping.report(.missingKey, at: name == "file" ? "reason" : "file", "this entry of ‘\(key)’ has no ‘\(name)’", help: "Write both: \(example).")
            }
            yaml.adopt(mapping)
            guard let file, let reason else { return nil }
            let path = file.hasPrefix("content/") ? String(file.dropFirst("content/".count)) : file
            return TableWithoutPeople(file: path, reason: reason, line: entry.line, column: entry.column)
        }
    }

    private static func siteAddress(_ text: String) -> String? {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: { "?#\"<>\\ ".contains($0) || $0.isNewline })
        else { return nil }
        let host = text.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" }
        guard !host.isEmpty else { return nil }
        return text.hasSuffix("/") ? text : text + "/"
    }
}
