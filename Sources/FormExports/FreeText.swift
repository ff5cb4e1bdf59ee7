/// What is asked so that people answer in their own words, or name somebody.
enum FreeText {
    /// Whether a title asks for nothing else.
    /// - Parameter title: folded.
    static func asks(_ title: String) -> Bool {
        let words = title.split { !$0.isLetter && $0 != "'" }
        return words.contains { Self.words.contains(String($0)) } || parts.contains { title.contains($0) }
    }

    /// Whether a title may ask for it: "How useful is our feedback?" does not.
    /// - Parameter title: folded.
    static func mayAsk(_ title: String) -> Bool { asks(title) || weak.contains { title.contains($0) } }

    private static let words: Set<String> = [
        "comment", "comments", "else", "why", "explain", "describe", "remarks", "suggestion", "suggestions", "comentario", "comentarios", "sugerencia", "sugerencias", "explique",
        "explícanos", "describa", "comentário", "comentários", "sugestão", "sugestões", "descreva", "commentaire", "commentaires", "remarque", "remarques", "pourquoi",
        "expliquez", "décrivez", "précisez", "poukisa", "kòmantè", "sijesyon", "kommentar", "kommentare", "warum", "commenti", "perché", "opmerkingen", "waarom", "почему", "комментарий", "комментарии",
    ]
    private static let parts = [
        "tell us", "in your own words", "one word", "anything to add", "like to add", "por qué", "algo más", "qué más", "cuéntenos", "díganos", "por que", "por quê", "algo mais",
        "mais alguma coisa", "que mais", "conte-nos", "autre chose", "dites-nous", "quoi d'autre", "意见", "建议", "为什么", "其他想", "评论", "還有什麼", "意見", "為什麼", "تعليق", "ملاحظات", "لماذا", "اقتراح",
        "شيء آخر", "ý kiến", "tại sao", "vì sao", "góp ý", "nhận xét", "điều gì khác", "lòt bagay", "ki lòt", "コメント", "ご意見", "なぜ", "의견", "왜 ", "이유",
    ]
    private static let weak = ["suggest", "feedback", "share", "improve", "concern", "response", "sugest", "sugerenc", "opinión", "opinião"]

    /// Whether answers name single people: by an address before a name; where somebody was asked for, by two capitals.
    /// - Parameters:
    ///   - title: folded.
    ///   - answers: each once.
    static func namesPeople(_ title: String, _ answers: [String]) -> Bool {
        guard answers.count > 1 else { return false }
        let addressed = answers.count(where: isAddressed)
        if addressed > 1, addressed * 10 >= answers.count * 3 { return true }
        let asksForSomebody = title.hasPrefix(anyOf: ["who ", "whom ", "whose ", "quién", "a quién", "quem ", "qui ", "à qui "])
            || (title.hasPrefix(anyOf: ["which ", "what ", "name ", "qué ", "qual ", "quel"]) && people.contains { title.contains($0) })
        guard asksForSomebody else { return false }
        let named = answers.count { isAddressed($0) || $0.split(separator: " ").count > 1 && CellLooks.name($0) && !isPost($0) }
        return named > 1 && named * 2 >= answers.count
    }

    private static let people = ["adult", "teacher", "staff", "person", "coach", "counselor", "friend", "adulto", "maestr", "profesor", "docente", "persona", "professor", "pessoa", "adulte", "enseignant", "personne"]

    /// `Mr. Smith`
    private static func isAddressed(_ answer: String) -> Bool {
        answer.split(separator: " ").count > 1
            && answer.folded.hasPrefix(anyOf: [
                "mr. ", "mr ", "mrs. ", "mrs ", "ms. ", "ms ", "miss ", "mx. ", "mx ", "dr. ", "coach ", "sr. ", "sra. ", "srta. ", "señor ", "señora ", "señorita ", "profesor ", "profesora ", "profa. ",
                "prof. ", "dra. ", "m. ", "mme ", "madame ", "monsieur ",
            ])
    }

    private static func isPost(_ answer: String) -> Bool {
        let words = [
            "teacher", "principal", "counselor", "nurse", "aide", "staff", "parent", "mother", "father", "sister", "brother", "friend", "secretary", "librarian", "coach", "family", "school", "office",
            "administrator", "driver", "nobody", "no one", "maestr", "profesor", "director", "consejer", "enfermer", "madre", "padre", "professor", "enseignant", "directeur", "directrice",
        ]
        return words.contains { answer.folded.contains($0) }
    }
}
