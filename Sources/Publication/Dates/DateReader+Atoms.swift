// The forms a date is written in, each read from one token on: the date and where the text goes on, or nil.
extension DateReader {
    func atom(at start: Int) -> (span: DateSpan, next: Int)? {
        guard start < tokens.count else { return nil }
        if tokens[start].isNumber {
            return numericDay(at: start) ?? dayFirst(at: start) ?? yearOrYears(at: start) ?? numericMonth(at: start)
        }
        return monthFirst(at: start) ?? season(at: start) ?? quarter(at: start) ?? pieceOfYear(at: start) ?? dayFirst(at: start)
            ?? namedYear(at: start)
    }

    // MARK: - Numbers

    private func number(at index: Int, digits: ClosedRange<Int> = 1...4) -> Int? {
        guard index < tokens.count, case .number(let value?, let count) = tokens[index].kind, digits.contains(count) else { return nil }
        return value
    }

    /// A year of four digits, of the last century or this one, or of two after an apostrophe.
    private func year(at index: Int) -> Int? {
        if let year = number(at: index, digits: 4...4), (1900...2099).contains(year) { return year }
        guard index < tokens.count, tokens[index].isAfterApostrophe else { return nil }
        return number(at: index, digits: 2...2).map { 2000 + $0 }
    }

    /// "2022-06-15", "3/15/2022", "15.3.2022": numbers with the same sign between them and nothing else.
    private func numericDay(at start: Int) -> (DateSpan, Int)? {
        guard let first = number(at: start), start + 4 < tokens.count, let second = number(at: start + 2, digits: 1...2),
            let third = number(at: start + 4), (start + 1...start + 4).allSatisfy({ tokens[$0].isGlued })
        else { return nil }
        let sign = tokens[start + 1].kind
        guard sign == tokens[start + 3].kind, tokens[start + 1].isDash || tokens[start + 1].isSign("/.") else { return nil }
        if let year = year(at: start) { return DateSpan.day(third, month: second, year: year).map { ($0, start + 5) } }
        let isShort = number(at: start + 4, digits: 2...2) != nil && tokens[start + 1].isSign("/")
        guard let year = year(at: start + 4) ?? (isShort ? 2000 + third : nil) else { return nil }
        let dayFirst = DateSpan.day(first, month: second, year: year)
        // Nobody writes a month first with full stops.
        if tokens[start + 1].isSign(".") { return dayFirst.map { ($0, start + 5) } }
        guard var span = DateSpan.day(second, month: first, year: year) ?? dayFirst else { return nil }
        if let dayFirst, dayFirst.period != span.period { span.doubt = .dayOrMonthFirst }
        return (span, start + 5)
    }

    /// "2022-06", "06/2022".
    private func numericMonth(at start: Int) -> (DateSpan, Int)? {
        guard start + 2 < tokens.count, tokens[start + 1].isGlued, tokens[start + 2].isGlued else { return nil }
        if tokens[start + 1].isSign("/"), let month = number(at: start, digits: 1...2), let year = number(at: start + 2, digits: 4...4) {
            guard (1...12).contains(month), (1900...2099).contains(year) else { return nil }
            return DateSpan.month(month, of: year).map { ($0, start + 3) }
        }
        return nil
    }

    /// "2021-22", "2021-2024", "2022-06", "2021", and what is said of the year after it ("2021-22 school year").
    private func yearOrYears(at start: Int) -> (DateSpan, Int)? {
        guard let first = year(at: start) else { return nil }
        if let (span, next) = years(from: first, at: start) {
            guard let (_, after) = Words.yearKinds.match(tokens, at: next) else { return (span, next) }
            return (span.withoutMonthDoubt, after)
        }
        return DateSpan.year(first).map { ($0, start + 1) }
    }

