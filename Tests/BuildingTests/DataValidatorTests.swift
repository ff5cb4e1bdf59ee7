import Foundation
import Testing

@testable import Building

/// Data files, held against validators that others have written: Python's `jsonschema` and `icalendar`, which must be there:
/// `Tests/run` installs them.
@Suite struct DataValidatorTests {
    @Test func plansAreValidByTheirSchema() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let script = """
            import json, sys, jsonschema
            schema = json.load(open("schemas/plan.schema.json", encoding="utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
            for path in sys.argv[1:]:
                plan = json.load(open(path, encoding="utf-8"))
                assert plan["$schema"] == schema["$id"]
                for error in validator.iter_errors(plan): print(path, error.json_path, error.message)
                plan["extra"] = 1
                assert list(validator.iter_errors(plan)), "the schema allows anything"
            """
        #expect(try python(script, try site.siteFiles().filter { $0.hasSuffix("plan.json") }, in: site.folder + "/site") == "")
    }

    @Test func calendarsAreRead() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let script = """
            import sys, icalendar
            for path in sys.argv[1:]:
                calendar = icalendar.Calendar.from_ical(open(path, "rb").read())
                for part in calendar.walk():
                    for error in part.errors: print(path, error)
                for event in calendar.walk("VEVENT"):
                    if "DTEND" in event: assert event["DTEND"].dt > event["DTSTART"].dt
                    print(event["UID"], event["DTSTART"].dt, event["SUMMARY"].params["LANGUAGE"])
            """
        let read = try python(script, ["plans/plan/calendar.ics", "es/plans/plan/calendar.ics", "calendar.ics"], in: site.folder + "/site")
        #expect(read.split(separator: "\n").prefix(4) == [
            "1.1a.plans--plan@test.example 2022-01-31 en", "1.1b.plans--plan@test.example 2022-06-15 en",
            "1.1a.plans--plan@test.example 2022-01-31 es", "1.1b.plans--plan@test.example 2022-06-15 en",
        ])
        #expect(read.contains("event.events--forum@test.example 2022-03-12 23:00:00+00:00 en"))
    }

    private func python(_ script: String, _ arguments: [String], in folder: String) throws -> String {
        let process = Process(), output = Pipe()
        // Debian's own, since the packages are Debian's.
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-W", "ignore", "-c", script] + arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }
}
