import Markdown
import Publication
import Testing

@testable import Rendering

@Suite struct ReadingTimeTests {
    private func minutes(words: Int, characters: Int = 0, _ language: String) -> Int? {
        var length = TextLength()
        for (count, text) in [(words, "word "), (characters, "字")] {
            var text = String(repeating: text, count: count)
            text.withUTF8 { length.add($0) }
        }
        return ReadingTime.minutes(length, in: LanguageTag(language)!)
    }

    /// 228 words a minute in English, 138 in Arabic; 255 characters in Chinese; 184 words where nobody measured.
    @Test(arguments: [
        (1, 0, "en", 1), (227, 0, "en", 1), (228, 0, "en", 1), (341, 0, "en", 1), (342, 0, "en", 2), (2280, 0, "en", 10), (2280, 0, "ar", 17), (181, 0, "pt-BR", 1),
        (180, 0, "pt-BR", 1), (184, 0, "ht", 1), (0, 254, "zh-Hans", 1), (0, 255, "zh-Hans", 1), (0, 1275, "zh-Hans", 5), (92, 128, "zh-Hans", 1), (0, 0, "en", nil),
    ]) func minutes(_ words: Int, _ characters: Int, _ language: String, _ expected: Int?) {
        #expect(minutes(words: words, characters: characters, language) == expected)
    }
}
