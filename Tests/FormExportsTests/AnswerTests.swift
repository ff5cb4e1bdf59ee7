import Testing

@testable import FormExports

/// Types, options and orders, from small tables.
@Suite struct AnswerTests {
    struct Scale: Sendable {
        let answers: [(String, Int)]
        let type: String
        let order: [String]
    }

    static let scales: [Scale] = [
        Scale(answers: [("Agree", 12), ("Strongly disagree", 11), ("Neutral", 13), ("Strongly agree", 10)], type: "scale (agreement)", order: ["Strongly agree", "Agree", "Neutral", "Strongly disagree"]),
        Scale(answers: [("Nunca", 12), ("Siempre", 11), ("A veces", 13), ("Casi nunca", 10)], type: "scale (frequency)", order: ["Siempre", "A veces", "Casi nunca", "Nunca"]),
        Scale(answers: [("Discordo", 12), ("Concordo totalmente", 11), ("Concordo", 13)], type: "scale (agreement)", order: ["Concordo totalmente", "Concordo", "Discordo"]),
        Scale(answers: [("Pas du tout d’accord", 12), ("D’accord", 11), ("Tout à fait d’accord", 13)], type: "scale (agreement)", order: ["Tout à fait d’accord", "D’accord", "Pas du tout d’accord"]),
        Scale(answers: [("No", 30), ("In part", 10), ("Yes", 11)], type: "scale (yes or no)", order: ["Yes", "In part", "No"]),
        Scale(answers: [("Rarely or never", 30), ("Often", 10), ("Always", 11)], type: "scale (frequency)", order: ["Always", "Often", "Rarely or never"]),
        Scale(answers: [("Nada seguro", 20), ("Muy seguro", 10), ("Algo seguro", 11)], type: "scale (degree)", order: ["Muy seguro", "Algo seguro", "Nada seguro"]),
        Scale(answers: [("Dissatisfied", 20), ("Very satisfied", 10), ("Satisfied", 11)], type: "scale (satisfaction)", order: ["Very satisfied", "Satisfied", "Dissatisfied"]),
        // In the order they came, not by how often.
        Scale(answers: [("Red", 11), ("Green", 30), ("Blue", 20)], type: "single choice", order: ["Red", "Green", "Blue"]),
    ]

    @Test(arguments: scales) func scalesAreKnownAndPutInOrder(_ scale: Scale) throws {
        let summary = try summary(column("How is it?", scale.answers))
        #expect(summary.type(1) == scale.type)
        let labels = summary.rows(1).map { $0.split(separator: " ").dropLast().joined(separator: " ") }
        #expect(labels == scale.order + ["No answer"])
    }

    @Test func dontKnowAndNoAnswerStandApartAtTheEnd() throws {
        let summary = try summary(column("How?", [("Don't know", 12), ("", 14), ("No", 20), ("N/A", 11), ("yes", 10), ("Yes", 15), ("No answer", 3)]))
        #expect(summary.rows(1) == ["yes 25", "No 20", "Don't know 12", "N/A 11", "No answer 17"])
    }

