import Foundation
@testable import Publication
import Testing

/// Hands random surveys, as they would be published, to `Tests/Disclosure/attack.py`.
@Suite struct DisclosureExport {
    private static let path = ProcessInfo.processInfo.environment["TIDINGS_DISCLOSURE_JSON"]

    @Test(.enabled(if: path != nil)) func publishedSurveys() throws {
        var dice = Dice(2_026)
        try write((0 ..< 5_000).map { SurveyMaker.problem(.any($0, &dice), &dice) }, to: Self.path!)
    }

    private static let documentsPath = ProcessInfo.processInfo.environment["TIDINGS_DISCLOSURE_DOCUMENTS_JSON"]

    /// The same of 5,000 documents, half of them with percentages in place of counts.
    @Test(.enabled(if: documentsPath != nil)) func publishedDocuments() throws {
        var dice = Dice(2_027)
        let documents = (0 ..< 5_000).map { DocumentMaker($0, &dice) }
        let published = documents.compactMap { $0.published() }
        // Of the others somebody asked for the percentages of nobody.
        #expect(published.count > 4_500)
        try Data("[\(published.joined(separator: ",\n"))]".utf8).write(to: URL(fileURLWithPath: Self.documentsPath!))
    }

    private static let ownPath = ProcessInfo.processInfo.environment["TIDINGS_OWN_SURVEYS_JSON"]

    /// The same of the surveys in `content/`.
    @Test(.enabled(if: ownPath != nil)) func ownSurveys() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "content/surveys")
        let documents = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted().compactMap { name -> (Int, Document, Survey)? in
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            guard let document = DocumentReader().read(SourceFile(path: name, bytes: bytes), path: name).document,
                case .survey(let survey) = document.meaning
            else { return nil }
            return (0, document, survey)
        }
        var protection = SurveyProtection(documents.enumerated().map { .init(index: $0, document: $1.1, survey: $1.2) })
        _ = protection.results()
        try write([protection.problem()], to: Self.ownPath!)
    }

    private func write(_ problems: [DisclosureProblem], to path: String) throws {
        var lines: [String] = []
        for problem in problems {
            let disclosure = Disclosure(problem)
            let published = problem.values.indices.map { disclosure.isWithheld[$0] ? "null" : "\(problem.values[$0])" }
            lines.append("""
                {"threshold":\(problem.threshold),"published":[\(published.joined(separator: ","))],\
                "sensitive":\(problem.values.indices.filter { disclosure.isSensitive[$0] }),\
                "sums":\(problem.sums.map { [$0.total] + $0.parts }),"bounds":\(problem.bounds.map { [$0.lesser, $0.greater] })}
                """)
        }
        try Data("[\(lines.joined(separator: ",\n"))]".utf8).write(to: URL(fileURLWithPath: path))
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
