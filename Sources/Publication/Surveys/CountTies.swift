/// What ties counts to one another, as equations: in each row, the coefficients times the cells' changes add up to zero.
///
/// A bound is an equation too: lesser + slack = greater, where the slack is one more cell, never published. A sum that
/// does not add up is kept, as if readers knew by how much it is off: who does not know that finds out less.
struct CountTies {
    /// The problem's cells, then one slack for each bound.
    let values: [Int]
    let publishedCount: Int
    /// What withholding a cell costs; of equal preference, the smaller count is the cheaper one.
    let costs: [Int]
    /// The rows' cells, cheapest first, and the cells' rows.
    let rows: SparseRows
    let cells: SparseRows

    /// In how many sums each cell stands, bounds left out.
    let sumCounts: [Int]
    private let firstBound: Int

    static let slightest = 1

    init(_ problem: DisclosureProblem) {
        var values = problem.values.map { max($0, 0) }
        let count = values.count
        var costs = values.enumerated().map { cell, value in
            let preference = problem.preference.indices.contains(cell) ? problem.preference[cell] : 1
            return min(max(preference, 0), 65_535) << 32 + min(value, 1 << 20) + Self.slightest
        }
        var entries: [[SparseRows.Entry]] = []
        for sum in problem.sums {
            let parts = sum.parts.filter { values.indices.contains($0) && $0 < count }
            // What adds up to nothing visible ties nothing.
            guard parts.count == sum.parts.count, !parts.isEmpty, sum.total >= 0, sum.total < count else { continue }
            entries.append(SparseRows.merged(parts.map { .init(index: $0, coefficient: 1) } + [.init(index: sum.total, coefficient: -1)]))
        }
        firstBound = entries.count
        for bound in problem.bounds where bound.lesser != bound.greater {
            guard (0 ..< count).contains(bound.lesser), (0 ..< count).contains(bound.greater) else { continue }
            let slack = values.count
            values.append(values[bound.greater] - values[bound.lesser])
            costs.append(Self.slightest)
            entries.append([
                .init(index: slack, coefficient: 1), .init(index: bound.lesser, coefficient: 1), .init(index: bound.greater, coefficient: -1),
            ])
        }
        rows = SparseRows(entries.map { $0.sorted { (costs[$0.index], $0.index) < (costs[$1.index], $1.index) } })
        cells = rows.transposed(count: values.count)
        let (cells, firstBound) = (cells, firstBound)
        sumCounts = values.indices.map { cells[$0].count { $0.index < firstBound } }
        self.values = values
        self.costs = costs
        publishedCount = count
    }

    /// The slack of a bound's row.
    func slack(ofRow row: Int) -> Int? { row < firstBound ? nil : slacks.lowerBound + row - firstBound }

    private var slacks: Range<Int> { publishedCount ..< values.count }

    /// Everything that a chain of rows ties to a cell, itself included.
    func component(of cell: Int) -> [Int] {
        var seen: Set<Int> = [cell], seenRows: Set<Int> = [], found = [cell], next = 0
        while next < found.count {
            for row in cells[found[next]] where seenRows.insert(row.index).inserted {
                for entry in rows[row.index] where seen.insert(entry.index).inserted { found.append(entry.index) }
            }
            next += 1
        }
        return found
    }
}

/// A matrix of which few entries differ from zero.
struct SparseRows {
    struct Entry {
        var index: Int
        var coefficient: Int
    }

    private let entries: [Entry]
    private let starts: [Int]

    init(_ rows: [[Entry]]) {
        var starts = [0]
        for row in rows { starts.append(starts.last! + row.count) }
        entries = Array(rows.joined())
        self.starts = starts
    }

    var count: Int { starts.count - 1 }
    subscript(row: Int) -> ArraySlice<Entry> { entries[starts[row] ..< starts[row + 1]] }
    func length(of row: Int) -> Int { starts[row + 1] - starts[row] }

    func transposed(count: Int) -> SparseRows {
        var columns = [[Entry]](repeating: [], count: count)
        for row in 0 ..< self.count {
            for entry in self[row] { columns[entry.index].append(Entry(index: row, coefficient: entry.coefficient)) }
        }
        return SparseRows(columns)
    }

    /// Each index once; what cancels out is gone.
    static func merged(_ entries: [Entry]) -> [Entry] {
        var merged: [Entry] = []
        for entry in entries.sorted(by: { $0.index < $1.index }) {
            if merged.last?.index == entry.index {
                merged[merged.count - 1].coefficient += entry.coefficient
            } else {
                merged.append(entry)
            }
        }
        return merged.filter { $0.coefficient != 0 }
    }
}
