/// The days that a date covers, as it is written, and how sure that is.
struct DateSpan {
    var period: CalendarPeriod
    var precision: DatePhrase.Precision
    var doubt: DatePhrase.Doubt?
    /// The year, where nothing else is told.
    var yearAlone: Int?

    var isYearAlone: Bool { yearAlone != nil }
}

extension DateSpan {
    /// A part of it: the end's last day, the start's first, or a third of the time.
    ///
    /// A year's parts depend on the kind of year, unless that is told or the two are the same.
    func part(_ part: DateVocabulary.Part, isYearTold: Bool, in calendar: SchoolCalendar) -> DateSpan {
        var span = self
        span.yearAlone = nil
        if isYearAlone, !isYearTold, !calendar.isCalendarYear { span.doubt = span.doubt ?? .kindOfYear }
        switch part {
        case .start: span.period = CalendarPeriod(start: period.start, end: period.start)
        case .end: span.period = CalendarPeriod(start: period.end, end: period.end)
        case .early: span.period = period.third(0)
        case .middle: span.period = period.third(1)
        case .late: span.period = period.third(2)
        }
        if ![.start, .end].contains(part) { span.doubt = span.doubt ?? .vague }
        return span
    }

    /// From this date through a later one. Two years alone are school years, as in "2021-2024".
    func through(_ last: DateSpan, in calendar: SchoolCalendar) -> DateSpan? {
        if let first = yearAlone, let last = last.yearAlone {
            return first < last ? Self.years(from: first, through: last, in: calendar) : nil
        }
        guard period.start < last.period.start, period.end <= last.period.end else { return nil }
        return DateSpan(
            period: CalendarPeriod(start: period.start, end: last.period.end), precision: coarser(last.precision),
            doubt: doubt ?? last.doubt)
    }

    /// This and another one listed with it.
    func joined(with other: DateSpan) -> DateSpan {
        DateSpan(
            period: CalendarPeriod(start: min(period.start, other.period.start), end: max(period.end, other.period.end)),
            precision: coarser(other.precision), doubt: period == other.period ? doubt : .several)
    }

    private func coarser(_ other: DatePhrase.Precision) -> DatePhrase.Precision {
        let order = DatePhrase.Precision.allCases
        let coarsest = [precision, other].max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) } ?? other
        return coarsest == .schoolYear || coarsest == .year ? .years : coarsest
    }

    static func years(from year: Int, through last: Int, in calendar: SchoolCalendar) -> DateSpan? {
        calendar.years(from: year, through: last).map {
            DateSpan(period: $0, precision: last == year + 1 && !calendar.isCalendarYear ? .schoolYear : .years)
        }
    }

    static func year(_ year: Int) -> DateSpan? {
        CalendarPeriod.months(12, from: 1, of: year).map { DateSpan(period: $0, precision: .year, yearAlone: year) }
    }

    static func month(_ month: Int, of year: Int) -> DateSpan? {
        CalendarPeriod.months(1, from: month, of: year).map { DateSpan(period: $0, precision: .month) }
    }

    static func day(_ day: Int, month: Int, year: Int) -> DateSpan? {
        CalendarDate(year: year, month: month, day: day).map { DateSpan(period: CalendarPeriod(start: $0, end: $0), precision: .day) }
    }

    /// "School year 2023".
    func schoolYear(in calendar: SchoolCalendar) -> DateSpan? {
        guard let yearAlone, let period = calendar.year(endingIn: yearAlone) else { return nil }
        return DateSpan(period: period, precision: .schoolYear, doubt: calendar.isCalendarYear ? nil : .schoolYearOfOneYear)
    }

    /// The months from one of them, of a year alone or of a school year: September of 2021-22 is in 2021, June in 2022.
    func months(_ count: Int, from month: Int, precision: DatePhrase.Precision) -> DateSpan? {
        let isLater = yearAlone == nil && month < period.start.month
        return CalendarPeriod.months(count, from: month, of: period.start.year + (isLater ? 1 : 0)).map {
            DateSpan(period: $0, precision: precision, doubt: doubt == .monthOrSchoolYear ? nil : doubt)
        }
    }

    /// A season of a year alone, or of a school year.
    func season(_ season: Season, in calendar: SchoolCalendar) -> DateSpan? {
        let first = season.firstMonth(in: calendar)
        guard yearAlone != nil else {
            guard var span = months(3, from: first, precision: .season) else { return nil }
            if period.end < span.period.end { span.doubt = .seasonAcrossYears }
            return span
        }
        guard first == 12, let period = CalendarPeriod.months(3, from: 0, of: period.start.year) else {
            return months(3, from: first, precision: .season)
        }
        return DateSpan(period: period, precision: .season, doubt: .seasonAcrossYears)
    }

    /// "Q1 2022", "second half of 2021-22".
    func piece(_ index: Int, months count: Int, in calendar: SchoolCalendar) -> DateSpan? {
        guard (1...12 / count).contains(index) else { return nil }
        let precision: DatePhrase.Precision = count == 3 ? .quarter : .halfYear
        let doubt = isYearAlone && !calendar.isCalendarYear ? .kindOfYear : doubt
        return CalendarPeriod.months(count, from: period.start.month + (index - 1) * count, of: period.start.year).map {
            DateSpan(period: $0, precision: precision, doubt: doubt)
        }
    }
}
