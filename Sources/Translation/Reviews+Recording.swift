import Publication

extension Reviews {
    /// Records who made translations, or that someone has read them.
    ///
    /// - Parameters:
    ///   - made: nil where they were read only: then what is known of who made them stays.
    ///   - by: the program that translated, or the role of the person; where `made` is nil, of who has read them.
    ///   - reviewedBy: the role of who has read them too; nil where nobody has.
    package func recording(
        _ translations: [(key: Message.Key, translation: String)], in language: LanguageTag, made: Origin?, by: String?,
        reviewedBy: String? = nil, on date: CalendarDate
    ) -> Reviews {
        guard made == nil else {
            return adding(Record(
                language: language, made: made ?? .human, by: by, reviewedBy: reviewedBy, on: date,
                messages: translations.map { Reviews.hash($0.key, $0.translation) }))
        }
        // By what is known of them: what a machine made stays its work.
        var groups: [Record] = []
        for (key, translation) in translations {
            let known = record(key, translation, in: language)
            var new = Record(language: language, made: known?.made ?? .human, by: known?.by, reviewedBy: by, on: date)
            let hash = Reviews.hash(key, translation)
            if let index = groups.firstIndex(where: { $0.made == new.made && $0.by == new.by }) {
                groups[index].messages.append(hash)
            } else {
                new.messages = [hash]
                groups.append(new)
            }
        }
        return groups.reduce(self) { $0.adding($1) }
    }
}
