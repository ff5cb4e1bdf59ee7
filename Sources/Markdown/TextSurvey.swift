/// One pass over a text before cmark sees it: where its lines begin, which extensions it needs, and whether it would take
/// unreasonable time or memory.
///
/// libcmark-gfm 0.29.0.gfm.6 takes time by the square (or worse) of the text for some inputs that no person writes.
/// Nesting and tables are bounded outright. For the others the survey adds up how many steps the library would take at
/// most; the constants are nanoseconds for a step, measured, and `patience` is what a text may cost altogether.
struct TextSurvey {
    private(set) var lineStarts: [Int32] = []
    private(set) var needs: CMarkLibrary.Needs = []

    private static let patience = 200_000_000.0

    private let text: UnsafeBufferPointer<UInt8>
    private let firstLine: Int
    private var cost = 0.0
    private var containers = ContainerDepth()

    /// The text between two blank lines, which is never less than what cmark reads as one paragraph.
    private struct Run {
        var start = 0
        var lines = 0
        var line = 0
        /// `<?` and `<!`, each searched for an end up to the paragraph's.
        var declarations = 0
        /// `![`, walked past by everything that looks for the bracket it is in.
        var images = 0
        var brackets = 0
    }
    private var run = Run()

    /// What has no white space in it, as far as it holds what may begin or end an autolink.
    private struct Word {
        var start = -1
        var end = -1
        var marks = 0
    }
    private var word = Word()

    private var tables = TableCost()

    init(_ text: UnsafeBufferPointer<UInt8>, firstLine: Int) {
        self.text = text
        self.firstLine = firstLine
        lineStarts.reserveCapacity(text.count / 40 + 8)
    }

    mutating func read() throws(MarkdownLimit) {
        guard text.count <= MarkdownLimit.size else {
            throw MarkdownLimit(line: firstLine, what: .size(bytes: text.count))
        }
        var start = 0
        while start < text.count {
            lineStarts.append(Int32(start))
            let end = readLine(from: start)
            let line = UnsafeBufferPointer(rebasing: text[start..<end])
            try finish(line, from: start)
            start = end
            if start < text.count {
                start += text[start] == 0x0D && start + 1 < text.count && text[start + 1] == 0x0A ? 2 : 1
            }
        }
        try endRun(at: text.count)
    }

    // MARK: - Bytes

    /// Counts what a line holds.
    /// - Returns: the offset of its end.
    private mutating func readLine(from start: Int) -> Int {
        // The bytes that matter, as two masks: `\n \r & ) : <` below 64, `@ [ ] w ~` from there.
        let low: UInt64 = 1 << 0x0A | 1 << 0x0D | 1 << 0x26 | 1 << 0x29 | 1 << 0x3A | 1 << 0x3C
        let high: UInt64 = 1 << 0x00 | 1 << 0x1B | 1 << 0x1D | 1 << 0x37 | 1 << 0x3E
        var index = start
        while index < text.count {
            let byte = text[index]
            if byte < 128, (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 != 0 {
                switch byte {
                case 0x0A, 0x0D: return index
                case UInt8(ascii: "~"): needs.insert(.strikethrough)
                case UInt8(ascii: "["):
                    if index > 0, text[index - 1] == UInt8(ascii: "!") { run.images += 1 }
                case UInt8(ascii: "]"): run.brackets += 1
                case UInt8(ascii: "<"):
                    let next = byteAt(index + 1)
                    if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") { run.declarations += 1 }
                case UInt8(ascii: "w"):
                    run.brackets += 1
                    if byteAt(index + 1) == byte, byteAt(index + 2) == byte, byteAt(index + 3) == UInt8(ascii: ".") {
                        needs.insert(.autolink)
                        mark(index)
                    }
                case UInt8(ascii: ":"):
                    run.brackets += 1
                    if byteAt(index + 1) == UInt8(ascii: "/"), byteAt(index + 2) == UInt8(ascii: "/") {
                        needs.insert(.autolink)
                        mark(index)
                    }
                case UInt8(ascii: "@"):
                    needs.insert(.autolink)
                    mark(index)
                case UInt8(ascii: "&"):
                    // An at sign may hide in an entity.
                    if byteAt(index + 1) == UInt8(ascii: "#") || byteAt(index + 1) == UInt8(ascii: "c") {
                        needs.insert(.autolink)
                    }
                default: mark(index)
                }
            }
            index += 1
        }
        return index
    }

    private func byteAt(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }

    /// Takes in a byte that makes cmark look at the whole word around it.
    private mutating func mark(_ index: Int) {
        if word.end >= 0 {
            if endOfWord(before: index) == index {
                word.end = index + 1
                word.marks += 1
                return
            }
            endWord(before: index)
        }
        var start = index
        while start > 0, !Self.isSpace(text[start - 1]) { start -= 1 }
        word = Word(start: start, end: index + 1, marks: 1)
    }

    private func endOfWord(before limit: Int) -> Int {
        var end = word.end
        while end < limit, !Self.isSpace(text[end]) { end += 1 }
        return end
    }

    private mutating func endWord(before limit: Int) {
        if word.marks > 1 { cost += 3 * Double(word.marks) * Double(endOfWord(before: limit) - word.start) }
        word = Word()
    }

    // MARK: - Lines

    private mutating func finish(_ line: UnsafeBufferPointer<UInt8>, from start: Int) throws(MarkdownLimit) {
        var first = 0
        while first < line.count, line[first] == 0x20 || line[first] == 0x09 { first += 1 }
        let number = firstLine + lineStarts.count - 1
        if let depth = containers.enter(line, indentation: first), depth > MarkdownLimit.nesting {
            throw MarkdownLimit(line: number, what: .nesting(depth: depth))
        }
        // Behind quotation marks a line may be blank, too, but taking the runs too long is safe.
        guard first < line.count else {
            tables.end()
            return try endRun(at: start)
        }
        if run.lines == 0 { (run.start, run.line) = (start, number) }
        run.lines += 1
        if let what = tables.read(line, linesAbove: run.lines - 1, bytesAbove: start - run.start) {
            throw MarkdownLimit(line: number, what: what)
        }
        if tables.cost + cost > Self.patience { try endRun(at: start + line.count) }
    }

    private mutating func endRun(at end: Int) throws(MarkdownLimit) {
        if word.end >= 0 { endWord(before: end) }
        defer { run = Run() }
        let line = run.lines > 0 ? run.line : firstLine + max(lineStarts.count, 1) - 1
        func check(_ what: MarkdownLimit.What) throws(MarkdownLimit) {
            if cost + tables.cost > Self.patience { throw MarkdownLimit(line: line, what: what) }
        }
        if tables.cost > Self.patience { throw MarkdownLimit(line: line, what: .linesBeforeTable(run.lines)) }
        try check(.openers("www."))
        cost += 0.6 * Double(run.declarations) * Double(end - run.start)
        try check(.openers("<!"))
        cost += 8 * Double(run.images) * Double(run.brackets)
        try check(.openers("!["))
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
