/// What a link or an image of the text has turned out to point at.
package enum ResolvedLink: Hashable, Sendable {
    /// Where it leads, a finished URL reference: percent-encoded as needed, not escaped for HTML.
    case address([UInt8])
    /// An image's address and its size in CSS pixels.
    case image([UInt8], width: Int, height: Int)
    /// A passage in another language, written `[Bienvenidos](lang:es)`; `tag` is a BCP 47 tag.
    case language(tag: String, rightToLeft: Bool)
    /// In a translation: the footnote reference at a node of the tree that is translated.
    case footnote(MarkdownTree.Index)
    /// Nowhere: only its text is written.
    case textOnly
}
