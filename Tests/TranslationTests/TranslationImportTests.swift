import Publication
import Testing

@testable import Translation

@Suite struct TranslationImportTests {
    @Test func anEmptyCellDeletesNothing() {
        let result = ExchangeSample(["One"], entries: [("One", "Uno")]).importing([("One", "")])
        #expect(result.entry("One")?.translations == ["Uno"])
        #expect(result.changedPaths.isEmpty)
        #expect(result.counts == .init(empty: 1))
    }

    @Test func twoRowsOfAMessageThatDifferAreReportedAndTheFirstCounts() {
        let result = ExchangeSample(["One", "Two"]).importing([("One", ""), ("One", "Uno"), ("Two", "Dos"), ("One", "Un"), ("Two", "Dos")])
        #expect(result.entry("One")?.translations == ["Uno"])
        #expect(result.problems.map(\.line) == [5])
        #expect(result.problems.map(\.rule) == [.exchangeRow])
        #expect(result.counts == .init(added: 2, empty: 1, leftOut: 1))
    }

    @Test func anIdOfNothingIsReportedWithItsRow() {
        let result = ExchangeSample(["One"]).importing([("Quite another thing altogether", "Otra cosa")])
        #expect(result.problems.map(\.line) == [2])
        #expect(result.problems.first?.message.contains("(row 2)") == true)
        #expect(result.changedPaths.isEmpty)
        #expect(result.counts == .init(leftOut: 1))
    }

    @Test func aFuzzyTranslationIsConfirmedByItsState() {
        var sample = ExchangeSample(["One"], entries: [("One", "Uno")])
        sample.catalog.entries[0].isFuzzy = true
        #expect(sample.importing([("One", "Uno")]).counts == .init(unchanged: 1))
        let result = sample.importing([("One", "Uno")], state: .finished)
        #expect(result.counts == .init(confirmed: 1))
        #expect(result.entry("One")?.isFuzzy == false)
    }

    @Test func anUnfinishedTranslationIsFuzzyAndReplacesNoFinishedOne() {
        let new = ExchangeSample(["One"]).importing([("One", "Uno")], state: .unfinished)
        #expect(new.entry("One")?.isFuzzy == true)
        #expect(new.entry("One")?.translations == ["Uno"])
        let old = ExchangeSample(["One"], entries: [("One", "Uno")]).importing([("One", "Un")], state: .unfinished)
        #expect(old.entry("One")?.translations == ["Uno"])
        #expect(old.entry("One")?.isFuzzy == false)
        #expect(old.counts == .init(leftOut: 1))
    }

    private let before = "Every school has a garden for its pupils", after = "Every school has a garden for all its pupils"

    @Test func aRowWhoseSourceChangedIsFuzzyWhereMostWordsAreTheSame() {
        let result = ExchangeSample([after]).importing([(before, "Cada escuela tiene un jardín")])
        let entry = result.entry(after)
        #expect(entry?.isFuzzy == true)
        #expect(entry?.previousID == before)
        #expect(entry?.translations == ["Cada escuela tiene un jardín"])
        #expect(entry?.staleSince == ExchangeSample.day)
        #expect(result.counts == .init(fuzzy: 1))
        #expect(result.problems.map(\.line) == [2])
    }

    @Test func aRowWhoseSourceChangedIsFuzzyWhereTheCatalogSaysSo() {
        var sample = ExchangeSample(["Entirely new words"], entries: [("Entirely new words", "Viejo")])
        sample.catalog.entries[0].isFuzzy = true
        sample.catalog.entries[0].previousID = "Old"
        let result = sample.importing([("Old", "Antiguo")])
        #expect(result.entry("Entirely new words")?.translations == ["Antiguo"])
        #expect(result.entry("Entirely new words")?.isFuzzy == true)
        #expect(result.entry("Entirely new words")?.previousID == "Old")
    }

    @Test func aSourceThatIsNotTheIdsOwnIsNotBelieved() {
        var row = ReceivedTable.Row(source: "x", translation: "Cada escuela")
        row.source = before
        let result = ExchangeSample([after]).importing(ReceivedTable(rows: [row]))
        #expect(result.counts == .init(leftOut: 1))
        #expect(result.changedPaths.isEmpty)
    }

    @Test func aChangedSourceThatIsTranslatedAnewKeepsItsTranslation() {
        var sample = ExchangeSample([after], entries: [(after, "Nuevo")])
        // Some programs leave it when they take the fuzzy mark away.
        sample.catalog.entries[0].previousID = before
        let result = sample.importing([(before, "Viejo")])
        #expect(result.entry(after)?.translations == ["Nuevo"])
        #expect(result.counts == .init(leftOut: 1))
        #expect(result.problems.first?.message == "the source of row 2 has changed since, and is translated anew")
    }

    @Test func aCatalogThatIsOlderThanItsSourcesTakesWhatWasExportedFromIt() {
        let result = ExchangeSample([after], entries: [(before, "")]).importing([(before, "Cada escuela")])
        #expect(result.entry(before)?.translations == ["Cada escuela"])
        #expect(result.entry(before)?.isFuzzy == false)
        #expect(result.counts == .init(added: 1))
    }

    @Test func anObsoleteEntryIsWantedAgain() {
        var sample = ExchangeSample(["One"], entries: [("One", "Uno")])
        sample.catalog.entries[0].isObsolete = true
        sample.catalog.entries[0].translatorComments = ["kept"]
        let result = sample.importing([("One", "Un")])
        #expect(result.files[0].catalog.entries.count == 1)
        #expect(result.entry("One")?.translations == ["Un"])
        #expect(result.entry("One")?.translatorComments == ["kept"])
    }

    @Test func aTranslatorsCatalogIsMergedByItsMessages() {
        let file = """
            # María
            msgid ""
            msgstr ""
            "Language: es\\n"
            "Content-Type: text/plain; charset=UTF-8\\n"

            msgid "One"
            msgstr "Uno"

            #, fuzzy
            msgid "Two"
            msgstr "Dos"

            msgid "Three"
            msgstr ""

            msgctxt "verb"
            msgid "Book"
            msgstr "Reservar"

            #~ msgid "Four"
            #~ msgstr "Cuatro"
            """
        var sample = ExchangeSample(
            [.init(text: "One"), .init(text: "Two"), .init(text: "Three"), .init(text: "Four"), .init(context: "verb", text: "Book")],
            entries: [(.init(text: "Three"), "Tres")])
        sample.catalog.header["Last-Translator"] = "Jean"
        let table = received("spanish.po", file)
        #expect(table.language == "es")
        let result = sample.importing(table)
        #expect(result.entry("One")?.translations == ["Uno"])
        #expect(result.entry("Two")?.isFuzzy == true)
        #expect(result.entry("Three")?.translations == ["Tres"])
        #expect(result.entry("Four") == nil)
        #expect(result.entry("Book", context: "verb")?.translations == ["Reservar"])
        #expect(result.files[0].catalog.header == sample.catalog.header)
        #expect(result.counts == .init(added: 2, empty: 1, fuzzy: 1))
    }

    @Test func importingTwiceChangesNothingMore() {
        var sample = ExchangeSample([after, "One"], entries: [("One", "")])
        let rows = [("One", "Uno"), (before, "Cada escuela")]
        sample.catalog = sample.importing(rows).files[0].catalog
        let again = sample.importing(rows)
        #expect(again.files[0].catalog == sample.catalog)
        #expect(again.counts == .init(unchanged: 2))
    }
}
