import Foundation
import Markdown
import Publication

/// Finds the messages of a document: in its front matter, and in its block tree.
package struct MessageExtractor: Sendable {
    package init() {}

    package func messages(of document: Document) -> DocumentMessages {
        var walk = Walk(document: document)
        walk.addFields()
        walk.addBlocks()
        return DocumentMessages(document: document, messages: walk.messages)
    }

    /// A text in Unicode's form NFC; texts in Latin letters, as most are, are in it already.
    package static func normalized(_ text: String) -> String {
        var copy = text
        // Below 0xCC begin the bytes of scalars below U+0300.
        let isLatin = copy.withUTF8 { bytes in
            for byte in bytes where byte >= 0xCC { return false }
            return true
        }
        return isLatin || text.unicodeScalars.allSatisfy(isStable) ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Whether a scalar is in form NFC whatever stands around it; false also for some of which this is not known here.
    private static func isStable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x300 || (0x2010...0x2060).contains(scalar.value) || (0x3001...0x3029).contains(scalar.value)
            || (0x4E00...0x9FFF).contains(scalar.value)
    }
}

/// One walk through a document.
private struct Walk {
    typealias Index = MarkdownTree.Index

    let document: Document
    let tree: MarkdownTree
    private(set) var messages: [Message] = []
    /// Bytes of a heading's words that are its number: `Goal 1: `.
    private var labelLengths: [Index: Int] = [:]
    /// Headings whose words are the theme's in other languages: `Activities`.
    private var themeHeadings: Set<Index> = []
    /// Items of a plan whose lead and text are messages of their own, by their first paragraph.
    private var leads: [Index: (role: Message.Role, text: String?, item: Plan.LeadlessItem)] = [:]
    /// By their paragraphs.
    private let lines: [Index: LabelledLine]

    /// What comments say about the block behind them.
    private struct Remarks {
        var end = 0
        var context: String?
        var note: String?
        var isTranslatable = true
    }

    init(document: Document) {
        self.document = document
        tree = document.tree
        lines = document.lines.isEmpty ? [:] : Dictionary(uniqueKeysWithValues: document.lines.map { ($0.paragraph, $0) })
        switch document.meaning {
        case .plan(let plan): read(plan)
        case .survey(let survey):
            for question in survey.parts.flatMap(\.questions) { labelLengths[question.heading] = question.label.length }
        case .progress(let progress): themeHeadings.formUnion(progress.entries.map(\.heading))
        default: break
        }
    }

    private mutating func read(_ plan: Plan) {
        for goal in plan.goals {
            labelLengths[goal.heading] = goal.label.length
            for objective in goal.objectives {
                labelLengths[objective.heading] = objective.label.length
                themeHeadings.formUnion(objective.parts.lazy.filter(\.isKnown).map(\.heading))
                for duty in objective.responsibilities {
                    if let paragraph = duty.text.paragraph { leads[paragraph] = (.roles, duty.roles, duty.text) }
                }
                for outcome in objective.outcomes {
                    if let paragraph = outcome.text.paragraph { leads[paragraph] = (.due, outcome.when, outcome.text) }
                }
            }
        }
    }

    // MARK: Front matter

    mutating func addFields() {
        let front = document.frontMatter
        add(.title, document.title)
        add(.summary, front.summary)
        add(.notice, front.notice)
        add(.imageText, front.image?.text)
        add(.place, front.event?.place)
        add(.organization, front.plan.organization)
        add(.reportedBy, front.progress.reportedBy)
        add(.approvedBy, front.plan.approval?.by)
        for (number, way) in (front.feedback?.ways ?? []).enumerated() { add(.feedbackWay(number), way) }
        for tag in front.tags { add(.tag(tag), tag) }
    }

