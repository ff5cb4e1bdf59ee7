import Markdown
import Publication

/// A document in one language: what stands in the place of its texts, and how much of it is translated.
///
/// Never changed once it is made; a class, because copying it has to be cheap, as for `Document`.
package final class DocumentTranslation: Sendable {
    package let texts: TranslatedTexts
    /// The front matter's texts that are translated.
    package let fields: [Message.Field: String]
    package let coverage: Coverage
    /// Messages that have a translation which would harm the page; they show in the source language.
    package let rejected: [Message.Key]

    init(texts: TranslatedTexts, fields: [Message.Field: String], coverage: Coverage, rejected: [Message.Key]) {
        self.texts = texts
        self.fields = fields
        self.coverage = coverage
        self.rejected = rejected
    }

    package func field(_ field: Message.Field) -> String? { fields[field] }
}

/// How much is translated, in messages and in words of the source.
package struct Coverage: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        /// By a person, or reviewed by one, or not stated by whom.
        case translated
        /// By a machine, and not yet read by a person.
        case machine
        case fuzzy, missing
        /// Supplied, but its markup would harm the page.
        case rejected

        fileprivate var number: Int {
            switch self {
            case .translated: 0
            case .machine: 1
            case .fuzzy: 2
            case .missing: 3
            case .rejected: 4
            }
        }
    }

    package struct Count: Sendable, Hashable {
        package var messages = 0
        package var words = 0
    }

    /// By the states' numbers.
    private var counts = [Count](repeating: Count(), count: State.allCases.count)

    package init() {}

    package subscript(state: State) -> Count { counts[state.number] }

    package mutating func add(_ state: State, words: Int) {
        counts[state.number].messages += 1
        counts[state.number].words += words
    }

    package static func += (one: inout Coverage, other: Coverage) {
        for index in one.counts.indices {
            one.counts[index].messages += other.counts[index].messages
            one.counts[index].words += other.counts[index].words
        }
    }

    package var words: Int { counts.reduce(0) { $0 + $1.words } }
    /// Words that show in the edition's language.
    package var shownWords: Int { self[.translated].words + self[.machine].words }
    /// Of its words, rounded down, so that 100 means all; 100 where there are none.
    package var percent: Int { words == 0 ? 100 : shownWords * 100 / words }
    package var isComplete: Bool { shownWords == words }
}

