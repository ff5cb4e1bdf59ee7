import Markdown
import Testing
import TestSupport

@testable import Publication

/// Each check: a small publication that has what it looks for, and one that has not.
@Suite struct TrackingChecksTests {
    /// A plan of one goal; what is not told is as it should be.
    private func plan(
        front: String = "", before: String = "", goal: String = "Goal 1: A clear vision", lead: String = "", activities: String = "##### 2021–22\n\n- Ask people.",
        roles: String = "- **School Committee:** approve the draft", outcomes: String = "- **1.1a — By June 2022:** every school answers", more: String = ""
    ) -> String {
        """
        ---
        title: Plan
        kind: plan
        period: 2021-07-01/2024-06-30
        \(front.isEmpty ? "organization: District" : front)
        ---
        \(before)

        ## \(goal)

        \(lead)

        ### Objective 1.1: Draft the areas

        \(activities.isEmpty ? "" : "#### Activities\n\n\(activities)\n")
        \(roles.isEmpty ? "" : "#### Responsibility\n\n\(roles)\n")
        \(outcomes.isEmpty ? "" : "#### Measurable outcomes\n\n\(outcomes)\n")
        \(more)
        """
    }

    private func check(_ files: [String: String], _ rule: Rule, _ expected: String..., at place: SourceLocation = #_sourceLocation) throws {
        let linked = try LinkedPublication(files)
        #expect(linked.errors.map(\.description) == [], sourceLocation: place)
        let problems = linked.problems(rule)
        #expect(problems.count == expected.count && zip(problems, expected).allSatisfy { $0.contains($1) }, "\(problems)", sourceLocation: place)
    }

    private func progress(_ asOf: String, _ entries: String, by: String = "Superintendent") -> String {
        "---\ntitle: Report\nkind: progress\nplan: plan.md\nas-of: \(asOf)\nreported-by: \(by)\n---\n\(entries)\n"
    }

    private let roles = "---\ntitle: Roles\nkind: roles\n---\n## School Committee\n\nApproves.\n\n## Superintendent\n\nLeads.\n\n- Also called: Head of Schools\n"

    // MARK: What is there

    @Test func aPlanThatHasAllIsNotSpokenOf() throws {
        #expect(try LinkedPublication(["plan.md": plan()]).problems().map(\.description) == [])
    }

    @Test func aPublicationWithoutPlansHasNoQuestions() throws {
        let files = ["index.md": "---\ntitle: Home\n---\nThe STOKE of May 2019, twice a month.\n", "roles.md": roles, "values.md": "---\ntitle: V\nkind: values\n---\n## Equity\n\nFor all.\n"]
        #expect(try LinkedPublication(files).problems().map(\.description) == [])
    }

    @Test func plansOfThePastAndTextsAsTheyWereAgreedToAreLeftAlone() throws {
        let gaps = plan(front: "status: archived", roles: "", outcomes: "- **1.1a:** all is well\n\nQuestion: Who?")
        #expect(try LinkedPublication(["plan.md": gaps]).problems() == [])
        let files = ["plan.md": plan(front: "approved: {by: School Committee, on: 2021-09-09, text: adopted.md}"), "adopted.md": gaps.replacing("status: archived", with: "organization: District")]
        #expect(try LinkedPublication(files).problems().map(\.description) == [])
    }

    @Test func questionsAreListed() throws {
        try check(["plan.md": plan(lead: "Question: Who is\nmeant?")], .openQuestion, "plan.md:11:1 ‘Question: Who is’: a question is open: Who is meant?")
        try check(["plan.md": plan(lead: "The question: who is meant?")], .openQuestion)
    }

    // MARK: Structure

