import Foundation
import Testing

@testable import Building

/// `calendar.ics`, beside each plan and at each edition's root.
@Suite struct CalendarTests {
    /// The entries of a calendar, its folded lines joined: names with parameters, and values.
    private func entries(_ path: String, _ site: TestPublication) throws -> [[String: String]] {
        let lines = try site.site(path).replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
        #expect(lines.prefix(4) == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tidings//Tidings//EN", "CALSCALE:GREGORIAN"])
        #expect(lines.last == "END:VCALENDAR")
        var entries: [[String: String]] = []
        for line in lines {
            if line == "BEGIN:VEVENT" { entries.append([:]) }
            guard let colon = line.firstIndex(of: ":"), !entries.isEmpty else { continue }
            entries[entries.count - 1][String(line[..<colon])] = String(line[line.index(after: colon)...])
        }
        return entries
    }

    @Test func aPlansCalendarHoldsWhatIsDated() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let entries = try entries("plans/plan/calendar.ics", site)
        #expect(entries.map { $0["UID"] } == ["1.1a.plans--plan@test.example", "1.1b.plans--plan@test.example"])
        #expect(entries.map { $0["DTSTART;VALUE=DATE"] } == ["20220131", "20220615"])
        #expect(entries.map { $0["DTEND;VALUE=DATE"] } == ["20220201", "20220616"])
        #expect(entries.map { $0["SUMMARY;LANGUAGE=en"] } == ["1.1a: Everyone has answered.", "1.1b: =1+1 is “two”\\, or not."])
        #expect(entries[0]["DESCRIPTION;LANGUAGE=en"] == "Everyone has answered.\\nBy January 2022\\n6 of 8 groups\\nObjective 1.1: Ask everyone & listen\\nPlan")
        #expect(entries[0]["URL"] == "https://test.example/below/plans/plan/#1.1a" && entries[0]["TRANSP"] == "TRANSPARENT")
        #expect(entries.map { $0["DTSTAMP"] } == ["20220711T000000Z", "20220711T000000Z"])
        #expect(entries.map { $0["LAST-MODIFIED"] } == ["20220711T000000Z", "20220711T000000Z"])
    }

    @Test func theCalendarOfAllHoldsEventsToo() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let entries = try entries("calendar.ics", site)
        #expect(entries.map { $0["UID"] } == [
            "event.events--fair@test.example", "event.events--forum@test.example", "feedback.plans--school@test.example",
            "1.1a.plans--plan@test.example", "1.1b.plans--plan@test.example", "1.1a.plans--school@test.example",
        ])
        // From standard time, five hours behind UTC, to daylight saving time, which began four hours before.
        #expect((entries[1]["DTSTART"], entries[1]["DTEND"]) == ("20220312T230000Z", "20220313T100000Z"))
        #expect(entries[1]["LOCATION;LANGUAGE=en"] == "Hall\\, Main Street")
        #expect((entries[0]["DTSTART;VALUE=DATE"], entries[0]["DTEND;VALUE=DATE"]) == ("20221231", "20230101"))
        #expect((entries[2]["DTSTART;VALUE=DATE"], entries[2]["DESCRIPTION;LANGUAGE=en"]) == ("20220630", "You can tell us until June 30\\, 2022:\\nWrite to us."))
    }

    @Test func identifiersStayInEveryLanguageAndBuild() throws {
        let site = try SmallPlans.publication()
        try site.build()
        for path in ["calendar.ics", "plans/plan/calendar.ics", "plans/school/calendar.ics"] {
            let english = try entries(path, site)
            for language in ["es", "ar"] {
                let other = try entries(language + "/" + path, site)
                #expect(other.map { $0["UID"] } == english.map { $0["UID"] })
                #expect(other.map { $0["DTSTAMP"] } == english.map { $0["DTSTAMP"] })
                #expect(other.map { $0["DTSTART;VALUE=DATE"] ?? $0["DTSTART"] } == english.map { $0["DTSTART;VALUE=DATE"] ?? $0["DTSTART"] })
            }
        }
        let before = try entries("calendar.ics", site).map { $0["UID"] }
        try site.write("plans/plan.md", try String(contentsOfFile: site.place("plans/plan.md"), encoding: .utf8).replacing("Everyone has", with: "All have"))
        try site.build()
        #expect(try entries("calendar.ics", site).map { $0["UID"] } == before)
    }

    @Test func aTextSaysItsLanguage() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let entries = try entries("es/plans/plan/calendar.ics", site)
        #expect(entries[0]["SUMMARY;LANGUAGE=es"] == "1.1a: Todos han respondido." && entries[0]["URL"] == "https://test.example/below/es/plans/plan/#1.1a")
        #expect(entries[1]["SUMMARY;LANGUAGE=en"] != nil)
    }

    @Test func closedPlansAreInTheirOwnCalendarOnly() throws {
        let site = try SmallPlans.publication()
        try site.write("plans/plan.md", try String(contentsOfFile: site.place("plans/plan.md"), encoding: .utf8).replacing("adopted", with: "archived"))
        try site.build()
        #expect(try entries("plans/plan/calendar.ics", site).count == 2)
        #expect(try !site.site("calendar.ics").contains("plans--plan@"))
    }

    @Test func aCalendarHoldsSomething() throws {
        let site = try TestPublication(["index.md": "---\ntitle: Home\n---\n", "p.md": "---\nkind: plan\ntitle: P\n---\n## Goal 1: G\n"])
        try site.build()
        #expect(try site.siteFiles().filter { $0.hasSuffix(".ics") } == [])
        #expect(try site.siteFiles().filter { $0.hasPrefix("p/") } == ["p/index.html", "p/plan.csv", "p/plan.json", "p/stratml-part-1.xml", "p/stratml-part-2.xml"])
    }
}
