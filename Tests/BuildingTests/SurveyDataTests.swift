import Foundation
import TestSupport
import Testing

@testable import Building

/// Survey results that come as percentages, or in a table beside the document.
@Suite struct SurveyDataTests {
    private static let after = "\n## Our reflections\n\nWe listen.\n\n## What we will do\n\nMore.\n"

    private static func survey(_ front: String, _ results: String) -> String {
        "---\nkind: survey\ntitle: Survey\nfielded: 2022-04-01/2022-04-30\n\(front)---\n## Results\n\n\(results)\n" + after
    }

    private static let groups = "responses: 300\ngroups:\n  - {name: Families, answered: 200}\n  - {name: Staff, answered: 100}\n"

    /// The same counts as a table of the document, and in both layouts, three encodings and three separators.
    @Test(arguments: [",", ";", "\t"], [String.Encoding.utf8, .windowsCP1252, .utf16])
    func aTableBesideTheDocumentIsReadAsOneWithin(_ separator: String, _ encoding: String.Encoding) throws {
        let table = "| Answer | Families | Staff |\n| --- | ---: | ---: |\n| Sí | 120 | 60 |\n| No | 80 | 40 |\n"
        let within = try TestPublication(["s.md": Self.survey(Self.groups, "### Q1. Do you?\n\nSome words.\n\n" + table)])
        #expect(try within.problems() == "")
        let wide = "question,answer,Families,Staff\r\nQ1,Sí,120,60\r\nQ1,No,80,40\r\n"
        let long = "count,group,question,answer\n120,Families,Q1,Sí\n60,Staff,Q1,Sí\n80,Families,Q1,No\n40,Staff,Q1,No\n"
        for text in [wide, long] {
            let beside = try TestPublication(["s.md": Self.survey(Self.groups + "data: s.csv\n", "### Q1. Do you?\n\nSome words.")])
            try beside.write("s.csv", [UInt8](text.replacing(",", with: separator).data(using: encoding)!))
            #expect(try beside.problems() == "")
            #expect(try beside.site("s/results.csv") == within.site("s/results.csv"))
            #expect(try beside.site("s/index.html") == within.site("s/index.html"))
            #expect(try !beside.siteFiles().contains("s/s.csv") && !beside.siteFiles().contains("s.csv"))
        }
    }

    /// Copied together from two files, or saved on an old Mac.
    @Test(arguments: ["Noâ€™s", "SÃ­", "DonÕt", "Don\u{92}t"]) func signsOfAnotherEncodingAreADoubt(_ word: String) throws {
        let site = try TestPublication(["s.md": Self.survey("responses: 300\ndata: s.csv\n", "### Q1. Do you?"), "s.csv": "question,answer,count\nQ1,Yes,120\nQ1,\(word),180\n"])
        let problems = try site.problems()
        #expect(problems.contains("content/s.csv:3:1: warning:") && problems.contains("no sign that anybody wrote") && !problems.contains("error:"))
        #expect(try TestPublication(["s.md": Self.survey("responses: 300\ndata: s.csv\n", "### Q1. Do you?"), "s.csv": "question,answer,count\nQ1,Sí,120\nQ1,Não – “X”,180\n"]).problems() == "")
    }

    /// Nobody can say from which encoding bytes are: a word that ends in an apostrophe was another one.
    @Test func lettersOfAnOldMacAreADoubt() throws {
        func problems(_ table: String, _ mac: [UInt8]) throws -> String {
            let site = try TestPublication(["s.md": Self.survey("responses: 300\ndata: s.csv\n", "### Q1. Do you?")])
            try site.write("s.csv", [UInt8]("question,answer,count\nQ1,".utf8) + mac + [UInt8](",120\nQ1,No,180\n".utf8))
            return try site.problems()
        }
        #expect(try problems("Sí", [0x53, 0x92]).contains("content/s.csv:2:1: warning: ‘S’’ is no sign that anybody wrote"))
        #expect(try problems("Café", [0x43, 0x61, 0x66, 0x8E]).contains("‘CafŽ’ is no sign"))
        #expect(try problems("mañana", [0x6D, 0x61, 0x96, 0x61, 0x6E, 0x61]).contains("‘ma–ana’ is no sign"))
        // Parents’ and Don’t, of Windows.
        #expect(try problems("Parents’", [UInt8]("Parents".utf8) + [0x92]) == "" && problems("Don’t", [UInt8]("Don".utf8) + [0x92] + [UInt8]("t".utf8)) == "")
    }