    @Test func anObjectiveHasActivitiesRolesAndOutcomes() throws {
        try check(["plan.md": plan(activities: "")], .missingPart, "plan.md:13:1 ‘### Objective 1.1: Draft the areas’: objective 1.1 has no activity")
        try check(["plan.md": plan(roles: "")], .missingPart, "objective 1.1 names no role")
        try check(["plan.md": plan(roles: "Nobody yet.")], .missingPart, "‘#### Responsibility’: objective 1.1 names no role")
        try check(["plan.md": plan(outcomes: "")], .missingPart, "objective 1.1 has no outcome")
        try check(["plan.md": plan(activities: "", roles: "", outcomes: "")], .missingPart, "no activity", "no outcome", "no role")
        try check(["plan.md": plan(activities: "Ask people.")], .missingPart)
        try check(["plan.md": plan(more: "## Goal 2: Nothing yet\n")], .missingPart, "‘## Goal 2: Nothing yet’: goal 2 has no objective")
    }

    @Test func anOutcomeHasADateOrAMeasure() throws {
        try check(["plan.md": plan(outcomes: "- **1.1a:** all is well")], .missingMeasure, "‘**1.1a:**’: outcome 1.1a has neither date nor measure")
        try check(["plan.md": plan(outcomes: "- all is well")], .missingMeasure, "‘all is well’: outcome 1.1a has neither")
        try check(["plan.md": plan(outcomes: "- **1.1a:** all is well\n  - Target: 3 of 4 schools")], .missingMeasure)
        try check(["plan.md": plan(outcomes: "- **1.1a:** all is well\n  - Due: 2022-06-30")], .missingMeasure)
        let dated = try LinkedPublication(["plan.md": plan(outcomes: "- **1.1a:** all is well by June 2022")]).problems()
        #expect(dated.map(\.help) == ["Move its date to its beginning, as in `- **1.1a — By June 2023:** …`, or add a line `Due: 2023-06-30` below it."])
    }

    // MARK: Dates

    @Test(arguments: [
        ("- **1.1a — 2019–20:** all is well", "‘**1.1a — 2019–20:**’: ‘2019–20’ lies before the plan’s period, which begins on 2021-07-01"),
        ("- **1.1a — By May 2025:** all is well", "lies after the plan’s period, which ends on 2024-06-30"),
        ("- **1.1a — By 2022:** all is well\n  - Due: 2025-01-01", "‘Due: 2025-01-01’: 2025-01-01 lies after"),
        ("- **1.1a — By 2022:** better than in May 2019, all is well", "‘May 2019’: ‘May 2019’ lies before"),
        ("- **1.1a — By 2022:** all \\*is\\* &amp; was well in May 2019", "plan.md:27:52 ‘May 2019’: ‘May 2019’ lies before"),
        ("- **1.1a — By 2022:** all was well in *May* 2019", "‘May* 2019’: ‘May 2019’ lies before"),
    ])
    func datesOfOutcomesLieInThePeriod(_ outcomes: String, _ expected: String) throws {
        try check(["plan.md": plan(outcomes: outcomes)], .dateOutsidePeriod, expected)
        try check(["plan.md": plan(outcomes: outcomes).replacing("2021-07-01/2024-06-30", with: "2018-07-01/2026-06-30")], .dateOutsidePeriod)
    }

    @Test func datesOfActivitiesAndDutiesLieInThePeriod() throws {
        try check(["plan.md": plan(activities: "##### Spring 2021\n\nAsk.\n\n##### Summer 2021\n\nAsk.")], .dateOutsidePeriod, "‘##### Spring 2021’: ‘Spring 2021’ lies before")
        try check(["plan.md": plan(roles: "- **School Committee:** support the pilot at the end\n  of 2020–2021")], .dateOutsidePeriod, "2020–2021’ lies before")
        try check(["plan.md": plan(roles: "- **School Committee:** call 413-555-2019")], .dateOutsidePeriod)
    }

