/// Answers that are known in the languages of forms: English, Spanish, Portuguese and French.
enum AnswerWords {
    /// "Don't know" and the like, which stand apart at the end; "Don't know / not applicable", too.
    static func isApart(_ answer: String) -> Bool {
        guard answer.utf8.count <= 80 else { return false }
        if apart.contains(answer) { return true }
        if answer.hasSuffix(")"), let open = answer.firstIndex(of: "("), open > answer.startIndex {
            let outer = answer[..<open], inner = answer[answer.index(after: open)...].dropLast()
            if isApart(outer.folded), isApart(String(inner)) { return true }
        }
        return partMarks.contains { mark in
            answer.ranges(of: mark).contains { place in
                let first = answer[..<place.lowerBound].folded, rest = answer[place.upperBound...].folded
                return apart.contains(first) && (isApart(rest) || noAnswer.contains(rest)) || noAnswer.contains(first) && isApart(rest)
            }
        }
    }

    private static let partMarks = ["/", " or ", " o ", " ou ", ", ", " - ", " oswa ", " hoặc ", " أو ", "或"]

    private static let apart: Set<String> = [
        "don't know", "i don't know", "do not know", "dont know", "i do not know", "not sure", "i'm not sure", "unsure", "don't know / not sure",
        "don't know/not sure", "don't know or not applicable", "n/a", "na", "not applicable", "does not apply", "doesn't apply", "no opinion",
        "prefer not to say", "prefer not to answer", "i prefer not to say", "i prefer not to answer", "i'd rather not say", "decline to answer",
        "no sé", "no lo sé", "no sabe", "no se", "no estoy seguro", "no estoy segura", "no estoy seguro/a", "no aplica", "no corresponde", "ns/nc",
        "sin opinión", "prefiero no decirlo", "prefiero no responder", "prefiero no decir", "não sei", "não sabe", "não tenho certeza",
        "não se aplica", "sem opinião", "prefiro não dizer", "prefiro não responder", "je ne sais pas", "ne sais pas", "ne sait pas", "ne se prononce pas", "pas sûr", "pas sûre",
        "can't say", "cannot say", "can not say", "hard to say", "i can't say", "not sure yet", "i'm not sure yet", "i am not sure", "i am unsure", "i'm unsure", "unsure yet", "no idea",
        "i have no opinion", "don't have an opinion", "i don't have an opinion", "no opinion yet", "don't know yet", "i don't know yet", "don't remember",
        "i don't remember", "can't remember", "dk", "d/k", "idk", "do not wish to answer", "don't want to say", "rather not say",
        "not relevant", "doesn't apply to me", "does not apply to me", "not applicable to me", "no basis to judge",
        "no sabría decir", "no sabría", "no puedo decir", "aún no lo sé", "todavía no lo sé", "no estoy seguro aún", "no tengo opinión", "no opina", "no recuerdo", "no me acuerdo",
        "no sabe no contesta", "no sabe, no contesta", "ns", "no me aplica", "no se aplica", "no procede", "prefiero no contestar", "no desea responder",
        "não sei dizer", "não sei ainda", "ainda não sei", "não tenho opinião", "não tenho certeza ainda", "não me lembro", "não lembro", "não aplicável", "não se aplica a mim",
        "não sabe não respondeu", "ns/nr", "prefiro não informar", "não quero responder",
        "je ne sais pas encore", "ne sait pas encore", "je ne suis pas sûr", "je ne suis pas sûre", "je ne peux pas dire", "je n'ai pas d'avis", "pas d'avis", "sans avis",
        "pas d'opinion", "je n'ai pas d'opinion", "je ne me souviens pas", "non applicable", "nsp", "s.o", "ne souhaite pas répondre", "ne me concerne pas",
        "sans objet", "ne s'applique pas", "sans opinion", "je préfère ne pas répondre", "je préfère ne pas le dire", "不知道", "不清楚",
        "不确定", "说不清", "很难说", "不适用", "无意见", "没有意见", "不想回答", "不愿回答", "我不知道", "không biết", "tôi không biết", "không chắc", "không chắc chắn",
        "không áp dụng", "không có ý kiến", "không muốn trả lời", "khó nói", "mwen pa konnen", "pa konnen", "mwen pa sèten", "pa sèten", "mwen pa si", "pa si", "pa aplikab",
        "pa gen opinyon", "mwen pa gen opinyon", "pa vle reponn", "mwen pa vle reponn", "لا أعرف", "لا أعلم", "لست متأكدا", "لست متأكدًا", "غير متأكد", "لا ينطبق", "لا رأي",
        "لا رأي لي", "أفضل عدم الإجابة",
    ]

