/// A line of a table: its cells without their quotation marks, in one buffer that the next line uses anew.
struct Record {
    fileprivate(set) var bytes: [UInt8] = []
    /// Where each cell ends in `bytes`.
    fileprivate(set) var ends: [Int] = []
    /// Where it begins in the file, counted from 1.
    fileprivate(set) var line = 1

    var count: Int { ends.count }

    /// A cell's bytes without white space around them; empty where the line is shorter.
    @inline(__always)
    func cell(_ index: Int) -> Range<Int> {
        guard index < ends.count else { return 0..<0 }
        var start = index == 0 ? 0 : ends[index - 1]
        var end = ends[index]
        while start < end, Record.isSpace(bytes[start]) { start += 1 }
        while end > start, Record.isSpace(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    func hasSameCells(as other: Record) -> Bool { ends == other.ends && bytes == other.bytes }

    func text(_ index: Int) -> String { String(decoding: bytes[cell(index)], as: UTF8.self) }
    var texts: [String] { ends.indices.map(text) }
    var isBlank: Bool { ends.indices.allSatisfy { cell($0).isEmpty } }

    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte >= 9 && byte <= 13 }
}

/// Reads the lines of a table (RFC 4180, with the liberties that spreadsheets take) from UTF-8 that comes in pieces.
struct RecordParser {
    /// No honest line is longer: a quotation mark that is never closed swallows the rest of the file.
    static let recordLimit = 4 << 20

    private enum State { case start, plain, quoted, afterQuote }

    private let separator: UInt8
    private var record = Record()
    private var state = State.start
    private var isAfterReturn = false
    private var hasBegun = false
    private var line = 1
    /// The offset of the line's first byte, counted over all pieces.
    private var lineStart = 0
    private var offset = 0
    private var quoteLine = 0, quoteColumn = 0, quoteBytes = 0

    init(separator: UInt8) { self.separator = separator }

    /// - Parameter body: gets each line; it returns false to hear no more.
    /// - Returns: whether more is wanted.
    mutating func feed(_ piece: [UInt8], _ body: (Record) throws -> Bool) throws -> Bool {
        defer { offset += piece.count }
        return try piece.withUnsafeBufferPointer { try feed($0, body) }
    }

    private mutating func feed(_ piece: UnsafeBufferPointer<UInt8>, _ body: (Record) throws -> Bool) throws -> Bool {
        let quote = UInt8(ascii: "\"")
        var index = 0
        while index < piece.count {
            let byte = piece[index]
            if isAfterReturn {
                isAfterReturn = false
                if byte == 10 {
                    index += 1
                    lineStart = offset + index
                    continue
                }
            }
            switch state {
            case .quoted:
                let start = index
                while index < piece.count, piece[index] != quote {
                    if piece[index] == 10 {
                        line += 1
                        lineStart = offset + index + 1
                    }
                    index += 1
                }
                record.bytes.append(contentsOf: piece[start..<index])
                if record.bytes.count > Self.recordLimit { throw unclosed }
                if index < piece.count {
                    state = .afterQuote
                    index += 1
                }
            case .afterQuote where byte == quote:
                record.bytes.append(quote)
                state = .quoted
                index += 1
            case .start where byte == quote:
                begin()
                state = .quoted
                (quoteLine, quoteColumn, quoteBytes) = (line, offset + index - lineStart + 1, record.bytes.count)
                index += 1
            case .start, .plain, .afterQuote:
                begin()
                let start = index
                while index < piece.count, piece[index] != separator, piece[index] != 10, piece[index] != 13 { index += 1 }
                record.bytes.append(contentsOf: piece[start..<index])
                if record.bytes.count > Self.recordLimit { throw tooLong }
                state = .plain
                guard index < piece.count else { break }
                record.ends.append(record.bytes.count)
                state = .start
                let ending = piece[index]
                index += 1
                guard ending != separator else { continue }
                isAfterReturn = ending == 13
                line += 1
                lineStart = offset + index
                if try !deliver(body) { return false }
            }
        }
        return true
    }

    /// The last line, which may have no ending.
    mutating func finish(_ body: (Record) throws -> Bool) throws {
        if state == .quoted { throw unclosed }
        guard hasBegun else { return }
        record.ends.append(record.bytes.count)
        _ = try deliver(body)
    }

    @inline(__always)
    private mutating func begin() {
        guard !hasBegun else { return }
        hasBegun = true
        record.line = line
    }

    private mutating func deliver(_ body: (Record) throws -> Bool) throws -> Bool {
        defer {
            record.bytes.removeAll(keepingCapacity: true)
            record.ends.removeAll(keepingCapacity: true)
            hasBegun = false
            state = .start
        }
        return try body(record)
    }

    private var unclosed: ExportProblem {
        let continuations = record.bytes.prefix(quoteBytes).count { $0 & 0xC0 == 0x80 }
        return ExportProblem(
            line: quoteLine, column: max(1, quoteColumn - (quoteLine == record.line ? continuations : 0)),
            "a cell that begins with a quotation mark here never ends, so that what follows cannot be told apart",
            help: "Export the responses anew; or close the cell with a quotation mark.")
    }

    private var tooLong: ExportProblem {
        ExportProblem(
            line: record.line, column: 1, "this line has more than four million bytes: this is no table of responses",
            help: "Export the responses as CSV.")
    }
}
