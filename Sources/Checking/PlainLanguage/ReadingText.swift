import Markdown
import Publication

/// A document's running text as one reads it: its paragraphs and list items, each cut into sentences.
///
/// Headings, tables, code, pictures, passages in other languages and lines with a label (`Due: …`) are left out: no formula
/// for reading was made for them.
struct ReadingText {
    typealias Index = MarkdownTree.Index

    /// A paragraph, of a list item or by itself.
    struct Block {
        let text: PlacedScalars
        let sentences: [Sentence]
        /// Whether it is a link and nothing else: the title of something, which has to stay as it is.
        let isLink: Bool
        /// Whether somebody else said it.
        let isQuoted: Bool

        /// How many syllables words with a capital within a sentence have beyond the first.
        func syllablesOfNames(in sentence: Sentence, _ formula: Readability.Formula) -> Int {
            sentence.words.dropFirst().reduce(0) { count, word in
                let first = text.scalars[word.range].first { $0.properties.isAlphabetic }
                return first?.properties.isUppercase == true ? count + formula.syllables(of: word) - 1 : count
            }
        }

        /// `Present: Ana Ruiz, Ben Cole, …`: names between commas, which nobody can make shorter.
        func listsNames(_ sentence: Sentence) -> Bool {
            let commas = text.scalars[sentence.range].count { $0 == "," || $0 == ";" || $0 == "،" }
            let capitals = sentence.words.count { text.scalars[$0.range].first { $0.properties.isAlphabetic }?.properties.isUppercase == true }
            return commas > 4 && commas * 5 >= sentence.words.count && capitals * 5 >= sentence.words.count * 4
        }

        var words: Int { sentences.reduce(0) { $0 + $1.words.count } }
    }

    let blocks: [Block]

    init(_ document: Document, language: LanguageTag) {
        let tree = document.tree
        let lines = Set(document.lines.map(\.paragraph)).union(document.leftOut)
        var splitter = SentenceSplitter(language: language)
        var blocks: [Block] = []
        var node = document.blocks.first ?? tree.nodes.count
        var quoteEnd = 0
        while node < tree.nodes.count {
            let end = Int(tree.nodes[node].end)
            if tree.nodes[node].kind == .blockQuote { quoteEnd = max(quoteEnd, end) }
            switch tree.nodes[node].kind {
            case .heading: node = ReadingText.endOfBadExample(at: node, in: tree) ?? end
            case _ where lines.contains(node), .table, .codeBlock, .htmlBlock: node = end
            case .paragraph:
                if !ReadingText.isCaption(node, in: tree) {
                    let text = PlacedScalars(document, paragraph: node, items: FalseLists.items(of: node, in: tree, language: language))
                    let sentences = splitter.sentences(of: text.scalars)
                    if !sentences.isEmpty { blocks.append(Block(text: text, sentences: sentences, isLink: tree.isLink(node), isQuoted: node < quoteEnd)) }
                }
                node = end
            default: node += 1
            }
        }
        self.blocks = blocks
    }

    /// Where the next heading stands, if this one says ‘Before’ and that one ‘After’: what is between shows how not to write.
    private static func endOfBadExample(at heading: Index, in tree: MarkdownTree) -> Index? {
        guard let betters = better[folded(tree.plainText(of: heading))] else { return nil }
        let next = tree.nodes.indices[Int(tree.nodes[heading].end)...].first { tree.nodes[$0].kind == .heading }
        guard let next, betters.contains(folded(tree.plainText(of: next))) else { return nil }
        return next
    }

    private static let better: [String: Set<String>] = [
        "before": ["after"], "don't say": ["say"], "don’t say": ["say"], "not this": ["this", "but this"], "instead of": ["say", "use", "write"],
        "antes": ["después", "depois"], "no diga": ["diga"], "não diga": ["diga"], "avant": ["après"],
    ]

