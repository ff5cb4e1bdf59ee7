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

    /// A word's plurals where they are more than an ending behind it: `policies`, `evaluaciones`, `avaliações`, `nationaux`.
    /// Of those that a language could make one exists; nobody writes the others.
    ///
    /// - Parameter word: in small letters.
    func plurals(_ word: String) -> [String] {
        guard word.count > 2 else { return [] }
        let hasAccent = word.contains { "áéíóúâêô".contains($0) }
        // “examen” is stressed as it was before: “exámenes”.
        if self == .spanish, !hasAccent, word.hasSuffix("en"), let stem = Self.withAccent(word.dropLast(2)) { return [stem + "enes"] }
        let changes: [(String, [String])] = switch self {
        case .none, .arabic: []
        case .english: "aeiou".contains(word.dropLast().last!) ? Self.englishPlurals : [("y", ["ies"])] + Self.englishPlurals
        case .spanish: Self.spanishPlurals
        case .portuguese: [("el", [hasAccent ? "eis" : "éis"]), ("ol", [hasAccent ? "ois" : "óis"]), ("il", [hasAccent ? "eis" : "is"])] + Self.portuguesePlurals
        case .french: [("al", ["aux"]), ("ail", ["aux"])]
        }
        return changes.first { word.hasSuffix($0.0) }.map { change in change.1.map { word.dropLast(change.0.count) + $0 } } ?? []
    }

    private static let englishPlurals: [(String, [String])] = [
        ("person", ["people"]), ("child", ["children"]), ("man", ["men"]), ("foot", ["feet"]), ("tooth", ["teeth"]),
        ("sis", ["ses"]), ("terion", ["teria"]), ("culum", ["cula"]), ("lf", ["lves"]), ("eaf", ["eaves"]), ("ife", ["ives"]),
    ]
    private static let spanishPlurals: [(String, [String])] = [
        ("án", ["anes"]), ("én", ["enes"]), ("ín", ["ines"]), ("ón", ["ones"]), ("ún", ["unes"]), ("z", ["ces"]),
        ("ás", ["ases"]), ("és", ["eses"]), ("ís", ["ises"]), ("ós", ["oses"]), ("ús", ["uses"]),
        ("carácter", ["caracteres"]), ("régimen", ["regímenes"]), ("espécimen", ["especímenes"]),
    ]
    private static let portuguesePlurals: [(String, [String])] = [
        ("ção", ["ções"]), ("são", ["sões"]), ("ão", ["ões", "ães"]), ("al", ["ais"]), ("ul", ["uis"]), ("m", ["ns"]), ("ás", ["ases"]), ("ês", ["eses"]),
    ]

    /// A stem with the accent that its word takes in the plural, `exam(en)`: `exám(enes)`; nil where it has no vowel before its last consonant.
    private static func withAccent(_ stem: Substring) -> String? {
        let accents: [Character: Character] = ["a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú"]
        guard let last = stem.last, accents[last] == nil, let vowel = stem.lastIndex(where: { accents[$0] != nil }) else { return nil }
        return String(stem[..<vowel]) + String(accents[stem[vowel]]!) + stem[stem.index(after: vowel)...]
    }
}

/// What Arabic writes together with a word, or leaves away.
package enum ArabicWriting {
    /// Vowel signs, and the line that only makes a word longer.
    package static func isSign(_ scalar: Unicode.Scalar) -> Bool { (0x64B...0x65F).contains(scalar.value) || scalar.value == 0x640 || scalar.value == 0x670 }

    /// An alif is often written without what belongs on it.
    package static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar { alifs.contains(scalar) ? "\u{627}" : scalar }

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

    /// Whether a prefix ends in “the”, `وال`, `لل`.
    static func hasArticle(_ prefix: [Unicode.Scalar]) -> Bool { prefix.last == "\u{644}" && (prefix.dropLast().last == "\u{627}" || prefix.dropLast().last == "\u{644}") }

    /// Whether a term has letters enough to be known behind a prefix without article: `وصف` is “description”, and no “and” with a `صف`.
    static func isLong(_ term: [Unicode.Scalar]) -> Bool { term.count > 3 }

    /// A word without its article, where enough of it remains.
    static func withoutArticle(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] { word.starts(with: article) && word.count > 4 ? Array(word.dropFirst(2)) : word }

    /// How “for” begins a word that keeps its article, `الصف`: `للصف`.
    static func withFor(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? { word.starts(with: article) && word.count == 4 ? ["\u{644}", "\u{644}"] + word.dropFirst(2) : nil }

    private static let article: [Unicode.Scalar] = ["\u{627}", "\u{644}"]
}
