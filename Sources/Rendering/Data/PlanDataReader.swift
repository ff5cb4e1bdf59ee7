import Markdown
import Publication
import Translation

extension Renderer {
    /// A plan as data, in the edition's language.
    func planData(_ plan: TrackedPlan) -> PlanData { planData(plan, DataIndex(self)) }

    func planData(_ plan: TrackedPlan, _ index: DataIndex) -> PlanData { PlanDataReader(self, plan, index).data() }

    /// A status of progress in the edition's words.
    func dataState(_ status: ProgressStatus) -> PlanData.State {
        .init(status.rawValue, edition.data(Renderer.key(of: status), or: status.rawValue))
    }
}

/// Puts together what a plan's document says and what is tracked of it.
private struct PlanDataReader {
    private let renderer: Renderer
    private let tracked: TrackedPlan
    private let index: DataIndex
    private let edition: Edition
    private let document: Document
    private let plan: Plan?
    private let plain: PlainText
    private let outcomes: [String: TrackedPlan.Outcome]
    private let objectives: [String: TrackedPlan.Objective]
    private let activities: [ActivityPlace: TrackedPlan.Activity]
    /// What each report says of a number.
    private let reports: [[String: [DataText]]]

    private struct ActivityPlace: Hashable {
        let objective: String
        let position: Int
    }

