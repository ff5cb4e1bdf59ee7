import Markdown
import Publication

/// Counts of people in the words of a survey that are below what its tables withhold: who reads ‘three families said’
/// can work out what a table does not show, or knows who they are.
///
/// A number counts where people follow it, `three families`, or whom it is part of, `2 of 9`. Bounds, shares of ten and
/// what is counted anew for each of something say nothing of the answers.
struct SmallCounts {
    let text: CheckedText

    func problems() -> [Diagnostic] {
        guard case .survey(let survey) = text.document.meaning, let words = CountWords.of(text.language) else { return [] }
        let finder = Finder(words, text.document.frontMatter.survey)
        let places = Places(survey, text.tree)
        var problems: [Diagnostic] = []
        if let summary = text.document.frontMatter.summary {
            let bytes = Array(summary.utf8)
            problems += finder.counts(in: Word.words(of: bytes), bytes, needsVerb: false).map { inSummary(bytes[$0]) }
        }
        for block in text.blocks where problems.count < CheckedText.most && !places.isQuestion(block.node) {
            let found = finder.counts(in: Word.words(of: block.text), block.text.bytes, needsVerb: places.isOfOurselves(block.node))
            problems += found.map { block.text.problem(.smallCount, at: $0, message(block.text.text($0)), help: SmallCounts.help) }
        }
        return problems
    }

    private static let help = """
        Say it without a number, as in ‘a few families’ or ‘some students’: together with the tables, a count in words \
        can show what they withhold, and people know each other.
        """

    private func message(_ words: some StringProtocol) -> String {
        "‘\(excerpt(words))’ counts people, and counts below \(text.document.frontMatter.survey.threshold) are withheld"
    }

    private func inSummary(_ written: ArraySlice<UInt8>) -> Diagnostic {
        let words = String(decoding: written, as: UTF8.self), source = text.document.source
        let value = text.document.problem(.smallCount, key: "summary", message(words), help: SmallCounts.help)
        // As it is written, where its line has it so.
        guard let place = source.line(value.line).firstRange(of: Array(written)) else { return value }
        let column = place.lowerBound - source.line(value.line).startIndex + 1
        return source.problem(.smallCount, line: value.line, column: column, length: written.count, message(words), help: SmallCounts.help)
    }

    /// The parts of a survey that are read in another way.
    private struct Places {
        private let tree: MarkdownTree
        /// Questions' own words and their answers, as runs of nodes.
        private var questions: [Range<MarkdownTree.Index>] = []
        /// Where the authors speak of themselves: sections on how they asked and on what they will do, and what stands
        /// between a question and its table.
        private var own: [Range<MarkdownTree.Index>] = []

        init(_ survey: Survey, _ tree: MarkdownTree) {
            self.tree = tree
            for (number, part) in survey.parts.enumerated() {
                for question in part.questions {
                    questions.append(run(question.heading))
                    if let table = question.table { questions.append(run(table)) }
                    own += question.before.map(run)
                }
                let isOwn = part.questions.isEmpty && PartNames.isOfAuthors(tree.plainText(of: part.heading))
                let end = number + 1 < survey.parts.count ? survey.parts[number + 1].heading : tree.nodes.count
                if isOwn { own.append(part.heading..<end) }
            }
        }

        private func run(_ node: MarkdownTree.Index) -> Range<MarkdownTree.Index> { node..<max(node + 1, Int(tree.nodes[node].end)) }

        func isQuestion(_ node: MarkdownTree.Index) -> Bool { Places.holds(questions, node) }
        func isOfOurselves(_ node: MarkdownTree.Index) -> Bool { Places.holds(own, node) }

        private static func holds(_ runs: [Range<MarkdownTree.Index>], _ node: MarkdownTree.Index) -> Bool {
            var low = 0, high = runs.count
            while low < high {
                let middle = (low + high) / 2
                if runs[middle].lowerBound <= node { low = middle + 1 } else { high = middle }
            }
            return low > 0 && runs[low - 1].contains(node)
        }
    }
}

extension SmallCounts {
    /// Finds counts of people in the words of one text.
    private struct Finder {
        private let words: CountWords
        private let people: Set<String>
        private let collective: Set<String>
        private let threshold: Int
        /// How many of each group and of all answered.
        private let sizes: Set<Int>

        init(_ words: CountWords, _ facts: SurveyFacts) {
            self.words = words
            var people = words.people, collective = words.collective
            for group in facts.groups {
                let name = Word.words(of: Array(group.name.utf8))
                guard let last = name.last, !last.isNumber else { continue }
                let isPlural = group.name.utf8.last.map { $0 | 0x20 == UInt8(ascii: "s") } ?? false
                guard isPlural || name.count == 1 else { continue }
                people.insert(last.key)
                if !isPlural, !words.people.contains(last.key) { collective.insert(last.key) }
            }
            self.people = people
            self.collective = collective
            threshold = facts.threshold
            sizes = Set(facts.groups.compactMap(\.answered) + [facts.responses].compactMap { $0 })
        }

        /// - Parameter needsVerb: whether only what people answered counts.
        func counts(in text: [Word], _ bytes: [UInt8], needsVerb: Bool) -> [Range<Int>] {
            var found: [Range<Int>] = [], next = 0
            for index in text.indices where index >= next {
                guard let count = number(text[index], bytes), (1..<threshold).contains(count), !isOther(index, text, bytes) else { continue }
                let isArticle = words.articles.contains(text[index].key)
                guard let end = part(index, text, bytes) ?? whole(index, count, text, bytes, needsVerb: needsVerb || isArticle) else { continue }
                found.append(text[index].range.lowerBound..<text[end].range.upperBound)
                next = end + 1
                if found.count == CheckedText.most { break }
            }
            return found
        }

