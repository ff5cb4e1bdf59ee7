import Markdown

/// The labelled lines of a document.
struct LabelledLines: Sendable {
    typealias Index = MarkdownTree.Index

    /// In the order of the text.
    private(set) var all: [LabelledLine] = []
    /// The paragraphs, items and lists that hold nothing else.
    private(set) var leftOut: Set<Index> = []
    private let tree: MarkdownTree
    private let kind: Document.Kind

    init(_ tree: MarkdownTree, kind: Document.Kind) {
        self.tree = tree
        self.kind = kind
        for block in tree.children(of: 0) {
            if tree.nodes[block].kind == .list {
                read(list: block, depth: 1)
            } else if add(block, item: nil, depth: 0) {
                leftOut.insert(block)
            }
        }
    }

    var byParagraph: [Index: LabelledLine] { Dictionary(uniqueKeysWithValues: all.map { ($0.paragraph, $0) }) }

    /// Those below a heading.
    func below(_ section: Plan.Prose) -> [LabelledLine] {
        guard let last = section.blocks.last else { return [] }
        return all.filter { $0.paragraph > section.heading && $0.paragraph < tree.nodes[last].end }
    }

    /// Gives every line the id of what it stands below.
    mutating func place(below headings: [Document.Heading], _ meaning: Document.Meaning) {
        guard !all.isEmpty else { return }
        var outcomes: [(end: Int, item: Index, number: String)] = []
        if case .plan(let plan) = meaning {
            outcomes = plan.goals.flatMap(\.objectives).flatMap(\.outcomes).map { (Int(tree.nodes[$0.item].end), $0.item, $0.number) }
        }
        var heading = -1, outcome = 0
        for index in all.indices {
            let paragraph = all[index].paragraph
            while heading + 1 < headings.count, headings[heading + 1].node < paragraph { heading += 1 }
            while outcome < outcomes.count, outcomes[outcome].end <= paragraph { outcome += 1 }
            let isInOutcome = outcome < outcomes.count && outcomes[outcome].item < paragraph
            all[index].anchor = isInOutcome ? outcomes[outcome].number : heading >= 0 ? headings[heading].id : nil
        }
    }

    // MARK: Reading

    private mutating func read(list: Index, depth: Int) {
        var isAll = true
        for item in tree.children(of: list) {
            let blocks = Array(tree.children(of: item))
            if blocks.count == 1, add(blocks[0], item: item, depth: depth) {
                leftOut.insert(item)
            } else {
                isAll = false
                for block in blocks where tree.nodes[block].kind == .list { read(list: block, depth: depth + 1) }
            }
        }
        if isAll { leftOut.insert(list) }
    }

    private mutating func add(_ paragraph: Index, item: Index?, depth: Int) -> Bool {
        guard mayBeLabelled(paragraph), let line = tree.labelledLine(paragraph, item: item, labels: labels(depth: depth)),
            !line.label.isReference || isTaken(line)
        else { return false }
        all.append(line)
        return true
    }

    /// A cheap look ahead: a colon among the first bytes, behind letters.
    private func mayBeLabelled(_ paragraph: Index) -> Bool {
        guard tree.nodes[paragraph].kind == .paragraph, let first = tree.contents(of: paragraph).first else { return false }
        if tree.nodes[first].kind == .strong { return true }
        guard tree.nodes[first].kind == .text else { return false }
        return tree.literal(first).prefix(60).contains { $0 == UInt8(ascii: ":") || $0 == 0xEF }
    }

    private func labels(depth: Int) -> Set<LabelledLine.Label> {
        let references: Set<LabelledLine.Label> = [.supports, .alignsWith, .builtBy, .assessedBy, .measuredBy, .continues]
        switch kind {
        case .plan: return references.union(depth >= 2 ? [.question, .due, .target, .baseline] : [.question])
        case .values, .portrait, .progress: return references.union([.question])
        case .glossary: return [.question, .alsoCalled]
        case .roles: return depth > 0 ? references.union([.question, .alsoCalled, .includes, .contact]) : [.question]
        case .duties: return depth > 0 ? references.union([.question, .audience, .frequency, .owner, .languages, .published]) : [.question]
        case .survey: return references.union([.scale, .chart])
        case .page, .update, .event: return references
        }
    }

    /// Where documents are mostly prose, only what is a reference beyond doubt is taken for one.
    private func isTaken(_ line: LabelledLine) -> Bool {
        switch kind {
        case .page, .survey, .update, .event, .progress:
            line.parts.allSatisfy { Reference.isNumbered($0) } || tree.nodes[line.run.lowerBound..<line.run.upperBound].contains { $0.kind == .link }
        default: true
        }
    }
}
