import Foundation
import Markdown
import Publication

/// Paragraphs in bold, and slanted questions, that stand where a heading should: WCAG's failure F2. People who leap from
/// heading to heading pass by.
struct FalseHeadings {
    let text: CheckedText

    func problems() -> [Diagnostic] {
        let tree = text.tree, blocks = text.document.blocks
        var problems = problems(among: blocks)
        for index in tree.nodes.indices where index >= blocks.first ?? .max {
            switch tree.nodes[index].kind {
            // The first words of an item are what it is called.
            case .item: problems += self.problems(among: Array(tree.children(of: index).dropFirst()))
            case .blockQuote: problems += self.problems(among: Array(tree.children(of: index)))
            default: break
            }
        }
        return Array(problems.prefix(CheckedText.most))
    }

    private func problems(among blocks: [MarkdownTree.Index]) -> [Diagnostic] {
        let tree = text.tree, labels = blocks.map(label)
        // One slanted question may be a question; several are the headings of its answers.
        let questions = labels.count { $0?.isSlantedQuestion == true } > 1
        func isHeading(_ number: Int) -> Bool {
            guard blocks.indices.contains(number), let label = labels[number] else { return false }
            return label.isBold || label.asks || questions && label.isSlantedQuestion
        }
        return blocks.indices.compactMap { number -> Diagnostic? in
            guard let label = labels[number], isHeading(number) else { return nil }
            if !label.isFollowed {
                guard number + 1 < blocks.count else { return nil }
                switch tree.nodes[blocks[number + 1]].kind {
                case .heading, .thematicBreak, .htmlBlock: return nil
                // Words right above a sample of code, a table or a picture are its caption.
                case .codeBlock, .table: return nil
                case .paragraph where tree.contents(of: blocks[number + 1]).first.map({ tree.nodes[$0].kind == .image }) == true: return nil
                default: break
                }
                // Words right below a picture are its caption, too.
                if number > 0, isPicture(blocks[number - 1]) { return nil }
                // Several in a row are lines of an address, or a slogan.
                if isHeading(number + 1) || isHeading(number - 1) && labels[number - 1]?.isFollowed == false { return nil }
            }
            return text.problem(
                .falseHeading, at: blocks[number], "‘\(excerpt(label.words, of: 40))’ looks like a heading and is none",
                help: "Write `\(marks(before: blocks[number])) \(excerpt(label.words, of: 60))`: then it is in the page's outline, and can be leapt to.")
        }
    }

    private func isPicture(_ block: MarkdownTree.Index) -> Bool {
        let tree = text.tree
        return tree.nodes[block].kind == .paragraph && tree.contents(of: block).first.map { tree.nodes[$0].kind == .image && tree.nodes[$0].end == tree.nodes[block].end } == true
    }

    /// What a paragraph begins with where all of its first line is made to stand out.
    private struct Label {
        let words: String
        let isBold: Bool
        /// A question, or one that a link or slanted words put: `How to apply`.
        let asks: Bool
        let isSlantedQuestion: Bool
        /// Whether the text that it is above goes on in the same paragraph.
        let isFollowed: Bool
    }

    private func label(_ block: MarkdownTree.Index) -> Label? {
        let tree = text.tree
        guard tree.nodes[block].kind == .paragraph, !text.document.leftOut.contains(block) else { return nil }
        let contents = tree.contents(of: block)
        let lineEnd = tree.children(of: block).first { [.softBreak, .lineBreak].contains(tree.nodes[$0].kind) || tree.nodes[$0].kind == .htmlInline && tree.literal($0).starts(with: "<br".utf8) }
        let isWrapped = lineEnd.map { Int(tree.nodes[$0].end) < contents.upperBound } ?? false
        let line = contents.lowerBound..<(isWrapped ? lineEnd! : contents.upperBound)
        var isBold = true, isSlanted = true, isLinked = false
        var node = line.lowerBound
        while node < line.upperBound {
            let end = Int(tree.nodes[node].end)
            var inner = node, marks: Set<UInt8> = []
            // `***words***` is emphasis around bold.
            while [.strong, .emphasis, .link].contains(tree.nodes[inner].kind), inner == node || end == Int(tree.nodes[inner].end) {
                marks.insert(tree.nodes[inner].kind.rawValue)
                guard inner + 1 < end else { break }
                inner += 1
            }
            let kinds = (inner..<end).map { tree.nodes[$0].kind }
            guard kinds.allSatisfy({ [.text, .code, .softBreak].contains($0) }) || marks.isEmpty && tree.nodes[node].kind == .softBreak else { return nil }
            let says = tree.plainText(of: node..<end).unicodeScalars.contains(where: isLetterOrDigit)
            if says {
                isBold = isBold && marks.contains(MarkdownTree.Node.Kind.strong.rawValue)
                isSlanted = isSlanted && marks.contains(MarkdownTree.Node.Kind.emphasis.rawValue)
                isLinked = isLinked || marks.contains(MarkdownTree.Node.Kind.link.rawValue)
            }
            node = end
        }
        guard isBold || isSlanted else { return nil }
        let words = tree.plainText(of: line).split(whereSeparator: \.isWhitespace)
        let limit = isBold ? 12 : 24, shown = words.joined(separator: " ")
        let scalars = Array(shown.unicodeScalars)
        guard words.count <= limit, shown.utf8.count <= limit * 10, scalars.contains(where: \.properties.isAlphabetic), !isFact(words), !DateWords.make(shown), !isAddress(words),
            let last = scalars.last(where: { isLetterOrDigit($0) || FalseHeadings.ends.contains($0) || FalseHeadings.questions.contains($0) })
        else { return nil }
        let isQuestion = FalseHeadings.questions.contains(last), asks = words.count > 1 && FalseHeadings.askingWords.contains(folded(words[0]))
        if isWrapped {
            guard isBold, !isLinked, !FalseHeadings.ends.contains(last), isSentence(tree.plainText(of: line.upperBound..<contents.upperBound)) else { return nil }
            return Label(words: shown, isBold: true, asks: false, isSlantedQuestion: false, isFollowed: true)
        }
        if !isBold { return Label(words: shown, isBold: false, asks: asks && !FalseHeadings.ends.contains(last) && words.count <= 8 && !isQuestion, isSlantedQuestion: isQuestion, isFollowed: false) }
        if isLinked && !asks { return nil }
        if last == ":" || last == "：" {
            // `If you are running:` is half a sentence.
            guard words.count < 4 || asks, !FalseHeadings.leads.contains(folded(words[0])), !FalseHeadings.trailers.contains(folded(words[words.count - 1])), !FalseHeadings.calls.contains(folded(shown)),
                !FalseHeadings.greetings.contains(where: { folded(shown).hasPrefix($0) })
            else { return nil }
        } else if last == "!" || last == "！" {
            // `School closed on Monday!` is a whole sentence.
            guard words.count < 3 || asks && words.count <= 6 else { return nil }
        } else if FalseHeadings.ends.contains(last) {
            return nil
        }
        return Label(words: shown.trimmingCharacters(in: [":", "："]), isBold: true, asks: asks, isSlantedQuestion: false, isFollowed: false)
    }

