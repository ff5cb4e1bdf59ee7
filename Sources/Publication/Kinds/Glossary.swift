import Foundation
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

    /// Whether what stands in parentheses looks like an abbreviation.
    package static func isAbbreviation(_ text: some StringProtocol) -> Bool { !text.isEmpty && !text.contains(" ") && text.count <= 12 }

    /// A term's name, and what stands in parentheses at its end, of a heading or its translation.
    package static func name(_ heading: String) -> (name: String, inParentheses: String?) {
        let text = heading.trimmingCharacters(in: .whitespaces)
        guard let last = text.last, last == ")" || last == "）", let open = text.lastIndex(where: { $0 == "(" || $0 == "（" }), open > text.startIndex
        else { return (text, nil) }
        return (text[..<open].trimmingCharacters(in: .whitespaces), String(text[text.index(after: open)...].dropLast()))
    }
}
