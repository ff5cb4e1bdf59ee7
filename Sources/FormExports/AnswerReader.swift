/// Makes tables of what was counted: types, options and their order.
struct AnswerReader {
    let threshold: Int
    let responses: [Int]
    let texts: SummaryTexts

    /// An answer as it is written, with those that differ in letters' case only.
    private struct Entry {
        var text: String
        let key: String
        var counts: [Int]
        var first: Int64
        var total: Int { counts.reduce(0, +) }
    }

    /// One result, or one for each row of a grid.
    func results(_ question: ExportLayout.Question, _ counted: AnswerCounter.Question, declared: [String]?) -> [QuestionResult] {
        if let result = columnsAsOptions(question, counted) ?? columnsAsRanks(question, counted) { return [result] }
        // A grid's rows have one scale, so they are judged together.
        let given = counted.parts.map { entries($0.values) }
        let reading = kind(merged(given.flatMap { $0 }), counted.parts.map(\.mode), declared: declared, question)
        return question.parts.indices.map { index in
            let label = question.parts[index].label
            var result = QuestionResult(
                title: label.isEmpty ? question.title : "\(question.title) – \(label)", kind: reading.kind,
                answered: question.parts.count == 1 ? counted.answered : counted.parts[index].answered, isTextByWords: reading.isByWords)
            fill(&result, reading, given[index], counted.parts[index])
            if question.parts.count == 1, counted.typedOther != nil, result.kind != .text {
                // SurveyMonkey leaves the answer blank beside what is typed.
                let typed = zip(counted.answered, counted.parts[0].answered).map { max(0, $0 - $1) }
                if !question.selectsOther && reading.kind != .none || typed.contains(where: { $0 > 0 }) { add(typed, .other, texts.other, to: &result) }
            }
            finish(&result)
            return result
        }
    }

    // MARK: Options in columns of their own

    private static let checks: Set<String> = ["1", "yes", "true", "x", "checked", "selected", "sí", "sim", "oui"]

    private func columnsAsOptions(_ question: ExportLayout.Question, _ counted: AnswerCounter.Question) -> QuestionResult? {
        guard question.parts.count > 1, counted.answered.contains(where: { $0 > 0 }) else { return nil }
        var isNamed = false
        for (part, column) in zip(question.parts, counted.parts) {
            guard case .values = column.mode, !part.label.isEmpty else { return nil }
            let keys = Set((0..<column.values.count).map { column.values.text($0).folded })
            guard keys.count <= 1 else { return nil }
            if let key = keys.first {
                // SurveyMonkey's numerical export has the number of the option.
                let isNumber = Int(key).map { (1...99).contains($0) } ?? false
                guard key == part.label.folded || Self.checks.contains(key) || isNumber else { return nil }
                if key == part.label.folded { isNamed = true }
            }
        }
        guard isNamed || counted.parts.count(where: { $0.values.count > 0 }) > 1 else { return nil }
        var result = QuestionResult(title: question.title, kind: .several(isDeclared: true), answered: counted.answered)
        var hasOther = false
        for (part, column) in zip(question.parts, counted.parts) {
            let key = part.label.folded
            if AnswerWords.isOther(key) {
                hasOther = true
                add(column.answered, .other, texts.other, to: &result)
            } else if AnswerWords.isApart(key) {
                add(column.answered, .apart, part.label, to: &result)
            } else {
                result.rows.append(.init(label: part.label, counts: column.answered))
            }
        }
        if !hasOther, let typed = counted.typedOther { add(typed.answered, .other, texts.other, to: &result) }
        finish(&result)
        return result
    }

    /// Options in columns of their own, with the place that each was given: `1`, `2nd choice`. As of tools that write the
    /// order itself, what was put first is counted.
    private func columnsAsRanks(_ question: ExportLayout.Question, _ counted: AnswerCounter.Question) -> QuestionResult? {
        let parts = question.parts, all = counted.answered.reduce(0, +)
        guard parts.count > 1, all > 1, question.typedOther == nil, parts.allSatisfy({ !$0.label.isEmpty }) else { return nil }
        var sums = Array(repeating: 0, count: parts.count), firsts: [[Int]] = []
        for column in counted.parts {
            guard case .values = column.mode else { return nil }
            var first = Array(repeating: 0, count: responses.count)
            for entry in entries(column.values) {
                guard let rank = Self.rank(entry.key), (1...parts.count).contains(rank) else { return nil }
                sums[rank - 1] += entry.total
                if rank == 1 { for group in first.indices { first[group] += entry.counts[group] } }
            }
            firsts.append(first)
        }
        // Each gave each place once; of rows that are rated, that would be chance.
        guard sums[0] == all, sums.allSatisfy({ $0 <= all && $0 * 2 > all }) else { return nil }
        var result = QuestionResult(title: question.title, kind: .ranking, answered: counted.answered)
        result.rows = zip(parts, firsts).map { .init(label: $0.label, counts: $1) }.sorted { $0.label < $1.label }
        finish(&result)
        return result
    }

