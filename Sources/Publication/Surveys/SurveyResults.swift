import FormExports
import Markdown

/// A survey's counts as they may be published: what could find a person is withheld here, once, before anything is made
/// of them.
package struct SurveyResults: Sendable {
    package enum Count: Sendable, Hashable {
        case shown(Int)
        case withheld

        package var value: Int? { if case .shown(let value) = self { value } else { nil } }
    }

    package struct Question: Sendable {
        package let columns: [Column]
        /// Whether a person could give several answers.
        package let isMultiple: Bool
        package let sides: [AnswerSide]
        /// Whether the counts are worked out from the percentages that the author gave: they are not published.
        package let isShares: Bool
    }

    package struct Column: Sendable {
        /// One for each row of the table.
        package let counts: [Count]
        /// How many answered the question, "don't know" counted and "no answer" not.
        package let base: Count
        /// Whether anybody has said how many; else the base counts as withheld.
        package var isBaseKnown = true
        /// How many of them are on the scale, and on its upper half; nil where there is no scale.
        package let scaleBase: Count?
        package let upper: Count?
    }

    /// By the number of the question.
    package let questions: [String: Question]
    /// The cells of the document's tables that must not be shown.
    package let withheld: Set<MarkdownTree.Index>
    /// The percentages of the document's tables of which only a bound may be shown.
    package let banded: [MarkdownTree.Index: BandedPercentage]
    package let responses: Count?
    package let invited: Count?
    /// By the places of the front matter's groups.
    package let groups: [(invited: Count?, answered: Count?)]
    package let threshold: Int
    /// The documents of its series, the oldest survey first.
    package let members: [Int]

    package var withholdsAnything: Bool {
        !withheld.isEmpty || ([responses, invited] + groups.flatMap { [$0.invited, $0.answered] }).contains(.withheld)
    }
}

extension SurveyResults {
    /// The results of every survey of a publication, by document: those of one series are protected together, and with
    /// them those that ask the same at the same time, and what was written anew for a language, which stands behind the
    /// documents in the order of `adaptations`.
    package static func of(_ publication: Publication) -> [Int: SurveyResults] {
        var surveys: [(index: Int, survey: Survey, series: String)] = []
        for (index, document) in publication.documents.enumerated() {
            guard case .survey(let survey) = document.meaning else { continue }
            surveys.append((index, survey, document.frontMatter.survey.series ?? "/" + document.path))
        }
        let problems = SurveyProtection.joined(surveys.map { (publication.documents[$0.index], $0.survey, $0.series) })
        var isJoined: [Int: Set<String>] = [:]
        for (problem, survey) in zip(problems, surveys) { isJoined[problem, default: []].insert(survey.series) }
        func scope(_ place: Int) -> String { isJoined[problems[place]]!.count > 1 ? surveys[place].series + "\n" : "" }
        var members: [Int: [SurveyProtection.Member]] = [:]
        for (place, survey) in surveys.enumerated() {
            members[problems[place], default: []].append(.init(
                index: survey.index, document: publication.documents[survey.index], survey: survey.survey, scope: scope(place)))
        }
        let places = Dictionary(uniqueKeysWithValues: surveys.enumerated().map { ($1.index, $0) })
        for (number, adaptation) in publication.adaptations.enumerated() {
            guard case .survey(let survey) = adaptation.document.meaning, let place = places[adaptation.source] else { continue }
            members[problems[place], default: []].append(.init(
                index: publication.documents.count + number, document: adaptation.document, survey: survey,
                source: publication.documents[adaptation.source], scope: scope(place)))
        }
        var results: [Int: SurveyResults] = [:]
        for problem in members.keys.sorted() {
            var protection = SurveyProtection(members[problem]!)
            results.merge(protection.results()) { first, _ in first }
        }
        return results
    }
}

extension Publication {
    /// The results as an edition shows them: those of a survey that was written anew for its language are its own.
    package func surveys(_ results: [Int: SurveyResults], in language: LanguageTag) -> [Int: SurveyResults] {
        var own = results.filter { $0.key < documents.count }
        for (number, adaptation) in adaptations.enumerated() where adaptation.language == language {
            if let result = results[documents.count + number] { own[adaptation.source] = result }
        }
        return own
    }
}
