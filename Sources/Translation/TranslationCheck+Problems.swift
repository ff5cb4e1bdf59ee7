import Markdown
import Publication

extension TranslationCheck {
    /// What is wrong with a catalog's translations, at their places in its files. Entries that are fuzzy or that the
    /// publication does not use are not looked at, since nobody sees them.
    ///
    /// - Parameters:
    ///   - includingWarnings: also what is shown all the same; it takes longer.
    ///   - keys: only these messages, such as those that a build has rejected; all where none are named.
    package static func problems(
        of catalog: Catalog, messages: PublicationMessages, settings: Settings, includingWarnings: Bool, only keys: Set<Message.Key>? = nil
    ) -> [Diagnostic] {
        var check = CatalogCheck(
            catalog: catalog, source: settings.sourceLanguage, terms: includingWarnings ? GlossaryTerms(messages, catalog: catalog) : nil, keys: keys)
        for message in messages.site { check.read(message.key, .init(.field, isName: message.role == .organization)) }
        for document in messages.documents {
            for message in document.messages where message.isTranslatable { check.read(message, in: document.document.tree) }
        }
        if keys == nil { check.readForms() }
        return check.problems.sorted()
    }
}

private struct CatalogCheck {
    /// How a message is shown, and so what its translation may hold.
    struct Form: Hashable {
        enum Kind { case inline, imageAlone, field }
        let kind: Kind
        let isName: Bool
        /// The numbers of its passages in other languages, `[Bienvenidos](lang:es)`: they stay as they are.
        let passages: [Int]

        init(_ kind: Kind, isName: Bool = false, passages: [Int] = []) {
            self.kind = kind
            self.isName = isName
            self.passages = passages
        }
    }

    let catalog: Catalog
    let source: LanguageTag
    /// Nil where only what blocks is asked for.
    let terms: GlossaryTerms?
    let keys: Set<Message.Key>?
    private(set) var problems: [Diagnostic] = []
    private var seen: [Message.Key: Set<Form>] = [:]
    private var found: [Message.Key: Set<TranslationCheck.Finding>] = [:]
    private let reader = InlineMarkdownReader()
    /// The lines of each file, once they are needed.
    private var lines: [Int: [ArraySlice<UInt8>]] = [:]

    init(catalog: Catalog, source: LanguageTag, terms: GlossaryTerms?, keys: Set<Message.Key>?) {
        self.catalog = catalog
        self.source = source
        self.terms = terms
        self.keys = keys
    }

    mutating func read(_ message: Message, in tree: MarkdownTree) {
        switch message.place {
        case .field(let field): read(message.key, Form(.field, isName: field == .place || field == .organization))
        case .node:
            let passages = message.labels.enumerated().filter { tree.nodes[$1].kind == .link && tree.destination($1).starts(with: "lang:".utf8) }
            read(message.key, Form(message.isImageAlone ? .imageAlone : .inline, passages: passages.map { $0.offset + 1 }))
        }
    }

    mutating func read(_ key: Message.Key, _ form: Form) {
        if let keys, !keys.contains(key) { return }
        guard seen[key, default: []].insert(form).inserted, let (file, entry) = catalog.location(of: key), !entry.isFuzzy,
            let translation = entry.translations.first, !translation.isEmpty
        else { return }
        let forms = entry.pluralID == nil ? nil : wrongForms(entry, file)
        for finding in forms.map({ [$0] }) ?? findings(translation, of: key, form) where found[key, default: []].insert(finding).inserted {
            report(finding, file: file, entry: entry)
        }
    }

