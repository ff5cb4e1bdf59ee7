import Markdown
import Publication

/// Paragraphs in bold, and slanted questions, that stand where a heading should: WCAG's failure F2. People who leap from
/// heading to heading pass by.
struct FalseHeadings {
    let text: CheckedText

    func problems() -> [Diagnostic] {
        let tree = text.tree, blocks = text.document.blocks
        // One slanted question may be a question; several are the headings of its answers.
        let questions = blocks.count { slanted($0) != nil } > 1
        func bold(_ block: MarkdownTree.Index) -> String? { self.bold(block) ?? (questions ? slanted(block) : nil) }
        return blocks.indices.compactMap { number -> Diagnostic? in
            guard number + 1 < blocks.count, let words = bold(blocks[number]) else { return nil }
            switch tree.nodes[blocks[number + 1]].kind {
            case .heading, .thematicBreak, .htmlBlock: return nil
            // Words right above a sample of code, a table or a picture are its caption.
            case .codeBlock, .table: return nil
            case .paragraph where tree.contents(of: blocks[number + 1]).first.map({ tree.nodes[$0].kind == .image }) == true: return nil
            default: break
            }
            // Several in a row are lines of an address, or a slogan.
            if bold(blocks[number + 1]) != nil || number > 0 && bold(blocks[number - 1]) != nil { return nil }
            return text.problem(
                .falseHeading, at: blocks[number], "‘\(excerpt(words, of: 40))’ looks like a heading and is none",
                help: "Write `\(marks(before: number)) \(excerpt(words, of: 60))`: then it is in the page's outline, and can be leapt to.")
        }
    }

    /// The words of a paragraph that is one slanted question.
    private func slanted(_ block: MarkdownTree.Index) -> String? {
        guard let first = text.tree.contents(of: block).first, text.tree.nodes[first].kind == .emphasis,
            let words = emphasized(block, limit: 24), words.unicodeScalars.last.map({ "?？؟".unicodeScalars.contains($0) }) == true
        else { return nil }
        return words
    }

    /// The words of a paragraph that is one short bold run and no sentence.
    private func bold(_ block: MarkdownTree.Index) -> String? { emphasized(block, limit: 12, strong: true) }

    private func emphasized(_ block: MarkdownTree.Index, limit: Int, strong: Bool = false) -> String? {
        let tree = text.tree
        guard tree.nodes[block].kind == .paragraph, !text.document.leftOut.contains(block) else { return nil }
        var run = tree.contents(of: block)
        guard let only = run.first, Int(tree.nodes[only].end) == run.upperBound else { return nil }
        var isStrong = false
        // `***words***` is emphasis around bold.
        while let node = run.first, Int(tree.nodes[node].end) == run.upperBound, tree.nodes[node].kind == .strong || tree.nodes[node].kind == .emphasis {
            if tree.nodes[node].kind == .strong { isStrong = true }
            run = tree.contents(of: node)
        }
        guard isStrong || !strong, !run.contains(where: { tree.nodes[$0].kind != .text && tree.nodes[$0].kind != .code && tree.nodes[$0].kind != .softBreak }) else { return nil }
        let words = tree.plainText(of: run).split(whereSeparator: \.isWhitespace)
        guard let last = words.last?.unicodeScalars.last, words.count <= limit, !".!:;,…。！：；，".unicodeScalars.contains(last) else { return nil }
        let line = words.joined(separator: " ")
        guard line.utf8.count <= limit * 10, line.unicodeScalars.contains(where: \.properties.isAlphabetic), !isDate(words) else { return nil }
        return line
    }

    /// Times, dates and prices are facts that are made to stand out.
    private func isDate(_ words: [Substring]) -> Bool {
        words.count { $0.contains(where: \.isNumber) } * 2 >= words.count
    }

    /// One level below the heading before it.
    private func marks(before number: Int) -> String {
        let tree = text.tree, blocks = text.document.blocks
        let before = blocks[..<number].last { tree.nodes[$0].kind == .heading }
        return String(repeating: "#", count: min(6, before.map { Int(tree.nodes[$0].headingLevel) + 1 } ?? 2))
    }
}
