import Synchronization

/// Where the lines of a file begin. They are looked for when the first problem asks, as most files have none, and only
/// once, as some have thousands.
final class LineIndex: Sendable {
    private let known = Mutex<[Int]?>(nil)

    /// The offset of each line's first byte. Lines end with LF, CRLF or CR, as in Markdown and YAML.
    func starts(in bytes: [UInt8]) -> [Int] {
        known.withLock { known in
            if let known { return known }
            let starts = LineIndex.find(in: bytes)
            known = starts
            return starts
        }
    }

    private static func find(in bytes: [UInt8]) -> [Int] {
        var starts = [0]
        bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                offset += 1
                if byte == 0x0A || (byte == 0x0D && (offset == bytes.count || bytes[offset] != 0x0A)) { starts.append(offset) }
            }
        }
        return starts
    }
}
