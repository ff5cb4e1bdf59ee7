import Foundation
import Publication
import TestSupport
import Testing

@testable import Translation

/// Whatever translators send, pages hold no address and no element but those that the source or the rules allow.
@Suite struct HostileTranslationTests {
    static let body = """
        See [the plan](https://good.example/plan "Title") and **our** [*values*](https://good.example/values), `code` too.[^a]

        ![A map of the district](https://good.example/map.png)

        A plain sentence with ![an icon](https://good.example/icon.png) in it.

        [^a]: By the Committee, see [the minutes](https://good.example/minutes).
        """

    static let addresses: Set<String> = [
        "https://good.example/plan", "https://good.example/values", "https://good.example/map.png", "https://good.example/icon.png",
        "https://good.example/minutes",
    ]
    static let elements: Set<String> = [
        "p", "a", "strong", "em", "del", "code", "img", "sup", "sub", "section", "ol", "li", "h2", "br", "wbr", "kbd", "mark", "small", "bdi", "abbr", "div", "span",
    ]

    static let pieces = [
        "[", "]", "(", ")", "![", "][1]", "][2]", "][3]", "][9]", "[1]", "[^1]", "[^", "](https://evil.example)", "](javascript:alert(1))", "](//evil.example \"t\")",
        "<https://evil.example>", "https://evil.example", "<script>", "</script>", "<a href=\"https://evil.example\">", "</a>", "<img src=x onerror=alert(1)>",
        "<b>", "</b>", "<bdi>", "</bdi>", "<sub>", "</sub>", "<abbr title=\"x\">", "</abbr>", "<abbr title='\"onclick=x'>", "<!--", "-->", "<br>", "<br/>", "<?x", "?>", "<![CDATA[", "]]>",
        "**", "*", "_", "__", "~~", "~", "`", "``", "\\", "&#x202E;", "&lt;script&gt;", "&amp;", "&quot;", "&#0;", "\u{0}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{200B}",
        "\n", "\n\n", "\r\n", "# ", "- ", "1. ", "> ", "| ", "```", "    ", "[1]: https://evil.example", "[^1]: evil", "⁂1", "[⁂1]", "tidings-label:1", "](tidings-label:1)",
        "](tidings-footnote:1)", "](tidings-label:99)", "](tidings-label:-1)", "the plan", "our", "values", "code", "x", " ", "\"", "'", "=", ">", "خطة", "计划", "\u{FEFF}",
    ]

