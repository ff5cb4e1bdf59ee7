/// Other counts that would have been published in the same way: what changes, and by how much.
///
/// Counts that differ in a cell prove that nobody can tell this cell: both sets are whole numbers that satisfy all sums
/// and bounds, and all that is published is the same in both.
struct Alternative: Sendable {
    let changes: [(cell: Int, change: Int)]
    let cost: Int
}

/// Looks for the cheapest change of counts that changes a given cell and keeps every sum.
///
/// A change of one cell puts its rows out of balance; each is balanced by changing another cell of it, which puts that
/// one's other rows out of balance, and so on until none is left. In a table of rows and columns this is the shortest
/// path of the classic network method (Kelly, Golden and Assad 1992, "Cell suppression: disclosure protection for
/// sensitive tabular data"; Castro 2007, "A shortest-paths heuristic for statistical data protection in positive
/// tables"), here over sets of unbalanced rows, so that a cell may stand in any number of sums.
struct AlternativeSearch {
    let ties: CountTies
    /// How far each cell can fall and rise.
    var canFall: [Int]
    var canRise: [Int]
    var isWithheld: [Bool]
    /// Cells of long rows that are withheld, in the order in which they became so.
    private var withheldOfRow: [Int: [Int]] = [:]
    /// Steps taken so far, and how many all searches together may take: hostile input ends as surely as a survey.
    private(set) var work = 0
    let limit: Int

    private var nodes: [Node] = []
    private var unbalanced: [Unbalanced] = []
    private var queue = LeastFirst()

    private struct Node {
        var parent: Int
        var cell: Int
        var change: Int
        var cost: Int
        var depth: Int
        var start: Int
        var count: Int
        var key: UInt64
    }

    private struct Unbalanced {
        var row: Int
        var amount: Int
    }

    struct Aim {
        var cell: Int
        var change: Int
        /// Only what is withheld already may change.
        var onlyWithheld = false
        var excluded: Int?
        var costLimit = Int.max
        var workLimit = 4_000
        /// What an unbalanced row counts for; with 0 the first alternative found is the cheapest one.
        var weight = 0
    }

    static let manyRows = 12, longRow = 64, mostRows = 4_096, mostCandidates = 32, mostDepth = 2_000

    init(_ ties: CountTies, canFall: [Int], canRise: [Int], isWithheld: [Bool], limit: Int) {
        self.ties = ties
        self.canFall = canFall
        self.canRise = canRise
        self.isWithheld = isWithheld
        self.limit = limit
        for cell in isWithheld.indices where isWithheld[cell] { note(cell) }
    }

    var isExhausted: Bool { work >= limit }

    mutating func withhold(_ cell: Int) {
        guard !isWithheld[cell] else { return }
        isWithheld[cell] = true
        note(cell)
    }

    mutating func publish(_ cell: Int) { isWithheld[cell] = false }

    private mutating func note(_ cell: Int) {
        for row in ties.cells[cell] where ties.rows.length(of: row.index) > Self.longRow {
            withheldOfRow[row.index, default: []].append(cell)
        }
    }

    func allows(_ cell: Int, _ change: Int) -> Bool { change < 0 ? change >= -canFall[cell] : change <= canRise[cell] }

    /// The whole at once: right for all but cells that stand in many sums.
    mutating func alternative(_ aim: Aim) -> Alternative? {
        guard start(aim) else { return nil }
        guard let last = settle(aim, apartFrom: [], after: [:]) else { return nil }
        return Alternative(changes: path(to: last), cost: nodes[last].cost)
    }

