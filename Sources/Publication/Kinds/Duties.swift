import Markdown

/// What must be published, for whom, how often, by whom and in which languages.
package struct Duties: Sendable {
    package var introduction: [MarkdownTree.Index] = []
    package var duties: [Duty] = []

    package struct Duty: Sendable {
        package let heading: MarkdownTree.Index
        package let title: String
        package var audience: LabelledLine?
        package var frequency: LabelledLine?
        /// Nil where nobody is named.
        package var owner: LabelledLine?
        package var languages: LabelledLine?
        package var published: LabelledLine?
        package var blocks: [MarkdownTree.Index] = []
    }
}

/// A round in which people are asked what they think of a document.
package struct Feedback: Sendable {
    package enum Status: String, Sendable, CaseIterable { case open, closed }

    package let until: CalendarDate
    /// How one can answer, each a sentence.
    package let ways: [String]
    /// As it is written; where it is not, the day decides.
    package let status: Status?
    package let line: Int

    static func read(_ yaml: inout YAMLReader) -> Feedback? {
        guard yaml.contains("feedback") else { return nil }
        let example = "feedback: {until: 2022-03-15, ways: [Come to the forum on March 10.]}"
        guard var nested = yaml.nested("feedback", example: example) else { return nil }
        nested.refuseUnknownKeys(known: ["until", "ways", "status"], of: "feedback")
        if !nested.contains("until") {
            nested.report(.missingKey, at: "until", "this round of feedback has no last day", help: "Add the day: `until: 2022-03-15`.")
        }
        let until = nested.date("until"), ways = nested.strings("ways")
        let status = nested.choice("status", of: Status.allCases.map(\.rawValue)).flatMap(Status.init)
        if ways.isEmpty {
            nested.report(.missingKey, at: "ways", "this round of feedback does not say how to answer", help: "List the ways, each as a sentence: `ways: [Come to the forum on March 10.]`.")
        }
        let line = nested.place(of: "until").line
        yaml.adopt(nested)
        return until.map { Feedback(until: $0, ways: ways, status: status, line: line) }
    }
}
