/// Finds tables in texts of other forms than CSV, as far as is needed to tell what they hold.
enum RawText {
    enum Form {
        case table, html, json

        init(_ text: [UInt8]) {
            let first = String(decoding: text.drop { $0 <= 32 }.prefix(2000), as: UTF8.self).lowercased()
            if first.hasPrefix("<") && first.contains("<") && !first.hasPrefix("<svg") {
                self = .html
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
                let string = String(decoding: bytes, as: UTF8.self).onOneLine
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

    /// A table of a page in Markdown.
    struct PageTable {
        /// Of its header, counted from 1.
        let line: Int
        fileprivate let lines: [ArraySlice<UInt8>]

        var rowCount: Int { lines.count }
        func rows(atMost most: Int = mostRows) -> [[String]] { lines.prefix(most).map(cells) }
        func contains(_ byte: UInt8) -> Bool { lines.contains { $0.contains(byte) } }
    }

    static func markdownTables(_ text: [UInt8]) -> [PageTable] {
        var tables: [PageTable] = [], rows: [ArraySlice<UInt8>] = [], start = 0, isTable = false
        let lines = text.split(separator: 10, omittingEmptySubsequences: false)
        for (number, line) in (lines + [[]]).enumerated() {
            let line = line.drop { $0 == 32 || $0 == 9 }
            if line.contains(UInt8(ascii: "|")), line.count < 20_000 {
                if rows.isEmpty { start = number + 1 }
                if line.allSatisfy({ "|-: \t\r".utf8.contains($0) }), line.contains(UInt8(ascii: "-")) {
                    isTable = rows.count == 1
                } else if rows.count < mostRows {
                    rows.append(line)
                }
            } else {
                if isTable, rows.count > 1 { tables.append(.init(line: start, lines: rows)) }
                (rows, isTable) = ([], false)
            }
        }
        return tables
    }

    /// What stands below a page's front matter, and on which line that begins.
    static func body(_ text: [UInt8]) -> (line: Int, text: ArraySlice<UInt8>) {
        let lines = text.split(separator: 10, omittingEmptySubsequences: false)
        let isEnd = { (line: ArraySlice<UInt8>) in line.elementsEqual("---".utf8) || line.elementsEqual("---\r".utf8) }
        guard let first = lines.first, isEnd(first), let end = lines.dropFirst().firstIndex(where: isEnd), end + 1 < lines.count else { return (1, text[...]) }
        return (end + 2, text[lines[end + 1].startIndex...])
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
