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
        let rows = (0..<60).map { "\($0 % 2 == 0 ? "1" : ""),\($0 % 3 == 0 ? "2" : ""),Yes" }
        let summary = try surveyMonkey("Which ways?,,Is it?", "Mail,Phone,Response", rows)
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

    /// A group that the tool works out would give back the few whom a withheld count hides.
    @Test func whatIsWorkedOutFromAnotherQuestionIsNone() throws {
        let scores = (0..<60).map { $0 < 4 ? 7 : $0 < 30 ? 9 : 10 }, group = { (score: Int) in score < 7 ? "Detractor" : score < 9 ? "Passive" : "Promoter" }
        let ask = "How likely are you to recommend us?"
        let documents = [
            try qualtrics([("Q4_NPS_GROUP", ask + " - Group", "QID4_NPS_GROUP"), ("Q4", ask, "QID4")], scores.map { "\(group($0)),\($0)" }),
            try surveyMonkey(ask + ",", "NPS Group,NPS Score", scores.map { "\(group($0)),\($0)" }),
            try surveyMonkey("\(ask),\(ask)", "NPS Group,NPS Score", scores.map { "\(group($0)),\($0)" }),
            try microsoft(ask, scores.map(String.init)),
        ]
        for summary in documents {
            #expect(summary.heading(1) == ask)
            #expect(summary.heading(2) == nil)
            #expect(summary.type(1) == "scale of numbers")
            #expect(!summary.document.contains("Promoter"))
        }
        #expect(documents[0].notes.contains { $0.contains("what the tool works out from another question (1)") })
        #expect(documents[1].notes.contains("column 10 (‘How likely are you to recommend us? – NPS Group’) is left out: it holds what the tool works out from another question"))
    }

    @Test func stateAndHeaderOfQualtricsAreToldApart() throws {
        let row = { (number: Int) in "2022-03-13 09:12:33,2022-03-13 09:13:33,IP Address,203.0.113.\(number),True,R_\(1_000_000_000 + number),Yes" }
        let alone = try summary((["\(Self.qualtrics.0),Q1"] + (0..<20).map(row)).joined(separator: "\n"))
        #expect(alone.responses == 20)
        let states = ["Survey Preview", "Survey Test", "Survey Test", "Spam"].map { row(9).replacing("IP Address", with: $0) }
        let told = try summary((["\(Self.qualtrics.0),Q1", "\(Self.qualtrics.1),Is it?"] + (0..<20).map(row) + states).joined(separator: "\n"))
        #expect(told.responses == 20)
        for note in ["left out: 1 preview", "left out: 2 test responses", "left out: 1 response marked as spam"] { #expect(told.notes.contains(note)) }
        #expect(told.section("How we asked").contains("- Left out, staff’s own previews: 1.\n- Left out, made by the tool as a test: 2.\n- Left out, marked as spam: 1.\n"))
    }

    @Test func whoAnsweredNothingDoesNotCount() throws {
        let summary = try surveyMonkey("Is it?,Was it?", "Response,Response", Array(repeating: "Yes,No", count: 20) + Array(repeating: ",", count: 3))
        #expect(summary.responses == 20)
        #expect(summary.notes.contains("left out: 3 responses without any answer"))
        #expect(summary.section("How we asked").contains("- Left out, without any answer: 3.\n"))
    }

    @Test func contactsAreLeftOutByTheirLabels() throws {
        let rows = (0..<40).map { "Ana Núñez\($0),,\($0) Main St,,\(["Lee", "Lenox"][$0 % 2]),MA,0123\($0 % 2),USA,p\($0)@example.org,413-555-01\(10 + $0),Yes" }
        let summary = try surveyMonkey(
            "About you.,,,,,,,,,,Is it?", "Name,Company,Address,Address 2,City/Town,State/Province,ZIP/Postal Code,Country,Email Address,Phone Number,Response", rows)
        #expect(summary.heading(1) == "Is it?")
        #expect(summary.heading(2) == nil)
        #expect(!summary.document.contains("Lenox"))
        #expect(summary.notes.contains("column 14 (‘City/Town’) is left out: it holds addresses and places"))
        #expect(summary.notes.contains("column 10 (‘About you. – Name’) is left out: it holds names"))
    }

    @Test func codesAreNoAnswers() throws {
        let header = "\(Self.qualtrics.0),Q1\n\(Self.qualtrics.1),How safe?\n"
        let row = { (number: Int) in "2022-03-13 09:12:33,2022-03-13 09:13:33,0,203.0.113.\(number),1,R_\(1_000_000_000 + number),\(number % 4 + 1)" }
        #expect(problem(header + (0..<20).map(row).joined(separator: "\n"))?.message == "the answers are codes, not words: ‘How safe?’ has numbers only")
        let wrong = problem(column("How safe?", [("1", 20), ("2", 20)]), .init(declaredOptions: "How safe?: Very | Not very"))
        #expect(wrong?.message == "nobody gave one of the options that are declared for ‘How safe?’")
        let numbers = try microsoft("How safe?,How kind?,How good?", (0..<40).map { "\($0 % 4 + 1),\($0 % 3 + 1),\($0 % 5 + 1)" })
        #expect(numbers.notes.contains("the answers of all 3 questions are numbers: if they stand for answers, export the responses with the choices’ text"))
    }

    @Test func ranksInColumnsOfTheirOwnTellWhatCameFirst() throws {
        let orders = [[1, 2, 3], [2, 1, 3], [3, 2, 1]], ask = "Rank these", places = ["1st choice", "2nd choice", "3rd choice"]
        let ranks = (0..<60).map { orders[$0 % 3] }
        let documents = [
            try qualtrics(["Bus", "Art", "Meals"].enumerated().map { ("Q8_\($0 + 1)", "\(ask) - \($1)", "QID8_\($0 + 1)") }, ranks.map { $0.map(String.init).joined(separator: ",") }),
            try surveyMonkey(ask + ",,", "Bus,Art,Meals", ranks.map { $0.map(String.init).joined(separator: ",") }),
            try summary("Timestamp,\(ask) [Bus],\(ask) [Art],\(ask) [Meals]\n" + ranks.map { "4/13/2022 9:12:33," + $0.map { places[$0 - 1] }.joined(separator: ",") }.joined(separator: "\n")),
            try microsoft(ask, ["Bus;Art;Meals;", "Art;Bus;Meals;", "Meals;Art;Bus;"].flatMap { Array(repeating: $0, count: 20) }),
        ]
        for summary in documents {
            #expect(summary.heading(1) == ask)
            #expect(summary.type(1) == "ranking, what was put first")
            #expect(summary.rows(1) == ["Art 20", "Bus 20", "Meals 20", "No answer 0"])
        }
    }

    @Test func aGridOfBoxesIsSeveralAnswersARow() throws {
        let rows = (0..<60).map { "\($0 % 2 == 0 ? "Bus" : ""),\($0 % 3 == 0 ? "Car" : ""),\($0 % 4 == 0 ? "Bus" : ""),,\($0 < 20 ? "Kevin rides" : ""),Yes" }
        let summary = try surveyMonkey("Mark all you use,,,,,Is it?", "Monday - Bus,Monday - Car,Tuesday - Bus,Tuesday - Car,Comments,Response", rows)
        #expect(summary.heading(1) == "Mark all you use – Monday")
        #expect(summary.type(1) == "several answers")
        #expect(summary.rows(1) == ["Bus 30", "Car 20", "No answer 20"])
        #expect(summary.heading(2) == "Mark all you use – Tuesday")
        #expect(!summary.document.contains("Kevin"))
        #expect(summary.document.contains("- **Q3. Mark all you use – Comments**: 20 comments."))
    }

    @Test func uploadsAreNoComments() throws {
        let columns = ["Id", "Name", "Size", "Type"].map { (name: "Q10_\($0)", text: "Upload a file - \($0)", id: "QID10_FILE_\($0.uppercased())") }
        let summary = try qualtrics(columns + [("Q1", "Is it?", "QID1")], (0..<20).map { "F_\($0),kevin\($0).jpg,12\($0),image/jpeg,Yes" })
        #expect(summary.heading(1) == "Is it?")
        #expect(summary.notes.contains { $0.contains("uploaded files (4)") })
        let google = try microsoft("Is it?,A photo?", (0..<20).map { "Yes,https://example.org/open?id=\($0)" })
        #expect(google.notes.contains("column 7 (‘A photo?’) is left out: it holds uploaded files"))
    }

    @Test func marksOfAWebPageAreNotShown() throws {
        let summary = try qualtrics([("Q1", "<p style=x>How <strong>safe</strong> is it?<br>At school&nbsp;&amp; bus, 1 < 2</p>", "QID1")], Array(repeating: "Very", count: 20))
        #expect(summary.heading(1) == "How safe is it? At school & bus, 1 \\< 2")
    }
}
