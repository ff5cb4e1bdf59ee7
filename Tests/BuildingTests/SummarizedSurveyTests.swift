import Foundation
import Testing

@testable import Building
@testable import FormExports

/// What `tidings survey summarize` writes is built without a mistake once staff have written their part.
@Suite struct SummarizedSurveyTests {
    private static let exports = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "FormExportsTests/Exports")
    static let forms = ["google-forms.csv", "google-sheet.csv", "google-sheet-utf16.tsv", "microsoft-forms.csv", "surveymonkey.csv", "qualtrics.csv"]

    private func summary(_ name: String, by: String?, _ language: SummaryLanguage, declared: Bool) throws -> SurveySummary {
        let bytes = Array(try Data(contentsOf: Self.exports.appending(path: name)))
        var options = SurveySummary.Options(by: by, title: "Climate")
        options.language = language
        if declared { options.declaredOptions = try String(contentsOf: Self.exports.appending(path: "options.txt"), encoding: .utf8) }
        return try SurveySummary(of: ExportSource(bytes), options)
    }

    /// Publishes it: with reflections and actions, and no longer as a draft.
    private func finished(_ document: String) -> String {
        var lines = document.replacing("draft: true\n", with: "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let sections = lines.indices.filter { lines[$0].hasPrefix("## ") }
        for section in [sections[5], sections[4]] { lines.insert("\nThe principal will call every family.\n", at: section + 3) }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: forms, [nil, "language"]) func itIsBuiltWithoutAMistake(_ name: String, _ by: String?) throws {
        for declared in [false, true] {
            let site = try TestPublication(["s.md": finished(summary(name, by: by, .english, declared: declared).document)])
            #expect(try site.problems() == "")
            #expect(try site.site("s/index.html").contains("Letters, on paper"))
        }
    }

    @Test(arguments: SummaryLanguage.allCases) func itIsBuiltInEveryLanguageItIsWrittenIn(_ language: SummaryLanguage) throws {
        for by in [nil, "language"] {
            let settings = "title: Test district\naddress: https://test.example/\nlanguages: [\(language.rawValue)]\n"
            let document = try finished(summary("google-forms.csv", by: by, language, declared: true).document)
            #expect(try TestPublication(["publication.yaml": settings, "s.md": document]).problems() == "")
        }
    }
}
