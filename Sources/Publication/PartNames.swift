/// The words by which a document's parts are recognized in the languages that publications are written in.
package enum PartNames {
    static let goal: Set<String> = ["goal", "meta", "objectif général", "but"]
    static let objective: Set<String> = ["objective", "objetivo", "objectif"]
    static let activities: Set<String> = ["activities", "actividades", "atividades", "activités"]
    static let responsibility: Set<String> = [
        "responsibility", "responsibilities", "responsabilidad", "responsabilidades", "responsabilidade",
        "responsabilité", "responsabilités",
    ]
    static let outcomes: Set<String> = [
        "measurable outcomes", "outcomes", "resultados medibles", "resultados", "resultados mensuráveis",
        "résultats mesurables", "résultats",
    ]
    static let results: Set<String> = ["results", "resultados", "résultats"]
    /// A survey table's row of those who left a question out.
    package static let noAnswer: Set<String> = ["no answer", "sin respuesta", "no contestó", "sem resposta", "não respondeu", "sans réponse"]
    /// Before a table, in `Table: who answered`.
    package static let tableCaption = ["Table", "Tabla", "Tabela", "Tableau"]
}
