import Publication

/// What a publication's surveys withhold, as far as other texts may tell it.
struct SurveyCounts: Sendable {
    /// A question with counts below the threshold of its survey.
    struct Question: Sendable {
        let number: String
        let survey: String
        let threshold: Int
        let answers: Set<String>
        let small: [String: Set<Int>]
    }

    private(set) var questions: [Question] = []
    /// Surveys of a series are protected together, by the largest of their thresholds.
    private var thresholds: [String: Int] = [:]

    init(_ documents: [Document]) {
        for document in documents {
            guard case .survey = document.meaning, let series = document.frontMatter.survey.series else { continue }
            thresholds[series] = max(thresholds[series] ?? 0, document.frontMatter.survey.threshold)
        }
        for document in documents {
            guard case .survey(let survey) = document.meaning else { continue }
            let threshold = threshold(of: document.frontMatter.survey)
            for question in survey.parts.flatMap(\.questions) {
                guard let answers = question.answers else { continue }
                var small: [String: Set<Int>] = [:]
                for row in answers.rows {
                    let counts = row.counts.compactMap(\.count).filter { (1..<max(1, threshold)).contains($0) }
                    if !counts.isEmpty { small[folded(row.answer), default: []].formUnion(counts) }
                }
                guard !small.isEmpty else { continue }
                questions.append(Question(
                    number: question.number, survey: document.frontMatter.title ?? document.path, threshold: threshold, answers: Set(answers.rows.map { folded($0.answer) }), small: small))
            }
        }
    }

    func threshold(of facts: SurveyFacts) -> Int { max(facts.threshold, facts.series.flatMap { thresholds[$0] } ?? 0) }
}
