import Foundation
import Markdown
import Testing
import TestSupport

@testable import Publication

/// Abbreviations, names and wordings: what is asked, and what is left alone.
@Suite struct WordingChecksTests {
    private func plan(_ text: String, roles: [String] = ["Faculty"], outcomes: String = "- **1.1a — By June 2022:** done") -> String {
        let duties = roles.map { "- **\($0):** help" }.joined(separator: "\n")
        return "---\ntitle: Plan\nkind: plan\n---\n\(text)\n\n## Goal 1: A clear vision\n\n### Objective 1.1: Draft the areas\n\n#### Responsibility\n\n\(duties)\n\n#### Outcomes\n\n\(outcomes)\n"
    }

    private func problems(_ rule: Rule, _ text: String, glossary: String? = nil, others: [String: String] = [:]) throws -> [String] {
        var files = others.merging(["plan.md": plan(text)]) { $1 }
        if let glossary { files["words.md"] = "---\ntitle: Words\nkind: glossary\n---\n\(glossary)\n" }
        let linked = try LinkedPublication(files)
        #expect(linked.errors.map(\.description) == [])
        return linked.problems(rule)
    }

    // MARK: Abbreviations

    @Test(arguments: [
        "We use STOKE.", "We use “STOKE.”", "The STOKE’s work and STOKEs.", "[a link to STOKE](plan.md) and STOKE", "DIP/STOKE for the District Plan (DIP), no: STOKE",
    ])
    func anAbbreviationWithoutWordsIsAsked(_ text: String) throws {
        let found = try problems(.abbreviation, text)
        #expect(found.last?.hasSuffix("nothing says what STOKE stands for") == true, "\(found)")
        #expect(found.last?.contains(" ‘STOKE") == true, "\(found)")
    }

    @Test(arguments: [
        "The District Improvement Plan (DIP) and the DIPs.", "The DIP (District Improvement Plan).", "The DIP is a District Improvement Plan.",
        "Un Plan de Mejora Escolar (PME).", "Le Projet d’Établissement et d’Équipe (PEE).", "План Развития Школы (ПРШ), и ПРШ.", "The Ñandú Área Escolar (ÑAE).",
        "Grades PK–12 and PK-12.", "Goal II and part IV.", "THESE WORDS ARE LOUD.", "You must NOT go, not now.", "`STOKE` and ![STOKE](x.md)", "[STOKE](plan.md)", "A B C, I go, McDonald, iPad, H2O.",
        "[The PDF](https://example.org/PDF) at https://example.org/STOKE", "Pre-Kindergarten (PK) comes first.",
    ])
    func otherWordsInCapitalsAreNot(_ text: String) throws {
        let text = text.replacing("![STOKE](x.md)", with: "")
        #expect(try problems(.abbreviation, text) == [])
    }

    @Test func lettersBeyondASCIIAreAsked() throws {
        #expect(try problems(.abbreviation, "Нужен ПРШ сейчас.") == ["plan.md:5:7 ‘ПРШ’: nothing says what ПРШ stands for"])
        #expect(try problems(.abbreviation, "É o ÉÇÃ mesmo.").count == 1)
    }

    @Test func theGlossarySaysWhatTheyStandFor() throws {
        #expect(try problems(.abbreviation, "The DIP.", glossary: "## District Improvement Plan (DIP)\n\nA plan.") == [])
        #expect(try problems(.abbreviation, "From PK on.", glossary: "## Pre-kindergarten to grade 12 (PK–12)\n\nAll.") == [])
        let bare = try LinkedPublication(["plan.md": plan("The DIP."), "w.md": "---\ntitle: W\nkind: glossary\n---\n## DIP\n\nA plan.\n"]).problems().filter { $0.rule == .abbreviation }
        #expect(bare.map(\.help) == ["The glossary has the abbreviation alone: write its full name there, as in `## Its full name (DIP)`."])
    }

