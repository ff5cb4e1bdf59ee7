import Testing

@testable import Publication

@Suite struct CalendarDateTests {
    @Test(arguments: ["2022-03-09", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"]) func realDaysAreRead(_ text: String) {
        #expect(CalendarDate(text)?.description == text)
    }

    @Test(arguments: ["2022-02-29", "1900-02-29", "2022-13-01", "2022-00-10", "2022-1-1", "22-01-01", "2022/01/01", "2022-01-01T", "٢٠٢٢-٠١-٠١", ""])
    func otherTextsAreNot(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2022-06-01", 19_144), ("0001-01-01", -719_162)])
    func daysAreCounted(_ text: String, _ days: Int) {
        #expect(CalendarDate(text)?.daysSince1970 == days)
    }

    @Test(arguments: [("2022-03-10T18:00", "2022-03-10T18:00"), ("2022-03-10 18:00", "2022-03-10T18:00"), ("2022-03-10T18:00:59", "2022-03-10T18:00"), ("2022-03-10", "2022-03-10")])
    func hoursAreRead(_ text: String, _ read: String) {
        #expect(CalendarTime(text)?.description == read)
    }

    @Test(arguments: ["2022-03-10T24:00", "2022-03-10T18:60", "2022-03-10T18", "2022-03-10T6:00 PM", "2022-03-10T18:00Z", "18:00"])
    func otherHoursAreNot(_ text: String) {
        #expect(CalendarTime(text) == nil)
    }

    @Test func periodsRunForward() {
        #expect(CalendarPeriod("2021-07-01/2024-06-30")?.end == CalendarDate("2024-06-30"))
        #expect(CalendarPeriod("2024-06-30/2021-07-01") == nil)
        #expect(CalendarPeriod("2021-07-01/") == nil)
        #expect(CalendarPeriod("") == nil)
    }
}
