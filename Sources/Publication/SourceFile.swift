/// A file of the publication as it was read: its path, as problems name it, and its bytes.
package struct SourceFile: Sendable {
    /// Below the publication's folder: `content/plans/district-goals.md`.
    package let path: String
    package let bytes: [UInt8]
    /// Lines that come from another file, in their order.
    private let inlays: [Inlay]
    private let lines = LineIndex()

    /// Lines among a file's own that stand for lines of another one.
    struct Inlay: Sendable {
        /// In the text as a whole.
        let lines: Range<Int>
        let file: SourceFile
        /// Where each line comes from: its place in the other file, and those of its cells, where it is a table's.
        let origins: [Origin]

        struct Origin: Sendable {
            var line: Int
            var column = 1
            var cells: [(line: Int, column: Int)] = []
        }
    }

    package init(path: String, bytes: [UInt8]) { self.init(path: path, bytes: bytes, inlays: []) }

    /// - Parameter inlays: of `bytes`, which hold their lines already.
    init(path: String, bytes: [UInt8], inlays: [Inlay]) {
        self.path = path
        self.bytes = bytes
        self.inlays = inlays
    }

    /// The bytes of a line, counted from 1, without its line ending; empty where there is no such line.
    package func line(_ number: Int) -> ArraySlice<UInt8> {
        let starts = lines.starts(in: bytes)
        guard starts.indices.contains(number - 1) else { return [] }
        var line = bytes[starts[number - 1]..<(number < starts.count ? starts[number] : bytes.count)]
        if line.last == UInt8(ascii: "\n") { line = line.dropLast() }
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        if number == 1, line.starts(with: SourceFile.byteOrderMark) { line = line.dropFirst(3) }
        return line
    }

    /// The line and column of a byte, both counted from 1.
    package func place(of offset: Int) -> (line: Int, column: Int) {
        let starts = lines.starts(in: bytes)
        var low = 0, high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, offset - starts[low] + 1)
    }

    /// A problem at a place in this file.
    ///
    /// - Parameters:
    ///   - column: counted from 1 in bytes of the line, as cmark counts.
    ///   - length: in bytes; the caret underlines them.
    package func problem(
        _ rule: Rule, line: Int, column: Int = 1, length: Int = 1, _ message: String, help: String
    ) -> Diagnostic {
        if let inlay = inlays.first(where: { $0.lines.contains(line) }) {
            // Its columns are those of a table that nobody wrote: the cell counts.
            let origin = inlay.origins[line - inlay.lines.lowerBound], cell = SourceFile.bars(in: self.line(line).prefix(max(0, column - 1))) - 1
            let place = origin.cells.indices.contains(cell) ? origin.cells[cell] : (line: origin.line, column: origin.column)
            return inlay.file.problem(rule, line: place.line, column: place.column, length: 200, message, help: help)
        }
        let bytes = self.line(line)
        let before = bytes.prefix(max(0, column - 1))
        let marked = bytes.dropFirst(before.count).prefix(max(1, length))
        // Of a line as long as a book only what lies around the place.
        let lead = before.suffix(SourceFile.shownBytes).drop(while: SourceFile.isContinuation)
        let shown = bytes[lead.startIndex...].prefix(lead.count + SourceFile.shownBytes)
        let scalars = SourceFile.scalars(in: before)
        return Diagnostic(
            rule: rule, file: path, line: ownLine(line), column: scalars + 1, length: max(1, SourceFile.scalars(in: marked)),
            message: message, help: help, source: String(decoding: shown, as: UTF8.self),
            sourceStart: scalars - SourceFile.scalars(in: lead))
    }

    /// The line of the file on disk.
    private func ownLine(_ line: Int) -> Int { line - inlays.reduce(0) { $0 + ($1.lines.upperBound <= line ? $1.lines.count : 0) } }

    /// A problem of the file as a whole.
    package func problem(_ rule: Rule, _ message: String, help: String) -> Diagnostic {
        Diagnostic(
            rule: rule, file: path, line: 1, column: 1, length: 0, message: message, help: help, source: nil)
    }

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// Before and after a problem's place; more than an excerpt shows, whatever its letters take.
    private static let shownBytes = 480

    /// Those that begin a table's cells, or end its rows.
    private static func bars(in bytes: ArraySlice<UInt8>) -> Int {
        var count = 0, isEscaped = false
        for byte in bytes {
            if byte == UInt8(ascii: "|"), !isEscaped { count += 1 }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return count
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
    private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBufferPointer { $0.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
    }
}
