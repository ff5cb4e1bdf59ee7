import Publication

@testable import Translation

/// A publication of a few messages with its Spanish catalog, for what is handed over and comes back.
struct ExchangeSample {
    let template: CatalogTemplate
    var catalog: POFile

    static let spanish = LanguageTag("es")!
    static let day = CalendarDate("2026-11-24")!

    /// - Parameter entries: the catalog's, each with what is to be changed of a plain one.
    init(_ sources: [Message.Key], entries: [(Message.Key, String)] = []) {
        template = CatalogTemplate(PublicationMessages(site: sources.map { .init(key: $0, role: .navigation, words: 1) }, documents: []))
        catalog = POFile(
            header: .init(fields: [.init(name: "Language", value: "es")]),
            entries: entries.map { POFile.Entry(context: $0.0.context, id: $0.0.text, translations: [$0.1]) })
    }

    init(_ sources: [String], entries: [(String, String)] = []) {
        self.init(sources.map { Message.Key(text: MessageExtractor.normalized($0)) }, entries: entries.map { (Message.Key(text: MessageExtractor.normalized($0.0)), $0.1) })
    }

    var files: [Catalog.File] { [Catalog.File(path: "content/translations/es.po", catalog: catalog)] }

    func table(only states: Set<ExchangeRow.State> = Set(ExchangeRow.State.allCases), language: LanguageTag = spanish) -> ExchangeTable {
        ExchangeTable(
            of: template, title: "A & B <district>", source: LanguageTag("en")!, catalog: Catalog(language: language, files: files),
            reviews: Reviews(), only: states)
    }

    func importing(_ received: ReceivedTable) -> TranslationImport {
        TranslationImport(of: received, from: SourceFile(path: "in.csv", bytes: []), into: files, template: template, on: ExchangeSample.day)
    }

    /// Imports rows of sources and translations, with the ids of the sources.
    func importing(_ rows: [(String, String)], state: ReceivedTable.Row.State = .unstated) -> TranslationImport {
        importing(ReceivedTable(rows: rows.enumerated().map { ReceivedTable.Row(source: $1.0, translation: $1.1, state: state, line: $0 + 2) }))
    }
}

extension ReceivedTable.Row {
    init(source: String, translation: String, state: State = .unstated, line: Int = 2) {
        self.init(id: ExchangeRow.id(of: .init(text: source)), source: source, translation: translation, state: state, line: line, name: "row \(line)")
    }
}

extension TranslationImport {
    func entry(_ source: String, context: String? = nil) -> POFile.Entry? {
        files[0].catalog.entries.first { $0.context == context && $0.id == source && !$0.isObsolete }
    }
}

extension ExchangeFormat {
    /// What was written, read back by the file's name.
    func roundTrip(_ table: ExchangeTable) -> ReceivedTable {
        ReceivedTable.read(SourceFile(path: "table.\(self == .xliff ? "xlf" : rawValue)", bytes: written(table)))
    }
}

func received(_ name: String, _ text: String) -> ReceivedTable { ReceivedTable.read(SourceFile(path: name, bytes: Array(text.utf8))) }
