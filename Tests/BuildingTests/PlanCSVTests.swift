import Testing

@testable import Building

/// `plan.csv`, read by another reader than the one that Tidings has.
@Suite struct PlanCSVTests {
    @Test func everyPartIsARow() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let text = try site.site("plans/plan/plan.csv")
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        let rows = records(String(text.unicodeScalars.dropFirst()))
        #expect(rows == [
            ["Plan", "Goal", "Objective", "Objective title", "Part", "Number", "Role", "When", "Due date", "Target", "Baseline", "Status", "As of", "Text"],
            row("Activity", "", "", "2021–22", "", "", "", "", "", "Ask first. · Done: Then listen. · Write it down. · Who · When · All · Soon"),
            row("Responsibility", "", "School Committee; Superintendent", "", "", "", "", "", "", "Lead it."),
            row("Responsibility", "", "Teachers", "", "", "", "", "", "", "Help."),
            row("Outcome", "1.1a", "", "By January 2022", "2022-01-31", "6 of 8 groups", "", "Met", "2022-07-10", "Everyone has answered."),
            row("Outcome", "1.1b", "", "By Spring 2022", "2022-06-15", "", "2.5% of families", "In progress", "2022-07-10", "'=1+1 is “two”, or not."),
            row("Outcome", "1.1c", "", "", "", "", "", "", "", "A measure is found."),
        ])
    }

    @Test func otherLanguagesHaveTheirWords() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let rows = records(try site.site("es/plans/plan/plan.csv"))
        #expect(rows.count == 7 && rows.allSatisfy { $0.count == 14 })
        #expect([rows[4][1], rows[4][2], rows[4][7], rows[4][9], rows[4][13]] == ["Meta 1", "Objetivo 1.1", "Para enero de 2022", "De 8 grupos, 6", "Todos han respondido."])
    }

    @Test(arguments: ["=A1", "+1", "-1", "@x", "\tx", "'=A1", "＝A1"]) func aFormulaIsMadeText(_ words: String) throws {
        let plan = """
            ---
            kind: plan
            title: "\(words.replacing("\t", with: "\\t"))"
            ---
            ## Goal 1: G

            ### Objective 1.1: O

            #### Measurable outcomes

            - **1.1a:** Done.
            """
        let site = try SmallPlans.publication(["plans/other.md": plan])
        try site.build()
        // A tab at the beginning is white space, and gone.
        #expect(records(try site.site("plans/other/plan.csv"))[1][0] == (words.hasPrefix("\t") ? "x" : "'" + words))
    }

    private func row(_ cells: String...) -> [String] { ["Plan", "Goal 1", "Objective 1.1", "Ask everyone & listen"] + cells }

    /// RFC 4180, section 2, to the letter: anything else stops the test.
    private func records(_ text: String) -> [[String]] {
        var records: [[String]] = [], record: [String] = [], cell = ""
        var rest = Array(text.unicodeScalars)[...]
        while let first = rest.first {
            cell = ""
            if first == "\"" {
                rest.removeFirst()
                while let scalar = rest.popFirst() {
                    if scalar == "\"", rest.first != "\"" { break }
                    if scalar == "\"" { rest.removeFirst() }
                    cell.unicodeScalars.append(scalar)
                }
            } else {
                while let scalar = rest.first, scalar != ",", scalar != "\r" {
                    #expect(scalar != "\n" && scalar != "\"")
                    cell.unicodeScalars.append(scalar)
                    rest.removeFirst()
                }
            }
            record.append(cell)
            let end = rest.popFirst()
            if end == "\r" {
                #expect(rest.popFirst() == "\n")
                records.append(record)
                record = []
            } else {
                #expect(end == ",")
            }
        }
        #expect(record.isEmpty)
        return records
    }
}
