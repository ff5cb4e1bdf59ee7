/// Which counts are withheld so that no sensitive one can be found out: the sensitive ones themselves, and others beside
/// them from which they could be calculated.
///
/// What is promised: for every sensitive cell there are other whole counts, none below zero, that keep all sums and
/// bounds and agree with everything published, but differ in this cell. Each is found, not supposed (`proofs`), so that
/// no rule about rows and columns has to be complete. In these counts, as far as that is possible, each sensitive count
/// below the threshold is still from 1 to below it: even who is told which cells were sensitive and which only withheld
/// beside them cannot tell. Nothing is promised against somebody who already knows sensitive counts (a group of one
/// that looks for the other).
///
/// What it presumes: of a withheld cell nothing else is published either, no percentage, no bar, no share of it as a
/// base; and what is said of published cells (rounded, banded) follows from their counts.
///
/// Sources: Hundepool et al. 2012, *Statistical Disclosure Control*, chapter 4 (cell suppression, audit); NCES 2011-603
/// (both parts of a split in two; the next smallest beside a lone hidden one).
package struct Disclosure: Sendable {
    /// For each cell, whether it is withheld for any reason.
    package let isWithheld: [Bool]
    package let isSensitive: [Bool]
    /// Other counts that prove it; which cells they prove is what they change.
    let proofs: [Alternative]

    /// How many are withheld only because of others.
    package var complementCount: Int { isWithheld.indices.count { isWithheld[$0] && !isSensitive[$0] } }

    package init(_ problem: DisclosureProblem) {
        var protection = DisclosureProtection(problem)
        protection.protect()
        let count = problem.values.count
        isWithheld = Array(protection.search.isWithheld.prefix(count))
        isSensitive = protection.isSensitive
        proofs = protection.currentProofs
    }
}

/// Withholds beside each sensitive cell what it takes, cheapest first, and publishes again what turns out not to be needed.
struct DisclosureProtection {
    let problem: DisclosureProblem
    let ties: CountTies
    let isSensitive: [Bool]
    var search: AlternativeSearch
    private let width: Int
    /// In which sensitive counts below the threshold stay there.
    private let narrow: (fall: [Int], rise: [Int])
    private let wide: (fall: [Int], rise: [Int])
    /// Withheld by a rule, whatever the sums say.
    private var isFixed: [Bool]

    private var alternatives: [Alternative] = []
    private var proofsOfCell: [[Int]]
    private var isNarrow: [Bool]
    private var reach: [ClosedRange<Int>]

    private static let farthest = 1 << 20
    /// The steps of all searches: some for each cell, and enough for small problems.
    private static func limit(cells: Int) -> Int { 60_000_000 + 400 * cells }

    init(_ problem: DisclosureProblem) {
        self.problem = problem
        let ties = CountTies(problem)
        let sensitive = problem.values.indices.map { problem.mustBeProtected($0) }
        let falls = ties.values.map { min(max($0, 0), Self.farthest) }
        var narrow = (fall: falls, rise: [Int](repeating: Self.farthest, count: falls.count))
        wide = narrow
        for cell in sensitive.indices where sensitive[cell] && (1 ..< max(problem.threshold, 1)).contains(ties.values[cell]) {
            narrow.fall[cell] = min(ties.values[cell] - 1, Self.farthest)
            narrow.rise[cell] = min(problem.threshold - 1 - ties.values[cell], Self.farthest)
        }
        self.narrow = narrow
        self.ties = ties
        isSensitive = sensitive
        width = max(problem.width, 1)
        let slacks = ties.values.count - sensitive.count
        search = AlternativeSearch(
            ties, canFall: narrow.fall, canRise: narrow.rise, isWithheld: sensitive + [Bool](repeating: true, count: slacks),
            limit: Self.limit(cells: ties.values.count))
        isFixed = sensitive
        proofsOfCell = Array(repeating: [], count: sensitive.count)
        isNarrow = Array(repeating: true, count: sensitive.count)
        reach = Array(repeating: 0 ... 0, count: sensitive.count)
    }

    var currentProofs: [Alternative] { Set(proofsOfCell.joined()).sorted().map { alternatives[$0] } }

