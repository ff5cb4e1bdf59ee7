/// How a language writes one word in several ways, as far as it can be told without a dictionary: a term is found in each.
package enum TermForms: Sendable {
    case none, english, spanish, portuguese, french, arabic

    /// - Parameter language: its subtag, without script and region.
    package init(language: String) {
        self = switch language {
        case "en": .english
        case "es": .spanish
        case "pt": .portuguese
        case "fr": .french
        case "ar": .arabic
        default: .none
        }
    }

    /// What may stand behind any word of a term.
    var endings: [String] {
        switch self {
        case .none, .arabic: []
        case .english, .spanish, .portuguese: ["s", "es"]
        case .french: ["s", "es", "x"]
        }
    }

    /// A word's plural where that is more than an ending behind it: `policies`, `evaluaciones`, `avaliações`, `nationaux`.
    ///
    /// - Parameter word: in small letters.
    func plural(_ word: String) -> String? {
        guard word.count > 2 else { return nil }
        let changes: [(String, String)] = switch self {
        case .none, .arabic: []
        case .english: "aeiou".contains(word.dropLast().last!) ? [] : [("y", "ies")]
        case .spanish: [("án", "anes"), ("én", "enes"), ("ín", "ines"), ("ón", "ones"), ("ún", "unes"), ("z", "ces")]
        case .portuguese: [("ão", "ões"), ("al", "ais"), ("el", "eis"), ("ol", "ois"), ("ul", "uis"), ("il", "is"), ("m", "ns")]
        case .french: [("al", "aux"), ("ail", "aux")]
        }
        return changes.first { word.hasSuffix($0.0) }.map { word.dropLast($0.0.count) + $0.1 }
    }
}

/// What Arabic writes together with a word, or leaves away.
enum ArabicWriting {
    /// Vowel signs, and the line that only makes a word longer.
    static func isSign(_ scalar: Unicode.Scalar) -> Bool { (0x64B...0x65F).contains(scalar.value) || scalar.value == 0x640 || scalar.value == 0x670 }

    /// An alif is often written without what belongs on it.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar { ["\u{622}", "\u{623}", "\u{625}", "\u{671}"].contains(scalar) ? "\u{627}" : scalar }

    static let alifs: [Unicode.Scalar] = ["\u{627}", "\u{622}", "\u{623}", "\u{625}", "\u{671}"]

    /// “And”, “so”; “by”, “as”, “for”; “the”; in their order, and together.
    static let prefixes: Set<[Unicode.Scalar]> = {
        var prefixes: Set<[Unicode.Scalar]> = []
        for first in ["", "و", "ف"] {
            for second in ["", "ب", "ك", "ل"] {
                prefixes.insert(Array((first + second).unicodeScalars))
                prefixes.insert(Array((first + second + "ال").unicodeScalars))
            }
            prefixes.insert(Array((first + "لل").unicodeScalars))
        }
        return prefixes
    }()
    static let longestPrefix = 4

    /// A word without its article, where enough of it remains.
    static func withoutArticle(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
        word.starts(with: ["\u{627}", "\u{644}"] as [Unicode.Scalar]) && word.count > 4 ? Array(word.dropFirst(2)) : word
    }
}
