extension DatePhrase.Recurrence {
    /// The day by which something that happened on a day is due again: a year later for "every year", six months later
    /// for "twice a year", where it is 100 or more times in its time, as soon as can be said.
    func day(after last: CalendarDate) -> CalendarDate? {
        let days: Int
        switch unit {
        case .day: days = max(1, every / max(1, times))
        case .week: days = max(1, 7 * every / max(1, times))
        case .month, .year:
            let months = (unit == .year ? 12 : 1) * every
            guard months % max(1, times) == 0, months / max(1, times) > 0 else { return last.adding(days: months * 30 / max(1, times)) }
            return last.adding(months: months / max(1, times))
        }
        return last.adding(days: days)
    }
}

extension CalendarDate {
    /// The same day of a later month, or that month's last.
    func adding(months: Int) -> CalendarDate? {
        let count = year * 12 + month - 1 + months
        let year = count / 12, month = count % 12 + 1
        guard (1...9999).contains(year) else { return nil }
        return CalendarDate(year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, of: year)))
    }

    /// A later day; nil beyond the year 9999.
    package func adding(days: Int) -> CalendarDate? {
        var (year, month, day) = (year, month, day + days)
        while day > CalendarDate.days(inMonth: month, of: year) {
            day -= CalendarDate.days(inMonth: month, of: year)
            month += 1
            if month > 12 { (year, month) = (year + 1, 1) }
            if year > 9999 { return nil }
        }
        return CalendarDate(year: year, month: month, day: day)
    }
}
