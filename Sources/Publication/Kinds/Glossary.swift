import Foundation
import Markdown

/// Terms at level 2, `## District Improvement Plan (DIP)`, each with its meaning below.
package struct Glossary: Sendable {
    package var introduction: [MarkdownTree.Index] = []
    package var terms: [Term] = []

    package struct Term: Sendable {
        package let heading: MarkdownTree.Index
        /// What stands in parentheses at the heading's end, or before them, where it looks like an abbreviation: `DIP`.
        package let abbreviation: String?
        package var blocks: [MarkdownTree.Index] = []
    }

    /// Whether what stands in parentheses looks like an abbreviation.
    package static func isAbbreviation(_ text: some StringProtocol) -> Bool { !text.isEmpty && !text.contains(" ") && text.count <= 12 }

    /// A term's name, and what stands in parentheses at its end, of a heading or its translation. Where the abbreviation stands
    /// first, `MTSS (Multi-Tiered System of Supports)`, the name is in the parentheses.
    package static func name(_ heading: String) -> (name: String, inParentheses: String?) {
        let text = heading.trimmingCharacters(in: .whitespaces)
        guard let last = text.last, last == ")" || last == "）", let open = text.lastIndex(where: { $0 == "(" || $0 == "（" }), open > text.startIndex
        else { return (text, nil) }
        let name = text[..<open].trimmingCharacters(in: .whitespaces), inner = String(text[text.index(after: open)...].dropLast())
        return beginsWithAbbreviation(name, inner) ? (inner.trimmingCharacters(in: .whitespaces), name) : (name, inner)
    }

    private static func beginsWithAbbreviation(_ name: String, _ inner: String) -> Bool {
        isAbbreviation(name) && name.count(where: \.isUppercase) > 1 && !name.contains(where: \.isLowercase) && !isAbbreviation(inner) && inner.count > name.count
    }

    /// Whether a heading's abbreviation stands before its name.
    package static func beginsWithAbbreviation(_ heading: String) -> Bool {
        let (_, abbreviation) = name(heading)
        return abbreviation.map { heading.trimmingCharacters(in: .whitespaces).hasPrefix($0) } ?? false
    }
}