    mutating func protect() {
        withholdBothHalves()
        let sensitive = isSensitive.indices.filter { isSensitive[$0] }
        for cell in sensitive where !isProtected(cell) { protect(cell, onlyWithheld: true) }
        for cell in sensitive.sorted(by: { (ties.values[$1], $0) < (ties.values[$0], $1) }) where !isProtected(cell) {
            protect(cell, onlyWithheld: false)
        }
        for cell in sensitive where proofsOfCell[cell].isEmpty { protectAtAnyCost(cell) }
        publishNeedless()
    }

    // MARK: Rules

    /// Of a split in two, one part tells the other.
    private mutating func withholdBothHalves() {
        for sum in problem.sums where sum.parts.count == 2 {
            let parts = sum.parts.filter { isSensitive.indices.contains($0) }
            for part in parts where parts.contains(where: { isSensitive[$0] }) {
                isFixed[part] = true
                search.withhold(part)
            }
        }
    }

    // MARK: Proofs

    private func isProtected(_ cell: Int) -> Bool { !proofsOfCell[cell].isEmpty && reach[cell].count > width }

    /// Finds other counts for a cell, and withholds what differs in them.
    private mutating func protect(_ cell: Int, onlyWithheld: Bool) {
        for isNarrow in [true, false] where proofsOfCell[cell].isEmpty {
            if onlyWithheld && !isNarrow { return }
            (search.canFall, search.canRise) = isNarrow ? narrow : wide
            if let found = cheapest(for: cell, rise: 1, fall: 1, onlyWithheld: onlyWithheld, isQuick: onlyWithheld) {
                accept(found, for: cell, isNarrow: isNarrow)
            }
        }
        guard !proofsOfCell[cell].isEmpty, !isProtected(cell) else { return }
        (search.canFall, search.canRise) = isNarrow[cell] ? narrow : wide
        let (rise, fall) = (width + reach[cell].lowerBound, width - reach[cell].upperBound)
        if let found = cheapest(for: cell, rise: rise, fall: fall, onlyWithheld: onlyWithheld) {
            accept(found, for: cell, isNarrow: isNarrow[cell])
        }
    }

    private mutating func cheapest(
        for cell: Int, rise: Int, fall: Int, onlyWithheld: Bool, isQuick: Bool = false, excluding excluded: Int? = nil, effort: Int = 1
    ) -> Alternative? {
        var best: Alternative?
        for change in [rise, -fall] where search.allows(cell, change) {
            var aim = AlternativeSearch.Aim(cell: cell, change: change, onlyWithheld: onlyWithheld, excluded: excluded)
            aim.costLimit = best.map { $0.cost - 1 } ?? .max
            aim.workLimit = isQuick ? 600 : onlyWithheld ? 1_500 : 4_000 * effort
            if let found = search.alternative(aim) { best = found }
        }
        if best != nil || isQuick { return best }
        // Not found by going through everything cheaper: head for balance.
        for change in [rise, -fall] where search.allows(cell, change) {
            var aim = AlternativeSearch.Aim(cell: cell, change: change, onlyWithheld: onlyWithheld, excluded: excluded)
            aim.costLimit = best.map { $0.cost - 1 } ?? .max
            aim.weight = onlyWithheld ? 1_000 : 1 << 36
            aim.workLimit = onlyWithheld ? 3_000 : 20_000 * effort
            if ties.sumCounts[cell] <= AlternativeSearch.manyRows, let found = search.alternative(aim) {
                best = found
            } else if let found = search.alternativeByRows(aim) {
                best = found
            }
        }
        return best
    }

    /// Others may be proved by the same counts, unless these take sensitive ones out of their range.
    private mutating func accept(_ alternative: Alternative, for user: Int, isNarrow: Bool, onlyFor users: Set<Int>? = nil) {
        let number = alternatives.count, (forth, back) = multiples(of: alternative)
        alternatives.append(alternative)
        self.isNarrow[user] = isNarrow
        for (cell, change) in alternative.changes where cell < ties.publishedCount {
            search.withhold(cell)
            guard isSensitive[cell], users?.contains(cell) ?? true, !isProtected(cell) else { continue }
            guard cell == user || isNarrow && self.isNarrow[cell] else { continue }
            let ends = [forth * change, -back * change]
            proofsOfCell[cell].append(number)
            reach[cell] = min(reach[cell].lowerBound, ends.min()!) ... max(reach[cell].upperBound, ends.max()!)
        }
    }

