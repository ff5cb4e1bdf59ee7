extension HTMLWriter {
    mutating func writeTable(_ index: Int, _ node: MarkdownTree.Node, of source: Source) {
        let table = tree.tables[Int(node.second)]
        let caption = table.previousSibling >= 0 ? captionOffset(Int(table.previousSibling), of: source) : nil
        startLine()
        // Narrow screens show the rows of a wide table as records, whose cells say their column.
        let isOfRecords = node.column >= Self.recordColumns
        output.append(isOfRecords ? "<div class=\"table records\"" : "<div class=\"table\"")
        output.append(" role=\"region\" tabindex=\"0\"")
        writeLanguage(of: index)
        output.append(" aria-label")
        let given = caption == nil && !captions.isEmpty ? captions[index] : nil
        if caption != nil || given != nil {
            output.append("ledby=\"table-")
            output.append(decimal: Int(node.second) + 1)
        } else if table.heading >= 0, let id = headingIDs[Int(table.heading)] {
            output.append("ledby=\"")
            Self.escape(id.utf8, into: &output)
        } else {
            output.append("=\"")
            output += style.table
        }
        output.append("\">\n<table>\n")
        if let caption {
            output.append("<caption id=\"table-")
            output.append(decimal: Int(node.second) + 1)
            output.append(UInt8(ascii: "\""))
            sayLanguage(ofPart: Int(table.previousSibling), source)
            output.append(UInt8(ascii: ">"))
            writeCaption(Int(table.previousSibling), from: caption, of: source)
            output.append("</caption>\n")
        } else if let given {
            output.append("<caption id=\"table-")
            output.append(decimal: Int(node.second) + 1)
            output.append("\">")
            output += given
            output.append("</caption>\n")
        }
        let hasRowHeaders = given != nil || hasRowHeaders(index, node, of: source)
        var row = index + 1
        var inBody = false
        var labels: [[UInt8]] = []
        while row < node.end {
            let isHeader = source.nodes[row].isHeader
            if isHeader {
                output.append("<thead>\n")
            } else if !inBody {
                output.append("<tbody>\n")
                inBody = true
            }
            output.append("<tr")
            sayLanguage(ofPart: row, source)
            output.append(">\n")
            let cells = writeCells(
                row, given == nil ? table.alignments : [], labels, isHeader: isHeader, hasRowHeaders: hasRowHeaders, of: source)
            if isHeader, isOfRecords {
                labels = cells.map { Self.words(of: output[$0]) }
                // What a table of counts counts, its caption says.
                if given != nil, !labels.isEmpty { labels[0] = [] }
            }
            output.append(isHeader ? "</tr>\n</thead>\n" : "</tr>\n")
            row = Int(source.nodes[row].end)
        }
        output.append(inBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
    }

    private static let recordColumns = 4

    /// HTML without its tags, in one line: what an attribute can hold.
    private static func words(of html: ArraySlice<UInt8>) -> [UInt8] {
        var isTag = false
        return html.compactMap { byte in
            switch byte {
            case UInt8(ascii: "<"): isTag = true
            case UInt8(ascii: ">") where isTag: isTag = false
            default: return isTag ? nil : byte == 10 ? 32 : byte
            }
            return nil
        }
    }

    /// - Parameter labels: what each cell below the header says of its column, if anything, be it a row's header.
    /// - Returns: where the cells' contents stand in the output.
    private mutating func writeCells(
        _ row: Int, _ alignments: [MarkdownTree.Alignment], _ labels: [[UInt8]], isHeader: Bool, hasRowHeaders: Bool, of source: Source
    ) -> [Range<Int>] {
        var contents: [Range<Int>] = []
        var cell = row + 1
        while cell < source.nodes[row].end {
            let node = source.nodes[cell]
            let isEmpty = !(cell + 1..<Int(node.end)).contains { isWritten(source.nodes[$0]) }
            let isRowHeader = !isHeader && hasRowHeaders && node.column == 0
            if isHeader && !isEmpty {
                output.append("<th scope=\"col\"")
            } else if isRowHeader {
                output.append("<th scope=\"row\"")
            } else {
                output.append("<td")
            }
            // A table with a given caption is one of counts: the style sheet aligns it.
            switch alignments.isEmpty ? .none : alignments[node.column] {
            case .center: output.append(" class=\"align-center\"")
            case .right: output.append(" class=\"align-right\"")
            case .left, .none: break
            }
            if node.column < labels.count, !labels[node.column].isEmpty {
                output.append(" data-label=\"")
                output += labels[node.column]
                output.append(UInt8(ascii: "\""))
            }
            sayLanguage(ofPart: cell, source)
            output.append(UInt8(ascii: ">"))
            let isHeaderCell = isHeader && !isEmpty || isRowHeader
            let start = output.count
            if isHeaderCell { unmarked += 1 }
            if !replaced.isEmpty, let words = replaced[cell] {
                output += words
            } else if let translation = texts?.translation(of: cell) {
                write(translation)
            } else {
                write(cell + 1..<Int(node.end), of: source)
            }
            if isHeaderCell { unmarked -= 1 }
            if isHeader { contents.append(start..<output.count) }
            output.append(isHeaderCell ? "</th>\n" : "</td>\n")
            cell = Int(node.end)
        }
        return contents
    }

    /// Whether the first column names its rows: there are further columns, and it has words in every row.
    private func hasRowHeaders(_ index: Int, _ node: MarkdownTree.Node, of source: Source) -> Bool {
        guard node.column >= 2 else { return false }
        var row = index + 1
        var hasBody = false
        while row < node.end {
            defer { row = Int(source.nodes[row].end) }
            guard !source.nodes[row].isHeader else { continue }
            hasBody = true
            guard hasWords(row + 1, of: source) else { return false }
        }
        return hasBody
    }

    private func hasWords(_ cell: Int, of source: Source) -> Bool {
        for index in cell + 1..<Int(source.nodes[cell].end) {
            let node = source.nodes[index]
            guard node.kind == .text || node.kind == .code else { continue }
            let text = source.literal(node)
            if text.contains(where: { (0x41...0x5A).contains($0 & 0xDF) }) { return true }
            if text.contains(where: { $0 >= 0x80 }),
                String(decoding: text, as: UTF8.self).unicodeScalars.contains(where: \.properties.isAlphabetic)
            {
                return true
            }
        }
        return false
    }

    /// Whether a paragraph is written as the caption of the table behind it, and not by itself.
    func isCaption(_ index: Int, of source: Source) -> Bool {
        source.nodes[index].kind == .paragraph && captionOffset(index, of: source) != nil
    }

    func captionOffset(_ index: Int, of source: Source) -> Int? { tree.captionOffset(of: index, words: style.captionWords) }

    private mutating func writeCaption(_ paragraph: Int, from offset: Int, of source: Source) {
        unmarked += 1
        defer { unmarked -= 1 }
        if let translation = texts?.translation(of: paragraph) { return write(translation) }
        let text = source.literal(source.nodes[paragraph + 1])
        Self.escape(UnsafeBufferPointer(rebasing: text[offset...]), into: &output)
        write(paragraph + 2..<Int(source.nodes[paragraph].end), of: source)
    }
}

extension MarkdownTree {
    /// How many bytes of a paragraph's first text come before its caption: the word, the colon and the space after it.
    /// Nil where the paragraph is no caption of the table behind it.
    ///
    /// - Parameter words: those that begin a caption, `Table`.
    package func captionOffset(of index: Index, words: [String]) -> Int? {
        captionOffset(of: index, words: words.map { Array($0.utf8) })
    }

    func captionOffset(of index: Index, words: [[UInt8]]) -> Int? {
        let paragraph = nodes[index]
        let next = Int(paragraph.end)
        guard paragraph.kind == .paragraph, next < nodes.count, nodes[next].kind == .table,
            tables[Int(nodes[next].second)].previousSibling == index, index + 1 < next, nodes[index + 1].kind == .text else {
            return nil
        }
        let text = literal(index + 1)
        for word in words where text.count > word.count && text[text.startIndex + word.count] == UInt8(ascii: ":") && text.starts(with: word) {
            let rest = text.dropFirst(word.count + 1)
            let spaces = rest.prefix { $0 == 0x20 }.count
            if spaces < rest.count || next > index + 2 { return word.count + 1 + spaces }
        }
        return nil
    }
}
