/// A word, number or sign of a text that may hold a date.
///
/// Words lose case and accents, so that one spelling is looked up; apostrophes part words ("d'ici"), and marks nobody
/// sees (soft hyphens, directions) are not there at all.
struct DateToken {
    enum Kind: Hashable {
        case word(String)
        /// Nil where it is longer than a year's four digits.
        case number(Int?, digits: Int)
        case dash(isHyphen: Bool)
        case sign(Unicode.Scalar)
    }

    let kind: Kind
    let range: Range<String.Index>
    /// Whether nothing, not even an apostrophe, parts it from the token before.
    let isGlued: Bool
    let isAfterApostrophe: Bool

    var word: String? { if case .word(let word) = kind { word } else { nil } }
    var isDash: Bool { if case .dash = kind { true } else { false } }
    var isNumber: Bool { if case .number = kind { true } else { false } }

    func isSign(_ signs: String) -> Bool { if case .sign(let sign) = kind { signs.unicodeScalars.contains(sign) } else { false } }

    static func tokens(of text: String) -> [DateToken] {
        let scalars = text.unicodeScalars
        var tokens: [DateToken] = []
        var index = scalars.startIndex
        var isGlued = false, isAfterApostrophe = false
        while index < scalars.endIndex {
            let start = index
            let scalar = scalars[index]
            scalars.formIndex(after: &index)
            let kind: Kind
            switch CharacterClass(scalar) {
            case .unseen: continue
            case .space: (isGlued, isAfterApostrophe) = (false, false); continue
            case .apostrophe: (isGlued, isAfterApostrophe) = (false, true); continue
            case .dash: kind = .dash(isHyphen: scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}")
            case .sign: kind = .sign(scalar)
            case .digit:
                index = scalars[index...].firstIndex { CharacterClass($0) != .digit } ?? scalars.endIndex
                let digits = scalars[start..<index]
                kind = .number(digits.count <= 4 ? digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 } : nil, digits: digits.count)
            case .letter:
                index = scalars[index...].firstIndex { ![.letter, .unseen].contains(CharacterClass($0)) } ?? scalars.endIndex
                kind = .word(folded(scalars[start..<index]))
            }
            tokens.append(DateToken(kind: kind, range: start..<index, isGlued: isGlued, isAfterApostrophe: isAfterApostrophe))
            (isGlued, isAfterApostrophe) = (true, false)
        }
        return tokens
    }

    private static func folded(_ scalars: Substring.UnicodeScalarView) -> String {
        var word = ""
        for scalar in scalars {
            switch scalar.value {
            case 0x41...0x5A: word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
            case 0x61...0x7A: word.unicodeScalars.append(scalar)
            case 0xC0...0xC5, 0xE0...0xE5: word += "a"
            case 0xC7, 0xE7: word += "c"
            case 0xC8...0xCB, 0xE8...0xEB, 0x1D49: word += "e"  // and the raised e and r of "1er"
            case 0x02B3: word += "r"
            case 0xCC...0xCF, 0xEC...0xEF: word += "i"
            case 0xD1, 0xF1: word += "n"
            case 0xD2...0xD6, 0xF2...0xF6: word += "o"
            case 0xD9...0xDC, 0xF9...0xFC: word += "u"
            default: if CharacterClass(scalar) == .letter { word += scalar.properties.lowercaseMapping }
            }
        }
        return word
    }
}

private enum CharacterClass {
    case letter, digit, space, dash, apostrophe, unseen, sign

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: self = .letter
        case 0x30...0x39: self = .digit
        case 0x20, 0x09...0x0D, 0xA0: self = .space
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: self = .dash
        case 0x27, 0x60, 0xB4, 0x2018...0x201B, 0x2032, 0x02BC: self = .apostrophe
        case 0xAA, 0xBA, 0xB0: self = .sign  // the raised letters and the degree sign of "1º"
        case 0x21...0x7F: self = .sign
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control: self = .unseen
            case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark: self = .letter
            default: self = .sign
            }
        }
    }
}
