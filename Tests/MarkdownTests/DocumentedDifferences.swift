/// Turns the library's HTML into what ours has to be, byte for byte: each step is a difference that `HTMLWriter`
/// documents, and nothing else is touched.
///
/// The words are those of an `HTMLStyle()` without arguments; headings have the ids `h1`, `h2`, … in their order.
struct DocumentedDifferences {
    /// Tags and, between them, texts.
    private var pieces: [String]
    private let raw: [Reference.Raw]

    static func apply(to reference: Reference) -> String {
        var html = DocumentedDifferences(reference)
        html.writeElementsWithoutSlash()
        html.markRawHTML()
        html.nameHeadings()
        html.moveCaptions()
        html.rewriteTables()
        html.sayTasksInWords()
        html.nameFootnotes()
        html.writeRawHTML()
        html.nameLoneLinks()
        return String(decoding: labelCells(Array(html.pieces.joined().utf8)), as: UTF8.self)
    }

    /// From four columns on, the cells below a header say its words.
    private static func labelCells(_ html: [UInt8]) -> [UInt8] {
        let tag = Array("<div class=\"table".utf8)
        var output: [UInt8] = [], rest = html[...]
        while let start = rest.firstRange(of: tag) {
            output += rest[..<start.upperBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: Array("</table>".utf8)) else { break }
            let cells = cells(of: rest[..<end.lowerBound])
            let columns = cells.prefix { !$0.isInBody }.map { words(of: rest[$0.content]) }
            if columns.count >= 4 { output += " records".utf8 }
            for (number, cell) in cells.enumerated() {
                let words = columns.count < 4 || !cell.isInBody ? [] : columns[(number - columns.count) % columns.count]
                output += rest[rest.startIndex..<cell.tagEnd]
                if !words.isEmpty { output += Array(" data-label=\"".utf8) + words + [UInt8(ascii: "\"")] }
                rest = rest[cell.tagEnd...]
            }
        }
        return output + rest
    }

    private static func cells(of table: ArraySlice<UInt8>) -> [(isInBody: Bool, isHeader: Bool, tagEnd: Int, content: Range<Int>)] {
        var cells: [(isInBody: Bool, isHeader: Bool, tagEnd: Int, content: Range<Int>)] = [], position = table.startIndex, isInBody = false
        while let open = table[position...].firstIndex(of: UInt8(ascii: "<")), let close = table[open...].firstIndex(of: UInt8(ascii: ">")) {
            let name = table[open...].prefix(4)
            position = close + 1
            if name.elementsEqual("<tbo".utf8) { isInBody = true }
            guard name.starts(with: "<th".utf8) || name.starts(with: "<td".utf8), !name.elementsEqual("<the".utf8) else { continue }
            let isHeader = name.starts(with: "<th".utf8)
            guard let end = table[position...].firstRange(of: Array((isHeader ? "</th>" : "</td>").utf8)) else { break }
            cells.append((isInBody, isHeader, close, position..<end.lowerBound))
            position = end.upperBound
        }
        return cells
    }

    private static func words(of html: ArraySlice<UInt8>) -> [UInt8] {
        var words: [UInt8] = [], isTag = false
        for byte in html {
            if byte == UInt8(ascii: "<") { isTag = true }
            if !isTag { words.append(byte == 10 ? 32 : byte) }
            if byte == UInt8(ascii: ">") { isTag = false }
        }
        return words
    }

    private init(_ reference: Reference) {
        raw = reference.raw
        pieces = ByteText(reference.html).pieces
    }

    private func piece(_ index: Int) -> String { pieces.indices.contains(index) ? pieces[index] : "" }

    /// An item that is a link and nothing else says so.
    private mutating func nameLoneLinks() {
        pieces.removeAll(where: \.isEmpty)
        for end in pieces.indices.dropFirst(2) where pieces[end] == "</li>" && pieces[end - 1].hasSuffix("</a>") {
            guard let link = pieces[..<end].lastIndex(where: { $0.hasPrefix("<a ") }), piece(link - 1) == "<li>" else { continue }
            pieces[link - 1] = "<li class=\"alone\">"
        }
    }

    private mutating func writeElementsWithoutSlash() {
        for index in pieces.indices where pieces[index].hasSuffix(" />") && pieces[index].hasPrefix("<") {
            pieces[index] = pieces[index].dropLast(3) + ">"
        }
    }

    // MARK: - Raw HTML

