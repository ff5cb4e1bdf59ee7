import Markdown
import Publication

/// How hard a document is to read, in the source language or in a translation, and which of its sentences weigh most.
package struct DocumentReading: Sendable {
    /// Below the publication's folder; of a translation, its catalog.
    package let file: String
    package let title: String
    package let language: LanguageTag
    /// Nil for a language without a formula, and for a text of a few words.
    package let readability: Readability?
    /// Whether the text has fewer than a hundred words, for which the formulas were not made.
    package let isRough: Bool
    /// How many words its running text has.
    package let words: Int
    /// The lines of its hardest sentences in the file, the hardest first.
    package let hardestLines: [Int]
}

/// The running text of a document's translation, as its catalog has it.
package struct TranslatedReading: Sendable {
    let title: String
    let language: LanguageTag
    let file: SourceFile
    let target: Int
    private let readability: Readability?
    private let roughReadability: Readability?
    private let words: Int
    private let hardestLines: [Int]
    private let firstLine: Int

    /// - Parameters:
    ///   - title: the document's, in the source language.
    ///   - texts: its translated paragraphs and list items without markup, each with its line in the catalog.
    ///   - target: the school grade that is aimed at.
    package init(_ title: String, in language: LanguageTag, texts: [(words: String, line: Int)], file: SourceFile, target: Int) {
        self.title = title
        self.language = language
        self.file = file
        self.target = target
        var splitter = SentenceSplitter(language: language)
        var sentences: [(Sentence, Int)] = []
        for text in texts { sentences += splitter.sentences(of: Array(text.words.unicodeScalars)).map { ($0, text.line) } }
        words = sentences.reduce(0) { $0 + $1.0.words.count }
        firstLine = texts.first?.line ?? 1
        guard let formula = Readability.Formula(language) else {
            (readability, roughReadability) = (nil, nil)
            hardestLines = []
            return
        }
        let whole = Readability(formula, words: words, sentences: sentences.count, syllables: sentences.reduce(0) { $0 + $1.0.syllables })
        readability = words >= ReadingText.leastWords ? whole : nil
        roughReadability = words >= ReadingText.fewestWords ? whole : nil
        let hard = sentences.compactMap { (sentence, line) -> (readability: Readability, line: Int)? in
            guard sentence.words.count >= PlainLanguageChecks.hardWords,
                let own = Readability(formula, words: sentence.words.count, sentences: 1, syllables: sentence.syllables), own.isHarder(than: target)
            else { return nil }
            return (own, line)
        }
        hardestLines = Readability.hardest(hard, 3) { $0.readability }.map(\.line)
    }

    package var reading: DocumentReading {
        DocumentReading(file: file.path, title: title, language: language, readability: readability ?? roughReadability, isRough: readability == nil, words: words, hardestLines: hardestLines)
    }

    package func problems() -> [Diagnostic] {
        guard let readability, readability.isHarder(than: target) else { return [] }
        return [file.problem(
            .readingGrade, line: firstLine, length: 200,
            "the translation of ‘\(title)’ reads at \(readability.text), \(readability.aim(for: target))\(Readability.place(ofLines: hardestLines))",
            help: "Cut long sentences in two, and say in everyday words what long words say: a translation may be plainer than its source.")]
    }
}
