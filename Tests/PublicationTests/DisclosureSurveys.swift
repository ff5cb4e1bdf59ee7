@testable import Publication

/// The same numbers on every machine. (SplitMix64.)
struct Dice: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func happens(_ percent: Int) -> Bool { roll(1 ... 100) <= percent }
}

/// Survey tables whose cells are tied as those of a publication are: answers and groups, totals, bases that questions
/// share, response rates, several answers allowed, and years that are added up.
struct SurveyMaker {
    struct Shape {
        var questions = 1, answers = 2 ... 5, groups = 1 ... 4, years = 1
        var multipleChoice = 15
        var hasSizes = true, addsYears = false, hasSchools = false
        var largest = 60, threshold = 10
    }

    private(set) var values: [Int] = []
    private(set) var preference: [Int] = []
    private(set) var sums: [DisclosureProblem.Sum] = []
    private(set) var bounds: [DisclosureProblem.Bound] = []

    static func problem(_ shape: Shape, _ dice: inout Dice) -> DisclosureProblem {
        var maker = SurveyMaker()
        var years: [[Int]] = []
        let groups = dice.roll(shape.groups), answers = (0 ..< shape.questions).map { _ in dice.roll(shape.answers) }
        let isMultiple = (0 ..< shape.questions).map { _ in dice.happens(shape.multipleChoice) }
        for _ in 0 ..< shape.years {
            let start = maker.values.count
            maker.addYear(shape, groups: groups, answers: answers, isMultiple: isMultiple, &dice)
            years.append(Array(start ..< maker.values.count))
        }
        if shape.addsYears, shape.years > 1 {
            for position in years[0].indices where maker.preference[years[0][position]] == 1 {
                maker.total(years.map { $0[position] }, 3)
            }
        }
        return DisclosureProblem(
            values: maker.values, sums: maker.sums, bounds: maker.bounds, preference: maker.preference, threshold: shape.threshold)
    }

    private mutating func cell(_ value: Int, _ cost: Int = 1) -> Int {
        values.append(value)
        preference.append(cost)
        return values.count - 1
    }

    @discardableResult
    private mutating func total(_ parts: [Int], _ cost: Int) -> Int {
        let total = cell(parts.reduce(0) { $0 + values[$1] }, cost)
        sums.append(.init(total: total, parts: parts))
        return total
    }

    private mutating func addYear(_ shape: Shape, groups: Int, answers: [Int], isMultiple: [Bool], _ dice: inout Dice) {
        let largest = (0 ..< groups).map { _ in dice.happens(25) ? dice.roll(0 ... 12) : dice.roll(0 ... shape.largest) }
        var bases: [[Int]] = []
        for question in 0 ..< shape.questions {
            var byGroup: [[Int]] = [], basesOfQuestion: [Int] = []
            for group in 0 ..< groups {
                if isMultiple[question] {
                    let base = cell(largest[group], 4)
                    let inner = (0 ..< answers[question]).map { _ in cell(dice.happens(15) ? values[base] : dice.roll(0 ... values[base])) }
                    bounds += inner.map { .init(lesser: $0, greater: base) }
                    byGroup.append(inner)
                    basesOfQuestion.append(base)
                } else {
                    var left = largest[group]
                    let inner = (0 ..< answers[question]).map { _ in
                        let value = dice.happens(15) ? 0 : dice.roll(0 ... left)
                        left -= value
                        return cell(value)
                    }
                    byGroup.append(inner)
                    basesOfQuestion.append(total(inner, 4))
                }
            }
            bases.append(basesOfQuestion)
            guard groups > 1 else { continue }
            let totals = (0 ..< answers[question]).map { answer in
                total(byGroup.map { $0[answer] }, 4)
            }
            if shape.hasSchools, groups > 3 {
                for answer in 0 ..< answers[question] {
                    // Two ways of adding up the same groups.
                    let halves = [Array(byGroup[..<2]), Array(byGroup[2...])].map { half in total(half.map { $0[answer] }, 2) }
                    sums.append(.init(total: totals[answer], parts: halves))
                }
            }
            if isMultiple[question] {
                let base = total(basesOfQuestion, 8)
                bounds += totals.map { .init(lesser: $0, greater: base) }
            } else {
                let base = total(totals, 8)
                sums.append(.init(total: base, parts: basesOfQuestion))
            }
        }
        guard shape.hasSizes else { return }
        let sizes = (0 ..< groups).map { group in
            let most = bases.map { values[$0[group]] }.max() ?? 0
            return cell(most + (dice.happens(50) ? 0 : dice.roll(0 ... 5)), 8)
        }
        for group in 0 ..< groups {
            for question in 0 ..< shape.questions {
                let base = bases[question][group]
                let silent = cell(values[sizes[group]] - values[base])
                sums.append(.init(total: sizes[group], parts: [base, silent]))
            }
        }
        if groups > 1 { total(sizes, 16) }
    }
}
