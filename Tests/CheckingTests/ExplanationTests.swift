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
}
