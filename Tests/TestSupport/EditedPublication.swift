import Foundation
import Publication
import Translation

/// A publication that changes as people change theirs, and that remembers what each text was before: for tests of
/// what becomes of its translations.
package struct EditedPublication {
    package enum Edit: String, CaseIterable, Sendable {
        case word, number, split, join, move, removal, paragraph, heading, trivia, rename
    }

    struct Block {
        /// What makes it a heading or an item of a list: `## `, `- `.
        var mark = ""
        /// Tables and the like are moved and removed, and stay as they are.
        var isFixed = false
        var sentences: [String]
        var isHeading: Bool { mark.hasPrefix("#") }
        var text: String { sentences.joined(separator: " ") }
    }

    struct Page {
        var path: String
        var front: String
        var blocks: [Block]
        var text: String { front + blocks.map { "\n" + $0.mark + $0.text + "\n" }.joined() }
    }

    private var pages: [Page] = []
    private var generator: SeededGenerator
    private var nextName = 0
    /// The texts that a text was made of, directly; all as `plain`.
    private var sources: [String: Set<String>] = [:]

    /// Sentences at random.
    package init(seed: UInt64, documents count: Int = 4, blocks: Int = 9) {
        generator = SeededGenerator(seed: seed)
        for _ in 0..<count {
            let path = name()
            pages.append(Page(path: path, front: "---\ntitle: Page\n---\n", blocks: (0..<blocks).map { _ in block() }))
        }
    }

    /// - Parameter pages: documents as people wrote them, by their paths.
    package init(seed: UInt64, pages: [String: String]) {
        generator = SeededGenerator(seed: seed)
        self.pages = pages.sorted { $0.key < $1.key }.map { Page(path: $0, markdown: $1) }
    }

    /// The documents' texts by their paths.
    package var files: [String: String] { Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.text) }) }

    package var messages: PublicationMessages {
        let read = files.sorted { $0.key < $1.key }.compactMap { path, text in
            DocumentReader().read(SourceFile(path: "content/" + path, bytes: Array(text.utf8)), path: path).document
        }
        return PublicationMessages(site: [], documents: read.map { MessageExtractor().messages(of: $0) })
    }

    /// Whether one text, perhaps long ago, was made into the other.
    package func isDescended(_ text: String, from other: String) -> Bool {
        let ancestor = EditedPublication.plain(other)
        var open = [EditedPublication.plain(text)], seen: Set<String> = []
        while let next = open.popLast() {
            if next == ancestor { return true }
            if seen.insert(next).inserted { open += sources[next] ?? [] }
        }
        return false
    }

    /// Words alone: documents and messages write links each in their way.
    package static func plain(_ text: String) -> String {
        text.replacing(/\]\([^)]*\)|\]\[\d+\]/, with: "").split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    // MARK: Edits

    package mutating func edit() -> Edit {
        let edit = generator.pick(Edit.allCases + [.word, .word, .number])
        let page = generator.number(0...pages.count - 1)
        let block = generator.number(0...pages[page].blocks.count - 1)
        let old = pages[page].blocks[block]
        switch edit {
        case .word: change(page, block) { generator, sentence in EditedPublication.changeWord(sentence, &generator) }
        case .number: change(page, block) { generator, sentence in EditedPublication.changeNumber(sentence, &generator) }
        case .trivia:
            change(page, block) { _, sentence in
                sentence.contains("’") ? sentence.replacing("’", with: "'") : sentence.replacing("'", with: "’")
            }
        case .split:
            guard old.sentences.count > 1, !old.isFixed else { break }
            let place = generator.number(1...old.sentences.count - 1)
            let halves = [old.sentences[..<place], old.sentences[place...]].map { Block(mark: old.mark, sentences: Array($0)) }
            pages[page].blocks.replaceSubrange(block...block, with: halves)
            for half in halves { note(half.text, madeOf: [old.text]) }
        case .join:
            guard !old.isHeading, !old.isFixed, block + 1 < pages[page].blocks.count else { break }
            let next = pages[page].blocks[block + 1]
            guard next.mark == old.mark, !next.isFixed else { break }
            let joined = Block(mark: old.mark, sentences: old.sentences + next.sentences)
            pages[page].blocks.replaceSubrange(block...block + 1, with: [joined])
            note(joined.text, madeOf: [old.text, next.text])
        case .move:
            guard pages[page].blocks.count > 3 else { break }
            pages[page].blocks.remove(at: block)
            let other = generator.number(0...pages.count - 1)
            pages[other].blocks.insert(old, at: generator.number(0...pages[other].blocks.count))
        case .removal:
            if pages[page].blocks.count > 6 { pages[page].blocks.remove(at: block) }
        case .paragraph, .heading:
            pages[page].blocks.insert(self.block(isHeading: edit == .heading), at: block)
        case .rename:
            let folder = pages[page].path.lastIndex(of: "/").map { pages[page].path[...$0] } ?? ""
            pages[page].path = folder + name()
        }
        return edit
    }

    private mutating func note(_ text: String, madeOf others: [String]) {
        let text = EditedPublication.plain(text)
        sources[text, default: []].formUnion(others.map(EditedPublication.plain).filter { $0 != text })
    }

    private mutating func change(_ page: Int, _ block: Int, _ change: (inout SeededGenerator, String) -> String) {
        guard !pages[page].blocks[block].isFixed else { return }
        let old = pages[page].blocks[block].text
        let sentence = generator.number(0...pages[page].blocks[block].sentences.count - 1)
        pages[page].blocks[block].sentences[sentence] = change(&generator, pages[page].blocks[block].sentences[sentence])
        note(pages[page].blocks[block].text, madeOf: [old])
    }

    private static func changeWord(_ sentence: String, _ generator: inout SeededGenerator) -> String {
        var words = sentence.split(separator: " ").map(String.init)
        // Links and emphasis stay whole.
        let plain = words.indices.filter { words[$0].allSatisfy { $0.isLetter || $0.isNumber || ".,’'-".contains($0) } }
        guard !plain.isEmpty else { return sentence }
        let place = generator.pick(plain)
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
        if isHeading ?? generator.chance(25) { return Block(mark: "## ", sentences: [heading()]) }
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