    /// One unbalanced row after another, each for good: for cells in many sums, like the size of a group that every
    /// question's base is part of.
    mutating func alternativeByRows(_ aim: Aim) -> Alternative? {
        guard start(aim) else { return nil }
        var changes = [aim.cell: aim.change], order = [aim.cell], cost = 0
        var open = Dictionary(uniqueKeysWithValues: unbalanced.map { ($0.row, $0.amount) })
        while let row = open.keys.min(by: { (ties.rows.length(of: $0), $0) < (ties.rows.length(of: $1), $1) }) {
            nodes.removeAll(keepingCapacity: true)
            unbalanced = open.sorted { $0.key < $1.key }.map { Unbalanced(row: $0.key, amount: $0.value) }
            begin(aim.cell, 0)
            guard let last = settle(aim, apartFrom: Set(open.keys).subtracting([row]), after: changes) else { return nil }
            for step in path(to: last) where step.change != 0 {
                if changes[step.cell] == nil { order.append(step.cell) }
                changes[step.cell, default: 0] += step.change
            }
            cost += nodes[last].cost
            guard cost <= aim.costLimit else { return nil }
            let left = unbalanced[nodes[last].start ..< nodes[last].start + nodes[last].count]
            open = Dictionary(uniqueKeysWithValues: left.map { ($0.row, $0.amount) })
        }
        guard changes[aim.cell] != 0 else { return nil }
        return Alternative(changes: order.map { ($0, changes[$0]!) }.filter { $0.1 != 0 }, cost: cost)
    }

    private mutating func start(_ aim: Aim) -> Bool {
        nodes.removeAll(keepingCapacity: true)
        unbalanced.removeAll(keepingCapacity: true)
        guard !isExhausted, aim.change != 0, allows(aim.cell, aim.change) else { return false }
        guard ties.cells.length(of: aim.cell) <= Self.mostRows else { return false }
        for row in ties.cells[aim.cell] {
            let (amount, overflow) = row.coefficient.multipliedReportingOverflow(by: aim.change)
            guard !overflow else { return false }
            unbalanced.append(Unbalanced(row: row.index, amount: amount))
        }
        begin(aim.cell, aim.change)
        return true
    }

    private mutating func begin(_ cell: Int, _ change: Int) {
        let key = unbalanced.reduce(0) { $0 &+ Self.mixed($1.row, $1.amount) }
        nodes.append(Node(parent: -1, cell: cell, change: change, cost: 0, depth: 0, start: 0, count: unbalanced.count, key: key))
    }

    /// From the one node there is to the first in which only the rows set apart are out of balance.
    private mutating func settle(_ aim: Aim, apartFrom apart: Set<Int>, after earlier: [Int: Int]) -> Int? {
        let workLimit = min(limit, work + aim.workLimit)
        var closed: Set<UInt64> = []
        queue.removeAll()
        queue.insert(0, priority: 0)
        while let current = queue.popFirst() {
            let node = nodes[current]
            guard closed.insert(node.key).inserted else { continue }
            var row = -1, amount = 0, length = Int.max
            for open in unbalanced[node.start ..< node.start + node.count] where !apart.contains(open.row) {
                let own = ties.rows.length(of: open.row)
                if (own, open.row) < (length, row) { (row, amount, length) = (open.row, open.amount, own) }
            }
            guard row >= 0 else { return current }
            guard work < workLimit else { return nil }
            work += 1 + node.count
            guard node.depth < Self.mostDepth else { continue }
            if length <= Self.longRow {
                for entry in ties.rows[row] { _ = step(from: current, to: entry.index, entry.coefficient, amount, aim, earlier) }
            } else {
                stepInLongRow(row, from: current, amount, aim, earlier)
            }
        }
        return nil
    }

    /// Tries what is withheld, then what is cheapest, and not all of a million cells.
    private mutating func stepInLongRow(_ row: Int, from current: Int, _ amount: Int, _ aim: Aim, _ earlier: [Int: Int]) {
        var found = 0
        for cell in (withheldOfRow[row] ?? []).prefix(8 * Self.mostCandidates) where isWithheld[cell] && found < Self.mostCandidates {
            let coefficient = ties.cells[cell].first { $0.index == row }!.coefficient
            if step(from: current, to: cell, coefficient, amount, aim, earlier) { found += 1 }
        }
        found = 0
        for entry in ties.rows[row].prefix(8 * Self.mostCandidates) where found < Self.mostCandidates && !isWithheld[entry.index] {
            if step(from: current, to: entry.index, entry.coefficient, amount, aim, earlier) { found += 1 }
        }
    }

