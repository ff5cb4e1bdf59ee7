import Publication

extension ExchangeTable {
    /// The messages of a publication with what its catalog has for them.
    ///
    /// - Parameter states: which messages are wanted.
    package init(
        of template: CatalogTemplate, title: String, source: LanguageTag, catalog: Catalog, reviews: Reviews, only states: Set<ExchangeRow.State>
    ) {
        let rows = template.entries.map { ExchangeRow($0, catalog: catalog, reviews: reviews) }.filter { states.contains($0.state) }
        self.init(title: title, source: source, target: catalog.language, rows: rows)
    }
}

extension ExchangeRow {
    fileprivate init(_ entry: CatalogTemplate.Entry, catalog: Catalog, reviews: Reviews) {
        let key = entry.key
        let meaning = key.context.map { ["Meaning: \($0)"] } ?? []
        self.init(
            id: ExchangeRow.id(of: key), place: entry.comments.first ?? "", previous: nil, source: key.text, translation: "",
            note: (meaning + entry.comments.dropFirst()).joined(separator: "\n"), state: .missing)
        switch catalog.state(of: key) {
        case .missing: break
        case .fuzzy:
            state = .fuzzy
            previous = catalog.entry(of: key)?.previousID
            translation = catalog.entry(of: key)?.translations.first ?? ""
        case .translated(let text):
            translation = text
            let record = reviews.record(key, text, in: catalog.language)
            state = record?.reviewedBy != nil ? .reviewed : record?.made == .machine ? .machine : .translated
        }
    }
}
