extension POLexer {
    /// A piece of a catalog, and where it stands.
    struct Token {
        let kind: Kind
        let place: Place
        /// Behind `#~`.
        let isObsolete: Bool
        /// Behind `#|` or `#~|`.
        let isPrevious: Bool
    }

    enum Kind {
        case keyword(Keyword)
        /// `msgstr`, with its plural form where it names one.
        case translation(form: Int?)
        case string([UInt8])
        case comment(Comment, String)
        /// Something that has been reported already.
        case broken
        case end
    }

    enum Keyword: String, CaseIterable {
        case context = "msgctxt", id = "msgid", pluralID = "msgid_plural"
    }

    enum Comment {
        case translator, extracted, references, flags
    }

    struct Place {
        var line: Int
        /// In bytes, from 1.
        var column: Int
        var length: Int
    }
}
