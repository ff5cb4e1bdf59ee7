import Testing

@testable import FormExports

@Suite struct RawExportTests {
    private func reason(_ text: String, name: String = "a.csv") -> String? { RawExport.reason(Array(text.utf8), name: name) }

    @Test(arguments: [
        "question,answer,group,count\nHow welcome?,Very,All,36\nHow welcome?,Somewhat,All,24\n",
        "Question,Group,Option,Count,Percent\nHow much do you agree that you are welcome?,Families,Strongly agree,30,10\nB?,Staff,Agree,20,9\n",
        "name,role,email,phone\nAna,Principal,ana@example.org,413 555 0100\nBo,Teacher,bo@example.org,413 555 0101\n",
        "Title,Start time,End time,Location\nForum,2026-02-01 18:00,2026-02-01 20:00,Gym\nSports,2026-03-01 18:00,2026-03-01 20:00,Field\n",
        "Timestamp,Temperature,Humidity\n2026-02-01 18:00:00,20.5,40\n2026-02-01 19:00:00,20.4,41\n",
        "school,latitude,longitude\nNorth,42.19431,-73.36115\nSouth,42.19432,-73.36116\n",
        "Answer,2021,2022\nStrongly agree,58,112\nAgree,60,104\nDisagree,24,51\nNo answer,6,14\n", "", "just text\n", "a,b\n",
        "school,2021,2022\nNorth,Yes,No\nSouth,No,Yes\n",
    ])
    func tablesThatMayBePublishedAreNotRefused(_ text: String) { #expect(reason(text) == nil) }

    @Test func rawAnswersAreRefused() {
        let rows = { (cells: String) in (0..<12).map { cells.replacing("#", with: "\($0)") }.joined(separator: "\n") }
        #expect(reason("Name,How welcome do you feel?\n" + rows("Ana#,Very")) != nil)
        #expect(reason("When,How welcome do you feel?\n" + rows("2022-04-05 10:1#,Very")) != nil)
        #expect(reason("x,y\n" + rows("10.0.0.#,Very")) == "its column ‘x’ holds IP addresses")
        #expect(reason("x;How welcome do you feel?\n" + rows("p#@example.org;Very")) != nil)
        #expect(reason("Q1,Q2,Q3\n" + rows("Agree,Disagree,Agree")) != nil)
        #expect(reason("Marca temporal,¿Cómo se siente?\n5/4/2022 10:00:00,Bien\n") != nil)
        #expect(reason("Marca temporal,¿Cómo se siente?\n5/4/2022 10:00:00,Bien\n", name: "a.md") == nil)
    }
}
