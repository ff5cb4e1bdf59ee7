import Publication
import Testing

@testable import Building
@testable import BundledThemes
@testable import Rendering

/// The words of the theme civic as pages show them, and a publication's own over them.
@Suite struct ThemeTextsTests {
    private static func civic(_ code: String, own: [(path: String, bytes: [UInt8])] = [], theme: String = "civic") throws -> Texts {
        let language = try #require(LanguageTag(code))
        let files = ThemeFiles(bundled: BundledThemes.files(), own: own)
        let settings = SourceFile(path: "content/publication.yaml", bytes: [])
        let (loaded, problems) = Theme.load(theme, from: files, languages: [language], settingsFile: settings)
        #expect(problems.map(\.description) == [])
        return try #require(loaded).texts(in: language)
    }

    @Test(arguments: [
        ("en", [0, 1, 2, 1_234], ["0 people", "1 person", "2 people", "1,234 people"]),
        ("es", [0, 1, 2, 1_234_567], ["0 personas", "1 persona", "2 personas", "1.234.567 personas"]),
        ("pt", [0, 1, 2], ["0 pessoas", "1 pessoa", "2 pessoas"]),
        ("pt-BR", [0, 1, 2], ["0 pessoa", "1 pessoa", "2 pessoas"]),
        ("fr", [0, 1, 2], ["0 personne", "1 personne", "2 personnes"]),
        ("zh-Hans", [0, 1, 2], ["0 人", "1 人", "2 人"]),
        ("ht", [0, 1, 2], ["0 moun", "1 moun", "2 moun"]),
        ("vi", [0, 1, 2], ["0 người", "1 người", "2 người"]),
        ("ar", [0, 1, 2, 3, 11, 100, 103], ["لا أحد", "شخص واحد", "شخصان", "3 أشخاص", "11 شخصًا", "100 شخص", "103 أشخاص"]),
    ]) func countedThingsTakeTheirLanguagesPluralForms(_ code: String, _ counts: [Int], _ expected: [String]) throws {
        let texts = try Self.civic(code)
        #expect(counts.map { texts("people", count: $0).plain } == expected)
    }

    @Test(arguments: ["ar", "es", "fr", "ht", "pt", "pt-BR", "vi", "zh-Hans", "es-US", "zh-CN"]) func everyTextIsThereInItsLanguage(_ code: String) throws {
        let texts = try Self.civic(code)
        #expect(texts.all.count > 100)
        #expect(texts.all.filter { texts.otherLanguage(of: $0.key) != nil }.map(\.key) == [])
    }

    @Test(arguments: [("en", "0 of 1 outcome met", "1 of 2 outcomes met"), ("es", "0 de 1 resultado cumplido", "1 de 2 resultados cumplidos"), ("zh-Hans", "1 项成果中已达成 0 项", "2 项成果中已达成 1 项")])
    func whatIsMetTakesTheFormOfAllThatIsPromised(_ code: String, _ one: String, _ two: String) throws {
        let texts = try Self.civic(code)
        #expect(texts("metOf", count: 1, ["met": .number(0)]).plain == one)
        #expect(texts("metOf", count: 2, ["met": .number(1)]).plain == two)
    }

    private static let override = """
        msgid ""
        msgstr "Content-Type: text/plain; charset=UTF-8\\n"

        msgctxt "contents"
        msgid "On this page"
        msgstr "Índice"

        """

    private static let pages = [
        "publication.yaml": "title: Distrito\naddress: https://test.example/\nlanguages: [es]\n",
        "a.md": "---\ntitle: Una página\n---\n## Uno\n\nTexto.\n\n## Dos\n\nTexto.\n\n## Tres\n\nTexto.\n",
    ]

    @Test func aPublicationOverridesTextsOneByOne() throws {
        let publication = try TestPublication(Self.pages.merging(["/themes/civic/translations/es.po": Self.override]) { $1 })
        #expect(try publication.problems() == "")
        let page = try publication.site("a/index.html")
        #expect(page.contains("Índice"))
        #expect(page.contains("Ir al contenido principal"))
    }

    @Test func aThemeThatExtendsCivicLaysItsTextsOverCivics() throws {
        let publication = try TestPublication(Self.pages.merging([
            "publication.yaml": Self.pages["publication.yaml"]! + "theme: own\n", "/themes/own/theme.yaml": "extends: civic\n",
            "/themes/own/translations/es.po": Self.override,
            "/themes/civic/translations/es.po": Self.override.replacing("Índice", with: "Below"),
        ]) { $1 })
        #expect(try publication.problems() == "")
        let page = try publication.site("a/index.html")
        #expect(page.contains("Índice") && !page.contains("Below"))
        #expect(page.contains("Ir al contenido principal"))
    }

    @Test func aBrokenCatalogIsAnErrorAtItsLine() throws {
        let broken = Self.override.replacing("msgstr \"Índice\"", with: "msgstr \"Índice")
        let publication = try TestPublication(Self.pages.merging(["/themes/civic/translations/es.po": broken]) { $1 })
        #expect(try publication.problems().hasPrefix("themes/civic/translations/es.po:6:"))
    }

    @Test(arguments: ["hmn", "kea", "quc", "ht", "xyz"]) func languagesOfThreeLettersAreBuilt(_ code: String) throws {
        let publication = try TestPublication([
            "publication.yaml": "title: A\naddress: https://test.example/\nlanguages: [\(code)]\n",
            "updates/first.md": "---\nkind: update\ntitle: First\ndate: 2022-03-09\n---\nText.\n",
            "events/forum.md": "---\nkind: event\ntitle: Forum\nstart: 2022-03-10T18:00\nend: 2022-03-10T20:00\nlanguages: [es, \(code)]\n---\nText.\n",
        ])
        let problems = try publication.problems()
        #expect(code == "ht" ? problems == "" : problems.contains("themes/civic/translations/\(code).po"))
        let page = try publication.site("events/forum/index.html")
        #expect(page.contains("<html lang=\"\(code)\""))
        #expect(page.contains(["ht": "jedi 10 mas 2022, 6:00 PM – 8:00 PM", "kea": "10 di Marsu di 2022, 18:00"][code] ?? "2022-03-10, 18:00 – 20:00"))
    }
}
