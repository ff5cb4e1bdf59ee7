/// Where a response's group stands.
struct GroupColumn {
    let column: Int
    /// Where another answer than the options is typed, and the column itself is blank.
    let typedOther: Int?

    private static let other = Array("Other".utf8)

    @inline(__always)
    func withText<Result>(of record: Record, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Result) -> Result {
        let cell = record.cell(column)
        if cell.isEmpty, let typedOther, !record.cell(typedOther).isEmpty { return Self.other.withUnsafeBufferPointer { body($0[...]) } }
        return record.bytes.withUnsafeBufferPointer { body($0[cell]) }
    }
}

/// The groups of responses: which are shown, and which counts belong to each.
struct Grouping {
    /// One without a name where nothing was grouped.
    private(set) var names: [String] = [""]
    private(set) var sizes: [Int]
    /// From a column's answers to the groups.
    private var places: [Int]
    private(set) var notes: [String] = []
    /// Whether groups were too small to be shown alone.
    private(set) var isCombined = false

    var isOne: Bool { names.count == 1 }

    init(
        _ values: DistinctCounts, _ responses: [Int], column: Int?, declared: [String]?, _ threshold: Int, _ texts: SummaryTexts
    ) throws(ExportProblem) {
        guard column != nil else {
            sizes = [responses.reduce(0, +)]
            places = Array(repeating: 0, count: responses.count)
            return
        }
        try Self.refuseSeveral(values, responses, column ?? 0, declared)
        // Groups by the words of their answers, in the order of the options, of a scale, or of their coming.
        var groups: [(name: String, key: String, values: [Int], size: Int, rank: Int)] = []
        let declaredKeys = declared?.map(\.folded) ?? []
        for value in (0..<values.count).sorted(by: { (values.firsts[$0], $0) < (values.firsts[$1], $1) }) where responses[value] > 0 {
            var name = values.text(value).onOneLine
            var rank = declaredKeys.firstIndex(of: name.folded) ?? 1000
            if name.isEmpty || AnswerWords.noAnswer.contains(name.folded) { (name, rank) = (texts.noAnswer, 3000) }
            if AnswerWords.isOther(name.folded) { (name, rank) = (texts.other, 2000) }
            if let known = groups.firstIndex(where: { $0.key == name.folded }) {
                groups[known].values.append(value)
                groups[known].size += responses[value]
            } else {
                groups.append((name, name.folded, [value], responses[value], rank))
            }
        }
        // A group that few named and nobody declared may be a person's own words.
        var other: (values: [Int], size: Int) = ([], 0)
        groups.removeAll { group in
            guard group.rank == 1000, group.size < threshold, !AnswerWords.isOnAnyScale(group.key), !Self.isPlain(group.name) else { return false }
            other.values += group.values
            other.size += group.size
            return true
        }
        guard other.size * 2 <= other.size + groups.filter({ $0.rank < 2000 }).reduce(0, { $0 + $1.size }) else {
            throw ExportProblem(
                "what column \((column ?? 0) + 1) holds differs from person to person: it makes no groups",
                help: "Name a question with a few answers, or declare its options with --options.", isWrongUse: true)
        }
        if other.size > 0 {
            if let known = groups.firstIndex(where: { $0.key == texts.other.folded }) {
                groups[known].values += other.values
                groups[known].size += other.size
            } else {
                groups.append((texts.other, texts.other.folded, other.values, other.size, 2000))
            }
            notes.append("groups that fewer than \(threshold) people named are counted as ‘\(texts.other)’: declare them with --options to name them")
        }
        if let (_, ranks) = AnswerWords.scale(of: groups.filter { $0.rank == 1000 }.map(\.key)) {
            var next = ranks.makeIterator()
            for index in groups.indices where groups[index].rank == 1000 { groups[index].rank += next.next() ?? 0 }
        }
        groups = groups.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
        while groups.count > 1, let small = groups.indices.min(by: { groups[$0].size < groups[$1].size }), groups[small].size < threshold {
            let group = groups.remove(at: small)
            let next = groups.indices.min { groups[$0].size < groups[$1].size }!
            groups[next].name = small <= next ? "\(group.name), \(groups[next].name)" : "\(groups[next].name), \(group.name)"
            groups[next].values += group.values
            groups[next].size += group.size
            isCombined = true
        }
        guard groups.count > 1 else {
            throw ExportProblem(
                "column \((column ?? 0) + 1) makes fewer than two groups of \(threshold) or more", help: "Leave --by out, or name another column.", isWrongUse: true)
        }
        if isCombined { notes.append("groups of fewer than \(threshold) are shown together with another: ‘\(groups.map(\.name).joined(separator: "’, ‘"))’") }
        names = groups.map(\.name)
        sizes = groups.map(\.size)
        places = Array(repeating: 0, count: responses.count)
        for (place, group) in groups.enumerated() { for value in group.values { places[value] = place } }
    }

    /// A person is in one group.
    private static func refuseSeveral(_ values: DistinctCounts, _ responses: [Int], _ column: Int, _ declared: [String]?) throws(ExportProblem) {
        let answers = (0..<values.count).map { (text: values.text($0), count: responses[$0]) }.filter { $0.count > 0 && !$0.text.isEmpty }
        let splitter = declared.map { AnswerSplitter(options: $0, separator: ColumnCounts.separator(answers), isDeclared: true) } ?? AnswerSplitter.guessed(answers)
        if let splitter, answers.contains(where: { splitter.split($0.text).options.count > 1 || $0.text.hasSuffix(";") }) {
            throw ExportProblem(
                "column \(column + 1) holds several answers of one person: it makes no groups", help: "Name a question that has one answer.", isWrongUse: true)
        }
    }

    /// A grade or a year gives no more away than its number.
    private static func isPlain(_ name: String) -> Bool { name.utf8.count <= 4 && name.utf8.allSatisfy(CellLooks.isDigit) }

    /// A row's counts by group, with all together last where there are several.
    func row(_ counts: [Int]) -> [Int] {
        var row = Array(repeating: 0, count: names.count)
        for (value, count) in counts.enumerated() { row[places[value]] += count }
        return isOne ? row : row + [row.reduce(0, +)]
    }
}
