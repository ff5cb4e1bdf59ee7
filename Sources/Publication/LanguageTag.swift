/// A language as web pages name it: BCP 47 (RFC 5646, section 2.1), in its canonical case: `pt-BR`, `zh-Hans`.
package struct LanguageTag: Sendable, Hashable {
    package let code: String
    /// Whether it is written from right to left: by its script, where it names one, else by the language's usual one.
    package let isRightToLeft: Bool

    /// Nil where the text is no well-formed tag of a language, an optional script, an optional region and variants.
    package init?(_ text: some StringProtocol) {
        var parts = text.split(separator: "-", omittingEmptySubsequences: false).map { $0.lowercased() }
        guard let language = parts.first, (2...3).contains(language.count), parts.count <= 8,
            parts.allSatisfy({ part in !part.isEmpty && part.utf8.allSatisfy(isLetterOrDigit) }),
            language.utf8.allSatisfy(isLetter)
        else { return nil }
        var next = 1
        if next < parts.count, parts[next].count == 4, parts[next].utf8.allSatisfy(isLetter) {
            parts[next] = parts[next].prefix(1).uppercased() + parts[next].dropFirst()
            next += 1
        }
        if next < parts.count, parts[next].count == 2 && parts[next].utf8.allSatisfy(isLetter)
            || parts[next].count == 3 && parts[next].utf8.allSatisfy(isDigit) {
            parts[next] = parts[next].uppercased()
            next += 1
        }
        let rest = parts[next...]
        let isPrivate = rest.first == "x" && rest.count > 1
        guard isPrivate || rest.allSatisfy({ (5...8).contains($0.count) || $0.count == 4 && $0.utf8.first.map(isDigit) == true })
        else { return nil }
        code = parts.joined(separator: "-")
        isRightToLeft = LanguageTag.isRightToLeft(code)
    }

    /// The language alone: `zh` of `zh-Hans`.
    package var language: String { String(code.prefix { $0 != "-" }) }

    private static func isRightToLeft(_ code: String) -> Bool {
        let parts = code.split(separator: "-")
        if parts.count > 1, parts[1].count == 4 {
            return ["Arab", "Hebr", "Thaa", "Nkoo", "Syrc", "Adlm", "Rohg", "Mand", "Samr"].contains(String(parts[1]))
        }
        return ["ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"].contains(String(parts[0]))
    }
}

extension LanguageTag: CustomStringConvertible {
    package var description: String { code }
}

private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
private func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
