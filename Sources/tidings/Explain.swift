import ArgumentParser
import Building
import Checking
import Foundation
import Publication

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a rule: what it asks, why, and how to mend what breaks it.",
        discussion: """
            The name of a rule stands in brackets behind each problem that `tidings check` and `tidings build` show. \
            Without a name, all rules are listed.

            EXAMPLES
              tidings explain
              tidings explain vague-link

            EXIT STATUS
              0  the rule is explained
              2  there is no such rule
            """)

    @Argument(help: ArgumentHelp("The rule's name.", valueName: "rule"), completion: .list(Rule.allCases.map(\.rawValue)))
    var rule: String?

    func validate() throws { _ = try rule.map { try Rule(named: $0) } }

    func run() throws {
        let text = try rule.map { ExplanationText.page(of: try Rule(named: $0)) } ?? ExplanationText.list
        Console.output.write(text)
    }
}

extension Rule {
    /// - Throws: with the nearest name, where there is no such rule.
    init(named name: String) throws {
        if let rule = Rule(rawValue: name) {
            self = rule
            return
        }
        let near = nearest(to: name, among: Rule.allCases.map(\.rawValue)).map { " Did you mean ‘\($0)’?" } ?? " `tidings explain` lists all rules."
        throw ValidationError("‘\(name)’ is no rule.\(near)")
    }
}

/// What `tidings explain` writes.
enum ExplanationText {
    static var list: String {
        let width = Rule.allCases.map(\.rawValue.utf8.count).max() ?? 0
        let families = Rule.Family.allCases.map { family in
            let rules = Rule.allCases.filter { $0.family == family }.sorted { $0.rawValue < $1.rawValue }
            let lines = rules.map { rule in
                "  \(rule.rawValue)\(String(repeating: " ", count: width - rule.rawValue.utf8.count))  \(rule.explanation.asks)\n"
            }
            return "\(family.rawValue)\n" + lines.joined()
        }
        return families.joined(separator: "\n") + "\n`tidings explain RULE` shows one with examples.\n"
    }

    static func page(of rule: Rule) -> String {
        let page = rule.explanation
        let asks = page.asks.prefix(1).uppercased() + page.asks.dropFirst()
        return """
            \(rule.rawValue): \(severity(of: rule))

            \(wrapped(asks + "."))

            Why
            \(wrapped(page.why, by: 2))

            Not so
            \(indented(page.bad))

            But so
            \(indented(page.good))

            How to mend it
            \(wrapped(page.mend, by: 2))

            Source: \(page.source)
            \(change(of: rule))

            """
    }

    private static func severity(of rule: Rule) -> String {
        if rule.blocksTranslation { return "warning; the text shows in the source language" }
        return switch rule.severity {
        case .error: "error; nothing is published"
        case .warning: "warning"
        case .question: "question for a person"
        }
    }

    private static func change(of rule: Rule) -> String {
        guard rule.isChangeable else { return "It cannot be changed: \(Rule.reasonNotToChange)." }
        return "publication.yaml can change its severity (error, warning, question, off):\n  rules: {\(rule.rawValue): {severity: \(rule.severity == .error ? "warning" : "off"), reason: \"Why it differs here.\"}}"
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    }

    /// In lines of at most 78 signs.
    private static func wrapped(_ text: String, by indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = [], line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > 78 {
                lines.append(margin + line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [margin + line]).joined(separator: "\n")
    }
}
