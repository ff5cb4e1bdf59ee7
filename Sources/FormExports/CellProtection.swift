/// A question's counts, as they would be published.
package struct CountTable: Sendable {
    /// Answers × groups; with more than one group, the last column is all of them together.
    package var rows: [[Int]]
    /// Whether a group's answers add up to its responses, which are published: not where several answers were allowed.
    package var addsUpDown: Bool
    /// Whether the last column is the sum of those before it.
    package var addsUpAcross: Bool
    /// Counts from 1 to one less are not published.
    package var threshold: Int

    package init(rows: [[Int]], addsUpDown: Bool, addsUpAcross: Bool, threshold: Int) {
        self.rows = rows
        self.addsUpDown = addsUpDown
        self.addsUpAcross = addsUpAcross
        self.threshold = threshold
    }

    /// Which cells are withheld: small ones, and others until no small one can be had by subtraction within a row or column.
    package var withheld: [[Bool]] { withheld(besides: []) }

    /// - Parameter others: cells that are withheld for another reason; none, or one for each cell.
    package func withheld(besides others: [[Bool]]) -> [[Bool]] {
        var hidden = rows.map { $0.map { $0 > 0 && $0 < threshold } }
        for (row, cells) in others.enumerated() { for (column, isHidden) in cells.enumerated() where isHidden { hidden[row][column] = true } }
        var lines: [[(row: Int, column: Int)]] = []
        if addsUpAcross { lines += rows.indices.map { row in rows[row].indices.map { (row, $0) } } }
        if addsUpDown { lines += (rows.first?.indices ?? 0..<0).map { column in rows.indices.map { ($0, column) } } }
        var changes = true
        while changes {
            changes = false
            for line in lines {
                let parts = line.filter { hidden[$0.row][$0.column] }
                guard !parts.isEmpty else { continue }
                // What is known of the hidden ones is their sum: it may give away neither one nor that all are few.
                let sum = parts.reduce(0) { $0 + rows[$1.row][$1.column] }
                guard parts.count == 1 || sum < threshold else { continue }
                let shown = line.filter { !hidden[$0.row][$0.column] }
                guard let next = shown.min(by: { order($0) < order($1) }) else { continue }
                hidden[next.row][next.column] = true
                changes = true
            }
        }
        return hidden
    }

    /// The smallest first, and zeros, which hide little, last.
    private func order(_ cell: (row: Int, column: Int)) -> (Int, Int) {
        let count = rows[cell.row][cell.column]
        return (count == 0 ? .max : count, cell.row)
    }
}