    /// As spreadsheets of Spain write them, with a sum below all questions.
    @Test func aSumBelowAllQuestionsIsNone() throws {
        let site = try TestPublication(["s.md": Self.survey("data: s.csv\n", "### Q1. Do you?"), "s.csv": "pregunta;respuesta;recuento\nQ1;Yes;120\nQ1;No;80\nTotal general;;200\n"])
        #expect(try site.problems() == "" && site.site("s/results.csv").contains("Q1,,Yes,120,200"))
        let shares = try TestPublication(["s.md": Self.survey("responses: 300\ndata: s.csv\n", "### Q1. Do you?"), "s.csv": "pregunta;respuesta;% de respuestas\nQ1;Yes;62,5\nQ1;No;37,5\n"])
        #expect(try shares.problems() == "" && shares.site("s/results.csv").contains("Q1,,Yes,,300,62.5"))
        let both = try TestPublication(["s.md": Self.survey("data: s.csv\n", "### Q1. Do you?"), "s.csv": "pregunta;respuesta;Número de respuestas;% de respuestas\nQ1;Yes;120;60\nQ1;No;80;40\n"])
        #expect(try both.problems() == "" && both.site("s/results.csv").contains("Q1,,Yes,120,200"))
    }

    @Test func questionsMayComeWithTheirWords() throws {
        let csv = "question,wording,answer,count\nQ1,Do *you*?,Yes,120\nQ1,Do *you*?,No,180\n"
        let site = try TestPublication(["s.md": Self.survey("responses: 300\ndata: s.csv\n", "Some words."), "s.csv": csv])
        #expect(try site.problems() == "")
        #expect(try site.site("s/index.html").contains("Do *you*?") && site.site("s/results.csv").contains("Q1,,Yes,120,300"))
    }

    /// Problems have their place in the table, and what stands behind it keeps its own in the document.
    @Test(arguments: [
        ("question,answer,count\nQ1,Yes,12.5\nQ1,No,80\n", "content/s.csv:2:8: error: ‘12.5’ is no count"),
        ("question,answer,count\nQ1,Yes,120\nQ1,Yes,80\n", "content/s.csv:3:1: error: the answer ‘Yes’ to Q1 stands twice"),
        ("question,answer,count\nQ1,Yes,12,0\nQ1,No,80\n", "content/s.csv:2:1: error: this row has 4 cells, but the header names 3 columns"),
        ("answer,count\nYes,120\n", "content/s.csv:1:1: error: this table has no column ‘question’"),
        ("question,grupo,año,respuesta,count\nQ1,Families,2022,Yes,120\nQ1,Families,2021,Yes,80\n", "content/s.csv:1:1: error: ‘grupo’ and ‘año’ both say whose answers a row counts"),
        ("question,answer,count\nQ2,Yes,120\n", "content/s.csv:2:1: error: no heading of content/s.md is for Q2"),
        ("question,answer,Families,Stuff\nQ1,Yes,120,12\nQ1,No,80,40\n", "content/s.csv:1:26: error: ‘Stuff’ is none of this survey’s groups"),
        ("", "content/s.csv:1:1: error: the file is empty"),
        ("question,answer,count\n", "content/s.csv:1:1: error: this table has no rows of answers"),
        ("question,group,answer,count\nQ1,Families,Yes,120\nQ1,Staff,Yes,many\n", "content/s.csv:3:14: error: ‘many’ is no count"),
        ("question,answer,count\n,Yes,120\n", "content/s.csv:2:1: error: this row does not say which question it is of"),
        ("question,answer,count,base\nQ1,Yes,120,999\nQ1,No,80,999\n", "content/s.csv:2:1: error: 999 are said to have answered"),
        ("question,answer,count,base\nQ1,Yes,120,200\nQ1,No,80,210\n", "content/s.csv:3:1: error: this row says that 210 answered Q1"),
        ("question,answer,percent\nQ1,Yes,0.625\nQ1,No,0.375\n", "error: the percentages of ‘Percent’ add up to 1: these look like shares of 1"),
    ])
    func problemsOfATableHaveTheirPlace(_ csv: String, _ expected: String) throws {
        let site = try TestPublication(["s.md": Self.survey(Self.groups + "data: s.csv\n", "### Q1. Do you?\n\n[Nowhere](none.md)"), "s.csv": csv])
        let problems = try site.problems()
        #expect(problems.contains(expected), "\(problems)")
        #expect(problems.contains("content/s.md:15:1: error: no document ‘none.md’"), "\(problems)")
    }

