/// From which width of a drawing on each label of a row may be shown, so that none touches another.
///
/// How wide the drawing will be, no server knows: the style sheet asks, at each of some widths in `em`, whose class is on
/// the label. A label that has no room even in the widest is left out: the table has it.
struct ChartLabels {
    /// The first is taken for the least there is: what fits into it is always shown.
    static let widths = [8, 10, 12, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32, 40]

    /// For each piece the index of one of the widths, or nil.
    private(set) var steps: [Int?]

    /// - Parameters:
    ///   - words: what is written at the middle of each piece; of several lines the longest.
    ///   - first: the pieces that have their labels before all others, and the first of them in any case. Without these,
    ///     the larger a piece, the sooner.
    init(_ words: [String], at pieces: [ChartLayout.Piece], first: [Int] = []) {
        let lengths = words.map(Self.length)
        let order = first + pieces.indices.filter { !first.contains($0) }.sorted { (-pieces[$0].width, $0) < (-pieces[$1].width, $1) }
        steps = pieces.map { _ in nil }
        // From the widest on, since a label stays where it once was shown.
        for (step, width) in Self.widths.enumerated().reversed() {
            // All lengths are in thousandths of an em.
            let middles = pieces.map { $0.middle * width / 100 }
            var shown: [Int] = []
            for index in order where !words[index].isEmpty {
                let half = lengths[index] / 2
                let isWideEnough = pieces[index].width * width / 100 * 5 >= lengths[index] * 2
                let isInside = middles[index] - half >= -Self.overhang && middles[index] + half <= width * 1000 + Self.overhang
                let isFree = shown.allSatisfy { abs(middles[$0] - middles[index]) >= half + lengths[$0] / 2 + Self.space }
                if index == first.first || isWideEnough && isInside && isFree { shown.append(index) }
            }
            for index in shown where step == Self.widths.count - 1 || steps[index] == step + 1 { steps[index] = step }
        }
    }

    private static let overhang = 400
    private static let space = 250

    /// A little more than in most fonts.
    private static func length(_ words: String) -> Int {
        words.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar {
            case " ", "\u{A0}", "\u{202F}", ".", ",": sum + 280
            case "\u{200E}", "\u{200F}", "\u{61C}", "\u{2066}"..."\u{2069}": sum
            case "%", "\u{2E80}"...: sum + 880
            default: sum + 580
            }
        }
    }
}
