import Testing

@testable import Translation

@Suite struct PluralRuleTests {
    @Test func aRuleIsRead() throws {
        let rule = try #require(PluralRule("nplurals=2; plural=(n != 1);"))
        #expect([0, 1, 2].map(rule.form) == [1, 0, 1])
    }
}
