import FormExports
import Publication

/// The pictures of a question: the shares of its answers, group by group, answer by answer or year by year.
struct SurveyChart {
    let question: Survey.Question
    let answers: Survey.Answers
    let result: SurveyResults.Question
    /// The columns' names.
    let names: [Phrase]
    let edition: Edition
    /// The document.
    let index: Int
    let id: String
    let title: String
    /// The same question in every year in which it was the same, the oldest first.
    let years: [(year: String, result: SurveyResults.Question)]

    /// None where nothing may be drawn: the table says all that is published.
    func charts() -> [Chart] {
        let columns = Array(zip(names, result.columns))
        let total = answers.columns.count == 1 ? columns.first : answers.total.map { columns[$0] }
        switch question.chart ?? (isScaled ? .stacked : total == nil ? .byGroup : .bars) {
        case .none: return []
        case .stacked where isScaled: return [chart(.stacked, columns.map { scaleRow($0, $1) })].compactMap { $0 }
        case .diverging where isScaled: return [chart(.diverging, columns.map { scaleRow($0, $1, withApart: true) })].compactMap { $0 }
        case .overYears: return [chart(.dots, answers.columns.allSatisfy(SurveyFacts.isYear) ? [yearsRow()] : columns.indices.map { seriesRow($0) })].compactMap { $0 }
        case .byGroup where columns.count > 1:
            let shown = columns.indices.filter { !answers.isTotal($0) }
            return shown.compactMap { place in chart(.bars, plainRows(columns[place].1), of: columns[place].0, number: place) }
        default:
            guard let total else { return [] }
            return [chart(.bars, plainRows(total.1))].compactMap { $0 }
        }
    }

    private var isScaled: Bool { !result.isMultiple && (result.sides.contains(.upper) || result.sides.contains(.lower)) }

    /// - Parameter group: whose answers alone these are.
    private func chart(_ form: Chart.Form, _ rows: [ChartRow], of group: Phrase? = nil, number: Int = 0) -> Chart? {
        guard rows.contains(where: { !$0.segments.isEmpty }) else { return nil }
        let legend = form == .stacked || form == .diverging ? self.legend(withApart: form == .diverging) : []
        let shown = rows.filter { !$0.segments.isEmpty }.map { row in "\(row.label): " + row.segments.map { segment in
            [segment.caption, segment.label].compactMap { $0 }.joined(separator: ": ")
        }.joined(separator: ", ") }
        // What the shares are of, once, and then group by group.
        let answers = ChartLayout.ordered(legend, .stacked).map(\.label).joined(separator: ", ")
        return Chart(
            form: form, rows: rows, legend: legend, isRightToLeft: edition.language.isRightToLeft,
            id: id + (group == nil ? "-chart" : "-chart-\(number + 1)"), title: group.map { "\(title) – \($0.text)" } ?? title,
            description: (answers.isEmpty ? "" : answers + ". ") + shown.joined(separator: "; "), caption: group?.text,
            captionAttributes: edition.attributes(group))
    }

    // MARK: Scales

    private func legend(withApart: Bool) -> [ChartKey] {
        if answers.isNumeric {
            return [FormExports.AnswerSide.upper, .middle, .lower].compactMap { side in
                guard let words = range(of: side) else { return nil }
                return ChartKey(label: words, side: Self.side(side)!)
            }
        }
        let steps = Self.steps(result.sides)
        return answers.rows.indices.compactMap { row in
            guard let side = side(result.sides[row], withApart: withApart) else { return nil }
            let answer = phrase(row)
            return ChartKey(label: answer.text, attributes: edition.attributes(answer), side: side, step: steps[row])
        }
    }

    /// “6–10”, of a scale of numbers.
    private func range(of side: FormExports.AnswerSide) -> String? {
        let numbers = zip(answers.rows, result.sides).filter { $0.1 == side }.compactMap { Int($0.0.answer.prefix { $0.isASCII && $0.isNumber }) }
        guard let least = numbers.min(), let most = numbers.max() else { return nil }
        return least == most ? edition.text(least) : "\(edition.text(least))–\(edition.text(most))"
    }

    /// A group's answers on the scale. One that is withheld would tell the lengths of all, so that nothing is drawn.
    private func scaleRow(_ name: Phrase, _ column: SurveyResults.Column, withApart: Bool = false) -> ChartRow {
        let steps = Self.steps(result.sides)
        let places = result.sides.indices.filter { Self.side(result.sides[$0]) != nil }
        let apart = withApart ? result.sides.indices.filter { result.sides[$0] == .apart } : []
        let counts = places.compactMap { column.counts[$0].value }, apartCounts = apart.compactMap { column.counts[$0].value }
        guard counts.count == places.count, apartCounts.count == apart.count, let base = column.scaleBase?.value, let all = column.base.value,
            let shares = wholePercentages(of: counts).flatMap({ drawn(counts, $0, of: base) }), apartCounts.isEmpty || drawn(apartCounts, apartCounts, of: all) != nil
        else { return withheldRow(name) }
        var segments: [ChartSegment]
        if answers.isNumeric {
            let sums = [FormExports.AnswerSide.upper, .middle, .lower].map { side in zip(places, counts).reduce(0) { $0 + (result.sides[$1.0] == side ? $1.1 : 0) } }
            let shares = wholePercentages(of: sums).flatMap { drawn(sums, $0, of: base) } ?? []
            segments = zip([AnswerSide.favourable, .neutral, .unfavourable], shares).map { ChartSegment(percent: $1.percent, label: $1.label, side: $0) }
        } else {
            segments = zip(places, shares).map { place, share in
                ChartSegment(percent: share.percent, label: share.label, side: Self.side(result.sides[place])!, step: steps[place])
            }
        }
        segments += zip(apart, apartCounts).compactMap { place, count in
            guard all > 0, let share = drawn([count], [(count * 200 + all) / (2 * all)], of: all)?.first else { return nil }
            return ChartSegment(percent: share.percent, label: share.label, side: .apart, step: result.sides[..<place].count { $0 == .apart })
        }
        return ChartRow(label: name.text, attributes: edition.attributes(name), note: edition.texts("chartBase", count: base), segments: segments)
    }

