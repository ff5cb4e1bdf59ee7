import FormExports
import Markdown

/// Tables of counts that are no question’s.
extension SurveyProtection {
    mutating func place(_ table: Survey.CountTable, _ member: Member, _ placed: inout Placed) {
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
            placed.others += counts.compactMap(\.self)
        }
        let columns = table.columns.indices.map { column in cells.map { column < $0.count ? $0[column] : nil } }
        for (column, header) in table.columns.enumerated() where PartNames.base.contains(PartNames.bare(header)) {
            for (label, cell) in zip(table.labels, columns[column]) where SurveyProtection.parts(of: label).years.isEmpty {
                let group = SurveyProtection.isEverybody(label) ? "" : SurveyProtection.folded(label)
                if let cell, placed.answered[group] == nil { placed.answered[group] = cell }
            }
        }
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
        // The margins of a square, told or not, are those who answered of a group, of a school, of all.
        for (labels, lines) in [(table.labels, cells.map { row in innerColumns.map { $0 < row.count ? row[$0] : nil } }), (table.columns, columns.map { column in inner.map { column[$0] } })] {
            for (label, line) in zip(labels, lines) where !line.isEmpty && !line.contains(nil) {
                note(line.map { $0! }, of: label, year)
                if line.count > 1 { placed.margins.append(line.map { $0! }) }
            }
        }
        let all = inner.flatMap { row in innerColumns.map { $0 < cells[row].count ? cells[row][$0] : nil } }
        if !all.isEmpty, !all.contains(nil) { note(all.map { $0! }, of: "", year) }
        placeTallies(table, columns, year)
        placeRates(table, cells, columns, year, &placed)
    }

    mutating func placeTallies(_ table: Survey.CountTable, _ columns: [[Int?]], _ year: String) {
        let number = (tallies.last?.table ?? 0) + 1
        for (name, counts) in zip(table.columns.map(SurveyProtection.folded), columns) {
            var parts: [Int] = [], isWhole = true
            for (label, count) in zip(table.labels, counts) {
                let (group, years) = self.parts(of: label)
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
    mutating func tieTallies() {
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

    mutating func tieDifference(_ invited: Int?, _ answered: Int?) {
        guard let invited, let answered, values[invited] >= values[answered] else { return }
        let silent = take(values[invited] - values[answered], cost: 1)
        sums.append(.init(total: invited, parts: [answered, silent]))
    }

    /// The numbers of who was asked and who answered that a table's row or column of this name may repeat.
    func facts(of label: String, _ year: String) -> [Int] {
        var (group, years) = self.parts(of: label)
        if SurveyProtection.isEverybody(label) || PartNames.base.contains(PartNames.bare(label)) { group = "" }
        if years.isEmpty { years = [year] }
        return years.flatMap { [answeredIn[$0]?[group], invitedIn[$0]?[group]].compactMap(\.self) }
    }

    func asked(_ label: String, _ year: String) -> [Int] {
        let (group, years) = self.parts(of: label)
        return (years.isEmpty ? [year] : years).compactMap { invitedIn[$0]?[SurveyProtection.isEverybody(label) ? "" : group] }
    }

    /// Percentages tell the counts beside them, those of the group that they are of, or parts of all who answered.
    mutating func placeRates(_ table: Survey.CountTable, _ cells: [[Int?]], _ columns: [[Int?]], _ year: String, _ placed: inout Placed) {
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
            // Percentages of all who answered, where nobody says how many that are: with one count beside them they tell it.
            let hidden = isWhole && responses == nil ? [take(1, cost: 1)] : []
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
                    let group = self.parts(of: table.labels[row]).group
                    let asked = [table.labels[row], table.columns[column]].flatMap { self.asked($0, year) }.first
                    if let whole = isOfAll ? responses : asked {
                        let count = min(values[whole], Int((share.value * Double(values[whole]) / 100).rounded())), own = isOfAll ? answeredIn[year]?[group] : nil
                        let cell = own.flatMap { values[$0] == count ? $0 : nil } ?? take(count, cost: 1)
                        of += [cell, whole]
                        if Int(((share.value - share.precision) * Double(values[whole]) / 100).rounded(.up)) < threshold, count > 0 { isSensitive[cell] = true }
                        if isOfAll { parts.append(cell) } else { sums.append(.init(total: whole, parts: [cell, take(values[whole] - count, cost: 1)])) }
                    }
                }
                placed.rates.append((node, of + hidden))
            }
            if let whole = responses, parts.count > 1 {
                let isTotal = shares.last??.value == 100
                if isTotal, let total = parts.last { sums.append(.init(total: whole, parts: [total])) }
                sums.append(.init(total: whole, parts: isTotal ? Array(parts.dropLast()) : parts))
            }
        }
    }
}
