import Publication
import Testing

@testable import Translation

@Suite struct ExchangeCSVTests {
    private let id = ExchangeRow.id(of: .init(text: "One"))

    private func translations(_ bytes: [UInt8]) -> [String] { ReceivedTable.read(SourceFile(path: "a.csv", bytes: bytes)).rows.map(\.translation) }

    @Test func itIsWrittenForSpreadsheets() {
        let sample = ExchangeSample(["One, \"two\""], entries: [("One, \"two\"", "=Uno")])
        let id = ExchangeRow.id(of: .init(text: "One, \"two\""))
        let expected = "\u{FEFF}ID,Where,Previous source,Source (en),Translation (es),Note,State\r\n"
            + "\(id),entry of the navigation,,\"One, \"\"two\"\"\",'=Uno,,translated\r\n"
        #expect(ExchangeCSV.written(sample.table()) == Array(expected.utf8))
    }

    @Test(arguments: [",", ";", "\t"]) func everySeparatorIsUnderstood(_ separator: String) {
        let text = ["ID", "Source", "Translation (es)"].joined(separator: separator) + "\r\n" + [id, "One", "\"a, b; c\td\""].joined(separator: separator) + "\r\n"
        let table = received("a.csv", text)
        #expect(table.rows.map(\.translation) == ["a, b; c d"])
        #expect(table.language == "es")
        #expect(table.problems.isEmpty)
    }

    @Test func everyEncodingIsUnderstood() {
        let text = "ID;Translation (es)\r\n\(id);Año “nuevo” €\r\n"
        #expect(translations([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == ["Año “nuevo” €"])
        #expect(translations(Array(text.utf8)) == ["Año “nuevo” €"])
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(translations([0xFF, 0xFE] + little) == ["Año “nuevo” €"])
        #expect(translations([0xFE, 0xFF] + big) == ["Año “nuevo” €"])
        #expect(translations(little) == ["Año “nuevo” €"])
        #expect(translations(big) == ["Año “nuevo” €"])
        let windows: [UInt8] = Array("ID;Translation\n\(id);A".utf8) + [0xF1] + Array("o ".utf8) + [0x93] + Array("nuevo".utf8) + [0x94, 0x20, 0x80]
        #expect(translations(windows) == ["Año “nuevo” €"])
    }

    @Test func columnsAreFoundInAnyOrder() {
        let table = received("a.csv", "state,TRANSLATION (es),mine,id\ndone,Uno,x,\(id)\n")
        #expect(table.rows.map(\.translation) == ["Uno"])
        #expect(table.rows.map(\.state) == [.finished])
        #expect(table.rows.map(\.source) == [nil])
    }

    @Test func linesAboveTheHeadingsAreSkipped() {
        #expect(received("a.csv", "sep=;\r\nFor María;;\r\nID;Translation\r\n\(id);Uno\r\n").rows.map(\.translation) == ["Uno"])
    }

    @Test func brokenLinesInCellsAreOneTextAndCountAsLines() {
        let two = ExchangeRow.id(of: .init(text: "Two"))
        let table = received("a.csv", "ID,Translation\n\(id),\"Uno\ny \r\n más\"\n\(two),Dos\n")
        #expect(table.rows.map(\.translation) == ["Uno y más", "Dos"])
        #expect(table.rows.map(\.line) == [2, 5])
        #expect(table.rows.map(\.name) == ["row 2", "row 3"])
    }

    @Test func quotationMarksInsideAnUnquotedCellAreItsOwn() {
        #expect(received("a.csv", "ID,Translation\n\(id),Uno \"y\" dos\n").rows.map(\.translation) == ["Uno \"y\" dos"])
        #expect(received("a.csv", "ID,Translation\n\(id),\"Uno\" y dos\n").rows.map(\.translation) == ["Uno y dos"])
    }

    @Test func shortAndEmptyLinesAreNoRows() {
        let table = received("a.csv", "ID,Translation\r\r,,\r\(id)\r")
        #expect(table.rows.map(\.translation) == [""])
        #expect(table.problems.isEmpty)
    }

    @Test func aTableWithoutItsHeadingsIsRefused() {
        #expect(received("a.csv", "\(id),Uno\n").problems.map(\.rule) == [.exchangeFile])
        #expect(received("a.csv", "").problems.map(\.rule) == [.exchangeFile])
    }

    @Test func aCellThatNeverEndsIsRefused() {
        let table = received("a.csv", "ID,Translation\n\(id),\"Uno\n")
        #expect(table.problems.map(\.severity) == [.error])
        #expect(table.problems.map(\.message) == ["a cell that begins with a quotation mark on line 2 never ends, so that what follows cannot be told apart"])
    }

    @Test func aTranslationWithoutAnIdIsReported() {
        let table = received("a.csv", "ID,Translation\n1.23E+15,Uno\n,done by María\n,\n")
        #expect(table.rows.isEmpty)
        #expect(table.problems.map(\.line) == [2, 3])
        #expect(table.problems.allSatisfy { $0.severity == .warning })
    }

    @Test func documentsInTheirOwnFormAreNamed() {
        for head in [Array("PK\u{3}\u{4}".utf8), [0xD0, 0xCF, 0x11, 0xE0], Array("%PDF-1.7".utf8), Array("MIME-Version: 1.0\n".utf8)] {
            let table = ReceivedTable.read(SourceFile(path: "a.xlsx", bytes: head + [0, 1, 2]))
            #expect(table.problems.map(\.rule) == [.exchangeFile])
            #expect(table.problems.first?.help.contains("CSV UTF-8") == true)
        }
    }

    @Test func lettersThatAProgramLostAreNotTakenForATranslation() {
        for lost in ["????? ????", "Ti?ng Vi?t", "A\u{FFFD}o"] {
            let result = ExchangeSample(["One"]).importing([("One", lost)])
            #expect(result.counts == .init(leftOut: 1), "\(lost)")
        }
        for kept in ["¿Qué?", "Why? Because", "Who?", "?"] {
            #expect(ExchangeSample(["One"]).importing([("One", kept)]).counts == .init(added: 1), "\(kept)")
        }
        #expect(ExchangeSample(["See a?b"]).importing([("See a?b", "Vea a?b")]).counts == .init(added: 1))
    }
}
