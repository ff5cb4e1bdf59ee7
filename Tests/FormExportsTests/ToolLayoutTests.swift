import Testing

@testable import FormExports

/// What the tools' own columns and marks say.
@Suite struct ToolLayoutTests {
    private static let own = "Respondent ID,Collector ID,Date Created,Date Modified,IP Address,Email Address,First Name,Last Name,Custom Data 1"
    private func surveyMonkey(_ titles: String, _ labels: String, _ rows: [String], _ options: SurveySummary.Options = .init()) throws -> SurveySummary {
        let people = rows.enumerated().map { "\(118_000_000 + $0),4001,03/13/2022 09:12:33 AM,03/13/2022 09:13:33 AM,203.0.113.\($0 % 250),,,,,\($1)" }
        return try summary("\(Self.own),\(titles)\n,,,,,,,,,\(labels)\n" + people.joined(separator: "\n"), options)
    }

    private static let qualtrics = ("StartDate,EndDate,Status,IPAddress,Finished,ResponseId", "Start Date,End Date,Response Type,IP Address,Finished,Response ID")
    private func qualtrics(_ columns: [(name: String, text: String, id: String)], _ rows: [String], _ options: SurveySummary.Options = .init()) throws -> SurveySummary {
        let ids = (["startDate", "endDate", "status", "ipAddress", "finished", "_recordId"] + columns.map(\.id)).map { quoted("{\"ImportId\":\"\($0)\"}") }
        let header = [Self.qualtrics.0 + "," + columns.map(\.name).joined(separator: ","), Self.qualtrics.1 + "," + columns.map { quoted($0.text) }.joined(separator: ","), ids.joined(separator: ",")]
        let people = rows.enumerated().map { "2022-03-13 09:12:33,2022-03-13 09:13:33,IP Address,203.0.113.\($0 % 250),True,R_\(1_000_000_000 + $0),\($1)" }
        return try summary((header + people).joined(separator: "\n"), options)
    }

    @Test func whatTheToolSaysWasTypedIsNotCopied() throws {
        let typed = (0..<60).map { $0 < 40 ? "Mr. Smith" : "Ms. Lee" }
        let monkey = try surveyMonkey("Whom do you trust?,How many?", "Open-Ended Response,Open-Ended Response", typed.enumerated().map { "\($1),\($0 % 3)" })
        let qualtrics = try qualtrics([("Q9", "Whom do you trust?", "QID9_TEXT"), ("Q10", "How many?", "QID10_TEXT")], typed.enumerated().map { "\($1),\($0 % 3)" })
        for summary in [monkey, qualtrics] {
            #expect(!summary.document.contains("Smith"))
            #expect(summary.document.contains("- **Q1. Whom do you trust?**: 60 comments."))
            #expect(summary.rows(2) == ["0 20", "1 20", "2 20", "No answer 0"])
        }
    }

    @Test func groupsThatWereTypedAreOther() throws {
        let rows = (0..<60).map { $0 < 30 ? "Parent,,Yes" : $0 < 45 ? "Teacher,,Yes" : ",my own words \($0),No" }
        let summary = try surveyMonkey("Your role,,Is it?", "Response,Other (please specify),Response", rows, .init(by: "role"))
        #expect(summary.section("Who answered").contains("| Parent | 30 |\n| Teacher | 15 |\n| Other | 15 |\n"))
    }

    @Test func numbersOfOptionsAreOptions() throws {
        let rows = (0..<60).map { "\($0 % 2 == 0 ? "1" : ""),\($0 % 3 == 0 ? "2" : "")" }
        let summary = try surveyMonkey("Which ways?,", "Mail,Phone", rows)
        #expect(summary.rows(1) == ["Mail 30", "Phone 20", "No answer 20"])
    }

    @Test func severalAnswersMayStandInOneColumn() throws {
        let answers = ["\"Letters, on paper\"", "\"Letters, on paper,E-mail\"", "\"E-mail,Text, or a call\"", "\"Text, or a call\""]
        let summary = try qualtrics([("Q3", "Ways? - Selected Choice", "QID3"), ("Q3_5_TEXT", "Ways? - Other - Text", "QID3_5_TEXT")], (0..<60).map { answers[$0 % 4] + "," })
        #expect(summary.rows(1) == ["Letters, on paper 30", "E-mail 30", "Text, or a call 30", "No answer 0"])
    }

