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
        /// As they are written, `Superintendent, Director of Student Services`.
        package let roles: String
        package let item: Index
        /// The rest of the first paragraph, then the blocks after it.
        package let text: LeadlessItem
    }

    /// `- **1.1a — By January 2022:** each school will …`
    package struct Outcome: Sendable {
        package let number: String
        /// The due date as it is written; nil where none is.
        package let when: String?
        package let text: LeadlessItem
        package let item: Index
        /// What a task box says of it, which holds until a report says something else.
        package let isDone: Bool?
        /// `Due:`, `Target:`, `Baseline:` and what it serves.
        package var lines: [LabelledLine] = []

        package func line(_ label: LabelledLine.Label) -> LabelledLine? { lines.first { $0.label == label } }
        /// The day that a `Due:` line pins.
        package var pinned: CalendarDate? { line(.due).flatMap { CalendarDate($0.text) } }
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
    package var approval: Approval?
    /// The day that the plan's state is told of, where no report is newer.
    package var asOf: CalendarDate?

    /// Who agreed to the plan, and when.
    package struct Approval: Sendable {
        package let by: String?
        package let on: CalendarDate?

        /// With the documents that it names: the minutes, and the text as it was agreed to.
        static func read(_ yaml: inout YAMLReader) -> (Approval?, [FrontMatter.DocumentLink]) {
            guard yaml.contains("approved"), var nested = yaml.nested("approved", example: "approved: {by: School Committee, on: 2021-09-09}")
            else { return (nil, []) }
            nested.refuseUnknownKeys(known: ["by", "on", "minutes", "text"], of: "approved")
            let approval = Approval(by: nested.string("by"), on: nested.date("on"))
            let links = FrontMatter.DocumentLink.read([.minutes, .text], &nested)
            yaml.adopt(nested)
            return (approval, links)
        }
    }

    static func read(_ yaml: inout YAMLReader) -> PlanFacts {
        PlanFacts(
            organization: yaml.string("organization"), period: yaml.period("period"),
            status: status(&yaml), asOf: yaml.date("as-of"))
    }

    static func status(_ yaml: inout YAMLReader) -> Status? {
        yaml.choice("status", of: Status.allCases.map(\.rawValue)).flatMap(Status.init)
    }
}
