import CMarkGFM

extension TreeBuilder {
    mutating func addBlock(_ source: CNode) {
        let position = Position(
            line: source.pointee.start_line + Int32(lineOffset) - 1, column: source.pointee.start_column,
            endLine: source.pointee.end_line + Int32(lineOffset) - 1, endColumn: source.pointee.end_column)
        switch cmark_node_type(rawValue: UInt32(source.pointee.type)) {
        case CMARK_NODE_PARAGRAPH:
            addParagraph(source, at: position)
        case CMARK_NODE_HEADING:
            var position = position
            let start = locator.enter(source)
            if source.pointee.as.heading.setext {
                position = self.position(start, locator.lastPlace())
            }
            addHeading(source, at: position)
        case CMARK_NODE_LIST:
            let list = source.pointee.as.list
            var node = Node(.list, at: position)
            node.first = list.start
            if list.list_type == CMARK_ORDERED_LIST { node.flags |= Node.Flag.ordered }
            if list.delimiter == CMARK_PAREN_DELIM { node.flags |= Node.Flag.parenthesis }
            if list.tight { node.flags |= Node.Flag.tight }
            append(node)
        case CMARK_NODE_ITEM:
            var node = Node(.item, at: position)
            let isDone = source.pointee.as.list.checked
            let task: Node.TaskState = !library.isTask(source) ? .none : isDone ? .done : .open
            node.first = Int32(task.rawValue)
            append(node)
        case CMARK_NODE_BLOCK_QUOTE:
            append(Node(.blockQuote, at: position))
        case CMARK_NODE_CODE_BLOCK:
            var node = Node(.codeBlock, at: position)
            (node.first, node.second) = store(source.pointee.as.code.literal)
            (_, node.third) = store(source.pointee.as.code.info)
            if source.pointee.as.code.fenced != 0 { node.flags = Node.Flag.fenced }
            append(node)
        case CMARK_NODE_HTML_BLOCK:
            hasRawHTML = true
            var node = Node(.htmlBlock, at: position)
            (node.first, node.second) = store(source.pointee.as.literal)
            setEnd(ofRawBlock: &node)
            append(node)
        case CMARK_NODE_THEMATIC_BREAK:
            append(Node(.thematicBreak, at: position))
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            addDefinition(source, at: position)
        case CMARK_NODE_DOCUMENT:
            append(Node(.document, at: position))
        default:
            addTablePart(source, at: position)
        }
    }

    /// cmark ends raw HTML that is closed on a line of its own in the line before.
    private func setEnd(ofRawBlock node: inout Node) {
        let text = tree.bytes[Int(node.first)..<Int(node.first + node.second)]
        let breaks = text.dropLast().count { $0 == 0x0A }
        node.position.endLine = node.position.line + Int32(breaks)
        node.position.endColumn = Int32(lines[Int(node.position.endLine) - lineOffset].count)
    }

    private mutating func addParagraph(_ source: CNode, at position: Position) {
        let start = locator.enter(source)
        var node = Node(.paragraph, at: self.position(start))
        if source.pointee.end_line > 0 {
            (node.position.endLine, node.position.endColumn) = (position.endLine, position.endColumn)
        } else {
            node.position = self.position(start, locator.lastPlace())
        }
        if let list = source.pointee.parent?.pointee.parent, list.pointee.type == CMARK_NODE_LIST.rawValue,
            list.pointee.as.list.tight
        {
            node.flags = Node.Flag.tight
        }
        append(node)
    }

    // MARK: - Tables

    private mutating func addTablePart(_ source: CNode, at position: Position) {
        switch source.pointee.type {
        case library.tableType:
            let columns = Int(cmark_gfm_extensions_get_table_columns(source))
            let letters = cmark_gfm_extensions_get_table_alignments(source)
            let alignments = (0..<columns).map { column -> MarkdownTree.Alignment in
                switch letters?[column] {
                case UInt8(ascii: "l"): .left
                case UInt8(ascii: "c"): .center
                case UInt8(ascii: "r"): .right
                default: .none
                }
            }
            var position = position
            let header = InlineLocator.headerLine(of: source)
            position.line = Int32(header + lineOffset)
            position.column = Int32(start(ofHeader: source) + 1)
            addTable(columns: columns, alignments: alignments, at: position)
        case library.tableRowType:
            addRow(source)
        case library.tableCellType:
            addCell(source)
        default:
            preconditionFailure("libcmark-gfm made a block of an unknown kind")
        }
    }

    /// Where a table's first row begins in its line, from 0.
    private func start(ofHeader table: CNode) -> Int {
        let line = InlineLocator.headerLine(of: table)
        let isFirst = Int(table.pointee.start_line) - 1 == line
        return isFirst ? Int(table.pointee.start_column) - 1 : lines.contentStart(of: line)
    }

    private mutating func addRow(_ source: CNode) {
        guard let table = source.pointee.parent else { return }
        let isHeader = cmark_gfm_extensions_get_table_row_is_header(source) != 0
        rowLine = isHeader ? InlineLocator.headerLine(of: table) : Int(source.pointee.start_line) - 1
        let start = isHeader ? start(ofHeader: table) : lines.contentStart(of: rowLine)
        let line = lines[rowLine]
        row.read(line, from: start)
        let end = line.lastIndex { !TextSurvey.isSpace($0) } ?? start
        var node = Node(.tableRow, at: position((rowLine, start), (rowLine, end)))
        if isHeader { node.flags = Node.Flag.header }
        append(node)

        let columns = Int(cmark_gfm_extensions_get_table_columns(table))
        if row.cells.count > columns {
            let surplus = place(ofCell: columns)
            tree.oversizedRows.append(
                MarkdownTree.OversizedRow(position: surplus, cells: row.cells.count, columns: columns))
        }
    }

    private mutating func addCell(_ source: CNode) {
        let column = previousSibling < 0 ? 0 : tree.nodes[previousSibling].column + 1
        let place = place(ofCell: column)
        locator.enterCell(source, line: rowLine, column: Int(place.column) - 1)
        var node = Node(.tableCell, at: place)
        node.first = Int32(column)
        append(node)
    }

    private func place(ofCell column: Int) -> Position {
        guard column < row.cells.count else {
            let end = max(lines[rowLine].count - 1, 0)
            return position((rowLine, end), (rowLine, end))
        }
        let cell = row.cells[column]
        return position((rowLine, cell.lowerBound), (rowLine, max(cell.lowerBound, cell.upperBound - 1)))
    }
}
