import Publication
import Testing

@testable import Checking

struct NoticeChecksTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 25)!
    private static let contact = "organization: {telephone: 555 0100, email: office@example.org}\n"
    private static let whole = """
        accessibility:
          standard: WCAG 2.2 AA
          answer-within: 5 school days
          known-problems: []
          checked: {date: 2026-05-01, by: a program, result: 0 findings}

        """

    private func found(_ settings: String, _ files: [String: String] = ["index.md": "---\ntitle: Home\n---\nWords.\n"], languages: String = "[en]") throws -> [String] {
        let checked = try CheckedPublication(files, settings: "title: Our District\naddress: https://www.example.org/\nlanguages: \(languages)\n" + settings)
        return noticeProblems(in: checked.publication, settingsFile: checked.settingsFile, today: Self.today).map(\.brief)
    }

    @Test func aPublicationThatSaysAllIsLeftAlone() throws {
        #expect(try found(Self.contact + Self.whole) == [])
    }

    @Test func aMissingStatementIsTold() throws {
        #expect(try found(Self.contact) == ["1:1 accessibility-statement: nothing says how accessible the site is, and what to do where it is not"])
        // A document of one's own takes its place.
        #expect(try found(Self.contact, ["accessibility.md": "---\ntitle: Accessibility\n---\nCall 413 555 0100.\n"]) == [])
        #expect(try found(Self.contact, ["accessibility.md": "---\ntitle: Accessibility\n---\n[Tell us](contact.md).\n", "contact.md": "---\ntitle: Contact\n---\nWords.\n"]) == [])
        #expect(try found(Self.contact, ["accessibility.md": "---\ntitle: Accessibility\n---\nNothing here in 2022.\n"]) == [
            "2:8 accessibility-statement: this statement does not say how to report a barrier",
        ])
    }

    @Test func missingFactsAreTold() throws {
        #expect(try found(Self.contact + "accessibility: {complaints: https://www.example.gov/}\n") == [
            "5:1 accessibility-statement: the accessibility statement does not say what the site aims at",
            "5:1 accessibility-statement: the accessibility statement does not say how soon those who report a barrier get an answer",
            "5:1 accessibility-statement: the accessibility statement does not say what is known to be missing",
            "5:1 accessibility-statement: the accessibility statement does not say when the site was last checked, and what came of it",
        ])
    }

    @Test func factsThatOneLanguageLacksAreTold() throws {
        let checked = try CheckedPublication(
            ["index.md": "---\ntitle: Home\n---\nWords.\n"],
            settings: "title: Our District\naddress: https://www.example.org/\nlanguages: [en, es, vi]\n" + Self.contact + Self.whole)
        func found(_ known: Set<String>) -> [String] {
            untranslatedStatement(in: checked.publication, settingsFile: checked.settingsFile) { text, language in language.code == "vi" || known.contains(text) }.map(\.brief)
        }
        #expect(found([]) == ["5:1 accessibility-statement: the accessibility statement is not translated as a whole into es: ‘5 school days’ is not"])
        #expect(found(["5 school days", "a program", "0 findings"]) == [])
    }

    @Test(arguments: [
        ("updated: 2026-11-26", "3:10 date-of-change: the last change was on 2026-11-26, which is still to come"), ("updated: 2026-11-25", nil),
        ("date: 2026-05-02\nupdated: 2026-05-01", "4:10 date-of-change: the last change was on 2026-05-01, before the document's own date, 2026-05-02"),
        ("date: 2026-05-02", nil), ("summary: x", "2:8 date-of-change: 700 words, and nothing says when they were last changed"), ("kind: event\nstart: 2026-12-01", nil),
    ])
    func aDayOfTheLastChangeIsThereAndCanBe(_ front: String, _ problem: String?) throws {
        let checked = try CheckedPublication(["page.md": "---\ntitle: Page\n\(front)\n---\n" + String(repeating: "word ", count: 700) + "\n"])
        #expect(datesOfChange(in: checked.publication, today: Self.today).map(\.brief) == (problem.map { [$0] } ?? []))
    }

    @Test(arguments: [
        ("2025-11-25", [String]()), ("2025-11-24", ["9:13 accessibility-statement: the site was last checked on 2025-11-24, more than a year ago"]),
        ("2026-11-26", ["9:13 accessibility-statement: the site was last checked on 2026-11-26, which is still to come"]),
    ])
    func anOldCheckIsTold(_ date: String, _ expected: [String]) throws {
        #expect(try found(Self.contact + Self.whole.replacing("2026-05-01", with: date)) == expected)
    }

    @Test func aMissingContactIsTold() throws {
        #expect(try found(Self.whole) == ["4:1 missing-accessibility-contact: nothing says how to report a barrier or to ask for another format"])
        #expect(try found("organization: {email: office@example.org}\n" + Self.whole) == [
            "5:1 missing-accessibility-contact: a barrier can be reported by email alone, which shuts out those who cannot write",
        ])
        #expect(try found(Self.whole + "  contact: {telephone: 555 0100, email: access@example.org}\n") == [])
    }

    @Test func helpInOtherLanguagesIsAskedFor() throws {
        let home = "---\ntitle: Home\n---\nWords.\n"
        let help = "---\ntitle: Help\n---\n[Llámenos. Es gratis.](lang:es)\n"
        let all = Self.contact + Self.whole
        #expect(try found(all, ["index.md": home], languages: "[en, es]") == [
            "3:1 missing-language-help: no page that every page leads to tells people in their own language how to get help in it",
        ])
        // A page that nobody is led to does not count.
        #expect(try found(all + "navigation: [index.md]\n", ["index.md": home, "help.md": help], languages: "[en, es]").count == 1)
        #expect(try found(all + "footer: [help.md]\n", ["index.md": home, "help.md": help], languages: "[en, es]") == [])
        #expect(try found(all + "footer: [help.md]\n", ["index.md": home, "help.md": help], languages: "[en, es, ht, zh-Hans]") == [
            "2:8 missing-language-help: this tells how to get help in other languages, but says nothing in ht, zh-Hans",
        ])
        #expect(try found(all, ["index.md": home], languages: "[en]") == [])
    }

    @Test func aPageInManyLanguagesIsNotOneOfHelp() throws {
        let none = "3:1 missing-language-help: no page that every page leads to tells people in their own language how to get help in it"
        func found(_ text: String, _ lists: String, languages: String = "[en, es, zh-Hans, so]") throws -> [String] {
            try self.found(Self.contact + Self.whole + lists, ["index.md": "---\ntitle: Home\n---\nWords.\n", "page.md": "---\ntitle: Page\n---\n\(text)\n"], languages: languages)
        }
        #expect(try found("[¡Bienvenidos!](lang:es)", "navigation: [page.md]\n") == [none])
        #expect(try found("[Cumpleaños feliz](lang:es) [祝你生日快乐](lang:zh-Hans) [Dhalasho wacan](lang:so)", "navigation: [page.md]\n") == [none])
        // A call, a word, and a language of which nothing is known beside them; a number tells as much.
        #expect(try found("[Llámenos](lang:es) [如果您需要口译](lang:zh-Hans) [Turjubaan ayaa jira](lang:so)", "navigation: [page.md]\n") == [])
        #expect(try found("[Español: 413-555-0100](lang:es) [a@example.org](lang:zh-Hans)", "navigation: [page.md]\n", languages: "[en, es, zh-Hans]") == [])
        #expect(try found("[¿Necesita ayuda?](lang:es) [欢迎](lang:zh-Hans)", "navigation: [page.md]\n", languages: "[en, es, zh-Hans]") == [
            "2:8 missing-language-help: this tells how to get help in other languages, but says nothing in zh-Hans",
        ])
        // Whoever puts it at every page's foot means it so.
        #expect(try found("[¡Bienvenidos!](lang:es) [欢迎](lang:zh-Hans) [Soo dhawoow](lang:so)", "footer: [page.md]\n") == [])
    }

    @Test(arguments: [
        ("pt", "Precisa de ajuda? Ligue", "Bem-vindos"), ("fr", "L’aide d’un interprète", "Bienvenue"), ("ht", "Si ou bezwen èd", "Byenveni"), ("vi", "Quý vị cần thông dịch viên", "Chào mừng"),
        ("ar", "بمساعدة مترجم", "أهلا"), ("en", "Call for an interpreter", "Welcome"), ("zh", "需要翻译", "你好"), ("es", "Un intérprete", "Hola"),
    ]) func helpIsKnownByItsWords(_ language: String, _ help: String, _ welcome: String) {
        #expect(HelpWords.languages(ofHelpIn: [language: [welcome, help]]) == [language])
        #expect(HelpWords.languages(ofHelpIn: [language: [welcome]]) == [])
    }

    @Test func linksLeadToTheStatement() throws {
        let checked = try CheckedPublication(
            ["plans/plan.md": "---\ntitle: Plan\n---\n[a](../accessibility/) [b](/accessibility)\n"],
            settings: "title: Our District\naddress: https://www.example.org/\nlanguages: [en]\nfooter: [accessibility/]\n" + Self.whole)
        #expect(checked.publication.makesAccessibilityStatement)
        #expect(Set(checked.publication.links[0].values) == [.page(address: "accessibility/", fragment: nil)])
        #expect(checked.publication.footer.map(\.target) == [.page(address: "accessibility/", fragment: nil)])
    }
}

