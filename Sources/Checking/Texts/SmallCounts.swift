import Markdown
import Publication

/// Counts of people in the words of a survey that are below what its tables withhold: who reads ‘three families said’
/// can work out what a table does not show, or knows who they are.
///
/// A number counts where people follow it, `three families`, or whom it is part of, `2 of 9`. Bounds, shares of ten and
/// what is counted anew for each of something say nothing of the answers.
struct SmallCounts {
    let text: CheckedText

    private var threshold: Int { text.counts.threshold(of: text.document.frontMatter.survey) }

    func problems() -> [Diagnostic] {
        guard case .survey(let survey) = text.document.meaning else { return repeated() }
        guard let words = CountWords.of(text.language) else { return [] }
        let finder = Finder(words, text.document.frontMatter.survey, threshold: threshold)
        let places = Places(survey, text.tree)
        var problems: [Diagnostic] = []
        for (key, value) in [("summary", text.document.frontMatter.summary), ("notice", text.document.frontMatter.notice)] {
            guard let bytes = value.map({ Array($0.utf8) }) else { continue }
            problems += finder.counts(in: Word.words(of: bytes), bytes, needsVerb: false).map { inFrontMatter(key, bytes[$0]) }
        }
        var lone: [Diagnostic] = []
        var loneCount = 0
        for block in text.blocks where problems.count < CheckedText.most {
            let bytes = block.text.bytes
            let found: [Range<Int>]
            if places.isQuestion(block.node) {
                // A question's words are no count, but what is added to them in brackets may be one.
                guard block.kind == .heading else { continue }
                found = SmallCounts.brackets(bytes).flatMap { range in
                    let part = Array(bytes[range])
                    return finder.counts(in: Word.words(of: part), part, needsVerb: true).map { $0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound }
                }
            } else {
                let isOwn = places.isOfOurselves(block.node)
                found = finder.counts(in: Word.words(of: block.text), bytes, needsVerb: isOwn)
                if !isOwn, found.isEmpty, block.kind == .paragraph, let (range, count) = SmallCounts.loneCount(bytes) {
                    loneCount += 1
                    if (1..<threshold).contains(count) { lone.append(block.text.problem(.smallCount, at: range, message(block.text.text(range)), help: SmallCounts.help)) }
                }
            }
            problems += found.map { block.text.problem(.smallCount, at: $0, message(block.text.text($0)), help: SmallCounts.help) }
        }
        // One alone may be anything: `Goal: 4`.
        return loneCount > 1 ? problems + lone : problems
    }

    /// The table of a survey once more on another page, where nothing is withheld.
    private func repeated() -> [Diagnostic] {
        guard !text.counts.questions.isEmpty else { return [] }
        let tree = text.tree
        var problems: [Diagnostic] = []
        for table in text.nodes(.table) {
            let rows = tree.children(of: table).dropFirst().map { Array(tree.children(of: $0)) }.filter { !$0.isEmpty }
            let labels = rows.map { SurveyCounts.answer(tree.plainText(of: $0[0])) }
            for question in text.counts.questions where labels.count(where: question.answers.contains) * 2 > max(labels.count, 2) {
                for (label, row) in zip(labels, rows) {
                    guard let small = question.small[label],
                        let (cell, count) = row.dropFirst().lazy.compactMap({ cell in
                            Int(tree.plainText(of: cell).filter { $0 != " " }).flatMap { small.contains($0) ? (cell, $0) : nil }
                        }).first
                    else { continue }
                    problems.append(text.problem(
                        .smallCount, at: cell, "\(question.number) of ‘\(excerpt(question.survey))’ withholds this count: \(count < question.threshold ? "it is" : "others would tell by it which one is") below \(question.threshold)",
                        help: "Write [c] here and wherever the survey’s page shows it, or link to that page instead of repeating its table."))
                    if problems.count >= CheckedText.most { return problems }
                }
            }
        }
        return problems
    }

