import FormExports
import Markdown

/// Joins the counts of all surveys of a series to one problem, and finds what must be withheld of it.
struct SurveyProtection {
    /// A survey, or one written anew for a language: its numbers are those of the one that it follows.
    struct Member {
        let index: Int
        let document: Document
        let survey: Survey
        /// When it was, as the columns of tables name it.
        let year: String
        let isAdapted: Bool

        /// - Parameter source: what it is written anew of.
        init(index: Int, document: Document, survey: Survey, source: Document? = nil) {
            self.index = index
            self.document = document
            self.survey = survey
            year = (source ?? document).frontMatter.survey.fielded.map { String($0.end.year) } ?? (source ?? document).path
            isAdapted = source != nil
        }
    }

    private let documents: [Member]
    private var values: [Int] = [], preference: [Int] = [], isSensitive: [Bool] = []
    private let threshold: Int
    private var sums: [DisclosureProblem.Sum] = []
    private var bounds: [DisclosureProblem.Bound] = []
    /// What stands in several tables is one cell, by all that may say that it is the same.
    private var shared: [String: Int] = [:]
    /// The cells of a question, or of a table of who answered, with the same number: what an adaptation's may be.
    private var alike: [String: [Int]] = [:]
    /// How many answered in each of the series' years: all, and by the group's name.
    private var answeredIn: [String: [String: Int]] = [:]
    private var invitedIn: [String: [String: Int]] = [:]
    private var tables: [PlacedTable] = []
    /// Who was asked or answered in a year, by the name of the column that says it: all, or part by part.
    private var tallies: [(year: String, column: String, table: Int, all: Int?, parts: [Int])] = []

    /// The cells of a question's column: of each row, of all who answered, of those on the scale, and on its upper half.
    private struct Column {
        var counts: [Int?]
        let base: Int
        let scaleBase: Int?
        let upper: Int?
        var isBaseKnown = true
        /// Those who gave no answer, whose number stands in a row of its own.
        var silent: [Int] = []
        /// Whether an answer's count is withheld by the author, so that what is known of the others is not all.
        var lacksSome = false, lacksOfScale = false, lacksOfUpper = false
        var group = "", years: [String] = []
    }

    /// A table of answers, wherever it stands.
    private struct PlacedTable {
        let names: [String]
        let answers: [String]
        let columns: [Column]
        let isShares: Bool
    }

    private struct Placed {
        var questions: [String: [Column]] = [:]
        var nodes: [(node: MarkdownTree.Index, cell: Int)] = []
        /// Percentages, with their counts and those of all who answered.
        var shares: [(node: MarkdownTree.Index, cell: Int, base: Int)] = []
        /// Rates, with the counts that they would tell.
        var rates: [(node: MarkdownTree.Index, of: [Int])] = []
        var responses: Int?
        var invited: Int?
        var groups: [(invited: Int?, answered: Int?)] = []
    }

    /// - Parameter documents: of one series; each before what is written anew of it.
    init(_ documents: [Member]) {
        self.documents = documents
        threshold = documents.map { $0.document.frontMatter.survey.threshold }.max() ?? 10
    }

    mutating func results() -> [Int: SurveyResults] {
        var all = documents.map { placeFacts($0) }
        for member in documents { placeSizes(member) }
        for place in documents.indices { placeTables(documents[place], &all[place]) }
        tieTables()
        tieTallies()
        let disclosure = Disclosure(problem())
        func count(_ cell: Int) -> SurveyResults.Count { disclosure.isWithheld[cell] ? .withheld : .shown(values[cell]) }
        let members = documents.filter { !$0.isAdapted }.sorted {
            (SurveyProtection.end($0.document), $0.index) < (SurveyProtection.end($1.document), $1.index)
        }.map(\.index)
        var results: [Int: SurveyResults] = [:]
        for (member, placed) in zip(documents, all) {
            var questions: [String: SurveyResults.Question] = [:]
            for question in member.survey.parts.flatMap(\.questions) {
                guard let columns = placed.questions[question.number], let answers = question.answers else { continue }
                questions[question.number] = .init(columns: columns.map { column in
                    // Percentages tell what they are of.
                    if answers.isShares, disclosure.isWithheld[column.base] {
                        return .init(
                            counts: column.counts.map { _ in .withheld }, base: .withheld, scaleBase: column.scaleBase.map { _ in .withheld },
                            upper: column.upper.map { _ in .withheld })
                    }
                    return .init(
                        counts: column.counts.map { $0.map(count) ?? .withheld }, base: column.lacksSome || !column.isBaseKnown ? .withheld : count(column.base),
                        isBaseKnown: column.isBaseKnown,
                        scaleBase: column.scaleBase.map { column.lacksOfScale ? .withheld : count($0) },
                        upper: column.upper.map { column.lacksOfUpper ? .withheld : count($0) })
                }, isMultiple: question.isMultiple, sides: answers.sides, isShares: answers.isShares)
            }
            var withheld = Set(placed.nodes.filter { disclosure.isWithheld[$0.cell] }.map(\.node))
            withheld.formUnion(placed.rates.filter { $0.of.contains { disclosure.isWithheld[$0] } }.map(\.node))
            var banded: [MarkdownTree.Index: BandedPercentage] = [:]
            for share in placed.shares where !withheld.contains(share.node) {
                switch BandedPercentage(values[share.cell], of: values[share.base]) {
                case _ where disclosure.isWithheld[share.base], nil: withheld.insert(share.node)
                case .whole: break
                case let band?: banded[share.node] = band
                }
            }
            results[member.index] = SurveyResults(
                questions: questions, withheld: withheld, banded: banded,
                responses: placed.responses.map(count), invited: placed.invited.map(count),
                groups: placed.groups.map { ($0.invited.map(count), $0.answered.map(count)) }, threshold: threshold, members: members)
        }
        return results
    }

    private static func end(_ document: Document) -> Int { document.frontMatter.survey.fielded?.end.daysSince1970 ?? 0 }