    /// From the best to the worst, and how many of them are on each half.
    @Test(arguments: [
        ("Every day|Several times a week|Once a week|Once a month|A few times a year|Never", 3, 2), ("Daily|Weekly|Monthly|Never", 2, 1), ("Very safe|Somewhat safe|Somewhat unsafe|Very unsafe", 2, 2),
        ("Very safe|Safe|Unsafe|Very unsafe", 2, 2), ("Much better|Better|About the same|Worse|Much worse", 2, 2), ("Much better|Somewhat better|The same|Somewhat worse|Much worse", 2, 2),
        ("Very easy|Easy|Neither easy nor difficult|Difficult|Very difficult", 2, 2), ("Strongly support|Support|Neutral|Oppose|Strongly oppose", 2, 2), ("Strongly favor|Favor|Oppose|Strongly oppose", 2, 2),
        ("Definitely yes|Probably yes|Maybe|Probably not|Definitely not", 2, 2), ("A lot|Some|A little|None", 2, 2), ("Very confident|Somewhat confident|Not very confident|Not at all confident", 2, 2),
        ("Extremely well|Very well|Somewhat well|Not so well|Not well at all", 2, 2), ("Very helpful|Helpful|Somewhat helpful|Not helpful", 3, 1), ("Strongly agree|Agree|Neither agree or disagree|Disagree|Strongly disagree", 2, 2),
        ("Todos los días|Varias veces a la semana|A veces|Nunca", 2, 1), ("Muy seguro|Seguro|Inseguro|Muy inseguro", 2, 2), ("Muy bien|Bien|Regular|Mal|Muy mal", 2, 2), ("Excelente|Bien|Regular|Mal", 2, 1),
        ("Sí|Más o menos|No", 1, 1), ("Muy satisfecho/a|Satisfecho/a|Ni satisfecho/a ni insatisfecho/a|Poco satisfecho/a|Nada satisfecho/a", 2, 2), ("Muito fácil|Fácil|Difícil|Muito difícil", 2, 2),
        ("Todos os dias|Uma vez por semana|Raramente|Nunca", 2, 2), ("Très facile|Facile|Difficile|Très difficile", 2, 2), ("Tous les jours|Parfois|Jamais", 1, 1), ("Très bien|Bien|Mal|Très mal", 2, 2),
        ("Beaucoup mieux|Un peu mieux|Pareil|Un peu moins bien|Beaucoup moins bien", 2, 2),
    ])
    func moreScalesAreKnown(_ answers: String, _ upper: Int, _ lower: Int) {
        let answers = answers.split(separator: "|").map(String.init), sides = AnswerSide.all(of: answers)
        #expect(sides.prefix(upper).allSatisfy { $0 == .upper } && sides.suffix(lower).allSatisfy { $0 == .lower }, "\(sides)")
        #expect(sides.dropFirst(upper).dropLast(lower).allSatisfy { $0 == .middle }, "\(sides)")
        #expect(AnswerSide.isInOrder(answers))
    }

    @Test(arguments: [["Safe", "Easy"], ["Helpful", "Kind", "Very helpful"], ["None", "One", "Two"], ["Daily", "On request"]]) func otherWordsAreNoScale(_ answers: [String]) {
        #expect(!AnswerSide.isScale(answers))
    }

    @Test(arguments: [
        "Don’t know/No opinion", "Don't Know / N/A", "Can’t say", "I'm not sure yet", "No sabe / No contesta", "No sabe/No responde", "Não sei / não se aplica", "Ne sait pas / sans opinion",
        "Don't know / does not apply", "Not applicable (N/A)", "Don't know or prefer not to say", "Không biết / Không áp dụng", "不知道/不适用", "Pa konnen oswa pa aplikab", "لا أعرف / لا ينطبق",
    ])
    func dontKnowStandsApartInManyWords(_ answer: String) {
        #expect(AnswerSide.unscaled([answer]) == [.apart])
        #expect(AnswerSide.inOrder(["Fine", "Poorly", answer], isBestFirst: true) == [.upper, .lower, .apart])
    }

    @Test(arguments: ["No answer", "Blank / skipped", "Yes or no", "None / not needed", "Blue, not sure"]) func otherAnswersDoNot(_ answer: String) {
        #expect(AnswerSide.unscaled([answer]) != [.apart])
    }

