import Publication

/// Finds the message that stood in a new one's place, for each document.
///
/// What a document had and has still, in the same order, parts the old sequence and the new one into gaps; within a gap
/// those that are alike are paired, in order, each once: the two halves of a split paragraph are not both given the whole.
struct Predecessors {
    private let olds: [CatalogMerge.Old]
    private let template: CatalogTemplate
    private let waiting: Set<Int>
    private var likeness = TextLikeness()
    private var oldTexts: [Int: TextLikeness.Text] = [:]
    private var newTexts: [Int: TextLikeness.Text] = [:]

    /// Messages that stand in an old text, whose translation another part of it has: old entries by messages.
    private(set) var parts: [Int: Int] = [:]

    /// Half of the words; of texts with less than four words more, because one word in common is half of them.
    private static let leastAlike = 0.5, leastAlikeShort = 0.7, short = 4
    /// Less, where one of the two is a part of the other: it has so much of its words from there.
    private static let leastAlikePart = 0.4, leastPart = 0.85
    /// Less for short texts too, where the one stands in the very place of the other.
    private static let leastAlikeInPlace = 0.5, leastAlikePartInPlace = 0.6
    /// Pairs of a gap that are compared. A document with a larger one is another document.
    private static let mostPairs = 40_000

    init(olds: [CatalogMerge.Old], template: CatalogTemplate, waiting: Set<Int>) {
        self.olds = olds
        self.template = template
        self.waiting = waiting
    }

    /// Old entries by messages.
    mutating func find() -> [Int: Int] {
        let before = sequences()
        var found: [Int: Int] = [:]
        for sequence in template.sequences where sequence.entries.contains(where: { waiting.contains($0) && found[$0] == nil }) {
            guard let old = before[sequence.path] ?? renamed(sequence.entries, before) else { continue }
            align(old, sequence.entries, &found)
        }
        return found
    }

    /// The old entries of each file, in their order.
    private func sequences() -> [String: [Int]] {
        var sequences: [String: [Int]] = [:]
        for (index, old) in olds.enumerated() where !old.entry.isObsolete {
            for reference in old.entry.references { sequences[Predecessors.path(reference), default: []].append(index) }
        }
        return sequences
    }

    /// Without the line that other programs may have added.
    private static func path(_ reference: String) -> String {
        guard let colon = reference.lastIndex(of: ":"), reference[colon...].dropFirst().allSatisfy(\.isNumber) else { return reference }
        return String(reference[..<colon])
    }

    /// What a file had under another name: the one that is there no more and has most messages in common.
    private func renamed(_ messages: [Int], _ before: [String: [Int]]) -> [Int]? {
        let present = Set(template.sequences.map(\.path)), messages = Set(messages)
        let gone = before.keys.filter { !present.contains($0) }.sorted()
        func common(_ path: String) -> Int { before[path]?.count { olds[$0].target.map(messages.contains) ?? false } ?? 0 }
        guard let most = gone.max(by: { common($0) < common($1) }), common(most) > 0 else { return nil }
        return before[most]
    }

    // MARK: Alignment

