import Foundation
import Publication

extension TranslationCheck {
    /// What somebody should look at in a translation that may be shown: its words against the source's.
    ///
    /// - Parameters:
    ///   - translation: its words alone, as `source`.
    ///   - isName: whether the text names a place or a person, and may stay as it is.
    ///   - own: of the translation, and `ofOwn` of the source, what is in their own languages: passages that are marked as in
    ///     others stay as they are.
    static func doubts(
        _ translation: String, of source: String, from sourceLanguage: LanguageTag, to language: LanguageTag, terms: GlossaryTerms, isName: Bool = false,
        own: String, ofOwn: String
    ) -> [Finding] {
        if folded(translation) == folded(source) {
            return isName || isSameInAnyLanguage(ofOwn)
                ? []
                : [Finding(
                    .translationSame, "the translation is the same as the source",
                    help: "Translate it. Where it has to stay as it is, put <!-- no-translate --> before it in the document.")]
        }
        return numbers(translation, source, language) + contacts(translation, source) + term(translation, source, terms)
            + length(translation, source, sourceLanguage, language) + endMark(translation, source, language) + script(own, ofOwn, language)
    }

    /// A text without what stands before some of its labels: `[Bienvenidos][1]`.
    static func without(_ labels: [Int], _ text: String) -> String {
        labels.reduce(text) { text, label in
            guard let end = text.range(of: "][\(label)]") else { return text }
            var depth = 0, start = end.lowerBound
            while start > text.startIndex {
                start = text.index(before: start)
                if text[start] == "]" { depth += 1 }
                guard text[start] == "[" else { continue }
                if depth == 0 { return text.replacingCharacters(in: start..<end.upperBound, with: "") }
                depth -= 1
            }
            return text
        }
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    // MARK: Numbers

    private static func numbers(_ translation: String, _ source: String, _ language: LanguageTag) -> [Finding] {
        let wanted = NumberReader(source)
        guard !wanted.numbers.isEmpty else { return [] }
        let found = NumberReader(translation)
        var values = Set(found.numbers.flatMap(\.values))
        values.formUnion(found.numbers.flatMap(\.parts))
        values.formUnion(found.telephones.map(\.digits))
        var findings: [Finding] = []
        for number in wanted.numbers where !number.isOptional && values.isDisjoint(with: number.values) {
            if !number.parts.isEmpty, number.parts.allSatisfy(values.contains) { continue }
            if number.values.contains(where: { isInWords($0, translation, source, number.text, values, language) }) { continue }
            let rule: Rule = switch number.kind {
            case .number: .translationNumber
            case .date, .time: .translationDate
            case .amount: .translationAmount
            }
            findings.append(Finding(
                rule, "the source has \(number.text), and the translation does not",
                help: "Check the \(number.kind == .amount ? "amount" : number.kind == .number ? "number" : "date or time"). Any digits and separators of the language may stand."))
            break
        }
        if wanted.numbers.contains(where: { $0.kind == .amount }),
            let sign = source.first(where: { $0.unicodeScalars.first?.properties.generalCategory == .currencySymbol }),
            !hasCurrency(translation, sign) {
            findings.append(Finding(
                .translationAmount, "the source has an amount in \(sign), and the translation does not say the currency",
                help: "Write the sign or the currency's name."))
        }
        if wanted.percentSigns > 0, found.percentSigns == 0, !percentWords.contains(where: translation.lowercased().contains) {
            findings.append(Finding(
                .translationNumber, "the source has a percent sign, and the translation does not",
                help: "Write the sign, or per cent in words."))
        }
        return findings
    }

    private static let percentWords = [
        "por ciento", "por cento", "pour cent", "per cento", "percent", "prozent", "phần trăm", "百分", "パーセント", "퍼센트", "процент", "відсот",
        "بالمئة", "بالمائة", "في المئة", "في المائة", "درصد", "فیصد", "אחוז", "pousan", "ភាគរយ", "प्रतिशत", "শতাংশ", "boqolkiiba", "asilimia",
    ]

    private static func hasCurrency(_ text: String, _ sign: Character) -> Bool {
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) { return true }
        let names: [Character: [String]] = [
            "$": [
                "dólar", "dolar", "dólá", "dollar", "dolà", "đô la", "đô-la", "usd", "美元", "美金", "元", "ドル", "달러", 
                "دولار", "دلار", "ڈالر", "долар", "доллар", "ដុល្លារ", "डॉलर", "ডলার", "דולר", "doolar",
            ],
            "€": ["eur", "يورو", "یورو", "欧元", "евро"], "£": ["gbp", "lib", "pound", "英镑"],
        ]
        let text = text.lowercased()
        return (names[sign] ?? []).contains(where: text.contains)
    }