    /// Ways in which spreadsheets write the same table.
    @Test(arguments: [
        "question,answer,count\nQ1,Yes,120\n,No,80\n", "question,answer,count\nq1,Yes,120.0\nq1,No,80.0\n", "question;answer;count\n1;Yes;120,0\n1;No;80,0\n",
        "question,answer,count\nQ1. Do you?,Yes,120\nQ1. Do you?,No,80\n", "question,answer,count,percent\nQ1,Yes,120,60%\nQ1,No,80,40%\n",
    ])
    func spreadsheetsTablesAreRead(_ csv: String) throws {
        let site = try TestPublication(["s.md": Self.survey("data: s.csv\n", "### Q1. Do you?"), "s.csv": csv])
        #expect(try site.problems() == "")
        #expect(try site.site("s/results.csv").contains("Q1,,Yes,120,200\r\nQ1,,No,80,200\r\n"))
    }

    /// They are of those whom a column `base` counts, or of all who responded; of nobody they are refused.
    @Test func aColumnOfPercentagesHoldsNoCounts() throws {
        func site(_ front: String, _ base: String) throws -> TestPublication {
            let csv = base.isEmpty ? "question,answer,percent\nQ1,Yes,62\nQ1,No,38\n" : "question,answer,percent,base\nQ1,Yes,62,\(base)\nQ1,No,38,\(base)\n"
            return try TestPublication(["s.md": Self.survey(front + "data: s.csv\n", "### Q1. Do you?"), "s.csv": csv])
        }
        #expect(try site("", "").problems().contains("nothing says of how many these are the percentages"))
        for known in [try site("responses: 300\n", ""), try site("", "300")] {
            #expect(try known.problems() == "" && known.site("s/results.csv").contains("Q1,,Yes,,300,62.0"))
        }
    }

    /// Results that no survey names would be copied as they are.
    @Test(arguments: ["old.csv", "old.tsv", "old.txt"])
    func resultsThatNobodyNamesAreRefused(_ name: String) throws {
        let csv = "Results of 2021\nquestion,group,answer,count\nQ1,Staff,Yes,3\nQ1,Staff,No,90\n"
        let site = try TestPublication(["index.md": "---\ntitle: Home\n---\n", name: name.hasSuffix("tsv") ? csv.replacing(",", with: "\t") : csv])
        #expect(try site.problems().contains("content/\(name):1:1: error: this looks like the results of a survey, and no survey names it"))
        let other = try TestPublication(["index.md": "---\ntitle: Home\n---\n", name: "question,answer,topic\nWhen?,At 3,Buses\n"])
        #expect(try other.problems() == "")
    }

    @Test func aMissingTableIsToldWhereItIsNamed() throws {
        let site = try TestPublication(["s.md": Self.survey("data: none.csv\n", "### Q1. Do you?")])
        #expect(try site.problems().contains("content/s.md:5:1: error: there is no file ‘none.csv’"))
    }

