import Publication

@testable import Translation

/// A publication that changes as people change theirs, and that remembers what each text was before: for tests of
/// what becomes of its translations.
struct EditedPublication {
    enum Edit: String, CaseIterable {
        case word, number, split, join, move, removal, paragraph, heading, trivia, rename
    }

    private struct Block {
        var isHeading = false
        var sentences: [String]
        var text: String { sentences.joined(separator: " ") }
    }

    private var documents: [(path: String, blocks: [Block])] = []
    private var generator: SeededGenerator
    private var nextName = 0
    /// The texts that a text was made of, directly.
    private var sources: [String: Set<String>] = [:]

    init(seed: UInt64, documents count: Int = 4, blocks: Int = 9) {
        generator = SeededGenerator(seed: seed)
        for _ in 0..<count {
            documents.append((name(), (0..<blocks).map { _ in Block(sentences: []) }))
            for index in documents[documents.count - 1].blocks.indices { documents[documents.count - 1].blocks[index] = block() }
        }
    }

    var messages: PublicationMessages {
        texts(Dictionary(uniqueKeysWithValues: documents.map { document in
            (document.path, "---\ntitle: Page\n---\n\n" + document.blocks.map { ($0.isHeading ? "## " : "") + $0.text + "\n\n" }.joined())
        }))
    }

    /// Whether one text, perhaps long ago, was made into the other.
    func isDescended(_ text: String, from other: String) -> Bool {
        var open = [text], seen: Set<String> = []
        while let next = open.popLast() {
            if next == other { return true }
            if seen.insert(next).inserted { open += sources[next] ?? [] }
        }
        return false
    }

    // MARK: Edits

    mutating func edit() -> Edit {
        let edit = generator.pick(Edit.allCases + [.word, .word, .number])
        let document = generator.number(0...documents.count - 1)
        let block = generator.number(0...documents[document].blocks.count - 1)
        let old = documents[document].blocks[block]
        switch edit {
        case .word: change(document, block) { generator, sentence in EditedPublication.changeWord(sentence, &generator) }
        case .number: change(document, block) { generator, sentence in EditedPublication.changeNumber(sentence, &generator) }
        case .trivia:
            change(document, block) { _, sentence in
                sentence.contains("’") ? sentence.replacing("’", with: "'") : sentence.replacing("'", with: "’")
            }
        case .split:
            guard old.sentences.count > 1 else { break }
            let place = generator.number(1...old.sentences.count - 1)
            let halves = [Block(sentences: Array(old.sentences[..<place])), Block(sentences: Array(old.sentences[place...]))]
            documents[document].blocks.replaceSubrange(block...block, with: halves)
            for half in halves { note(half.text, madeOf: [old.text]) }
        case .join:
            guard !old.isHeading, block + 1 < documents[document].blocks.count, !documents[document].blocks[block + 1].isHeading else { break }
            let next = documents[document].blocks[block + 1]
            let joined = Block(sentences: old.sentences + next.sentences)
            documents[document].blocks.replaceSubrange(block...block + 1, with: [joined])
            note(joined.text, madeOf: [old.text, next.text])
        case .move:
            guard documents[document].blocks.count > 3 else { break }
            documents[document].blocks.remove(at: block)
            let other = generator.number(0...documents.count - 1)
            documents[other].blocks.insert(old, at: generator.number(0...documents[other].blocks.count))
        case .removal:
            if documents[document].blocks.count > 6 { documents[document].blocks.remove(at: block) }
        case .paragraph, .heading:
            documents[document].blocks.insert(self.block(isHeading: edit == .heading), at: block)
        case .rename: documents[document].path = name()
        }
        return edit
    }

    private mutating func note(_ text: String, madeOf others: [String]) {
        sources[text, default: []].formUnion(others.filter { $0 != text })
    }

