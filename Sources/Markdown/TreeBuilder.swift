import CMarkGFM

/// Turns cmark's tree of pointers into a `MarkdownTree`.
struct TreeBuilder {
    typealias CNode = UnsafeMutablePointer<cmark_node>
    typealias Node = MarkdownTree.Node

    let library = CMarkLibrary.shared
    let lines: SourceLines
    /// What makes a line counted from 0 one of the file.
    let lineOffset: Int
    var tree: MarkdownTree
    var locator: InlineLocator
    var row = TableRow()
    var rowLine = 0

    /// A node whose descendants are being added.
    private struct Open {
        let index: Int
        var lastChild = -1
    }
    private var open: [Open] = []
    private var lastHeading: Int32 = -1
    var hasRawHTML = false
    /// cmark's footnote definitions by the tree's number for them.
    private var definitions: [CNode: Int] = [:]
    private var references: [(index: Int, definition: CNode)] = []

    init(lines: SourceLines, firstLine: Int) {
        self.lines = lines
        lineOffset = firstLine
        locator = InlineLocator(lines: lines)
        tree = MarkdownTree(nodes: [], bytes: [])
        tree.nodes.reserveCapacity(lines.text.count / 24 + 8)
        tree.bytes.reserveCapacity(lines.text.count + 16)
    }

    mutating func build(_ root: CNode) -> MarkdownTree {
        var current = root
        while true {
            if Self.isInline(current) { addInline(current) } else { addBlock(current) }
            if let child = current.pointee.first_child {
                open.append(Open(index: tree.nodes.count - 1))
                current = child
                continue
            }
            finish(current, tree.nodes.count - 1)
            while current != root, current.pointee.next == nil {
                current = current.pointee.parent
                let closed = open.removeLast().index
                tree.nodes[closed].end = Int32(tree.nodes.count)
                finish(current, closed)
            }
            guard current != root, let next = current.pointee.next else { break }
            current = next
        }
        linkFootnotes()
        if hasRawHTML { RawHTMLPolicy.apply(to: &tree) }
        return tree
    }

    static func isInline(_ node: CNode) -> Bool {
        let inline = UInt32(CMARK_NODE_TYPE_PRESENT | 0x4000)
        return UInt32(node.pointee.type) & UInt32(CMARK_NODE_TYPE_MASK) == inline
    }

    /// Takes in the end of a node, which tells where inlines with children end.
    private mutating func finish(_ source: CNode, _ index: Int) {
        guard Self.isInline(source), !tree.nodes[index].isBlock, tree.nodes[index].position.endLine == 0 else { return }
        setEnd(of: index, to: locator.place(locator.leave(source)))
    }

    mutating func append(_ node: Node) {
        var node = node
        node.end = Int32(tree.nodes.count + 1)
        if !open.isEmpty { open[open.count - 1].lastChild = tree.nodes.count }
        tree.nodes.append(node)
    }

    /// Of the node to be added next; -1 if it comes first.
    var previousSibling: Int { open.last?.lastChild ?? -1 }

    // MARK: - Places

    func position(_ start: (line: Int, column: Int), _ end: (line: Int, column: Int)? = nil) -> Position {
        var position = Position(
            line: Int32(start.line + lineOffset), column: Int32(start.column + 1), endLine: 0, endColumn: 0)
        if let end {
            position.endLine = Int32(end.line + lineOffset)
            position.endColumn = Int32(end.column + 1)
        }
        return position
    }

    mutating func setEnd(of index: Int, to end: (line: Int, column: Int)) {
        tree.nodes[index].position.endLine = Int32(end.line + lineOffset)
        tree.nodes[index].position.endColumn = Int32(end.column + 1)
    }

    // MARK: - Bytes

    mutating func store(_ chunk: cmark_chunk) -> (start: Int32, count: Int32) {
        let start = Int32(tree.bytes.count)
        if let data = chunk.data, chunk.len > 0 {
            tree.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(chunk.len)))
        }
        return (start, chunk.len)
    }

    // MARK: - Headings and footnotes

    mutating func addHeading(_ source: CNode, at position: Position) {
        var node = Node(.heading, at: position)
        node.first = source.pointee.as.heading.level
        lastHeading = Int32(tree.nodes.count)
        append(node)
    }

    mutating func addTable(columns: Int, alignments: [MarkdownTree.Alignment], at position: Position) {
        var node = Node(.table, at: position)
        node.first = Int32(columns)
        node.second = Int32(tree.tables.count)
        tree.tables.append(
            MarkdownTree.Table(alignments: alignments, previousSibling: Int32(previousSibling), heading: lastHeading))
        append(node)
    }

    mutating func addDefinition(_ source: CNode, at position: Position) {
        var node = Node(.footnoteDefinition, at: position)
        (node.first, node.second) = store(source.pointee.as.literal)
        node.third = Int32(tree.footnotes.count + 1)
        definitions[source] = tree.footnotes.count
        tree.footnotes.append(MarkdownTree.Footnote(definition: tree.nodes.count, references: []))
        append(node)
    }

    mutating func addReference(_ source: CNode, at position: Position) {
        if let definition = source.pointee.parent_footnote_def {
            references.append((tree.nodes.count, definition))
        }
        append(Node(.footnoteReference, at: position))
    }

    private mutating func linkFootnotes() {
        for (index, definition) in references {
            guard let number = definitions[definition] else { continue }
            tree.footnotes[number].references.append(index)
            tree.nodes[index].first = Int32(tree.footnotes[number].definition)
            tree.nodes[index].second = Int32(tree.footnotes[number].references.count)
            tree.nodes[index].third = Int32(number + 1)
        }
    }
}
