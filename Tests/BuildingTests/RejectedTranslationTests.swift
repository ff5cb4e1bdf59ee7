import Testing

@testable import Building

/// A translation that may not be shown costs its own place, and nothing else.
@Suite struct RejectedTranslationTests {
    @Test func theBuildGoesOnAndSaysWhichTranslationFellBack() throws {
        let publication = try TestPublication([
            "publication.yaml": "title: Test district\naddress: https://test.example/\nlanguages: [en, es]\n",
            "a.md": "---\ntitle: Home\n---\nSee [the plan](b.md).\n\nAsk in class.\n\nAsk in class.\n",
            "b.md": "---\ntitle: Plan\n---\nAsk in class. Again.\n",
            "translations/es.po": """
                msgid "See [the plan][1]."
                msgstr "Vea [el plan](https://evil.example)."

                msgid "Ask in class."
                msgstr "Pregunte en clase."

                msgid "Test district"
                msgstr "<b>Distrito</b>"

                msgid "Plan"
                msgstr "Plan anual de muchas palabras con 12 metas y nada que ver con la fuente"

                """,
        ])
        let report = try publication.build()
        #expect(report.result != nil)
        #expect(report.problems.map { "\($0.file):\($0.line) \($0.rule.rawValue)" } == [
            "content/translations/es.po:2 translation-address", "content/translations/es.po:8 translation-html",
        ])
        let page = try publication.site("es/a/index.html")
        #expect(page.contains("Pregunte en clase.") && page.contains("the plan</a>") && !page.contains("evil.example") && !page.contains("<b>"))
    }
}
