import Building
import Checking
import Foundation
import Publication

/// A check's report in words, in JSON, in SARIF, or as GitHub's notes.
struct CheckText {
    let report: CheckReport
    /// As it was named, without a slash at its end.
    let folder: String
    /// Whether to say how hard each document is to read.
    var listsReadings = false

    var text: String {
        let off = report.rules.changes.filter { $0.value.severity == nil }.sorted { $0.key.rawValue < $1.key.rawValue }
        return report.problems.map { $0.description + "\n" }.joined() + summary
            + off.map { "Off in publication.yaml: \($0.key.rawValue) (\($0.value.reason)).\n" }.joined()
            + (report.problems.first.map { "`tidings explain \($0.rule.rawValue)` says more of a rule.\n" } ?? "")
    }

    /// “2 errors, 7 warnings, 14 questions for a person.”, and what was not looked at.
    var summary: String {
        let others = report.otherErrors
        return counts
            + (report.isCutShort ? "Only how the documents are written was looked at: mend publication.yaml to see the rest.\n" : "")
            + (others > 0 ? "\(counted(others, "error")) of other rules may hide more: `tidings check` shows \(others == 1 ? "it" : "them").\n" : "")
    }

    private var counts: String {
        let counts = [(report.errors, "error"), (report.warnings, "warning"), (report.questions, "question")].filter { $0.0 > 0 }
        guard !counts.isEmpty else { return "Nothing to mend, and no questions.\n" }
        return counts.map { counted($0.0, $0.1) }.joined(separator: ", ") + (report.questions > 0 ? " for a person.\n" : ".\n")
    }

    // MARK: GitHub

    /// Workflow commands, which GitHub shows as notes beside the lines of a change.
    var github: String {
        report.problems.map { problem in
            let command = switch problem.severity {
            case .error: "error"
            case .warning: "warning"
            case .question: "notice"
            }
            var properties = [("file", place(of: problem.file)), ("line", "\(problem.line)")]
            if problem.length > 0 { properties += [("col", "\(problem.column)"), ("endColumn", "\(problem.column + problem.length)")] }
            properties.append(("title", problem.rule.rawValue))
            let list = properties.map { "\($0)=\(CheckText.escaped($1, isProperty: true))" }.joined(separator: ",")
            return "::\(command) \(list)::\(CheckText.escaped(problem.message + "\n" + problem.help, isProperty: false))\n"
        }.joined() + summary
    }

    /// Seen from the folder that the command runs in, which for GitHub is the repository's.
    private func place(of file: String) -> String {
        let folder = folder.hasPrefix("./") ? String(folder.dropFirst(2)) : folder
        return folder == "." || folder.isEmpty ? file : folder + "/" + file
    }

    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case ":" where isProperty: escaped += "%3A"
            case "," where isProperty: escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    // MARK: JSON

    var json: String {
        CheckText.encoded(Report(
            errors: report.errors, warnings: report.warnings, questions: report.questions,
            problems: report.problems.map {
                .init(
                    file: $0.file, line: $0.line, column: $0.column, length: $0.length, severity: $0.severity.rawValue,
                    rule: $0.rule.rawValue, message: $0.message, help: $0.help, reason: $0.reason)
            }, readings: listsReadings ? report.readings.map(Reading.init) : nil, failure: nil))
    }

    static func json(of failure: BuildFailure) -> String {
        encoded(Report(errors: 1, warnings: 0, questions: 0, problems: [], readings: nil, failure: .init(message: failure.message, help: failure.help)))
    }

    // MARK: SARIF

    var sarif: String {
        CheckText.encoded(SARIF(report, toolVersion: Tidings.configuration.version) { place(of: $0) })
    }

    private static func encoded(_ report: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // The values are texts and numbers: they can always be written.
        return String(decoding: (try? encoder.encode(report)) ?? Data(), as: UTF8.self) + "\n"
    }

    private struct Reading: Encodable {
        let file: String, title: String, language: String, words: Int
        /// Nil where the language has no formula, or the text is too short for it.
        let formula: String?, score: Double?, band: String?, isRough: Bool?
        let hardestLines: [Int]

        init(_ reading: DocumentReading) {
            file = reading.file
            title = reading.title
            language = reading.language.code
            words = reading.words
            formula = reading.readability?.formula.name
            score = reading.readability.map { ($0.score * 10).rounded() / 10 }
            band = reading.readability?.band?.rawValue
            isRough = reading.readability == nil ? nil : reading.isRough
            hardestLines = reading.hardestLines
        }
    }

    private struct Report: Encodable {
        let errors: Int
        let warnings: Int
        let questions: Int
        let problems: [Problem]
        let readings: [Reading]?
        let failure: Failure?

        struct Failure: Encodable { let message: String, help: String }
        struct Problem: Encodable {
            let file: String, line: Int, column: Int, length: Int, severity: String, rule: String, message: String, help: String
            /// Why the publication has another severity for the rule.
            let reason: String?
        }
    }
}