    /// `Table: …` right before a table.
    private static func isCaption(_ paragraph: Index, in tree: MarkdownTree) -> Bool {
        let next = Int(tree.nodes[paragraph].end)
        guard next < tree.nodes.count, tree.nodes[next].kind == .table else { return false }
        return tree.plainText(of: paragraph).prefix(24).contains(":")
    }
}

extension MarkdownTree {
    /// Whether a paragraph is one link, in bold or not, with a sign behind it at most.
    fileprivate func isLink(_ paragraph: Index) -> Bool {
        var run = contents(of: paragraph)
        while let first = run.first, nodes[first].kind == .strong || nodes[first].kind == .emphasis, Int(nodes[first].end) == run.upperBound {
            run = contents(of: first)
        }
        guard let first = run.first, nodes[first].kind == .link else { return false }
        let rest = Int(nodes[first].end)..<run.upperBound
        return rest.allSatisfy { nodes[$0].kind == .text } && plainText(of: rest).utf8.count <= 2
    }
}

/// The letters of a paragraph, from which every place leads back to the file.
struct PlacedScalars {
    let document: Document
    let scalars: [Unicode.Scalar]
    private let pieces: [(start: Int, node: MarkdownTree.Index)]

    /// - Parameter items: texts with which a line begins that its author has ended by hand.
    init(_ document: Document, paragraph: MarkdownTree.Index, items: Set<MarkdownTree.Index> = []) {
        let tree = document.tree
        var scalars: [Unicode.Scalar] = []
        var pieces: [(Int, MarkdownTree.Index)] = []
        let run = tree.contents(of: paragraph)
        var node = run.lowerBound
        while node < run.upperBound {
            let kind = tree.nodes[node].kind
            switch kind {
            case .text:
                if items.contains(node), scalars.last == " " { scalars[scalars.count - 1] = SentenceSplitter.lineEnd }
                pieces.append((scalars.count, node))
                scalars += String(decoding: tree.literal(node), as: UTF8.self).unicodeScalars
            case .softBreak: scalars.append(" ")
            case .lineBreak: scalars.append(SentenceSplitter.lineEnd)
            case .htmlInline where tree.literal(node).starts(with: Array("<br".utf8)): scalars.append(SentenceSplitter.lineEnd)
            case .image, .code, .footnoteReference: break
            case .link where tree.destination(node).starts(with: Array("lang:".utf8)): break
            default:
                node += 1
                continue
            }
            node = kind == .text ? node + 1 : Int(tree.nodes[node].end)
        }
        self.document = document
        self.scalars = scalars
        self.pieces = pieces
    }

    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    func line(at offset: Int) -> Int { place(of: offset).line }

    /// A problem with a part of the text.
    func problem(_ rule: Rule, at range: Range<Int>, _ message: String, help: String) -> Diagnostic {
        let start = place(of: range.lowerBound), end = place(of: max(range.lowerBound, range.upperBound - 1))
        let length = end.line == start.line && end.column >= start.column ? end.column - start.column + UTF8.width(scalars[max(range.lowerBound, range.upperBound - 1)]) : 2000
        return document.source.problem(rule, line: start.line, column: start.column, length: length, message, help: help)
    }

    private func place(of offset: Int) -> (line: Int, column: Int) {
        var low = 0, high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return (1, 1) }
        let piece = pieces[low - 1], position = document.tree.nodes[piece.node].position
        let line = document.source.line(Int(position.line))
        let told = Int(position.column) - 1 + scalars[piece.start..<max(piece.start, offset)].reduce(0) { $0 + UTF8.width($1) }
        // Escapes and entities take more room in the file than in the text, and so a word stands where it is told or later.
        let word = Array(scalars[offset...].prefix(12).prefix { $0 != " " }.flatMap { String($0).utf8 })
        guard told < line.count, !word.isEmpty else { return (Int(position.line), Int(position.column)) }
        let rest = line[(line.startIndex + told)...]
        if rest.starts(with: word) { return (Int(position.line), told + 1) }
        return (Int(position.line), rest.firstRange(of: word).map { $0.lowerBound - line.startIndex + 1 } ?? told + 1)
    }
}
