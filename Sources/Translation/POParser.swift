import Publication

/// Puts the pieces of a catalog together to entries; an entry that is wrong is reported and left out, and the next one read.
struct POParser {
    private var lexer: POLexer
    private var header = POFile.Header()
    private var entries: [POFile.Entry] = []
    private var lines: [Key: Int] = [:]
    /// The entry that is being read, from the comments before it.
    private var entry = POParser.blank
    /// Its first keyword; nil while there are only comments.
    private var place: POLexer.Place?
    private var hasID = false
    private var text: Text?
    /// After a problem, until the next entry begins.
    private var skipping = Skipping.no

    private static let blank = POFile.Entry(id: "", translations: [])

    var problems: CatalogProblems { lexer.problems }

    init(_ file: SourceFile, charset: CatalogCharset) {
        lexer = POLexer(file, charset: charset, problems: CatalogProblems(in: file))
    }

    private struct Key: Hashable {
        let context: String?
        let id: String
    }

    /// The text that is being read: a keyword and the strings behind it.
    private struct Text {
        var target: Target
        var token: POLexer.Token
        var bytes: [UInt8] = []
        var strings = 0
    }

    private enum Target {
        case context, id, pluralID, translation
        case previousContext, previousID, previousPluralID
    }

    private enum Skipping {
        case no, yes
        /// The entry had a context and no msgid yet, which is still to come.
        case throughID
    }

    mutating func parse() -> POFile {
        while true {
            let token = lexer.next()
            switch token.kind {
            case .end:
                endText()
                endEntry()
                var catalog = POFile(header: header, entries: entries)
                catalog.closingComments = closingComments
                return catalog
            case .broken:
                text = nil
                skip()
            case .comment(let kind, let content):
                endText()
                if !entry.translations.isEmpty { endEntry() }
                note(kind, content)
            case .string(let bytes): add(bytes, token)
            case .keyword(let keyword): begin(keyword, token)
            case .translation(let form): begin(form: form, token)
            }
        }
    }

    // MARK: Comments

    private mutating func note(_ kind: POLexer.Comment, _ content: String) {
        switch kind {
        case .translator: entry.translatorComments.append(content)
        case .extracted: entry.extractedComments.append(content)
        case .references:
            for reference in POReferences.split(content) where !entry.references.contains(reference) {
                entry.references.append(reference)
            }
        case .flags:
            for flag in POFlags.split(content) where !entry.flags.contains(flag) { entry.flags.append(flag) }
        }
    }

    /// What stands behind the last entry, as lines again.
    private var closingComments: [String] {
        entry.translatorComments.map { $0.isEmpty ? "#" : "# \($0)" } + entry.extractedComments.map { $0.isEmpty ? "#." : "#. \($0)" }
            + entry.references.map { "#: \($0)" } + entry.flags.map { "#, \($0)" }
    }

    // MARK: Keywords

    private mutating func begin(_ keyword: POLexer.Keyword, _ token: POLexer.Token) {
        endText()
        if token.isPrevious {
            if !entry.translations.isEmpty { endEntry() }
            let target: Target = switch keyword {
            case .context: .previousContext
            case .id: .previousID
            case .pluralID: .previousPluralID
            }
            text = Text(target: target, token: token)
            return
        }
        switch keyword {
        case .context:
            skipping = .no
            endEntry()
            beginEntry(token)
            text = Text(target: .context, token: token)
        case .id:
            if skipping == .throughID {
                skipping = .yes
                return
            }
            skipping = .no
            if place == nil || hasID {
                endEntry()
                beginEntry(token)
            }
            text = Text(target: .id, token: token)
        case .pluralID:
            guard skipping == .no else { return }
            guard hasID, entry.pluralID == nil, entry.translations.isEmpty else {
                return refuse(token, "‘msgid_plural’ does not belong here", help: "It stands once, between msgid and msgstr[0].")
            }
            text = Text(target: .pluralID, token: token)
        }
        checkObsolete(token)
    }

