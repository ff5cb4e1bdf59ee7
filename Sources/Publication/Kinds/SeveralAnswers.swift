/// Words that say that a person could give several answers: `Pick your 3 favorites`, `Marque todo lo que corresponda`.
///
/// Phrases that are known as they stand, and a rule for all others: a verb of choosing and, behind nothing but small words,
/// more than one of what there is to choose.
enum SeveralAnswers {
    static func isSaid(in text: String) -> Bool {
        let text = PartNames.unaccented(text)
        if phrases.contains(where: { text.contains($0) }) { return true }
        return Sentence.parts(of: text).contains { $0.asksForSeveral }
    }

    private static let phrases = PartNames.severalAnswers.map { PartNames.unaccented($0) }

    /// What stands between two marks.
    private struct Sentence {
        var words: [String] = []
        var isQuestion = false
        /// Whether the part behind it goes on with a number: `1, 2, 3 or more`.
        var isListed = false

        static func parts(of text: String) -> [Sentence] {
            var parts: [Sentence] = [Sentence()], word = "", isAfterComma = false
            func close() {
                guard !word.isEmpty else { return }
                if isAfterComma, parts.count > 1, number(word) != nil || Int(word) != nil { parts[parts.count - 2].isListed = true }
                isAfterComma = false
                parts[parts.count - 1].words.append(word)
                word = ""
            }
            let text = text.replacing(" - ", with: " – ").replacing("max.", with: "max").replacing("con una x", with: "").replacing("com um x", with: "").replacing("avec une croix", with: "")
            for character in text {
                if character.isLetter || character.isNumber {
                    word.append(character)
                } else {
                    close()
                    guard ".,;:?!()[]–—¿¡/\n".contains(character) else { continue }
                    parts[parts.count - 1].isQuestion = character == "?"
                    if !parts[parts.count - 1].words.isEmpty { parts.append(Sentence()) }
                    isAfterComma = character == ","
                }
            }
            close()
            return parts
        }

        var asksForSeveral: Bool {
            guard let first = words.first, !auxiliaries.contains(first) else { return false }
            if isInterrogative || isLimit { return true }
            for (place, word) in words.prefix(isQuestion ? 1 : 5).enumerated() where verbs.contains(word) {
                if isSeveral(from: place + 1) || words[(place + 1)...].joined(separator: " ").hasSuffix("that apply") { return true }
            }
            return false
        }

        /// `Which three matter most`
        private var isInterrogative: Bool {
            guard let start = words.prefix(4).firstIndex(where: interrogatives.contains), start == 0 || words[start] != "que" else { return false }
            // Of two, one is chosen.
            let rest = words[(start + 1)...].drop { !["of", "de", "des", "d"].contains($0) && (fillers.contains($0) || linking.contains($0)) }
            guard rest.startIndex - start <= 5, let word = rest.first, let number = number(word), number < 11, rest.count > 1 else { return false }
            return !units.contains(rest[rest.startIndex + 1])
        }

        /// `Up to 3 choices`, `(maximum 3)`, `(more than one)`
        private var isLimit: Bool {
            if let next = moreThanOne(0), next == words.count || choices.contains(words[next]) || allowed.contains(words[next]) { return true }
            guard let next = limit(0), next < words.count, number(words[next]) != nil else { return false }
            return next + 1 == words.count ? true : choices.contains(words[next + 1])
        }

        private func isSeveral(from start: Int) -> Bool {
            var place = start
            for _ in 0..<4 {
                guard place < words.count else { return false }
                if moreThanOne(place) != nil { return true }
                if let next = limit(place) { return next < words.count && number(words[next]) != nil || quantifiers.contains(words[place]) }
                let word = words[place]
                if quantifiers.contains(word) {
                    guard place + 1 < words.count else { return true }
                    return !ones.contains(words[place + 1])
                }
                if each.contains(word) { return words[(place + 1)...].prefix(4).contains { applying.contains($0) } }
                if number(word) != nil {
                    guard place + 1 < words.count else { return !isListed }
                    return !conditions.contains(words[place + 1]) && !units.contains(words[place + 1])
                }
                if ones.contains(word) {
                    // `one or more`, `un máximo de tres`
                    if place + 2 < words.count, ["or", "o", "ou"].contains(words[place + 1]), severals.contains(words[place + 2]) { return true }
                    guard place + 1 < words.count, maxima.contains(words[place + 1]) else { return false }
                } else if !fillers.contains(word) {
                    return false
                }
                place += 1
            }
            return false
        }

