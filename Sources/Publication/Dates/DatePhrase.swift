/// A date as people write it in a plan: "By January 2022", "2021-22 (and ongoing)", "twice a month".
///
/// English, Spanish, Portuguese and French are read at once, since a label is often in another language than its page.
/// What people leave open stays open: a phrase says what it covers and, in `doubt`, why nobody can be sure of it.
package struct DatePhrase: Sendable, Hashable {
    /// How finely a phrase tells time, the finest first.
    package enum Precision: String, Sendable, CaseIterable { case day, month, season, quarter, halfYear, schoolYear, year, years }

    /// So many times in so many units: twice a month is 2 in 1 month, every two years is 1 in 2 years.
    package struct Recurrence: Sendable, Hashable {
        package enum Unit: String, Sendable, CaseIterable { case day, week, month, year }
        package let times: Int
        package let every: Int
        package let unit: Unit
    }

    /// Why a phrase cannot be told for sure. Its period is then the likelier reading, as each case says.
    package enum Doubt: String, Sendable, CaseIterable {
        /// "The end of 2023": the calendar year's is read; it may be a school year's.
        case kindOfYear
        /// "School year 2023": the one that ends in 2023 is read; it may be the one that begins then.
        case schoolYearOfOneYear
        /// "FY 2023": the year that ends in 2023 is read, beginning when the school year does; budgets may differ.
        case fiscalYear
        /// "Winter 2022": the season that ends in 2022 is read, so that fall 2021, winter 2022, spring 2022 follow each other.
        case seasonAcrossYears
        /// "2011-12": the school year is read; it may be December 2011.
        case monthOrSchoolYear
        /// "03/04/2022": March 4 is read; it may be April 3.
        case dayOrMonthFirst
        /// "Mid-2022", "early June 2022", "around March 2022": a third of the time named, or all of it.
        case vague
        /// "Biweekly": every two weeks is read, "biannually" as twice a year; either may be the other.
        case frequency
        /// "2021-22, 2022-23", or dates in two places: those listed first are read, as one period.
        case several
    }

    /// The days it covers; nil where only a recurrence is told.
    ///
    /// Of "the end of" something its last day, of "the start of" its first. "Before March 2022" is met by February 28 at
    /// the latest, and so that day is its period; "by March 2022" is met by the period's end.
    package let period: CalendarPeriod?
    package let precision: Precision?
    /// "By", "no later than", "before", and "for" where a language says so: "para enero de 2022".
    package let isDeadline: Bool
    package let isOngoing: Bool
    package let isRecurring: Bool
    package let recurrence: Recurrence?
    package let doubt: Doubt?

    /// Whether a calendar may hold it without a `Due:` line: told to the day or month, and beyond doubt.
    package var isExact: Bool { period != nil && doubt == nil && (precision == .day || precision == .month) }
}

extension DatePhrase {
    /// Reads the first date and the first recurrence of a text; nil where it has neither.
    ///
    /// A year alone has to look like one ("2021", "in 2021", "(2021)"), which "Room 2021" does not. "Ongoing" alone is a phrase.
    package init?(_ text: String, calendar: SchoolCalendar) {
        let reader = DateReader(tokens: DateToken.tokens(of: text), calendar: calendar)
        let dates = reader.dates()
        let recurrence = RecurrenceReader(tokens: reader.tokens).first(outside: dates.map(\.tokens))
        let opening = reader.openingQualifier()
        guard !dates.isEmpty || recurrence != nil || opening != nil else { return nil }
        let date = reader.joined(dates)
        self.init(
            period: date?.span.period, precision: date?.span.precision, isDeadline: date?.isDeadline ?? false,
            isOngoing: date?.isOngoing == true || opening == .ongoing, isRecurring: date?.isRecurring == true || opening == .recurring,
            recurrence: recurrence?.recurrence, doubt: date?.span.doubt ?? (recurrence?.isDoubtful == true ? .frequency : nil))
    }

    /// The dates in running text: days, months and seasons with their year, school years, years. Recurrences are not sought.
    package static func find(in text: String, calendar: SchoolCalendar) -> [(phrase: DatePhrase, range: Range<String.Index>)] {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
        let reader = DateReader(tokens: DateToken.tokens(of: text), calendar: calendar)
        return reader.dates().map { date in
            let phrase = DatePhrase(
                period: date.span.period, precision: date.span.precision, isDeadline: date.isDeadline, isOngoing: date.isOngoing,
                isRecurring: date.isRecurring, recurrence: nil, doubt: date.span.doubt)
            let (first, last) = (reader.tokens[date.tokens.lowerBound], reader.tokens[date.tokens.upperBound - 1])
            return (phrase, first.range.lowerBound..<last.range.upperBound)
        }
    }
}