    private mutating func add(_ field: Message.Field, _ text: String?) {
        guard let text, text.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return }
        let folded = text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0.isNewline }).joined(separator: " ")
        let key = Message.Key(text: MessageExtractor.normalized(folded))
        messages.append(Message(
            key: key, place: .field(field), role: .field, labels: [], footnotes: [], isImageAlone: false, note: nil, isTranslatable: true,
            words: Walk.wordCount(folded), hash: TextHash.hash(of: key)))
    }

    // MARK: Blocks

    mutating func addBlocks() {
        guard let first = document.blocks.first ?? tree.footnotes.first?.definition else { return }
        messages.reserveCapacity(messages.count + tree.nodes[first...].count { $0.kind == .heading || $0.kind == .paragraph || $0.kind == .tableCell })
        var remarks: [Remarks] = []
        var pending = Remarks()
        var lists: [(end: Int, items: Int, next: Int)] = []
        var item: (end: Int, role: Message.Role)?
        var footnote: (end: Int, number: Int)?
        var row = 0
        for index in first..<tree.nodes.count {
            let node = tree.nodes[index]
            guard node.isBlock else { continue }
            let end = Int(node.end)
            while let last = remarks.last, last.end <= index { remarks.removeLast() }
            while let last = lists.last, last.end <= index { lists.removeLast() }
            if let last = item, last.end <= index { item = nil }
            if node.kind == .htmlBlock {
                read(tree.literal(index), into: &pending)
                continue
            }
            if pending.context != nil || pending.note != nil || !pending.isTranslatable {
                pending.end = end
                remarks.append(pending)
                pending = Remarks()
            }
            switch node.kind {
            case .list: lists.append((end, tree.children(of: index).reduce(0) { count, _ in count + 1 }, 0))
            case .item where !lists.isEmpty:
                lists[lists.count - 1].next += 1
                item = (end, .item(lists[lists.count - 1].next, of: lists[lists.count - 1].items))
            case .table: row = 0
            case .tableRow: row += 1
            case .footnoteDefinition: footnote = (end, node.footnoteNumber)
            case .heading where !themeHeadings.contains(index):
                add(tree.contents(of: index), dropping: labelLengths[index] ?? 0, at: index, .heading, remarks)
            case .tableCell:
                add(tree.contents(of: index), at: index, .cell(row: row, column: node.column + 1), remarks)
            case .paragraph:
                let role = footnote.map { $0.end > index ? Message.Role.footnote($0.number) : nil } ?? item?.role
                addParagraph(index, role ?? .paragraph, remarks)
            default: break
            }
        }
    }

    private mutating func addParagraph(_ index: Index, _ role: Message.Role, _ remarks: [Remarks]) {
        if let line = lines[index] {
            if line.label.isText { add(line.run, dropping: line.markLength, at: line.run.lowerBound, .line(line.label), remarks) }
            return
        }
        if let lead = leads[index] {
            if let node = lead.item.lead, let text = lead.text { add(text, at: node, lead.role, remarks) }
            if let start = lead.item.inlines.first, let last = lead.item.inlines.last {
                add(start..<Int(tree.nodes[last].end), dropping: lead.item.markLength, at: start, role, remarks)
            }
            return
        }
        let contents = tree.contents(of: index)
        if let image = contents.first, tree.nodes[image].kind == .image, Int(tree.nodes[image].end) == contents.upperBound {
            add(tree.contents(of: image), at: index, .alternativeText, remarks, image: image)
        } else if let offset = tree.captionOffset(of: index, words: PartNames.tableCaption) {
            add(contents, dropping: offset, at: index, .caption, remarks)
        } else {
            add(contents, at: index, role, remarks)
        }
    }

    private mutating func add(_ run: Range<Index>, dropping: Int = 0, at node: Index, _ role: Message.Role, _ remarks: [Remarks], image: Index? = nil) {
        let text = tree.inlineMarkdown(of: run, dropping: dropping)
        guard text.hasWords else { return }
        append(text.text, at: node, role, remarks, labels: image.map { [$0] } ?? text.labels, footnotes: text.footnotes, isImageAlone: image != nil)
    }

    private mutating func add(_ words: String, at node: Index, _ role: Message.Role, _ remarks: [Remarks]) {
        guard words.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return }
        append(words, at: node, role, remarks, labels: [], footnotes: [], isImageAlone: false)
    }

    private mutating func append(
        _ text: String, at node: Index, _ role: Message.Role, _ remarks: [Remarks], labels: [Index], footnotes: [Index], isImageAlone: Bool
    ) {
        let key = Message.Key(context: remarks.last { $0.context != nil }?.context, text: MessageExtractor.normalized(text))
        messages.append(Message(
            key: key, place: .node(node), role: role,
            labels: labels, footnotes: footnotes, isImageAlone: isImageAlone, note: remarks.last { $0.note != nil }?.note,
            isTranslatable: remarks.allSatisfy(\.isTranslatable), words: Walk.wordCount(text), hash: TextHash.hash(of: key)))
    }

    /// Words between white space; in scripts that use none, letters.
    private static func wordCount(_ text: String) -> Int {
        var count = 0
        var isInside = false
        for scalar in text.unicodeScalars {
            let isUnspaced = scalar.value >= 0x0E00
                && ((0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
                    || (0x0E00...0x0EFF).contains(scalar.value) || (0x1780...0x17FF).contains(scalar.value))
            if isUnspaced { count += 1 }
            let isSpace = scalar == " " || isUnspaced
            if !isSpace, !isInside { count += 1 }
            isInside = !isSpace
        }
        return max(1, count)
    }

    // MARK: Comments

    /// `<!-- context: verb -->`, `<!-- note: a person's name -->`, `<!-- no-translate -->`
    private func read(_ html: ArraySlice<UInt8>, into remarks: inout Remarks) {
        guard html.starts(with: "<!--".utf8) else { return }
        for comment in String(decoding: html, as: UTF8.self).split(separator: "<!--") {
            guard let end = comment.firstRange(of: "-->") else { continue }
            let words = comment[..<end.lowerBound].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if words.lowercased() == "no-translate" { remarks.isTranslatable = false }
            if words.hasPrefix("context:") { remarks.context = String(words.dropFirst(8).drop { $0 == " " }) }
            if words.hasPrefix("note:") { remarks.note = String(words.dropFirst(5).drop { $0 == " " }) }
        }
    }
}
