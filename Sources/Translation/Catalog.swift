import Publication

/// What translators have supplied for a language: the entries of one file or of several.
package struct Catalog: Sendable {
    package struct File: Sendable {
        /// Below the publication's folder: `content/translations/es.po`.
        package let path: String
        package var catalog: POFile
        /// What it was read from, for problems to point at.
        package let source: SourceFile?

        package init(path: String, catalog: POFile, source: SourceFile? = nil) {
            self.path = path
            self.catalog = catalog
            self.source = source
        }
    }

    /// How far a message is translated.
    package enum State: Sendable, Hashable {
        case translated(String)
        /// The source has changed since it was translated.
        case fuzzy
        case missing
    }

    package let language: LanguageTag
    package let files: [File]
    private let places: [Message.Key: (file: Int, entry: Int)]
    /// Messages whose entries have another number of plural forms than their file says.
    private let wrongForms: Set<Message.Key>

    package init(language: LanguageTag, files: [File]) {
        self.language = language
        self.files = files
        var places: [Message.Key: (file: Int, entry: Int)] = [:]
        var wrongForms: Set<Message.Key> = []
        for (number, file) in files.enumerated() {
            for (index, entry) in file.catalog.entries.enumerated() where !entry.isObsolete {
                let key = entry.key
                guard places[key] == nil else { continue }
                places[key] = (number, index)
                if entry.pluralID != nil, entry.translations.count != file.catalog.formCount(of: language) { wrongForms.insert(key) }
            }
        }
        self.places = places
        self.wrongForms = wrongForms
    }

    /// The entry of a message: the first, where there are several.
    package func entry(of key: Message.Key) -> POFile.Entry? {
        places[key].map { files[$0.file].catalog.entries[$0.entry] }
    }

    /// The entry and the number of its file.
    func location(of key: Message.Key) -> (file: Int, entry: POFile.Entry)? {
        places[key].map { ($0.file, files[$0.file].catalog.entries[$0.entry]) }
    }

    /// The entry's file and its line there.
    package func place(of key: Message.Key) -> (path: String, line: Int)? {
        places[key].map { (files[$0.file].path, files[$0.file].catalog.entries[$0.entry].line) }
    }

    func hasWrongForms(_ key: Message.Key) -> Bool { !wrongForms.isEmpty && wrongForms.contains(key) }

    package func state(of key: Message.Key) -> State {
        guard let entry = entry(of: key), let translation = entry.translations.first, translation.contains(where: { !$0.isWhitespace }) else { return .missing }
        return entry.isFuzzy ? .fuzzy : .translated(translation)
    }
}

extension POFile {
    /// How many plural forms its header gives its language, or the language has where the header does not say.
    func formCount(of language: LanguageTag) -> Int {
        (header["Plural-Forms"].flatMap { PluralRule($0) } ?? PluralRule.of(language)).count
    }
}

extension POFile.Entry {
    package var key: Message.Key { .init(context: context, text: MessageExtractor.normalized(id)) }
}

extension Catalog {
    /// Where catalogs lie, below `content/`.
    package static let folder = "translations/"

    /// Reads the files of all languages: `translations/es.po`, or several below `translations/es/`.
    ///
    /// - Parameter files: with paths below the publication's folder, sorted.
    package static func read(_ files: [SourceFile], settings: Settings) -> (catalogs: [LanguageTag: Catalog], problems: [Diagnostic]) {
        let (sorted, unknown) = sort(files, settings: settings)
        var problems = unknown
        var catalogs: [LanguageTag: Catalog] = [:]
        for (language, files) in sorted {
            let (catalog, found) = read(files, of: language)
            problems += found
            catalogs[language] = catalog
        }
        return (catalogs, problems)
    }

    /// Reads a language's files; nil where none can be read.
    package static func read(_ files: [SourceFile], of language: LanguageTag) -> (Catalog?, [Diagnostic]) {
        var read: [File] = []
        var problems: [Diagnostic] = []
        for file in files {
            let (catalog, found) = POFile.read(file)
            problems += found
            if let catalog { read.append(File(path: file.path, catalog: catalog, source: file)) }
        }
        return (read.isEmpty ? nil : Catalog(language: language, files: read), problems)
    }

    /// The catalogs among the files of `content/translations/`, by their languages in the settings' order.
    package static func sort(_ files: [SourceFile], settings: Settings) -> (files: [(language: LanguageTag, files: [SourceFile])], problems: [Diagnostic]) {
        var sorted: [LanguageTag: [SourceFile]] = [:]
        var problems: [Diagnostic] = []
        for file in files where file.path.lowercased().hasSuffix(".po") {
            let name = file.path.dropFirst("content/".count + folder.count).prefix { $0 != "/" }
            let written = name.lowercased().hasSuffix(".po") ? String(name.dropLast(3)) : String(name)
            guard let language = settings.languages.dropFirst().first(where: { $0.matches(catalogName: written) }) else {
                problems.append(unknownLanguage(written, of: file, settings))
                continue
            }
            sorted[language, default: []].append(file)
        }
        return (settings.languages.compactMap { language in sorted[language].map { (language, $0) } }, problems)
    }

    private static func unknownLanguage(_ written: String, of file: SourceFile, _ settings: Settings) -> Diagnostic {
        if settings.sourceLanguage.matches(catalogName: written) {
            return file.problem(.catalogLanguage, "‘\(written)’ is the language that the publication is written in: it needs no translation", help: "Take the file out, or list another language first in content/publication.yaml.")
        }
        let others = settings.languages.dropFirst().map(\.code)
        let near = nearest(to: written, among: others).map { "Rename it to \($0).po, if that is meant; else add" } ?? "Add"
        return file.problem(.catalogLanguage, "the publication has no language ‘\(written)’", help: "\(near) ‘\(written)’ to `languages` in content/publication.yaml, which has: \(settings.languages.map(\.code).joined(separator: ", ")).")
    }
}

extension LanguageTag {
    /// gettext's way to write it, `pt_BR`; Chinese by script, as its tools expect: `zh_Hans`.
    package var catalogName: String { code.replacing("-", with: "_") }

    /// Whether a file's name means this language: with hyphens or underscores, in any case; `zh_CN` is `zh-Hans`.
    package func matches(catalogName name: String) -> Bool {
        let plain = name.replacing("_", with: "-").replacing("@latin", with: "-Latn")
        guard let tag = LanguageTag(plain) else { return false }
        if tag == self { return true }
        let scripts = ["zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant"]
        return scripts[tag.code] == code || scripts[code] == tag.code
    }
}
