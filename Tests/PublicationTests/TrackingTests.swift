import Testing

@testable import Publication

/// What plans, reports and roles say together.
@Suite struct TrackingTests {
    private static let plan = """
        ---
        kind: plan
        title: Plan
        ---
        ## Goal 1: Read

        ### Objective 1.1: Books

        #### Responsibility

        - **Superintendent, Director of Student Services:** Lead.
        - **Instructional Leads and Team Coordinators:** Follow.
        - **Director of Learning and Teaching:** Teach.

        #### Measurable outcomes

        - **1.1a — By January 2022:** One.
        - **1.1b — By Spring 2022:** Two.
          - Due: 2022-04-30
        - [x] **1.1c:** Three.

        """

    private static func report(_ day: String, _ sections: String) -> String {
        "---\nkind: progress\ntitle: Report\nplan: plan.md\nas-of: \(day)\nreported-by: Superintendent\n---\n" + sections
    }

    @Test func theNewestReportDecidesAndHistoryStays() throws {
        let linked = try LinkedPublication([
            "plan.md": Self.plan, "b.md": Self.report("2022-05-10", "## 1.1a — Met\n\nYes.\n"),
            "a.md": Self.report("2022-02-10", "## 1.1a — In progress\n\nSoon.\n\n## 1.1b – Delayed\n\nLate.\n"),
        ])
        let plan = try #require(linked.tracking.plans.first)
        #expect(plan.asOf == CalendarDate("2022-05-10"))
        #expect(plan.outcomes.map(\.status) == [.met, .delayed, .met])
        #expect(plan.outcomes[0].history.entries.map(\.status) == [.inProgress, .met])
        #expect(plan.overdue.map(\.number) == ["1.1b"])
        #expect(plan.recentlyMet.map(\.number) == ["1.1a"])
        #expect(plan.outcomes.map(\.isDated) == [true, true, false])
    }

    /// No report, no day: nothing is overdue, whatever the clock says.
    @Test func nothingIsOverdueWithoutAReport() throws {
        let plan = try #require(try LinkedPublication(["plan.md": Self.plan]).tracking.plans.first)
        #expect(plan.overdue.isEmpty)
        #expect(plan.asOf == nil)
        #expect(plan.upcoming.map(\.number) == ["1.1a", "1.1b"])
    }

