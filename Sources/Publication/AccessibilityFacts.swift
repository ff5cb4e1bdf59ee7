/// What `accessibility:` in `publication.yaml` says: of what the accessibility statement of each edition is made.
///
///     accessibility:
///       standard: WCAG 2.2 AA
///       answer-within: 5 school days
///       known-problems: [Older minutes are scanned pictures.]
///       checked: {date: 2026-11-20, by: axe-core 4.11, result: 0 findings on 575 pages}
package struct AccessibilityFacts: Sendable {
    /// What a reader must know first, as the front matter's `notice` of a document.
    package var notice: String?
    /// What the publication aims at: `WCAG 2.2 AA`.
    package var standard: String?
    /// Where barriers are reported; nil where the organization's own telephone and email do.
    package var telephone: String?
    package var email: String?
    package var answerWithin: String?
    /// Who sees to it: a name or an office.
    package var coordinator: String?
    package var checked: Check?
    /// Nil where nothing is said of them; empty where none is known.
    package var knownProblems: [String]?
    /// What else a page can be had as: `[large print, an audio reading]`.
    package var otherFormats: [String] = []
    /// Where to turn when the answer does not help.
    package var complaints: Complaints?

    package init() {}

    package struct Check: Sendable {
        package let date: CalendarDate
        package let by: String?
        package let result: String?
    }

    package struct Complaints: Sendable {
        /// Of those who take complaints; nil where only the address is given.
        package let name: String?
        /// An https address.
        package let link: String
    }

    /// The texts that are translated, in their order.
    package var texts: [String] { [notice, answerWithin, coordinator, checked?.by, checked?.result, complaints?.name].compactMap { $0 } + (knownProblems ?? []) + otherFormats }
}

extension AccessibilityFacts {
    /// Where the statement stands, below each edition's root.
    package static let address = "accessibility/"

    private static let example = "accessibility: {standard: WCAG 2.2 AA, answer-within: 5 days}"
    private static let keys = ["notice", "standard", "contact", "answer-within", "coordinator", "checked", "known-problems", "other-formats", "complaints"]

    static func read(_ yaml: inout YAMLReader) -> AccessibilityFacts? {
        guard var nested = yaml.nested("accessibility", example: example) else { return nil }
        nested.refuseUnknownKeys(known: keys, of: "accessibility")
        var facts = AccessibilityFacts()
        facts.notice = nested.string("notice")
        facts.standard = nested.string("standard")
        facts.answerWithin = nested.string("answer-within")
        facts.coordinator = nested.string("coordinator")
        if nested.contains("known-problems") {
            let problems = nested.strings("known-problems")
            // “none” is no problem, but says that there is none.
            facts.knownProblems = problems.count == 1 && saysNone(problems[0]) ? [] : problems
        }
        facts.otherFormats = nested.strings("other-formats")
        facts.complaints = complaints(&nested)
        if var contact = nested.nested("contact", example: "contact: {email: access@example.org, telephone: 555 0100}") {
            contact.refuseUnknownKeys(known: ["email", "telephone"], of: "contact")
            facts.email = contact.email("email")
            facts.telephone = contact.string("telephone")
            nested.adopt(contact)
        }
        if var checked = nested.nested("checked", example: "checked: {date: 2026-11-20, by: axe-core 4.11, result: 0 findings}") {
            checked.refuseUnknownKeys(known: ["date", "by", "result"], of: "checked")
            let by = checked.string("by"), result = checked.string("result")
            if !checked.contains("date") {
                checked.report(
                    .missingKey, at: checked.contains("by") ? "by" : "result", "this check has no date",
                    help: "Write the day on which it was made: `date: 2026-11-20`.")
            }
            facts.checked = checked.date("date").map { Check(date: $0, by: by, result: result) }
            nested.adopt(checked)
        }
        yaml.adopt(nested)
        return facts
    }

    private static func saysNone(_ text: String) -> Bool {
        ["none", "none known", "no known problems", "no problems", "nothing", "no", "n/a", "-", "–", "—"].contains(text.lowercased().trimmingPrefix { $0 == " " }.filter { $0 != "." })
    }

    /// Whether a text is the whole address of a page, with a host.
    private static func isPage(_ link: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: link.hasPrefix), !link.contains(where: \.isWhitespace) else { return false }
        let host = link.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        return host.contains(".") && host.contains(where: \.isLetter) && !host.hasPrefix(".") && !host.hasSuffix(".")
    }

    /// An address, or `{name: …, link: …}`.
    private static func complaints(_ yaml: inout YAMLReader) -> Complaints? {
        guard yaml.contains("complaints") else { return nil }
        var name: String?, link = yaml.text("complaints")
        if link == nil, var nested = yaml.nested("complaints", example: "complaints: {name: U.S. Department of Justice, link: https://www.ada.gov/file-a-complaint/}") {
            nested.refuseUnknownKeys(known: ["name", "link"], of: "complaints")
            name = nested.string("name")
            link = nested.string("link")
            yaml.adopt(nested)
        }
        guard let link, isPage(link) else {
            yaml.report(
                .wrongValue, at: "complaints", link.map { "‘\($0)’ is no address of a page" } ?? "‘complaints’ has no link",
                help: "Write where a complaint can be made: `complaints: https://www.ada.gov/file-a-complaint/`.")
            return nil
        }
        return Complaints(name: name, link: link)
    }
}

extension YAMLReader {
    /// An address that a message can be sent to.
    mutating func email(_ key: String) -> String? {
        guard let text = string(key) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isAddress = parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
            && !text.contains { $0.isWhitespace || "<>,;\"".contains($0) }
        if isAddress { return text }
        report(.wrongValue, at: key, "‘\(text)’ is no email address", help: "Write it whole and alone: `\(key): office@example.org`.")
        return nil
    }
}

extension Publication {
    /// Whether Tidings makes an accessibility statement of the settings' facts: a document at its address takes its place.
    package var makesAccessibilityStatement: Bool {
        AccessibilityFacts.areStated(settings, beside: documents)
    }
}

extension AccessibilityFacts {
    static func areStated(_ settings: Settings, beside documents: [Document]) -> Bool {
        settings.accessibility != nil && !documents.contains { $0.address == address }
    }
}

extension Settings {
    /// Where barriers are reported: what `accessibility` says, else the organization's own.
    package var accessibilityContact: (telephone: String?, email: String?) {
        let own = (accessibility?.telephone, accessibility?.email)
        return own.0 == nil && own.1 == nil ? (organization.telephone, organization.email) : own
    }
}
