import Publication

/// What is kept of an entry's history in its translator comments: the one place that gettext's programs neither drop,
/// as they do unknown flags, nor write anew, as they do extracted comments.
///
///     # tidings: changed 2026-11-24 (5d41402abc4b2a76)
///     # tidings: accepted 2026-12-01: only the date was corrected
package enum CatalogNote: Sendable, Hashable {
    /// Since when the entry is fuzzy, and the hash of the source and the translation of that time (`Reviews.hash`):
    /// where the source becomes again what it was, the same hash tells that the translation holds.
    case changed(CalendarDate, hash: String?)
    /// When someone said that the translation holds for the changed source, and why.
    case accepted(CalendarDate, reason: String)

    private static let mark = "tidings: "

    package init?(_ comment: String) {
        guard comment.hasPrefix(CatalogNote.mark) else { return nil }
        let words = comment.dropFirst(CatalogNote.mark.count)
        if words.hasPrefix("changed "), let date = CalendarDate(words.dropFirst(8).prefix(10)) {
            let rest = words.dropFirst(18)
            self = .changed(date, hash: rest.hasPrefix(" (") && rest.hasSuffix(")") ? String(rest.dropFirst(2).dropLast()) : nil)
        } else if words.hasPrefix("accepted "), let date = CalendarDate(words.dropFirst(9).prefix(10)) {
            self = .accepted(date, reason: String(words.dropFirst(19).drop { $0 == ":" || $0 == " " }))
        } else {
            return nil
        }
    }

    package var comment: String {
        switch self {
        case .changed(let date, let hash): "\(CatalogNote.mark)changed \(date)" + (hash.map { " (\($0))" } ?? "")
        case .accepted(let date, let reason): "\(CatalogNote.mark)accepted \(date): \(reason)"
        }
    }

    package var date: CalendarDate {
        switch self {
        case .changed(let date, _), .accepted(let date, _): date
        }
    }
}

extension POFile.Entry {
    package var notes: [CatalogNote] { translatorComments.compactMap(CatalogNote.init) }

    /// The day since which the entry is fuzzy; nil where it is not, or became so by another program.
    package var staleSince: CalendarDate? {
        guard isFuzzy else { return nil }
        return notes.compactMap { note in if case .changed(let date, _) = note { date } else { nil } }.min()
    }

    /// The comments of people.
    var foreignComments: [String] { translatorComments.filter { CatalogNote($0) == nil } }

    /// What its translation was made for: the previous source, where it is fuzzy and has one.
    package var translatedKey: Message.Key {
        guard isFuzzy, let previousID else { return key }
        return Message.Key(context: previousContext, text: MessageExtractor.normalized(previousID))
    }
}

extension Catalog {
    /// The newest day that the catalog knows of, from its notes and its headers: what its history is reckoned to.
    package var lastDay: CalendarDate? {
        var days = files.flatMap { $0.catalog.entries.flatMap { $0.notes.map(\.date) } }
        for file in files {
            days += ["PO-Revision-Date", "POT-Creation-Date"].compactMap { file.catalog.header[$0].flatMap { CalendarDate($0.prefix(10)) } }
        }
        return days.max()
    }
}
