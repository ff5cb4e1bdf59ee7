import Foundation
import Publication
import Testing

@testable import Building

/// Publications in `Publications/` that break rules, with what `check` has to say of them in `expected.txt`, each beside its
/// repaired copy: one breaks whatever publication.yaml can change, and those below `every-error-broken` what it cannot, since
/// some errors keep others from being found.
///
/// A new rule comes with a line that breaks it, with that line in `expected.txt`, and with the line mended in the copy.
@Suite struct PublicationsTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().path() + "Publications/"
    static let errors = ["documents", "empty", "layout", "no-theme", "theme"]

    /// What no stored publication can break.
    static let elsewhere: Set<Rule> = [
        // Of files that translators give back, which `translations import` reads: ExchangeCSVTests, TranslationImportTests.
        .exchangeFile, .exchangeRow,
        // A file that nobody may read, or with a name that is no text: `whatCannotBeReadIsTold`.
        .unreadable,
    ]

    private func problems(in name: String, on day: String = "2023-09-01") throws -> [Diagnostic] {
        try check(Self.folder + name, options: BuildOptions { _ in .init(day)! }).problems
    }

    @Test func everyRuleIsFoundInItsLine() throws {
        let found = try problems(in: "every-rule-broken").map { "\($0.file):\($0.line) \($0.rule.rawValue)" }
        let expected = try String(contentsOfFile: Self.folder + "every-rule-broken/expected.txt", encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(found.filter { !expected.contains($0) } == [], "found, but not expected")
        #expect(expected.filter { !found.contains($0) } == [], "expected, but not found")
        #expect(found == expected)
    }

    @Test func everyErrorIsFoundInItsLine() throws {
        let found = try Self.errors.flatMap { name in try problems(in: "every-error-broken/" + name).map { "\(name)/\($0.file):\($0.line) \($0.rule.rawValue)" } }
        let expected = try String(contentsOfFile: Self.folder + "every-error-broken/expected.txt", encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(found == expected)
    }

    @Test func everyRuleIsBroken() throws {
        let changeable = Set(try problems(in: "every-rule-broken").map(\.rule))
        let others = Set(try Self.errors.flatMap { try problems(in: "every-error-broken/" + $0) }.map(\.rule))
        #expect(Rule.allCases.filter { $0.isChangeable && !changeable.contains($0) && !Self.elsewhere.contains($0) } == [])
        #expect(Rule.allCases.filter { !$0.isChangeable && !others.contains($0) && !Self.elsewhere.contains($0) } == [])
        #expect(Self.elsewhere.intersection(changeable.union(others)) == [], "no longer only elsewhere")
    }

    @Test func whatCannotBeReadIsTold() throws {
        let copy = try copy(of: "every-error-kept/no-theme", raising: [])
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let name = copy.utf8.map(CChar.init(bitPattern:)) + "/content/caf".utf8.map(CChar.init(bitPattern:)) + [CChar(bitPattern: 0xE9), 0]
        let file = try #require(fopen(name, "w"))
        fclose(file)
        #expect(try check(copy, options: BuildOptions { _ in .init("2023-09-01")! }).problems.map(\.rule) == [.unreadable])
    }

    @Test(arguments: ["every-rule-kept"] + errors.map { "every-error-kept/" + $0 }) func theRepairedCopyHasNothingToMend(_ name: String) throws {
        #expect(try problems(in: name).map(\.description) == [])
        // Nor on whatever day somebody looks.
        #expect(try problems(in: name, on: "2031-03-01").map(\.description) == [])
    }

    /// A copy whose publication.yaml holds rules to be errors.
    private func copy(of name: String, raising rules: [Rule]) throws -> String {
        let copy = FileManager.default.temporaryDirectory.path() + "raised-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: Self.folder + name, toPath: copy)
        let file = copy + "/content/publication.yaml"
        let lines = rules.map { "  \($0.rawValue): {severity: error, reason: We promised.}\n" }.joined()
        try (String(contentsOfFile: file, encoding: .utf8) + (rules.isEmpty ? "" : "rules:\n" + lines)).write(toFile: file, atomically: true, encoding: .utf8)
        return copy
    }

    @Test func aBuildStopsAtWhateverIsHeldToBeAnError() throws {
        let copy = try copy(of: "every-rule-broken", raising: Rule.allCases.filter(\.isChangeable))
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let options = BuildOptions { _ in .init("2023-09-01")! }
        let report = try build(copy, options: options)
        #expect(report.result == nil)
        // Where the source has errors, a build does not go on to translations.
        let found = try check(copy, options: options).problems.map(\.description), told = report.problems.map(\.description)
        #expect(Set(told).isSubset(of: found))
        #expect(found.filter { !told.contains($0) }.allSatisfy { $0.hasPrefix("content/translations/") || $0.hasPrefix("content/tables.es.md") })
    }

    @Test(arguments: Rule.allCases.filter { $0.family == .translations && $0.isChangeable && !elsewhere.contains($0) && $0 != .translationPlaceholder })
    func aBuildStopsAtATranslationThatIsHeldToBeInError(_ rule: Rule) throws {
        let copy = try copy(of: "every-rule-kept", raising: [rule])
        defer { try? FileManager.default.removeItem(atPath: copy) }
        for file in ["translations/es.po", "tables.es.md"] {
            let path = copy + "/content/" + file
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.copyItem(atPath: Self.folder + "every-rule-broken/content/" + file, toPath: path)
        }
        let report = try build(copy, options: BuildOptions { _ in .init("2023-09-01")! })
        #expect(report.result == nil && Set(report.problems.filter { $0.severity == .error }.map(\.rule)) == [rule])
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
