import Foundation
import Testing

/// `tidings check`: what it shows, and what it ends with.
@Suite struct CheckCommandTests {
    static let plan = """
        ---
        title: Our plan
        kind: plan
        ---
        ## Goal 1: A clear vision

        ### Objective 1.1: Draft the areas

        #### Activities

        ##### 2021–22

        - Ask people.

        #### Responsibility

        - **School Committee:** approve

        #### Measurable outcomes

        - **1.1a — By Spring 2022:** every school answers
        - **1.1b:** all is well

        """

    static let question = """
        content/plan.md:21:3: question: ‘By Spring 2022’ may mean any day from 2022-03-01 to 2022-05-31 [uncertain-date]
           21 | - **1.1a — By Spring 2022:** every school answers
              |   ^^^^^^^^^^^^^^^^^^^^^^^^^^
          fix: Pin it with a `Due:` line below the outcome, as in `Due: 2022-05-31`.


        """
    static let warning = """
        content/plan.md:22:3: warning: outcome 1.1b has neither date nor measure [missing-measure]
           22 | - **1.1b:** all is well
              |   ^^^^^^^^^
          fix: Say by when, as in `- **1.1b — By June 2023:** …`, or how much, by a line `Target: 8 of 10 teams` below it.


        """

    /// The last line, where there is something to explain.
    static func hint(_ rule: String) -> String { "`tidings explain \(rule)` says more of a rule.\n" }

    @Test func problemsAreShownAndCountedAndNothingIsWritten() async throws {
        let scratch = try Scratch.complete(["plan.md": Self.plan])
        let result = try await Program.run("check", in: scratch.path)
        #expect(result == Program.Result(status: 0, output: Self.question + Self.warning + "1 warning, 1 question for a person.\n" + Self.hint("uncertain-date")))
        #expect(scratch.names() == ["content"])
    }

    @Test func aBuildDoesNotAsk() async throws {
        let scratch = try Scratch.complete(["plan.md": Self.plan])
        let result = try await Program.run("build", in: scratch.path)
        #expect(result.status == 0 && result.error == "")
    }

    @Test func nothingToMendIsSaid() async throws {
        let scratch = try Scratch.complete(in: "district")
        for folder in ["district", "district/", "./district"] {
            let result = try await Program.run("check", folder, in: scratch.path)
            #expect(result == Program.Result(status: 0, output: "Nothing to mend, and no questions.\n"))
        }
    }

