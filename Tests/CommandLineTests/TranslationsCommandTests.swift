import Foundation
import Testing

/// The commands that look after catalogs, run as people run them.
@Suite struct TranslationsCommandTests {
    private static let settings = "title: Our District\naddress: https://www.example.org/\nlanguages: [en, es, ht]\n"
    private static let goals = "---\ntitle: Goals\n---\nEvery child reads well by the third grade.\n\nWe meet 12 times a year.\n"

    private func publication() throws -> Scratch {
        try Scratch.publication(["publication.yaml": TranslationsCommandTests.settings, "goals.md": TranslationsCommandTests.goals])
    }

    private func translate(_ scratch: Scratch, _ language: String = "es") throws {
        let path = "content/translations/\(language).po"
        try scratch.write(scratch.text(path).replacing(/msgid "(.+)"\nmsgstr ""/) { "msgid \"\($0.1)\"\nmsgstr \"[\($0.1)]\"" }, to: path)
    }

    private func run(_ arguments: String..., in scratch: Scratch) async throws -> Program.Result {
        try await Program.run(["translations"] + arguments, in: scratch.path)
    }

    @Test func anUpdateMakesCatalogsAndThenChangesNothing() async throws {
        let scratch = try publication()
        let first = try await run("update", "--on", "2026-11-24", in: scratch)
        #expect(first.status == 0 && first.error == "")
        #expect(first.output.contains("es: a new catalog, content/translations/es.po: 0 as before, 6 to translate.\n"), "\(first.output)")
        #expect(scratch.names(in: "content/translations") == ["es.po", "ht.po", "messages.pot"])
        let files = scratch.files(in: "content/translations")
        let second = try await run("update", "--on", "2026-12-24", in: scratch)
        #expect(second.output == "6 messages in content/translations/messages.pot, unchanged.\nes: up to date.\nht: up to date.\n")
        #expect(scratch.files(in: "content/translations") == files)
    }

    @Test func aCatalogOfAnotherVersionIsUpdatedAndNamed() async throws {
        let scratch = try publication()
        _ = try await run("update", in: scratch)
        let path = "content/translations/es.po"
        try scratch.write(scratch.text(path).replacing("X-Extract-Rules: 1", with: "X-Extract-Rules: 7"), to: path)
        let said = "  Its messages were found by the rules 7, says its header, and by the rules 1 now: was another version of tidings here?\n"
        #expect(try await run("update", in: scratch).output.contains("es: up to date.\n\(said)ht: up to date.\n"))
        try scratch.write(TranslationsCommandTests.goals.replacing("12", with: "14"), to: "content/goals.md")
        let update = try await run("update", in: scratch).output
        #expect(update.contains("es: content/translations/es.po:") && update.contains(".\n\(said)"), "\(update)")
    }

    @Test func anUpdateOfOneLanguageLeavesTheOthers() async throws {
        let scratch = try publication()
        #expect(try await run("update", "ht", in: scratch).status == 0)
        #expect(scratch.names(in: "content/translations") == ["ht.po", "messages.pot"])
    }

    @Test func aCatalogThatCannotBeReadStopsEverything() async throws {
        let scratch = try publication()
        _ = try await run("update", in: scratch)
        try scratch.write("msgid \"half an", to: "content/translations/es.po")
        try scratch.write(TranslationsCommandTests.goals.replacing("12", with: "14"), to: "content/goals.md")
        let files = scratch.files(in: "content/translations")
        let result = try await run("update", in: scratch)
        #expect(result.status == 1 && result.output == "")
        #expect(result.error.contains("content/translations/es.po:1:"), "\(result.error)")
        #expect(result.error.hasSuffix("Nothing was changed: catalogs are only written when all of the publication can be read.\n"))
        #expect(scratch.files(in: "content/translations") == files)
    }

