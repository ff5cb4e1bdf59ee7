import Markdown

/// Joins documents to a publication: gives each its address, finds where every link leads, and says what does not fit.
package struct Linker {
    let settings: Settings
    let settingsFile: SourceFile
    /// Those to be published, in the order of their paths.
    let documents: [Document]
    let withheld: [(document: Document, reason: Withholding)]
    /// Documents that follow another one in a language, with the path of that one.
    let adapted: [(document: Document, source: String, language: LanguageTag)]
    /// Paths of documents that could not be read: their own problems are enough.
    let unreadable: Set<String>
    let files: [String]
    /// Addresses that the site itself needs: `404.html`.
    let reserved: [String]

    /// - Parameters:
    ///   - documents: in the order of their paths.
    ///   - unreadable: paths of documents of which nothing could be told.
    ///   - files: every other file below `content/`, in the order of their paths.
    ///   - today: for documents that are published from or until a day.
    package init(
        settings: Settings, settingsFile: SourceFile, documents: [Document], unreadable: Set<String>, files: [String],
        reserved: [String], today: CalendarDate, includingDrafts: Bool
    ) {
        self.settings = settings
        self.settingsFile = settingsFile
        var published: [Document] = [], withheld: [(Document, Withholding)] = [], adapted: [(Document, String, LanguageTag)] = []
        for document in documents {
            if let parts = Adaptation.parts(of: document.path, settings) {
                adapted.append((document, parts.source, parts.language))
            } else if let reason = Withholding.reason(document.frontMatter, today: today, includingDrafts: includingDrafts) {
                withheld.append((document, reason))
            } else {
                published.append(document)
            }
        }
        self.documents = published
        self.withheld = withheld
        self.adapted = adapted
        self.unreadable = unreadable
        self.files = files
        self.reserved = reserved
    }

    /// - Parameter concurrentMap: applies a function to each of so many indices, on as many cores as there are.
    package func link(
        concurrentMap: (Int, @Sendable (Int) -> LinkResolver.Result) -> [LinkResolver.Result]
    ) -> (Publication, [Diagnostic]) {
        var (sections, sectionOfDocument) = self.sections()
        sort(&sections)
        let tags = self.tags()
        let (aliases, collisions) = addresses(sections: sections, tags: tags.tags)
        let index = LinkIndex(documents: documents, withheld: withheld.map(\.document), unreadable: unreadable, files: files, sections: sections, statement: AccessibilityFacts.areStated(settings, beside: documents))
        let resolver = LinkResolver(index: index)
        let resolved = concurrentMap(documents.count) { resolver.resolve(documents[$0], as: $0) }
        let (adaptations, adaptationProblems) = adaptations(resolver)
        let navigation = self.navigation(sections: sections, resolver: resolver)
        let footer = entries(settings.footer, resolver: resolver)

        var problems = collisions + resolved.flatMap(\.problems) + adaptationProblems.problems + navigation.problems + footer.problems
        let broken = resolved.flatMap(\.broken) + adaptationProblems.broken + navigation.broken + footer.broken
        if !broken.isEmpty {
            let suggestions = LinkSuggestions(index: index)
            // Finding the nearest looks at every document: a hundred suggestions are enough for one run.
            problems += broken.enumerated().map { suggestions.diagnostic(for: $1, suggesting: $0 < 100) }
        }
        let updates = self.updates()
        let publication = Publication(
            settings: settings, documents: documents, links: resolved.map(\.targets),
            pictures: resolved.map(\.picture), named: resolved.map(\.named), adaptations: adaptations, sections: sections,
            navigation: navigation.entries, footer: footer.entries, updates: updates,
            updateNumbers: Dictionary(uniqueKeysWithValues: updates.enumerated().map { ($1, $0) }), tags: tags.tags, aliases: aliases,
            withheld: withheld.map { .init(path: $0.document.path, reason: $0.reason) }, files: files,
            sectionOfDocument: sectionOfDocument, tagsOfDocument: tags.ofDocument)
        return (publication, problems)
    }

    // MARK: Adaptations

    private func adaptations(_ resolver: LinkResolver) -> ([Adaptation], (problems: [Diagnostic], broken: [BrokenLink])) {
        var adaptations: [Adaptation] = [], problems: [Diagnostic] = [], broken: [BrokenLink] = []
        for (document, path, language) in adapted where !unreadable.contains(path) && !withheld.contains(where: { $0.document.path == path }) {
            guard let source = resolver.index.document(at: path) else {
                problems.append(document.source.problem(
                    .missingFile, "this follows content/\(path) in ‘\(language)’, which is not there",
                    help: "Give it the name of the document that it takes the place of, with .\(language).md at its end; or another name, if it is a document of its own."))
                continue
            }
            guard documents[source].kind == document.kind else {
                problems.append(document.source.problem(
                    .unknownKind, line: 1, length: 3, "this is of kind \(document.kind.rawValue), but follows content/\(path), which is of kind \(documents[source].kind.rawValue)",
                    help: "Write `kind: \(documents[source].kind.rawValue)` between the lines of three hyphens."))
                continue
            }
            var adaptation = Adaptation(document: Adaptation.document(document, following: documents[source]), language: language, source: source)
            let resolved = resolver.resolve(adaptation.document, as: source)
            adaptation.links = resolved.targets
            adaptation.picture = resolved.picture
            problems += resolved.problems
            broken += resolved.broken
            adaptations.append(adaptation)
        }
        return (adaptations, (problems, broken))
    }

    // MARK: Sections

    private func sections() -> ([Publication.Section], ofDocument: [Int]) {
        var sections: [Publication.Section] = []
        var byFolder: [String: Int] = [:]
        let pages = Dictionary(documents.indices.map { (documents[$0].address, $0) }, uniquingKeysWith: { first, _ in first })

        func section(_ folder: String) -> Int {
            if let known = byFolder[folder] { return known }
            let names = folder.split(separator: "/").map(String.init)
            let parent = names.isEmpty ? nil : section(names.dropLast().map { $0 + "/" }.joined())
            let address = Address.folder(names)
            let page = pages[address]
            let title = page.map { documents[$0].title } ?? names.last.map(Linker.title(of:)) ?? settings.title
            sections.append(.init(folder: folder, address: address, title: title, page: page, parent: parent))
            byFolder[folder] = sections.count - 1
            if let parent { sections[parent].subsections.append(sections.count - 1) }
            return sections.count - 1
        }

        _ = section("")
        let ofDocument = documents.map { section($0.folder) }
        var own = ofDocument
        let sectionOfPage = Dictionary(sections.indices.compactMap { number in sections[number].page.map { ($0, number) } }, uniquingKeysWith: { first, _ in first })
        for index in documents.indices {
            if let mine = sectionOfPage[index] {
                own[index] = mine
            } else {
                sections[ofDocument[index]].documents.append(index)
            }
        }
        return (sections, own)
    }

    /// The titles of folders that no document is the page of, in the order of their paths.
    package static func sectionTitles(_ documents: [Document]) -> [String] {
        let addresses = Set(documents.map(\.address))
        var folders: Set<String> = []
        for document in documents {
            let names = document.folder.split(separator: "/").map(String.init)
            for count in stride(from: 1, through: names.count, by: 1) where !addresses.contains(Address.folder(Array(names[..<count]))) {
                folders.insert(names[..<count].joined(separator: "/"))
            }
        }
        return folders.sorted().map { title(of: $0.split(separator: "/").last.map(String.init) ?? $0) }
    }

    /// `school-plans` → `School plans`
    private static func title(of folder: String) -> String {
        let words = folder.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private func sort(_ sections: inout [Publication.Section]) {
        let titles = sections.map { ($0.title.lowercased(), $0.folder) }
        for index in sections.indices {
            sections[index].documents = Linker.newestFirst(sections[index].documents, of: documents)
            sections[index].subsections.sort { titles[$0] < titles[$1] }
        }
    }

    /// Dated documents first, the newest first, then the others by title.
    static func newestFirst(_ indices: [Int], of documents: [Document]) -> [Int] {
        struct Key { let date: CalendarTime?, title: String, path: String }
        let keyed = indices.map { index in
            let document = documents[index]
            let date = document.frontMatter.event?.start ?? document.frontMatter.date.flatMap { CalendarTime($0.description) }
            return (index, Key(date: date, title: document.title.lowercased(), path: document.path))
        }
        return keyed.sorted { one, other in
            switch (one.1.date, other.1.date) {
            case (let first?, let second?) where first != second: first > second
            case (_?, nil): true
            case (nil, _?): false
            default: (one.1.title, one.1.path) < (other.1.title, other.1.path)
            }
        }.map(\.0)
    }

    private func updates() -> [Int] {
        Linker.newestFirst(documents.indices.filter { documents[$0].kind == .update }, of: documents).reversed()
    }

    // MARK: Tags

    private func tags() -> (tags: [Publication.Tag], ofDocument: [[Int]]) {
        var names: [String: String] = [:]
        var bearers: [String: [Int]] = [:]
        for (index, document) in documents.enumerated() {
            for tag in document.frontMatter.tags {
                let slug = Slug.fileName(tag)
                guard !slug.isEmpty else { continue }
                if names[slug] == nil { names[slug] = tag }
                if bearers[slug]?.last != index { bearers[slug, default: []].append(index) }
            }
        }
        let slugs = names.keys.sorted()
        var ofDocument = [[Int]](repeating: [], count: documents.count)
        let tags = slugs.enumerated().map { number, slug in
            for document in bearers[slug]! { ofDocument[document].append(number) }
            return Publication.Tag(
                name: names[slug]!, address: "tags/\(slug)/", documents: Linker.newestFirst(bearers[slug]!, of: documents))
        }
        return (tags, ofDocument)
    }

    // MARK: Addresses

    /// Every alias, and what claims an address that something else has.
    private func addresses(sections: [Publication.Section], tags: [Publication.Tag]) -> ([Publication.Alias], [Diagnostic]) {
        var owners: [String: String] = [:]
        for name in reserved { owners[name] = "Tidings itself" }
        if AccessibilityFacts.areStated(settings, beside: documents) { owners[Address.file(AccessibilityFacts.address)] = "the accessibility statement" }
        if !tags.isEmpty { owners["tags/index.html"] = "the list of tags" }
        for tag in tags { owners[Address.file(tag.address)] = "the tag ‘\(tag.name)’" }
        var aliases: [Publication.Alias] = []
        var problems: [Diagnostic] = []

        for document in documents {
            let place = Address.file(document.address)
            if let language = settings.languages.dropFirst().first(where: { document.address.hasPrefix($0.code + "/") }) {
                problems.append(document.source.problem(
                    .sameAddress, "this document stands at /\(document.address), where the pages in ‘\(language)’ stand",
                    help: "Rename its folder, or give it another last part of its address: `slug: another-name`."))
            }
            if let owner = owners[place] {
                problems.append(document.source.problem(
                    .sameAddress, "this document has the same address as \(owner): /\(document.address)",
                    help: "Rename one of the files, or give one another last part of its address: `slug: another-name`."))
            } else {
                owners[place] = "content/\(document.path)"
            }
        }
        for section in sections where section.page == nil {
            let place = Address.file(section.address)
            if let owner = owners[place] {
                problems.append(SourceFile(path: "content/\(section.folder)", bytes: []).problem(
                    .sameAddress, "this folder has the same address as \(owner): /\(section.address)", help: "Rename the folder."))
            } else {
                owners[place] = "the list of content/\(section.folder)"
            }
        }
        for file in files {
            if let owner = owners[file] {
                problems.append(SourceFile(path: "content/\(file)", bytes: []).problem(
                    .sameAddress, "this file has the same address as \(owner): /\(file)", help: "Rename one of them."))
            } else {
                owners[file] = "content/\(file)"
            }
        }
        for (index, document) in documents.enumerated() {
            for written in document.frontMatter.aliases {
                let (written, line) = (written.text, written.line)
                guard let address = Linker.alias(written) else {
                    problems.append(document.source.problem(
                        .wrongValue, line: line, length: 200, "‘\(written)’ is no address on this site",
                        help: "Write an old address of this page without the site's name: `aliases: [plans/old-name/]`."))
                    continue
                }
                let place = Address.file(address)
                if let owner = owners[place] {
                    problems.append(document.source.problem(
                        .sameAddress, line: line, length: 200, "the alias ‘\(written)’ is already the address of \(owner)",
                        help: "Leave the alias out, or choose another."))
                } else {
                    owners[place] = "an alias of content/\(document.path)"
                    aliases.append(.init(address: address, document: index))
                }
            }
        }
        return (aliases, problems)
    }

    /// An old address, below the site's root; nil where it leaves the site.
    private static func alias(_ written: String) -> String? {
        var address = written.hasPrefix("/") ? String(written.dropFirst()) : written
        guard !address.isEmpty, !address.contains(":"), !address.contains("?"), !address.contains("#"), !address.contains("\\"),
            !address.split(separator: "/", omittingEmptySubsequences: false).dropLast().contains(where: { $0 == ".." || $0 == "." || $0.isEmpty }),
            !address.hasSuffix(".."), address.utf8.allSatisfy({ $0 > 0x20 })
        else { return nil }
        if !address.hasSuffix("/"), !address.hasSuffix(".html"), !address.hasSuffix(".htm") { address += "/" }
        return address
    }

    // MARK: Navigation

    /// Links as the settings list them, and what is wrong with them.
    private typealias Entries = (entries: [Publication.NavigationEntry], problems: [Diagnostic], broken: [BrokenLink])

    /// The header's links: those that the settings list, or else the top sections and documents.
    private func navigation(sections: [Publication.Section], resolver: LinkResolver) -> Entries {
        guard settings.navigation.isEmpty else { return entries(settings.navigation, resolver: resolver) }
        let subsections = sections[0].subsections.map { (sections[$0].title, sections[$0].address, sections[$0].page) }
        let pages = sections[0].documents.map { (documents[$0].title, documents[$0].address, Optional($0)) }
        return ((subsections + pages).map { .init(title: $0, target: .page(address: $1, fragment: nil), link: $1, document: $2) }, [], [])
    }

    private func entries(_ items: [Settings.NavigationItem], resolver: LinkResolver) -> Entries {
        var problems: [Diagnostic] = [], broken: [BrokenLink] = []
        let entries = items.compactMap { item -> Publication.NavigationEntry? in
            let place = LinkPlace(file: settingsFile, line: item.line, column: item.column, length: item.link.utf8.count)
            let link = item.link.hasPrefix("content/") ? String(item.link.dropFirst(8)) : item.link
            switch resolver.resolve(link, from: nil, isImage: false, at: place) {
            case .target(let target, let problem):
                if let problem { problems.append(problem) }
                switch target {
                case .none, .language: return nil
                default:
                    return .init(
                        title: item.title ?? resolver.index.title(of: target) ?? item.link, target: target, link: item.link,
                        document: item.title == nil ? resolver.index.document(of: target) : nil)
                }
            case .broken(let link):
                broken.append(link)
                return nil
            case .refused(let problem):
                problems.append(problem)
                return nil
            }
        }
        return (entries, problems, broken)
    }
}