    /// All counts and ties, once the documents are placed.
    func problem() -> DisclosureProblem {
        var seen: Set<DisclosureProblem.Sum> = []
        let sums = sums.map { DisclosureProblem.Sum(total: $0.total, parts: $0.parts.sorted()) }.filter { seen.insert($0).inserted }
        return DisclosureProblem(values: values, sums: sums, bounds: bounds, isSensitive: isSensitive, preference: preference, threshold: threshold)
    }

    // MARK: Cells

    /// - Parameters:
    ///   - keys: what it is known by; a cell with one of them and the same number is the same. To take two cells for one as
    ///     well never gives anything away: counts that would have looked the same change both alike.
    ///   - otherwise: what it may be known by, where it is known by nothing else.
    private mutating func take(_ value: Int, cost: Int, keys: [String] = [], otherwise: [String] = []) -> Int {
        var found: [Int] = []
        for key in keys { if let known = shared[key + "=\(value)"], !found.contains(known) { found.append(known) } }
        if found.isEmpty { for key in otherwise { if let known = shared[key + "=\(value)"], !found.contains(known) { found.append(known) } } }
        equate(found)
        let cell = found.first ?? values.count
        if found.isEmpty {
            values.append(value)
            isSensitive.append((1..<max(1, threshold)).contains(value))
            preference.append(cost)
        }
        for key in keys + otherwise where shared[key + "=\(value)"] == nil { shared[key + "=\(value)"] = cell }
        return cell
    }

    /// Cells that may be the same number.
    private mutating func equate(_ cells: [Int]) {
        for cell in cells.dropFirst() { sums.append(.init(total: cells[0], parts: [cell])) }
    }

    /// A sum that readers can work out, whether it is shown or not.
    ///
    /// - Parameter total: the sum, where it is known and the parts are not exact.
    private mutating func tie(_ parts: [Int], total: Int? = nil, cost: Int, keys: [String] = []) -> Int {
        let total = take(total ?? parts.reduce(0) { $0 + values[$1] }, cost: cost, keys: keys)
        sums.append(.init(total: total, parts: parts))
        return total
    }

    /// What is missing to all who took part is a count, too: those who left a question out.
    private mutating func tieRest(of known: Int?, _ parts: [Int]) {
        guard let known else { return }
        let rest = values[known] - parts.reduce(0) { $0 + values[$1] }
        guard rest >= 0 else { return }
        sums.append(.init(total: known, parts: rest == 0 ? parts : parts + [take(rest, cost: 1)]))
    }

    /// Ties each line of counts to the lines side by side of which it is the sum in all places: a column of everybody
    /// wherever it stands, the groups or the schools that make it up, a subtotal.
    ///
    /// - Parameter isLoose: one number is often the sum of others by chance; then only what is the sum of all others counts.
    private mutating func tieRuns(_ lines: [[Int?]], isLoose: Bool = false) {
        guard lines.count > 2, let width = lines.map(\.count).min(), width > 0 else { return }
        // Sums of all lines before.
        var before = [[Int](repeating: 0, count: width)], lacking = before
        for line in lines {
            before.append((0..<width).map { before.last![$0] + (line[$0].map { values[$0] } ?? 0) })
            lacking.append((0..<width).map { lacking.last![$0] + (line[$0] == nil ? 1 : 0) })
        }
        func tie(_ total: Int, _ run: Range<Int>) {
            guard run.count > 1, !run.contains(total) else { return }
            let places = (0..<width).filter { lines[total][$0] != nil && lacking[run.upperBound][$0] == lacking[run.lowerBound][$0] }
            func sum(_ place: Int) -> Int { before[run.upperBound][place] - before[run.lowerBound][place] }
            // Nothing is the sum of nothing everywhere.
            let telling = places.filter { sum($0) > 0 || values[lines[total][$0]!] > 0 }
            let fitting = telling.filter { values[lines[total][$0]!] == sum($0) }
            // One place alone is often right by chance. Where all other lines add up, one of several places may be wrong.
            let isOfAll = run.count == lines.count - 1
            guard fitting.count > 1 ? fitting.count == telling.count || isOfAll && fitting.count * 2 > telling.count : isOfAll && fitting.count == telling.count else { return }
            for place in fitting { sums.append(.init(total: lines[total][place]!, parts: lines[run].map { $0[place]! })) }
        }
        for total in lines.indices {
            if isLoose {
                if total == 0 || total == lines.count - 1 { tie(total, total == 0 ? 1..<lines.count : 0..<total) }
            } else if lines.count > 24 {
                for start in 0..<max(0, total - 1) { tie(total, start..<total) }
                for end in total + 1...lines.count { tie(total, total + 1..<end) }
            } else {
                for start in lines.indices { for end in start + 1...lines.count { tie(total, start..<end) } }
            }
        }
    }

