extension StringProtocol {
    /// For comparing: small letters, single spaces, straight quotation marks, no full stop or colon at the end.
    var folded: String {
        var words = ""
        var isSpaced = true
        for scalar in lowercased().unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "\u{202F}", "\t", "\n", "\r":
                if !isSpaced { words.unicodeScalars.append(" ") }
                isSpaced = true
                continue
            case "’", "‘", "´": words.unicodeScalars.append("'")
            case "“", "”", "«", "»": words.unicodeScalars.append("\"")
            case "–", "—": words.unicodeScalars.append("-")
            case "\u{FEFF}", "\u{200B}", "\u{200E}", "\u{200F}": continue
            default: words.unicodeScalars.append(scalar)
            }
            isSpaced = false
        }
        while let last = words.last, last == " " || last == "." || last == ":" { words.removeLast() }
        return words
    }

    /// Line breaks and runs of white space as single spaces; no characters that steer the display of others.
    var onOneLine: String {
        var line = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x9...0xD, 0x20, 0x85, 0xA0, 0x2028, 0x2029: if let last = line.last, last != " " { line.append(" ") }
            case 0...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: break
            default: line.append(scalar)
            }
        }
        while line.last == " " { line.removeLast() }
        return String(line)
    }

    func hasPrefix(anyOf prefixes: [String]) -> Bool { prefixes.contains { hasPrefix($0) } }
    func hasSuffix(anyOf suffixes: [String]) -> Bool { suffixes.contains { hasSuffix($0) } }
}
