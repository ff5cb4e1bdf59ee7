import FormExports
import Markdown

/// The answers to questions, in all of their tables.
extension SurveyProtection {
    mutating func placeTables(_ member: Member, _ placed: inout Placed) {
        for question in member.survey.parts.flatMap(\.questions) {
            guard let answers = question.answers else { continue }
            let columns = place(answers, of: question, member, &placed)
            placed.questions[question.number] = columns
            for further in question.furtherAnswers { _ = place(further, of: question, member, &placed, isFurther: true) }
        }
        for table in member.survey.tables { place(table, member, &placed) }
    }

    mutating func place(
        _ answers: Survey.Answers, of question: Survey.Question, _ member: Member, _ placed: inout Placed, isFurther: Bool = false
    ) -> [Column] {
        let facts = member.document.frontMatter.survey, ownYear = member.year
        let isScaled = answers.sides.contains(.upper) || answers.sides.contains(.lower)
        let filled = question.isMultiple || answers.isShares ? [:] : SurveyProtection.filled(answers)
        let names = [question.number, "'" + SurveyProtection.wording(of: question, in: member.document)]
        var columns: [Column] = []
        for (index, name) in answers.columns.enumerated() {
            var people = answers.people(of: index, in: facts)
            var (group, years) = self.parts(of: name)
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
                if said != nil { note([column.base] + column.silent, of: group, mayBeAll: mayBeAll, years, known: known ?? everybody) }
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
            note([base] + silent, of: group, mayBeAll: mayBeAll, years, known: known ?? everybody, isPartial: lacksSome && !answers.isShares)
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
            document: reading, names: names, answers: answers.rows.map { SurveyProtection.folded($0.answer) }, columns: columns, isShares: answers.isShares,
            isOfSeveral: question.isMultiple && answers.base == nil))
        return columns
    }

    /// An adaptation's cell is one of its source's with the same number, wherever it stands there.
    mutating func same(_ key: String) -> Int? {
        guard let cells = alike[key] else { return nil }
        let own = Array(Set(cells)).sorted()
        equate(own)
        return own[0]
    }

    /// What the author has withheld alone in a row or column whose sum is told: readers work it out.
    static func filled(_ answers: Survey.Answers) -> [[Int]: Int] {
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

    func placeShares(of answers: Survey.Answers, _ column: Int, _ counts: [Int?], base: Int, _ placed: inout Placed) {
        guard answers.isShares else { return }
        for (row, cell) in zip(answers.rows, counts) { if let cell { placed.shares.append((row.counts[column].node, cell, base)) } }
    }

    /// Where several answers may be given, each is at most the number of those who answered, and nothing adds up.
    mutating func placeSeveral(
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
    mutating func tieColumns(
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

    mutating func tieColumns(_ columns: [Column], of responses: Int) {
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
    mutating func tieSums(of columns: [Column], in year: String, isShares: Bool) {
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
    mutating func tieShares(_ columns: [Column]) {
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
    mutating func tieTables() {
        var ofQuestion: [String: [Int]] = [:]
        for (place, table) in tables.enumerated() { for name in table.names { ofQuestion[name, default: []].append(place) } }
        var seen: Set<[Int]> = []
        for name in ofQuestion.keys.sorted() {
            for first in ofQuestion[name]! {
                for second in ofQuestion[name]! where first != second && seen.insert([first, second]).inserted {
                    let (divided, other) = (tables[first], tables[second])
                    guard divided.isShares == other.isShares else { continue }
                    let rows = other.answers.map { divided.answers.firstIndex(of: $0) }
                    if first < second, !divided.isShares { tieBreakdowns(divided, other, rows) }
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

    /// Two tables that divide the same people in two ways, by groups and by schools: in each row, both have the same sum.
    mutating func tieBreakdowns(_ one: PlacedTable, _ other: PlacedTable, _ rows: [Int?]) {
        for year in Set(one.columns.flatMap(\.years)).sorted() {
            let sides = [one, other].map { table in table.columns.filter { $0.years.contains(year) && !$0.group.isEmpty } }
            guard sides.allSatisfy({ $0.count > 1 }), Set(sides[0].map(\.base)) != Set(sides[1].map(\.base)) else { continue }
            var pairs: [([Int], [Int])] = []
            for (row, aligned) in rows.enumerated() {
                guard let aligned else { continue }
                let parts = (sides[0].compactMap { $0.counts[aligned] }, sides[1].compactMap { $0.counts[row] })
                if parts.0.count == sides[0].count, parts.1.count == sides[1].count { pairs.append(parts) }
            }
            func sum(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + values[$1] } }
            // One row may agree by chance.
            guard pairs.count > 1, pairs.allSatisfy({ sum($0.0) == sum($0.1) }) else { continue }
            if !sides.joined().contains(where: \.lacksSome) { pairs.append((sides[0].map(\.base), sides[1].map(\.base))) }
            for (one, other) in pairs where sum(one) == sum(other) {
                let total = tie(one, cost: 1)
                sums.append(.init(total: total, parts: other))
            }
        }
    }

    /// Those who belong to no group of another table are what is missing to all.
    mutating func tieRests(of whole: Column, _ parts: [Column]) {
        guard !parts.isEmpty else { return }
        for row in whole.counts.indices {
            let counts = parts.compactMap { $0.counts[row] }
            if counts.count == parts.count { tieRest(of: whole.counts[row], counts) }
        }
        if !whole.lacksSome, parts.allSatisfy({ !$0.lacksSome }) { tieRest(of: whole.base, parts.map(\.base)) }
    }
}
