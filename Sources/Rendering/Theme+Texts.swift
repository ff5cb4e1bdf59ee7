import Publication
import Translation

/// The catalogs of a theme's texts, `translations/es.po`, as they lie over one another.
struct TextCatalogs {
    /// From the undermost to the uppermost: first those of the theme that others extend, the bundled ones before the
    /// publication's own.
    private let layers: [[LanguageTag: SourceFile]]
    private(set) var problems: [Diagnostic] = []
    private var read: [String: POFile?] = [:]

    /// - Parameter layers: files by their paths within their theme.
    init(_ layers: [[String: SourceFile]]) {
        var problems: [Diagnostic] = []
        self.layers = layers.map { TextCatalogs.byLanguage($0, &problems) }
        self.problems = problems
    }

    /// The texts in a language, and whether any catalog in it had some.
    mutating func texts(in language: LanguageTag) -> (texts: Texts, areThere: Bool) {
        var texts = Texts(language: language)
        var areThere = language.language == "en"
        lay(TextCatalogs.english, over: &texts)
        let source = texts.keys
        for tag in language.textLanguages.reversed() where tag != TextCatalogs.english {
            if lay(tag, over: &texts, source: source) { areThere = true }
        }
        return (texts, areThere)
    }

    fileprivate static let english = LanguageTag("en")!

    /// - Parameter source: the keys of all texts in English; nil for English itself.
    @discardableResult
    private mutating func lay(_ language: LanguageTag, over texts: inout Texts, source: [String]? = nil) -> Bool {
        var isThere = false
        for number in layers.indices {
            guard let file = layers[number][language] else { continue }
            isThere = true
            guard let catalog = catalog(file, id: "\(number)/\(language)", source: source) else { continue }
            texts.lay(catalog, in: language)
        }
        return isThere
    }

    /// Read once, though several languages fall back to it.
    private mutating func catalog(_ file: SourceFile, id: String, source: [String]?) -> POFile? {
        if let known = read[id] { return known }
        var (catalog, found) = POFile.read(file)
        problems += found
        for entry in catalog?.entries ?? [] where !entry.isObsolete { problems += check(entry, of: file, source: source) }
        if source != nil {
            // A number or a name would be missing: the text shows as it would without this translation.
            let lacking = (catalog?.entries ?? []).compactMap { entry in TextCatalogs.lacking(entry).map { (entry, $0) } }
            problems += lacking.map { entry, name in
                file.problem(
                    .translationPlaceholder, line: entry.line, length: 200, "the translation of ‘\(entry.context ?? entry.id)’ lacks {\(name)}, and is not shown",
                    help: "Keep what is in braces as it is; its place is free.")
            }
            if !lacking.isEmpty { catalog?.entries.removeAll { TextCatalogs.lacking($0) != nil } }
        }
        read[id] = .some(catalog)
        return catalog
    }

    /// What a translation does not say of its source; a plural form may say its number in words.
    private static func lacking(_ entry: POFile.Entry) -> String? {
        guard !entry.isObsolete, entry.isTranslated, entry.pluralID == nil, let text = entry.translations.first else { return nil }
        let found = placeholders(in: text)
        return placeholders(in: entry.id).first { !found.contains($0) }
    }

    // MARK: Problems

    private func check(_ entry: POFile.Entry, of file: SourceFile, source: [String]?) -> [Diagnostic] {
        func problem(_ message: String, help: String) -> Diagnostic {
            file.problem(.catalog, line: entry.line, length: 200, message, help: help)
        }
        guard let key = entry.context else {
            return [problem("this text does not say which of the theme's it is", help: "Write its name before it, as the theme's translations/en.po has it: msgctxt \"skip\".")]
        }
        if let source, !source.contains(key) {
            let near = nearest(to: key, among: source).map { "Write ‘\($0)’, if it is meant. Else add" } ?? "Add"
            return [problem("the theme has no text ‘\(key)’", help: "\(near) it to the theme's translations/en.po first, or take the entry out.")]
        }
        let given = TextCatalogs.placeholders(in: entry.id + (entry.pluralID ?? ""))
        let unknown = entry.translations.flatMap { TextCatalogs.placeholders(in: $0) }.first { !given.contains($0) }
        return unknown.map { name in
            let known = given.isEmpty ? "Take it out: nothing is put in here." : "Take it out, or write one of: \(given.map { "{\($0)}" }.joined(separator: ", "))."
            return [problem("nothing is put in for {\(name)} in ‘\(key)’", help: known)]
        } ?? []
    }

