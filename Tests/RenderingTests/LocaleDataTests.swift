import Publication
import Testing

@testable import Rendering

@Suite struct LocaleDataTests {
    private static func locale(_ code: String) throws -> LocaleData { LocaleData(try #require(LanguageTag(code))) }

    struct Written: Sendable, CustomTestStringConvertible {
        let code: String, day: String, time: String, hours: String, number: String, percent: String
        var testDescription: String { code }

        init(_ code: String, day: String, time: String, hours: String, number: String, percent: String) {
            (self.code, self.day, self.time, self.hours, self.number, self.percent) = (code, day, time, hours, number, percent)
        }
    }

    private static let table: [Written] = [
        Written(
            "en", day: "March 10, 2022", time: "Thursday, March 10, 2022 at 6:00\u{202F}PM",
            hours: "Thursday, March 10, 2022 at 6:00\u{202F}PM – 8:30\u{202F}PM", number: "1,234,567", percent: "42%"),
        Written(
            "es", day: "10 de marzo de 2022", time: "jueves, 10 de marzo de 2022, 18:00",
            hours: "jueves, 10 de marzo de 2022, 18:00 – 20:30", number: "1.234.567", percent: "42\u{00A0}%"),
        Written(
            "pt", day: "10 de março de 2022", time: "quinta-feira, 10 de março de 2022 às 18:00",
            hours: "quinta-feira, 10 de março de 2022 às 18:00 – 20:30", number: "1.234.567", percent: "42%"),
        Written(
            "pt-BR", day: "10 de março de 2022", time: "quinta-feira, 10 de março de 2022 às 18:00",
            hours: "quinta-feira, 10 de março de 2022 às 18:00 – 20:30", number: "1.234.567", percent: "42%"),
        Written(
            "fr", day: "10 mars 2022", time: "jeudi 10 mars 2022 à 18:00",
            hours: "jeudi 10 mars 2022 à 18:00 – 20:30", number: "1\u{202F}234\u{202F}567", percent: "42\u{00A0}%"),
        Written(
            "zh-Hans", day: "2022年3月10日", time: "2022年3月10日 星期四 18:00",
            hours: "2022年3月10日 星期四 18:00 – 20:30", number: "1,234,567", percent: "42%"),
        Written(
            "ar", day: "10 مارس، 2022", time: "الخميس، 10 مارس، 2022، 6:00\u{00A0}م",
            hours: "الخميس، 10 مارس، 2022، 6:00\u{00A0}م – 8:30\u{00A0}م", number: "1,234,567", percent: "42\u{200E}%\u{200E}"),
        Written(
            "ht", day: "10 mas 2022", time: "jedi 10 mas 2022, 6:00 PM",
            hours: "jedi 10 mas 2022, 6:00 PM – 8:30 PM", number: "1\u{00A0}234\u{00A0}567", percent: "42%"),
        Written(
            "vi", day: "ngày 10 tháng 3, 2022", time: "lúc 18:00 Thứ Năm, ngày 10 tháng 3, 2022",
            hours: "lúc 18:00 – 20:30 Thứ Năm, ngày 10 tháng 3, 2022", number: "1.234.567", percent: "42%"),
        Written(
            "hmn", day: "2022-03-10", time: "2022-03-10, 18:00",
            hours: "2022-03-10, 18:00 – 20:30", number: "1,234,567", percent: "42%"),
        Written(
            "kea", day: "10 di Marsu di 2022", time: "kinta-fera, 10 di Marsu di 2022, 18:00",
            hours: "kinta-fera, 10 di Marsu di 2022, 18:00 – 20:30", number: "1\u{00A0}234\u{00A0}567", percent: "42%"),
        Written(
            "quc", day: "2022-03-10", time: "2022-03-10, 18:00",
            hours: "2022-03-10, 18:00 – 20:30", number: "1,234,567", percent: "42%"),
        Written(
            "hat", day: "10 mas 2022", time: "jedi 10 mas 2022, 6:00 PM",
            hours: "jedi 10 mas 2022, 6:00 PM – 8:30 PM", number: "1\u{00A0}234\u{00A0}567", percent: "42%"),
        Written(
            "sm", day: "2022-03-10", time: "2022-03-10, 18:00",
            hours: "2022-03-10, 18:00 – 20:30", number: "1,234,567", percent: "42%"),
    ]

    @Test(arguments: table) func datesAndNumbersAreWrittenAsTheLanguageDoes(_ written: Written) throws {
        let locale = try Self.locale(written.code)
        let start = try #require(CalendarTime("2022-03-10T18:00")), end = try #require(CalendarTime("2022-03-10T20:30"))
        #expect(locale.text(start.date) == written.day)
        #expect(locale.text(start) == written.time)
        #expect(locale.text(from: start, to: end) == written.hours)
        #expect(locale.text(1_234_567) == written.number)
        #expect(locale.percent(42) == written.percent)
    }

    @Test func aDayWithoutAnHourIsSaidWithItsWeekday() throws {
        let day = try #require(CalendarTime("2022-03-09"))
        #expect(try Self.locale("ht").text(day) == "mèkredi 9 mas 2022")
        #expect(try Self.locale("es").text(day) == "miércoles, 9 de marzo de 2022")
        #expect(try Self.locale("quc").text(day) == "2022-03-09")
    }

    @Test func severalDaysAreSaidFromTheFirstToTheLast() throws {
        let start = try #require(CalendarTime("2022-12-31T09:05")), end = try #require(CalendarTime("2023-01-01T00:00"))
        #expect(try Self.locale("ht").text(from: start, to: end) == "samdi 31 desanm 2022, 9:05 AM – dimanch 1 janvye 2023, 12:00 AM")
        #expect(try Self.locale("ht").text(from: start, to: start) == "samdi 31 desanm 2022, 9:05 AM")
        #expect(try Self.locale("hmn").text(try #require(CalendarPeriod("2021-07-01/2024-06-30"))) == "2021-07-01 – 2024-06-30")
    }

    /// The same days in Haitian Creole as ICU counts them in French, whose names differ letter by letter only.
    @Test func haitianWeekdaysAndMonthsFollowTheCalendar() throws {
        let haitian = try Self.locale("ht"), french = try Self.locale("fr")
        var pairs: Set<String> = []
        for year in [1900, 1969, 1970, 2022, 2024] {
            for month in 1...12 {
                for day in 1...28 {
                    let time = try #require(CalendarTime(CalendarDate(year: year, month: month, day: day)!.description))
                    let ours = haitian.text(time).split(separator: " "), theirs = french.text(time).split(separator: " ")
                    #expect(ours[1] == theirs[1] && ours[3] == theirs[3])
                    pairs.formUnion(["\(ours[0]) \(theirs[0])", "\(ours[2]) \(theirs[2])"])
                }
            }
        }
        // Seven days and twelve months: each always goes with the same one.
        #expect(pairs.count == 19)
        #expect(pairs.isSuperset(of: ["mèkredi mercredi", "dimanch dimanche", "jen juin", "jiyè juillet", "out août", "me mai"]))
    }

    @Test(arguments: [
        ("en", "English"), ("es", "Español"), ("pt-BR", "Português (Brasil)"), ("zh-Hans", "简体中文"), ("ar", "العربية"),
        ("ht", "Kreyòl ayisyen"), ("ht-HT", "Kreyòl ayisyen"), ("vi", "Tiếng Việt"), ("hmn", "Hmoob"), ("kea", "Kabuverdianu"),
        ("quc", "Kʼicheʼ"), ("mam", "Mam"), ("tl", "Tagalog"), ("so", "Soomaali"),
    ]) func languagesAreNamedAsTheirReadersDo(_ code: String, _ name: String) throws {
        #expect(LocaleData.ownHeading(of: try #require(LanguageTag(code))) == name)
    }

    @Test func languagesAreNamedInOthers() throws {
        func name(_ language: String, in reader: String) throws -> String {
            try Self.locale(reader).name(of: try #require(LanguageTag(language)))
        }
        #expect(try name("ht", in: "en") == "Haitian Creole")
        #expect(try name("en", in: "es") == "inglés")
        #expect(try Self.locale("es").heading(of: try #require(LanguageTag("en"))) == "Inglés")
        #expect(try name("en", in: "vi") == "tiếng Anh")
        #expect(try name("en", in: "ht") == "anglè")
        #expect(try name("pt-BR", in: "ht") == "pòtigè (Brezil)")
        // Which has no names for others: then their own.
        #expect(try name("es", in: "quc") == "español")
        #expect(try name("mww", in: "en") == "Hmoob")
        #expect(try name("xyz", in: "en") == "xyz")
    }

    @Test func severalThingsAreListed() throws {
        let items = ["a", "b", "c"]
        #expect(try Self.locale("en").list(items) == "a, b, and c")
        #expect(try Self.locale("es").list(items) == "a, b y c")
        #expect(try Self.locale("zh-Hans").list(items) == "a、b和c")
        #expect(try Self.locale("ht").list(items) == "a, b ak c")
        #expect(try Self.locale("ht").list(["a"]) == "a")
        #expect(try Self.locale("quc").list(items) == "a, b, c")
    }

    @Test func namesAreSortedAsTheLanguageDoes() throws {
        let spanish = try Self.locale("es"), unknown = try Self.locale("quc")
        #expect(["Zeta", "ñu", "Ábaco", "nube", "abeja"].sorted(by: spanish.isOrdered) == ["Ábaco", "abeja", "nube", "ñu", "Zeta"])
        #expect(["b", "Á", "a"].sorted(by: unknown.isOrdered) == ["a", "Á", "b"])
    }
}
