#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes in which text is looked for and replaced fast enough for thousands of documents in a debug build.
struct ByteText {
    private(set) var bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    func offset(of text: String, from start: Int = 0) -> Int? {
        let text = Array(text.utf8)
        return bytes.withUnsafeBytes { bytes in
            var at = start
            while at + text.count <= bytes.count,
                let first = memchr(bytes.baseAddress! + at, Int32(text[0]), bytes.count - at - text.count + 1)
            {
                if memcmp(first, text, text.count) == 0 { return bytes.baseAddress!.distance(to: first) }
                at = bytes.baseAddress!.distance(to: first) + 1
            }
            return nil
        }
    }

    /// HTML by its tags and, between them, its texts.
    var pieces: [String] {
        var pieces: [String] = []
        var start = 0
        while start < bytes.count {
            let isTag = bytes[start] == UInt8(ascii: "<")
            let end = isTag ? offset(of: ">", from: start).map { $0 + 1 } : offset(of: "<", from: start)
            pieces.append(String(decoding: bytes[start..<(end ?? bytes.count)], as: UTF8.self))
            start = end ?? bytes.count
        }
        return pieces
    }

    mutating func replace(_ old: String, with new: String) {
        replace(from: old, to: "", with: new)
    }

    /// Replaces what begins with `start` up to the end of the next `end`.
    mutating func replace(from start: String, to end: String, with new: String = "") {
        guard var found = bytes.isEmpty ? nil : offset(of: start) else { return }
        var result: [UInt8] = []
        var passed = 0
        while true {
            result += bytes[passed..<found]
            result += new.utf8
            passed = found + start.utf8.count
            if !end.isEmpty, let last = offset(of: end, from: passed) { passed = last + end.utf8.count }
            guard let next = offset(of: start, from: passed) else { break }
            found = next
        }
        bytes = result + bytes[passed...]
    }
}