    /// Letters and digits only: “Don’t know” is `Don't know`.
    static func folded(_ text: String) -> String { String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })) }

    static func isEverybody(_ label: String) -> Bool { PartNames.everybody.contains(PartNames.bare(label)) }

    /// Whose answers a column holds, and of which years: `Families 2021`, `2020–21`, `All`.
    static func parts(of column: String) -> (group: String, years: [String]) {
        var years: [String] = [], rest = "", digits = ""
        for character in column + " " {
            if character.isASCII && character.isNumber {
                digits.append(character)
                continue
            }
            if digits.count == 4, digits.hasPrefix("19") || digits.hasPrefix("20") {
                years.append(digits)
            } else if digits.count == 2, let first = years.last, let century = Int(first), Int(digits) == (century + 1) % 100 {
                years.append(String(century + 1))
            } else {
                rest += digits
            }
            digits = ""
            rest.append(character)
        }
        let group = folded(rest)
        return (years.isEmpty ? folded(column) : isEverybody(rest) ? "" : group, years)
    }

    // MARK: Who answered

    private mutating func placeFacts(_ member: Member) -> Placed {
        let facts = member.document.frontMatter.survey, year = member.year
        var placed = Placed()
        func keys(_ kind: String, _ group: String = "", _ place: Int? = nil) -> [String] {
            ["\(kind)/\(year)/\(group)"] + (place.map { ["\(kind)/\(year)/#\($0)"] } ?? [])
        }
        placed.responses = facts.responses.map { take($0, cost: 16, keys: keys("answered")) }
        placed.invited = facts.invited.map { take($0, cost: 16, keys: keys("invited")) }
        for (place, group) in facts.groups.enumerated() {
            let name = SurveyProtection.folded(group.name)
            let invited = group.invited.map { take($0, cost: 8, keys: keys("invited", name, place)) }
            let answered = group.answered.map { take($0, cost: 8, keys: keys("answered", name, place)) }
            placed.groups.append((invited, answered))
            if let answered { answeredIn[year, default: [:]][name] = answered }
            if let invited { invitedIn[year, default: [:]][name] = invited }
        }
        if let responses = placed.responses { answeredIn[year, default: [:]][""] = responses }
        if let invited = placed.invited { invitedIn[year, default: [:]][""] = invited }
        // Who did not answer is known where it is known who was asked.
        for (invited, answered) in placed.groups + [(placed.invited, placed.responses)] {
            guard let invited, let answered, values[invited] >= values[answered] else { continue }
            let silent = take(values[invited] - values[answered], cost: 1)
            sums.append(.init(total: invited, parts: [answered, silent]))
        }
        // Those who belong to no group are what is missing to all. Where groups overlap, some of them may make up all.
        for (total, side) in [(placed.invited, placed.groups.map(\.invited)), (placed.responses, placed.groups.map(\.answered))] where !side.isEmpty {
            let known = side.compactMap(\.self)
            if known.count == side.count { tieRest(of: total, known) }
            if let total, known.reduce(0, { $0 + values[$1] }) > values[total] { tieParts(of: total, side) }
        }
        tieRuns(placed.groups.map { [$0.invited, $0.answered] })
        return placed
    }

    /// Runs of numbers that add up to one: two ways of dividing the same people.
    private mutating func tieParts(of total: Int, _ parts: [Int?]) {
        guard parts.count <= 200 else { return }
        for start in parts.indices {
            var sum = 0
            for end in start..<parts.count {
                guard let part = parts[end], part != total else { break }
                sum += values[part]
                if sum == values[total] { sums.append(.init(total: total, parts: parts[start...end].map { $0! })) }
                guard sum <= values[total] else { break }
            }
        }
    }

    /// How many took part where nobody says it: those whom a question with a row of no answers adds up to, the columns of
    /// a question that leaves nobody out, the rows of a table of who answered, or all groups.
    private mutating func placeSizes(_ member: Member) {
        let facts = member.document.frontMatter.survey
        var sizes: [String: [String: Int]] = [:]
        func note(_ size: Int, _ group: String, _ year: String) { sizes[year, default: [:]][group] = max(size, sizes[year]?[group] ?? 0) }
        var divisions: [(year: String, groups: [String])] = []
        /// Groups that make up all are whole themselves.
        func noteParts(_ parts: [(group: String, size: Int)], _ year: String) {
            guard let all = answeredIn[year]?[""].map({ values[$0] }) ?? sizes[year]?[""], parts.count > 1, parts.count <= 200 else { return }
            for start in parts.indices {
                var sum = 0
                for end in start..<parts.count where sum <= all {
                    sum += parts[end].size
                    guard sum == all, end > start else { continue }
                    divisions.append((year, parts[start...end].map(\.group)))
                    for part in parts[start...end] { note(part.size, part.group, year) }
                }
            }
        }
        var columns: [(group: String, year: String, size: Int, isWhole: Bool, table: Int)] = []
        for (table, (question, answers)) in member.survey.parts.flatMap(\.questions).flatMap({ question in
            ((question.answers.map { [$0] } ?? []) + question.furtherAnswers).map { (question, $0) }
        }).enumerated() {
            for (index, name) in answers.columns.enumerated() {
                let counts = answers.rows.map { $0.counts[index].count }
                let given = zip(counts, answers.sides).reduce(0) { $0 + ($1.1 == .noAnswer ? 0 : $1.0 ?? 0) }
                let silent = zip(counts, answers.sides).reduce(0) { $0 + ($1.1 == .noAnswer ? $1.0 ?? 0 : 0) }
                let whole = question.isMultiple || answers.isShares || counts.contains(nil) ? answers.base?[index].count : given
                guard let whole else { continue }
                var (group, years) = SurveyProtection.parts(of: name)
                if years.isEmpty {
                    if case .everybody = answers.people(of: index, in: facts) { group = "" }
                    years = [member.year]
                }
                let isWhole = !answers.isShares && answers.sides.contains(.noAnswer)
                for year in years { columns.append((group, year, whole + silent, isWhole, table)) }
            }
        }
        for column in columns where column.isWhole { note(column.size, column.group, column.year) }
        for year in Set(columns.map(\.year)).sorted() {
            for table in Set(columns.map(\.table)).sorted() {
                noteParts(columns.filter { $0.year == year && $0.table == table && !$0.group.isEmpty }.map { ($0.group, $0.size) }, year)
            }
        }
        for table in member.survey.tables {
            let cells = table.rows.map { $0.map(\.count) }
            func sum(_ counts: [Int?]) -> Int? { counts.contains(nil) ? nil : counts.reduce(0) { $0 + $1! } }
            let names = table.labels.map(SurveyProtection.folded), isAll = table.labels.map(SurveyProtection.isEverybody)
            for (column, header) in table.columns.enumerated() {
                let counts = cells.map { column < $0.count ? $0[column] : nil }
                guard PartNames.base.contains(PartNames.bare(header)) || SurveyProtection.isEverybody(header) || table.columns.count == 1 else { continue }
                noteParts(zip(names, counts).compactMap { name, count in count.map { (name, $0) } }, member.year)
                guard PartNames.base.contains(PartNames.bare(header)) else { continue }
                for (label, count) in zip(table.labels, counts) {
                    var (group, years) = SurveyProtection.parts(of: label)
                    if SurveyProtection.isEverybody(label) { group = "" }
                    if years.isEmpty { years = [member.year] }
                    if let count { for year in years { note(count, group, year) } }
                }
            }
            // Of a square, its margins, told or not.
            let headers = table.columns.map(SurveyProtection.folded), inner = headers.indices.filter { !SurveyProtection.isEverybody(table.columns[$0]) }
            noteParts(names.indices.filter { !isAll[$0] }.compactMap { row in
                sum(inner.map { $0 < cells[row].count ? cells[row][$0] : nil }).map { (names[row], $0) }
            }, member.year)
            noteParts(inner.compactMap { column in
                sum(names.indices.filter { !isAll[$0] }.map { column < cells[$0].count ? cells[$0][column] : nil }).map { (headers[column], $0) }
            }, member.year)
        }
        // Percentages of all, where nothing tells it better.
        let exact = sizes
        for table in member.survey.tables {
            guard let all = answeredIn[member.year]?[""].map({ values[$0] }) else { continue }
            for column in table.columns.indices {
                let parts = zip(table.labels, table.rows).compactMap { label, row in
                    (column < row.count ? row[column].share : nil).map { (SurveyProtection.folded(label), Int(($0.value * Double(all) / 100).rounded())) }
                }
                noteParts(parts, member.year)
            }
        }
        for (year, groups) in exact { sizes[year]!.merge(groups) { $1 } }
        let parts = facts.groups.compactMap { answeredIn[member.year]?[SurveyProtection.folded($0.name)] }
        if parts.count == facts.groups.count, !parts.isEmpty, sizes[member.year]?[""] == nil {
            let sum = parts.reduce(0) { $0 + values[$1] }
            // Groups and schools, one after the other, are everybody twice.
            let isTwice = parts.count > 2 && sum % 2 == 0 && parts.indices.contains { parts[..<$0].reduce(0) { $0 + values[$1] } == sum / 2 }
                && !columns.contains { $0.year == member.year && $0.group.isEmpty && $0.size > sum / 2 }
            sizes[member.year, default: [:]][""] = isTwice ? sum / 2 : sum
        }
        for (year, groups) in sizes.sorted(by: { $0.key < $1.key }) {
            for (group, size) in groups.sorted(by: { $0.key < $1.key }) where answeredIn[year]?[group] == nil {
                // `Spring 2021` is everybody.
                let all = answeredIn[year]?[""].flatMap { values[$0] == size ? $0 : nil }
                answeredIn[year, default: [:]][group] = all ?? take(size, cost: 8, keys: ["answered/\(year)/\(group)"])
            }
        }
        for (year, groups) in divisions {
            let cells = groups.compactMap { answeredIn[year]?[$0] }
            guard let all = answeredIn[year]?[""], cells.count == groups.count, !cells.contains(all), cells.reduce(0, { $0 + values[$1] }) == values[all] else { continue }
            sums.append(.init(total: all, parts: cells))
        }
        if let all = answeredIn[member.year]?[""], facts.responses == nil, parts.count == facts.groups.count, !parts.isEmpty {
            tieRest(of: all, parts)
            tieParts(of: all, parts)
        }
        let invited = facts.groups.compactMap { invitedIn[member.year]?[SurveyProtection.folded($0.name)] }
        if facts.invited == nil, invited.count == facts.groups.count, !invited.isEmpty, invitedIn[member.year]?[""] == nil {
            invitedIn[member.year, default: [:]][""] = tie(invited, cost: 16, keys: ["invited/\(member.year)/"])
        }
    }

    // MARK: Questions

    private mutating func placeTables(_ member: Member, _ placed: inout Placed) {
        for question in member.survey.parts.flatMap(\.questions) {
            guard let answers = question.answers else { continue }
            let columns = place(answers, of: question, member, &placed)
            placed.questions[question.number] = columns
            for further in question.furtherAnswers { _ = place(further, of: question, member, &placed, isFurther: true) }
        }
        for table in member.survey.tables { place(table, member, &placed) }
    }

    private mutating func place(
        _ answers: Survey.Answers, of question: Survey.Question, _ member: Member, _ placed: inout Placed, isFurther: Bool = false
    ) -> [Column] {
        let facts = member.document.frontMatter.survey, ownYear = member.year
        let isScaled = answers.sides.contains(.upper) || answers.sides.contains(.lower)
        let filled = question.isMultiple || answers.isShares ? [:] : SurveyProtection.filled(answers)
        let wording = String(decoding: member.document.tree.plainText(of: question.heading).utf8.dropFirst(question.label.length), as: UTF8.self)
        let names = [question.number, "'" + SurveyProtection.folded(wording)]
        var columns: [Column] = []
        for (index, name) in answers.columns.enumerated() {
            var people = answers.people(of: index, in: facts)
            var (group, years) = SurveyProtection.parts(of: name)
            // A lone column is of everybody, but beside the question's own table it may be a school's.
            let isOfSome = isFurther && !SurveyProtection.isEverybody(name) && !PartNames.counts.contains(PartNames.bare(name))
            if answers.columns.count == 1, years.isEmpty, isOfSome, case .everybody = people {
                people = .unknown
            } else if answers.columns.count == 1, years.isEmpty {
                group = ""
            }
            var known: Int?
            let isDated = !years.isEmpty
            switch people {
            case .everybody:
                known = placed.responses ?? answeredIn[years.last ?? ownYear]?[""]
                group = ""
            case .group(let place):
                group = SurveyProtection.folded(facts.groups[place].name)
                known = placed.groups[place].answered ?? answeredIn[ownYear]?[group]
            case .unknown: known = (years.isEmpty ? [ownYear] : years.reversed()).compactMap { answeredIn[$0]?[group] }.first
            }
            if years.isEmpty { years = [ownYear] }
            // `Spring 2021` is no group: with a year, it may be all.
            let mayBeAll = isDated && !group.isEmpty
            let keys = names.flatMap { name in years.flatMap { year in (mayBeAll ? [group, ""] : [group]).map { "\(name)/\(year)/\($0)" } } }
            let everybody = mayBeAll && known == nil ? years.reversed().compactMap { answeredIn[$0]?[""] }.first : nil
            let said = answers.base?[index].count
            /// What percentages are of.
            let size = said ?? known.map { values[$0] } ?? 0
            var counts: [Int?] = []
            for (place, row) in answers.rows.enumerated() {
                let value = row.counts[index]
                let count = value.count ?? filled[[place, index]] ?? value.share.map { Int(($0.value * Double(size) / 100).rounded()) }
                let cell = count.map { count -> Int in
                    let key = "\(question.number)/\(ownYear)=\(count)"
                    if member.isAdapted, let same = same(key) { return same }
                    let cell = take(
                        count, cost: 1, keys: keys.map { "\($0)/\(SurveyProtection.folded(row.answer))" }, otherwise: keys.map { "\($0)/#\(place)" })
                    alike[key, default: []].append(cell)
                    return cell
                }
                counts.append(cell)
                if let cell {
                    // Who withheld it had a reason.
                    if value.count == nil, value.share == nil, values[cell] > 0 { isSensitive[cell] = true }
                    // 5 % of 193 are 9 or 10.
                    if let share = value.share, values[cell] >= threshold, Int(((share.value - share.precision) * Double(size) / 100).rounded(.up)) < threshold {
                        isSensitive[cell] = true
                    }
                    placed.nodes.append((value.node, cell))
                }
            }
            func parts(_ sides: Set<AnswerSide>) -> [Int] { zip(counts, answers.sides).compactMap { sides.contains($1) ? $0 : nil } }
            func lacks(_ sides: Set<AnswerSide>) -> Bool { zip(counts, answers.sides).contains { $0 == nil && sides.contains($1) } }
            if question.isMultiple {
                var column = placeSeveral(counts, parts([.noAnswer]), known: known, said: said, keys: keys)
                (column.group, column.years) = (group, years)
                let told = switch people {
                case .everybody: placed.responses
                case .group(let place): placed.groups[place].answered
                case .unknown: Int?.none
                }
                column.isBaseKnown = told != nil || said != nil
                if let everybody { tieRest(of: everybody, [column.base] + column.silent) }
                columns.append(column)
                if let node = answers.base?[index], node.count != nil { placed.nodes.append((node.node, column.base)) }
                placeShares(of: answers, index, counts, base: column.base, &placed)
                continue
            }
            let given = parts([.upper, .middle, .lower, .plain, .apart])
            let lacksSome = lacks([.upper, .middle, .lower, .plain, .apart])
            // Those who left the question out are what is missing to all who took part.
            let silent = parts([.noAnswer])
            // Percentages are rounded: the counts behind them may miss their sum by a few.
            let whole = max(0, silent.reduce(size) { $0 - values[$1] })
            var all = given
            if answers.isShares, lacksSome {
                // The percentage that is missing to 100.
                let rest = whole - given.reduce(0) { $0 + values[$1] }
                if rest > 0 {
                    all.append(take(rest, cost: 1))
                    if counts.count(where: { $0 == nil }) == 1 { isSensitive[all.last!] = true }
                }
            }
            let base = tie(all, total: answers.isShares ? whole : nil, cost: 4, keys: lacksSome ? [] : keys.map { $0 + "/base" })
            let scale = parts([.upper, .middle, .lower]), lacksOfScale = lacks([.upper, .middle, .lower])
            let scaleBase = isScaled ? tie(scale, cost: 4, keys: lacksOfScale ? [] : keys.map { $0 + "/scale" }) : nil
            let upper = isScaled ? tie(parts([.upper]), cost: 3, keys: lacks([.upper]) ? [] : keys.map { $0 + "/upper" }) : nil
            tieRest(of: known ?? everybody, [base] + silent)
            if let node = answers.base?[index], let said {
                let cell = take(said, cost: 4)
                if counts.contains(nil) {
                    tieRest(of: cell, [base])
                } else {
                    sums.append(.init(total: cell, parts: said == values[base] ? [base] : [base] + silent))
                }
                placed.nodes.append((node.node, cell))
            }
            placeShares(of: answers, index, counts, base: base, &placed)
            columns.append(Column(
                counts: counts, base: base, scaleBase: scaleBase, upper: upper, silent: silent, lacksSome: lacksSome && !answers.isShares,
                lacksOfScale: lacksOfScale, lacksOfUpper: lacks([.upper]), group: group, years: years))
        }
        tieColumns(columns, answers, facts, placed)
        tables.append(PlacedTable(
            names: names, answers: answers.rows.map { SurveyProtection.folded($0.answer) }, columns: columns, isShares: answers.isShares))
        return columns
    }

    /// An adaptation's cell is one of its source's with the same number, wherever it stands there.
    private mutating func same(_ key: String) -> Int? {
        guard let cells = alike[key] else { return nil }
        let own = Array(Set(cells)).sorted()
        equate(own)
        return own[0]
    }

    /// What the author has withheld alone in a row or column whose sum is told: readers work it out.
    private static func filled(_ answers: Survey.Answers) -> [[Int]: Int] {
        var counts = answers.rows.map { $0.counts.map(\.count) }, filled: [[Int]: Int] = [:]
        guard counts.joined().contains(nil) else { return [:] }
        let isSilent = answers.sides.map { $0 == .noAnswer }
        let all = answers.columns.indices.filter { SurveyProtection.isEverybody(answers.columns[$0]) }
        func fill(_ cells: [(Int, Int)], _ total: Int) -> Bool {
            let open = cells.filter { counts[$0.0][$0.1] == nil }
            guard open.count == 1 else { return false }
            let rest = total - cells.reduce(0) { $0 + (counts[$1.0][$1.1] ?? 0) }
            guard rest >= 0 else { return false }
            counts[open[0].0][open[0].1] = rest
            filled[[open[0].0, open[0].1]] = rest
            return true
        }
        var changes = true
        while changes {
            changes = false
            for column in answers.columns.indices {
                guard let said = answers.base?[column].count else { continue }
                // Whether those who gave no answer are counted in is told by what adds up elsewhere; mostly they are not.
                changes = fill(counts.indices.filter { !isSilent[$0] }.map { ($0, column) }, said) || changes
            }
            guard all.count == 1, answers.columns.count > 2 else { continue }
            for row in counts.indices {
                let others = answers.columns.indices.filter { $0 != all[0] }.map { (row, $0) }
                if let total = counts[row][all[0]] {
                    changes = fill(others, total) || changes
                } else if others.allSatisfy({ counts[$0.0][$0.1] != nil }) {
                    let sum = others.reduce(0) { $0 + counts[$1.0][$1.1]! }
                    counts[row][all[0]] = sum
                    filled[[row, all[0]]] = sum
                    changes = true
                }
            }
        }
        return filled
    }

    private func placeShares(of answers: Survey.Answers, _ column: Int, _ counts: [Int?], base: Int, _ placed: inout Placed) {
        guard answers.isShares else { return }
        for (row, cell) in zip(answers.rows, counts) { if let cell { placed.shares.append((row.counts[column].node, cell, base)) } }
    }

    /// Where several answers may be given, each is at most the number of those who answered, and nothing adds up.
    private mutating func placeSeveral(
        _ counts: [Int?], _ silent: [Int], known: Int?, said: Int?, keys: [String]
    ) -> Column {
        let missing = silent.reduce(0) { $0 + values[$1] }
        let largest = counts.compactMap(\.self).filter { !silent.contains($0) }.map { values[$0] }.max() ?? 0
        let size = said ?? known.map { values[$0] - missing } ?? 0
        let base = take(max(size, largest), cost: 4, keys: keys.map { $0 + "/base" })
        tieRest(of: known, [base] + silent)
        for case let cell? in counts where !silent.contains(cell) { bounds.append(.init(lesser: cell, greater: base)) }
        return Column(counts: counts, base: base, scaleBase: nil, upper: nil, silent: silent)
    }

    /// A column of everybody: the sum of the others, or of these and of groups that have no column here.
    private mutating func tieColumns(
        _ columns: [Column], _ answers: Survey.Answers, _ facts: SurveyFacts, _ placed: Placed
    ) {
        guard columns.count > 1 else {
            if !answers.isShares { tieRuns(columns.first?.counts.map { [$0] } ?? [], isLoose: true) }
            return
        }
        let ofYears = answers.years.map(\.column)
        for all in columns.indices where !ofYears.isEmpty && !ofYears.contains(all) {
            let bases = ofYears.map { columns[$0].base }
            if bases.reduce(0, { $0 + values[$1] }) == values[columns[all].base] { sums.append(.init(total: columns[all].base, parts: bases)) }
            for row in answers.rows.indices { tieRest(of: columns[all].counts[row], ofYears.compactMap { columns[$0].counts[row] }) }
        }
        var totals: [Int] = [], others: [Int] = [], groups = 0
        for column in columns.indices {
            switch answers.people(of: column, in: facts) {
            case .everybody: totals.append(column)
            case .group:
                others.append(column)
                groups += 1
            case .unknown: others.append(column)
            }
        }
        let areGroups = groups == others.count
        // The counts behind percentages are rounded, and add up all the same.
        let isComplete = answers.isShares && (areGroups ? groups == facts.groups.count : others.count > 1)
        let bases = others.map { columns[$0].base }
        for column in totals where !others.isEmpty && ofYears.isEmpty && (areGroups || answers.isTotal(column)) {
            let total = columns[column]
            if isComplete || bases.reduce(0, { $0 + values[$1] }) == values[total.base] { sums.append(.init(total: total.base, parts: bases)) }
            for row in answers.rows.indices {
                let parts = others.compactMap { columns[$0].counts[row] }
                guard let total = total.counts[row] else { continue }
                // What is missing to it may be what somebody withheld by hand.
                if !isComplete || parts.count < others.count { tieRest(of: total, parts) } else { sums.append(.init(total: total, parts: parts)) }
            }
        }
        for year in Set(columns.flatMap(\.years)).sorted() { tieSums(of: columns, in: year, isShares: answers.isShares) }
        if !answers.isShares {
            tieRuns(answers.rows.indices.map { row in columns.map { $0.counts[row] } })
        }
        // Columns of nobody that the front matter knows, and yet of all. Of its groups the sums are tied already.
        let isKnown = answers.columns.indices.allSatisfy { column in
            switch answers.people(of: column, in: facts) {
            case .everybody: placed.responses != nil
            case .group(let place): placed.groups[place].answered != nil
            case .unknown: false
            }
        }
        guard !isKnown else { return }
        for year in Set(columns.flatMap(\.years)).sorted() {
            guard let all = answeredIn[year]?[""] else { continue }
            tieColumns(columns.filter { $0.years.contains(year) }, of: all)
        }
    }

    private mutating func tieColumns(_ columns: [Column], of responses: Int) {
        guard columns.count > 1, columns.allSatisfy({ !$0.lacksSome }) else { return }
        tieParts(of: responses, columns.map(\.base))
        let wholes = columns.map { [$0.base] + $0.silent }
        for start in wholes.indices {
            for end in start + 1..<max(start + 1, wholes.count) {
                let parts = wholes[start...end].flatMap(\.self)
                if parts.count > end - start + 1, parts.reduce(0, { $0 + values[$1] }) == values[responses] { sums.append(.init(total: responses, parts: parts)) }
            }
        }
    }

    /// Ties columns of a year to those side by side that make them up.
    private mutating func tieSums(of columns: [Column], in year: String, isShares: Bool) {
        let columns = columns.filter { $0.years.contains(year) }
        guard columns.count > 2 else { return }
        if isShares { tieShares(columns) } else { tieRuns(columns.map(\.counts)) }
        tieRuns(columns.map { [$0.lacksSome ? nil : $0.base] })
        for (place, all) in columns.enumerated() where all.group.isEmpty && !all.lacksSome {
            for other in columns.indices where other != place && !columns[other].lacksSome {
                // A lone group is everybody.
                let pairs = zip(all.counts, columns[other].counts).map { ($0, $1) }
                guard pairs.count > 1, pairs.allSatisfy({ $0 != nil && $1 != nil && values[$0!] == values[$1!] }) else { continue }
                for case let (one?, same?) in pairs + [(all.base, columns[other].base)] where one != same && values[one] == values[same] { equate([one, same]) }
            }
            tieParts(of: all.base, columns.indices.filter { $0 != place }.map { columns[$0].lacksSome ? nil : columns[$0].base })
        }
    }

    /// Percentages of columns whose bases add up: so do the counts behind them, but for what rounding took.
    private mutating func tieShares(_ columns: [Column]) {
        for all in columns.indices {
            for start in columns.indices {
                for end in start + 1..<max(start + 1, columns.count) where !(start...end).contains(all) {
                    guard columns[start...end].reduce(0, { $0 + values[$1.base] }) == values[columns[all].base] else { continue }
                    for row in columns[all].counts.indices {
                        let parts = columns[start...end].compactMap { $0.counts[row] }
                        guard let total = columns[all].counts[row], parts.count == end - start + 1 else { continue }
                        sums.append(.init(total: total, parts: parts))
                    }
                }
            }
        }
    }

    /// The same question in two tables, of one document or of two: what one divides further is whole in the other.
    private mutating func tieTables() {
        var ofQuestion: [String: [Int]] = [:]
        for (place, table) in tables.enumerated() { for name in table.names { ofQuestion[name, default: []].append(place) } }
        var seen: Set<[Int]> = []
        for name in ofQuestion.keys.sorted() {
            for first in ofQuestion[name]! {
                for second in ofQuestion[name]! where first != second && seen.insert([first, second]).inserted {
                    let (divided, other) = (tables[first], tables[second])
                    guard divided.isShares == other.isShares else { continue }
                    let rows = other.answers.map { divided.answers.firstIndex(of: $0) }
                    for whole in other.columns {
                        for year in whole.years {
                            let parts = divided.columns.filter { $0.years.contains(year) && $0.base != whole.base }.map { column in
                                var aligned = column
                                aligned.counts = rows.map { row in row.flatMap { column.counts[$0] } }
                                return aligned
                            }
                            if parts.count > 1 { tieSums(of: parts + [whole], in: year, isShares: divided.isShares) }
                            if whole.group.isEmpty, !divided.isShares { tieRests(of: whole, parts.filter { !$0.group.isEmpty }) }
                        }
                    }
                }
            }
        }
    }

    /// Those who belong to no group of another table are what is missing to all.
    private mutating func tieRests(of whole: Column, _ parts: [Column]) {
        guard !parts.isEmpty else { return }
        for row in whole.counts.indices {
            let counts = parts.compactMap { $0.counts[row] }
            if counts.count == parts.count { tieRest(of: whole.counts[row], counts) }
        }
        if !whole.lacksSome, parts.allSatisfy({ !$0.lacksSome }) { tieRest(of: whole.base, parts.map(\.base)) }
    }

    // MARK: Other tables

    private mutating func place(_ table: Survey.CountTable, _ member: Member, _ placed: inout Placed) {
        var cells: [[Int?]] = []
        let year = member.year
        for row in table.rows {
            cells.append(row.map { value in
                guard let count = value.count else { return nil }
                if member.isAdapted, let same = same("/\(year)=\(count)") { return same }
                let cell = take(count, cost: 4)
                alike["/\(year)=\(count)", default: []].append(cell)
                return cell
            })
        }
        for (row, counts) in zip(table.rows, cells) {
            for (value, cell) in zip(row, counts) { if let cell { placed.nodes.append((value.node, cell)) } }
        }
        let columns = table.columns.indices.map { column in cells.map { column < $0.count ? $0[column] : nil } }
        // Columns that are counts at all: a rate beside them is none.
        let counted = columns.indices.filter { column in columns[column].contains { $0 != nil } }
        let rows = cells.map { row in counted.map { $0 < row.count ? row[$0] : nil } }
        tieRuns(rows, isLoose: counted.count == 1)
        tieRuns(counted.map { columns[$0] }, isLoose: table.rows.count == 1)
        // The survey's own numbers once more: in a row or column of a group, or as the sum of a column or row.
        for (label, counts) in Array(zip(table.labels, rows)) + counted.map({ (table.columns[$0], columns[$0]) }) {
            for known in facts(of: label, year) {
                for case let cell? in counts where values[cell] == values[known] && cell != known { sums.append(.init(total: known, parts: [cell])) }
            }
        }
        let isAll = SurveyProtection.isEverybody
        let inner = table.labels.indices.filter { !isAll(table.labels[$0]) }, innerColumns = counted.filter { !isAll(table.columns[$0]) }
        let lines = counted.map { column in inner.map { columns[column][$0] } } + cells.map { row in innerColumns.map { $0 < row.count ? row[$0] : nil } }
        let sizes = [answeredIn, invitedIn].flatMap { ($0[year] ?? [:]).sorted { $0.key < $1.key }.map(\.value) }
        let alls = [answeredIn[year]?[""], invitedIn[year]?[""]].compactMap { $0 }
        for line in lines {
            let parts = line.compactMap(\.self)
            for known in sizes where parts.count == line.count && parts.count > 1 && parts.reduce(0, { $0 + values[$1] }) == values[known] {
                sums.append(.init(total: known, parts: parts))
            }
        }
        for known in alls { for case let cell? in cells.joined() where values[cell] == values[known] && cell != known { sums.append(.init(total: known, parts: [cell])) } }
        // A line named as that of all is what the others add up to, and those who stand in none of them.
        if let total = table.totalRow {
            for column in total.lines { tieRest(of: cells[total.place][column], cells.indices.filter { $0 != total.place }.compactMap { cells[$0][column] }) }
        }
        if let total = table.totalColumn {
            for line in total.lines { tieRest(of: cells[line][total.place], cells[line].indices.filter { $0 != total.place }.compactMap { cells[line][$0] }) }
        }
        // Of two columns, invited and answered, the difference is a count too.
        for counts in cells where counts.count(where: { $0 != nil }) == 2 {
            let both = counts.compactMap(\.self)
            if both[0] != both[1] { tieDifference(both[0], both[1]) }
        }
        if rows.count == 2, PartNames.base.contains(PartNames.bare(table.labels[1])) { for (invited, answered) in zip(rows[0], rows[1]) { tieDifference(invited, answered) } }
        placeTallies(table, columns, year)
        placeRates(table, cells, columns, year, &placed)
    }

    private mutating func placeTallies(_ table: Survey.CountTable, _ columns: [[Int?]], _ year: String) {
        let number = (tallies.last?.table ?? 0) + 1
        for (name, counts) in zip(table.columns.map(SurveyProtection.folded), columns) {
            var parts: [Int] = [], isWhole = true
            for (label, count) in zip(table.labels, counts) {
                let (group, years) = SurveyProtection.parts(of: label)
                if SurveyProtection.isEverybody(label) || PartNames.base.contains(PartNames.bare(label)) || group.isEmpty && !years.isEmpty {
                    for year in years.isEmpty ? [year] : years { if let count { tallies.append((year, name, number, count, [])) } }
                } else if let count, years.isEmpty {
                    parts.append(count)
                } else {
                    isWhole = false
                }
            }
            if isWhole, parts.count > 1 { tallies.append((year, name, number, nil, parts)) }
        }
    }

    /// One table says how many were asked in all, in this year or in an earlier one, and another how many of each group.
    private mutating func tieTallies() {
        for all in tallies {
            guard let cell = all.all else { continue }
            for other in tallies where other.table != all.table && other.year == all.year && other.column == all.column {
                if let same = other.all {
                    if same != cell, values[same] == values[cell], other.table < all.table { equate([same, cell]) }
                } else if other.parts.reduce(0, { $0 + values[$1] }) > values[cell] {
                    tieParts(of: cell, other.parts)
                } else if !other.parts.contains(cell) {
                    tieRest(of: cell, other.parts)
                }
            }
        }
    }

    private mutating func tieDifference(_ invited: Int?, _ answered: Int?) {
        guard let invited, let answered, values[invited] >= values[answered] else { return }
        let silent = take(values[invited] - values[answered], cost: 1)
        sums.append(.init(total: invited, parts: [answered, silent]))
    }

    /// The numbers of who was asked and who answered that a table's row or column of this name may repeat.
    private func facts(of label: String, _ year: String) -> [Int] {
        var (group, years) = SurveyProtection.parts(of: label)
        if SurveyProtection.isEverybody(label) || PartNames.base.contains(PartNames.bare(label)) { group = "" }
        if years.isEmpty { years = [year] }
        return years.flatMap { [answeredIn[$0]?[group], invitedIn[$0]?[group]].compactMap(\.self) }
    }

    private func asked(_ label: String, _ year: String) -> [Int] {
        let (group, years) = SurveyProtection.parts(of: label)
        return (years.isEmpty ? [year] : years).compactMap { invitedIn[$0]?[SurveyProtection.isEverybody(label) ? "" : group] }
    }

    /// Percentages tell the counts beside them, those of the group that they are of, or parts of all who answered.
    private mutating func placeRates(_ table: Survey.CountTable, _ cells: [[Int?]], _ columns: [[Int?]], _ year: String, _ placed: inout Placed) {
        let places = Dictionary(zip(table.rows.joined().map(\.node), cells.joined()).compactMap { node, cell in cell.map { (node, $0) } }) { first, _ in first }
        for rate in table.rates {
            var of = rate.of.compactMap { places[$0] }
            // Of a column's percentages readers work out its sum.
            if rate.isOfColumn { of = [sums.first { $0.parts == of }?.total ?? tie(of, cost: 4)] }
            placed.rates.append((rate.node, of))
        }
        for column in table.columns.indices {
            let shares = table.rows.map { column < $0.count ? $0[column].share : nil }
            guard shares.contains(where: { $0 != nil }) else { continue }
            let isWhole = table.isWhole(column)
            let responses = answeredIn[year]?[""]
            let isOfAll = isWhole && responses != nil && !table.labels.contains { invitedIn[year]?[SurveyProtection.folded($0)] != nil }
            var parts: [Int] = []
            for (row, share) in shares.enumerated() {
                guard let share else { continue }
                let node = table.rows[row][column].node
                let beside = cells[row].compactMap(\.self)
                var of = beside.isEmpty ? columns[column].compactMap(\.self) : beside
                of += facts(of: table.labels[row], year) + facts(of: table.columns[column], year)
                // A rate of those asked, where nothing else says how many answered.
                if cells[row].allSatisfy({ $0 == nil }) {
                    let group = SurveyProtection.parts(of: table.labels[row]).group
                    let asked = [table.labels[row], table.columns[column]].flatMap { self.asked($0, year) }.first
                    if let whole = isOfAll ? responses : asked {
                        let count = min(values[whole], Int((share.value * Double(values[whole]) / 100).rounded())), own = isOfAll ? answeredIn[year]?[group] : nil
                        let cell = own.flatMap { values[$0] == count ? $0 : nil } ?? take(count, cost: 1)
                        of += [cell, whole]
                        if Int(((share.value - share.precision) * Double(values[whole]) / 100).rounded(.up)) < threshold, count > 0 { isSensitive[cell] = true }
                        if isOfAll { parts.append(cell) } else { sums.append(.init(total: whole, parts: [cell, take(values[whole] - count, cost: 1)])) }
                    }
                }
                placed.rates.append((node, of))
            }
            if let whole = responses, parts.count > 1 {
                let isTotal = shares.last??.value == 100
                if isTotal, let total = parts.last { sums.append(.init(total: whole, parts: [total])) }
                sums.append(.init(total: whole, parts: isTotal ? Array(parts.dropLast()) : parts))
            }
        }
    }
}
