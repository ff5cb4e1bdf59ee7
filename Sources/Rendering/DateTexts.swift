import Foundation
import Publication
import Synchronization

/// Days in the words of a language, each formatted once: a publication has many documents and few days.
final class DateTexts: Sendable {
    private let locale: LocaleData
    private let known = Mutex<[CalendarDate: String]>([:])

    init(locale: LocaleData) {
        self.locale = locale
    }

    func text(_ date: CalendarDate) -> String {
        if let text = known.withLock({ $0[date] }) { return text }
        let text = locale.text(date)
        known.withLock { $0[date] = text }
        return text
    }
}

extension CalendarDate {
    /// Its midnight in GMT.
    var instant: Date { Date(timeIntervalSince1970: Double(daysSince1970) * 86_400) }
}
