import Markdown

/// Finds what references name: numbers of plans, and titles of values and of a portrait's areas.
struct ReferenceIndex {
    private let publication: Publication
    private let documentOfAddress: [String: Int]
    private let plans: [Int: TrackedPlan]
    /// The plans that others are about: of the whole district, and in force.
    private let topPlans: [Int]
    private var titles: [String: [Anchor]] = [:]
    private(set) var problems: [Diagnostic] = []

    init(_ publication: Publication, _ documentOfAddress: [String: Int], plans: [TrackedPlan]) {
        self.publication = publication
        self.documentOfAddress = documentOfAddress
        self.plans = Dictionary(uniqueKeysWithValues: plans.map { ($0.document, $0) })
        let tops = plans.filter { $0.parent == nil }.map(\.document)
        let inForce = tops.filter { publication.documents[$0].frontMatter.plan.status != .archived }
        topPlans = inForce.isEmpty ? tops : inForce
        for (index, document) in publication.documents.enumerated() {
            let headings: [(MarkdownTree.Index, String)] = switch document.meaning {
            case .values(let values): values.values.map { ($0.heading, document.tree.plainText(of: $0.heading)) }
            case .portrait(let portrait): portrait.areas.map { ($0.heading, $0.title) }
            default: []
            }
            for (node, title) in headings {
                guard let id = document.heading(at: node)?.id else { continue }
                titles[PartNames.folded(title), default: []].append(Anchor(document: index, id: id))
            }
        }
    }

    mutating func alignments() -> [Alignment] {
        var alignments: [Alignment] = []
        var seen: Set<Alignment> = []
        for (index, document) in publication.documents.enumerated() {
            for reference in document.frontMatter.supports {
                let place = document.source.problem(.brokenReference, line: reference.line, length: 200, "", help: "")
                guard let to = target(Reference(reference.text), from: index, relation: .supports, at: place) else { continue }
                let alignment = Alignment(from: Anchor(document: index, id: nil), to: to, relation: .supports)
                if seen.insert(alignment).inserted { alignments.append(alignment) }
            }
            for alignment in answered(in: document, index) where seen.insert(alignment).inserted { alignments.append(alignment) }
            for line in document.lines where line.label.isReference {
                for to in targets(of: line, in: index) {
                    let alignment = Alignment(from: Anchor(document: index, id: line.anchor), to: to, relation: line.label)
                    if seen.insert(alignment).inserted { alignments.append(alignment) }
                }
            }
        }
        return alignments
    }

    /// What a survey's question stands for in a plan, or a value: what is done about its answers says that it serves it.
    private func answered(in document: Document, _ index: Int) -> [Alignment] {
        guard case .survey(let survey) = document.meaning else { return [] }
        return survey.actions.flatMap { action in
            action.links.flatMap { link -> [Alignment] in
                guard case .page(let address, let fragment?)? = publication.links[index][link], let other = documentOfAddress[address], other != index
                else { return [] }
                let kind = publication.documents[other].kind
                guard kind == .plan || kind == .values || kind == .portrait else { return [] }
                return action.questions.map {
                    Alignment(from: Anchor(document: index, id: $0), to: Anchor(document: other, id: Address.decoded(fragment)), relation: .supports)
                }
            }
        }
    }

    private mutating func targets(of line: LabelledLine, in index: Int) -> [Anchor] {
        let document = publication.documents[index], tree = document.tree
        var targets: [Anchor] = []
        var words = ""
        var node = line.run.lowerBound
        var isFirst = true
        while node < line.run.upperBound {
            if tree.nodes[node].kind == .link {
                if case .page(let address, let fragment)? = publication.links[index][node], let other = documentOfAddress[address] {
                    targets.append(Anchor(document: other, id: fragment.map(Address.decoded)))
                }
            } else {
                let text = tree.nodes[node].kind == .softBreak || tree.nodes[node].kind == .lineBreak ? " "
                    : tree.nodes[node].kind == .text ? String(decoding: tree.literal(node), as: UTF8.self) : tree.plainText(of: node)
                words += isFirst ? String(decoding: text.utf8.dropFirst(line.markLength), as: UTF8.self) : text
            }
            isFirst = false
            node = Int(tree.nodes[node].end)
        }
        let place = document.problem(.brokenReference, at: line, "", help: "")
        for part in words.split(whereSeparator: { ",;、，".contains($0) }) {
            let name = LabelledLine.trimmed(part)
            guard name.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
            if let to = target(Reference(name), from: index, relation: line.label, at: place) { targets.append(to) }
        }
        return targets
    }

    private mutating func target(_ reference: Reference, from index: Int, relation: LabelledLine.Label, at place: Diagnostic) -> Anchor? {
        guard let number = reference.number else { return titled(reference, at: place) }
        let candidates = plansMeant(in: index, relation)
        let having = candidates.filter { publication.documents[$0].anchors[number] == number }
        if having.count == 1 { return Anchor(document: having[0], id: number) }
        if having.count > 1 {
            report(.ambiguousReference, "‘\(reference.words)’ stands in \(having.count) plans", help: "Say which one, by a link: `[\(reference.words)](\(path(to: having[0], from: index))#\(number))`.", at: place)
            return nil
        }
        guard !candidates.isEmpty else {
            report(.brokenReference, "there is no plan that ‘\(reference.words)’ could be in", help: "Write the plan, or link to what is meant.", at: place)
            return nil
        }
        let numbers = candidates.flatMap { publication.documents[$0].numbers }
        let near = nearest(to: number, among: numbers).map { "The nearest is \($0)." } ?? "It has goals \(numbers.filter { !$0.contains(".") }.joined(separator: ", "))."
        report(.brokenReference, "content/\(publication.documents[candidates[0]].path) has no \(number)", help: "\(near) Write the number of something that is there.", at: place)
        return nil
    }

    private mutating func titled(_ reference: Reference, at place: Diagnostic) -> Anchor? {
        let found = titles[PartNames.folded(reference.words)] ?? []
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            let paths = found.map { "content/\(publication.documents[$0.document].path)" }.joined(separator: " and ")
            report(.ambiguousReference, "‘\(reference.words)’ stands in \(paths)", help: "Say which one, by a link to its heading.", at: place)
        } else {
            let near = nearest(to: PartNames.folded(reference.words), among: titles.keys.sorted()).map { "The nearest is ‘\($0)’. " } ?? ""
            report(.brokenReference, "nothing is called ‘\(reference.words)’", help: "\(near)Write a number, as in `Objective 1.2`, the title of a value or of a portrait's area, or a link.", at: place)
        }
        return nil
    }

    /// The plans that a number stands in, seen from a document.
    private func plansMeant(in index: Int, _ relation: LabelledLine.Label) -> [Int] {
        if let plan = plans[index] {
            if relation == .continues { return plan.former.map { [$0] } ?? [] }
            return [plan.parent ?? index]
        }
        if case .page(let address, _)? = publication.named[index][.plan], let plan = documentOfAddress[address] { return [plan] }
        return topPlans
    }

    private func path(to document: Int, from index: Int) -> String {
        let up = publication.documents[index].folder.split(separator: "/").count
        return String(repeating: "../", count: up) + publication.documents[document].path
    }

    private mutating func report(_ rule: Rule, _ message: String, help: String, at place: Diagnostic) {
        problems.append(place.with(rule, message: message, help: help))
    }
}
