import Publication

/// Puts the translations of a file that came back into a catalog.
///
/// A row belongs to the message whose id it has; the id is a hash of the message's context and source, so that a row for
/// what has changed since belongs to none. It then goes, fuzzy, to the message that came of the one it translates:
/// where the catalog says so (`#|`), else where most words are the same.
package struct TranslationImport: Sendable {
    package struct Counts: Sendable, Hashable {
        /// Where none was before, in the place of another, and fuzzy ones that their translator confirmed as they are.
        package var added = 0, changed = 0, confirmed = 0
        package var unchanged = 0, empty = 0
        /// For a source that has changed since.
        package var fuzzy = 0
        package var leftOut = 0
    }

    package private(set) var files: [Catalog.File]
    /// Paths of those that differ from before.
    package private(set) var changedPaths: Set<String> = []
    package private(set) var counts = Counts()
    package var problems: [Diagnostic] { found.listed }
    /// Hashes of what was put in, for `Reviews`.
    package private(set) var hashes: [String] = []

    private let template: CatalogTemplate
    private var found: ExchangeProblems
    private let date: CalendarDate
    /// The publication's messages by their ids.
    private var messages: [String: Message.Key] = [:]
    /// Where entries stand: of the messages, and of those that the catalog still has besides.
    private var places: [Message.Key: (file: Int, entry: Int)] = [:]
    /// Entries of what the publication no longer says, by their ids; and those that are obsolete in the catalog too.
    private var retired: [String: Message.Key] = [:]
    private var obsolete: [Message.Key: (file: Int, entry: Int)] = [:]
    private var obsoleteKeys: [String: Message.Key] = [:]
    /// Messages whose entry says what was translated before, by the id of that.
    private var successors: [String: Message.Key] = [:]
    private var contexts: Set<String> = []
    /// Messages without a translation, once they are asked for.
    private var waiting: (keys: [Message.Key], texts: AlikeTexts)?

    /// - Parameters:
    ///   - files: the language's catalog; one at least (`CatalogMerger` begins new ones).
    ///   - date: the day that is noted where an entry becomes fuzzy.
    package init(of received: ReceivedTable, from file: SourceFile, into files: [Catalog.File], template: CatalogTemplate, on date: CalendarDate) {
        found = ExchangeProblems(in: file)
        self.files = files
        self.template = template
        self.date = date
        index()
        var first: [String: ReceivedTable.Row] = [:]
        for row in received.rows {
            if let other = first[row.id] {
                if !row.translation.isEmpty, other.translation != row.translation {
                    leaveOut(
                        row, "the message \(row.id) has two translations, and the first, in \(other.name) (line \(other.line)), counts",
                        help: "Delete the row that is not meant.")
                }
                continue
            }
            if row.translation.isEmpty { counts.empty += 1; continue }
            first[row.id] = row
            put(row)
        }
    }

    private mutating func index() {
        for key in template.entries.map(\.key) {
            messages[ExchangeRow.id(of: key)] = key
            if let context = key.context { contexts.insert(context) }
        }
        for (number, file) in files.enumerated() {
            for (position, entry) in file.catalog.entries.enumerated() where entry.pluralID == nil && places[entry.key] == nil {
                let id = ExchangeRow.id(of: entry.key)
                if entry.isObsolete {
                    obsolete[entry.key] = (number, position)
                    obsoleteKeys[id] = entry.key
                    continue
                }
                places[entry.key] = (number, position)
                if messages[id] == nil {
                    retired[id] = entry.key
                } else if let previous = entry.previousID, entry.isTranslated {
                    successors[ExchangeRow.id(of: .init(context: entry.previousContext, text: MessageExtractor.normalized(previous)))] = entry.key
                }
            }
        }
    }

    private mutating func put(_ row: ReceivedTable.Row) {
        if ExchangeText.hasLostLetters(row.translation), !(row.source.map(ExchangeText.hasLostLetters) ?? false) {
            return leaveOut(
                row, "\(row.name) has lost letters: ‘\(row.translation.prefix(40))’",
                help: "Save the table anew from the program that still has them, as CSV UTF-8.")
        }
        if let key = messages[row.id] {
            put(row, at: key)
        } else if let key = retired[row.id] {
            // The catalog is older than the sources: `translations update` will find whom this belongs to.
            put(row, at: key)
        } else if let key = successors[row.id] ?? similarSuccessor(of: row) {
            putFuzzy(row, at: key)
        } else {
            leaveOut(
                row, "no message of the publication has the id \(row.id) (\(row.name)): its source was changed or deleted",
                help: "Export the messages again: those that still need a translation are in the new file.")
        }
    }

    private mutating func put(_ row: ReceivedTable.Row, at key: Message.Key) {
        let existing = places[key].map { files[$0.file].catalog.entries[$0.entry] }
        let present = ReceivedTable.Row.cleaned(existing?.translations.first ?? "")
        let isFuzzy = existing?.isFuzzy ?? false
        if present == row.translation {
            guard isFuzzy, row.state == .finished else { return counts.unchanged += 1 }
            counts.confirmed += 1
        } else if row.state == .unfinished {
            // An unfinished text is worth keeping, but not in the place of a finished one.
            if !present.isEmpty, !isFuzzy {
                return leaveOut(
                    row, "\(row.name) is marked as unfinished, and the catalog has a finished translation",
                    help: "Take the mark away where the new one is better.")
            }
            counts.fuzzy += 1
        } else if present.isEmpty {
            counts.added += 1
        } else {
            counts.changed += 1
        }
        edit(key, row.translation) { entry in
            entry.isFuzzy = row.state == .unfinished
            guard !entry.isFuzzy else { return }
            entry.previousContext = nil
            entry.previousID = nil
            entry.translatorComments.removeAll { if case .changed = CatalogNote($0) { true } else { false } }
        }
    }

    private mutating func putFuzzy(_ row: ReceivedTable.Row, at key: Message.Key) {
        let existing = places[key].map { files[$0.file].catalog.entries[$0.entry] }
        if let existing, existing.isTranslated, !existing.isFuzzy {
            return leaveOut(
                row, "the source of \(row.name) has changed since, and is translated anew",
                help: "Look at the present translation, and change it where this one is better.")
        }
        let previous = existing?.previousID != nil ? nil : verifiedSource(of: row)
        guard ReceivedTable.Row.cleaned(existing?.translations.first ?? "") != row.translation else { return counts.unchanged += 1 }
        counts.fuzzy += 1
        found.add(
            row.line, "the source of \(row.name) has changed since: its translation is kept, but not shown",
            help: "Compare it with the present source, ‘\(key.text.prefix(60))’: tidings translations export --only fuzzy.")
        let note = CatalogNote.changed(date, hash: previous.map { Reviews.hash($0, row.translation) })
        edit(key, row.translation) { entry in
            entry.isFuzzy = true
            if entry.staleSince == nil { entry.translatorComments.append(note.comment) }
            if let previous { (entry.previousContext, entry.previousID) = (previous.context, previous.text) }
        }
    }

    /// The source that a row shows, where its id is the hash of it.
    private func verifiedSource(of row: ReceivedTable.Row) -> Message.Key? {
        if let key = obsoleteKeys[row.id] { return key }
        guard let source = row.source, !source.isEmpty else { return nil }
        let text = MessageExtractor.normalized(source)
        let candidates = [Message.Key(text: text)] + contexts.sorted().map { Message.Key(context: $0, text: text) }
        return candidates.first { ExchangeRow.id(of: $0) == row.id }
    }

    private mutating func similarSuccessor(of row: ReceivedTable.Row) -> Message.Key? {
        guard let source = verifiedSource(of: row) else { return nil }
        var (keys, texts) = waiting ?? {
            let keys = template.entries.map(\.key).filter { key in
                places[key].map { !files[$0.file].catalog.entries[$0.entry].isTranslated } ?? true
            }
            return (keys, AlikeTexts(keys.map(\.text)))
        }()
        // One that has got its translation from another row waits no longer.
        let found = texts.best(for: source.text) { number in
            places[keys[number]].map { !files[$0.file].catalog.entries[$0.entry].isTranslated } ?? true
        }
        waiting = (keys, texts)
        return found.map { keys[$0] }
    }

    private mutating func edit(_ key: Message.Key, _ translation: String, _ change: (inout POFile.Entry) -> Void) {
        // What was obsolete is wanted again, with the comments of its translators.
        let place = places[key] ?? obsolete[key] ?? (0, files[0].catalog.entries.count)
        if places[key] == nil {
            if obsolete[key] == nil {
                let entry = template.index(of: key).map { template.entries[$0].entry() }
                files[0].catalog.entries.append(entry ?? .init(context: key.context, id: key.text))
            }
            files[place.file].catalog.entries[place.entry].isObsolete = false
            places[key] = place
        }
        files[place.file].catalog.entries[place.entry].translations = [translation]
        change(&files[place.file].catalog.entries[place.entry])
        changedPaths.insert(files[place.file].path)
        hashes.append(Reviews.hash(key, translation))
    }

    private mutating func leaveOut(_ row: ReceivedTable.Row, _ message: String, help: String) {
        counts.leftOut += 1
        found.add(row.line, message, help: help)
    }
}
