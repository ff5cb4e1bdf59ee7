import Publication
import Testing

@testable import Translation

@Suite struct ExchangeRoundTripTests {
    /// Texts that some program on the way might take for something else.
    static let hardTexts = [
        "Plain words", "=1+1", "+34 900 100 200", "-5 %", "@home", "'quoted' first", "'=x", "''", "\"All\" \"of\" it\"", "a, b; c",
        "*emphasis*, `code`, [the plan][1] and ![a tree][2] <br> & &amp; &lt;", "1e5", "00123", "1/2", "4 de marzo", "junio 2022", "TRUE",
        "أهلاً وسهلاً", "日本語", "ខ្មែរ\u{200B}ភាសា", "a\u{A0}: b", "\u{202B}x\u{202C}", "e\u{301}", "\"\u{301}\"", "👩‍👩‍👧", "]]> <![CDATA[ <!-- x -->", "<td>cell</td></table>",
        "ID", "m0123456789abcdef", "sep=;",
    ]

    @Test(arguments: ExchangeFormat.allCases) func everyTextComesBackAsItWas(_ format: ExchangeFormat) {
        let sources = ExchangeRoundTripTests.hardTexts.map { "Source of " + $0 }
        let sample = ExchangeSample(sources, entries: Array(zip(sources, ExchangeRoundTripTests.hardTexts)))
        let table = sample.table()
        let back = format.roundTrip(table)
        #expect(back.problems.isEmpty)
        #expect(back.language == "es")
        #expect(back.rows.map(\.translation) == table.rows.map(\.translation))
        #expect(back.rows.map(\.source) == table.rows.map(\.source))
        #expect(back.rows.map(\.id) == table.rows.map(\.id))
    }

    @Test(arguments: ExchangeFormat.allCases) func whatComesBackUnchangedChangesNothing(_ format: ExchangeFormat) {
        var sample = ExchangeSample(["One", "Two", "Three"], entries: [("One", "Uno"), ("Two", "Dos\nlíneas"), ("Three", "")])
        sample.catalog.entries[1].isFuzzy = true
        sample.catalog.entries[1].previousID = "To"
        let result = sample.importing(format.roundTrip(sample.table()))
        #expect(result.files[0].catalog == sample.catalog)
        #expect(result.changedPaths.isEmpty)
        #expect(result.problems.isEmpty)
        #expect(result.counts == .init(unchanged: 2, empty: 1))
    }

    @Test(arguments: ExchangeFormat.allCases) func whatATranslatorFillsInIsInTheCatalog(_ format: ExchangeFormat) {
        var sample = ExchangeSample(["One", "Two", "Three"], entries: [("One", "Uno"), ("Two", "Segundo")])
        sample.catalog.entries[1].isFuzzy = true
        sample.catalog.entries[1].previousID = "Second"
        sample.catalog.entries[1].translatorComments = ["a person's words", "tidings: changed 2026-01-01"]
        var table = sample.table()
        table.rows[1].translation = "Dos"
        table.rows[2].translation = "Tres"
        let result = sample.importing(format.roundTrip(table))
        #expect(result.entry("One")?.translations == ["Uno"])
        #expect(result.entry("Two")?.translations == ["Dos"])
        #expect(result.entry("Two")?.isFuzzy == false)
        #expect(result.entry("Two")?.previousID == nil)
        #expect(result.entry("Two")?.translatorComments == ["a person's words"])
        #expect(result.entry("Three")?.translations == ["Tres"])
        #expect(result.entry("Three")?.extractedComments == ["entry of the navigation"])
        #expect(result.counts == .init(added: 1, changed: 1, unchanged: 1))
        #expect(result.hashes == [Reviews.hash(.init(text: "Two"), "Dos"), Reviews.hash(.init(text: "Three"), "Tres")])
    }

    @Test func onlyTheStatesThatAreWantedAreExported() {
        var sample = ExchangeSample(["One", "Two", "Three"], entries: [("One", "Uno"), ("Two", "Dos")])
        sample.catalog.entries[1].isFuzzy = true
        sample.catalog.entries[1].previousID = "To"
        #expect(sample.table(only: [.missing, .fuzzy]).rows.map(\.source) == ["Two", "Three"])
        #expect(sample.table(only: [.fuzzy]).rows.map(\.previous) == ["To"])
        #expect(sample.table(only: [.translated]).rows.map(\.translation) == ["Uno"])
    }

    @Test func contextsKeepEqualTextsApart() {
        let verb = Message.Key(context: "verb", text: "Book"), noun = Message.Key(text: "Book")
        let sample = ExchangeSample([verb, noun])
        var table = sample.table()
        #expect(table.rows.map(\.note) == ["Meaning: verb", ""])
        table.rows[0].translation = "Reservar"
        table.rows[1].translation = "Libro"
        let result = sample.importing(ExchangeFormat.csv.roundTrip(table))
        #expect(result.entry("Book", context: "verb")?.translations == ["Reservar"])
        #expect(result.entry("Book")?.translations == ["Libro"])
    }

    @Test func idsAreNoNumbersToASpreadsheet() {
        #expect(ExchangeRow.id(of: .init(text: "x")).hasPrefix("m"))
        #expect(ExchangeRow.id(written: " M0123456789ABCDEF\n") == "m0123456789abcdef")
        #expect(ExchangeRow.id(written: "0123456789abcdef") == "m0123456789abcdef")
        #expect(ExchangeRow.id(written: "1.23457E+15") == nil)
    }

    @Test func cellsThatProgramsRunOrRewriteHaveAnApostrophe() {
        let table: [(String, String)] = [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("\n=1", "'\n=1"),
            ("'=1", "''=1"), ("''=1", "'''=1"), ("＝1", "'＝1"), ("1e5", "'1e5"), ("00123", "'00123"), ("1/2", "'1/2"), ("4 de marzo", "'4 de marzo"),
            ("June 2022", "'June 2022"), ("$5", "'$5"), ("words", "words"), ("'words'", "'words'"), ("a=b", "a=b"), ("", ""), ("'", "'"),
            ("By June 2022, each school has a plan", "By June 2022, each school has a plan"), ("m0123456789abcdef", "m0123456789abcdef"),
        ]
        for (cell, guarded) in table {
            #expect(ExchangeCell.defused(cell) == guarded)
            #expect(ExchangeCell.armed(guarded) == cell)
        }
    }
}
