import Publication

/// One update of one language's catalog, in its steps.
struct CatalogMerge {
    /// An entry of the catalog as it was.
    struct Old {
        let file: Int
        let entry: POFile.Entry
        let key: Message.Key
        /// The message that has its translation now.
        var target: Int?
        /// Its message is there no more.
        var isGone = false
    }

    let template: CatalogTemplate
    let date: CalendarDate
    var olds: [Old] = []
    /// The new entries of each file, by their messages.
    private var placed: [[(message: Int, entry: POFile.Entry)]]
    private let files: [Catalog.File]
    private var update: CatalogUpdate
    /// Messages without an entry so far.
    private(set) var waiting: [Int] = []
    /// What `Predecessors.parts` found.
    private var parts: [Int: Int] = [:]
    private var homes: [Int?] = []

    init(files: [Catalog.File], template: CatalogTemplate, date: CalendarDate, language: LanguageTag) {
        self.files = files
        self.template = template
        self.date = date
        update = CatalogUpdate(language: language)
        placed = Array(repeating: [], count: files.count)
        for (number, file) in files.enumerated() {
            for entry in file.catalog.entries { olds.append(Old(file: number, entry: entry, key: entry.key)) }
        }
    }

    // MARK: What is there

    mutating func keepWhatIsThere() {
        var living: [Message.Key: [Int]] = [:], obsolete: [Message.Key: Int] = [:]
        for index in olds.indices where olds[index].entry.pluralID == nil {
            let key = olds[index].key
            if olds[index].entry.isObsolete {
                obsolete[key] = index
            } else if let same = living[key]?.firstIndex(where: { olds[$0].file == olds[index].file }), let other = living[key]?[same] {
                // Twice in one file, which gettext refuses: the one that is translated stays.
                if !olds[other].entry.isTranslated, olds[index].entry.isTranslated { living[key]?[same] = index }
            } else {
                living[key, default: []].append(index)
            }
        }
        for index in olds.indices where !olds[index].entry.isObsolete {
            olds[index].isGone = template.index(of: olds[index].key) == nil || olds[index].entry.pluralID != nil
        }
        for message in template.entries.indices {
            let key = template.entries[message].key
            if let found = living[key] {
                for old in found { keep(old, message, reviving: obsolete[key]) }
            } else if let old = obsolete[key] {
                revive(old, message)
            } else {
                waiting.append(message)
            }
        }
        findHomes()
    }

    private mutating func keep(_ old: Int, _ message: Int, reviving obsolete: Int?) {
        if !olds[old].entry.isTranslated, let obsolete, olds[obsolete].entry.isTranslated, olds[obsolete].file == olds[old].file {
            olds[old].target = message
            return revive(obsolete, message)
        }
        var entry = olds[old].entry
        if !entry.isFuzzy {
            if entry.isTranslated { update.kept += 1 }
            // Somebody has said that it holds, or does not: what it was before is no longer of use.
            if !entry.isPart { (entry.previousContext, entry.previousID, entry.previousPluralID) = (nil, nil, nil) }
            entry.translatorComments.removeAll { if case .changed = CatalogNote($0) { true } else { false } }
        }
        place(entry, of: message, file: olds[old].file)
        olds[old].target = message
    }

    private mutating func revive(_ old: Int, _ message: Int) {
        var entry = olds[old].entry
        entry.isObsolete = false
        let key = template.entries[message].key
        if entry.isTranslated { update.revived.append(key) } else { update.new.append(key) }
        place(entry, of: message, file: olds[old].file)
        olds[old].target = message
    }

    /// The file in which most of a document's messages are, for those that are new; else that of the document before it.
    private mutating func findHomes() {
        var files: [Int: Int] = [:]
        for (file, entries) in placed.enumerated() {
            for entry in entries where files[entry.message] == nil { files[entry.message] = file }
        }
        homes = Array(repeating: nil, count: template.entries.count)
        var last = 0
        for sequence in template.sequences {
            var counts = Array(repeating: 0, count: placed.count)
            for message in sequence.entries { if let file = files[message] { counts[file] += 1 } }
            if let most = counts.max(), most > 0, let file = counts.firstIndex(of: most) { last = file }
            for message in sequence.entries where homes[message] == nil { homes[message] = last }
        }
    }

