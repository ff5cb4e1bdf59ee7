/// Words by which a language is known, in small letters. A word of two languages speaks for neither.
enum LanguageWords {
    static func of(_ language: String) -> Set<String>? { joining[language] }

    /// What notices say to readers of a language, and hardly a text of another.
    static func ofNotices(_ language: String) -> Set<String> { notices[language] ?? [] }

    static let languages = joining.keys.sorted()

    /// Those that join others.
    private static let joining: [String: Set<String>] = [
        "en": words("""
            the of and to in is that for with are this on be was by at from have will or an as it you your we our they their not has can if all who a do no me so but been were had \
            which there when what how i my please
            """),
        "es": words("""
            el la los las de del y en que para con por una un se su sus es son más como al lo este esta nos nuestra nuestro nuestros nuestras no si está puede usted todos todas o le
            """),
        "pt": words("o a os as de do da dos das e em que para com por uma um se é são mais como ao à não no na nos nas seu sua você pelo pela este esta nossa nosso nossos todos"),
        "fr": words("le la les de des du et en que pour avec par une un est sont plus dans sur au aux ce cette vous nous votre notre ne pas qui il elle vos nos si"),
        "ht": words("nan yo pou ak ki ou nou se gen sou yon pa li te kapab tout ap la sa a epi oswa ka lè chak"),
        "de": words("""
            der die das und ist nicht mit für von zu den dem des ein eine einen auf im am sich auch wir sie ihr ihre unser unsere unserer werden wird sind haben oder bitte wenn bei \
            nach aus zum zur über kann können alle an in so was hat bieten
            """),
        "pl": words("i w na z do się nie jest to że o dla po przez od oraz są które która który jak ale lub prosimy nas wszystkich jego ich jeśli może można będzie czy przy"),
        "vi": words("và của là có cho các được trong không với này những một để khi từ đã sẽ hoặc quý bạn tôi người nếu xin"),
    ]

    private static let notices: [String: Set<String>] = [
        "en": words("welcome english school call free help families students"),
        "es": words("bienvenidos bienvenidas español habla hablamos llame necesita gratis ayuda idioma escuela niños padres familias gracias"),
        "pt": words("bem-vindos português falamos ligue precisa grátis ajuda idioma escola crianças pais famílias obrigado"),
        "fr": words("bienvenue français parlons appelez besoin gratuit langue école enfants parents familles merci"),
        "ht": words("byenveni kreyòl pale rele bezwen gratis èd lang lekòl timoun paran fanmi mèsi"),
        "de": words("willkommen deutsch schule eltern hilfe sprache kostenlos kostenlose familien dolmetscher"),
        "pl": words("witamy polsku szkoła szkole szkoły rodzice rodziców dzieci pomoc język bezpłatnie dziękujemy zadzwoń potrzebujesz tłumacza"),
        "vi": words("tiếng việt gọi cần phí giúp trường phụ huynh học"),
    ]

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
