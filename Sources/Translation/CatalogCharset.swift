import Glibc

/// A charset that a catalog may be written in.
struct CatalogCharset: Sendable, Equatable {
    /// As glibc's iconv knows it.
    let name: String

    static let utf8 = CatalogCharset(known: "UTF-8")

    private init(known name: String) { self.name = name }

    /// Those that gettext allows (gettext-tools/src/po-charset.c), under the names that headers give them; nil for any other.
    /// What a file says is not handed to iconv as it is: glibc would load a module of that name.
    init?(_ declared: String) {
        let name = declared.uppercased().replacing("_", with: "-")
        // A template has the word CHARSET where the charset will stand, and is ASCII until then.
        if ["UTF-8", "UTF8", "CHARSET", "ASCII", "US-ASCII", "ANSI-X3.4-1968"].contains(name) {
            self = .utf8
        } else if ["SHIFT-JIS", "SJIS"].contains(name) {
            // In glibc's SHIFT_JIS there is no backslash: it reads a yen sign.
            self.init(known: "CP932")
        } else if let known = CatalogCharset.names.first(where: { $0 == name }) {
            self.init(known: known)
        } else if let number = CatalogCharset.number(of: name, behind: ["ISO-8859-", "ISO8859-"]),
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15].contains(number) {
            self.init(known: "ISO-8859-\(number)")
        } else if let number = CatalogCharset.number(of: name, behind: ["CP", "CP-", "WINDOWS-", "MS-"]),
            CatalogCharset.codePages.contains(number) {
            self.init(known: "CP\(number)")
        } else {
            return nil
        }
    }

    private static let names = [
        "KOI8-R", "KOI8-U", "KOI8-T", "GB2312", "GBK", "GB18030", "BIG5", "BIG5-HKSCS", "EUC-JP", "EUC-KR", "EUC-TW", "EUC-CN",
        "TIS-620", "VISCII", "GEORGIAN-PS", "ARMSCII-8",
    ]
    private static let codePages = [437, 850, 852, 866, 874, 932, 936, 949, 950] + Array(1250...1258)

    private static func number(of name: String, behind prefixes: [String]) -> Int? {
        for prefix in prefixes where name.hasPrefix(prefix) {
            if let number = Int(name.dropFirst(prefix.count)) { return number }
        }
        return nil
    }

    /// The bytes' text in UTF-8; nil where they are none in this charset.
    func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        if self == .utf8 { return String(validating: bytes, as: UTF8.self).map { Array($0.utf8) } }
        switch converted(bytes) {
        case .text(let text): return text
        case .stopped: return nil
        }
    }

    enum Conversion {
        case text([UInt8])
        /// At the offset of the first byte that is no part of the charset; 0 where this machine does not have the charset.
        case stopped(at: Int)
    }

    func converted(_ bytes: [UInt8]) -> Conversion {
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
            return .stopped(at: 0)
        }
        defer { iconv_close(converter) }
        // No character of these charsets takes more than three bytes of UTF-8 for each of its own.
        var output = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
        var input = bytes
        var left = input.count
        var room = output.count
        let failed = input.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                // The second call has the converter write what it holds back.
                return iconv(converter, &from, &left, &to, &room) == -1 || iconv(converter, nil, nil, &to, &room) == -1
            }
        }
        if failed || left > 0 { return .stopped(at: bytes.count - left) }
        return .text(Array(output.prefix(output.count - room)))
    }

    // MARK: The header's word for it

    /// What the header's Content-Type says, and on which line; read from bytes whose charset is not known yet, in all of which
    /// ASCII is as it is.
    static func declared(in bytes: [UInt8]) -> (name: String, line: Int)? {
        var state = HeaderSearch.outside
        var header = ""
        var number = 0
        for bytes in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let line = String(decoding: bytes.prefix(4_000), as: Unicode.ASCII.self).drop { $0.isWhitespace }
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("msgid") {
                // A long text begins so as well: the header is where nothing but `msgstr` follows.
                state = line.dropFirst(5).drop { $0.isWhitespace }.hasPrefix("\"\"") ? .emptyID : .outside
            } else if line.hasPrefix("msgstr"), state == .emptyID {
                state = .header
            } else if state != .header || !line.hasPrefix("\"") {
                if state == .header { return nil }
                state = .outside
            }
            guard state == .header else { continue }
            header += line
            // Each look starts anew, so that a header without end must not be looked at without end.
            guard header.utf8.count < 16_000 else { return nil }
            guard line.lowercased().contains("charset=") else { continue }
            if let range = range(in: header) { return range.isEmpty ? nil : (header[range].uppercased(), number) }
        }
        return nil
    }

    /// Where a header's text names the charset.
    static func range(in header: String) -> Range<String.Index>? {
        guard let field = header.firstRange(of: /content-type:/.ignoresCase()),
            let start = header[field.upperBound...].firstRange(of: /charset=/.ignoresCase())?.upperBound
        else { return nil }
        let name = header[start...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
        return start..<name.endIndex
    }

    private enum HeaderSearch {
        case outside, emptyID, header
    }
}
