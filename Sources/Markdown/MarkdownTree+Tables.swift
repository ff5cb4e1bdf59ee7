extension MarkdownTree {
    /// Which of the text's tables it is, from 1.
    func tableNumber(_ table: Index) -> Int { Int(nodes[table].second) + 1 }

    /// The block right before a table, below the same parent.
    func previousSibling(of table: Index) -> Index? {
        let previous = tables[Int(nodes[table].second)].previousSibling
        return previous < 0 ? nil : Int(previous)
    }

    /// The last heading before a table.
    func headingBefore(table: Index) -> Index? {
        let heading = tables[Int(nodes[table].second)].heading
        return heading < 0 ? nil : Int(heading)
    }

    /// Whether the first column names the rows: there is another column, and every row begins with words.
    func hasRowHeaders(_ table: Index) -> Bool {
        guard alignments(table).count > 1 else { return false }
        var rows = 0
        for row in children(of: table) where !nodes[row].isHeader {
            rows += 1
            let words = plainBytes(contents(of: row + 1))
            let isName = words.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
            if !isName { return false }
        }
        return rows > 0
    }

    /// The how-manieth reference to its footnote it is, from 1.
    func occurrence(ofReference index: Index) -> Int {
        let number = nodes[index].footnoteNumber
        guard number >= 1, number <= footnotes.count else { return 1 }
        return (footnotes[number - 1].references.firstIndex(of: index) ?? 0) + 1
    }
}

extension MarkdownTree.Node {
    /// Inline HTML of the allowed list, opened and closed where it may be.
    var isAllowedHTML: Bool { kind == .htmlInline && flags & Flag.allowed != 0 }
}