    private mutating func place(_ old: POFile.Entry, of message: Int, file: Int) {
        var entry = old
        let new = template.entries[message]
        (entry.context, entry.id) = (new.key.context, new.key.text)
        entry.extractedComments = new.comments
        entry.references = new.references
        if entry.isPart { entry.extractedComments.append("Part of the text above, whose translation is with another part of it") }
        if entry.isFuzzy, let previous = entry.previousID {
            let before = previous.withoutTrivia.withoutNumbers, after = entry.id.withoutTrivia.withoutNumbers
            if before.text == after.text, before.numbers != after.numbers {
                let changes = zip(before.numbers, after.numbers).filter { $0 != $1 }.map { "\($0) → \($1)" }
                entry.extractedComments.append("Numbers changed: \(changes.joined(separator: ", "))")
            }
        }
        placed[file].append((message, entry))
    }

    // MARK: Trivia

    mutating func keepWhatDiffersInTrivia() {
        guard !waiting.isEmpty else { return }
        var before: [Message.Key: Int] = [:], same: [Message.Key: Int] = [:]
        for index in candidates {
            let old = olds[index]
            if old.isGone, let key = restorable(old) { before[key] = before[key] ?? index }
            same[old.key.withoutTrivia] = same[old.key.withoutTrivia] ?? index
        }
        settle { merge, message in
            let key = merge.template.entries[message].key
            if let index = before[key], merge.olds[index].target == nil {
                // The source is again what it was when it was translated, and nobody has touched the translation.
                var entry = merge.olds[index].entry
                entry.isFuzzy = false
                (entry.previousContext, entry.previousID) = (nil, nil)
                entry.translatorComments = entry.foreignComments
                merge.olds[index].target = message
                merge.place(entry, of: message, file: merge.olds[index].file)
                merge.update.revived.append(key)
                return true
            }
            guard let index = same[key.withoutTrivia] else { return false }
            return merge.adopt(index, message)
        }
    }

    /// Entries with one form, those that are gone first, then those that are there, then obsolete ones.
    private var candidates: [Int] {
        let all = olds.indices.filter { olds[$0].entry.pluralID == nil }
        return all.filter { olds[$0].isGone } + all.filter { !olds[$0].isGone && !olds[$0].entry.isObsolete && olds[$0].entry.isTranslated }
            + all.filter { olds[$0].entry.isObsolete && olds[$0].entry.isTranslated }
    }

    private func restorable(_ old: Old) -> Message.Key? {
        guard old.entry.isFuzzy, let translation = old.entry.translations.first else { return nil }
        let key = old.entry.translatedKey
        let hash = Reviews.hash(key, translation)
        return old.entry.notes.contains { if case .changed(_, hash) = $0 { true } else { false } } ? key : nil
    }

    private mutating func adopt(_ index: Int, _ message: Int) -> Bool {
        let old = olds[index], key = template.entries[message].key
        let moves = olds[index].target == nil && (old.isGone || old.entry.isObsolete)
        if !moves, old.entry.isFuzzy || !old.entry.isTranslated { return false }
        var entry = old.entry
        if !moves { entry.translatorComments = [] }
        entry.isObsolete = false
        if moves { olds[index].target = message }
        place(entry, of: message, file: moves ? old.file : home(message))
        if old.entry.isObsolete { update.revived.append(key) } else { update.trivial.append((key, old.key)) }
        if let translation = entry.translations.first {
            update.renewed.append((Reviews.hash(old.key, translation), Reviews.hash(key, translation)))
        }
        return true
    }

    // MARK: Suggestions

    mutating func suggestFromOtherContexts() {
        guard !waiting.isEmpty else { return }
        var same: [String: Int] = [:]
        for index in candidates where olds[index].entry.isTranslated { same[olds[index].key.text] = same[olds[index].key.text] ?? index }
        settle { merge, message in
            guard let index = same[merge.template.entries[message].key.text] else { return false }
            return merge.suggest(index, message, .context)
        }
    }

    mutating func suggestFromPredecessors() {
        guard !waiting.isEmpty, olds.contains(where: { $0.entry.isTranslated }) else { return }
        var predecessors = Predecessors(olds: olds, template: template, waiting: Set(waiting))
        let found = predecessors.find()
        parts = predecessors.parts
        settle { merge, message in
            guard let index = found[message] else { return false }
            return merge.suggest(index, message, .words)
        }
    }

