import Foundation
import Publication

/// The theme's accent, derived from the organization's colour: its hue, as light or dark as it takes to be read.
///
/// Where the colour itself can be read on a ground, it stays as it is. Else its lightness moves away from the ground's
/// until the contrast is enough, hue and colourfulness kept as far as the screen can show them. Lightness is that of
/// OKLCH (Björn Ottosson, “A perceptual color space for image processing”, 2020), in which equal steps look equal.
struct Accent: Equatable {
    let light: Colour, dark: Colour
    /// For readers who ask for more contrast.
    let lightMore: Colour, darkMore: Colour

    /// What the accent stands on: the ground of each mode that contrasts least with text.
    struct Grounds: Equatable {
        var light = Colour("#f5f0e6")!
        var dark = Colour("#1e252e")!
    }

    /// WCAG 2.2, criterion 1.4.6 (AAA); non-text contrast, 3:1, lies below it.
    static let contrast = 7.0
    static let moreContrast = 10.0

    init(of colour: Colour, on grounds: Grounds) {
        light = Accent.readable(colour, on: grounds.light, contrast: Accent.contrast)
        dark = Accent.readable(colour, on: grounds.dark, contrast: Accent.contrast)
        lightMore = Accent.readable(colour, on: Colour("#fff")!, contrast: Accent.moreContrast)
        darkMore = Accent.readable(colour, on: Colour("#000")!, contrast: Accent.moreContrast)
    }

    /// Rules that take the place of the theme's own token, to stand behind them.
    var stylesheet: String {
        """

        /* From the organization's colour. */
        :root { --accent: \(light); }
        @media screen and (prefers-color-scheme: dark) { :root { --accent: \(dark); } }
        @media screen and (prefers-contrast: more) { :root { --accent: \(lightMore); } }
        @media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { --accent: \(darkMore); } }

        """
    }

    /// The colour nearest in lightness that has at least this contrast with the ground; black or white where none has.
    static func readable(_ colour: Colour, on ground: Colour, contrast: Double) -> Colour {
        guard colour.contrast(with: ground) < contrast else { return colour }
        let black = Colour(red: 0, green: 0, blue: 0), white = Colour(red: 255, green: 255, blue: 255)
        let farthest = black.contrast(with: ground) > white.contrast(with: ground) ? (lightness: 0.0, black) : (lightness: 1.0, white)
        let own = OKLCH(colour)
        var best = farthest.1
        var (near, far) = (own.lightness, farthest.lightness)
        // Halved until a step is finer than an eighth of what eight bits can tell.
        for _ in 0..<12 {
            let middle = (near + far) / 2
            let candidate = OKLCH(lightness: middle, chroma: own.chroma, hue: own.hue).colour
            if candidate.contrast(with: ground) >= contrast {
                best = candidate
                far = middle
            } else {
                near = middle
            }
        }
        return best
    }
}

/// A colour by its lightness (0 to 1), chroma (from 0, grey) and hue (an angle in radians).
private struct OKLCH {
    var lightness: Double, chroma: Double, hue: Double

    init(lightness: Double, chroma: Double, hue: Double) { (self.lightness, self.chroma, self.hue) = (lightness, chroma, hue) }

    init(_ colour: Colour) {
        let lab = Oklab(colour.linear)
        self.init(lightness: lab.lightness, chroma: (lab.a * lab.a + lab.b * lab.b).squareRoot(), hue: atan2(lab.b, lab.a))
    }

    /// As a screen shows it; with less chroma where it cannot show as much at this lightness.
    var colour: Colour {
        if let colour = shown(chroma) { return colour }
        var (kept, lost) = (0.0, chroma)
        for _ in 0..<16 {
            let middle = (kept + lost) / 2
            if shown(middle) != nil { kept = middle } else { lost = middle }
        }
        return shown(kept) ?? Colour(red: 0, green: 0, blue: 0)
    }

    /// Nil where a part would be more than all light or less than none.
    private func shown(_ chroma: Double) -> Colour? {
        let light = Oklab(lightness: lightness, a: chroma * cos(hue), b: chroma * sin(hue)).light
        let parts = [light.red, light.green, light.blue]
        guard parts.allSatisfy({ (-0.0005...1.0005).contains($0) }) else { return nil }
        let bytes = parts.map { UInt8((SRGB.part(of: min(1, max(0, $0))) * 255).rounded()) }
        return Colour(red: bytes[0], green: bytes[1], blue: bytes[2])
    }
}
