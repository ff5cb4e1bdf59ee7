import Markdown

/// What a line that begins with a known word and a colon says: `Supports: Objective 1.2`, `Due: 2023-12-31`.
package struct LabelledLine: Sendable {
    package typealias Index = MarkdownTree.Index

    package let label: Label
    package let paragraph: Index
    /// The list item that holds nothing else; nil where the paragraph is no item.
    package let item: Index?
    /// The inline nodes behind the label, and the bytes of their text that still belong to it.
    package let run: Range<Index>
    package let markLength: Int
    /// What the line says, without markup.
    package let text: String
    /// The id of the heading or outcome that it stands below.
    package internal(set) var anchor: String?

    package enum Label: String, Sendable, CaseIterable {
        /// References to what this serves, goes with, is made, assessed or measured by, or goes on with.
        case supports, alignsWith, builtBy, assessedBy, measuredBy, continues
        /// Of an outcome.
        case due, target, baseline
        /// What a person has to settle.
        case question
        /// Of a role.
        case alsoCalled, includes, contact
        /// Of a duty to publish.
        case audience, frequency, owner, languages, published
        /// Of a survey's question.
        case scale, chart

        /// Whether the line names things that stand elsewhere.
        package var isReference: Bool {
            switch self {
            case .supports, .alignsWith, .builtBy, .assessedBy, .measuredBy, .continues: true
            default: false
            }
        }

        /// Whether its words are the author's own; those of the others are names, dates and links.
        package var isText: Bool {
            switch self {
            case .target, .baseline, .question, .alsoCalled, .contact, .audience, .frequency: true
            default: false
            }
        }
    }
}

extension MarkdownTree {
    /// - Parameter labels: those that have a meaning where the paragraph stands.
    func labelledLine(_ paragraph: Index, item: Index?, labels: Set<LabelledLine.Label>) -> LabelledLine? {
        guard nodes[paragraph].kind == .paragraph else { return nil }
        let contents = contents(of: paragraph)
        guard let first = contents.first else { return nil }
        let isStrong = nodes[first].kind == .strong
        guard isStrong || nodes[first].kind == .text else { return nil }
        var start = first
        let lead = isStrong ? plainText(of: first) : String(decoding: literal(first), as: UTF8.self)
        if isStrong { start = Int(nodes[first].end) }
        let next = isStrong && start < contents.upperBound && nodes[start].kind == .text ? String(decoding: literal(start), as: UTF8.self) : ""
        // `**Due:** …` as well as `**Due**: …`
        let text = isStrong ? lead + (LabelledLine.colon(in: lead) == nil ? next : "") : lead
        guard let colon = LabelledLine.colon(in: text), text.distance(from: text.startIndex, to: colon) <= 40,
            let label = PartNames.label(text[..<colon]), labels.contains(label)
        else { return nil }
        var length = isStrong ? (LabelledLine.colon(in: lead) == nil ? 1 : 0) : text[...colon].utf8.count
        let rest = isStrong ? Substring(next).dropFirst(length) : text[text.index(after: colon)...]
        let spaces = rest.prefix { $0 == " " || $0 == "\u{A0}" }
        length += spaces.utf8.count
        if isStrong, length > 0, next.utf8.count < length { length = next.utf8.count }
        let words = plainText(of: paragraph)
        let said = LabelledLine.colon(in: words).map { String(words[words.index(after: $0)...]) } ?? ""
        return LabelledLine(
            label: label, paragraph: paragraph, item: item, run: start..<contents.upperBound, markLength: length,
            text: LabelledLine.trimmed(said), anchor: nil)
    }
}

extension LabelledLine {
    fileprivate static func colon(in text: String) -> String.Index? { text.firstIndex { $0 == ":" || $0 == "：" } }

    static func trimmed(_ text: some StringProtocol) -> String {
        let isSpace = { (character: Character) in character == " " || character == "\u{A0}" || character == "\u{202F}" || character.isNewline }
        var text = Substring(text)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return String(text.drop(while: isSpace))
    }

    /// What stands between commas and semicolons, each with its place in the text.
    package var parts: [String] {
        text.split { $0 == "," || $0 == ";" || $0 == "、" || $0 == "，" }.map { LabelledLine.trimmed($0) }.filter { !$0.isEmpty }
    }
}