    /// `12` as 十二, one million as 100万.
    private static func isInWords(
        _ value: String, _ translation: String, _ source: String, _ written: String, _ values: Set<String>, _ language: LanguageTag
    ) -> Bool {
        guard ["zh", "ja", "ko", "yue"].contains(language.language) else { return false }
        if let number = Int(value), number > 0, number < 100 {
            let digits = Array("〇一二三四五六七八九"), tens = number / 10, ones = number % 10
            let word = (tens > 1 ? String(digits[tens]) : "") + (tens > 0 ? "十" : "") + (ones > 0 ? String(digits[ones]) : "")
            if translation.contains(word) || number == 2 && translation.contains("两") { return true }
        }
        guard let number = Double(value), let range = source.range(of: written) else { return false }
        let next = source[range.upperBound...].drop { $0.isWhitespace }
        let factor = next.hasPrefix("million") ? 100.0 : next.hasPrefix("billion") ? 10 : 0
        return factor > 0 && values.contains { Double($0) == number * factor }
    }

    // MARK: Telephone numbers and addresses

    private static func contacts(_ translation: String, _ source: String) -> [Finding] {
        let telephones = NumberReader(source).telephones
        if !telephones.isEmpty {
            let digits = String(translation.unicodeScalars.compactMap(NumberReader.digit))
            if let missing = telephones.first(where: { !digits.contains($0.digits) }) {
                return [Finding(
                    .translationContact, "the telephone number \(missing.text) is not in the translation as it is",
                    help: "Copy it from the source, digit by digit.")]
            }
        }
        let plain = translation.lowercased()
        for word in source.split(whereSeparator: \.isWhitespace) {
            let address = word.trimmingCharacters(in: CharacterSet(charactersIn: ".,;:!?()[]<>\"'“”‘’«»"))
            let at = address.firstIndex(of: "@")
            let isMail = at.map { $0 > address.startIndex && address[$0...].dropFirst().contains(".") } ?? false
            guard isMail || address.hasPrefix("www.") || address.contains("://"), !plain.contains(address.lowercased()) else { continue }
            return [Finding(
                .translationContact, "the address \(address) is not in the translation as it is",
                help: "Copy it from the source, letter by letter.")]
        }
        return []
    }

    // MARK: Words

    private static func term(_ translation: String, _ source: String, _ terms: GlossaryTerms) -> [Finding] {
        guard let (term, isAbbreviation) = terms.missing(in: translation, of: source) else { return [] }
        return [isAbbreviation
            ? Finding(.translationTerm, "the abbreviation ‘\(term.abbreviation ?? "")’ is not in the translation", help: "Keep it, as the glossary does.")
            : Finding(.translationTerm, "the glossary's term ‘\(term.name)’ is translated otherwise here", help: "The glossary has ‘\(term.translation)’.")]
    }

    /// No letters, at most two words, a name or an address.
    private static func isSameInAnyLanguage(_ source: String) -> Bool {
        let words = source.split(whereSeparator: \.isWhitespace).filter { $0.contains(where: \.isLetter) }
        guard words.count > 2 else { return true }
        let isLower = words.contains { word in
            let first = word.first { $0.isLetter || $0.isNumber }
            return first?.isLowercase == true && !word.contains("@") && !word.contains("://")
        }
        return !isLower && words.count <= 8
    }

