import Publication
import Testing

@Suite struct ExplainCommandTests {
    @Test func aRuleIsExplained() async throws {
        let result = try await Program.run("explain", "vague-link")
        #expect(result.status == 0 && result.error == "" && result.output.hasPrefix("vague-link: warning\n\nA link's words say where it leads.\n"))
        for part in ["\nWhy\n  ", "\nNot so\n  To read the plan, [click here](plan.md).\n", "\nBut so\n  ", "\nHow to mend it\n  ", "\nSource: WCAG 2.2, 2.4.4 ", "publication.yaml can change"] {
            #expect(result.output.contains(part), "\(part)")
        }
        #expect(try await Program.run("explain", "broken-link").output.contains("It cannot be changed: what it finds would be missing from the page, or lead nowhere.\n"))
    }

    @Test func allRulesAreListedByFamily() async throws {
        let result = try await Program.run("explain")
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n")
        for rule in Rule.allCases { #expect(lines.count { $0.hasPrefix("  \(rule.rawValue) ") } == 1, "\(rule)") }
        for family in ["Texts", "Addresses and links", "Files"] { #expect(lines.contains(Substring(family))) }
    }

    @Test func theNearestNameIsSuggested() async throws {
        let result = try await Program.run("explain", "vague-lnik")
        #expect(result.status == 2 && result.error.hasPrefix("Error: ‘vague-lnik’ is no rule. Did you mean ‘vague-link’?"), "\(result)")
    }
}
