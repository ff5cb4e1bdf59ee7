import Foundation
import Publication
import Testing

@testable import Building

/// The accessibility statement of each edition, made of facts in `publication.yaml`.
@Suite struct AccessibilityStatementTests {
    private static let settings = """
        title: Test district
        address: https://test.example/below/
        languages: [en, es]
        organization: {telephone: 555 0100}
        accessibility:
          standard: WCAG 2.2 AA
          notice: An example.
          answer-within: 5 <days>
          known-problems: [Old minutes are pictures.]
          other-formats: [large print]
          checked: {date: 2026-11-20, by: axe, result: 0 findings}
          complaints: https://www.example.gov/complain/

        """
    private static let home = "---\ntitle: Home\n---\nRead [how](accessibility/).\n"
    private static let spanish = "msgid \"\"\nmsgstr \"Language: es\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"Old minutes are pictures.\"\nmsgstr \"Las actas antiguas son fotos.\"\n"

    @Test func everyEditionHasOne() throws {
        let site = try TestPublication(["publication.yaml": Self.settings, "index.md": Self.home, "translations/es.po": Self.spanish])
        #expect(try site.problems() == "")
        let english = try site.site("accessibility/index.html"), spanish = try site.site("es/accessibility/index.html")
        for words in [
            "<h1>Accessibility</h1>", "An example.", "We aim to meet this standard: <bdi>WCAG 2.2 AA</bdi>.", "<li>Old minutes are pictures.</li>", "<li>Last check: November 20, 2026</li>",
            "<li>Result: <bdi>0 findings</bdi></li>", "We answer within: <bdi>5 &lt;days&gt;</bdi>", "<a href=\"tel:5550100\" dir=\"ltr\">", "<li>large print</li>",
            "<a href=\"https://www.example.gov/complain/\">www.example.gov/complain</a>",
        ] { #expect(english.contains(words), "\(words)") }
        for words in [
            "<h1>Accesibilidad</h1>", "<li>Las actas antiguas son fotos.</li>", "<li>Última revisión: 20 de noviembre de 2026</li>",
            "Plazo de respuesta: <span lang=\"en\" dir=\"ltr\">5 &lt;days&gt;</span>", "<li lang=\"en\" dir=\"ltr\">large print</li>",
        ] { #expect(spanish.contains(words), "\(words)") }
        let home = try site.site("index.html")
        #expect(home.contains("Read <a href=\"accessibility/\">how</a>."))
        #expect(home.contains("<a href=\"accessibility/\">Accessibility</a>"))
        #expect(try site.site("es/index.html").contains("<a href=\"accessibility/\">Accesibilidad</a>"))
        #expect(try site.site("sitemap.xml").contains("<loc>https://test.example/below/es/accessibility/</loc>"))
        #expect(english.contains("hreflang=\"es\" href=\"https://test.example/below/es/accessibility/\""))
    }

    @Test func thereIsNoneWithoutFacts() throws {
        let site = try TestPublication(["publication.yaml": "title: A\naddress: https://test.example/\nlanguages: [en]\n", "index.md": "---\ntitle: Home\n---\n"])
        #expect(try site.problems() == "")
        #expect(try !site.site("index.html").contains("accessibility"))
        #expect(throws: (any Error).self) { try site.site("accessibility/index.html") }
    }

    @Test func aDocumentOfOnesOwnTakesItsPlace() throws {
        let site = try TestPublication(["publication.yaml": Self.settings, "index.md": "---\ntitle: Home\n---\n", "accessibility.md": "---\ntitle: Our own words\n---\nOurs.\n"])
        #expect(try site.problems() == "")
        #expect(try site.site("accessibility/index.html").contains("<h1>Our own words</h1>"))
        #expect(try !site.site("index.html").contains("Accessibility</a>"))
    }

    @Test func nothingElseStandsInItsPlace() throws {
        let site = try TestPublication(["publication.yaml": Self.settings, "index.md": "---\ntitle: Home\naliases: [accessibility/]\n---\n"])
        #expect(try site.problems().contains("the alias ‘accessibility/’ is already the address of the accessibility statement [same-address]"))
    }
}
