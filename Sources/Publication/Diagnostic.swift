/// A problem in what someone wrote: where, what is wrong, and how to mend it.
package struct Diagnostic: Sendable, Hashable {
    package let rule: Rule
    package let severity: Severity
    /// Why the publication has another severity for the rule than the rule's own; nil where it has not.
    package let reason: String?
    /// Below the publication's folder.
    package let file: String
    /// Counted from 1.
    package let line: Int
    /// Counted from 1, in Unicode scalars of the line.
    package let column: Int
    /// In Unicode scalars; 0 where the file as a whole is meant.
    package let length: Int
    /// What is wrong: lower case, one clause or two, no full stop.
    package let message: String
    /// How to mend it: a sentence.
    package let help: String
    /// The line itself, or of a long one what lies around the place.
    package let source: String?
    /// How many of the line's Unicode scalars stand before `source`.
    private let sourceStart: Int

    package init(
        rule: Rule, severity: Severity? = nil, reason: String? = nil, file: String, line: Int, column: Int, length: Int, message: String,
        help: String, source: String?, sourceStart: Int = 0
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        self.reason = reason
        self.file = file
        self.line = line
        self.column = column
        self.length = length
        self.message = message
        self.help = help
        self.source = source
        self.sourceStart = sourceStart
    }

    /// The same place, with something else to say of it.
    func with(_ rule: Rule, message: String, help: String) -> Diagnostic {
        Diagnostic(
            rule: rule, file: file, line: line, column: column, length: length, message: message, help: help, source: source,
            sourceStart: sourceStart)
    }

    /// The same problem where it is less severe than its rule.
    package func with(_ severity: Severity) -> Diagnostic {
        Diagnostic(
            rule: rule, severity: severity, reason: reason, file: file, line: line, column: column, length: length, message: message,
            help: help, source: source, sourceStart: sourceStart)
    }

    /// The same problem as the publication judges it.
    func with(_ severity: Severity, because reason: String) -> Diagnostic {
        Diagnostic(
            rule: rule, severity: severity, reason: reason, file: file, line: line, column: column, length: length, message: message,
            help: help, source: source, sourceStart: sourceStart)
    }

    package enum Severity: String, Sendable, CaseIterable {
        case error, warning
        /// Something that a person has to settle, and that no program can.
        case question
    }
}

extension Diagnostic: Comparable {
    /// By file, line and column, so that a run's problems read from top to bottom.
    package static func < (one: Diagnostic, other: Diagnostic) -> Bool {
        (one.file, one.line, one.column, one.rule.rawValue, one.message)
            < (other.file, other.line, other.column, other.rule.rawValue, other.message)
    }
}

extension Diagnostic: CustomStringConvertible {
    /// As a person reads it:
    /// ```
    /// content/plans/goals.md:12:3: error: no document ‘plan.md’ [broken-link]
    ///    12 | See [the plan](plan.md).
    ///       |     ^^^^^^^^^^^^^^^^^^^
    ///     fix: The nearest is ‘plans/goals.md’.
    /// ```
    package var description: String {
        var text = "\(file):\(line):\(column): \(severity.rawValue): \(message) [\(rule.rawValue)]\n"
        if let source, length > 0 {
            let number = String(line)
            let margin = String(repeating: " ", count: max(0, 5 - number.count))
            let (shown, place) = excerpt(of: source)
            // Tabs stay tabs, so that the caret stands below its place however wide they are shown.
            let lead = shown.unicodeScalars.prefix(place).map { $0 == "\t" ? "\t" : " " }.joined()
            let marks = String(repeating: "^", count: min(length, max(1, shown.unicodeScalars.count - lead.unicodeScalars.count)))
            text += "\(margin)\(number) | \(shown)\n      | \(lead)\(marks)\n"
        }
        return text + "  fix: \(help)\n"
    }

    /// A long line is shown around its place only, with “…” where it goes on.
    ///
    /// - Returns: what is shown, and how many of its scalars stand before the place.
    private func excerpt(of source: String) -> (String, place: Int) {
        let scalars = source.unicodeScalars
        let place = max(0, column - 1 - sourceStart)
        let offset = sourceStart > 0 || place > 89 ? max(0, place - 59) : 0
        let isCut = sourceStart + offset > 0
        var shown = String.UnicodeScalarView(isCut ? ["…"] : [])
        let rest = scalars.dropFirst(offset)
        for scalar in rest.prefix(110) {
            // What a terminal would obey, or what would turn the line round, is shown as a box.
            let hidden = (scalar.value < 0x20 && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
                || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            shown.append(hidden ? "\u{FFFD}" : scalar)
        }
        if rest.dropFirst(110).first != nil { shown.append("…") }
        return (String(shown), place - offset + (isCut ? 1 : 0))
    }
}
