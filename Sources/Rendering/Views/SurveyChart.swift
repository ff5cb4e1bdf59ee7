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
    let title: Words
    /// Whether the only column is of one of the survey's groups: then its name says whose answers these are.
    let ownGroup: Bool
    /// A column in every year in which the question was the same, the oldest first.
    let years: (Int) -> [(year: String, column: SurveyColumn)]

    /// None where nothing may be drawn: the table says all that is published.
    func charts() -> [Chart] {
        let total = answers.everybody
        switch question.chart ?? (isScaled ? .stacked : total == nil || !answers.years.isEmpty ? .byGroup : .bars) {
        case .none: return []
        case .stacked where isScaled: return [chart(.stacked, shown.map { scaleRow($0) })].compactMap { $0 }
        case .diverging where isScaled: return [chart(.diverging, shown.map { scaleRow($0, withApart: true) })].compactMap { $0 }
        case .overYears: return [chart(.dots, (answers.years.isEmpty ? Array(answers.columns.indices) : [total!]).map { yearsRow($0) })].compactMap { $0 }
        case .byGroup where answers.columns.count > 1:
            let places = shown.filter { !answers.years.isEmpty || $0 != total }
            // A group that is left out has too few; where all are, the table says it.
            guard places.contains(where: { !plainRows($0).isEmpty }) else { return [] }
            return places.compactMap { place in
                let rows = plainRows(place)
                return rows.isEmpty ? withheldChart(of: place) : chart(.bars, rows, of: names[place], base: column(place).base, number: place)
            }
        default:
            guard let total else { return [] }
            return [chart(.bars, plainRows(total), base: column(total).base)].compactMap { $0 }
        }
    }

    /// The columns in the order in which they are drawn; years that are added up are no year.
    private var shown: [Int] { answers.years.isEmpty ? Array(answers.columns.indices) : answers.years.map(\.column) }

    private func column(_ place: Int) -> SurveyColumn { SurveyColumn(answers: answers, result: result, index: place) }

    private var isScaled: Bool { !result.isMultiple && (result.sides.contains(.upper) || result.sides.contains(.lower)) }

    /// - Parameters:
    ///   - group: whose answers alone these are.
    ///   - base: what all rows are of; where it is nil, each row says it.
    private func chart(_ form: Chart.Form, _ rows: [ChartRow], of group: Phrase? = nil, base: Int? = nil, number: Int = 0) -> Chart? {
        guard rows.contains(where: { !$0.segments.isEmpty }) else { return nil }
        let legend = form == .stacked || form == .diverging ? self.legend(withApart: form == .diverging) : []
        let note = base.map { edition.texts("chartBase", count: $0) }
        let title = group.map { [self.title, Words($0)].joined(separator: " – ") } ?? self.title
        return Chart(
            form: form, rows: rows, legend: legend, isRightToLeft: edition.language.isRightToLeft,
            id: id + (group == nil ? "-chart" : "-chart-\(number + 1)"), title: title,
            description: description(of: rows, form, note), caption: group.map { Words($0) }, note: note)
    }

    /// Every share with the answer or the year that it is of.
    private func description(of rows: [ChartRow], _ form: Chart.Form, _ note: Words?) -> Words {
        let separators = edition.locale.separators, stop = separators.stop + separators.gap
        let shown = rows.filter { !$0.segments.isEmpty }.map { row in
            let head = [row.label, row.note ?? Words()].filter { !$0.isEmpty }.joined(separator: separators.comma)
            let segments = ChartLayout.ordered(row.segments.filter { row.aside == nil || $0.side != .apart }, .stacked)
            let isNamed = segments.contains { $0.name != nil || $0.caption != nil }
            var shares = segments.map { segment in
                [segment.name ?? segment.caption.map { Words($0) }, segment.label].compactMap { $0 }.joined(separator: separators.colon)
            }
            if form != .dots, let aside = row.aside { shares.append(aside) }
            return [head, shares.joined(separator: separators.semicolon)].filter { !$0.isEmpty }.joined(separator: isNamed ? " – " : separators.colon)
        }
        return ([note].compactMap { $0 } + [shown.joined(separator: form == .bars ? separators.semicolon : stop)]).joined(separator: stop)
    }

    private func withheldChart(of place: Int) -> Chart {
        let note = edition.texts("notShown"), group = Words(names[place])
        return Chart(
            form: .bars, rows: [], legend: [], isRightToLeft: edition.language.isRightToLeft, id: "\(id)-chart-\(place + 1)",
            title: [title, group].joined(separator: " – "), description: note, caption: group, note: note)
    }

    // MARK: Scales

    private func legend(withApart: Bool) -> [ChartKey] {
        if answers.isNumeric {
            return [FormExports.AnswerSide.upper, .middle, .lower].compactMap { side in
                guard let words = range(of: side) else { return nil }
                return ChartKey(label: Words(words), side: Self.side(side)!)
            }
        }
        let steps = self.steps
        return answers.rows.indices.compactMap { row in
            guard let side = side(result.sides[row], withApart: withApart) else { return nil }
            return ChartKey(label: Words(phrase(row)), side: side, step: steps[row])
        }
    }

    /// “6–10”, of a scale of numbers.
    private func range(of side: FormExports.AnswerSide) -> String? {
        let numbers = zip(answers.rows, result.sides).filter { $0.1 == side }.compactMap { Int($0.0.answer.prefix { $0.isASCII && $0.isNumber }) }
        guard let least = numbers.min(), let most = numbers.max() else { return nil }
        return least == most ? edition.text(least) : "\(edition.text(least))–\(edition.text(most))"
    }

    /// A column's answers on the scale. One that is withheld would tell the lengths of all, so that nothing is drawn.
    private func scaleRow(_ place: Int, withApart: Bool = false) -> ChartRow {
        let column = self.column(place), steps = self.steps
        let apart = withApart ? result.sides.indices.filter { result.sides[$0] == .apart } : []
        let apartShares = apart.compactMap { row in column.apart(row).map { (row: row, share: $0) } }
        guard let parts = answers.isNumeric ? column.sides() : column.scale(), apartShares.count == apart.count, let base = column.scaleBase else {
            return withheldRow(place)
        }
        var segments = parts.map { part in
            ChartSegment(
                percent: part.points, label: edition.text(part.percentage), side: Self.side(part.side)!, step: part.row.map { steps[$0] } ?? 0,
                name: part.row.map { Words(phrase($0)) } ?? range(of: part.side).map { Words($0) })
        }
        segments += apartShares.map { row, share in
            ChartSegment(
                percent: share.percentage.bound, label: edition.text(share.percentage), side: .apart, step: steps[row], name: Words(phrase(row)))
        }
        // What stands apart is of all who answered.
        let separators = edition.locale.separators
        let aside = apartShares.map { row, share in [Words(phrase(row)), edition.text(share)].joined(separator: separators.colon) }
            .joined(separator: separators.semicolon)
        let whole = SurveyColumn.Share(count: base, base: base, percentage: .whole(100), isEstimate: column.isScaleBaseEstimated)
        return self.row(place, note: edition.answered(whole), aside: aside.isEmpty ? nil : aside, segments)
    }

    private func withheldRow(_ place: Int) -> ChartRow { row(place, note: edition.texts("notShown"), []) }

    /// A column that is alone is named only where it is a group's: "Count" says nothing.
    private func row(_ place: Int, note: Words?, aside: Words? = nil, _ segments: [ChartSegment]) -> ChartRow {
        guard answers.columns.count > 1 || ownGroup else { return ChartRow(label: "", note: note, aside: aside, segments: segments) }
        return ChartRow(label: Words(names[place]), note: note, aside: aside, segments: segments)
    }

    // MARK: Answers

    /// Each answer a bar: of all who answered.
    private func plainRows(_ place: Int) -> [ChartRow] {
        (column(place).all() ?? []).map { part in
            ChartRow(label: Words(phrase(part.row!)), segments: [
                ChartSegment(percent: part.points, label: edition.text(part.percentage), side: part.side == .apart ? .apart : .plain),
            ])
        }
    }

    // MARK: Years

    /// The upper half of the scale in each year.
    private func yearsRow(_ place: Int) -> ChartRow {
        let points = years(place).map { point(year: $0.year, $0.column) }
        guard points.contains(where: { $0.percent != nil }) else { return withheldRow(place) }
        // Of a lone row, the sentences and the history say what the shares are of.
        guard answers.years.isEmpty, answers.columns.count > 1 else { return ChartRow(label: "", segments: points) }
        let shares = years(place).compactMap { entry in
            entry.column.favourable.map { [Words(entry.year), edition.text($0)].joined(separator: edition.locale.separators.colon) }
        }
        return row(place, note: nil, aside: shares.joined(separator: edition.locale.separators.semicolon), points)
    }

    private func point(year: String, _ column: SurveyColumn) -> ChartSegment {
        guard let share = column.favourable else {
            return ChartSegment(percent: nil, label: Words(SurveyPackage.withheld), side: .favourable, caption: year)
        }
        let (open, close) = edition.locale.separators.parentheses
        return ChartSegment(
            percent: share.percentage.bound, label: edition.text(share.percentage), side: .favourable,
            caption: year, name: Words(year + open) + edition.answered(share) + Words(close))
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

    /// How far each answer is from its side's strongest, by its rank on the scale, in whatever order the rows stand.
    private var steps: [Int] {
        let ranks = FormExports.AnswerSide.ranks(of: answers.rows.map(\.answer), result.sides)
        return result.sides.indices.map { place in
            func count(_ isStronger: (Int, Int) -> Bool) -> Int {
                result.sides.indices.count { other in
                    guard result.sides[other] == result.sides[place], let one = ranks[other], let two = ranks[place] else { return false }
                    return isStronger(one, two)
                }
            }
            return switch result.sides[place] {
            case .upper, .middle: count(<)
            case .lower: count(>)
            case .apart: result.sides[..<place].count { $0 == .apart }
            case .noAnswer, .plain: 0
            }
        }
    }
}

extension Edition {
    /// A percentage in words, banded where an exact one would say something of everybody.
    func text(_ share: BandedPercentage) -> Words {
        switch share {
        case .whole(let share): Words(percent(share))
        case .atMost(let share): texts("atMost", ["share": .percent(share)])
        case .atLeast(let share): texts("atLeast", ["share": .percent(share)])
        }
    }

    /// The same with what it is of.
    func text(_ share: SurveyColumn.Share) -> Words { texts("shareOf", ["share": .share(share.percentage, of: nil), "total": base(of: share)]) }

    /// “541”, or “about 540”.
    func base(of share: SurveyColumn.Share) -> Texts.Value {
        share.isEstimate ? .words(texts("about", ["total": .number(share.shownBase)])) : .number(share.base)
    }

    /// “541 answered”, or “about 540 answered”.
    func answered(_ share: SurveyColumn.Share) -> Words {
        let words = texts("chartBase", count: share.shownBase)
        return share.isEstimate ? texts("about", ["total": .words(words)]) : words
    }
}