    init(_ renderer: Renderer, _ tracked: TrackedPlan, _ index: DataIndex) {
        self.renderer = renderer
        self.tracked = tracked
        self.index = index
        edition = renderer.edition
        document = renderer.publication.documents[tracked.document]
        plan = if case .plan(let plan) = document.meaning { plan } else { nil }
        plain = PlainText(renderer, document: tracked.document)
        outcomes = Dictionary(tracked.outcomes.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        objectives = Dictionary(tracked.objectives.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        activities = Dictionary(
            tracked.activities.map { (ActivityPlace(objective: $0.objective, position: $0.position), $0) }, uniquingKeysWith: { first, _ in first })
        reports = tracked.reports.map { report in
            let plain = PlainText(renderer, document: report.document)
            guard case .progress(let progress) = plain.document.meaning else { return [:] }
            return Dictionary(progress.entries.map { ($0.number, plain.texts(of: $0.blocks)) }, uniquingKeysWith: { first, _ in first })
        }
    }

    func data() -> PlanData {
        let front = document.frontMatter, number = tracked.document, publication = renderer.publication
        let before = plan?.before ?? [], after = plan?.after ?? []
        return PlanData(
            schema: publication.settings.address + PlanSchema.path, language: edition.language.code, sourceLanguage: edition.source.code,
            url: renderer.dataURL(of: number), title: renderer.dataTitle(of: number),
            summary: field(.summary, front.summary), notice: field(.notice, front.notice),
            organization: field(.organization, front.plan.organization)
                ?? publication.settings.organization.name.map { edition.data(edition.phrase($0)) },
            period: front.plan.period.map { .init(start: $0.start, end: $0.end) },
            status: front.plan.status.map { .init($0.rawValue, edition.data("status" + $0.rawValue.capitalized, or: $0.rawValue.capitalized)) },
            approved: front.plan.approval.map { .init(by: field(.approvedBy, $0.by), on: $0.on, minutes: url(of: tracked.minutes)) },
            updated: document.lastChange, asOf: tracked.asOf, parent: link(tracked.parent), children: tracked.children.compactMap(link),
            replaces: link(tracked.former), replacedBy: link(tracked.successor), adoptedText: link(tracked.adoptedText), feedback: feedback(),
            introduction: plain.texts(of: plan?.introduction ?? []), before: before.map { section($0, kind: kind(of: $0)) },
            goals: (plan?.goals ?? []).map(goal), after: after.map { section($0) }, footnotes: plain.footnotes, questions: questions(),
            alignments: ([nil] + (before + after).map { id(of: $0.heading) }).flatMap { index.alignments(from: Anchor(document: number, id: $0)) },
            supportedBy: index.alignments(to: Anchor(document: number, id: nil)),
            reports: tracked.reports.map { report in
                let by = publication.documents[report.document].frontMatter.progress.reportedBy
                return .init(
                    asOf: report.asOf, title: renderer.dataTitle(of: report.document),
                    reportedBy: edition.phrase(.reportedBy, by, of: report.document).map(edition.data), url: renderer.dataURL(of: report.document))
            })
    }

    // MARK: Goals

    private func goal(_ goal: Plan.Goal) -> PlanData.Goal {
        .init(
            id: goal.number, label: label(goal.label, "goalLabel", goal.number), url: url(goal.number),
            title: plain.text(at: goal.heading, dropping: goal.label.length), text: plain.texts(of: goal.blocks),
            objectives: goal.objectives.map(objective), alignments: alignments(from: goal.number), supportedBy: alignments(to: goal.number))
    }

    private func objective(_ objective: Plan.Objective) -> PlanData.Objective {
        var activities: [PlanData.Activity] = [], duties: [Plan.Duty] = [], results: [PlanData.Outcome] = [], notes: [PlanData.Section] = []
        var period = 0
        for part in objective.parts {
            switch part.content {
            case .activities(let groups):
                if !part.before.isEmpty { activities.append(activity(nil, nil, part.before)) }
                for group in groups {
                    let tracked = self.activities[ActivityPlace(objective: objective.number, position: period)]
                    activities.append(activity(group.heading, tracked?.phrase, group.blocks))
                    period += 1
                }
            case .responsibility(let own): duties += own
            case .outcomes(let own): results += own.map(outcome)
            case .prose: break
            }
            let isActivities = if case .activities = part.content { true } else { false }
            let text = plain.texts(of: (isActivities ? [] : part.before) + part.after)
            if !text.isEmpty { notes.append(.init(id: id(of: part.heading), kind: nil, title: title(of: part), text: text)) }
        }
        let history = objectives[objective.number]?.history
        // A line below a part's heading is about the objective, too.
        let anchors = [objective.number] + objective.parts.compactMap { id(of: $0.heading) }
        return .init(
            id: objective.number, label: label(objective.label, "objectiveLabel", objective.number), url: url(objective.number),
            title: plain.text(at: objective.heading, dropping: objective.label.length), text: plain.texts(of: objective.blocks),
            activities: activities, responsibilities: duties.enumerated().map { responsibility($1, at: $0, of: objective.number) },
            outcomes: results, notes: notes, status: history?.last.map { renderer.dataState($0.status) },
            asOf: history?.last.map { tracked.reports[$0.report].asOf }, history: entries(history, of: objective.number),
            alignments: anchors.flatMap(alignments(from:)), supportedBy: anchors.flatMap(alignments(to:)))
    }

    private func activity(_ heading: MarkdownTree.Index?, _ phrase: DatePhrase?, _ blocks: [MarkdownTree.Index]) -> PlanData.Activity {
        .init(
            label: heading.map { plain.text(at: $0) }, start: phrase?.period?.start, end: phrase?.period?.end, precision: phrase?.precision,
            ongoing: phrase?.isOngoing ?? false, recurring: phrase?.isRecurring ?? false, text: plain.texts(of: blocks))
    }

    private func responsibility(_ duty: Plan.Duty, at position: Int, of objective: String) -> PlanData.Responsibility {
        let roles = index.roles(
            of: duty, at: DutyPlace(plan: tracked.document, objective: objective, position: position), plain.lead(of: duty.text, duty.roles))
        return .init(roles: roles, joint: roles.count > 1, text: plain.texts(of: duty.text))
    }

    private func outcome(_ outcome: Plan.Outcome) -> PlanData.Outcome {
        let tracked = outcomes[outcome.number], phrase = tracked?.phrase, isPinned = tracked?.pinned != nil
        return .init(
            id: outcome.number, url: url(outcome.number), text: plain.texts(of: outcome.text),
            when: outcome.when.map { plain.lead(of: outcome.text, $0) }, due: tracked?.due,
            precision: isPinned ? .day : phrase?.precision, doubt: isPinned ? nil : phrase?.doubt, pinned: isPinned, exact: tracked?.isDated ?? false,
            target: measure(outcome.line(.target)), baseline: measure(outcome.line(.baseline)),
            status: tracked?.status.map { renderer.dataState($0) }, asOf: tracked?.history.last.map { self.tracked.reports[$0.report].asOf },
            overdue: tracked?.isOverdue ?? false, history: entries(tracked?.history, of: outcome.number),
            alignments: alignments(from: outcome.number), supportedBy: alignments(to: outcome.number))
    }

    private func measure(_ line: LabelledLine?) -> PlanData.Measure? {
        line.map { .init(plain.text(of: $0), number: PlanDataReader.number(in: $0.text)) }
    }

    /// `3 of 6 areas` → 3; nil where the words do not begin with a plain number.
    private static func number(in words: String) -> Double? {
        let number = words.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let next = words.dropFirst(number.count).first ?? " "
        return next.isWhitespace || next == "%" ? Double(number) : nil
    }

    private func entries(_ history: TrackedPlan.History?, of number: String) -> [PlanData.Entry] {
        (history?.entries ?? []).map { entry in
            let report = tracked.reports[entry.report]
            return .init(
                asOf: report.asOf, status: renderer.dataState(entry.status), text: reports[entry.report][number] ?? [],
                report: renderer.dataURL(of: report.document, number))
        }
    }

    // MARK: Around the goals

    private func section(_ section: Plan.Prose, kind: PlanData.Section.Kind? = nil) -> PlanData.Section {
        .init(id: id(of: section.heading), kind: kind, title: plain.text(at: section.heading), text: plain.texts(of: section.blocks))
    }

    /// What a section's own heading says that it is, in a language that plans are read in: `Mission`, `Our vision`.
    private func kind(of section: Plan.Prose) -> PlanData.Section.Kind? {
        let words = document.tree.plainText(of: section.heading).lowercased().split(whereSeparator: \.isWhitespace)
        guard words.count <= 3 else { return nil }
        if words.contains(where: { ["mission", "misión", "missão"].contains($0) }) { return .mission }
        return words.contains { ["vision", "visión", "visão"].contains($0) } ? .vision : nil
    }

    private func feedback() -> PlanData.Feedback? {
        guard let feedback = document.frontMatter.feedback else { return nil }
        return .init(
            until: feedback.until, open: index.round(on: tracked.document)?.isOpen ?? false,
            ways: feedback.ways.enumerated().compactMap { field(.feedbackWay($0), $1) })
    }

    private func questions() -> [PlanData.Question] {
        guard let plan else { return [] }
        var places: [(node: MarkdownTree.Index, id: String?)] = (plan.before + plan.after).map { ($0.heading, id(of: $0.heading)) }
        for goal in plan.goals { places += [(goal.heading, goal.number)] + goal.objectives.map { ($0.heading, $0.number) } }
        places.sort { $0.node < $1.node }
        var next = 0
        return document.lines.filter { $0.label == .question }.map { line in
            while next < places.count, places[next].node < line.paragraph { next += 1 }
            let isOfOutcome = line.anchor.map { outcomes[$0] != nil } ?? false
            let about = isOfOutcome ? line.anchor : next > 0 ? places[next - 1].id : nil
            return .init(about: about, text: plain.text(of: line), url: url(about))
        }
    }

    /// As on the page: as it is written in the source language, the theme's word for it in others.
    private func title(of part: Plan.Part) -> DataText {
        let key: String? = switch part.content {
        case .activities: "partActivities"
        case .responsibility: "partResponsibility"
        case .outcomes: "partOutcomes"
        case .prose: nil
        }
        let written = plain.text(at: part.heading)
        return plain.isOwn ? written : key.map { edition.data($0, or: written.text) } ?? written
    }

    // MARK: -

    private func field(_ field: Message.Field, _ text: String?) -> DataText? {
        edition.phrase(field, text, of: tracked.document).map(edition.data)
    }

    private func label(_ label: Plan.HeadingLabel, _ key: String, _ number: String) -> String {
        // A heading without a number is given one.
        plain.isOwn && label.text.contains(number) ? label.text : edition.texts(key, ["number": .text(number)]).plain
    }

    private func id(of heading: MarkdownTree.Index) -> String? { document.heading(at: heading)?.id }

    private func link(_ document: Int?) -> PlanData.Link? {
        document.map { .init(title: renderer.dataTitle(of: $0), url: renderer.dataURL(of: $0)) }
    }

    private func url(_ id: String?) -> String { renderer.dataURL(of: tracked.document, id) }

    private func url(of target: LinkTarget?) -> String? {
        let address = renderer.publication.settings.address
        return switch target {
        case .page(let page, let fragment): address + edition.prefix + page + (fragment.map { "#" + $0 } ?? "")
        case .file(let path, let fragment): address + path + (fragment.map { "#" + $0 } ?? "")
        default: nil
        }
    }

    private func alignments(from id: String) -> [PlanData.Alignment] { index.alignments(from: Anchor(document: tracked.document, id: id)) }
    private func alignments(to id: String) -> [PlanData.Alignment] { index.alignments(to: Anchor(document: tracked.document, id: id)) }
}