    @Test func anAndPartsNamesOnlyWhereBothAreKnown() throws {
        let roles = "---\nkind: roles\ntitle: Roles\n---\n## Team Coordinators\n\n## Instructional Leads\n\n## Superintendent\n"
        let linked = try LinkedPublication(["plan.md": Self.plan, "roles.md": roles])
        let duties = Dictionary(uniqueKeysWithValues: linked.tracking.roles.map { ($0.name, $0.duties.count) })
        #expect(duties == [
            "Team Coordinators": 1, "Instructional Leads": 1, "Superintendent": 1, "Director of Student Services": 1,
            "Director of Learning and Teaching": 1,
        ])
    }

    @Test(arguments: [
        ("Supports: Objective 1.2", "has no 1.2", "The nearest is 1.1"), ("Supports: Reeding", "nothing is called ‘Reeding’", "‘reading’"),
        ("Aligns with: 7.7z", "has no 7.7z", "Write the number"),
    ])
    func whatSupportsSomethingThatIsGoneIsAnError(_ line: String, _ message: String, _ help: String) throws {
        let values = "---\nkind: values\ntitle: Values\n---\n## Reading\n\n\(line)\n"
        let problems = try LinkedPublication(["plan.md": Self.plan, "values.md": values]).errors
        let problem = try #require(problems.first)
        #expect(problem.severity == .error && problem.rule == .brokenReference && problem.line == 7)
        #expect(problem.message.contains(message) && problem.help.contains(help))
    }

    @Test(arguments: [
        ("es", "Meta", "Objetivo", "Responsabilidad", "Resultados medibles", "Fecha límite", "Cumplido", "Apoya"),
        ("pt", "Meta", "Objetivo", "Responsabilidade", "Resultados mensuráveis", "Prazo", "Alcançado", "Apoia"),
        ("fr", "But", "Objectif", "Responsabilités", "Résultats mesurables", "Échéance", "Atteint", "Soutient"),
    ])
    func partsAreKnownInTheirLanguage(
        _ language: String, _ goal: String, _ objective: String, _ responsibility: String, _ outcomes: String, _ due: String, _ met: String, _ supports: String
    ) throws {
        let plan = """
            ---
            kind: plan
            title: P
            ---
            ## \(goal) 1: A

            ### \(objective) 1.1: B

            #### \(responsibility)

            - **X:** y

            #### \(outcomes)

            - **1.1a:** z
              - \(due): 2022-04-30

            """
        let values = "---\nkind: values\ntitle: V\n---\n## W\n\n\(supports): \(objective) 1.1\n"
        let linked = try LinkedPublication(["plan.md": plan, "values.md": values, "r.md": Self.report("2022-05-01", "## 1.1a — \(met)\n\n[x](plan.md)\n")])
        #expect(linked.errors.isEmpty)
        let tracked = try #require(linked.tracking.plans.first)
        #expect(tracked.outcomes.first?.status == .met)
        #expect(tracked.outcomes.first?.pinned == CalendarDate("2022-04-30"))
        #expect(linked.tracking.roles.map(\.name) == ["X"])
        #expect(linked.tracking.alignments.all.count == 1)
    }

    @Test func aPlanCannotFollowItself() throws {
        func plan(_ parent: String) -> String { Self.plan.replacing("title: Plan\n", with: "title: Plan\nparent: \(parent)\n") }
        let linked = try LinkedPublication(["a.md": plan("b.md"), "b.md": plan("a.md")])
        #expect(linked.errors.count { $0.message.contains("comes before itself") } == 2)
    }

    @Test func numbersAreWrittenIn() throws {
        let text = "---\nkind: plan\ntitle: P\n---\n## Goal: A *b*\n\n### Objective — C\n\n#### Outcomes\n\n- **By May 2022:** d\n- [ ] e\n"
        let document = try #require(DocumentReader().read(SourceFile(path: "content/p.md", bytes: Array(text.utf8)), path: "p.md").document)
        let numbering = PlanNumbering(document)
        #expect(numbering.count == 4)
        let numbered = String(decoding: try #require(numbering.bytes), as: UTF8.self)
        #expect(numbered.hasSuffix("## Goal 1: A *b*\n\n### Objective 1.1 — C\n\n#### Outcomes\n\n- **1.1a — By May 2022:** d\n- [ ] **1.1b:** e\n"))
        let again = try #require(DocumentReader().read(SourceFile(path: "content/p.md", bytes: Array(numbered.utf8)), path: "p.md").document)
        #expect(PlanNumbering(again).bytes == nil)
    }

    /// What was heard in a round of feedback is no area of the portrait, and no duty or role.
    @Test(arguments: ["portrait", "duties", "roles", "values", "glossary"]) func whatWasHeardIsNoPartOfItsKind(_ kind: String) throws {
        let text = "---\nkind: \(kind)\ntitle: T\nfeedback: {until: 2022-03-01, ways: [Write.], status: closed}\n---\n## One\n\nIt.\n\n## What we heard\n\nMuch.\n\n## What changed\n\nSome.\n"
        let document = try #require(DocumentReader().read(SourceFile(path: "content/p.md", bytes: Array(text.utf8)), path: "p.md").document)
        let parts = switch document.meaning {
        case .portrait(let portrait): portrait.areas.count
        case .duties(let duties): duties.duties.count
        case .roles(let roles): roles.roles.count
        case .values(let values): values.values.count
        case .glossary(let glossary): glossary.terms.count
        default: 0
        }
        #expect(parts == 1 && document.heard.count == 2)
    }
}
