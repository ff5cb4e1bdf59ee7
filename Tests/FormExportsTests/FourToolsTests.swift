import Testing

@testable import FormExports

/// The same 80 answers in the layouts of four tools; the counts are those that make.py spreads over people.
@Suite struct FourToolsTests {
    /// Without protection, so that every count shows.
    private static func open() throws -> SurveySummary.Options {
        var options = SurveySummary.Options(declaredOptions: try Sample.declared())
        options.threshold = 1
        options.thresholdReason = "a test"
        return options
    }

    @Test(arguments: Sample.forms) func theNumbersAreThoseThatWereWrittenDown(_ name: String) throws {
        let summary = try Sample.summary(name, Self.open())
        #expect(summary.responses == 80)
        #expect(summary.rows(1) == ["Very welcome 36", "Somewhat welcome 24", "Not very welcome 12", "Not at all welcome 5", "No answer 3"])
        #expect(summary.rows(2) == ["Strongly agree 22", "Agree 30", "Neutral 11", "Disagree 10", "Strongly disagree 2", "Don’t know 4", "No answer 1"])
        #expect(summary.rows(3) == ["Strongly agree 18", "Agree 26", "Neutral 16", "Disagree 0", "Strongly disagree 12", "No answer 8"])
        #expect(summary.rows(4) == ["Letters, on paper 28", "E-mail 40", "Text message, or a call 28", "School website 11", "Other 3", "No answer 8"])
        #expect(summary.rows(5) == ["0 4", "1 0", "2 0", "3 0", "4 0", "5 10", "6 0", "7 11", "8 12", "9 18", "10 20", "No answer 5"])
        #expect(summary.rows(6) == ["1 40", "2 26", "3 10", "4 2", "No answer 2"])
        #expect(summary.rows(7) == ["English 50", "Spanish 20", "Portuguese 8", "No answer 2"])
        #expect(summary.rows(8) == ["Elementary school 38", "Middle school 21", "High school 19", "No answer 2"])
        #expect(summary.section("In your words").contains("- **Q9. What else should we know?**: 26 comments."))
        #expect(summary.document.contains("\nfielded: 2022-04-04/2022-04-28\n"))
        #expect(summary.document.contains("earlier responses of those who answered again (the last counts): 3."))
    }

    /// To the letter, but for what an export cannot say: Microsoft Forms leaves out what stands above a grid's rows, and
    /// only Qualtrics has previews and unfinished responses, which are told.
    @Test(arguments: Sample.forms, [5, 10]) func theDocumentIsTheSame(_ name: String, _ threshold: Int) throws {
        for by in [nil, "language", "school does"] {
            for declared in [nil, try Sample.declared()] {
                var options = SurveySummary.Options(by: by, declaredOptions: declared, title: "Climate")
                options.threshold = threshold
                var document = try Sample.summary(name, options).document
                var expected = try Sample.summary("google-forms.csv", options).document
                if name == "microsoft-forms.csv" { expected = expected.replacing("How much do you agree? – ", with: "") }
                if name == "qualtrics.csv" {
                    #expect(document.contains("- Left out, staff’s own previews: 2.\n- Left out, unfinished: 2.\n"))
                    document = document.replacing("- Left out, staff’s own previews: 2.\n- Left out, unfinished: 2.\n", with: "")
                }
                #expect(document == expected)
            }
        }
    }

    @Test(arguments: zip(Sample.forms, ["Google Forms", "Google Forms (its sheet)", "Google Forms (its sheet)", "Microsoft Forms", "SurveyMonkey", "Qualtrics"]))
    func theToolIsTold(_ name: String, _ tool: String) throws {
        #expect(try Sample.summary(name).notes.first == "this looks like an export of \(tool)")
    }

    @Test func previewsAndUnfinishedResponsesAreLeftOutAndCounted() throws {
        let summary = try Sample.summary("qualtrics.csv")
        #expect(summary.notes.contains("left out: 2 previews"))
        #expect(summary.notes.contains("left out: 2 unfinished responses"))
        #expect(summary.section("How we asked").contains("- Left out, staff’s own previews: 2.\n- Left out, unfinished: 2.\n"))
    }

    @Test(arguments: Sample.forms) func nothingFindsAPerson(_ name: String) throws {
        var options = SurveySummary.Options()
        for declared in [nil, try Sample.declared()] {
            options.declaredOptions = declared
            let summary = try Sample.summary(name, options)
            for word in ["@", "203.0.113", "Ana", "Núñez", "Rosa", "pigeon", "my son", "42.19", "R_0", "9:05", "11800000"] {
                #expect(!summary.document.contains(word), "\(word)")
                #expect(!summary.notes.joined().contains(word), "\(word)")
            }
            for row in (1...8).flatMap(summary.rows) {
                if let count = row.split(separator: " ").last.flatMap({ Int($0) }) { #expect(count == 0 || count >= 10, "\(row)") }
            }
        }
    }

    @Test(arguments: Sample.forms) func optionsAreGuessedWithTheirCommas(_ name: String) throws {
        var options = try Self.open()
        options.declaredOptions = nil
        let rows = try Sample.summary(name, options).rows(4)
        for row in ["Letters, on paper 28", "E-mail 40", "Text message, or a call 28", "School website 11"] { #expect(rows.contains(row), "\(rows)") }
    }

    @Test(arguments: Sample.forms) func commentsAreWrittenOnlyWhereTheyAreWanted(_ name: String) throws {
        #expect(try Sample.summary(name).comments == nil)
        var options = SurveySummary.Options(declaredOptions: try Sample.declared())
        options.wantsComments = true
        let comments = try #require(try Sample.summary(name, options).comments)
        #expect(comments.contains("- Comment 0 of Señora Núñez, \"truly\": my son in grade 0 likes it; write to parent0@example.org\n"))
        #expect(comments.contains("What else should we know? (26)"))
        #expect(!comments.contains("My first thought"))
        #expect(!comments.contains("A test"))
    }

    @Test(arguments: Sample.forms) func piecesOfAnySizeGiveTheSame(_ name: String) throws {
        #expect(try Sample.summary(name, piece: 7).document == Sample.summary(name).document)
        #expect(try Sample.summary(name, piece: 1).document == Sample.summary(name).document)
    }

    @Test(arguments: ["language", "Which language do you speak most at home?"]) func groupsThatAreTooSmallAreJoined(_ by: String) throws {
        let summary = try Sample.summary("google-forms.csv", .init(by: by, declaredOptions: Sample.declared()))
        #expect(summary.section("Who answered").contains("| English | 50 |\n| Spanish | 20 |\n| Portuguese, No answer | 10 |\n| All | 80 |\n"))
        #expect(summary.rows(1).first == "Very welcome 24 [c] [c] 36")
        // The groups' own question is not asked again.
        #expect(summary.heading(7) == "Which school does your oldest child go to?")
    }

    @Test(arguments: Sample.forms) func theBuildRefusesThem(_ name: String) throws {
        let bytes = try Sample.bytes(name)
        for length in [bytes.count, 2500, 4000] { #expect(RawExport.reason(Array(bytes.prefix(length))) != nil, "\(length)") }
    }
}
