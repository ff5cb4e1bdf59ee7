import Markdown

/// Joins every plan with its reports, its parent and the plan before it.
struct PlanTracker {
    private let publication: Publication
    private let documentOfAddress: [String: Int]
    private(set) var problems: [Diagnostic] = []

    init(_ publication: Publication, _ documentOfAddress: [String: Int]) {
        self.publication = publication
        self.documentOfAddress = documentOfAddress
    }

    mutating func plans() -> [TrackedPlan] {
        let reports = self.reports()
        var plans: [TrackedPlan] = []
        for (index, document) in publication.documents.enumerated() {
            guard case .plan(let plan) = document.meaning else { continue }
            plans.append(tracked(plan, of: index, reports: reports[index] ?? []))
        }
        let place = Dictionary(uniqueKeysWithValues: plans.enumerated().map { ($1.document, $0) })
        for plan in plans {
            if let parent = plan.parent { plans[place[parent]!].children.append(plan.document) }
            if let former = plan.former { plans[place[former]!].successor = plan.document }
        }
        for index in plans.indices {
            plans[index].children.sort { publication.documents[$0].title < publication.documents[$1].title }
        }
        refuseCircles(plans, place)
        return plans
    }

    /// Reports by the plan that they are on, the oldest first.
    private mutating func reports() -> [Int: [TrackedPlan.Report]] {
        var reports: [Int: [TrackedPlan.Report]] = [:]
        for (index, document) in publication.documents.enumerated() {
            guard case .progress(let progress) = document.meaning, let asOf = document.frontMatter.progress.asOf,
                let plan = plan(.plan, of: index)
            else { continue }
            let anchors = publication.documents[plan].anchors
            var entries: [String: ProgressStatus] = [:]
            for entry in progress.entries {
                if anchors[entry.number] == entry.number {
                    entries[entry.number] = entry.status
                } else {
                    let near = nearest(to: entry.number, among: publication.documents[plan].numbers).map { " The nearest is \($0)." } ?? ""
                    problems.append(document.problem(
                        .brokenReference, at: entry.heading, "content/\(publication.documents[plan].path) has no \(entry.number)",
                        help: "Write the number of an outcome or objective of that plan.\(near)"))
                }
            }
            reports[plan, default: []].append(.init(document: index, asOf: asOf, entries: entries))
        }
        return reports.mapValues { $0.sorted { ($0.asOf, publication.documents[$0.document].path) < ($1.asOf, publication.documents[$1.document].path) } }
    }

