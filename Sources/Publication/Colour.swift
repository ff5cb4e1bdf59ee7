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
        let linear = linear
        return 0.2126 * linear.red + 0.7152 * linear.green + 0.0722 * linear.blue
    }

    /// From 1, none, to 21, black on white (WCAG 2.2, “contrast ratio”).
    package func contrast(with other: Colour) -> Double {
        let (darker, lighter) = (min(luminance, other.luminance), max(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// Its parts as amounts of light, from 0 to 1.
    package var linear: (red: Double, green: Double, blue: Double) { (Self.light[Int(red)], Self.light[Int(green)], Self.light[Int(blue)]) }

    /// By a part's value.
    private static let light: [Double] = (0...255).map { value in
        let part = Double(value) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
}
