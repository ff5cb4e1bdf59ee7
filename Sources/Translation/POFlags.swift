/// Splits what stands behind `#,` into its flags, and puts them in gettext's order.
enum POFlags {
    /// Parted by commas or spaces, but for that in `range: 0..10`.
    static func split(_ text: String) -> [String] {
        var flags: [String] = []
        for word in text.split(whereSeparator: { $0 == "," || $0 == " " || $0 == "\t" }) {
            if flags.last == "range:" {
                flags[flags.count - 1] += " \(word)"
            } else {
                flags.append(String(word))
            }
        }
        return flags
    }

    /// First `fuzzy`, then the formats, then what gettext does not know as it was, then range and wrapping.
    static func ordered(_ flags: [String]) -> [String] {
        if flags.count < 2 { return flags }
        return flags.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }

    private static func rank(_ flag: String) -> Int {
        switch flag {
        case "fuzzy": return 0
        case "wrap", "no-wrap": return 1_002
        case _ where flag.hasPrefix("range:"): return 1_001
        default:
            guard flag.hasSuffix("-format") else { return 1_000 }
            var format = flag.dropLast("-format".count)
            for prefix in ["no-", "possible-", "impossible-"] where format.hasPrefix(prefix) { format = format.dropFirst(prefix.count) }
            return formats.firstIndex(of: String(format)).map { $0 + 1 } ?? 1_000
        }
    }

    /// In the order of gettext-tools/src/message.c (0.21).
    private static let formats = [
        "c", "objc", "python", "python-brace", "java", "java-printf", "csharp", "javascript", "scheme", "lisp", "elisp", "librep",
        "ruby", "sh", "awk", "lua", "object-pascal", "smalltalk", "qt", "qt-plural", "kde", "kde-kuit", "boost", "tcl", "perl",
        "perl-brace", "php", "gcc-internal", "gfc-internal", "ycp",
    ]
}
