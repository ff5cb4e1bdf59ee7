import Foundation
import Testing

@testable import Building

/// `plan.json`, as programs read it.
@Suite struct PlanDataTests {
    private func plan(_ path: String, _ site: TestPublication) throws -> JSONValue { try .read(try site.site(path)) }

    @Test func itSaysWhatThePlanSays() throws {
        let site = try SmallPlans.publication()
        #expect(try site.problems() == "")
        let plan = try plan("plans/plan/plan.json", site)
        #expect(plan["$schema"].string == "https://test.example/below/schemas/plan.schema.json")
        #expect(plan["url"].string == "https://test.example/below/plans/plan/")
        #expect((plan["language"], plan["sourceLanguage"]) == (.string("en"), .string("en")))
        #expect((plan["title"].words, plan["organization"].words) == ("Plan", "The district"))
        #expect(plan["period"] == .object(["start": .string("2021-07-01"), "end": .string("2024-06-30")]))
        #expect(plan["status"] == .object(["id": .string("adopted"), "text": .string("Adopted")]))
        #expect((plan["approved", "by"].words, plan["approved", "on"].string) == ("School Committee", "2021-09-09"))
        #expect((plan["asOf"].string, plan["updated"].string) == ("2022-07-10", "2022-07-11"))
        #expect(plan["children", 0, "url"].string == "https://test.example/below/plans/school/")
        #expect((plan["introduction"].words, plan["footnotes"].words) == ("Before all.", "A note."))
        #expect(plan["before", 0] == .object([
            "id": .string("our-mission"), "kind": .string("mission"), "title": text("Our mission"), "text": .list([text("Teach all.")]),
        ]))
        #expect((plan["after", 0, "title"].words, plan["after", 0, "text"].words) == ("Commitments", "Tools: Share them."))
        #expect(plan["questions"].list.map { [$0["about"].string, $0["text"].words] } == [[nil, "Whose plan is it?"], ["1.1", "Who are they?"]])
        #expect(plan["reports"] == .list([.object([
            "asOf": .string("2022-07-10"), "title": text("First report"), "reportedBy": text("Superintendent"),
            "url": .string("https://test.example/below/plans/report/"),
        ])]))
        #expect(plan["goals", 0, "label"].string == "Goal 1" && plan["goals", 0, "title"].words == "Clear aims")
        #expect(plan["goals", 0, "text"].words == "So that people see them.")
    }

    @Test func anObjectiveHasItsParts() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let objective = try plan("plans/plan/plan.json", site)["goals", 0, "objectives", 0]
        #expect(objective["title"].words == "Ask everyone & listen")
        let activity = objective["activities", 0]
        #expect(["start", "end", "precision"].map { activity[.key($0)].string } == ["2021-07-01", "2022-06-30", "schoolYear"])
        #expect(activity["label"].words == "2021–22")
        #expect(activity["text"].list.map(\.words) == ["Ask first.", "Done: Then listen.", "Write it down.", "Who", "When", "All", "Soon"])
        let duties = objective["responsibilities"].list
        #expect(duties.map { $0["roles"].list.map { $0["name"].words } } == [["School Committee", "Superintendent"], ["Teachers"]])
        #expect(duties.map { $0["roles"].list.map { $0["id"].string } } == [["school-committee", "superintendent"], ["teachers"]])
        #expect(duties.map { $0["joint"] } == [.bool(true), .bool(false)])
        #expect(duties.map { $0["text"].words } == ["Lead it.", "Help."])
        #expect(objective["notes"].list.map { [$0["title"].words, $0["text"].words] } == [["Anything else", "Later."]])
        #expect(objective["supportedBy"] == .list([.object([
            "relation": .string("alignsWith"), "kind": .string("plan"), "document": text("School plan"), "id": .string("1.1"),
            "title": text("Do our part"), "url": .string("https://test.example/below/plans/school/#1.1"),
        ])]))
    }

    @Test func anOutcomeHasItsDateAndItsState() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let outcomes = try plan("plans/plan/plan.json", site)["goals", 0, "objectives", 0, "outcomes"]
        func facts(_ index: Int) -> [String?] {
            let outcome = outcomes.list[index]
            return ["id", "due", "precision", "asOf"].map { outcome[.key($0)].string } + [outcome["when"].words, outcome["status", "id"].string]
        }
        #expect(facts(0) == ["1.1a", "2022-01-31", "month", "2022-07-10", "By January 2022", "met"])
        #expect(facts(1) == ["1.1b", "2022-06-15", "day", "2022-07-10", "By Spring 2022", "in-progress"])
        #expect(facts(2) == ["1.1c", nil, nil, nil, "", nil])
        #expect(outcomes.list.map { [$0["pinned"], $0["exact"], $0["overdue"]] } == [
            [.bool(false), .bool(true), .bool(false)], [.bool(true), .bool(true), .bool(true)], [.bool(false), .bool(false), .bool(false)],
        ])
        #expect(outcomes[0, "target"] == .object(["text": .string("6 of 8 groups"), "number": .number(6)]))
        #expect(outcomes[1, "baseline"] == .object(["text": .string("2.5% of families"), "number": .number(2.5)]))
        #expect(outcomes[2, "text"].words == "A measure is found.")
        #expect(outcomes[0, "history"] == .list([.object([
            "asOf": .string("2022-07-10"), "status": .object(["id": .string("met"), "text": .string("Met")]), "text": .list([text("All have answered.")]),
            "report": .string("https://test.example/below/plans/report/#1.1a"),
        ])]))
    }

    @Test func anotherLanguageSaysWhatItHasNot() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let plan = try plan("es/plans/plan/plan.json", site), objective = plan["goals", 0, "objectives", 0]
        #expect((plan["language"].string, plan["url"].string) == ("es", "https://test.example/below/es/plans/plan/"))
        #expect(plan["goals", 0, "title"] == text("Fines claros"))
        #expect(plan["goals", 0, "text"] == .list([text("So that people see them.", "en")]))
        #expect(objective["title"] == text("Preguntar a todos y escuchar"))
        #expect(objective["activities", 0, "text"].list[0...1] == [text("Preguntar primero."), text("Hecho: Then listen.", "en")])
        #expect(objective["responsibilities", 0, "roles"].list.map { $0["name"] } == [text("Comité Escolar"), text("Superintendente")])
        #expect(objective["responsibilities", 1, "roles", 0, "name"] == text("Teachers", "en"))
        let outcome = objective["outcomes", 0]
        #expect(outcome["text"] == .list([text("Todos han respondido.")]) && outcome["when"] == text("Para enero de 2022"))
        #expect(outcome["due"].string == "2022-01-31")
        #expect(outcome["target"] == .object(["text": .string("De 8 grupos, 6"), "number": .number(6)]))
        #expect(outcome["history", 0, "text"] == .list([text("Han respondido todos.")]))
        #expect(objective["outcomes", 1, "text"] == .list([text("=1+1 is “two”, or not.", "en")]))
    }

    @Test func aPlanWrittenAnewIsItsOwnLanguages() throws {
        let adapted = """
            ---
            kind: plan
            title: El plan
            ---
            ## Meta 1: Fines

            ### Objetivo 1.1: Preguntar

            #### Responsabilidad

            - **El comité y la superintendencia:** Dirigir.

            #### Resultados

            - **1.1a — Para enero de 2022:** Todos han contestado.
            """
        let site = try SmallPlans.publication(["plans/plan.es.md": adapted])
        #expect(try site.problems().contains("does not say what it follows"))
        let plan = try plan("es/plans/plan/plan.json", site), objective = plan["goals", 0, "objectives", 0]
        #expect(plan["title"] == text("El plan") && plan["goals", 0, "label"].string == "Meta 1")
        #expect(objective["responsibilities", 0, "roles"].list.map { $0["id"].string } == ["school-committee", "superintendent"])
        #expect(objective["responsibilities", 0, "text"] == .list([text("Dirigir.")]))
        #expect(objective["outcomes", 0, "due"].string == "2022-01-31" && objective["outcomes", 0, "status", "id"].string == "met")
    }

    /// Also of a plan that is so long that its objectives have pages of their own.
    @Test func everyAddressLeadsToItsPart() throws {
        let objectives = (1...60).map { "### Objective 1.\($0): O\n\nSupports: 1.1a\n\n#### Outcomes\n\n- **1.\($0)a:** Done.\n\n" }
        let long = "---\nkind: plan\ntitle: Long\nparent: plan.md\n---\n## Goal 1: G\n\n" + objectives.joined()
        let site = try SmallPlans.publication(["plans/long.md": long])
        #expect(try site.problems() == "")
        for path in ["plans/long/plan.json", "plans/plan/plan.json", "es/plans/long/plan.json", "ar/plans/plan/plan.json"] {
            let addresses = try plan(path, site).addresses
            #expect(addresses.count > 15)
            for address in Set(addresses) where address != "https://test.example/below/schemas/plan.schema.json" {
                let parts = address.dropFirst("https://test.example/below/".count).split(separator: "#", omittingEmptySubsequences: false)
                let page = try site.site(parts[0] + "index.html")
                #expect(parts.count == 1 || page.contains("id=\"\(parts[1])\""), "\(address) in \(path)")
            }
        }
    }

    @Test func theSameContentMakesTheSameBytes() throws {
        let site = try SmallPlans.publication()
        try site.build(output: site.folder + "/one")
        try site.build(today: "2031-01-01", output: site.folder + "/other")
        try expectSameFiles(site.folder + "/one", site.folder + "/other")
    }

    @Test func noOtherFileTakesTheirPlaces() throws {
        let site = try SmallPlans.publication(["es/plans/school/plan.csv": "a\r\n", "calendar.ics": "x"])
        let problems = try site.problems()
        #expect(problems.contains("content/es/plans/school/plan.csv") && problems.contains("content/calendar.ics"))
        #expect(problems.contains("the same address as Tidings itself"))
    }

    private func text(_ words: String, _ lang: String? = nil) -> JSONValue {
        .object(["text": .string(words)].merging(lang.map { ["lang": .string($0)] } ?? [:]) { $1 })
    }
}
