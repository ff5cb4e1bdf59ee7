import Foundation
import Publication
import Testing

@testable import Building

/// Two publications in `Publications/`: one breaks each rule that publication.yaml can change, the other is its repaired copy.
/// A new rule comes with a line that breaks it, with that line in `expected.txt`, and with the line mended in the copy.
@Suite struct PublicationsTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().path() + "Publications/"

    /// What other tests break: doubts about translations come of another command, and the names of a whole publication
    /// are compared in `TrackingChecksTests`.
    static let elsewhere: Set<Rule> = [
        .translationNumber, .translationDate, .translationAmount, .translationContact, .translationTerm, .translationSame, .translationLength,
        .translationPunctuation, .translationScript, .differentWording, .similarNames, .adaptation, .duplicateMessage, .surveyDoubt,
        .translationLabels, .translationAddress, .translationHTML, .translationMarkup, .translationDirection, .translationControl,
        .translationPlaceholder, .translationPlural, .translationEmpty, .exchangeRow, .symbolicLink, .missingTexts,
    ]

    private func problems(in name: String) throws -> [Diagnostic] {
        try check(Self.folder + name, options: BuildOptions { _ in .init("2023-09-01")! }).problems
    }

    @Test func everyRuleIsFoundInItsLine() throws {
        let found = try problems(in: "every-rule-broken").map { "\($0.file):\($0.line) \($0.rule.rawValue)" }
        let expected = try String(contentsOfFile: Self.folder + "every-rule-broken/expected.txt", encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(found.filter { !expected.contains($0) } == [], "found, but not expected")
        #expect(expected.filter { !found.contains($0) } == [], "expected, but not found")
        #expect(found == expected)
    }

    @Test func everyRuleThatCanBeChangedIsBroken() throws {
        let found = Set(try problems(in: "every-rule-broken").map(\.rule))
        let missing = Rule.allCases.filter { $0.isChangeable && !found.contains($0) && !Self.elsewhere.contains($0) }
        #expect(missing == [])
        #expect(Self.elsewhere.intersection(found) == [], "no longer only elsewhere")
    }

    @Test func theRepairedCopyHasNothingToMend() throws {
        #expect(try problems(in: "every-rule-kept").map(\.description) == [])
    }

    /// A copy whose publication.yaml holds rules to be errors.
    private func copy(of name: String, raising rules: [Rule]) throws -> String {
        let copy = FileManager.default.temporaryDirectory.path() + "raised-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: Self.folder + name, toPath: copy)
        let file = copy + "/content/publication.yaml"
        let lines = rules.map { "  \($0.rawValue): {severity: error, reason: We promised.}\n" }.joined()
        try (String(contentsOfFile: file, encoding: .utf8) + "rules:\n" + lines).write(toFile: file, atomically: true, encoding: .utf8)
        return copy
    }

    @Test func aBuildStopsAtWhateverIsHeldToBeAnError() throws {
        let copy = try copy(of: "every-rule-broken", raising: Rule.allCases.filter(\.isChangeable))
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let options = BuildOptions { _ in .init("2023-09-01")! }
        let report = try build(copy, options: options)
        #expect(report.result == nil)
        #expect(report.problems.map(\.description) == (try check(copy, options: options).problems.map(\.description)))
    }

    @Test func aBuildStopsWhereALanguageLacksWhatIsOwedInIt() throws {
        let copy = try copy(of: "every-rule-kept", raising: [.missingLanguageHelp])
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let options = BuildOptions { _ in .init("2023-09-01")! }
        #expect(try build(copy, options: options).result != nil)
        let catalog = copy + "/content/translations/es.po"
        try String(contentsOfFile: catalog, encoding: .utf8).replacing("\"Ayuda en su idioma\"", with: "\"\"").write(toFile: catalog, atomically: true, encoding: .utf8)
        let report = try build(copy, options: options)
        #expect(report.result == nil && report.problems.filter { $0.severity == .error }.map(\.rule) == [.missingLanguageHelp])
    }

    @Test func aBuildStopsAtTranslationsToo() throws {
        let copy = try copy(of: "every-rule-kept", raising: [.allCapitals])
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let options = BuildOptions { _ in .init("2023-09-01")! }
        #expect(try build(copy, options: options).result != nil)
        let catalog = copy + "/content/translations/es.po"
        try String(contentsOfFile: catalog, encoding: .utf8).replacing("\"Ayuda en su idioma\"", with: "\"AYUDA EN SU IDIOMA\"").write(toFile: catalog, atomically: true, encoding: .utf8)
        let report = try build(copy, options: options)
        #expect(report.result == nil && report.problems.filter { $0.severity == .error }.map(\.rule) == [.allCapitals])
        #expect(report.problems.map(\.description) == (try check(copy, options: options).problems.filter { $0.severity == .error }.map(\.description)))
    }
}
