import Markdown
import Publication

/// Tables whose header does not say what stands below it. A screen reader says the header with each cell.
struct Tables {
    let text: CheckedText

    private struct Table {
        typealias Index = MarkdownTree.Index

        let node: Index
        let columns: Int
        var header: [Index] = []
        var rows: [[Index]] = []

        init(_ node: Index, of tree: MarkdownTree) {
            self.node = node
            columns = tree.nodes[node].column
            for row in tree.children(of: node) {
                if tree.nodes[row].isHeader { header = Array(tree.children(of: row)) } else { rows.append(Array(tree.children(of: row))) }
            }
        }
    }

    /// Columns with data and without a header: WCAG's failure F91. What the first column names are its rows, and a header
    /// that is empty throughout is another question (`layout-table`).
    func missingHeaders() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        let tree = text.tree
        for node in text.nodes(.table) {
            let header = tree.children(of: node).first { tree.nodes[$0].isHeader }.map { Array(tree.children(of: $0)) } ?? []
            let empty = header.dropFirst().filter { !tree.hasContent(tree.contents(of: $0)) }
            guard !empty.isEmpty, header.contains(where: { tree.hasContent(tree.contents(of: $0)) }) else { continue }
            let table = Table(node, of: tree)
            for cell in empty {
                let column = tree.nodes[cell].column
                guard let data = table.rows.first(where: { column < $0.count && tree.hasContent(tree.contents(of: $0[column])) }) else { continue }
                problems.append(text.problem(
                    .tableHeader, at: cell, "column \(column + 1) has no header, and something in it: ‘\(excerpt(tree.plainText(of: data[column]), of: 40))’",
                    help: "Write in the table's first row what the column holds: a screen reader says it with each cell."))
            }
        }
        return problems
    }

    func doubts() -> [Diagnostic] {
        text.nodes(.table).flatMap { node -> [Diagnostic] in
            let table = Table(node, of: text.tree)
            return layout(table).map { [$0] } ?? duplicates(in: table)
        }
    }

    private func duplicates(in table: Table) -> [Diagnostic] {
        var seen: [String: Int] = [:]
        return table.header.enumerated().compactMap { column, cell in
            let words = text.tree.plainText(of: cell), key = folded(words)
            guard !key.isEmpty, let first = seen.updateValue(seen[key] ?? column, forKey: key) else { return nil }
            return text.problem(
                .duplicateHeader, at: cell, "columns \(first + 1) and \(column + 1) have the same header, ‘\(excerpt(words, of: 40))’",
                help: "Say in each header what is particular to its column, as in ‘Students 2023’ and ‘Students 2024’.")
        }
    }

    /// Whether the header sets one thing against another, which is seen and heard best side by side.
    private func isComparison(_ table: Table) -> Bool {
        guard table.columns == 2, let first = table.header.first else { return false }
        return Tables.contrasts.contains(folded(text.tree.plainText(of: first)))
    }

    /// What the first column is called where the second has its contrary.
    private static let contrasts: Set<String> = [
        "before", "old", "original", "current", "now", "from", "instead of", "not this", "do not say", "don't say", "don’t say",
        "don't use", "don’t use", "avoid", "wrong", "wordy", "antes", "actual", "en lugar de", "en vez de", "evite", "no diga",
        "incorrecto", "em vez de", "não diga", "atual", "avant", "au lieu de", "à éviter", "之前", "原文", "قبل", "trước", "anvan",
    ]

    private func holdsOnlyPicture(_ cell: MarkdownTree.Index) -> Bool {
        let tree = text.tree
        var hasPicture = false, end = 0
        for node in tree.contents(of: cell) where node >= end {
            switch tree.nodes[node].kind {
            case .image:
                hasPicture = true
                end = Int(tree.nodes[node].end)
            case .link, .htmlInline: break
            case .text where tree.literal(node).allSatisfy({ $0 == 0x20 }): break
            default: return false
            }
        }
        return hasPicture
    }

    /// Tables that are none: what they hold is a list, or prose set side by side.
    private func layout(_ table: Table) -> Diagnostic? {
        let tree = text.tree
        if !table.header.contains(where: { tree.hasContent(tree.contents(of: $0)) }) {
            return text.problem(
                .layoutTable, at: table.node, "a table without any header",
                help: "Write in its first row what each column holds; or, if it only sets things side by side, write paragraphs or a list.")
        }
        if let column = table.header.indices.first(where: { holdsOnlyPicture(table.header[$0]) }), table.columns > 1,
            table.rows.allSatisfy({ column < $0.count && holdsOnlyPicture($0[column]) })
        {
            return text.problem(
                .layoutTable, at: table.node, "a table that only sets pictures beside text",
                help: "Write each text below its picture; or, if it is a table, write in its first row what each column holds.")
        }
        if table.columns == 1, table.rows.count > 1 {
            return text.problem(
                .layoutTable, at: table.node, "a table of one column, which is a list",
                help: "Write a list, each line beginning with `- `, below a heading or a sentence.")
        }
        let isProse = table.rows.count <= 1 && table.columns > 1 && !isComparison(table) && (table.rows.joined() + table.header).contains { cell in
            tree.plainText(of: cell).utf8.count { $0 == 0x20 } >= 30
        }
        guard isProse else { return nil }
        return text.problem(
            .layoutTable, at: table.node, "a table that only sets text side by side",
            help: "Write the texts one below the other, each below a heading: screen readers and phones read it in that order.")
    }
}
