import Markdown

/// A survey summary: sections of prose, and questions with their tables of answers.
package struct Survey: Sendable {
    package typealias Index = MarkdownTree.Index

    package var introduction: [Index] = []
    package var parts: [Part] = []

    /// A level-2 section.
    package struct Part: Sendable {
        package let heading: Index
        package var blocks: [Index] = []
        package var questions: [Question] = []
    }

    /// `### Q4. …` and what stands below it.
    package struct Question: Sendable {
        /// As it is written: `Q4`.
        package let number: String
        package let heading: Index
        package let label: Plan.HeadingLabel
        package var before: [Index] = []
        package var table: Index?
        package var answers: Answers?
        package var after: [Index] = []
    }

    /// A table's counts: answers as rows, groups or years as columns.
    package struct Answers: Sendable {
        package let columns: [String]
        package let rows: [(answer: String, cell: Index, counts: [Int])]
    }
}

/// What a survey's front matter says.
package struct SurveyFacts: Sendable {
    package enum Unit: String, Sendable, CaseIterable { case people, households }

    package var series: String?
    package var fielded: CalendarPeriod?
    package var unit: Unit?
    package var invited: Int?
    package var responses: Int?
    package var offeredIn: [LanguageTag] = []
    package var suppressBelow: Int?

    static func read(_ yaml: inout YAMLReader) -> SurveyFacts {
        let facts = SurveyFacts(
            series: yaml.string("series"), fielded: yaml.period("fielded"),
            unit: yaml.choice("unit", of: Unit.allCases.map(\.rawValue)).flatMap(Unit.init),
            invited: yaml.count("invited"), responses: yaml.count("responses"),
            offeredIn: yaml.languages("offered-in"), suppressBelow: yaml.count("suppress-below"))
        if let invited = facts.invited, let responses = facts.responses, responses > invited {
            yaml.report(.wrongValue, at: "responses", "\(responses) responses, but only \(invited) were invited", help: "Check both numbers; leave `invited` out where anybody could answer.")
        }
        return facts
    }
}