    @Test func changedTablesNeverCrash() throws {
        var random = SeededGenerator(seed: 11)
        let bytes = Array("question,group,answer,count\nQ1,Families,Sí,120\nQ1,Staff,Sí,60\n\"Q1\",Families,No,[c]\n".utf8)
        for _ in 0..<60 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                changed[Int.random(in: changed.indices, using: &random)] = [0, 10, 13, 34, 44, 59, 92, 124, 0xC3, 0xFF, 48].randomElement(using: &random)!
            }
            let site = try TestPublication(["s.md": Self.survey(Self.groups + "data: s.csv\n", "### Q1. Do you?")])
            try site.write("s.csv", changed)
            _ = try site.build()
        }
    }

    /// Percentages are shown as they are written, near the ends only as bounds, and not at all where they tell a small count.
    @Test func percentagesAreProtectedByTheCountsBehindThem() throws {
        let table = "| Answer | Families | Staff |\n| --- | ---: | ---: |\n| Yes | 62.5 % | 97 % |\n| In part | 20 % | 0 % |\n| No | 17.5 % | 3 % |\n"
        let site = try TestPublication(["s.md": Self.survey(Self.groups, "### Q1. Do you?\n\n" + table)])
        #expect(try site.problems() == "")
        let html = try site.site("s/index.html"), csv = try site.site("s/results.csv")
        #expect(html.contains(">62.5%<") && html.contains(">[c]<") && !html.contains(">3%<") && !html.contains(">0%<"))
        #expect(html.contains("only percentages are published"))
        #expect(csv.contains("Q1,Families,Yes,,200,62.5") && csv.contains("Q1,Staff,No,[c],") && !csv.contains("125,"))
    }

    @Test(arguments: [
        ("| Yes | 60 % | 50 % |\n| No | 40 % | 40 % |\n", "the percentages of ‘Staff’ add up to 90 %"),
        ("| Yes | 60 % | 50 |\n| No | 40 % | 50 % |\n", "a percentage among counts, or a count among percentages"),
        ("| Yes | 130 | 60 |\n| No | 80 | 40 |\n", "the answers of ‘Families’ add up to 210, but only 200 answered the survey"),
        ("| Yes | 120 | 60 |\n| No | 80 | 40 |\n| Total | 199 | 100 |\n", "199 are said to have answered, but the answers add up to 200"),
    ])
    func whatCannotBeIsRefused(_ rows: String, _ message: String) throws {
        let site = try TestPublication(["s.md": Self.survey(Self.groups, "### Q1. Do you?\n\n| Answer | Families | Staff |\n| --- | ---: | ---: |\n" + rows)])
        let report = try site.build()
        #expect(report.problems.contains { $0.severity == .error && $0.message == message }, "\(report.problems)")
        #expect(report.result == nil)
    }

    @Test func percentagesOfNobodyKnowsHowManyAreRefused() throws {
        let table = "### Q1. Do you?\n\n| Answer | 2022 |\n| --- | ---: |\n| Yes | 60 % |\n| No | 40 % |\n"
        #expect(try TestPublication(["s.md": Self.survey("", table)]).problems().contains("nothing says of how many these are the percentages"))
        #expect(try TestPublication(["s.md": Self.survey("", table + "| Total answered | 150 |\n")]).problems() == "")
    }

    /// A column that is named by the survey's year is of everybody who answered: what is missing to them is a count, too.
    @Test func aColumnOfTheYearIsOfEverybody() throws {
        let table = "### Q1. Do you?\n\n| Answer | 2022 |\n| --- | ---: |\n"
        let counts = try TestPublication(["s.md": Self.survey("responses: 300\n", table + "| Yes | 190 |\n| No | 107 |\n| No answer | 3 |\n")])
        #expect(try counts.problems() == "")
        let html = try counts.site("s/index.html"), csv = try counts.site("s/results.csv")
        #expect(csv.contains("Q1,,No answer,[c],"))
        #expect(!(csv.contains(",297") && html.contains("300")))
        #expect(!(csv.contains(",190,") && csv.contains(",107,") && html.contains("300")))
        let shares = try TestPublication(["s.md": Self.survey("responses: 300\n", table + "| Yes | 61 % |\n| In part | 38 % |\n| No | 1 % |\n")])
        #expect(try shares.problems() == "")
        #expect(try shares.site("s/results.csv").contains("Q1,,No,[c],") && !shares.site("s/index.html").contains(">1%<"))
    }

    /// Who left a question out, belongs to no group or is the only group is known by subtraction, in a table without such a row.
    @Test(arguments: [
        ("responses: 300\n", "| Answer | All |\n| --- | ---: |\n| Yes | 190 |\n| No | 107 |\n", [",190,", ",107,", ">300 "]),
        ("responses: 29\ngroups: [{name: Staff, answered: 29}]\n", "| Answer | Staff |\n| --- | ---: |\n| Yes | 14 |\n| No | 12 |\n", [",14,", ",12,", ">29"]),
        (groups, "| Answer | Families | All |\n| --- | ---: | ---: |\n| Yes | 120 | 124 |\n| No | 80 | 176 |\n", [",120,", ",124,"]),
    ])
    func whatIsMissingToAllIsACount(_ front: String, _ table: String, _ shown: [String]) throws {
        let site = try TestPublication(["s.md": Self.survey(front, "### Q1. Do you?\n\n" + table)])
        #expect(try site.problems() == "")
        let published = try site.site("s/results.csv") + site.site("s/index.html")
        #expect(shown.contains { !published.contains($0) }, "\(published.prefix(300))")
    }

    /// Percentages of a number that is withheld would tell it.
    @Test func percentagesOfWithheldNumbersAreWithheld() throws {
        let table = "| Answer | Families | Staff |\n| --- | ---: | ---: |\n| Yes | 62.5 % | 50 % |\n| No | 37.5 % | 50 % |\n| Total answered | 192 | 100 |\n"
        let site = try TestPublication(["s.md": Self.survey(Self.groups, "### Q1. Do you?\n\n" + table)])
        #expect(try site.problems() == "")
        let csv = try site.site("s/results.csv"), html = try site.site("s/index.html")
        // 8 of the 200 left it out.
        #expect(csv.contains("Q1,Families,Yes,[c],[c],[c]") || !html.contains(">200"))
    }

    /// 5 % of 193 are 9 people or 10: together with the other percentages, sometimes surely 9.
    @Test func percentagesThatMayStandForFewAreWithheld() throws {
        let table = "| Answer | All |\n| --- | ---: |\n| Red | 85 % |\n| Blue | 6 % |\n| Green | 5 % |\n| Black | 5 % |\n"
        let site = try TestPublication(["s.md": Self.survey("responses: 193\n", "### Q1. Which?\n\n" + table)])
        #expect(try site.problems() == "")
        let csv = try site.site("s/results.csv")
        #expect(csv.contains("Q1,,Red,,193,85.0") && csv.contains("Q1,,Green,[c],193,[c]") && csv.contains("Q1,,Black,[c],193,[c]"))
    }

    /// Thirds of 100 people are 33 each, and still 100 answered.
    @Test func percentagesAreOfThoseWhoAnsweredNotOfTheirSum() throws {
        let table = "### Q1. Do you?\n\n| Answer | 2022 |\n| --- | ---: |\n| Blue | 33 % |\n| Red | 33 % |\n| Green | 33 % |\n"
        let site = try TestPublication(["s.md": Self.survey("responses: 100\n", table)])
        #expect(try site.problems() == "")
        #expect(try site.site("s/results.csv").contains("Q1,,Blue,,100,33.0"))
    }

    @Test func numbersThatAreDeclaredNoScaleAreNone() throws {
        let rows = (0...10).map { "| \($0) | 2\($0 % 10) |\n" }.joined()
        let site = try TestPublication(["s.md": Self.survey("", "### Q1. How many?\n\nScale: none\n\n| Answer | Count |\n| --- | ---: |\n" + rows)])
        #expect(try site.problems() == "" && !site.site("s/index.html").contains("upper half"))
    }

    /// A scale that is named and that the answers do not fit is told where it is named, in either form of the results.
    @Test(arguments: [
        ("0-10", "Yes,No", "these answers are not the numbers from 0 to 10"),
        ("0–10", "1,2,3,4,5", "these answers are not the numbers from 0 to 10"),
        ("0-10", "0,1,2,3,4,5,6,7,8,9,10,11", "these answers are not the numbers from 0 to 10"),
        ("best first", "Blue,Don’t know", "fewer than two answers stand on this scale"),
        ("worst first", "Agree,Strongly agree,Disagree", "the answers do not go from one end of this scale to the other"),
        ("several answers", "Agree,Disagree", "nobody can give several of these answers: they exclude one another"),
        ("stars", "Blue,Red", "‘stars’ is no scale"),
        ("0-10", "0,1,2,3,4,5,6,7,8,9,10", ""), ("0–10", "10 – Very,9,7,2,0,Don’t know,No answer", ""), ("best first", "Never,Sometimes,Always", ""),
        ("worst first", "Blue,Red", ""), ("several answers", "Blue,Red", ""), ("none", "Agree,Disagree", ""),
    ])
    func aScaleMustBeTheAnswersOwn(_ scale: String, _ written: String, _ expected: String) throws {
        let answers = written.split(separator: ",")
        let text = "### Q1. Do you?\n\nScale: \(scale)\n"
        let table = "\n| Answer | Count |\n| --- | ---: |\n" + answers.map { "| \($0) | 20 |\n" }.joined()
        let csv = "question,answer,count\n" + answers.map { "Q1,\($0),20\n" }.joined()
        let found = try [
            TestPublication(["s.md": Self.survey("responses: 300\ndata: s.csv\n", text), "s.csv": csv]).problems(),
            TestPublication(["s.md": Self.survey("responses: 300\n", text + table)]).problems(),
        ]
        let lines = [12, 11]
        for (problems, line) in zip(found, lines) {
            let place = "content/s.md:\(line):8: error: \(expected)"
            #expect(expected.isEmpty ? problems == "" : problems.contains(place), "\(problems)")
        }
    }

    @Test func movedGroupsAreADoubt() throws {
        let table = "### Q1. Do you?\n\n| Answer | Staff | Families |\n| --- | ---: | ---: |\n| Yes | 60 | 120 |\n| No | 40 | 80 |\n"
        let report = try TestPublication(["s.md": Self.survey(Self.groups, table)]).build()
        #expect(report.problems.map(\.rule) == [.surveyDoubt] && report.result != nil)
    }

    @Test func scalesCanBeNamedAndChartsChosen() throws {
        let rows = "| Answer | Count |\n| --- | ---: |\n| Blue | 60 |\n| Green | 140 |\n| Red | 100 |\n"
        func html(_ lines: String) throws -> String {
            let site = try TestPublication(["s.md": Self.survey("responses: 300\n", "### Q1. Do you?\n\n\(lines)\n\n" + rows)])
            #expect(try site.problems() == "")
            return try site.site("s/index.html")
        }
        #expect(try html("").contains("chart-bars"))
        let scaled = try html("Scale: best first\n\nChart: diverging")
        #expect(scaled.contains("chart-diverging") && scaled.contains("20% of the 300 answered “Blue”") && !scaled.contains("best first"))
        #expect(try !html("Chart: none").contains("class=\"chart "))
        let site = try TestPublication(["s.md": Self.survey("responses: 300\n", "### Q1. Do you?\n\nChart: pie\n\n" + rows)])
        #expect(try site.problems().contains("‘pie’ is no form of chart"))
    }

    @Test func zeroToTenIsAScale() throws {
        let rows = (0...10).map { "| \($0) | 2\($0 % 10) |\n" }.joined()
        let site = try TestPublication(["s.md": Self.survey("", "### Q1. How likely?\n\n| Answer | Count |\n| --- | ---: |\n" + rows)])
        #expect(try site.problems() == "")
        let html = try site.site("s/index.html")
        #expect(html.contains("answered from “6” to “10”") && html.contains(">6–10<") && html.contains("6 to 10 count as the upper half"))
    }

    @Test func aQuestionShowsWhatIsDoneAboutIt() throws {
        let text = Self.survey("responses: 300\n", "### Q1. Do you?\n\n| Answer | Count |\n| --- | ---: |\n| Yes | 200 |\n| No | 100 |\n")
            .replacing("More.", with: "- **More buses.** They answer [question 1](#q1).")
        let site = try TestPublication(["s.md": text])
        #expect(try site.problems() == "")
        #expect(try site.site("s/index.html").contains("<a class=\"target\" href=\"#what-we-will-do\">More buses</a>"))
    }

    /// In every file of the site's own surveys, and in every edition: no withheld count stands where it could be read.
    @Test func withheldCountsAreNowhereInTheSite() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path()
        let source = try #require(FileManager.default.enumerator(atPath: root + "content/surveys")?.compactMap { $0 as? String }.filter { $0.hasPrefix("school") })
        #expect(source.count == 2)
        var looked = 0
        for name in source {
            let text = try String(contentsOfFile: root + "content/surveys/" + name, encoding: .utf8)
            let slug = String(name.dropLast(3))
            for language in ["", "es/", "pt-BR/", "zh-Hans/", "ar/", "ht/", "vi/"] {
                let folder = root + "site/" + language + "surveys/" + slug
                let csv = try String(contentsOfFile: folder + "/results.csv", encoding: .utf8)
                let html = try String(contentsOfFile: folder + "/index.html", encoding: .utf8)
                for section in text.split(separator: "\n### ").dropFirst() {
                    let number = String(section.prefix { $0 != "." })
                    let cells = section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).flatMap { $0.split(separator: "|").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) } }
                    let small = Set(cells.compactMap(Int.init).filter { (1...9).contains($0) })
                    let part = html.components(separatedBy: "id=\"\(number.lowercased())\"").last!.components(separatedBy: "</section>")[0]
                    let shown = part.matches(of: #/<td[^>]*>([^<]*)</#).map { String($0.1) } + csv.split(separator: "\r\n").filter { $0.hasPrefix(number + ",") }.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).suffix(2).map(String.init) }
                    for count in small {
                        looked += 1
                        let isShown = shown.contains(String(count))
                        #expect(!isShown, "\(folder) \(number): \(count)")
                    }
                }
            }
        }
        #expect(looked > 300)
    }
}
