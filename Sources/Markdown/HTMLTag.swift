/// A tag as Markdown recognizes it: its name, and as much of its attributes as the policy asks for.
struct HTMLTag {
    /// In lower case.
    let name: String
    let isClosing: Bool
    let hasNoAttributes: Bool
    /// Exactly one attribute, a `title` with a quoted value.
    let hasOnlyTitle: Bool

    /// Nil for comments, declarations and whatever else is not a tag.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.first == UInt8(ascii: "<") else { return nil }
        var rest = bytes.dropFirst()
        isClosing = rest.first == UInt8(ascii: "/")
        if isClosing { rest = rest.dropFirst() }
        let letters = rest.prefix { Self.isNameByte($0) }
        guard let first = letters.first, (0x41...0x5A).contains(first & 0xDF) else { return nil }
        name = String(decoding: letters.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        rest = rest.dropFirst(letters.count)
        hasNoAttributes = Self.isEnd(rest, allowingSlash: true)
        hasOnlyTitle = Self.isEnd(Self.droppingTitle(rest), allowingSlash: false)
    }

    private static func isEnd(_ bytes: ArraySlice<UInt8>?, allowingSlash: Bool) -> Bool {
        guard var rest = bytes?.drop(while: TextSurvey.isSpace) else { return false }
        if allowingSlash, rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
        return rest.first == UInt8(ascii: ">")
    }

    private static func droppingTitle(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = bytes.drop(while: TextSurvey.isSpace)
        let word = rest.prefix { isNameByte($0) }
        guard word.count == 5, zip(word, "title".utf8).allSatisfy({ $0 | 0x20 == $1 }) else { return nil }
        rest = rest.dropFirst(5).drop(while: TextSurvey.isSpace)
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop(while: TextSurvey.isSpace)
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = rest.dropFirst().firstIndex(of: quote)
        else { return nil }
        return rest[(end + 1)...]
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
}
