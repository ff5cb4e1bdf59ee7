import Publication
import TestSupport

@testable import Translation

/// The messages of documents that are written as literals, in the order of their paths.
func texts(_ documents: [String: String]) -> PublicationMessages {
    let read = documents.sorted { $0.key < $1.key }.compactMap { path, text in
        DocumentReader().read(SourceFile(path: "content/" + path, bytes: Array(text.utf8)), path: path).document
    }
    return PublicationMessages(site: [], documents: read.map { MessageExtractor().messages(of: $0) })
}

/// One document: its paragraphs, below the title “Page”.
func page(_ paragraphs: String...) -> PublicationMessages {
    texts(["page.md": "---\ntitle: Page\n---\n\n" + paragraphs.joined(separator: "\n\n") + "\n"])
}

extension PublicationMessages {
    /// A catalog in which everything is translated: “Page” by “ES(Page)”.
    var translated: [Catalog.File] { merger.merge().files.translating { "ES(\($0))" } }
}

extension [Catalog.File] {
    /// All entries in a few signs: `id = translation`, `? id = translation < previous` for fuzzy ones, `~` for obsolete ones.
    var shown: [String] {
        flatMap { file in
            file.catalog.entries.map { entry in
                (entry.isObsolete ? "~ " : "") + (entry.isFuzzy ? "? " : "") + entry.id + " = " + (entry.translations.first ?? "")
                    + (entry.previousID.map { " < \($0)" } ?? "")
            }
        }
    }

    func entry(_ id: String) -> POFile.Entry? { flatMap(\.catalog.entries).first { $0.id == id } }
}
