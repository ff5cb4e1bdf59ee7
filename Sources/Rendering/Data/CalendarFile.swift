import Publication

/// Days and hours as calendar programs read them (iCalendar, RFC 5545).
struct CalendarFile {
    let name: DataText
    /// The edition's language.
    let language: String
    var entries: [Entry] = []

    struct Entry: Sendable {
        /// The same in every build and every language, so that a program knows what it already has (section 3.8.4.7).
        let uid: String
        /// The day of the last change: a build must not depend on the clock.
        let changed: CalendarDate
        let time: Time
        let summary: DataText
        let description: DataText
        let location: DataText?
        let url: String
    }

    enum Time: Sendable {
        /// From one day through another.
        case days(CalendarDate, through: CalendarDate)
        /// As `DTSTART` and `DTEND` have them.
        case hours(String, to: String?)
    }

    var bytes: [UInt8] {
        var lines = Lines()
        lines.write("BEGIN:VCALENDAR")
        lines.write("VERSION:2.0")
        lines.write("PRODID:-//Tidings//Tidings//EN")
        lines.write("CALSCALE:GREGORIAN")
        // Apple's name for what RFC 7986 (section 5.1) calls NAME; most programs know only the former.
        write(name, "X-WR-CALNAME", to: &lines)
        write(name, "NAME", to: &lines)
        for entry in entries { write(entry, to: &lines) }
        lines.write("END:VCALENDAR")
        return lines.bytes
    }

    private func write(_ entry: Entry, to lines: inout Lines) {
        lines.write("BEGIN:VEVENT")
        lines.write("UID:" + CalendarFile.escaped(entry.uid))
        lines.write("DTSTAMP:\(CalendarFile.digits(entry.changed))T000000Z")
        lines.write("LAST-MODIFIED:\(CalendarFile.digits(entry.changed))T000000Z")
        switch entry.time {
        case .days(let first, let last):
            lines.write("DTSTART;VALUE=DATE:" + CalendarFile.digits(first))
            // The day after the last (section 3.6.1).
            lines.write("DTEND;VALUE=DATE:" + CalendarFile.digits(last.next))
            lines.write("TRANSP:TRANSPARENT")
        case .hours(let start, let end):
            lines.write("DTSTART:" + start)
            if let end { lines.write("DTEND:" + end) }
        }
        write(entry.summary, "SUMMARY", to: &lines)
        write(entry.description, "DESCRIPTION", to: &lines)
        if let location = entry.location { write(location, "LOCATION", to: &lines) }
        lines.write("URL:" + entry.url)
        lines.write("END:VEVENT")
    }

    private func write(_ text: DataText, _ property: String, to lines: inout Lines) {
        guard !text.text.isEmpty else { return }
        lines.write("\(property);LANGUAGE=\(text.lang ?? language):\(CalendarFile.escaped(text.text))")
    }

    // MARK: Writing

    /// `20220310`
    static func digits(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

    /// Section 3.3.11.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += ["\\", scalar]
            case "\n": escaped += ["\\", "n"]
            case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}": continue
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Content lines, folded so that none has more than 75 octets (section 3.1).
    struct Lines {
        private(set) var bytes: [UInt8] = []

        mutating func write(_ line: String) {
            var length = 0
            for scalar in line.unicodeScalars {
                let unit = UTF8.encode(scalar)!
                // A character is never cut.
                if length + unit.count > 75 {
                    bytes += "\r\n ".utf8
                    length = 1
                }
                bytes += unit
                length += unit.count
            }
            bytes += "\r\n".utf8
        }
    }
}

extension CalendarDate {
    /// The day after; the calendar's last day has none, and is its own.
    var next: CalendarDate {
        CalendarDate(year: year, month: month, day: day + 1) ?? CalendarDate(year: year, month: month + 1, day: 1)
            ?? CalendarDate(year: year + 1, month: 1, day: 1) ?? self
    }
}