        private func number(_ word: Word, _ bytes: [UInt8]) -> Int? {
            if word.isNumber { return Int(String(decoding: bytes[word.range], as: UTF8.self)) }
            return words.articles.contains(word.key) ? 1 : words.numbers[word.key]
        }

        /// Whether a number is part of another one, a bound, or a name.
        private func isOther(_ index: Int, _ text: [Word], _ bytes: [UInt8]) -> Bool {
            let word = text[index]
            // 1,005; 2.5; $5
            if word.isNumber, let before = bytes[..<word.range.lowerBound].last, ".,:/$#'".utf8.contains(before) { return true }
            if index + 1 < text.count, text[index + 1].gap == .hyphen || text[index + 1].gap == .space && words.tens.contains(text[index + 1].key) { return true }
            guard index > 0, word.isJoined else { return false }
            if word.gap == .hyphen { return true }
            let before = text[index - 1]
            if words.bounds.contains(before.key) || words.tens.contains(before.key) || word.isNumber && words.labels.contains(before.key) { return true }
            guard index > 1, before.isJoined else { return false }
            let second = index > 2 && words.out.contains(text[index - 2].key) ? text[index - 3] : text[index - 2]
            if words.joiners.contains(before.key) {
                if number(second, bytes) != nil || words.tens.contains(second.key) { return true }
            }
            return words.of.contains(before.key) && words.comparing.contains(second.key) && isPlural(second, bytes)
        }

        /// `2 of 9 students`, `two of our families`, `2 of 9 said`.
        private func part(_ index: Int, _ text: [Word], _ bytes: [UInt8]) -> Int? {
            var next = index + 1, isOut = false
            if takes(&next, text, words.out) { isOut = true }
            // `out of 9`, `entre 9`
            guard takes(&next, text, words.of) || isOut else { return nil }
            // With the article in it.
            var isDetermined = ["das", "dos", "da", "do", "des"].contains(text[next - 1].key)
            while takes(&next, text, words.determiners) { isDetermined = true }
            guard next < text.count, text[next].isJoined else { return nil }
            var whole: Int?
            if let size = number(text[next], bytes), !words.articles.contains(text[next].key) {
                // Of ten, or of a hundred, is a share.
                let isShare = [10, 100, 1000].contains(size) || isOut && [2, 3, 4, 5, 20].contains(size)
                if isShare, !sizes.contains(size) || !text[next].isNumber { return nil }
                whole = next
                next += 1
            }
            if let unit = unit(from: next, text, bytes, isOne: false), whole != nil || isDetermined { return isCountedAnew(unit, text) ? nil : unit }
            return whole.flatMap { isVerb(next, text) ? $0 : nil }
        }

        /// `three families`
        private func whole(_ index: Int, _ count: Int, _ text: [Word], _ bytes: [UInt8], needsVerb: Bool) -> Int? {
            guard var last = unit(from: index + 1, text, bytes, isOne: count == 1), !isCountedAnew(last, text) else { return nil }
            let isCollective = collective.contains(text[last].key)
            if isCollective, last + 1 < text.count, text[last + 1].gap == .space, words.members.contains(text[last + 1].key) { last += 1 }
            if isVerb(last + 1, text) { return last }
            guard !needsVerb else { return nil }
            guard count == 1 || isCollective else { return last }
            // Else a person may be an example, and `one family night` is none.
            let isEnd = last + 1 == text.count || !text[last + 1].isJoined
            let isMembers = isCollective && count > 1 && !collective.contains(text[last].key)
            return isMembers || isEnd && count > 1 || !isEnd && words.followers.contains(text[last + 1].key) ? last : nil
        }

        /// The place of those who are counted.
        private func unit(from start: Int, _ text: [Word], _ bytes: [UInt8], isOne: Bool) -> Int? {
            var next = start
            while next < text.count, next < start + 4, text[next].isJoined {
                let word = text[next], isPlural = isPlural(word, bytes)
                if people.contains(word.key) {
                    let isAlwaysPlural = word.key == "people" || word.key == "children"
                    if isOne ? !isPlural && !isAlwaysPlural : isPlural || isAlwaysPlural || collective.contains(word.key) {
                        return isPossessive(word, bytes) ? nil : next
                    }
                    // `three student families`
                    if isPlural { return nil }
                }
                guard words.isAdjectiveFirst, !isPlural, !word.isNumber, words.numbers[word.key] == nil, !words.verbs.contains(word.key),
                    !joiningWords.contains(word.key)
                else { return nil }
                next += 1
            }
            return nil
        }

        private func isPlural(_ word: Word, _ bytes: [UInt8]) -> Bool {
            bytes[word.range].last.map { $0 | 0x20 == UInt8(ascii: "s") } ?? false
        }

        private func isPossessive(_ word: Word, _ bytes: [UInt8]) -> Bool {
            let rest = bytes[word.range.upperBound...]
            return rest.first == UInt8(ascii: "'") || rest.starts(with: Array("’".utf8))
        }

        /// `one person from every household`, `one family at a time`, `two students per class`
        private func isCountedAnew(_ last: Int, _ text: [Word]) -> Bool {
            var next = last + 1
            while next < text.count, next <= last + 3, text[next].isJoined {
                if words.each.contains(text[next].key) { return true }
                next += 1
            }
            return false
        }

        private func isVerb(_ index: Int, _ text: [Word]) -> Bool {
            var next = index
            while next < index + 2, takes(&next, text, words.fillers) {}
            return next < text.count && text[next].isJoined && words.verbs.contains(text[next].key)
        }

        private func takes(_ next: inout Int, _ text: [Word], _ keys: Set<String>) -> Bool {
            guard next < text.count, text[next].isJoined, keys.contains(text[next].key) else { return false }
            next += 1
            return true
        }
    }
}
