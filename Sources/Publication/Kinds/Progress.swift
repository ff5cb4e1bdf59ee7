import Markdown

/// How far something promised is.
package enum ProgressStatus: String, Sendable, CaseIterable, Comparable {
    case notStarted = "not-started"
    case inProgress = "in-progress"
    case onTrack = "on-track"
    case delayed
    case met
    case partlyMet = "partly-met"
    case notMet = "not-met"
    case ongoing, dropped

    /// Whether nothing more is expected.
    package var isFinal: Bool { self == .met || self == .notMet || self == .dropped }

    /// From the best to the least known, as views list them.
    package static let inOrder: [ProgressStatus] = [
        .met, .partlyMet, .onTrack, .inProgress, .ongoing, .delayed, .notStarted, .notMet, .dropped,
    ]

    package static func < (one: ProgressStatus, other: ProgressStatus) -> Bool {
        inOrder.firstIndex(of: one)! < inOrder.firstIndex(of: other)!
    }
}

/// A report on a plan: `## 1.1a — Met`, and what was seen of it.
package struct Progress: Sendable {
    package var introduction: [MarkdownTree.Index] = []
    package var entries: [Entry] = []
    /// Sections that are about no numbered part.
    package var after: [Plan.Prose] = []

    package struct Entry: Sendable {
        /// Of the outcome, objective or goal.
        package let number: String
        package let status: ProgressStatus
        package let heading: MarkdownTree.Index
        package var blocks: [MarkdownTree.Index] = []
        /// Whether a link shows where it can be seen.
        package var hasEvidence = false
    }
}

/// What a report's front matter says.
package struct ProgressFacts: Sendable {
    package var asOf: CalendarDate?
    package var reportedBy: String?

    static func read(_ yaml: inout YAMLReader) -> ProgressFacts {
        for (key, example) in [("plan", "plan: ../district-plan.md"), ("as-of", "as-of: 2022-02-10"), ("reported-by", "reported-by: Superintendent")]
        where !yaml.contains(key) {
            yaml.report(.missingKey, at: key, "a progress report needs ‘\(key)’", help: "Add a line `\(example)`.")
        }
        return ProgressFacts(asOf: yaml.date("as-of"), reportedBy: yaml.string("reported-by"))
    }
}
