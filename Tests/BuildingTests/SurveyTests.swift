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

    private static func grouped(_ number: Int, by mark: String, from least: Int) -> String {
        number < least ? String(number) : "\(number / 1000)\(mark)\(String(number % 1000 + 1000).dropFirst())"
    }
}
