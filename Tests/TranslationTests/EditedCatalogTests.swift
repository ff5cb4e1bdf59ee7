import Publication
import TestSupport
import Testing

@testable import Translation

/// What must hold after any edits, whatever the merger thinks of them.
@Suite struct EditedCatalogTests {
    private static func translation(of text: String) -> String { "ES(\(text))" }

    @Test(arguments: [1, 2] as [UInt64])
    func twoHundredEditsLoseNoTranslationAndLeaveNoneThatIsWrong(seed: UInt64) throws {
        var publication = EditedPublication(seed: seed)
        var translators = SeededGenerator(seed: seed &+ 100)
        var files = publication.messages.merger.merge().files.translating(EditedCatalogTests.translation)
        for step in 1...200 {
            let edit = publication.edit()
            let messages = publication.messages, merger = messages.merger
            let before = files
            let update = merger.merge(files)
            files = update.files
            let old = Catalog(language: .spanish, files: before), new = Catalog(language: .spanish, files: files)
            for message in CatalogTemplate(messages).entries {
                let entry = try #require(new.entry(of: message.key), "step \(step), \(edit)")
                // Each message that was there keeps its entry.
                if let same = old.entry(of: message.key) {
                    #expect(same.translations == entry.translations && same.isFuzzy == entry.isFuzzy, "step \(step), \(edit)")
                }
                // No translation of anything else is shown.
                if case .translated(let translation) = new.state(of: message.key) {
                    #expect(translation.withoutTrivia == EditedCatalogTests.translation(of: message.key.text).withoutTrivia, "step \(step), \(edit)")
                }
            }
            #expect(files[0].catalog.entries.count { !$0.isObsolete } == CatalogTemplate(messages).entries.count)
            // Nothing that was translated is lost: it is in the catalog still, for its message, as a suggestion, or obsolete.
            let texts = Set(files[0].catalog.entries.flatMap(\.translations))
            for entry in before[0].catalog.entries { #expect(entry.translations == [""] || texts.contains(entry.translations[0]), "step \(step), \(edit)") }
            // Again, and from the file: the same bytes.
            let bytes = files[0].catalog.written()
            let again = try #require(POFile.read(SourceFile(path: files[0].path, bytes: bytes)).0)
            #expect(merger.merge([.init(path: files[0].path, catalog: again)], on: CalendarDate(12, 24)).files[0].catalog.written() == bytes, "step \(step), \(edit)")
            // Now and then a translator works on some of it.
            if translators.chance(20) { files = files.translating { translators.chance(60) ? EditedCatalogTests.translation(of: $0) : nil } }
        }
        let bytes = files[0].catalog.written()
        #expect(try Gettext.run("msgcat", ["--no-wrap"], on: bytes).output == bytes)
        #expect(try Gettext.run("msgfmt", ["--check", "--output-file=/dev/null"], on: bytes).messages == "")
    }

    /// One edit of a paragraph's words touches no entry but its own.
    @Test func anEditTouchesOneEntry() {
        let old = page("## A heading", "The library opens at nine.", "- one thing\n- another thing", "The last words of all.")
        let new = page("## A heading", "The library closes at nine.", "- one thing\n- another thing", "The last words of all.")
        let before = old.translated[0].catalog, after = new.merger.merge(old.translated).files[0].catalog
        #expect(before.header == after.header)
        #expect(zip(before.entries, after.entries).count { $0 != $1 } == 1)
    }
}
