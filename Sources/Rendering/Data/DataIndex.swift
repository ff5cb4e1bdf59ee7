import Markdown
import Publication

/// What the data of all plans of an edition is looked up in: made once, so that no plan searches through the others.
struct DataIndex: Sendable {
    private let renderer: Renderer
    private let roleNames: [DataText]
    /// By document; of those that serve something or are served.
    private let headings: [Int: [String: MarkdownTree.Index]]
    private let rounds: [Int: FeedbackRound]

    init(_ renderer: Renderer) {
        self.renderer = renderer
        let tracking = renderer.tracking
        roleNames = tracking.roles.map { renderer.edition.data(renderer.title(of: $0)) }
        var headings: [Int: [String: MarkdownTree.Index]] = [:]
        for alignment in tracking.alignments.all {
            for index in [alignment.from.document, alignment.to.document] where headings[index] == nil {
                let nodes = renderer.publication.documents[index].headings.map { ($0.id, $0.node) }
                headings[index] = Dictionary(nodes, uniquingKeysWith: { first, _ in first })
            }
        }
        self.headings = headings
        rounds = Dictionary(uniqueKeysWithValues: tracking.feedback.map { ($0.document, $0) })
    }

    /// The round of feedback on a document.
    func round(on document: Int) -> FeedbackRound? { rounds[document] }

    // MARK: Roles

    /// The roles of a duty, in the order in which they are written.
    func roles(of duty: Plan.Duty, at place: DutyPlace, _ words: DataText) -> [PlanData.Role] {
        var numbers = renderer.tracking.roles(of: place)
        // The text that was agreed to has no duties in the tracking; its roles are known all the same.
        if numbers.isEmpty { numbers = named(duty.roles) }
        guard !numbers.isEmpty else { return [.init(id: nil, name: words)] }
        return numbers.map { .init(id: renderer.tracking.roles[$0].slug, name: roleNames[$0]) }
    }

    private func named(_ words: String) -> [Int] {
        if let one = renderer.tracking.role(named: words) { return [one] }
        let parts = words.split(separator: ",").map { $0.drop { $0 == " " } }
        let numbers = parts.compactMap { renderer.tracking.role(named: String($0)) }
        return numbers.count == parts.count ? numbers : []
    }

    // MARK: Alignments

    func alignments(from anchor: Anchor) -> [PlanData.Alignment] {
        renderer.tracking.alignments.from(anchor).map { end($0.to, $0.relation) }
    }

    func alignments(to anchor: Anchor) -> [PlanData.Alignment] {
        renderer.tracking.alignments.to(anchor).map { end($0.from, $0.relation) }
    }

    private func end(_ anchor: Anchor, _ relation: LabelledLine.Label) -> PlanData.Alignment {
        let document = renderer.publication.documents[anchor.document]
        return .init(
            relation: relation.rawValue, kind: document.kind, document: renderer.dataTitle(of: anchor.document), id: anchor.id,
            title: title(of: anchor), url: renderer.dataURL(of: anchor.document, anchor.id))
    }

    private func title(of anchor: Anchor) -> DataText? {
        guard let id = anchor.id else { return nil }
        let plain = PlainText(renderer, document: anchor.document)
        if let index = renderer.planIndices[anchor.document], let part = index[id] {
            switch part {
            case .goal(let goal):
                let goal = index.plan.goals[goal]
                return plain.text(at: goal.heading, dropping: goal.label.length)
            case .objective(let goal, let objective):
                let objective = index.plan.goals[goal].objectives[objective]
                return plain.text(at: objective.heading, dropping: objective.label.length)
            case .outcome(let goal, let objective, let outcome, _):
                return plain.texts(of: index.plan.goals[goal].objectives[objective].outcomes[outcome].text).first
            }
        }
        return headings[anchor.document]?[id].map { plain.text(at: $0) }
    }
}

extension Renderer {
    func dataTitle(of document: Int) -> DataText { edition.data(edition.title(of: publication.documents[document], document)) }

    /// A document's page, or where a part of it is shown, as an absolute address.
    func dataURL(of document: Int, _ id: String? = nil) -> String {
        href(Anchor(document: document, id: id), root: publication.settings.address)
    }
}