    @Test(arguments: [
        ("By Spring 2022", "may mean any day from 2022-03-01 to 2022-05-31"), ("By the end of 2023", "may mean the calendar year or the school year"),
        ("By Winter 2022", "may mean the season that ends in 2022"), ("By 03/04/2022", "may mean the day first or the month first"),
        ("Soon", "cannot be read as a date"), ("When all agree", "cannot be read"),
    ])
    func datesThatCanBeReadInTwoWaysAreAsked(_ when: String, _ expected: String) throws {
        let outcome = "- **1.1a — \(when):** all is well"
        try check(["plan.md": plan(outcomes: outcome)], .uncertainDate, "plan.md:27:3 ‘**1.1a — \(when):**’: ‘\(when)’ " + expected)
        try check(["plan.md": plan(outcomes: outcome + "\n  - Due: 2022-06-30")], .uncertainDate)
    }

    @Test(arguments: ["By January 2022", "By 2022-03-04", "2021–22", "By March 4, 2022", "2021-2024", "Annually"])
    func datesThatCanBeReadInOneWayAreNot(_ when: String) throws {
        try check(["plan.md": plan(outcomes: "- **1.1a — \(when):** all is well")], .uncertainDate)
    }

    @Test func activitiesMayHaveSeasonsButNoOtherDoubt() throws {
        try check(["plan.md": plan(activities: "##### Summer 2022\n\nAsk.")], .uncertainDate)
        try check(["plan.md": plan(activities: "##### Winter 2022\n\nAsk.")], .uncertainDate, "‘##### Winter 2022’")
    }

    @Test func meetingsHaveDays() throws {
        let council = "- **Council:** It advises. The council meets twice a month. All meet twice a year."
        try check(["plan.md": plan(activities: council)], .uncertainDate, "‘The council meets twice a month’: ‘The council meets twice a month’ may mean any days")
        try check(["plan.md": plan(activities: "Send a survey every year. Look at the results once a year.")], .uncertainDate)
        try check(["plan.md": plan(roles: "- **School Committee:** meet twice a month")], .uncertainDate)
    }

    // MARK: Reports

    @Test func whatWasDueIsReported() throws {
        let file = plan(outcomes: "- **1.1a — By January 2022:** all is well\n- **1.1b — By June 2023:** all is better")
        try check(["plan.md": file, "r.md": progress("2022-06-10", "## 1.1b — In progress\n")], .missingReport, "‘**1.1a — By January 2022:**’: outcome 1.1a was due on 2022-01-31, and no report speaks of it")
        try check(["plan.md": file, "r.md": progress("2022-06-10", "## 1.1a — Delayed\n")], .missingReport)
        try check(["plan.md": file, "r.md": progress("2022-06-10", "## 1.1 — In progress\n")], .missingReport)
        try check(["plan.md": file, "r.md": progress("2021-12-10", "## 1.1b — In progress\n")], .missingReport)
        try check(["plan.md": file], .missingReport)
        let old = progress("2021-10-01", "## 1.1a — In progress\n"), new = progress("2022-06-10", "## 1.1b — In progress\n")
        try check(["plan.md": file, "r.md": old, "s.md": new], .missingReport, "was due on 2022-01-31, and the last report on it is of 2021-10-01")
    }

    @Test func plansOfThePastAreReportedOnToo() throws {
        let file = plan(front: "status: archived\nas-of: 2022-06-10", outcomes: "- **1.1a — By January 2022:** all is well")
        try check(["plan.md": file], .missingReport, "no report speaks of it")
    }

    @Test func whatIsMetIsShown() throws {
        try check(["plan.md": plan(), "r.md": progress("2022-06-10", "## 1.1a — Met\n\nIt is done.")], .missingEvidence, "r.md:8:1 ‘## 1.1a — Met’: 1.1a is said to be met, and nothing shows it")
        try check(["plan.md": plan(), "r.md": progress("2022-06-10", "## 1.1a — Met\n\nSee [the plan](plan.md).")], .missingEvidence)
        try check(["plan.md": plan(), "r.md": progress("2022-06-10", "## 1.1a — Delayed\n\nIt is not done.")], .missingEvidence)
        let later = progress("2022-08-10", "## 1.1a — Met\n\nAs was said.")
        try check(["plan.md": plan(), "r.md": progress("2022-06-10", "## 1.1a — Met\n\nSee [the plan](plan.md)."), "s.md": later], .missingEvidence)
    }

