import Foundation
import Testing

@testable import Building

/// Every fact of the district's plan, each looked up in the data that the build makes of `content/`: nothing of it may be
/// lost by those who write, translate or render.
///
/// The plan stands in `content/` in plainer words than the district's document has. The table keeps its numbers, roles and
/// dates, and of its words those by which each fact is known.
@Suite struct SeedPlanTests {
    private static let plan = Result {
        let output = NSTemporaryDirectory() + "tidings-seed-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: output) }
        _ = try build(GoldenTests.repository, options: BuildOptions(output: output) { _ in .init("2026-11-24")! })
        return try JSONValue.read(String(contentsOfFile: output + "/plans/district-goals-2021-2024/plan.json", encoding: .utf8))
    }

    private var goals: [JSONValue] { get throws { try Self.plan.get()["goals"].list } }
    private var objectives: [JSONValue] { get throws { try goals.flatMap { $0["objectives"].list } } }
    private func objective(_ id: String) throws -> JSONValue { try #require(try objectives.first { $0["id"].string == id }) }

    // MARK: The plan

    @Test func thePlanIsTheDistricts() throws {
        let plan = try Self.plan.get()
        #expect(plan["organization"].words == "Berkshire Hills Regional School District")
        #expect([plan["period", "start"].string, plan["period", "end"].string] == ["2021-07-01", "2024-06-30"])
        let mission = try #require(plan["before"].list.first { $0["kind"].string == "mission" })
        expect(mission["text"].words, "curious and engaged", "problem solver", "communicate", "respect diversity", "themselves and their community")
        let outcomes = try #require(plan["before"].list.first { $0["title"].words.contains("all our work") })
        expect(outcomes["text"].words, "good teaching and good learning", "equitable for all students", "equity and diversity", "welcome")
        let areas = try #require(plan["before"].list.first { $0["title"].words.contains("Three areas") })["text"].list.map(\.words)
        #expect(areas.count == 4)
        for (area, words) in zip(areas, ["2021 to 2024", "vision", "Teacher leaders", "community"]) { expect(area, words) }
    }

    static let goalFacts: [(String, [String])] = [
        ("1", ["One clear vision for the success of every student", "Portrait of the Graduate", "center"]),
        ("2", ["Teacher leaders", "culture", "reflect", "improve their teaching", "what students achieve", "Instructional Leads (ILs)", "Team Coordinators (TCs)", "each school"]),
        ("3", ["ties with our community", "strong and routine", "work together more", "communicate more", "reach out more", "improve for all students"]),
    ]

    @Test func thereAreThreeGoals() throws { #expect(try goals.map { $0["id"].string } == Self.goalFacts.map(\.0)) }

    @Test(arguments: goalFacts) func aGoalIsThere(_ id: String, _ words: [String]) throws {
        let goal = try #require(try goals.first { $0["id"].string == id })
        expect(goal["title"].words + "\n" + goal["text"].words, words)
    }

    static let objectiveFacts: [(String, [String])] = [
        ("1.1", ["Draft the areas of proficiency"]),
        ("1.2", ["portrait of the graduate", "grades 4, 8, and 12"]),
        ("1.3", ["Change how we assess", "rebuild our assessments", "proficiency areas"]),
        ("2.1", ["work of ILs and TCs", "improvement plans", "district plan", "school plans"]),
        ("2.2", ["Train people to lead groups, teams, and departments", "professional development", "teaching teams", "Instructional Learning Groups (ILGs)"]),
        ("2.3", ["every group, team, and department", "Equitable outcomes", "Student-centered learning", "Community engagement"]),
        ("3.1", ["Engage people", "consistent and fair"]),
        ("3.2", ["areas of proficiency", "community partners", "portrait of a graduate", "Berkshire Hills"]),
        ("3.3", ["partners", "families and the community", "Equitable outcomes", "Student-centered learning", "Shared ownership with community"]),
    ]

    @Test func thereAreNineObjectives() throws {
        #expect(try objectives.map { $0["id"].string } == Self.objectiveFacts.map(\.0))
        #expect(try goals.map { $0["objectives"].list.count } == [3, 3, 3])
    }

    @Test(arguments: objectiveFacts) func anObjectiveIsThere(_ id: String, _ words: [String]) throws {
        let objective = try objective(id)
        expect(objective["title"].words + "\n" + objective["text"].words, words)
    }

    // MARK: Activities

    struct ActivityFact: Sendable, CustomTestStringConvertible {
        let objective: String
        let label: String
        let start: String
        let end: String
        var qualifier = ""
        let words: [String]
        var testDescription: String { "\(objective) \(label)" }
    }

    static let activityFacts: [ActivityFact] = [
        .init(objective: "1.1", label: "2021–22", start: "2021-07-01", end: "2022-06-30", words: [
            "Why do proficiencies matter?", "differ from standards", "other schools using proficiencies", "here at Berkshire Hills", "portrait of a graduate",
            "fair access", "hopes, wishes, and dreams for its young people", "skills and ways of thinking", "changes fast", "in order of priority",
            "skills, mindsets, and literacies", "gather what the community thinks", "make it final",
        ]),
        .init(objective: "1.2", label: "2021–22", start: "2021-07-01", end: "2022-06-30", words: [
            "students, parents, people from business and higher education", "county-wide POG group", "competencies", "4th, 8th, and 12th grades", "one clear path",
            "schools elsewhere", "students who struggle", "know, and must be able to do, at every stage", "core academic standards", "habits of work",
            "Finish the portrait together", "make it final",
        ]),
        .init(objective: "1.3", label: "2022–23 (and ongoing)", start: "2022-07-01", end: "2023-06-30", qualifier: "ongoing", words: [
            "line them up with the proficiencies", "assesses now", "Pilot new ways to assess", "Collect information", "study it",
        ]),
        .init(objective: "2.1", label: "2021–22 (and recurring)", start: "2021-07-01", end: "2022-06-30", qualifier: "recurring", words: [
            "District Improvement Plan (DIP)", "School Improvement Plan (SIP)", "IL Summer Training", "common protocols and meeting formats", "draft the SIPs",
            "ILG Meetings", "ILGs go over the Professional Learning Plan", "Agendas tie the work", "TC Meetings", "TCs go over the Professional Learning Plan",
            "TCs go over the SIP", "TCs tie their work", "Faculty Meetings", "improvement plans for next year", "School Council", "twice a month", "Twice a year",
        ]),
        .init(objective: "2.2", label: "2021–22 (and ongoing)", start: "2021-07-01", end: "2022-06-30", qualifier: "ongoing", words: [
            "Professional Learning Plan", "DIP and the SIPs", "ILs and the administration", "leading school improvement", "In TC meetings", "team meetings",
        ]),
        .init(objective: "2.3", label: "2021–2022 (and ongoing)", start: "2021-07-01", end: "2022-06-30", qualifier: "ongoing", words: [
            "shared understanding of the three values", "tools that measure community engagement", "Study and watch", "inform the DIP for next year",
        ]),
        .init(objective: "3.1", label: "2021–2024", start: "2021-07-01", end: "2024-06-30", words: ["all three years"]),
        .init(objective: "3.1", label: "Spring 2021", start: "2021-03-01", end: "2021-05-31", words: [
            "gaps in engagement", "teachers, teams, and administrators", "share power", "Send a survey",
        ]),
        .init(objective: "3.1", label: "Summer 2021", start: "2021-06-01", end: "2021-08-31", words: [
            "practices and procedures", "school climate survey", "our reflections", "what the community told us",
        ]),
        .init(objective: "3.2", label: "2021–22", start: "2021-07-01", end: "2022-06-30", words: [
            "key constituencies", "hope, wish, and dream", "skills and ways of thinking", "fair access", "Why do proficiencies matter?", "differ from standards",
        ]),
        .init(objective: "3.3", label: "2021–2022", start: "2021-07-01", end: "2022-06-30", words: ["Administrative Team studies", "principles of engagement", "school improvement plans"]),
        .init(objective: "3.3", label: "2020–2021", start: "2020-07-01", end: "2021-06-30", words: [
            "tells all constituencies", "Community forums with key constituencies", "inform the next DIP",
        ]),
    ]

    @Test func noPeriodIsLostOrAdded() throws {
        let labels = try objectives.flatMap { objective in objective["activities"].list.map { "\(objective["id"].string ?? "") \($0["label"].words)" } }
        #expect(labels == Self.activityFacts.map(\.testDescription))
    }

    @Test(arguments: activityFacts) func anActivityIsThere(_ fact: ActivityFact) throws {
        let activity = try #require(try objective(fact.objective)["activities"].list.first { $0["label"].words == fact.label })
        #expect([activity["start"].string, activity["end"].string] == [fact.start, fact.end])
        #expect((activity["ongoing"], activity["recurring"]) == (.bool(fact.qualifier == "ongoing"), .bool(fact.qualifier == "recurring")))
        expect(activity["text"].words, fact.words)
    }

    // MARK: Duties

    static let dutyFacts: [(String, String, [String])] = [
        ("1.1", "School Committee", ["understand", "approve"]),
        ("1.1", "Superintendent", ["parents, business partners, and selectboards"]),
        ("1.1", "Director of Student Services", ["transition planning", "PK to grade 12"]),
        ("1.1", "Director of Learning and Teaching", ["building administrators", "conversations with staff"]),
        ("1.1", "Informational Technology Director", ["surveys for faculty and for parents"]),
        ("1.1", "Administrative Team", ["Write the draft"]),
        ("1.1", "High School Administration", ["Instructional Leads", "learn and achieve"]),
        ("1.1", "Middle School Administration", ["core proficiencies from last year", "Review and revise"]),
        ("1.1", "Elementary School Administration", ["proficiency-based learning", "long effort"]),
        ("1.2", "School Committee", ["portrait of a graduate", "approve"]),
        ("1.2", "Superintendent", ["Speak up", "4th, 8th, and 12th"]),
        ("1.2", "Director of Student Services", ["portrait", "transition planning", "PK to grade 12"]),
        ("1.2", "Director of Learning and Teaching", ["building administrators", "conversations with staff"]),
        ("1.2", "High School Administration", ["With faculty", "each proficiency area", "grade level ends"]),
        ("1.2", "Middle School Administration", ["With faculty", "each proficiency area", "grade level ends"]),
        ("1.2", "Elementary School Administration", ["With faculty", "each proficiency area", "grade level ends"]),
        ("1.3", "Superintendent, Director of Student Services", ["changed assessments", "pilots", "resources and time"]),
        ("1.3", "Director of Learning and Teaching", ["Research and gather", "3 levels"]),
        ("1.3", "School Administration", ["time and resources", "PD", "2020–2021", "schedule or the calendar"]),
        ("2.1", "School Committee", ["District Improvement Plan", "approve"]),
        ("2.1", "Administration", ["Write the District Improvement Plan", "draft of the School Improvement Plan"]),
        ("2.1", "School Administration", ["Review and edit", "final form"]),
        ("2.1", "Instructional Leads", ["what faculty think", "District Improvement Plan", "draft School Improvement Plan"]),
        ("2.1", "Faculty", ["IL process"]),
        ("2.2", "Administration", ["Write the professional learning plan", "into practice"]),
        ("2.2", "Instructional Leads, Team Coordinators", ["into practice"]),
        ("2.3", "Administration", ["goals for how much community engagement", "tools to measure", "gaps in equity", "student engagement"]),
        ("2.3", "Faculty", ["equitable outcomes", "centered on students", "engagement of the community"]),
        ("3.1", "School Administration", ["supervising teachers", "how often"]),
        ("3.2", "Administration", ["key partners in the community"]),
    ]

    @Test func everyDutyFallsToItsRoles() throws {
        let duties = try objectives.flatMap { objective in objective["responsibilities"].list.map { (objective["id"].string ?? "", $0) } }
        #expect(Self.dutyFacts.count == 30 && duties.count == 30)
        for (duty, fact) in zip(duties, Self.dutyFacts) {
            let roles = duty.1["roles"].list.map { $0["name"].words }
            #expect((duty.0, roles.joined(separator: ", ")) == (fact.0, fact.1))
            #expect(duty.1["joint"] == .bool(roles.count > 1))
            expect(duty.1["text"].words, fact.2)
        }
        // What stands there in the place of a role.
        expect(try objective("3.3")["notes", 0, "text"].words, "names no role", "Family Engagement Best Practices", "STOKE")
    }

    // MARK: Outcomes

    struct OutcomeFact: Sendable, CustomTestStringConvertible {
        let id: String
        var when: String?
        var due: String?
        let words: [String]
        var testDescription: String { id }
    }

    static let outcomeFacts: [OutcomeFact] = [
        .init(id: "1.1a", when: "By January 2022", due: "2022-01-31", words: ["Every school", "draft of the proficiency areas"]),
        .init(id: "1.1b", when: "By March of 2022", due: "2022-03-31", words: ["across the community", "views on the proficiency areas"]),
        .init(id: "1.1c", when: "By June 2022", due: "2022-06-30", words: ["School Committee", "approved"]),
        .init(id: "1.2a", when: "By Spring 2022", due: "2022-05-31", words: ["Each school has a draft", "grades 4, 8, and 12"]),
        .init(id: "1.3a", when: "By the end of 2023", due: "2023-12-31", words: ["grades 4, 8, and 12", "3 of the 6 proficiency areas"]),
        .init(id: "1.3b", when: "By the end of 2023", due: "2023-12-31", words: ["recorded and studied", "close gaps"]),
        .init(id: "2.1a", when: "2019–20", due: "2020-06-30", words: ["professional development plan", "goals of the DIP and the SIPs", "faculty"]),
        .init(id: "2.1b", when: "2019–20", due: "2020-06-30", words: ["departments, Horizontal Teams, and Instructional Leadership Groups", "SIPs"]),
        .init(id: "2.2a", words: ["ILG, Horizontal Team, or department", "professional development plan", "SIP"]),
        .init(id: "2.2b", words: ["ILG meetings", "common set of tools and processes"]),
        .init(id: "2.2c", words: ["School leaders", "how well the tools and processes"]),
        .init(id: "2.3a", words: ["gaps in performance between groups"]),
        .init(id: "2.3b", words: ["same opportunity and the same access to every program", "who takes part"]),
        .init(id: "2.3c", words: ["more active part"]),
        .init(id: "2.3d", words: ["baseline for community engagement"]),
        .init(id: "3.1a", words: ["school climate survey", "every year", "staff, students, families, and the community"]),
        .init(id: "3.1b", words: ["results of the school climate survey", "reflections", "published"]),
        .init(id: "3.1c", words: ["share information", "encourage people to get involved", "share power"]),
        .init(id: "3.1d", words: ["accessible formats", "languages and cultures"]),
        .init(id: "3.2a", words: ["key constituencies", "areas of proficiency"]),
        .init(id: "3.3a", words: ["Administrative Team publishes", "values", "key constituencies"]),
        .init(id: "3.3b", words: ["Key constituencies say", "understand the three values"]),
        .init(id: "3.3c", words: ["2021–2022 DIP and SIPs", "key constituencies"]),
    ]

    @Test func noOutcomeIsLostOrAdded() throws {
        let outcomes = try objectives.flatMap { $0["outcomes"].list }
        #expect(outcomes.map { $0["id"].string } == Self.outcomeFacts.map(\.id) && outcomes.count == 23)
        #expect(try #require(outcomes.first { $0["id"].string == "1.3a" })["target", "number"] == .number(3))
        // Only what is told to the month and beyond doubt enters a calendar.
        #expect(outcomes.filter { $0["exact"] == .bool(true) }.map { $0["id"].string } == ["1.1a", "1.1b", "1.1c"])
    }

    @Test(arguments: outcomeFacts) func anOutcomeIsThere(_ fact: OutcomeFact) throws {
        let outcome = try #require(try objectives.flatMap { $0["outcomes"].list }.first { $0["id"].string == fact.id })
        #expect([outcome["when", "text"].string, outcome["due"].string] == [fact.when, fact.due])
        expect(outcome["text"].words, fact.words)
    }

    // MARK: Commitments

    @Test(arguments: [
        ("Tools:", ["materials, resources, timelines, benchmarks, and electronic systems", "curriculum and evaluation"]),
        ("Data:", ["several measures", "teaching", "design of curriculum", "professional development"]),
        ("Time:", ["PD days (whole or half)", "release time", "teams and faculty", "District Office", "visits to schools", "observations"]),
        ("Funding:", ["skill and leadership", "fellowships, stipends, workshops, and conferences"]),
    ]) func aCommitmentIsThere(_ name: String, _ words: [String]) throws {
        let commitments = try #require(try Self.plan.get()["after"].list.first { $0["id"].string == "commitments" })
        let commitment = try #require(commitments["text"].list.map(\.words).first { $0.hasPrefix(name) })
        expect(commitment, words)
    }

    private func expect(_ text: String, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation) { expect(text, words, sourceLocation: sourceLocation) }

    private func expect(_ text: String, _ words: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        for words in words { #expect(text.contains(words), "‘\(words)’ is missing", sourceLocation: sourceLocation) }
    }
}
