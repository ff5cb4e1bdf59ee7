/// Words by which a language is known: those that join others, in small letters. A word of two languages speaks for neither.
enum LanguageWords {
    static func of(_ language: String) -> Set<String>? { byLanguage[language] }

    private static let byLanguage: [String: Set<String>] = [
        "en": words("the of and to in is that for with are this on be was by at from have will or an as it you your we our they their not has can if all who"),
        "es": words("el la los las de del y en que para con por una un se su sus es son más como al lo este esta nos nuestra nuestro no si está puede niños usted"),
        "pt": words("o a os as de do da dos das e em que para com por uma um se é são mais como ao à não no na nos nas seu sua você pelo pela este esta"),
        "fr": words("le la les de des du et en que pour avec par une un est sont plus dans sur au aux ce cette vous nous votre notre ne pas qui il elle"),
        "ht": words("nan yo pou ak ki ou nou se gen sou yon pa li te kapab tout ap la sa a epi oswa ka lè chak"),
        "vi": words("và của là có cho các được trong không với này những một để khi từ đã sẽ hoặc quý bạn tôi người"),
    ]

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
