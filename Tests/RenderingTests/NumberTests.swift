import FormExports
import Publication
import TestSupport
import Testing

@testable import Rendering

@Suite struct NumberTests {
    @Test(arguments: [
        ([12, 11, 7, 4, 3], [32, 30, 19, 11, 8]), ([3, 2, 2], [43, 29, 28]), ([1, 1, 1], [34, 33, 33]), ([0, 5], [0, 100]), ([1], [100]),
    ]) func sharesAddUpToAHundred(_ counts: [Int], _ shares: [Int]) {
        #expect(wholePercentages(of: counts) == shares)
    }

    /// The parts of each side add up to it, the upper half is that of a sentence, and no part is a whole point off.
    @Test func sidesAndPartsAgree() throws {
        var random = SeededGenerator(seed: 17)
        let scales: [[FormExports.AnswerSide]] = [
            [.upper, .lower], [.lower, .upper], [.upper, .upper, .middle, .lower, .lower], [.lower, .lower, .middle, .upper, .upper],
            Array(repeating: .lower, count: 5) + [.middle] + Array(repeating: .upper, count: 5), [.upper, .middle, .lower], [.upper, .upper],
        ]
        for round in 0..<5000 {
            let sides = scales[round % scales.count], most = [3, 40, 400, 100_000][round % 4]
            let counts = sides.map { _ in Int.random(in: 0...most, using: &random) }, total = counts.reduce(0, +)
            guard total > 0 else { continue }
            let shares = try #require(wholePercentages(of: counts, sides))
            func sum(_ numbers: [Int], _ side: FormExports.AnswerSide) -> Int { zip(numbers, sides).reduce(0) { $0 + ($1.1 == side ? $1.0 : 0) } }
            #expect(shares.reduce(0, +) == 100)
            #expect(sum(shares, .upper) == (sum(counts, .upper) * 200 + total) / (2 * total))
            for (count, share) in zip(counts, shares) { #expect(abs(share * total - count * 100) < total, "\(counts) → \(shares)") }
            let folded: [FormExports.AnswerSide] = [.upper, .middle, .lower]
            #expect(try folded.map { sum(shares, $0) } == #require(wholePercentages(of: folded.map { sum(counts, $0) }, folded)))
        }
    }

    @Test(arguments: [
        ([12, 11, 7, 4, 3], [32, 30, 19, 11, 8]), ([33, 33, 34, 33, 66], [17, 16, 17, 17, 33]), ([0, 1, 0, 1, 0], [0, 50, 0, 50, 0]),
        ([1, 0, 1, 0, 1], [33, 0, 34, 0, 33]), ([0, 0, 0, 0, 0], nil),
    ] as [([Int], [Int]?)]) func partsOfFiveAnswersFollowTheirSides(_ counts: [Int], _ shares: [Int]?) {
        #expect(wholePercentages(of: counts, [.upper, .upper, .middle, .lower, .lower]) == shares)
    }

    @Test func boundsAreDrawnAsTheyAreSaid() {
        #expect(drawn([.atLeast(99), .atMost(1)]) == [99, 1])
        #expect(drawn([.atLeast(80), .atMost(20), .atMost(20), .atMost(20)]) == [80, 6, 7, 7])
        #expect(drawn([.whole(60), .whole(38), .whole(2), .atMost(1)]) == [60, 38, 2, 0])
    }

    @Test func nothingCountedHasNoShares() {
        #expect(wholePercentages(of: [0, 0]) == nil)
        #expect(wholePercentages(of: []) == nil)
    }

    @Test func picturesTellTheirSize() {
        #expect(size([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0x80, 0, 0, 1, 0xE0]) == [640, 480])
        #expect(size(Array("GIF89a".utf8) + [0x10, 0, 0x20, 0]) == [16, 32])
        #expect(size([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 50, 0, 100, 1, 1, 0x11, 0]) == [100, 50])
        #expect(size(Array("<?xml version=\"1.0\"?><svg xmlns=\"x\" viewBox=\"0 0 300 150\">".utf8)) == [300, 150])
        #expect(size(Array("<svg width=\"20px\" height=\"10\">".utf8)) == [20, 10])
        #expect(size(Array("<svg width=\"1e99\" height=\"10\">".utf8)) == nil)
        #expect(size([0xFF, 0xD8, 0xFF]) == nil)
        #expect(size([]) == nil)
    }

    private func size(_ bytes: [UInt8]) -> [Int]? { ImageSize(of: bytes).map { [$0.width, $0.height] } }
}
