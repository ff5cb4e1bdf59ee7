/// What `accessibility:` in `publication.yaml` says: of what the accessibility statement of each edition is made.
///
///     accessibility:
///       standard: WCAG 2.2 AA
///       answer-within: 5 school days
///       known-problems: [Older minutes are scanned pictures.]
///       checked: {date: 2026-11-20, by: axe-core 4.11, result: 0 findings on 575 pages}
package struct AccessibilityFacts: Sendable {
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
    /// Where to turn when the answer does not help: an https address.
    package var complaints: String?

    package init() {}

    package struct Check: Sendable {
        package let date: CalendarDate
        package let by: String?
        package let result: String?
    }

    /// The texts that are translated, in their order.
    package var texts: [String] { [answerWithin, coordinator, checked?.by, checked?.result].compactMap { $0 } + (knownProblems ?? []) }
}

extension AccessibilityFacts {
    /// Where the statement stands, below each edition's root.
    package static let address = "accessibility/"

    private static let example = "accessibility: {standard: WCAG 2.2 AA, answer-within: 5 days}"
    private static let keys = ["standard", "contact", "answer-within", "coordinator", "checked", "known-problems", "complaints"]

    static func read(_ yaml: inout YAMLReader) -> AccessibilityFacts? {
        guard var nested = yaml.nested("accessibility", example: example) else { return nil }
        nested.refuseUnknownKeys(known: keys, of: "accessibility")
        var facts = AccessibilityFacts()
        facts.standard = nested.string("standard")
        facts.answerWithin = nested.string("answer-within")
        facts.coordinator = nested.string("coordinator")
        if nested.contains("known-problems") { facts.knownProblems = nested.strings("known-problems") }
        if let address = nested.string("complaints") {
            if address.hasPrefix("https://") || address.hasPrefix("http://") {
                facts.complaints = address
            } else {
                nested.report(
                    .wrongValue, at: "complaints", "‘\(address)’ is no address of a page",
                    help: "Write where a complaint can be made: `complaints: https://www.ada.gov/file-a-complaint/`.")
            }
        }
        if var contact = nested.nested("contact", example: "contact: {email: access@example.org, telephone: 555 0100}") {
            contact.refuseUnknownKeys(known: ["email", "telephone"], of: "contact")
            facts.email = contact.string("email")
            facts.telephone = contact.string("telephone")
            nested.adopt(contact)
        }
        if var checked = nested.nested("checked", example: "checked: {date: 2026-11-20, by: axe-core 4.11, result: 0 findings}") {
            checked.refuseUnknownKeys(known: ["date", "by", "result"], of: "checked")
            let by = checked.string("by"), result = checked.string("result")
            if !checked.contains("date") {
                checked.report(
                    .missingKey, at: checked.contains("by") ? "by" : "result", "this check has no date", help: "Write the day on which it was made: `date: 2026-11-20`.")
            }
            facts.checked = checked.date("date").map { Check(date: $0, by: by, result: result) }
            nested.adopt(checked)
        }
        yaml.adopt(nested)
        return facts
    }
}

extension Settings {
    /// Where barriers are reported: what `accessibility` says, else the organization's own.
    package var accessibilityContact: (telephone: String?, email: String?) {
        let own = (accessibility?.telephone, accessibility?.email)
        return own.0 == nil && own.1 == nil ? (organization.telephone, organization.email) : own
    }
}
