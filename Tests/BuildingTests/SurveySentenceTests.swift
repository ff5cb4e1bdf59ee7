import TestSupport
import Testing

@testable import Building

/// What is said and drawn of a survey's questions: the same everywhere, of the right people and years.
@Suite struct SurveySentenceTests {
    private struct Page {
        let html: String

        func texts(_ pattern: String) -> [String] {
            html.components(separatedBy: pattern).dropFirst().map { part in
                String(part.prefix { $0 != "<" }).replacing("\u{A0}", with: " ").replacing("&quot;", with: "\"")
            }
        }

        var findings: [String] { texts("<p class=\"finding\">") }
        var changes: [String] { texts("<p class=\"change\">") }
        /// What the pictures are called to those who do not see them.
        var alternatives: [String] { texts("-text\" hidden>") }
        /// In the drawings and above them.
        var legend: [String] { html.matches(of: #/<span class="chart-key"><svg[^>]*>.*?<\/svg> <span>(?<text>[^<]*)<\/span>/#).map { String($0.text) } }
        var history: [String] { texts("<dd>").filter { $0.contains(": ") } }
    }

    private static func question(_ words: String, _ columns: [String], _ rows: [(String, [String])]) -> String {
        let lines = ["| Answer | " + columns.joined(separator: " | ") + " |", "| --- |" + columns.map { _ in " ---: |" }.joined()]
        return "### \(words)\n\n" + (lines + rows.map { "| \($0.0) | \($0.1.joined(separator: " | ")) |" }).joined(separator: "\n") + "\n\n"
    }

    private static func lone(_ words: String, _ rows: [(String, Int)], _ name: String = "Count") -> String {
        question(words, [name], rows.map { ($0.0, [String($0.1)]) })
    }

    private static func survey(_ results: String, _ front: String = "", year: Int = 2022, month: String = "04") -> String {
        "---\nkind: survey\ntitle: Survey\nseries: climate\nfielded: \(year)-\(month)-01/\(year)-\(month)-20\n\(front)---\n## Results\n\n\(results)\n## Our reflections\n\nWe listen.\n\n## What we will do\n\nMore.\n"
    }

    private static func page(_ results: String, _ front: String = "", after: String? = nil, _ frontBefore: String = "", languages: String = "[en]", path: String = "s") throws -> Page {
        var files = ["publication.yaml": "title: T\naddress: https://t.example/\nlanguages: \(languages)\n", "s.md": survey(results, front)]
        if let after { files["a.md"] = survey(after, frontBefore, year: 2021) }
        let site = try TestPublication(files)
        let problems = try site.problems()
        #expect(!problems.contains("error:"), "\(problems)")
        return Page(html: try site.site(path + "/index.html"))
    }

    private static let yes = [("Yes", 135), ("No", 55)], yesBefore = [("Yes", 96), ("No", 84)]

    // MARK: Pictures

    @Test(arguments: [
        ([("No", 100), ("Yes", 200)], "", "300 answered – Yes: 67%; No: 33%", ["Yes", "No"]),
        ([("Never", 10), ("Rarely", 20), ("Sometimes", 30), ("Often", 100), ("Always", 140)], "",
         "300 answered – Always: 47%; Often: 33%; Sometimes: 10%; Rarely: 7%; Never: 3%", ["Always", "Often", "Sometimes", "Rarely", "Never"]),
        ([("Always", 10), ("Often", 20), ("Rarely", 100), ("Never", 90)], "Scale: worst first\n\n",
         "220 answered – Never: 41%; Rarely: 45%; Often: 9%; Always: 5%", ["Never", "Rarely", "Often", "Always"]),
        ([("Agree", 120), ("Strongly agree", 60), ("Strongly disagree", 30), ("Disagree", 20)], "",
         "230 answered – Strongly agree: 26%; Agree: 52%; Disagree: 9%; Strongly disagree: 13%", ["Strongly agree", "Agree", "Disagree", "Strongly disagree"]),
        ([("Strongly disagree", 10), ("Disagree", 20), ("Agree", 100), ("Strongly agree", 170), ("Don’t know", 30)], "Chart: diverging\n\n",
         "300 answered – Strongly agree: 57%; Agree: 33%; Disagree: 7%; Strongly disagree: 3%; Don’t know: 9% of 330",
         ["Strongly disagree", "Disagree", "Agree", "Strongly agree", "Don’t know"]),
    ]) func everyShareHasItsAnswer(_ rows: [(String, Int)], _ line: String, _ expected: String, _ legend: [String]) throws {
        let page = try Self.page(Self.lone("Q1. Do you?\n\n" + line, rows), "suppress-below: 5\n")
        #expect(page.alternatives == [expected])
        #expect(page.legend == legend)
        // The strongest answer is the solid one, whatever the rows' order.
        let strongest = page.html.components(separatedBy: "<svg class=\"favourable\"").dropFirst().first { $0.prefix(300).contains(">\(legend.last { $0.contains("Strongly agree") } ?? legend[0])<") }
        #expect(strongest?.contains("class=\"edge full\"") == true)
    }

    @Test func boundsStandWhereverAShareDoes() throws {
        let page = try Self.page(Self.lone("Q1. Do you?", [("Yes", 299), ("No", 1)]) + Self.lone("Q2. How?", [("Email", 300), ("Letter", 0)]), "suppress-below: 1\nsuppress-reason: none\n")
        #expect(page.findings == ["At least 99% of the 300 answered “Yes”.", "Most common answer: “Email” – at least 99% of the 300 who answered."])
        #expect(page.alternatives == ["300 answered – Yes: at least 99%; No: at most 1%", "300 answered. Email: at least 99%; Letter: at most 1%"])
        #expect(!page.html.contains(">100%<") && !page.html.contains(">0%<") && !page.html.contains("width=\"100%\" height=\"1.75em\""))
    }

    /// The sentence's share is what the drawn parts add up to.
    @Test func sentencesAndPicturesAgree() throws {
        var random = SeededGenerator(seed: 21), sections = ""
        let answers = ["Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree"]
        for number in 1...100 {
            sections += Self.lone("Q\(number). Question \(number)", answers.map { ($0, Int.random(in: 30...99, using: &random)) })
            sections += Self.lone("Q\(number + 100). Question \(number + 100)", (0...10).map { ("\($0)", Int.random(in: 20...40, using: &random)) })
        }
        let page = try Self.page(sections)
        #expect(page.findings.count == 200 && page.alternatives.count == 200)
        for (finding, alternative) in zip(page.findings, page.alternatives) {
            let said = try #require(finding.firstMatch(of: #/^(\d+)% of the (\d+)/#))
            let parts = alternative.matches(of: #/(?:agree|Agree|6–10): (\d+)%/#).prefix(alternative.contains("6–10") ? 1 : 2).compactMap { Int($0.1) }
            #expect(parts.reduce(0, +) == Int(said.1), "\(finding) \(alternative)")
            #expect(alternative.hasPrefix("\(said.2) answered"))
            #expect(alternative.matches(of: #/(\d+)%/#).compactMap { Int($0.1) }.reduce(0, +) == 100)
        }
    }

    // MARK: Bases

    @Test func everyPercentageSaysItsBase() throws {
        let groups = "responses: 300\ngroups: [{name: Families, answered: 200}, {name: Staff, answered: 100}]\n"
        let results = Self.question("Q1. Do you?", ["Families", "Staff"], [("Yes", ["114", "60"]), ("No", ["86", "40"])])
            + Self.question("Q2. Same?", ["Families", "Staff"], [("Yes", ["154", "77"]), ("No", ["46", "23"])])
            + Self.question("Q3. How? (choose all that apply)", ["Families", "Staff"], [("Email", ["150", "50"]), ("Letter", ["100", "60"])])
        let page = try Self.page(results, groups)
        #expect(page.findings == [
            "From 57% of 200 (Families) to 60% of 100 (Staff) answered “Yes”.",
            "The share that answered “Yes” is about the same: 77% of 200 (Families), 77% of 100 (Staff).",
        ])
        #expect(page.alternatives.suffix(2) == ["200 answered. Email: 75%; Letter: 50%", "100 answered. Email: 50%; Letter: 60%"])
        #expect(page.html.contains("<span class=\"chart-label\">Families</span> <span class=\"chart-note\">200 answered</span>"))
        let four = (1...4).map { Self.lone("Q\($0). Question \($0)", [("Yes", 100 + $0 * 20), ("No", 90)]) }.joined()
        #expect(try Self.page(four).texts("<span class=\"said\">") == ["67% of 270", "64% of 250", "57% of 210", "61% of 230"])
    }