    private static func rank(_ answer: String) -> Int? {
        let digits = answer.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty { return answer.dropFirst(digits.count).contains(where: \.isNumber) ? nil : Int(digits) }
        let words = [
            ["first", "primera", "primero", "primer", "primeira", "primeiro", "premier", "première"], ["second", "segunda", "segundo", "deuxième", "seconde"],
            ["third", "tercera", "tercero", "tercer", "terceira", "terceiro", "troisième"], ["fourth", "cuarta", "cuarto", "quarta", "quarto", "quatrième"],
            ["fifth", "quinta", "quinto", "cinquième"], ["sixth", "sexta", "sexto", "sixième"],
        ]
        let word = answer.prefix { $0.isLetter }
        return words.firstIndex { $0.contains(String(word)) }.map { $0 + 1 }
    }

    // MARK: Kinds

    private struct Reading {
        var kind: QuestionResult.Kind
        /// The options in their order, as they are shown.
        var labels: [String] = []
        /// What numbers each label stands for, where it is not one.
        var bands: [Range<Double>] = []
        var splitter: AnswerSplitter?
        /// Of free text that its title or names tell.
        var isByWords = false
    }

    private func kind(_ all: [Entry], _ modes: [ColumnCounts.Mode], declared: [String]?, _ question: ExportLayout.Question) -> Reading {
        let asksFreely = FreeText.asks(question.title.folded)
        for mode in modes {
            switch mode {
            case .several(let splitter) where !splitter.isDeclared && asksFreely: return Reading(kind: .text, isByWords: true)
            case .several(let splitter): return Reading(kind: .several(isDeclared: splitter.isDeclared), labels: splitter.options, splitter: splitter)
            case .text: return Reading(kind: .text)
            case .values: break
            }
        }
        let answers = all.map { (text: $0.text, count: $0.total) }
        let total = answers.reduce(0) { $0 + $1.count }
        if let declared {
            let splitter = AnswerSplitter(options: declared, separator: ColumnCounts.separator(answers), isDeclared: true)
            let several = answers.contains { answer in
                let found = splitter.split(answer.text)
                return found.options.count > 1 || found.hasOther && !found.options.isEmpty
            }
            if several { return Reading(kind: .several(isDeclared: true), labels: declared, splitter: splitter) }
            let scale = AnswerWords.scale(of: declared.map(\.folded).filter { !AnswerWords.isApart($0) && !AnswerWords.isOther($0) })
            return Reading(kind: scale.map { .scale($0.scale) } ?? .single, labels: declared)
        }
        guard total > 0 else { return Reading(kind: .none) }
        let own = all.filter { !AnswerWords.isApart($0.key) && !AnswerWords.isOther($0.key) && !AnswerWords.noAnswer.contains($0.key) }
        if let first = Self.ranked(answers.map(\.text)) { return Reading(kind: .ranking, labels: first) }
        if question.isTyped { return numbers(own, title: question.title) ?? Reading(kind: .text) }
        if let reading = scale(own) { return reading }
        // "1, 3" beside "1" and "2" are grades that were ticked.
        if !own.contains(where: { Self.isList($0.text) }), let reading = numbers(own, title: question.title) { return reading }
        if asksFreely || own.contains(where: { $0.total == 1 && $0.text.count > 25 }) && FreeText.mayAsk(question.title.folded)
            || FreeText.namesPeople(question.title.folded, own.map(\.text)) { return Reading(kind: .text, isByWords: true) }
        if let splitter = AnswerSplitter.guessed(answers.filter { !AnswerWords.noAnswer.contains($0.text.folded) }) {
            return Reading(kind: .several(isDeclared: false), labels: ordered(splitter.options, all, splitter), splitter: splitter)
        }
        if let reading = numbers(own, title: question.title) { return reading }
        if isChoice(own) || own.isEmpty { return Reading(kind: .single, labels: own.sorted { ($0.first, $0.key) < ($1.first, $1.key) }.map(\.text)) }
        return Reading(kind: .text)
    }