        /// `more than one`, `más de una`, `plus d'une`; where what follows begins.
        private func moreThanOne(_ place: Int) -> Int? {
            guard place + 2 < words.count, ["more", "mas", "mais", "plus"].contains(words[place]), ["than", "de", "d"].contains(words[place + 1]), ones.contains(words[place + 2]) else { return nil }
            return place + 3
        }

        /// `up to`, `no more than`, `un máximo de`, `hasta`, `jusqu'à`; where the number stands.
        private func limit(_ place: Int) -> Int? {
            for words in limits where self.words[min(place, self.words.count)...].starts(with: words) { return place + words.count }
            return nil
        }

        private func number(_ word: String) -> Int? { Sentence.number(word) }

        static func number(_ word: String) -> Int? {
            if let number = Int(word) { return (2...20).contains(number) ? number : nil }
            return numbers[word]
        }
    }

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

    private static let verbs = set("""
        choose pick select check mark tick circle indicate name list give chose selected \
        marcar marque marquen marca marcad elegir elija elijan elige escoger escoja escojan escoge seleccionar seleccione seleccionen selecciona \
        senalar senale senalen senala indicar indique indiquen indica \
        assinalar assinale assinalem assinala escolher escolha escolham escolhe marquem selecionar selecione selecionem seleciona indiquem \
        cocher cochez coche choisir choisissez choisis selectionner selectionnez indiquer indiquez
        """)
    /// Before a question that is none of how to answer.
    private static let auxiliaries = set("do does did have has had is are was were would will should how when why if")
    private static let interrogatives = set("which what cuales quais quels quelles que")
    private static let linking = set("are is were of son eran sao eram sont cosas coisas")
    private static let fillers = set("""
        the your a an your at most as top best favorite favorite favourite main of en please only \
        su sus tu tus los las lo el la les de solo suas seus os o vos leur leurs l d
        """)
    private static let quantifiers = set("all any several multiple both many todo todos toda todas tudo varios varias varia plusieurs tout tous toutes cuantos cuantas tantos tantas quantos quantas autant")
    private static let each = set("each every cada chaque")
    private static let applying = set("that which apply applies que corresponda aplique procede proceda qui")
    private static let ones = set("one 1 un una uno um uma une single sola solo")
    private static let severals = set("more several two many mas varias varios dos mais duas dois plusieurs plus deux")
    private static let maxima = set("maximo maximum max")
    private static let limits = [
        "up to", "no more than", "not more than", "at most", "at least", "a maximum of", "maximum of", "maximum", "max of", "max", "as many as", "un maximo de", "um maximo de", "maximo de",
        "como maximo", "maximo", "no maximo", "hasta", "ate", "no mas de", "nao mais de", "nao mais que", "jusqu a", "au plus", "au maximum", "un maximum de", "pas plus de", "al menos", "pelo menos", "au moins",
    ].sorted { $0.count > $1.count }.map { $0.split(separator: " ").map(String.init) }
    private static let numbers: [String: Int] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
        "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "dois": 2, "duas": 2, "quatro": 4, "sete": 7, "oito": 8, "nove": 9, "dez": 10,
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    ]
    private static let choices = set("""
        choices choice answers answer options option responses selections boxes items picks votes opciones opcion respuestas respuesta casillas alternativas alternativa opcoes opcao respostas resposta \
        caixas reponses reponse choix cases case
        """)
    private static let allowed = set("allowed possible ok okay permitido permitida permitidas possivel posible posibles possiveis")
    /// Behind a number that stands for an answer: `Mark 5 if you agree`, `Pick 3 stars`.
    private static let conditions = set("if for when means being si para se pour cuando quando quand signifie significa")
    private static let units = set("stars star hour hours hora minute minutes days weeks months years dollars percent times estrellas horas minutos dias anos estrelas heures jours etoiles")
}

extension PartNames {
    /// Small letters of the languages that publications are written in, without their accents.
    static func unaccented(_ words: String) -> String {
        String(words.map { accents[$0] ?? $0 })
    }

    private static let accents: [Character: Character] = {
        let letters: [(String, Character)] = [("áàâãä", "a"), ("éèêë", "e"), ("íìîï", "i"), ("óòôõö", "o"), ("úùûü", "u"), ("ç", "c"), ("ñ", "n")]
        return Dictionary(uniqueKeysWithValues: letters.flatMap { accented, plain in accented.map { ($0, plain) } })
    }()
}
