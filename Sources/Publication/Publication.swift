import Markdown

/// The whole publication in its source language: every document that is to be published, where each stands, and
/// where every link leads.
package struct Publication: Sendable {
    package let settings: Settings
    /// In the order of their paths.
    package internal(set) var documents: [Document]
    /// For each document, by the index of the link's or image's node.
    package internal(set) var links: [[MarkdownTree.Index: LinkTarget]]
    /// For each document, the picture that its front matter names, below `content/`.
    package internal(set) var pictures: [String?]
    /// For each document, what its front matter's keys name: a plan's parent, a report's plan.
    package let named: [[FrontMatter.DocumentLink.Key: LinkTarget]]
    /// Documents that take the place of others in one language.
    package let adaptations: [Adaptation]
    package let sections: [Section]
    package let navigation: [NavigationEntry]
    package let footer: [NavigationEntry]
    /// Updates from the oldest to the newest, as indices of documents.
    package let updates: [Int]
    /// The place of each update among them.
    package let updateNumbers: [Int: Int]
    package let tags: [Tag]
    /// Addresses that lead to a document under another one, in the order of the aliases.
    package let aliases: [Alias]
    /// Documents that could be read and are not published, in the order of their paths.
    package let withheld: [Withheld]
    /// Other files below `content/`, in the order of their paths, which are also their places on the site.
    package let files: [String]

    /// A folder of `content/`; the first is `content/` itself.
    package struct Section: Sendable {
        /// `plans/`, or the empty text.
        package let folder: String
        package let address: String
        package let title: String
        /// The document that is the section's own page, where it has one.
        package var page: Int?
        package let parent: Int?
        /// Its documents, its own page left out: dated ones first, the newest first, then the others by title.
        package var documents: [Int] = []
        package var subsections: [Int] = []
    }

    package struct NavigationEntry: Sendable {
        package let title: String
        package let target: LinkTarget
        /// As it is written, for outside addresses.
        package let link: String
        /// The document whose own title it bears, where it has none of its own.
        package let document: Int?
    }

    package struct Tag: Sendable {
        package let name: String
        package let address: String
        package let documents: [Int]
    }

    package struct Alias: Sendable {
        package let address: String
        package let document: Int
    }

    package struct Withheld: Sendable {
        package let path: String
        package let reason: Withholding
    }

    /// The section that a document stands in, or whose own page it is.
    package func section(of document: Int) -> Int { sectionOfDocument[document] }
    let sectionOfDocument: [Int]

    /// Tags by the document that bears them.
    package func tags(of document: Int) -> [Int] { tagsOfDocument[document] }
    let tagsOfDocument: [[Int]]
}

/// Where a link or an image leads.
package enum LinkTarget: Sendable, Hashable {
    /// A page of the site, percent-encoded, and a place on it.
    case page(address: String, fragment: String?)
    /// Another file of the site, percent-encoded.
    case file(String, fragment: String?)
    /// Elsewhere; the address as it is written.
    case outside
    /// No link: a passage in another language.
    case language(LanguageTag)
    /// What it led to is not published: only its words are shown.
    case none
}
