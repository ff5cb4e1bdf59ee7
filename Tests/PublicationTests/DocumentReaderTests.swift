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
            "---\ntitle: S\nkind: survey\n---\n## Results\n\n### Q4. Do you know?\n\n| Answer | 2021 | 2022 |\n| --- | ---: | ---: |\n| Yes | 1,058 | 112 |\n| No | 60 | 104 |\n\n## Our reflections\n\nWe listen.\n\n## What we will do\n\nMore.\n")
        guard case .survey(let survey) = document.meaning else { Issue.record("no survey"); return }
        let question = try #require(survey.parts.first?.questions.first)
        #expect(question.number == "Q4")
        #expect(question.answers?.columns == ["2021", "2022"])
        #expect(question.answers?.rows.map { $0.counts.map(\.count) } == [[1058, 112], [60, 104]])
        #expect(document.headings.dropLast(2).last?.id == "q4")
    }

    @Test func glossariesKnowTheirAbbreviations() throws {
        let document = try read("---\ntitle: G\nkind: glossary\n---\n## District Improvement Plan (DIP)\n\nThe plan.\n\n## Proficiency (what one can do)\n\nWords.\n")
        guard case .glossary(let glossary) = document.meaning else { Issue.record("no glossary"); return }
        #expect(glossary.terms.map(\.abbreviation) == ["DIP", nil])
    }

    // MARK: Word

    @Test(arguments: [
        ("Text <o:p></o:p> more", "4:6 ‘<o:p>’:"), ("<w:p>Hello</w:p>", "4:1 ‘<w:p>’:"), ("In <st1:City>Lee</st1:City>.", "4:4 ‘<st1:City>’:"), ("**<o:p> </o:p>**", "4:3 ‘<o:p>’:"),
        ("a</o:p>\n\nb\n\nc<o:p/>", "4:2 ‘</o:p>’, on this and 1 more line:"), ("<st1:place w:st=\"on\">Lee</st1:place>", "4:1 ‘<st1:place w:st=\"on\">’:"),
        ("| A |\n| - |\n| <o:p>x</o:p> |", "6:3 ‘<o:p>’:"), ("<xs:element>", nil), ("<xs:element>x</xs:element>", "4:1 ‘<xs:element>’:"), ("`<o:p>`", nil), ("\\<o:p>", nil),
        ("```\n<o:p></o:p>\n```", nil), ("<https://example.org/>", nil), ("a < b: c > d", nil), ("if a<b:c then d>e", nil), ("<mailto:office@example.org>", nil), ("&lt;o:p&gt;", nil),
        ("o\tBring a pen", "4:1 the list mark ‘o’:"), ("Ø\tpen\nØ\tpaper", "4:1 the list mark ‘Ø’, on this"), ("ü\tpen", "4:1 the list mark ‘ü’:"), ("o\u{A0}\u{A0} pen", "4:1 the list mark ‘o’:"),
        ("§\u{A0}4 of the law", nil), ("o jardim", nil), ("uno\no dos", nil), ("`o\tBring`", nil), ("Øre", nil), ("über uns", nil),
    ] as [(String, String?)])
    func whatWordLeavesIsFound(_ text: String, _ place: String?) {
        let file = SourceFile(path: "content/x.md", bytes: Array("---\ntitle: X\n---\n\(text)\n".utf8))
        let found = DocumentReader().read(file, path: "x.md").problems.filter { $0.rule == .wordPaste }.map { "\($0.line):\($0.column) \($0.message)" }
        if let place { #expect(found.count == 1 && found[0].hasPrefix(place), "\(found)") } else { #expect(found == []) }
    }
}