    mutating func suggestFromAnywhere() {
        let donors = candidates.filter { index in
            let old = olds[index]
            return old.entry.isTranslated && (old.target == nil || !old.isGone) && !isSuggestion(old)
        }
        if !waiting.isEmpty, !donors.isEmpty {
            var alike = AlikeTexts(donors.map { olds[$0].entry.translatedKey.text })
            settle { merge, message in
                let isFree = { (number: Int) in !merge.olds[donors[number]].isGone || merge.olds[donors[number]].target == nil }
                guard let number = alike.best(for: merge.template.entries[message].key.text, where: isFree) else { return false }
                return merge.suggest(donors[number], message, merge.olds[donors[number]].isGone ? .words : .alike)
            }
        }
        for message in waiting {
            var entry = template.entries[message].entry()
            if let key = parts[message].map({ olds[$0].entry.translatedKey }) { (entry.previousContext, entry.previousID) = (key.context, key.text) }
            place(entry, of: message, file: home(message))
            update.new.append(template.entries[message].key)
        }
        waiting = []
    }

    /// Fuzzy, and its message is there: a suggestion that nobody has looked at is none for others.
    private func isSuggestion(_ old: Old) -> Bool { old.entry.isFuzzy && !old.isGone && !old.entry.isObsolete }

    /// Gives a message the translation of an old one; an untranslated one hands on its comments alone.
    private mutating func suggest(_ index: Int, _ message: Int, _ reason: CatalogUpdate.Reason) -> Bool {
        let old = olds[index], key = template.entries[message].key
        let moves = old.isGone && old.target == nil
        guard old.entry.pluralID == nil, moves || old.entry.isTranslated else { return false }
        var entry = template.entries[message].entry()
        entry.translations = old.entry.translations
        if moves {
            olds[index].target = message
            entry.flags = old.entry.flags
            entry.translatorComments = old.entry.isFuzzy ? old.entry.translatorComments : old.entry.foreignComments
        }
        guard old.entry.isTranslated else {
            place(entry, of: message, file: old.file)
            update.new.append(key)
            return true
        }
        let previous = old.entry.translatedKey
        entry.isFuzzy = true
        if previous != key { (entry.previousContext, entry.previousID) = (previous.context, previous.text) }
        if entry.staleSince == nil {
            let hash = old.entry.isFuzzy ? nil : old.entry.translations.first.map { Reviews.hash(old.key, $0) }
            entry.translatorComments.append(CatalogNote.changed(date, hash: hash).comment)
        }
        place(entry, of: message, file: moves ? old.file : home(message))
        let before = previous.text.withoutTrivia.withoutNumbers, after = key.text.withoutTrivia.withoutNumbers
        let onlyNumbers = reason != .context && before.text == after.text
        update.fuzzy.append(.init(key: key, previous: previous, reason: onlyNumbers ? .numbers : reason))
        return true
    }

    private func home(_ message: Int) -> Int { homes[message] ?? 0 }

    /// Tries to place each message that waits.
    private mutating func settle(_ attempt: (inout CatalogMerge, Int) -> Bool) {
        let messages = waiting
        waiting = []
        var left: [Int] = []
        for message in messages where !attempt(&self, message) { left.append(message) }
        waiting = left
    }

    // MARK: The end

    func finished() -> CatalogUpdate {
        var update = update
        update.files = files
        for number in files.indices {
            let living = placed[number].sorted { $0.message < $1.message }.map(\.entry)
            var obsolete: [POFile.Entry] = []
            for old in olds where old.file == number && old.target == nil {
                if old.entry.isObsolete { obsolete.append(old.entry) }
                guard old.isGone, old.entry.isTranslated || !old.entry.foreignComments.isEmpty else { continue }
                obsolete.removeAll { $0.key == old.key }
                obsolete.append(old.entry.madeObsolete())
            }
            update.files[number].catalog.entries = living + obsolete
        }
        update.vanished = olds.filter { $0.isGone && $0.target == nil && $0.entry.isTranslated }.map(\.key)
        return update
    }
}

extension POFile.Entry {
    /// Not translated, and known to be what is left of a text that was split; not what a translator has emptied.
    fileprivate var isPart: Bool {
        previousID != nil && !isTranslated && !isFuzzy && !notes.contains { if case .changed = $0 { true } else { false } }
    }

    fileprivate func madeObsolete() -> POFile.Entry {
        var entry = self
        entry.isObsolete = true
        entry.extractedComments = []
        entry.references = []
        entry.flags = isFuzzy ? ["fuzzy"] : []
        return entry
    }
}

extension Message.Key {
    fileprivate var withoutTrivia: Message.Key { .init(context: context, text: text.withoutTrivia) }
}