    @Test func ofAFormerPlanOneKnowsWhatBecame() throws {
        let former = plan(outcomes: "- **1.1a — By 2022:** all is well")
        let next = plan(front: "replaces: plan.md")
        try check(["plan.md": former, "next.md": next], .formerPlan, "next.md:5:1 ‘replaces: plan.md’: nobody says what became of objective 1.1 of content/plan.md")
        try check(["plan.md": former, "next.md": next, "r.md": progress("2022-06-10", "## 1.1a — Not met\n")], .formerPlan, "objective 1.1")
        for status in ["1.1a — Met", "1.1 — Met", "1.1a — Dropped", "1.1 — Dropped"] {
            try check(["plan.md": former, "next.md": next, "r.md": progress("2022-06-10", "## \(status)\n")], .formerPlan)
        }
        let following = next.replacing("### Objective 1.1: Draft the areas\n", with: "### Objective 1.1: Draft the areas\n\nContinues: Objective 1.1\n")
        try check(["plan.md": former, "next.md": following], .formerPlan)
    }

    // MARK: Roles

    @Test func rolesHaveSomethingToDo() throws {
        try check(["plan.md": plan(), "roles.md": roles], .idleRole, "roles.md:9:1 ‘## Superintendent’: no plan gives ‘Superintendent’ anything to do")
        try check(["plan.md": plan(roles: "- **School Committee, Head of Schools:** approve"), "roles.md": roles], .idleRole)
        try check(["plan.md": plan(), "roles.md": roles, "r.md": progress("2022-06-10", "## 1.1a — Delayed\n")], .idleRole)
        let duty = "---\ntitle: D\nkind: duties\n---\n## The results\n\n- By: Superintendent\n"
        try check(["plan.md": plan(), "roles.md": roles, "duties.md": duty], .idleRole)
    }

    @Test func groupsAndTheirMembersCountForEachOther() throws {
        let roles = "---\ntitle: Roles\nkind: roles\n---\n## School Administration\n\n- Includes: High School Administration\n\n## High School Administration\n\nLeads.\n"
        for name in ["School Administration", "High School Administration"] {
            try check(["plan.md": plan(roles: "- **\(name):** approve"), "roles.md": roles], .idleRole)
        }
        try check(["plan.md": plan(roles: "- **Faculty:** approve"), "roles.md": roles], .idleRole, "‘School Administration’", "‘High School Administration’")
    }

    @Test func namesOfRolesAreKnown() throws {
        let slip = plan(roles: "- **School Committee, Superintendant:** approve\n- **Superintendant:** report")
        try check(["plan.md": slip, "roles.md": roles], .unknownRole, "plan.md:23:23 ‘Superintendant’: the plan names ‘Superintendant’, which the roles do not know, here and in 1 more place")
        #expect(try LinkedPublication(["plan.md": slip, "roles.md": roles]).problems().contains { $0.help.hasPrefix("The nearest is ‘Superintendent’. ") })
        try check(["plan.md": slip], .unknownRole)
        try check(["plan.md": plan(), "roles.md": roles, "r.md": progress("2022-06-10", "## 1.1a — Delayed\n", by: "Sam Smith")], .unknownRole, "r.md:6:14 ‘Sam Smith’: the roles do not know ‘Sam Smith’, who reports here")
        let duty = "---\ntitle: D\nkind: duties\n---\n## The results\n\n- By: School Committee, Nobody\n"
        try check(["plan.md": plan(), "roles.md": roles, "duties.md": duty], .unknownRole, "duties.md:7:3 ‘By: School Committee, Nobody’: this falls to ‘Nobody’")
    }

    // MARK: Alignments

