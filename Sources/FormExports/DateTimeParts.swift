/// The numbers of a date and a time of day, before it is known which of them is the month.
struct DateTimeParts: Equatable {
    /// As they are written: year, month, day where `isYearFirst`, else two numbers and the year.
    let first: Int32, second: Int32, third: Int32
    let isYearFirst: Bool
    /// `4.9.2022` is a day first everywhere.
    let isDotted: Bool
    /// In milliseconds; nil without a time of day.
    let time: Int64?

    /// Days are read in any of the ways form tools write them: `2026/09/27 3:00:00 PM GMT+3`, `9/30/20 10:10`, `2022-04-04T10:00:00Z`,
    /// `4.9.2022 10:15:00`, `27/09/2026 3:00 p. m.`.
    init?(_ text: String) { self.init(Array(text.utf8)[...]) }

    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count >= 6, bytes.count <= 48 else { return nil }
        var reader = Reader(bytes: bytes)
        guard let one = reader.number(), let mark = reader.mark(of: "/-."), let two = reader.number(), reader.mark(of: "/-.") == mark,
            let three = reader.number()
        else { return nil }
        let isYearFirst = one.digits == 4
        guard one.digits <= 4, two.digits <= 2, isYearFirst ? three.digits <= 2 : three.digits == 4 || three.digits == 2 else { return nil }
        guard isYearFirst || one.digits <= 2 else { return nil }
        first = one.value
        second = two.value
        third = isYearFirst || three.digits == 4 ? three.value : 2000 + three.value
        self.isYearFirst = isYearFirst
        isDotted = mark == UInt8(ascii: ".")
        let year = isYearFirst ? first : third
        guard (1990...2100).contains(year) else { return nil }
        if isYearFirst {
            guard (1...12).contains(second), (1...31).contains(third) else { return nil }
        } else {
            guard (1...31).contains(first), (1...31).contains(second), min(first, second) <= 12 else { return nil }
        }
        guard let time = reader.time() else { return nil }
        self.time = time < 0 ? nil : time
    }

    private struct Reader {
        let bytes: ArraySlice<UInt8>
        var index: Int

        init(bytes: ArraySlice<UInt8>) {
            self.bytes = bytes
            index = bytes.startIndex
        }

        var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

        mutating func number() -> (value: Int32, digits: Int)? {
            var value: Int32 = 0, digits = 0
            while let byte = next, CellLooks.isDigit(byte), digits < 9 {
                value = value * 10 + Int32(byte - 48)
                digits += 1
                index += 1
            }
            return digits == 0 ? nil : (value, digits)
        }

        mutating func mark(of marks: String) -> UInt8? {
            guard let byte = next, marks.utf8.contains(byte) else { return nil }
            index += 1
            return byte
        }

        /// Milliseconds; -1 where there is none, nil where something else follows.
        mutating func time() -> Int64? {
            while let byte = next, byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "T") { index += 1 }
            guard next != nil else { return -1 }
            guard let hours = number(), mark(of: ":.h") != nil, let minutes = number(), hours.value < 25, minutes.value < 60 else { return nil }
            var hour = Int64(hours.value), seconds: Int64 = 0, milliseconds: Int64 = 0
            if mark(of: ":.") != nil, let read = number() { seconds = Int64(read.value) }
            if mark(of: ".,") != nil, let read = number(), read.digits <= 3 { milliseconds = Int64(read.value) }
            let rest = String(decoding: bytes[index...], as: UTF8.self).lowercased().filter { !".\u{A0}\u{202F} ".contains($0) }
            if rest.hasPrefix("pm"), hour < 12 { hour += 12 }
            if rest.hasPrefix("am"), hour == 12 { hour = 0 }
            // Only a zone may follow: the days are those of the form tool.
            guard rest.isEmpty || rest.count <= 24 && (rest.first!.isLetter || "+-(".contains(rest.first!)) else { return nil }
            return ((hour * 60 + Int64(minutes.value)) * 60 + seconds) * 1000 + milliseconds
        }
    }
}

/// Which of a date's numbers is the month, as far as a column tells.
struct DateOrder {
    private var mustBeDayFirst = false
    private var mustBeMonthFirst = false
    private(set) var read = 0
    private(set) var unread = 0

    mutating func add(_ parts: DateTimeParts?) {
        guard let parts else { unread += 1; return }
        read += 1
        guard !parts.isYearFirst else { return }
        if parts.isDotted || parts.first > 12 { mustBeDayFirst = true } else if parts.second > 12 { mustBeMonthFirst = true }
        isYearLast = true
    }

    private var isYearLast = false

    /// Whether each date has one reading.
    var isClear: Bool { read > 0 && (!isYearLast || mustBeDayFirst != mustBeMonthFirst) }

    func day(_ parts: DateTimeParts) -> Day? {
        let (year, month, day) = parts.isYearFirst ? (parts.first, parts.second, parts.third)
            : mustBeDayFirst ? (parts.third, parts.second, parts.first) : (parts.third, parts.first, parts.second)
        return Day(year: Int(year), month: Int(month), day: Int(day))
    }
}

/// A day of the calendar.
struct Day: Comparable, CustomStringConvertible {
    let year: Int, month: Int, day: Int

    init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// In order; not a count of days.
    var rank: Int64 { Int64((year * 12 + month) * 31 + day) }
    static func < (one: Day, other: Day) -> Bool { one.rank < other.rank }
    var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}
