import Markdown
import Publication

/// What a build asks of a language's catalogs: for each message, whether it has a translation that may be shown, and which.
package struct CatalogIndex: Sendable {
    enum State {
        case translated(TextSlice)
        case fuzzy, missing
    }

    package let language: LanguageTag
    private let quick: QuickCatalog?
    private let whole: Catalog?

    package init(_ catalog: Catalog) {
        language = catalog.language
        quick = nil
        whole = catalog
    }

    /// Without any entries.
    package init(language: LanguageTag) {
        self.language = language
        quick = nil
        whole = nil
    }

    private init(_ quick: QuickCatalog, language: LanguageTag) {
        self.language = language
        self.quick = quick
        whole = nil
    }

    /// - Parameter hash: the message's (`TextHash`).
    func state(of key: Message.Key, hash: UInt64) -> State {
        if let quick {
            guard let (slice, isFuzzy) = quick.state(of: key, hash: hash), slice.withBytes({ $0.contains { $0 != 0x20 && $0 != 0x0A } }) else { return .missing }
            return isFuzzy ? .fuzzy : .translated(slice)
        }
        switch whole?.state(of: key) {
        case .translated(let text): return .translated(TextSlice(text))
        case .fuzzy: return .fuzzy
        case .missing, nil: return .missing
        }
    }

    func hasWrongForms(_ key: Message.Key) -> Bool { whole?.hasWrongForms(key) ?? false }

    /// Reads a language's files: one in the usual form in a tenth of the time that all of its entries would take, any
    /// other whole, and with what is wrong with it.
    package static func read(_ files: [SourceFile], of language: LanguageTag) -> (CatalogIndex?, [Diagnostic]) {
        if files.count == 1, let quick = QuickCatalog(files[0].bytes) { return (CatalogIndex(quick, language: language), []) }
        let (catalog, problems) = Catalog.read(files, of: language)
        return (catalog.map { CatalogIndex($0) }, problems)
    }
}
