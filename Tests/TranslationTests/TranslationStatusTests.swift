import Publication
import TestSupport
import Testing

@testable import Translation

@Suite struct TranslationStatusTests {
    private func status(_ messages: PublicationMessages, _ files: [Catalog.File], _ reviews: Reviews = Reviews()) -> TranslationStatus.LanguageStatus {
        TranslationStatus(
            messages, languages: [.spanish], source: LanguageTag("en")!, catalogs: [.spanish: Catalog(language: .spanish, files: files)], reviews: reviews
        ).languages[0]
    }

    @Test func messagesAndWordsAreCountedByState() {
        let old = page("One two three four five.", "See [the plan](x.md).", "By a machine.", "Untouched.")
        let new = page("One two three four six.", "See [the plan](x.md).", "By a machine.", "Untouched.", "Not yet at all.")
        var files = old.translated
        files[0].catalog.entries[2].translations = ["Sin enlace"]
        files = new.merger.merge(files).files
        let reviews = Reviews().recording([(Message.Key(text: "By a machine."), "ES(By a machine.)")], in: .spanish, made: .machine, by: "DeepL", on: CalendarDate(11, 24))
        let part = status(new, files, reviews).documents[0].part
        #expect(part.coverage[.translated] == .init(messages: 2, words: 2))
        #expect(part.coverage[.fuzzy] == .init(messages: 1, words: 5))
        #expect(part.coverage[.rejected] == .init(messages: 1, words: 3))
        #expect(part.coverage[.machine] == .init(messages: 1, words: 3))
        #expect(part.coverage[.missing] == .init(messages: 1, words: 4))
        #expect(part.coverage.words == 17)
        #expect(part.coverage.percent == 29)
    }

    @Test func theOldestFuzzyTranslationIsDatedByTheCatalogsOwnHistory() {
        let first = page("One two three four five.", "Six seven eight nine ten."), second = page("One two three four 5ive.", "Six seven eight nine ten.")
        let third = page("One two three four 5ive.", "Six seven eight nine 10en.")
        var files = second.merger.merge(first.translated, on: CalendarDate(11, 1)).files
        files = third.merger.merge(files, on: CalendarDate(12, 1)).files
        #expect(status(third, files).total.oldestStale == 30)
        #expect(status(third, files).documents[0].part.oldestStale == 30)
        // Once it is translated, the other counts.
        for index in files[0].catalog.entries.indices where files[0].catalog.entries[index].id.hasPrefix("One") { files[0].catalog.entries[index].isFuzzy = false }
        files = third.merger.merge(files, on: CalendarDate(12, 20)).files
        #expect(status(third, files).total.oldestStale == 0)
    }

    @Test func vitalDocumentsComeFirst() {
        let messages = texts(["a.md": "---\ntitle: A day\n---\n", "b.md": "---\ntitle: B day\nvital: true\n---\n"])
        #expect(status(messages, []).documents.map(\.path) == ["b.md", "a.md"])
        #expect(status(messages, []).total.coverage.percent == 0)
    }

    @Test func anAcceptedTranslationIsTranslatedAndSaysWhy() throws {
        let new = page("One two three four 5ive.")
        let files = new.merger.merge(page("One two three four five.").translated).files
        let key = Message.Key(text: "One two three four 5ive.")
        let (catalog, accepted) = Catalog(language: .spanish, files: files).accepting([key, Message.Key(text: "Page")], reason: "a slip\nof the pen", on: CalendarDate(12, 2))
        #expect(accepted.map(\.key) == [key])
        #expect(accepted.first?.previous.text == "One two three four five.")
        #expect(catalog.state(of: key) == .translated("ES(One two three four five.)"))
        let entry = try #require(catalog.entry(of: key))
        #expect(entry.translatorComments == ["tidings: accepted 2026-12-02: a slip of the pen"])
        #expect(entry.previousID == nil)
        // It stays so, and is fuzzy again with the next change.
        #expect(new.merger.merge(catalog.files).files[0].catalog == catalog.files[0].catalog)
        #expect(page("One two three four seven.").merger.merge(catalog.files).files.entry("One two three four seven.")?.notes.count == 1)
    }

    @Test func messagesAreFoundByTheFirstDigitsOfTheirIds() {
        let key = Message.Key(text: "Words"), id = Reviews.id(of: Message.Key(text: "Words"))
        let ids = MessageIDs([key, Message.Key(text: "Other")])
        #expect(ids.find(String(id.prefix(6)).uppercased()) == .one(key))
        #expect(ids.find(String(id.prefix(3))) == .none)
        #expect(ids.find("0000000000000000") == .none)
        #expect(MessageIDs([key, key]).find(id) == .several(2))
    }
}
