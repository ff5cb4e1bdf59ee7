import Markdown
import Publication

/// A text of a data file: its words and, where they show in another language than the file's, that language.
package struct DataText: Sendable, Hashable, Encodable {
    package let text: String
    package let lang: String?

    init(_ text: String, lang: String? = nil) {
        self.text = DataText.trimmed(text)
        self.lang = lang
    }

    private static func trimmed(_ text: String) -> String {
        let isSpace = { (character: Character) in character.isWhitespace }
        guard text.first.map(isSpace) == true || text.last.map(isSpace) == true else { return text }
        var trimmed = text.drop(while: isSpace)
        while trimmed.last.map(isSpace) == true { trimmed.removeLast() }
        return String(trimmed)
    }
}

/// The words of one document in an edition, without markup.
///
/// What HTML shows of a document, this tells in plain text: each heading, paragraph, item and cell as a text of its own, so
/// that each can say its language. Labelled lines are left out, as they are there.
struct PlainText {
    typealias Index = MarkdownTree.Index

    let document: Document
    private let tree: MarkdownTree
    private let edition: Edition
    private let translation: TranslatedTexts?

    /// - Parameter index: of the document in the publication.
    init(_ renderer: Renderer, document index: Int) {
        document = renderer.publication.documents[index]
        tree = document.tree
        edition = renderer.edition
        translation = edition.translation(of: index)?.texts
    }

    /// Whether the document is written in the edition's language.
    var isOwn: Bool { translation == nil }

    /// A heading, a paragraph or a cell.
    ///
    /// - Parameter dropping: bytes of the source's words that are a label, which its message does not have.
    func text(at node: Index, dropping: Int = 0) -> DataText {
        text(at: node, tree.contents(of: node), dropping: dropping)
    }

    /// What stands behind a label: `Target: 3 of 6 areas`.
    func text(of line: LabelledLine) -> DataText { text(at: line.run.lowerBound, line.run, dropping: line.markLength) }

    /// The bold lead of an item; words that the plan's reader took from it.
    func lead(of item: Plan.LeadlessItem, _ words: String) -> DataText {
        guard let node = item.lead else { return DataText(words) }
        if let translated = translation?.translation(of: node) { return DataText(translated.words) }
        return DataText(words, lang: language(of: node))
    }

    /// A list item without its bold lead.
    func texts(of item: Plan.LeadlessItem) -> [DataText] {
        var texts: [DataText] = []
        if let first = item.inlines.first, let last = item.inlines.last {
            append(text(at: first, first..<Int(tree.nodes[last].end), dropping: item.markLength), to: &texts)
        }
        for block in item.blocks { append(block, to: &texts) }
        return texts
    }

    /// Every block as one text or, where it holds others, as theirs.
    func texts(of blocks: [Index]) -> [DataText] {
        var texts: [DataText] = []
        for block in blocks { append(block, to: &texts) }
        return texts
    }

    var footnotes: [DataText] { texts(of: tree.footnotes.map(\.definition)) }

    private func append(_ block: Index, to texts: inout [DataText]) {
        guard !document.leftOut.contains(block) else { return }
        switch tree.nodes[block].kind {
        case .paragraph: append(text(at: block, dropping: tree.captionOffset(of: block, words: PartNames.tableCaption) ?? 0), to: &texts)
        case .heading, .tableCell: append(text(at: block), to: &texts)
        case .codeBlock: append(DataText(String(decoding: tree.literal(block), as: UTF8.self)), to: &texts)
        case .list, .blockQuote, .table, .tableRow, .footnoteDefinition:
            for child in tree.children(of: block) { append(child, to: &texts) }
        case .item:
            let start = texts.count
            for child in tree.children(of: block) { append(child, to: &texts) }
            let task = tree.nodes[block].task
            if task != .none, texts.count > start {
                texts[start] = DataText("\(edition.texts.plain(task == .done ? "taskDone" : "taskOpen")) \(texts[start].text)", lang: texts[start].lang)
            }
        default: break
        }
    }

    private func append(_ text: DataText, to texts: inout [DataText]) {
        if !text.text.isEmpty { texts.append(text) }
    }

    private func text(at node: Index, _ run: Range<Index>, dropping: Int) -> DataText {
        if let translated = translation?.translation(of: node) { return DataText(translated.words) }
        let words = String(decoding: tree.plainText(of: run).utf8.dropFirst(dropping), as: UTF8.self)
        return DataText(words, lang: language(of: node))
    }

    private func language(of node: Index) -> String? { translation?.state(of: node) == .untranslated ? edition.source.code : nil }
}

extension Edition {
    func data(_ phrase: Phrase) -> DataText { DataText(phrase.text, lang: phrase.otherLanguage?.code) }

    /// A word of the theme for data files; English, and said so, where it has none.
    func data(_ key: String, or english: String) -> DataText {
        guard texts.contains(key) else { return DataText(english, lang: language.language == "en" ? nil : "en") }
        return DataText(texts.plain(key), lang: texts.otherLanguage(of: key)?.code)
    }
}