struct AccessibilityFactsTests {
    @Test(arguments: [
        ("accessibility: {contact: {email: nonsense}}", "wrong-value"), ("accessibility: {contact: {email: a@b}}", "wrong-value"),
        ("accessibility: {complaints: \"https://\"}", "wrong-value"), ("accessibility: {complaints: {link: \"https://nowhere\"}}", "wrong-value"),
        ("accessibility: {standart: x}", "unknown-key"), ("accessibility: {contact: {fax: 1}}", "unknown-key"), ("accessibility: {checked: {by: x}}", "missing-key"),
        ("accessibility: {checked: {date: soon}}", "invalid-date"), ("accessibility: {complaints: nowhere}", "wrong-value"), ("accessibility: {complaints: {name: x}}", "wrong-value"),
        ("accessibility: yes", "wrong-value"), ("accessibility: {known-problems: {a: b}}", "wrong-value"), ("reading-grade: 40", "wrong-value"), ("reading-grade: nine", "wrong-value"),
    ])
    func mistakesAreTold(_ line: String, _ rule: String) {
        let file = SourceFile(path: "content/publication.yaml", bytes: Array("title: A\naddress: https://a.example/\nlanguages: [en]\n\(line)\n".utf8))
        let problems = Settings.read(file).1
        #expect(problems.map(\.rule.rawValue) == [rule])
        #expect(problems.allSatisfy { $0.line == 4 })
    }

