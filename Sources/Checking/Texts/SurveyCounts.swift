import Publication

/// What a publication's surveys withhold, as far as other texts may tell it.
struct SurveyCounts: Sendable {
    /// A question with counts below the threshold of its survey.
    struct Question: Sendable {
        let number: String
        let survey: String
        let threshold: Int
        let answers: Set<String>
        /// The counts that are withheld, by their answers: small ones, and those that would tell them.
        let small: [String: Set<Int>]
    }

    private(set) var questions: [Question] = []
    /// Surveys of a series are protected together, by the largest of their thresholds.
    private var thresholds: [String: Int] = [:]

    /// Letters and digits alone: `Don't know` is `Don’t know`.
    static func answer(_ words: String) -> String { folded(words).filter { $0.isLetter || $0.isNumber } }

    /// None.
    init() {}

    init(_ publication: Publication) {
        let documents = publication.documents
        for document in documents {
            guard case .survey = document.meaning, let series = document.frontMatter.survey.series else { continue }
            thresholds[series] = max(thresholds[series] ?? 0, document.frontMatter.survey.threshold)
        }
        // What is withheld is worked out only where a table may repeat it.
        let isRepeated = documents.contains { document in
            if case .survey = document.meaning { false } else { document.tree.nodes.contains { $0.kind == .table } }
        }
        let results = isRepeated ? SurveyResults.of(publication) : [:]
        for (index, document) in documents.enumerated() {
            guard case .survey(let survey) = document.meaning else { continue }
            let threshold = threshold(of: document.frontMatter.survey)
            for question in survey.parts.flatMap(\.questions) {
                guard let answers = question.answers else { continue }
                var small: [String: Set<Int>] = [:]
                for row in answers.rows {
                    let counts = row.counts.compactMap { cell in
                        cell.count.flatMap { (1..<max(1, threshold)).contains($0) || results[index]?.withheld.contains(cell.node) == true ? $0 : nil }
                    }
                    if !counts.isEmpty { small[Self.answer(row.answer), default: []].formUnion(counts) }
                }
                guard !small.isEmpty else { continue }
                questions.append(Question(
                    number: question.number, survey: document.frontMatter.title ?? document.path, threshold: threshold, answers: Set(answers.rows.map { Self.answer($0.answer) }), small: small))
            }
        }
    }

    func threshold(of facts: SurveyFacts) -> Int { max(facts.threshold, facts.series.flatMap { thresholds[$0] } ?? 0) }
}