    /// A second number makes a school year where it is the next year, a longer time where it is a later one, and a month
    /// where it can be nothing else.
    private func years(from first: Int, at start: Int) -> (DateSpan, Int)? {
        guard start + 2 < tokens.count, tokens[start + 1].isDash || tokens[start + 1].isSign("/") else { return nil }
        let isGlued = tokens[start + 1].isGlued && tokens[start + 2].isGlued
        let next = start + 3
        if let last = number(at: start + 2, digits: 4...4), tokens[start + 1].isDash || isGlued {
            guard (first + 1...first + 50).contains(last), last <= 2099, !goesOn(at: next) else { return nil }
            return DateSpan.years(from: first, through: last, in: calendar).map { ($0, next) }
        }
        guard let last = number(at: start + 2, digits: 2...2), !goesOn(at: next) else { return nil }
        let isMonth = (1...12).contains(last) && isGlued && tokens[start + 1].kind != .dash(isHyphen: false)
        if last == (first + 1) % 100 {
            var span = DateSpan.years(from: first, through: first + 1, in: calendar)
            if isMonth, !tokens[start + 2].isAfterApostrophe { span?.doubt = .monthOrSchoolYear }
            return span.map { ($0, next) }
        }
        if isMonth { return DateSpan.month(last, of: first).map { ($0, next) } }
        guard last > 12, (first % 100 + 2...first % 100 + 10).contains(last) else { return nil }
        return DateSpan.years(from: first, through: first - first % 100 + last, in: calendar).map { ($0, next) }
    }

    /// Whether more of a number follows, other than a range's second year.
    private func goesOn(at next: Int) -> Bool {
        guard next < tokens.count, tokens[next].isGlued else { return false }
        if tokens[next].word != nil || tokens[next].isSign("%") { return true }
        guard tokens[next].isDash || tokens[next].isSign("/.,"), next + 1 < tokens.count, tokens[next + 1].isGlued else { return false }
        return tokens[next + 1].isNumber && year(at: next + 1) == nil
    }

    // MARK: - Months and days

    /// "January 2022", "Jan. 15, 2022", "March 1–5, 2022", "September–November 2021".
    private func monthFirst(at start: Int, isRangeRead: Bool = true) -> (DateSpan, Int)? {
        guard let (month, afterMonth) = Words.months.match(tokens, at: start) else { return nil }
        var next = afterMonth
        if isSign(".", at: next) { next += 1 }
        let isTold = next > afterMonth || isSign("/", at: next) || isOf(at: next)
        if Words.doubtfulMonths.contains(tokens[start].word ?? ""), !isTold { return nil }
        if let (first, last, after) = days(at: next), let (year, end) = yearAfter(after) {
            return days(first, last, month: month, year: year).map { ($0, end) }
        }
        if let (span, end) = yearsAfter(next) { return span.months(1, from: month, precision: .month).map { ($0, end) } }
        let (day, after) = days(at: next).map { ($0.first, $0.next) } ?? (nil, next)
        return isRangeRead ? range(from: month, day: day, at: after) : nil
    }

    /// "15 January 2022", "1er juin 2022", "del 1 al 5 de junio de 2022", "primero de enero de 2022".
    private func dayFirst(at start: Int, isRangeRead: Bool = true) -> (DateSpan, Int)? {
        guard let (first, last, afterDays) = days(at: start) else { return nil }
        var next = afterDays
        if isOf(at: next) || (next < tokens.count && tokens[next].isDash) || isSign(".", at: next) { next += 1 }
        if isWord("month", at: next) || isWord("mes", at: next) || isWord("mois", at: next) { next += isOf(at: next + 1) ? 2 : 1 }
        guard let (month, afterMonth) = Words.months.match(tokens, at: next) else { return nil }
        next = isSign(".", at: afterMonth) ? afterMonth + 1 : afterMonth
        if let (year, end) = yearAfter(next) { return days(first, last, month: month, year: year).map { ($0, end) } }
        return isRangeRead && first == last ? range(from: month, day: first, at: next) : nil
    }

