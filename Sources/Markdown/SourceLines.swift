/// The text that is parsed, by lines. Lines count from 0 here and end with LF, CRLF or CR.
struct SourceLines {
    let text: UnsafeBufferPointer<UInt8>
    /// Offset of each line's first byte.
    let starts: [Int32]

    /// A line without its end; empty beyond the text.
    subscript(line: Int) -> UnsafeBufferPointer<UInt8> {
        guard starts.indices.contains(line) else { return UnsafeBufferPointer(rebasing: text[0..<0]) }
        let start = Int(starts[line])
        var end = line + 1 < starts.count ? Int(starts[line + 1]) : text.count
        while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[start..<end])
    }

    /// Where a line's own text begins behind the quotation marks and the indentation of what it lies in.
    func contentStart(of line: Int) -> Int {
        let bytes = self[line]
        return bytes.firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ">") } ?? bytes.count
    }
}
