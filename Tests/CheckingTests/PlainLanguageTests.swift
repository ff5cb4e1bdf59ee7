import Publication
import Testing
import TestSupport

@testable import Checking

struct PlainLanguageTests {
    private func document(_ text: String, language: String = "en", front: String = "", isBroken: Bool = false) throws -> PlainLanguageChecks {
        let checked = try CheckedPublication(
            ["page.md": "---\ntitle: Page\n\(front)---\n\(text)\n"],
            settings: "title: Our District\naddress: https://www.example.org/\nlanguages: [\(language)]\n", isBroken: isBroken)
        return PlainLanguageChecks(checked.publication.documents[0], language: LanguageTag(language)!, target: 9)
    }

    private func sentences(_ text: String, _ language: String = "en") -> [String] {
        let scalars = Array(text.unicodeScalars)
        var splitter = SentenceSplitter(language: LanguageTag(language)!)
        return splitter.sentences(of: scalars).map { sentence in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[sentence.range])
            return String(view)
        }
    }

    // MARK: Sentences

    @Test(arguments: [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Mr. Smith met Dr. Jones. They talked.", ["Mr. Smith met Dr. Jones.", "They talked."]),
        ("See outcome 3.1a. It is due.", ["See outcome 3.1a.", "It is due."]),
        ("It costs 3.50 today. Pay at 8 a.m. Monday.", ["It costs 3.50 today.", "Pay at 8 a.m.", "Monday."]),
        ("It ends at 8 p.m. on Monday.", ["It ends at 8 p.m. on Monday."]),
        ("Read No. 5 and pp. 3 to 4. Then stop.", ["Read No. 5 and pp. 3 to 4.", "Then stop."]),
        ("“Why?” she asked. “Because.” He left.", ["“Why?” she asked.", "“Because.”", "He left."]),
        ("The U.S. Department answered. J. Smith did not.", ["The U.S. Department answered.", "J. Smith did not."]),
        ("1. First thing.", ["1. First thing."]), ("Wait … and see. Now!", ["Wait … and see.", "Now!"]), ("Go on... Now.", ["Go on...", "Now."]),
        ("Due Jan. 5 (or later). Ask.", ["Due Jan. 5 (or later).", "Ask."]), ("", []), (" . ! ", []),
        ("Write to office@example.gov. The office answers.", ["Write to office@example.gov.", "The office answers."]),
        ("It is at www.example.gov. The page is new.", ["It is at www.example.gov.", "The page is new."]), ("We need a Plan B. It is here.", ["We need a Plan B.", "It is here."]),
        ("We met J. B. Smith. He left.", ["We met J. B. Smith.", "He left."]), ("For John Smith Jr. The school is closed.", ["For John Smith Jr.", "The school is closed."]),
        ("King Jr. Elementary is closed.", ["King Jr. Elementary is closed."]), ("They live in the U.S. They are safe.", ["They live in the U.S.", "They are safe."]),
        ("Ask at 12 Main St. The door is open.", ["Ask at 12 Main St.", "The door is open."]), ("St. Mary and St. John.", ["St. Mary and St. John."]), ("Bring food, e.g. The Bread.", ["Bring food, e.g. The Bread."]), ("You and I. We.", ["You and I.", "We."]),
    ])
    func english(_ text: String, _ expected: [String]) { #expect(sentences(text) == expected) }

    @Test(arguments: [
        ("Traiga algo, p. ej. fruta. Gracias.", ["Traiga algo, p. ej. fruta.", "Gracias."]), ("¿Qué es? Es esto. ¡Venga!", ["¿Qué es?", "Es esto.", "¡Venga!"]),
        ("La Sra. Pérez y el Dr. Gil van. Ud. también.", ["La Sra. Pérez y el Dr. Gil van.", "Ud. también."]), ("Llame al núm. 3. Es gratis.", ["Llame al núm. 3.", "Es gratis."]),
    ])
    func spanish(_ text: String, _ expected: [String]) { #expect(sentences(text, "es") == expected) }

    @Test func chineseIsCountedBySigns() {
        let text = Array("我们在学校。你好吗？".unicodeScalars)
        var splitter = SentenceSplitter(language: LanguageTag("zh-Hans")!)
        let found = splitter.sentences(of: text)
        #expect(found.map(\.words.count) == [3, 2])
    }

    @Test func wordsStandBetweenSpacesDashesAndSlashes() {
        let text = Array("Well-known ideas—and/or plans, 2021–24 – at 3.1a!".unicodeScalars)
        var splitter = SentenceSplitter(language: LanguageTag("en")!)
        let found = splitter.sentences(of: text)
        #expect(found.map { $0.words.map { $0.text(in: text) } } == [["Well-known", "ideas", "and", "or", "plans", "2021–24", "at", "3.1a"]])
    }

    // MARK: Formulas

    /// Counted by hand: 5 sentences, 35 words, 42 syllables.
    private static let english = """
        Call us if you need help. We can send you the plan on paper. It is free for all families.
        You do not have to say why. Ask at the main office.
        """

    @Test func englishIsGradedByKincaid() throws {
        let text = Self.english + "\n"
        let readability = try #require(ReadingText(try document(text).document, language: LanguageTag("en")!).readability(.fleschKincaid))
        #expect(readability.sentences == 5)
        #expect(readability.words == 32)
        #expect(readability.syllables == 36)
        #expect(abs(readability.score - (0.39 * 32 / 5 + 11.8 * 36 / 32 - 15.59)) < 0.0001)
        #expect(readability.band == nil)
    }

    /// Counted by hand: Lla-me si ne-ce-si-ta a-yu-da (4 words, 10 syllables); La es-cue-la le en-vía el plan (6 words, 10: la,
    /// es-cue-la, le, en-ví-a, el, plan).
    @Test func spanishIsGradedBySzigriszt() throws {
        let checks = try document("Llame si necesita ayuda. La escuela le envía el plan.", language: "es")
        let readability = try #require(ReadingText(checks.document, language: LanguageTag("es")!).readability(.szigrisztPazos))
        #expect((readability.sentences, readability.words, readability.syllables) == (2, 10, 20))
        #expect(abs(readability.score - (206.835 - 62.3 * 2 - 5)) < 0.0001)
        #expect(readability.band == .fairlyEasy)
    }

    /// Li-gue se pre-ci-sar de a-ju-da (5 words, 10); A es-co-la en-vi-a o pla-no (5 words, 10).
    @Test func portugueseIsGradedByMartins() throws {
        let checks = try document("Ligue se precisar de ajuda. A escola envia o plano.", language: "pt-BR")
        let readability = try #require(ReadingText(checks.document, language: LanguageTag("pt-BR")!).readability(.martins))
        #expect((readability.sentences, readability.words, readability.syllables) == (2, 10, 20))
        #expect(abs(readability.score - (248.835 - 1.015 * 5 - 84.6 * 2)) < 0.0001)
        #expect(readability.band == .easy)
    }

    @Test(arguments: [("Szigriszt", 55.0, "normal"), ("Szigriszt", 54.9, "fairly hard"), ("Szigriszt", 80.0, "very easy"), ("Szigriszt", 39.9, "very hard")])
    func bands(_ name: String, _ score: Double, _ band: String) throws {
        // One word in a sentence: the score is 205.835 − 62.3 × syllables, so that syllables in ten thousand words give any score.
        let syllables = Int(((206.835 - 1 - score) / 62.3 * 1_000_000).rounded(.down))
        let readability = try #require(Readability(.szigrisztPazos, words: 1_000_000, sentences: 1_000_000, syllables: syllables))
        #expect(readability.band?.rawValue == band)
    }

    @Test func syllablesOfVietnameseAreNoWords() throws {
        func lengths(_ count: Int, _ language: String) throws -> Int {
            try document("Một " + String(repeating: "ngày ", count: count - 1) + "qua.", language: language).problems().count { $0.rule == .longSentence }
        }
        #expect(try lengths(44, "vi") == 0)
        #expect(try lengths(45, "vi") == 1)
        #expect(try lengths(44, "ht") == 1)
    }

    @Test func onlyRunningTextInItsOwnLanguageCounts() throws {
        let checks = try document("""
            ## A heading that is long and says nothing

            Words here. [Bienvenidos a todos](lang:es) `code is not read` ![A picture](x.png)

            | A | B |
            | - | - |
            | A cell. | Another. |

            - An item
            - Another item[^1]

            ```
            code
            ```

            [^1]: A note.
            """.replacing("![A picture](x.png)", with: ""))
        let text = ReadingText(checks.document, language: LanguageTag("en")!)
        #expect(text.blocks.map { $0.sentences.map { $0.words.count } } == [[2], [2], [2], [2]])
    }

    // MARK: Problems

    private static let hard = String(
        repeating: "Administrative responsibilities necessitate considerable organizational accountability throughout implementation. ", count: 14)

    @Test func aHardDocumentIsToldWithItsHardestSentences() throws {
        let found = try document("Short words here.\n\n" + Self.hard + "\n\nInterdisciplinary accountability necessitates institutional collaboration, notwithstanding considerable heterogeneity.").problems()
        let whole = try #require(found.first { $0.rule == .readingGrade })
        #expect(whole.line == 2 && whole.marked == "Page")
        #expect(whole.message.hasPrefix("this reads at grade "), "\(whole.message)")
        #expect(whole.message.contains("by Flesch–Kincaid, above 9: ") && whole.message.hasSuffix("; its hardest sentences begin in lines 6 and 8"), "\(whole.message)")
        #expect(found.filter { $0.rule == .hardSentence }.map(\.line) == [8, 6, 6])
        #expect(found.first { $0.rule == .hardSentence }?.marked.hasPrefix("Interdisciplinary") == true)
        #expect(found.first { $0.rule == .hardSentence }?.message == "a hard sentence: 8 words, among them ‘Interdisciplinary’, ‘accountability’, ‘heterogeneity’")
    }

    /// They are in the count of the whole, but nobody can mend them.
    @Test func namesAndTitlesAreNoHardSentences() throws {
        let around = String(repeating: "Everybody understands administrative organization.\n\n", count: 30)
        for text in [
            "The Centers for Medicare and Medicaid Services and the National Institutes of Health have a course for everybody.",
            "[Responsibilities of administrative institutions concerning organizational accountability and interdisciplinary collaboration](b.md)",
        ] {
            let found = try document(around + text, isBroken: true).problems()
            #expect(found.contains { $0.rule == .readingGrade } && !found.contains { $0.rule == .hardSentence }, "\(text)")
        }
        let hard = "The Centers for Medicare necessitate considerable organizational accountability throughout."
        #expect(try document(around + hard).problems().map(\.rule) == [.readingGrade, .hardSentence])
    }

    @Test func whatShowsHowNotToWriteIsLeftOut() throws {
        let text = ReadingText(
            try document("## Example\n\n### Before\n\nHard.\n\n- Harder.\n\n### After\n\nEasy.\n\n### Before\n\nWe meet.\n\n### Later\n\nWe go.").document,
            language: LanguageTag("en")!)
        #expect(text.blocks.map(\.text.text) == ["Easy.", "We meet.", "We go."])
    }

    @Test func easyOrShortDocumentsAreNot() throws {
        let easy = String(repeating: "We meet on Monday. ", count: 40)
        #expect(try document(easy).problems().map(\.rule) == [.longParagraph])
        #expect(try document("Administrative responsibilities necessitate considerable organizational accountability.").problems().isEmpty)
        #expect(try document(Self.hard, language: "fr").problems().map(\.rule) == [.longParagraph])
    }

    @Test func longSentencesAndParagraphsAreTold() throws {
        let thirty = (1...30).map { $0 == 1 ? "Word" : "word" }.joined(separator: " ")
        #expect(try document("Here. \(thirty).").problems().isEmpty)
        let found = try document("Here &amp; now. \(thirty)\nmore.").problems()
        #expect(found.map(\.brief) == ["4:17 long-sentence: a sentence of 31 words"])
        #expect(found.first?.marked == thirty)
        #expect(try document("We go. We go. We go. We go. We go. We go.").problems().isEmpty)
        #expect(try document(String(repeating: "We go. ", count: 40)).problems().isEmpty)
        let many = String(repeating: "We go there with all of the children whom we know well. ", count: 8)
        #expect(try document(many).problems().map(\.brief) == ["4:1 long-paragraph: a paragraph of 8 sentences and 96 words"])
        // What others have said stays as it is, and lines that end by hand are sentences of their own.
        #expect(try document("> " + many + "\n\n> \(thirty) more.").problems().isEmpty)
        #expect(try document("\(thirty)\\\nmore words\nof another line").problems().isEmpty)
        let long = (1...5).map { _ in (1...25).map { _ in "word" }.joined(separator: " ").capitalized + "." }.joined(separator: " ")
        #expect(try document(long).problems().map(\.message) == ["a paragraph of 5 sentences and 125 words"])
    }

    @Test func whatIsAListIsNoLongSentence() throws {
        let words = (1...12).map { _ in "word" }.joined(separator: " ")
        #expect(try document("(a) Come at 3 p.m. \(words)\n(b) \(words)\n(c) \(words)").problems().map(\.rule) == [])
        #expect(try document("\(words) of grade\n2. \(words)\n\(words)").problems().count { $0.rule == .longSentence } == 1)
        let names = ["Ana Ruiz", "Ben Cole", "Cy Lee", "Di Roe"], many = (0..<16).map { names[$0 % 4] }.joined(separator: ", ")
        #expect(try document("Present: \(many) and Jo Kay.").problems().map(\.rule) == [])
        #expect(try document("Present were, as far as we know: \(words), \(words), \(words).").problems().count { $0.rule == .longSentence } == 1)
    }

    @Test func aLongDocumentNeedsASummary() throws {
        let text = String(repeating: "We meet on Monday at the school. Come and see us there.\n\n", count: 52)
        #expect(try document(text).problems().map(\.brief) == ["2:8 missing-summary: 624 words, and no summary"])
        #expect(try document(text, front: "summary: When we meet.\n").problems().isEmpty)
    }

    /// Text of any kind: something or nothing is found, and soon.
    @Test(.timeLimit(.minutes(2))) func nothingBreaksTheReader() throws {
        let pieces = ["word ", "Mr. ", "1.", "…", "?!", "”", "(", "\\*", "&amp;", "é", "我", "。", "**", "[a](lang:es)", "\n", "`", "— ", "/", "'", "\u{202E}", "https://a.b/c?d=e ", "A.B.C. ", "xn", "yyy", "eee", "\u{301}"]
        for seed in 0..<200 {
            var random = SeededGenerator(seed: UInt64(seed))
            let text = (0..<random.number(1...200)).map { _ in random.pick(pieces) }.joined()
            let language = random.pick(["en", "es", "pt-BR", "zh-Hans", "ar"])
            guard let checks = try? document("x " + text, language: language, isBroken: true) else { continue }
            for problem in checks.problems() { #expect(problem.line > 3 || problem.rule == .readingGrade || problem.rule == .missingSummary, "\(seed): \(problem)") }
        }
        let long = try document(String(repeating: "A long sentence, without any end, that goes on and on ", count: 8_000))
        #expect(long.problems().count == 4)
    }
}
