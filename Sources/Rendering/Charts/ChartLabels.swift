/// From which width of a drawing on each label of a row may be shown, so that none touches another.
///
/// How wide the drawing will be, no server knows: the style sheet asks, at each of some widths in `em`, whose class is on
/// the label. A label that has no room even in the widest is left out: the table has it.
struct ChartLabels {
    static let widths = [10, 12, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32, 40]

    /// For each piece one of the widths, or nil.
    private(set) var steps: [Int?]

    /// - Parameter kept: those that are shown in any case.
    init(_ words: [String], below pieces: [ChartLayout.Piece], kept: Set<Int> = []) {
        let lengths = words.map(Self.length)
        // The larger a part, the sooner it has its label.
        let order = pieces.indices.sorted { (kept.contains($0) ? 0 : 1, -pieces[$0].width, $0) < (kept.contains($1) ? 0 : 1, -pieces[$1].width, $1) }
        steps = pieces.map { _ in nil }
        for width in Self.widths.reversed() {
            var shown: [Int] = []
            // All in thousandths of an em.
            func middle(_ index: Int) -> Int { pieces[index].middle * width / 100 }
            func fits(_ index: Int) -> Bool {
                let half = lengths[index] / 2, overhang = 250, space = 250
                guard !words[index].isEmpty, pieces[index].width * width / 100 * 5 >= lengths[index] * 2 else { return false }
                guard middle(index) - half >= -overhang, middle(index) + half <= width * 1000 + overhang else { return false }
                return shown.allSatisfy { abs(middle($0) - middle(index)) >= half + lengths[$0] / 2 + space }
            }
            for index in order where kept.contains(index) || fits(index) { shown.append(index) }
            let isWidest = width == Self.widths.last
            for index in pieces.indices {
                // Shown from here on only if it is in all that are wider.
                let isShownInWider = isWidest || steps[index].flatMap(Self.widths.firstIndex) == Self.widths.firstIndex(of: width)! + 1
                if isShownInWider, shown.contains(index) { steps[index] = width }
            }
        }
    }

    /// In thousandths of an em, a little more than in most fonts.
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
