import FormExports
import Markdown

/// Who was asked, and who answered: of all, and of each group.
extension SurveyProtection {
    mutating func placeFacts(_ member: Member) -> Placed {
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
            if let total, known.count < side.count || known.reduce(0, { $0 + values[$1] }) > values[total] { tieParts(of: total, side) }
        }
        tieRuns(placed.groups.map { [$0.invited, $0.answered] })
        return placed
    }

    /// Runs of numbers that add up to one: two ways of dividing the same people.
    mutating func tieParts(of total: Int, _ parts: [Int?]) {
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
    mutating func placeSizes(_ member: Member) {
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
                var (group, years) = self.parts(of: name)
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
                    var (group, years) = self.parts(of: label)
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
        // A group that no fewer than all belong to is everybody.
        let largest = columns.filter { $0.year == member.year && $0.group.isEmpty }.map(\.size).max() ?? 0
        if facts.responses == nil, largest > 0, answeredIn[member.year]?[""] == nil,
            let all = parts.filter({ values[$0] >= largest }).min(by: { values[$0] < values[$1] })
        {
            answeredIn[member.year, default: [:]][""] = all
        }
        // Where all who were asked took part, so did all of each group.
        for (year, invited) in invitedIn.sorted(by: { $0.key < $1.key }) {
            guard let all = invited[""], let answered = answeredIn[year]?[""], values[all] == values[answered] else { continue }
            for (group, cell) in invited.sorted(by: { $0.key < $1.key }) {
                if let known = answeredIn[year]?[group] {
                    if known != cell, values[known] == values[cell] { equate([known, cell]) }
                } else {
                    answeredIn[year]![group] = cell
                }
            }
        }
        for (year, groups) in divisions {
            let cells = groups.compactMap { answeredIn[year]?[$0] }
            guard let all = answeredIn[year]?[""], cells.count == groups.count, !cells.contains(all), cells.reduce(0, { $0 + values[$1] }) == values[all] else { continue }
            sums.append(.init(total: all, parts: cells))
        }
        if let all = answeredIn[member.year]?[""], facts.responses == nil, !parts.isEmpty {
            if parts.count == facts.groups.count { tieRest(of: all, parts) }
            tieParts(of: all, facts.groups.map { answeredIn[member.year]?[SurveyProtection.folded($0.name)] })
        }
        let invited = facts.groups.compactMap { invitedIn[member.year]?[SurveyProtection.folded($0.name)] }
        if facts.invited == nil, invited.count == facts.groups.count, !invited.isEmpty, invitedIn[member.year]?[""] == nil {
            invitedIn[member.year, default: [:]][""] = tie(invited, cost: 16, keys: ["invited/\(member.year)/"])
        }
    }
}
