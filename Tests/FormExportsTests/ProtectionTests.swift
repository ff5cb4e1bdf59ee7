import Testing

@testable import FormExports

@Suite struct ProtectionTests {
    private func withheld(_ rows: [[Int]], down: Bool = true, across: Bool = false) -> [String] {
        CountTable(rows: rows, addsUpDown: down, addsUpAcross: across, threshold: 10).withheld.map { $0.map { $0 ? "c" : "." }.joined() }
    }

    @Test func aLoneSmallCellHidesTheNextSmallest() {
        #expect(withheld([[40], [12], [9], [0]]) == [".", "c", "c", "."])
        #expect(withheld([[90], [5]]) == ["c", "c"])
        #expect(withheld([[90], [15], [0]]) == [".", ".", "."])
    }

    @Test func twoSmallCellsOfASmallSumAreNotEnough() {
        #expect(withheld([[40], [12], [1], [2]]) == [".", "c", "c", "c"])
        #expect(withheld([[40], [12], [6], [7]]) == [".", ".", "c", "c"])
    }

    /// Who chose what is withheld otherwise has to leave as much in doubt.
    @Test func whatIsWithheldForAnotherReasonIsCompleted() {
        let table = CountTable(rows: [[40], [12], [4], [5]], addsUpDown: true, addsUpAcross: false, threshold: 10)
        #expect(table.withheld(besides: [[false], [false], [true], [true]]) == [[false], [true], [true], [true]])
        #expect(table.withheld(besides: [[true], [false], [true], [true]]) == [[true], [false], [true], [true]])
    }

    @Test func severalAnswersDoNotAddUp() { #expect(withheld([[40], [12], [9]], down: false) == [".", ".", "c"]) }

    @Test func noRowOrColumnGivesASmallCellAway() {
        var numbers = Numbers(seed: 3)
        for _ in 0..<500 {
            let groups = Int.random(in: 2...5, using: &numbers), answers = Int.random(in: 2...6, using: &numbers)
            let rows = (0..<answers).map { _ in
                let row = (0..<groups).map { _ in Int.random(in: 0...40, using: &numbers) }
                return row + [row.reduce(0, +)]
            }
            let hidden = CountTable(rows: rows, addsUpDown: true, addsUpAcross: true, threshold: 10).withheld
            for row in rows.indices {
                for column in rows[row].indices where (1..<10).contains(rows[row][column]) { #expect(hidden[row][column]) }
                #expect(hidden[row].count { $0 } != 1 || hidden[row].count == 1)
            }
            for column in 0...groups { #expect(rows.indices.count { hidden[$0][column] } != 1) }
        }
    }

    @Test func aProtectionThatForgetsACellDoesNotShowIt() throws {
        var options = SurveySummary.Options()
        options.protect = { table in table.rows.map { $0.map { _ in false } } }
        let summary = try summary(column("Is it?", [("Yes", 40), ("No", 9)]), options)
        #expect(summary.rows(1) == ["Yes 40", "No [c]", "No answer 0"])
        options.protect = { _ in [] }
        #expect(try FormExportsTests.summary(column("Is it?", [("Yes", 40), ("No", 9)]), options).rows(1) == ["Yes [c]", "No [c]", "No answer [c]"])
    }

    @Test func fewResponsesAndLowThresholdsAreRefused() {
        #expect(problem(column("Is it?", [("Yes", 9)]))?.message == "9 responses are fewer than 10: nothing of them can be published without finding people")
        var options = SurveySummary.Options()
        options.threshold = 4
        #expect(problem(column("Is it?", [("Yes", 90)]), options)?.isWrongUse == true)
        options.thresholdReason = "all agreed"
        #expect(problem(column("Is it?", [("Yes", 90)]), options) == nil)
    }

    @Test func groupsAreCheckedAsWell() throws {
        let text = "Is it?,School,Sure?\n" + (0..<60).map { "\($0 % 3 == 0 ? "No" : "Yes"),\(["North", "South", "My house on 5 Elm St"][$0 < 28 ? 0 : $0 < 56 ? 1 : 2]),Yes" }.joined(separator: "\n")
        let summary = try summary(text, .init(by: "School"))
        #expect(!summary.document.contains("Elm"))
        #expect(summary.section("Who answered").contains("| North, Other | 32 |\n| South | 28 |"))
        #expect(problem(text, .init(by: "S"))?.message == "‘S’ fits 3 columns")
        #expect(problem(text, .init(by: "4"))?.message == "there is no column 4")
        #expect(problem("E-mail,Is it?\n" + (0..<20).map { "p\($0)@example.org,Yes" }.joined(separator: "\n"), .init(by: "1"))?.isWrongUse == true)
        #expect(problem(text, .init(by: " "))?.message == "--by names no column")
        #expect(problem(text, .init(by: "Colour"))?.help == "Write words of its title, or its number, counted from 1. There are: 1 (Is it?), 2 (School), 3 (Sure?).")
        #expect(problem("E-mail,Is it?\n" + (0..<20).map { "p\($0)@example.org,Yes" }.joined(separator: "\n"), .init(by: "mail"))?.message == "column 1 would find people: it holds e-mail addresses")
        let several = column("Which?", [("Mail", 20), ("Phone", 20), ("Mail, Phone", 20)])
        #expect(problem(several, .init(by: "Which"))?.message == "column 1 holds several answers of one person: it makes no groups")
        let typed = column("Anything?", (0..<40).map { ("My own words \($0)", 1) })
        #expect(problem(typed, .init(by: "Anything"))?.message == "what column 1 holds differs from person to person: it makes no groups")
        #expect(problem(text, .init(by: "3"))?.message == "column 3 makes fewer than two groups of 10 or more")
    }
}
