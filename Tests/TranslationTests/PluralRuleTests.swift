import Publication
import Testing

@testable import Translation

@Suite struct PluralRuleTests {
    @Test(arguments: [
        ("nplurals=2; plural=(n != 1);", [1, 0, 1]), ("nplurals=2;plural=n>1", [0, 0, 1]), (" nplurals = 1 ; plural = 0 ; ", [0, 0, 0]),
        ("nplurals=2; plural=!n", [1, 0, 0]), ("nplurals=2; plural=!!n", [0, 1, 1]),
        ("nplurals=3; plural=n==0 ? 2 : n==1 ? 1 : 0", [2, 1, 0]), ("nplurals=6; plural=1+2*2-n", [5, 4, 3]),
        ("nplurals=6; plural=(1+2)*2-n-1", [5, 4, 3]), ("nplurals=6; plural=7-2-n", [5, 4, 3]), ("nplurals=6; plural=9/2/2+n%2", [2, 3, 2]),
        ("nplurals=2; plural=n&&0||1", [1, 1, 1]), ("nplurals=2; plural=1||n&&0", [1, 1, 1]), ("nplurals=2; plural=n<=1==1", [1, 1, 0]),
        ("nplurals=2; plural=n>=1!=n<2", [1, 0, 1]),
        // The side that does not matter is not looked at.
        ("nplurals=2; plural=1 || n/0", [1, 1, 1]), ("nplurals=2; plural=n && 1%n==0 || !n", [1, 1, 0]),
        // No form of that number, or none at all: the first.
        ("nplurals=2; plural=n", [0, 1, 0]), ("nplurals=2; plural=1/n", [0, 1, 0]), ("nplurals=2; plural=1 + 1%n", [0, 1, 0]),
        ("nplurals=2; plural=n-2", [0, 0, 0]),
    ]) func aRuleIsRead(_ text: String, _ forms: [Int]) throws {
        let rule = try #require(PluralRule(text))
        #expect([0, 1, 2].map(rule.form) == forms)
    }

    @Test(arguments: [
        "", "nplurals=2", "nplurals=2; plural=", "nplurals=0; plural=0;", "nplurals=7; plural=0;", "nplurals=-1; plural=0;",
        "nplurals=INTEGER; plural=EXPRESSION;", "plural=0; nplurals=1;", "nplurals=2; plural=(n != 1;", "nplurals=2; plural=n != 1);",
        "nplurals=2; plural=n = 1;", "nplurals=2; plural=n ? 1;", "nplurals=2; plural=n 1;", "nplurals=2; plural=-1;", "nplurals=2; plural=m;",
        "nplurals=2; plural=n > 1; x", "nplurals=2; plural=99999999999999999999;", "nplurals=2; plural=n & 1;", "nplurals=2; plural=system(0);",
        "nplurals=2; plural=n !=;", "nplurals=２; plural=0;", "nplurals=2; plural=٢;",
        "nplurals=2; plural=\(String(repeating: "(", count: 60))n\(String(repeating: ")", count: 60));",
        "nplurals=2; plural=\(String(repeating: "!", count: 60))n;", "nplurals=2; plural=\(String(repeating: "n?", count: 60))n;",
        "nplurals=2; plural=n\(String(repeating: "+n", count: 600));",
    ]) func whatIsNoRuleIsRefused(_ text: String) {
        #expect(PluralRule(text) == nil)
    }

    @Test func aLongRuleIsAllowed() throws {
        let rule = try #require(PluralRule("nplurals=2; plural=n\(String(repeating: "+n", count: 480));"))
        #expect(rule.form(for: 0) == 0)
    }

    @Test func theWayItIsWrittenDoesNotMatter() throws {
        let one = try #require(PluralRule("nplurals=2; plural=(n != 1);")), other = try #require(PluralRule("nplurals=2;plural=n!=1"))
        #expect(one == other)
        #expect(one != PluralRule("nplurals=2; plural=n>1"))
        #expect(one.header == "nplurals=2; plural=(n != 1);")
        #expect(PluralRule(other.header) == other)
    }

    @Test func everyNumberHasAForm() throws {
        #expect(try #require(PluralRule("nplurals=2; plural=n>1")).isComplete)
        #expect(try !#require(PluralRule("nplurals=2; plural=n")).isComplete)
        #expect(try #require(PluralRule("nplurals=2; plural=n!=1")).form(for: .min) == 1)
    }

    /// The forms of 0, 1, 2, 3, 5, 11, 21, 22, 100, 102, 111.
    @Test(arguments: [
        ("en", 2, "10111111111"), ("es", 2, "10111111111"), ("pt", 2, "10111111111"), ("pt-BR", 2, "00111111111"), ("fr", 2, "00111111111"),
        ("fr-CA", 2, "00111111111"), ("ht", 2, "10111111111"), ("zh-Hans", 1, "00000000000"), ("vi", 1, "00000000000"), ("km", 1, "00000000000"),
        ("hmn", 1, "00000000000"), ("kea", 1, "00000000000"), ("quc", 1, "00000000000"), ("so", 2, "10111111111"), ("ur", 2, "10111111111"),
        ("he", 2, "10111111111"), ("fa", 2, "00111111111"), ("ar", 6, "01233444554"), ("ru", 3, "20112201212"), ("uk", 3, "20112201212"),
        ("pl", 3, "20112221212"), ("cs", 3, "20112222222"), ("ro", 3, "10111122211"), ("sl", 4, "30123333313"), ("lt", 3, "20111201212"),
        ("lv", 3, "20111101111"), ("ga", 3, "20122222222"), ("cy", 6, "01235555555"), ("mt", 5, "20122344443"), ("fil", 2, "00000000000"),
        ("is", 2, "10111101111"), ("ja", 1, "00000000000"),
    ]) func aLanguageHasItsRule(_ language: String, _ count: Int, _ forms: String) throws {
        let rule = PluralRule.of(try #require(LanguageTag(language)))
        #expect(rule.count == count)
        #expect([0, 1, 2, 3, 5, 11, 21, 22, 100, 102, 111].map { String(rule.form(for: $0)) }.joined() == forms)
        #expect(rule.isComplete)
        #expect(PluralRule(rule.header) == rule)
    }

    /// For the languages it knows, msginit writes the very line.
    @Test(arguments: [
        "bg", "cs", "da", "de", "el", "en", "eo", "es", "et", "fi", "fo", "fr", "ga", "he", "hr", "hu", "it", "ja", "ko", "lt", "lv", "nb",
        "nl", "nn", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi",
    ]) func theLineIsGettexts(_ language: String) throws {
        let template = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n"
        let made = try Gettext.run(
            "msginit", ["--no-translator", "--locale=\(language.replacing("-", with: "_")).UTF-8", "--output-file=-", "--input"], on: Array(template.utf8))
        let (catalog, problems) = POFile.read(SourceFile(path: "x.po", bytes: made.output))
        #expect(problems.isEmpty)
        #expect(catalog?.header["Plural-Forms"] == PluralRule.of(try #require(LanguageTag(language))).header, "\(made.messages)")
    }
}
