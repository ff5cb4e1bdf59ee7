extension [[QuestionResult]] {
    /// Questions that follow each other on one scale show the same steps: some tools write a grid's rows as questions of
    /// their own, of which one may lack a step that nobody chose.
    mutating func shareScales(isDeclared: [Bool]) {
        var start = 0
        while start < count {
            guard let scale = scale(start, isDeclared) else { start += 1; continue }
            var end = start + 1
            while end < count, self.scale(end, isDeclared) == scale { end += 1 }
            share(start..<end)
            start = end
        }
    }

    private func scale(_ index: Int, _ isDeclared: [Bool]) -> AnswerWords.Scale? {
        guard !isDeclared[index], let first = self[index].first, case .scale(let scale) = first.kind, scale != .numbers, scale != .degree else { return nil }
        return scale
    }

    private mutating func share(_ range: Range<Int>) {
        let all = self[range].joined()
        let steps = all.map { $0.rows.filter { $0.place == .option } }.max { $0.count < $1.count } ?? []
        let keys = steps.map(\.label.folded)
        for index in range {
            for part in self[index].indices {
                let own = Set(self[index][part].rows.filter { $0.place == .option }.map(\.label.folded))
                guard own.count < keys.count, own.isSubset(of: keys) else { continue }
                let rows = self[index][part].rows
                let scaled = steps.map { step in
                    rows.first { $0.place == .option && $0.label.folded == step.label.folded }
                        ?? QuestionResult.Row(label: step.label, counts: step.counts.map { _ in 0 })
                }
                self[index][part].rows = scaled + rows.filter { $0.place != .option }
            }
        }
    }
}
