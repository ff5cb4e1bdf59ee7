import Publication
import Testing

@testable import Rendering

@Suite struct CalendarFileTests {
    /// Any text folds into lines of 75 octets at most, each of them whole characters, and unfolds to itself.
    @Test(arguments: 0..<200) func linesAreFolded(_ seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(_ limit: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % limit
        }
        var text = String.UnicodeScalarView()
        for _ in 0..<random(400) {
            let value: UInt64 = [random(0x5F) + 0x20, random(0x700) + 0xA0, random(0x5000) + 0x3000, random(0x1000) + 0x1F300][Int(random(4))]
            text.append(Unicode.Scalar(UInt32(value)) ?? " ")
        }
        let line = "SUMMARY:" + String(text)
        var lines = CalendarFile.Lines()
        lines.write(line)
        let bytes = lines.bytes
        #expect(bytes.suffix(2) == [13, 10])
        var unfolded: [UInt8] = []
        for (number, part) in bytes.dropLast(2).split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            let part = part.last == 13 ? part.dropLast() : part
            #expect(part.count <= 75 && String(validating: part, as: UTF8.self) != nil)
            #expect(number == 0 || part.first == UInt8(ascii: " "))
            unfolded += number == 0 ? part : part.dropFirst()
        }
        #expect(unfolded == Array(line.utf8))
    }

    @Test(arguments: [
        ("a, b; c\\d", "a\\, b\\; c\\\\d"), ("one\ntwo\r\nthree", "one\\ntwo\\nthree"), ("a\u{7}b\u{0}c\u{7F}", "abc"), ("tab\tstays", "tab\tstays"),
        ("e\u{301}\u{200F}", "e\u{301}\u{200F}"), ("BEGIN:VEVENT\nX", "BEGIN:VEVENT\\nX"),
    ]) func textIsEscaped(_ text: String, _ escaped: String) {
        #expect(CalendarFile.escaped(text).unicodeScalars.elementsEqual(escaped.unicodeScalars))
    }

    @Test func theDayAfterIsTheCalendars() throws {
        var date = try #require(CalendarDate("1999-12-01"))
        for days in date.daysSince1970...(date.daysSince1970 + 160_000) {
            guard date.daysSince1970 == days, CalendarDate(daysSince1970: days) == date else { Issue.record("\(date) is not \(days)"); return }
            date = date.next
        }
        #expect(CalendarDate(daysSince1970: -1).description == "1969-12-31" && CalendarDate(daysSince1970: -719_162).description == "0001-01-01")
        #expect(try #require(CalendarDate("9999-12-31")).next.description == "9999-12-31")
    }
}