    /// A month or day without its year, which the range's end then tells.
    private func range(from month: Int, day: Int?, at start: Int) -> (DateSpan, Int)? {
        guard var next = afterConnector(at: start, isBetween: true) ?? (isSign("/&", at: start) ? start + 1 : nil) else { return nil }
        let isList = Words.joiners.contains(tokens[start].word ?? "") || isSign("&", at: start)
        if let (value, after) = Words.leads.match(tokens, at: next), case .filler = value { next = after }
        guard next < tokens.count,
            let (last, end) = monthFirst(at: next, isRangeRead: false) ?? dayFirst(at: next, isRangeRead: false)
        else { return nil }
        let lastYear = last.period.start.year
        for year in [lastYear, lastYear - 1] {
            guard let first = day.map({ DateSpan.day($0, month: month, year: year) }) ?? DateSpan.month(month, of: year) else { continue }
            guard var span = first.through(last, in: calendar) else { continue }
            if isList { span.doubt = .several }
            return (span, end)
        }
        return nil
    }

    private func days(_ first: Int, _ last: Int, month: Int, year: Int) -> DateSpan? {
        guard let start = DateSpan.day(first, month: month, year: year) else { return nil }
        return first == last ? start : DateSpan.day(last, month: month, year: year).flatMap { start.through($0, in: calendar) }
    }

    /// A day of a month, or some in a row.
    private func days(at start: Int) -> (first: Int, last: Int, next: Int)? {
        guard let (first, next) = day(at: start) else { return nil }
        guard let begin = afterConnector(at: next), let (last, after) = day(at: begin), last > first else { return (first, first, next) }
        return (first, last, after)
    }

    private func day(at start: Int) -> (Int, Int)? {
        guard start < tokens.count, !tokens[start].isAfterApostrophe else { return nil }
        if let word = tokens[start].word { return ["primero", "premier", "primeiro"].contains(word) ? (1, start + 1) : nil }
        guard let day = number(at: start, digits: 1...2), (1...31).contains(day) else { return nil }
        let ending = isSign(".", at: start + 1) && start + 2 < tokens.count && tokens[start + 2].isGlued ? start + 2 : start + 1
        guard ending < tokens.count, tokens[ending].isGlued else { return (day, start + 1) }
        if isSign("ºª°", at: ending) || Words.dayEndings.contains(tokens[ending].word ?? "") { return (day, ending + 1) }
        return isGluedWord(at: start + 1) ? nil : (day, start + 1)
    }

    // MARK: - Seasons and other parts of years

    private func season(at start: Int) -> (DateSpan, Int)? {
        guard let (season, afterSeason) = Words.seasons.match(tokens, at: start) else { return nil }
        let next = afterSeason < tokens.count && Words.terms.contains(tokens[afterSeason].word ?? "") ? afterSeason + 1 : afterSeason
        guard let (years, end) = yearsAfter(next) else { return nil }
        return years.season(season, in: calendar).map { ($0, end) }
    }

    /// "Q1 2022", "T3 2021-22".
    private func quarter(at start: Int) -> (DateSpan, Int)? {
        guard ["q", "t"].contains(tokens[start].word), start + 1 < tokens.count, tokens[start + 1].isGlued,
            let index = number(at: start + 1, digits: 1...1), let (years, end) = yearsAfter(start + 2)
        else { return nil }
        return years.piece(index, months: 3, in: calendar).map { ($0, end) }
    }

    /// "First half of 2022", "segundo semestre del curso 2021-22".
    private func pieceOfYear(at start: Int) -> (DateSpan, Int)? {
        guard let (index, afterIndex) = Words.ordinals.match(tokens, at: start),
            let (length, next) = Words.yearParts.match(tokens, at: afterIndex), let (years, end) = yearsAfter(next)
        else { return nil }
        return years.piece(index, months: length, in: calendar).map { ($0, end) }
    }

