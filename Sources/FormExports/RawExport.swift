/// Tells a form tool's raw export, in which each row is a person, from a table that may be published.
///
/// Every file is judged by what stands in it, whatever it is called: an export that was renamed is one still. Workbooks,
/// archives and databases cannot be looked into, and are refused as such.
package struct RawExport {
    /// Enough of a file to tell.
    package static let prefixLength = 64 << 10
    /// Enough for a header and some rows.
    private static let pastedLength = 8 << 10

    /// Why a file looks like a raw export; nil where it does not.
    ///
    /// A tabulated file (`question,answer,group,count`), a directory, a list of dates or of schools is none.
    /// - Parameter prefix: the file's beginning, cut anywhere, or all of it.
    package static func reason(_ prefix: [UInt8]) -> String? {
        let bytes = Array(prefix.prefix(prefixLength))
        if let container = container(bytes) { return container }
        guard let text = text(bytes) else { return nil }
        switch RawText.Form(text) {
        case .table:
            let rows = rows(of: bytes)
            return reason(rows, isPage: false) ?? unreadable(bytes, rows)
        case .lists: return reason(RawText.lists(text), isPage: false)
        case .html: return RawText.htmlTables(text).lazy.compactMap { reason($0, isPage: false) }.first
        case .json: return reason(RawText.records(text), isPage: false)
        }
    }

    /// The same of a page's text: the first table that holds answers of people, with its line.
    package static func reason(page text: [UInt8]) -> (line: Int, reason: String)? {
        for block in RawText.blocks(text) {
            switch block.kind {
            case .table:
                // Of a few rows in which nobody can be found, no more than a tool's own columns tells.
                let isJudged = block.lines.count > 8 || block.contains(UInt8(ascii: "@")) || block.hasAddresses || block.lines[0].contains(UInt8(ascii: "?")) && block.lines.count > 3
                if let reason = isJudged ? reason(block.rows(), isPage: true) : tool(block.rows(atMost: 4)) { return (block.line, reason) }
            case .separated:
                // An export that was pasted.
                let rows = rows(of: Array(block.lines.joined(separator: [10]).prefix(pastedLength)))
                guard rows.count > 1 else { continue }
                if let reason = rows[0].count > 2 ? tool(rows) ?? reason(rows, isPage: true) : reason(rows, isPage: true) { return (block.line, reason) }
            }
        }
        return nil
    }

    // MARK: Files that cannot be looked into

    private static func container(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
            // Of documents of a word processor or slides the names of the parts tell; of books and drawings the first part.
            let head = bytes.prefix(4096)
            let documents = ["word/", "ppt/", "opendocument.text", "opendocument.presentation", "opendocument.graphics", "epub+zip"]
            if documents.contains(where: { contains(head, $0) }) { return nil }
            let isWorkbook = contains(bytes[...], "xl/") || contains(head, "opendocument.spreadsheet")
            return "it is \(isWorkbook ? "a spreadsheet’s workbook" : "an archive"), which may hold one row a person"
        }
        for (signature, kind) in signatures where bytes.starts(with: signature) {
            return "it is \(kind), which may hold one row a person"
        }
        // An old workbook: of the same container as old documents, from which its stream's name tells it.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]), !contains(bytes[...], wide("WordDocument")), !contains(bytes[...], wide("PowerPoint")) {
            return "it is an old spreadsheet’s workbook or a database, which may hold one row a person"
        }
        return nil
    }

    private static let signatures: [([UInt8], String)] = [
        ([0x1F, 0x8B], "an archive"), ([0x37, 0x7A, 0xBC, 0xAF], "an archive"), (Array("Rar!".utf8), "an archive"), (Array("BZh".utf8), "an archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an archive"), ([0x28, 0xB5, 0x2F, 0xFD], "an archive"), (Array("SQLite format 3".utf8), "a database"),
        ([0, 1, 0, 0] + Array("Standard ".utf8), "a database"), (Array("$FL2".utf8), "a file of SPSS"), (Array("<stata_dta>".utf8), "a file of Stata"),
        (Array("PAR1".utf8), "a table in Parquet"),
    ]

    private static func wide(_ text: String) -> String { text.map { "\($0)\0" }.joined() }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        let part = Array(text.utf8)
        guard bytes.count >= part.count, let first = part.first else { return false }
        var index = bytes.startIndex
        while let found = bytes[index...].firstIndex(of: first), found + part.count <= bytes.endIndex {
            if bytes[found..<found + part.count].elementsEqual(part) { return true }
            index = found + 1
        }
        return false
    }

    /// A table whose letters cannot be read, as of Chinese in GB 18030 or Big5.
    private static func unreadable(_ bytes: [UInt8], _ rows: [[String]]) -> String? {
        guard let header = rows.first, header.count > 1, rows.count > 3, rows.count(where: { $0.count == header.count }) * 10 >= rows.count * 8,
            ExportEncoding.detect(prefix: bytes) == .windows1252, ExportTable.isDense(bytes)
        else { return nil }
        return "it is a table whose letters cannot be read (save it as “CSV UTF-8”), which may hold one row a person"
    }

    /// In UTF-8; nil where it is no text.
    private static func text(_ bytes: [UInt8]) -> [UInt8]? {
        var decoder = ExportDecoder(ExportEncoding.detect(prefix: bytes))
        let text = decoder.decode(bytes)
        return text.count { $0 < 9 || (14..<32).contains($0) } * 50 > text.count ? nil : text
    }

    private static func rows(of bytes: [UInt8]) -> [[String]] {
        let table = ExportTable(prefix: bytes)
        var rows: [[String]] = []
        // Where the end is cut off within a cell, what was read before it tells enough.
        try? table.forEach { _, record in
            guard record.count <= 5000 else { return false }
            rows.append(record.texts)
            return rows.count < 200
        }
        return rows
    }

    // MARK: Rows

    /// - Parameter isPage: whether staff wrote the table into a page: an address beside a name is meant there.
    private static func reason(_ rows: [[String]], isPage: Bool) -> String? {
        // A single column, of what people wrote.
        if rows.count > 8, rows.allSatisfy({ $0.count == 1 }) { return RawTable(rows).reason(isPage: isPage) }
        // Titles, or another table, may stand above the header.
        var most = 0, isFirst = true, judged = 0
        for start in rows.indices {
            let filled = rows[start].count { !$0.isEmpty }
            defer { most = max(most, filled) }
            guard filled > 1 else { continue }
            let isHeader = start < 20 && most * 2 <= filled || !isFirst && start > 0 && rows[start].count != rows[start - 1].count
                && start + 2 < rows.count && rows[start + 1].count == rows[start].count && rows[start + 2].count == rows[start].count
            guard isHeader, judged < 8 else { continue }
            judged += 1
            isFirst = false
            if let reason = reason(below: Array(rows[start...]), isPage: isPage) { return reason }
        }
        return nil
    }

    private static func reason(below rows: [[String]], isPage: Bool) -> String? {
        let header = rows[0]
        // As far as lines are as long; what follows may be another table.
        let own = rows.dropFirst().prefix { $0.count == header.count }, isWhole = own.count * 10 >= (rows.count - 1) * 6
        let isEven = rows.dropFirst().count { $0.count == header.count } * 10 >= (rows.count - 1) * 6
        let table = RawTable(isEven || own.count < 3 ? rows : [header] + own)
        if let tool = tool(rows, table) { return tool }
        return isEven || isWhole || own.count > 7 ? table.reason(isPage: isPage) : nil
    }

    /// - Parameter table: nil where its columns are not read yet.
    private static func tool(_ rows: [[String]], _ table: RawTable? = nil) -> String? {
        guard let layout = try? ExportLayout(rows) else { return nil }
        switch layout.tool {
        case .plain: return nil
        case .googleForms, .googleSheets:
            // Instruments write timestamps as well.
            let isSigned = layout.columns.contains { $0.metadata == .email || $0.metadata == .username }
            guard isSigned || (table ?? RawTable(rows)).asks else { return nil }
        case .microsoftForms:
            // A list of projects has a number and two days as well.
            let isSigned = layout.columns.contains { [.email, .username, .name].contains($0.metadata) }
            guard isSigned || (table ?? RawTable(rows)).asks else { return nil }
        case .surveyMonkey, .qualtrics: break
        }
        let titles = layout.columns.filter { $0.metadata != nil }.prefix(3).map { "‘\($0.title.prefix(40))’" }.joined(separator: ", ")
        return "it looks like a raw export of \(layout.tool.rawValue), with one row a person (columns \(titles))"
    }
}