    @Test func readingIsListed() async throws {
        let text = String(repeating: "We meet on Monday at the school. ", count: 5)
        let scratch = try Scratch.complete(["a.md": "---\ntitle: A\n---\n" + (0..<4).map { _ in text }.joined(separator: "\n\n") + "\n"])
        let result = try await Program.run("check", "--reading", in: scratch.path)
        #expect(result.output.hasPrefix("""
            en, by Flesch–Kincaid
              grade 0.6                140 words   content/a.md

            """), "\(result)")
        #expect(result.output.contains("\n  too short                3 words     content/index.md\n"), "\(result)")
        #expect(result.output.hasSuffix("Nothing to mend, and no questions.\n"))
        let json = try await Program.run("check", "--reading", "--format", "json", in: scratch.path)
        #expect(json.output.contains("\"readings\" : [") && json.output.contains("\"score\" : 0.6"), "\(json)")
        #expect(!(try await Program.run("check", "--format", "json", in: scratch.path)).output.contains("readings"))
        let sarif = try await Program.run("check", "--reading", "--format", "sarif", in: scratch.path)
        #expect(sarif.status == 2 && sarif.error.contains("‘--reading’ goes with text and json"), "\(sarif)")
    }

    @Test func shortTextsAreGradedRoughly() async throws {
        let scratch = try Scratch.complete(["a.md": "---\ntitle: A\n---\n" + String(repeating: "We meet on Monday at the school. ", count: 5) + "\n"])
        let result = try await Program.run("check", "--reading", in: scratch.path)
        #expect(result.output.contains("\n  grade 0.6, rough         35 words    content/a.md\n"), "\(result)")
        #expect(result.output.contains("rough: of fewer than 100 words"), "\(result)")
    }

    @Test func errorsOfTheBuildFailTheCheck() async throws {
        let scratch = try Scratch.complete(["a.md": BuildCommandTests.brokenPage, "plan.md": Self.plan])
        let result = try await Program.run("check", in: scratch.path)
        #expect(result.status == 1 && result.error == "")
        #expect(result.output.hasPrefix("content/a.md:4:5: error: no document ‘nowhere.md’ [broken-link]\n"))
        #expect(result.output.hasSuffix(Self.question + Self.warning + "1 error, 1 warning, 1 question for a person.\n" + Self.hint("broken-link")))
    }

    @Test func aPublicationThatCannotBeReadFailsTheCheck() async throws {
        let scratch = try Scratch.complete(["publication.yaml": "title: [\n"])
        let result = try await Program.run("check", in: scratch.path)
        #expect(result.status == 1 && result.output.contains("content/publication.yaml") && result.output.hasSuffix("1 error.\nOnly how the documents are written was looked at: mend publication.yaml to see the rest.\n" + Self.hint("yaml")), "\(result)")
    }

    // MARK: Rules

    @Test(arguments: [
        (["missing-measure"], warning + "1 warning.\n" + hint("missing-measure")), (["uncertain-date"], question + "1 question for a person.\n" + hint("uncertain-date")),
        (["uncertain-date,missing-measure"], question + warning + "1 warning, 1 question for a person.\n" + hint("uncertain-date")),
        (["uncertain-date", "missing-measure"], question + warning + "1 warning, 1 question for a person.\n" + hint("uncertain-date")),
        (["abbreviation"], "Nothing to mend, and no questions.\n"),
    ])
    func rulesCanBeChosen(_ rules: [String], _ output: String) async throws {
        let scratch = try Scratch.complete(["plan.md": Self.plan])
        let result = try await Program.run(["check"] + rules.flatMap { ["--only", $0] }, in: scratch.path)
        #expect(result == Program.Result(status: 0, output: output))
    }

    @Test func anErrorThatIsNotChosenDoesNotFailTheCheck() async throws {
        let scratch = try Scratch.complete(["a.md": BuildCommandTests.brokenPage])
        #expect(try await Program.run("check", "--only", "missing-part", in: scratch.path).status == 0)
        #expect(try await Program.run("check", "--only", "broken-link", in: scratch.path).status == 1)
        // As people write it: several names behind one option, before or behind the folder.
        #expect(try await Program.run("check", "--only", "missing-part", "broken-link", in: scratch.path).status == 1)
        #expect(try await Program.run("check", ".", "--only", "missing-part", "broken-link", in: scratch.path).status == 1)
        #expect(try await Program.run("check", "--only", "missing-part", "broken-link", ".", in: scratch.path).status == 1)
    }

    @Test func errorsOfThePublicationAreAlwaysShown() async throws {
        let settings = "title: A\naddress: https://www.example.org/\nlanguages: [en]\n"
        let page = "---\ntitle: A\n---\n[here](https://example.com) [No](nowhere.md)\n"
        let rule = "  vague-link: {severity: error, reason: We promised.}\n"
        for (rules, shown) in [("rules: {vague-link: {severity: off}}\n", "[missing-key]"), ("rules:\n\(rule)\(rule)", "[yaml]")] {
            let scratch = try Scratch.complete(["publication.yaml": settings + rules, "index.md": page])
            let result = try await Program.run("check", "--only", "all-capitals", in: scratch.path)
            #expect(result.status == 1 && result.output.contains(shown), "\(result)")
        }
        let scratch = try Scratch.complete(["index.md": page])
        let result = try await Program.run("check", "--only", "all-capitals", in: scratch.path)
        #expect(result == Program.Result(status: 0, output: "Nothing to mend, and no questions.\n1 error of other rules may hide more: `tidings check` shows it.\n"))
    }

    @Test(arguments: [
        (["--only", ""], "Error: ‘--only’ names no rule."), (["--only", "missing-part", "missing-mesure", "."], "Error: ‘missing-mesure’ is no rule. Did you mean ‘missing-measure’?"),
        (["--only", "missing-mesure"], "Error: ‘missing-mesure’ is no rule. Did you mean ‘missing-measure’?"), (["--only", "abbreviation,xyzzy"], "Error: ‘xyzzy’ is no rule."),
        (["--format", "yaml"], "Error: The value 'yaml' is invalid for '--format <format>'"), (["--onyl", "x"], "Error: Unknown option '--onyl'. Did you mean '--only'?"),
        (["nowhere"], "tidings: there is no folder ‘nowhere’\n  fix: "),
    ])
    func wrongUseIsTold(_ arguments: [String], _ expected: String) async throws {
        let result = try await Program.run(["check"] + arguments)
        #expect(result.status == 2 && result.output == "" && result.error.hasPrefix(expected), "\(result)")
    }

    // MARK: Formats

    private struct Report: Decodable {
        struct Problem: Decodable { let file: String, line: Int, column: Int, length: Int, severity: String, rule: String, message: String, help: String }
        struct Failure: Decodable { let message: String, help: String }
        let errors: Int, warnings: Int, questions: Int, problems: [Problem], failure: Failure?
    }

    @Test func programsReadJSON() async throws {
        let scratch = try Scratch.complete(["plan.md": Self.plan])
        let result = try await Program.run("check", "--format", "json", in: scratch.path)
        let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
        #expect(result.status == 0 && result.error == "" && report.failure == nil)
        #expect((report.errors, report.warnings, report.questions) == (0, 1, 1))
        #expect(report.problems.map(\.rule) == ["uncertain-date", "missing-measure"] && report.problems.map(\.severity) == ["question", "warning"])
        #expect(report.problems.map { [$0.line, $0.column, $0.length] } == [[21, 3, 26], [22, 3, 9]])

        let failed = try await Program.run("check", "nowhere", "--format", "json")
        #expect(failed.status == 2)
        #expect(try JSONDecoder().decode(Report.self, from: Data(failed.output.utf8)).failure?.message == "there is no folder ‘nowhere’")
    }

    @Test func gitHubShowsNotesBesideTheLines() async throws {
        let scratch = try Scratch.complete(["100%,a:b.md": BuildCommandTests.brokenPage, "plan.md": Self.plan], in: "site,1")
        let result = try await Program.run("check", "site,1/", "--format", "github", in: scratch.path)
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(result.status == 1 && lines.count == 4)
        #expect(lines[0].hasPrefix("::error file=site%2C1/content/100%25%2Ca%3Ab.md,line=4,col=5,endColumn=21,title=broken-link::no document ‘nowhere.md’%0A"), "\(lines)")
        #expect(lines[1].hasPrefix("::notice file=site%2C1/content/plan.md,line=21,col=3,endColumn=29,title=uncertain-date::‘By Spring 2022’ may mean"), "\(lines)")
        #expect(lines[2].hasPrefix("::warning file=site%2C1/content/plan.md,line=22,"), "\(lines)")
        #expect(lines[3] == "1 error, 1 warning, 1 question for a person.")
    }

    @Test func codeHostsReadSARIF() async throws {
        let scratch = try Scratch.complete(
            ["a b.md": BuildCommandTests.brokenPage, "plan.md": Self.plan, "publication.yaml": """
                title: A
                address: https://www.example.org/
                languages: [en]
                organization: {telephone: 555 0100, email: office@example.org}
                rules: {missing-measure: {severity: question, reason: Not yet.}, false-list: {severity: off, reason: As printed.}}
                """], in: "district")
        let result = try await Program.run("check", "district", "--format", "sarif", in: scratch.path)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        // What section 3 of the specification requires of each object.
        #expect(result.status == 1 && log["version"] as? String == "2.1.0" && log["$schema"] is String)
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "tidings" && driver["version"] is String)
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let ids = rules.compactMap { $0["id"] as? String }
        #expect(ids == ["broken-link", "false-list", "missing-measure", "uncertain-date"])
        for rule in rules {
            for key in ["shortDescription", "fullDescription", "help"] { #expect((rule[key] as? [String: String])?["text"]?.isEmpty == false, "\(key)") }
            #expect(["error", "warning", "note"].contains((rule["defaultConfiguration"] as? [String: Any])?["level"] as? String))
        }
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == true)
        let overrides = try #require(invocation["ruleConfigurationOverrides"] as? [[String: Any]])
        #expect(overrides.compactMap { ($0["configuration"] as? [String: Any])?["enabled"] as? Bool } == [false, true])
        #expect(overrides.compactMap { ($0["properties"] as? [String: String])?["reason"] } == ["As printed.", "Not yet."])

        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.compactMap { $0["ruleId"] as? String } == ["broken-link", "uncertain-date", "missing-measure"])
        #expect(results.compactMap { $0["level"] as? String } == ["error", "note", "note"])
        for result in results {
            #expect(ids[result["ruleIndex"] as? Int ?? 0] == result["ruleId"] as? String)
            #expect((result["message"] as? [String: String])?["text"]?.isEmpty == false)
        }
        let places = results.compactMap { (($0["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]) }
        #expect(places.compactMap { ($0["artifactLocation"] as? [String: String])?["uri"] } == ["district/content/a%20b.md", "district/content/plan.md", "district/content/plan.md"])
        #expect(places.compactMap { $0["region"] as? [String: Int] }.map { [$0["startLine"], $0["startColumn"], $0["endColumn"]] } == [[4, 5, 21], [21, 3, 29], [22, 3, 12]])
        #expect((results[2]["properties"] as? [String: String])?["reason"] == "Not yet.")
    }

    @Test func whatIsOffIsSaidWithItsReason() async throws {
        let scratch = try Scratch.complete(["publication.yaml": """
            title: A
            address: https://www.example.org/
            languages: [en]
            organization: {telephone: 555 0100, email: office@example.org}
            rules: {false-list: {severity: off, reason: As printed}}
            """])
        let result = try await Program.run("check", in: scratch.path)
        #expect(result.output == "Nothing to mend, and no questions.\nOff in publication.yaml: false-list (As printed).\n")
    }

    @Test(arguments: [["help", "check"], ["check", "--help"]]) func helpShowsExamplesAndExitCodes(_ arguments: [String]) async throws {
        let result = try await Program.run(arguments)
        #expect(result.status == 0 && result.error == "")
        #expect(result.output.contains("EXAMPLES\n  tidings check\n") && result.output.contains("EXIT STATUS\n  0  "))
        for option in ["--only <rule>", "--format <format>"] { #expect(result.output.contains("\n  \(option) "), "\(option)") }
    }
}
