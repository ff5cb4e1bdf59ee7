/// How many answered a question, where nobody says how many took part: readers take it that as many answered the others.
extension SurveyProtection {
    mutating func note(
        _ parts: [Int], of group: String, mayBeAll: Bool, _ years: [String], known: Int?, isPartial: Bool = false
    ) {
        let size = parts.reduce(0) { $0 + values[$1] }
        // Those are tied to all who took part already.
        if let known, isPartial ? values[known] >= size : values[known] == size { return }
        for year in years {
            for group in mayBeAll ? [group, ""] : [group] { wholes[year + "/" + group, default: []].append(.init(parts: parts, isPartial: isPartial)) }
        }
    }

    mutating func note(_ parts: [Int], of label: String, _ ownYear: String) {
        var (group, years) = self.parts(of: label)
        if SurveyProtection.isEverybody(label) || PartNames.base.contains(PartNames.bare(label)) { group = "" }
        if years.isEmpty { years = [ownYear] }
        for year in years { note(parts, of: group, mayBeAll: false, [year], known: answeredIn[year]?[group]) }
    }

    /// Equal wholes are taken for the same people, and what is missing to the largest for what somebody withheld.
    mutating func tieWholes() {
        noteDivisions()
        for key in wholes.keys.sorted() {
            var seen: Set<Whole> = []
            let all = wholes[key]!.filter { seen.insert($0).inserted }, partial = all.filter(\.isPartial)
            let bySize = Dictionary(grouping: all.filter { !$0.isPartial }) { $0.parts.reduce(0) { $0 + values[$1] } }.filter { $0.key > 0 }
            let largest = bySize.keys.max(), sides = sides(key)
            for (size, same) in bySize.sorted(by: { $0.key < $1.key }) {
                guard same.count > 1 || size == largest && !partial.isEmpty || sides.contains(where: { hasRun($0, of: size) }) else { continue }
                let cell = same.first { $0.parts.count == 1 }?.parts[0] ?? take(size, cost: 1)
                for whole in same where whole.parts != [cell] { sums.append(.init(total: cell, parts: whole.parts)) }
                for side in sides { tieParts(of: cell, side) }
                if size == largest { for whole in partial { tieRest(of: cell, whole.parts) } }
            }
        }
    }

    /// The groups of a year's front matter, in its order, that may make up all who answered.
    private func sides(_ key: String) -> [[Int?]] {
        documents.compactMap { member in
            let groups = member.document.frontMatter.survey.groups
            return key == member.year + "/" && groups.count > 1 ? groups.map { answeredIn[member.year]?[SurveyProtection.folded($0.name)] } : nil
        }
    }

    private func hasRun(_ side: [Int?], of size: Int) -> Bool {
        side.count <= 200 && side.indices.contains { start in
            var sum = 0
            for part in side[start...] {
                guard let part, sum < size else { return false }
                sum += values[part]
                if sum == size { return true }
            }
            return false
        }
    }

    /// Groups of one table, and schools of another, are all who answered, where no column says so.
    private mutating func noteDivisions() {
        for table in tables {
            for year in Set(table.columns.flatMap(\.years)).sorted() where !table.isOfSeveral {
                let columns = table.columns.filter { $0.years.contains(year) }
                guard columns.count > 1, !columns.contains(where: { $0.group.isEmpty || $0.lacksSome }) else { continue }
                let parts = columns.flatMap { [$0.base] + $0.silent }
                let size = parts.reduce(0) { $0 + values[$1] }
                if let known = answeredIn[year]?[""], values[known] == size { continue }
                wholes[year + "/", default: []].append(.init(parts: parts))
            }
        }
    }
}
