import Foundation
import Publication
import Testing
import Translation

@testable import Building

/// The publication in several languages, as its pages show it.
@Suite struct EditionTests {
    private static let settings = "title: Test district\naddress: https://test.example/below/\nlanguages: [en, es, ar]\n"

    private func catalog(_ language: String, _ translations: KeyValuePairs<String, String>, header: String = "charset=UTF-8") -> String {
        "msgid \"\"\nmsgstr \"Language: \(language)\\nContent-Type: text/plain; \(header)\\n\"\n"
            + translations.map { "\nmsgid \"\($0)\"\nmsgstr \"\($1)\"\n" }.joined()
    }

    private func publication(_ files: [String: String] = [:], es: KeyValuePairs<String, String>) throws -> TestPublication {
        let all = ["publication.yaml": Self.settings, "translations/es.po": catalog("es", es)].merging(files) { $1 }
        return try TestPublication(all)
    }

    // MARK: What is offered

    @Test(arguments: [(nil, 50), (50, 50), (51, 51), (0, 0), (100, 100)] as [(Int?, Int)])
    func aPageIsOfferedFromSoManyPerCentOfItsWords(_ offerAt: Int?, _ limit: Int) throws {
        let settings = Self.settings + (offerAt.map { "offer-at: \($0)\n" } ?? "")
        let site = try publication(
            ["publication.yaml": settings, "page.md": "---\ntitle: One two\n---\nThree four.\n", "index.md": "---\ntitle: Home\n---\n"], es: ["One two": "Uno dos"])
        #expect(try site.problems() == "")
        let spanish = try site.site("es/page/index.html"), english = try site.site("page/index.html"), map = try site.site("sitemap.xml")
        let isOffered = 50 >= limit
        #expect(spanish.contains("noindex") == !isOffered)
        #expect(spanish.contains("<link rel=\"canonical\" href=\"https://test.example/below/\(isOffered ? "es/" : "")page/\">"))
        #expect(map.contains("<loc>https://test.example/below/es/page/</loc>") == isOffered)
        #expect(english.contains("hreflang=\"es\" href=\"https://test.example/below/es/page/\"") == isOffered)
        #expect(english.contains("<a href=\"../es/page/\" lang=\"es\">Español</a>") == isOffered)
        #expect(english.contains("<span lang=\"es\">Español</span> <span class=\"note\">(in English)</span>") == !isOffered)
    }

