import Publication

/// One message as it is handed to translators who have no PO editor: a row of a table, a unit of XLIFF.
package struct ExchangeRow: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        case missing, fuzzy
        /// Made by a machine, and read by nobody yet.
        case machine
        case translated, reviewed
    }

    /// `Reviews.id` with a letter before it: digits alone, or digits around an `e`, a spreadsheet would take for a number.
    package var id: String
    /// Where it stands, in words: `District goals › Goal 1 › item 2 of 5`.
    package var place: String
    /// What was translated before the source changed.
    package var previous: String?
    package var source: String
    /// Empty where there is none.
    package var translation: String
    /// What the author says of it, and where its links lead; line by line.
    package var note: String
    package var state: State

    package static func id(of key: Message.Key) -> String { "m" + Reviews.id(of: key) }

    /// An id as files bring it back, with or without its letter, in any case; nil for what is none.
    static func id(written: String) -> String? {
        let plain = written.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }.lowercased()
        let digits = plain.hasPrefix("m") ? plain.dropFirst() : plain[...]
        guard digits.utf8.count == 16, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
        return "m" + digits
    }
}

/// A table of messages on its way out.
package struct ExchangeTable: Sendable, Hashable {
    package var title: String
    package var source: LanguageTag
    package var target: LanguageTag
    package var rows: [ExchangeRow]

    package init(title: String, source: LanguageTag, target: LanguageTag, rows: [ExchangeRow]) {
        self.title = title
        self.source = source
        self.target = target
        self.rows = rows
    }
}

/// What a file that came back holds.
package struct ReceivedTable: Sendable {
    package struct Row: Sendable, Hashable {
        package enum State: Sendable, Hashable {
            case unstated
            /// Its translator says that it is finished, even where the words are as they were.
            case finished
            /// Its translator says that it is not.
            case unfinished
        }

        /// As `ExchangeRow.id` has it.
        package var id: String
        /// What its source is said to be; believed only where its hash is the id.
        package var source: String?
        package var translation: String
        package var state = State.unstated
        /// Of the file, counted from 1.
        package var line: Int
        /// What people call its place: `row 12`, `unit m0f…`.
        package var name: String
    }

    /// As the file has it.
    package var language: String?
    package var rows: [Row] = []
    package var problems: [Diagnostic] = []
}

extension ReceivedTable.Row {
    /// A translation on one line, without white space at its ends or control characters: cells are broken by hand and by
    /// programs, and texts are inline.
    static func cleaned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isPending = false
        var trailing: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20, 0x85, 0x2028, 0x2029: isPending = true
            case 0xA0: trailing.append(scalar)
            case 0..<0x20, 0x7F, 0xFEFF, 0xFFFE, 0xFFFF: continue
            default:
                // A no-break space beside a plain one is what word processors make of two spaces.
                if !result.isEmpty {
                    if isPending { result.append(" ") } else { result.append(contentsOf: trailing) }
                }
                isPending = false
                trailing = []
                result.append(scalar)
            }
        }
        return String(result)
    }
}
