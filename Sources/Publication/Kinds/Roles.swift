import Markdown

/// Who does what: each level-2 heading a role or a group of roles.
package struct Roles: Sendable {
    package var introduction: [MarkdownTree.Index] = []
    package var roles: [Role] = []

    package struct Role: Sendable {
        package let heading: MarkdownTree.Index
        package let name: String
        /// Other names for it.
        package var aliases: [String] = []
        /// The roles that it is a group of, as they are written.
        package var members: [(name: String, line: LabelledLine)] = []
        package var contact: LabelledLine?
        package var aliasLine: LabelledLine?
        package var blocks: [MarkdownTree.Index] = []
    }
}
