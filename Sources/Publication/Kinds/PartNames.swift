/// The words by which a document's parts are recognized in the languages that publications are written in: English,
/// Spanish, Portuguese and French.
package enum PartNames {
    static let goal: Set<String> = ["goal", "meta", "objectif général", "but"]
    static let objective: Set<String> = ["objective", "objetivo", "objectif"]
    /// In a reference, `Outcome 1.1a`.
    static let outcome: Set<String> = ["outcome", "resultado", "résultat"]
    static let activities: Set<String> = ["activities", "actividades", "atividades", "activités"]
    static let responsibility: Set<String> = [
        "responsibility", "responsibilities", "responsabilidad", "responsabilidades", "responsabilidade",
        "responsabilité", "responsabilités",
    ]
    static let outcomes: Set<String> = [
        "measurable outcomes", "outcomes", "resultados medibles", "resultados", "resultados mensuráveis",
        "résultats mesurables", "résultats",
    ]
    /// Sections that a published survey must have. They are known in all languages of the theme, since these may be a
    /// survey's own.
    private static let reflections: Set<String> = [
        "our reflections", "our reflection", "what this means", "what this means to us", "what this means for us", "what it means", "what we learned", "what we've learned",
        "what we have learned", "what we take from this", "what we make of it", "what we make of this", "what we make of the results", "lo que significa", "qué significa", "lo que aprendimos", "qué aprendimos", "o que isso significa", "o que aprendemos",
        "ce que cela signifie", "ce que cela veut dire", "ce que nous avons appris", "ce que nous retenons", "reflections", "reflection", "our reflections on the results", "reflections on the results", "what we think",
        "nuestras reflexiones", "nuestra reflexión", "reflexiones", "reflexión", "lo que pensamos", "nossas reflexões", "nossa reflexão", "reflexões",
        "reflexão", "o que pensamos", "nos réflexions", "notre réflexion", "réflexions", "réflexion", "ce que nous pensons",
        "我们的思考", "我们的反思", "思考", "反思", "تأملاتنا", "أفكارنا", "suy ngẫm của chúng tôi", "suy ngẫm", "refleksyon nou", "refleksyon",
    ]
    private static let actions: Set<String> = [
        "what we will do", "what we will do next", "what we will do now", "what we'll do", "what we'll do next", "what we are going to do",
        "what we're going to do", "what we do", "what we are doing", "our next steps", "next steps", "actions", "our actions",
        "our response", "our responses", "what happens next", "what happens now", "what comes next", "our commitments", "our commitment", "our plans", "what will change",
        "what the town will do", "what the city will do", "what the county will do", "what the district will do", "what the school will do", "what the schools will do",
        "what the library will do", "what the board will do", "what the association will do", "nuestra respuesta", "nuestros compromisos", "qué sigue", "lo que sigue", "qué pasará ahora",
        "qué va a cambiar", "lo que hará el distrito", "lo que hará la escuela", "lo que hará la ciudad", "nossa resposta", "nossos compromissos", "o que vem a seguir", "o que vai mudar",
        "notre réponse", "nos réponses", "nos engagements", "et maintenant", "la suite", "ce qui va changer", "ce que la ville va faire", "ce que la ville fera",
        "lo que haremos", "lo que vamos a hacer", "qué haremos", "qué vamos a hacer", "lo que hacemos", "próximos pasos", "acciones", "nuestras acciones",
        "o que faremos", "o que vamos fazer", "o que fazemos", "próximos passos", "ações", "nossas ações",
        "ce que nous ferons", "ce que nous allons faire", "ce que nous faisons", "prochaines étapes", "nos actions",
        "我们将做什么", "我们会做什么", "我们要做什么", "我们的行动", "ما سنفعله", "ماذا سنفعل", "chúng tôi sẽ làm gì", "những gì chúng tôi sẽ làm",
        "sa nou pral fè", "sa n ap fè", "sa nou ap fè",
    ]
    /// How a survey was made.
    private static let methods: Set<String> = [
        "how we asked", "how we did it", "about this survey", "method", "methods", "methodology", "cómo preguntamos", "cómo lo hicimos", "método", "metodología",
        "como perguntamos", "como fizemos", "metodologia", "comment nous avons demandé", "méthode", "méthodologie",
        "我们怎样调查", "调查方法", "كيف سألنا", "chúng tôi đã hỏi như thế nào", "ki jan nou te mande",
    ]
    /// In a question, or between it and its table, where several answers may be given.
    static let severalAnswers = [
        "all that apply", "select up to", "choose up to", "pick up to", "check up to",
        "seleccione todas", "seleccione todos", "marque todas", "marque todos", "elija todas", "elija todos", "elija hasta", "seleccione hasta", "marque hasta", "selecione todas",
        "selecione todos", "escolha todas", "assinale todas", "escolha até", "selecione até", "marque até", "cochez toutes", "toutes les cases",
        "choisissez toutes", "choisissez jusqu'à", "more than one answer", "several answers", "todas las que correspondan", "todas las que apliquen", "varias respuestas",
        "más de una respuesta", "todas as que se aplicam", "várias respostas", "mais de uma resposta", "toutes les réponses qui", "plusieurs réponses",
        "as many as you", "as many as apply", "as many answers as", "as many options as", "all that applied", "any that apply", "those that apply", "everything that applies", "tick any", "check any",
        "choose more than one", "select more than one", "pick more than one", "check more than one", "mark more than one", "tick more than one", "give more than one",
        "more than one option", "more than one box", "more than one response", "more than one choice", "more than one item", "multiple answers", "multiple responses", "multiple selections",
        "select multiple", "choose multiple", "several boxes", "several options", "several responses", "choose several", "select several", "tick several", "check several",
        "tick up to", "mark up to", "name up to", "list up to", "give up to", "choose one or more", "select one or more", "check one or more", "pick one or more",
        "your top two", "your top three", "your top five", "your top 2", "your top 3", "your top 5", "your top choices", "your top priorities",
        "choose two", "choose three", "select two", "select three", "pick two", "pick three",
        "más de una opción", "más de una casilla", "más de una alternativa", "puede marcar más de", "puede elegir más de", "puede seleccionar más de", "puede escoger más de",
        "podía marcar más de", "podía elegir más de", "podían marcar más de", "podían elegir más de", "todas las que quiera", "todas las que desee", "todas las que se apliquen",
        "todos los que correspondan", "todas las opciones que", "tantas como", "tantas opciones como", "escoja todas", "escoja todos", "escoja hasta", "elige todas", "selecciona todas", "marca todas",
        "varias opciones", "varias casillas", "respuesta múltiple", "respuestas múltiples", "selección múltiple", "elija dos", "elija tres", "seleccione dos", "seleccione tres", "marque dos", "marque tres",
        "sus dos principales", "sus tres principales", "mais de uma opção", "mais de uma alternativa", "mais de uma caixa", "marcar mais de", "escolher mais de", "selecionar mais de",
        "quantas quiser", "quantas opções quiser", "várias opções", "várias alternativas", "todas que se aplicam", "todas as opções que", "todas as alternativas que", "marque todas as",
        "respostas múltiplas", "múltiplas respostas", "escolha duas", "escolha três", "selecione duas", "selecione três", "suas três principais", "suas duas principais",
        "plus d'une réponse", "plus d'une option", "plus d'une case", "plus d'un choix", "plusieurs options", "plusieurs cases", "plusieurs choix", "réponses multiples",
        "autant de réponses", "autant de cases", "autant d'options", "tout ce qui s'applique", "toutes celles qui", "cochez tout", "choisissez deux", "choisissez trois", "cochez deux", "cochez trois",
        "vos deux principa", "vos trois principa", "cochez jusqu'à", "可多选", "多选题", "可选多项", "可以选择多项", "选择所有", "chọn tất cả", "nhiều câu trả lời", "chọn nhiều",
        "chwazi tout", "plizyè repons", "plis pase yon repons", "اختر كل", "أكثر من إجابة", "إجابات متعددة", "عدة إجابات",
    ]
    static let results: Set<String> = [
        "results", "the results", "our results", "survey results", "resultados", "los resultados", "os resultados", "résultats", "les résultats", "结果", "调查结果",
        "النتائج", "نتائج", "kết quả", "rezilta",
    ]
    /// A survey table's row of how many answered.
    static let base: Set<String> = [
        "total answered", "answered", "total", "totals", "grand total", "base", "number answered", "respondents", "total responses", "total respondents",
        "responses", "number of responses", "number of respondents", "number of answers", "total number of responses", "people who answered", "sample size", "sum",
        "total de respuestas", "respuestas", "número de respuestas", "encuestados", "personas encuestadas", "respondieron", "suma", "totales",
        "total de respostas", "respostas", "número de respostas", "respondentes", "total de respondentes", "responderam", "soma", "totais",
        "total des réponses", "réponses", "nombre de réponses", "répondants", "nombre de répondants", "ont répondu", "somme", "totaux",
        "总计", "合计", "总数", "المجموع", "الإجمالي", "tổng cộng", "tổng số", "total repons",
    ]
    /// Whether a column's name says that it holds percentages.
    static func isPercentage(_ name: String) -> Bool { name.contains("%") || percentages.contains(bare(name)) }

    private static let percentages: Set<String> = [
        "percent", "percentage", "percentages", "per cent", "pct", "porcentaje", "porcentajes", "porcentagem", "porcentagens", "percentual", "pourcentage",
        "pourcentages", "百分比", "النسبة المئوية", "tỷ lệ phần trăm", "pousantaj",
    ]
    /// A row that sums others up: `Average`.
    static let averages: Set<String> = [
        "average", "avg", "mean", "median", "standard deviation", "std dev", "sd", "average rating", "average score", "mean score", "weighted average", "promedio", "media", "mediana",
        "desviación estándar", "promedio ponderado", "média", "desvio padrão", "moyenne", "médiane", "écart type", "écart-type",
    ]

    /// Whether a row's name says that it counts other rows once more: `Agree (net)`, `Total agree`, `Top 2 box`.
    static func isSubtotal(_ name: String) -> Bool {
        let words = folded(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return words.contains { ["net", "neto", "neta", "subtotal", "nets"].contains($0) } || words.count > 1 && ["total", "totals", "all", "top", "bottom", "combined", "any", "sous"].contains(words[0])
            || words.contains("combined")
    }

    /// A column of counts that says nothing of whom.
    static let counts: Set<String> = [
        "count", "counts", "number", "numbers", "n", "no", "#", "%", "percent", "percentage", "per cent", "share", "shares", "people", "persons", "households", "families", "total",
        "answers", "responses", "respondents", "answered", "results", "frequency", "how many", "number of people", "number of answers", "number of responses",
        "number of households", "cantidad", "recuento", "número", "personas", "hogares", "familias", "respuestas", "porcentaje", "frecuencia", "número de respuestas",
        "número de personas", "cuántas", "cuántos", "contagem", "quantidade", "pessoas", "domicílios", "famílias", "respostas", "porcentagem", "percentual", "frequência",
        "número de respostas", "número de pessoas", "nombre", "effectif", "effectifs", "personnes", "foyers", "familles", "réponses", "pourcentage", "fréquence",
        "nombre de réponses", "人数", "数量", "百分比", "العدد", "النسبة", "số lượng", "số người", "tỷ lệ", "kantite", "moun", "pousantaj",
    ]
    /// Whether the name of a lone column says only that it counts people: `Count`, `Number of answers`, `2022 (n = 190)`.
    package static func saysNothingOfWhom(_ name: String) -> Bool {
        if SurveyYear(LabelledLine.trimmed(name)) != nil { return true }
        let words = bare(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return words.allSatisfy { neutralWords.contains($0) || SurveyYear($0) != nil || Int($0) != nil && words[0] == "n" }
    }

    private static let neutralWords = Set((counts.union(everybody).union(base).union(percentages)).flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) })
        .union(["this", "gave", "chose", "picked", "said", "total", "esta", "esto", "la", "el", "dieron", "deram", "ont", "donné"])
    /// A survey table's column of all groups together.
    static let everybody: Set<String> = [
        "all", "all groups", "all respondents", "all people", "total", "everybody", "everyone", "overall", "todos", "todas", "todos los grupos", "todo el mundo",
        "conjunto", "todos os grupos", "geral", "ensemble", "tous", "toutes", "tous les groupes", "全部", "所有人", "总计", "合计", "الجميع", "المجموع", "tất cả", "tout moun",
        "tout",
    ]
    /// Over the first column of a table that has groups as its rows.
    static let groups: Set<String> = ["group", "groups", "grupo", "grupos", "groupe", "groupes", "school", "schools", "escuela", "escuelas", "escola", "escolas", "école", "écoles", "组", "群体"]
    /// Before a table, in `Table: who answered`.
    package static let tableCaption = ["Table", "Tabla", "Tabela", "Tableau"]
    /// In a question or an answer: who says yes to it, or “very”, says that something is bad.
    private static let badWords: Set<String> = [
        "worried", "worry", "concerned", "anxious", "afraid", "scared", "frightened", "unsafe", "insecure", "stressed", "stressful", "unhappy", "rude", "bullied", "harassed", "threatened",
        "difficult", "difficulty", "confusing", "confused", "unfair", "unfairly", "lonely", "excluded", "ignored", "disrespected", "unwelcome", "frustrated", "frustrating", "overwhelmed",
        "dangerous", "upset", "angry", "depressed", "hungry", "hopeless", "discriminated", "dirty", "noisy", "disappointed", "disappointing", "inconvenient", "unreliable",
        "preocupado", "preocupada", "preocupados", "preocupadas", "preocupa", "preocupan", "inseguro", "insegura", "inseguros", "inseguras", "asustado", "asustada", "miedo", "estresado", "estresada",
        "infeliz", "triste", "grosero", "grosera", "groseros", "maleducado", "acosado", "acosada", "amenazado", "amenazada", "difícil", "difíciles", "injusto", "injusta", "peligroso", "peligrosa",
        "confuso", "confusa", "frustrado", "frustrada", "excluido", "excluida", "preocupante", "ansioso", "ansiosa",
        "amedrontado", "amedrontada", "medo", "estressado", "estressada", "grosseiro", "grosseira", "difíceis", "injusta", "perigoso", "perigosa", "excluído", "excluída", "intimidado", "intimidada",
        "inquiet", "inquiète", "inquiets", "inquiètes", "préoccupé", "préoccupée", "peur", "insécurité", "stressé", "stressée", "malheureux", "malheureuse", "impoli", "impolis", "harcelé", "harcelée",
        "menacé", "menacée", "difficile", "difficiles", "dangereux", "dangereuse", "injuste", "exclu", "exclue", "frustré", "frustrée",
    ]
    /// What takes that back, or makes something good of it.
    private static let turningWords: Set<String> = [
        "not", "without", "never", "less", "prevent", "prevents", "stop", "stops", "address", "addresses", "addressed", "deal", "deals", "reduce", "reduces", "handle", "handles", "respond", "responds",
        "solve", "solves", "solved", "resolve", "resolved", "fix", "fixed", "against", "free", "help", "helps", "helped", "support", "when", "if", "sin", "nunca", "menos", "contra", "prevenir", "resolver", "resuelve", "ayuda", "ayudan", "cuando", "si",
        "sem", "não", "resolve", "ajuda", "ajudam", "quando", "sans", "pas", "jamais", "moins", "contre", "aide", "quand", "lorsque", "prévenir", "résoudre",
    ]

    /// Whether a question asks how bad something is, or an answer says it: `How worried are you?`, `How hard was it?`
    static func mayBeBad(_ words: some StringProtocol) -> Bool {
        let words = folded(words).replacing("’", with: "'").split { !$0.isLetter && $0 != "'" }.map(String.init)
        guard !words.contains(where: { turningWords.contains($0) || $0.hasSuffix("n't") }) else { return false }
        return words.contains(where: badWords.contains) || zip(words, words.dropFirst()).contains { ["how", "too", "very", "so"].contains($0) && $1 == "hard" || $0 == "hard" && $1 == "to" }
    }

    /// Whether a question asks what people do themselves: `How often do you visit the library?`
    static func asksForHabit(_ question: some StringProtocol) -> Bool {
        let words = unaccented(folded(question)).split { !$0.isLetter }.map(String.init)
        return words.indices.contains { place in
            let before = place > 0 ? words[place - 1] : "", next = place + 1 < words.count ? words[place + 1] : ""
            if ownDoing.contains(words[place]) { return ["you", "i", "family", "household", "children", "child"].contains(before) }
            // Of `viene`, somebody else may be who comes.
            if comings.contains(words[place]) { return before == "usted" || before == "voce" || !["el", "la", "los", "las", "o", "os", "as"].contains(next) }
            return doings.contains(words[place])
        }
    }

    private static let ownDoing: Set<String> = [
        "visit", "visited", "come", "use", "used", "attend", "attended", "ride", "read", "go", "take", "walk", "bike", "drive", "volunteer", "borrow", "travel", "shop", "eat", "check", "watch",
    ]
    private static let comings: Set<String> = ["viene", "vienen", "va", "van", "vem", "vai", "vao"]
    private static let doings: Set<String> = [
        "visita", "visitan", "usa", "usan", "utiliza", "utilizan", "asiste", "asisten", "lee", "leen", "frequenta", "frequentam", "visitam", "usam", "utilizam",
        "venez", "visitez", "utilisez", "lisez", "allez", "prenez", "empruntez",
    ]

    /// Between two names that share a duty.
    static let conjunctions = [" and ", " & ", " y ", " e ", " et ", " with ", " con ", " com ", " avec "]

    /// Whether a survey's section tells what its authors do and did, and not what people answered.
    package static func isOfAuthors(_ heading: String) -> Bool { isActions(self.heading(heading)) || methods.contains(self.heading(heading)) }

    static func isReflections(_ heading: String) -> Bool { isSection(heading, reflections) }
    static func isActions(_ heading: String) -> Bool { isSection(heading, actions) }

    /// Both may stand below one heading: `Reflections and actions`.
    private static func isSection(_ heading: String, _ names: Set<String>) -> Bool {
        if names.contains(heading) { return true }
        return conjunctions.contains { word in
            guard let place = heading.ranges(of: word).first else { return false }
            let halves = [String(heading[..<place.lowerBound]), String(heading[place.upperBound...])]
            return halves.contains(where: names.contains) && halves.allSatisfy { reflections.contains($0) || actions.contains($0) }
        }
    }

    /// A section's heading without a number before it and a colon behind it: `5. Our reflections:`
    static func heading(_ words: some StringProtocol) -> String {
        let folded = folded(words).replacing("’", with: "'")
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        var rest = folded[...]
        if !digits.isEmpty, let mark = folded.dropFirst(digits.count).first, ".):".contains(mark) { rest = folded.dropFirst(digits.count + 1) }
        return String(rest.drop { $0 == " " }.reversed().drop { " :.：".contains($0) }.reversed())
    }

    /// A name of a row or column without a mark behind it: `Total:`, `Respondents (n)`, `N =`.
    static func bare(_ words: some StringProtocol) -> String {
        var name = folded(words)[...]
        if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex {
            let inner = name[name.index(after: open)...].dropLast()
            if ["n", "%"].contains(inner) || inner.hasPrefix("n=") || inner.hasPrefix("n ") { name = name[..<open] }
        }
        while let last = name.last, " :=.*".contains(last) { name = name.dropLast() }
        return String(name)
    }

    /// Whether a heading is one below which a round of feedback is answered.
    static func isFeedbackAnswer(_ heading: String) -> Bool {
        let words = folded(heading)
        return feedbackAnswers.contains { words.contains($0) }
    }

    private static let feedbackAnswers = [
        "what we heard", "what you told us", "what changed", "you said, we did", "what we changed",
        "lo que escuchamos", "lo que oímos", "lo que nos dijeron", "qué cambió", "lo que cambió",
        "o que ouvimos", "o que nos disseram", "o que mudou", "o que vocês disseram",
        "ce que nous avons entendu", "ce que vous avez dit", "ce qui a changé", "ce que nous avons changé",
    ]

    // MARK: Lines

    static func label(_ words: some StringProtocol) -> LabelledLine.Label? {
        labels[folded(words)]
    }

    /// Small letters, single spaces.
    static func folded(_ words: some StringProtocol) -> String {
        words.lowercased().split { $0 == " " || $0 == "\u{A0}" || $0.isNewline }.joined(separator: " ")
    }

    private static let labels: [String: LabelledLine.Label] = {
        let words: [LabelledLine.Label: [String]] = [
            .supports: ["supports", "support", "serves", "apoya", "apoya a", "sirve a", "apoia", "serve a", "soutient", "sert"],
            .alignsWith: [
                "aligns with", "aligned with", "alineado con", "se alinea con", "alineada con", "alinhado com", "alinha-se com",
                "alinhada com", "aligné sur", "s'aligne sur", "s’aligne sur", "en lien avec",
            ],
            .builtBy: ["built by", "se desarrolla en", "construido por", "construído por", "desenvolvido em", "construit par"],
            .assessedBy: ["assessed by", "se evalúa en", "evaluado por", "avaliado por", "avaliado em", "évalué par"],
            .measuredBy: ["measured by", "medido por", "se mide con", "mesuré par"],
            .continues: ["continues", "continúa", "continua", "poursuit"],
            .due: ["due", "due date", "fecha límite", "vence", "prazo", "échéance"],
            .target: ["target", "objetivo numérico", "meta numérica", "cible"],
            .baseline: ["baseline", "línea de base", "punto de partida", "linha de base", "ponto de partida", "point de départ", "référence"],
            .question: ["question", "open question", "pregunta", "pregunta abierta", "pergunta", "pergunta aberta", "question ouverte"],
            .alsoCalled: ["also called", "also known as", "también se llama", "también", "também chamado", "também chamada", "aussi appelé", "aussi appelée"],
            .includes: ["includes", "incluye", "inclui", "comprend"],
            .contact: ["contact", "contacto", "contato"],
            .audience: ["for", "audience", "para", "pour"],
            .frequency: ["how often", "frequency", "con qué frecuencia", "frecuencia", "com que frequência", "frequência", "à quelle fréquence", "fréquence"],
            .owner: ["by", "owner", "por", "responsable", "responsável", "par"],
            .languages: ["languages", "idiomas", "línguas", "langues"],
            .published: ["published", "publicado", "publié"],
            .scale: ["scale", "escala", "échelle"],
            .chart: ["chart", "gráfico", "graphique"],
        ]
        return Dictionary(words.flatMap { label, names in names.map { ($0, label) } }, uniquingKeysWith: { first, _ in first })
    }()

    /// In `Languages: all`.
    static let all: Set<String> = ["all", "todos", "todas", "tous", "toutes"]
    /// A duty that has no end: `How often: always`.
    static let always: Set<String> = ["always", "at all times", "siempre", "sempre", "toujours", "en tout temps"]
    static let once: Set<String> = ["once", "una vez", "uma vez", "une fois"]

    // MARK: Surveys

    static func scale(_ words: some StringProtocol) -> Survey.Scale? { scales[folded(words)] }
    static func chart(_ words: some StringProtocol) -> Survey.ChartForm? { charts[folded(words)] }

    private static let scales: [String: Survey.Scale] = [
        "best first": .bestFirst, "worst first": .worstFirst, "none": .none, "several answers": .severalAnswers, "0–10": .zeroToTen, "0-10": .zeroToTen,
        "mejor primero": .bestFirst, "peor primero": .worstFirst, "ninguna": .none, "varias respuestas": .severalAnswers,
        "melhor primeiro": .bestFirst, "pior primeiro": .worstFirst, "nenhuma": .none, "várias respostas": .severalAnswers,
        "meilleur d'abord": .bestFirst, "pire d'abord": .worstFirst, "aucune": .none, "plusieurs réponses": .severalAnswers,
    ]

    private static let charts: [String: Survey.ChartForm] = [
        "stacked": .stacked, "diverging": .diverging, "bars": .bars, "by group": .byGroup, "small multiples": .byGroup, "over the years": .overYears,
        "dots": .overYears, "none": .none,
        "apilado": .stacked, "divergente": .diverging, "barras": .bars, "por grupo": .byGroup, "por año": .overYears, "ninguno": .none,
        "empilhado": .stacked, "por ano": .overYears, "nenhum": .none,
        "empilé": .stacked, "divergent": .diverging, "barres": .bars, "par groupe": .byGroup, "par année": .overYears, "aucun": .none,
    ]

    // MARK: Progress

    static func status(_ words: some StringProtocol) -> ProgressStatus? { statuses[folded(words)] }

    private static let statuses: [String: ProgressStatus] = {
        let words: [ProgressStatus: [String]] = [
            .notStarted: ["not started", "sin empezar", "no iniciado", "no empezado", "não iniciado", "não começado", "pas commencé", "non commencé"],
            .inProgress: ["in progress", "en curso", "en marcha", "em andamento", "em curso", "en cours"],
            .onTrack: ["on track", "según lo previsto", "conforme o previsto", "no prazo", "en bonne voie"],
            .delayed: ["delayed", "retrasado", "con retraso", "atrasado", "en retard", "retardé"],
            .met: ["met", "achieved", "done", "completed", "cumplido", "cumplida", "logrado", "alcançado", "cumprido", "atteint", "atteinte"],
            .partlyMet: [
                "partly met", "partially met", "cumplido en parte", "parcialmente cumplido", "alcançado em parte", "parcialmente alcançado",
                "parcialmente cumprido", "partiellement atteint", "atteint en partie",
            ],
            .notMet: ["not met", "no cumplido", "não alcançado", "não cumprido", "non atteint", "pas atteint"],
            .ongoing: ["ongoing", "continuo", "permanente", "contínuo", "continu"],
            .dropped: ["dropped", "abandoned", "abandonado", "descartado", "retirado", "abandonné"],
        ]
        return Dictionary(uniqueKeysWithValues: words.flatMap { status, names in names.map { ($0, status) } })
    }()

    static var statusWords: [String] { statuses.keys.sorted() }
}
