/// The text of a file as spreadsheets and word processors save it.
enum ExchangeText {
    /// What a file's bytes say, in UTF-8, without a byte-order mark; nothing is refused.
    ///
    /// UTF-8 and UTF-16 are told by their mark or by their bytes, Windows-1252 is what remains.
    static func decoded(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBig: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBig: true) }
        let head = bytes.prefix(512)
        if head.count >= 4, head.count(where: { $0 == 0 }) * 4 > head.count { return utf16(bytes[...], isBig: bytes[0] == 0) }
        return String(validating: bytes, as: UTF8.self) ?? windows1252(bytes)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (one, other) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBig ? one << 8 | other : other << 8 | one)
            index += 2
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func windows1252(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(windows1252(UInt32(byte))) }
        return String(text)
    }

    /// The character that a number stands for in Windows-1252; numbers that it has no use for stand for themselves.
    static func windows1252(_ number: UInt32) -> Unicode.Scalar {
        if (0x80...0x9F).contains(number) { return Unicode.Scalar(upper[Int(number) - 0x80]) ?? "\u{FFFD}" }
        return Unicode.Scalar(number) ?? "\u{FFFD}"
    }

    private static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// Whether letters were lost on the way: Excel's plain CSV has a question mark for every letter that Windows-1252 lacks.
    static func hasLostLetters(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "?")) else { return text.unicodeScalars.contains("\u{FFFD}") }
        let scalars = Array(text.unicodeScalars)
        if scalars.count(where: { $0 == "?" }) >= 2, !scalars.contains(where: \.properties.isAlphabetic) { return true }
        return scalars.indices.dropFirst().dropLast().contains { index in
            scalars[index] == "?" && scalars[index - 1].properties.isAlphabetic && scalars[index + 1].properties.isAlphabetic
        } || scalars.contains("\u{FFFD}")
    }
}
