import Publication
import Testing
import Translation

@testable import Checking

/// What of a document's words is found in its translation too.
@Suite struct TranslatedTextTests {
    private func problems(_ entries: [(source: String, translation: String)], in text: String, summary: String = "") throws -> [String] {
        let yaml = "title: Our District\naddress: https://www.example.org/\nlanguages: [en, es]\n"
        let settingsFile = SourceFile(path: "content/publication.yaml", bytes: Array(yaml.utf8))
        let settings = try #require(Settings.read(settingsFile).0)
        let page = "---\ntitle: A\n\(summary.isEmpty ? "" : "summary: \(summary)\n")---\n\(text)\n"
        let document = try #require(DocumentReader().read(SourceFile(path: "content/a.md", bytes: Array(page.utf8)), path: "a.md").document)
        let linker = Linker(
            settings: settings, settingsFile: settingsFile, documents: [document], unreadable: [], files: ["budget.pdf", "forum.jpg"], reserved: [],
            today: CalendarDate(year: 2022, month: 6, day: 1)!, includingDrafts: false)
        let (publication, _) = linker.link { count, resolve in (0..<count).map { resolve($0) } }
        let messages = PublicationMessages.of(settings, documents: publication.documents) { count, extract in (0..<count).map { extract($0) } }
        let head = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
        let po = head + entries.map { "msgid \"\($0.source)\"\nmsgstr \"\($0.translation)\"\n" }.joined(separator: "\n")
        let catalog = try #require(Catalog.read([SourceFile(path: "content/translations/es.po", bytes: Array(po.utf8))], of: LanguageTag("es")!).0)
        let check = TranslatedTextCheck(publication, rules: Set(Rule.allCases))
        return messages.documents.flatMap { check.problems(of: $0, in: catalog) }.sorted().map { "\($0.line):\($0.column) \($0.rule.rawValue)" }
    }

    @Test func wordsOfTranslationsAreLookedAtInTheirLanguage() throws {
        #expect(try problems([("Sign it.", "FAVOR DE FIRMAR EL FORMULARIO.")], in: "Sign it.") == ["6:9 all-capitals"])
        #expect(try problems([("How to apply", "CÓMO INSCRIBIRSE")], in: "## How to apply\n\nx") == ["6:9 all-capitals"])
        #expect(try problems([("Late dates have passed.", "Las fechas en rojo ya pasaron.")], in: "Late dates have passed.") == ["6:13 colour-or-position"])
        #expect(try problems([("How to apply", "**Cómo inscribirse**")], in: "How to apply\n\nx") == ["6:9 false-heading"])
        #expect(try problems([("School", "Escuela"), ("Students", "Escuela")], in: "| School | Students |\n| --- | --- |\n| x | 1 |") == ["9:9 duplicate-header"])
        #expect(try problems([("Few words.", "MUY POCAS PALABRAS SON")], in: "x", summary: "Few words.") == ["6:9 all-capitals"])
    }

    @Test func imagesFilesAndListsAreLookedAtToo() throws {
        #expect(try problems([("Parents at a table", "forum.jpg")], in: "![Parents at a table](forum.jpg)") == ["6:9 alternative-text"])
        #expect(try problems([("Parents at a table", "Imagen de padres en una mesa")], in: "![Parents at a table](forum.jpg)") == ["6:9 alternative-wording"])
        #expect(try problems([("Parents at a table", "Padres en una mesa")], in: "![Parents at a table](forum.jpg)") == [])
        #expect(try problems([("Get [the budget (PDF, 3 KB)][1].", "Vea [el presupuesto][1].")], in: "Get [the budget (PDF, 3 KB)](budget.pdf).") == ["6:14 file-link"])
        #expect(try problems([("Get [the budget (PDF, 3 KB)][1].", "Vea [el presupuesto (PDF, 3 KB)][1].")], in: "Get [the budget (PDF, 3 KB)](budget.pdf).") == [])
        #expect(try problems([("Bring a pen and paper.", "Traiga:\\n- un lápiz\\n- papel")], in: "Bring a pen and paper.").contains { $0.hasSuffix("false-list") })
    }

    @Test func whatIsLeftInTheSourcesLanguageIsTold() throws {
        let source = "Call the office for help with the form, and we will answer you."
        #expect(try problems([(source, "Call the office for help with the form please.")], in: source) == ["6:9 language-of-parts"])
        #expect(try problems([(source, "Llame a la oficina si necesita ayuda con el formulario, y le contestaremos.")], in: source) == [])
        let marked = "Chinese: [如果您需要口译或翻译，请打电话或写信给我们。](lang:zh-Hans)"
        #expect(try problems([("Chinese: [如果您需要口译或翻译，请打电话或写信给我们。][1]", "Chino: [如果您需要口译或翻译，请打电话或写信给我们。][1]")], in: marked) == [])
    }

    @Test func whatTheSourceHasIsToldThere() throws {
        #expect(try problems([("PLEASE SIGN THE FORM.", "FAVOR DE FIRMAR EL FORMULARIO.")], in: "PLEASE SIGN THE FORM.") == [])
        #expect(try problems([("**How to apply**", "**Cómo inscribirse**")], in: "**How to apply**\n\nx") == [])
        #expect(try problems([("Sign it.", "Fírmelo."), ("A", "B")], in: "Sign it.\n\n| A | A |\n| --- | --- |\n| x | 1 |") == [])
    }
}
