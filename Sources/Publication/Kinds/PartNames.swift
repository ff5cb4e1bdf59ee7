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
    /// Sections that a published survey must have.
    static let reflections: Set<String> = [
        "our reflections", "reflections", "what we think", "nuestras reflexiones", "reflexiones", "nossas reflexões", "reflexões",
        "nos réflexions", "réflexions",
    ]
    static let actions: Set<String> = [
        "what we will do", "what we do", "actions", "lo que haremos", "qué haremos", "acciones", "o que faremos", "o que vamos fazer", "ações",
        "ce que nous ferons", "ce que nous allons faire",
    ]
    /// How a survey was made.
    private static let methods: Set<String> = [
        "how we asked", "how we did it", "about this survey", "method", "methods", "methodology", "cómo preguntamos", "cómo lo hicimos", "método", "metodología",
        "como perguntamos", "como fizemos", "metodologia", "comment nous avons demandé", "méthode", "méthodologie",
    ]
    /// In a question, or between it and its table, where several answers may be given.
    static let severalAnswers = [
        "all that apply", "more than one answer", "several answers", "todas las que correspondan", "todas las que apliquen", "varias respuestas",
        "más de una respuesta", "todas as que se aplicam", "várias respostas", "mais de uma resposta", "toutes les réponses qui", "plusieurs réponses",
    ]
    static let results: Set<String> = ["results", "resultados", "résultats"]
    /// A survey table's row of those who left a question out.
    package static let noAnswer: Set<String> = ["no answer", "sin respuesta", "no contestó", "sem resposta", "não respondeu", "sans réponse"]
    /// A survey table's row of how many answered.
    static let base: Set<String> = [
        "total answered", "answered", "total", "base", "number answered", "respondents", "total de respuestas", "respondieron", "total de respostas",
        "responderam", "total des réponses", "ont répondu",
    ]
    /// A survey table's column of all groups together.
    static let everybody: Set<String> = ["all", "all groups", "total", "everybody", "everyone", "overall", "todos", "todas", "ensemble", "tous"]
    /// Before a table, in `Table: who answered`.
    package static let tableCaption = ["Table", "Tabla", "Tabela", "Tableau"]
    /// Between two names that share a duty.
    static let conjunctions = [" and ", " & ", " y ", " e ", " et ", " with ", " con ", " com ", " avec "]

    /// Whether a survey's section tells what its authors do and did, and not what people answered.
    package static func isOfAuthors(_ heading: String) -> Bool { actions.union(methods).contains(folded(heading)) }

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
