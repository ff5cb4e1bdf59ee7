import Testing

@testable import Building

@Suite struct RawExportRefusalTests {
    private static let raw = "Name,Email,Comment\n" + (0..<12).map { "Ana \($0),p\($0)@example.org,My son \($0) is bullied\n" }.joined()

    @Test(arguments: ["a.csv", "surveys/data/x.CSV", "a.dat", "noext", "a.csv.bak", "a.json", "a.html", "a.xls"]) func answersOfPeopleStopABuild(_ name: String) throws {
        let site = try TestPublication(["index.md": "---\ntitle: Home\n---\n", name: Self.raw])
        #expect(try site.problems().contains("content/\(name):1:1: error: this looks like the answers of single people: it looks like raw answers"))
    }

    @Test func tablesOfPagesStopABuild() throws {
        let rows = (0..<12).map { "| p\($0)@example.org | Agree | My son \($0) is bullied |\n" }.joined()
        let site = try TestPublication(["a.md": "---\ntitle: A\n---\nText.\n\n| Email | Is it? | Why? |\n| --- | --- | --- |\n" + rows])
        #expect(try site.problems().contains("content/a.md:6:1: error: this table looks like the answers of single people"))
    }

    @Test func aReasonLetsATablePass() throws {
        let settings = TestPublication.settings + "tables-without-people:\n  - {file: data/budget.xlsx, reason: Each row is an account.}\n"
        let site = try TestPublication(["publication.yaml": settings, "index.md": "---\ntitle: Home\n---\n"])
        #expect(try site.problems().contains("content/publication.yaml:5:5: error: there is no file ‘content/data/budget.xlsx’"))
        try site.write("data/budget.xlsx", [0x50, 0x4B, 3, 4] + Array("......xl/workbook.xml".utf8))
        #expect(try site.problems() == "")
        #expect(try site.siteFiles().contains("data/budget.xlsx"))
        try site.write("publication.yaml", settings.replacing(", reason: Each row is an account.", with: ""))
        #expect(try site.problems().contains("this entry of ‘tables-without-people’ has no ‘reason’"))
        try site.write("publication.yaml", TestPublication.settings)
        #expect(try site.problems().contains("content/data/budget.xlsx:1:1: error: this looks like the answers of single people: it is a spreadsheet’s workbook"))
    }

    /// What the message says to write lets the table pass, whatever the file is called.
    @Test(arguments: ["a.csv", "Answers: fall, draft #2.csv", "it's {x}.csv", "2022.csv"]) func theEntryThatIsSuggestedIsValid(_ name: String) throws {
        let site = try TestPublication(["index.md": "---\ntitle: Home\n---\n", name: Self.raw])
        let problems = try site.problems()
        #expect(problems.contains("or its people are meant to be named here (staff, votes)"))
        let entry = try #require(problems.split(separator: "`").first { $0.hasPrefix("tables-without-people: ") })
        try site.write("publication.yaml", TestPublication.settings + entry + "\n")
        #expect(try site.problems() == "")
    }

    @Test func countsThatAreNoAnswersMayBeOpened() throws {
        let counts = "question,answer,count\nHow many buses?,Yellow,4\nHow many rooms?,Large,9\n"
        let site = try TestPublication(["index.md": "---\ntitle: Home\n---\n", "a.csv": counts])
        #expect(try site.problems().contains("this looks like the results of a survey"))
        try site.write("publication.yaml", TestPublication.settings + "tables-without-people: [{file: a.csv, reason: Buses.}]\n")
        #expect(try site.problems() == "")
    }

    @Test func theDataOfASurveyIsNoRawExport() throws {
        let survey = "---\nkind: survey\ntitle: Survey\nfielded: 2022-04-01/2022-04-30\nresponses: 300\ndata: raw.csv\n---\n## Results\n\n## Our reflections\n\nWe listen.\n\n## What we will do\n\nMore.\n"
        let site = try TestPublication(["s.md": survey, "raw.csv": Self.raw])
        #expect(try site.problems().contains("content/raw.csv:1:1: error: this looks like the answers of single people"))
    }
}
