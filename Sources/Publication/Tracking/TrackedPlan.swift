/// A plan with all that other documents say of it.
package struct TrackedPlan: Sendable {
    /// Its index in the publication.
    package let document: Int
    /// Of a school's plan, the document that it follows.
    package let parent: Int?
    /// The plans of schools that follow this one, in the order of their titles.
    package internal(set) var children: [Int] = []
    /// The plan whose place it takes, and the one that takes its own.
    package let former: Int?
    package internal(set) var successor: Int?
    package let minutes: LinkTarget?
    /// The document that holds the text as it was agreed to.
    package let adoptedText: Int?
    /// The oldest first.
    package let reports: [Report]
    /// The newest day that its state is told of; nil where nobody has.
    package let asOf: CalendarDate?
    package let objectives: [Objective]
    /// In the order of the plan.
    package let outcomes: [Outcome]
    /// What is to be done when, in the order of the plan.
    package let activities: [Activity]
    let placeOfObjective: [String: Int]

    package struct Report: Sendable {
        package let document: Int
        package let asOf: CalendarDate
        package let entries: [String: ProgressStatus]
    }

    /// What the reports say of one number, the newest last.
    package struct History: Sendable, Hashable {
        package struct Entry: Sendable, Hashable {
            /// Of the plan's reports.
            package let report: Int
            package let status: ProgressStatus
        }
        package let entries: [Entry]

        package var last: Entry? { entries.last }
        /// Before a report.
        package func status(before report: Int) -> ProgressStatus? { entries.last { $0.report < report }?.status }
    }

    package struct Objective: Sendable {
        package let number: String
        package let goal: String
        package let history: History
        /// The places of its outcomes in the plan's.
        package let outcomes: Range<Int>

        package var status: ProgressStatus? { history.last?.status }
    }

    package struct Activity: Sendable {
        package let objective: String
        /// Which of its objective's periods.
        package let position: Int
        /// As it is written.
        package let label: String
        package let phrase: DatePhrase?
    }

    package struct Outcome: Sendable {
        package let number: String
        package let objective: String
        package let goal: String
        /// As it is written.
        package let when: String?
        package let phrase: DatePhrase?
        /// From a `Due:` line.
        package let pinned: CalendarDate?
        package let history: History
        /// What a task box says.
        package let isDone: Bool?
        package let isOverdue: Bool
        /// Whether its last report, or its objective's, is too old; or there is none.
        package let isStale: Bool
        package let isReported: Bool

        /// What the newest report says, or the box.
        package var status: ProgressStatus? { history.last?.status ?? isDone.map { $0 ? .met : .inProgress } }
        /// The last day by which it can have been meant.
        package var due: CalendarDate? { pinned ?? (phrase?.recurrence != nil && phrase?.period == nil ? nil : phrase?.period?.end) }
        /// Whether a calendar may hold it.
        package var isDated: Bool { pinned != nil || phrase?.isExact == true }
    }

    /// Where an objective stands among the plan's; they are found by their numbers.
    package func place(of objective: String) -> Int? { placeOfObjective[objective] }

    /// An objective, and its outcomes by their numbers.
    package func places(of objective: String) -> (objective: Objective, outcomes: [String: Outcome])? {
        guard let place = placeOfObjective[objective] else { return nil }
        let found = objectives[place]
        return (found, Dictionary(outcomes[found.outcomes].map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    /// How many outcomes have each status; nil for those of which nobody has said anything.
    package var counts: [(status: ProgressStatus?, count: Int)] {
        (ProgressStatus.inOrder.map(Optional.init) + [nil]).map { status in
            (status, outcomes.count { $0.status == status })
        }.filter { $0.count > 0 }
    }

    package var overdue: [Outcome] { outcomes.filter(\.isOverdue).sorted(by: TrackedPlan.isEarlier) }
    /// What is still to come, the first to be due first.
    package var upcoming: [Outcome] {
        outcomes.filter { outcome in
            guard let due = outcome.due, outcome.status?.isFinal != true else { return false }
            return asOf.map { due >= $0 } ?? true
        }.sorted(by: TrackedPlan.isEarlier)
    }
    /// What the newest report, or the one before, was the first to say that it is met.
    package var recentlyMet: [Outcome] {
        outcomes.filter { outcome in
            guard outcome.status == .met, let first = outcome.history.entries.first(where: { $0.status == .met }) else { return false }
            return first.report >= reports.count - 2
        }
    }
    /// Those of which no report speaks, or none that is new enough.
    package var unreported: [Outcome] { outcomes.filter { $0.isStale && $0.status?.isFinal != true } }

    /// Whether it has too many objectives to be shown on one page, so that each has a page of its own.
    package var isLong: Bool { objectives.count > 40 }

    /// Whether an objective has something overdue.
    package func needsAttention(_ objective: String) -> Bool {
        places(of: objective)?.outcomes.values.contains(where: \.isOverdue) ?? false
    }

    /// Whether anybody has said how far anything of it is.
    package var isReported: Bool { !reports.isEmpty || outcomes.contains { $0.status != nil } }

    private static func isEarlier(_ one: Outcome, _ other: Outcome) -> Bool {
        switch (one.due, other.due) {
        case (let first?, let second?) where first != second: first < second
        case (_?, nil): true
        default: false
        }
    }
}
