import Markdown

/// One Markdown file, understood: its front matter, its block tree, and what its kind makes of them.
///
/// Never changed once it is made; a class, because copying it has to be cheap: it is handed around by the thousands.
package final class Document: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case page, values, plan, progress, portrait, roles, duties, survey, update, event, glossary
    }

    /// What the document says, read from its block tree once.
    package enum Meaning: Sendable {
        case page, update
        case values(Values)
        case plan(Plan)
        case survey(Survey)
        case event(EventFacts)
        case glossary(Glossary)
        case progress(Progress)
        case portrait(Portrait)
        case roles(Roles)
        case duties(Duties)
    }

    package struct Heading: Sendable {
        package let node: MarkdownTree.Index
        package let level: Int
        package let id: String
        /// Its words without markup.
        package let text: String
    }

    /// Below `content/`: `plans/district-goals.md`.
    package let path: String
    package let source: SourceFile
    package let frontMatter: FrontMatter
    package let title: String
    package let tree: MarkdownTree
    /// The top-level blocks, a leading title heading left out.
    package let blocks: [MarkdownTree.Index]
    package let headings: [Heading]
    /// Every id of the page, and the ids that links may also use for it: a plan's `1.1` can be reached by its
    /// heading's slug too.
    package let anchors: [String: String]
    package let meaning: Meaning
    /// Lines with a known label, in the order of the text; they are not shown where they stand.
    package let lines: [LabelledLine]
    /// The blocks that are those lines.
    package let leftOut: Set<MarkdownTree.Index>
    /// What a round of feedback was answered with, where the document's kind has no place of its own for it.
    package let heard: [Plan.Prose]
    /// Without a leading slash, ending with one: `plans/district-goals/`; empty for the home page.
    package let address: String

    package var kind: Kind { frontMatter.kind }
    /// The day of its last change, as far as its front matter says.
    package var lastChange: CalendarDate? { frontMatter.updated ?? frontMatter.date ?? frontMatter.progress.asOf }

    /// The folder that it stands in, `plans/`, or the empty text at the top.
    package let folder: String
    package let isIndex: Bool

    package init(
        path: String, source: SourceFile, frontMatter: FrontMatter, title: String, tree: MarkdownTree,
        blocks: [MarkdownTree.Index], headings: [Heading], anchors: [String: String], meaning: Meaning, lines: [LabelledLine],
        leftOut: Set<MarkdownTree.Index>, heard: [Plan.Prose], address: String
    ) {
        self.path = path
        self.source = source
        self.frontMatter = frontMatter
        self.title = title
        self.tree = tree
        self.blocks = blocks
        self.headings = headings
        self.anchors = anchors
        self.meaning = meaning
        self.lines = lines
        self.leftOut = leftOut
        self.heard = heard
        self.address = address
        isIndex = path == "index.md" || path.hasSuffix("/index.md")
        folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    package func heading(at node: MarkdownTree.Index) -> Heading? {
        let place = firstHeading(from: node)
        return place < headings.count && headings[place].node == node ? headings[place] : nil
    }

    package func headings(in nodes: Range<MarkdownTree.Index>) -> ArraySlice<Heading> {
        headings[firstHeading(from: nodes.lowerBound)..<firstHeading(from: nodes.upperBound)]
    }

    /// They stand in the order of their nodes.
    private func firstHeading(from node: MarkdownTree.Index) -> Int {
        var low = 0, high = headings.count
        while low < high {
            let middle = (low + high) / 2
            if headings[middle].node < node { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Why a document that could be read is not on the site.
package enum Withholding: Sendable, Hashable {
    case draft
    case publishedFrom(CalendarDate)
    case expired(CalendarDate)

    /// Nil where the document is to be published.
    static func reason(_ frontMatter: FrontMatter, today: CalendarDate, includingDrafts: Bool) -> Withholding? {
        if frontMatter.draft, !includingDrafts { return .draft }
        if let from = frontMatter.publishFrom, today < from { return .publishedFrom(from) }
        if let expires = frontMatter.expires, expires < today { return .expired(expires) }
        return nil
    }
}
