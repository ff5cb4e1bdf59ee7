import Markdown

/// What an organization holds to: each level-2 heading a value, its statement below.
package struct Values: Sendable {
    package var introduction: [MarkdownTree.Index] = []
    package var values: [Plan.Prose] = []
}
