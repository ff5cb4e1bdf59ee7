import Markdown

/// A document written anew as a whole for one language, `plan.es.md` beside `plan.md`: in that language's edition it
/// takes the place of the one that it follows, at the same address.
package struct Adaptation: Sendable {
    package let document: Document
    package let language: LanguageTag
    /// The index of the document that it takes the place of.
    package let source: Int
    package var links: [MarkdownTree.Index: LinkTarget] = [:]
    var picture: String?

    /// Which document and language a path names: `plans/plan.es.md` is `plans/plan.md` in Spanish. Nil for every other.
    package static func parts(of path: String, _ settings: Settings) -> (source: String, language: LanguageTag)? {
        guard path.hasSuffix(".md"), let dot = path.dropLast(3).lastIndex(of: ".") else { return nil }
        let tag = path[path.index(after: dot)...].dropLast(3)
        guard let language = settings.languages.dropFirst().first(where: { $0.code.lowercased() == tag.lowercased() }) else { return nil }
        return (path[..<dot] + ".md", language)
    }

    /// The document as it stands in its edition: at the source's address and, where it has the same headings, with the
    /// source's ids, so that every link to them leads there in every language.
    static func document(_ adapted: Document, following source: Document) -> Document {
        let isParallel = adapted.headings.map(\.level) == source.headings.map(\.level)
        let headings = isParallel
            ? zip(adapted.headings, source.headings).map { Document.Heading(node: $0.node, level: $0.level, id: $1.id, text: $0.text) } : adapted.headings
        let anchors = isParallel ? source.anchors : adapted.anchors
        return Document(
            path: adapted.path, source: adapted.source, frontMatter: adapted.frontMatter, title: adapted.title, tree: adapted.tree,
            blocks: adapted.blocks, headings: headings, anchors: anchors, meaning: adapted.meaning, lines: adapted.lines, leftOut: adapted.leftOut, heard: adapted.heard,
            address: source.address)
    }
}

extension Publication {
    /// The publication as an edition shows it: with the documents that were written anew for its language.
    package func adapted(to language: LanguageTag) -> Publication {
        var publication = self
        for adaptation in adaptations where adaptation.language == language {
            publication.documents[adaptation.source] = adaptation.document
            publication.links[adaptation.source] = adaptation.links
            publication.pictures[adaptation.source] = adaptation.picture
        }
        return publication
    }
}