    @Test func aChangeIsListedAcceptedAndCounted() async throws {
        let scratch = try publication()
        _ = try await run("update", "--on", "2026-11-01", in: scratch)
        try translate(scratch)
        try scratch.write(TranslationsCommandTests.goals.replacing("12", with: "14"), to: "content/goals.md")
        let update = try await run("update", "es", "--on", "2026-11-24", in: scratch)
        #expect(update.output.contains("es: content/translations/es.po: 5 as before, 1 to look at again.\n"), "\(update.output)")
        #expect(update.output.contains("numbers changed: “We meet 14 times a year.”"))
        let list = try await run("accept", in: scratch).output
        #expect(list.contains("was: “We meet 12 times a year.”"), "\(list)")
        let id = String(list.split(separator: " ")[1])
        let json = try await run("status", "es", "--json", in: scratch).output
        #expect(json.contains("\"oldestStaleDays\" : 0"))
        let accepted = try await run("accept", id, "--reason", "said so all along", "--on", "2026-11-25", in: scratch)
        #expect(accepted.status == 0 && accepted.output == "es: \(id) holds: “[We meet 12 times a year.]”\n")
        #expect(scratch.text("content/translations/es.po").contains("# tidings: accepted 2026-11-25: said so all along\n"))
        let again = try await run("accept", id, "--reason", "twice", in: scratch)
        #expect(again.status == 1 && again.output == "")
        let status = try await run("status", "es", in: scratch).output
        #expect(status.hasPrefix("es: 100 % of "), "\(status)")
    }

    @Test func aReviewIsRecordedAndMachineWorkDoesNotUndoIt() async throws {
        let scratch = try publication()
        _ = try await run("update", in: scratch)
        #expect(try await run("review", "es", "--by", "interpreter", in: scratch).status == 1)
        try translate(scratch)
        let review = try await run("review", "es", "--document", "goals.md", "--by", "interpreter", "--on", "2026-11-24", in: scratch)
        #expect(review.status == 0 && review.output == "es: 3 translations recorded as reviewed by interpreter.\n", "\(review)")
        let machine = try await run("review", "es", "--made", "machine", "--tool", "DeepL", "--on", "2026-11-24", in: scratch)
        #expect(machine.output == "es: 3 translations recorded as made by DeepL; 3 left as recorded before.\n", "\(machine)")
        #expect(scratch.text("content/translations/reviews.yaml").contains("- language: es\n  made: human\n  reviewed-by: interpreter\n  on: 2026-11-24\n  messages: |\n    "))
        let status = try await run("status", "es", "--json", in: scratch).output
        #expect(status.contains("\"machine\" : {\n            \"messages\" : 3,"), "\(status)")
    }

    @Test(arguments: [
        (["update", "fr"], "tidings: the publication has no language ‘fr’\n  fix: "),
        (["update", "en"], "tidings: the publication is written in ‘en’"),
        (["accept", "0123456789", "--reason", "x"], "tidings: no message of the publication has the id ‘0123456789’"),
        (["accept", "0123456789"], "Error: Say why the translation holds"),
        (["review", "es"], "Error: Say who, by role"),
        (["review", "es", "--made", "machine"], "Error: Name the program that translated"),
        (["review", "es", "--by", "x", "--document", "goal.md"], "tidings: there is no document ‘goal.md’\n  fix: The nearest is ‘goals.md’."),
        (["update", "--on", "2026-02-30"], "Error: ‘2026-02-30’ is no date"),
        (["update", "--folder", "nowhere"], "tidings: there is no folder ‘nowhere’"),
    ])
    func wrongUseEndsWithTwo(_ arguments: [String], _ expected: String) async throws {
        let scratch = try publication()
        let result = try await Program.run(["translations"] + arguments, in: scratch.path)
        #expect(result.status == 2 && result.output == "")
        #expect(result.error.hasPrefix(expected), "\(result.error)")
    }

    /// Builds never write catalogs.
    @Test func aBuildLeavesTheCatalogs() async throws {
        let scratch = try publication()
        _ = try await run("update", in: scratch)
        try scratch.write(TranslationsCommandTests.goals.replacing("12", with: "14"), to: "content/goals.md")
        let files = scratch.files(in: "content/translations")
        #expect(try await Program.run("build", in: scratch.path).status == 0)
        #expect(scratch.files(in: "content/translations") == files)
    }
}
