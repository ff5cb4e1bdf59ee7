import Markdown
import Testing

@testable import Publication

@Suite struct DocumentReaderTests {
    private func read(_ text: String) throws -> Document {
        let (document, problems) = DocumentReader().read(SourceFile(path: "content/x.md", bytes: Array(text.utf8)), path: "x.md")
        #expect(problems.map(\.description) == [])
        return try #require(document)
    }

    @Test func aLeadingHeadingIsTheTitle() throws {
        let document = try read("# Our *plan*\n\nText.\n")
        #expect(document.title == "Our plan")
        #expect(document.headings.isEmpty)
        #expect(document.blocks.count == 1)
    }

    @Test func aLanguageCodeIsNoTruthValue() throws {
        let document = try read("---\ntitle: no\nkind: event\nstart: 2022-03-10\nlanguages: [no, es]\n---\n")
        #expect(document.title == "no")
        #expect(document.frontMatter.event?.languages.map(\.code) == ["no", "es"])
    }

    @Test func valuesKeepTheirWrittenForm() throws {
        #expect(try read("---\ntitle: 2021\n---\n").title == "2021")
        #expect(try read("---\ntitle: \"1: one\"\n---\n").title == "1: one")
        #expect(try read("---\ntitle: >\n  folded\n  lines\n---\n").title == "folded lines")
    }

    @Test func aPlanIsReadFromItsHeadings() throws {
        let document = try read(
            """
            ---
            title: Plan
            kind: plan
            period: 2021-07-01/2024-06-30
            ---
            ## Mission

            Words.

            ## Goal 1: A clear vision

            Why.

            ### Objective 1.1: Draft the areas

            #### Activities

            First.

            ##### 2021–22

            - Ask.

            #### Responsibility

            - **School Committee, Superintendent:** approve
            - **Faculty**: take part

            #### Measurable outcomes

            - **1.1a — By January 2022:** each school answers
            - **1.1b:** no date
            - without a number

            A note.

            ### Objective: Unnumbered

            ## Commitments

            Words.
            """)
        guard case .plan(let plan) = document.meaning else { Issue.record("no plan"); return }
        #expect(plan.before.count == 1)
        #expect(plan.after.count == 1)
        let goal = try #require(plan.goals.first)
        #expect(goal.number == "1")
        #expect(goal.objectives.map(\.number) == ["1.1", "1.2"])
        let objective = goal.objectives[0]
        #expect(objective.responsibilities.map(\.roles) == ["School Committee, Superintendent", "Faculty"])
        #expect(objective.outcomes.map(\.number) == ["1.1a", "1.1b", "1.1c"])
        #expect(objective.outcomes.map(\.when) == ["By January 2022", nil, nil])
        #expect(objective.parts.last?.after.count == 1)
        #expect(document.headings.map(\.id).contains("1.1"))
        #expect(document.anchors["objective-11-draft-the-areas"] == "1.1", "a forge's own anchor leads there too")
        #expect(document.anchors["1.1b"] == "1.1b")
    }

    @Test(arguments: ["Meta 1: Una visión", "Objectif général 1 : Une vision", "GOAL 1. A vision", "Goal 1 — A vision", "Goal 1 A vision"])
    func goalsAreRecognizedAsPeopleWriteThem(_ heading: String) throws {
        guard case .plan(let plan) = try read("---\ntitle: P\nkind: plan\n---\n## \(heading)\n").meaning else { Issue.record("no plan"); return }
        #expect(plan.goals.map(\.number) == ["1"])
        let words = document(plan)
        #expect(words)
        func document(_ plan: Plan) -> Bool { heading.utf8.count - plan.goals[0].label.length == heading.split(separator: " ").suffix(2).joined(separator: " ").utf8.count }
    }

    @Test func aSurveysTablesAreCounted() throws {
        let document = try read(
            "---\ntitle: S\nkind: survey\n---\n## Results\n\n### Q4. Do you know?\n\n| Answer | 2021 | 2022 |\n| --- | ---: | ---: |\n| Yes | 1,058 | 112 |\n| No | 60 | 104 |\n")
        guard case .survey(let survey) = document.meaning else { Issue.record("no survey"); return }
        let question = try #require(survey.parts.first?.questions.first)
        #expect(question.number == "Q4")
        #expect(question.answers?.columns == ["2021", "2022"])
        #expect(question.answers?.rows.map(\.counts) == [[1058, 112], [60, 104]])
        #expect(document.headings.last?.id == "q4")
    }

    @Test func glossariesKnowTheirAbbreviations() throws {
        let document = try read("---\ntitle: G\nkind: glossary\n---\n## District Improvement Plan (DIP)\n\nThe plan.\n\n## Proficiency (what one can do)\n\nWords.\n")
        guard case .glossary(let glossary) = document.meaning else { Issue.record("no glossary"); return }
        #expect(glossary.terms.map(\.abbreviation) == ["DIP", nil])
    }

    /// Whatever bytes come, a document or problems come of them: nothing crashes, nothing hangs.
    @Test func mutatedInputIsSurvived() throws {
        var random = Seeded(state: 7)
        let seeds = [
            "---\ntitle: A\nkind: plan\nperiod: 2021-07-01/2024-06-30\ntags: [a, b]\n---\n## Goal 1: A\n\n### Objective 1.1: B\n\n#### Responsibility\n\n- **A:** b\n",
            "---\ntitle: A\nkind: survey\ninvited: 5\n---\n## Results\n\n### Q1. A?\n\n| A | B |\n| - | - |\n| 1 | 2 |\n",
            "---\nkind: event\ntitle: \"x\"\nstart: 2022-03-10T18:00\nimage: {file: a, text: b}\n---\n[a](lang:es) ![b](c.png) <br> ~~d~~\n",
        ].map { Array($0.utf8) }
        let pieces = ["---\n", "\t", ": ", "[", "{", "- ", "\"", "'", "&a ", "*a ", "!!binary ", "\0", "\u{FEFF}", "\r\n", "|", "## Goal ", "### Q", "<", ">", "~~", "`", "\u{202E}", "? ", "%YAML 9.9\n", "...\n"].map { Array($0.utf8) }
        let reader = DocumentReader()
        for _ in 0..<3_000 {
            var bytes = seeds[random.next(below: seeds.count)]
            for _ in 0...random.next(below: 6) {
                let at = random.next(below: bytes.count + 1)
                switch random.next(below: 4) {
                case 0: bytes.insert(contentsOf: pieces[random.next(below: pieces.count)], at: at)
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + random.next(below: 20)))
                case 2: if at < bytes.count { bytes[at] = UInt8(random.next(below: 256)) }
                default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + random.next(below: 40))], at: random.next(below: bytes.count + 1))
                }
            }
            let (document, problems) = reader.read(SourceFile(path: "content/x.md", bytes: bytes), path: "x.md")
            #expect(document != nil || !problems.isEmpty)
            for problem in problems { #expect(!problem.description.isEmpty && problem.line >= 1 && problem.column >= 1) }
        }
    }
}

/// SplitMix64, so that a failing input can be made again.
struct Seeded {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(max(1, bound)))
    }
}
