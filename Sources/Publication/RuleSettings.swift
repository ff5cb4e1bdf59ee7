/// How severe a publication holds breaches of rules to be, where it differs from the rules themselves:
/// `rules: {all-capitals: {severity: off, reason: "Our name is written so."}}`.
package struct RuleSettings: Sendable {
    package struct Change: Sendable, Hashable {
        /// Nil where the rule is off.
        package let severity: Diagnostic.Severity?
        package let reason: String
    }

    package private(set) var changes: [Rule: Change] = [:]

    package init(_ changes: [Rule: Change] = [:]) { self.changes = changes }

    /// Nil where the rule is off.
    package func severity(of rule: Rule) -> Diagnostic.Severity? {
        if let change = changes[rule] { change.severity } else { rule.severity }
    }

    /// The problems as the publication judges them: without those of rules that are off.
    package func judged(_ problems: [Diagnostic]) -> [Diagnostic] {
        guard !changes.isEmpty else { return problems }
        return problems.compactMap { problem in
            guard let change = changes[problem.rule] else { return problem }
            return change.severity.map { problem.with($0, because: change.reason) }
        }
    }
}

extension RuleSettings {
    private static let example = "rules: {vague-link: {severity: error, reason: \"Why it differs here.\"}}"

    static func read(_ yaml: inout YAMLReader) -> RuleSettings {
        guard var rules = yaml.nested("rules", example: example) else { return RuleSettings() }
        var changes: [Rule: Change] = [:]
        for name in rules.keys {
            guard let rule = Rule(rawValue: name) else {
                let near = nearest(to: name, among: Rule.allCases.lazy.filter(\.isChangeable).map(\.rawValue)).map { "Did you mean ‘\($0)’? " } ?? ""
                rules.report(.unknownKey, atKey: name, "there is no rule ‘\(name)’", help: near + "`tidings explain` lists all rules.")
                continue
            }
            guard rule.isChangeable else {
                rules.report(
                    .wrongValue, atKey: name, "the rule ‘\(name)’ cannot be changed: \(Rule.reasonNotToChange)",
                    help: "Take the line out. What can be changed are rules about how texts are written, and what `tidings check` asks of "
                        + "plans and translations: `tidings explain` says of each.")
                continue
            }
            if let change = change(of: rule, &rules) { changes[rule] = change }
        }
        yaml.adopt(rules)
        return RuleSettings(changes)
    }

    private static func change(of rule: Rule, _ rules: inout YAMLReader) -> Change? {
        let name = rule.rawValue
        guard var yaml = rules.nested(name, example: "\(name): {severity: off, reason: \"Why it differs here.\"}") else {
            if rules.text(name)?.isEmpty == true {
                rules.report(.missingKey, at: name, "the rule ‘\(name)’ has no severity", help: "Write `\(name): {severity: off, reason: \"Why it differs here.\"}`.")
            }
            return nil
        }
        yaml.refuseUnknownKeys(known: ["severity", "reason"], of: "a rule")
        defer { rules.adopt(yaml) }
        let severities = Diagnostic.Severity.allCases.map(\.rawValue) + ["off"]
        let severity = yaml.choice("severity", of: severities, meanings: ["warn": "warning", "none": "off", "false": "off", "no": "off", "ignore": "off"])
        if !yaml.contains("severity") {
            rules.report(.missingKey, atKey: name, "the rule ‘\(name)’ has no severity", help: "Write one of \(severities.joined(separator: ", ")): `\(name): {severity: off, reason: \"Why it differs here.\"}`.")
        }
        let reason = yaml.string("reason")
        if reason == nil {
            rules.report(.missingKey, atKey: name, "nothing says why the rule ‘\(name)’ differs here", help: "Whoever reads this later has to know: write `reason: \"Why it differs here.\"` beside its severity.")
        }
        guard let severity, let reason else { return nil }
        return Change(severity: Diagnostic.Severity(rawValue: severity), reason: reason)
    }
}
