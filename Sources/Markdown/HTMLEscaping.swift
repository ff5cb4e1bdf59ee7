extension HTMLWriter {
    /// Escapes text and attribute values: `"`, `&`, `<` and `>`.
    package static func escape(_ bytes: some Sequence<UInt8>, into output: inout [UInt8]) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { escape($0, into: &output) }
        if done == nil { Array(bytes).withUnsafeBufferPointer { escape($0, into: &output) } }
    }

    static func escape(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        // All four lie below 64, so that one shift into a mask finds them.
        let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 64, special >> UInt64(byte) & 1 != 0 {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                switch byte {
                case UInt8(ascii: "\""): output.append("&quot;")
                case UInt8(ascii: "&"): output.append("&amp;")
                case UInt8(ascii: "<"): output.append("&lt;")
                default: output.append("&gt;")
                }
                start = index + 1
            }
            index += 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
    }

    /// Escapes an address for `href` and `src`: percent-encodes what no URL may hold, leaves `%` alone.
    package static func escapeAddress(_ bytes: some Sequence<UInt8>, into output: inout [UInt8]) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { bytes in
            if bytes.allSatisfy(isPlainInAddress) { output.append(contentsOf: bytes) } else { escapeAddressSlowly(bytes, into: &output) }
        }
        if done == nil { escapeAddressSlowly(bytes, into: &output) }
    }

    private static func isPlainInAddress(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x2D...0x39).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "_")
    }

    private static func escapeAddressSlowly(_ bytes: some Sequence<UInt8>, into output: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"):
                output.append("&amp;")
            case UInt8(ascii: "'"):
                output.append("&#x27;")
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"),
                UInt8(ascii: "%"), UInt8(ascii: "(")...UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"),
                UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                output.append(byte)
            default:
                output.append(UInt8(ascii: "%"))
                output.append(hexadecimal(byte >> 4))
                output.append(hexadecimal(byte & 15))
            }
        }
    }

    /// Whether following the address could run something: cmark's list of schemes.
    package static func isUnsafe(_ address: some Collection<UInt8>) -> Bool {
        func starts(with scheme: StaticString) -> Bool {
            scheme.withUTF8Buffer { expected in
                address.count >= expected.count
                    && zip(address, expected).allSatisfy { $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1 }
            }
        }
        if starts(with: "data:image/") {
            return !(starts(with: "data:image/png") || starts(with: "data:image/gif")
                || starts(with: "data:image/jpeg") || starts(with: "data:image/webp"))
        }
        return starts(with: "javascript:") || starts(with: "vbscript:") || starts(with: "file:")
            || starts(with: "data:")
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}

extension [UInt8] {
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(decimal number: Int) {
        append(contentsOf: String(number).utf8)
    }
}
