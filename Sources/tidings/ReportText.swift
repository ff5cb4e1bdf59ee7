import Building
import Foundation
import Publication

/// A build's report in words, or in JSON.
struct ReportText {
    let report: BuildReport
    let seconds: Double

    var problems: String {
        guard !report.problems.isEmpty else { return "" }
        var text = report.problems.map { $0.description + "\n" }.joined()
        if report.result == nil {
            let isThere = FileManager.default.fileExists(atPath: report.output)
            text += "\(counts): nothing was published\(isThere ? ", and \(place)/ is as it was" : "").\n"
        }
        return text
    }

    var summary: String {
        guard let result = report.result else { return "" }
        var text = "Built \(counted(report.pages, "page")) in \(counted(report.languages.count, "language")) (\(report.languages.map(\.code).joined(separator: ", "))) into \(place)/: "
        text += "\(counted(result.written, "file")) written, \(result.unchanged) unchanged"
        if result.removed > 0 { text += ", \(result.removed) removed" }
        text += ".\n"
        if let withheld { text += "Not published: \(withheld).\n" }
        let time = seconds.formatted(.number.precision(.fractionLength(2)).locale(Locale(identifier: "en")))
        return text + (report.warnings > 0 ? counted(report.warnings, "warning") : "No warnings") + ", \(time) s.\n"
    }

    /// What is withheld, with its reasons: “2 drafts, 1 dated 2027-01-10”.
    private var withheld: String? {
        guard !report.withheld.isEmpty else { return nil }
        var drafts = 0
        var others: [String: Int] = [:]
        for document in report.withheld {
            switch document.reason {
            case .draft: drafts += 1
            case .publishedFrom(let date): others["dated \(date)", default: 0] += 1
            case .expired(let date): others["expired \(date)", default: 0] += 1
            }
        }
        let parts = (drafts > 0 ? [counted(drafts, "draft")] : []) + others.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return parts.joined(separator: ", ")
    }

    private var counts: String {
        counted(report.errors, "error") + (report.warnings > 0 ? ", " + counted(report.warnings, "warning") : "")
    }

    private var place: String {
        report.output.hasPrefix("./") ? String(report.output.dropFirst(2)) : report.output
    }

    private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    // MARK: JSON

    var json: String {
        ReportText.encoded(Report(
            published: report.result != nil, output: report.output, pages: report.pages, languages: report.languages.map(\.code),
            written: report.result?.written ?? 0, unchanged: report.result?.unchanged ?? 0, removed: report.result?.removed ?? 0,
            errors: report.errors, warnings: report.warnings, seconds: seconds,
            withheld: report.withheld.map { .init(file: "content/" + $0.path, reason: reason($0.reason)) },
            problems: report.problems.map {
                .init(
                    file: $0.file, line: $0.line, column: $0.column, length: $0.length, severity: $0.severity.rawValue,
                    rule: $0.rule.rawValue, message: $0.message, help: $0.help, reason: $0.reason)
            }, failure: nil))
    }

    static func json(of failure: BuildFailure) -> String {
        encoded(Report(
            published: false, output: nil, pages: 0, languages: [], written: 0, unchanged: 0, removed: 0, errors: 1, warnings: 0,
            seconds: 0, withheld: [], problems: [], failure: .init(message: failure.message, help: failure.help)))
    }

    private func reason(_ reason: Withholding) -> String {
        switch reason {
        case .draft: "draft"
        case .publishedFrom(let date): "publish-from \(date)"
        case .expired(let date): "expired \(date)"
        }
    }

    private static func encoded(_ report: Report) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // The values are texts and numbers: they can always be written.
        return String(decoding: (try? encoder.encode(report)) ?? Data(), as: UTF8.self) + "\n"
    }

    private struct Report: Encodable {
        let published: Bool
        let output: String?
        let pages: Int
        let languages: [String]
        let written: Int
        let unchanged: Int
        let removed: Int
        let errors: Int
        let warnings: Int
        let seconds: Double
        let withheld: [Withheld]
        let problems: [Problem]
        let failure: Failure?

        struct Withheld: Encodable { let file: String, reason: String }
        struct Failure: Encodable { let message: String, help: String }
        struct Problem: Encodable {
            let file: String, line: Int, column: Int, length: Int, severity: String, rule: String, message: String, help: String
            /// Why the publication has another severity for the rule.
            let reason: String?
        }
    }
}