    /// How often the same change can be made, and its opposite.
    private func multiples(of alternative: Alternative) -> (forth: Int, back: Int) {
        var forth = Self.farthest, back = Self.farthest
        for (cell, change) in alternative.changes {
            let fall = search.canFall[cell] / abs(change), rise = search.canRise[cell] / abs(change)
            forth = min(forth, change > 0 ? rise : fall)
            back = min(back, change > 0 ? fall : rise)
        }
        return (forth, back)
    }

    /// Where no other counts are found in time, what is around the cell is withheld, then what is around that, and at
    /// last everything tied to it. That is enough: who sees none of the counts cannot tell them from their doubles.
    private mutating func protectAtAnyCost(_ cell: Int) {
        (search.canFall, search.canRise) = wide
        var near: Set<Int> = [cell]
        for _ in 0 ..< 3 where !search.isExhausted {
            near.formUnion(near.flatMap { ties.cells[$0].flatMap { ties.rows[$0.index].map(\.index) } })
            guard near.count <= 2_000 else { break }
            for tied in near.sorted() where tied < ties.publishedCount { search.withhold(tied) }
            if let found = cheapest(for: cell, rise: 1, fall: 1, onlyWithheld: false, effort: 10) {
                accept(found, for: cell, isNarrow: false)
                return
            }
        }
        let component = ties.component(of: cell)
        alternatives.append(Alternative(changes: component.filter { ties.values[$0] > 0 }.map { ($0, ties.values[$0]) }, cost: .max))
        for tied in component where tied < ties.publishedCount {
            search.withhold(tied)
            isFixed[tied] = true
            if isSensitive[tied], proofsOfCell[tied].isEmpty {
                proofsOfCell[tied] = [alternatives.count - 1]
                isNarrow[tied] = false
            }
        }
    }

    // MARK: What is not needed after all

    /// What one cell needed may have become needless by what others needed later.
    private mutating func publishNeedless() {
        var usersOfCell: [Int: Set<Int>] = [:]
        func add(_ users: [Int], _ usersOfCell: inout [Int: Set<Int>]) {
            for user in users {
                for proof in proofsOfCell[user] {
                    for (cell, _) in alternatives[proof].changes where cell < ties.publishedCount && !isFixed[cell] {
                        usersOfCell[cell, default: []].insert(user)
                    }
                }
            }
        }
        add(isSensitive.indices.filter { isSensitive[$0] }, &usersOfCell)
        let complements = isSensitive.indices.filter { search.isWithheld[$0] && !isFixed[$0] }
        for cell in complements.sorted(by: { (ties.costs[$1], $1) < (ties.costs[$0], $0) }) {
            let users = (usersOfCell[cell] ?? []).sorted().filter { user in
                proofsOfCell[user].contains { alternatives[$0].changes.contains { $0.cell == cell } }
            }
            let before = users.map { (proofs: proofsOfCell[$0], reach: reach[$0]) }, alternativesBefore = alternatives.count
            for user in users {
                proofsOfCell[user] = []
                reach[user] = 0 ... 0
            }
            let isNeedless = zip(users, before).allSatisfy { user, before in
                replace(user, without: cell, width: min(before.reach.count - 1, width), among: Set(users))
            }
            if isNeedless {
                search.publish(cell)
                add(users, &usersOfCell)
            } else {
                for (user, before) in zip(users, before) { (proofsOfCell[user], reach[user]) = before }
                alternatives.removeSubrange(alternativesBefore...)
            }
        }
    }

    private mutating func replace(_ user: Int, without cell: Int, width: Int, among users: Set<Int>) -> Bool {
        (search.canFall, search.canRise) = isNarrow[user] ? narrow : wide
        // One other set of counts, and where that is too near, one that is not.
        for _ in 0 ..< 2 where reach[user].count <= width {
            let isFirst = proofsOfCell[user].isEmpty
            let (rise, fall) = isFirst ? (1, 1) : (width + reach[user].lowerBound, width - reach[user].upperBound)
            guard let found = cheapest(for: user, rise: rise, fall: fall, onlyWithheld: true, excluding: cell) else { return false }
            accept(found, for: user, isNarrow: isNarrow[user], onlyFor: users)
        }
        return reach[user].count > width
    }
}