    /// What is put in order, where all answers are the same words in some order, `B;A;C;`.
    private static func ranked(_ answers: [String]) -> [String]? {
        guard answers.count > 1, let first = answers.first, answers.allSatisfy({ $0.hasSuffix(";") }) else { return nil }
        let cut = answers.map { AnswerSplitter.pieces($0, ";") }
        let all = Set(cut[0])
        guard cut[0].count > 1, all.count == cut[0].count, cut.allSatisfy({ Set($0) == all && $0.count == all.count }) else { return nil }
        return first.split(separator: ";").map(\.onOneLine).filter { !$0.isEmpty }.sorted()
    }

    /// `1, 3` or `1;3;`
    private static func isList(_ text: String) -> Bool {
        let parts = text.split { $0 == "," || $0 == ";" }.map(\.onOneLine)
        return (parts.count > 1 || text.hasSuffix(";")) && Number(text) == nil && parts.allSatisfy { Number($0) != nil }
    }

    /// Of answers that few typed beside a scale's, the scale's tell.
    private func scale(_ own: [Entry]) -> Reading? {
        let total = own.reduce(0) { $0 + $1.total }
        let many = own.filter { $0.total >= threshold }
        for candidates in [own, many] where !candidates.isEmpty && candidates.reduce(0, { $0 + $1.total }) * 10 >= total * 9 {
            guard let (scale, ranks) = AnswerWords.scale(of: candidates.map(\.key)) else { continue }
            let sorted = zip(candidates, ranks).sorted { ($0.1, $0.0.first, $0.0.key) < ($1.1, $1.0.first, $1.0.key) }
            return Reading(kind: .scale(scale), labels: sorted.map(\.0.text))
        }
        return nil
    }

    private static let amounts = [
        "how many", "how old", "how much time", "what year", "what grade", "number of", "cuántos", "cuántas", "cuántas", "qué edad", "quantos", "quantas", "qual a sua idade",
        "combien", "quel âge",
    ]

    private func numbers(_ own: [Entry], title: String) -> Reading? {
        let total = own.reduce(0) { $0 + $1.total }
        let read = own.compactMap { entry in Number(entry.text).map { (value: $0.value, entry: entry) } }
        guard !read.isEmpty, read.reduce(0, { $0 + $1.entry.total }) * 10 >= total * 9 else { return nil }
        let low = read.map(\.value).min() ?? 0, high = read.map(\.value).max() ?? 0
        let isWhole = read.allSatisfy { $0.value == $0.value.rounded() }
        let isAmount = Self.amounts.contains { title.folded.contains($0) }
        if isWhole, low >= 0, high <= 10, high > low, !isAmount {
            let start = low == 0 ? 0 : low <= 2 ? 1 : Int(low)
            return Reading(kind: .scale(.numbers), labels: (start...(high >= 8 ? 10 : Int(high))).map(String.init))
        }
        guard abs(low) < 1e9, abs(high) < 1e9 else { return Reading(kind: .text) }
        if isWhole, Set(read.map(\.value)).count <= 12 {
            return Reading(kind: .number, labels: Set(read.map { Int($0.value) }).sorted().map(String.init))
        }
        let byValue = Dictionary(read.map { ($0.value, $0.entry) }, uniquingKeysWith: { first, _ in first }).sorted { $0.key < $1.key }
        if byValue.count <= 12 {
            return Reading(kind: .number, labels: byValue.map(\.value.text), bands: byValue.map { $0.key..<$0.key.nextUp })
        }
        let decimals = read.compactMap { Number($0.entry.text)?.decimals }.max() ?? 0
        let sign = read.contains { $0.entry.text.contains(",") && Number($0.entry.text)!.decimals > 0 } ? "," : "."
        let width = Self.width(low, high)
        // "5–6, 7–8" where the youngest are 5; "20–24" where they are 21.
        let start = width == 2 ? Int(low.rounded(.down)) : Int((low / Double(width)).rounded(.down)) * width
        let starts = Array(stride(from: start, through: Int(high.rounded(.down)), by: width))
        return Reading(
            kind: .number, labels: starts.map { Self.band($0, width, isWhole ? 0 : decimals, sign) },
            bands: starts.map { Double($0)..<Double($0 + width) })
    }

