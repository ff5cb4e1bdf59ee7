import Foundation
import Markdown

/// Abbreviations that stand for two things, or of which nobody says what they stand for.
struct Abbreviations {
    /// Words that an abbreviation stands for.
    private struct Expansion {
        let words: [String]
        let shown: String
        let place: String
        /// Whether they stand beside it; else they only begin with its letters.
        let isDefinition: Bool
    }

    private struct Mention {
        let text: PlacedText
        let range: Range<Int>
    }

    /// Where each first stands, in the order in which they do.
    private var mentions: [(letters: String, mention: Mention)] = []
    private var expansions: [String: [Expansion]] = [:]
    /// Words in capitals that stand elsewhere in small letters: they are only said aloud.
    private var shouted: Set<String> = []
    /// Terms of the glossary that are an abbreviation and nothing more.
    private var bareTerms: Set<String> = []

    /// - Parameter plans: those that are looked at first.
    init(_ publication: Publication, plans: [Document]) {
        var texts = plans.map { $0.placedTexts() }
        let glossaries = publication.documents.filter { $0.kind == .glossary }
        let others = publication.documents.filter { $0.kind.isTracked && $0.kind != .plan }
        texts += (glossaries + others).map { $0.placedTexts() }
        var seen: Set<String> = []
        for text in texts.joined() where Word.mayHaveCapitals(text.bytes) {
            let words = Word.words(of: text)
            for (index, word) in words.enumerated() where Word.isAbbreviation(index, in: words) && !text.isLinked(word.range) {
                guard let letters = word.capitals, seen.insert(letters).inserted else { continue }
                mentions.append((letters, Mention(text: text, range: word.range)))
            }
        }
        guard !mentions.isEmpty else { return }
        let lengths = Set(seen.map(\.unicodeScalars.count))
        for document in plans + publication.documents.filter({ $0.kind != .plan }) {
            read(document)
            for text in document.placedTexts(including: [.alsoCalled, .published]) { read(text, looking: seen, lengths: lengths) }
        }
    }

    func problems() -> [Diagnostic] {
        mentions.compactMap { letters, mention in
            let known = distinct(letters)
            if known.count > 1 {
                return mention.text.problem(
                    .abbreviation, at: mention.range,
                    "\(letters) stands for ‘\(known[0].shown)’ at \(known[0].place) and for ‘\(known[1].shown)’ at \(known[1].place)",
                    help: "Find out which one it is, and write that one everywhere.")
            }
            guard known.isEmpty, expansions[letters] == nil, !shouted.contains(letters) else { return nil }
            let help = bareTerms.contains(letters)
                ? "The glossary has the abbreviation alone: write its full name there, as in `## Its full name (\(letters))`."
                : "Add it to the glossary, as in `## Its full name (\(letters))`, or write it out where it first stands."
            return mention.text.problem(.abbreviation, at: mention.range, "nothing says what \(letters) stands for", help: help)
        }
    }

    /// The keys of the words of those that stand for two things: other checks need not ask again.
    var contested: Set<[String]> {
        Set(mentions.flatMap { letters, _ -> [[String]] in
            let known = distinct(letters)
            return known.count > 1 ? known.map(\.words) : []
        })
    }

    // MARK: Expansions

    private mutating func read(_ document: Document) {
        guard case .glossary(let glossary) = document.meaning else { return }
        for term in glossary.terms {
            let text = PlacedText(document, paragraph: term.heading)
            let words = Word.words(of: text)
            guard term.abbreviation != nil, let open = text.bytes.lastIndex(of: UInt8(ascii: "(")) else {
                if words.count == 1, let letters = words[0].capitals { bareTerms.insert(letters) }
                continue
            }
            let before = words.prefix { $0.range.upperBound <= open }, behind = words.dropFirst(before.count)
            let isTurned = Glossary.beginsWithAbbreviation(String(decoding: text.bytes, as: UTF8.self))
            let (name, letters) = isTurned ? (behind, before) : (before, behind)
            guard let first = name.first, let last = name.last else { continue }
            for word in letters {
                if let letters = word.capitals { add(letters, name, in: text, first.range.lowerBound..<last.range.upperBound, isDefinition: true) }
            }
        }
    }

    private mutating func read(_ text: PlacedText, looking: Set<String>, lengths: Set<Int>) {
        let words = Word.words(of: text)
        for (index, word) in words.enumerated() {
            if !word.isCapitalized {
                let capitals = word.key.uppercased()
                if looking.contains(capitals) { shouted.insert(capitals) }
                continue
            }
            if let letters = word.capitals {
                guard looking.contains(letters) else { continue }
                if let name = nameBefore(index, letters, words, text) ?? nameBehind(index, letters, words, text) {
                    let range = words[name.lowerBound].range.lowerBound..<words[name.upperBound - 1].range.upperBound
                    add(letters, words[name], in: text, range, isDefinition: true)
                }
                continue
            }
            readRuns(from: index, words, text, looking: looking, lengths: lengths)
        }
    }