    static let noAnswer: Set<String> = [
        "no answer", "no response", "did not answer", "sin respuesta", "no contestó", "no contesta", "sem resposta", "não respondeu",
        "sans réponse", "pas de réponse", "n'a pas répondu", "non répondu",
        "blank", "(blank)", "left blank", "skipped", "skipped the question", "unanswered", "not answered", "missing", "en blanco", "(en blanco)", "omitida",
        "omitido", "no respondió", "no responde", "no contesto", "no respondo", "não responde", "não respondo", "ne répond pas", "em branco", "(em branco)", "deixou em branco", "vide", "(vide)", "laissé en blanc", "未回答", "没有回答", "không trả lời", "pa reponn", "san repons", "لم يجب", "بدون إجابة",
    ]

    static let other: Set<String> = [
        "other", "other (please specify)", "other (please specify)", "other, please specify", "other - please specify", "other (specify)", "others",
        "otro", "otra", "otros", "otras", "otro (especifique)", "otro (por favor especifique)", "otro (por favor, especifique)", "outro", "outra",
        "outros", "outras", "outro (especifique)", "outro (por favor, especifique)", "autre", "autres", "autre (veuillez préciser)",
        "autre (précisez)", "lòt", "other answers",
    ]

    /// "Other", and "Other: please say".
    static func isOther(_ answer: String) -> Bool {
        other.contains(answer) || answer.utf8.count <= 60 && [":", " (", ", ", " - ", " /"].contains { mark in
            ["other", "otro", "otra", "outro", "outra", "autre", "lòt"].contains { answer.hasPrefix($0 + mark) }
        }
    }

    enum Scale: String { case agreement, frequency, satisfaction, yesNo = "yes or no", quality, importance, likelihood, degree, safety, comparison, ease, support, numbers }

    /// Where an answer stands on a scale, the most favourable first.
    /// - Parameter answer: folded.
    static func rank(_ answer: String, on scale: Scale) -> Int? {
        guard let ranks = ranks[scale] else { return nil }
        if let rank = ranks[answer] { return rank }
        if let plain = plain(answer), let rank = ranks[plain] ?? ranks[plain.filter { $0 != "," }] { return rank }
        // "Rarely or never", "Siempre o casi siempre": where the first stands.
        for word in [" or ", " / ", "/", " o ", " ou "] {
            let parts = answer.split(separator: word, maxSplits: 1).map(String.init)
            if parts.count == 2, let one = ranks[parts[0]], ranks[parts[1]] != nil { return one }
        }
        return nil
    }

    /// Without the number that an answer has beside its words, "5 - Strongly agree", "Agree (4)", and without the ending of
    /// the other gender, "satisfecho(a)"; nil where there is neither, nor a comma.
    private static func plain(_ answer: String) -> String? {
        var words = answer[...]
        let digits = words.prefix { $0.isASCII && $0.isNumber }
        if (1...2).contains(digits.count) {
            let rest = words.dropFirst(digits.count).drop { $0 == " " }
            if let mark = rest.first, "-.:)=".contains(mark) { words = rest.dropFirst().drop { $0 == " " } }
        }
        if words.hasSuffix(")"), let open = words.lastIndex(of: "("), open > words.startIndex {
            let inner = words[words.index(after: open)...].dropLast()
            let isNumber = (1...2).contains(inner.count) && inner.allSatisfy { $0.isASCII && $0.isNumber }
            if isNumber || ["a", "e", "as", "es", "s", "o"].contains(inner) { words = words[..<open] }
        }
        while words.last == " " { words = words.dropLast() }
        // "Satisfecho/a", "satisfecho/a ni insatisfecho/a"
        let own = words.split(separator: " ").map { word in
            endings.first { word.hasSuffix($0) && word.count > $0.count + 2 }.map { word.dropLast($0.count) } ?? word
        }.joined(separator: " ")
        return own.count == answer.count && !answer.contains(",") ? nil : own
    }

