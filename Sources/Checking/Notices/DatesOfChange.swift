import Markdown
import Publication

/// Days of the last change that cannot be, and long documents that say none: their readers cannot tell how old they are.
///
/// - Parameter today: the day that a check is reckoned from.
package func datesOfChange(in publication: Publication, today: CalendarDate) -> [Diagnostic] {
    publication.documents.compactMap { document in
        let front = document.frontMatter
        if let updated = front.updated {
            if updated.daysSince1970 > today.daysSince1970 {
                return document.problem(
                    .dateOfChange, key: "updated", "the last change was on \(updated), which is still to come", help: "Write the day of the last change: `updated: \(today)`.")
            }
            guard let date = front.date, updated.daysSince1970 < date.daysSince1970 else { return nil }
            return document.problem(
                .dateOfChange, key: "updated", "the last change was on \(updated), before the document's own date, \(date)", help: "Check both days.")
        }
        // An event is of the day on which it takes place.
        guard document.lastChange == nil, !document.isIndex, document.kind != .event, document.source.bytes.count > longest else { return nil }
        let words = document.tree.plainText(of: 0).split(whereSeparator: \.isWhitespace).count
        guard words > 600 else { return nil }
        return document.problem(
            .dateOfChange, key: "title", "\(words) words, and nothing says when they were last changed", help: "Write the day between the lines of three hyphens: `updated: \(today)`.")
    }
}

/// In bytes; a shorter document has not so many words.
private let longest = 1200
