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

    @Test func problemsAreShownAndCountedAndNothingIsWritten() async throws {
        let scratch = try Scratch.complete(["plan.md": Self.plan])
        let result = try await Program.run("check", in: scratch.path)
        #expect(result == Program.Result(status: 0, output: Self.question + Self.warning + "1 warning, 1 question for a person.\n"))
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
              grade 0.6          140 words   content/a.md
              too short          2 words     content/accessibility.md
              too short          3 words     content/index.md

            """), "\(result)")
        #expect(result.output.hasSuffix("Nothing to mend, and no questions.\n"))
    }

    @Test func errorsOfTheBuildFailTheCheck() async throws {
        let scratch = try Scratch.complete(["a.md": BuildCommandTests.brokenPage, "plan.md": Self.plan])
        let result = try await Program.run("check", in: scratch.path)
        #expect(result.status == 1 && result.error == "")
        #expect(result.output.hasPrefix("content/a.md:4:5: error: no document ‘nowhere.md’ [broken-link]\n"))
        #expect(result.output.hasSuffix(Self.question + Self.warning + "1 error, 1 warning, 1 question for a person.\n"))
    }

    @Test func aPublicationThatCannotBeReadFailsTheCheck() async throws {
        let scratch = try Scratch.complete(["publication.yaml": "title: [\n"])
        let result = try await Program.run("check", in: scratch.path)
        #expect(result.status == 1 && result.output.contains("content/publication.yaml") && result.output.hasSuffix("1 error.\n"), "\(result)")
    }

    // MARK: Rules

    @Test(arguments: [
        (["missing-measure"], warning + "1 warning.\n"), (["uncertain-date"], question + "1 question for a person.\n"),
        (["uncertain-date,missing-measure"], question + warning + "1 warning, 1 question for a person.\n"),
        (["uncertain-date", "missing-measure"], question + warning + "1 warning, 1 question for a person.\n"),
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
    }

    @Test(arguments: [
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
        let scratch = try Scratch.complete(["100%,a.md": BuildCommandTests.brokenPage, "plan.md": Self.plan], in: "site,1")
        let result = try await Program.run("check", "site,1/", "--format", "github", in: scratch.path)
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(result.status == 1 && lines.count == 4)
        #expect(lines[0].hasPrefix("::error file=site%2C1/content/100%25%2Ca.md,line=4,col=5,endColumn=21,title=broken-link::no document ‘nowhere.md’%0A"), "\(lines)")
        #expect(lines[1].hasPrefix("::notice file=site%2C1/content/plan.md,line=21,col=3,endColumn=29,title=uncertain-date::‘By Spring 2022’ may mean"), "\(lines)")
        #expect(lines[2].hasPrefix("::warning file=site%2C1/content/plan.md,line=22,"), "\(lines)")
        #expect(lines[3] == "1 error, 1 warning, 1 question for a person.")
    }

    @Test(arguments: [["help", "check"], ["check", "--help"]]) func helpShowsExamplesAndExitCodes(_ arguments: [String]) async throws {
        let result = try await Program.run(arguments)
        #expect(result.status == 0 && result.error == "")
        #expect(result.output.contains("EXAMPLES\n  tidings check\n") && result.output.contains("EXIT STATUS\n  0  "))
        for option in ["--only <rule>", "--format <format>"] { #expect(result.output.contains("\n  \(option) "), "\(option)") }
    }
}