    private func findings(_ translation: String, of key: Message.Key, _ form: Form) -> [TranslationCheck.Finding] {
        let scan = TextScan(translation)
        if translation.allSatisfy(\.isWhitespace) { return [TranslationCheck.empty] }
        if form.kind == .field {
            let blocking = TranslationCheck.blocking(field: translation, of: key.text)
            return blocking.isEmpty ? doubts(translation, of: key.text, form) : blocking
        }
        let (text, original) = form.kind == .imageAlone ? ("![\(translation)][1]", "![\(key.text)][1]") : (translation, key.text)
        let markup = reader.markup(of: text), expected = reader.markup(of: original) ?? InlineMarkup()
        let blocking = TranslationCheck.blocking(
            markup, text: text, scan: scan, source: original,
            expected: .init(links: expected.links, images: expected.images, footnotes: expected.footnotes))
        if !blocking.isEmpty { return blocking }
        func own(_ text: String) -> String? {
            form.passages.isEmpty ? nil : reader.markup(of: TranslationCheck.without(form.passages, text))?.words
        }
        return doubts(markup?.words ?? text, of: expected.words, form, own: own(text), ofOwn: own(original))
    }

    private func doubts(_ translation: String, of words: String, _ form: Form, own: String? = nil, ofOwn: String? = nil) -> [TranslationCheck.Finding] {
        terms.map {
            TranslationCheck.doubts(
                translation, of: words, from: source, to: catalog.language, terms: $0, isName: form.isName, own: own ?? translation, ofOwn: ofOwn ?? words)
        } ?? []
    }

    /// Entries that have plural forms, whether the publication has their messages or not.
    mutating func readForms() {
        for (number, file) in catalog.files.enumerated() {
            for entry in file.catalog.entries where entry.pluralID != nil && !entry.isObsolete && entry.isTranslated {
                guard let finding = wrongForms(entry, number), found[entry.key, default: []].insert(finding).inserted else { continue }
                report(finding, file: number, entry: entry)
            }
        }
    }

    private func wrongForms(_ entry: POFile.Entry, _ file: Int) -> TranslationCheck.Finding? {
        let count = catalog.files[file].catalog.formCount(of: catalog.language)
        return entry.translations.count == count ? nil : TranslationCheck.pluralCount(entry.translations.count, count)
    }

    // MARK: Places

    private mutating func report(_ finding: TranslationCheck.Finding, file number: Int, entry: POFile.Entry) {
        let file = catalog.files[number]
        let shown = finding.isBlocking ? finding.message + "; the text is shown in ‘\(source)’" : finding.message
        guard let (line, column, length) = place(of: finding, file: number, entry: entry), let source = file.source else {
            problems.append(Diagnostic(
                rule: finding.rule, file: file.path, line: max(1, entry.line), column: 1, length: 0, message: shown, help: finding.help, source: nil))
            return
        }
        problems.append(source.problem(finding.rule, line: line, column: column, length: length, shown, help: finding.help))
    }

    /// Where the translation says what is meant, or where it begins.
    private mutating func place(of finding: TranslationCheck.Finding, file number: Int, entry: POFile.Entry) -> (line: Int, column: Int, length: Int)? {
        guard entry.line > 0, let source = catalog.files[number].source else { return nil }
        if lines[number] == nil { lines[number] = source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) }
        guard let lines = lines[number], entry.line <= lines.count,
            let start = lines[(entry.line - 1)...].firstIndex(where: { $0.starts(with: "msgstr".utf8) })
        else { return nil }
        let end = lines[(start + 1)...].firstIndex { !$0.starts(with: "\"".utf8) } ?? lines.count
        if let excerpt = finding.excerpt {
            let written = Array(excerpt.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").utf8)
            for (offset, line) in lines[start..<end].enumerated() {
                // Behind the opening quotation mark, so that `msgstr[0]` is not taken for a label.
                let text = line.drop { $0 != UInt8(ascii: "\"") }
                if let range = text.firstRange(of: written) { return (start + offset + 1, range.lowerBound - line.startIndex + 1, written.count) }
            }
        }
        // A translation of several lines begins with an empty one.
        let isEmpty = lines[start].suffix(3).count { $0 == UInt8(ascii: "\"") } == 2
        let first = isEmpty && start + 1 < end ? start + 1 : start
        let quoted = lines[first].drop { $0 != UInt8(ascii: "\"") }.dropFirst()
        let length = quoted.lastIndex(of: UInt8(ascii: "\"")).map { $0 - quoted.startIndex } ?? quoted.count
        return (first + 1, quoted.startIndex - lines[first].startIndex + 1, max(1, length))
    }
}
