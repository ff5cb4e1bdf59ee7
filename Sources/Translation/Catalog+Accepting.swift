import Publication

extension Catalog {
    package struct Accepted: Sendable {
        package let key: Message.Key
        /// What the translation was made for.
        package let previous: Message.Key
        package let translation: String
    }

    /// Says of fuzzy translations that they hold for the changed source, and notes when and why.
    ///
    /// - Returns: the catalog, and which entries it is true of: those that are fuzzy and translated.
    package func accepting(_ keys: Set<Message.Key>, reason: String, on date: CalendarDate) -> (Catalog, [Accepted]) {
        var files = files
        var accepted: [Accepted] = []
        let reason = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for file in files.indices {
            for index in files[file].catalog.entries.indices {
                var entry = files[file].catalog.entries[index]
                guard !entry.isObsolete, entry.isFuzzy, entry.isTranslated, keys.contains(entry.key) else { continue }
                accepted.append(Accepted(key: entry.key, previous: entry.translatedKey, translation: entry.translations.first ?? ""))
                entry.translatorComments = entry.foreignComments + [CatalogNote.accepted(date, reason: reason).comment]
                entry.isFuzzy = false
                (entry.previousContext, entry.previousID, entry.previousPluralID) = (nil, nil, nil)
                files[file].catalog.entries[index] = entry
            }
        }
        return (Catalog(language: language, files: files), accepted)
    }
}
