/// The lines of an export, as often as they are wanted.
struct ExportTable {
    let source: ExportSource
    let encoding: ExportEncoding
    let separator: UInt8
    /// Excel's `sep=;` and blank lines above the header.
    private(set) var skipped = 0

    /// Tells the encoding and the separator; refuses what is no text.
    init(_ source: ExportSource) throws {
        let encoding = try ExportEncoding.detect(source)
        let head = try Self.head(source, encoding)
        if let program = Self.signatures.first(where: { head.raw.starts(with: $0.bytes) })?.file {
            throw ExportProblem(
                line: 1, column: 1, "this is \(program), not the text of a table",
                help: "Open it in a spreadsheet and save it as “CSV UTF-8 (comma delimited)”, or choose CSV where you export the responses.")
        }
        guard head.text.contains(where: { $0 > 32 }) else {
            throw ExportProblem.emptyFile
        }
        self.init(source, encoding, head.text)
    }

    /// The beginning of a file, of which the last line is left out where the file goes on.
    init(prefix bytes: [UInt8]) {
        let encoding = ExportEncoding.detect(prefix: bytes)
        var decoder = ExportDecoder(encoding)
        self.init(ExportSource(bytes), encoding, decoder.decode(bytes))
    }

    private init(_ source: ExportSource, _ encoding: ExportEncoding, _ head: [UInt8]) {
        self.source = source
        self.encoding = encoding
        if head.count >= 5, head.prefix(4).elementsEqual("sep=".utf8), head.count == 5 || head[5] == 10 || head[5] == 13 {
            separator = head[4]
            skipped = 1
        } else {
            separator = Self.separator(of: head)
        }
    }

    /// Every line with something in it, the header's first.
    /// - Parameter body: gets the line's number among them, from 0, and the line; it returns false to hear no more.
    func forEach(_ body: (Int, Record) throws -> Bool) throws {
        let next = try source.open()
        var decoder = ExportDecoder(encoding)
        var parser = RecordParser(separator: separator)
        var number = -skipped
        let take: (Record) throws -> Bool = { record in
            if record.isBlank { return true }
            defer { number += 1 }
            return number < 0 ? true : try body(number, record)
        }
        while true {
            let piece = try next()
            if piece.isEmpty { break }
            if try !parser.feed(decoder.decode(piece), take) { return }
        }
        try parser.finish(take)
    }

    private static func head(_ source: ExportSource, _ encoding: ExportEncoding) throws -> (raw: [UInt8], text: [UInt8]) {
        let next = try source.open()
        var raw: [UInt8] = []
        while raw.count < 1 << 18 {
            let piece = try next()
            if piece.isEmpty { break }
            raw += piece
        }
        var decoder = ExportDecoder(encoding)
        return (raw, decoder.decode(raw))
    }

    /// The separator that cuts most of the first lines into as many cells as the first has.
    private static func separator(of head: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
        let scores = candidates.map { separator -> (Double, Int) in
            var counts: [Int] = []
            var parser = RecordParser(separator: separator)
            // A quotation mark that is not closed is told of later, with its place.
            _ = try? parser.feed(Array(head.prefix(1 << 18))) { record in
                if !record.isBlank { counts.append(record.count) }
                return counts.count < 40
            }
            if counts.isEmpty { try? parser.finish { counts.append($0.count); return false } }
            guard let first = counts.first, first > 1 else { return (0, 0) }
            return (Double(counts.count { $0 == first }) / Double(counts.count), first)
        }
        var best = 0
        for index in scores.indices.dropFirst() {
            let (one, other) = (scores[index], scores[best])
            if one.0 > other.0 + 0.2 || abs(one.0 - other.0) <= 0.2 && one.1 > other.1 { best = index }
        }
        return candidates[best]
    }

    private static let signatures: [(bytes: [UInt8], file: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "a packed file or an Excel workbook"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
        (Array("%PDF-".utf8), "a PDF file"),
        (Array("{\\rtf".utf8), "a file of a word processor"),
    ]
}
