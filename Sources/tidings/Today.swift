import Foundation
import Publication

/// The day by this machine's clock in a time zone; UTC where none is named.
func today(in timezone: String?) -> CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timezone.flatMap { TimeZone(identifier: $0) } ?? .gmt
    let day = calendar.dateComponents([.year, .month, .day], from: Date())
    return CalendarDate(year: day.year!, month: day.month!, day: day.day!)!
}