    private static let omitted = "<!-- raw HTML omitted -->"
    private static let block = "<block of raw HTML>"
    private static let refused = "<refused raw HTML>"
    private static let passing = "<passing raw HTML>"

    private mutating func markRawHTML() {
        var following = raw.makeIterator()
        for index in pieces.indices where pieces[index] == Self.omitted {
            switch following.next() {
            case .block: pieces[index] = Self.block
            case .refusedInline: pieces[index] = Self.refused
            case .passingInline: pieces[index] = Self.passing
            case nil: break
            }
        }
    }

    /// Tags that pass stand as they were written; blocks go with the line that they are on.
    private mutating func writeRawHTML() {
        var literals = raw.compactMap { if case .passingInline(let literal) = $0 { literal } else { nil } }.makeIterator()
        for index in pieces.indices {
            switch pieces[index] {
            case Self.passing: pieces[index] = literals.next() ?? pieces[index]
            case Self.refused:
                pieces[index] = ""
                // The block that follows begins on a line of its own, but needs no second break for that.
                let last = pieces[..<index].last { !$0.isEmpty }
                if last?.hasSuffix("\n") == true, piece(index + 1) == "\n", Self.isBlockTag(piece(index + 2)),
                    !piece(index + 2).hasPrefix("</")
                {
                    pieces[index + 1] = ""
                }
            case Self.block:
                pieces[index] = ""
                if piece(index + 1).hasPrefix("\n") { pieces[index + 1].removeFirst() }
            default: break
            }
        }
    }

    // MARK: - Headings, tasks, footnotes

    private static let headingTags: Set = ["<h1>", "<h2>", "<h3>", "<h4>", "<h5>", "<h6>"]

    private mutating func nameHeadings() {
        var number = 0
        for index in pieces.indices where Self.headingTags.contains(pieces[index]) {
            number += 1
            pieces[index] = pieces[index].dropLast() + " id=\"h\(number)\">"
        }
    }

    private mutating func sayTasksInWords() {
        for index in pieces.indices where pieces[index].hasPrefix("<input ") && piece(index - 1) == "<li>" {
            let isDone = pieces[index].contains(" checked=\"\"")
            let words = "<span class=\"task-state\">\(isDone ? "Done:" : "To do:")</span> "
            pieces[index - 1] = isDone ? "<li class=\"task task-done\">" : "<li class=\"task task-open\">"
            pieces[index] = ""
            pieces[index + 1].removeFirst()
            // In a list with blank lines they stand in the paragraph.
            if pieces[index + 1] == "\n", piece(index + 2) == "<p>" {
                pieces[index + 2] += words
            } else {
                pieces[index] = words
            }
        }
    }

    private mutating func nameFootnotes() {
        var (number, order) = (0, 0)
        var counts: [Substring: Int] = [:]
        for index in pieces.indices {
            let tag = pieces[index]
            if tag.hasPrefix("<li id=\"fn-") {
                (number, order) = (number + 1, 0)
            } else if tag.hasSuffix(" data-footnotes>") {
                pieces[index] = tag.dropLast() + " aria-label=\"Footnotes\">"
            } else if tag.hasSuffix(" data-footnote-ref>") {
                // Counted as they are read, the footnotes last.
                let label = tag.dropFirst("<a href=\"#fn-".count).prefix { $0 != "\"" }
                counts[label, default: 0] += 1
                let name = counts[label] == 1 ? "\(label)" : "\(label)-\(counts[label] ?? 0)"
                pieces[index] = "<a href=\"#fn-\(label)\" id=\"fnref-\(name)\" data-footnote-ref"
                pieces[index] += " aria-label=\"Footnote \(piece(index + 1))\">"
            } else if tag.hasSuffix(" data-footnote-backref aria-label=\"Back to content\">") {
                order += 1
                let reference = order > 1 ? "\(number)-\(order)" : "\(number)"
                pieces[index] = tag.dropLast(18) + "\"Back to reference \(reference)\">"
            }
        }
    }

    // MARK: - Tables

    private static let captioned = "<table with a caption>"
    private static let inlineTags: Set = [
        "a", "/a", "em", "/em", "strong", "/strong", "del", "/del", "code", "/code", "sup", "/sup", "br", "img", "refused",
        "passing",
    ]

    private static func isBlockTag(_ piece: String) -> Bool {
        guard piece.hasPrefix("<") else { return false }
        return !inlineTags.contains(String(piece.dropFirst().prefix { $0 != " " && $0 != ">" }))
    }

