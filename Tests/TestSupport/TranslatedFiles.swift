import Publication
import Translation

extension LanguageTag {
    package static let spanish = LanguageTag("es")!
}

extension CalendarDate {
    package init(_ month: Int, _ day: Int) { self = CalendarDate(year: 2026, month: month, day: day)! }
}

extension CatalogMerger {
    package func merge(_ files: [Catalog.File] = [], on date: CalendarDate = CalendarDate(11, 24)) -> CatalogUpdate {
        merge(files, into: .spanish, title: "Test", on: date)
    }
}

extension PublicationMessages {
    package var merger: CatalogMerger { CatalogMerger(CatalogTemplate(self)) }
}

extension [Catalog.File] {
    /// As a translator leaves them: what is empty or fuzzy is translated.
    package func translating(_ translation: (String) -> String?) -> [Catalog.File] {
        map { file in
            var file = file
            for index in file.catalog.entries.indices where !file.catalog.entries[index].isObsolete {
                var entry = file.catalog.entries[index]
                guard entry.isFuzzy || !entry.isTranslated, let text = translation(entry.id) else { continue }
                entry.translations = [text]
                entry.isFuzzy = false
                (entry.previousContext, entry.previousID) = (nil, nil)
                file.catalog.entries[index] = entry
            }
            return file
        }
    }
}
