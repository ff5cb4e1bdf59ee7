/// Counts that are to be published, and what ties them to one another.
///
///     let problem = DisclosureProblem(
///         values: [3, 40, 57, 100], sums: [.init(total: 3, parts: [0, 1, 2])], threshold: 10)
///     Disclosure(problem).isWithheld     // [true, true, false, false]
///
/// A cell that appears in several tables (a base that all questions share, a school's total in the district's table) is
/// one cell here, with every sum that it takes part in: what one table withholds another must not give back.
package struct DisclosureProblem: Sendable {
    /// `values[total]` is the sum of `values[parts]`, and readers know that.
    package struct Sum: Sendable, Hashable {
        package var total: Int
        package var parts: [Int]

        package init(total: Int, parts: [Int]) {
            self.total = total
            self.parts = parts
        }
    }

    /// `values[lesser] <= values[greater]`, and readers know that: where several answers are allowed, each is at most
    /// the base, and nothing adds up.
    package struct Bound: Sendable, Hashable {
        package var lesser: Int
        package var greater: Int

        package init(lesser: Int, greater: Int) {
            self.lesser = lesser
            self.greater = greater
        }
    }

    /// One for each cell; below zero counts as zero.
    package var values: [Int]
    package var sums: [Sum]
    package var bounds: [Bound]
    /// Which cells must not be found out. Nil: those from 1 to below the threshold. Where it is given, the others are
    /// no secret even if they are small.
    package var isSensitive: [Bool]?
    /// How much is lost where a cell is withheld, from 0 to 65,535, for each cell; 1 where that is not said. Let totals
    /// and bases cost several times what an inner cell costs.
    package var preference: [Int]
    package let threshold: Int
    /// How far apart the least and the greatest value of a sensitive cell have to be for those who work out what they
    /// can. At least 1, so that two values remain; more is aimed at, and given up only where the counts do not allow it.
    package var width: Int

    package init(
        values: [Int], sums: [Sum] = [], bounds: [Bound] = [], isSensitive: [Bool]? = nil, preference: [Int] = [],
        threshold: Int, width: Int = 1
    ) {
        self.values = values
        self.sums = sums
        self.bounds = bounds
        self.isSensitive = isSensitive
        self.preference = preference
        self.threshold = threshold
        self.width = width
    }

    func mustBeProtected(_ cell: Int) -> Bool {
        if let isSensitive, isSensitive.indices.contains(cell) { return isSensitive[cell] }
        return values[cell] >= 1 && values[cell] < threshold
    }
}
