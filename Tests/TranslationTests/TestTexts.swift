import Markdown
import Publication
import Testing

@testable import Translation

/// A document and its translations, made of literals.
struct TestTexts {
    let document: DocumentMessages
    let settings: Settings

    /// - Parameter body: below a title `Title`.
    init(_ body: String, front: String = "title: Title", path: String = "a.md") throws {
        let file = SourceFile(path: "content/" + path, bytes: Array("---\n\(front)\n---\n\(body)\n".utf8))
        let (document, problems) = DocumentReader().read(file, path: path)
        guard let document else { throw Unreadable(problems: problems) }
        self.document = MessageExtractor().messages(of: document)
        let yaml = "title: Site\naddress: https://test.example/\nlanguages: [en, es, pt-BR, zh-Hans, ar, fa, km, ht, vi]\n"
        guard let settings = Settings.read(SourceFile(path: "content/publication.yaml", bytes: Array(yaml.utf8))).0 else { throw Unreadable(problems: []) }
        self.settings = settings
    }

    struct Unreadable: Error { let problems: [Diagnostic] }

    var messages: PublicationMessages { PublicationMessages(site: [], documents: [document]) }

    /// A catalog in memory, or read from a file's text, so that problems have places.
    func catalog(_ language: String, _ translations: [String: String], header: String? = nil) -> Catalog {
        var po = POFile(header: header.map { .init(fields: [.init(name: "Plural-Forms", value: $0)]) } ?? .init(), entries: [])
        for (id, text) in translations.sorted(by: { $0.key < $1.key }) { po.entries.append(.init(id: id, translations: [text])) }
        let source = SourceFile(path: "content/translations/\(language).po", bytes: po.written())
        let read = POFile.read(source).0 ?? po
        return Catalog(language: LanguageTag(language)!, files: [.init(path: source.path, catalog: read, source: source)])
    }

    func problems(_ language: String, _ translations: [String: String]) -> [Diagnostic] {
        TranslationCheck.problems(of: catalog(language, translations), messages: messages, settings: settings, includingWarnings: true)
    }

    func translation(_ language: String, _ translations: [String: String]) -> DocumentTranslation {
        Translator(catalog: catalog(language, translations), reviews: Reviews(), source: LanguageTag("en")!).translate(document)
    }

    /// The body in an edition.
    func html(_ language: String, _ translations: [String: String]) -> String {
        let document = document.document
        var writer = HTMLWriter(tree: document.tree, texts: translation(language, translations).texts)
        if let first = document.blocks.first { writer.writeBlocks(first..<document.tree.contents(of: 0).upperBound) }
        writer.writeFootnotes()
        return String(decoding: writer.output, as: UTF8.self)
    }

    /// The rules that one message's translation breaks, with what is said by the check and by the build.
    static func rules(_ source: String, _ translation: String, _ language: String) throws -> (rules: [Rule], isShown: Bool) {
        let texts = try TestTexts(source)
        let message = try #require(texts.document.messages.first { if case .node = $0.place { true } else { false } })
        let translations = [message.key.text: translation]
        return (texts.problems(language, translations).map(\.rule), texts.translation(language, translations).coverage[.rejected].messages == 0)
    }
}
