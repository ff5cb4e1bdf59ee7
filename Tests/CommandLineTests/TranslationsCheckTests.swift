import Testing

/// `tidings translations check`: what it says, and what it ends with.
@Suite struct TranslationsCheckTests {
    static let settings = "title: Our District\naddress: https://www.example.org/\nlanguages: [en, es, zh-Hans, ht]\n"
    static let page = "---\ntitle: Welcome\n---\nSee [the plan](index.md) for 2022.\n"

    private func publication(_ spanish: String) throws -> Scratch {
        try Scratch.publication([
            "publication.yaml": Self.settings, "index.md": Self.page,
            "translations/es.po": "msgid \"See [the plan][1] for 2022.\"\nmsgstr \"\(spanish)\"\n",
            "translations/zh_Hans.po": "msgid \"Welcome\"\nmsgstr \"欢迎\"\n",
        ])
    }

    @Test func whatBlocksAndWhatIsDoubtfulIsNamedAndTheStatusIsZero() async throws {
        let scratch = try publication("Vea el plan para 2021.")
        let result = try await Program.run(["translations", "check"], in: scratch.path)
        #expect(result.status == 0)
        #expect(result.output == """
            es: 1 blocked, 0 doubts.
            zh-Hans: nothing to mend.
            ht: no catalog yet. `tidings translations update ht` makes one.

            """)
        #expect(result.error.hasPrefix("content/translations/es.po:2:9: warning: the link […][1] is missing; the text is shown in ‘en’ [translation-labels]\n"), "\(result.error)")
    }

    @Test(arguments: [("Vea el plan para 2022.", 1), ("Vea [el plan][1] para 2021.", 0), ("Vea [el plan][1] para 2022.", 0)])
    func onlyWhatBlocksFailsAStrictCheck(_ spanish: String, _ status: Int32) async throws {
        let scratch = try publication(spanish)
        #expect(try await Program.run(["translations", "check", "--strict"], in: scratch.path).status == status)
        #expect(try await Program.run(["translations", "check", "zh_hans", "--strict"], in: scratch.path).status == 0, "another language")
    }

    @Test func aDoubtIsOne() async throws {
        let scratch = try publication("Vea [el plan][1] para 2021.")
        let result = try await Program.run(["translations", "check", "es", "--folder", scratch.path])
        #expect(result.output == "es: 0 blocked, 1 doubt.\n")
        #expect(result.error.contains("the source has 2022, and the translation does not [translation-number]\n"))
    }

    @Test func aCheckOfThePublicationAsksTheSame() async throws {
        let scratch = try publication("Vea [el plan][1] para 2021.")
        let result = try await Program.run(["check"], in: scratch.path)
        #expect(result.status == 0 && result.output.contains("es.po:2:9: warning: the source has 2022, and the translation does not [translation-number]\n"), "\(result)")
        let build = try await Program.run(["build"], in: scratch.path)
        #expect(build.status == 0 && !build.error.contains("translation-number"))
    }

    @Test func aDoubtThatIsHeldToBeAnErrorStopsEverything() async throws {
        let scratch = try publication("Vea [el plan][1] para 2021.")
        try scratch.write(Self.settings + "rules: {translation-number: {severity: Error, reason: Numbers matter here.}}\n", to: "content/publication.yaml")
        for command in [["check"], ["build"], ["translations", "check"]] {
            let result = try await Program.run(command, in: scratch.path)
            #expect(result.status == 1 && (result.output + result.error).contains("error: the source has 2022, and the translation does not [translation-number]\n"), "\(result)")
        }
    }

    @Test func anErrorElsewhereHidesNoDoubt() async throws {
        let scratch = try publication("Vea [el plan][1] para 2021.")
        for (file, text) in [("content/broken.md", "---\ntitle: Broken\n---\n[No](nowhere.md)\n"), ("content/publication.yaml", Self.settings + "theme: nowhere\n")] {
            try scratch.write(text, to: file)
            let result = try await Program.run(["check"], in: scratch.path)
            #expect(result.status == 1 && result.output.contains("[translation-number]\n"), "\(result)")
        }
    }

    @Test(arguments: [
        (["zh-Hant"], "the publication has no language ‘zh-Hant’\n  fix: Did you mean ‘zh-Hans’?"),
        (["en"], "the publication is written in ‘en’: it needs no translation"), (["xx"], "the publication has no language ‘xx’"),
    ])
    func aLanguageThatIsNotThereIsWrongUse(_ arguments: [String], _ expected: String) async throws {
        let scratch = try publication("Vea [el plan][1] para 2022.")
        let result = try await Program.run(["translations", "check"] + arguments, in: scratch.path)
        #expect(result.status == 2 && result.output == "")
        #expect(result.error.hasPrefix("tidings: " + expected), "\(result.error)")
    }

    @Test func aFolderThatIsNotThereIsWrongUse() async throws {
        let result = try await Program.run(["translations", "check", "--folder", "nowhere"])
        #expect(result.status == 2 && result.error.hasPrefix("tidings: "))
    }
}