    /// A paragraph right above a table that begins with “Table:” goes into it.
    private mutating func moveCaptions() {
        var index = 0
        while index < pieces.count {
            defer { index += 1 }
            guard pieces[index] == "<table>" else { continue }
            var end = index
            let isParagraph = piece(index - 1) == "\n" && piece(index - 2) == "</p>"
            if isParagraph { end -= 2 }
            var start = end
            while start > 0, !Self.isBlockTag(pieces[start - 1]) { start -= 1 }
            guard start < end, !isParagraph || piece(start - 1) == "<p>" else { continue }
            var caption = Array(pieces[start..<end])
            // In a list without blank lines the text stands right in the item.
            let lead = isParagraph ? "" : String(caption[0].prefix { $0 == "\n" || $0 == " " })
            caption[0].removeFirst(lead.count)
            if !isParagraph, caption[caption.count - 1].hasSuffix("\n") { caption[caption.count - 1].removeLast() }
            guard caption[0].hasPrefix("Table:") else { continue }
            caption[0] = String(caption[0].dropFirst(6).drop { $0 == " " })
            guard caption.contains(where: { !$0.isEmpty }) else { continue }
            let kept = isParagraph ? [] : [lead.hasSuffix("\n") ? lead : lead + "\n"]
            pieces.replaceSubrange((isParagraph ? start - 1 : start)...index, with: kept + [Self.captioned] + caption + ["</caption>"])
            index = (isParagraph ? start - 1 : start) + kept.count
        }
    }

    private mutating func rewriteTables() {
        var number = 0
        var heading: String?
        for index in pieces.indices {
            let tag = pieces[index]
            if tag.hasPrefix("<h"), tag.contains(" id=\"h") { heading = String(tag.dropFirst(8).dropLast(2)) }
            guard tag == "<table>" || tag == Self.captioned else { continue }
            number += 1
            let isCaptioned = tag == Self.captioned
            let name = isCaptioned ? "ledby=\"table-\(number)\"" : heading.map { "ledby=\"\($0)\"" } ?? "=\"Table\""
            pieces[index] = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label\(name)>\n<table>"
            if isCaptioned { pieces[index] += "\n<caption id=\"table-\(number)\">" }
            let end = pieces[index...].firstIndex(of: "</table>") ?? pieces.count - 1
            pieces[end] += "\n</div>"
            rewriteCells(index..<end)
        }
    }

    private static let alignments = [
        "": "", " align=\"left\"": "", " align=\"center\"": " class=\"align-center\"",
        " align=\"right\"": " class=\"align-right\"",
    ]

    private mutating func rewriteCells(_ table: Range<Int>) {
        let rows = table.filter { pieces[$0] == "<tr>" }
        let firstCells = rows.dropFirst().map { $0 + 2 }
        let columns = pieces[table].count { $0.hasPrefix("<th") && $0 != "<thead>" }
        let hasRowHeaders = columns > 1 && !firstCells.isEmpty && firstCells.allSatisfy(hasWords)
        var ending = ""
        for index in table {
            let tag = pieces[index]
            if tag == "</th>" || tag == "</td>" {
                pieces[index] = ending
            } else if tag.hasPrefix("<t"), tag.hasPrefix("<th") || tag.hasPrefix("<td"), tag != "<thead>" {
                let isColumn = tag.hasPrefix("<th")
                    && pieces[(index + 1)...].first { $0 != Self.refused } != "</th>"
                let isRow = hasRowHeaders && firstCells.contains(index)
                ending = isColumn || isRow ? "</th>" : "</td>"
                pieces[index] = isColumn ? "<th scope=\"col\"" : isRow ? "<th scope=\"row\"" : "<td"
                pieces[index] += (Self.alignments[String(tag.dropFirst(3).dropLast())] ?? tag) + ">"
            }
        }
    }

    /// Whether the cell that begins there holds a letter, be it in an image's description.
    private func hasWords(_ cell: Int) -> Bool {
        for piece in pieces[(cell + 1)...].prefix(while: { $0 != "</td>" }) {
            var text = ByteText(piece)
            if piece.hasPrefix("<img ") {
                text.replace(from: "<img src=\"", to: "\" alt=\"")
                text.replace(from: "\" title=\"", to: "\">")
            } else if piece.hasPrefix("<") {
                continue
            }
            for entity in ["&amp;", "&lt;", "&gt;", "&quot;"] { text.replace(entity, with: "") }
            if text.string.unicodeScalars.contains(where: \.properties.isAlphabetic) { return true }
        }
        return false
    }
}