    @Test func twoExpansionsAreAskedOnce() throws {
        let both = "ILGs meet. Instructional Learning Groups (ILGs) work, and Instructional Leadership Groups do."
        #expect(try problems(.abbreviation, both) == ["plan.md:5:1 ‘ILGs’: ILG stands for ‘Instructional Learning Groups’ at content/plan.md:5 and for ‘Instructional Leadership Groups’ at content/plan.md:5"])
        #expect(try problems(.similarNames, both) == [], "it is asked already")
        #expect(try problems(.abbreviation, "The TC. A Team Coordinator (TC), a Town Clerk (TC).").count == 1)
        #expect(try problems(.abbreviation, "The DIP.", glossary: "## District Improvement Plan (DIP)\n\nSee District Improvement Plans.") == [])
        #expect(try problems(.abbreviation, "The ABC (Always Be Careful). Apples Bananas Cherries.") == [], "nothing in common")
        #expect(try problems(.abbreviation, "The School Committee (SC) and the School Council.") == [], "two letters say little")
        #expect(try problems(.abbreviation, "The School Improvement Plan (SIP) and the School Improvement Planning team.") == [], "one makes the other")
    }

    // MARK: Goals

    @Test func aListOfGoalsSaysWhatTheGoalsSay() throws {
        func plan(_ list: String) -> String {
            "---\ntitle: Plan\nkind: plan\n---\n## Areas\n\n\(list)\n\n## Goal 1: A clear vision\n\nWe want a vision, *clear* and shared.\n\n### Objective 1.1: A\n\n## Goal 2: Strong ties\n\n### Objective 2.1: A\n"
        }
        func found(_ list: String) throws -> [String] { try LinkedPublication(["plan.md": plan(list)]).problems(.differentWording) }
        #expect(try found("1. A clear vision\n2. Strong ties") == [])
        #expect(try found("1. a CLEAR vision.\n2. strong ties") == [])
        #expect(try found("1. A vision, clear and shared\n2. Strong ties") == [], "said in the goal's text")
        #expect(try found("1. A clear vision\n2. Strong *ties* with all") == ["plan.md:8:4 ‘Strong *ties* with all’: the list words goal 2 otherwise than the goal itself, which is ‘Strong ties’"])
        #expect(try found("1. A clear vision\n2. Strong ties\n3. More") == [], "another list")
        #expect(try found("- A clear view\n- Strong ties") == [], "a list without order")
        #expect(try found("1. Bring a pen\n2. Sit down") == [], "nothing in common")
    }