    @Test func objectivesOfTheDistrictAreServedByPlansBelow() throws {
        let school = plan(front: "parent: plan.md")
        try check(["plan.md": plan(), "school.md": school], .unsupported, "plan.md:13:1 ‘### Objective 1.1: Draft the areas’: no plan below this one aligns with objective 1.1")
        try check(["plan.md": plan()], .unsupported)
        for name in ["Objective 1.1", "1.1a", "Goal 1"] {
            let aligned = school.replacing("### Objective 1.1: Draft the areas\n", with: "### Objective 1.1: Draft the areas\n\nAligns with: \(name)\n")
            try check(["plan.md": plan(), "school.md": aligned], .unsupported)
        }
    }

    @Test func valuesAndAreasAreTakenUp() throws {
        let values = "---\ntitle: V\nkind: values\n---\n## Equity\n\nFor all.\n"
        try check(["plan.md": plan(), "v.md": values], .unsupported, "v.md:5:1 ‘## Equity’: nothing serves ‘Equity’")
        try check(["plan.md": plan(), "v.md": values + "\nServes: Objective 1.1\n"], .unsupported)
        try check(["plan.md": plan(lead: "Supports: Equity"), "v.md": values], .unsupported)
        try check(["plan.md": plan(), "v.md": values + "\nMeasured by: Objective 1.1\n"], .unsupported, "‘Equity’")
        let portrait = "---\ntitle: P\nkind: portrait\n---\n## Learner\n\nI learn.\n\n### Grade 4\n\n- Asks.\n"
        try check(["plan.md": plan(), "p.md": portrait], .unsupported, "p.md:5:1 ‘## Learner’: no objective builds or assesses ‘Learner’")
        try check(["plan.md": plan(), "p.md": portrait + "\nAssessed by: Objective 1.1\n"], .unsupported)
    }

    // MARK: Duties and feedback

    @Test func dutiesHaveOwnersAndAreMet() throws {
        let page = "---\ntitle: Results\nupdated: 2020-05-01\n---\n"
        let duty = "---\ntitle: D\nkind: duties\nupdated: 2022-05-01\n---\n## The results\n\n- By: School Committee\n- How often: every year\n- Languages: all\n- Published: [Results](results.md)\n"
        try check(["results.md": page, "d.md": duty], .dutyUnmet, "d.md:11:3 ‘Published: [Results](results.md)’: ‘The results’ was due again on 2021-05-01")
        try check(["results.md": page.replacing("2020", with: "2022"), "d.md": duty], .dutyUnmet)
        try check(["results.md": page, "d.md": duty.replacing("- Published: [Results](results.md)\n", with: "")], .dutyUnmet, "d.md:6:1 ‘## The results’: nothing is published")
        try check(["results.md": page.replacing("2020", with: "2022"), "d.md": duty.replacing("- Languages: all\n", with: "")], .dutyUnmet, "does not say in which languages")
        try check(["results.md": page, "d.md": duty], .dutyOwner)
        try check(["results.md": page, "d.md": duty.replacing("- By: School Committee\n", with: "")], .dutyOwner, "d.md:6:1 ‘## The results’: ‘The results’ falls to nobody")
    }

    @Test(arguments: ["What we heard", "What changed", "Qué cambió", "O que ouvimos", "Ce qui a changé"])
    func feedbackIsAnswered(_ heading: String) throws {
        let page = "---\ntitle: Page\nfeedback:\n  until: 2022-05-01\n  ways: [Write to us.]\n  status: closed\n---\n## Draft\n\nWords.\n"
        try check(["page.md": page], .feedbackUnanswered, "page.md:4:1 ‘  until: 2022-05-01’: this round of feedback ended on 2022-05-01, and nothing says what was heard")
        try check(["page.md": page.replacing("closed", with: "open")], .feedbackUnanswered)
        try check(["page.md": page + "\n## \(heading)\n\nMuch.\n"], .feedbackUnanswered)
    }
}