    @Test func givenPercentagesAreOfTheGivenBase() throws {
        func shares(_ words: String, _ rows: [(String, String)]) -> String { Self.question(words, ["Percent"], rows.map { ($0.0, [$0.1]) }) }
        let results = shares("Q1. Do you?", [("Yes", "62,5 %"), ("No", "37,5 %")])
            + shares("Q2. Did you?", [("Yes", "62.5 %"), ("No", "27.5 %"), ("No answer", "10 %")])
            + shares("Q3. Will you?", [("Yes", "60 %"), ("No", "30 %"), ("Don’t know", "10 %")])
        let site = try TestPublication(["s.md": Self.survey(results, "responses: 300\n")])
        #expect(try site.problems() == "")
        let page = Page(html: try site.site("s/index.html")), csv = try site.site("s/results.csv")
        #expect(page.findings == ["63% of the 300 answered “Yes”.", "69% of the 270 answered “Yes”.", "67% of about 270 answered “Yes”."])
        #expect(page.alternatives.first == "300 answered – Yes: 63%; No: 37%")
        #expect(csv.contains("Q1,,Yes,,300,62.5") && csv.contains("Q2,,Yes,,270,62.5") && page.html.contains("percent of those who took part"))
    }

    @Test func whatIsLeftOutIsSaidOfEveryAnswer() throws {
        let page = try Self.page(Self.lone("Q1. Do you?", [("Yes", 120), ("No", 60), ("Don’t know", 30), ("Not applicable", 20)]))
        #expect(page.html.contains("30 answered “Don’t know” and are not part of the percentages. 20 answered “Not applicable” and are not part"))
        #expect(!page.html.contains("class=\"chart-label\">Count<"))
    }

