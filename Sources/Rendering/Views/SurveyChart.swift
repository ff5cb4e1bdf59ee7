import FormExports
import Publication

/// The picture of a question: the shares of its answers, group by group.
extension Renderer {
    /// Nil where nothing may be drawn: the table says all that is published.
    func chart(_ answers: Survey.Answers, _ result: SurveyResults.Question, _ names: [Phrase], in index: Int, id: String, title: String) -> [UInt8]? {
        let isScaled = !result.isMultiple && (result.sides.contains(.upper) || result.sides.contains(.lower))
        let columns = Array(zip(names, result.columns))
        let rows = isScaled ? columns.map { scaleRow($0, $1, result.sides) } : plainRows(answers, result, columns.last?.1, in: index)
        guard rows.contains(where: { !$0.segments.isEmpty }) else { return nil }
        let steps = Renderer.steps(result.sides)
        let legend = !isScaled ? [] : answers.rows.indices.compactMap { row -> ChartKey? in
            guard let side = Renderer.side(result.sides[row]) else { return nil }
            let answer = edition.phrase(at: answers.rows[row].cell, answers.rows[row].answer, of: index)
            return ChartKey(label: answer.text, attributes: edition.attributes(answer), side: side, step: steps[row])
        }
        let description = rows.filter { !$0.segments.isEmpty }.map { row in
            "\(row.label): " + row.segments.map(\.label).joined(separator: ", ")
        }.joined(separator: "; ")
        return Chart(
            form: isScaled ? .stacked : .bars, rows: rows, legend: legend, isRightToLeft: edition.language.isRightToLeft, id: id + "-chart",
            title: title, description: description
        ).html()
    }

    /// A group's answers on the scale. One that is withheld would tell the lengths of all, so that nothing is drawn.
    private func scaleRow(_ name: Phrase, _ column: SurveyResults.Column, _ sides: [FormExports.AnswerSide]) -> ChartRow {
        let steps = Renderer.steps(sides)
        let places = sides.indices.filter { Renderer.side(sides[$0]) != nil }
        let counts = places.compactMap { column.counts[$0].value }
        guard counts.count == places.count, let base = column.scaleBase?.value, let shares = wholePercentages(of: counts) else {
            return ChartRow(label: name.text, attributes: edition.attributes(name), note: edition.texts("tooFewToShow"), segments: [])
        }
        let segments = zip(places, shares).map { place, share in
            ChartSegment(percent: share, label: edition.percent(share), side: Renderer.side(sides[place])!, step: steps[place])
        }
        return ChartRow(label: name.text, attributes: edition.attributes(name), note: edition.texts("chartBase", count: base), segments: segments)
    }

    /// Answers without a scale, each a bar: of all who answered.
    private func plainRows(_ answers: Survey.Answers, _ result: SurveyResults.Question, _ column: SurveyResults.Column?, in index: Int) -> [ChartRow] {
        guard let column = result.columns.count == 1 ? column : totalColumn(answers, result) else { return [] }
        let places = result.sides.indices.filter { result.sides[$0] != .noAnswer }
        let counts = places.compactMap { column.counts[$0].value }
        guard counts.count == places.count, let base = column.base.value, base > 0,
            let shares = result.isMultiple ? counts.map({ ($0 * 200 + base) / (2 * base) }) : wholePercentages(of: counts)
        else { return [] }
        return zip(places, shares).map { place, share in
            let answer = edition.phrase(at: answers.rows[place].cell, answers.rows[place].answer, of: index)
            return ChartRow(label: answer.text, attributes: edition.attributes(answer), segments: [
                ChartSegment(percent: share, label: edition.percent(share), side: result.sides[place] == .apart ? .apart : .plain),
            ])
        }
    }

    private static func side(_ side: FormExports.AnswerSide) -> AnswerSide? {
        switch side {
        case .upper: .favourable
        case .middle: .neutral
        case .lower: .unfavourable
        case .apart, .noAnswer, .plain: nil
        }
    }

    /// How far each answer is from its side's strongest: the first of the upper half, the last of the lower.
    private static func steps(_ sides: [FormExports.AnswerSide]) -> [Int] {
        sides.indices.map { place in
            switch sides[place] {
            case .upper, .middle: sides[..<place].count { $0 == sides[place] }
            case .lower: sides[(place + 1)...].count { $0 == .lower }
            case .apart, .noAnswer, .plain: 0
            }
        }
    }
}
