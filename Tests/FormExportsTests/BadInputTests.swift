import Foundation
import Testing

@testable import FormExports

@Suite struct BadInputTests {
    @Test func problemsHaveTheirPlace() {
        #expect(problem("")?.message == "the file is empty")
        #expect(problem("\n\n \n")?.message == "the file is empty")
        #expect(problem("Is it?,Why?\n")?.message == "there are no responses below the header")
        let unclosed = problem("Is it?,Why?\nYes,né \"b\"\nNo,é,\"c\nYes,d\n")
        #expect(unclosed?.line == 3 && unclosed?.column == 6)
        #expect(unclosed?.description(of: "a.csv").hasPrefix("a.csv:3:6: error: a cell that begins with a quotation mark here never ends") == true)
        #expect(problem("2022-04-05 10:00:00,a@example.org,Yes\n")?.message == "the first line holds answers in cell 1, and no questions")
        #expect(problem("Email Address,Name\na@example.org,b\n")?.message == "no column of this table asks a question")
        let packed = try? SurveySummary(of: ExportSource([0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0]))
        #expect(packed == nil)
    }

    @Test(arguments: [
        ("# A title\n\nSome text, with commas.\nMore.\n", "this is a text, not a table of responses"),
        ("---\nkind: survey\n---\n", "this is a text, not a table of responses"),
        ("<!doctype html><html><head><title>Sign in</title>", "this is a page of the web, not the text of a table"),
        ("{\"a\": [1, 2, 3],\n\"b\": 2}", "this is JSON, not a table of responses"), ("[{\"a\": 1}]", "this is JSON, not a table of responses"),
        (String(repeating: "\u{1}a\u{2}", count: 300), "this is a file of bytes, not a table of responses"),
    ])
    func whatIsNoTableIsRefused(_ text: String, _ message: String) {
        #expect(problem(text)?.message == message)
    }

    @Test(arguments: ["Family survey 2022\n\n", "Family survey 2022,,\nSpring,,\n"]) func titlesAboveTheHeaderArePassedOver(_ title: String) throws {
        let rows = (0..<20).map { "2022-04-0\(1 + $0 % 9) 10:00,Yes,No" }.joined(separator: "\n")
        let summary = try summary(title + "Timestamp,Is it?,Was it?\n" + rows)
        #expect(summary.notes.contains("‘Family survey 2022’ stands above the header and is passed over"))
        #expect(summary.responses == 20)
        #expect(summary.rows(1) == ["Yes 20", "No answer 0"])
    }

    @Test func lettersThatCannotBeToldAreRefusedOrTold() throws {
        let western = try SurveySummary(of: ExportSource(Array(column("¿Qué?", [("Sí", 12), ("Núñez", 11)]).data(using: .windowsCP1252)!)))
        #expect(western.notes.contains { $0.contains("they were read as Windows-1252, for languages of Western Europe: ‘¿Qué?’.") })
        // "您同意吗?" in GBK.
        let chinese: [UInt8] = [0xC4, 0xFA, 0xCD, 0xAC, 0xD2, 0xE2, 0xC2, 0xF0, 0x3F, 0x0A]
        let bytes = chinese + (0..<20).flatMap { _ in [0xCD, 0xAC, 0xD2, 0xE2, 0x0A] as [UInt8] }
        #expect(throws: ExportProblem.self) { try SurveySummary(of: ExportSource(bytes)) }
    }

    @Test(arguments: [String.Encoding.utf8, .windowsCP1252, .utf16]) func theOptionsMayBeInAnyEncoding(_ encoding: String.Encoding) {
        #expect(ExportSource.text(Array("¿Cómo?: Teléfono | Correo".data(using: encoding)!)) == "¿Cómo?: Teléfono | Correo")
    }

    @Test func aHeaderThatStandsAgainIsNoResponse() throws {
        let rows = (0..<20).map { "Yes,\($0)" }
        let summary = try summary((["Is it?,B"] + rows[..<10] + ["Is it?,B"] + rows[10...]).joined(separator: "\n"))
        #expect(summary.responses == 20)
        #expect(summary.rows(1) == ["Yes 20", "No answer 0"])
        #expect(summary.notes.contains("the header stands again on line 12: it is passed over"))
    }

    @Test func raggedRowsAreCountedAndTold() throws {
        var rows = (0..<20).map { _ in "Yes,b,c" }
        rows[4] = "Yes"
        rows[6] = "Yes,b,c,d"
        rows[7] = "No,b,c,,"
        let summary = try summary("Is it?,B?,C?\n" + rows.joined(separator: "\n"))
        #expect(summary.responses == 19)
        #expect(summary.notes.contains("rows with more than 3 cells: 1, the first on line 8; their columns may have moved, and they are left out"))
        #expect(summary.notes.contains("rows with fewer than 3 cells: 1, the first on line 6; what is missing counts as no answer"))
        #expect(summary.section("How we asked").contains("rows that could not be read: 1."))
    }

