import TestSupport
import Testing

@testable import Building

/// What is published of surveys.
@Suite struct SurveyTests {
    private static func page(_ front: String = "", _ results: String) -> String {
        "---\nkind: survey\ntitle: Survey\nfielded: 2022-04-01/2022-04-30\n\(front)---\n## Results\n\n\(results)\n\n## Our reflections\n\nWe listen.\n\n## What we will do\n\nMore.\n"
    }

    /// Of the two small groups nothing can be told, in any file of the survey.
    @Test func smallGroupsAreNowhere() throws {
        let table = """
            ### Q1. Are you asked?

            | Answer | Large | Small | Smaller | All |
            | --- | ---: | ---: | ---: | ---: |
            | Yes | 611 | 4 | 17 | 632 |
            | No | 222 | 9 | 18 | 249 |
            """
        let groups = "groups:\n  - {name: Large, invited: 999, answered: 833}\n  - {name: Small, invited: 41, answered: 13}\n  - {name: Smaller, invited: 77, answered: 35}\n"
        let site = try TestPublication(["survey.md": Self.page("invited: 1117\nresponses: 881\n" + groups, table)])
        #expect(try site.problems() == "")
        let html = try site.site("survey/index.html"), data = try site.site("survey/results.csv")
        let cells = html.matches(of: #/<td[^>]*>(?<text>[^<]*)<\/td>/#).map { String($0.text) }
        #expect(cells.contains("[c]") && cells.contains("611"))
        #expect(!cells.contains("4") && !cells.contains("9") && !cells.contains("17") && !cells.contains("18"))
        #expect(data.contains("Q1,Large,Yes,611,833\r\n"))
        #expect(data.contains("Q1,Small,Yes,[c],"))
        #expect(html.contains("fewer than 10 people"))
    }

    /// Wherever everybody's column stands, a lone small count is not what is missing to it.
    @Test(arguments: [
        "| Answer | All | Families | Staff |\n| --- | --- | --- | --- |\n| Yes | 43 | 40 | 3 |\n| No | 50 | 30 | 20 |\n",
        "| Answer | Families | All | Staff |\n| --- | --- | --- | --- |\n| Yes | 40 | 43 | 3 |\n| No | 30 | 50 | 20 |\n",
        "| Answer | Families | Everybody (n) |\n| --- | --- | --- |\n| Yes | 40 | 43 |\n| No | 30 | 50 |\n",
        "| Answer | All | Families |\n| --- | --- | --- |\n| Yes | 43 | 40 |\n| No | 50 | 30 |\n",
        "| Answer | All | Families | Staff |\n| --- | --- | --- | --- |\n| Yes | 43 | 40 | [c] |\n| No | 50 | 30 | 20 |\n",
    ])
    func everybodyIsFoundInAnyColumn(_ table: String) throws {
        let site = try TestPublication(["survey.md": Self.page("", "### Q1. Q\n\n" + table)])
        #expect(try site.problems() == "")
        let html = try site.site("survey/index.html"), cells = Set(html.matches(of: #/<td[^>]*>(?<text>[^<]*)<\/td>/#).map { String($0.text) })
        #expect(!cells.contains("3") && !cells.isSuperset(of: ["40", "43"]))
        #expect(html.contains("46% of the 93 answered “Yes”."))
    }

    /// Headings as people write them: each is a question, by one number for all.
    @Test(arguments: [
        ("### Q4. Do you?", "Q4"), ("### Q4 Do you?", "Q4"), ("### q4: Do you?", "Q4"), ("### Q4 – Do you?", "Q4"), ("### Q.4 Do you?", "Q4"), ("### Q 4. Do you?", "Q4"),
        ("### 4. Do you?", "Q4"), ("### 4) Do you?", "Q4"), ("### Question 4. Do you?", "Q4"), ("### Pregunta 4. Do you?", "P4"), ("### Pergunta 4 – Do you?", "P4"),
        ("### Questão 4: Do you?", "Q4"), ("### P4. Do you?", "P4"), ("### 问题4：Do you?", "Q4"), ("### Q4a. Do you?", "Q4a"), ("### Q4.1. Do you?", "Q4.1"),
        ("### School life\n\n#### Q4. Do you?", "Q4"), ("### B2. Do you?", "B2"),
    ])
    func questionsAreKnownByTheirNumbers(_ heading: String, _ number: String) throws {
        let site = try TestPublication(["survey.md": Self.page("", heading + "\n\n| Answer | A | B | All |\n| --- | --- | --- | --- |\n| Yes | 40 | 3 | 43 |\n| No | 30 | 20 | 50 |\n")])
        #expect(try site.problems() == "")
        let html = try site.site("survey/index.html")
        #expect(html.contains("id=\"\(number.lowercased())\"") && html.contains("<span class=\"number\">\(number)</span> Do you?"))
        #expect(try site.site("survey/results.csv").contains("\(number),B,Yes,[c],") && !html.contains(">3<"))
    }

    /// Tables that would escape protection.
    @Test(arguments: [
        ("### Q1. Q\n\n| A | N |\n| --- | --- |\n| Yes | 40 |\n| No | 30 |\n\n| School | Yes | No |\n| --- | --- | --- |\n| North | 3 | 2 |\n", "Q1 has a second table", 15),
        ("### Q1. Q\n\n> | A | North |\n> | --- | --- |\n> | Often | 3 |\n\n| A | N |\n| --- | --- |\n| Yes | 40 |\n", "Q1 has a second table", 10),
        ("### Q1. Q\n\n| A | N |\n| --- | --- |\n| Yes | 40 |\n| No | 30 |\n\n| A | North |\n| --- | --- |\n| Yes | 60 % |\n| No | 40 % |\n", "Q1 has a second table", 15),
        ("Words.\n\n## Who answered\n\n| Group | N |\n| --- | --- |\n| Families | 70 |\n| Staff | 40 (57) |\n", "‘40 (57)’ is no count", 15),
        ("Words.\n\n## Who answered\n\n| Group | Answered | Of them new |\n| --- | --- | --- |\n| Families | 312 | 1 % |\n", "nothing beside it tells of how many", 14),
        ("Words.\n\n## Who answered\n\n| Group | N |\n| --- | --- |\n| Families | 40 |\n| Staff | 3 people |\n", "‘3 people’ is no count", 15),
        ("Words.\n\n## Who answered\n\n| Group | N |\n| --- | --- |\n| Families | 40 people |\n| Staff | 3 people |\n", "‘40 people’ is no count", 14),
        ("Words.\n\n## Who answered\n\n| Group | Rate |\n| --- | --- |\n| Staff | 3 % |\n", "nothing beside it tells of how many this is a percentage", 14),
        ("Words.\n\n## Who answered\n\n| Staff | 3 |\n| --- | --- |\n| Families | 30 |\n", "a count where a column’s name belongs", 12),
    ])
    func whatNobodyCanProtectIsRefused(_ results: String, _ message: String, _ line: Int) throws {
        let report = try TestPublication(["survey.md": Self.page("", results)]).build()
        let problem = try #require(report.problems.first { $0.severity == .error })
        #expect(problem.message.hasPrefix(message) && problem.line == line, "\(report.problems)")
        #expect(report.result == nil)
    }

    /// Tables that are a question's only in part, or no question's: what is small in them is withheld all the same.
    @Test(arguments: [
        ("### Q1. Q\n\n| A | N |\n| --- | --- |\n| Yes | 40 |\n| No | 30 |\n\n| A | North |\n| --- | --- |\n| Yes | 3 |\n", 0),
        ("### Q1. Q\n\n> | A | North |\n> | --- | --- |\n> | Yes | 3 |\n\n| A | N |\n| --- | --- |\n| Yes | 40 |\n", 0),
        ("### My school\n\n| A | N |\n| --- | --- |\n| Yes | 3 |\n", 10), ("- item\n\n  | A | N |\n  | --- | --- |\n  | Yes | 3 |\n", 10),
        ("Words.\n\n## Who answered\n\n| Group | N |\n| --- | --- |\n| Staff | 3 (4 %) |\n| Families | 70 (96 %) |\n", 0),
    ])
    func tablesBesideQuestionsAreProtected(_ results: String, _ doubt: Int) throws {
        let site = try TestPublication(["survey.md": Self.page("", results)])
        let report = try site.build()
        #expect(report.problems.map(\.rule) == (doubt > 0 ? [.surveyDoubt] : []) && report.problems.allSatisfy { $0.line == doubt }, "\(report.problems)")
        let html = try site.site("survey/index.html")
        #expect(!html.contains(">3<") && !html.contains(">3 (") && html.contains(">[c]<"))
    }

    /// A table of who answered keeps its words and its rates, and hides what is small, in quotations and lists as well.
    @Test(arguments: ["", "> ", "  "])
    func tablesOfWhoAnsweredAreProtected(_ margin: String) throws {
        let table = """
            | Group | Invited | Answered | Rate | Since |
            | --- | --- | --- | --- | --- |
            | Families | 80 | 40 | 50 % | April |
            | Staff | 60 | 30 | 50 % | n/a |
            | Community | 20 | 3 | 15 % | 4 May |
            | All | 160 | 73 | 46 % | |
            """
        let lines = table.split(separator: "\n").map { margin + $0 }.joined(separator: "\n")
        let site = try TestPublication(["survey.md": Self.page("", "### Q1. Q\n\n| A | N |\n| --- | --- |\n| Yes | 41 |\n| No | 31 |\n\n## Who answered\n\n\(margin == "  " ? "- item\n\n" : "")\(lines)")])
        #expect(try site.problems() == "")
        let cells = try site.site("survey/index.html").matches(of: #/<td[^>]*>(?<text>[^<]*)<\/td>/#).map { String($0.text) }
        #expect(!cells.contains("3") && !cells.contains("15 %") && cells.contains("n/a") && cells.contains("4 May"))
        #expect(!Set(cells).isSuperset(of: ["40", "30", "73"]))
    }

    @Test func aLoneCountThatIsWithheldByHandHidesAnother() throws {
        let site = try TestPublication(["survey.md": Self.page("", "### Q1. Q\n\n| A | N |\n| --- | --- |\n| Blue | 40 |\n| Red | [c] |\n| Green | 30 |\n| Total answered | 73 |\n")])
        #expect(try site.problems() == "")
        let cells = try site.site("survey/index.html").matches(of: #/<td[^>]*>(?<text>[^<]*)<\/td>/#).map { String($0.text) }
        #expect(!Set(cells).isSuperset(of: ["40", "30", "73"]))
    }

    @Test func tablesWithoutQuestionsAreADoubt() throws {
        let page = "---\nkind: survey\ntitle: S\n---\n## What we found\n\n### My school\n\n| A | N |\n| --- | --- |\n| Yes | 12 |\n\n## Our reflections\n\nWe listen.\n\n## What we will do\n\nMore.\n"
        let report = try TestPublication(["survey.md": page]).build()
        #expect(report.problems.map(\.message) == ["this survey counts answers, and no heading in it is a question’s"] && report.result != nil)
    }

    @Test func passagesStayBetweenTheirQuestions() throws {
        let table = "\n\n| A | N |\n| --- | --- |\n| Yes | 40 |\n| No | 30 |\n\n"
        let site = try TestPublication(["survey.md": Self.page("", "First.\n\n### Q1. Alpha" + table + "### In your words\n\nSecond.\n\n### Q2. Beta" + table + "### Note\n\nThird.")])
        #expect(try site.problems() == "")
        let html = try site.site("survey/index.html")
        let places = ["First.", "Alpha", "In your words", "Second.", "Beta", ">Note<", "Third."].compactMap { html.firstRange(of: $0, after: "<h2 id=\"results\"")?.lowerBound }
        #expect(places.count == 7 && places == places.sorted())
    }

    @Test func whatPeopleWroteStandsBelowTheNumberOnceMore() throws {
        let site = try TestPublication(["survey.md": Self.page("", "### Q1. Alpha\n\n| A | N |\n| --- | --- |\n| Yes | 40 |\n\n## In your words\n\n### Q1. On letters\n\nThemes.")])
        #expect(try site.problems() == "")
    }

    /// What says how many answered is no answer.
    @Test(arguments: ["Total responses", "N", "n =", "Respondents:", "Total (n)", "Encuestados", "Répondants"])
    func howManyAnsweredIsNoAnswer(_ label: String) throws {
        let site = try TestPublication(["survey.md": Self.page("", "### Q1. Q\n\n| A | Count |\n| --- | --- |\n| Yes | 40 |\n| No | 30 |\n| \(label) | 70 |\n")])
        #expect(try site.problems() == "" && site.site("survey/index.html").contains("57% of the 70 answered “Yes”."))
    }

    @Test func nBetweenAgreementAndDisagreementIsAnAnswer() throws {
        let site = try TestPublication(["survey.md": Self.page("", "### Q1. Q\n\n| A | Count |\n| --- | --- |\n| SA | 80 |\n| A | 90 |\n| N | 40 |\n| D | 30 |\n| SD | 20 |\n")])
        #expect(try site.problems() == "")
        #expect(try site.site("survey/results.csv").contains(",N,40,260"))
    }

    @Test func yAndNAreAnswers() throws {
        let site = try TestPublication(["survey.md": Self.page("", "### Q1. Q\n\n| A | Count |\n| --- | --- |\n| Y | 40 |\n| N | 30 |\n")])
        #expect(try site.problems() == "" && site.site("survey/results.csv").contains("Q1,,N,30,70"))
    }

    @Test(arguments: [
        "Choose as many as you like.", "You may choose more than one.", "Tick any that apply.", "Select your top three.", "People could tick several boxes.", "(multiple answers possible)",
        "Up to 3 choices", "Pick your 3 favorites", "Select your two favorites.", "You can pick several.", "Please check each that applies", "Mark any that you use",
        "Which three matter most?", "(multiple choice, more than one)", "(choose max. 3)", "Select one or more", "Circle two.", "Choose the boxes that apply.",
        "(respuesta múltiple)", "(respuesta multiple)", "Puede marcar varias", "Marque todo lo que corresponda", "Señale todas las que procedan", "Elija un máximo de tres", "¿Cuáles son las tres más importantes?",
        "Marque con una X todas las que use", "Indique hasta tres", "(máximo 3 respuestas)", "Marque tudo o que se aplica", "Assinale até três", "Pode assinalar várias", "Escolha no máximo duas",
        "Cochez jusqu’à trois cases", "Vous pouvez en choisir plusieurs", "Choisissez-en deux au maximum",
        "Puede marcar más de una opción.", "Você pode marcar mais de uma.", "Vous pouvez cocher plus d’une case.", "Plusieurs réponses possibles.", "可多选", "Có thể chọn nhiều câu trả lời.",
    ])
    func severalAnswersAreKnownByManyWords(_ words: String) throws {
        let table = "| A | N |\n| --- | --- |\n| Bus | 80 |\n| Car | 90 |\n| Total answered | 120 |\n"
        for text in ["### Q1. How do you come? \(words)\n\n", "### Q1. How do you come?\n\n\(words)\n\n"] {
            #expect(try TestPublication(["survey.md": Self.page("", text + table)]).problems() == "")
        }
    }

    /// Who could give one answer only gave one.
    @Test(arguments: [
        "Choose one.", "Pick one of the three.", "Pick one of three.", "Select the best answer", "Choose 1, 2, 3 or more", "Choose 2, 3 or 4", "Do you have more than one child?", "Marque una sola.",
        "Marque con una X una sola.", "Elija una de las tres.", "Choose a number from 1 to 5.", "Mark 5 if you agree", "Would you choose all of it again?", "Which 3rd grade?", "Pick any one.",
        "How many children do you have?", "Escolha uma das três.", "Cochez une seule case.", "(multiple choice)", "Mark each statement from 1 to 5", "For up to 3 hours?", "What two-hour slot?", "Which of the two options do you prefer?",
    ])
    func oneAnswerIsNotSeveral(_ words: String) throws {
        let table = "| A | N |\n| --- | --- |\n| Bus | 80 |\n| Car | 90 |\n| Total answered | 120 |\n"
        #expect(try TestPublication(["survey.md": Self.page("", "### Q1. How do you come? \(words)\n\n" + table)]).problems().contains("120 are said to have answered, but the answers add up to 170"))
    }

    @Test func withoutANumberOfPeopleSeveralAnswersHaveNoPercentages() throws {
        let site = try TestPublication(["survey.md": Self.page("", "### Q1. Choose all that apply\n\n| A | Count |\n| --- | --- |\n| Bus | 110 |\n| Bike | 30 |\n")])
        let problems = try site.problems()
        #expect(problems.contains("warning: nothing says how many answered") && problems.contains("responses: 300"))
        #expect(try site.site("survey/results.csv").contains("Q1,,Bus,110,\r\n") && !site.site("survey/index.html").contains("%<"))
    }

    /// What cannot be is an error, and what is unlikely a doubt; the help says what to do.
    @Test(arguments: [
        ("", "| A | Families | Staff | All |\n| --- | --- | --- | --- |\n| Yes | 120 | 30 | 100 |\n", "error: 100 of ‘All’, but 120 of ‘Families’ alone"),
        ("", "| A | Families | Staff | All |\n| --- | --- | --- | --- |\n| Yes | 80 | 30 | 100 |\n", "error: 100 of ‘All’, but its parts add up to 110"),
        ("responses: 100\ngroups: [{name: Families, answered: 80}, {name: Staff, answered: 30}]\n", "| A | Families | Staff | All |\n| --- | --- | --- | --- |\n| Yes | 80 | 30 | 100 |\n", "warning: 110 answered of the groups together, but 100 of all"),
        ("responses: 100\ngroups: [{name: Families, answered: 180}]\n", "| A | N |\n| --- | --- |\n| Yes | 80 |\n", "error: more answered of one group than of all"),
        ("groups: [Families, FAMILIES]\n", "| A | N |\n| --- | --- |\n| Yes | 80 |\n", "error: the group ‘FAMILIES’ stands twice"),
        ("", "| A | N |\n| --- | --- |\n| Yes | 80 |\n| yes | 30 |\n", "error: the answer ‘yes’ stands twice"),
        ("", "| A | N |\n| --- | --- |\n| Yes | 80 |\n| | 30 |\n", "error: an answer without words"),
        ("", "| A | East | East |\n| --- | --- | --- |\n| Yes | 80 | 30 |\n", "error: two columns are named ‘East’"),
        ("groups: [Families, Staff]\n", "| A | Familys |\n| --- | --- |\n| Yes | 80 |\n", "error: ‘Familys’ is none of this survey’s groups"),
        ("groups: [Families, Staff]\n", "| A | Neighbours |\n| --- | --- |\n| Yes | 80 |\n", "warning: ‘Neighbours’ is none of this survey’s groups"),
        ("groups: [Families, Staff]\n", "| A | Number of people |\n| --- | --- |\n| Yes | 80 |\n", ""),
        ("", "| Group | Yes | No |\n| --- | --- | --- |\n| Families | 80 | 30 |\n| Staff | 40 | 30 |\n", "error: this table has its answers as columns"),
        ("groups: [Families, Staff]\n", "| A | Bus | Bike |\n| --- | --- | --- |\n| Families | 80 | 30 |\n| Staff | 40 | 30 |\n", "error: this table has its answers as columns"),
        ("", "| School | Bus | Bike |\n| --- | --- | --- |\n| North | 80 | 30 |\n| South | 40 | 30 |\n", "warning: the rows of this table seem to be groups"),
        ("responses: 300\n", "| A | N |\n| --- | --- |\n| Yes | 62 |\n| No | 38 |\n", "warning: the answers of ‘N’ add up to 100, and 300 answered: these may be percentages"),
        ("", "| A | Percent |\n| --- | --- |\n| Yes | 62 |\n| No | 38 |\n", "error: ‘Percent’ holds numbers without %"),
        ("", "| A | All (%) |\n| --- | --- |\n| Yes | 62 |\n| No | 38 |\n", "error: ‘All (%)’ holds numbers without %"),
        ("", "| A | N |\n| --- | --- |\n| Yes | 0.625 |\n| No | 0.375 |\n", "error: ‘0.625’ looks like a share of 1"),
        ("", "| A | N |\n| --- | --- |\n| Yes | 0,125 |\n", "error: ‘0,125’ looks like a share of 1"),
        ("", "| A | N |\n| --- | --- |\n| Strongly agree | 80 |\n| Agree | 30 |\n| Disagee | 20 |\n| Strongly disagree | 10 |\n", "warning: the other answers are on a scale that ‘Disagee’ is not on"),
        ("", "| A | N |\n| --- | --- |\n| Yes | 80 |\n| No | 30 |\n| Other | 20 |\n", ""),
        ("responses: 2,600\ninvited: 10.000\n", "| A | N |\n| --- | --- |\n| Yes | 2,000 |\n| No | 600 |\n", ""),
        ("", "| A | N |\n| --- | --- |\n| 5 | 100 |\n| 4 | 100 |\n| Average | 4.5 |\n", "fix: Take this row out: an average is no answer."),
        ("responses: 260\n", "| A | N |\n| --- | --- |\n| Agree (net) | 245 |\n| Strongly agree | 200 |\n| Somewhat agree | 45 |\n| Disagree (net) | 15 |\n| Somewhat disagree | 11 |\n| Strongly disagree | 4 |\n",
         "survey.md:13:3: error: ‘Agree (net)’ is a subtotal"),
        ("", "| A | East | West |\n| --- | --- | --- |\n| Strongly agree | 100 | 90 |\n| Agree | 10 | 35 |\n| Total agree | 110 | 125 |\n| Disagree | 33 | 38 |\n", "error: ‘Total agree’ is a subtotal"),
        ("responses: 260\n", "| A | N |\n| --- | --- |\n| Agree (net) | 82 % |\n| Strongly agree | 60 % |\n| Somewhat agree | 22 % |\n| Disagree | 18 % |\n", "error: ‘Agree (net)’ is a subtotal"),
        ("", "| A | N |\n| --- | --- |\n| All of them | 40 |\n| Some of them | 30 |\n| None of them | 20 |\n", ""),
        ("", "| A | 2021 | 2022 |\n| --- | --- | --- |\n| Yes | 62 % | 64 % |\n| No | 38 % | 36 % |\n", "fix: Add a last row `Total answered` with the number of each year"),
        ("responses: 150\n", "| All that apply | N |\n| --- | --- |\n| Bus | 80 |\n| Bike | 90 |\n| Total | 170 |\n", "error: 170 are said to have answered, but only 150 answered the survey"),
    ])
    func whatIsUnlikelyIsTold(_ front: String, _ table: String, _ expected: String) throws {
        let problems = try TestPublication(["survey.md": Self.page(front, "### Q1. Q\n\n" + table)]).problems()
        #expect(expected.isEmpty ? problems == "" : problems.contains(expected), "\(problems)")
    }

    @Test func columnsThatMoveAreADoubt() throws {
        func table(_ header: String) -> String { "\n\n| A | \(header) |\n| --- | --- | --- |\n| Yes | 40 | 30 |\n\n" }
        let report = try TestPublication(["survey.md": Self.page("", "### Q1. Q" + table("East | West") + "### Q2. R" + table("West | East"))]).build()
        #expect(report.problems.map(\.rule) == [.surveyDoubt] && report.problems.first?.line == 16)
    }

    /// In every language of the theme, and nearly as they are written.
    @Test(arguments: [
        ("结果", "我们的思考", "我们将做什么"), ("النتائج", "تأملاتنا", "ما سنفعله"), ("Kết quả", "Suy ngẫm của chúng tôi", "Chúng tôi sẽ làm gì"),
        ("Rezilta", "Refleksyon nou", "Sa nou pral fè"), ("Resultados", "Nuestra reflexión", "Lo que vamos a hacer"), ("4. Results:", "5. Our reflections", "What we’ll do"),
        ("RESULTS", "Our Reflections:", "What we will do next"),
    ])
    func sectionsAreKnownByTheirNames(_ results: String, _ reflections: String, _ actions: String) throws {
        func page(_ reflections: String) -> String {
            "---\nkind: survey\ntitle: S\n---\n## \(results)\n\n### Q1. Q\n\n| A | N |\n| --- | --- |\n| Yes | 12 |\n\n## \(reflections)\n\nWe listen.\n\n## \(actions)\n\nMore.\n"
        }
        #expect(try TestPublication(["survey.md": page(reflections)]).problems() == "")
        #expect(try TestPublication(["survey.md": page("Elsewhere")]).problems().contains("no section ‘Our reflections’"))
    }

    @Test func emptySectionsAreNone() throws {
        let page = "---\nkind: survey\ntitle: S\n---\n## Results\n\nSoon.\n\n## Our reflections\n\n<!-- later -->\n\n## What we will do\n\n### First\n"
        let problems = try TestPublication(["survey.md": page]).problems()
        #expect(problems.contains("survey.md:9:1: error: nothing is written below ‘Our reflections’") && problems.contains("nothing is written below ‘What we will do’"))
    }

    @Test(arguments: [
        ("| A | N |\n| --- | --- |\n| Yes | many |\n", "‘many’ is no count", 8),
        ("| A | N |\n| --- | --- |\n| Yes | 12 |\n| No | |\n", "an empty cell where a count belongs", 9),
        ("| A | N |\n| --- | --- |\n| Yes | 45 % |\n| No | 12 |\n", "a percentage among counts, or a count among percentages", 9),
        ("| A | N |\n| --- | --- |\n| Yes | 145 % |\n| No | 12 % |\n", "‘145 %’ is no percentage", 8),
        ("| A | N |\n| --- | --- |\n| Yes | -3 |\n", "‘-3’ is no count", 8),
    ])
    func whatIsNoCountIsShownInItsPlace(_ table: String, _ message: String, _ line: Int) throws {
        let site = try TestPublication(["survey.md": Self.page("", "### Q1. Q\n\n" + table)])
        let report = try site.build()
        let problem = try #require(report.problems.first { $0.severity == .error })
        #expect(problem.message == message && problem.line == line + 4)
        #expect(report.result == nil)
    }

    /// Whatever its results stand below, reflections and actions stand beside them.
    @Test(arguments: [
        "## School lunch\n\n| Answer | Count |\n| --- | --- |\n| Yes | 80 |\n| No | 70 |\n", "## What we heard\n\nMost families like the new lunch.\n", "## Lo que escuchamos\n\nA la mayoría le gusta.\n",
    ])
    func resultsBelowAnyHeadingAreResults(_ body: String) throws {
        let front = "---\nkind: survey\ntitle: Survey\nfielded: 2022-04-01/2022-04-30\n"
        let problems = try TestPublication(["survey.md": front + "---\n" + body]).problems()
        #expect(problems.contains("error: this survey has no section ‘Our reflections’") && problems.contains("error: this survey has no section ‘What we will do’"))
        let whole = front + "---\n" + body + "\n## What this means\n\nWe listen.\n\n## What happens next\n\nMore.\n"
        #expect(try !TestPublication(["survey.md": whole]).problems().contains("error:"))
        #expect(try !TestPublication(["survey.md": front + "draft: true\n---\n" + body]).problems().contains("error:"))
    }

    @Test(arguments: [("What we learned", "Our response"), ("What this means", "What the town will do"), ("Our reflections", "Our commitments"), ("Lo que aprendimos", "Nuestros compromisos"), ("Ce que nous retenons", "Nos engagements"), ("What we make of it", "Next steps")])
    func theTwoSectionsHaveManyNames(_ reflections: String, _ actions: String) throws {
        let page = Self.page("", "### Q1. Q\n\n| A | N |\n| --- | --- |\n| Yes | 80 |\n| No | 70 |\n").replacing("Our reflections", with: reflections).replacing("What we will do", with: actions)
        #expect(try TestPublication(["survey.md": page]).problems() == "")
    }

    /// One section may be both; one of only half of it is not.
    @Test(arguments: ["Reflections and actions", "Our reflections and next steps", "Reflexiones y acciones", "Reflexões e ações", "Réflexions et actions"])
    func theTwoSectionsMayBeOne(_ heading: String) throws {
        let page = Self.page("", "### Q1. Q\n\n| A | N |\n| --- | --- |\n| Yes | 80 |\n| No | 70 |\n").replacing("## Our reflections\n\nWe listen.\n\n## What we will do", with: "## " + heading)
        #expect(try TestPublication(["survey.md": page]).problems() == "")
        let other = page.replacing(heading, with: "Reflections and weather")
        #expect(try TestPublication(["survey.md": other]).problems().contains("no section ‘What we will do’"))
    }

    @Test func sharesOfOneAreNoCounts() throws {
        let problems = try TestPublication(["survey.md": Self.page("", "### Q1. Q\n\n| A | N |\n| --- | --- |\n| Yes | 0,62 |\n| No | 0.38 |\n")]).problems()
        #expect(problems.contains("‘0,62’ looks like a share of 1") && problems.contains("‘0.38’ looks like a share of 1"))
        let percent = try TestPublication(["survey.md": Self.page("responses: 200\n", "### Q1. Q\n\n| A | N |\n| --- | --- |\n| Yes | 0.62 % |\n| No | 0.38 % |\n")]).problems()
        #expect(percent.contains("these look like shares of 1"))
    }

    @Test func aSurveyWithoutReflectionsIsNotPublished() throws {
        let site = try TestPublication(["survey.md": "---\nkind: survey\ntitle: S\n---\n## Results\n\n### Q1. Q\n\n| A | N |\n| --- | --- |\n| Yes | 12 |\n"])
        let problems = try site.problems()
        #expect(problems.contains("no section ‘Our reflections’") && problems.contains("no section ‘What we will do’"))
    }

    /// Sentences reckoned here once more, in English and Spanish, for questions at random.
    @Test func sentencesSayWhatTheCountsSay() throws {
        var random = SeededGenerator(seed: 5)
        var sections = "", expected: [(english: String, spanish: String)] = []
        for number in 1...200 {
            let counts = (0..<4).map { _ in Int.random(in: 10...400, using: &random) }
            sections += "### Q\(number). Question \(number)\n\n| Answer | N |\n| --- | ---: |\n"
            for (word, count) in zip(["Strongly agree", "Agree", "Disagree", "Strongly disagree"], counts) { sections += "| \(word) | \(count) |\n" }
            sections += "\n"
            let total = counts.reduce(0, +), upper = counts[0] + counts[1]
            // Half a per cent rounds up.
            let share = (upper * 200 + total) / (2 * total)
            expected.append((
                "\(share)% of the \(Self.grouped(total, by: ",", from: 1000)) answered “Strongly agree” or “Agree”.",
                "El \(share) % de las \(Self.grouped(total, by: ".", from: 10000)) respuestas fue «Muy de acuerdo» o «De acuerdo»."
            ))
        }
        let po = "msgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"Strongly agree\"\nmsgstr \"Muy de acuerdo\"\n\nmsgid \"Agree\"\nmsgstr \"De acuerdo\"\n"
        let site = try TestPublication([
            "publication.yaml": "title: T\naddress: https://t.example/\nlanguages: [en, es]\n", "survey.md": Self.page("", sections), "translations/es.po": po,
        ])
        #expect(try site.problems() == "")
        func findings(_ path: String) throws -> [String] {
            try site.site(path).matches(of: #/<p class="finding">(?<text>.*?)<\/p>/#).map { String($0.text).replacing("\u{A0}", with: " ") }
        }
        #expect(try findings("survey/index.html") == expected.map(\.english))
        #expect(try findings("es/survey/index.html") == expected.map(\.spanish))
    }

    /// Changes over two years, with "1 point" and "2 points", shares that rounding moves away from the points, and changes too small to tell.
    @Test func sentencesSayWhatHasChanged() throws {
        var random = SeededGenerator(seed: 6)
        var sections = ["", ""], expected: [(english: String, spanish: String)] = []
        func section(_ number: Int, _ agree: Int, of base: Int) -> String {
            "### Q\(number). Question \(number)\n\n| Answer | N |\n| --- | ---: |\n| Agree | \(agree) |\n| Disagree | \(base - agree) |\n\n"
        }
        for number in 1...200 {
            let bases = (0..<2).map { _ in Int.random(in: 100...400, using: &random) * (number % 2 == 0 ? 1 : 100) }
            let before = bases[0] * Int.random(in: 200...700, using: &random) / 1000
            let now = before * bases[1] / bases[0] + bases[1] * Int.random(in: number % 2 == 0 ? -150...150 : -35...35, using: &random) / 1000
            let (a, n, b, m) = (before, bases[0], now, bases[1])
            sections[0] += section(number, a, of: n)
            sections[1] += section(number, b, of: m)
            let shares = [(a * 200 + n) / (2 * n), (b * 200 + m) / (2 * m)]
            let apart = b * n - a * m, points = (200 * abs(apart) + n * m) / (2 * n * m)
            let pooled = Double(a + b) / Double(n + m)
            let deviation = (pooled * (1 - pooled) * (1 / Double(n) + 1 / Double(m))).squareRoot()
            let z = (Double(b) / Double(m) - Double(a) / Double(n)) / deviation
            let english = "2021 (\(shares[0])% then; \(Self.grouped(n, by: ",", from: 1000)) answered then, \(Self.grouped(m, by: ",", from: 1000)) now)."
            let spanish = "2021 (entonces \(shares[0]) %; respondieron \(Self.grouped(n, by: ".", from: 10000)), ahora \(Self.grouped(m, by: ".", from: 10000)))."
            guard abs(z) > 1.959964, points > 0 else {
                expected.append(("No clear change since " + english, "Sin cambio claro desde " + spanish))
                continue
            }
            let seen = abs(shares[1] - shares[0]) == points
            expected.append((
                "\(apart > 0 ? "Up" : "Down") \(points) point\(points == 1 ? "" : "s") since \(english)" + (seen ? "" : " The difference is worked out before rounding."),
                "\(points) punto\(points == 1 ? "" : "s") \(apart > 0 ? "más" : "menos") que en \(spanish)" + (seen ? "" : " La diferencia se calcula antes de redondear.")
            ))
        }
        #expect(expected.contains { $0.english.hasPrefix("Up 1 point ") } && expected.contains { $0.spanish.hasPrefix("1 punto menos ") })
        #expect(expected.contains { $0.english.hasSuffix("rounding.") } && expected.contains { $0.english.hasPrefix("No clear") })
        let site = try TestPublication([
            "publication.yaml": "title: T\naddress: https://t.example/\nlanguages: [en, es]\n",
            "before.md": Self.page("series: climate\n", sections[0]).replacing("2022-", with: "2021-"), "survey.md": Self.page("series: climate\n", sections[1]),
        ])
        #expect(try site.problems() == "")
        func changes(_ path: String) throws -> [String] {
            try site.site(path).matches(of: #/<p class="change">(?<text>.*?)<\/p>/#).map { String($0.text).replacing("\u{A0}", with: " ") }
        }
        #expect(try changes("survey/index.html") == expected.map(\.english))
        #expect(try changes("es/survey/index.html") == expected.map(\.spanish))
    }

    @Test(arguments: [
        "5 - Strongly agree,4 - Agree,2 - Disagree,1 - Strongly disagree", "Strongly agree (4),Agree (3),Disagree (2),Strongly disagree (1)",
        "Muy satisfecho(a),Satisfecho(a),Insatisfecho(a),Muy insatisfecho(a)", "Yes; definitely,No", "Oui,Non,Ne sais pas",
        "Muy de acuerdo,De acuerdo,Ni de acuerdo; ni en desacuerdo,En desacuerdo,Muy en desacuerdo", "Yes,No,Blank", "Sí,No,En blanco", "Sim,Não,Em branco",
    ])
    func scalesAreKnownInTheWaysPeopleWriteThem(_ answers: String) throws {
        let rows = answers.split(separator: ",").map { "| \($0.replacing(";", with: ",")) | 30 |\n" }.joined()
        let site = try TestPublication(["survey.md": Self.page("", "### Q1. Q\n\n| A | N |\n| --- | --- |\n" + rows)])
        #expect(try site.problems() == "" && !site.site("survey/index.html").contains("Most common answer"))
    }

    /// The words in bold that an action begins with are part of its paragraph's message.
    @Test func whatIsDoneIsSaidInTheEditionsLanguage() throws {
        let text = Self.page("", "### Q1. A\n\n| Answer | N |\n| --- | ---: |\n| Agree | 40 |\n| Disagree | 60 |\n")
            .replacing("More.\n", with: "- **Asking first.** This answers [question 1](#q1).\n- **Buses.** See [question 1](#q1).\n")
        let po = "msgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"**Asking first.** This answers [question 1][1].\"\nmsgstr \"**Preguntar primero.** Responde a la [pregunta 1][1].\"\n"
        let site = try TestPublication([
            "publication.yaml": "title: T\naddress: https://t.example/\nlanguages: [en, es]\n", "survey.md": text, "translations/es.po": po,
        ])
        _ = try site.build()
        let html = try site.site("es/survey/index.html")
        #expect(html.contains("href=\"#what-we-will-do\">Preguntar primero</a>"))
        #expect(html.contains("href=\"#what-we-will-do\" lang=\"en\" dir=\"ltr\">Buses</a>"))
    }

    private static func grouped(_ number: Int, by mark: String, from least: Int) -> String {
        number < least ? String(number) : "\(number / 1000)\(mark)\(String(number % 1000 + 1000).dropFirst())"
    }
}

extension String {
    fileprivate func firstRange(of words: String, after mark: String) -> Range<Index>? {
        guard let start = firstRange(of: mark)?.upperBound else { return nil }
        return self[start...].firstRange(of: words)
    }
}
