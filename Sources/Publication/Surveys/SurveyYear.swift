/// A year that a column of a survey's table is named by: `2022`, or a school year, `2021–22`.
package struct SurveyYear: Sendable, Hashable {
    /// Of a school year the later one.
    package let end: Int
    private let isSchoolYear: Bool

    package init?(_ name: String) {
        let parts = name.split(omittingEmptySubsequences: false) { "–-/‐‑".contains($0) }
        let numbers = parts.compactMap { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
        guard numbers.count == parts.count, parts[0].count == 4 else { return nil }
        switch parts.count {
        case 1: (end, isSchoolYear) = (numbers[0], false)
        case 2 where parts[1].count == 4 && numbers[1] == numbers[0] + 1, 2 where parts[1].count == 2 && numbers[1] == (numbers[0] + 1) % 100:
            (end, isSchoolYear) = (numbers[0] + 1, true)
        default: return nil
        }
    }

    /// School years begin in July here.
    package func contains(_ date: CalendarDate) -> Bool { end == (isSchoolYear && date.month > 6 ? date.year + 1 : date.year) }
}

extension Survey.Answers {
    /// The columns that are of a year each, the earliest first; none where one of them is of a group.
    package var years: [(column: Int, year: SurveyYear)] {
        let years = columns.indices.compactMap { column in SurveyYear(columns[column]).map { (column: column, year: $0) } }
        // Several years may be added up beside them.
        guard years.count > 1, columns.indices.allSatisfy({ SurveyYear(columns[$0]) != nil || isTotal($0) }) else { return [] }
        return years.sorted { ($0.year.end, $0.column) < ($1.year.end, $1.column) }
    }

    /// The column of everybody who answered: the only one, the one beside the groups, or that of the latest year.
    package var everybody: Int? {
        columns.count == 1 ? 0 : years.last?.column ?? total
    }
}