    private mutating func change(_ document: Int, _ block: Int, _ change: (inout SeededGenerator, String) -> String) {
        let old = documents[document].blocks[block].text
        let sentence = generator.number(0...documents[document].blocks[block].sentences.count - 1)
        documents[document].blocks[block].sentences[sentence] = change(&generator, documents[document].blocks[block].sentences[sentence])
        note(documents[document].blocks[block].text, madeOf: [old])
    }

    private static func changeWord(_ sentence: String, _ generator: inout SeededGenerator) -> String {
        var words = sentence.split(separator: " ").map(String.init)
        let place = generator.number(0...words.count - 1)
        switch generator.number(0...2) {
        case 0 where words.count > 3: words.remove(at: place)
        case 1: words.insert(generator.pick(adjectives), at: place)
        default: words[place] = generator.pick(nouns) + (words[place].hasSuffix(".") ? "." : "")
        }
        return words.joined(separator: " ")
    }

    private static func changeNumber(_ sentence: String, _ generator: inout SeededGenerator) -> String {
        sentence.split(separator: " ").map { $0.allSatisfy(\.isNumber) ? "\(generator.number(2...900))" : String($0) }.joined(separator: " ")
    }

    // MARK: Words

    private mutating func name() -> String {
        nextName += 1
        return "\(generator.pick(["a", "m", "z"]))\(nextName).md"
    }

    private mutating func block(isHeading: Bool? = nil) -> Block {
        if isHeading ?? generator.chance(25) { return Block(isHeading: true, sentences: [heading()]) }
        return Block(sentences: (0..<generator.number(1...3)).map { _ in sentence() })
    }

    private mutating func heading() -> String {
        let noun = generator.pick(EditedPublication.nouns), other = generator.pick(EditedPublication.nouns)
        return switch generator.number(0...4) {
        case 0: "Strand \(generator.number(1...9)): \(noun.capitalized)"
        case 1: noun.capitalized
        case 2: "\(generator.pick(EditedPublication.adjectives).capitalized) \(noun)"
        case 3: "\(noun.capitalized) and \(other)"
        default: "How we plan \(noun)"
        }
    }

    private mutating func sentence() -> String {
        func noun() -> String { generator.pick(EditedPublication.nouns) }
        func adjective() -> String { generator.pick(EditedPublication.adjectives) }
        let verb = generator.pick(EditedPublication.verbs), number = generator.number(2...900)
        return switch generator.number(0...6) {
        case 0: "The \(adjective()) \(noun()) will \(verb) the \(noun()) of the \(noun()) by the end of the \(noun())."
        case 1: "In \(number) of our schools the \(noun()) and the \(noun()) \(verb) \(adjective()) \(noun())."
        case 2: "Each school's \(noun()) sends \(number) \(noun()) to the \(noun()) before the \(adjective()) \(noun())."
        case 3: "Families who \(verb) a \(noun()) may ask the \(noun()) for \(adjective()) \(noun())."
        case 4: "We \(verb) \(noun()) because \(adjective()) \(noun()) need them."
        case 5: "\(number) percent of the \(noun()) said that the \(noun()) is \(adjective())."
        default: "Teachers \(verb) their \(noun()) together with the \(noun()), the \(noun()) and a \(adjective()) \(noun())."
        }
    }

    private static let nouns = [
        "library", "reading", "writing", "mathematics", "budget", "committee", "council", "students", "teachers", "families", "forum",
        "survey", "answers", "proficiency", "standards", "portrait", "graduate", "attendance", "transport", "meals", "health", "counselors",
        "language", "interpreters", "equity", "community", "partners", "museums", "farms", "music", "science", "garden", "building", "roof",
        "calendar", "report", "draft", "meeting", "vote", "results", "progress", "goals", "training", "coaches", "grades", "homework",
    ]
    private static let verbs = ["review", "approve", "describe", "support", "measure", "publish", "discuss", "improve", "share", "plan", "visit", "fund"]
    private static let adjectives = ["clear", "annual", "public", "local", "welcoming", "early", "middle", "common", "careful", "regional", "shared", "final"]
}
