extension HTMLWriter {
    /// Text for an element or a quoted attribute: `&`, `<`, `>` and `"` as references, everything else as it is.
    package static func escape(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < text.count {
            let reference: StaticString
            switch text[index] {
            case UInt8(ascii: "&"): reference = "&amp;"
            case UInt8(ascii: "<"): reference = "&lt;"
            case UInt8(ascii: ">"): reference = "&gt;"
            case UInt8(ascii: "\""): reference = "&quot;"
            default:
                index += 1
                continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            output.append(contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
            index += 1
            start = index
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// An address as a quoted attribute, as cmark writes it: bytes that no address may hold percent-encoded, those that
    /// are encoded already left alone.
    static func escapeAddress(_ address: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        for byte in address {
            switch byte {
            case UInt8(ascii: "&"): output += [0x26, 0x61, 0x6D, 0x70, 0x3B]
            case UInt8(ascii: "'"): output += [0x26, 0x23, 0x78, 0x32, 0x37, 0x3B]
            case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x21, 0x23...0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E:
                output.append(byte)
            default:
                output.append(UInt8(ascii: "%"))
                output.append(digit(byte >> 4))
                output.append(digit(byte & 15))
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