    private static let ends = Set(".!:;,…。！：；，".unicodeScalars)
    private static let questions = Set("?？؟".unicodeScalars)
    /// What begins a question, and the heading of its answer.
    private static let askingWords: Set<String> = [
        "how", "what", "when", "where", "who", "why", "which", "cómo", "qué", "cuándo", "dónde", "quién", "cuál", "como", "o que", "quando", "onde", "quem", "comment", "quand", "où",
        "qui", "pourquoi", "kijan", "kisa", "poukisa",
    ]
    /// What stands before a paragraph and names no part of the page.
    private static let calls: Set<String> = [
        "note", "please note", "notes", "important", "warning", "attention", "tip", "tips", "caution", "reminder", "ps", "p.s", "re", "from", "to", "nota", "importante", "aviso",
        "atención", "advertencia", "recordatorio", "consejo", "ojo", "atenção", "lembrete", "dica", "remarque", "avis", "rappel", "à noter", "remak", "enpòtan", "lưu ý", "chú ý", "quan trọng",
        "注意", "提示", "重要", "备注", "備註", "ملاحظة", "تنبيه", "هام",
    ]
    private static let leads: Set<String> = [
        "if", "to", "you", "we", "please", "this", "these", "in", "for", "by", "and", "or", "with", "it", "si", "para", "y", "o", "usted", "por", "se", "e", "você", "pour", "et", "ou", "vous", "nous",
    ]
    /// What the list that follows goes on with: `Burial benefits include:`
    private static let trailers: Set<String> = [
        "include", "includes", "including", "are", "is", "for", "to", "of", "with", "by", "from", "in", "the", "and", "or", "incluyen", "incluye", "son", "es", "para", "de", "con", "incluem", "inclui",
        "são", "é", "comprennent", "comprend", "sont", "est", "pour", "avec", "à",
    ]
    private static let greetings = ["dear ", "estimad", "querid", "prezad", "car", "cher", "chè ", "kính ", "亲爱", "尊敬", "親愛", "أعزاء", "السادة"]

    /// Whether words are one or more whole sentences, and not the lines of an address.
    private func isSentence(_ words: String) -> Bool {
        let words = words.trimmingCharacters(in: .whitespaces)
        guard let last = words.unicodeScalars.last, ".!?。！？؟".unicodeScalars.contains(last) else { return false }
        return words.split(separator: " ").count > 3 || words.unicodeScalars.count { $0.value >= 0x2E80 } > 5
    }

    /// Times, dates and prices are facts that are made to stand out; a school year and a grade head what is said of them.
    private func isFact(_ words: [Substring]) -> Bool {
        let numbers = words.count { $0.utf8.contains { (0x30...0x39).contains($0) } }
        guard numbers * 2 >= words.count else { return false }
        let names = words.count { word in word.unicodeScalars.count(where: \.properties.isAlphabetic) > 3 && !word.utf8.contains { (0x30...0x39).contains($0) } }
        return numbers != 1 || names == 0
    }

    /// `info at example.org`, which is written so that no machine finds it.
    private func isAddress(_ words: [Substring]) -> Bool {
        guard words.count < 4, let parts = words.last?.split(separator: ".", omittingEmptySubsequences: false), parts.count > 1 else { return false }
        return parts.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy { isLetterOrDigit($0) || $0 == "-" } } && FalseHeadings.domains.contains(folded(parts[parts.count - 1]))
    }

    /// What addresses end with; `Node.js` has none of them.
    private static let domains = Set("com org net edu gov mil info biz us uk ca au nz ie za in sg es mx ar cl co pe pr pt br fr be ch ht vn cn tw hk de nl it eu io".split(separator: " ").map(String.init))

    /// One level below the heading before it.
    private func marks(before block: MarkdownTree.Index) -> String {
        let tree = text.tree
        let before = text.document.blocks.last { $0 < block && tree.nodes[$0].kind == .heading }
        return String(repeating: "#", count: min(6, before.map { Int(tree.nodes[$0].headingLevel) + 1 } ?? 2))
    }
}