/// Translates documents into one language by its catalog.
package struct Translator: Sendable {
    private let catalog: CatalogIndex
    private let reviews: Reviews
    private let source: LanguageTag
    private let pseudo: PseudoLocale?
    private let reader = InlineMarkdownReader()

    package init(catalog: CatalogIndex, reviews: Reviews, source: LanguageTag) {
        self.init(catalog, reviews, source: source, pseudo: nil)
    }

    package init(catalog: Catalog, reviews: Reviews, source: LanguageTag) {
        self.init(catalog: CatalogIndex(catalog), reviews: reviews, source: source)
    }

    /// Without any catalog.
    package init(_ pseudo: PseudoLocale, source: LanguageTag) {
        self.init(CatalogIndex(language: pseudo.language), Reviews(), source: source, pseudo: pseudo)
    }

    private init(_ catalog: CatalogIndex, _ reviews: Reviews, source: LanguageTag, pseudo: PseudoLocale?) {
        self.catalog = catalog
        self.reviews = reviews
        self.source = source
        self.pseudo = pseudo
    }

    package func translate(_ document: DocumentMessages) -> DocumentTranslation {
        var coverage = Coverage()
        var fields: [Message.Field: String] = [:]
        var rejected: [Message.Key] = []
        var texts: [(node: MarkdownTree.Index, translation: InlineTranslation?)] = []
        var supplied: [Supplied] = []
        let tree = document.document.tree
        texts.reserveCapacity(document.messages.count)
        let isVital = document.document.frontMatter.isVital
        for (number, message) in document.messages.enumerated() {
            let state = message.isTranslatable ? self.state(of: message.key, hash: message.hash, isVital: isVital) : nil
            guard case .shown(let translation, let shown) = state else {
                if case .hidden(let hidden) = state { coverage.add(hidden, words: message.words) }
                if case .node(let node) = message.place { texts.append((node, nil)) }
                continue
            }
            switch message.place {
            case .field(let field):
                let translation = translation.string
                if TranslationCheck.blocks(field: translation, of: message.key.text) || catalog.hasWrongForms(message.key) {
                    rejected.append(message.key)
                    coverage.add(.rejected, words: message.words)
                } else {
                    coverage.add(shown, words: message.words)
                    fields[field] = translation
                }
            case .node(let node):
                texts.append((node, nil))
                let scan = translation.withBytes { TextScan($0) }
                if scan.mayHaveMarkup || !message.labels.isEmpty || !message.footnotes.isEmpty {
                    supplied.append(Supplied(message: number, text: message.isImageAlone ? translation.asImage : translation, scan: scan, state: shown, slot: texts.count - 1))
                } else if scan.isSafe, !catalog.hasWrongForms(message.key) {
                    coverage.add(shown, words: message.words)
                    texts[texts.count - 1].translation = InlineTranslation(words: translation)
                } else {
                    rejected.append(message.key)
                    coverage.add(.rejected, words: message.words)
                }
            }
        }
        for (supplied, translation) in zip(supplied, reader.read(supplied.map { .init($0.text, labels: document.messages[$0.message].labels, footnotes: document.messages[$0.message].footnotes) })) {
            let message = document.messages[supplied.message]
            if catalog.hasWrongForms(message.key) || TranslationCheck.blocks(translation, text: supplied.text, supplied.scan, of: message, in: tree) {
                rejected.append(message.key)
                coverage.add(.rejected, words: message.words)
            } else {
                coverage.add(supplied.state, words: message.words)
                texts[supplied.slot].translation = translation
            }
        }
        return DocumentTranslation(
            texts: TranslatedTexts(
                tree, language: (catalog.language.code, catalog.language.isRightToLeft),
                source: (source.code, source.isRightToLeft), texts: texts),
            fields: fields, coverage: coverage, rejected: rejected)
    }

    /// A translation that has to be read.
    private struct Supplied {
        /// Its message's place among the document's.
        let message: Int
        let text: TextSlice
        /// Of the translation, without what an image needs around it.
        let scan: TextScan
        let state: Coverage.State
        /// Its place among the texts.
        let slot: Int
    }

    /// The translation of a text outside documents, in plain words; nil where it has none that may be shown.
    package func translate(_ words: String) -> String? {
        let key = Message.Key(text: MessageExtractor.normalized(words))
        guard case .shown(let slice, _) = state(of: key, hash: TextHash.hash(of: key), isVital: false), !catalog.hasWrongForms(key) else { return nil }
        let translation = slice.string
        return TranslationCheck.blocks(field: translation, of: key.text) ? nil : translation
    }

    /// Whether a text outside documents has a translation that must not be shown.
    package func isRejected(_ key: Message.Key) -> Bool {
        guard case .shown(let slice, _) = state(of: key, hash: TextHash.hash(of: key), isVital: false) else { return false }
        return catalog.hasWrongForms(key) || TranslationCheck.blocks(field: slice.string, of: key.text)
    }

    private enum State {
        case shown(TextSlice, Coverage.State)
        case hidden(Coverage.State)
    }

    private func state(of key: Message.Key, hash: UInt64, isVital: Bool) -> State {
        if let pseudo { return .shown(TextSlice(pseudo.translate(key.text)), .translated) }
        switch catalog.state(of: key, hash: hash) {
        case .missing: return .hidden(.missing)
        case .fuzzy: return .hidden(.fuzzy)
        case .translated(let translation):
            let isUnreviewed = !reviews.records.isEmpty && reviews.isUnreviewedMachineWork(key, translation.string, in: catalog.language)
            if isUnreviewed, isVital { return .hidden(.machine) }
            return .shown(translation, isUnreviewed ? .machine : .translated)
        }
    }
}

extension TextSlice {
    fileprivate var asImage: TextSlice { TextSlice("![\(string)][1]") }
}