    private static let endings = ["/as", "/os", "/a", "/o", "(a)", "(as)", "·e"]

    /// The scale that all answers stand on, and where.
    /// - Parameter answers: folded, without those that stand apart.
    static func scale(of answers: [String]) -> (scale: Scale, ranks: [Int])? {
        guard !answers.isEmpty, answers.count <= 30, answers.allSatisfy({ $0.utf8.count <= 80 }) else { return nil }
        for scale in [Scale.yesNo, .agreement, .frequency, .satisfaction, .quality, .importance, .likelihood] {
            let ranks = answers.compactMap { rank($0, on: scale) }
            if ranks.count == answers.count { return (scale, ranks) }
        }
        if let ranks = degrees(answers) { return (.degree, ranks) }
        for scale in [Scale.safety, .comparison, .ease, .support] {
            let ranks = answers.compactMap { rank($0, on: scale) }
            if ranks.count == answers.count { return (scale, ranks) }
        }
        return nil
    }

    /// The one answer that keeps the others from standing on a known scale: mistyped, or of another question.
    /// - Parameter answers: folded, without those that stand apart.
    static func odd(among answers: [String]) -> Int? {
        guard (3...12).contains(answers.count), zeroToTen(answers) == nil, scale(of: answers) == nil else { return nil }
        let odd = answers.indices.filter { place in
            guard !other.contains(answers[place]) else { return false }
            var rest = answers
            rest.remove(at: place)
            guard let found = scale(of: rest), Set(found.ranks).count == rest.count else { return false }
            return rest.count > 2 || isNear(answers[place], found.scale)
        }
        return odd.count == 1 ? odd[0] : nil
    }

    /// Whether one or two letters are all that an answer lacks to be one of a scale's.
    private static func isNear(_ answer: String, _ scale: Scale) -> Bool {
        guard answer.count >= 4, let words = ranks[scale]?.keys else { return false }
        let letters = Array(answer)
        return words.contains { word in
            let other = Array(word)
            guard abs(other.count - letters.count) <= 1 else { return false }
            let same = zip(letters, other).prefix { $0 == $1 }.count, sameEnd = zip(letters.reversed(), other.reversed()).prefix { $0 == $1 }.count
            return same + sameEnd + 1 >= max(letters.count, other.count)
        }
    }

    static func isOnAnyScale(_ answer: String) -> Bool {
        isApart(answer) || ranks.keys.contains { rank(answer, on: $0) != nil }
    }

    /// How far each is from 10, where all are whole numbers up to it, and at least 0 and 10 are there: "0", "10 – Extremely
    /// likely". Numbers up to 5 are read both ways by people, so they are none; nor are bands, "2-4 years", "10 or more".
    static func zeroToTen(_ answers: [String]) -> [Int]? {
        let numbers = answers.map { answer -> Int? in
            let digits = answer.prefix { $0.isASCII && $0.isNumber }
            let rest = answer.dropFirst(digits.count)
            guard (1...2).contains(digits.count), rest.isEmpty || rest.hasPrefix(" ") || rest.hasPrefix("-") || rest.hasPrefix(":") || rest.hasPrefix("=") else { return nil }
            return Int(digits)
        }
        let words = answers.map { $0.drop { $0.isASCII && $0.isNumber }.drop { " -:=".contains($0) } }.filter { !$0.isEmpty }
        let isBand = words.contains { $0.first!.isNumber || $0.hasPrefix("+") || $0.hasPrefix(anyOf: bands) || $0.hasSuffix(anyOf: bands) }
        // "0 days", "3 days": what is counted.
        guard !isBand, Set(words).count == words.count else { return nil }
        guard Set(numbers).count == numbers.count, numbers.contains(0), numbers.contains(10), answers.count >= 5,
            numbers.allSatisfy({ $0.map { (0...10).contains($0) } ?? false })
        else { return nil }
        return numbers.map { 10 - $0! }
    }

