/// Whether a share changed from one survey to the next, by the pooled two-proportion z test at 5 % (two-sided).
///
/// These surveys invite everybody, so this is a screen against reading noise, not a margin of error: 124 of 180 and then
/// 141 of 190 is no clear change (z = 1.13); 96 of 180 and then 135 of 190 is up by 18 points (z = 3.52).
package enum ShareChange: Sendable, Hashable {
    /// Fewer than 30 in one of the years, or counts that cannot be.
    case tooFew
    case noClearChange
    /// Percentage points, from the exact shares, rounded half away from zero; at least 1.
    case up(points: Int)
    case down(points: Int)

    package static let leastBase = 30
    /// The square of 1.959964, which 5 % of a normal distribution lie beyond.
    static let criticalSquare = 3.841_458_820_694_124

    package init(from earlier: (count: Int, base: Int), to later: (count: Int, base: Int)) {
        let pairs = [earlier, later]
        guard pairs.allSatisfy({ $0.base >= Self.leastBase && $0.count >= 0 && $0.count <= $0.base }) else {
            self = .tooFew
            return
        }
        let (a, n, b, m) = (Double(earlier.count), Double(earlier.base), Double(later.count), Double(later.base))
        let pooled = (a + b) / (n + m), difference = b / m - a / n
        let variance = pooled * (1 - pooled) * (1 / n + 1 / m)
        guard variance > 0, difference * difference > Self.criticalSquare * variance else {
            self = .noClearChange
            return
        }
        // Dividing once keeps halves exact: 1/40 to 5/200 … is a number of points, not almost one.
        let points = Int((100 * abs(b * n - a * m) / (n * m)).rounded(.toNearestOrAwayFromZero))
        // Among many thousands, a change may be clear and still be nothing.
        self = points == 0 ? .noClearChange : difference > 0 ? .up(points: points) : .down(points: points)
    }
}
