import Markdown

/// A district's survey and those of its schools, each a document: what one counts is the sum of what others count.
extension SurveyProtection {
    /// The counts of some people for a question, in one document.
    struct DocumentLine {
        let document: Int
        /// By the answer.
        let counts: [String: Int]
        let base: Int?
        let isShares: Bool
    }

    mutating func tieDocuments(_ placed: [Placed]) {
        guard documents.count(where: { !$0.isAdapted }) > 1 else { return }
        let lines = linesByQuestion(), keys = lines.keys.sorted()
        for key in keys { equateLines(lines[key]!.flatMap(\.lines)) }
        let groups = keys.flatMap { key in lines[key]!.map(\.lines).filter { Set($0.map(\.document)).count > 1 } }
        // The sets of documents that are found to make up another one.
        var divisions: [Int: Set<[Int]>] = [:], isDivided: [Set<Int>] = []
        for same in groups {
            var divided: Set<Int> = []
            for (place, total) in same.enumerated() {
                let others = same.indices.filter { same[$0].document != total.document }
                for run in subsets(of: others, in: same, makingUp: place) {
                    divided.insert(place)
                    tie(total, run.map { same[$0] })
                    divisions[total.document, default: []].insert(run.map { same[$0].document }.sorted())
                }
            }
            isDivided.append(divided)
        }
        let held = heldDocuments(groups), sizes = sizes(lines, placed)
        for (same, divided) in zip(groups, isDivided) {
            for (place, total) in same.enumerated() where !divided.contains(place) {
                for run in held[total.document] ?? [] {
                    let parts = run.compactMap { document in same.first { $0.document == document } }
                    if parts.count == run.count { tieRests(of: total, parts) }
                }
            }
        }
        for document in documents.indices where !documents[document].isAdapted {
            let runs = (divisions[document] ?? []).sorted { $0.lexicographicallyPrecedes($1) }
            for run in runs.isEmpty ? held[document] ?? [] : runs { tieFacts(of: document, run, sizes, placed) }
            tieGroups(of: document, sizes, placed)
        }
        tieSizes(placed, lines: keys.flatMap { lines[$0]!.flatMap(\.lines) })
    }

    // MARK: Lines

