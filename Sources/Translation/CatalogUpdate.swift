import Publication

/// A language's catalog brought up to date, and what that did to it.
package struct CatalogUpdate: Sendable {
    /// Why an entry is fuzzy.
    package enum Reason: String, Sendable, CaseIterable {
        /// Nothing but numbers differs.
        case numbers
        case words
        /// The same words in another context.
        case context
        /// The translation of another message that is really alike.
        case alike
    }

    package struct Suggestion: Sendable, Hashable {
        package let key: Message.Key
        package let previous: Message.Key
        package let reason: Reason
    }

    package let language: LanguageTag
    package internal(set) var files: [Catalog.File] = []
    /// How many messages are translated, and were so before.
    package internal(set) var kept = 0
    /// Translations that were kept though quotation marks, dashes or white space of their source changed.
    package internal(set) var trivial: [(key: Message.Key, previous: Message.Key)] = []
    /// Entries that became fuzzy now.
    package internal(set) var fuzzy: [Suggestion] = []
    /// Messages without any translation that were not in the catalog before.
    package internal(set) var new: [Message.Key] = []
    /// Translations whose message is no longer there: their entries are obsolete.
    package internal(set) var vanished: [Message.Key] = []
    /// Translations of messages that are there again, to be looked at.
    package internal(set) var revived: [Message.Key] = []
    /// The rules by which its messages were found, where the header of a file names others than `CatalogTemplate` has.
    package internal(set) var otherRules: String?
    /// Provenance that goes with a translation, since only trivia of its source changed: hashes of `Reviews`.
    package internal(set) var renewed: [(old: String, new: String)] = []
}