    @Test(arguments: ["none", "[None.]", "None known"]) func noneIsNoProblem(_ text: String) {
        let file = SourceFile(path: "content/publication.yaml", bytes: Array("title: A\naddress: https://a.example/\nlanguages: [en]\naccessibility: {known-problems: \(text)}\n".utf8))
        #expect(Settings.read(file).0?.accessibility?.knownProblems == [])
    }

    @Test func factsAreRead() throws {
        let text = """
            title: A
            address: https://a.example/
            languages: [en]
            reading-grade: 7
            accessibility:
              standard: WCAG 2.2 AA
              contact: {telephone: 555 0199}
              coordinator: Office of Access
              notice: An example.
              other-formats: [large print]
              complaints: https://www.example.gov/complain/
              checked: {date: 2026-05-01, by: axe, result: clean}
            """
        let (settings, problems) = Settings.read(SourceFile(path: "content/publication.yaml", bytes: Array(text.utf8)))
        #expect(problems.isEmpty)
        let facts = try #require(settings?.accessibility)
        #expect(settings?.readingGrade == 7)
        #expect(facts.knownProblems == nil)
        #expect(facts.complaints?.link == "https://www.example.gov/complain/" && facts.complaints?.name == nil)
        #expect(facts.texts == ["An example.", "Office of Access", "axe", "clean", "large print"])
        #expect(settings.map { "\($0.accessibilityContact)" } == "(telephone: Optional(\"555 0199\"), email: nil)")
    }
}
