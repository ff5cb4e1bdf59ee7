import Markdown

/// A portrait of the graduate: areas of proficiency at level 2, grades at level 3 below each.
package struct Portrait: Sendable {
    package var introduction: [MarkdownTree.Index] = []
    package var areas: [Area] = []

    package struct Area: Sendable {
        package let heading: MarkdownTree.Index
        package let title: String
        package var blocks: [MarkdownTree.Index] = []
        package var grades: [Grade] = []
    }

    package struct Grade: Sendable {
        package let heading: MarkdownTree.Index
        /// As it is written: `Grade 4`.
        package let title: String
        package var blocks: [MarkdownTree.Index] = []
    }

    /// The grades' names, in the order in which they first stand.
    package var gradeTitles: [String] {
        areas.flatMap(\.grades).reduce(into: []) { if !$0.contains($1.title) { $0.append($1.title) } }
    }
}