    @Test func alternatesAreReciprocal() throws {
        let site = try publication(["index.md": "---\ntitle: Home\n---\nWords.\n"], es: ["Home": "Inicio", "Words.": "Palabras."])
        try site.build()
        func alternates(_ page: String) throws -> [String] {
            try site.site(page).split(separator: "\n").filter { $0.contains("rel=\"alternate\"") }.map(String.init)
        }
        let english = try alternates("index.html")
        #expect(english == [
            "<link rel=\"alternate\" hreflang=\"en\" href=\"https://test.example/below/\">",
            "<link rel=\"alternate\" hreflang=\"es\" href=\"https://test.example/below/es/\">",
            "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://test.example/below/\">",
        ])
        #expect(try alternates("es/index.html") == english)
        #expect(try alternates("ar/index.html") == [])
    }

    @Test func aPageSaysHowFarItIsTranslated() throws {
        let settings = Self.settings + "organization: {telephone: 555-0100}\n"
        let site = try publication(
            ["publication.yaml": settings, "index.md": "---\ntitle: Home\n---\nOne two three.\n"], es: ["Home": "Inicio"])
        try site.build()
        let spanish = try site.site("es/index.html")
        #expect(spanish.contains("<a href=\"../\" hreflang=\"en\">Leer esta página en inglés</a>"))
        #expect(spanish.contains("25"))
        #expect(spanish.contains("<a href=\"tel:5550100\" dir=\"ltr\">555-0100</a>"))
        #expect(spanish.contains("<p lang=\"en\" dir=\"ltr\">One two three.</p>"))
    }

    @Test func vitalPagesShowNoMachineWorkThatNobodyHasRead() throws {
        let page = "---\ntitle: Safety\nvital: true\n---\nLeave by the door.\n"
        let key = Message.Key(text: "Leave by the door.")
        let hash = Reviews.hash(key, "Salga por la puerta.")
        let files = [
            "index.md": page, "page.md": page.replacing("vital: true\n", with: ""),
            "translations/reviews.yaml": "- language: es\n  made: machine\n  by: some program\n  messages:\n    - \(hash)\n",
        ]
        let site = try publication(files, es: ["Safety": "Seguridad", "Leave by the door.": "Salga por la puerta."])
        #expect(try site.problems() == "")
        #expect(try site.site("es/index.html").contains("<p lang=\"en\" dir=\"ltr\">Leave by the door.</p>"))
        let ordinary = try site.site("es/page/index.html")
        #expect(ordinary.contains("<p>Salga por la puerta.</p>"))
        #expect(ordinary.contains("traducidas por computadora") || ordinary.contains("tradujo una computadora") || ordinary.contains("computadora"))
    }

    // MARK: What is not translated

    /// A fixture's publication in other languages, none of it translated.
    private func untranslated(_ fixture: String, languages: String) throws -> TestPublication {
        let folder = GoldenTests.repository + "Tests/Fixtures/\(fixture)/content/"
        let site = try TestPublication([:])
        for path in try filesBelow(folder) where !path.hasPrefix("translations/") {
            try site.write(path, Array(try Data(contentsOf: URL(filePath: folder + path))))
        }
        let settings = try String(contentsOf: URL(filePath: folder + "publication.yaml"), encoding: .utf8)
        try site.write("publication.yaml", settings.replacing(/languages: .*/, with: "languages: \(languages)"))
        try site.build()
        return site
    }

    /// Words in Latin letters on the pages of an edition that do not say that they are English; names of forms of data are
    /// the same in every language.
    private func unmarked(_ site: TestPublication, _ language: String, withAttributes: Bool) throws -> [String] {
        try site.siteFiles().filter { $0.hasPrefix(language + "/") && $0.hasSuffix(".html") }.flatMap { path -> [String] in
            // No part of a window's title can be marked, and data say their language themselves.
            let body = try site.site(path).components(separatedBy: "</title>")[1].components(separatedBy: "<script type=\"application/ld+json\">")
            let found = TextsByLanguage(html: "<html lang=\"\(language)\">" + body[0])
            return ([found.texts[language] ?? ""] + (withAttributes ? found.attributes[language] ?? [] : [])).flatMap { text in
                text.split(separator: " ").filter { !$0.contains("@") && !$0.contains("://") && !$0.contains("&") }
                    .flatMap { $0.split { !$0.isASCII || !$0.isLetter } }.filter { $0.count > 1 && !Self.formsOfData.contains($0) }.map { "\(path): \($0)" }
            }
        }
    }

    private static let formsOfData: Set<Substring> = ["CSV", "JSON", "StratML", "XML", "iCalendar", "Data", "Package", "PDF", "JavaScript"]

    @Test(arguments: ["kinds", "promises"]) func whatIsNotTranslatedSaysSo(_ fixture: String) throws {
        let site = try untranslated(fixture, languages: "[en, ar]")
        let found = try unmarked(site, "ar", withAttributes: true)
        #expect(found == [])
    }

    /// A theme without words in a language shows its English ones: marked, and with numbers and dates as English has them.
    @Test(arguments: ["kinds", "promises"]) func whatTheThemeDoesNotSayInALanguageSaysSo(_ fixture: String) throws {
        let site = try untranslated(fixture, languages: "[en, fa]")
        let found = try unmarked(site, "fa", withAttributes: false)
        #expect(found == [])
        let pages = try site.siteFiles().filter { $0.hasPrefix("fa/") && $0.hasSuffix(".html") }
        let english = try pages.flatMap { path -> [Substring] in
            // The numbers of tables are the edition's in any case.
            let html = try site.site(path).components(separatedBy: "<td").map { $0.contains("</td>") ? String($0.split(separator: "</td>", maxSplits: 1).last ?? "") : $0 }.joined(separator: "<td>")
            return (TextsByLanguage(html: html).texts["en"] ?? "").split(separator: " ").filter { $0.contains { ("\u{600}"..."\u{6FF}").contains($0) } }
        }
        #expect(english == [])
    }

    // MARK: Lists

    @Test func listsStandInTheOrderOfTheEditionsLanguage() throws {
        let files = ["a.md": "---\ntitle: Apple\n---\n", "b.md": "---\ntitle: Bear\n---\n", "c.md": "---\ntitle: Cat\n---\n"]
        let site = try publication(
            Dictionary(uniqueKeysWithValues: files.map { ("things/" + $0, $1) }), es: ["Apple": "Zapato", "Bear": "Ñandú", "Cat": "Nube"])
        try site.build()
        func order(_ page: String, _ names: [String]) throws -> [String] {
            let html = try site.site(page)
            return names.sorted { html.firstRange(of: ">" + $0)!.lowerBound < html.firstRange(of: ">" + $1)!.lowerBound }
        }
        #expect(try order("things/index.html", ["Cat", "Apple", "Bear"]) == ["Apple", "Bear", "Cat"])
        #expect(try order("es/things/index.html", ["Zapato", "Ñandú", "Nube"]) == ["Nube", "Ñandú", "Zapato"])
    }

    // MARK: Documents written anew

    @Test func aDocumentMayBeWrittenAnewForALanguage() throws {
        let site = try publication(
            [
                "plan.md": "---\ntitle: The plan\n---\n## First part\n\nWords.\n",
                "plan.es.md": "---\ntitle: El plan\n---\n## Primera parte\n\nOtras palabras, [aquí](#first-part).\n", "index.md": "---\ntitle: Home\n---\n[it](plan.md#first-part)\n",
            ], es: ["The plan": "Nunca", "Words.": "Nunca."])
        let problems = try site.problems()
        #expect(problems.contains("content/plan.es.md:1:1: warning: this does not say what it follows"))
        #expect(problems.contains("Run `tidings translations follow content/plan.es.md`"))
        let page = try site.site("es/plan/index.html")
        #expect(page.contains("<h2 id=\"first-part\">Primera parte</h2>") && page.contains("#first-part\">aquí</a>"))
        #expect(!page.contains("Nunca") && !page.contains("lang=\"en\" dir=\"ltr\">Words"))
        #expect(try !site.siteFiles().contains { $0.contains("plan-es") })
        #expect(try site.site("es/index.html").contains("href=\"plan/#first-part\""))
    }

    @Test func aDocumentWrittenAnewSaysWhenItsSourceHasChanged() throws {
        let source = "---\ntitle: The plan\n---\nWords.\n\nMore words.\n"
        let site = try publication(["plan.md": source, "index.md": "---\ntitle: Home\n---\n"], es: [:])
        let (texts, _) = try PublicationTexts.read(site.folder)
        let state = SourceState(try #require(texts?.messages.documents.first { $0.document.path == "plan.md" })).text
        try site.write("plan.es.md", "---\ntitle: El plan\nfollows: \"\(state)\"\n---\nPalabras.\n")
        #expect(try site.problems() == "")
        #expect(try !site.site("es/plan/index.html").contains("El original"))
        try site.write("plan.md", source.replacing("More", with: "Other"))
        #expect(try site.problems() == "")
        #expect(try site.site("es/plan/index.html").contains("<p class=\"notice\">"))
        let (changed, _) = try PublicationTexts.read(site.folder)
        let adapted = try #require(changed?.adaptations.first)
        #expect(adapted.changes(in: try #require(changed).messages)?.map(\.key.text) == ["Other words."])
        let followed = try #require(AdaptedDocument.following(SourceState(changed!.messages.documents.first { $0.document.path == "plan.md" }!), in: "---\r\ntitle: T\r\nfollows: x\r\n---\r\nText\r\n"))
        #expect(followed.contains("title: T\r\nfollows: \"") && !followed.contains("follows: x") && followed.hasSuffix("---\r\nText\r\n"))
    }

    @Test func whatFollowsNothingIsAnError() throws {
        let site = try publication(["nothing.es.md": "---\ntitle: Nada\n---\n", "index.md": "---\ntitle: Home\n---\n"], es: [:])
        #expect(try site.problems().contains("error: this follows content/nothing.md in ‘es’, which is not there"))
        try site.write("nothing.md", "---\nkind: update\ndate: 2022-01-01\ntitle: Nothing\n---\n")
        #expect(try site.problems().contains("error: this is of kind page, but follows content/nothing.md, which is of kind update"))
    }

    // MARK: Bad input

    @Test(arguments: [
        ("translations/es.po", "msgid \"\"\nmsgstr \"Language: es\\n\"\n\nmsgid \"Home\nmsgstr \"Inicio\"\n", "content/translations/es.po:4:7: error: "),
        ("translations/fi.po", "msgid \"\"\nmsgstr \"\"\n", "error: the publication has no language ‘fi’"),
        ("translations/en.po", "msgid \"\"\nmsgstr \"\"\n", "error: ‘en’ is the language that the publication is written in"),
        ("es/page.md", "---\ntitle: Page\n---\n", "error: this document stands at /es/page/, where the pages in ‘es’ stand"),
    ])
    func whatCannotBeReadLeavesThePublishedSite(_ path: String, _ text: String, _ expected: String) throws {
        let site = try publication(["index.md": "---\ntitle: Home\n---\n"], es: ["Home": "Inicio"])
        try site.build()
        let before = try site.site("es/index.html")
        try site.write("index.md", "---\ntitle: Other\n---\n")
        try site.write(path, text)
        #expect(try site.problems().contains(expected))
        #expect(try site.site("es/index.html") == before)
    }

    /// A file in the usual form takes a way of its own; every other form must show the same.
    @Test(arguments: [
        "msgid \"Home\"\nmsgstr \"Inicio\"\n", "#: x\r\nmsgid \"Home\"\r\nmsgstr \"Inicio\"\r\n", "msgid \"\"\n\"Ho\"\n\"me\"\nmsgstr \"\"\n\"Ini\"\n\"cio\"\n",
        "#~ msgid \"Old\"\n#~ msgstr \"Viejo\"\n\n# note\n#. where\nmsgid \"Home\"\nmsgstr \"Inicio\"", "msgid   \"Home\"\nmsgstr\"Inicio\"\n",
        "msgctxt \"x\"\nmsgid \"Home\"\nmsgstr \"Otro\"\n\nmsgid \"Home\"\nmsgstr \"Inicio\"\n", "#, c-format\nmsgid \"H\\157me\"\nmsgstr \"Inici\\x6f\"\n",
        "msgid \"Home\"\nmsgstr \"Inicio\"\n\nmsgid \"Home\"\nmsgstr \"Otra vez\"\n",
    ])
    func everyFormOfACatalogShowsTheSame(_ entries: String) throws {
        let po = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n" + entries
        let site = try publication(["index.md": "---\ntitle: Home\n---\n", "translations/es.po": po], es: [:])
        try site.build()
        #expect(try site.site("es/index.html").contains("<h1>Inicio</h1>"))
    }

    @Test(arguments: ["#, fuzzy\nmsgid \"Home\"\nmsgstr \"Inicio\"\n", "msgid \"Home\"\nmsgstr \" \"\n", "#~ msgid \"Home\"\n#~ msgstr \"Inicio\"\n", "#| msgid \"Hom\"\n#, fuzzy, c-format\nmsgid \"Home\"\nmsgstr \"Inicio\"\n"])
    func whatIsNotCurrentIsNotShown(_ entries: String) throws {
        let po = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n" + entries
        let site = try publication(["index.md": "---\ntitle: Home\n---\n", "translations/es.po": po], es: [:])
        try site.build()
        #expect(try site.site("es/index.html").contains("<h1 lang=\"en\" dir=\"ltr\">Home</h1>"))
    }

    @Test func aBuildWritesNothingIntoContent() throws {
        let site = try publication(["index.md": "---\ntitle: Home\n---\nNew words.\n"], es: ["Home": "Inicio", "Gone": "Ido"])
        let before = try filesBelow(site.folder + "/content").map { try Data(contentsOf: URL(filePath: site.folder + "/content/" + $0)) }
        try site.build()
        #expect(try filesBelow(site.folder + "/content").map { try Data(contentsOf: URL(filePath: site.folder + "/content/" + $0)) } == before)
    }

    // MARK: Helpers for staff and makers of themes

    @Test func thePageAboutTranslationsIsForStaffOnly() throws {
        let files = ["publication.yaml": Self.settings + "translation-status: true\n", "index.md": "---\ntitle: Home\n---\n"]
        let site = try publication(files, es: ["Home": "Inicio"])
        #expect(try site.problems() == "")
        let page = try site.site("translation-status/index.html")
        #expect(page.contains("noindex") && page.contains("<h2 id=\"status-es\">Spanish"))
        #expect(try !site.site("sitemap.xml").contains("translation-status"))
        #expect(try !site.siteFiles().contains("es/translation-status/index.html"))
    }

    @Test func pseudoLocalesShowWhatCannotBeTranslated() throws {
        let site = try publication(["index.md": "---\ntitle: Home\n---\nRead [the *plan*](index.md) `code` now.\n"], es: [:])
        let report = try Building.build(
            site.folder, options: BuildOptions(output: site.folder + "/pseudo", withPseudoLocales: true) { _ in CalendarDate("2022-06-01")! })
        #expect(report.languages.map(\.code) == ["en", "es", "ar", "en-XA", "ar-XB"])
        let page = String(decoding: try Data(contentsOf: URL(filePath: site.folder + "/pseudo/en-XA/index.html")), as: UTF8.self)
        #expect(page.contains("⟦Ŕéåð <a href=\"./\">ţĥé <em>þļåñ</em></a> <code>code</code> ñöŵ.") && page.contains("noindex"))
        let map = String(decoding: try Data(contentsOf: URL(filePath: site.folder + "/pseudo/sitemap.xml")), as: UTF8.self)
        #expect(!map.contains("XA") && !map.contains("XB"))
        let mirrored = String(decoding: try Data(contentsOf: URL(filePath: site.folder + "/pseudo/ar-XB/index.html")), as: UTF8.self)
        #expect(mirrored.contains("<html lang=\"ar-XB\" dir=\"rtl\">"))
    }
}
