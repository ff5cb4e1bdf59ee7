import Publication

/// Cuts a catalog into keywords, strings and comments, as GNU gettext's po-lex.c does: line ends matter only to comments,
/// to strings and to what begins with `#~` or `#|`.
struct POLexer {
    private let bytes: [UInt8]
    /// What bytes that are written as `\377` or `\xFF` mean.
    private let charset: CatalogCharset
    private var at: Int
    private var line = 1
    private var lineStart: Int
    private var isObsolete = false
    private var isPrevious = false
    /// The line on which a text was last closed, or ended with its line unclosed.
    private var closedLine = 0
    private var unclosedLine = 0
    var problems: CatalogProblems

    init(_ file: SourceFile, charset: CatalogCharset, problems: CatalogProblems) {
        bytes = file.bytes
        self.charset = charset
        self.problems = problems
        lineStart = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        at = lineStart
    }

    mutating func next() -> Token {
        while at < bytes.count {
            let start = at
            switch bytes[at] {
            case "\n", "\r": endLine()
            case " ", "\t", "\u{0B}", "\u{0C}": at += 1
            case "#":
                if let comment = comment() { return token(comment, from: start) }
            case "\"":
                let place = place(from: start)
                return Token(kind: string(), place: place, isObsolete: isObsolete, isPrevious: isPrevious)
            case "a"..."z", "A"..."Z", "_": return token(word(), from: start)
            default:
                stray()
                return token(.broken, from: start)
            }
        }
        return token(.end, from: at)
    }

    // MARK: Lines

    private mutating func endLine() {
        at += bytes[at] == "\r" && peek(1) == "\n" ? 2 : 1
        // A lone CR ends a line too, but is not counted as one by those who show the line.
        if bytes[at - 1] == "\n" {
            line += 1
            lineStart = at
        }
        isObsolete = false
        isPrevious = false
    }

    private func peek(_ distance: Int) -> UInt8? { at + distance < bytes.count ? bytes[at + distance] : nil }

    private mutating func skipLine() {
        while at < bytes.count, bytes[at] != "\n", bytes[at] != "\r" { at += 1 }
    }

    private mutating func skipSpaces() {
        while let byte = peek(0), byte == " " || byte == "\t" { at += 1 }
    }

    private func place(from start: Int, length: Int? = nil) -> Place {
        Place(line: line, column: max(0, start - lineStart) + 1, length: length ?? max(1, at - start))
    }

    private func token(_ kind: Kind, from start: Int) -> Token {
        Token(kind: kind, place: place(from: start), isObsolete: isObsolete, isPrevious: isPrevious)
    }

    // MARK: Comments

    /// Nil for the marks of obsolete and previous text, which what follows on the line is read behind.
    private mutating func comment() -> Kind? {
        at += 1
        let kind: Comment
        switch peek(0) {
        case "~":
            at += 1
            isObsolete = true
            if peek(0) == "|" {
                at += 1
                isPrevious = true
            }
            return nil
        case "|":
            at += 1
            isPrevious = true
            return nil
        case ".": kind = .extracted
        case ":": kind = .references
        case ",", "!": kind = .flags
        default: kind = .translator
        }
        if kind != .translator { at += 1 }
        if kind == .translator || kind == .extracted, peek(0) == " " { at += 1 }
        let start = at
        skipLine()
        return .comment(kind, String(decoding: bytes[start..<at], as: UTF8.self))
    }

    // MARK: Keywords

    private mutating func word() -> Kind {
        let start = at
        while let byte = peek(0), byte.isWordPart { at += 1 }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        if let keyword = Keyword(rawValue: word) { return .keyword(keyword) }
        if word == "msgstr" { return form() }
        if word == "domain" {
            problems.add(
                place(from: start), "a catalog for several domains, which only Solaris has",
                help: "Put the entries below this line in a file of their own, and leave the line out.")
        } else {
            let near = nearest(to: word, among: Keyword.allCases.map(\.rawValue) + ["msgstr"]).map { "Did you mean ‘\($0)’? " } ?? ""
            reportStray(
                place(from: start), "‘\(word.prefix(40))’ is no keyword of a catalog",
                help: "\(near)A line begins with msgctxt, msgid, msgid_plural, msgstr, a quotation mark or #.")
        }
        skipLine()
        return .broken
    }

    /// What may follow `msgstr`: `[2]`.
    private mutating func form() -> Kind {
        let behindWord = at
        skipSpaces()
        guard peek(0) == "[" else {
            at = behindWord
            return .translation(form: nil)
        }
        let bracket = at
        at += 1
        skipSpaces()
        let digits = at
        while let byte = peek(0), byte.isDigit { at += 1 }
        let number = Int(String(decoding: bytes[digits..<at], as: UTF8.self))
        skipSpaces()
        guard let number, peek(0) == "]" else {
            problems.add(
                place(from: bracket), "the number of this plural form cannot be read",
                help: "Write `msgstr[0]`, then `msgstr[1]` and so on.")
            skipLine()
            return .broken
        }
        at += 1
        return .translation(form: number)
    }

