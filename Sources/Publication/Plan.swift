import Markdown

/// A plan: goals with objectives, each with what is done, by whom, and what shall come of it by when.
package struct Plan: Sendable {
    package typealias Index = MarkdownTree.Index

    package var introduction: [Index] = []
    /// Prose ahead of the goals (mission) and behind them (commitments).
    package var before: [Prose] = []
    package var goals: [Goal] = []
    package var after: [Prose] = []

    package struct Prose: Sendable {
        package let heading: Index
        package var blocks: [Index] = []
    }

    package struct Goal: Sendable {
        /// The visible number, which is its id and anchor: `1`.
        package let number: String
        package let heading: Index
        /// How many bytes of the heading's words are its label, as `Goal 1: ` is.
        package let label: HeadingLabel
        package var blocks: [Index] = []
        package var objectives: [Objective] = []
    }

    package struct Objective: Sendable {
        package let number: String
        package let heading: Index
        package let label: HeadingLabel
        package var blocks: [Index] = []
        package var parts: [Part] = []

        package var responsibilities: [Duty] {
            parts.flatMap { part -> [Duty] in if case .responsibility(let duties) = part.content { duties } else { [] } }
        }
        package var outcomes: [Outcome] {
            parts.flatMap { part -> [Outcome] in if case .outcomes(let outcomes) = part.content { outcomes } else { [] } }
        }
    }

    /// A level-4 section of an objective.
    package struct Part: Sendable {
        package let heading: Index
        package var content: Content
        /// What stands ahead of the list or the periods: all of it, where there are none.
        package var before: [Index] = []
        /// Notes behind the list.
        package var after: [Index] = []

        /// Whether it is one of the three parts that every plan has.
        package var isKnown: Bool { if case .prose = content { false } else { true } }

        package enum Content: Sendable {
            /// The periods, `##### 2021–22`.
            case activities([Prose])
            case responsibility([Duty])
            case outcomes([Outcome])
            /// Any other heading, or a part whose lists do not have the form: shown as it is written.
            case prose
        }
    }

    /// `- **School Committee:** approve the draft`
    package struct Duty: Sendable {
        package let roles: String
        /// The rest of the first paragraph, then the blocks after it.
        package let text: LeadlessItem
    }

    /// `- **1.1a — By January 2022:** each school will …`
    package struct Outcome: Sendable {
        package let number: String
        /// The due date as it is written; nil where none is.
        package let when: String?
        package let text: LeadlessItem
    }

    /// A list item without its bold lead.
    package struct LeadlessItem: Sendable {
        /// The first paragraph's inline nodes behind the lead.
        package let inlines: [Index]
        /// Bytes of their text that only part the lead from the rest: a space, a colon, a dash.
        package let markLength: Int
        package let blocks: [Index]
        /// The paragraph that the item begins with; nil where it begins with something else.
        package let paragraph: Index?
        /// The bold lead in it, where there is one.
        package let lead: Index?
    }

    /// The words of a heading that say its number.
    package struct HeadingLabel: Sendable {
        /// `Goal 1`, as the heading has it.
        package let text: String
        /// Bytes of the heading's text up to its own words.
        package let length: Int
    }
}

/// What a plan's front matter says.
package struct PlanFacts: Sendable {
    package enum Status: String, Sendable, CaseIterable { case draft, feedback, adopted, archived }

    package var organization: String?
    package var period: CalendarPeriod?
    package var status: Status?

    static func read(_ yaml: inout YAMLReader) -> PlanFacts {
        PlanFacts(
            organization: yaml.string("organization"), period: yaml.period("period"),
            status: yaml.choice("status", of: Status.allCases.map(\.rawValue)).flatMap(Status.init))
    }
}
