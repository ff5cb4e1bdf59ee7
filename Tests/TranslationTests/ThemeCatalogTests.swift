import Foundation
import Publication
import Testing

@testable import Translation

/// The catalogs that the theme civic carries: in gettext's canonical form, whole, and each with its language's plural forms.
@Suite struct ThemeCatalogTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path() + "themes/civic/translations/"
    static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []

    private static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: folder + name))) }

    private static func read(_ name: String) throws -> POFile {
        let (catalog, problems) = POFile.read(SourceFile(path: name, bytes: try bytes(name)))
        #expect(problems.map(\.description) == [])
        return try #require(catalog)
    }

    @Test func theLanguagesOfManyFamiliesAreThere() {
        #expect(Self.names == ["ar", "en", "es", "fr", "ht", "pt-BR", "pt", "vi", "zh-Hans"].map { $0 + ".po" })
    }

    @Test(arguments: names) func gettextFindsThemSoundAndInItsOwnForm(_ name: String) throws {
        let bytes = try Self.bytes(name)
        let check = try Gettext.run("msgfmt", ["--check", "--output-file=/dev/null"], on: bytes)
        #expect(check.status == 0 && check.messages.isEmpty, "\(check.messages)")
        #expect(try Gettext.run("msgcat", ["--no-wrap"], on: bytes).output == bytes)
        #expect(try Self.read(name).written() == bytes)
    }

    @Test(arguments: names) func theyTranslateEveryTextOfTheEnglishOne(_ name: String) throws {
        let source = try Self.read("en.po"), catalog = try Self.read(name)
        #expect(catalog.entries.map { [$0.context, $0.id, $0.pluralID] } == source.entries.map { [$0.context, $0.id, $0.pluralID] })
        guard name != "en.po" else { return }
        for entry in catalog.entries {
            #expect(!entry.isFuzzy && !entry.translations.contains(""), "\(entry.context ?? "")")
            // A plural form may say its number in words; nothing else may be left out.
            guard entry.pluralID == nil else { continue }
            #expect(placeholders(in: entry.translations[0]) == placeholders(in: entry.id), "\(entry.context ?? "")")
        }
    }

    @Test(arguments: names) func theirPluralRuleIsTheLanguagesOwn(_ name: String) throws {
        let catalog = try Self.read(name)
        let language = try #require(LanguageTag(name.dropLast(3)))
        let rule = try #require(catalog.header["Plural-Forms"].flatMap(PluralRule.init))
        #expect(rule == .of(language))
        #expect(catalog.header["Language"] == language.catalogName)
        for entry in catalog.entries where entry.pluralID != nil { #expect(entry.translations.count == rule.count) }
    }

    private func placeholders(in text: String) -> [String] { text.matches(of: #/\{[A-Za-z]+\}/#).map { String($0.0) }.sorted() }
}
