import Testing

@testable import Building

/// Numbers that a survey withholds, and no other number of its pages may give back.
@Suite struct SurveyProtectionTests {
    private static let after = "\n## Our reflections\n\nWe listen.\n\n## What we will do\n\nMore.\n"
    private static let facts = "fielded: 2022-04-01/2022-04-30\ninvited: 1474\nresponses: 560\n"
    private static let groups = "groups:\n  - {name: Families, invited: 860, answered: 312}\n  - {name: Students, invited: 590, answered: 241}\n  - {name: Staff, invited: 24, answered: 7}\n"

    private static func survey(_ front: String, _ body: String) -> String { "---\nkind: survey\ntitle: Survey\n\(front)---\n\(body)\n" + after }

    private static func table(_ rows: [[String]]) -> String {
        let lines = rows.map { "| " + $0.joined(separator: " | ") + " |\n" }
        return lines[0] + "| --- |" + String(repeating: " ---: |", count: rows[0].count - 1) + "\n" + lines.dropFirst().joined()
    }

    private static func question(_ rows: [[String]], _ number: String = "Q1", _ words: String = "Do you feel safe?") -> String {
        "### \(number). \(words)\n\n" + table(rows) + "\n"
    }

    /// The cells of a page's last table but `skipped`, row by row.
    private func rows(_ html: String, table place: Int) -> [[String]] {
        let table = html.components(of: "<table>", "</table>")[place]
        return table.components(of: "<tr>", "</tr>").map { $0.components(of: "<td", "</td>").map { String($0[$0.index(after: $0.firstIndex(of: ">")!)...]) } }
            .filter { !$0.isEmpty }
    }

    private func page(_ front: String, _ body: String) throws -> String {
        let results = body.contains("## Results") ? "" : "\n## Results\n\nSoon.\n"
        let site = try TestPublication(["s.md": Self.survey(front, body + results)])
        #expect(try site.problems() == "")
        return try site.site("s/index.html")
    }

    // MARK: Tables of who answered

    @Test func aRateBesideTheCountsDoesNotOpenTheTable() throws {
        let who = Self.table([
            ["Group", "Invited", "Answered", "Rate"], ["Families", "860", "312", "36 %"], ["Students", "590", "241", "41 %"], ["Staff", "24", "7", "29 %"],
        ])
        let html = try page(Self.facts + Self.groups, "## Who answered\n\n" + who)
        #expect(rows(html, table: 1) == [["860", "312", "36%"], ["590", "[c]", "[c]"], ["24", "[c]", "[c]"]])
        #expect(!html.contains(">7<") && !html.contains("29 %"))
    }

    @Test func aRateAloneTellsTheCount() throws {
        let who = Self.table([["Group", "Rate"], ["Families", "36 %"], ["Students", "41 %"], ["Staff", "29 %"]])
        let html = try page(Self.facts + Self.groups, "## Who answered\n\n" + who)
        #expect(rows(html, table: 1) == [["36%"], ["[c]"], ["[c]"]])
    }

    @Test func aCountAndItsRateInOneCell() throws {
        let who = Self.table([["School", "Answered"], ["North", "300 (54 %)"], ["South", "253 (45 %)"], ["Other", "7 (1 %)"]])
        #expect(try rows(page(Self.facts, "## Who answered\n\n" + who), table: 0) == [["300 (54 %)"], ["[c]"], ["[c]"]])
    }

    @Test func rowsThatAddUpToAllWhoAnsweredNeedNoTotal() throws {
        let who = Self.table([["Language", "Answered"], ["English", "400"], ["Spanish", "157"], ["Portuguese", "3"]])
        #expect(try rows(page(Self.facts, "## Who answered\n\n" + who), table: 0) == [["400"], ["[c]"], ["[c]"]])
    }

    @Test func percentagesOfAllTellTheCounts() throws {
        let who = Self.table([["Language", "Share"], ["English", "71 %"], ["Spanish", "28 %"], ["Portuguese", "1 %"]])
        #expect(try rows(page(Self.facts, "## Who answered\n\n" + who), table: 0) == [["71%"], ["[c]"], ["[c]"]])
    }