    /// By wording and year: the lines of each group, those of everybody first.
    private mutating func linesByQuestion() -> [String: [(group: String, lines: [DocumentLine])]] {
        var documentsOf: [String: Set<Int>] = [:], found: [String: [String: [DocumentLine]]] = [:]
        func key(_ table: PlacedTable, _ year: String) -> String {
            table.names[1] + "/" + year.dropFirst(documents[table.document].scope.utf8.count)
        }
        let tables = tables.filter { !documents[$0.document].isAdapted }
        for table in tables { for year in Set(table.columns.flatMap(\.years)) { documentsOf[key(table, year), default: []].insert(table.document) } }
        for table in tables {
            for year in Set(table.columns.flatMap(\.years)).sorted() where documentsOf[key(table, year)]!.count > 1 {
                let columns = table.columns.filter { $0.years.contains(year) }
                var lines = columns.map { column in
                    (column.group, DocumentLine(
                        document: table.document,
                        counts: Dictionary(zip(table.answers, column.counts).compactMap { answer, cell in cell.map { (answer, $0) } }) { first, _ in first },
                        base: column.lacksSome ? nil : column.base, isShares: table.isShares))
                }
                if columns.count > 1, !columns.contains(where: \.group.isEmpty), Set(columns.map(\.group)).count == columns.count {
                    // Groups without a column of all.
                    var counts: [String: Int] = [:]
                    for (row, answer) in table.answers.enumerated() {
                        let cells = columns.compactMap { $0.counts[row] }
                        if cells.count == columns.count { counts[answer] = tie(cells, cost: 1) }
                    }
                    let base = columns.contains(where: \.lacksSome) ? nil : tie(columns.map(\.base), cost: 1)
                    lines.append(("", DocumentLine(document: table.document, counts: counts, base: base, isShares: table.isShares)))
                }
                // `Spring 2022` is no group.
                if lines.count == 1, !lines[0].0.isEmpty { lines.append(("", lines[0].1)) }
                for (group, line) in lines where line.counts.count > 1 {
                    let known = found[key(table, year)]?[group] ?? []
                    if !known.contains(where: { $0.counts == line.counts }) { found[key(table, year), default: [:]][group, default: []].append(line) }
                }
            }
        }
        return found.mapValues { groups in groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }

    private func size(_ line: DocumentLine) -> Int { line.counts.values.reduce(0) { $0 + values[$1] } }

    /// A column of the school in the district's table is that of all in the school's own.
    private mutating func equateLines(_ lines: [DocumentLine]) {
        var first: [[String: Int]: DocumentLine] = [:]
        for line in lines where line.counts.values.count(where: { values[$0] > 0 }) > 1 {
            let numbers = line.counts.mapValues { values[$0] }
            guard let same = first[numbers], same.document != line.document else {
                first[numbers] = first[numbers] ?? line
                continue
            }
            for answer in line.counts.keys.sorted() where same.counts[answer] != line.counts[answer] { equate([same.counts[answer]!, line.counts[answer]!]) }
            if let one = same.base, let other = line.base, one != other, values[one] == values[other] { equate([one, other]) }
        }
    }

    // MARK: Sums

    /// The sets of lines whose sum is another one in every answer. Of many documents only all that fit in it are tried.
    private func subsets(of others: [Int], in lines: [DocumentLine], makingUp total: Int) -> [[Int]] {
        let whole = lines[total], answers = whole.counts.keys.sorted()
        guard answers.count(where: { values[whole.counts[$0]!] > 0 }) > 1 else { return [] }
        let isShares = whole.isShares || others.contains { lines[$0].isShares }
        // The counts behind percentages are rounded: there, what they are of adds up.
        func numbers(_ line: DocumentLine) -> [Int]? {
            isShares ? line.base.map { [values[$0]] } : answers.map { answer in line.counts[answer].map { values[$0] } ?? 0 }
        }
        guard let goal = numbers(whole) else { return [] }
        let fitting = others.compactMap { place in
            numbers(lines[place]).flatMap { own in zip(own, goal).allSatisfy { $0 <= $1 } && own != goal && own.contains { $0 > 0 } ? (place: place, numbers: own) : nil }
        }.sorted { ($1.numbers.reduce(0, +), $0.place) < ($0.numbers.reduce(0, +), $1.place) }
        guard fitting.count > 1 else { return [] }
        if fitting.count > 12 {
            let sum = fitting.reduce(goal.map { _ in 0 }) { zip($0, $1.numbers).map { $0 + $1 } }
            return sum == goal ? [fitting.map(\.place)] : []
        }
        var found: [[Int]] = []
        func search(_ next: Int, _ left: [Int], _ taken: [Int]) {
            if left.allSatisfy({ $0 == 0 }) {
                if taken.count > 1 { found.append(taken) }
                return
            }
            guard found.count < 8 else { return }
            for place in fitting.indices[next...] where !taken.contains(where: { lines[$0].document == lines[fitting[place].place].document }) {
                let rest = zip(left, fitting[place].numbers).map { $0 - $1 }
                if rest.allSatisfy({ $0 >= 0 }) { search(place + 1, rest, taken + [fitting[place].place]) }
            }
        }
        search(0, goal, [])
        return found
    }

    private mutating func tie(_ total: DocumentLine, _ parts: [DocumentLine]) {
        for answer in total.counts.keys.sorted() {
            let cells = parts.compactMap { $0.counts[answer] }
            if !cells.isEmpty, !cells.contains(total.counts[answer]!) { sums.append(.init(total: total.counts[answer]!, parts: cells)) }
        }
        let bases = parts.compactMap(\.base)
        if let base = total.base, bases.count == parts.count, !bases.contains(base), bases.reduce(0, { $0 + values[$1] }) == values[base] {
            sums.append(.init(total: base, parts: bases))
        }
    }

    // MARK: Rests

    /// The documents that count some of the people of another one, as far as their numbers tell: each of them, and all
    /// that have room in it together.
    private func heldDocuments(_ groups: [[DocumentLine]]) -> [Int: [[Int]]] {
        var shared: [[Int]: Bool] = [:]
        var whole: [Int: [[Int]]] = [:], size: [Int: Int] = [:]
        var ofDocument: [Int: [(group: Int, line: DocumentLine)]] = [:]
        for (group, same) in groups.enumerated() {
            for line in same {
                ofDocument[line.document, default: []].append((group, line))
                size[line.document, default: 0] += self.size(line)
            }
        }
        func fits(_ parts: [DocumentLine], in total: DocumentLine) -> Bool {
            !total.isShares && total.counts.allSatisfy { answer, cell in parts.reduce(0) { $0 + ($1.counts[answer].map { values[$0] } ?? 0) } <= values[cell] }
        }
        for same in groups {
            for one in same {
                for other in same where other.document != one.document && overlap(one.document, other.document) {
                    shared[[one.document, other.document]] = (shared[[one.document, other.document]] ?? true) && fits([other], in: one) && self.size(other) < self.size(one)
                }
            }
        }
        for document in ofDocument.keys.sorted() {
            let inside = shared.filter { $0.key[0] == document && $0.value }.map { $0.key[1] }.sorted { (size[$1]!, $0) < (size[$0]!, $1) }
            whole[document] = inside.map { [$0] }
            var together: [Int] = []
            for other in inside {
                let all = together + [other]
                let fit = ofDocument[document]!.allSatisfy { group, total in fits(groups[group].filter { all.contains($0.document) }, in: total) }
                if fit { together = all }
            }
            if together.count > 1 { whole[document]!.append(together.sorted()) }
        }
        return whole
    }

    private func overlap(_ one: Int, _ other: Int) -> Bool { SurveyProtection.overlap(documents[one].document, documents[other].document) }

    static func overlap(_ one: Document, _ other: Document) -> Bool {
        let one = one.frontMatter.survey.fielded, other = other.frontMatter.survey.fielded
        guard let one, let other else { return one == nil && other == nil }
        return one.start <= other.end && other.start <= one.end
    }

    private mutating func tieRests(of total: DocumentLine, _ parts: [DocumentLine]) {
        for answer in total.counts.keys.sorted() {
            let cells = parts.compactMap { $0.counts[answer] }
            if !cells.isEmpty { tieRest(of: total.counts[answer], cells) }
        }
        let bases = parts.compactMap(\.base)
        if bases.count == parts.count { tieRest(of: total.base, bases) }
    }

    // MARK: Who was asked, and who answered

    /// How many answered in each document, of all and of each group: as it says, or as many as answered a question.
    private func sizes(_ lines: [String: [(group: String, lines: [DocumentLine])]], _ placed: [Placed]) -> [[String: Int]] {
        var sizes = documents.indices.map { document in
            let names = documents[document].document.frontMatter.survey.groups.map { SurveyProtection.folded($0.name) }
            var told = Dictionary(zip(names, placed[document].groups).compactMap { name, group in group.answered.map { (name, $0) } }) { first, _ in first }
            told[""] = placed[document].responses
            return told.merging(placed[document].answered) { first, _ in first }
        }
        let told = sizes
        for key in lines.keys.sorted() {
            for (group, same) in lines[key]! {
                for line in same {
                    let member = documents[line.document], year = member.year.dropFirst(member.scope.utf8.count)
                    guard let base = line.base, told[line.document][group] == nil, key.hasSuffix("/" + year) else { continue }
                    if values[base] > sizes[line.document][group].map({ values[$0] }) ?? 0 { sizes[line.document][group] = base }
                }
            }
        }
        return sizes
    }

    private mutating func tieFacts(of document: Int, _ run: [Int], _ sizes: [[String: Int]], _ placed: [Placed]) {
        tieRests(of: placed[document].invited, run.map { placed[$0].invited })
        for (name, total) in sizes[document].sorted(by: { $0.key < $1.key }) { tieRests(of: total, run.map { sizes[$0][name] }) }
        func invited(_ document: Int) -> [String: Int] {
            let names = documents[document].document.frontMatter.survey.groups.map { SurveyProtection.folded($0.name) }
            return Dictionary(zip(names, placed[document].groups).compactMap { name, group in group.invited.map { (name, $0) } }) { first, _ in first }
        }
        let parts = run.map(invited)
        for (name, total) in invited(document).sorted(by: { $0.key < $1.key }) { tieRests(of: total, parts.map { $0[name] }) }
    }

    /// Where a district leaves open how many answered in one of its schools, or in two, their own surveys say it.
    private mutating func tieGroups(of document: Int, _ sizes: [[String: Int]], _ placed: [Placed]) {
        let groups = placed[document].groups.map(\.answered)
        guard let all = sizes[document][""], groups.count <= 40, groups.contains(nil) else { return }
        let others = documents.indices.filter { $0 != document && !documents[$0].isAdapted && overlap($0, document) }.compactMap { sizes[$0][""] }
        for start in groups.indices {
            for end in start + 1..<max(start + 1, groups.count) {
                let known = groups[start...end].compactMap(\.self), open = end - start + 1 - known.count
                let rest = values[all] - known.reduce(0) { $0 + values[$1] }
                guard rest > 0, open > 0, !known.isEmpty else { continue }
                for (place, one) in others.enumerated() {
                    if open == 1, values[one] == rest { sums.append(.init(total: all, parts: known + [one])) }
                    guard open == 2 else { continue }
                    for other in others[(place + 1)...] where values[one] + values[other] == rest { sums.append(.init(total: all, parts: known + [one, other])) }
                }
            }
        }
    }

    private mutating func tieRests(of total: Int?, _ parts: [Int?]) {
        guard !parts.contains(nil) else { return }
        tieRest(of: total, parts.map { $0! })
    }

    /// A district's table of its schools says how many answered in each, as the schools' own surveys do.
    private mutating func tieSizes(_ placed: [Placed], lines: [DocumentLine]) {
        func unique(_ cells: [Int]) -> [Int] { Set(cells).filter { values[$0] > 0 }.sorted() }
        let documents = documents.indices.filter { !self.documents[$0].isAdapted }
        let facts = documents.map { document in
            unique(placed[document].others + placed[document].groups.flatMap { [$0.invited, $0.answered].compactMap(\.self) })
        }
        for (document, own) in zip(documents, facts) {
            let bases = lines.filter { $0.document == document }.compactMap(\.base)
            let cells = unique(own + [placed[document].responses, placed[document].invited].compactMap(\.self) + bases)
            let numbers = Dictionary(grouping: cells) { values[$0] }
            for (other, theirs) in zip(documents, facts) where other != document && overlap(document, other) {
                for cell in theirs { for same in numbers[values[cell]] ?? [] where same != cell { equate([same, cell]) } }
                for margin in placed[other].margins {
                    for same in numbers[margin.reduce(0, { $0 + values[$1] })] ?? [] where !margin.contains(same) { sums.append(.init(total: same, parts: margin)) }
                }
            }
        }
    }

    // MARK: Which are protected together

    /// For each survey, the first that it is protected with: one of its series, or one with a question of the same words
    /// at the same time.
    static func joined(_ surveys: [(document: Document, survey: Survey, series: String)]) -> [Int] {
        var first = Array(surveys.indices)
        func root(_ place: Int) -> Int { first[place] == place ? place : root(first[place]) }
        func join(_ one: Int, _ other: Int) {
            let (one, other) = (root(one), root(other))
            first[max(one, other)] = min(one, other)
        }
        var ofSeries: [String: Int] = [:], asking: [String: [Int]] = [:]
        for (place, (document, survey, series)) in surveys.enumerated() {
            if let other = ofSeries[series] { join(other, place) } else { ofSeries[series] = place }
            guard document.frontMatter.survey.fielded != nil else { continue }
            for question in survey.parts.flatMap(\.questions) where question.answers != nil {
                let wording = wording(of: question, in: document)
                guard !wording.isEmpty else { continue }
                for other in asking[wording] ?? [] where root(other) != root(place) && overlap(surveys[other].document, document) { join(other, place) }
                asking[wording, default: []].append(place)
            }
        }
        return surveys.indices.map(root)
    }

    static func wording(of question: Survey.Question, in document: Document) -> String {
        folded(String(decoding: document.tree.plainText(of: question.heading).utf8.dropFirst(question.label.length), as: UTF8.self))
    }
}