    private mutating func tracked(_ plan: Plan, of index: Int, reports: [TrackedPlan.Report]) -> TrackedPlan {
        let calendar = publication.settings.calendar
        let front = publication.documents[index].frontMatter
        let asOf = (reports.map(\.asOf) + [front.plan.asOf].compactMap { $0 }).max()
        func history(_ number: String) -> TrackedPlan.History {
            .init(entries: reports.enumerated().compactMap { report, value in value.entries[number].map { .init(report: report, status: $0) } })
        }
        func isStale(_ report: Int?) -> Bool {
            guard let asOf else { return true }
            return report.map { asOf.daysSince1970 - reports[$0].asOf.daysSince1970 > publication.settings.staleAfter } ?? true
        }
        var objectives: [TrackedPlan.Objective] = [], outcomes: [TrackedPlan.Outcome] = [], activities: [TrackedPlan.Activity] = []
        for goal in plan.goals {
            for objective in goal.objectives {
                let start = outcomes.count
                let own = history(objective.number)
                for outcome in objective.outcomes {
                    let phrase = outcome.when.flatMap { DatePhrase($0, calendar: calendar) }
                    let history = history(outcome.number)
                    let last = [history.last?.report, own.last?.report].compactMap { $0 }.max()
                    let status = history.last?.status ?? outcome.isDone.map { $0 ? .met : .inProgress }
                    let due = outcome.pinned ?? phrase?.period?.end
                    let isPast = due.map { due in asOf.map { due < $0 } ?? false } ?? false
                    outcomes.append(.init(
                        number: outcome.number, objective: objective.number, goal: goal.number, when: outcome.when, phrase: phrase,
                        pinned: outcome.pinned, history: history, isDone: outcome.isDone,
                        isOverdue: isPast && status?.isFinal != true && status != .ongoing, isStale: isStale(last), isReported: last != nil))
                }
                objectives.append(.init(number: objective.number, goal: goal.number, history: own, outcomes: start..<outcomes.count))
                for part in objective.parts {
                    guard case .activities(let groups) = part.content else { continue }
                    for (position, group) in groups.enumerated() {
                        let label = publication.documents[index].tree.plainText(of: group.heading)
                        activities.append(.init(
                            objective: objective.number, position: position, label: label, phrase: DatePhrase(label, calendar: calendar)))
                    }
                }
            }
        }
        return TrackedPlan(
            document: index, parent: self.plan(.parent, of: index), former: self.plan(.replaces, of: index),
            minutes: publication.named[index][.minutes], adoptedText: self.plan(.text, of: index), reports: reports, asOf: asOf,
            objectives: objectives, outcomes: outcomes, activities: activities,
            placeOfObjective: Dictionary(objectives.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    /// The plan that a key of a document's front matter names; another kind of document is a problem.
    private mutating func plan(_ key: FrontMatter.DocumentLink.Key, of index: Int) -> Int? {
        guard let target = publication.named[index][key], let link = publication.documents[index].frontMatter.links.first(where: { $0.key == key })
        else { return nil }
        if case .page(let address, _) = target, let document = documentOfAddress[address], publication.documents[document].kind == .plan, document != index {
            return document
        }
        if case .none = target { return nil }
        problems.append(publication.documents[index].source.problem(
            .brokenReference, line: link.line, length: 200, "‘\(link.written)’ is no other plan",
            help: "Write the path of a document of kind plan, seen from this one: `\(key.rawValue): ../district-plan.md`."))
        return nil
    }

    /// A plan that follows itself, by however many others, follows nothing.
    private mutating func refuseCircles(_ plans: [TrackedPlan], _ place: [Int: Int]) {
        for key in [FrontMatter.DocumentLink.Key.parent, .replaces] {
            for plan in plans {
                var next = key == .parent ? plan.parent : plan.former
                var steps = 0
                while let other = next, other != plan.document, steps <= plans.count {
                    next = key == .parent ? plans[place[other]!].parent : plans[place[other]!].former
                    steps += 1
                }
                guard next == plan.document, let link = publication.documents[plan.document].frontMatter.links.first(where: { $0.key == key }) else { continue }
                problems.append(publication.documents[plan.document].source.problem(
                    .brokenReference, line: link.line, length: 200, "this plan comes before itself: ‘\(key.rawValue)’ leads back to it in the end",
                    help: "Take ‘\(key.rawValue)’ out of one of these plans."))
            }
        }
    }
}

extension Publication {
    /// Documents by their percent-encoded addresses.
    package var documentOfAddress: [String: Int] {
        Dictionary(documents.enumerated().map { (Address.encoded($1.address), $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Document {
    /// The numbers of a plan's goals, objectives and outcomes.
    var numbers: [String] {
        guard case .plan(let plan) = meaning else { return [] }
        return plan.goals.flatMap { goal in [goal.number] + goal.objectives.flatMap { [$0.number] + $0.outcomes.map(\.number) } }
    }

    package func problem(_ rule: Rule, at node: MarkdownTree.Index, _ message: String, help: String) -> Diagnostic {
        let position = tree.nodes[node].position
        let length = position.endLine == position.line ? Int(position.endColumn - position.column) + 1 : 200
        return source.problem(rule, line: Int(position.line), column: Int(position.column), length: max(1, length), message, help: help)
    }

    func problem(_ rule: Rule, at line: LabelledLine, _ message: String, help: String) -> Diagnostic {
        problem(rule, at: line.paragraph, message, help: help)
    }
}
