import Testing

@testable import Publication

@Suite struct NameTests {
    @Test(arguments: [
        ("Mission and values", "mission-and-values"), ("What’s new?", "whats-new"), ("Goal 1: A vision", "goal-1-a-vision"),
        ("Preescolar – 12.º grado", "preescolar--12º-grado"), ("目标 一", "目标-一"), ("  ", "--"), ("Q&A_1", "qa_1"), ("İstanbul", "i̇stanbul"),
    ]) func headingsBecomeIdsAsForgesMakeThem(_ text: String, _ id: String) {
        #expect(Slug.heading(text) == id)
    }

    @Test(arguments: [
        ("District Goals 2021–2024", "district-goals-2021-2024"), ("Año escolar", "ano-escolar"), ("Plan (final).v2", "plan-final-v2"),
        ("school_climate", "school_climate"), ("O'Neil", "oneil"), ("目标", "目标"), ("---", ""), ("ﬁnal", "final"),
    ]) func fileNamesBecomePartsOfAddresses(_ name: String, _ slug: String) {
        #expect(Slug.fileName(name) == slug)
    }

    @Test(arguments: [("plans/Goals.md", "plans/goals/"), ("index.md", ""), ("plans/index.md", "plans/"), ("A B/c d.md", "a-b/c-d/"), ("!!!.md", "page/")])
    func documentsHaveCleanAddresses(_ path: String, _ address: String) {
        #expect(Address.of(path: path, slug: nil) == address)
    }

    @Test func idsAreUniqueAndLeaveTheThemesOwnAlone() {
        var pool = IdentifierPool()
        #expect(["mission", "mission", "main", "fn-1", "", "mission-1"].map { pool.take($0) } == ["mission", "mission-1", "main-1", "h-fn-1-1", "section", "mission-1-1"])
    }

    @Test func addressesAreEncodedAndDecoded() {
        #expect(Address.encoded("a b/ü#?.png") == "a%20b/%C3%BC%23%3F.png")
        #expect(Address.decoded("a%20b/%C3%BC%23%3F.png") == "a b/ü#?.png")
        #expect(Address.decoded("100%") == "100%")
        #expect(Address.decoded("%FF") == "%FF", "no text")
    }

    @Test(arguments: [("plann", "plan"), ("updaet", "update"), ("servey", "survey"), ("glosary", "glossary")])
    func slipsFindTheirWord(_ slip: String, _ word: String) {
        #expect(nearest(to: slip, among: Document.Kind.allCases.map(\.rawValue)) == word)
    }

    @Test func nothingNearIsNothing() {
        #expect(nearest(to: "newsletter", among: ["plan", "page"]) == nil)
        #expect(nearest(to: "", among: ["plan"]) == nil)
    }

    @Test(arguments: [
        ("en", "en"), ("PT-br", "pt-BR"), ("zh-hans", "zh-Hans"), ("zh-Hant-tw", "zh-Hant-TW"), ("hmn", "hmn"), ("es-419", "es-419"),
        ("sl-rozaj", "sl-rozaj"), ("de-1996", "de-1996"),
    ]) func languageTagsAreReadInTheirCanonicalCase(_ text: String, _ code: String) {
        #expect(LanguageTag(text)?.code == code)
    }

    @Test(arguments: ["", "e", "english", "en_US", "en-", "-en", "e1", "en--US", "en-x", "12"]) func malformedLanguageTagsAreRefused(_ text: String) {
        #expect(LanguageTag(text) == nil)
    }

    @Test func directionFollowsScriptThenLanguage() {
        #expect(LanguageTag("ar")!.isRightToLeft)
        #expect(LanguageTag("az-Arab")!.isRightToLeft)
        #expect(!LanguageTag("ur-Latn")!.isRightToLeft)
        #expect(!LanguageTag("zh-Hans")!.isRightToLeft)
    }
}