    @Test func noTranslationBringsAnythingUnsafe() throws {
        let texts = try TestTexts(Self.body)
        var random = SeededGenerator(seed: 7)
        var shown = 0
        for round in 0..<300 {
            var translations: [String: String] = [:]
            for message in texts.document.messages {
                translations[message.key.text] = round % 2 == 0 ? Self.made(&random) : Self.mutated(message.key.text, &random)
            }
            let html = texts.html("es", translations)
            shown += texts.translation("es", translations).coverage[.translated].messages
            let tags = try #require(TagScanner.tags(of: html), "what is written can be read: \(html)")
            for tag in tags {
                #expect(Self.elements.contains(tag.name), "\(tag) of \(html)")
                for (name, value) in tag.attributes {
                    switch name {
                    case "href", "src": #expect(value.hasPrefix("#") || Self.addresses.contains(value), "\(value) of \(html)")
                    case "alt", "title", "lang", "dir", "class", "id", "role", "aria-label": break
                    case "data-footnotes", "data-footnote-ref", "data-footnote-backref": #expect(value.isEmpty)
                    default: Issue.record("the attribute \(name) of \(html)")
                    }
                }
            }
            #expect(TagScanner.isBalanced(tags), "\(html)")
            #expect(!html.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0 })
            // Every link of the source is there, whatever was translated.
            for address in Self.addresses { #expect(tags.contains { $0.attributes.contains { $0.1 == address } }, "\(address) in \(html)") }
        }
        #expect(shown > 100, "some are shown, so that this says something: \(shown)")
    }

    private static func made(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    private static func mutated(_ text: String, _ random: inout SeededGenerator) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let place = Int.random(in: 0...scalars.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0 where place < scalars.count: scalars.remove(at: place)
            case 1 where place < scalars.count: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &random))
            default: scalars.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").unicodeScalars, at: place)
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    @Test(arguments: [("`a[^1]`", "<code>a[^1]</code>"), ("``a`[^1]``", "<code>a`[^1]</code>")])
    func codeStaysAsItIs(_ code: String, _ expected: String) throws {
        #expect(try TestTexts("Write \(code) here.").html("es", ["Write \(code) here.": "Escriba \(code) aquí."]).contains("<p>Escriba \(expected) aquí.</p>"))
    }

    // MARK: One text and the others

    @Test func aTextBeyondAllBoundsDoesNotTakeTheOthersWithIt() throws {
        let texts = try TestTexts("See [the plan](plan.md).\n\nAsk in *class*.")
        let huge = String(repeating: "![", count: 60_000) + String(repeating: "]", count: 60_000)
        let html = texts.html("es", ["See [the plan][1].": "Vea [el plan][1].", "Ask in *class*.": huge])
        #expect(html.contains("<p>Vea <a href=\"plan.md\">el plan</a>.</p>"))
        #expect(html.contains("<p lang=\"en\" dir=\"ltr\">Ask in <em>class</em>.</p>"))
    }

    static let beginnings = [
        ("- uno", "- uno"), ("- *uno*", "- <em>uno</em>"), ("* uno", "* uno"), ("+ `uno`", "+ <code>uno</code>"), ("1. uno", "1. uno"), ("1) *uno*", "1) <em>uno</em>"),
        ("# uno", "# uno"), ("## *uno*", "## <em>uno</em>"), ("> *uno*", "&gt; <em>uno</em>"), ("| uno | *dos* |", "| uno | <em>dos</em> |"), ("    *uno*", "<em>uno</em>"),
        ("- [x] uno", "- [x] uno"), ("---", "---"), ("uno\n---", "uno ---"), ("*uno*\n\n- dos", "<em>uno</em> - dos"), ("| *a* |\n|---|\n| b |", "| <em>a</em> | |---| | b |"),
    ]

    @Test(arguments: beginnings) func whateverATextBeginsWithItStaysInline(_ translation: String, _ expected: String) throws {
        #expect(try TestTexts("Ask in class.").html("es", ["Ask in class.": translation]).trimmingCharacters(in: .newlines) == "<p>\(expected)</p>")
    }

    @Test(arguments: ["***", "```uno", "[1]: x", "<div>", "<!-- uno", "<pre>uno</pre>"])
    func whatWouldBeABlockAndNoWordsFallsBack(_ translation: String) throws {
        #expect(try TestTexts("Ask in class.").html("es", ["Ask in class.": translation]).hasPrefix("<p lang=\"en\" dir=\"ltr\">Ask in class.</p>"))
    }

    @Test(arguments: [
        ("km", "សិស្ស\u{200B}គ្រប់\u{200B}រូប\u{200B}រៀន។"), ("fa", "دانش\u{200C}آموزان می\u{200C}خوانند."), ("km", "\u{200B}សិស្ស\u{200B}"), ("fa", "ه\u{200D} و \u{200F}ه\u{200C}"),
    ]) func spacesAndJoinersWithoutWidthAreLeftAlone(_ language: String, _ translation: String) throws {
        for (source, before, behind) in [("Ask.", "", ""), ("Ask *now*.", "*", "*")] {
            let html = try TestTexts(source).html(language, [source: before + translation + behind])
            #expect(Array(html.utf8).contains(Array(translation.utf8)), "\(html.debugDescription)")
        }
    }
}

/// Reads tags as a browser would, as far as this writer's go.
enum TagScanner {
    struct Tag { let name: String, isClosing: Bool, attributes: [(String, String)] }

    /// Nil where a tag is not closed or an attribute not quoted.
    static func tags(of html: String) -> [Tag]? {
        var tags: [Tag] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...].dropFirst()
            let isClosing = rest.first == "/"
            if isClosing { rest = rest.dropFirst() }
            let name = rest.prefix { $0.isLetter || $0.isNumber }
            guard !name.isEmpty else { return nil }
            rest = rest.dropFirst(name.count)
            var attributes: [(String, String)] = []
            while true {
                rest = rest.drop(while: \.isWhitespace)
                guard let first = rest.first else { return nil }
                if first == ">" { break }
                if first == "/" { rest = rest.dropFirst(); continue }
                let key = rest.prefix { $0.isLetter || $0 == "-" }
                rest = rest.dropFirst(key.count)
                if !key.isEmpty, rest.first.map({ $0.isWhitespace || $0 == ">" }) == true {
                    attributes.append((key.lowercased(), ""))
                    continue
                }
                guard !key.isEmpty, rest.first == "=", let quote = rest.dropFirst().first, quote == "\"" || quote == "'" else { return nil }
                let value = rest.dropFirst(2).prefix { $0 != quote }
                rest = rest.dropFirst(value.count + 3)
                attributes.append((key.lowercased(), String(value)))
            }
            tags.append(Tag(name: name.lowercased(), isClosing: isClosing, attributes: attributes))
        }
        return tags
    }

    static func isBalanced(_ tags: [Tag]) -> Bool {
        var open: [String] = []
        for tag in tags where !["br", "wbr", "img", "hr"].contains(tag.name) {
            if !tag.isClosing { open.append(tag.name) } else if open.popLast() != tag.name { return false }
        }
        return open.isEmpty
    }
}
