/// The numbers of a date and a time of day, before it is known which of them is the month.
struct DateTimeParts: Equatable {
    /// As they are written: year, month, day where `isYearFirst`, else two numbers and the year.
    let first: Int32, second: Int32, third: Int32
    let isYearFirst: Bool
    /// `4.9.2022` is a day first everywhere.
    let isDotted: Bool
    /// In milliseconds; nil without a time of day.
    let time: Int64?
    /// Whether a word beside the time may say which half of the day is meant, and is not known.
    let isHalfUnknown: Bool

    /// Days are read in any of the ways form tools write them: `2026/09/27 3:00:00 PM GMT+3`, `9/30/20 10:10`, `2022-04-04T10:00:00Z`,
    /// `4.9.2022 10:15:00`, `27/09/2026 3:00 p. m.`, `2022/3/1 下午 3:12:33`, `1. März 2022 9:12:33`, `Mar 1, 2022, 3:12 PM`.
    init?(_ text: String) { self.init(Array(text.utf8)[...]) }

    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count >= 6, bytes.count <= 80 else { return nil }
        if let parts = DateTimeParts(plain: bytes) {
            self = parts
        } else if bytes.contains(where: { $0 >= 0x80 }), let plain = Self.plain(bytes), let parts = DateTimeParts(plain: plain[...]) {
            self = parts
        } else if let turned = Self.dateFirst(bytes), let parts = DateTimeParts(plain: turned[...]) {
            self = parts
        } else if let parts = DateTimeParts(named: bytes) {
            self = parts
        } else {
            return nil
        }
    }

    /// `08:03:07 1/4/2022`, as Vietnam writes it, with the date first; nil where no time of day begins it.
    private static func dateFirst(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard let colon = bytes.prefix(3).firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex, let space = bytes.firstIndex(of: 32),
            bytes[..<space].allSatisfy({ CellLooks.isDigit($0) || $0 == UInt8(ascii: ":") })
        else { return nil }
        return bytes[space...].dropFirst() + [32] + bytes[..<space]
    }

    private init?(plain bytes: ArraySlice<UInt8>) {
        guard let start = bytes.first, CellLooks.isDigit(start) else { return nil }
        var reader = Reader(bytes: bytes)
        guard let one = reader.number(), let mark = reader.mark(of: "/-."), let two = reader.number(after: mark), reader.mark(of: "/-.") == mark,
            let three = reader.number(after: mark)
        else { return nil }
        let isYearFirst = one.digits == 4
        guard one.digits <= 4, two.digits <= 2, isYearFirst ? three.digits <= 2 : three.digits == 4 || three.digits == 2 else { return nil }
        guard isYearFirst || one.digits <= 2 else { return nil }
        first = isYearFirst ? Self.year(one.value) : one.value
        second = two.value
        third = isYearFirst ? three.value : three.digits == 4 ? Self.year(three.value) : 2000 + three.value
        self.isYearFirst = isYearFirst
        isDotted = mark == UInt8(ascii: ".")
        if isDotted { _ = reader.mark(of: ".") }
        let year = isYearFirst ? first : third
        guard (1990...2100).contains(year) else { return nil }
        if isYearFirst {
            guard (1...12).contains(second), (1...31).contains(third) else { return nil }
        } else {
            guard (1...31).contains(first), (1...31).contains(second), min(first, second) <= 12 else { return nil }
        }
        guard let time = reader.time() else { return nil }
        self.time = time.milliseconds
        isHalfUnknown = time.isHalfUnknown
    }

    /// `1. März 2022`, `1 de marzo de 2022`, `Mar 1, 2022`
    private init?(named bytes: ArraySlice<UInt8>) {
        var reader = Reader(bytes: bytes)
        var day: Int32?, month: Int32?
        for _ in 0..<3 {
            if month == nil || day == nil, let number = reader.number() {
                guard number.digits <= 2, day == nil, number.value <= 31 else { return nil }
                day = number.value
            } else if month == nil, let word = reader.word() {
                month = Self.month(word)
                guard month != nil else { return nil }
            }
            reader.skip(" ,.")
            reader.skip(words: ["de", "of"])
        }
        guard let day, let month, day > 0, let number = reader.number(), number.digits == 4 else { return nil }
        let year = Self.year(number.value)
        guard (1990...2100).contains(year), let time = reader.time() else { return nil }
        (first, second, third, isYearFirst, isDotted) = (year, month, day, true, false)
        self.time = time.milliseconds
        isHalfUnknown = time.isHalfUnknown
    }

    /// Thailand counts years from 543 before.
    private static func year(_ year: Int32) -> Int32 { (2533...2643).contains(year) ? year - 543 : year }

    /// The beginnings of months' names, in the languages of forms that write them.
    private static let months: [(String, Int32)] = {
        let names: [[String]] = [
            ["jan", "ene", "gen", "tammi"], ["feb", "fev", "fév", "helmi"], ["mar", "mär", "maa", "mrt"], ["apr", "abr", "avr", "huhti"],
            ["may", "mai", "mag", "mei", "maj", "touko", "mayo"], ["jun", "giu", "juin", "kesä"], ["jul", "lug", "juil", "heinä"],
            ["aug", "ago", "aoû", "aou", "elo"], ["sep", "set", "syys"], ["oct", "okt", "out", "ott", "loka"], ["nov", "marras"],
            ["dec", "dez", "dic", "déc", "des", "joulu"],
        ]
        return names.enumerated().flatMap { index, names in names.map { ($0, Int32(index + 1)) } }.sorted { $0.0.count > $1.0.count }
    }()

    private static func month(_ word: String) -> Int32? {
        guard word.count <= 12 else { return nil }
        return months.first { word.hasPrefix($0.0) }?.1
    }

    /// Digits of other scripts as ours, `2022年3月1日` as `2022/3/1`; nil where nothing changes.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var plain = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let value = scalar.value
            switch value {
            case 0x660...0x669: plain.append(Unicode.Scalar(value - 0x660 + 48)!)
            case 0x6F0...0x6F9: plain.append(Unicode.Scalar(value - 0x6F0 + 48)!)
            case 0xFF10...0xFF19: plain.append(Unicode.Scalar(value - 0xFF10 + 48)!)
            case 0x200E, 0x200F, 0x61C, 0x202A...0x202E, 0x2066...0x2069: break
            case 0xA0, 0x202F: plain.append(" ")
            case 0x5E74, 0x6708: plain.append("/")
            case 0x65E5: plain.append(" ")
            default: plain.append(scalar)
            }
        }
        let text = Array(String(plain).utf8)
        return text.elementsEqual(bytes) ? nil : text
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

        /// `2022. 3. 1`: a space may follow a dot.
        mutating func number(after mark: UInt8) -> (value: Int32, digits: Int)? {
            if mark == UInt8(ascii: ".") { skip(" ") }
            return number()
        }

        mutating func mark(of marks: String) -> UInt8? {
            guard let byte = next, marks.utf8.contains(byte) else { return nil }
            index += 1
            return byte
        }

        mutating func skip(_ marks: String) { while let byte = next, marks.utf8.contains(byte) { index += 1 } }

        mutating func skip(words: [String]) {
            let start = index
            guard let word = word(), words.contains(word) else { index = start; return }
            skip(" ")
        }

        /// What stands before the next digit or white space, in small letters.
        mutating func word() -> String? {
            let start = index
            while let byte = next, !CellLooks.isDigit(byte), !" ,.:".utf8.contains(byte) { index += 1 }
            return index == start ? nil : String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        }

        /// What stands between a day and a time.
        private static let wordsBefore: Set<String> = ["t", "at", "a", "à", "às", "as", "las", "um", "klo", "kl", "om", "ore", "alle", "o", "-"]

        /// Nil where something else follows; without milliseconds where nothing does.
        mutating func time() -> (milliseconds: Int64?, isHalfUnknown: Bool)? {
            var half = Half.none
            while let byte = next, !CellLooks.isDigit(byte) {
                if " ,.".utf8.contains(byte) { index += 1; continue }
                guard let word = word(), word.utf8.count <= 24 else { return nil }
                if !Self.wordsBefore.contains(word) { half = Half([word]) }
            }
            guard next != nil else { return half == .none ? (nil, false) : nil }
            guard let hours = number(), mark(of: ":.h") != nil, let minutes = number(), hours.value < 25, minutes.value < 60 else { return nil }
            var hour = Int64(hours.value), seconds: Int64 = 0, milliseconds: Int64 = 0
            if mark(of: ":.") != nil, let read = number() { seconds = Int64(read.value) }
            if mark(of: ".,") != nil, let read = number(), read.digits <= 3 { milliseconds = Int64(read.value) }
            let rest = String(decoding: bytes[index...], as: UTF8.self).lowercased().split { " \u{A0}\u{202F}".contains($0) }
                .map { String($0.filter { $0 != "." }) }.filter { !$0.isEmpty }
            // Only a half of the day and a zone may follow: the days are those of the form tool.
            if let first = rest.first {
                guard rest.reduce(0, { $0 + $1.count }) <= 40, first.first!.isLetter || "+-(".contains(first.first!) else { return nil }
                if half == .none { half = Half(rest) }
            }
            if half == .second, hour < 12 { hour += 12 }
            if half == .first, hour == 12 { hour = 0 }
            return (((hour * 60 + Int64(minutes.value)) * 60 + seconds) * 1000 + milliseconds, half == .unknown && hour <= 12)
        }
    }

    /// Of the day.
    private enum Half {
        case none, first, second, unknown

        /// - Parameter words: in small letters, without full stops: `p`, `m`, `gmt-4`.
        init(_ words: [String]) {
            let word = words.count > 1 && words[1] == "m" && ["a", "p"].contains(words[0]) ? words[0] + "m" : words[0]
            if Self.firsts.contains(word) {
                self = .first
            } else if Self.seconds.contains(word) {
                self = .second
            } else {
                // A zone: `GMT-4`, `Z`, `+03:00`, `(EST)`.
                let isZone = word.utf8.first.map { "+-(".utf8.contains($0) } ?? false || word.hasPrefix(anyOf: ["gmt", "utc"]) || Self.zones.contains(word)
                self = isZone ? .none : .unknown
            }
        }

        private static let zones: Set<String> = [
            "z", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "akst", "akdt", "hst", "ast", "bst", "cet", "cest", "eet", "wet", "uhr", "h",
        ]
        private static let firsts: Set<String> = ["am", "上午", "凌晨", "早上", "午前", "오전", "ص", "صباحا", "صباحًا", "sa", "πμ", "sáng"]
        private static let seconds: Set<String> = ["pm", "下午", "晚上", "中午", "午後", "午后", "오후", "م", "مساء", "مساءً", "ch", "μμ", "chiều", "tối"]
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
