import Foundation
import Publication
import Testing

@testable import Building

/// `rules` in publication.yaml.
@Suite struct RuleSettingsTests {
    private func read(_ rules: String) -> (RuleSettings?, [String]) {
        let yaml = "title: A\naddress: https://www.example.org/\nlanguages: [en]\n\(rules)\n"
        let (settings, problems) = Settings.read(SourceFile(path: "content/publication.yaml", bytes: Array(yaml.utf8)))
        return (settings?.rules, problems.map { "\($0.line):\($0.column) \($0.rule.rawValue): \($0.message)" })
    }

    @Test func severitiesAreChangedWithAReason() throws {
        let (rules, problems) = read("rules: {vague-link: {severity: error, reason: We promised.}, all-capitals: {severity: off, reason: Our name.}}")
        #expect(problems == [])
        #expect(rules?.severity(of: .vagueLink) == .error && rules?.severity(of: .allCapitals) == nil && rules?.severity(of: .falseList) == .warning)
    }

    @Test(arguments: [
        ("rules: {vague-link: {severity: error}}", "4:9 missing-key: nothing says why the rule ‘vague-link’ differs here"),
        ("rules: {vague-link: off}", "4:21 wrong-value: ‘vague-link’ must hold keys of its own"),
        ("rules:\n  vague-link: {reason: x}", "5:3 missing-key: the rule ‘vague-link’ has no severity"),
        ("rules:\n  vague-link:", "5:14 missing-key: the rule ‘vague-link’ has no severity"),
        ("rules: {vague-link: {severity: of, reason: x}}", "4:32 wrong-value: ‘of’ is no severity"),
        ("rules: {vague-links: {severity: off, reason: x}}", "4:9 unknown-key: there is no rule ‘vague-links’"),
        ("rules: {broken-link: {severity: off, reason: x}}", "4:9 wrong-value: the rule ‘broken-link’ cannot be changed: what it finds would be missing from the page, or lead nowhere"),
        ("rules: {encoding: {severity: warning, reason: x}}", "4:9 wrong-value: the rule ‘encoding’ cannot be changed: what it finds would be missing from the page, or lead nowhere"),
        ("rules: {vague-link: {severity: off, reason: x, why: y}}", "4:48 unknown-key: a rule has no key ‘why’"),
        ("rules: [vague-link]", "4:8 wrong-value: ‘rules’ must hold keys of its own"),
    ])
    func whatCannotBeReadIsTold(_ rules: String, _ problem: String) { #expect(read(rules).1 == [problem]) }

    @Test func nearestRulesAreNamed() {
        let yaml = "title: A\naddress: https://www.example.org/\nlanguages: [en]\nrules: {vague-lnk: {severity: off, reason: x}}\n"
        let problems = Settings.read(SourceFile(path: "content/publication.yaml", bytes: Array(yaml.utf8))).1
        #expect(problems.map(\.help) == ["Did you mean ‘vague-link’? `tidings explain` lists all rules."])
    }

    // MARK: What comes of it

    private func publication(_ rules: String, _ text: String) throws -> String {
        let folder = NSTemporaryDirectory() + "tidings-rules-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/content", withIntermediateDirectories: true)
        try Data("title: A\naddress: https://www.example.org/\nlanguages: [en]\n\(rules)\n".utf8).write(to: URL(filePath: folder + "/content/publication.yaml"))
        try Data("---\ntitle: A\n---\n\(text)\n".utf8).write(to: URL(filePath: folder + "/content/index.md"))
        return folder
    }

    private let options = BuildOptions { _ in .init("2022-06-01")! }

    @Test func aBuildStopsAtWhatThePublicationCallsAnError() throws {
        let text = "[here](https://example.com)"
        let mild = try publication("", text), strict = try publication("rules: {vague-link: {severity: error, reason: We promised.}}", text)
        defer { for folder in [mild, strict] { try? FileManager.default.removeItem(atPath: folder) } }
        #expect(try build(mild, options: options).problems == [])
        let report = try build(strict, options: options)
        #expect(report.result == nil && report.problems.map(\.rule) == [.vagueLink])
        #expect(report.problems.map(\.reason) == ["We promised."])
    }

    @Test func anErrorOfTheTextCanBeMadeMilderAndThePageIsBuilt() throws {
        let text = "| A | |\n| - | - |\n| 1 | 2 |\n\n#### Deep\n\n## \n\nText."
        let strict = try publication("", text)
        let mild = try publication("""
            rules:
              table-header: {severity: warning, reason: As it was printed.}
              heading-level: {severity: off, reason: As it was printed.}
              empty-heading: {severity: off, reason: As it was printed.}
            """, text)
        defer { for folder in [mild, strict] { try? FileManager.default.removeItem(atPath: folder) } }
        #expect(Set(try build(strict, options: options).problems.map(\.rule)) == [.tableHeader, .headingLevel, .emptyHeading])
        let report = try build(mild, options: options)
        #expect(report.result != nil)
        let found = try check(mild, options: options).problems.filter { $0.rule.family == .texts }
        #expect(found.map(\.rule) == [.tableHeader] && found.map(\.severity) == [.warning])
    }
}
