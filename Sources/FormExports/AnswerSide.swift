/// Where an answer stands among those of its question.
package enum AnswerSide: Sendable, Hashable {
    /// On the upper half of a scale, in its middle, on its lower half.
    case upper, middle, lower
    /// "Don't know": an answer, and none on the scale.
    case apart
    /// Nobody answered.
    case noAnswer
    /// Of a question without a scale.
    case plain

    /// - Parameter answers: as they are written, in the order of the question.
    /// - Returns: one for each; all on a scale, or all plain but for those that stand apart.
    package static func all(of answers: [String]) -> [AnswerSide] {
        let folded = answers.map(\.folded)
        var sides = folded.map { AnswerWords.noAnswer.contains($0) ? AnswerSide.noAnswer : AnswerWords.apart.contains($0) ? .apart : .plain }
        let places = sides.indices.filter { sides[$0] == .plain }
        guard let (scale, ranks) = AnswerWords.scale(of: places.map { folded[$0] }), Set(ranks).count > 1 else { return sides }
        let middle = middle(of: scale, hasMiddle: places.count % 2 == 1)
        for (place, rank) in zip(places, ranks) {
            sides[place] = rank < middle.lowerBound ? .upper : middle.contains(rank) ? .middle : .lower
        }
        return sides
    }

    /// The ranks that are neither half's.
    private static func middle(of scale: AnswerWords.Scale, hasMiddle: Bool) -> Range<Int> {
        switch scale {
        case .agreement, .frequency, .quality, .importance: 3..<4
        case .satisfaction, .likelihood: 4..<5
        case .yesNo: 2..<3
        // "Somewhat" is the middle of five degrees, and above it of four.
        case .degree: hasMiddle ? 3..<4 : 4..<4
        case .numbers: 0..<0
        }
    }
}