    /// What is drawn and said of shares. Where only percentages are published, those near 0 and 100 are bounds, here as in
    /// the table, and a length tells no more.
    ///
    /// - Returns: nil where even a bound would be too much.
    private func drawn(_ counts: [Int], _ shares: [Int], of base: Int) -> [(percent: Int, label: String)]? {
        guard result.isShares else { return shares.map { ($0, edition.percent($0)) } }
        var lengths: [Int] = [], labels: [String] = []
        for (count, share) in zip(counts, shares) {
            guard let band = BandedPercentage(count, of: base, whole: share) else { return nil }
            switch band {
            case .whole: lengths.append(share)
            case .atMost: lengths.append(0)
            case .atLeast(let least): lengths.append(least)
            }
            labels.append(edition.text(band))
        }
        let isWhole = shares.count > 1 && shares.reduce(0, +) == 100
        return Array(zip(isWhole ? wholePercentages(of: lengths) ?? lengths : lengths, labels))
    }

    private func withheldRow(_ name: Phrase) -> ChartRow {
        ChartRow(label: name.text, attributes: edition.attributes(name), note: edition.texts("tooFewToShow"), segments: [])
    }

    // MARK: Answers

    /// Each answer a bar: of all who answered.
    private func plainRows(_ column: SurveyResults.Column) -> [ChartRow] {
        let places = result.sides.indices.filter { result.sides[$0] != .noAnswer }
        let counts = places.compactMap { column.counts[$0].value }
        guard counts.count == places.count, let base = column.base.value, base > 0,
            let shares = (result.isMultiple ? counts.map({ ($0 * 200 + base) / (2 * base) }) : wholePercentages(of: counts)).flatMap({ drawn(counts, $0, of: base) })
        else { return [] }
        return zip(places, shares).map { place, share in
            let answer = phrase(place)
            return ChartRow(label: answer.text, attributes: edition.attributes(answer), segments: [
                ChartSegment(percent: share.percent, label: share.label, side: result.sides[place] == .apart ? .apart : .plain),
            ])
        }
    }

    // MARK: Years

    /// The upper half of the scale in each of the table's years.
    private func yearsRow() -> ChartRow {
        let points = zip(answers.columns, result.columns).map { point(year: $0, $1) }
        return ChartRow(label: title, segments: points.contains { $0.percent != nil } ? points : [])
    }

    /// The same of a group in each of the series' surveys.
    private func seriesRow(_ column: Int) -> ChartRow {
        let points = years.compactMap { year in column < year.result.columns.count ? point(year: year.year, year.result.columns[column]) : nil }
        guard points.contains(where: { $0.percent != nil }) else { return withheldRow(names[column]) }
        return ChartRow(label: names[column].text, attributes: edition.attributes(names[column]), segments: points)
    }

    private func point(year: String, _ column: SurveyResults.Column) -> ChartSegment {
        guard let count = column.upper?.value, let base = column.scaleBase?.value, let share = BandedPercentage(count, of: base) else {
            return ChartSegment(percent: nil, label: SurveyPackage.withheld, side: .favourable, caption: year)
        }
        let percent = switch share {
        case .whole(let percent), .atMost(let percent), .atLeast(let percent): percent
        }
        return ChartSegment(percent: percent, label: edition.text(share), side: .favourable, caption: year)
    }

    // MARK: Words

    private func phrase(_ row: Int) -> Phrase { edition.phrase(at: answers.rows[row].cell, answers.rows[row].answer, of: index) }

    private func side(_ side: FormExports.AnswerSide, withApart: Bool) -> AnswerSide? { side == .apart && withApart ? .apart : Self.side(side) }

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
            case .upper, .middle, .apart: sides[..<place].count { $0 == sides[place] }
            case .lower: sides[(place + 1)...].count { $0 == .lower }
            case .noAnswer, .plain: 0
            }
        }
    }
}

extension Edition {
    /// A percentage in words, banded where an exact one would say something of everybody.
    func text(_ share: BandedPercentage) -> String {
        switch share {
        case .whole(let share): percent(share)
        case .atMost(let share): texts("atMost", ["share": percent(share)])
        case .atLeast(let share): texts("atLeast", ["share": percent(share)])
        }
    }
}
