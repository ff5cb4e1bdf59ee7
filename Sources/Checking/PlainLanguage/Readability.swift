import Publication

/// How hard a text is to read, by the formula that is recognized for its language.
///
/// A formula sees how long words and sentences are, and nothing of what they say: it tells where to look, not what is good.
package struct Readability: Sendable, Hashable {
    package enum Formula: String, Sendable {
        /// J. P. Kincaid and others, *Derivation of New Readability Formulas for Navy Enlisted Personnel* (1975): the school
        /// grade, from 0.39 × words in a sentence + 11.8 × syllables in a word − 15.59.
        case fleschKincaid
        /// F. Szigriszt Pazos, *Sistemas predictivos de legilibilidad* (1993): 206.835 − 62.3 × syllables in a word − words in a
        /// sentence, with the INFLESZ scale (I. Barrio-Cantalejo and others, *An. Sist. Sanit. Navar.* 31, 2008).
        case szigrisztPazos
        /// T. Martins and others, *Readability formulas applied to textbooks in Brazilian Portuguese* (1996): Flesch's formula of
        /// ease, 248.835 − 1.015 × words in a sentence − 84.6 × syllables in a word.
        case martins

        /// Nil for a language that has none of these.
        package init?(_ language: LanguageTag) {
            switch language.language {
            case "en": self = .fleschKincaid
            case "es": self = .szigrisztPazos
            case "pt": self = .martins
            default: return nil
            }
        }

        package var name: String {
            switch self {
            case .fleschKincaid: "Flesch–Kincaid"
            case .szigrisztPazos: "Szigriszt-Pazos (INFLESZ)"
            case .martins: "Flesch in Portuguese (Martins)"
            }
        }

        func syllables(of word: ReadingWord) -> Int {
            if word.isFigure { return 1 }
            let parts = word.letters.split { $0 == "-" || $0 == "‐" || $0 == "‑" || $0 == "–" || $0 == "." }
            return parts.reduce(0) { count, part in
                count + (self == .fleschKincaid ? EnglishSyllables.count(String(part)) : IberianSyllables(isPortuguese: self == .martins).count(String(part)))
            }
        }
    }

    /// How hard a text is, with the schooling that it asks for.
    package enum Band: String, Sendable { case veryEasy = "very easy", easy, fairlyEasy = "fairly easy", normal, fairlyHard = "fairly hard", hard, veryHard = "very hard" }

    package let formula: Formula
    package let words: Int
    package let sentences: Int
    package let syllables: Int

    /// - Returns: nil where there is no word.
    init?(_ formula: Formula, words: Int, sentences: Int, syllables: Int) {
        guard words > 0, sentences > 0 else { return nil }
        self.formula = formula
        self.words = words
        self.sentences = sentences
        self.syllables = syllables
    }

    package var wordsInSentence: Double { Double(words) / Double(sentences) }
    package var syllablesInWord: Double { Double(syllables) / Double(words) }

    /// Flesch–Kincaid: the school grade, the higher the harder. The others: ease, the higher the easier, 0 to 100 or so.
    package var score: Double {
        switch formula {
        case .fleschKincaid: 0.39 * wordsInSentence + 11.8 * syllablesInWord - 15.59
        case .szigrisztPazos: 206.835 - 62.3 * syllablesInWord - wordsInSentence
        case .martins: 248.835 - 1.015 * wordsInSentence - 84.6 * syllablesInWord
        }
    }

    /// By the formula's own scale; nil for a formula that gives a grade.
    package var band: Band? {
        switch formula {
        case .fleschKincaid: nil
        case .szigrisztPazos:
            switch score {
            case 80...: .veryEasy
            case 65..<80: .fairlyEasy
            case 55..<65: .normal
            case 40..<55: .fairlyHard
            default: .veryHard
            }
        case .martins:
            switch score {
            case 75...: .veryEasy
            case 50..<75: .easy
            case 25..<50: .hard
            default: .veryHard
            }
        }
    }

    /// Whether it asks for more schooling than a grade of the United States gives.
    package func isHarder(than grade: Int) -> Bool {
        switch formula {
        case .fleschKincaid: score > Double(grade) + 0.05
        default: score < Readability.leastEase(formula, for: grade) - 0.05
        }
    }

    /// Whether it is as far from that as a band of the formula's scale is wide, or four grades.
    func isMuchHarder(than grade: Int) -> Bool {
        switch formula {
        case .fleschKincaid: score > Double(grade) + 4.05
        case .szigrisztPazos: score < Readability.leastEase(formula, for: grade) - 15.05
        case .martins: score < Readability.leastEase(formula, for: grade) - 25.05
        }
    }

    /// The ease from which on a text is for readers of a grade, by the schools that the authors of the scales name for each band:
    /// primary school, ESO and Bachillerato; *4ª série*, *8ª série* and *ensino médio*.
    static func leastEase(_ formula: Formula, for grade: Int) -> Double {
        switch formula {
        case .fleschKincaid: 0
        case .szigrisztPazos: grade <= 4 ? 80 : grade <= 6 ? 65 : grade <= 10 ? 55 : grade <= 12 ? 40 : -.infinity
        case .martins: grade <= 5 ? 75 : grade <= 9 ? 50 : grade <= 12 ? 25 : -.infinity
        }
    }

    /// “grade 11.2 (Flesch–Kincaid)”, “52.4, fairly hard (Szigriszt-Pazos (INFLESZ))”
    package var text: String {
        band.map { "\(Readability.decimal(score)), \($0.rawValue), by \(formula.name)" } ?? "grade \(Readability.decimal(score)) by \(formula.name)"
    }

    /// “above 9”: what is aimed at, and missed.
    func aim(for grade: Int) -> String {
        formula == .fleschKincaid ? "above \(grade)" : "below \(Int(Readability.leastEase(formula, for: grade)))"
    }

    /// “; its hardest sentences begin in lines 12 and 30”
    static func place(ofLines lines: [Int]) -> String {
        let lines = Set(lines).sorted()
        guard let last = lines.last else { return "" }
        if lines.count == 1 { return "; its hardest sentence begins in line \(last)" }
        return "; its hardest sentences begin in lines \(lines.dropLast().map(String.init).joined(separator: ", ")) and \(last)"
    }

    /// The hardest first; equal ones in the order of the text.
    static func hardest<Part>(_ parts: [Part], _ count: Int, readability: (Part) -> Readability) -> [Part] {
        let scores = parts.map { part in
            let readability = readability(part)
            return readability.formula == .fleschKincaid ? readability.score : -readability.score
        }
        let order = parts.indices.sorted { scores[$0] > scores[$1] || scores[$0] == scores[$1] && $0 < $1 }
        return order.prefix(count).map { parts[$0] }
    }

    /// With one place behind the point.
    package static func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}

extension ReadingText {
    /// How many words a text needs to be judged: the formulas were made with samples of a hundred.
    static let leastWords = 100
    /// Below that the formula says nothing at all.
    static let fewestWords = 20

    func readability(_ formula: Readability.Formula) -> Readability? {
        let read = blocks.filter { !$0.isLink }, sentences = read.flatMap(\.sentences)
        return Readability(
            formula, words: read.reduce(0) { $0 + $1.words }, sentences: sentences.count,
            syllables: sentences.reduce(0) { $0 + $1.syllables })
    }
}
