import Publication

/// What stands between words that are put together, with the spaces that a language writes around it.
struct Separators: Sendable {
    var colon = ": "
    var comma = ", "
    var semicolon = "; "
    /// At the end of a sentence.
    var stop = "."
    /// Between two sentences.
    var gap = " "
    /// Around what is said besides.
    var parentheses = (" (", ")")

    init(_ language: LanguageTag) {
        switch language.language {
        case "zh", "cmn", "yue": (colon, comma, semicolon, stop, gap, parentheses) = ("：", "，", "；", "。", "", ("（", "）"))
        case "ja": (colon, comma, semicolon, stop, gap, parentheses) = ("：", "、", "；", "。", "", ("（", "）"))
        case "ar", "arb", "ckb", "fa", "ks", "pnb", "prs", "ps", "sd", "ug", "ur":
            (comma, semicolon) = ("، ", "؛ ")
            if language.language == "ur" { stop = "۔" }
        case "fr": (colon, semicolon) = language.code == "fr-CA" ? ("\u{A0}: ", "; ") : ("\u{A0}: ", "\u{202F}; ")
        case "el": semicolon = "· "
        case "bn", "hi", "ne": stop = "।"
        default: break
        }
    }
}
