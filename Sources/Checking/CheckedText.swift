import Markdown
import Publication

/// A document as rules look at it.
struct CheckedText: Sendable {
    typealias Index = MarkdownTree.Index

    /// So many problems of a kind in one document are as good as all, and finding each one's column takes time.
    static let most = 200

    let document: Document
    /// The language that it is written in.
    let language: LanguageTag
    /// Where its links and images lead.
    let links: [Index: LinkTarget]
    let settings: Settings
    /// What the publication's glossaries explain.
    let glossary: Set<String>
    /// What the publication writes in small letters too.
    let spoken: SpokenWords
    /// What the publication's surveys count.
    let counts: SurveyCounts
    /// Its paragraphs, headings and cells with their words; empty where no rule needs them.
    let blocks: [Block]

    struct Block: Sendable {
        let node: Index
        let kind: MarkdownTree.Node.Kind
        let text: PlacedText
    }

    init(
        _ document: Document, language: LanguageTag, links: [Index: LinkTarget], settings: Settings, glossary: Set<String>, spoken: SpokenWords,
        counts: SurveyCounts, readingWords: Bool
    ) {
        self.document = document
        self.language = language
        self.links = links
        self.settings = settings
        self.glossary = glossary
        self.spoken = spoken
        self.counts = counts
        guard readingWords else {
            blocks = []
            return
        }
        // Names, dates and references are no one's prose.
        let leftOut = Set(document.lines.lazy.filter { !$0.label.isText }.map(\.paragraph))
        let tree = document.tree, start = document.blocks.first ?? .max
        blocks = tree.nodes.indices.lazy.filter { $0 >= start }.compactMap { index in
            switch tree.nodes[index].kind {
            case .paragraph, .heading, .tableCell:
                leftOut.contains(index) ? nil : Block(node: index, kind: tree.nodes[index].kind, text: PlacedText(document, paragraph: index))
            default: nil
            }
        }
    }

    var tree: MarkdownTree { document.tree }

    /// Every node of a kind behind the title.
    func nodes(_ kind: MarkdownTree.Node.Kind) -> [Index] {
        let start = document.blocks.first ?? .max
        return tree.nodes.indices.filter { tree.nodes[$0].kind == kind && $0 >= start }
    }

    /// A problem with a node as far as it stands on its first line.
    func problem(_ rule: Rule, at node: Index, _ message: String, help: String) -> Diagnostic {
        document.problem(rule, at: node, message, help: help)
    }

    func line(of node: Index) -> Int { Int(tree.nodes[node].position.line) }
}

extension MarkdownTree {
    /// Whether a run of inlines says anything: words, a number, a sign such as `%`, or a picture. A dash that fills a cell does not.
    func hasContent(_ run: Range<Index>) -> Bool {
        run.contains { index in
            switch nodes[index].kind {
            case .image: true
            case .text, .code:
                String(decoding: literal(index), as: UTF8.self).unicodeScalars.contains { !$0.properties.isWhitespace && !"-–—.…_\u{200B}\u{2060}\u{FEFF}\u{3164}\u{FFA0}\u{115F}\u{1160}\u{2800}".unicodeScalars.contains($0) }
            default: false
            }
        }
    }
}
