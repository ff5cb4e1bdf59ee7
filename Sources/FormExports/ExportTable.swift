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
        let first = String(decoding: head.text.drop { $0 <= 32 }.prefix(200), as: UTF8.self).lowercased()
        if first.hasPrefix(anyOf: ["<!doctype", "<html", "<?xml", "<table", "<head", "<body"]) {
            throw ExportProblem(
                line: 1, column: 1, "this is a page of the web, not the text of a table",
                help: "It may be the page that asks to sign in, or a spreadsheet saved as a page: export the responses as CSV.")
        }
        if first.hasPrefix("{") || first.hasPrefix("[") && first.dropFirst().drop(while: \.isWhitespace).first.map({ "{[\"".contains($0) }) ?? false {
            throw Self.noTable("JSON")
        }
        if head.text.prefix(4096).count(where: { $0 < 9 || (14..<32).contains($0) }) * 50 > min(head.text.count, 4096) {
            throw Self.noTable("a file of bytes")
        }
        if encoding == .windows1252, Self.isDense(head.raw) {
            throw ExportProblem(
                line: 1, column: 1, "it cannot be told how the letters of this file are written",
                help: "Open it where its letters look right, and save it as “CSV UTF-8 (comma delimited)”.")
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

    /// Leaves out lines above the header.
    mutating func skip(_ lines: Int) { skipped += lines }

    /// How many lines hold a title alone, above a header of several cells.
    static func titleLines(_ rows: [[String]]) -> Int {
        let filled = rows.prefix(6).map { row in row.count { !$0.onOneLine.isEmpty } }
        guard let header = filled.prefix(5).firstIndex(where: { $0 > 1 }), header > 0,
            rows.prefix(header).allSatisfy({ !($0.first ?? "").isEmpty }), !rows[header].contains(where: ExportLayout.isAnswer),
            // Else the first line asks the only question, and beside its answers stands something else.
            rows[header].count(where: { Number($0) == nil && !$0.isEmpty }) * 2 > filled[header], !rows[0][0].contains(where: { "?？؟".contains($0) })
        else { return 0 }
        return header
    }

    /// Refuses text that is cut into cells by chance.
    static func refuseWhatIsNone(_ rows: [[String]], below titles: Int) throws(ExportProblem) {
        if let first = rows.first?.first, rows[0].dropFirst().allSatisfy(\.isEmpty), first == "---" || first.hasPrefix(anyOf: ["# ", "## ", "```"]) {
            throw noTable("a text")
        }
        let rows = rows.dropFirst(titles), width = rows.first?.count ?? 0
        let longer = rows.dropFirst().count { row in row.count > width && row[width...].contains { !$0.isEmpty } }
        if longer * 3 > rows.count, rows.count > 3 { throw noTable("a text whose lines have more cells than its first") }
    }

    private static func noTable(_ what: String) -> ExportProblem {
        ExportProblem(
            line: 1, column: 1, "this is \(what), not a table of responses",
            help: "Export the responses as CSV; the first line has to hold the questions.")
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
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")]
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

    /// Whether bytes above 7F stand together by four and more, or among few letters, as they do in Chinese, Arabic or Russian,
    /// and not in Windows-1252.
    static func isDense(_ bytes: [UInt8]) -> Bool {
        var high = 0, dense = 0, run = 0, letters = 0
        for byte in bytes + [0] {
            if byte >= 0x80 { run += 1; continue }
            if (byte | 32) >= 97 && (byte | 32) <= 122 { letters += 1 }
            high += run
            if run >= 4 { dense += run }
            run = 0
        }
        return high >= 20 && (dense * 2 >= high || high >= letters)
    }

    private static let signatures: [(bytes: [UInt8], file: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "a packed file or an Excel workbook"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"), ([0x1F, 0x8B], "a packed file"), (Array("7z".utf8) + [0xBC], "a packed file"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"), (Array("SQLite format 3".utf8), "a database"),
        (Array("%PDF-".utf8), "a PDF file"),
        (Array("{\\rtf".utf8), "a file of a word processor"),
    ]
}
