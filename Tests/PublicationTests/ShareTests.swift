@testable import Publication
import Testing

/// Percentages near 0 and 100, and what changed from one survey to the next.
@Suite struct ShareTests {
    @Test(arguments: [
        (3, 300, BandedPercentage.atMost(1)), (4, 300, .whole(1)), (297, 300, .atLeast(99)), (296, 300, .whole(99)), (0, 5_000, .atMost(1)),
        (5, 299, .atMost(2)), (6, 299, .whole(2)), (98, 100, .atLeast(98)), (97, 100, .whole(97)),
        (4, 99, .atMost(5)), (5, 99, .whole(5)), (38, 40, .atLeast(95)), (37, 40, .whole(93)),
        (3, 39, .atMost(10)), (4, 39, .whole(10)), (18, 20, .atLeast(90)),
        (3, 19, .atMost(20)), (4, 19, .whole(21)), (10, 10, .atLeast(80)), (0, 10, .atMost(20)), (5, 10, .whole(50)),
        (.max, .max, .atLeast(99)), (.max / 2, .max, .whole(50)),
    ]) func bands(count: Int, base: Int, expected: BandedPercentage) {
        #expect(BandedPercentage(count, of: base) == expected)
    }

    @Test func noPercentageOfAFew() {
        #expect(BandedPercentage(5, of: 9) == nil)
        #expect(BandedPercentage(0, of: 0) == nil)
        #expect(BandedPercentage(-1, of: 50) == nil)
        #expect(BandedPercentage(51, of: 50) == nil)
    }

    @Test func roundedTogetherWithOthers() {
        #expect(BandedPercentage(12, of: 37, whole: 33) == .whole(33))
        #expect(BandedPercentage(3, of: 37, whole: 8) == .atMost(10))
    }

    @Test(arguments: [
        ((124, 180), (141, 190), ShareChange.noClearChange), ((96, 180), (135, 190), .up(points: 18)), ((135, 190), (96, 180), .down(points: 18)),
        ((10, 29), (29, 29), .tooFew), ((10, 30), (29, 30), .up(points: 63)), ((31, 30), (29, 30), .tooFew), ((-1, 30), (29, 30), .tooFew),
        ((30, 30), (30, 30), .noClearChange), ((0, 0), (0, 0), .tooFew), ((0, 40), (0, 40), .noClearChange),
        // Half a point, away from zero: 25 % to 50.5 %.
        ((50, 200), (101, 200), .up(points: 26)), ((101, 200), (50, 200), .down(points: 26)),
        // Clear, but nothing.
        ((500_000_000, 1_000_000_000), (500_100_000, 1_000_000_000), .noClearChange), ((0, .max), (.max, .max), .up(points: 100)),
    ]) func change(earlier: (Int, Int), later: (Int, Int), expected: ShareChange) {
        #expect(ShareChange(from: earlier, to: later) == expected)
    }
}
