@testable import Publication

/// Finds every set of whole counts that agrees with what is published, by trying them all: knows nothing of how cells
/// were chosen. For small tables.
struct ExhaustiveAttacker {
    let problem: DisclosureProblem
    let unknown: [Int]
    private let sumsOfCell: [[Int]]
    private let boundsOfCell: [[Int]]
    private let highest: [Int]
    private var counts: [Int]
    private var open: [Int]
    private(set) var steps = 0
    /// More than that is no small table.
    let limit: Int

    /// - Parameter isTold: which cells are sensitive and below the threshold is known, too.
    init(_ problem: DisclosureProblem, _ isWithheld: [Bool], isTold: Bool = false, limit: Int = 200_000) {
        self.problem = problem
        self.limit = limit
        // Parts before totals, so that a total follows at once.
        unknown = problem.values.indices.filter { isWithheld[$0] }
        var sumsOfCell = [[Int]](repeating: [], count: problem.values.count), boundsOfCell = sumsOfCell
        for (index, sum) in problem.sums.enumerated() { for cell in Set(sum.parts + [sum.total]) { sumsOfCell[cell].append(index) } }
        for (index, bound) in problem.bounds.enumerated() { for cell in [bound.lesser, bound.greater] { boundsOfCell[cell].append(index) } }
        self.sumsOfCell = sumsOfCell
        self.boundsOfCell = boundsOfCell
        // A count far beyond the largest changes nothing: where one can be so large, it can be two different ones.
        let farthest = 2 * (problem.values.max() ?? 0) + 2
        highest = problem.values.indices.map { cell in
            isTold && problem.mustBeProtected(cell) && problem.values[cell] < problem.threshold && problem.values[cell] > 0 ? problem.threshold - 1 : farthest
        }
        lowest = problem.values.indices.map { cell in
            isTold && problem.mustBeProtected(cell) && problem.values[cell] < problem.threshold && problem.values[cell] > 0 ? 1 : 0
        }
        counts = problem.values
        open = problem.sums.map { sum in (sum.parts + [sum.total]).count { isWithheld[$0] } }
        isKnown = isWithheld.map { !$0 }
    }

    private let lowest: [Int]
    private var isKnown: [Bool]

    /// Whether the cell may have another value than its own. Nil: too many to try.
    mutating func hasAnother(_ cell: Int) -> Bool? {
        steps = 0
        let values = (lowest[cell] ... highest[cell]).filter { $0 != problem.values[cell] }
            .sorted { (abs($0 - problem.values[cell]), $0) < (abs($1 - problem.values[cell]), $1) }
        for value in values {
            if assign(cell, value, then: [cell]) { return true }
            if steps > limit { return nil }
        }
        return false
    }

    /// Sets a cell, and whether the rest can be filled; leaves all as it was.
    private mutating func assign(_ cell: Int, _ value: Int, then queue: [Int]) -> Bool {
        var trail: [Int] = []
        defer {
            for cell in trail.reversed() {
                isKnown[cell] = false
                for sum in sumsOfCell[cell] { open[sum] += 1 }
            }
        }
        guard set(cell, value, &trail), propagate(&trail) else { return false }
        steps += 1
        if steps > limit { return false }
        // The cell of the sum with the fewest unknown cells.
        var next: Int?, fewest = Int.max
        for (index, sum) in problem.sums.enumerated() where open[index] > 0 && open[index] < fewest {
            fewest = open[index]
            next = (sum.parts + [sum.total]).first { !isKnown[$0] }
        }
        next = next ?? unknown.first { !isKnown[$0] }
        guard let next else { return true }
        guard let range = range(of: next) else { return false }
        let own = problem.values[next]
        // Near its own value first: it is often right.
        for distance in 0 ... max(range.upperBound - own, own - range.lowerBound, 0) {
            for value in distance == 0 ? [own] : [own + distance, own - distance] where range.contains(value) {
                if assign(next, value, then: [next]) { return true }
                if steps > limit { return false }
            }
        }
        return false
    }

    private mutating func set(_ cell: Int, _ value: Int, _ trail: inout [Int]) -> Bool {
        guard value >= lowest[cell], value <= highest[cell] else { return false }
        isKnown[cell] = true
        counts[cell] = value
        trail.append(cell)
        for sum in sumsOfCell[cell] { open[sum] -= 1 }
        return boundsOfCell[cell].allSatisfy { index in
            let bound = problem.bounds[index]
            return !isKnown[bound.lesser] || !isKnown[bound.greater] || counts[bound.lesser] <= counts[bound.greater]
        }
    }

    private mutating func propagate(_ trail: inout [Int]) -> Bool {
        var next = trail.count - 1
        while next < trail.count {
            for index in sumsOfCell[trail[next]] {
                let sum = problem.sums[index]
                let known = sum.parts.reduce(0) { $0 + (isKnown[$1] ? counts[$1] : 0) }
                if open[index] == 0 {
                    if known != counts[sum.total] { return false }
                } else if open[index] == 1 {
                    let missing = (sum.parts + [sum.total]).first { !isKnown[$0] }!
                    guard set(missing, missing == sum.total ? known : counts[sum.total] - known, &trail) else { return false }
                } else if isKnown[sum.total], known > counts[sum.total] {
                    return false
                }
            }
            next += 1
        }
        return true
    }

    private func range(of cell: Int) -> ClosedRange<Int>? {
        var low = lowest[cell], high = highest[cell]
        for index in boundsOfCell[cell] {
            let bound = problem.bounds[index]
            if bound.greater == cell, isKnown[bound.lesser] { low = max(low, counts[bound.lesser]) }
            if bound.lesser == cell, isKnown[bound.greater] { high = min(high, counts[bound.greater]) }
        }
        for index in sumsOfCell[cell] {
            let sum = problem.sums[index]
            let known = sum.parts.reduce(0) { $0 + (isKnown[$1] ? counts[$1] : 0) }
            if sum.total == cell { low = max(low, known) } else if isKnown[sum.total] { high = min(high, counts[sum.total] - known) }
        }
        return low <= high ? low ... high : nil
    }
}
