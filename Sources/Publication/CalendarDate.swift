/// A day of the Gregorian calendar, as front matter writes it: `2022-03-09`.
package struct CalendarDate: Sendable, Hashable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...CalendarDate.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads ISO 8601's `YYYY-MM-DD` (section 5.2.2.1, extended format), nothing else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func < (one: CalendarDate, other: CalendarDate) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: CustomStringConvertible {
    package var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))" }
}

/// A day and, where one is given, its hour, as clocks at the place show it.
package struct CalendarTime: Sendable, Hashable, Comparable {
    package let date: CalendarDate
    package let hour: Int?
    package let minute: Int

    /// Reads `2022-03-10` or `2022-03-10T18:00` (a space may stand for the `T`, seconds may follow).
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, let date = CalendarDate(String(decoding: bytes[0..<10], as: UTF8.self)) else { return nil }
        self.date = date
        guard bytes.count > 10 else { (hour, minute) = (nil, 0); return }
        guard bytes.count == 16 || (bytes.count == 19 && bytes[16] == UInt8(ascii: ":") && number(bytes[17..<19]) != nil),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "), bytes[13] == UInt8(ascii: ":"),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), hour < 24, minute < 60
        else { return nil }
        (self.hour, self.minute) = (hour, minute)
    }

    package static func < (one: CalendarTime, other: CalendarTime) -> Bool {
        (one.date, one.hour ?? -1, one.minute) < (other.date, other.hour ?? -1, other.minute)
    }
}

extension CalendarTime: CustomStringConvertible {
    package var description: String {
        guard let hour else { return date.description }
        return "\(date)T\(padded(hour, to: 2)):\(padded(minute, to: 2))"
    }
}

/// From one day through another: `2021-07-01/2024-06-30` (ISO 8601, section 5.5).
package struct CalendarPeriod: Sendable, Hashable {
    package let start: CalendarDate
    package let end: CalendarDate

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let start = CalendarDate(parts[0]), parts.count <= 2 else { return nil }
        guard let end = parts.count == 1 ? start : CalendarDate(parts[1]), start <= end else { return nil }
        self.start = start
        self.end = end
    }
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
}

private func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension CalendarDate {
    /// Days from 1970-01-01, which is 0 (the proleptic Gregorian calendar).
    package var daysSince1970: Int {
        // March is the year's first month here, so that February's end is the year's.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