    /// `Team Coordinators (TCs)`: the words whose letters the abbreviation has.
    private func nameBefore(_ index: Int, _ letters: String, _ words: [Word], _ text: PlacedText) -> Range<Int>? {
        let place = words[index].range.lowerBound
        guard index > 0, place > 0, text.bytes[place - 1] == UInt8(ascii: "(") else { return nil }
        let wanted = letters.unicodeScalars.map(Word.initial)
        var start: Int?
        // A word that only joins others may have given its letter or not: `Portrait of the Graduate (POG)`.
        func match(_ next: Int, _ letter: Int) -> Bool {
            guard next >= 0, index - next <= 12 else { return false }
            let word = words[next]
            if word.initial == wanted[letter] {
                if letter == 0 {
                    start = next
                    return true
                }
                if word.isJoined, match(next - 1, letter - 1) { return true }
            }
            return FunctionWords.isSkipped(word) && word.isJoined && match(next - 1, letter)
        }
        return match(index - 1, wanted.count - 1) ? start.map { $0..<index } : nil
    }

    /// `TC (Team Coordinator)`
    private func nameBehind(_ index: Int, _ letters: String, _ words: [Word], _ text: PlacedText) -> Range<Int>? {
        let end = words[index].range.upperBound
        guard index + 1 < words.count, text.bytes[end...].starts(with: Array(" (".utf8)), words[index + 1].range.lowerBound == end + 2
        else { return nil }
        let wanted = letters.unicodeScalars.map(Word.initial)
        var last: Int?
        func match(_ next: Int, _ letter: Int) -> Bool {
            guard next < words.count, next - index <= 12, next == index + 1 || words[next].isJoined else { return false }
            if words[next].initial == wanted[letter] {
                if letter + 1 == wanted.count {
                    last = next + 1
                    return true
                }
                if match(next + 1, letter + 1) { return true }
            }
            return FunctionWords.isSkipped(words[next]) && match(next + 1, letter)
        }
        return match(index + 1, 0) ? last.map { index + 1..<$0 } : nil
    }

    /// Runs of words with capitals whose letters are those of an abbreviation: `Instructional Leadership Groups`.
    private mutating func readRuns(from index: Int, _ words: [Word], _ text: PlacedText, looking: Set<String>, lengths: Set<Int>) {
        var initials = String.UnicodeScalarView()
        var next = index
        while next < words.count, initials.count < 6, next == index || words[next].isJoined {
            let word = words[next]
            if word.isCapitalized, word.capitals == nil {
                initials.append(word.initial)
                let letters = String(initials)
                if lengths.contains(initials.count), looking.contains(letters) {
                    add(letters, words[index...next], in: text, words[index].range.lowerBound..<word.range.upperBound, isDefinition: false)
                }
            } else if !FunctionWords.isSkipped(word) {
                return
            }
            next += 1
        }
    }

    private mutating func add(_ letters: String, _ words: ArraySlice<Word>, in text: PlacedText, _ range: Range<Int>, isDefinition: Bool) {
        let keys = words.map(\.key).filter { !FunctionWords.all.contains($0) && $0.utf8.count > 1 }
        var known = expansions[letters] ?? []
        if let place = known.firstIndex(where: { $0.words == keys }) {
            guard isDefinition, !known[place].isDefinition else { return }
            known.remove(at: place)
        }
        let place = "\(text.document.source.path):\(text.line(of: range))"
        known.append(Expansion(words: keys, shown: text.text(range), place: place, isDefinition: isDefinition))
        expansions[letters] = known
    }

    /// What an abbreviation stands for. Words that only begin with its letters count where half of them are those of what
    /// it stands for: a School Council is no other School Committee.
    private func distinct(_ letters: String) -> [Expansion] {
        let all = expansions[letters] ?? []
        var known = all.filter(\.isDefinition)
        let runs = all.filter { !$0.isDefinition }
        if known.isEmpty, let first = runs.first { known = [first] }
        guard letters.unicodeScalars.count > 2 else { return known }
        for run in runs where !known.contains(where: { $0.words == run.words }) {
            let isNear = known.contains { other in
                other.words.count == run.words.count && zip(other.words, run.words).count { $0 == $1 } * 2 >= run.words.count
            }
            // `School Improvement Planning` makes a School Improvement Plan.
            let isSame = known.contains { other in
                other.words.count == run.words.count && zip(other.words, run.words).allSatisfy { $0.hasPrefix($1) || $1.hasPrefix($0) }
            }
            if isNear, !isSame { known.append(run) }
        }
        return known
    }
}

extension Word {
    /// Its first letter as a capital without accents.
    package var initial: Unicode.Scalar { Word.initial(key.unicodeScalars.first ?? " ") }

    package static func initial(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        if letter.isASCII { return (0x61...0x7A).contains(letter.value) ? Unicode.Scalar(letter.value - 0x20)! : letter }
        return String(letter).decomposedStringWithCanonicalMapping.uppercased().unicodeScalars.first ?? letter
    }
}
