import Foundation
import Publication
import Synchronization

/// Days in the words of a language, each formatted once: a publication has many documents and few days.
final class DateTexts: Sendable {
    private let style: Date.FormatStyle
    private let known = Mutex<[CalendarDate: String]>([:])

    init(locale: Locale) {
        // Dates of documents have no time zone: they are formatted in the one that they are counted in here, GMT.
        style = Date.FormatStyle(date: .long, time: .omitted, locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt)
    }

    func text(_ date: CalendarDate) -> String {
        if let text = known.withLock({ $0[date] }) { return text }
        let text = style.format(date.instant)
        known.withLock { $0[date] = text }
        return text
    }
}

extension CalendarDate {
    /// Its midnight in GMT.
    var instant: Date { Date(timeIntervalSince1970: Double(daysSince1970) * 86_400) }
}
