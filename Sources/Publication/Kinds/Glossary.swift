import Markdown

/// Terms at level 2, `## District Improvement Plan (DIP)`, each with its meaning below.
package struct Glossary: Sendable {
    package var introduction: [MarkdownTree.Index] = []
    package var terms: [Term] = []

    package struct Term: Sendable {
        package let heading: MarkdownTree.Index
        /// What stands in parentheses at the heading's end, where it looks like an abbreviation: `DIP`.
        package let abbreviation: String?
        package var blocks: [MarkdownTree.Index] = []
    }
}
