import Foundation
import Publication

/// A colour in sRGB, each part from 0 to 1.
struct CSSColour: Equatable {
    var red: Double
    var green: Double
    var blue: Double
    var alpha = 1.0

    /// WCAG 2.2, “relative luminance”.
    var luminance: Double { SRGB.luminance(light) }

    /// Its parts as amounts of light, from 0 to 1.
    private var light: RGB { (SRGB.light(of: red), SRGB.light(of: green), SRGB.light(of: blue)) }

    /// WCAG 2.2, “contrast ratio”: from 1 to 21. What one sees through is laid over the other first.
    func contrast(on ground: CSSColour) -> Double {
        SRGB.contrast(over(ground).luminance, ground.luminance)
    }

    func over(_ ground: CSSColour) -> CSSColour {
        guard alpha < 1 else { return self }
        func mix(_ one: Double, _ other: Double) -> Double { one * alpha + other * (1 - alpha) }
        return CSSColour(red: mix(red, ground.red), green: mix(green, ground.green), blue: mix(blue, ground.blue))
    }
}

extension CSSColour {
    /// A colour as CSS writes it (CSS Color Module Level 4): `#rgb`, `#rrggbbaa`, a name, `rgb()`, `hsl()`, `hwb()`, `oklab()`,
    /// `oklch()`, and `color-mix()` in sRGB, Oklab or OKLCH. Nil for any other, such as a colour of the system.
    init?(css text: String) {
        let text = text.lowercased().trimmingCharacters(in: .whitespaces)
        guard text.utf8.count < 400 else { return nil }
        if text.hasPrefix("#") {
            guard let colour = CSSColour(hex: text.dropFirst()) else { return nil }
            self = colour
        } else if let name = CSSColour.names[text] {
            self.init(number: name)
        } else if text == "transparent" {
            self.init(red: 0, green: 0, blue: 0, alpha: 0)
        } else if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
            let function = String(text[..<open]), inside = String(text[text.index(after: open)...].dropLast())
            guard let colour = function == "color-mix" ? CSSColour.mix(inside) : CSSColour.function(function, inside) else { return nil }
            self = colour
        } else {
            return nil
        }
        guard [red, green, blue, alpha].allSatisfy(\.isFinite) else { return nil }
        (red, green, blue, alpha) = (red.clamped, green.clamped, blue.clamped, alpha.clamped)
    }

    private init(number: UInt32) {
        self.init(red: Double(number >> 16 & 255) / 255, green: Double(number >> 8 & 255) / 255, blue: Double(number & 255) / 255)
    }

    private init?(hex: Substring) {
        guard [3, 4, 6, 8].contains(hex.count), hex.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        let digits = hex.count < 6 ? hex.map { "\($0)\($0)" }.joined() : String(hex)
        guard let number = UInt32(digits, radix: 16) else { return nil }
        self.init(number: hex.count % 4 == 0 ? number >> 8 : number)
        if hex.count % 4 == 0 { alpha = Double(number & 255) / 255 }
    }

    private static func function(_ name: String, _ inside: String) -> CSSColour? {
        // Old style with commas, new style with spaces and a slash before the opacity.
        let parts = inside.split { $0 == " " || $0 == "," || $0 == "/" }.map(String.init)
        guard parts.count == 3 || parts.count == 4, let alpha = parts.count == 4 ? number(parts[3], of: 1) : 1 else { return nil }
        func values(_ one: Double, _ two: Double, _ three: Double) -> (Double, Double, Double)? {
            guard let first = number(parts[0], of: one), let second = number(parts[1], of: two), let third = number(parts[2], of: three) else { return nil }
            return (first, second, third)
        }
        var colour: CSSColour
        switch name {
        case "rgb", "rgba":
            guard let (red, green, blue) = values(255, 255, 255) else { return nil }
            colour = CSSColour(red: red / 255, green: green / 255, blue: blue / 255)
        case "hsl", "hsla":
            guard let hue = angle(parts[0]), let saturation = number(parts[1], of: 100), let light = number(parts[2], of: 100) else { return nil }
            colour = CSSColour(hue: hue, saturation: (saturation / 100).clamped, lightness: (light / 100).clamped)
        case "hwb":
            guard let hue = angle(parts[0]), let white = number(parts[1], of: 100), let black = number(parts[2], of: 100) else { return nil }
            let full = CSSColour(hue: hue, saturation: 1, lightness: 0.5), sum = (white + black) / 100
            let (light, dark) = sum > 1 ? (white / 100 / sum, black / 100 / sum) : (white / 100, black / 100)
            func part(_ value: Double) -> Double { value * (1 - light - dark) + light }
            colour = CSSColour(red: part(full.red), green: part(full.green), blue: part(full.blue))
        case "oklab":
            guard let (light, a, b) = values(1, 0.4, 0.4) else { return nil }
            colour = CSSColour(Oklab(lightness: light, a: a, b: b))
        case "oklch":
            guard let light = number(parts[0], of: 1), let chroma = number(parts[1], of: 0.4), let hue = angle(parts[2]) else { return nil }
            colour = CSSColour(Oklab(lightness: light, a: chroma * cos(hue * .pi / 180), b: chroma * sin(hue * .pi / 180)))
        default: return nil
        }
        colour.alpha = alpha
        return colour
    }

    /// `in oklab, #fff 20%, black`
    private static func mix(_ inside: String) -> CSSColour? {
        let parts = arguments(inside)
        guard parts.count == 3, parts[0].hasPrefix("in ") else { return nil }
        let space = parts[0].dropFirst(3).split(separator: " ").first.map(String.init) ?? ""
        func part(_ text: String) -> (colour: CSSColour, share: Double?)? {
            let words = arguments(text, at: " ")
            let share = words.compactMap { $0.hasSuffix("%") ? Double($0.dropLast()) : nil }.first
            let rest = words.filter { !$0.hasSuffix("%") }.joined(separator: " ")
            return CSSColour(css: rest).map { ($0, share.map { $0 / 100 }) }
        }
        guard let one = part(parts[1]), let other = part(parts[2]) else { return nil }
        let first = one.share ?? other.share.map { 1 - $0 } ?? 0.5, second = other.share ?? 1 - first
        guard first >= 0, second >= 0, first + second > 0 else { return nil }
        let share = first / (first + second)
        func blend(_ from: Double, _ to: Double) -> Double { from * share + to * (1 - share) }
        let alpha = blend(one.colour.alpha, other.colour.alpha) * min(1, first + second)
        var mixed: CSSColour
        switch space {
        case "srgb":
            mixed = CSSColour(
                red: blend(one.colour.red, other.colour.red), green: blend(one.colour.green, other.colour.green), blue: blend(one.colour.blue, other.colour.blue))
        case "oklab":
            let (from, to) = (one.colour.oklab, other.colour.oklab)
            mixed = CSSColour(Oklab(lightness: blend(from.lightness, to.lightness), a: blend(from.a, to.a), b: blend(from.b, to.b)))
        case "oklch":
            let (from, to) = (one.colour.oklab, other.colour.oklab)
            let chroma = blend((from.a * from.a + from.b * from.b).squareRoot(), (to.a * to.a + to.b * to.b).squareRoot())
            let start = atan2(from.b, from.a)
            var turn = atan2(to.b, to.a) - start
            if turn > .pi { turn -= 2 * .pi } else if turn < -.pi { turn += 2 * .pi }
            let hue = start + turn * (1 - share)
            mixed = CSSColour(Oklab(lightness: blend(from.lightness, to.lightness), a: chroma * cos(hue), b: chroma * sin(hue)))
        default: return nil
        }
        mixed.alpha = alpha
        return mixed
    }

    /// Cut at commas that stand in no parentheses.
    static func arguments(_ text: String, at separator: Character = ",") -> [String] {
        var parts: [String] = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
            if character == separator, depth <= 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// A number, or per cent of a whole.
    private static func number(_ text: String, of whole: Double) -> Double? {
        if text == "none" { return 0 }
        let number = text.hasSuffix("%") ? Double(text.dropLast()).map { $0 / 100 * whole } : Double(text)
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    /// In degrees.
    private static func angle(_ text: String) -> Double? {
        if text == "none" { return 0 }
        for (unit, degrees) in [("deg", 1.0), ("grad", 0.9), ("rad", 180 / Double.pi), ("turn", 360.0)] where text.hasSuffix(unit) {
            return number(String(text.dropLast(unit.count)), of: 1).map { $0 * degrees }
        }
        return number(text, of: 360)
    }

    private init(hue: Double, saturation: Double, lightness: Double) {
        let hue = hue.truncatingRemainder(dividingBy: 360) + (hue < 0 ? 360 : 0)
        func part(_ number: Double) -> Double {
            let k = (number + hue / 30).truncatingRemainder(dividingBy: 12)
            return lightness - saturation * min(lightness, 1 - lightness) * max(-1, min(k - 3, min(9 - k, 1)))
        }
        self.init(red: part(0), green: part(8), blue: part(4))
    }

    private init(_ lab: Oklab) {
        let light = lab.light
        self.init(red: SRGB.part(of: light.red).clamped, green: SRGB.part(of: light.green).clamped, blue: SRGB.part(of: light.blue).clamped)
    }

    private var oklab: Oklab { Oklab(light) }
}

extension Double {
    /// Between 0 and 1.
    fileprivate var clamped: Double { isFinite ? Swift.min(1, Swift.max(0, self)) : self }
}