    @Test func rowsHaveTotalsAsWellAsColumns() throws {
        let who = Self.table([
            ["School", "Families", "Students", "Staff", "All"], ["North", "100", "90", "3", "193"], ["South", "100", "80", "40", "220"], ["West", "97", "20", "30", "147"],
        ])
        let cells = try rows(page(Self.facts, "## Who answered\n\n" + who), table: 0)
        #expect(cells[0][2] == "[c]" && cells[0].count { $0 == "[c]" } > 1)
    }

    @Test func aTableInAQuotationIsOneToo() throws {
        let html = try page(Self.facts, "## Who answered\n\n> " + Self.table([["Language", "Answered"], ["English", "400"], ["Spanish", "157"], ["Portuguese", "3"]]).replacing("\n", with: "\n> "))
        #expect(!html.contains(">3<") && !html.contains(">157<"))
    }

    /// Words among numbers stay words, and numbers of no people.
    @Test func aTableOfWordsStaysAsItIs() throws {
        let who = Self.table([["Step", "When"], ["Ask", "in March"], ["Read", "in April"], ["Tell", "5"]])
        #expect(try rows(page(Self.facts, "## How we asked\n\n" + who), table: 0) == [["in March"], ["in April"], ["5"]])
    }

    // MARK: Groups

    @Test func theColumnOfAllMayStandFirst() throws {
        let body = "## Results\n\n" + Self.question([["Answer", "All", "Families", "Students", "Staff"], ["Yes", "400", "200", "196", "4"], ["No", "160", "112", "45", "3"]])
        for row in try rows(page(Self.facts + Self.groups, body), table: 1) { #expect(row.last == "[c]" && row.count { $0 == "[c]" } > 1) }
    }

    @Test func groupsAndSchoolsAreTwoWaysToDivideTheSame() throws {
        let front = Self.facts + Self.groups + "  - {name: North, invited: 700, answered: 300}\n  - {name: South, invited: 774, answered: 260}\n"
        let body = "## Results\n\n" + Self.question([
            ["Answer", "Families", "Students", "Staff", "North", "South", "All"], ["Yes", "200", "196", "4", "250", "150", "400"], ["No", "112", "45", "3", "50", "110", "160"],
        ])
        let html = try page(front, body)
        #expect(rows(html, table: 0).count { $0[1] == "[c]" } > 1)
        for row in rows(html, table: 1) { #expect(row.count { $0 == "[c]" } > 1) }
    }

    @Test func schoolsOfSeveralAnswersAddUpWhateverTheirBases() throws {
        let body = "## Results\n\n" + Self.question([
            ["Answer", "North", "South", "All"], ["Blue", "3", "90", "93"], ["Red", "30", "50", "80"], ["Green", "50", "60", "110"], ["No answer", "200", "80", "280"],
        ], "Q1", "Which ones? Choose all that apply.")
        #expect(try rows(page(Self.facts, body), table: 0)[0].count { $0 == "[c]" } > 1)
    }

    /// 158 of the school’s 165 who answered are withheld, and so must be what gives them back.
    @Test func basesOfGroupsAndSchoolsAddUpToo() throws {
        let body = "## Results\n\n" + Self.question([["Answer", "North", "South"], ["Yes", "100", "115"], ["No", "44", "50"]])
            + Self.question([
                ["Answer", "Families", "Students", "North", "South", "All"], ["Blue", "70", "80", "70", "80", "150"], ["Red", "60", "90", "72", "78", "150"],
                ["Total answered", "142", "148", "132", "158", "290"],
            ], "Q2", "Which ones? Choose all that apply.")
        let csv = try {
            let site = try TestPublication(["s.md": Self.survey("fielded: 2022-04-01/2022-04-30\nresponses: 309\n", body)])
            #expect(try site.problems() == "")
            return try site.site("s/results.csv")
        }()
        let told = ["Q1,South,Yes,115,165", "Q2,South,Blue,80,158"], subtracted = ["Q2,North,Blue,70,132", "Q2,All,Blue,150,290"]
        #expect(!csv.contains(told[0]) || !csv.contains(told[1]) && !subtracted.allSatisfy { csv.contains($0) })
    }

    @Test func oneCellInErrorLeavesTheOthersProtected() throws {
        let body = "## Results\n\n" + Self.question([
            ["Answer", "North", "South", "All"], ["Blue", "3", "90", "93"], ["Red", "30", "50", "81"], ["Green", "50", "60", "110"],
        ])
        #expect(try rows(page("fielded: 2022-04-01/2022-04-30\n", body), table: 0)[0].count { $0 == "[c]" } > 1)
    }

    @Test func aSecondTableOfAQuestionIsProtectedWithTheFirst() throws {
        let body = "## Results\n\n" + Self.question([["Answer", "All"], ["Yes", "400"], ["No", "160"]]) + "By group:\n\n"
            + Self.table([["Answer", "Families", "Students", "Staff"], ["Yes", "200", "196", "4"], ["No", "112", "45", "3"]])
        for row in try rows(page(Self.facts + Self.groups, body), table: 2) { #expect(row.last == "[c]" && row.count { $0 == "[c]" } > 1) }
    }

    /// 38 of the 40 leave 2 to all other schools.
    @Test func aSecondTableOfOneSchoolLeavesTheOthers() throws {
        let body = "## Results\n\n" + Self.question([["Answer", "All"], ["Blue", "40"], ["Red", "60"], ["Green", "70"]]) + "In North School:\n\n"
            + Self.table([["Answer", "North School"], ["Blue", "38"], ["Red", "30"], ["Green", "40"]])
        let html = try page("fielded: 2022-04-01/2022-04-30\n", body)
        #expect([rows(html, table: 0)[0][0], rows(html, table: 1)[0][0]].contains("[c]"))
    }

    // MARK: What the author withheld

    @Test func aLoneCellOfTheAuthorIsCompleted() throws {
        let body = "## Results\n\n" + Self.question([["Answer", "All"], ["Yes", "60"], ["No", "37"], ["Don’t know", "[c]"], ["Total answered", "100"]])
        let cells = try rows(page("fielded: 2022-04-01/2022-04-30\n", body), table: 0)
        #expect(cells.prefix(3).count { $0 == ["[c]"] } > 1 || cells.last == ["[c]"])
    }

    /// Of what is not known nothing is computed.
    @Test func noShareIsOfTheCellsThatAreLeft() throws {
        let body = "## Results\n\n" + Self.question([["Answer", "All"], ["Yes", "60"], ["In part", "40"], ["No", "[c]"], ["Don’t know", "[c]"]])
        let site = try TestPublication(["s.md": Self.survey(Self.facts, body)])
        #expect(try site.problems() == "")
        #expect(try site.site("s/results.csv").contains("Q1,,Yes,60,[c]") && !site.site("s/index.html").contains("60%"))
    }

    // MARK: Years and editions

    /// By schools in one survey, by groups in the next one's table: 41 + 13 − 19 − 30 = 5.
    @Test func anotherWayToDivideEverybodyTellsNothing() throws {
        let schools = Self.question([["Answer", "North School", "South School"], ["Yes", "41", "13"], ["No", "30", "60"]])
        let groups = Self.question([["Answer", "Families 2021", "Students 2021", "Staff 2021"], ["Yes", "19", "30", "5"], ["No", "40", "44", "6"]])
        let (first, second) = try cells(schools, groups)
        #expect((first[0] + second[0]).count { $0 == "[c]" } > 1)
        #expect((first[1] + second[1]).count { $0 == "[c]" } > 1)
    }

    private func cells(_ first: String, _ second: String, secondTable: Int = 0) throws -> (first: [[String]], second: [[String]]) {
        let facts = { (year: Int) in "series: c\nfielded: \(year)-04-01/\(year)-04-30\n" }
        let site = try TestPublication(["a.md": Self.survey(facts(2021), "## Results\n\n" + first), "b.md": Self.survey(facts(2022), "## Results\n\n" + second)])
        #expect(try site.problems() == "")
        return (rows(try site.site("a/index.html"), table: 0), rows(try site.site("b/index.html"), table: secondTable))
    }

    /// Under another number, with another apostrophe, in a year’s column by another name.
    @Test(arguments: ["2021", "2020–21", "Spring 2021"]) func aYearToldAgainWithholdsTheSame(_ name: String) throws {
        let (first, second) = try cells(
            Self.question([["Answer", "All"], ["Blue", "3"], ["Don’t know", "62"], ["Red", "70"], ["Green", "65"]]),
            Self.question([["Answer", name, "2022"], ["Green", "65", "95"], ["Blue", "3", "70"], ["Red", "70", "30"], ["Don't know", "62", "50"]], "Q5"))
        let order = [1, 3, 2, 0]
        #expect(order.map { second[$0][0] } == first.map { $0[0] } && first.count { $0 == ["[c]"] } == 2)
    }

    @Test func groupsInOneYearAndAllInTheNext() throws {
        let (first, second) = try cells(
            Self.question([["Answer", "Families", "Staff"], ["Blue", "30", "3"], ["Red", "70", "40"], ["Green", "65", "50"]]),
            Self.question([["Answer", "2021", "2022"], ["Blue", "33", "95"], ["Red", "110", "30"], ["Green", "115", "50"]]))
        #expect(first[0][1] == "[c]" && (first[0][0] == "[c]" || second[0][0] == "[c]"))
    }

    @Test func groupsByYearAndAllByYear() throws {
        let facts = "fielded: 2022-04-01/2022-04-30\n"
        let body = "## Results\n\n" + Self.question([
            ["Answer", "Families 2021", "Families 2022", "Staff 2021", "Staff 2022"], ["Yes", "50", "30", "20", "3"], ["No", "80", "100", "30", "40"],
        ]) + "All:\n\n" + Self.table([["Answer", "2021", "2022"], ["Yes", "70", "33"], ["No", "110", "140"]])
        let html = try page(facts, body)
        #expect([rows(html, table: 0)[0][1], rows(html, table: 1)[0][1]].contains("[c]"))
    }

    /// Who left a question of last year out is known from last year's survey.
    @Test func whoIsMissingInAnEarlierYear() throws {
        let facts = { (year: Int) in "series: c\nfielded: \(year)-04-01/\(year)-04-30\nresponses: \(year == 2021 ? 100 : 120)\n" }
        let site = try TestPublication([
            "a.md": Self.survey(facts(2021), "## Results\n\n" + Self.question([["Answer", "All"], ["Yes", "60"], ["No", "40"]])),
            "b.md": Self.survey(facts(2022), "## Results\n\n" + Self.question([["Answer", "2021", "2022"], ["Blue", "50", "70"], ["Red", "47", "50"]], "Q2", "Which?")),
        ])
        #expect(try site.problems() == "")
        let first = try site.site("a/index.html"), second = rows(try site.site("b/index.html"), table: 0)
        #expect(!first.contains(">100<") && !first.contains("100 people") || second.contains { $0[0] == "[c]" })
    }

    /// 71 of last year less the 65 of this table are 6.
    @Test func whoWasAskedInAnEarlierYear() throws {
        let facts = { (year: Int) in "series: c\nfielded: \(year)-04-01/\(year)-04-30\n" }
        let site = try TestPublication([
            "a.md": Self.survey(facts(2021), "## Who answered\n\n" + Self.table([["Group", "Invited"], ["Families", "40"], ["Students", "25"], ["Staff", "6"]])),
            "b.md": Self.survey(facts(2022), "## Who answered\n\n" + Self.table([["Year", "Invited"], ["2021", "71"], ["2022", "80"]])),
        ])
        _ = try site.build()
        let first = rows(try site.site("a/index.html"), table: 0).map { $0[0] }, second = rows(try site.site("b/index.html"), table: 0).map { $0[0] }
        #expect(first[2] == "[c]" && (first.count { $0 == "[c]" } > 1 || second[0] == "[c]"))
    }

    @Test func whatIsWrittenAnewForALanguageWithholdsTheSame() throws {
        let site = try TestPublication([
            "publication.yaml": TestPublication.settings.replacing("[en]", with: "[en, es]"),
            "s.md": Self.survey(Self.facts, "## Results\n\n" + Self.question([["Answer", "All"], ["Blue", "3"], ["Red", "162"], ["Green", "162"], ["Black", "233"]])),
            "s.es.md": Self.survey(Self.facts, "## Results\n\n" + Self.question([["Respuesta", "Todos"], ["Azul", "3"], ["Verde", "162"], ["Negro", "233"], ["Rojo", "162"]])),
        ])
        _ = try site.build()
        let english = rows(try site.site("s/index.html"), table: 0), spanish = rows(try site.site("es/s/index.html"), table: 0)
        #expect([0, 2, 3, 1].map { english[$0] } == spanish)
    }

    @Test func whatIsWithheldIsExplained() throws {
        let html = try page(Self.facts + Self.groups, "## Results\n\n" + Self.question([["Answer", "All"], ["Yes", "400"], ["No", "160"]]))
        #expect(html.contains(">[c]<") && html.contains("[c] stands where"))
    }

    // MARK: Nobody says how many took part

    /// As many answered the second question, so that what is missing to them is the count of the first.
    @Test(arguments: [
        ("", [["Answer", "People"], ["Agree", "184"], ["Disagree", "61"]]),
        ("", [["Answer", "People"], ["Agree", "75 %"], ["Disagree", "25 %"], ["Total answered", "245"]]),
        ("", [["Answer", "North", "South"], ["Agree", "100", "84"], ["Disagree", "31", "30"]]),
        ("groups: [Families, Students]\n", [["Answer", "Families", "Students"], ["Agree", "100", "84"], ["Disagree", "31", "30"]]),
        ("responses: 310\n", [["Answer", "People"], ["Agree", "184"], ["Disagree", "61"]]),
    ])
    func anotherQuestionTellsHowManyAnswered(_ front: String, _ other: [[String]]) throws {
        for small in front.isEmpty ? ["4", "[c]"] : ["4"] {
            let first = [["Answer", "People"], ["Yes", "61"], ["No", "180"], ["Don’t know", small]]
            let site = try TestPublication(["s.md": Self.survey("fielded: 2022-04-01/2022-04-30\n" + front, "## Results\n\n" + Self.question(first) + Self.question(other, "Q2", "And now?"))])
            #expect(try site.problems() == "")
            let html = try site.site("s/index.html"), cells = rows(html, table: 0).joined()
            #expect(cells.count { $0 == "[c]" } > 1, "\(front) \(other)")
        }
    }

    /// A table of who answered tells it by its margins.
    @Test func aTableOfWhoAnsweredTellsHowManyAnswered() throws {
        let who = Self.table([["School", "Families", "Students"], ["North", "3", "382"], ["South", "183", "15"]])
        let body = "## Who answered\n\n" + who + "\n## Results\n\n" + Self.question([["Answer", "Families", "Students"], ["Yes", "96", "197"], ["No", "90", "200"]])
        let cells = try rows(page("fielded: 2022-04-01/2022-04-30\n", body), table: 0)
        #expect(cells[0][0] == "[c]" && cells[1][0] == "[c]")
    }

    /// 56 % of all, of whom 23 answered a question, are all that it takes to know how many all are.
    @Test func sharesOfAnUnknownNumberAreWithheld() throws {
        let who = Self.table([["School", "Share"], ["North", "56 %"], ["South", "44 %"]])
        let groups = "groups:\n  - {name: Families, invited: 59, answered: 19}\n  - {name: Students, invited: 24, answered: 22}\n  - {name: North, invited: 65}\n  - {name: South, invited: 18}\n"
        let html = try page("fielded: 2022-04-01/2022-04-30\n" + groups, "## Who answered\n\n" + who)
        #expect(rows(html, table: 1) == [["[c]"], ["[c]"]])
    }

    // MARK: Percentages

    /// What the table says of a share, its chart says as well, and no more.
    @Test func chartsBandWhatTablesBand() throws {
        let body = "## Results\n\n" + Self.question([["Answer", "All"], ["Yes", "70 %"], ["In part", "30 %"], ["No", "0 %"], ["Total answered", "50"]])
        let html = try page("fielded: 2022-04-01/2022-04-30\n", body)
        #expect(rows(html, table: 0)[2] == ["at most 5%"] && html.contains("Yes: 70%; In part: 30%; No: at most 5%") && !html.contains(">0%<") && !html.contains(" 0%"))
    }

    // MARK: A district's survey, and its schools' own

    private static func school(_ title: String, _ yes: Int, _ no: Int, series: String? = "c", column: String = "People", fielded: String = "2022-04-01/2022-04-30") -> String {
        let front = "fielded: \(fielded)\nresponses: \(yes + no)\n" + (series.map { "series: \($0)\n" } ?? "")
        return survey(front, "## Results\n\n" + question([["Answer", column], ["Yes", "\(yes)"], ["No", "\(no)"]])).replacing("title: Survey", with: "title: \(title)")
    }

    private func answers(_ documents: [String: String]) throws -> [String: [[String]]] {
        let site = try TestPublication(documents)
        #expect(try site.problems() == "")
        return try Dictionary(uniqueKeysWithValues: documents.keys.map { ($0, try rows(site.site($0.dropLast(3) + "/index.html"), table: 0)) })
    }

    @Test(arguments: ["c", nil]) func whatTheDistrictCountsLessTheOtherSchoolsIsTheSmallOnes(series: String?) throws {
        let shown = try answers([
            "d.md": Self.school("District", 195, 65, series: series), "n.md": Self.school("North", 150, 61, series: series, column: "North School"),
            "s.md": Self.school("South", 45, 4, series: series, fielded: "2022-04-20/2022-05-05"),
        ])
        #expect(shown["s.md"] == [["[c]"], ["[c]"]])
        #expect(shown["d.md"] == [["[c]"], ["[c]"]] || shown["n.md"] == [["[c]"], ["[c]"]])
    }

    @Test func aSchoolWithoutADocumentIsWhatIsMissingToTheDistrict() throws {
        let shown = try answers(["d.md": Self.school("District", 195, 65), "n.md": Self.school("North", 150, 61)])
        #expect(shown["d.md"] == [["[c]"], ["[c]"]] || shown["n.md"] == [["[c]"], ["[c]"]])
    }

    @Test func aSchoolsColumnIsItsOwnDocument() throws {
        let groups = "responses: 260\nfielded: 2022-04-01/2022-04-30\ngroups:\n  - {name: North School, answered: 211}\n  - {name: South School, answered: 49}\n"
        let district = Self.survey(groups, "## Results\n\n" + Self.question([
            ["Answer", "North School", "South School", "All"], ["Yes", "150", "45", "195"], ["No", "61", "4", "65"],
        ]))
        let site = try TestPublication(["d.md": district, "n.md": Self.school("North", 150, 61, series: nil)])
        #expect(try site.problems() == "")
        // The first table of the district's is of who answered.
        let shown = try rows(site.site("d/index.html"), table: 1), own = try rows(site.site("n/index.html"), table: 0)
        try #require(shown.allSatisfy { $0.count == 3 } && own.allSatisfy { $0.count == 1 })
        #expect(shown.map { $0[1] } == ["[c]", "[c]"])
        #expect(shown.map { $0[0] } == own.map { $0[0] })
    }

    @Test func whatHoldsNoneOfTheDistrictsPeopleIsShown() throws {
        // Asked at another time, and more of one answer than the district has.
        let shown = try answers([
            "d.md": Self.school("District", 195, 65), "n.md": Self.school("North", 150, 61, series: nil, fielded: "2022-09-01/2022-09-30"),
            "o.md": Self.school("Other", 10, 90, series: nil),
        ])
        #expect(shown == ["d.md": [["195"], ["65"]], "n.md": [["150"], ["61"]], "o.md": [["10"], ["90"]]])
    }
}

extension String {
    /// What stands between two marks, each time.
    fileprivate func components(of start: String, _ end: String) -> [String] {
        split(separator: start, omittingEmptySubsequences: false).dropFirst().map { $0.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? "" }
    }
}