    /// Eight steps or fewer of a round width.
    private static func width(_ low: Double, _ high: Double) -> Int {
        var width = 1
        for factor in [2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000] where (high - low) / Double(width) > 8 { width = factor }
        while (high - low) / Double(width) > 8 { width *= 10 }
        return width
    }

    /// `20–24`; `6–6.9` where halves or tenths were given.
    private static func band(_ start: Int, _ width: Int, _ decimals: Int, _ sign: String) -> String {
        if decimals > 0 { return "\(start)–\(start + width - 1)\(sign)" + String(repeating: "9", count: min(decimals, 3)) }
        return width == 1 ? "\(start)" : "\(start)–\(start + width - 1)"
    }

    /// Whether answers come again often enough to be chosen from a list.
    private func isChoice(_ own: [Entry]) -> Bool {
        let total = own.reduce(0) { $0 + $1.total }
        let again = own.filter { $0.total > 1 && $0.text.count <= 150 }
        let once = own.filter { $0.total == 1 }
        let long = once.count { $0.text.count > 25 }
        guard !again.isEmpty, again.count <= 60, again.reduce(0, { $0 + $1.total }) * 10 >= total * 6 else { return false }
        // Those who type "No" or "None" again and again do not make a list of a comment.
        return long * 20 <= total * 3 && long <= max(20, total / 50)
    }

    /// Options that were guessed, in the form's order as far as answers show it: tools write what was ticked in that order.
    /// Where they do not, as options first came.
    private func ordered(_ options: [String], _ all: [Entry], _ splitter: AnswerSplitter) -> [String] {
        var firsts = Array(repeating: Int64.max, count: options.count)
        var isBefore = Array(repeating: Array(repeating: 0, count: options.count), count: options.count)
        for entry in all {
            let found = splitter.split(entry.text).options
            for (place, option) in found.enumerated() {
                firsts[option] = min(firsts[option], entry.first)
                for later in found[(place + 1)...] { isBefore[option][later] += entry.total }
            }
        }
        var left = options.indices.sorted { (firsts[$0], options[$0]) < (firsts[$1], options[$1]) }, output: [String] = []
        while !left.isEmpty {
            let next = left.first { option in left.allSatisfy { isBefore[$0][option] <= isBefore[option][$0] } } ?? left[0]
            left.removeAll { $0 == next }
            output.append(options[next])
        }
        return output
    }

    // MARK: Rows

    private func entries(_ values: DistinctCounts) -> [Entry] {
        merged((0..<values.count).map { entry in
            let text = values.text(entry).onOneLine
            return Entry(text: text, key: text.folded, counts: values.counts(entry), first: values.firsts[entry])
        })
    }

    private func merged(_ entries: [Entry]) -> [Entry] {
        var merged: [Entry] = [], places: [String: Int] = [:]
        for entry in entries {
            guard let place = places[entry.key] else {
                places[entry.key] = merged.count
                merged.append(entry)
                continue
            }
            for group in entry.counts.indices { merged[place].counts[group] += entry.counts[group] }
            if entry.first < merged[place].first {
                merged[place].first = entry.first
                merged[place].text = entry.text
            }
        }
        return merged
    }

    private func fill(_ result: inout QuestionResult, _ reading: Reading, _ entries: [Entry], _ column: ColumnCounts) {
        guard reading.kind != .text, reading.kind != .none else { return }
        let zeros = Array(repeating: 0, count: responses.count)
        var rows = reading.labels.map { QuestionResult.Row(label: $0, counts: zeros) }
        let places = Dictionary(rows.enumerated().map { ($1.label.folded, $0) }, uniquingKeysWith: { first, _ in first })
        if let splitter = reading.splitter {
            count(splitter, entries, column, into: &rows, places, &result)
        } else {
            for entry in entries {
                if reading.kind == .ranking {
                    guard let place = AnswerSplitter.pieces(entry.text, ";").first.flatMap({ places[$0] }) else { continue }
                    for group in entry.counts.indices { rows[place].counts[group] += entry.counts[group] }
                    continue
                }
                let number = reading.kind == .number || reading.kind == .scale(.numbers) ? Number(entry.text) : nil
                if let place = number.flatMap({ place(of: $0.value, in: reading, places) }) ?? places[entry.key] {
                    for group in entry.counts.indices { rows[place].counts[group] += entry.counts[group] }
                } else {
                    addUnlisted(entry, to: &result)
                }
            }
        }
        let isDeclared = column.isDeclared || reading.splitter?.isDeclared == true
        for row in rows { place(row, isDeclared: isDeclared, reading, in: &result) }
    }