    @Test func questionsAreKnownByTheirOwnNumbers() throws {
        let summary = try qualtrics([("climate_1", "I feel safe", "QID11"), ("climate_2", "I like lunch", "QID12")], (0..<60).map { "Agree,\($0 % 2 == 0 ? "Agree" : "Disagree")" })
        #expect(summary.heading(1) == "I feel safe")
        #expect(summary.heading(2) == "I like lunch")
    }

    @Test func whatASurveyWasGivenMakesGroups() throws {
        let columns = [(name: "Q1", text: "Is it? - Selected Choice", id: "QID1"), ("Q1_3_TEXT", "Is it? - Other - Text", "QID1_3_TEXT"), ("Role", "Role", "Role")]
        let rows = (0..<60).map { "\($0 % 3 == 0 ? "No" : "Yes"),,\($0 < 20 ? "Staff" : "Family")" }
        #expect(try qualtrics(columns, rows).heading(2) == nil)
        #expect(try qualtrics(columns, rows, .init(by: "Role")).section("Who answered").contains("| Staff | 20 |\n| Family | 40 |"))
        #expect(try qualtrics(columns, rows, .init(by: "is it")).section("Who answered").contains("Responses by “Is it?”"))
    }

    @Test func wordsInATitleDoNotHideAQuestion() throws {
        let titles = "Timestamp,Teachers know your name,Language,How easy is it to find our phone number?,What is your teacher's email address?,Your child's name?"
        let rows = (0..<60).map { "4/13/2022 9:12:33,Agree,English,Very easy,\(["smith", "lee", "cole"][$0 % 3])@example.org,Ana Núñez\($0)" }
        let summary = try summary(titles + "\n" + rows.joined(separator: "\n"))
        #expect(summary.responses == 60)
        #expect((1...4).map(summary.heading) == ["Teachers know your name", "Language", "How easy is it to find our phone number?", nil])
        #expect(summary.notes.contains("column 5 (‘What is your teacher's email address?’) is left out: it holds e-mail addresses"))
        #expect(summary.notes.contains("column 6 (‘Your child's name?’) is left out: it holds names"))
    }

    private func microsoft(_ titles: String, _ rows: [String], header: String = "ID,Start time,Completion time,Email,Name") throws -> SurveySummary {
        try summary("\(header),\(titles)\n" + rows.enumerated().map { "\($0 + 1),3/13/22 9:12:33,3/13/22 9:14:33,anonymous,,\($1)" }.joined(separator: "\n"))
    }

    @Test func answersThatEndWithASeparatorAreSeveral() throws {
        let summary = try microsoft("How?", (0..<60).map { $0 < 20 ? "\"Letters, on paper;\"" : "E-mail;" })
        #expect(summary.type(1) == "several answers")
        #expect(summary.rows(1) == ["E-mail 40", "Letters, on paper 20", "No answer 0"])
    }

    @Test func rankingsTellWhatCameFirst() throws {
        let summary = try microsoft("Rank these", (0..<60).map { ["Art;Bus;Cafeteria;", "Bus;Art;Cafeteria;", "Cafeteria;Bus;Art;"][$0 % 3] })
        #expect(summary.type(1) == "ranking, what was put first")
        #expect(summary.rows(1) == ["Art 20", "Bus 20", "Cafeteria 20", "No answer 0"])
    }

    @Test(arguments: [
        "ID,开始时间,完成时间,电子邮件,姓名", "المعرّف,وقت البدء,وقت الاكتمال,البريد الإلكتروني,الاسم", "ID,Thời gian bắt đầu,Thời gian hoàn thành,Email,Tên",
        "ID,Startzeit,Fertigstellungszeit,E-Mail,Name",
    ])
    func microsoftFormsSpeaksManyLanguages(_ header: String) throws {
        let summary = try microsoft("Is it?", Array(repeating: "Yes", count: 20), header: header)
        #expect(summary.notes.first == "this looks like an export of Microsoft Forms")
        #expect(summary.rows(1) == ["Yes 20", "No answer 0"])
    }
}