    private static let bands = [
        "or more", "or less", "or over", "or older", "or higher", "and more", "and over", "plus", "o más", "y más", "ou mais", "e mais", "ou plus", "et plus",
        "以上", "trở lên", "oswa plis", "أو أكثر", "فأكثر",
    ]

    /// "Very welcome", "Somewhat welcome", "Not very welcome", "Not at all welcome": degrees of one thing.
    private static func degrees(_ answers: [String]) -> [Int]? {
        guard answers.count > 1 else { return nil }
        for language in degreeWords {
            var ranks: [Int] = [], things: Set<String> = []
            var bare: [String] = []
            for answer in answers.map({ plain($0) ?? $0 }) {
                // The longest that fits: "not very" before "not".
                guard let word = language.filter({ answer == $0.key || answer.hasPrefix($0.key + " ") }).max(by: { $0.key.count < $1.key.count }) else {
                    // "Helpful", between "very helpful" and "somewhat helpful".
                    bare.append(answer)
                    ranks.append(2)
                    continue
                }
                let thing = String(answer.dropFirst(word.key.count + 1))
                // "Not well at all"
                if word.key == "not", thing.hasSuffix(" at all") {
                    ranks.append(7)
                    things.insert(String(thing.dropLast(7)))
                } else {
                    ranks.append(word.value)
                    things.insert(thing)
                }
            }
            guard bare.count < 2, bare.allSatisfy({ things == [$0] }) else { continue }
            if ranks.count == answers.count, things.count == 1 || things.count == 2 && things.contains(""), Set(ranks).count > 1 { return ranks }
        }
        return nil
    }

    private static let degreeWords: [[String: Int]] = [
        [
            "extremely": 0, "completely": 0, "very": 1, "a great deal": 1, "a lot": 1, "quite": 2, "quite a bit": 2, "fairly": 2,
            "mostly": 2, "moderately": 3, "somewhat": 3, "some": 3, "slightly": 4, "a little": 4, "a little bit": 4, "not very": 5,
            "not too": 5, "not so": 5, "not much": 5, "not": 6, "not at all": 7, "none at all": 7, "none": 7, "nothing": 7, "quite a lot": 1, "a fair amount": 2,
            "not very much": 5, "very little": 5, "hardly any": 5, "a lot of": 1, "incredibly": 0,
        ],
        ["totalmente": 0, "completamente": 0, "muy": 1, "mucho": 1, "bastante": 2, "algo": 3, "un poco": 4, "poco": 5, "no muy": 5, "nada": 6],
        ["totalmente": 0, "completamente": 0, "muito": 1, "bastante": 2, "mais ou menos": 3, "um pouco": 4, "pouco": 5, "não muito": 5, "nada": 6, "nem um pouco": 6],
        ["tout à fait": 0, "extrêmement": 0, "très": 1, "beaucoup": 1, "assez": 2, "plutôt": 2, "un peu": 4, "peu": 5, "pas très": 5, "pas vraiment": 5, "pas du tout": 6],
    ]

    private static let ranks: [Scale: [String: Int]] = orders.mapValues { steps in
        Dictionary(steps.enumerated().flatMap { rank, words in words.map { ($0, rank) } }, uniquingKeysWith: { first, _ in first })
    }

