import Markdown
import Publication

/// Whether people who read with effort can read a document (WCAG 2.2, criterion 3.1.5, level AAA; ISO 24495-1).
struct PlainLanguageChecks {
    let document: Document
    let language: LanguageTag
    /// The school grade that is aimed at.
    let target: Int
    private let text: ReadingText
    private let formula: Readability.Formula?
    /// Nil for a language without a formula, and for a text that is too short.
    let readability: Readability?
    /// Three at most, the hardest first.
    private let hardest: [Hard]

    /// Of a text that is too short to be judged, what the formula gives all the same.
    private let roughReadability: Readability?
    /// Longer ones are reported.
    static let sentenceWords = 30
    /// Shorter ones are hard to nobody, whatever their words.
    static let hardWords = 8
    static let paragraphWords = 120
    static let paragraphSentences = 6
    /// From how many words on a document needs a summary.
    static let summaryWords = 600

    /// In Vietnamese each syllable is written by itself, and half as many again say the same.
    private func most(_ words: Int) -> Int { language.language == "vi" ? words * 3 / 2 : words }

    init(_ document: Document, language: LanguageTag, target: Int) {
        self.document = document
        self.language = language
        self.target = target
        let text = ReadingText(document, language: language), formula = Readability.Formula(language)
        self.text = text
        self.formula = formula
        let whole = formula.flatMap { text.readability($0) }
        readability = whole.flatMap { $0.words >= ReadingText.leastWords ? $0 : nil }
        roughReadability = whole.flatMap { $0.words >= ReadingText.fewestWords ? $0 : nil }
        hardest = formula.map { PlainLanguageChecks.hardest(of: text, by: $0, target: target) } ?? []
    }

    // MARK: Reading

    var reading: DocumentReading {
        DocumentReading(
            file: document.source.path, title: document.title, language: language, readability: readability ?? roughReadability,
            isRough: readability == nil, words: text.blocks.reduce(0) { $0 + $1.words },
            hardestLines: hardest.map { $0.block.text.line(at: $0.sentence.range.lowerBound) })
    }

    private struct Hard {
        let block: ReadingText.Block
        let sentence: Sentence
        let readability: Readability
    }

    /// The sentences that would be hardest by themselves, the hardest first; a few words alone are none. Names have to stay as
    /// they are, and count as short words here.
    private static func hardest(of text: ReadingText, by formula: Readability.Formula, target: Int) -> [Hard] {
        var hard: [Hard] = []
        for block in text.blocks where !block.isLink && !block.isQuoted {
            for sentence in block.sentences where sentence.words.count >= hardWords {
                let syllables = sentence.syllables - block.syllablesOfNames(in: sentence, formula)
                guard let readability = Readability(formula, words: sentence.words.count, sentences: 1, syllables: syllables),
                    readability.isHarder(than: target)
                else { continue }
                hard.append(Hard(block: block, sentence: sentence, readability: readability))
            }
        }
        return Readability.hardest(hard, 3) { $0.readability }
    }

    // MARK: Problems

    func problems() -> [Diagnostic] { grade() + lengths() + summary() }

    private func grade() -> [Diagnostic] {
        guard let formula, let readability, readability.isHarder(than: target) else { return [] }
        let hard = hardest
        let lines = hard.map { $0.block.text.line(at: $0.sentence.range.lowerBound) }
        let whole = document.problem(
            .readingGrade, key: "title",
            "this reads at \(readability.text), \(readability.aim(for: target)): \(Readability.decimal(readability.wordsInSentence)) words in a sentence, "
                + "\(Readability.decimal(readability.syllablesInWord)) syllables in a word\(Readability.place(ofLines: lines))",
            help: "Cut long sentences in two, and say in everyday words what long words say. What has to stay as it is can have a summary in plain words above it.")
        // What is a little harder than the rest is told by its line alone.
        let sentences = hard.filter { $0.sentence.words.count <= Self.sentenceWords && $0.readability.isMuchHarder(than: target) }.map { hard in
            let longest = longestWords(of: hard.sentence, in: hard.block.text, formula)
            return hard.block.text.problem(
                .hardSentence, at: hard.sentence.range,
                "a hard sentence: \(hard.sentence.words.count) words\(longest.isEmpty ? "" : ", among them ‘\(longest.joined(separator: "’, ‘"))’")",
                help: "Say it as you would say it to a parent at the door: who does what, in short words.")
        }
        return [whole] + sentences
    }

