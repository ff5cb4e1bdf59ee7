/// The answers of one column, counted as they are read.
struct ColumnCounts {
    enum Mode {
        case values
        /// Too many different combinations of options to keep: each is cut as it comes.
        case several(AnswerSplitter)
        /// Too many different texts to be anything but free text.
        case text
    }

    private(set) var mode = Mode.values
    private(set) var values: DistinctCounts
    /// How many gave any answer, by group.
    private(set) var answered: [Int]
    /// By option and group, with what is no option last.
    private(set) var optionCounts: [[Int]] = []
    /// When each option was first chosen.
    private(set) var optionFirsts: [Int64] = []
    private let declared: [String]?
    var hasDeclaration: Bool { declared != nil }
    private var limit = 4096
    private var cache: AnswerSplitter.Cache = [:]
    private static let byteLimit = 1 << 20, longest = 1000

    init(groups: Int, declared: [String]?) {
        values = DistinctCounts(groups: groups)
        answered = Array(repeating: 0, count: groups)
        self.declared = declared
    }

    mutating func add(_ text: Slice<UnsafeBufferPointer<UInt8>>, group: Int, at time: Int64) {
        answered[group] += 1
        switch mode {
        case .text: return
        case .several(let splitter): count(String(decoding: text, as: UTF8.self), with: splitter, [(group, 1)], at: time)
        case .values:
            values.add(text.count > Self.longest ? text.prefix(Self.longest) : text, group: group, at: time)
            if values.count > limit || values.bytes > Self.byteLimit { overflow() }
        }
    }

    private mutating func overflow() {
        let texts = (0..<values.count).map { (text: values.text($0), count: values.counts($0).reduce(0, +)) }
        if limit < 65_536, values.bytes <= Self.byteLimit, texts.prefix(500).count(where: { Number($0.text) != nil }) >= 475 {
            limit = 65_536
            return
        }
        let splitter = declared.map { AnswerSplitter(options: $0, separator: Self.separator(texts), isDeclared: true) }
            ?? AnswerSplitter.guessed(texts)
        if let splitter, declared == nil || Self.explains(splitter, texts) {
            mode = .several(splitter)
            optionCounts = Array(repeating: Array(repeating: 0, count: values.groups), count: splitter.options.count + 1)
            optionFirsts = Array(repeating: .max, count: splitter.options.count)
            for entry in 0..<values.count {
                count(texts[entry].text, with: splitter, values.counts(entry).enumerated().map { ($0, $1) }, at: values.firsts[entry])
            }
        } else {
            mode = .text
        }
        values = DistinctCounts(groups: values.groups)
    }

    private mutating func count(_ text: String, with splitter: AnswerSplitter, _ counts: [(group: Int, count: Int)], at time: Int64) {
        let (options, hasOther) = splitter.split(text, &cache)
        for option in options {
            for (group, count) in counts { optionCounts[option][group] += count }
            optionFirsts[option] = min(optionFirsts[option], time)
        }
        if hasOther { for (group, count) in counts { optionCounts[splitter.options.count][group] += count } }
    }

    /// `;` where it stands in most of the answers that hold a separator.
    static func separator(_ answers: [(text: String, count: Int)]) -> Character {
        var semicolons = 0, commas = 0
        for answer in answers {
            if answer.text.utf8.contains(UInt8(ascii: ";")) { semicolons += answer.count } else if answer.text.utf8.contains(UInt8(ascii: ",")) { commas += answer.count }
        }
        return semicolons > 0 && semicolons * 2 >= commas ? ";" : ","
    }

    static func explains(_ splitter: AnswerSplitter, _ answers: [(text: String, count: Int)]) -> Bool {
        let found = answers.prefix(2000).count { !splitter.split($0.text).options.isEmpty }
        return found * 2 >= min(answers.count, 2000)
    }
}

/// The answers of all questions, counted in one reading.
struct AnswerCounter {
    struct Question {
        var parts: [ColumnCounts]
        var typedOther: ColumnCounts?
        /// How many answered any part, by group.
        var answered: [Int]
    }

    private(set) var questions: [Question]
    /// How many responses count, by group.
    private(set) var responses: [Int]
    /// The groups, with when each first came.
    private(set) var groups: DistinctCounts

    init(_ table: ExportTable, _ layout: ExportLayout, _ reader: ResponseReader, by groupColumn: GroupColumn?, declared: [[String]?]) throws {
        var groups = reader.groups ?? DistinctCounts(groups: 1)
        let groupCount = max(groups.count, 1)
        let (fates, times) = (reader.fates, reader.times)
        var questions = zip(layout.questions, declared).map { question, options in
            Question(
                parts: question.parts.map { _ in ColumnCounts(groups: groupCount, declared: options) },
                typedOther: question.typedOther.map { _ in ColumnCounts(groups: groupCount, declared: nil) },
                answered: Array(repeating: 0, count: groupCount))
        }
        var responses = Array(repeating: 0, count: groupCount)
        var row = 0
        try table.forEach { number, record in
            guard number >= layout.headerRows, row < fates.count else { return number < layout.headerRows }
            defer { row += 1 }
            guard fates[row] == .counted else { return true }
            let time = times[row]
            let group = groupColumn?.withText(of: record) { groups.add($0, group: 0, at: time) } ?? 0
            record.bytes.withUnsafeBufferPointer { bytes in
                responses[group] += 1
                for index in questions.indices {
                    var isAnswered = false
                    for (part, place) in layout.questions[index].parts.enumerated() {
                        let cell = record.cell(place.column)
                        guard !cell.isEmpty else { continue }
                        isAnswered = true
                        questions[index].parts[part].add(bytes[cell], group: group, at: time)
                    }
                    if let column = layout.questions[index].typedOther {
                        let cell = record.cell(column)
                        if !cell.isEmpty {
                            isAnswered = true
                            questions[index].typedOther!.add(bytes[cell], group: group, at: time)
                        }
                    }
                    if isAnswered { questions[index].answered[group] += 1 }
                }
            }
            return true
        }
        self.questions = questions
        self.responses = responses
        self.groups = groups
    }
}

/// A number as people type it: `7`, `7.5`, `7,5`, `1,200`, `1 200`; never `1, 3`, which are two.
struct Number {
    let value: Double
    /// Digits behind the mark.
    let decimals: Int

    init?(_ text: String) {
        guard let first = text.utf8.first, CellLooks.isDigit(first) || first == UInt8(ascii: "-"), text.utf8.count <= 15 else { return nil }
        var digits = text
        let groups = text.split { " \u{A0}\u{202F}".contains($0) }
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), groups[0].last?.isNumber == true, groups.dropFirst().allSatisfy({ $0.prefix { $0.isASCII && $0.isNumber }.count == 3 }) else { return nil }
            digits = groups.joined()
        }
        let parts = digits.split(whereSeparator: { $0 == "," || $0 == "." })
        if parts.count > 1, parts.dropFirst().allSatisfy({ $0.count == 3 }), (1...3).contains(parts[0].count), parts[0] != "0" {
            digits = parts.joined()
        } else {
            digits = digits.replacing(",", with: ".")
        }
        guard let value = Double(digits), value.isFinite, digits.utf8.allSatisfy({ CellLooks.isDigit($0) || $0 == 46 || $0 == 45 }) else { return nil }
        self.value = value
        decimals = digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
    }
}
