import Markdown

/// What the documents of a publication say together: how far its plans are, who does what, what serves what, what has
/// been published as promised. Reckoned from what is written and never from the clock.
package struct Tracking: Sendable {
    /// In the order of their documents.
    package internal(set) var plans: [TrackedPlan] = []
    package internal(set) var roles: [TrackedRole] = []
    package internal(set) var alignments = Alignments()
    package internal(set) var duties: [TrackedDuty] = []
    /// Documents that ask for feedback, the first to close first.
    package internal(set) var feedback: [FeedbackRound] = []
    /// The newest day that any document is of.
    package internal(set) var asOf: CalendarDate?
    private(set) var planOfDocument: [Int: Int] = [:]
    private(set) var roleOfName: [String: Int] = [:]
    private var rolesOfDuty: [DutyPlace: [Int]] = [:]

    package init() {}

    /// Joins what a linked publication's documents say of each other.
    ///
    /// - Returns: with what cannot be joined: errors only. What should be looked at is for `TrackingChecks`.
    package static func of(_ publication: Publication) -> (Tracking, [Diagnostic]) {
        var tracking = Tracking()
        tracking.asOf = publication.documents.compactMap(\.lastChange).max()
        var problems: [Diagnostic] = []
        guard publication.documents.contains(where: { $0.kind.isTracked || $0.frontMatter.feedback != nil }) else { return (tracking, []) }
        let documentOfAddress = publication.documentOfAddress
        var plans = PlanTracker(publication, documentOfAddress)
        tracking.plans = plans.plans()
        problems += plans.problems
        tracking.planOfDocument = Dictionary(uniqueKeysWithValues: tracking.plans.enumerated().map { ($1.document, $0) })
        var index = ReferenceIndex(publication, documentOfAddress, plans: tracking.plans)
        tracking.alignments = Alignments(index.alignments())
        problems += index.problems
        var roles = RoleTracker(publication, plans: tracking.plans)
        tracking.roles = roles.roles()
        tracking.roleOfName = roles.roleOfName
        tracking.rolesOfDuty = roles.rolesOfDuty
        problems += roles.problems
        tracking.duties = DutyTracker(
            publication: publication, documentOfAddress: documentOfAddress, asOf: tracking.asOf, roleOfName: tracking.roleOfName
        ).duties()
        tracking.feedback = publication.documents.enumerated().compactMap { index, document in
            document.frontMatter.feedback.map { FeedbackRound(document: index, feedback: $0, asOf: tracking.asOf) }
        }.sorted { ($0.until, $0.document) < ($1.until, $1.document) }
        return (tracking, problems)
    }

    /// The plan that a document is.
    package func plan(of document: Int) -> TrackedPlan? { planOfDocument[document].map { plans[$0] } }

    /// The roles that a duty falls to.
    package func roles(of duty: DutyPlace) -> [Int] { rolesOfDuty[duty] ?? [] }

    /// The role that a name stands for.
    package func role(named name: String) -> Int? { roleOfName[PartNames.folded(name)] }
}

/// Where a duty stands: the same in every edition, also where the plan was written anew.
package struct DutyPlace: Sendable, Hashable {
    /// The plan's document.
    package let plan: Int
    package let objective: String
    /// Among the objective's duties.
    package let position: Int

    package init(plan: Int, objective: String, position: Int) {
        self.plan = plan
        self.objective = objective
        self.position = position
    }
}

extension Document.Kind {
    /// Whether documents of this kind speak of others by numbers and names.
    var isTracked: Bool {
        switch self {
        case .plan, .progress, .portrait, .roles, .duties: true
        case .page, .values, .survey, .update, .event, .glossary: false
        }
    }
}

/// A round of feedback on a document.
package struct FeedbackRound: Sendable {
    package let document: Int
    package let until: CalendarDate
    package let isOpen: Bool

    init(document: Int, feedback: Feedback, asOf: CalendarDate?) {
        self.document = document
        until = feedback.until
        isOpen = feedback.status.map { $0 == .open } ?? asOf.map { $0 <= feedback.until } ?? true
    }
}
