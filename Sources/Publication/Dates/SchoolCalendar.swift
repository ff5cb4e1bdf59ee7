/// How a publication reckons its year.
package struct SchoolCalendar: Sendable, Hashable {
    /// The school year's first month, 1 through 12. With 1, school years are calendar years.
    package var firstMonth = 7
    /// Whether seasons are those of the southern hemisphere.
    package var isSouthern = false

    package init(firstMonth: Int = 7, isSouthern: Bool = false) {
        self.firstMonth = firstMonth
        self.isSouthern = isSouthern
    }

    package var isCalendarYear: Bool { first == 1 }

    private var first: Int { min(max(firstMonth, 1), 12) }

    /// "2021-24": from the first school year's first day through the last one's last.
    ///
    /// Where school years are calendar years, "2021-22" is two of them; else 2022 is when the last one ends.
    package func years(from year: Int, through last: Int) -> CalendarPeriod? {
        .months((last - year + (isCalendarYear ? 1 : 0)) * 12, from: first, of: year)
    }

    /// The school (or budget) year known by one calendar year, taken to be the one in which it ends.
    package func year(endingIn year: Int) -> CalendarPeriod? {
        .months(12, from: first, of: isCalendarYear ? year : year - 1)
    }
}

/// The meteorologists' seasons: three whole months each, of the north; the south's are half a year off.
enum Season: Int, Sendable {
    case spring = 3, summer = 6, fall = 9, winter = 12

    func firstMonth(in calendar: SchoolCalendar) -> Int { calendar.isSouthern ? (rawValue + 5) % 12 + 1 : rawValue }
}

extension CalendarPeriod {
    /// From the earlier of two days through the later.
    package init(start: CalendarDate, end: CalendarDate) {
        self.start = min(start, end)
        self.end = max(start, end)
    }

    /// Whole months from the first of one of them; the month may lie beyond the year's twelve, or before them.
    static func months(_ count: Int, from month: Int, of year: Int) -> CalendarPeriod? {
        let first = year * 12 + month - 1
        let last = first + count - 1
        guard first >= 12, last >= first, let start = CalendarDate(year: first / 12, month: first % 12 + 1, day: 1),
            let end = CalendarDate(
                year: last / 12, month: last % 12 + 1, day: CalendarDate.days(inMonth: last % 12 + 1, of: last / 12))
        else { return nil }
        return CalendarPeriod(start: start, end: end)
    }

    /// The day before this period, as a period.
    var eve: CalendarPeriod? {
        let day = start.day > 1
            ? CalendarDate(year: start.year, month: start.month, day: start.day - 1)
            : CalendarPeriod.months(1, from: start.month - 1, of: start.year)?.end
        return day.map { CalendarPeriod(start: $0, end: $0) }
    }

    /// The first, second or last third (0, 1, 2): of a month by tens of days, of more by whole months.
    func third(_ index: Int) -> CalendarPeriod {
        let months = (end.year - start.year) * 12 + end.month - start.month + 1
        let isWhole = start.day == 1 && end.day == CalendarDate.days(inMonth: end.month, of: end.year)
        guard isWhole, months != 2 else { return self }
        if months == 1 {
            let first = CalendarDate(year: start.year, month: start.month, day: index * 10 + 1) ?? start
            let last = index == 2 ? end : CalendarDate(year: start.year, month: start.month, day: index * 10 + 10) ?? end
            return CalendarPeriod(start: first, end: last)
        }
        let length = index == 1 ? months - months / 3 * 2 : months / 3
        let offset = [0, months / 3, months - months / 3][index]
        return .months(length, from: start.month + offset, of: start.year) ?? self
    }
}
