/// A file of the publication as it was read: its path, as problems name it, and its bytes.
package struct SourceFile: Sendable {
    /// Below the publication's folder: `content/plans/district-goals.md`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The bytes of a line, counted from 1, without its line ending; empty where there is no such line.
    package func line(_ number: Int) -> ArraySlice<UInt8> {
        var start = bytes.startIndex
        var current = 1
        while current < number {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return [] }
            start = end + 1
            current += 1
        }
        var line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        if number == 1, line.starts(with: SourceFile.byteOrderMark) { line = line.dropFirst(3) }
        return line
    }

    /// A problem at a place in this file.
    ///
    /// - Parameters:
    ///   - column: counted from 1 in bytes of the line, as cmark counts.
    ///   - length: in bytes; the caret underlines them.
    package func problem(
        _ rule: Rule, line: Int, column: Int = 1, length: Int = 1, _ message: String, help: String
    ) -> Diagnostic {
        let bytes = self.line(line)
        let before = bytes.prefix(max(0, column - 1))
        let marked = bytes.dropFirst(max(0, column - 1)).prefix(max(1, length))
        return Diagnostic(
            rule: rule, file: path, line: line,
            column: String(decoding: before, as: UTF8.self).unicodeScalars.count + 1,
            length: max(1, String(decoding: marked, as: UTF8.self).unicodeScalars.count),
            message: message, help: help, source: String(decoding: bytes.prefix(400), as: UTF8.self))
    }

    /// A problem of the file as a whole.
    package func problem(_ rule: Rule, _ message: String, help: String) -> Diagnostic {
        Diagnostic(
            rule: rule, file: path, line: 1, column: 1, length: 0, message: message, help: help, source: nil)
    }

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
