import Publication
import Testing
import Translation

@testable import Rendering

@Suite struct TextsTests {
    private static let header = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"

    /// A theme's texts from catalogs in layers, the undermost first: `[["en": "msgctxt …"]]`.
    private func load(_ layers: [[String: String]], _ code: String, pluralForms: String? = nil) throws -> (texts: Texts, problems: [String]) {
        let plural = pluralForms.map { "\"Plural-Forms: \($0)\\n\"\n" } ?? ""
        let files = layers.map { layer in
            Dictionary(uniqueKeysWithValues: layer.map { name, entries in
                let path = "translations/\(name).po"
                return (path, SourceFile(path: "themes/own/" + path, bytes: Array((Self.header + plural + "\n" + entries).utf8)))
            })
        }
        let language = try #require(LanguageTag(code))
        let settings = SourceFile(path: "content/publication.yaml", bytes: Array("title: A\nlanguages: [\(code)]\n".utf8))
        let (texts, problems) = Theme.loadTexts(files, languages: [language], theme: "own", settingsFile: settings)
        return (try #require(texts[language]), problems.map(\.description))
    }

    private static let source = """
        msgctxt "skip"
        msgid "Skip"
        msgstr ""

        msgctxt "goals"
        msgid "{count} goal"
        msgid_plural "{count} goals"
        msgstr[0] ""
        msgstr[1] ""

        """

    private func entry(_ key: String, _ id: String, _ text: String) -> String { "msgctxt \"\(key)\"\nmsgid \"\(id)\"\nmsgstr \"\(text)\"\n\n" }

    private func goals(_ forms: String...) -> String {
        "msgctxt \"goals\"\nmsgid \"{count} goal\"\nmsgid_plural \"{count} goals\"\n"
            + forms.enumerated().map { "msgstr[\($0)] \"\($1)\"\n" }.joined() + "\n"
    }

    @Test func theEnglishCatalogNeedsNoTranslation() throws {
        let texts = try load([["en": Self.source]], "en").texts
        #expect(texts("skip") == "Skip")
        #expect([0, 1, 2, 1_200].map { texts("goals", count: $0).plain } == ["0 goals", "1 goal", "2 goals", "1,200 goals"])
        #expect(texts.all.map(\.text) == ["{count} goals", "Skip"])
        #expect(texts("nothing") == "nothing")
    }

    @Test func aTextComesFromTheNearestLanguageThatHasIt() throws {
        let layers = ["en": Self.source + entry("menu", "Menu", ""), "pt": entry("skip", "Skip", "Saltar") + goals("{count} meta", "{count} metas"), "pt_BR": entry("skip", "Skip", "Pular")]
        let (texts, problems) = try load([layers], "pt-BR")
        #expect(problems == [])
        #expect(texts("skip") == "Pular")
        // Portuguese of Portugal by its own rule: none are many.
        #expect(texts("goals", count: 0) == "0 metas")
        #expect(String(decoding: texts("menu").html, as: UTF8.self) == "<span lang=\"en\" dir=\"ltr\">Menu</span>")
        #expect(texts.otherLanguage(of: "menu") == LanguageTag("en"))
        #expect(texts.otherLanguage(of: "goals") == nil)
        #expect(texts.otherLanguage(of: "skip") == nil)
    }

    @Test func aTextInAnotherLanguageIsMarkedAndWrittenInThatLanguage() throws {
        let source = entry("asOf", "As of {date}, {number} of “{title}”", "") + entry("goals", "{count} goals", "")
        let texts = try load([["en": source]], "fa").texts
        let date = try #require(CalendarDate("2022-03-10"))
        let words = texts("asOf", ["date": .date(date), "number": .number(1_234), "title": .words("برنامه")])
        #expect(words.plain == "As of March 10, 2022, 1,234 of “برنامه”")
        #expect(String(decoding: words.html, as: UTF8.self) == "<span lang=\"en\" dir=\"ltr\">As of March 10, 2022, 1,234 of “<span lang=\"fa\" dir=\"rtl\">برنامه</span>”</span>")
        #expect(texts("goals", count: 1_234).plain == "1,234 goals")
    }

    @Test func aPhraseInAnotherLanguageIsMarkedWithinAText() throws {
        let texts = try load([["en": entry("topic", "Topic: {tag}", ""), "ar": entry("topic", "Topic: {tag}", "الموضوع: {tag}")]], "ar").texts
        let words = texts("topic", ["tag": .words(Words("Safety & health", in: LanguageTag("en")))])
        #expect(String(decoding: words.html, as: UTF8.self) == "الموضوع: <span lang=\"en\" dir=\"ltr\">Safety &amp; health</span>")
        // A window's title is marked by the larger part of it.
        #expect((words + " – مدارس").phrase.otherLanguage == nil)
        #expect((words + Words(" – Schools", in: LanguageTag("en"))).phrase.otherLanguage == LanguageTag("en"))
    }

    @Test func chineseWithoutAScriptIsThatOfItsRegion() throws {
        let layers = [["en": Self.source, "zh-Hans": entry("skip", "Skip", "跳过"), "zh-Hant": entry("skip", "Skip", "跳過")]]
        #expect(try load(layers, "zh").texts("skip") == "跳过")
        #expect(try load(layers, "zh-CN").texts("skip") == "跳过")
        #expect(try load(layers, "zh-TW").texts("skip") == "跳過")
        #expect(try load(layers, "zh-Hant-HK").texts("skip") == "跳過")
    }

    @Test func aCatalogIsLaidOverAnotherEntryByEntry() throws {
        let below = ["en": Self.source, "es": entry("skip", "Skip", "Saltar") + goals("{count} meta", "{count} metas")]
        let above = ["en": entry("skip", "Skip it", ""), "es": goals("{count} fin", "{count} fines")]
        #expect(try load([below, above], "es").texts("skip") == "Saltar")
        #expect(try load([below, above], "es").texts("goals", count: 2) == "2 fines")
        #expect(try load([below, above], "en").texts("skip") == "Skip it")
    }

    @Test func whatIsNotTranslatedOrHasChangedIsShownInEnglish() throws {
        let spanish = "#, fuzzy\n" + entry("skip", "Skip", "Saltar") + goals("{count} meta", "")
        let texts = try load([["en": Self.source, "es": spanish]], "es").texts
        #expect(texts("skip").plain == "Skip")
        #expect(texts("goals", count: 1_200).plain == "1,200 goals")
        #expect(texts.otherLanguage(of: "skip") == LanguageTag("en"))
    }

    @Test(arguments: [
        "nplurals=99; plural=n;", "nplurals=2; plural=n/0;", "nplurals=2; plural=n;", "nplurals=2; plural=system(n);", "nonsense",
        "nplurals=2; plural=" + String(repeating: "(", count: 400) + "n" + String(repeating: ")", count: 400) + ";",
    ]) func aHostilePluralRuleGivesWayToTheLanguagesOwn(_ rule: String) throws {
        let (texts, problems) = try load([["en": Self.source, "es": goals("{count} meta", "{count} metas")]], "es", pluralForms: rule)
        #expect(problems == [])
        #expect([0, 1, 2, 10_000].map { texts("goals", count: $0) } == ["0 metas", "1 meta", "2 metas", "10.000 metas"])
    }

    @Test func aReadableRuleOfTheCatalogHolds() throws {
        let layers = [["en": Self.source, "es": goals("{count} meta", "{count} metas")]]
        #expect(try load(layers, "es", pluralForms: "nplurals=2; plural=(n > 1);").texts("goals", count: 0) == "0 meta")
    }

    @Test func aCatalogWithFewerFormsThanItsRuleHasNoOther() throws {
        let texts = try load([["en": Self.source, "ar": goals("هدف", "هدفان")]], "ar").texts
        #expect(texts("goals", count: 5) == "هدفان")
    }

    @Test(arguments: [
        ("msgctxt \"skp\"\nmsgid \"Skip\"\nmsgstr \"Saltar\"\n", "themes/own/translations/es.po:5:1: error: the theme has no text ‘skp’ [catalog]", "Write ‘skip’"),
        ("msgid \"Skip\"\nmsgstr \"Saltar\"\n", "themes/own/translations/es.po:5:1: error: this text does not say which", "msgctxt"),
        ("msgctxt \"goals\"\nmsgid \"{count} goal\"\nmsgid_plural \"{count} goals\"\nmsgstr[0] \"{cuenta} meta\"\nmsgstr[1] \"{count} metas\"\n",
            "themes/own/translations/es.po:5:1: error: nothing is put in for {cuenta} in ‘goals’", "{count}"),
        ("msgctxt \"skip\"\nmsgid \"Skip\nmsgstr \"\"\n", "themes/own/translations/es.po:6:", "error:"),
    ]) func whatIsWrongWithACatalogIsShownWithItsLine(_ entries: String, _ message: String, _ help: String) throws {
        let problems = try load([["en": Self.source, "es": entries]], "es").problems
        let first = try #require(problems.first)
        #expect(first.hasPrefix(message) && first.contains(help), "\(first)")
    }

    @Test func aCatalogOfNoLanguageOrOfOneTwiceIsRefused() throws {
        #expect(try load([["en": Self.source, "Spanish!": ""]], "en").problems.first?.contains("‘Spanish!’ is no language [catalog-language]") == true)
        #expect(try load([["en": Self.source, "pt-BR": "", "pt_BR": ""]], "en").problems.first?.contains("two catalogs for ‘pt-BR’") == true)
    }

    @Test func aLanguageWithoutACatalogIsNamedWithWhatToDo() throws {
        let problems = try load([["en": Self.source]], "hmn").problems
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("content/publication.yaml:2:1: warning: the theme ‘own’ has no words in ‘hmn’: its English ones are shown [missing-texts]") == true)
        #expect(problems.first?.contains("Copy the theme's translations/en.po to themes/own/translations/hmn.po and translate it.") == true)
        #expect(try load([["en": Self.source]], "en-GB").problems == [])
    }
}