    @Test(arguments: [
        ["0-1 years", "2-4 years", "5-7 years", "8-9 years", "10 years or more"], ["0", "1–2", "3–5", "6–9", "10 or more"], ["0 days", "1 days", "2 days", "3 days", "10 days"],
    ])
    func bandsOfCountsAreNoScale(_ answers: [String]) { #expect(AnswerSide.unscaled(answers) == AnswerSide.all(of: answers) && !AnswerSide.isZeroToTen(answers)) }

    @Test func numbersWithWordsAtTheirEndsAreAScale() {
        #expect(AnswerSide.isZeroToTen(["0 – Not at all likely", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10 – Extremely likely"]))
    }

    @Test func aNumberIsCountedOrGathered() throws {
        let few = try summary(column("How many cars?", [("2", 20), ("0", 12), ("1", 30)]))
        #expect(few.type(1) == "number")
        #expect(few.rows(1) == ["0 12", "1 30", "2 20", "No answer 0"])
        let many = try summary(column("How old are you?", (20..<60).map { ("\($0)", 1 + $0 % 2) }))
        #expect(many.type(1) == "number")
        #expect(many.rows(1) == ["20–24 [c]", "25–29 [c]", "30–34 [c]", "35–39 [c]", "40–44 [c]", "45–49 [c]", "50–54 [c]", "55–59 [c]", "No answer 0"])
        let halves = try summary(column("How many hours of sleep?", [("7,5", 10), ("8", 11), ("6,5", 12), ("9", 13)]))
        #expect(halves.rows(1) == ["6,5 12", "7,5 10", "8 11", "9 13", "No answer 0"])
        let tenths = try summary(column("How many hours of sleep?", (60..<90).map { ("\($0 / 10).\($0 % 10)", 1) }))
        #expect(tenths.rows(1) == ["6–6.9 10", "7–7.9 10", "8–8.9 10", "No answer 0"])
        let ages = try summary(column("How old is your child?", (5...17).map { ("\($0)", 10) }))
        #expect(ages.rows(1).first == "5–6 20")
        let scale = try summary(column("How likely?", [("9", 20), ("3", 12), ("1", 30)]))
        #expect(scale.type(1) == "scale of numbers")
        #expect(scale.rows(1).count == 11)
    }

    @Test(arguments: [
        "What else should we know?", "Anything else?", "Why?", "Comments", "¿Algo más?", "Por quê?", "Pourquoi ?", "为什么？", "لماذا؟", "Tại sao?", "Poukisa?",
    ])
    func whatATitleAsksFreelyIsNotCopied(_ title: String) throws {
        let answers = [("Mr. Lee must go", 20), ("No", 15)] + (0..<12).map { ("He hurt my child number \($0)", 1) }
        let summary = try summary(column(title, answers))
        #expect(summary.type(1) == nil)
        #expect(!summary.document.contains("Lee"))
        #expect(summary.notes.contains("Q1: free text, told by its words: if it had options, name them with --options FILE"))
        let declared = try FormExportsTests.summary(column("Why not?", [("Too far", 20), ("Too dear", 15)]), .init(declaredOptions: "Why not?: Too far | Too dear"))
        #expect(declared.rows(1) == ["Too far 20", "Too dear 15", "No answer 0"])
    }

    @Test(arguments: [
        ("Which adult at school can you talk to?", ["Mr. Smith", "Ms. Jones"], true), ("Who bullies others?", ["Kevin Smith", "Ana Cole"], true), ("Favorite?", ["Mrs. Lee", "Coach Bo"], true),
        ("Which adult can you talk to?", ["Classroom Teacher", "School Nurse"], false), ("Who do you live with?", ["Both parents", "One parent"], false), ("Which bus?", ["North Line", "South Line"], false),
    ])
    func namesOfPeopleAreNoOptions(_ title: String, _ answers: [String], _ isText: Bool) throws {
        #expect(try summary(column(title, answers.map { ($0, 15) })).rows(1).isEmpty == isText)
    }

    @Test func wordsOfATitleDoNotHideAScale() throws {
        #expect(try summary(column("How useful is the feedback you get?", [("Very useful", 20), ("Not useful", 15)])).rows(1).count == 3)
        #expect(try summary(column("Why not: do you agree?", [("Agree", 20), ("Disagree", 15)])).type(1) == "scale (agreement)")
    }

    @Test func freeTextIsNeverWritten() throws {
        let texts = (0..<40).map { ("My child in room \($0) is afraid, of Mr Smith", 1) }
        let summary = try summary(column("Anything?", texts + [("No", 90), ("None", 30)]))
        #expect(summary.type(1) == nil)
        #expect(!summary.document.contains("Smith"))
        #expect(summary.document.contains("- **Q1. Anything?**: 160 comments."))
    }

    @Test func answersThatFewTypedAreOther() throws {
        let summary = try summary(column("Which?", [("One", 20), ("Two", 15), ("Ask Maria Lopez", 2), ("Mr Smith", 9)]))
        #expect(summary.rows(1) == ["One 20", "Two 15", "Other 11", "No answer 0"])
        #expect(summary.notes.contains { $0.hasPrefix("Q1: 11 answers that no option explains") })
        let declared = try self.summary(column("Which?", [("One", 20), ("Two", 15), ("Mr Smith", 9)]), "Which?: Two | One | Three | Mr Smith")
        #expect(declared.rows(1) == ["Two [c]", "One 20", "Three 0", "Mr Smith [c]", "No answer 0"])
    }

    private func summary(_ text: String, _ declared: String) throws -> SurveySummary {
        try SurveySummary(of: ExportSource(Array(text.utf8)), .init(declaredOptions: declared))
    }

    private func summary(_ text: String) throws -> SurveySummary { try SurveySummary(of: ExportSource(Array(text.utf8))) }

    @Test func declaredOptionsMatchLongestFirst() throws {
        let answers = [("Art, Art, music and dance", 10), ("Art", 11), ("Art, music and dance", 12), ("Sports, Art", 13), ("Sports, a thing of mine, Art", 10)]
        let summary = try summary(column("Which: of these?", answers), "# Clubs\n\nWhich: of these?: Art | Art, music and dance | Sports\nNo such question: a | b\n")
        #expect(summary.type(1) == "several answers")
        #expect(summary.rows(1) == ["Art 44", "Art, music and dance 22", "Sports 23", "Other 10", "No answer 0"])
        #expect(summary.notes.contains("Q1: 10 responses hold something that is none of the options: counted as ‘Other’"))
        #expect(summary.notes.contains("line 4 of the options belongs to no question: ‘No such question: a | b’"))
    }

    @Test func aChoiceWithCommasIsNotSeveralAnswers() throws {
        let summary = try summary(column("Do you?", [("Yes, always", 20), ("Yes, sometimes", 15), ("No, never", 12)]))
        #expect(summary.type(1) == "scale (yes or no)")
        #expect(summary.rows(1) == ["Yes, always 20", "Yes, sometimes 15", "No, never 12", "No answer 0"])
    }

    @Test func listsOfNumbersAreSeveralAnswers() throws {
        for separator in [", ", ";"] {
            let summary = try summary(column("Which grades?", [("1", 15), ("2", 15), ("1\(separator)3", 15), ("3", 15)]))
            #expect(summary.type(1) == "several answers")
            #expect(summary.rows(1) == ["1 30", "2 15", "3 30", "No answer 0"])
        }
    }

    @Test func optionsWithCommasOfOneAnswerAreWhole() throws {
        let yes = try summary(column("Do you?", [("Yes", 20), ("Yes, but not often", 20), ("No", 20)]))
        #expect(yes.type(1) == "single choice")
        #expect(yes.rows(1) == ["Yes 20", "Yes, but not often 20", "No 20", "No answer 0"])
        let towns = try summary(column("Where?", [("Great Barrington, MA", 20), ("Sheffield, MA", 20), ("Stockbridge, MA", 12), ("Sheffield", 4), ("Lenox", 4)]))
        #expect(towns.rows(1) == ["Great Barrington, MA 20", "Sheffield, MA 20", "Stockbridge, MA [c]", "Other [c]", "No answer 0"])
        // Two options have but one combination.
        #expect(try summary(column("Which?", [("Mail", 20), ("Phone", 20), ("Mail, Phone", 20)])).rows(1) == ["Mail 40", "Phone 40", "No answer 0"])
    }

    @Test func titlesBreakNothing() throws {
        let title = "3. # What *do* you | think\nof `us` <b>&amp;</b> [here](http://x.org)? ##"
        let summary = try summary(column(title, [("a|b \\ *c*\n# d", 12), ("--> <!--", 11)]), "x: y")
        #expect(summary.heading(1) == "\\# What \\*do\\* you \\| think of \\`us\\` \\<b\\>\\&amp;\\</b\\> \\[here\\](http\\://x.org)? \\#\\#")
        #expect(summary.document.contains("| a\\|b \\\\ \\*c\\* \\# d | 12 |\n| --\\> \\<!-- | 11 |\n"))
        for line in summary.document.split(separator: "\n") where line.hasPrefix("<!--") {
            #expect(line.hasSuffix(" -->") && !line.dropFirst(4).dropLast(3).contains("--"))
        }
    }

    @Test func theTitleIsAString() throws {
        let summary = try SurveySummary(of: ExportSource(Array(column("How?", [("Yes", 20), ("No", 20)]).utf8)), .init(title: "A \"b\" \\ c:\n# d"))
        #expect(summary.document.hasPrefix("---\nkind: survey\ntitle: \"A \\\"b\\\" \\\\ c: # d\"\ndraft: true\n"))
    }

    @Test(arguments: [(SummaryLanguage.spanish, "Cómo preguntamos", "Sin respuesta"), (.portuguese, "Como perguntamos", "Sem resposta"), (.french, "Comment nous avons demandé", "Sans réponse")])
    func sectionsAreInTheLanguageThatIsAskedFor(_ language: SummaryLanguage, _ how: String, _ noAnswer: String) throws {
        var options = SurveySummary.Options()
        options.language = language
        let summary = try SurveySummary(of: ExportSource(Array(column("¿Cómo?", [("Sí", 20), ("No", 20)]).utf8)), options)
        #expect(summary.section(how).contains("40"))
        #expect(summary.rows(1) == ["Sí 20", "No 20", "\(noAnswer) 0"])
    }

    static let days: [([String], String?)] = [
        (["4/5/2022 9:00:00", "5/4/2022 9:00:00"], nil), (["4/5/2022 9:00:00", "4/28/2022 9:00:00"], "2022-04-05/2022-04-28"),
        (["28/4/22 9:00", "4/5/22 9:00"], "2022-04-28/2022-05-04"), (["4.5.2022 9:00:00", "5.4.2022 9:00:00"], "2022-04-05/2022-05-04"),
        (["2022/04/05 3:00:00 p. m. GMT-4", "2022/04/06 12:00:00 a. m. GMT-4"], "2022-04-05/2022-04-06"), (["2022-04-05T10:00:00Z", "2022-04-05T11:00:00Z"], "2022-04-05/2022-04-05"),
        (["28/4/2022 9:00", "4/28/2022 9:00"], nil), (["yesterday", "today"], nil), (["44655.5", "44656.25"], "2022-04-04/2022-04-05"),
        (["1. März 2022 9:12:33", "2. März 2022 15:12:33"], "2022-03-01/2022-03-02"), (["1 mars 2022 à 09:12:33", "2 août 2022 à 09:12:33"], "2022-03-01/2022-08-02"),
        (["\"Mar 1, 2022, 9:12:33 AM\"", "\"Mar 12, 2022, 9:12:33 PM\""], "2022-03-01/2022-03-12"), (["1.3.2022 klo 9.12.33", "2.3.2022 klo 15.12.33"], "2022-03-01/2022-03-02"),
        (["2022. 3. 1 오후 3:12:33", "2022. 3. 2. 오전 3:12:33"], "2022-03-01/2022-03-02"), (["١٣/٣/٢٠٢٢ ٩:١٢:٣٣", "14/3/2022 9:12:33"], "2022-03-13/2022-03-14"),
        (["2022年3月1日 下午3:12", "2022年3月2日 上午3:12"], "2022-03-01/2022-03-02"), (["08:03:07 28/4/2022", "20:03:07 1/5/2022"], "2022-04-28/2022-05-01"), (["1 de marzo de 2022 9:12", "2 de marzo de 2022 9:12"], "2022-03-01/2022-03-02"),
    ]

    @Test(arguments: days) func daysAreToldOnlyWhereTheyHaveOneReading(_ times: [String], _ fielded: String?) throws {
        let rows = (0..<20).map { "\(times[$0 % times.count]),Yes" }
        let summary = try summary("Timestamp,Is it?\n" + rows.joined(separator: "\n"))
        let line = summary.document.split(separator: "\n").first { $0.hasPrefix("fielded: ") }
        #expect(line.map { String($0.dropFirst(9)) } == fielded)
        #expect(summary.notes.contains { $0.contains("‘fielded’ is left to you") } == (fielded == nil))
    }

    /// SurveyMonkey lists the newest first: times decide, where they can be read.
    @Test func theLastResponseCountsAndNotTheLowest() throws {
        var rows = ["2022-04-28 9:00,a@example.org,Yes", "2022-04-05 9:00,A@EXAMPLE.ORG ,No"]
        rows += (0..<19).map { "2022-04-06 9:00,p\($0)@example.org,No" }
        var options = SurveySummary.Options()
        options.threshold = 1
        options.thresholdReason = "a test"
        let summary = try SurveySummary(of: ExportSource(Array(("Timestamp,Email Address,Is it?\n" + rows.joined(separator: "\n")).utf8)), options)
        #expect(summary.rows(1) == ["Yes 1", "No 19", "No answer 0"])
        #expect(summary.notes.contains("left out: 1 earlier response of somebody who answered again (the last counts)"))
    }

    /// Each pair is a morning's time and an afternoon's, in the ways in which Google Forms writes them.
    static let halves: [(String, String)] = [
        ("2022/03/01 9:12:33 上午 GMT+8", "2022/03/01 3:12:33 下午 GMT+8"), ("2022/3/1 上午 9:12:33", "2022/3/1 下午 3:12:33"),
        ("2022/03/01 9:12:33 ص غرينتش-5", "2022/03/01 3:12:33 م غرينتش-5"), ("2022/03/01 9:12:33 SA GMT-5", "2022/03/01 3:12:33 CH GMT-5"),
        ("2022. 3. 1 오전 9:12:33", "2022. 3. 1 오후 3:12:33"), ("2022/03/01 9:12:33 午前 GMT+9", "2022/03/01 3:12:33 午後 GMT+9"),
        ("2022/03/01 9:12:33 π.μ.", "2022/03/01 3:12:33 μ.μ."), ("2022/03/01 9:12:33 a. m. GMT-5", "2022/03/01 3:12:33 p. m. GMT-5"),
        // Words that are not known: the file's order tells.
        ("2022/03/01 9:12:33 ዓ.ም", "2022/03/01 3:12:33 ከሰ"),
    ]

    @Test(arguments: halves) func theAfternoonComesAfterTheMorning(_ morning: String, _ afternoon: String) throws {
        let rows = (0..<20).map { "\(morning),p\($0)@example.org,No" } + (0..<12).map { "\(afternoon),p\($0)@example.org,Yes" }
        let summary = try summary("Timestamp,Email Address,Is it?\n" + rows.joined(separator: "\n"))
        #expect(summary.responses == 20)
        #expect(summary.document.contains("fielded: 2022-03-01/2022-03-01"))
        var options = SurveySummary.Options()
        options.threshold = 5
        #expect(try FormExportsTests.summary("Timestamp,Email Address,Is it?\n" + rows.joined(separator: "\n"), options).rows(1) == ["Yes 12", "No 8", "No answer 0"])
    }

    @Test func everybodyWhoIsAnonymousCounts() throws {
        let rows = (0..<20).map { "\($0),4/28/22 9:00,4/28/22 9:05,anonymous,,Yes" }
        #expect(try summary("ID;Start time;Completion time;Email;Name;Is it?\n".replacing(";", with: ",") + rows.joined(separator: "\n")).responses == 20)
    }

    @Test func columnsThatFindPeopleAreKnownByTheirCells() throws {
        let rows = (0..<20).map { "Yes,p\($0)@example.org,10.0.0.\($0),\"42.1943\($0 % 10), -73.36115\",(413) 555-01\(10 + $0),2022-04-0\(1 + $0 % 9) 10:00" }
        let summary = try summary("Is it?,How can we reach you?,a,b,c,d\n" + rows.joined(separator: "\n"))
        #expect(summary.heading(2) == nil)
        #expect(summary.rows(1) == ["Yes 20", "No answer 0"])
        #expect(summary.document.contains("fielded: 2022-04-01/2022-04-09"))
        #expect(summary.notes.contains("columns left out: IP addresses (1), addresses and places (2), e-mail addresses (1), times (1)"))
    }

    @Test func aNumberOfCombinationsThatCannotBeKeptIsSplitAsItComes() throws {
        let names = (0..<13).map { "Option \($0)" + ($0 % 3 == 0 ? ", of course" : "") }
        var numbers = Numbers(seed: 7), rows: [String] = [], counts = Array(repeating: 0, count: names.count)
        for _ in 0..<6000 {
            let chosen = names.indices.filter { _ in Bool.random(using: &numbers) }
            for option in chosen { counts[option] += 1 }
            rows.append(quoted(chosen.map { names[$0] }.joined(separator: ", ")) + ",x")
        }
        let text = "Which?,Row\n" + rows.joined(separator: "\n")
        for declared in [nil, "Which?: " + names.joined(separator: " | ")] {
            let summary = try SurveySummary(of: ExportSource(Array(text.utf8)), .init(declaredOptions: declared))
            for (name, count) in zip(names, counts) { #expect(summary.rows(1).contains("\(name) \(count)"), "\(summary.rows(1))") }
            #expect(!summary.rows(1).contains { $0.hasPrefix("Other") && !$0.hasSuffix(" 0") })
        }
    }
}
