/// Splits what stands behind `#:` into its references, and writes them.
enum POReferences {
    /// A file name with spaces stands between these two (FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE).
    private static let opening: Unicode.Scalar = "\u{2068}", closing: Unicode.Scalar = "\u{2069}"

    static func split(_ text: String) -> [String] {
        let words = words(of: text)
        var references: [String] = []
        var next = 0
        while next < words.count {
            var reference = words[next]
            next += 1
            // `file:12` is also written `file: 12`, `file :12` and `file : 12`.
            if next < words.count, reference.last == ":", reference != ":", isNumber(words[next][...]) {
                reference += words[next]
                next += 1
            } else if next < words.count, words[next].first == ":", isNumber(words[next].dropFirst()) {
                reference += words[next]
                next += 1
            } else if next + 1 < words.count, words[next] == ":", isNumber(words[next + 1][...]) {
                reference += ":" + words[next + 1]
                next += 2
            }
            references.append(reference)
        }
        return references
    }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { "0"..."9" ~= $0 }
    }

    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var isIsolated = false
        for scalar in text.unicodeScalars {
            if scalar == opening, !isIsolated {
                isIsolated = true
            } else if scalar == closing, isIsolated {
                isIsolated = false
            } else if !isIsolated, scalar == " " || scalar == "\t" {
                if !word.isEmpty { words.append(String(word)) }
                word.removeAll()
            } else {
                word.append(scalar)
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    /// As it stands in the file: only the file name is set between isolates, not its line.
    static func written(_ reference: String) -> String {
        guard reference.contains(where: { $0 == " " || $0 == "\t" }) else { return reference }
        var name = reference[...], line = Substring()
        if let colon = reference.lastIndex(of: ":"), isNumber(reference[colon...].dropFirst()) {
            name = reference[..<colon]
            line = reference[colon...]
        }
        return "\(opening)\(name)\(closing)\(line)"
    }
}
