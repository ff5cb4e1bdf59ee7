import Foundation
import Testing

@testable import Building

/// What themes/ promises to those who change it.
@Suite struct ThemeTests {
    private static let themes = GoldenTests.repository + "themes/"

    private static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    private static func names(_ pattern: Regex<(Substring, Substring)>, in text: String) -> Set<String> {
        Set(text.matches(of: pattern).map { String($0.1) })
    }

    // MARK: The guide

    /// Names of values in the templates, but for texts: `site.title`, `items`.
    private static func used() throws -> Set<String> {
        let files = try filesBelow(themes + "civic").filter { $0.hasSuffix(".mustache") }
        return try files.reduce(into: []) { found, file in
            let template = try text(themes + "civic/" + file).replacing(#/\{\{!.*?\}\}/#.dotMatchesNewlines(), with: "")
            found.formUnion(names(#/\{\{\{?[#^\/]?\.?([A-Za-z][A-Za-z.]*)\}/#, in: template).filter { !$0.hasPrefix("texts.") })
        }
    }

    private static func listed() throws -> Set<String> {
        let guide = try text(themes + "README.md")
        let values = try #require(guide.firstRange(of: "\n## Values\n"))
        return names(#/`([A-Za-z.]+)`/#, in: String(guide[values.upperBound...]))
    }

    @Test func theGuideListsEveryValueThatALayoutUses() throws {
        #expect(try Self.used().subtracting(Self.listed()).sorted() == [])
    }

    @Test func everyValueThatTheGuideListsIsThere() throws {
        let folder = GoldenTests.repository + "Sources/Rendering/"
        let code = try filesBelow(folder).filter { $0.hasSuffix(".swift") }.map { try Self.text(folder + $0) }.joined()
        let set = Self.names(#/"([A-Za-z]+)"/#, in: code)
        let parts = try Self.listed().flatMap { $0.split(separator: ".").map(String.init) }
        #expect(Set(parts).subtracting(set).subtracting(["header", "footer"]).sorted() == [])
    }

    // MARK: Tokens

    @Test func everyTokenIsExplained() throws {
        let css = try Self.text(Self.themes + "civic/assets/civic.css"), description = try Self.text(Self.themes + "civic/theme.yaml")
        let tokens = Self.names(#/(--[a-z0-9-]+):/#, in: css)
        let spaces = Set((1...6).map { "--space-\($0)" })
        #expect(tokens.isSuperset(of: spaces))
        #expect(tokens.subtracting(spaces).filter { description.firstMatch(of: try! Regex($0 + "(?![a-z0-9-])")) == nil }.sorted() == [])
        let explained = Self.names(#/(--[a-z0-9][a-z0-9-]*)/#, in: description)
        #expect(explained.subtracting(tokens).sorted() == [])
    }

    // MARK: Other themes

    @Test func harborIsCivicWithAStylesheetMore() throws {
        let files = try filesBelow(Self.themes + "harbor").sorted()
        #expect(files == ["assets/harbor.css", "theme.yaml"])
        let publication = try TestPublication(["publication.yaml": TestPublication.settings + "theme: harbor\n", "index.md": "---\ntitle: Home\n---\nText.\n"])
        #expect(try publication.problems() == "")
        let page = try publication.site("index.html")
        let sheets = page.matches(of: #/<link rel="stylesheet" href="(assets\/([a-z]+)\.[0-9a-f]{16}\.css)">/#)
        #expect(sheets.map { String($0.2) } == ["civic", "harbor"])
        #expect(try publication.site(String(try #require(sheets.last).1)).contains("--paper: #fff;"))
        #expect(page.contains("<main id=\"main\" class=\"frame home\">"))
    }

    @Test func aThemeOfOnePartialChangesThatPartAlone() throws {
        let publication = try TestPublication([
            "publication.yaml": TestPublication.settings + "theme: ours\n", "index.md": "---\ntitle: Home\n---\nText.\n",
            "/themes/ours/theme.yaml": "extends: harbor\n", "/themes/ours/partials/footer.mustache": "<footer>{{site.title}}, our way</footer>\n",
        ])
        #expect(try publication.problems() == "")
        let page = try publication.site("index.html")
        #expect(page.contains("<footer>Test district, our way</footer>"))
        #expect(page.contains("/harbor."))
        #expect(page.contains("class=\"site-header\""))
    }

    // MARK: The organization's colour

    private static func settings(_ organization: String) -> String { TestPublication.settings + "organization: \(organization)\n" }

    private static func stylesheet(of publication: TestPublication) throws -> String {
        let path = try #require(try publication.siteFiles().first { $0.hasPrefix("assets/civic.") && $0.hasSuffix(".css") })
        return try publication.site(path)
    }

    @Test func theAccentFollowsTheOrganizationsColour() throws {
        let plain = try TestPublication(["index.md": "---\ntitle: Home\n---\n"])
        #expect(try plain.problems() == "")
        #expect(try !Self.stylesheet(of: plain).contains("organization's colour"))
        for key in ["colour", "color"] {
            let own = try TestPublication(["publication.yaml": Self.settings("{\(key): \"#7a1f2b\"}"), "index.md": "---\ntitle: Home\n---\n"])
            #expect(try own.problems() == "")
            let css = try Self.stylesheet(of: own)
            #expect(css.contains(":root{--accent: #7a1f2b;}"))
            #expect(css.contains("@media screen and (prefers-color-scheme: dark){:root{--accent: #f89296;}"))
            // Another colour is another file, so that no browser shows an old one.
            #expect(try own.siteFiles().filter { $0.contains("civic.") } != plain.siteFiles().filter { $0.contains("civic.") })
        }
    }

    @Test(arguments: [
        ("{name: A, colour: maroon}", "4:33: error: ‘maroon’ is no colour"),
        ("{name: A, color: \"#12345\"}", "4:32: error: ‘#12345’ is no colour"),
        ("{name: A, colour: }", "4:33: error: the organization's colour is empty"),
    ]) func whatIsNoColourIsSaidInItsPlace(_ organization: String, _ message: String) throws {
        let publication = try TestPublication(["publication.yaml": Self.settings(organization), "index.md": "---\ntitle: Home\n---\n"])
        let problems = try publication.problems()
        #expect(problems.contains("content/publication.yaml:" + message), "\(problems)")
    }

    // MARK: The display page

    @Test func everyPageLeadsToTheDisplayPageAndLoadsItsScriptFirst() throws {
        let publication = try TestPublication(["about/page.md": "---\ntitle: A page\n---\nText.\n"])
        #expect(try publication.problems() == "")
        let page = try publication.site("about/page/index.html")
        #expect(page.contains("<a href=\"../../display/\">"))
        let script = try #require(page.firstMatch(of: #/<script src="..\/..\/assets\/civic\.[0-9a-f]{16}\.js"><\/script>/#))
        let stylesheet = try #require(page.firstRange(of: "rel=\"stylesheet\""))
        #expect(stylesheet.lowerBound < script.range.lowerBound)
        let display = try publication.site("display/index.html"), css = try Self.stylesheet(of: publication)
        let ids = display.matches(of: #/<input type="radio" name="[a-z]+" id="([a-z-]+)"/#).map { String($0.1) }
        #expect(ids.count == 10)
        // What is not the usual is known to the stylesheet or, of colours, to the script.
        for id in ids where !id.hasSuffix("-usual") && !id.hasPrefix("colours-") {
            #expect(css.contains("[data-display~=\"\(id)\"]") && css.contains(":has(#\(id):checked)"), "\(id)")
        }
        #expect(display.contains("<fieldset hidden>"))
    }

    @Test func aDocumentAtItsAddressTakesItsPlace() throws {
        let publication = try TestPublication(["display.md": "---\ntitle: Our displays\n---\nText.\n"])
        #expect(try publication.problems() == "")
        #expect(try publication.site("display/index.html").contains("Our displays"))
        #expect(try !publication.site("index.html").contains("site-display"))
    }
}