    @Test func tablesHaveTheNumbersOfTheEdition() throws {
        let results = Self.question("Q1. Do you?", ["All"], [("Yes", ["12.040"]), ("No", ["2 345"])])
            + Self.question("Q2. Did you?", ["All"], [("Yes", ["62,5 %"]), ("No", ["37.5%"]), ("Total answered", ["14385"])])
            + "## Who answered\n\n| Group | Invited | Since |\n| --- | --- | --- |\n| Families | 13.000 | 1998 |\n| Staff | 1.300 | 2004 |\n"
        func cells(_ path: String) throws -> [String] {
            try Self.page(results, languages: "[en, es]", path: path).html.matches(of: #/<td[^>]*>(?<text>\d[^<]*)</#).map { String($0.text).replacing("\u{A0}", with: " ") }
        }
        #expect(try cells("s") == ["12,040", "2,345", "62.5%", "37.5%", "14,385", "13,000", "1998", "1,300", "2004"])
        #expect(try cells("es/s") == ["12.040", "2345", "62,5 %", "37,5 %", "14.385", "13.000", "1998", "1300", "2004"])
    }

    // MARK: Years

    @Test(arguments: [["2021", "2022"], ["2020–21", "2021–22"], ["2020-21", "2021-22"]]) func columnsOfYearsAreYears(_ years: [String]) throws {
        let results = Self.question("Q1. Do you?", years, [("Yes", ["96", "135"]), ("No", ["84", "55"])])
            + Self.question("Q2. Did you?\n\nChart: over the years", years.reversed(), [("Yes", ["141", "124"]), ("No", ["49", "56"])])
            + Self.question("Q3. How?", years, [("Bus", ["96", "135"]), ("Car", ["84", "55"])])
            + Self.question("Q4. Sum?", years + ["Total"], [("Yes", ["96", "135", "231"]), ("No", ["84", "55", "139"])])
        let site = try TestPublication(["s.md": Self.survey(results)])
        #expect(try !site.problems().contains("error:"))
        let page = Page(html: try site.site("s/index.html"))
        let up = "Up 18 points since \(years[0]) (53% then; 180 answered then, 190 now)."
        #expect(page.findings == [
            "71% of the 190 answered “Yes”.", "74% of the 190 answered “Yes”.", "Most common answer: “Bus” – 71% of the 190 who answered.", "71% of the 190 answered “Yes”.",
        ])
        #expect(page.changes == [up, "No clear change since \(years[0]) (69% then; 180 answered then, 190 now).", up])
        #expect(page.alternatives == [
            "\(years[0]), 180 answered – Yes: 53%; No: 47%. \(years[1]), 190 answered – Yes: 71%; No: 29%",
            "\(years[0]) (180 answered): 69%; \(years[1]) (190 answered): 74%", "180 answered. Bus: 53%; Car: 47%", "190 answered. Bus: 71%; Car: 29%",
            "\(years[0]), 180 answered – Yes: 53%; No: 47%. \(years[1]), 190 answered – Yes: 71%; No: 29%",
        ])
        #expect(try site.site("s/results.csv").contains("question,group,year,answer,count,base\r\nQ1,,\(years[0]),Yes,96,180"))
    }

    @Test func theTablesYearsAndTheSeriesAreOneHistory() throws {
        let now = Self.question("Q1. Do you?", ["2020", "2022"], [("Yes", ["80", "135"]), ("No", ["90", "55"])])
        let page = try Self.page(now, after: Self.lone("Q1. Do you?", Self.yesBefore))
        #expect(page.history == ["2020: 47% of 170", "2021: 53% of 180", "2022: 71% of 190"])
    }

    private static let up = "Up 18 points since 2021 (53% then; 180 answered then, 190 now)."
    private static let otherPeople = "Not compared with 2021: other people were asked, or they were counted in another way."

    /// What has not changed is compared, and what has is not.
    @Test(arguments: [
        (lone("Q1. Do you?", yesBefore, "2021"), "", lone("Q1. Do you?", yes, "2022"), "", [up]),
        (lone("Q1. Do you?", yesBefore, "Count"), "", lone("Q1. Do you?", yes, "People"), "", [up]),
        (lone("Q1. My child's  School?", yesBefore), "", lone("Q1. My child’s school?", yes), "", [up]),
        (lone("Q1. Do you?", yesBefore + [("No answer", 12)]), "", lone("Q1. Do you?", yes.reversed()), "", [up]),
        (lone("Q1. Do you?", yesBefore + [("Don’t know", 11)]), "", lone("Q1. Do you?", [("Don’t know", 31)] + yes), "", [up]),
        (lone("Q1. Do you?", yesBefore), "", lone("Q1. New?", [("Yes", 99), ("No", 60)]) + lone("Q2. Do you?", yes), "", [up]),
        (lone("Q1. Do you?", yesBefore, "Families"), "", lone("Q1. Do you?", yes, "Number of families (n)"), "", [up]),
        (lone("Q1. Do you?", yesBefore, "Staff"), "", lone("Q1. Do you?", yes, "Staff"), "", [up]),
        (lone("Q1. Do you?", yesBefore, "Families"), "", lone("Q1. Do you?", yes, "Staff"), "", [otherPeople]),
        (lone("Q1. Do you?", yesBefore, "Students"), "", lone("Q1. Do you?", yes, "Families"), "", [otherPeople]),
        (lone("Q1. Do you?", yesBefore, "Families"), "", lone("Q1. Do you?", yes, "All"), "groups: [Families, Staff]\n", [otherPeople]),
        (lone("Q1. Do you?", yesBefore), "unit: households\n", lone("Q1. Do you?", yes), "unit: people\n", [otherPeople]),
        (lone("Q1. Do you?", yesBefore), "groups: [Families]\n", lone("Q1. Do you?", yes), "groups: [Families, Students]\n", [otherPeople]),
        (lone("Q1. Do you?", yesBefore), "", lone("Q1. Do you really?", yes), "", ["Not compared with 2021: the question or its answers have changed."]),
        (lone("Q1. Do you?", yesBefore), "", lone("Q1. Do you?", yes + [("In part", 40)]), "", ["Not compared with 2021: the question or its answers have changed."]),
        (lone("Q1. Do you?", [("Yes", 12), ("No", 12)]), "", lone("Q1. Do you?", yes), "", ["Not compared with 2021: too few answered."]),
    ]) func onlyTheSameIsCompared(_ before: String, _ frontBefore: String, _ now: String, _ front: String, _ expected: [String]) throws {
        #expect(try Self.page(now, front, after: before, frontBefore).changes == expected)
    }

    /// A bound keeps how many there are: the points would tell it.
    @Test(arguments: [
        ((254, 2), (0, 400), ["Lower than in 2021 (at least 98% then; 256 answered then, 400 now)."]),
        ((1, 399), (300, 100), ["Higher than in 2021 (at most 1% then; 400 answered then, 400 now)."]),
        ((100, 9_900), (0, 10_000), ["No clear change since 2021 (at most 1% then; 10,000 answered then, 10,000 now)."]),
    ] as [((Int, Int), (Int, Int), [String])])
    func aChangeTellsNoMoreThanItsBounds(_ before: (Int, Int), _ now: (Int, Int), _ expected: [String]) throws {
        func rows(_ counts: (Int, Int)) -> String { Self.lone("Q1. Do you?", [("Yes", counts.0), ("No", counts.1)]) }
        let front = "suppress-below: 1\nsuppress-reason: none\n"
        #expect(try Self.page(rows(now), front, after: rows(before), front).changes == expected)
    }

    /// Separators are the language's own, and numbers stand apart from shares.
    @Test func whatIsPutTogetherHasTheMarksOfItsLanguage() throws {
        let scale = Self.lone("Q1. Do you?", (0...10).map { ("\($0)", 20 + $0) })
        let years = Self.lone("Q2. Will you?", Self.yes), before = Self.lone("Q2. Will you?", Self.yesBefore)
        let results = scale + years
        #expect(try Self.page(results).alternatives[0] == "275 answered – 6–10: 51%; 5: 9%; 0–4: 40%")
        let chinese = try Self.page(results, after: before, languages: "[en, zh-Hans, ar, fr]", path: "zh-Hans/s")
        #expect(chinese.html.contains(">275 份回答 – 6–10：51%；5：9%；0–4：40%</span>"))
        let arabic = try Self.page(results, after: before, languages: "[en, zh-Hans, ar, fr]", path: "ar/s")
        #expect(arabic.html.contains("5: 9\u{200E}%\u{200E}؛ 0–4: "))
        let french = try Self.page(results, after: before, languages: "[en, zh-Hans, ar, fr]", path: "fr/s")
        #expect(french.html.contains("6–10\u{A0}: 51\u{A0}%\u{202F}; 5\u{A0}: 9\u{A0}%"))
    }

    /// Where a question says what is withheld, the page does not say it once more.
    @Test func whatIsWithheldIsExplainedOnce() throws {
        let page = try Self.page(Self.question("Q1. Do you?", ["Families", "Staff", "All"], [("Yes", ["120", "2", "122"]), ("No", ["80", "48", "128"]), ("In part", ["50", "3", "53"])]))
        #expect(page.html.components(separatedBy: "[c] stands where").count == 2)
    }

    @Test func theContentsHaveTheNumbersOfTheQuestionsInEveryEdition() throws {
        let parts = (1...3).map { "## Part \($0)\n\n" + Self.lone("Q\($0). Do you \($0)?", Self.yes) }.joined()
        let site = try TestPublication([
            "publication.yaml": "title: T\naddress: https://t.example/\nlanguages: [en, es]\n", "s.md": Self.survey(parts),
            "translations/es.po": "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"Do you 1?\"\nmsgstr \"¿Usted 1?\"\n",
        ])
        #expect(try !site.problems().contains("error:"))
        #expect(try site.site("s/index.html").contains(">Q1. Do you 1?</a>"))
        let spanish = try site.site("es/s/index.html")
        #expect(spanish.contains(">Q1. ¿Usted 1?</a>") || spanish.contains(">Q1. <span lang=\"en\" dir=\"ltr\">Do you 1?</span></a>"))
        #expect(spanish.contains(">Q2. <span lang=\"en\" dir=\"ltr\">Do you 2?</span></a>"))
    }

    /// Search engines and programs hear in which language titles, descriptions and answers are.
    @Test func dataSayTheLanguageOfWhatIsNotTranslated() throws {
        let site = try TestPublication(["publication.yaml": "title: T\naddress: https://t.example/\nlanguages: [en, ar]\n", "s.md": Self.survey(Self.lone("Q1. Do you?", Self.yes))])
        #expect(try !site.problems().contains("error:"))
        #expect(try site.site("ar/s/index.html").contains("\"inLanguage\":\"en\"") && site.site("s/index.html").contains("\"inLanguage\":\"en\""))
        let package = try JSONValue.read(site.site("ar/s/datapackage.json")), rows = try JSONValue.read(site.site("ar/s/results.json"))
        #expect(package["lang"] == .string("ar") && package["titleLang"] == .string("en"))
        #expect(rows[0, "answers", 0, "lang"] == .string("en"))
        #expect(try JSONValue.read(site.site("s/results.json"))[0, "answers", 0, "lang"] == .null)
    }

    /// Who could say “Don’t know” before is missing on the scale now.
    @Test func anAnswerThatStandsApartIsAnAnswer() throws {
        let withApart = Self.lone("Q1. Q", [("Yes", 120), ("No", 55), ("Don’t know", 60)]), without = Self.lone("Q1. Q", [("Yes", 120), ("No", 90)])
        for (now, then) in [(withApart, without), (without, withApart)] {
            #expect(try Self.page(now, after: then).changes == ["Not compared with 2021: the question or its answers have changed."])
        }
        let other = Self.lone("Q1. Q", [("Yes", 150), ("No", 55), ("Don’t know", 90)])
        #expect(try Self.page(withApart, after: other).changes.first?.hasPrefix("Not compared") == false)
    }

    /// Of how many they are is not known, where not all of them stand on the scale.
    @Test func percentagesMakeNoCounts() throws {
        let shares = Self.question("Q1. Q", ["All"], [("Yes", ["71 %"]), ("No", ["18 %"]), ("Not sure", ["11 %"])])
        let page = try Self.page(shares, "responses: 611\n")
        #expect(page.findings == ["80% of about 540 answered “Yes”."])
        #expect(page.alternatives.contains("about 540 answered – Yes: 80%; No: 20%") && !page.html.contains("544"))
    }

    /// Of groups as well as of all.
    @Test func whatIsEstimatedIsSaidOfGroupsToo() throws {
        let shares = Self.question("Q1. Q", ["Adults", "Teens"], [("Yes", ["70 %", "50 %"]), ("No", ["20 %", "35 %"]), ("Don’t know", ["10 %", "15 %"])])
        let page = try Self.page(shares, "groups: [{name: Adults, answered: 255}, {name: Teens, answered: 402}]\n")
        #expect(page.findings == ["From 59% of about 340 (Teens) to 78% of about 230 (Adults) answered “Yes”."])
    }

    @Test func twoAnswersMayBeTheMostCommon() throws {
        #expect(try Self.page(Self.lone("Q1. Color?", [("Red", 30), ("Blue", 30)])).findings == ["Most common answers: “Red” and “Blue” – 50% each of the 60 who answered."])
        #expect(try Self.page(Self.lone("Q1. Color?", [("Red", 30), ("Blue", 30), ("Green", 30)])).findings == [])
        let several = Self.lone("Q1. Colors? Choose all that apply.", [("Red", 50), ("Blue", 50), ("Green", 20), ("Total answered", 60)])
        #expect(try Self.page(several).findings == ["Most common answers: “Red” and “Blue” – 83% each of the 60 who answered."])
    }

    /// Who seldom comes has told nothing bad.
    @Test(arguments: ["How often do you visit the library?", "¿Con qué frecuencia viene usted?", "Com que frequência você usa a biblioteca?"])
    func habitsAreNoResults(_ words: String) throws {
        let often = [("Always", 12), ("Often", 15), ("Sometimes", 40), ("Rarely", 90), ("Never", 80)]
        let others = (1...4).map { Self.lone("Q\($0). Do you feel safe \($0)?", Self.yes) }.joined()
        func lists(_ words: String) throws -> String {
            try Self.page(others + Self.lone("Q5. " + words, often)).html.components(separatedBy: "class=\"highlights\"").dropFirst().first?.components(separatedBy: "class=\"part\"").first ?? ""
        }
        #expect(try !lists(words).contains("Q5") && lists("How often do you feel heard?").contains("Q5"))
    }

    /// Very worried is no strong result, and nobody knows whether a rude staff is one.
    @Test func whatIsBadIsNoStrongResult() throws {
        let degrees = [("Very worried", 150), ("Somewhat worried", 40), ("Not very worried", 30), ("Not at all worried", 20)]
        let good = [Self.lone("Q1. Do you feel safe?", Self.yes), Self.lone("Q2. Do you feel welcome?", Self.yes), Self.lone("Q3. Do you feel heard?", Self.yes)]
        let bad = [Self.lone("Q4. How worried are you about traffic?", degrees), Self.lone("Q5. Was staff rude?", [("Yes", 180), ("No", 20)])]
        let site = try TestPublication(["s.md": Self.survey((good + bad).joined())])
        let problems = try site.problems()
        #expect(problems.components(separatedBy: "more of this may be worse").count == 3 && problems.contains("Q4 is named neither"))
        let html = try site.site("s/index.html"), lists = html.components(separatedBy: "class=\"highlights\"").dropFirst().first?.components(separatedBy: "class=\"part\"").first ?? ""
        #expect(!lists.contains("Q4") && !lists.contains("Q5"))
        let told = bad.map { $0.replacing("?\n\n", with: "?\n\nScale: worst first\n\n") }
        let other = try TestPublication(["s.md": Self.survey((good + told).joined())])
        #expect(try other.problems() == "")
        #expect(try other.site("s/index.html").contains("<span class=\"number\">Q5</span>"))
        #expect(try TestPublication(["s.md": Self.survey((good + [Self.lone("Q4. Does staff stop students from being bullied?", Self.yes)]).joined())]).problems() == "")
    }

    @Test func householdsAreNoPeople() throws {
        let several = Self.question("Q1. Which? Choose all that apply.", ["All"], [("Bus", ["100"]), ("Car", ["4"]), ("Total answered", ["150"])])
        let html = try Self.page(several, "unit: households\nresponses: 150\n").html
        #expect(html.contains("fewer than 10 households") && html.contains("Households could choose more than one answer.") && !html.contains("10 people") && !html.contains("People could"))
    }

    @Test func aGroupThatIsLeftOutSaysSo() throws {
        let question = Self.question("Q1. Q", ["North", "South", "West"], [("Bus", ["100", "90", "4"]), ("Car", ["50", "60", "3"])])
        let html = try Self.page(question.replacing("Q1. Q\n\n", with: "Q1. Q\n\nChart: by group\n\n")).html
        #expect(html.contains("<span class=\"chart-label\">West</span> <span class=\"chart-note\">[c] Not shown, to protect people</span>"))
    }

    @Test func groupsOfWhichNothingIsToldHaveNoTable() throws {
        let question = Self.question("Q1. Q", ["North", "South"], [("Yes", ["100", "90"]), ("No", ["50", "60"])])
        #expect(try !Self.page(question, "groups: [North, South]\n").html.contains("Who was invited"))
        let html = try Self.page(question, "groups:\n  - {name: North, answered: 150}\n  - {name: South, answered: 150}\n").html
        #expect(html.contains("Who was invited") && !html.contains("Response rate") && !html.contains("<td class=\"align-right\"></td>"))
    }

    @Test func groupsWithoutAllAreComparedOneByOne() throws {
        let before = Self.question("Q1. Do you?", ["Families", "Staff"], [("Yes", ["50", "46"]), ("No", ["44", "40"])])
        let now = Self.question("Q1. Do you?", ["Families", "Students", "Staff"], [("Yes", ["80", "40", "50"]), ("No", ["24", "40", "36"])])
        let page = try Self.page(now, after: before)
        #expect(page.html.contains("<p class=\"change\">Families: Up 24 points since 2021 (53% then; 94 answered then, 104 now).<br>\nStaff: No clear change since 2021 (53% then; 86 answered then, 86 now).</p>".replacing("53%", with: "53%")))
    }

    @Test func twoSurveysOfAYearAreToldApart() throws {
        let spring = Self.survey(Self.lone("Q1. Do you?", Self.yesBefore)), fall = Self.survey(Self.lone("Q1. Do you?", Self.yes), month: "10")
        let site = try TestPublication(["surveys/index.md": "---\ntitle: Surveys\n---\nAll.\n", "surveys/a.md": spring, "surveys/s.md": fall])
        #expect(try site.problems() == "")
        #expect(try Page(html: site.site("surveys/s/index.html")).changes == [Self.up.replacing("2021", with: "April 20, 2022")])
        let index = try site.site("surveys/index.html")
        #expect(index.contains("April 20, 2022 and October 20, 2022") && index.contains("Next one due by April 20, 2023"))
    }

    /// A year that was left out does not make a yearly survey one of every other year.
    @Test func theNextOneIsDueByTheSeriesOwnRhythm() throws {
        func due(_ years: [Int]) throws -> Bool {
            var files = ["surveys/index.md": "---\ntitle: Surveys\n---\nAll.\n"]
            for year in years { files["surveys/s\(year).md"] = Self.survey(Self.lone("Q1. Do you?", Self.yes), year: year) }
            let site = try TestPublication(files)
            #expect(try site.problems() == "")
            return try site.site("surveys/index.html").contains("Next one due by April 20, 2023")
        }
        #expect(try due([2018, 2019, 2022]) && due([2021, 2022]) && due([2022]) && !due([2019, 2022]))
    }

    /// What stands in two surveys is one count, also where its question has another number: it is withheld in both or in none.
    @Test func renumberedQuestionsAreProtectedTogether() throws {
        let before = Self.survey(Self.lone("Q1. Do you?", [("Yes", 55), ("In part", 4), ("No", 30), ("Never", 31)]), "responses: 120\n", year: 2021)
        let now = Self.survey(Self.lone("Q1. New?", [("Yes", 40), ("No", 50)])
            + Self.question("Q2. Do you?", ["2021", "2022"], [("Yes", ["55", "70"]), ("In part", ["4", "20"]), ("No", ["30", "40"]), ("Never", ["31", "40"])]))
        let site = try TestPublication(["a.md": before, "s.md": now])
        #expect(try !site.problems().contains("error:"))
        func hidden(_ path: String, _ start: String) throws -> [String] {
            try site.site(path + "/results.csv").split(separator: "\r\n").filter { $0.hasPrefix(start) && $0.contains(",[c],") }.map { String($0.dropFirst(start.count).prefix { $0 != "," }) }
        }
        let once = try hidden("a", "Q1,,")
        #expect(once.count > 1 && once.contains("In part"))
        #expect(try hidden("s", "Q2,,2021,") == once)
    }

    // MARK: Data

    @Test func theDataComeAsJSONToo() throws {
        let site = try TestPublication([
            "publication.yaml": "title: T\naddress: https://t.example/\nlanguages: [en, es]\n",
            "s.md": Self.survey(Self.question("Q1. “Do” you?", ["Families", "Staff", "All"], [("Yes", ["120", "2", "122"]), ("No", ["80", "48", "128"]), ("In part", ["50", "3", "53"])])),
        ])
        #expect(try site.problems() == "")
        let columns = try JSONValue.read(site.site("s/results.json"))
        #expect([columns[2, "question"], columns[2, "group"], columns[2, "base"]] == [.string("Q1"), .string("All"), .number(303)])
        #expect(columns[2, "answers", 0] == .object(["answer": .string("Yes"), "count": .number(122)]))
        #expect(columns[1, "answers", 0, "count"] == .string("[c]"))
        #expect(columns[2, "answers", 2] != .null && columns[2, "answers", 3] == .null && columns[3] == .null)
        let html = try site.site("s/index.html"), package = try JSONValue.read(site.site("es/s/datapackage.json"))
        #expect(html.contains("href=\"results.json\"") || html.contains("results.json\">"))
        #expect(html.contains("https:\\/\\/t.example\\/s\\/results.json") && html.contains("\"description\":\"How many people gave each answer"))
        #expect((0..<3).map { package["resources", .index($0), "path"] } == ["results.csv", "results.json", "questions.csv"].map { .string($0) })
        #expect(package["resources", 0, "schema", "fields", 0, "description"] == .string("El número de la pregunta."))
    }
}