    private mutating func begin(form: Int?, _ token: POLexer.Token) {
        endText()
        guard skipping == .no else { return }
        if token.isPrevious {
            return refuse(token, "a translation that is marked as a previous text", help: "Leave out the `#|` before it.")
        }
        guard hasID else {
            return refuse(token, "a translation without a text that it translates", help: "Write `msgid \"…\"` before it.")
        }
        if let form {
            if entry.pluralID == nil {
                return refuse(
                    token, "a plural form of a text that has no plural",
                    help: "Write `msgstr` without a number, or `msgid_plural` before it.")
            }
            if form != entry.translations.count {
                return refuse(
                    token, "plural form \(form) stands where form \(entry.translations.count) is due",
                    help: "Write them in order, from `msgstr[0]`; a form that is not translated yet is `\"\"`.")
            }
        } else if entry.pluralID != nil {
            return refuse(
                token, "a translation without the number of its plural form",
                help: "Write `msgstr[0]`, then `msgstr[1]` and so on.")
        } else if !entry.translations.isEmpty {
            return refuse(token, "a second translation of the same text", help: "Leave one of the two out.")
        }
        text = Text(target: .translation, token: token)
        checkObsolete(token)
    }

    private mutating func checkObsolete(_ token: POLexer.Token) {
        guard entry.isObsolete != token.isObsolete else { return }
        refuse(
            token, "one line of an entry begins with #~ and another does not",
            help: "Write #~ before all lines of the entry, or before none.")
    }

    // MARK: Texts

    private mutating func add(_ bytes: [UInt8], _ token: POLexer.Token) {
        guard skipping == .no else { return }
        guard text != nil, text?.token.isPrevious == token.isPrevious, text?.token.isObsolete == token.isObsolete else {
            text = nil
            return refuse(
                token, "a text that belongs to no keyword",
                help: "Write msgid or msgstr before it; if it goes on from the line above, begin it as that line begins.")
        }
        text?.bytes += bytes
        text?.strings += 1
    }

    private mutating func endText() {
        guard let text else { return }
        self.text = nil
        guard text.strings > 0 else {
            return refuse(
                text.token, "there is no text behind this keyword",
                help: "Write it in quotation marks; if there is none, write `\"\"`.")
        }
        guard let value = String(validating: text.bytes, as: UTF8.self) else {
            return refuse(text.token, "the numbered bytes in this text are not UTF-8", help: "Write the characters themselves.")
        }
        switch text.target {
        case .context: entry.context = value
        case .id:
            entry.id = value
            hasID = true
        case .pluralID: entry.pluralID = value
        case .translation: entry.translations.append(value)
        case .previousContext: entry.previousContext = value
        case .previousID: entry.previousID = value
        case .previousPluralID: entry.previousPluralID = value
        }
    }

    // MARK: Entries

    private mutating func refuse(_ token: POLexer.Token, _ message: String, help: String) {
        lexer.problems.add(token.place, message, help: help)
        skip()
    }

    private mutating func skip() {
        skipping = place != nil && !hasID ? .throughID : .yes
        reset()
    }

    private mutating func reset() {
        entry = POParser.blank
        place = nil
        hasID = false
        text = nil
    }

    private mutating func beginEntry(_ token: POLexer.Token) {
        place = token.place
        entry.line = token.place.line
        entry.isObsolete = token.isObsolete
    }

    private mutating func endEntry() {
        guard let place else { return }
        defer { reset() }
        guard hasID, !entry.translations.isEmpty else {
            return lexer.problems.add(
                place, "this entry has no \(hasID ? "msgstr" : "msgid")",
                help: "Write it; where nothing is translated yet, it is `msgstr \"\"`.")
        }
        entry.flags = POFlags.ordered(entry.flags)
        guard !entry.isObsolete else { return entries.append(entry) }
        if let first = lines.updateValue(entry.line, forKey: Key(context: entry.context, id: entry.id)) {
            lines[Key(context: entry.context, id: entry.id)] = first
            return lexer.problems.add(
                place, "this text is translated twice: on line \(first) and here",
                help: "Leave one of the two entries out; until then the first counts.", rule: .duplicateMessage)
        }
        if entry.id.isEmpty, entry.context == nil {
            header = POFile.Header(entry: entry)
        } else {
            entries.append(entry)
        }
    }
}
