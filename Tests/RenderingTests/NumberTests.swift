import Publication
import Testing

@testable import Rendering

@Suite struct NumberTests {
    @Test(arguments: [
        ([12, 11, 7, 4, 3], [32, 30, 19, 11, 8]), ([3, 2, 2], [43, 29, 28]), ([1, 1, 1], [34, 33, 33]), ([0, 5], [0, 100]), ([1], [100]),
    ]) func sharesAddUpToAHundred(_ counts: [Int], _ shares: [Int]) {
        #expect(wholePercentages(of: counts) == shares)
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
