import Publication
import Testing

@testable import Rendering

/// The accent that is derived from an organization's colour can be read wherever it stands.
@Suite struct AccentTests {
    private static let grounds = Accent.Grounds()

    @Test(arguments: ["#ffd200", "#ffffff", "#000000", "#808080", "#7a1f2b", "#00ff00", "#0000ff", "#ff00ff", "#ffe", "#123"])
    func whateverTheColourItCanBeRead(_ text: String) throws { expectReadable(try #require(Colour(text))) }

    @Test func thousandRandomColoursCanBeRead() {
        var random = Numbers(seed: 7)
        for _ in 0..<1_000 { expectReadable(Colour(red: random.next(), green: random.next(), blue: random.next())) }
    }

    private func expectReadable(_ colour: Colour) {
        let accent = Accent(of: colour, on: Self.grounds)
        let white = Colour("#fff")!, black = Colour("#000")!
        for (derived, ground, contrast) in [
            (accent.light, Self.grounds.light, 7.0), (accent.dark, Self.grounds.dark, 7), (accent.lightMore, white, 10), (accent.darkMore, black, 10),
        ] {
            #expect(derived.contrast(with: ground) >= contrast, "\(colour) became \(derived) on \(ground)")
            // No lighter or darker than need be: what was moved lies just behind the border.
            if derived != colour { #expect(derived.contrast(with: ground) < contrast + 0.6, "\(colour) became \(derived) on \(ground)") }
        }
    }

    @Test func aColourThatCanBeReadStaysAsItIs() {
        #expect(Accent(of: Colour("#7a1f2b")!, on: Self.grounds).light == Colour("#7a1f2b"))
    }

    @Test func hueStays() {
        let yellow = Accent(of: Colour("#ffd200")!, on: Self.grounds).light
        #expect(yellow.red > yellow.blue && yellow.green > yellow.blue)
        let maroon = Accent(of: Colour("#7a1f2b")!, on: Self.grounds).dark
        #expect(maroon.red > maroon.green && maroon.red > maroon.blue)
    }

    @Test func onAGroundThatNothingCanBeReadOnItIsBlackOrWhite() {
        let grey = Colour("#777")!
        #expect(Accent.readable(Colour("#787878")!, on: grey, contrast: 7) == Colour("#000"))
    }

    @Test(arguments: ["", "#", "#12", "#12345", "#1234567", "7a1f2b", "#7a1f2g", "#7a1f２b", "red", "rgb(1,2,3)", "##12345", "#-1-2-3"])
    func whatIsNoColourIsNone(_ text: String) { #expect(Colour(text) == nil) }

    @Test func contrastIsThatOfTheGuidelines() {
        #expect(Colour("#000")!.contrast(with: Colour("#fff")!) == 21)
        #expect(abs(Colour("#767676")!.contrast(with: Colour("#fff")!) - 4.54) < 0.005)
    }
}

/// The same numbers on every run (Knuth's MMIX generator).
private struct Numbers {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(state >> 56)
    }
}
