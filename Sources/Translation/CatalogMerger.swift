import Publication

/// Brings catalogs up to date with their publication. Pure; for the same input the same output, and its own output again
/// where nothing changed.
///
/// Of each message:
/// 1. Where it is in the catalog, its entry stays as it is, in its file. One that had vanished comes back.
/// 2. Where only quotation marks, dashes or white space changed, the translation is kept.
/// 3. Where the same words have another context, it is fuzzy.
/// 4. Where a message of its place in the document is gone that is alike (`Predecessors`), it is fuzzy, with that
///    message's translation and its previous source.
/// 5. So it is with the translation of any message that differs in numbers alone, or is really alike.
/// 6. Else it is empty; with the previous source, where it is a part of a text that was split and whose translation
///    another part has. So a message is once given a suggestion, when it is new: one that a translator has
///    emptied is not filled again.
///
/// The entries of messages that are gone become obsolete, if they were translated.
package struct CatalogMerger: Sendable {
    private let template: CatalogTemplate

    package init(_ template: CatalogTemplate) { self.template = template }

    /// - Parameters:
    ///   - files: none for a new language.
    ///   - title: the publication's, for the header of a new catalog.
    ///   - date: the day that is noted where an entry becomes fuzzy.
    package func merge(_ files: [Catalog.File], into language: LanguageTag, title: String, on date: CalendarDate) -> CatalogUpdate {
        let isNew = files.isEmpty
        let path = "content/" + Catalog.folder + language.code + ".po"
        var merge = CatalogMerge(
            files: isNew ? [.init(path: path, catalog: POFile())] : files, template: template, date: date, language: language)
        merge.keepWhatIsThere()
        merge.keepWhatDiffersInTrivia()
        merge.suggestFromOtherContexts()
        merge.suggestFromPredecessors()
        merge.suggestFromAnywhere()
        var update = merge.finished()
        update.otherRules = files.lazy.compactMap { $0.catalog.header["X-Extract-Rules"] }.first { $0 != CatalogTemplate.extractionRules }
        for index in update.files.indices {
            update.files[index].catalog.header = header(update.files[index].catalog.header, language, title: title, on: date)
        }
        return update
    }

    /// What a header lacks is added, and nothing in it is changed. It has no `POT-Creation-Date`, so that every change
    /// to the publication is not a conflict between those who translate it.
    private func header(_ old: POFile.Header, _ language: LanguageTag, title: String, on date: CalendarDate) -> POFile.Header {
        var header = old
        let fields = [
            ("Project-Id-Version", title), ("PO-Revision-Date", "\(date) 00:00+0000"), ("Last-Translator", ""), ("Language-Team", ""),
            ("Language", language.catalogName), ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit"), ("Plural-Forms", PluralRule.of(language).header),
            ("X-Extract-Rules", CatalogTemplate.extractionRules),
        ]
        let isNew = old.entry == nil
        for (name, value) in fields where header[name] == nil {
            // A file that has a header says of these what its people want to say.
            if !isNew, ["PO-Revision-Date", "Last-Translator", "Language-Team", "Project-Id-Version"].contains(name) { continue }
            header[name] = value
        }
        return header
    }
}