    /// What stands in round brackets.
    private static func brackets(_ bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = [], start: Int?
        for (place, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "(") { start = place + 1 }
            if byte == UInt8(ascii: ")"), let first = start { (ranges, start) = (ranges + [first..<place], nil) }
        }
        return ranges
    }

    /// `Arabic: 4`, `Arabic (4)`
    private static func loneCount(_ bytes: [UInt8]) -> (range: Range<Int>, count: Int)? {
        guard bytes.count <= 90, let last = bytes.lastIndex(where: { (0x30...0x39).contains($0) }), bytes[(last + 1)...].allSatisfy({ [0x20, 0x29, 0x2E, 0x3B].contains($0) })
        else { return nil }
        let start = (bytes[...last].lastIndex { !(0x30...0x39).contains($0) } ?? -1) + 1
        guard last - start < 6, let mark = bytes[..<start].last(where: { $0 != 0x20 }), mark == UInt8(ascii: ":") || mark == UInt8(ascii: "("),
            !bytes[..<start].contains(where: { (0x30...0x39).contains($0) }), bytes[..<start].contains(where: { $0 > 0x40 })
        else { return nil }
        return Int(String(decoding: bytes[start...last], as: UTF8.self)).map { (start..<last + 1, $0) }
    }

    private static let help = """
        Say it without a number, as in ‘a few families’ or ‘some students’: together with the tables, a count in words \
        can show what they withhold, and people know each other.
        """

    private func message(_ words: some StringProtocol) -> String {
        "‘\(excerpt(words))’ counts people, and counts below \(threshold) are withheld"
    }

    private func inFrontMatter(_ key: String, _ written: ArraySlice<UInt8>) -> Diagnostic {
        let words = String(decoding: written, as: UTF8.self), source = text.document.source
        let value = text.document.problem(.smallCount, key: key, message(words), help: SmallCounts.help)
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
                // Footnotes stand behind the last section.
                let last = part.blocks.last.map { max($0 + 1, Int(tree.nodes[$0].end)) } ?? part.heading + 1
                let end = number + 1 < survey.parts.count ? survey.parts[number + 1].heading : max(last, run(part.heading).upperBound)
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
        /// Those, and how many of each were asked.
        private let wholes: Set<Int>

        init(_ words: CountWords, _ facts: SurveyFacts, threshold: Int) {
            self.threshold = threshold
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
            sizes = Set(facts.groups.compactMap(\.answered) + [facts.responses].compactMap { $0 })
            wholes = sizes.union(facts.groups.compactMap(\.invited) + [facts.invited].compactMap { $0 })
        }

        /// - Parameter needsVerb: whether only what people answered counts.
        func counts(in text: [Word], _ bytes: [UInt8], needsVerb: Bool) -> [Range<Int>] {
            var found: [Range<Int>] = [], next = 0
            for index in text.indices where index >= next {
                guard let count = number(text[index], bytes), let end = end(of: count, index, text, bytes, needsVerb: needsVerb) else { continue }
                found.append(text[index].range.lowerBound..<text[end].range.upperBound)
                next = end + 1
                if found.count == CheckedText.most { break }
            }
            return found
        }

        /// The last word of what counts people.
        private func end(of count: Int, _ index: Int, _ text: [Word], _ bytes: [UInt8], needsVerb: Bool) -> Int? {
            if isRest(count, index, text, bytes) { return index }
            guard (1..<max(threshold, 100)).contains(count), !isOther(index, text, bytes) else { return nil }
            if let end = share(count, index, text, bytes) { return end }
            guard count < threshold else { return nil }
            if index > 0, text[index - 1].key == "n", bytes[text[index - 1].range.upperBound..<text[index].range.lowerBound].contains(UInt8(ascii: "=")) { return index }
            let isArticle = words.articles.contains(text[index].key)
            return part(index, text, bytes) ?? whole(index, count, text, bytes, needsVerb: needsVerb || isArticle)
        }

        /// `3 % of the 160`
        private func share(_ count: Int, _ index: Int, _ text: [Word], _ bytes: [UInt8]) -> Int? {
            guard text[index].isNumber, bytes[text[index].range.upperBound...].first(where: { ![0x20, 0xC2, 0xA0, 0xE2, 0x80, 0xAF].contains($0) }) == UInt8(ascii: "%"),
                index + 1 < text.count, words.of.contains(text[index + 1].key)
            else { return nil }
            var next = index + 2
            while takes(&next, text, words.determiners) {}
            guard next < text.count, text[next].isJoined, text[next].isNumber, let size = number(text[next], bytes) else { return nil }
            return size <= 1_000_000 && (1..<threshold).contains((count * size + 50) / 100) ? next : nil
        }

        /// `Of the 160, 153 answered`
        private func isRest(_ count: Int, _ index: Int, _ text: [Word], _ bytes: [UInt8]) -> Bool {
            guard index > 1, text[index].isNumber, text[index - 1].isNumber, let size = number(text[index - 1], bytes), wholes.contains(size), (1..<max(1, threshold)).contains(size - count),
                bytes[text[index - 1].range.upperBound..<text[index].range.lowerBound].first == UInt8(ascii: ","), !isOther(index, text, bytes)
            else { return false }
            var before = index - 2
            while before > 0, words.determiners.contains(text[before].key) { before -= 1 }
            return words.of.contains(text[before].key) || words.out.contains(text[before].key) || ["das", "dos", "da", "do", "des", "del"].contains(text[before].key)
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
            // `of our 160 members`
            if let whole, next < text.count, text[next].gap == .space, words.members.contains(text[next].key) { return isCountedAnew(next, text) ? nil : max(whole, next) }
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
