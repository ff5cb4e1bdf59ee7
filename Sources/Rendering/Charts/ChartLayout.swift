/// Where the segments of a chart lie, in thousandths of a percent of the drawing's width, from its left.
///
/// Both edges of a segment are rounded by themselves and its width is what lies between, so widths add up exactly.
/// Withheld rows have no part in it: the scale is that of what is shown.
struct ChartLayout {
    static let whole = 100_000

    struct Piece {
        var segment: ChartSegment
        var start: Int
        var width: Int

        var middle: Int { start + width / 2 }
    }

    /// For each row its segments in the order of reading; none where a row is withheld.
    private(set) var rows: [[Piece]] = []
    /// The line between the two sides of a diverging chart.
    private(set) var centre: Int?

    init(_ chart: Chart) {
        let shown = chart.rows.map { row in chart.form == .dots || row.segments.allSatisfy { $0.percent != nil } ? row.segments : [] }
        switch chart.form {
        case .stacked, .diverging: align(shown, chart.form)
        case .bars: rows = shown.map { $0.prefix(1).map { Piece(segment: $0, start: 0, width: Self.points($0) * Self.whole / 100) } }
        case .dots: space(shown)
        }
        guard chart.isRightToLeft else { return }
        rows = rows.map { $0.map { Piece(segment: $0.segment, start: Self.whole - $0.start - $0.width, width: $0.width) } }
        centre = centre.map { Self.whole - $0 }
    }

    /// Answers that begin, or end, at the same place in every row, so that they can be compared over rows.
    private struct Column {
        var sides: [AnswerSide]
        var endsTogether = false
        /// From the column before, in points.
        var gap = 3
    }

    private mutating func align(_ shown: [[ChartSegment]], _ form: Chart.Form) {
        let columns = form == .stacked
            ? [Column(sides: [.favourable, .plain, .neutral, .unfavourable]), Column(sides: [.apart])]
            : [
                Column(sides: [.unfavourable], endsTogether: true), Column(sides: [.favourable], gap: 0),
                Column(sides: [.neutral, .plain]), Column(sides: [.apart]),
            ]
        rows = shown.map { _ in [] }
        // In points first, and then in parts of the whole.
        var end = 0
        for column in columns {
            let parts = shown.map { Self.ordered($0.filter { column.sides.contains($0.side) }, form) }
            let lengths = parts.map { $0.reduce(0) { $0 + Self.points($1) } }
            let length = lengths.max() ?? 0
            if length > 0, end > 0 { end += column.gap }
            for index in parts.indices {
                var start = column.endsTogether ? end + length - lengths[index] : end
                for segment in parts[index] {
                    rows[index].append(Piece(segment: segment, start: start, width: Self.points(segment)))
                    start += Self.points(segment)
                }
            }
            end += length
            if column.endsTogether { centre = end }
        }
        guard end > 0 else { return centre = nil }
        func part(_ points: Int) -> Int { (points * Self.whole + end / 2) / end }
        rows = rows.map { $0.map { Piece(segment: $0.segment, start: part($0.start), width: part($0.start + $0.width) - part($0.start)) } }
        centre = centre.map(part)
    }

    /// Points of the same year lie above each other.
    private mutating func space(_ shown: [[ChartSegment]]) {
        var years: [String] = []
        for segments in shown.sorted(by: { $0.count > $1.count }) {
            var next = years.count
            for segment in segments.reversed() {
                guard let year = segment.caption else { continue }
                if let index = years.firstIndex(of: year) { next = index } else { years.insert(year, at: next) }
            }
        }
        rows = shown.map { segments in
            let places = segments.compactMap { segment in segment.caption.flatMap { years.firstIndex(of: $0) } }
            let areYears = Set(places).count == segments.count
            let count = areYears ? years.count : segments.count
            return segments.indices.map { index in
                let place = areYears ? places[index] : index
                let start = place * Self.whole / count
                return Piece(segment: segments[index], start: start, width: (place + 1) * Self.whole / count - start)
            }
        }
    }

    private static func points(_ segment: ChartSegment) -> Int { min(max(segment.percent ?? 0, 0), 100) }
}

/// What has a place in the order of a scale.
protocol ScalePoint {
    var side: AnswerSide { get }
    var step: Int { get }
}

extension ChartSegment: ScalePoint {}
extension ChartKey: ScalePoint {}

extension ChartLayout {
    /// From the strongest favourable answer to the strongest unfavourable one, or in a diverging chart the other way;
    /// those without a side stay as they are.
    static func ordered<Point: ScalePoint>(_ points: [Point], _ form: Chart.Form) -> [Point] {
        func rank(_ point: Point) -> (Int, Int) {
            switch (form, point.side) {
            case (.bars, _), (.dots, _): (0, 0)
            case (.diverging, .unfavourable): (0, point.step)
            case (.diverging, .favourable): (1, -point.step)
            case (_, .favourable): (1, point.step)
            case (_, .plain): (2, 0)
            case (_, .neutral): (3, point.step)
            case (_, .unfavourable): (4, -point.step)
            case (_, .apart): (5, point.step)
            }
        }
        let ranked = points.enumerated().map { (rank: rank($0.element), offset: $0.offset, point: $0.element) }
        return ranked.sorted { ($0.rank.0, $0.rank.1, $0.offset) < ($1.rank.0, $1.rank.1, $1.offset) }.map(\.point)
    }
}
