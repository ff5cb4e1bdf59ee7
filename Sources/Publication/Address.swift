/// Where things stand on the site: paths below its root without a leading slash, pages ending with one.
package enum Address {
    /// A document's address: `plans/District Goals.md` → `plans/district-goals/`, `plans/index.md` → `plans/`.
    static func of(path: String, slug: String?) -> String {
        var parts = path.split(separator: "/").map(String.init)
        var name = parts.removeLast()
        if name.hasSuffix(".md") { name.removeLast(3) }
        var address = folder(parts)
        if name != "index" { address += (slug ?? nonEmpty(Slug.fileName(name))) + "/" }
        return address
    }

    /// A folder's address, from its names.
    static func folder(_ names: [String]) -> String {
        names.map { nonEmpty(Slug.fileName($0)) + "/" }.joined()
    }

    private static func nonEmpty(_ slug: String) -> String { slug.isEmpty ? "page" : slug }

    /// The file that a web server serves at an address.
    package static func file(_ address: String) -> String {
        address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
    }

    /// How many folders deep an address stands.
    package static func depth(_ address: String) -> Int { address.utf8.count { $0 == UInt8(ascii: "/") } }

    /// An address as part of a link: every byte that RFC 3986 (section 3.3) does not allow in a path is percent-encoded.
    package static func encoded(_ path: String) -> String {
        var path = path
        return path.withUTF8 { bytes in
            var isPlain = true
            for byte in bytes where !isPathByte(byte) { isPlain = false }
            if isPlain { return String(decoding: bytes, as: UTF8.self) }
            var encoded: [UInt8] = []
            for byte in bytes {
                if isPathByte(byte) {
                    encoded.append(byte)
                } else {
                    let digits = Array("0123456789ABCDEF".utf8)
                    encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                }
            }
            return String(decoding: encoded, as: UTF8.self)
        }
    }

    /// The text with `%20` and the like as the bytes they stand for; as it is where that gives no text.
    package static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[i + 1...i + 2], as: UTF8.self), radix: 16) {
                decoded.append(value)
                i += 3
            } else {
                decoded.append(bytes[i])
                i += 1
            }
        }
        return String(validating: decoded, as: UTF8.self) ?? text
    }

    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        case 0x2D, 0x2E, 0x5F, 0x7E, 0x2F, 0x21, 0x24, 0x28...0x2C, 0x3A, 0x3B, 0x3D, 0x40: true
        default: false
        }
    }
}
