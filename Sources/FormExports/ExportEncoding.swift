/// How the characters of an export are written.
enum ExportEncoding: Equatable {
    case utf8, utf16(isBig: Bool), utf32(isBig: Bool), windows1252

    /// Told by the mark at the beginning, by zeros, else by whether all bytes are UTF-8.
    static func detect(_ source: ExportSource) throws -> ExportEncoding {
        let next = try source.open()
        var bytes = try next()
        // Pipes may give a few bytes at first.
        while bytes.count < 1024 {
            let more = try next()
            if more.isEmpty { break }
            bytes += more
        }
        if let known = told(by: bytes) { return known }
        var check = UTF8Check()
        while !bytes.isEmpty {
            check.add(bytes)
            bytes = try next()
        }
        return check.isUTF8 ? .utf8 : .windows1252
    }

    /// - Parameter bytes: the beginning of a file, which may end within a character.
    static func detect(prefix bytes: [UInt8]) -> ExportEncoding {
        if let known = told(by: bytes) { return known }
        var check = UTF8Check()
        check.add(bytes)
        return check.isUTF8SoFar ? .utf8 : .windows1252
    }

    private static func told(by bytes: [UInt8]) -> ExportEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32(isBig: false) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32(isBig: true) }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16(isBig: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16(isBig: true) }
        let head = bytes.prefix(512)
        guard head.count >= 4, head.count(where: { $0 == 0 }) * 4 > head.count else { return nil }
        if head.count(where: { $0 == 0 }) * 3 > head.count * 2 { return .utf32(isBig: bytes[0] == 0) }
        // Before a letter of ours stands a zero, or behind it; a title may begin with others.
        let early = head.enumerated().count { $0.offset % 2 == 0 && $0.element == 0 }
        return .utf16(isBig: early * 2 > head.count { $0 == 0 })
    }
}

/// Whether bytes are UTF-8, a piece at a time.
private struct UTF8Check {
    private var awaited = 0
    private var valid = 0
    private var invalid = 0

    /// A few broken characters among many good ones are damage, not another encoding.
    var isUTF8SoFar: Bool { invalid == 0 || valid > invalid * 20 }
    var isUTF8: Bool { invalid + (awaited > 0 ? 1 : 0) == 0 || valid > invalid * 20 }

    mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if awaited == 0 {
                    if byte < 0x80 { continue }
                    switch byte {
                    case 0xC2...0xDF: awaited = 1
                    case 0xE0...0xEF: awaited = 2
                    case 0xF0...0xF4: awaited = 3
                    default: invalid += 1
                    }
                } else if byte & 0xC0 == 0x80 {
                    awaited -= 1
                    if awaited == 0 { valid += 1 }
                } else {
                    invalid += 1
                    awaited = 0
                    index -= 1
                }
            }
        }
    }
}

/// Turns an export's bytes into UTF-8, a piece at a time.
struct ExportDecoder {
    private let encoding: ExportEncoding
    private var isAtStart = true
    /// Bytes of a character that the next piece completes.
    private var rest: [UInt8] = []

    init(_ encoding: ExportEncoding) { self.encoding = encoding }

    mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
        switch encoding {
        case .utf8:
            guard isAtStart else { return bytes }
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF], start = rest + bytes
            if start.count < mark.count, mark.starts(with: start) {
                rest = start
                return []
            }
            isAtStart = false
            return start.starts(with: mark) ? Array(start.dropFirst(3)) : start
        case .windows1252:
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count + bytes.count / 8)
            for byte in bytes {
                if byte < 0x80 { output.append(byte) } else { Self.append(Self.windows1252(byte), to: &output) }
            }
            return output
        case .utf16(let isBig):
            return utf16(bytes, isBig: isBig)
        case .utf32(let isBig):
            return utf32(bytes, isBig: isBig)
        }
    }

    private mutating func utf32(_ bytes: [UInt8], isBig: Bool) -> [UInt8] {
        let bytes = rest + bytes
        var text = String.UnicodeScalarView(), index = 0
        while index + 3 < bytes.count {
            let four = bytes[index..<index + 4].map(UInt32.init)
            let value = (isBig ? four : four.reversed()).reduce(0) { $0 << 8 | $1 }
            if value != 0xFEFF || !isAtStart { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
            isAtStart = false
            index += 4
        }
        rest = Array(bytes[index...])
        return Array(String(text).utf8)
    }

    private mutating func utf16(_ bytes: [UInt8], isBig: Bool) -> [UInt8] {
        let bytes = rest + bytes
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = 0
        while index + 1 < bytes.count {
            let (one, other) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBig ? one << 8 | other : other << 8 | one)
            index += 2
        }
        // The first half of a pair waits for the second.
        if let last = units.last, UTF16.isLeadSurrogate(last) {
            units.removeLast()
            index -= 2
        }
        rest = Array(bytes[index...])
        if isAtStart, !units.isEmpty {
            isAtStart = false
            if units[0] == 0xFEFF { units.removeFirst() }
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        output += UTF8.encode(scalar)!
    }

    /// The character that a byte above 7F stands for in Windows-1252; bytes that it has no use for stand for themselves.
    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        byte < 0xA0 ? Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}" : Unicode.Scalar(byte)
    }

    private static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