    @Test func targetsCountTheAreasThatThereAre() throws {
        let areas = ["One", "Two"].map { "## \($0)\n\nBuilt by: Objective 1.1\n" }.joined(separator: "\n")
        let portrait = "---\ntitle: P\nkind: portrait\n---\n\(areas)"
        func found(_ target: String) throws -> [String] {
            try LinkedPublication(["p.md": portrait, "plan.md": plan("", outcomes: "- **1.1a:** done\n  - Target: \(target)")]).problems(.differentWording)
        }
        #expect(try found("1 of 6 proficiency areas") == ["plan.md:18:5 ‘Target: 1 of 6 proficiency areas’: this counts 6 areas, and content/p.md has 2"])
        #expect(try found("1 de las 6 áreas de competencia").count == 1)
        for target in ["1 of 2 proficiency areas", "1 of 6 schools", "40 students", "1 of the areas of proficiency"] { #expect(try found(target) == []) }
    }

    // MARK: Names

    @Test(arguments: [
        (["Administration", "Administrative Team"], 1), (["School Administration", "School Administrators"], 1), (["Administration", "Administrators", "Faculty"], 1),
        (["Information Technology Director", "Informational Technology Director"], 1), (["School Committee", "School Council"], 0), (["Superintendent", "Assistant Superintendent"], 0),
        (["Faculty", "Faculty Council"], 0), (["Director of Student Services", "Director of Learning"], 0), (["Teachers", "Teacher"], 0), (["High School Principal", "Middle School Principal"], 0),
    ])
    func namesOfRolesThatDifferInAnEndingAreAsked(_ names: [String], _ count: Int) throws {
        let found = try LinkedPublication(["plan.md": plan("", roles: names)]).problems(.similarNames)
        #expect(found.count == count, "\(found)")
        #expect(found.allSatisfy { $0.contains(" ‘\(names[1])’: ‘\(names[1])’ may be the same as ‘\(names[0])’ on line 13") }, "\(found)")
    }

    @Test func namesThatTheRolesJoinAreNotAsked() throws {
        for line in ["Also called: School Administrators", "Includes: School Administrators\n\n## School Administrators\n\nLead."] {
            let roles = "---\ntitle: R\nkind: roles\n---\n## School Administration\n\n- \(line)\n"
            let linked = try LinkedPublication(["plan.md": plan("", roles: ["School Administration", "School Administrators"]), "r.md": roles])
            #expect(linked.errors.map(\.description) == [] && linked.problems(.similarNames) == [])
        }
    }

    @Test func phrasesThatDifferInTheirMiddleAreAsked() throws {
        let text = "The Professional Learning Plan is written. Use the professional\ndevelopment plan. The professional learning plans help."
        #expect(try problems(.similarNames, text).first?.contains("plan.md:5:52 ‘professional’: ‘professional development plan’ may be the same as ‘Professional Learning Plan’ on line 5") == true)
        #expect(try problems(.similarNames, text, glossary: "## Professional learning plan\n\n- Also called: professional development plan\n") == [])
        #expect(try problems(.similarNames, "For the new plan. For the old plan. Write the plan and the plan.") == [], "words that only join")
        #expect(try problems(.similarNames, "The school safety plan, school meal plan, school travel plan, school safety plan.") == [], "a family")
        #expect(try problems(.similarNames, "A school safety plan. A school meal plan.") == [], "each only once")
        #expect(try problems(.similarNames, "The plan de mejora escolar, plan de acción escolar, plan de mejora escolar.") == [])
    }

    @Test(arguments: [
        ("Draft proficiency areas. The proficiency areas. The areas of proficiency.", 1), ("Áreas de competencia, competencia áreas, áreas de competencia.", 1),
        ("The areas of proficiency. All areas of proficiency.", 0), ("Students of schools, school students.", 0),
    ])
    func phrasesInAnotherOrderAreAsked(_ text: String, _ count: Int) throws {
        let found = try problems(.similarNames, text)
        #expect(found.count == count, "\(found)")
    }

    @Test func listsThatDifferInOneItemAreAsked() throws {
        let list = "- Equitable outcomes\n- Student-centered learning\n- Community engagement", other = "- equitable outcomes\n- Student centered learning\n- Shared ownership"
        #expect(try problems(.similarNames, "\(list)\n\nAnd:\n\n\(other)") == ["plan.md:13:3 ‘Shared ownership’: this list has ‘Shared ownership’ where the list on line 7 has ‘Community engagement’"])
        #expect(try problems(.similarNames, "\(list)\n\nAnd:\n\n\(list)") == [])
        #expect(try problems(.similarNames, "- One\n- Two\n\nAnd:\n\n- One\n- Three") == [], "one in common is little")
        #expect(try problems(.similarNames, "\(list)\n- More\n\nAnd:\n\n\(other)") == [])
    }

    // MARK: Speed

    @Test(.timeLimit(.minutes(1))) func fiveHundredObjectivesAreCheckedInTimeProportionalToTheirNumber() throws {
        func time(_ goals: Int) throws -> Double {
            let text = (1...goals).map { goal in
                "## Goal \(goal): Teach well in ABC\(goal % 7)\n\n" + (1...10).map { objective in
                    """
                    ### Objective \(goal).\(objective): Improve reading for grade \(objective)

                    #### Activities

                    ##### 2021–22

                    - The reading council of grade \(objective) meets twice a month and looks at XYZ results.

                    #### Responsibility

                    - **School \(goal) Reading Team \(objective), Administration of School \(goal):** write the Reading Improvement Plan (RIP) \(goal)

                    #### Measurable outcomes

                    - **\(goal).\(objective)a — By Spring 2022:** The reading plan of group \(goal) is done, better than in 2019–20.

                    """
                }.joined(separator: "\n")
            }.joined(separator: "\n")
            let linked = try LinkedPublication(["plan.md": "---\ntitle: Plan\nkind: plan\nperiod: 2021-07-01/2024-06-30\n---\n" + text])
            let start = processorTime()
            #expect(linked.problems().count > goals * 20)
            return processorTime() - start
        }
        // Five times as many; a quadratic check would take twenty-five times as long.
        _ = try time(1)
        let small = try time(10), large = try time(50)
        #expect(large < small * 12, "\(small), \(large)")
    }

    /// Of this thread, in seconds: other tests run beside it.
    private func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
