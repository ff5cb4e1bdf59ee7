import Publication
import Translation

/// A plan as a table for spreadsheets (RFC 4180): UTF-8 with a byte-order mark, a row for each activity, duty and outcome.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line break has an apostrophe before it, since a spreadsheet would
/// run it as a formula. Goals and objectives stand with their labels, since `1.10` alone would come back as 1.1. Several
/// blocks of a text are parted by ` · `, several roles by `; `.
enum PlanCSV {
    static let columns = [
        "Plan", "Goal", "Objective", "Objective title", "Part", "ID", "Role", "When", "Due", "Target", "Baseline", "Status", "As of", "Text",
    ]
    /// What stands in the column of parts.
    static let parts = ["activity", "responsibility", "outcome"]

    /// - Parameters:
    ///   - columns: fourteen headings.
    ///   - parts: words for an activity, a responsibility and an outcome.
    static func bytes(_ plan: PlanData, columns: [String] = columns, parts: [String] = parts) -> [UInt8] {
        var output = CSVRecord.byteOrderMark
        func write(_ cells: [String]) { CSVRecord.write(cells.map(CSVRecord.defused), to: &output) }
        write(columns)
        for goal in plan.goals {
            for objective in goal.objectives {
                let lead = [plan.title.text, goal.label, objective.label, objective.title.text]
                for activity in objective.activities {
                    write(lead + [parts[0], "", "", activity.label?.text ?? "", "", "", "", "", "", joined(activity.text)])
                }
                for duty in objective.responsibilities {
                    let roles = duty.roles.map(\.name.text).joined(separator: "; ")
                    write(lead + [parts[1], "", roles, "", "", "", "", "", "", joined(duty.text)])
                }
                for outcome in objective.outcomes {
                    write(lead + [
                        parts[2], outcome.id, "", outcome.when?.text ?? "", outcome.due?.description ?? "", outcome.target?.text ?? "",
                        outcome.baseline?.text ?? "", outcome.status?.text ?? "", outcome.asOf?.description ?? "", joined(outcome.text),
                    ])
                }
            }
        }
        return output
    }

    private static func joined(_ texts: [DataText]) -> String { texts.map(\.text).joined(separator: " · ") }
}

extension Renderer {
    /// The headings and the words for parts in the theme's language, as far as it has them: `csvPlan`, `csvObjectiveTitle`, ….
    var csvWords: (columns: [String], parts: [String]) {
        func words(_ english: [String]) -> [String] {
            english.map { word in
                let parts = word.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
                return edition.data("csv" + parts.joined(), or: word).text
            }
        }
        return (words(PlanCSV.columns), words(PlanCSV.parts))
    }
}
