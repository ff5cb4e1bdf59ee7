import Testing

@testable import FormExports

@Suite struct RawExportTests {
    private func reason(_ text: String) -> String? { RawExport.reason(Array(text.utf8)) }

    /// A table with so many rows, of which `#` is the number.
    private static func table(_ header: String, _ row: String, _ count: Int = 40) -> String {
        header + "\n" + (0..<count).map { number in
            row.replacing("#", with: "\(number)").replacing("%", with: ["Yes", "No", "In part"][number % 3]).replacing("~", with: ["Agree", "Disagree", "Neutral", "Strongly agree"][number % 4])
        }.joined(separator: "\n") + "\n"
    }

    @Test(arguments: [
        "question,answer,group,count\nHow welcome?,Very,All,36\nHow welcome?,Somewhat,All,24\n",
        "Question,Group,Option,Count,Percent\nHow much do you agree that you are welcome?,Families,Strongly agree,30,10\nB?,Staff,Agree,20,9\n",
        "name,role,email,phone\nAna,Principal,ana@example.org,413 555 0100\nBo,Teacher,bo@example.org,413 555 0101\n",
        "Title,Start time,End time,Location\nForum,2026-02-01 18:00,2026-02-01 20:00,Gym\nSports,2026-03-01 18:00,2026-03-01 20:00,Field\n",
        "Timestamp,Temperature,Humidity\n2026-02-01 18:00:00,20.5,40\n2026-02-01 19:00:00,20.4,41\n",
        "school,latitude,longitude\nNorth,42.19431,-73.36115\nSouth,42.19432,-73.36116\n",
        "Answer,2021,2022\nStrongly agree,58,112\nAgree,60,104\nDisagree,24,51\nNo answer,6,14\n", "", "just text\n", "a,b\n",
        "school,2021,2022\nNorth,Yes,No\nSouth,No,Yes\n",
        table("School,Breakfast,After-school care,Bus", "School #,%,Yes,%", 10), table("Objective,Done 2021,Done 2022,Done 2023", "1.#,%,In part,%", 10),
        table("Activity,Grade K,Grade 1,Grade 2,Grade 3", "Activity #,Often,Sometimes,Often,Sometimes", 10),
        table("Timestamp,Building,Lead (ppb)", "2022-03-0# 09:12:33,North,#", 10), table("Timestamp,Stop,Minutes late", "2022-03-0# 09:12:33,Main St,#", 10),
        table("School,Latitude,Longitude,How many students are enrolled here", "School #,42.1943#,-73.3611#,30#", 10),
        table("Start time,End time,What is discussed in this meeting,Where", "2022-03-0# 18:00,2022-03-0# 20:00,Budget,Gym", 10),
        table("Name,Role,E-mail,Bilingual?", "Ana #,Teacher,p#@example.org,%", 10), table("Name,E-mail,Office", "Ana #,p#@example.org,Room #", 10),
        table("Term,What it means", "Word #,It is something that is explained here at length #", 10), table("Question,Answer", "How do I enrol child #?,Come to the office on day # with a passport", 10),
        table("Name,Address,Website", "School #,# Main Street,https://s#.example.org", 10), table("School,Principal,E-mail", "School #,Ana B,p#@example.org", 10),
        table("Date,Event,Where", "2022-03-0#,Concert of grade #,Gym", 9), table("Start date,End date,What is it?,Where?", "2022-03-0# 18:00,2022-03-0# 20:00,Concert,Gym", 10), table("Day,Lunch,Vegetarian?,Halal?", "Monday,Pizza,%,%", 20),
        table("Date,Sport,Opponent,Home?,Bus leaves", "3/#/2022 15:30,Soccer,Lenox,%,2:00 PM", 10), table("Start time,End time,Room,Available?", "2022-03-0# 09:00,2022-03-0# 10:00,Gym,%", 10),
        table("ID,Start date,End date,Project,Cost", "#,3/1/2022,4/2/2022,Roof,#000"), table("Goal,Owner,On track?,Why?", "Goal 1,Ana Cole,%,We hired two coaches and trained team #"),
        table("Priority,On track?,Comments", "High,%,We hired two coaches and trained team #"), table("School,Grade,How safe do you feel? (% favorable),How welcome do you feel? (% favorable)", "North,3,6#,7#", 10),
        table("Name,Motion 1,Motion 2,Motion 3", "Ana N#,Yes,%,%", 10), table("Section,Title,Status", "1.2.#.4,Part #,%", 10), table("Policy,Title,Why it matters", "JKA-#,Policy #,It keeps people safe in case number #"),
        table("Version,Build", "1.2.#.4,#", 10), table("School,Room,Condition", "School #,Room #,Good"), table("Timestamp,Location,Lead (ppb),Action needed?", "2022-03-01 09:12:33,Fountain #,#,%"),
        table("Provider,Ages,Accepts vouchers?,Open in summer?,Email", "Little Stars #,0-5,%,%,p#@example.org"), table("Club,Adviser,Email,Open to all?", "Club #,Ana Cole,p#@example.org,%"), "a: b, c;\nd { e: f, g, h }\n", "<svg viewBox='0 0 1 1'><path d='M0,0 L1,1'/></svg>",
    ])
    func tablesThatMayBePublishedAreNotRefused(_ text: String) { #expect(reason(text) == nil, "\(text.prefix(100))") }

    @Test(arguments: [
        table("Name,How welcome do you feel?", "Ana#,Very", 12), table("When,How welcome do you feel?", "2022-04-05 10:1#,Very", 10), table("x;How welcome do you feel?", "p#@example.org;Very", 12),
        table("Q1,Q2,Q3", "Agree,Disagree,Agree", 12), "Marca temporal,¿Cómo se siente?\n5/4/2022 10:00:00,Bien\n",
        table("Name,Email,Comment", "Ana #,p#@example.org,My son # is bullied"), table("Student name,Safe,Belong,Lunch", "Ana #,3,4,3"),
        table("I feel safe at school,I belong,Comment", "~,~,My son # is bullied"), table("Q,What else should we know?", "Very welcome,My son # is bullied"),
        table("Safe|Belong|Comment", "~|~|My son # is bullied"), "Family survey 2022\n\n" + table("Name,Email,Comment", "Ana #,p#@example.org,My son # is bullied"),
        "Family survey 2022,,\n" + table("Timestamp,Email Address,Is it?", "2022/03/01 9:12:33 AM GMT-5,p#@example.org,Yes"),
        table("ID,开始时间,完成时间,电子邮件,姓名,您觉得学校欢迎您吗？", "#,3/1/22 9:12:33,3/1/22 9:14:33,anonymous,,欢迎"),
        table("المعرّف,وقت البدء,وقت الاكتمال,البريد الإلكتروني,الاسم,كيف ترى المدرسة؟", "#,3/1/22 9:12:33,3/1/22 9:14:33,anonymous,,جيدة"),
        table("ID,Thời gian bắt đầu,Thời gian hoàn thành,Email,Tên,Anh chị nghĩ gì", "#,3/1/22 9:12:33,3/1/22 9:14:33,anonymous,,tốt"),
        table("时间戳记,您同意吗？", "2022/03/01 9:12:33 上午 GMT+8,同意"), table("Role,Email,Phone,What worries you?", "Parent,p#@example.org,413 555 0100,My son # is bullied"),
        "<html><body><table>" + (["<tr><th>Name</th><th>Email</th><th>Comment</th></tr>"] + (0..<12).map { "<tr><td>Ana \($0)</td><td>p\($0)@example.org</td><td>My son \($0) is bullied</td></tr>" }).joined() + "</table>",
        "[" + (0..<12).map { "{\"name\": \"Ana \($0)\", \"email\": \"p\($0)@example.org\", \"comment\": \"My son \($0) is bullied\"}" }.joined(separator: ",\n") + "]",
    ])
    func rawAnswersAreRefused(_ text: String) { #expect(reason(text) != nil, "\(text.prefix(100))") }

    @Test(arguments: [
        table("Entry,How safe do you feel?,Why?", "#,~,My son # is bullied at lunch"), table("Code,I feel safe,I belong,Comment", "A0#,~,~,My son # is bullied at lunch"),
        table("Form,Grade,How safe do you feel?,What worries you most?", "F-#,3,~,My son # is bullied at lunch"), table("Entry,Comment", "#,My son # is bullied at lunch"),
        table("Submission #,How safe do you feel?", "#,~").replacing("Submission 0", with: "Submission #"), table("Date,How safe do you feel?,Why?", "2022-03-#,~,My son # is bullied", 9),
        table("First Name,Last Name,How safe do you feel?", "Ana,N#,~"), table("Last Name,First Name,Remarks", "N#,Ana,My son # is bullied at lunch"), table("Last,First,DOB,Guardian,Phone", "Cole,Ana,2010-03-11,Bo Cole,413-555-01#"),
        table("Student,Math,ELA", "\"Cole#, Ana\",2#,3#"), table("Last Name,First Name,Home Address", "Cole,Ana,# Main St"), table("Name,Grade,IEP", "Ana N#,3,%"), table("Student ID,Balance", "1002#,#.50"),
        table("Comments", "My son # is bullied at lunch"), table("#,Responses,Date", "#,My son # is bullied at lunch,4/1/2022 9:00 AM"), table("Q1,Q2,Q3,Q4,Q5", "3,4,2,1,5"), table("Grade,Safe", "3,~"),
        table("School,Grade,Safe,Belong", "North,3,~,~"), table("School,Grade,I feel safe.,I belong here.", "North,3,4,5"), table("when,from", "2022-04-01,203.0.113.#:443"), table("when,from", "2022-04-01,203.0.#.x"),
    ] as [String])
    func rowsThatArePeopleAreRefused(_ text: String) { #expect(reason(text) != nil, "\(text.prefix(100))") }

    private static let notes: String = (0..<9).map { "Note line \($0)\n" }.joined()
    private static let signed: String = table("Timestamp,Email Address,Is it?", "4/1/2022 9:12:33,p#@example.org,Yes")
    private static let towns: String = "School,Students,Teachers\n" + String(repeating: "North,300,20\n", count: 30) + "\n"
    private static let lists: String = (0..<12).map { "[\"4/1/2022 9:12:33\",\"p\($0)@example.org\",null]" }.joined(separator: ",")

    @Test(arguments: [
        notes + signed, towns + table("Timestamp,Email Address,Is it?,Why?", "4/1/2022 9:12:33,p#@example.org,Yes,No"),
        "[[\"Timestamp\",\"Email Address\",\"Is it?\"]," + lists + "]", "{\"range\": \"A1:C3\", \"values\": [[\"Timestamp\",\"Email Address\",\"Is it?\"]," + lists + "]}",
    ] as [String])
    func exportsBelowOtherThingsAreRefused(_ text: String) { #expect(reason(text) != nil, "\(text.prefix(100))") }

    @Test func theReasonNamesTheColumn() {
        #expect(reason(Self.table("x,y", "10.0.0.#,Very", 12)) == "its column ‘x’ holds IP addresses")
        #expect(reason(Self.table("Name,Email,Comment", "Ana #,p#@example.org,My son # is bullied")) == "it looks like raw answers, with one row a person (its column ‘Email’ holds e-mail addresses)")
    }

    /// Without the columns that find a person, each tool's answers are those of people still.
    @Test(arguments: ["google-forms.csv", "google-sheet.csv"]) func answersAloneAreRefused(_ name: String) throws {
        var rows: [String] = []
        try ExportTable(ExportSource(Sample.bytes(name))).forEach { _, record in
            rows.append(record.texts.dropFirst(2).prefix(8).map(quoted).joined(separator: ","))
            return true
        }
        #expect(reason(rows.joined(separator: "\n")) != nil)
    }

    @Test(arguments: [
        ([0x50, 0x4B, 3, 4] + Array("......xl/workbook.xml".utf8), true), ([0x50, 0x4B, 3, 4] + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), true),
        ([0x50, 0x4B, 3, 4] + Array("......Family survey.csv".utf8), true), ([0x50, 0x4B, 3, 4] + Array("......word/document.xml".utf8), false),
        ([0x1F, 0x8B, 8, 0], true), ([0xD0, 0xCF, 0x11, 0xE0, 0, 0], true), ([0xD0, 0xCF, 0x11, 0xE0] + Array("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0".utf8), false),
        ([0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 0, count: 400), false), (Array("%PDF-1.7\n".utf8), false),
    ] as [([UInt8], Bool)])
    func whatCannotBeLookedIntoIsRefused(_ bytes: [UInt8], _ isRefused: Bool) { #expect((RawExport.reason(bytes) != nil) == isRefused) }

    @Test func whatCannotBeReadIsRefused() throws {
        // "您同意吗,为什么" in GBK.
        let line: [UInt8] = [0xC4, 0xFA, 0xCD, 0xAC, 0xD2, 0xE2, 0xC2, 0xF0, 0x2C, 0xCE, 0xAA, 0xCA, 0xB2, 0xC3, 0xB4, 0x0A]
        #expect(RawExport.reason(Array(repeatElement(line, count: 9).joined()))?.contains("a table whose letters cannot be read") == true)
        let western = Self.table("Café,Señal", "Le café # est très bon,Señal").utf16.map { UInt8(truncatingIfNeeded: $0) }
        #expect(RawExport.reason(western) == nil)
        let wide = Self.table("Timestamp,Email Address,Is it?", "4/1/2022 9:12:33,p#@example.org,Yes").unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8), 0, 0] }
        #expect(RawExport.reason([0xFF, 0xFE, 0, 0] + wide) != nil)
        let chinese = Self.table("时间戳记,您同意吗", "2022/4/1 上午9:12:33,同意").utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(RawExport.reason(chinese) != nil)
    }

    @Test(arguments: ["", "> ", "    "]) func exportsArePastedAnywhere(_ mark: String) {
        let paragraphs = (0..<8).map { "Paragraph \($0), with words.\n\n" }.joined()
        let export = Self.table("Name,Email Address,How safe?", "Ana N#,p#@example.org,Very", 12).split(separator: "\n")
        for (before, after) in [("", ""), (paragraphs, ""), (paragraphs + "## B\n\n```csv\n", "\n```\n")] {
            let page = "---\ntitle: A\n---\n\n" + before + export.map { mark + $0 }.joined(separator: "\n") + after
            #expect(RawExport.reason(page: Array(page.utf8)) != nil, "\(page.prefix(60))")
        }
    }

    @Test(arguments: [
        ("| When | IP Address | Page |", "| 4/1/2022 | 203.0.113.# | /a |", true), ("| Last Name | Email | Allergies |", "| N# | p#@example.org | Nuts |", true),
        ("> | Timestamp | Email Address | How safe? |", "> | 4/1/2022 9:12:33 | p#@example.org | Very |", true), ("| Last Name | First Name | Email | Office |", "| N# | Ana | p#@example.org | Room # |", false),
        ("| Day | Lunch | Vegetarian? |", "| Monday | Soup # | Yes |", false), ("We ask, listen, and say,", "what we heard, what we do, and #,", false),
    ])
    func pagesAreJudgedByTheirRows(_ header: String, _ row: String, _ isRefused: Bool) {
        let rule = header.contains("|") ? (header.hasPrefix(">") ? "> " : "") + "|" + header.filter { $0 == "|" }.dropFirst().map { _ in " --- |" }.joined() + "\n" : ""
        let page = "Text.\n\n\(header)\n\(rule)" + (0..<12).map { row.replacing("#", with: "\($0)") }.joined(separator: "\n") + "\n\nMore.\n"
        #expect((RawExport.reason(page: Array(page.utf8)) != nil) == isRefused)
    }

    @Test func datesAreNoCounts() {
        #expect(!TabulatedResults.recognizes(Array("Question,Answer,Updated\nHow?,So,2022-03-01\nWhy?,Thus,3/2/2022\n".utf8)))
        #expect(TabulatedResults.recognizes(Array("Question,Answer,Count\nHow?,So,\"1,200\"\nWhy?,Thus,12 %\n".utf8)))
    }

    @Test func tablesOfPagesAreJudged() {
        let rows = (0..<12).map { "| p\($0)@example.org | Agree | My son \($0) is bullied |" }.joined(separator: "\n")
        let raw = RawExport.reason(page: Array("Text.\n\n| Email | Is it? | Why? |\n| --- | --- | --- |\n\(rows)\n\nMore.\n".utf8))
        #expect(raw?.line == 3)
        let committee = (0..<12).map { "| Ana \($0) | p\($0)@example.org | North |" }.joined(separator: "\n")
        #expect(RawExport.reason(page: Array("| Name | E-mail | School |\n| --- | --- | --- |\n\(committee)\n".utf8)) == nil)
        let pasted = "---\ntitle: Answers\n---\n\n# Answers\n\n" + Self.table("Timestamp,Email Address,Is it?", "2022/03/01 9:12:33 AM GMT-5,p#@example.org,Yes")
        #expect(RawExport.reason(page: Array(pasted.utf8))?.line == 7)
        #expect(RawExport.reason(page: Array("---\ntitle: A\n---\nWell, yes, and no.\nYou know, it is, so to say, one?\n".utf8)) == nil)
        #expect(RawExport.reason(page: Array("a | b\n--- | ---\n1 | 2\n".utf8)) == nil)
    }
}
