import Markdown
import Publication

/// How long a text takes to read.
///
/// At the speeds of S. Trauzettel-Klosinski and K. Dietz, “Standardized Assessment of Reading Performance: The New
/// International Reading Speed Texts IReST”, Investigative Ophthalmology & Visual Science 53 (2012), 5452–5461: adults
/// reading paragraphs aloud in 17 languages, which is nearer to careful than to quick reading. Other languages have the
/// mean of these, 184 words a minute.
enum ReadingTime {
    private static let wordsPerMinute: [String: Int] = [
        "ar": 138, "nl": 202, "en": 228, "fi": 161, "fr": 195, "de": 179, "he": 187, "it": 188, "pl": 166, "pt": 181, "ru": 184, "sl": 180,
        "es": 218, "sv": 199, "tr": 166,
    ]

    /// In whole minutes, rounded to the nearest, and one at least; nil where there is nothing to read.
    static func minutes(_ length: TextLength, in language: LanguageTag) -> Int? {
        let words = wordsPerMinute[language.language] ?? 184
        let characters = language.language == "ja" ? 357 : 255
        let thousandths = length.words * 1000 / words + length.characters * 1000 / characters
        return length.words + length.characters == 0 ? nil : max(1, (thousandths + 500) / 1000)
    }
}
