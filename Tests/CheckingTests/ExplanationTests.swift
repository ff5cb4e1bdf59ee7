import Publication
import Testing

@testable import Checking

@Suite struct ExplanationTests {
    @Test(arguments: Rule.allCases) func everyRuleIsExplained(_ rule: Rule) {
        let page = rule.explanation
        #expect(!page.asks.isEmpty && !page.asks.hasSuffix(".") && !page.asks.contains("\n") && page.asks.count <= 100)
        #expect(page.why.hasSuffix(".") && page.mend.hasSuffix(".") || page.mend.hasSuffix("…"), "\(page.why) \(page.mend)")
        #expect(!page.source.isEmpty && !page.bad.isEmpty && !page.good.isEmpty && page.bad != page.good)
    }

    @Test func noTwoRulesShareAPage() {
        let asked = Rule.allCases.map(\.explanation.asks)
        #expect(Set(asked).count == asked.count)
    }

    /// Rules whose examples are texts of a document, which they find by themselves.
    static let tested: [Rule] = [
        .alternativeText, .alternativeWording, .headingLevel, .emptyHeading, .rawHTML, .tableCells, .wordPaste, .vagueLink, .sameLinkText, .bareAddress, .fileLink, .tableHeader,
        .duplicateHeader, .layoutTable, .falseList, .falseHeading, .allCapitals, .colourOrPosition, .abbreviationFirstUse, .languageOfParts, .readingGrade, .hardSentence, .longSentence,
        .longParagraph, .missingSummary,
    ]

    @Test(arguments: tested) func aRuleFindsItsBadExampleAndNotItsGoodOne(_ rule: Rule) throws {
        #expect(try rulesFound(in: rule.explanation.bad, of: rule).contains(rule))
        #expect(try !rulesFound(in: rule.explanation.good, of: rule).contains(rule))
    }

    private func rulesFound(in example: String, of rule: Rule) throws -> Set<Rule> {
        var text = example
        // A grade is given to texts of a hundred words and more, a summary asked of 600.
        if rule == .readingGrade || rule == .hardSentence { text = Array(repeating: example, count: 25).joined(separator: "\n\n") }
        if rule == .missingSummary { text = example.replacing("(more than 600 words)", with: Array(repeating: "We meet on Monday.", count: 160).joined(separator: "\n\n")) }
        if !text.hasPrefix("---") { text = "---\ntitle: A\n---\n" + text + "\n" }
        let file = SourceFile(path: "content/a.md", bytes: Array(text.utf8))
        let (document, problems) = DocumentReader().read(file, path: "a.md")
        var found = Set(problems.map(\.rule))
        guard let document else { return found }
        found.formUnion(PlainLanguageChecks(document, language: LanguageTag("en")!, target: 9).problems().map(\.rule))
        let body = text.split(separator: "---\n", omittingEmptySubsequences: false).dropFirst(2).joined(separator: "---\n")
        let files = ["budget.pdf", "forum.jpg", "library.jpg"]
        let addressed = ["plan.md", "north.md", "south.md"].reduce(body) { $0.replacing($1, with: $1 == "south.md" ? "c.md" : "b.md") }
        return found.union(try linkedRules(in: addressed, files: files))
    }

    private func linkedRules(in text: String, files: [String]) throws -> [Rule] { try CheckingTests.problems(in: text, files: files).map(\.rule) }
}