    private func count(
        _ splitter: AnswerSplitter, _ entries: [Entry], _ column: ColumnCounts, into rows: inout [QuestionResult.Row], _ places: [String: Int],
        _ result: inout QuestionResult
    ) {
        var other = Array(repeating: 0, count: responses.count)
        if case .several = column.mode {
            for (option, label) in splitter.options.enumerated() {
                if let place = places[label.folded] { rows[place].counts = column.optionCounts[option] }
            }
            other = column.optionCounts[splitter.options.count]
        } else {
            for entry in entries {
                if AnswerWords.noAnswer.contains(entry.key) {
                    addUnlisted(entry, to: &result)
                    continue
                }
                let (options, hasOther) = splitter.split(entry.text)
                for group in entry.counts.indices {
                    for option in options {
                        if let place = places[splitter.options[option].folded] { rows[place].counts[group] += entry.counts[group] }
                    }
                    if hasOther { other[group] += entry.counts[group] }
                }
            }
        }
        result.remainder += other.reduce(0, +)
        if other.contains(where: { $0 > 0 }) { add(other, .other, texts.other, to: &result) }
    }

    private func place(of value: Double, in reading: Reading, _ places: [String: Int]) -> Int? {
        if !reading.bands.isEmpty { return reading.bands.firstIndex { $0.contains(value) } }
        return value == value.rounded() && abs(value) < 1e9 ? places[String(Int(value))] : nil
    }

    private func addUnlisted(_ entry: Entry, to result: inout QuestionResult) {
        if AnswerWords.isApart(entry.key) {
            add(entry.counts, .apart, entry.text, to: &result)
        } else if AnswerWords.noAnswer.contains(entry.key) {
            for group in entry.counts.indices { result.answered[group] -= entry.counts[group] }
        } else {
            if !AnswerWords.isOther(entry.key) { result.folded += entry.total }
            add(entry.counts, .other, texts.other, to: &result)
        }
    }

    /// An option's row; its words only where the form, a scale or many people vouch for them.
    private func place(_ row: QuestionResult.Row, isDeclared: Bool, _ reading: Reading, in result: inout QuestionResult) {
        let key = row.label.folded
        var isKnown = isDeclared || AnswerWords.isApart(key) || AnswerWords.isOther(key)
        switch reading.kind {
        case .scale, .number, .ranking: isKnown = true
        default: break
        }
        if AnswerWords.isOther(key), reading.kind != .number {
            if row.total > 0 || isDeclared { add(row.counts, .other, texts.other, to: &result) }
        } else if AnswerWords.isApart(key) {
            add(row.counts, .apart, row.label, to: &result)
        } else if !isKnown, row.total < threshold || CellLooks.email(row.label) || CellLooks.phone(row.label) {
            result.folded += row.total
            if row.total > 0 { add(row.counts, .other, texts.other, to: &result) }
        } else {
            result.rows.append(row)
        }
    }

    private func add(_ counts: [Int], _ place: QuestionResult.Row.Place, _ label: String, to result: inout QuestionResult) {
        if let index = result.rows.firstIndex(where: { $0.place == place && $0.label.folded == label.folded }) {
            for group in counts.indices { result.rows[index].counts[group] += counts[group] }
        } else {
            result.rows.append(.init(label: label, counts: counts, place: place))
        }
    }

    /// Those who gave no answer, and the rows that stand apart, at the end.
    private func finish(_ result: inout QuestionResult) {
        guard result.kind != .text, result.kind != .none || !result.rows.isEmpty else { return }
        if result.kind == .none { result.kind = .single }
        result.rows = result.rows.enumerated().sorted { ($0.element.place.rawValue, $0.offset) < ($1.element.place.rawValue, $1.offset) }.map(\.element)
        let missing = zip(responses, result.answered).map { max(0, $0 - $1) }
        result.rows.append(.init(label: texts.noAnswer, counts: missing, place: .noAnswer))
    }
}

extension ColumnCounts {
    var isDeclared: Bool {
        if case .several(let splitter) = mode { return splitter.isDeclared }
        return hasDeclaration
    }
}
