import Publication

/// The scripts that translations are written in, as far as checks tell them apart.
package enum WritingScript: Sendable, Hashable {
    case latin, cyrillic, greek, armenian, georgian, hebrew, arabic, ethiopic
    case devanagari, bengali, gurmukhi, gujarati, tamil, telugu, kannada, malayalam, sinhala
    case thai, lao, burmese, khmer, han, kana, hangul
    case other

    /// A letter's script; nil for what is no letter.
    package init?(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x80 {
            guard (0x41...0x5A).contains(value & 0xDF) else { return nil }
            self = .latin
            return
        }
        guard scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark else { return nil }
        switch value {
        case 0xAA...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFF21...0xFF5A: self = .latin
        case 0x300...0x36F: return nil
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF: self = .cyrillic
        case 0x530...0x58F: self = .armenian
        case 0x590...0x5FF, 0xFB1D...0xFB4F: self = .hebrew
        case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: self = .arabic
        case 0x900...0x97F: self = .devanagari
        case 0x980...0x9FF: self = .bengali
        case 0xA00...0xA7F: self = .gurmukhi
        case 0xA80...0xAFF: self = .gujarati
        case 0xB80...0xBFF: self = .tamil
        case 0xC00...0xC7F: self = .telugu
        case 0xC80...0xCFF: self = .kannada
        case 0xD00...0xD7F: self = .malayalam
        case 0xD80...0xDFF: self = .sinhala
        case 0xE00...0xE7F: self = .thai
        case 0xE80...0xEFF: self = .lao
        case 0x1000...0x109F, 0xA9E0...0xA9FF, 0xAA60...0xAA7F: self = .burmese
        case 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F: self = .georgian
        case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: self = .hangul
        case 0x1200...0x139F, 0x2D80...0x2DDF, 0xAB00...0xAB2F: self = .ethiopic
        case 0x1780...0x17FF, 0x19E0...0x19FF: self = .khmer
        case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
        case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: self = .kana
        default: self = .other
        }
    }

    /// Letters for what Latin script says with 100, roughly.
    var lettersPerHundred: Double {
        switch self {
        case .han: 32
        case .kana, .hangul: 50
        case .arabic, .hebrew, .ethiopic: 85
        default: 105
        }
    }

    package var name: String {
        switch self {
        case .burmese: "Burmese"
        case .han: "Chinese"
        case .kana: "Japanese"
        case .hangul: "Korean"
        default: "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
        }
    }
}

extension LanguageTag {
    /// The scripts that the language is written in: by its tag, where it names one, else its usual ones. Empty where
    /// this is not known.
    package var writingScripts: [WritingScript] {
        let parts = code.split(separator: "-")
        if parts.count > 1, parts[1].count == 4 {
            let named: [Substring: [WritingScript]] = [
                "Latn": [.latin], "Cyrl": [.cyrillic], "Arab": [.arabic], "Hebr": [.hebrew], "Deva": [.devanagari], "Beng": [.bengali],
                "Guru": [.gurmukhi], "Hans": [.han], "Hant": [.han], "Mymr": [.burmese], "Khmr": [.khmer], "Jpan": [.han, .kana],
                "Kore": [.hangul, .han], "Grek": [.greek], "Ethi": [.ethiopic],
            ]
            return named[parts[1]] ?? []
        }
        switch language {
        case "ar", "fa", "ur", "ps", "ckb", "sd", "ug", "ks", "prs": return [.arabic]
        case "he", "yi": return [.hebrew]
        case "ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg", "tt", "ba", "cv": return [.cyrillic]
        case "sr", "uz", "ku", "az", "bs", "chr", "iu", "cr", "dv", "bo", "dz", "or", "syr", "arc", "nqo", "ff", "x": return []
        case "el": return [.greek]
        case "hy": return [.armenian]
        case "ka": return [.georgian]
        case "am", "ti": return [.ethiopic]
        case "hi", "mr", "ne", "mai", "bho", "sa": return [.devanagari]
        case "bn", "as": return [.bengali]
        case "pa": return [.gurmukhi]
        case "gu": return [.gujarati]
        case "ta": return [.tamil]
        case "te": return [.telugu]
        case "kn": return [.kannada]
        case "ml": return [.malayalam]
        case "si": return [.sinhala]
        case "th": return [.thai]
        case "lo": return [.lao]
        case "my", "ksw", "kar", "shn", "mnw": return [.burmese]
        case "km": return [.khmer]
        case "zh", "yue", "wuu", "nan", "hak": return [.han]
        case "ja": return [.kana, .han]
        case "ko": return [.hangul, .han]
        default: return [.latin]
        }
    }
}

/// What a sentence ends with, whatever script it is written in.
enum EndMark: String, Sendable {
    case period = "a full stop", question = "a question mark", exclamation = "an exclamation mark", colon = "a colon", ellipsis = "an ellipsis"

    init?(_ scalar: Unicode.Scalar) {
        switch scalar {
        case ".", "。", "．", "｡", "।", "॥", "۔", "።", "។", "៕", "။", "։", "᙮", "᠃": self = .period
        case "?", "？", "؟", "\u{37E}", "፧", "⁇": self = .question
        case "!", "！", "߹", "՜": self = .exclamation
        case ":", "：", "៖", "፦", "፥", "︓": self = .colon
        case "…", "⋯", "‥": self = .ellipsis
        default: return nil
        }
    }

    /// The mark at a text's end, inside or outside closing quotation marks and brackets.
    static func ending(_ text: String) -> EndMark? {
        var scalars = text.unicodeScalars[...]
        while let last = scalars.last, isCloser(last) { scalars.removeLast() }
        guard let last = scalars.last, let mark = EndMark(last) else { return nil }
        scalars.removeLast()
        while let space = scalars.last, space.properties.isWhitespace { scalars.removeLast() }
        return mark == .period && scalars.last == "." ? .ellipsis : mark
    }

    private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { return true }
        switch scalar.properties.generalCategory {
        case .closePunctuation, .finalPunctuation, .initialPunctuation: return true
        default: return ["\"", "'", "„", "“", "*", "†", "＂"].contains(scalar)
        }
    }
}