    private mutating func stray() {
        let start = at
        let length = min(bytes.count - start, max(1, (~bytes[start]).leadingZeroBitCount))
        let character = String(decoding: bytes[start..<start + length], as: UTF8.self)
        let isQuotation = "“”„«»‘’'".contains(character)
        reportStray(
            place(from: start, length: length), "‘\(character)’ cannot stand here",
            help: isQuotation
                ? "Write straight double quotation marks around the text, as in `msgstr \"Bienvenue\"`."
                : "Put the text in straight double quotation marks, or write # before it if it is a note.")
        skipLine()
    }

    /// What stands where nothing can stand is often the rest of a text that was closed too early, or not at all.
    private mutating func reportStray(_ place: Place, _ message: String, help: String) {
        if unclosedLine > 0, line == unclosedLine + 1 {
            unclosedLine = line
            return
        }
        problems.add(
            place, message,
            help: line == closedLine ? "If it belongs to the text before it, write the quotation marks in the text as \\\"." : help)
    }

    // MARK: Strings

    private mutating func string() -> Kind {
        let start = place(from: at, length: 1)
        var text: [UInt8] = []
        var isBroken = false
        at += 1
        while let byte = peek(0), byte != "\"" {
            switch byte {
            case "\n", "\r":
                problems.add(
                    start, "this text has no closing quotation mark",
                    help: "Write \" at its end; a quotation mark inside the text is written \\\".")
                unclosedLine = line
                return .broken
            case "\\": if !escape(into: &text) { isBroken = true }
            default:
                text.append(byte)
                at += 1
            }
        }
        guard at < bytes.count else {
            problems.add(
                start, "the file ends within this text",
                help: "Write \" at the end of the text; if more is missing, fetch the file anew: it may not have arrived whole.")
            return .broken
        }
        at += 1
        closedLine = line
        return isBroken ? .broken : .string(text)
    }

    private mutating func escape(into text: inout [UInt8]) -> Bool {
        let start = at
        at += 1
        guard let byte = peek(0) else { return true }
        at += 1
        switch byte {
        case "n": text.append(UInt8(ascii: "\n"))
        case "t": text.append(UInt8(ascii: "\t"))
        case "r": text.append(UInt8(ascii: "\r"))
        case "a": text.append(0x07)
        case "b": text.append(0x08)
        case "f": text.append(0x0C)
        case "v": text.append(0x0B)
        case "\\", "\"": text.append(byte)
        case "0"..."7", "x":
            at = start
            return numberedBytes(into: &text)
        case "\n", "\r":
            at -= 1
            let marks = (isObsolete, isPrevious)
            endLine()
            (isObsolete, isPrevious) = marks
        default:
            while let byte = peek(0), byte & 0xC0 == 0x80 { at += 1 }
            problems.add(
                place(from: start), "‘\(String(decoding: bytes[start..<at], as: UTF8.self))’ means nothing in a catalog",
                help: "Leave the backslash out, or write it twice if the text has one.")
            return false
        }
        return true
    }

    /// Bytes given by their numbers, `\303\251` or `\xC3\xA9`, are in the file's charset, and several may make one character.
    private mutating func numberedBytes(into text: inout [UInt8]) -> Bool {
        let start = at
        var numbered: [UInt8] = []
        while peek(0) == "\\", let kind = peek(1), kind == "x" || "0"..."7" ~= kind {
            var value: UInt8 = 0
            if kind == "x" {
                at += 2
                let digits = at
                // As in C, there may be any number of digits; the last two count.
                while let digit = peek(0)?.hexadecimalValue {
                    value = value << 4 | digit
                    at += 1
                }
                if at == digits { value = 0 }
            } else {
                at += 1
                var digits = 0
                while digits < 3, let byte = peek(0), "0"..."7" ~= byte {
                    value = value << 3 | (byte - UInt8(ascii: "0"))
                    at += 1
                    digits += 1
                }
            }
            numbered.append(value)
        }
        guard !numbered.contains(0), let decoded = charset.utf8(numbered) else {
            problems.add(
                place(from: start), "these numbers are no characters of \(charset.name)",
                help: "Write the characters themselves.")
            return false
        }
        text += decoded
        return true
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { "0"..."9" ~= self }
    fileprivate var isWordPart: Bool { isDigit || "a"..."z" ~= self | 0x20 || self == "_" || self == "$" }

    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case "0"..."9": self - UInt8(ascii: "0")
        case "a"..."f": self - UInt8(ascii: "a") + 10
        case "A"..."F": self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
