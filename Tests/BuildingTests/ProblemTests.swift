import Foundation
import Testing

@testable import Building

/// Every error that an author can make, with all that is said about it: place, rule, line with caret, and mending.
@Suite struct ProblemTests {
    /// What is written into content/, and the lines that must come of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let files: [String: String]
        let expected: [String]
        var testDescription: String { name }

        init(_ name: String, _ files: [String: String], _ expected: String...) {
            self.name = name
            self.files = files
            self.expected = expected
        }
    }

    static func page(_ body: String, front: String = "title: A page") -> String { "---\n\(front)\n---\n\(body)\n" }

    static let cases: [Case] = [
        Case("a tab in YAML", ["index.md": "---\ntitle: Home\ntags:\n\t- one\n---\n"],
            "content/index.md:4:1: error: a tab in this front matter, which allows only spaces [yaml]",
            "fix: Delete the tab, which looks like a wide space, and type two spaces in its place."),
        Case("a colon in a value", ["index.md": page("", front: "title: Goals: three years")],
            "content/index.md:2:13: error: a colon inside a value [yaml]", "    2 | title: Goals: three years\n      |             ^", "fix: Put the whole value in quotation marks: `title: \"Goals: three years\"`."),
        Case("a line without a colon above one with", ["index.md": page("", front: "title: A\nsummary “B”\ndate: 2022-01-01")],
            "content/index.md:3:1: error: a line of this front matter without a colon [yaml]"),
        Case("a quotation mark that is never closed", ["index.md": page("", front: "title: \"A\ndate: 2022-01-01")],
            "content/index.md:2:8: error: a quotation mark that is opened here is never closed [yaml]\n    2 | title: \"A\n      |        ^^\n"),
        Case("a bracket that is never closed", ["index.md": page("", front: "title: A\ntags: [ä, b")],
            "content/index.md:3:7: error: a bracket that is opened here is never closed [yaml]"),
        Case("tags without brackets", ["index.md": page("", front: "title: A\ntags: one,two")],
            "content/index.md:3:7: error: ‘tags’ is one tag with commas in it [wrong-value]", "fix: Write a list, in brackets: `tags: [one, two]`."),
        Case("a picture by its name alone", ["index.md": page("", front: "title: A\nimage: forum.jpg")],
            "‘image’ must hold keys of its own [wrong-value]", "`image: {file: forum.jpg, text: Parents and teachers around a table}`"),
        Case("an empty title", ["index.md": page("", front: "title:")], "content/index.md:2:7: error: the title is empty [missing-title]"),
        Case("an empty file", ["index.md": ""], "content/index.md:1:1: error: this file is empty [missing-title]\n  fix: Delete it, or write a document"),
        Case("settings between lines of hyphens", ["publication.yaml": "---\n" + TestPublication.settings + "---\n", "a.md": page("")],
            "content/publication.yaml:5:1: error: a line of hyphens, which ends this file too early [yaml]"),
        Case("a key twice", ["index.md": page("", front: "title: One\ntitle: Two")], "the key ‘title’ stands twice"),
        Case("front matter that is never closed", ["index.md": "---\ntitle: Home\n\nText\n"],
            "content/index.md:1:1: error: the front matter that begins here is never closed [front-matter]"),
        Case("an unknown kind", ["index.md": page("", front: "title: A\nkind: plann")],
            "content/index.md:3:7: error: ‘plann’ is no kind [unknown-kind]", "Did you mean ‘plan’?"),
        Case("an unknown key", ["index.md": page("", front: "title: A\nsumary: B")],
            "content/index.md:3:1: error: a document has no key ‘sumary’ [unknown-key]", "Did you mean ‘summary’?"),
        Case("no title", ["index.md": page("Text.", front: "summary: B")], "content/index.md:1:1: error: this document has no title [missing-title]"),
        Case("front matter below an empty line", ["index.md": "\n---\ntitle: Home\n---\nText.\n"],
            "content/index.md:2:1: error: the front matter does not begin on the first line, and so counts as text [missing-title]", "fix: Delete the empty lines above this one."),
        Case("front matter without its hyphens", ["index.md": "title: Home\n\nText.\n"],
            "content/index.md:1:1: error: these keys have no line --- above them, and so count as text [missing-title]", "fix: Put a line of three hyphens, ---, above this line, and another below the last key."),
        Case("no front matter", ["index.md": "Text.\n"], "this document has no title [missing-title]", "Begin the file with three lines"),
        Case("a date that does not exist", ["index.md": page("", front: "title: A\ndate: 2022-02-30")],
            "content/index.md:3:7: error: ‘date’ is ‘2022-02-30’, which is no date [invalid-date]"),
        Case("a date as people write it", ["index.md": page("", front: "title: A\ndate: March 9, 2022")], "[invalid-date]", "`date: 2022-03-09`"),
        Case("an update without its date", ["index.md": page("", front: "title: A\nkind: update")], "an update needs its date [missing-key]"),
        Case("an event without its start", ["index.md": page("", front: "title: A\nkind: event")], "an event needs its start [missing-key]"),
        Case("two documents with one address", ["a.md": page(""), "b.md": page("", front: "title: B\nslug: a")],
            "content/b.md:1:1: error: this document has the same address as content/a.md: /a/ [same-address]"),
        Case("a folder where the tags are listed", ["tags/x.md": page("", front: "title: X\ntags: [a]")],
            "content/tags/:1:1: error: this folder has the same address as the list of tags: /tags/ [same-address]"),
        Case("an alias that is taken", ["a.md": page(""), "b.md": page("", front: "title: B\naliases: [a/]")],
            "content/b.md:3:1: error: the alias ‘a/’ is already the address of content/a.md [same-address]"),
        Case("an alias that is taken, among others", ["a.md": page(""), "b.md": page("", front: "title: For a/\naliases:\n  - c/\n  - a/")],
            "content/b.md:5:1: error: the alias ‘a/’ is already the address of content/a.md [same-address]\n    5 |   - a/\n"),
        Case("a problem far out in a long line", ["index.md": page(String(repeating: "wörds ", count: 150) + "[x](nowhere.md) " + String(repeating: "wörds ", count: 150))],
            "content/index.md:4:901: error: no document ‘nowhere.md’", "    4 | …örds ", " wörds [x](nowhere.md) wörds ", "wörds…\n      |  " + String(repeating: " ", count: 59) + "^^^^^^^^^^^^^^^\n"),
        Case("a problem below a bare carriage return", ["index.md": page("One\rTwo\n[x](nowhere.md)")],
            "content/index.md:6:1: error: no document ‘nowhere.md’ [broken-link]\n    6 | [x](nowhere.md)\n      | ^^^^^^^^^^^^^^^\n"),
        Case("a link to a page that was renamed", ["index.md": page("See [it](updates/feedback.md)."), "updates/feedback-results.md": page("")],
            "content/index.md:4:5: error: no document ‘updates/feedback.md’ [broken-link]",
            "    4 | See [it](updates/feedback.md).\n      |     ^^^^^^^^^^^^^^^^^^^^^^^^^", "The nearest is updates/feedback-results.md"),
        Case("a link with a slip", ["a/x.md": page("[it](../b/goal.md)"), "b/goals.md": page("")], "The nearest is ../b/goals.md"),
        Case("a link to a heading that is not there", ["index.md": page("[it](a.md#misson)"), "a.md": page("## Mission")],
            "content/index.md:4:1: error: no heading ‘#misson’ in content/a.md [broken-anchor]", "The nearest is #mission."),
        Case("a link to an address", ["index.md": page("[it](a/)"), "a.md": page("")], "‘a/’ is an address of the site, not a file", "a.md"),
        Case("spaces in an address", ["index.md": page("Read [it](our plan.md#goals) and ![map](a map.PNG)."), "our plan.md": page("## Goals")],
            "content/index.md:4:6: error: spaces in an address, so that Markdown does not see the link [broken-link]",
            "      |      ^^^^^^^^^^^^^^^^^^^^^^^\n  fix: Put the address in angle brackets, (<our plan.md#goals>), or give the file a name without spaces."),
        Case("backslashes in an address", ["a/index.md": page("[it](..\\b.md)"), "b.md": page("")],
            "content/a/index.md:4:1: error: backslashes in ‘..\\b.md’ [broken-link]", "fix: Write slashes in their place: ../b.md"),
        Case("an image without a file", ["index.md": page("![A map]()")], "content/index.md:4:1: error: an image without an address [missing-file]"),
        Case("a missing image", ["index.md": page("![A map](map.png)"), "mapp.png": "x"],
            "content/index.md:4:1: error: no picture ‘map.png’ [missing-file]", "The nearest is mapp.png"),
        Case("an image without text", ["index.md": page("![](map.png)"), "map.png": "x"],
            "content/index.md:4:1: error: the image ‘map.png’ has no text for those who cannot see it [alternative-text]"),
        Case("an image of another site", ["index.md": page("![A map](https://other.example/map.png)")], "a picture from another site"),
        Case("a first heading of level 3", ["index.md": page("### Too deep")],
            "content/index.md:4:1: error: a heading of level 3 where the first heading must be of level 2 [heading-level]", "Write `## ` here"),
        Case("a skipped level", ["index.md": page("## One\n\n#### Two")], "content/index.md:6:1: error: a heading of level 4 directly below one of level 2"),
        Case("a second title", ["index.md": page("## One\n\n# Two")], "content/index.md:6:1: error: a second title"),
        Case("a number's sign that makes a title", ["index.md": page("## One\n\n# of students: 12")], "content/index.md:6:1: error: a second title", "write `\\# of students: 12`"),
        Case("a heading without words", ["index.md": page("## One\n\n##\n")], "content/index.md:6:1: error: a heading without words"),
        Case("a heading that only draws a line", ["index.md": page("## One\n\n## ...\n")], "content/index.md:6:1: error: a heading without words"),
        Case("a heading of a sign that shows nothing", ["index.md": page("## \u{3164}\n\n## \u{2800}\n")], "content/index.md:4:1: error: a heading without words", "content/index.md:6:1: error: a heading without words"),
        Case("raw HTML", ["index.md": page("Some <font color=red>red</font> words.")],
            "content/index.md:4:6: error: HTML in the text: <font> is not shown [raw-html]"),
        Case("a script", ["index.md": page("<script>alert(1)</script>")], "content/index.md:4:1: error: HTML in the text: a block of HTML that begins with <script>"),
        Case("a row with too many cells", ["index.md": page("| A | B |\n| --- | --- |\n| 1 | 2 | 3 |")],
            "content/index.md:6:11: error: this row has 3 cells, but the table's header has 2: the rest would be lost [table-cells]"),
        Case("Word's bullets", ["index.md": page("We will:\n· listen\n· answer")],
            "content/index.md:5:1: error: the list mark ‘·’, on this and 1 more line: this was pasted from a word processor as it was [word-paste]"),
        Case("a pasted Word table", ["index.md": page("Goal 1\n\n\tObjective\n\nText\n\n\tActivities\n")],
            "content/index.md:6:1: error: 2 lines begin with a tab, as the cells of a pasted Word table do"),
        Case("a javascript address", ["index.md": page("[x](javascript:alert(1))")],
            "content/index.md:4:1: error: addresses that begin with ‘javascript:’ are not published", "[unsafe-address]"),
        Case("a javascript address in disguise", ["index.md": page("[x](<JaVa\u{1}Script:alert(1)>)")], "[unsafe-address]"),
        Case("a file of one's own computer", ["index.md": page("[x](file:///C:/plan.docx)")], "this address works on your computer only [unsafe-address]"),
        Case("a malformed language", ["index.md": page("[Hola](lang:spanish-language!)")], "is no language tag [language-tag]"),
        Case("a plan without goals", ["index.md": page("Text.", front: "title: A\nkind: plan")], "this plan has no goals [plan-structure]"),
        Case("a number twice", ["index.md": page("## Goal 1: A\n\n### Objective 1.1: B\n\n### Objective 1.1: C", front: "title: A\nkind: plan")],
            "content/index.md:9:1: error: the number 1.1 stands twice in this plan [plan-structure]"),
        Case("a part outside an objective", ["index.md": page("## Goal 1: A\n\n#### Activities", front: "title: A\nkind: plan")],
            "the part ‘Activities’ stands outside an objective [plan-structure]"),
        Case("a question without a table", ["index.md": page("## Results\n\n### Q1. Well?", front: "title: A\nkind: survey")],
            "content/index.md:7:1: error: the question Q1 has no table of answers [survey-structure]"),
        Case("navigation to nowhere", ["publication.yaml": TestPublication.settings + "navigation:\n  - plan.md\n", "plans.md": page("")],
            "content/publication.yaml:5:5: error: no document ‘plan.md’ [broken-link]", "The nearest is plans.md"),
        Case("a setting that is not known", ["publication.yaml": TestPublication.settings + "adress: x\n", "a.md": page("")],
            "content/publication.yaml:4:1: error: publication.yaml has no key ‘adress’ [unknown-key]", "Did you mean ‘address’?"),
        Case("a Word file with a text's name", ["a.md": "PK\u{3}\u{4}\u{14}\0"], "content/a.md:1:1: error: this is a Word file or other packed file, not text, whatever its name says [encoding]"),
        Case("a kind by another name", ["a.md": page("", front: "title: A\nkind: meeting")], "fix: Did you mean ‘event’? It can be page, values, plan, progress, portrait, roles, duties, survey, update, event or glossary."),
        Case("no address", ["publication.yaml": "title: A\nlanguages: [en]\n", "a.md": page("")], "publication.yaml has no ‘address’ [missing-key]"),
        Case("a theme that is not there", ["publication.yaml": TestPublication.settings + "theme: civc\n", "a.md": page("")],
            "content/publication.yaml:4:1: error: there is no theme ‘civc’ [missing-theme]", "Did you mean ‘civic’?"),
        Case("a partial that is not there", ["/themes/civic/layouts/page.mustache": "<p>\n{{> hedder}}\n", "a.md": page("")],
            "themes/civic/layouts/page.mustache:2:5: error: there is no partial ‘hedder’ [missing-partial]", "Did you mean ‘header’?"),
        Case("a layout that is not closed", ["/themes/civic/layouts/page.mustache": "<p>{{#tags}}</p>\n", "a.md": page("")], "themes/civic/layouts/page.mustache:", "[malformed-template]", "{{/name}}"),
        Case("partials in a circle", ["/themes/civic/partials/facts.mustache": "{{> picture}}", "/themes/civic/partials/picture.mustache": "{{> facts}}", "a.md": page("")],
            "partials that include each other without end"),
        Case("a theme without layouts", ["publication.yaml": TestPublication.settings + "theme: own\n", "/themes/own/theme.yaml": "name: own\n", "a.md": page("")],
            "themes/own/layouts/page.mustache:1:1: error: the theme ‘own’ has no layout ‘page’ [missing-layout]", "extends: civic"),
        Case("nothing to publish", ["publication.yaml": TestPublication.settings], "there is nothing to publish in content/ yet [empty-publication]", "content/index.md:"),
    ]

    @Test(arguments: cases) func isReported(_ example: Case) throws {
        let publication = try TestPublication(example.files)
        let problems = try publication.problems()
        for expected in example.expected { #expect(problems.contains(expected), "\(problems)") }
        #expect(!FileManager.default.fileExists(atPath: publication.folder + "/site"), "nothing is published")
    }

    /// Five typical mistakes of new authors: each gives one message, not a handful.
    @Test(arguments: ["a tab in YAML", "a link to a page that was renamed", "a pasted Word table", "an image without text", "an unknown kind"])
    func oneMistakeGivesOneMessage(_ name: String) throws {
        let example = try #require(Self.cases.first { $0.name == name })
        #expect(try TestPublication(example.files).build().problems.count == 1)
    }

    @Test func allProblemsOfARunAreShownInOrder() throws {
        let publication = try TestPublication([
            "b.md": Self.page("[x](nowhere.md)\n\n#### Deep"), "a.md": Self.page("<b>x</b>", front: "title: A\nkind: pag"),
        ])
        let places = try publication.build().problems.map { "\($0.file):\($0.line)" }
        #expect(places == ["content/a.md:3", "content/a.md:5", "content/b.md:4", "content/b.md:6"])
    }

    @Test func aMissingSettingsFileSaysHowToBegin() throws {
        let publication = try TestPublication(["index.md": Self.page("")])
        try publication.remove("publication.yaml")
        let problems = try publication.build().problems
        #expect(problems.count == 1)
        #expect(problems[0].description.hasPrefix("content/publication.yaml:1:1: error: this file is missing: it names the publication"))
        #expect(problems[0].help.hasPrefix("Begin with a file.\n     content/publication.yaml:\n") && !problems[0].help.contains("index.md"))
    }

    // MARK: Encodings

    @Test func windows1252IsNamedWithItsByte() throws {
        let publication = try TestPublication([:])
        try publication.write("index.md", Array("---\ntitle: A\n---\nThe school".utf8) + [0x92] + Array("s plan\n".utf8))
        #expect(try publication.problems().contains("content/index.md:4:11: error: this file is not UTF-8: byte 92 (the 28th of the file): in Windows-1252, which Word and Excel use, it is ‘’’ [encoding]"))
    }

    @Test(arguments: [true, false]) func utf16IsNamed(littleEndian: Bool) throws {
        let publication = try TestPublication([:])
        let units = Array("\u{FEFF}---\ntitle: A\n---\n".utf16)
        try publication.write("index.md", units.flatMap { littleEndian ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        #expect(try publication.problems().contains("this file is written in UTF-16, as Word's “Unicode Text” is"))
    }

    @Test func lineEndingsAndByteOrderMarksAreFine() throws {
        let publication = try TestPublication([:])
        try publication.write("index.md", "\u{FEFF}---\r\ntitle: Home\r\n---\r\n\r\n## One\r\n\r\nLast words")
        #expect(try publication.problems() == "")
        #expect(try publication.site("index.html").contains(">One</h2>"))
    }
}
