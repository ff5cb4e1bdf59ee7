import Publication

/// A gettext catalog as its file has it, entry by entry, in order.
///
/// Reading and writing a file that is in gettext's canonical form gives the same bytes. The canonical form is that of
/// `msgcat --no-wrap` (GNU gettext 0.21); the whole format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
package struct POFile: Sendable, Equatable {
    package var header: Header
    /// In the order of the file; those that are obsolete are written last.
    package var entries: [Entry]
    /// Comment lines that stand behind the last entry, whole. msgcat drops them; they are someone's words.
    package var closingComments: [String] = []

    package init(header: Header = Header(), entries: [Entry] = []) {
        self.header = header
        self.entries = entries
    }

    /// One message and its translations.
    package struct Entry: Sendable {
        /// `# …`: the text behind `# `, line by line.
        package var translatorComments: [String] = []
        /// `#. …`: the text behind `#.`, with any space but the first.
        package var extractedComments: [String] = []
        /// `#: …`: file names, usually with `:` and a line number.
        package var references: [String] = []
        /// `#, …`: `fuzzy`, `c-format` …
        package var flags: [String] = []
        /// `#| …`: what was translated when the entry became fuzzy.
        package var previousContext: String?
        package var previousID: String?
        package var previousPluralID: String?
        /// `msgctxt`; an empty one differs from none.
        package var context: String?
        package var id: String
        package var pluralID: String?
        /// One, or with a plural one for each of its forms.
        package var translations: [String]
        /// `#~ …`: kept though the source no longer has the message.
        package var isObsolete = false
        /// Of the first keyword in the file, counted from 1; 0 for an entry that came from no file.
        package var line = 0

        package init(context: String? = nil, id: String, pluralID: String? = nil, translations: [String] = [""]) {
            self.context = context
            self.id = id
            self.pluralID = pluralID
            self.translations = translations
        }

        package var isFuzzy: Bool {
            get { flags.contains("fuzzy") }
            set {
                guard newValue != isFuzzy else { return }
                if newValue { flags.insert("fuzzy", at: 0) } else { flags.removeAll { $0 == "fuzzy" } }
            }
        }

        /// Whether any form has been translated at all.
        package var isTranslated: Bool { translations.contains { !$0.isEmpty } }
    }
}

extension POFile.Entry: Equatable {
    /// The line is no part of it: a message moved is the same message.
    package static func == (one: Self, other: Self) -> Bool {
        one.context == other.context && one.id == other.id && one.pluralID == other.pluralID
            && one.translations == other.translations && one.isObsolete == other.isObsolete && one.flags == other.flags
            && one.translatorComments == other.translatorComments && one.extractedComments == other.extractedComments
            && one.references == other.references && one.previousContext == other.previousContext
            && one.previousID == other.previousID && one.previousPluralID == other.previousPluralID
    }
}