    /// Those of four syllables and more, the longest first, three at most.
    private func longestWords(of sentence: Sentence, in text: PlacedScalars, _ formula: Readability.Formula) -> [String] {
        var seen: Set<String> = []
        let long = sentence.words.enumerated().map { ($0.offset, $0.element, formula.syllables(of: $0.element)) }
            .filter { $0.2 >= 4 && seen.insert($0.1.letters).inserted }
            .sorted { $0.2 > $1.2 || $0.2 == $1.2 && $0.0 < $1.0 }
        return long.prefix(3).map { _, word, _ in word.text(in: text.scalars) }
    }

    private func lengths() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for block in text.blocks where !block.isQuoted {
            for sentence in block.sentences where sentence.words.count > most(Self.sentenceWords) && !block.listsNames(sentence) {
                problems.append(block.text.problem(
                    .longSentence, at: sentence.range, "a sentence of \(sentence.words.count) words",
                    help: "Cut it in two or more, of \(most(Self.sentenceWords)) words at most; a list may say it better."))
            }
            let words = block.words
            // Many short sentences are no long paragraph.
            let limit = most(Self.paragraphWords), shorter = limit * 3 / 4
            let isLong = words > limit || block.sentences.count > Self.paragraphSentences && words > shorter
            guard isLong, let first = block.sentences.first else { continue }
            problems.append(block.text.problem(
                .longParagraph, at: first.range, "a paragraph of \(block.sentences.count == 1 ? "one sentence" : "\(block.sentences.count) sentences") and \(words) words",
                help: "Begin a new paragraph where a new thought begins: \(limit) words are the most, and \(shorter) in more than six sentences."))
        }
        return problems
    }

    private func summary() -> [Diagnostic] {
        guard document.frontMatter.summary == nil else { return [] }
        let words = text.blocks.reduce(0) { $0 + $1.words }
        guard words > most(Self.summaryWords) else { return [] }
        return [document.problem(
            .missingSummary, key: "title", "\(words) words, and no summary",
            help: "Say in one or two sentences what people will find, between the lines of three hyphens: `summary: What changes for families in fall.`")]
    }
}

extension ReadingWord {
    /// Without quotation marks and commas at its ends.
    func text(in scalars: [Unicode.Scalar]) -> String {
        let isPart = { (scalar: Unicode.Scalar) in scalar.properties.isAlphabetic || scalar.properties.numericType != nil }
        guard let first = scalars[range].firstIndex(where: isPart), let last = scalars[range].lastIndex(where: isPart) else { return "" }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[first...last])
        return String(view)
    }
}

/// What of the documents' texts is hard to read, and how hard each is. In the order of the documents; left out are plans that
/// are past, and the text of a plan as it was once agreed to, whose words nobody can change.
///
/// Chinese and Japanese are counted too, two signs as one word; a grade is given for English, Spanish and Portuguese alone.
///
/// - Parameter concurrentMap: applies a function to each of so many indices, on as many cores as there are.
package func plainLanguage(
    of publication: Publication, _ tracking: Tracking,
    concurrentMap: (Int, @Sendable (Int) -> ([Diagnostic], DocumentReading)) -> [([Diagnostic], DocumentReading)]
) -> (problems: [Diagnostic], readings: [DocumentReading]) {
    let adopted = Set(tracking.plans.compactMap(\.adoptedText)), settings = publication.settings
    let documents = publication.documents.enumerated().filter { index, document in
        !adopted.contains(index) && document.frontMatter.plan.status != .archived
    }.map(\.element)
    let checked = concurrentMap(documents.count) { number in
        let checks = PlainLanguageChecks(documents[number], language: settings.sourceLanguage, target: settings.readingGrade)
        return (checks.problems(), checks.reading)
    }
    return (checked.flatMap(\.0), checked.map(\.1))
}