    private static func length(_ translation: String, _ source: String, _ sourceLanguage: LanguageTag, _ language: LanguageTag) -> [Finding] {
        func scripts(_ text: String) -> Double {
            var letters = 0.0
            for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint {
                letters += 100 / (WritingScript(scalar)?.lettersPerHundred ?? 105)
            }
            return letters
        }
        let long = scripts(translation), short = scripts(source)
        if long > short * 2.3 + 20 {
            return [Finding(
                .translationLength, "the translation is far longer than the source",
                help: "Check that it says what the source says, and nothing else.")]
        }
        if long < short * 0.42 - 4 {
            return [Finding(.translationLength, "the translation is far shorter than the source", help: "Check that nothing was left out.")]
        }
        return []
    }

    private static func endMark(_ translation: String, _ source: String, _ language: LanguageTag) -> [Finding] {
        let wanted = EndMark.ending(source)
        var found = EndMark.ending(translation)
        if language.language == "el", translation.hasSuffix(";") { found = .question }
        guard wanted != found else { return [] }
        // Thai and Lao end sentences with a space, Khmer questions may end as sentences do, Armenian ones within a word.
        switch language.language {
        case "th", "lo": if wanted == .period || wanted == nil && found == .period { return [] }
        case "hy": return []
        case "km", "my": if wanted == .question && (found == .period || translation.contains("ទេ") || translation.contains("လား")) { return [] }
        default: break
        }
        if wanted == .period, endsWithAbbreviation(source) || found == .ellipsis { return [] }
        if found == .period, wanted == nil, endsWithAbbreviation(translation) { return [] }
        guard let wanted else {
            return [Finding(.translationPunctuation, "the translation ends with \(found?.rawValue ?? ""), the source with none", help: "End it as the source ends.")]
        }
        return [Finding(
            .translationPunctuation, "the source ends with \(wanted.rawValue), the translation with \(found?.rawValue ?? "none")",
            help: "End it as the source ends, with the mark of the language's script.")]
    }

    /// `p.m.`, `etc.`, `Inc.`, `5 p. m.`
    private static func endsWithAbbreviation(_ text: String) -> Bool {
        guard var word = text.split(whereSeparator: \.isWhitespace).last?.drop(while: { !$0.isLetter }) else { return false }
        while let last = word.last, ")]）”\"'»".contains(last) { word.removeLast() }
        guard word.hasSuffix(".") else { return false }
        let letters = word.dropLast()
        return letters.contains(".") || letters.count == 1 || ["etc", "inc", "no", "jr", "sr", "st", "vs", "co", "ext", "tel"].contains(letters.lowercased())
    }

    // MARK: Script

    private static func script(_ translation: String, _ source: String, _ language: LanguageTag) -> [Finding] {
        let expected = language.writingScripts
        guard !expected.isEmpty, expected != [.other] else { return [] }
        var fitting = 0, others: [WritingScript: Int] = [:]
        for scalar in translation.unicodeScalars {
            guard let script = WritingScript(scalar) else { continue }
            if expected.contains(script) { fitting += 1 } else { others[script, default: 0] += 1 }
        }
        let other = others.max { ($0.value, $1.key.name) < ($1.value, $0.key.name) }
        let isOther = expected == [.latin]
            ? other.map { $0.value > fitting }
            : other.map { fitting == 0 && $0.value > 3 && ($0.key != .latin || !isSameInAnyLanguage(translation)) }
        guard let other, isOther == true else { return [] }
        return [Finding(
            .translationScript, "the words are in \(other.key.name) letters, which ‘\(language)’ is not written in",
            help: "Check that this is the translation for ‘\(language)’.")]
    }
}
