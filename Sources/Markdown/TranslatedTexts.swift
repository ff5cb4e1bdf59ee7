/// What stands in the place of a document's texts in an edition: for each of them its translation, or that it has none
/// and shows in the source language.
///
/// Texts are named by nodes: a heading, a paragraph or a table cell as a whole, or the first of a run of inlines that is
/// written by itself. A class, since it is asked about every block: never changed once it is made.
package final class TranslatedTexts: Sendable {
    /// What is known of a block with all that is in it.
    package enum State: UInt8, Sendable { case wordless, translated, untranslated, mixed }

    /// ` lang="en" dir="ltr"`, for what shows in the source language.
    package let attributes: [UInt8]
    /// The same of the edition's own language, for its words within such text.
    let ownAttributes: [UInt8]
    private let translations: [InlineTranslation]
    /// By node: 0 for no text, -1 for one without a translation, else the number of the translation from 1.
    private let marks: [Int32]
    private let states: [State]

    /// - Parameters:
    ///   - language, source: of the edition and of the document, as BCP 47 tags.
    ///   - texts: the nodes of all texts, with a translation where they have one.
    package init(
        _ tree: MarkdownTree, language: (tag: String, isRightToLeft: Bool), source: (tag: String, isRightToLeft: Bool),
        texts: [(node: MarkdownTree.Index, translation: InlineTranslation?)]
    ) {
        func attributes(_ language: (tag: String, isRightToLeft: Bool)) -> [UInt8] {
            Array(" lang=\"\(language.tag)\" dir=\"\(language.isRightToLeft ? "rtl" : "ltr")\"".utf8)
        }
        self.attributes = attributes(source)
        ownAttributes = attributes(language)
        var translations: [InlineTranslation] = []
        translations.reserveCapacity(texts.count)
        var marks = [Int32](repeating: 0, count: tree.nodes.count)
        for (node, translation) in texts {
            if let translation {
                translations.append(translation)
                marks[node] = Int32(translations.count)
            } else {
                marks[node] = -1
            }
        }
        var states = [State](repeating: .wordless, count: marks.count)
        // Descendants follow their ancestors, so that from the end each node's are known before it.
        var index = marks.count - 1
        while index >= 0 {
            var state = marks[index] == 0 ? State.wordless : marks[index] < 0 ? .untranslated : .translated
            var child = index + 1
            let end = Int(tree.nodes[index].end)
            while child < end {
                let other = states[child]
                if other != .wordless { state = state == .wordless || state == other ? other : .mixed }
                child = Int(tree.nodes[child].end)
            }
            states[index] = state
            index -= 1
        }
        self.translations = translations
        self.marks = marks
        self.states = states
    }

    package func translation(of node: MarkdownTree.Index) -> InlineTranslation? {
        marks[node] > 0 ? translations[Int(marks[node]) - 1] : nil
    }

    package func state(of node: MarkdownTree.Index) -> State { states[node] }

    /// Whether all that nodes say shows in the source language.
    package func areUntranslated(_ nodes: some Sequence<MarkdownTree.Index>) -> Bool {
        var found = false
        for node in nodes {
            switch states[node] {
            case .wordless: continue
            case .untranslated: found = true
            case .translated, .mixed: return false
            }
        }
        return found
    }
}
