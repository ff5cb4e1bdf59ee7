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
        var sides = unscaled(answers)
        let places = sides.indices.filter { sides[$0] == .plain }
        guard let (scale, ranks) = known(places.map { folded[$0] }), Set(ranks).count > 1 else { return sides }
        let middle = middle(of: scale, hasMiddle: places.count % 2 == 1)
        for (place, rank) in zip(places, ranks) {
            sides[place] = rank < middle.lowerBound ? .upper : middle.contains(rank) ? .middle : .lower
        }
        return sides
    }

    /// - Parameter words: folded, without those that stand apart.
    static func known(_ words: [String]) -> (scale: AnswerWords.Scale, ranks: [Int])? {
        AnswerWords.zeroToTen(words).map { (.numbers, $0) } ?? AnswerWords.scale(of: words)
    }

    /// The one answer that keeps the others from being a known scale.
    package static func odd(among answers: [String]) -> Int? {
        let sides = unscaled(answers)
        let places = sides.indices.filter { sides[$0] == .plain }
        return AnswerWords.odd(among: places.map { answers[$0].folded }).map { places[$0] }
    }

    /// Whether words are answers of a known scale, one of each.
    package static func isScale(_ words: [String]) -> Bool { all(of: words).contains { [.upper, .lower].contains($0) } }

    /// Whether the answers tell by themselves that more is better: those of how good something is, and of how satisfied
    /// one is with it.
    package static func isOfGood(_ words: [String]) -> Bool {
        let scaled = zip(words.map(\.folded), unscaled(words)).filter { $0.1 == .plain }.map(\.0)
        return known(scaled).map { [.satisfaction, .quality, .importance, .safety, .comparison, .ease, .support, .numbers].contains($0.scale) } ?? false
    }

    /// Whether the answers say how often.
    package static func isOfFrequency(_ words: [String]) -> Bool {
        let scaled = zip(words.map(\.folded), unscaled(words)).filter { $0.1 == .plain }.map(\.0)
        return known(scaled)?.scale == .frequency
    }

    /// Whether answers that are known go from one end of their scale to the other; of others nothing is known against it.
    package static func isInOrder(_ answers: [String]) -> Bool {
        let scaled = zip(answers.map(\.folded), unscaled(answers)).filter { $0.1 == .plain }.map(\.0)
        guard let ranks = known(scaled)?.ranks else { return true }
        let steps = zip(ranks, ranks.dropFirst())
        return steps.allSatisfy { $0 <= $1 } || steps.allSatisfy { $0 >= $1 }
    }

    /// Answers that are declared to go from the best to the worst, or the other way; of an odd number the middle one is
    /// neither half's.
    package static func inOrder(_ answers: [String], isBestFirst: Bool) -> [AnswerSide] {
        var sides = unscaled(answers)
        let places = sides.indices.filter { sides[$0] == .plain }
        for (rank, place) in places.enumerated() {
            let fromBest = isBestFirst ? rank : places.count - 1 - rank
            sides[place] = fromBest * 2 + 1 < places.count ? .upper : fromBest * 2 + 1 == places.count ? .middle : .lower
        }
        return sides
    }

    /// Plain but for those that stand apart.
    package static func unscaled(_ answers: [String]) -> [AnswerSide] {
        answers.map(\.folded).map { AnswerWords.noAnswer.contains($0) ? .noAnswer : AnswerWords.isApart($0) ? .apart : .plain }
    }

    /// Whether the answers on the scale are the numbers from 0 to 10, or some of them.
    package static func isZeroToTen(_ answers: [String]) -> Bool {
        let scaled = zip(answers.map(\.folded), unscaled(answers)).filter { $0.1 == .plain }.map(\.0)
        return AnswerWords.zeroToTen(scaled) != nil
    }

    /// The ranks that are neither half's.
    private static func middle(of scale: AnswerWords.Scale, hasMiddle: Bool) -> Range<Int> {
        switch scale {
        case .agreement, .frequency, .quality, .importance, .comparison, .support: 3..<4
        case .satisfaction, .likelihood, .safety, .ease: 4..<5
        case .yesNo: 2..<3
        // "Somewhat" is the middle of five degrees, and above it of four.
        case .degree: hasMiddle ? 3..<4 : 4..<4
        // From 6 to 10 is the upper half, as the OECD's trust surveys group them.
        case .numbers: 5..<6
        }
    }
}
