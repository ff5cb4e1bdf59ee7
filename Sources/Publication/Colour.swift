import Foundation

/// An opaque colour of the sRGB space, as screens show it (IEC 61966-2-1).
package struct Colour: Sendable, Hashable, CustomStringConvertible {
    package let red: UInt8, green: UInt8, blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// `#7a1f2b`, or in short `#712`; nil for anything else.
    package init?(_ text: String) {
        guard text.first == "#" else { return nil }
        let digits = text.dropFirst().compactMap { $0.isASCII ? $0.hexDigitValue : nil }
        guard digits.count == text.count - 1, [3, 6].contains(digits.count) else { return nil }
        let parts = digits.count == 3 ? digits.map { $0 * 17 } : stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
        self.init(red: UInt8(parts[0]), green: UInt8(parts[1]), blue: UInt8(parts[2]))
    }

    /// `#7a1f2b`
    package var description: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// From 0, black, to 1, white (WCAG 2.2, “relative luminance”).
    package var luminance: Double {
        SRGB.luminance(linear)
    }

    /// From 1, none, to 21, black on white (WCAG 2.2, “contrast ratio”).
    package func contrast(with other: Colour) -> Double {
        SRGB.contrast(luminance, other.luminance)
    }

    /// Its parts as amounts of light, from 0 to 1.
    package var linear: RGB { (Self.light[Int(red)], Self.light[Int(green)], Self.light[Int(blue)]) }

    /// By a part's value.
    private static let light: [Double] = (0...255).map { SRGB.light(of: Double($0) / 255) }
}

/// Red, green and blue, each from 0 to 1.
package typealias RGB = (red: Double, green: Double, blue: Double)

/// The space of colours that screens show (IEC 61966-2-1).
package enum SRGB {
    /// The amount of light, from 0 to 1, of a part of a colour.
    package static func light(of part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }

    package static func part(of light: Double) -> Double { light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055 }

    /// From 0, black, to 1, white (WCAG 2.2, “relative luminance”).
    package static func luminance(_ light: RGB) -> Double { 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue }

    /// Of two luminances, from 1 to 21 (WCAG 2.2, “contrast ratio”).
    package static func contrast(_ one: Double, _ other: Double) -> Double { (max(one, other) + 0.05) / (min(one, other) + 0.05) }
}

/// A colour in the space in which equal steps look equal (Björn Ottosson, “A perceptual color space for image processing”,
/// 2020), as CSS Color Module Level 4 takes it over.
package struct Oklab: Sendable {
    package let lightness: Double, a: Double, b: Double

    package init(lightness: Double, a: Double, b: Double) { (self.lightness, self.a, self.b) = (lightness, a, b) }

    /// - Parameter light: amounts of light.
    package init(_ light: RGB) {
        let long = cbrt(0.4122214708 * light.red + 0.5363325363 * light.green + 0.0514459929 * light.blue)
        let middle = cbrt(0.2119034982 * light.red + 0.6806995451 * light.green + 0.1073969566 * light.blue)
        let short = cbrt(0.0883024619 * light.red + 0.2817188376 * light.green + 0.6299787005 * light.blue)
        self.init(
            lightness: 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
            a: 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
            b: 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short)
    }

    /// Amounts of light, below 0 or above 1 where no screen shows the colour.
    package var light: RGB {
        let long = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let middle = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let short = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
        return (
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short, -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
        )
    }

    private func cube(_ value: Double) -> Double { value * value * value }
}