    private mutating func align(_ old: [Int], _ new: [Int], _ found: inout [Int: Int]) {
        let positions = Dictionary(new.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let anchors = Predecessors.longestRise(old.enumerated().compactMap { place, index in
            olds[index].target.flatMap { positions[$0] }.map { (place, $0) }
        })
        var start = (old: 0, new: 0)
        for anchor in anchors + [(old.count, new.count)] {
            let before = old[start.old..<anchor.0], after = new[start.new..<anchor.1]
            let gone = before.filter { olds[$0].target.map { positions[$0] == nil } ?? true }
            let open = after.filter { waiting.contains($0) && found[$0] == nil }
            if !gone.isEmpty, !open.isEmpty, gone.count * open.count <= Predecessors.mostPairs {
                pair(gone, open, Predecessors.places(before, after), &found)
                findParts(gone, open, found)
            }
            start = (anchor.0 + 1, anchor.1 + 1)
        }
    }

    /// The longest run of pairs, in order, whose second numbers rise.
    private static func longestRise(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
        var tails: [Int] = []
        var previous = [Int?](repeating: nil, count: pairs.count)
        for index in pairs.indices {
            var low = 0, high = tails.count
            while low < high {
                let middle = (low + high) / 2
                if pairs[tails[middle]].1 < pairs[index].1 { low = middle + 1 } else { high = middle }
            }
            previous[index] = low > 0 ? tails[low - 1] : nil
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var run: [(Int, Int)] = []
        var next = tails.last
        while let index = next {
            run.append(pairs[index])
            next = previous[index]
        }
        return run.reversed()
    }

    private struct Pair: Hashable { let old: Int, new: Int }

    /// Those that stand as far from the beginning of a gap, or from its end.
    private static func places(_ before: ArraySlice<Int>, _ after: ArraySlice<Int>) -> Set<Pair> {
        Set((Array(zip(before, after)) + Array(zip(before.reversed(), after.reversed()))).map(Pair.init))
    }

    /// Pairs in order so that the sum of their likenesses is the greatest.
    private mutating func pair(_ gone: [Int], _ open: [Int], _ places: Set<Pair>, _ found: inout [Int: Int]) {
        let isAlone = open.count == 1 && gone.count { olds[$0].isGone } == 1
        var sums = Array(repeating: [Double](repeating: 0, count: open.count + 1), count: gone.count + 1)
        var likes = Array(repeating: [Double](repeating: 0, count: open.count), count: gone.count)
        for row in gone.indices.reversed() {
            for column in open.indices.reversed() {
                likes[row][column] = like(
                    gone[row], open[column],
                    isInPlace: olds[gone[row]].isGone && (isAlone || places.contains(Pair(old: gone[row], new: open[column]))))
                sums[row][column] = max(sums[row + 1][column], sums[row][column + 1])
                if likes[row][column] > 0 { sums[row][column] = max(sums[row][column], sums[row + 1][column + 1] + likes[row][column]) }
            }
        }
        var row = 0, column = 0
        while row < gone.count, column < open.count {
            if likes[row][column] > 0, sums[row][column] == sums[row + 1][column + 1] + likes[row][column] {
                found[open[column]] = gone[row]
                (row, column) = (row + 1, column + 1)
            } else if sums[row][column] == sums[row + 1][column] {
                row += 1
            } else {
                column += 1
            }
        }
    }

    /// What is left of texts that were split.
    private mutating func findParts(_ gone: [Int], _ open: [Int], _ found: [Int: Int]) {
        let given = open.compactMap { found[$0] }
        for message in open where found[message] == nil {
            let new = newText(message)
            guard new.words.count >= Predecessors.short else { continue }
            parts[message] = given.first { old in
                let whole = oldText(old)
                return whole.weight > new.weight && likeness.part(whole, new) >= Predecessors.leastPart
            }
        }
    }

    private mutating func oldText(_ old: Int) -> TextLikeness.Text {
        let text = oldTexts[old] ?? likeness.text(olds[old].entry.translatedKey.text)
        oldTexts[old] = text
        return text
    }

    private mutating func newText(_ message: Int) -> TextLikeness.Text {
        let text = newTexts[message] ?? likeness.text(template.entries[message].key.text)
        newTexts[message] = text
        return text
    }

    /// 0 for those that are not alike enough.
    ///
    /// - Parameter isInPlace: whether the new one stands where the old one stood.
    private mutating func like(_ old: Int, _ message: Int, isInPlace: Bool) -> Double {
        let one = oldText(old), other = newText(message)
        // No more can be alike than the shorter of the two.
        let bound = Double(2 * min(one.weight, other.weight)) / Double(max(1, one.weight + other.weight))
        let isShort = min(one.words.count, other.words.count) < Predecessors.short
        let least = isShort ? Predecessors.leastAlikeShort : Predecessors.leastAlike
        guard bound >= Predecessors.leastAlikePart else { return 0 }
        let alike = likeness.of(one, other)
        if alike >= least { return alike }
        let before = olds[old].entry.translatedKey.text, after = template.entries[message].key.text
        if bound >= least, before.withoutTrivia.withoutNumbers.text == after.withoutTrivia.withoutNumbers.text { return 0.99 }
        guard alike >= Predecessors.leastAlikePart else { return 0 }
        if !isShort, likeness.part(one, other) >= Predecessors.leastPart { return alike }
        if isInPlace {
            if alike >= Predecessors.leastAlikeInPlace, likeness.isOneWordReplaced(one, other) { return alike }
            if alike >= Predecessors.leastAlikePartInPlace, likeness.part(one, other) == 1 { return alike }
        }
        return 0
    }
}
