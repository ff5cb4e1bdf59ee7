import Markdown
import Publication
import Translation

/// Words of the publication in an edition: translated, or in the source language.
struct Phrase: Sendable {
    let text: String
    /// The one that it shows in, where that is not the edition's.
    var otherLanguage: LanguageTag?

    var isUntranslated: Bool { otherLanguage != nil }
}

extension Edition {
    /// A field of a document's front matter; nil where it is empty.
    func phrase(_ field: Message.Field, _ text: String?, of document: Int) -> Phrase? {
        guard let text else { return nil }
        guard let document = translation(of: document) else { return Phrase(text: text) }
        return document.field(field).map { Phrase(text: $0) } ?? untranslated(text, hasWords(text))
    }

    func title(of document: Document, _ index: Int) -> Phrase {
        phrase(.title, document.title, of: index) ?? Phrase(text: document.title)
    }

    /// A text of the settings, a folder's title or a tag.
    func phrase(_ text: String) -> Phrase {
        guard let translator else { return Phrase(text: text) }
        return translator.translate(text).map { Phrase(text: $0) } ?? untranslated(text, hasWords(text))
    }

    /// The plain words of a heading, a cell or a lead of a document.
    ///
    /// - Parameter text: in the source language.
    /// - Parameter isBoldOnly: whether of its translation the words in bold that it begins with are meant.
    func phrase(at node: MarkdownTree.Index?, _ text: String, of document: Int, isBoldOnly: Bool = false) -> Phrase {
        guard let texts = translation(of: document)?.texts, let node else { return Phrase(text: text) }
        if let translation = texts.translation(of: node) { return Phrase(text: isBoldOnly ? translation.leadInBold ?? translation.words : translation.words) }
        return untranslated(text, texts.state(of: node) == .untranslated)
    }

    /// ` lang="en" dir="ltr"` for what shows in the source language; nothing for what is the edition's own.
    func attributes(_ phrase: Phrase?) -> [UInt8] { phrase?.otherLanguage?.attributes ?? [] }

    /// Words in the source language that show in this edition.
    func untranslated(_ text: String, _ isUntranslated: Bool = true) -> Phrase {
        Phrase(text: text, otherLanguage: isUntranslated && !isSource ? source : nil)
    }

    var sourceAttributes: [UInt8] { source.attributes }

    /// Whether a text of `publication.yaml` shows in the source language.
    package func isUntranslated(_ text: String) -> Bool { phrase(text).isUntranslated }

    /// How much of a document is translated; nil in the source language.
    package func coverage(of document: Int) -> Coverage? { translation(of: document)?.coverage }

    /// Nil for a document that is written in the edition's language.
    func translation(of document: Int) -> DocumentTranslation? { isSource ? nil : documents[document] }

    private func hasWords(_ text: String) -> Bool { text.unicodeScalars.contains(where: \.properties.isAlphabetic) }
}

extension Edition {
    /// The tables of a document that show in the source language as a whole, and say so.
    func untranslatedTables(in document: Document, _ index: Int) -> [Range<MarkdownTree.Index>] {
        guard case .survey = document.meaning, let texts = translation(of: index)?.texts else { return [] }
        let nodes = document.tree.nodes
        return nodes.indices.filter { nodes[$0].kind == .table && texts.areUntranslated([$0]) }.map { $0..<Int(nodes[$0].end) }
    }

    /// The counts and percentages of a survey's tables, written as this language writes numbers.
    func numbers(in document: Document) -> [MarkdownTree.Index: [UInt8]] {
        guard case .survey(let survey) = document.meaning else { return [:] }
        let answers = survey.parts.flatMap(\.questions).flatMap { ($0.answers.map { [$0] } ?? []) + $0.furtherAnswers }
        let cells = answers.flatMap { answers in answers.rows.flatMap(\.counts) + (answers.base ?? []) }
        // In other tables, what is written without a mark of thousands may be a year.
        let marked = survey.tables.flatMap { $0.rows.flatMap(\.self) }.filter { cell in document.tree.plainText(of: cell.node) != cell.count.map(String.init) }
        var numbers: [MarkdownTree.Index: [UInt8]] = [:]
        // A count with its percentage, `300 (54 %)`, stays as it is written.
        for cell in cells + marked where cell.count == nil || cell.share == nil {
            if let count = cell.count { numbers[cell.node] = Array(text(count).utf8) }
            if let share = cell.share { numbers[cell.node] = Array(percent(share.value, digits: share.digits).utf8) }
        }
        return numbers
    }
}
