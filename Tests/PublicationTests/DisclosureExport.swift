import Foundation
@testable import Publication
import Testing

/// Hands 5,000 random surveys, as they would be published, to `Tests/Disclosure/attack.py`.
@Suite struct DisclosureExport {
    private static let path = ProcessInfo.processInfo.environment["TIDINGS_DISCLOSURE_JSON"]

    @Test(.enabled(if: path != nil)) func publishedSurveys() throws {
        var dice = Dice(2_026), lines: [String] = []
        for number in 0 ..< 5_000 {
            let problem = SurveyMaker.problem(.any(number, &dice), &dice)
            let disclosure = Disclosure(problem)
            let published = problem.values.indices.map { disclosure.isWithheld[$0] ? "null" : "\(problem.values[$0])" }
            lines.append("""
                {"threshold":\(problem.threshold),"published":[\(published.joined(separator: ","))],\
                "sensitive":\(problem.values.indices.filter { disclosure.isSensitive[$0] }),\
                "sums":\(problem.sums.map { [$0.total] + $0.parts }),"bounds":\(problem.bounds.map { [$0.lesser, $0.greater] })}
                """)
        }
        try Data("[\(lines.joined(separator: ",\n"))]".utf8).write(to: URL(fileURLWithPath: Self.path!))
    }
}

extension SurveyMaker.Shape {
    /// Of all kinds in turn.
    static func any(_ number: Int, _ dice: inout Dice) -> Self {
        Self(
            questions: dice.roll(1 ... 3), years: dice.roll(1 ... 3), hasSizes: number % 2 == 0, addsYears: number % 3 == 0,
            hasSchools: number % 5 < 2, largest: number % 4 == 0 ? 300 : 60, threshold: number % 7 == 0 ? 5 : 10)
    }
}