    private static let orders: [Scale: [[String]]] = [
        .agreement: [
            ["strongly agree", "totally agree", "completely agree", "totalmente de acuerdo", "muy de acuerdo", "completamente de acuerdo", "concordo totalmente", "concordo plenamente", "concordo completamente", "tout à fait d'accord", "entièrement d'accord", "fortement d'accord", "非常同意", "完全同意", "hoàn toàn đồng ý", "rất đồng ý", "dakò nèt", "dakò anpil", "أوافق بشدة", "موافق بشدة"],
            ["agree", "de acuerdo", "concordo", "d'accord", "同意", "đồng ý", "dakò", "أوافق", "موافق"],
            ["somewhat agree", "slightly agree", "tend to agree", "mostly agree", "algo de acuerdo", "un poco de acuerdo", "parcialmente de acuerdo", "concordo parcialmente", "concordo em parte", "concordo um pouco", "plutôt d'accord", "assez d'accord", "partiellement d'accord", "比较同意", "有些同意", "khá đồng ý", "đồng ý một phần", "yon ti jan dakò", "أوافق إلى حد ما"],
            ["neutral", "neither agree nor disagree", "neither agree or disagree", "neither agree not disagree", "neither", "undecided", "ni de acuerdo ni en desacuerdo", "indiferente", "neutro", "nem concordo nem discordo", "não concordo nem discordo", "ni d'accord ni pas d'accord", "ni en accord ni en désaccord", "ni d'accord, ni pas d'accord", "neutre", "中立", "既不同意也不反对", "trung lập", "không đồng ý cũng không phản đối", "net", "ni dakò ni pa dakò", "محايد", "لا أوافق ولا أعارض"],
            ["somewhat disagree", "slightly disagree", "tend to disagree", "mostly disagree", "algo en desacuerdo", "un poco en desacuerdo", "parcialmente en desacuerdo", "discordo parcialmente", "discordo em parte", "discordo um pouco", "plutôt pas d'accord", "plutôt en désaccord", "有些不同意", "không đồng ý một phần", "yon ti jan pa dakò", "لا أوافق إلى حد ما"],
            ["disagree", "en desacuerdo", "discordo", "pas d'accord", "en désaccord", "不同意", "không đồng ý", "pa dakò", "لا أوافق", "غير موافق"],
            ["strongly disagree", "totally disagree", "completely disagree", "totalmente en desacuerdo", "muy en desacuerdo", "completamente en desacuerdo", "discordo totalmente", "discordo plenamente", "discordo completamente", "pas du tout d'accord", "tout à fait en désaccord", "fortement en désaccord", "非常不同意", "完全不同意", "hoàn toàn không đồng ý", "rất không đồng ý", "pa dakò ditou", "لا أوافق بشدة", "غير موافق بشدة"],
        ],
        .frequency: [
            ["always", "all the time", "every day", "daily", "everyday", "todos los días", "cada día", "diariamente", "a diario", "todos os dias", "todo dia", "tous les jours", "chaque jour", "quotidiennement", "每天", "hàng ngày", "mỗi ngày", "chak jou", "كل يوم", "siempre", "sempre", "toujours", "总是", "一直", "luôn luôn", "toujou", "دائما", "دائمًا"],
            ["almost always", "nearly always", "very often", "most of the time", "most days", "almost every day", "several times a week", "a few times a week", "more than once a week", "two or three times a week", "2-3 times a week", "varias veces a la semana", "varias veces por semana", "casi todos los días", "várias vezes por semana", "quase todos os dias", "plusieurs fois par semaine", "presque tous les jours", "casi siempre", "muy a menudo", "muy frecuentemente", "la mayoría de las veces", "quase sempre", "muito frequentemente", "na maioria das vezes", "presque toujours", "très souvent", "la plupart du temps", "几乎总是", "hầu như luôn luôn", "prèske toujou", "دائما تقريبا", "دائمًا تقريبًا"],
            ["weekly", "once a week", "about once a week", "every week", "semanalmente", "una vez a la semana", "una vez por semana", "cada semana", "todas las semanas", "uma vez por semana", "toda semana", "todas as semanas", "une fois par semaine", "chaque semaine", "toutes les semaines", "usually", "often", "frequently", "a menudo", "frecuentemente", "con frecuencia", "muchas veces", "generalmente", "frequentemente", "com frequência", "muitas vezes", "geralmente", "souvent", "fréquemment", "d'habitude", "经常", "thường xuyên", "souvan", "غالبا", "غالبًا"],
            ["monthly", "once a month", "about once a month", "every month", "several times a month", "a few times a month", "once or twice a month", "mensualmente", "una vez al mes", "cada mes", "varias veces al mes", "uma vez por mês", "todos os meses", "várias vezes por mês", "mensalmente", "une fois par mois", "plusieurs fois par mois", "chaque mois", "sometimes", "occasionally", "some of the time", "a veces", "algunas veces", "en ocasiones", "ocasionalmente", "de vez en cuando", "às vezes", "as vezes", "algumas vezes", "de vez em quando", "parfois", "quelquefois", "de temps en temps", "有时", "thỉnh thoảng", "đôi khi", "pafwa", "أحيانا", "أحيانًا"],
            ["a few times a year", "several times a year", "once or twice a year", "once a year", "yearly", "less often", "less than once a month", "varias veces al año", "algunas veces al año", "una vez al año", "menos de una vez al mes", "con menos frecuencia", "algumas vezes por ano", "uma vez por ano", "menos de uma vez por mês", "com menos frequência", "quelques fois par an", "une fois par an", "moins souvent", "rarely", "seldom", "once in a while", "rara vez", "raramente", "pocas veces", "poucas vezes", "rarement", "很少", "hiếm khi", "raman", "نادرا", "نادرًا"],
            ["almost never", "hardly ever", "very rarely", "casi nunca", "muy rara vez", "quase nunca", "muito raramente", "presque jamais", "très rarement", "几乎从不", "hầu như không bao giờ", "prèske janm", "prèske jamè"],
            ["never", "nunca", "jamás", "jamais", "从不", "从来没有", "không bao giờ", "janm", "jamè", "أبدا", "أبدًا"],
        ],
        .satisfaction: [
            ["extremely satisfied", "completely satisfied", "totalmente satisfecho", "totalmente satisfeito", "entièrement satisfait"],
            ["very satisfied", "muy satisfecho", "muy satisfecha", "muy satisfecho/a", "muito satisfeito", "muito satisfeita", "très satisfait", "très satisfaite", "非常满意", "rất hài lòng", "trè satisfè", "راض جدا", "راضٍ جدًا"],
            ["satisfied", "satisfecho", "satisfecha", "satisfecho/a", "satisfeito", "satisfeita", "satisfait", "satisfaite", "满意", "hài lòng", "satisfè", "راض", "راضٍ"],
            ["somewhat satisfied", "algo satisfecho", "algo satisfecha", "um pouco satisfeito", "plutôt satisfait", "plutôt satisfaite", "assez satisfait", "比较满意", "khá hài lòng", "yon ti jan satisfè", "راض إلى حد ما", "راضٍ إلى حد ما"],
            ["neutral", "neither satisfied nor dissatisfied", "ni satisfecho ni insatisfecho", "neutro", "nem satisfeito nem insatisfeito", "ni satisfait ni insatisfait", "neutre", "一般", "bình thường", "محايد"],
            ["somewhat dissatisfied", "algo insatisfecho", "algo insatisfecha", "um pouco insatisfeito", "plutôt insatisfait", "plutôt insatisfaite"],
            ["poco satisfecho", "poco satisfecha", "pouco satisfeito", "pouco satisfeita", "peu satisfait", "peu satisfaite", "dissatisfied", "unsatisfied", "insatisfecho", "insatisfecha", "insatisfecho/a", "insatisfeito", "insatisfeita", "insatisfait", "insatisfaite", "不满意", "không hài lòng", "pa satisfè", "غير راض", "غير راضٍ"],
            ["nada satisfecho", "nada satisfecha", "nada satisfeito", "nada satisfeita", "pas du tout satisfait", "pas du tout satisfaite", "not at all satisfied", "very dissatisfied", "very unsatisfied", "muy insatisfecho", "muy insatisfecha", "muy insatisfecho/a", "muito insatisfeito", "muito insatisfeita", "très insatisfait", "très insatisfaite", "非常不满意", "rất không hài lòng", "pa satisfè ditou", "غير راض إطلاقا", "غير راضٍ إطلاقًا"],
        ],
        .yesNo: [
            ["yes", "definitely yes", "definitely", "definitivamente sí", "sin duda", "com certeza sim", "definitivamente sim", "certainement", "oui, certainement", "yes, definitely", "yes, always", "yes, completely", "sí", "si", "sí, definitivamente", "sí, siempre", "sim", "sim, com certeza", "sim, sempre", "oui", "oui, tout à fait", "oui, toujours", "true", "是", "有", "wi", "نعم", "có"],
            ["probably yes", "yes, probably", "probably", "probablemente sí", "provavelmente sim", "probablement", "oui, probablement", "mostly", "mostly yes", "yes, mostly", "casi siempre sí", "em geral sim", "plutôt oui"],
            ["more or less", "kind of", "sort of", "so-so", "más o menos", "mais ou menos", "plus ou moins", "in part", "partly", "somewhat", "sometimes", "maybe", "yes, somewhat", "yes, sometimes", "yes, in part", "sí, a veces", "sí, en parte", "sim, às vezes", "sim, em parte", "oui, parfois", "oui, en partie", "en parte", "a veces", "tal vez", "quizás", "em parte", "às vezes", "talvez", "en partie", "parfois", "peut-être", "部分", "也许", "một phần", "có thể", "an pati", "petèt", "جزئيا", "جزئيًا", "ربما"],
            ["mostly no", "plutôt non", "probably no", "probably not", "no, probably not", "probablemente no", "provavelmente não", "probablement pas", "non, probablement pas"],
            ["no", "definitely no", "definitely not", "definitivamente no", "com certeza não", "definitivamente não", "certainement pas", "no, never", "no, not at all", "no, nunca", "não", "não, nunca", "non", "non, jamais", "non, pas du tout", "false", "否", "不是", "没有", "không", "لا"],
        ],
        .quality: [
            ["excellent", "excelente", "outstanding"], ["very good", "muy buena", "muy bueno", "muy bien", "muito boa", "muito bom", "muito bem", "très bon", "très bonne", "très bien"],
            ["good", "buena", "bueno", "bien", "boa", "bom", "bem", "bon", "bonne"], ["fair", "average", "acceptable", "regular", "razoável", "moyen", "moyenne", "passable", "assez bien", "ok", "okay", "so-so"],
            ["poor", "bad", "mala", "malo", "mal", "ruim", "má", "mau", "mauvais", "mauvaise"], ["very poor", "very bad", "muy mala", "muy malo", "muito ruim", "muito mal", "péssimo", "péssima", "très mauvais", "très mal", "terrible", "muy mal"],
        ],
        .importance: [
            ["extremely important", "essential", "essencial", "essentiel"], ["very important", "muy importante", "muito importante", "très important"],
            ["important", "importante"], ["moderately important", "somewhat important", "algo importante", "assez important", "um pouco importante"],
            ["slightly important", "a little important", "not very important", "poco importante", "pouco importante", "peu important"],
            ["not at all important", "not important", "unimportant", "nada importante", "sem importância", "pas du tout important", "pas important"],
        ],
        .likelihood: [
            ["extremely likely", "definitely"], ["very likely", "muy probable", "muito provável", "très probable"], ["likely", "probably", "probable", "provável"],
            ["somewhat likely", "algo probable", "assez probable"], ["neither likely nor unlikely", "neutral", "possibly"],
            ["somewhat unlikely", "not very likely", "poco probable", "pouco provável", "peu probable"], ["unlikely", "probably not", "improbable", "improvável"],
            ["very unlikely", "definitely not", "muy improbable", "très improbable"], ["extremely unlikely", "not at all likely", "nada probable"],
        ],
        .safety: [
            ["extremely safe", "completely safe", "totalmente seguro", "totalmente segura"], ["very safe", "muy seguro", "muy segura", "muito seguro", "muito segura"],
            ["safe", "seguro", "segura", "en sécurité"], ["somewhat safe", "fairly safe", "mostly safe", "algo seguro", "algo segura", "un poco seguro", "um pouco seguro", "um pouco segura"],
            ["neither safe nor unsafe", "neutral", "ni seguro ni inseguro", "ni segura ni insegura", "nem seguro nem inseguro", "nem segura nem insegura", "neutro"],
            ["somewhat unsafe", "a little unsafe", "a bit unsafe", "slightly unsafe", "mostly unsafe", "algo inseguro", "algo insegura", "um pouco inseguro", "um pouco insegura"],
            ["unsafe", "not safe", "inseguro", "insegura"], ["very unsafe", "muy inseguro", "muy insegura", "muito inseguro", "muito insegura"], ["extremely unsafe", "completely unsafe"],
        ],
        .comparison: [
            ["much better", "a lot better", "far better", "mucho mejor", "muito melhor", "beaucoup mieux", "bien mieux"], ["better", "mejor", "melhor", "mieux"],
            ["somewhat better", "a little better", "a bit better", "slightly better", "un poco mejor", "algo mejor", "um pouco melhor", "un peu mieux"],
            [
                "about the same", "the same", "same", "no change", "no different", "stayed the same", "has stayed the same", "igual", "lo mismo", "más o menos igual", "sin cambios", "sin cambio", "a mesma coisa",
                "mais ou menos igual", "o mesmo", "sem mudança", "pareil", "à peu près pareil", "la même chose", "sans changement", "inchangé",
            ],
            ["somewhat worse", "a little worse", "a bit worse", "slightly worse", "un poco peor", "algo peor", "um pouco pior", "un peu moins bien", "un peu pire"],
            ["worse", "peor", "pior", "moins bien", "pire"], ["much worse", "a lot worse", "far worse", "mucho peor", "muito pior", "beaucoup moins bien", "bien pire", "beaucoup plus mal"],
        ],
        .ease: [
            ["extremely easy"], ["very easy", "muy fácil", "muito fácil", "très facile"], ["easy", "fácil", "facile"],
            ["somewhat easy", "fairly easy", "mostly easy", "algo fácil", "bastante fácil", "um pouco fácil", "plutôt facile", "assez facile"],
            ["neither easy nor difficult", "neither easy nor hard", "neutral", "ni fácil ni difícil", "nem fácil nem difícil", "ni facile ni difficile", "neutro", "neutre"],
            ["somewhat difficult", "somewhat hard", "a little difficult", "a little hard", "algo difícil", "un poco difícil", "um pouco difícil", "plutôt difficile", "assez difficile"],
            ["difficult", "hard", "not easy", "difícil", "difficile"], ["very difficult", "very hard", "muy difícil", "muito difícil", "très difficile"], ["extremely difficult", "extremely hard", "impossible"],
        ],
        .support: [
            ["strongly support", "strongly favor", "strongly favour", "strongly in favor", "strongly in favour", "totalmente a favor", "muy a favor", "fuertemente a favor", "muito a favor", "tout à fait pour", "tout à fait favorable", "fortement pour"],
            ["support", "favor", "favour", "in favor", "in favour", "a favor", "apoyo", "apoio", "pour", "favorable"],
            ["somewhat support", "somewhat favor", "somewhat favour", "mostly support", "lean support", "algo a favor", "um pouco a favor", "plutôt pour", "plutôt favorable"],
            ["neutral", "neither support nor oppose", "neither favor nor oppose", "neither favour nor oppose", "ni a favor ni en contra", "nem a favor nem contra", "ni pour ni contre", "neutro", "neutre"],
            ["somewhat oppose", "mostly oppose", "lean oppose", "algo en contra", "um pouco contra", "plutôt contre", "plutôt défavorable"],
            ["oppose", "opposed", "against", "en contra", "contra", "contre", "défavorable"],
            ["strongly oppose", "strongly opposed", "strongly against", "totalmente en contra", "muy en contra", "fuertemente en contra", "totalmente contra", "muito contra", "tout à fait contre", "tout à fait défavorable", "fortement contre"],
        ],
    ]
}
