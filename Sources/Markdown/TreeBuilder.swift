import CMarkGFM

/// Turns cmark's tree of pointers into a `MarkdownTree`.
struct TreeBuilder {
    typealias CNode = UnsafeMutablePointer<cmark_node>
    typealias Node = MarkdownTree.Node

    private let library = CMarkLibrary.shared
    private let lineOffset: Int32
    private var tree: MarkdownTree
    /// The nodes whose descendants are being added.
    private var open: [Int] = []
    private var lastHeading: Int32 = -1
    /// cmark's footnote definitions, to find the tree's by.
    private var definitions: [UnsafeMutablePointer<cmark_node>: Int] = [:]
    private var references: [(index: Int, definition: CNode)] = []

    init(text: UnsafeBufferPointer<UInt8>, firstLine: Int) {
        lineOffset = Int32(firstLine - 1)
        tree = MarkdownTree(nodes: [], bytes: [])
        tree.nodes.reserveCapacity(text.count / 16 + 4)
        tree.bytes.reserveCapacity(text.count + 16)
    }

    mutating func build(_ root: CNode) -> MarkdownTree {
        var current = root
        while true {
            add(current)
            if let child = current.pointee.first_child {
                open.append(tree.nodes.count - 1)
                current = child
                continue
            }
            while current != root, current.pointee.next == nil {
                current = current.pointee.parent
                close()
            }
            guard current != root, let next = current.pointee.next else { break }
            current = next
        }
        linkFootnotes()
        return tree
    }

    private mutating func close() {
        let index = open.removeLast()
        tree.nodes[index].end = Int32(tree.nodes.count)
    }

    private mutating func append(_ node: Node) {
        var node = node
        node.end = Int32(tree.nodes.count + 1)
        tree.nodes.append(node)
    }

    private mutating func add(_ source: CNode) {
        let position = Position(
            line: source.pointee.start_line + lineOffset, column: source.pointee.start_column,
            endLine: source.pointee.end_line + lineOffset, endColumn: source.pointee.end_column)
        let type = source.pointee.type
        switch cmark_node_type(rawValue: UInt32(type)) {
        case CMARK_NODE_TEXT:
            addText(source, at: position)
        case CMARK_NODE_SOFTBREAK:
            append(Node(.softBreak, at: position))
        case CMARK_NODE_LINEBREAK:
            append(Node(.lineBreak, at: position))
        case CMARK_NODE_CODE:
            addLiteral(.code, source, at: position)
        case CMARK_NODE_HTML_INLINE:
            addLiteral(.htmlInline, source, at: position)
        case CMARK_NODE_EMPH:
            append(Node(.emphasis, at: position))
        case CMARK_NODE_STRONG:
            append(Node(.strong, at: position))
        case CMARK_NODE_LINK:
            addLink(.link, source, at: position)
        case CMARK_NODE_IMAGE:
            addLink(.image, source, at: position)
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            addReference(source, at: position)
        case CMARK_NODE_PARAGRAPH:
            var node = Node(.paragraph, at: position)
            if let list = source.pointee.parent?.pointee.parent, list.pointee.type == CMARK_NODE_LIST.rawValue,
                list.pointee.as.list.tight
            {
                node.flags = Node.Flag.tight
            }
            append(node)
        case CMARK_NODE_HEADING:
            var node = Node(.heading, at: position)
            node.first = source.pointee.as.heading.level
            lastHeading = Int32(tree.nodes.count)
            append(node)
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
            let task: Node.TaskState =
                !library.isTask(source) ? .none : source.pointee.as.list.checked ? .done : .open
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
            addLiteral(.htmlBlock, source, at: position)
        case CMARK_NODE_THEMATIC_BREAK:
            append(Node(.thematicBreak, at: position))
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            addDefinition(source, at: position)
        case CMARK_NODE_DOCUMENT:
            append(Node(.document, at: position))
        default:
            addExtended(source, type: type, at: position)
        }
    }

