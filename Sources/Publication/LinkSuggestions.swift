/// Says of links that lead nowhere what they may have meant.
struct LinkSuggestions {
    private let index: LinkIndex
    private let documentPaths: [String]
    private let filePaths: [String]
    private let documentByAddress: [String: Int]

    init(index: LinkIndex) {
        self.index = index
        documentPaths = index.documents.map(\.path)
        filePaths = index.files.sorted()
        documentByAddress = Dictionary(
            index.documents.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is wrong with a link that leads nowhere, with the nearest thing that it may have meant.
    func diagnostic(for link: BrokenLink, suggesting: Bool) -> Diagnostic {
        guard let path = link.path else {
            return link.place.problem(
                link.isImage ? .missingFile : .brokenLink,
                link.written.isEmpty ? "\(link.isImage ? "an image" : "a link") without an address" : "‘\(link.written)’ leads out of content/",
                help: !link.written.isEmpty ? "Link to a document or file inside content/."
                    : link.isImage ? "Write the picture's file between the parentheses." : "Write between the parentheses where it leads.")
        }
        if link.written.contains("\\") {
            return link.place.problem(
                link.isImage ? .missingFile : .brokenLink, "backslashes in ‘\(link.written)’",
                help: "Write slashes in their place: \(link.written.replacing("\\", with: "/"))")
        }
        if link.isImage {
            let help = suggestion(for: path, among: filePaths, from: link.folder, suggesting)
            return link.place.problem(.missingFile, "no picture ‘\(link.written)’", help: help ?? "Put the picture's file at content/\(path), or correct its name. Capital and small letters differ.")
        }
        if link.written.hasPrefix("www.") || (!link.written.contains("/") && !path.hasSuffix(".md") && link.written.contains(".org") || link.written.contains(".com")) {
            return link.place.problem(.brokenLink, "‘\(link.written)’ is neither a document nor a whole web address", help: "Write https:// before it, if it is a web address.")
        }
        if let document = document(atAddress: path) {
            return link.place.problem(.brokenLink, "‘\(link.written)’ is an address of the site, not a file", help: "Link to the document's file, so that the link stays right wherever it moves: \(LinkSuggestions.relative(document.path, from: link.folder))")
        }
        let candidates = path.hasSuffix(".md") || !suggesting ? documentPaths : documentPaths + filePaths
        let help = suggestion(for: path, among: candidates, from: link.folder, suggesting)
        let what = path.hasSuffix(".md") ? "document" : "document or file"
        return link.place.problem(.brokenLink, "no \(what) ‘\(link.written)’", help: help ?? "There is nothing at content/\(path). If it was renamed or moved, write its new name; if it is gone, take the link out.")
    }

    private func document(atAddress path: String) -> Document? {
        let addresses = [path.hasSuffix("/") ? path : path + "/"] + (path.hasSuffix("index.html") ? [String(path.dropLast(10))] : [])
        let found = addresses.compactMap { documentByAddress[$0] } + [index.document(at: path + ".md")].compactMap(\.self)
        return found.min().map { index.documents[$0] }
    }

    private func suggestion(for path: String, among candidates: some Collection<String>, from folder: String, _ suggesting: Bool) -> String? {
        guard suggesting else { return nil }
        let name = LinkSuggestions.name(path)
        let same = candidates.filter { LinkSuggestions.name($0).lowercased() == name.lowercased() }.min()
        let found = same ?? alias(path) ?? nearest(to: path, among: candidates) ?? nearestName(name, among: candidates) ?? related(to: path, among: candidates)
        return found.map { "The nearest is \(LinkSuggestions.relative($0, from: folder)) – write that, if it is meant." }
    }

    /// The document that names the old address as an alias.
    private func alias(_ path: String) -> String? {
        let address = Address.of(path: path, slug: nil)
        return index.documents.first { $0.frontMatter.aliases.map(\.text).contains { $0 == address || $0 == "/" + address || $0 + "/" == address } }?.path
    }

    private func nearestName(_ name: String, among candidates: some Collection<String>) -> String? {
        guard let near = nearest(to: name, among: Set(candidates.map(LinkSuggestions.name)).sorted()) else { return nil }
        return candidates.filter { LinkSuggestions.name($0) == near }.min()
    }

    /// A renamed document mostly keeps some of its words, or its folder.
    private func related(to path: String, among candidates: some Collection<String>) -> String? {
        let words = LinkSuggestions.words(path)
        var best: (score: Int, path: String)?
        for candidate in candidates {
            let score = LinkSuggestions.words(candidate).intersection(words).reduce(0) { $0 + $1.utf8.count }
            if score >= 4, score > best?.score ?? 0 || (score == best?.score && candidate < best!.path) { best = (score, candidate) }
        }
        return best?.path
    }

    private static func words(_ path: String) -> Set<Substring> {
        Set(name(path).dropLast(path.hasSuffix(".md") ? 3 : 0).split { "-_. ".contains($0) }.filter { $0.count >= 3 })
    }

    private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// A path below `content/`, as it is written in a document of a folder.
    static func relative(_ path: String, from folder: String) -> String {
        let here = folder.split(separator: "/"), there = path.split(separator: "/")
        let common = zip(here, there).prefix { $0 == $1 }.count
        return String(repeating: "../", count: here.count - common) + there.dropFirst(common).joined(separator: "/")
    }
}
