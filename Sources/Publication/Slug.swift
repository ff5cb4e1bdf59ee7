import Foundation

/// Names as parts of addresses.
package enum Slug {
    /// A heading's id as forges make it, so that a link written for one works on the other: lower case, letters,
    /// digits, hyphens and underscores kept, spaces as hyphens, everything else left out.
    package static func heading(_ text: String) -> String {
        if let slug = asciiHeading(text) { return slug }
        var slug = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
                .spacingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
                slug.unicodeScalars.append(scalar)
            default:
                if scalar == " " || scalar == "-" { slug.unicodeScalars.append("-") }
            }
        }
        return slug
    }

    /// A file's or folder's name, or a tag, as part of an address: ASCII where a letter has a plain form.
    package static func fileName(_ name: String) -> String {
        if isPlain(name) { return name }
        var slug = ""
        var pending = false
        for scalar in name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark where scalar.value < 0x0590: continue  // é as e; marks of other scripts are letters' parts
            case .lowercaseLetter, .otherLetter, .modifierLetter, .uppercaseLetter, .titlecaseLetter, .decimalNumber, .nonspacingMark, .spacingMark:
                if pending, !slug.isEmpty { slug += "-" }
                pending = false
                slug.unicodeScalars.append(scalar)
            case .connectorPunctuation where scalar == "_":
                if pending, !slug.isEmpty { slug += "-" }
                pending = false
                slug += "_"
            default:
                if scalar != "'" && scalar != "\u{2019}" { pending = true }
            }
        }
        return slug
    }
}

extension Slug {
    /// Nil where the text has letters beyond ASCII.
    private static func asciiHeading(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { text in
            guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
            return String(unsafeUninitializedCapacity: text.count) { slug in
                var length = 0
                for byte in text {
                    switch byte {
                    case 0x41...0x5A: slug[length] = byte + 0x20
                    case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F: slug[length] = byte
                    case 0x20: slug[length] = UInt8(ascii: "-")
                    default: continue
                    }
                    length += 1
                }
                return length
            }
        }
    }

    /// Whether a name is its own slug already, as most are: small letters, digits, single hyphens between them.
    private static func isPlain(_ name: String) -> Bool {
        var last = UInt8(ascii: "-")
        for byte in name.utf8 {
            switch byte {
            case 0x61...0x7A, 0x30...0x39: break
            case UInt8(ascii: "-"): if last == byte { return false }
            default: return false
            }
            last = byte
        }
        return last != UInt8(ascii: "-")
    }
}

/// Hands out ids that are unique on a page.
struct IdentifierPool {
    /// Ids that the theme's own markup uses.
    private static let reserved: Set<String> = ["main", "navigation", "contents", "footer"]
    private var taken: Set<String> = []
    /// The number that comes next behind a wanted id, so that a thousand headings of one name are not counted up a
    /// thousand times.
    private var next: [String: Int] = [:]

    mutating func take(_ wanted: String) -> String {
        let wanted = wanted.isEmpty ? "section" : wanted
        var number = next[wanted] ?? 0
        var id: String
        repeat {
            id = number == 0 ? wanted : "\(wanted)-\(number)"
            if number > 0, id.hasPrefix("fn") { id = "h-" + id }
            number += 1
        } while IdentifierPool.reserved.contains(id) || id.hasPrefix("fn-") || id.hasPrefix("fnref-") || !taken.insert(id).inserted
        next[wanted] = number
        return id
    }
}
