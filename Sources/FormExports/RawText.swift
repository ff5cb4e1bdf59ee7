/// Finds tables in texts of other forms than CSV, as far as is needed to tell what they hold.
enum RawText {
    enum Form {
        case table, html, json, lists

        init(_ text: [UInt8]) {
            let first = String(decoding: text.drop { $0 <= 32 }.prefix(2000), as: UTF8.self).lowercased()
            if first.hasPrefix("<") && first.contains("<") && !first.hasPrefix("<svg") {
                self = .html
            } else if first.hasPrefix("["), first.dropFirst().drop(while: \.isWhitespace).first == "[" {
                self = .lists
            } else if first.hasPrefix("{"), let list = first.range(of: "\"values\"")?.upperBound, first[list...].filter({ !$0.isWhitespace }).hasPrefix(":[[") {
                // As Google Sheets gives a range to programs.
                self = .lists
            } else if first.hasPrefix("{") || first.hasPrefix("[{") || first.hasPrefix("[") && first.dropFirst().drop(while: \.isWhitespace).first == "{" {
                self = .json
            } else {
                self = .table
            }
        }
    }

    private static let mostRows = 200

    /// The rows of each table of a page, or of a spreadsheet saved as one.
    static func htmlTables(_ text: [UInt8]) -> [[[String]]] {
        var tables: [[[String]]] = [[]], row: [String]?, cell: [UInt8]?
        func endCell() {
            if let text = cell { row?.append(MarkdownText.unescaped(String(decoding: text, as: UTF8.self)).onOneLine) }
            cell = nil
        }
        func endRow() {
            endCell()
            if let cells = row, cells.contains(where: { !$0.isEmpty }), tables[tables.count - 1].count < mostRows { tables[tables.count - 1].append(cells) }
            row = nil
        }
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "<") else {
                cell?.append(text[index])
                index += 1
                continue
            }
            let end = text[index...].firstIndex(of: UInt8(ascii: ">")) ?? text.count
            let tag = String(decoding: text[(index + 1)..<max(index + 1, end)].prefix(12), as: UTF8.self).lowercased().prefix { $0.isLetter || $0 == "/" || $0 == ":" }
            switch tag {
            case "table": tables.append([])
            case "tr", "row": endRow(); row = []
            case "td", "th", "cell": endCell(); cell = []
            case "/td", "/th", "/cell": endCell()
            case "/tr", "/row", "/table": endRow()
            case "br", "br/", "p": cell?.append(32)
            default: break
            }
            index = end + 1
        }
        return tables.filter { $0.count > 1 }
    }

    /// The objects of a list in JSON as rows, with their keys as header.
    static func records(_ text: [UInt8]) -> [[String]] {
        var keys: [String] = [], records: [[String: String]] = [], stack: [[String: String]] = []
        var key: String?, index = 0
        while index < text.count, records.count < mostRows {
            switch text[index] {
            case UInt8(ascii: "\""):
                let string = string(text, &index)
                let next = text[min(index + 1, text.count)...].first { $0 > 32 }
                if next == UInt8(ascii: ":") {
                    key = string
                } else if let name = key, !stack.isEmpty {
                    stack[stack.count - 1][name] = string
                    key = nil
                }
            case UInt8(ascii: "{"): stack.append([:]); key = nil
            case UInt8(ascii: "}"):
                if let record = stack.popLast(), record.count > 1 {
                    for name in record.keys.sorted() where !keys.contains(name) && keys.count < 500 { keys.append(name) }
                    records.append(record)
                }
            case UInt8(ascii: "-"), 48...57:
                let end = text[index...].firstIndex { !"-+.eE0123456789".utf8.contains($0) } ?? text.count
                if let name = key, !stack.isEmpty { stack[stack.count - 1][name] = String(decoding: text[index..<end], as: UTF8.self) }
                key = nil
                index = end - 1
            default: break
            }
            index += 1
        }
        return records.isEmpty ? [] : [keys] + records.map { record in keys.map { record[$0] ?? "" } }
    }

    /// The lists of a list in JSON.
    static func lists(_ text: [UInt8]) -> [[String]] {
        var rows: [[String]] = [], row: [String]?, index = 0
        while index < text.count, rows.count < mostRows {
            switch text[index] {
            case UInt8(ascii: "["): row = []
            case UInt8(ascii: "]"):
                if let row, !row.isEmpty { rows.append(row) }
                row = nil
            case UInt8(ascii: "\""):
                let string = string(text, &index)
                row?.append(string)
            case UInt8(ascii: ","), 0...32: break
            default:
                let end = text[index...].firstIndex { $0 <= 32 || ",]}".utf8.contains($0) } ?? text.count
                let word = String(decoding: text[index..<end], as: UTF8.self)
                row?.append(word == "null" ? "" : word)
                index = max(index, end - 1)
            }
            index += 1
        }
        return rows
    }

    /// - Parameter index: at its first quotation mark; at its last one afterwards.
    private static func string(_ text: [UInt8], _ index: inout Int) -> String {
        var bytes: [UInt8] = []
        index += 1
        while index < text.count, text[index] != UInt8(ascii: "\"") {
            if text[index] == UInt8(ascii: "\\"), index + 1 < text.count {
                index += 1
                bytes.append(text[index] == UInt8(ascii: "n") ? 32 : text[index])
            } else {
                bytes.append(text[index])
            }
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self).onOneLine
    }

    /// Lines of a page that follow each other and may be a table.
    struct Block {
        enum Kind { case table, separated }

        let kind: Kind
        /// Of its header, counted from 1.
        let line: Int
        let lines: [ArraySlice<UInt8>]

        func rows(atMost most: Int = mostRows) -> [[String]] { lines.prefix(most).map(cells) }
        func contains(_ byte: UInt8) -> Bool { lines.contains { $0.contains(byte) } }
        /// Whether its second line may hold an address of a machine.
        var hasAddresses: Bool { lines.dropFirst().first.map { line in [UInt8(ascii: "."), UInt8(ascii: ":")].contains { mark in line.count { $0 == mark } > 2 } } ?? false }
    }

    /// Tables in Markdown, and lines with a separator that comes as often in each, wherever they stand: below paragraphs,
    /// fenced, quoted, in a list.
    static func blocks(_ text: [UInt8]) -> [Block] {
        var blocks: [Block] = [], lines: [ArraySlice<UInt8>] = [], start = 0
        var number = 0
        for line in text.split(separator: 10, omittingEmptySubsequences: false) {
            number += 1
            let line = line.drop { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ">") }
            if line.isEmpty || line.first == 13 || line.count >= 20_000 || line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) {
                if lines.count > 1, let block = block(lines, from: start) { blocks.append(block) }
                lines.removeAll(keepingCapacity: true)
            } else {
                if lines.isEmpty { start = number }
                lines.append(line)
            }
        }
        if lines.count > 1, let block = block(lines, from: start) { blocks.append(block) }
        return blocks
    }

    private static func block(_ lines: [ArraySlice<UInt8>], from start: Int) -> Block? {
        if let rule = lines.firstIndex(where: { $0.allSatisfy { "|-: \t\r".utf8.contains($0) } && $0.contains(UInt8(ascii: "-")) && $0.contains(UInt8(ascii: "|")) }), rule > 0 {
            let rows = ([lines[rule - 1]] + lines[(rule + 1)...]).prefix { $0.contains(UInt8(ascii: "|")) }
            return rows.count > 1 ? Block(kind: .table, line: start + rule - 1, lines: Array(rows.prefix(mostRows))) : nil
        }
        // Each separator's count in a line, where those of the next are as many; commas of a sentence, in three lines.
        var before: [Counts] = []
        for (index, line) in lines.enumerated() {
            let counts = Counts(line)
            if let last = before.last, last.repeats(counts) {
                // A header may have other marks in its words.
                let first = index > 1 && before[index - 2].isSeparated ? index - 2 : index - 1
                return Block(kind: .separated, line: start + first, lines: Array(lines[first...].prefix(mostRows)))
            }
            if before.count > 1, counts.loose > 1, before.suffix(2).allSatisfy({ $0.loose == counts.loose }) {
                return Block(kind: .separated, line: start + index - 2, lines: Array(lines[(index - 2)...].prefix(mostRows)))
            }
            before.append(counts)
        }
        return nil
    }

    /// How many commas, semicolons, tabs and bars a line has outside of quotation marks.
    private struct Counts {
        var commas = 0, semicolons = 0, tabs = 0, bars = 0
        /// Commas with a space behind them.
        var loose = 0

        init(_ line: ArraySlice<UInt8>) {
            var isQuoted = false, last: UInt8 = 0
            for byte in line {
                defer { last = byte }
                // A sentence's mark has a space behind it, or ends the line.
                if byte == 32 || byte == 13, !isQuoted {
                    if last == UInt8(ascii: ",") { commas -= 1; loose += 1 } else if last == UInt8(ascii: ";") { semicolons -= 1 }
                }
                switch byte {
                case UInt8(ascii: "\""): isQuoted.toggle()
                case UInt8(ascii: ",") where !isQuoted: commas += 1
                case UInt8(ascii: ";") where !isQuoted: semicolons += 1
                case 9 where !isQuoted: tabs += 1
                case UInt8(ascii: "|") where !isQuoted: bars += 1
                default: break
                }
            }
        }

        var isSeparated: Bool { commas + semicolons + tabs + bars > 0 }

        func repeats(_ other: Counts) -> Bool {
            commas > 0 && commas == other.commas || semicolons > 0 && semicolons == other.semicolons || tabs > 0 && tabs == other.tabs || bars > 0 && bars == other.bars
        }
    }

    private static func cells(_ line: ArraySlice<UInt8>) -> [String] {
        var cells: [[UInt8]] = [[]], isEscaped = false
        for byte in line where byte != 13 {
            if !isEscaped, byte == UInt8(ascii: "\\") {
                isEscaped = true
                continue
            }
            if byte == UInt8(ascii: "|"), !isEscaped { cells.append([]) } else { cells[cells.count - 1].append(byte) }
            isEscaped = false
        }
        var texts = cells.map { String(decoding: $0, as: UTF8.self).onOneLine }.map { String($0.drop { $0 == " " }) }
        if texts.first == "" { texts.removeFirst() }
        if texts.last == "" { texts.removeLast() }
        return texts
    }
}