    /// "School year 2021-22", "SY22", "FY 2023", "año escolar 2022".
    private func namedYear(at start: Int) -> (DateSpan, Int)? {
        guard let (kind, afterName) = Words.yearKinds.match(tokens, at: start) else { return nil }
        var next = afterName
        while next < afterName + 2, next < tokens.count, isOf(at: next) || isWord("the", at: next) || isSign(":", at: next) { next += 1 }
        guard next < tokens.count else { return nil }
        if let (pair, end) = shortYears(at: next) { return named(kind, pair).map { ($0, end) } }
        if let (span, end) = yearOrYears(at: next), ![.month].contains(span.precision) { return named(kind, span).map { ($0, end) } }
        guard let short = number(at: next, digits: 2...2), start + 1 == afterName, !goesOn(at: next + 1) else { return nil }
        return DateSpan.year(2000 + short).flatMap { named(kind, $0) }.map { ($0, next + 1) }
    }

    private func named(_ kind: Words.Kind, _ span: DateSpan) -> DateSpan? {
        switch kind {
        case .school: return span.isYearAlone ? span.schoolYear(in: calendar) : span.withoutMonthDoubt
        case .fiscal:
            guard var span = span.isYearAlone ? span.schoolYear(in: calendar) : span else { return nil }
            span.doubt = .fiscalYear
            if span.precision == .schoolYear { span.precision = .year }
            return span
        }
    }

    /// "21-22", which only words before it make years.
    private func shortYears(at start: Int) -> (DateSpan, Int)? {
        guard let first = number(at: start, digits: 2...2), start + 2 < tokens.count,
            tokens[start + 1].isDash || isSign("/", at: start + 1),
            let last = number(at: start + 2, digits: 2...2), last == (first + 1) % 100, !goesOn(at: start + 3)
        else { return nil }
        return DateSpan.years(from: 2000 + first, through: 2001 + first, in: calendar).map { ($0, start + 3) }
    }

    // MARK: - The year after something

    private func yearAfter(_ start: Int) -> (Int, Int)? {
        let next = afterSeparator(start)
        guard let year = year(at: next), !isGluedWord(at: next + 1) else { return nil }
        return (year, next + 1)
    }

    /// A year or a school year, in which a month, season or other part of it lies.
    private func yearsAfter(_ start: Int) -> (DateSpan, Int)? {
        let next = afterSeparator(start)
        if let (span, end) = namedYear(at: next) { return (span, end) }
        guard let year = year(at: next), !isGluedWord(at: next + 1) else { return nil }
        // A longer time has several Junes: then the first year is the month's, and the rest of it a range's end.
        if let (span, end) = yearOrYears(at: next), span.period.end.year == year + 1 { return (span, end) }
        return DateSpan.year(year).map { ($0, next + 1) }
    }

    private func afterSeparator(_ start: Int) -> Int {
        var next = start
        if next < tokens.count, tokens[next].isDash || tokens[next].isSign(",/.") || isOf(at: next) { next += 1 }
        if isOf(at: next - 1), isWord("the", at: next) { next += 1 }
        return next
    }

    private func isOf(at index: Int) -> Bool { tokens.indices.contains(index) && Words.of.contains(tokens[index].word ?? "") }
    private func isWord(_ word: String, at index: Int) -> Bool { index < tokens.count && tokens[index].word == word }
    private func isSign(_ signs: String, at index: Int) -> Bool { index < tokens.count && tokens[index].isSign(signs) }
    private func isGluedWord(at index: Int) -> Bool { index < tokens.count && tokens[index].isGlued && tokens[index].word != nil }
}

extension DateSpan {
    /// As it is where words around it say that it is a school year.
    fileprivate var withoutMonthDoubt: DateSpan {
        var span = self
        if doubt == .monthOrSchoolYear { span.doubt = nil }
        return span
    }
}