    /// The names in braces, in order.
    private static func placeholders(in text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
        let names = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part -> String? in
            guard let end = part.firstIndex(of: "}"), end > part.startIndex, part[..<end].allSatisfy(\.isLetter) else { return nil }
            return String(part[..<end])
        }
        return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func byLanguage(_ files: [String: SourceFile], _ problems: inout [Diagnostic]) -> [LanguageTag: SourceFile] {
        var found: [LanguageTag: SourceFile] = [:]
        for (path, file) in files.sorted(by: { $0.key < $1.key }) where path.hasPrefix("translations/") && path.hasSuffix(".po") {
            let name = path.dropFirst("translations/".count).dropLast(".po".count)
            guard let language = LanguageTag(name.replacing("_", with: "-")) else {
                problems.append(file.problem(.catalogLanguage, "‘\(name)’ is no language", help: "Name the file by the language's tag: es.po, pt-BR.po or zh-Hans.po."))
                continue
            }
            if let other = found[language] {
                problems.append(file.problem(.catalogLanguage, "there are two catalogs for ‘\(language)’", help: "Put its entries into \(other.path), and take this file away."))
                continue
            }
            found[language] = file
        }
        return found
    }
}

extension Theme {
    /// The texts in every language, and in English for whatever else is asked for.
    ///
    /// - Parameter layers: files of the themes by their paths within them, as `TextCatalogs` takes them.
    static func loadTexts(
        _ layers: [[String: SourceFile]], languages: [LanguageTag], theme: String, settingsFile: SourceFile
    ) -> (texts: [LanguageTag: Texts], problems: [Diagnostic]) {
        var catalogs = TextCatalogs(layers)
        var texts = [TextCatalogs.english: catalogs.texts(in: TextCatalogs.english).texts]
        var missing: [Diagnostic] = []
        for language in languages {
            let (read, areThere) = catalogs.texts(in: language)
            texts[language] = read
            if !areThere { missing.append(.missingTexts(language, theme: theme, settingsFile)) }
        }
        return (texts, catalogs.problems + missing)
    }

    /// The theme's words in a language that it was loaded for; in any other, the English ones.
    func texts(in language: LanguageTag) -> Texts {
        if let texts = allTexts[language] { return texts }
        var texts = allTexts[TextCatalogs.english] ?? Texts(language: language)
        texts.language = language
        return texts
    }
}

extension LanguageTag {
    /// The languages whose texts do for this one, the nearest first: `pt-BR`, then `pt` (RFC 4647, section 3.4).
    fileprivate var textLanguages: [LanguageTag] {
        var parts = code.split(separator: "-")
        // Chinese that does not name its script is written in that of its region.
        if parts[0] == "zh", parts.count == 1 || parts[1].count != 4 {
            let isTraditional = parts.count > 1 && ["TW", "HK", "MO"].contains(parts[1])
            parts.insert(isTraditional ? "Hant" : "Hans", at: 1)
        }
        let shorter = (1...parts.count).reversed().compactMap { LanguageTag(parts.prefix($0).joined(separator: "-")) }
        return shorter.first == self ? shorter : [self] + shorter.filter { $0 != self }
    }
}

extension Diagnostic {
    fileprivate static func missingTexts(_ language: LanguageTag, theme: String, _ file: SourceFile) -> Diagnostic {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines.firstIndex { $0.hasPrefix("languages:") }.map { $0 + 1 } ?? 1
        return file.problem(
            .missingTexts, line: line, length: 200, "the theme ‘\(theme)’ has no words in ‘\(language)’: its English ones are shown",
            help: "Copy the theme's translations/en.po to themes/\(theme)/translations/\(language).po and translate it.")
    }
}