    private mutating func step(
        from current: Int, to cell: Int, _ coefficient: Int, _ amount: Int, _ aim: Aim, _ earlier: [Int: Int]
    ) -> Bool {
        work += 1
        let isFree = isWithheld[cell]
        guard isFree || !aim.onlyWithheld, cell != aim.excluded, amount % coefficient == 0 else { return false }
        let change = -(amount / coefficient)
        let before = earlier.isEmpty ? 0 : earlier[cell] ?? 0
        guard allows(cell, before + change) else { return false }
        let node = nodes[current]
        let cost = node.cost + (isFree || before != 0 ? CountTies.slightest : ties.costs[cell])
        guard cost <= aim.costLimit else { return false }
        let length = ties.cells.length(of: cell)
        // Who changes a cell in many sums at once hardly finds the way back, unless rows are settled one by one.
        guard ties.sumCounts[cell] <= (aim.weight == 0 ? Self.manyRows : Self.mostRows), !isOnPath(cell, to: current) else { return false }

        let start = unbalanced.count
        var key = node.key
        for index in node.start ..< node.start + node.count { unbalanced.append(unbalanced[index]) }
        work += (node.count + length) / 4
        for row in ties.cells[cell] {
            let added = row.coefficient * change
            if let index = unbalanced[start...].firstIndex(where: { $0.row == row.index }) {
                key &-= Self.mixed(row.index, unbalanced[index].amount)
                unbalanced[index].amount += added
                if unbalanced[index].amount == 0 {
                    unbalanced.swapAt(index, unbalanced.count - 1)
                    unbalanced.removeLast()
                } else {
                    key &+= Self.mixed(row.index, unbalanced[index].amount)
                }
            } else {
                unbalanced.append(Unbalanced(row: row.index, amount: added))
                key &+= Self.mixed(row.index, added)
            }
        }
        let count = unbalanced.count - start
        nodes.append(Node(
            parent: current, cell: cell, change: change, cost: cost, depth: node.depth + 1, start: start, count: count, key: key))
        let hard = aim.weight == 0 ? 0 : unbalanced[start...].count { !isSoft($0) }
        queue.insert(nodes.count - 1, priority: cost + aim.weight * hard)
        return true
    }

    /// Whether the slack of a bound takes it up.
    private func isSoft(_ open: Unbalanced) -> Bool {
        guard let slack = ties.slack(ofRow: open.row) else { return false }
        return allows(slack, -open.amount)
    }

    private func isOnPath(_ cell: Int, to last: Int) -> Bool {
        var index = last
        while index >= 0 {
            if nodes[index].cell == cell { return true }
            index = nodes[index].parent
        }
        return false
    }

    private func path(to last: Int) -> [(cell: Int, change: Int)] {
        var steps: [(cell: Int, change: Int)] = [], index = last
        while index >= 0 {
            steps.append((nodes[index].cell, nodes[index].change))
            index = nodes[index].parent
        }
        return steps.reversed()
    }

    /// Not Swift's own hashing, which differs from run to run. (The finalizer of SplitMix64.)
    private static func mixed(_ row: Int, _ amount: Int) -> UInt64 {
        var bits = UInt64(bitPattern: Int64(row)) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(bitPattern: Int64(amount))
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

/// A binary heap; of equal priority, the lower number comes first.
struct LeastFirst {
    private var items: [(priority: Int, number: Int)] = []

    mutating func removeAll() { items.removeAll(keepingCapacity: true) }

    mutating func insert(_ number: Int, priority: Int) {
        var index = items.count
        items.append((priority, number))
        while index > 0, items[index] < items[(index - 1) / 2] {
            items.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    mutating func popFirst() -> Int? {
        guard let first = items.first else { return nil }
        let last = items.removeLast()
        guard !items.isEmpty else { return first.number }
        items[0] = last
        var index = 0
        while true {
            var least = index
            for child in 2 * index + 1 ... 2 * index + 2 where child < items.count && items[child] < items[least] { least = child }
            if least == index { return first.number }
            items.swapAt(index, least)
            index = least
        }
    }
}
