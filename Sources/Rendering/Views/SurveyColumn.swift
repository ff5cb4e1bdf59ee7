import FormExports
import Publication

/// One column of a question's table: its percentages, the same wherever they are said or drawn.
///
/// The upper half of a scale is rounded half up, as in a sentence; what is left of 100 goes to the middle and the lower
/// half, and each side's points to its answers, by largest remainder. So the parts always add up to their side and the
/// sides to 100. What is near 0 or 100 is told as a bound only, and drawn as long as the bound.
struct SurveyColumn {
    let answers: Survey.Answers
    let result: SurveyResults.Question
    let index: Int

    /// A share with what it is of.
    struct Share {
        let count: Int
        let base: Int
        let percentage: BandedPercentage
        /// Whether what it is of is worked out from percentages: of 611, of whom 89 % are on the scale, about 540.
        var isEstimate = false

        /// An estimate has two digits.
        var shownBase: Int {
            var unit = 1
            while isEstimate, base / unit >= 100 { unit *= 10 }
            return (base + unit / 2) / unit * unit
        }
    }

    struct Part {
        /// The row of the table; nil where several are one part.
        let row: Int?
        let side: FormExports.AnswerSide
        let percentage: BandedPercentage
        /// Its length.
        let points: Int
    }

    private var column: SurveyResults.Column { result.columns[index] }

    /// Whether the answers stand on a scale of which one can be chosen.
    var isScaled: Bool { !result.isMultiple && (result.sides.contains(.upper) || result.sides.contains(.lower)) }

    /// How many answered; nil where it is withheld.
    var base: Int? { column.base.value }

    /// How many gave an answer on the scale.
    var scaleBase: Int? {
        guard let base = column.scaleBase?.value else { return nil }
        guard result.isShares, let amounts, let all = column.base.value else { return base }
        let given = sum(amounts) { $0 != .noAnswer }, scaled = sum(amounts) { Self.scale.contains($0) }
        return given > 0 ? (all * scaled * 2 + given) / (2 * given) : base
    }

    /// Of percentages nobody knows how many exactly answered on the scale, where not all of them did.
    var isScaleBaseEstimated: Bool { result.isShares && scaleBase != column.base.value }

    /// The upper half of the scale; nil where there is none, or it is withheld.
    var favourable: Share? {
        guard !result.isMultiple, result.sides.contains(.upper), let count = column.upper?.value, let base = scaleBase, base > 0 else { return nil }
        guard result.isShares else { return BandedPercentage(count, of: base).map { Share(count: count, base: base, percentage: $0) } }
        guard let amounts else { return nil }
        let upper = sum(amounts) { $0 == .upper }, scaled = sum(amounts) { Self.scale.contains($0) }
        guard scaled > 0, case let count = (base * upper * 2 + scaled) / (2 * scaled) else { return nil }
        return BandedPercentage(count, of: base, whole: (upper * 200 + scaled) / (2 * scaled)).map {
            Share(count: count, base: base, percentage: $0, isEstimate: isScaleBaseEstimated)
        }
    }

    /// The answers on the scale, as they stand in the table; nil where one of them is withheld, since it would follow
    /// from the others.
    func scale() -> [Part]? {
        let places = result.sides.indices.filter { Self.scale.contains(result.sides[$0]) }
        let sides = places.map { result.sides[$0] }
        guard let amounts = amounts(places), let base = scaleBase, let shares = wholePercentages(of: amounts, sides) else { return nil }
        return parts(places.map { $0 }, sides, amounts, shares, base)
    }

    /// The upper half, the middle and the lower half, as far as the scale has them.
    func sides() -> [Part]? {
        let places = result.sides.indices.filter { Self.scale.contains(result.sides[$0]) }
        guard let amounts = amounts(places), let base = scaleBase else { return nil }
        let sides = Self.scale.filter(result.sides.contains)
        let sums = sides.map { side in zip(places, amounts).reduce(0) { $0 + (result.sides[$1.0] == side ? $1.1 : 0) } }
        guard let shares = wholePercentages(of: sums, sides) else { return nil }
        return parts(sides.map { _ in nil }, sides, sums, shares, base)
    }

    /// Every answer, of all who gave one.
    func all() -> [Part]? {
        let places = result.sides.indices.filter { result.sides[$0] != .noAnswer }
        guard let amounts = amounts(places), let base = column.base.value, base > 0 else { return nil }
        let whole = result.isShares ? Self.hundred : base
        guard let shares = result.isMultiple ? amounts.map({ ($0 * 200 + whole) / (2 * whole) }) : wholePercentages(of: amounts) else { return nil }
        let parts = zip(places, zip(amounts, shares)).compactMap { row, numbers -> Part? in
            percentage(numbers.0, numbers.1, of: whole, base).map { Part(row: row, side: result.sides[row], percentage: $0, points: $0.bound) }
        }
        return parts.count == places.count ? parts : nil
    }

    /// The answer that most gave, where it is one.
    func mostCommon() -> (row: Int, share: Share)? {
        guard let parts = all(), let base, let amounts = amounts(parts.compactMap(\.row)), let most = amounts.max(),
            amounts.count(where: { $0 == most }) == 1, let place = amounts.firstIndex(of: most), let row = parts[place].row
        else { return nil }
        return (row, Share(count: column.counts[row].value ?? 0, base: base, percentage: parts[place].percentage))
    }