    @Test(arguments: [",", ";", "\t"]) func everySeparatorIsKnown(_ separator: String) throws {
        let text = column("Is it, or; not\t?", [("Yes, a; b", 12), ("No", 11)], separator: separator)
        #expect(try summary(text).rows(1) == ["Yes, a; b 12", "No 11", "No answer 0"])
        #expect(try summary("sep=\(separator)\r\n" + text).rows(1) == ["Yes, a; b 12", "No 11", "No answer 0"])
    }

    @Test func everyEncodingIsKnown() throws {
        let text = column("¿Qué?", [("Sí, “claro” €", 12), ("Año", 11)])
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let windows = Array(try #require(text.data(using: .windowsCP1252)))
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big, windows] {
            for piece in [1, 3, 1000] {
                let summary = try SurveySummary(of: ExportSource(bytes, piece: piece))
                #expect(summary.heading(1) == "¿Qué?")
                #expect(summary.rows(1) == ["Sí, “claro” € 12", "Año 11", "No answer 0"])
            }
        }
    }

    /// Cut, doubled and changed exports end with a summary or a problem, and never write a small count.
    @Test(arguments: Sample.forms) func changedExportsDoNotCrash(_ name: String) throws {
        let original = try Sample.bytes(name)
        var numbers = Numbers(seed: 11)
        let scraps: [[UInt8]] = ["\"", ",", ";", "\t", "\n", "\r\n", "\0", "\u{FEFF}", "[", "]", "{\"ImportId\":\"Q\"}", "é", "1e99", "-", " - "].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xD8, 0]]
        for round in 0..<40 {
            var bytes = original
            for _ in 0...(round % 12) {
                let place = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1..<400, using: &numbers)))
                case 1: bytes.insert(contentsOf: scraps.randomElement(using: &numbers)!, at: place)
                case 2: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 300)], at: Int.random(in: 0..<bytes.count, using: &numbers))
                }
                if bytes.isEmpty { bytes = [34] }
            }
            _ = RawExport.reason(bytes)
            var options = SurveySummary.Options(by: round % 3 == 0 ? "language" : nil, declaredOptions: round % 2 == 0 ? try Sample.declared() : nil)
            options.wantsComments = true
            guard let summary = try? SurveySummary(of: ExportSource(bytes, piece: 1 + round * 50), options) else { continue }
            for line in summary.section("Results").split(separator: "\n") where line.hasPrefix("| ") && !line.hasPrefix("| Answer") {
                for cell in line.replacing("\\|", with: "").split(separator: "|").dropFirst().dropLast() {
                    if let count = Int(cell.filter { $0 != " " }) { #expect(count == 0 || count >= 10, "\(line)") }
                }
            }
        }
    }

    @Test func anyBytesEnd() {
        var numbers = Numbers(seed: 5)
        for length in [1, 2, 3, 10, 100, 2000] {
            for _ in 0..<40 {
                let bytes = (0..<length).map { _ in [UInt8](Array("\",;\n\r\t a1é@.:/-[]?{}".utf8) + [0, 255]).randomElement(using: &numbers)! }
                _ = try? SurveySummary(of: ExportSource(bytes, piece: 5))
                _ = RawExport.reason(bytes)
            }
        }
    }

    /// Cells that would make slow what guesses options, keep much what keeps answers.
    @Test func hugeAndStrangeTablesEnd() throws {
        let commas = "Which?,Row\n" + (0..<3000).map { "\"a\($0), b\($0 % 70), c\($0 % 300), d, e\($0 % 11)\",x" }.joined(separator: "\n")
        _ = try summary(commas)
        _ = try summary("Which?,Row\n" + (0..<30).map { "\"\(String(repeating: "a, ", count: 20_000))\($0)\",x" }.joined(separator: "\n"))
        _ = try summary((0..<3000).map { "Q \($0)?" }.joined(separator: ",") + "\n" + String(repeating: String(repeating: "Yes,", count: 3000) + "\n", count: 12))
        #expect(problem(String(repeating: "a,", count: 6000) + "\n")?.message == "6001 cells in one line: this is no table of responses")
    }

    /// 100,000 responses keep what 1,000 keep; how fast that is, is measured by hand.
    @Test func manyResponsesAreCounted() throws {
        var text = "Timestamp,Email Address," + (0..<12).map { "How much do you agree? [statement \($0)]" }.joined(separator: ",") + "\n"
        let words = ["Agree", "Strongly agree", "Neutral", "Disagree"]
        for row in 0..<20_000 {
            text += "4/\(1 + row % 28)/2022 10:00:00,p\(row)@example.org," + (0..<12).map { words[(row / ($0 + 1)) % 4] }.joined(separator: ",") + "\n"
        }
        let summary = try summary(text)
        #expect(summary.responses == 20_000)
        #expect(summary.rows(1) == ["Strongly agree 5000", "Agree 5000", "Neutral 5000", "Disagree 5000", "No answer 0"])
    }
}
