import Markdown
import Publication

/// The smallest piece that is translated as a whole: a heading, a paragraph, a table cell, a title.
///
/// Its text decides what it is, with a context only where an author gave one: a message that moves, is wrapped anew or
/// stands in a renamed file is the same message, and equal texts share one translation.
package struct Message: Sendable {
    package struct Key: Sendable, Hashable {
        /// From `<!-- context: … -->`.
        package let context: String?
        /// Canonical inline Markdown (`InlineMarkdown`), in Unicode's form NFC; for a field, its plain words.
        package let text: String

        package init(context: String? = nil, text: String) {
            self.context = context
            self.text = text
        }
    }

    /// Where in its document it stands.
    package enum Place: Sendable, Hashable {
        /// A heading, a paragraph or a cell as a whole, or the first of a run of inlines with a message of its own.
        case node(MarkdownTree.Index)
        case field(Field)
    }

    /// What front matter says in words.
    package enum Field: Sendable, Hashable {
        case title, summary, notice, imageText, place, organization, reportedBy, approvedBy
        /// One of the ways to answer, counted from 0.
        case feedbackWay(Int)
        case tag(String)
    }

    /// What kind of text it is, for those who translate it.
    package enum Role: Sendable, Hashable {
        case heading, paragraph, caption, alternativeText, field
        /// Who has a duty, or by when something is due.
        case roles, due
        /// What stands behind a label: `Target: 3 of 6 areas`.
        case line(LabelledLine.Label)
        /// Counted from 1.
        case item(Int, of: Int)
        case cell(row: Int, column: Int)
        case footnote(Int)
    }

    package let key: Key
    package let place: Place
    package let role: Role
    /// What the text's labels stand for, in the document's tree.
    package let labels: [MarkdownTree.Index]
    package let footnotes: [MarkdownTree.Index]
    /// Whether the text is that of an image which is all of its paragraph.
    package let isImageAlone: Bool
    /// From `<!-- note: … -->`.
    package let note: String?
    /// False behind `<!-- no-translate -->`: it shows in the source language, and nobody waits for a translation.
    package let isTranslatable: Bool
    /// How many words its text has.
    package let words: Int
    /// For looking it up in a catalog.
    let hash: UInt64
}

/// All messages of a document, in its order.
package struct DocumentMessages: Sendable {
    package let document: Document
    package let messages: [Message]
}
