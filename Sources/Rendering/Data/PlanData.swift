import Foundation
import Publication

/// A plan in one edition, for programs: what its page shows, in words without markup, with dates as ISO 8601 has them.
///
/// All data files are written from this value, so that they say the same. `PlanSchema` describes it field by field.
package struct PlanData: Sendable, Encodable {
    /// The address of the schema.
    package var schema: String
    package var language: String
    package var sourceLanguage: String
    package var url: String
    package var title: DataText
    package var summary: DataText?
    /// What a reader must know first: that figures are samples.
    package var notice: DataText?
    package var organization: DataText?
    package var period: Period?
    package var status: State?
    package var approved: Approval?
    package var updated: CalendarDate?
    package var asOf: CalendarDate?
    package var parent: Link?
    package var children: [Link]
    package var replaces: Link?
    package var replacedBy: Link?
    package var adoptedText: Link?
    package var feedback: Feedback?
    package var introduction: [DataText]
    package var before: [Section]
    package var goals: [Goal]
    package var after: [Section]
    package var footnotes: [DataText]
    package var questions: [Question]
    package var alignments: [Alignment]
    package var supportedBy: [Alignment]
    package var reports: [Report]

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case language, sourceLanguage, url, title, summary, notice, organization, period, status, approved, updated, asOf, parent, children
        case replaces, replacedBy, adoptedText, feedback, introduction, before, goals, after, footnotes, questions, alignments, supportedBy, reports
    }

    package struct Period: Sendable, Encodable {
        package let start: CalendarDate
        package let end: CalendarDate
    }

    /// A status by its name in the documents' grammar, and in words.
    package struct State: Sendable, Hashable, Encodable {
        package let id: String
        package let text: String
        package let lang: String?

        init(_ id: String, _ words: DataText) {
            (self.id, text, lang) = (id, words.text, words.lang)
        }
    }

    package struct Approval: Sendable, Encodable {
        package let by: DataText?
        package let on: CalendarDate?
        /// The address of the minutes.
        package let minutes: String?
    }

    package struct Link: Sendable, Encodable {
        package let title: DataText
        package let url: String
    }

    package struct Feedback: Sendable, Encodable {
        package let until: CalendarDate
        package let open: Bool
        package let ways: [DataText]
    }

    package struct Section: Sendable, Encodable {
        package enum Kind: String, Sendable, CaseIterable, Encodable { case mission, vision }

        package let id: String?
        package let kind: Kind?
        package let title: DataText
        package let text: [DataText]
    }

    package struct Goal: Sendable, Encodable {
        /// The visible number.
        package let id: String
        package let label: String
        package let url: String
        package let title: DataText
        package let text: [DataText]
        package let objectives: [Objective]
        package let alignments: [Alignment]
        package let supportedBy: [Alignment]
    }

    package struct Objective: Sendable, Encodable {
        package let id: String
        package let label: String
        package let url: String
        package let title: DataText
        package let text: [DataText]
        package let activities: [Activity]
        package let responsibilities: [Responsibility]
        package let outcomes: [Outcome]
        /// Parts of other names, and what stands around the lists of the known ones.
        package let notes: [Section]
        package let status: State?
        package let asOf: CalendarDate?
        package let history: [Entry]
        package let alignments: [Alignment]
        package let supportedBy: [Alignment]
    }

    /// What is done in a period.
    package struct Activity: Sendable, Encodable {
        /// As it is written; nil where activities have no period.
        package let label: DataText?
        package let start: CalendarDate?
        package let end: CalendarDate?
        package let precision: DatePhrase.Precision?
        package let ongoing: Bool
        package let recurring: Bool
        package let text: [DataText]
    }

    package struct Responsibility: Sendable, Encodable {
        package let roles: [Role]
        /// Whether several roles share it.
        package let joint: Bool
        package let text: [DataText]
    }

    package struct Role: Sendable, Hashable, Encodable {
        /// The same in every language; nil for words that name no known role.
        package let id: String?
        package let name: DataText
    }

    package struct Outcome: Sendable, Encodable {
        package let id: String
        package let url: String
        package let text: [DataText]
        /// As it is written.
        package let when: DataText?
        /// The last day by which it can have been meant.
        package let due: CalendarDate?
        package let precision: DatePhrase.Precision?
        /// Why the phrase cannot be told for sure; nil once a day is pinned.
        package let doubt: DatePhrase.Doubt?
        package let pinned: Bool
        /// Whether a calendar may hold it.
        package let exact: Bool
        package let target: Measure?
        package let baseline: Measure?
        package let status: State?
        package let asOf: CalendarDate?
        package let overdue: Bool
        package let history: [Entry]
        package let alignments: [Alignment]
        package let supportedBy: [Alignment]
    }

    package struct Measure: Sendable, Encodable {
        package let text: String
        package let lang: String?
        /// What the words in the source language begin with.
        package let number: Double?

        init(_ words: DataText, number: Double?) {
            (text, lang, self.number) = (words.text, words.lang, number)
        }
    }

    /// What one report says.
    package struct Entry: Sendable, Encodable {
        package let asOf: CalendarDate
        package let status: State
        package let text: [DataText]
        package let report: String
    }

    /// One end of an alignment: what this serves, or what serves it.
    package struct Alignment: Sendable, Encodable {
        package let relation: String
        package let kind: Document.Kind
        /// The title of the document.
        package let document: DataText
        /// The number or the id of its part; nil for all of it.
        package let id: String?
        package let title: DataText?
        package let url: String
    }

    package struct Question: Sendable, Encodable {
        /// The number of what it is about, or the id of a section.
        package let about: String?
        package let text: DataText
        package let url: String
    }

    package struct Report: Sendable, Encodable {
        package let asOf: CalendarDate
        package let title: DataText
        package let reportedBy: DataText?
        package let url: String
    }
}

extension PlanData {
    package var objectives: [Objective] { goals.flatMap(\.objectives) }
}

extension CalendarDate: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension DatePhrase.Precision: Encodable {}
extension DatePhrase.Doubt: Encodable {}
extension Document.Kind: Encodable {}