    /// The two answers that as many gave, and more than any other; none where rounding tells them apart.
    func mostCommonTwo() -> (rows: (Int, Int), share: Share)? {
        guard let parts = all(), let base, let amounts = amounts(parts.compactMap(\.row)), let most = amounts.max(), most > 0 else { return nil }
        let places = amounts.indices.filter { amounts[$0] == most }
        guard places.count == 2, parts[places[0]].percentage == parts[places[1]].percentage, let one = parts[places[0]].row, let other = parts[places[1]].row else { return nil }
        return ((one, other), Share(count: column.counts[one].value ?? 0, base: base, percentage: parts[places[0]].percentage))
    }

    /// An answer that stands apart: of all who gave one.
    func apart(_ row: Int) -> Share? {
        guard let amount = amounts([row])?.first, let base, base > 0 else { return nil }
        let whole = result.isShares ? sum(amounts ?? []) { $0 != .noAnswer } : base
        guard whole > 0, let percentage = percentage(amount, (amount * 200 + whole) / (2 * whole), of: whole, base) else { return nil }
        return Share(count: column.counts[row].value ?? 0, base: base, percentage: percentage)
    }

    // MARK: Numbers

    private static let scale: [FormExports.AnswerSide] = [.upper, .middle, .lower]

    /// What 100 % are in the unit of given percentages.
    private static let hundred = 100_000

    /// All rows' counts, or percentages in thousandths; nil where one is withheld.
    private var amounts: [Int]? { amounts(Array(result.sides.indices)) }

    private func amounts(_ rows: [Int]) -> [Int]? {
        let amounts = rows.compactMap { row -> Int? in
            guard let count = column.counts[row].value else { return nil }
            guard result.isShares else { return count }
            return answers.rows[row].counts[index].share.map { Int(($0.value * Double(Self.hundred / 100)).rounded()) }
        }
        return amounts.count == rows.count ? amounts : nil
    }

    private func sum(_ amounts: [Int], where isCounted: (FormExports.AnswerSide) -> Bool) -> Int {
        zip(amounts, result.sides).reduce(0) { $0 + (isCounted($1.1) ? $1.0 : 0) }
    }

    /// The bands are those of how many people there are.
    private func percentage(_ amount: Int, _ share: Int, of whole: Int, _ base: Int) -> BandedPercentage? {
        BandedPercentage(result.isShares ? min(base, (amount * base * 2 + whole) / (2 * whole)) : amount, of: base, whole: share)
    }

    private func parts(_ rows: [Int?], _ sides: [FormExports.AnswerSide], _ amounts: [Int], _ shares: [Int], _ base: Int) -> [Part]? {
        let percentages = zip(amounts, shares).compactMap { percentage($0, $1, of: amounts.reduce(0, +), base) }
        guard percentages.count == shares.count else { return nil }
        let points = drawn(percentages)
        return rows.indices.map { Part(row: rows[$0], side: sides[$0], percentage: percentages[$0], points: points[$0]) }
    }
}

/// Lengths of shares that make a whole, from what is said of them alone: what "at most" leaves open is shared evenly.
func drawn(_ shares: [BandedPercentage]) -> [Int] {
    let open = shares.indices.filter { if case .atMost = shares[$0] { true } else { false } }
    let rest = max(0, 100 - shares.indices.filter { !open.contains($0) }.reduce(0) { $0 + shares[$1].bound })
    var points = shares.map(\.bound)
    for (place, index) in open.enumerated() { points[index] = (rest * (place + 1)) / open.count - (rest * place) / open.count }
    return points
}

extension BandedPercentage {
    /// The percentage itself, or that which it is bounded by.
    var bound: Int {
        switch self {
        case .whole(let percent), .atMost(let percent), .atLeast(let percent): percent
        }
    }
}

/// Whole percentages that add up to 100, by largest remainder; equal remainders go to the earlier answer. Nil where
/// nothing was counted.
func wholePercentages(of counts: [Int]) -> [Int]? {
    let total = counts.reduce(0, +)
    guard total > 0, total < .max / 200 else { return nil }
    return apportioned(100, counts, of: total)
}

/// The same where answers have sides: the upper half is rounded half up, and all else follows from it, so that its parts
/// add up to what is said of it. 12, 11 | 7 | 4, 3 → 32, 30 | 19 | 11, 8.
func wholePercentages(of counts: [Int], _ sides: [FormExports.AnswerSide]) -> [Int]? {
    let total = counts.reduce(0, +)
    guard total > 0, total < .max / 200 else { return nil }
    let order: [FormExports.AnswerSide] = [.upper, .middle, .lower]
    let sums = order.map { side in zip(counts, sides).reduce(0) { $0 + ($1.1 == side ? $1.0 : 0) } }
    let upper = (sums[0] * 200 + total) / (2 * total)
    let points = [upper] + apportioned(100 - upper, Array(sums.dropFirst()), of: total)
    var shares = counts.map { _ in 0 }
    for (side, points) in zip(order, points) {
        let places = sides.indices.filter { sides[$0] == side }
        for (place, share) in zip(places, apportioned(points, places.map { counts[$0] }, of: total)) { shares[place] = share }
    }
    return shares
}

/// So many points for the percentages of some counts, less than one point away from each.
private func apportioned(_ points: Int, _ counts: [Int], of total: Int) -> [Int] {
    var shares = counts.map { $0 * 100 / total }
    let missing = points - shares.reduce(0, +)
    let byRemainder = counts.indices.sorted { (counts[$1] * 100 % total, $0) < (counts[$0] * 100 % total, $1) }
    for index in byRemainder.prefix(max(0, missing)) { shares[index] += 1 }
    return shares
}
