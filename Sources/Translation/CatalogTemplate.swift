import Publication

/// The messages of a publication as catalogs have them: each once, however often it stands there, in the order in which
/// they first occur.
package struct CatalogTemplate: Sendable {
    package struct Entry: Sendable {
        package let key: Message.Key
        /// Where it stands, in words, what its labels point to, and what its author notes.
        package internal(set) var comments: [String]
        /// Files, without lines, that a change above a message must not touch.
        package internal(set) var references: [String]
        fileprivate var places = 1
    }

    package private(set) var entries: [Entry] = []
    /// The messages of each file, without repetitions, by their place in `entries`.
    private(set) var sequences: [(path: String, entries: [Int])] = []
    private var places: [Message.Key: Int] = [:]

    /// Messages that stand in many places name so many of them.
    private static let shownPlaces = 3
    /// The version of the rules by which messages are found in documents, for the header `X-Extract-Rules`.
    package static let extractionRules = "1"
    /// Below the publication's folder.
    package static let path = "content/translations/messages.pot"

    package init(_ messages: PublicationMessages) {
        begin("content/publication.yaml")
        for message in messages.site { add(message.key, MessageDescription(of: message)) }
        for document in messages.documents {
            begin("content/" + document.document.path)
            for (message, description) in zip(document.messages, MessageDescription.all(of: document)) where message.isTranslatable {
                add(message.key, description)
            }
        }
        for index in entries.indices where entries[index].places > CatalogTemplate.shownPlaces {
            entries[index].comments.append("and in \(entries[index].places - CatalogTemplate.shownPlaces) more")
        }
    }

    private mutating func begin(_ path: String) { sequences.append((path, [])) }

    private mutating func add(_ key: Message.Key, _ description: MessageDescription) {
        let last = sequences.count - 1
        let path = sequences[last].path
        guard let index = places[key] else {
            places[key] = entries.count
            sequences[last].entries.append(entries.count)
            entries.append(Entry(key: key, comments: [description.place] + description.labels + noted(description), references: [path]))
            return
        }
        entries[index].places += 1
        if entries[index].places <= CatalogTemplate.shownPlaces {
            let lines = [description.place] + description.labels
            if !entries[index].comments.starts(with: lines) { entries[index].comments += lines }
        }
        entries[index].comments += noted(description).filter { !entries[index].comments.contains($0) }
        if entries[index].references.last != path {
            entries[index].references.append(path)
            sequences[last].entries.append(index)
        }
    }

    private func noted(_ description: MessageDescription) -> [String] { description.note.map { ["Note: \($0)"] } ?? [] }

    func index(of key: Message.Key) -> Int? { places[key] }

    /// `messages.pot`: what programs for translators begin a new language with.
    package func file(title: String) -> POFile {
        POFile(
            header: .init(fields: [
                .init(name: "Project-Id-Version", value: title), .init(name: "PO-Revision-Date", value: "YEAR-MO-DA HO:MI+ZONE"),
                .init(name: "Last-Translator", value: "FULL NAME <EMAIL@ADDRESS>"),
                .init(name: "Language-Team", value: "LANGUAGE <LL@li.org>"),
                .init(name: "Language", value: ""), .init(name: "MIME-Version", value: "1.0"),
                .init(name: "Content-Type", value: "text/plain; charset=UTF-8"), .init(name: "Content-Transfer-Encoding", value: "8bit"),
                .init(name: "X-Extract-Rules", value: CatalogTemplate.extractionRules),
            ]),
            entries: entries.map { $0.entry() })
    }
}

extension CatalogTemplate.Entry {
    /// Not yet translated.
    func entry() -> POFile.Entry {
        var entry = POFile.Entry(context: key.context, id: key.text)
        entry.extractedComments = comments
        entry.references = references
        return entry
    }
}
