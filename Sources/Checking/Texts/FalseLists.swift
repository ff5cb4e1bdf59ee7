import Markdown
import Publication

/// Lists that only look like one: lines that begin with a mark or a number of their own. A screen reader says of a list
/// how many items it has, and lets its reader leap over it.
struct FalseLists {
    let text: CheckedText

    /// How a line that wants to be an item begins.
    private enum Mark: Equatable {
        case bullet(Unicode.Scalar)
        case number(Int)
        /// From 1 for `a`.
        case letter(Int)

        func isFollowed(by next: Mark) -> Bool {
            switch (self, next) {
            case (.bullet(let one), .bullet(let other)): one == other
            case (.number(let one), .number(let other)), (.letter(let one), .letter(let other)): other == one + 1
            default: false
            }
        }

        /// Whether a list can begin with it.
        var isFirst: Bool {
            switch self {
            case .bullet: true
            case .number(let number), .letter(let number): number == 1
            }
        }
    }

    /// A line of a paragraph.
    private struct Line {
        let node: MarkdownTree.Index
        let block: MarkdownTree.Index
        let mark: Mark?
    }

    func problems() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var run: [Line] = []
        func close() {
            if run.count > 1, problems.count < CheckedText.most, !isQuotedLaw(run) {
                problems.append(text.problem(
                    .falseList, at: run[0].node, "\(run.count) lines look like a list and are none",
                    help: "Begin each line with `- ` or `1. `, with a blank line before the first: then everyone's program knows that it is a list."))
            }
            run = []
        }
        var end = 0
        for block in text.blocks where problems.count < CheckedText.most {
            guard block.kind == .paragraph else {
                close()
                continue
            }
            // A paragraph that does not follow the last one directly has something between them, or lies elsewhere.
            if block.node != end { close() }
            end = Int(text.tree.nodes[block.node].end)
            for line in lines(of: block.node) {
                guard let mark = line.mark else {
                    // Lines without a mark of their own go on with the item before, in the same paragraph only.
                    if line.block != run.last?.block { close() }
                    continue
                }
                if let last = run.last?.mark, !last.isFollowed(by: mark) { close() }
                if run.isEmpty, !mark.isFirst { continue }
                run.append(line)
            }
        }
        close()
        return problems
    }

    /// Whether lines have letters by which their text speaks of them too, as laws do: `except as paragraph (b) provides`.
    /// Markdown's lists have none, and without them the text would lose its sense.
    private func isQuotedLaw(_ run: [Line]) -> Bool {
        guard case .letter = run[0].mark else { return false }
        let tree = text.tree
        let letters = Set(run.map(\.block)).reduce(0) { count, block in
            tree.contents(of: block).reduce(count) { $0 + (tree.nodes[$1].kind == .text ? bracketedLetters(tree.literal($1)) : 0) }
        }
        return letters > run.count
    }

    /// How often a letter stands between parentheses.
    private func bracketedLetters(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.indices.dropLast(2).count { index in
            bytes[index] == UInt8(ascii: "(") && bytes[index + 2] == UInt8(ascii: ")") && (0x61...0x7A).contains(bytes[index + 1] | 0x20)
        }
    }

    private func lines(of paragraph: MarkdownTree.Index) -> [Line] {
        let tree = text.tree
        var lines: [Line] = []
        var begins = true
        for node in tree.contents(of: paragraph) {
            switch tree.nodes[node].kind {
            case .softBreak, .lineBreak: begins = true
            case .htmlInline: if tree.literal(node).starts(with: "<br".utf8) { begins = true }
            case .text where begins:
                begins = false
                lines.append(Line(node: node, block: paragraph, mark: FalseLists.mark(tree.literal(node))))
            case .strong, .emphasis, .link: break
            default:
                if begins { lines.append(Line(node: node, block: paragraph, mark: nil)) }
                begins = false
            }
        }
        return lines
    }

    private static func mark(_ literal: ArraySlice<UInt8>) -> Mark? {
        let scalars = Array(String(decoding: literal.prefix(12), as: UTF8.self).unicodeScalars)
        guard let first = scalars.first else { return nil }
        let second = scalars.count > 1 ? scalars[1] : " "
        let isSpaced = second.properties.isWhitespace
        switch first {
        case "•", "‣", "◦", "▪", "●", "○", "■", "□", "▸", "►", "➢", "✓", "✔", "·", "∙", "\u{F0B7}", "→": return .bullet(first)
        case "–", "—", "*", "+": return isSpaced ? .bullet(first) : nil
        // `-word`, where the space was forgotten.
        case "-": return isSpaced || second.properties.isAlphabetic ? .bullet(first) : nil
        default: break
        }
        let isOpen = first == "("
        let label = scalars.dropFirst(isOpen ? 1 : 0).prefix { $0.isASCII && $0.properties.isAlphabetic || (0x30...0x39).contains($0.value) }
        let rest = scalars.dropFirst(label.count + (isOpen ? 1 : 0))
        guard !label.isEmpty, let close = rest.first, close == ")" || !isOpen && close == ".", let next = rest.dropFirst().first else { return nil }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: label)
        // `1.5` and `i.e.` are no items.
        if let number = Int(String(word)), label.count < 3 {
            return next.properties.isWhitespace || next.properties.isAlphabetic ? .number(number) : nil
        }
        guard label.count == 1, let letter = label.first, next.properties.isWhitespace else { return nil }
        return .letter(Int(letter.value & 0xDF) - 0x40)
    }
}
