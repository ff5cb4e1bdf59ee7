import Publication

/// Names of months and days, and how dates are put together of them, for languages of which ICU has none.
struct DateWords: Sendable {
    /// From January on.
    let months: [String]
    /// From Sunday on.
    let weekdays: [String]
    /// Before the last of several things.
    let and: String
    /// Between thousands.
    let grouping: String

    static func of(_ language: LanguageTag) -> DateWords? {
        switch language.language {
        case "ht", "hat": haitian
        default: nil
        }
    }

    /// As school districts and the press in the United States write it: days before months, hours up to twelve.
    private static let haitian = DateWords(
        months: ["janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm"],
        weekdays: ["dimanch", "lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi"], and: "ak",
        grouping: "\u{A0}")

    /// “10 mas 2022”
    func text(_ date: CalendarDate) -> String { "\(date.day) \(months[date.month - 1]) \(date.year)" }

    /// “jedi 10 mas 2022, 6:00 PM”
    func text(_ time: CalendarTime) -> String {
        let days = time.date.daysSince1970
        // 1970 began on a Thursday.
        let weekday = weekdays[((days + 4) % 7 + 7) % 7]
        let date = "\(weekday) \(text(time.date))"
        return hour(time).map { "\(date), \($0)" } ?? date
    }

    /// “6:00 PM”
    func hour(_ time: CalendarTime) -> String? {
        guard let hour = time.hour else { return nil }
        return "\(hour % 12 == 0 ? 12 : hour % 12):\(time.minute < 10 ? "0" : "")\(time.minute) \(hour < 12 ? "AM" : "PM")"
    }
}