    private mutating func addExtended(_ source: CNode, type: UInt16, at position: Position) {
        switch type {
        case library.strikethroughType:
            append(Node(.strikethrough, at: position))
        case library.tableType:
            addTable(source, at: position)
        case library.tableRowType:
            var node = Node(.tableRow, at: position)
            if cmark_gfm_extensions_get_table_row_is_header(source) != 0 { node.flags = Node.Flag.header }
            append(node)
        case library.tableCellType:
            var node = Node(.tableCell, at: position)
            var previous = source.pointee.prev
            while let cell = previous {
                node.first += 1
                previous = cell.pointee.prev
            }
            append(node)
        default:
            preconditionFailure("libcmark-gfm made a node of an unknown kind")
        }
    }

    private mutating func store(_ chunk: cmark_chunk) -> (start: Int32, count: Int32) {
        let start = Int32(tree.bytes.count)
        if let data = chunk.data, chunk.len > 0 {
            tree.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(chunk.len)))
        }
        return (start, chunk.len)
    }

    private mutating func addLiteral(_ kind: Node.Kind, _ source: CNode, at position: Position) {
        var node = Node(kind, at: position)
        (node.first, node.second) = store(source.pointee.as.literal)
        append(node)
    }

    /// cmark leaves text in pieces wherever something might have begun; the tree has it in one.
    private mutating func addText(_ source: CNode, at position: Position) {
        let (start, count) = store(source.pointee.as.literal)
        let last = tree.nodes.count - 1
        if source.pointee.prev?.pointee.type == UInt16(CMARK_NODE_TEXT.rawValue), tree.nodes[last].kind == .text, tree.nodes[last].first + tree.nodes[last].second == start {
            tree.nodes[last].second += count
            tree.nodes[last].position.endColumn = position.endColumn
            return
        }
        guard count > 0 else { return }
        var node = Node(.text, at: position)
        (node.first, node.second) = (start, count)
        append(node)
    }

    private mutating func addLink(_ kind: Node.Kind, _ source: CNode, at position: Position) {
        var node = Node(kind, at: position)
        (node.first, node.second) = store(source.pointee.as.link.url)
        (_, node.third) = store(source.pointee.as.link.title)
        append(node)
    }

    private mutating func addTable(_ source: CNode, at position: Position) {
        var node = Node(.table, at: position)
        let columns = Int(cmark_gfm_extensions_get_table_columns(source))
        node.first = Int32(columns)
        node.second = Int32(tree.tables.count)
        let letters = cmark_gfm_extensions_get_table_alignments(source)
        let alignments = (0..<columns).map { column -> MarkdownTree.Alignment in
            switch letters?[column] {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
        tree.tables.append(
            MarkdownTree.Table(alignments: alignments, previousSibling: previousSibling(), heading: lastHeading))
        append(node)
    }

    /// Of the node about to be added.
    private func previousSibling() -> Int32 {
        guard let parent = open.last else { return -1 }
        var child = parent + 1
        var previous: Int32 = -1
        while child < tree.nodes.count {
            previous = Int32(child)
            child = Int(tree.nodes[child].end)
        }
        return previous
    }

    private mutating func addDefinition(_ source: CNode, at position: Position) {
        var node = Node(.footnoteDefinition, at: position)
        (node.first, node.second) = store(source.pointee.as.literal)
        node.third = Int32(tree.footnotes.count + 1)
        definitions[source] = tree.footnotes.count
        tree.footnotes.append(MarkdownTree.Footnote(definition: tree.nodes.count, references: []))
        append(node)
    }

    private mutating func addReference(_ source: CNode, at position: Position) {
        if let definition = source.pointee.parent_footnote_def {
            references.append((tree.nodes.count, definition))
        }
        append(Node(.footnoteReference, at: position))
    }

    private mutating func linkFootnotes() {
        for (index, definition) in references {
            guard let number = definitions[definition] else { continue }
            let target = tree.nodes[tree.footnotes[number].definition]
            tree.footnotes[number].references.append(index)
            tree.nodes[index].first = target.first
            tree.nodes[index].second = target.second
            tree.nodes[index].third = target.third
        }
    }
}
