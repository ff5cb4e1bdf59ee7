/// By which words a passage offers help in its language: an interpreter, a translation, a call.
enum HelpWords {
    /// The languages in which passages hold such a word, a telephone number or a mail address. Of a language without words here
    /// nothing can be told: it counts where another one helps.
    ///
    /// - Parameter passages: by language, without region and script.
    static func languages(ofHelpIn passages: [String: [String]]) -> Set<String> {
        let helping = passages.filter { language, texts in texts.contains { helps($0, language) } }.keys
        return helping.isEmpty ? [] : Set(passages.keys.filter { helping.contains($0) || beginnings[$0] == nil && whole[$0] == nil })
    }

    private static func helps(_ text: String, _ language: String) -> Bool {
        if text.contains("@") || text.split(whereSeparator: \.isLetter).contains(where: { $0.count(where: \.isNumber) >= 7 }) { return true }
        let words = " " + text.lowercased().map { $0.isLetter ? String($0) : " " }.joined()
        return (beginnings[language] ?? []).contains { words.contains(" " + $0) } || (whole[language] ?? []).contains { words.contains($0) }
    }

    /// How words begin, in small letters.
    private static let beginnings: [String: [String]] = [
        "en": ["help", "interpret", "translat", "call"],
        "es": ["ayud", "intérpret", "interpret", "traduc", "llam", "llám", "asistencia"],
        "pt": ["ajud", "intérpret", "interpret", "tradu", "ligu", "ligar", "chame", "telefone"],
        "fr": ["aide", "interprèt", "interprét", "tradu", "appel", "téléphon"],
        "ht": ["èd", "ede ", "entèprèt", "tradui", "tradik", "rele "],
        "vi": ["giúp", "trợ giúp", "hỗ trợ", "thông dịch", "phiên dịch", "bản dịch", "gọi"],
    ]

    /// Of scripts that write other words together with them.
    private static let whole: [String: [String]] = [
        "zh": ["帮助", "幫助", "协助", "協助", "翻译", "翻譯", "口译", "口譯", "传译", "傳譯", "致电", "致電", "打电话", "打電話"],
        "ar": ["مساعدة", "مترجم", "ترجمة", "اتصل"],
    ]
}
