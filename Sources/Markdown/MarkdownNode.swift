extension MarkdownTree {
    /// One block or inline. What its kind adds is read through the properties below; each says for which kind it holds.
    package struct Node: Sendable {
        package enum Kind: UInt8, Sendable {
            case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
            case footnoteDefinition, table, tableRow, tableCell
            case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
            case footnoteReference
        }

        /// Whether a list item is a task, and if so whether it is done.
        package enum TaskState: UInt8, Sendable { case none, open, done }

        package enum Delimiter: Sendable { case period, parenthesis }

        package let kind: Kind
        var flags: UInt8 = 0
        /// Index after the last descendant; the node's children are `index + 1`, `nodes[index + 1].end`, … below it.
        package internal(set) var end: Int32 = 0
        package internal(set) var position: Position

        // Three numbers whose meaning is the kind's: mostly a range of the tree's bytes and one thing more.
        var first: Int32 = 0
        var second: Int32 = 0
        var third: Int32 = 0

        init(_ kind: Kind, at position: Position) {
            self.kind = kind
            self.position = position
        }
    }
}

extension MarkdownTree.Node {
    package var isBlock: Bool { kind.rawValue <= Kind.tableCell.rawValue }

    /// Heading: 1 to 6.
    package var headingLevel: Int { Int(first) }

    /// List: numbered or not.
    package var isOrdered: Bool { flags & Flag.ordered != 0 }
    /// List: its first number.
    package var listStart: Int { Int(first) }
    /// List: what follows the numbers.
    package var delimiter: Delimiter { flags & Flag.parenthesis != 0 ? .parenthesis : .period }
    /// List: without blank lines between its items. Paragraph: in such a list, hence written without `<p>`.
    package var isTight: Bool { flags & Flag.tight != 0 }

    /// Item.
    package var task: TaskState { TaskState(rawValue: UInt8(truncatingIfNeeded: first)) ?? .none }

    /// Code block.
    package var isFenced: Bool { flags & Flag.fenced != 0 }

    /// Table row.
    package var isHeader: Bool { flags & Flag.header != 0 }
    /// Table: how many columns. Table cell: which one, from 0.
    package var column: Int { Int(first) }

    /// Footnote reference and definition: the number that readers see, from 1.
    package var footnoteNumber: Int { Int(third) }
    /// Footnote reference: which of those to the same footnote, from 1.
    package var referenceOrder: Int { Int(second) }

    enum Flag {
        static let ordered: UInt8 = 1
        static let parenthesis: UInt8 = 2
        static let tight: UInt8 = 4
        static let fenced: UInt8 = 1
        static let header: UInt8 = 1
        static let comment: UInt8 = 1
        static let allowed: UInt8 = 2
    }
}
