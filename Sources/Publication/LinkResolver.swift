import Markdown

/// Everything that a link can lead to.
package struct LinkIndex: Sendable {
    let documents: [Document]
    let withheld: Set<String>
    let unreadable: Set<String>
    let files: Set<String>
    let sections: [Publication.Section]
    /// Whether Tidings makes an accessibility statement, to which links may lead: `accessibility/`.
    let hasStatement: Bool
    /// As links need them, percent-encoded.
    private let addresses: [String]
    private let documentByPath: [String: Int]
    private let sectionByFolder: [String: Int]

    init(documents: [Document], withheld: [Document], unreadable: Set<String>, files: [String], sections: [Publication.Section], statement: Bool = false) {
        self.documents = documents
        self.withheld = Set(withheld.map(\.path))
        self.unreadable = unreadable
        self.files = Set(files)
        self.sections = sections
        hasStatement = statement
        addresses = documents.map { Address.encoded($0.address) }
        documentByPath = Dictionary(uniqueKeysWithValues: documents.indices.map { (documents[$0].path, $0) })
        sectionByFolder = Dictionary(uniqueKeysWithValues: sections.indices.map { (sections[$0].folder, $0) })
    }

    func document(at path: String) -> Int? { documentByPath[path] }
    func section(at folder: String) -> Int? { sectionByFolder[folder] }

    /// The title of what an address leads to.
    func title(of target: LinkTarget) -> String? {
        guard case .page(let address, _) = target else { return nil }
        return addresses.firstIndex(of: address).map { documents[$0].title }
            ?? sections.first { Address.encoded($0.address) == address }?.title
    }

    func document(of target: LinkTarget) -> Int? {
        guard case .page(let address, _) = target else { return nil }
        return addresses.firstIndex(of: address)
    }

    func address(of document: Int) -> String { addresses[document] }
}

/// Where in a file a link stands.
struct LinkPlace: Sendable {
    let file: SourceFile
    let line: Int
    let column: Int
    let length: Int

    func problem(_ rule: Rule, _ message: String, help: String) -> Diagnostic {
        file.problem(rule, line: line, column: column, length: length, message, help: help)
    }
}

/// A link to something that is not there.
package struct BrokenLink: Sendable {
    let place: LinkPlace
    /// The folder below `content/` that the link is written in.
    let folder: String
    /// As it is written.
    let written: String
    /// Below `content/`; nil where the link leaves it.
    let path: String?
    let isImage: Bool
}

/// Finds where the links of a document lead. Pure, so that documents can be resolved side by side.
package struct LinkResolver: Sendable {
    let index: LinkIndex

    package struct Result: Sendable {
        var targets: [MarkdownTree.Index: LinkTarget] = [:]
        /// What the front matter's `image` names, below `content/`.
        var picture: String?
        /// What the front matter's other keys name.
        var named: [FrontMatter.DocumentLink.Key: LinkTarget] = [:]
        var problems: [Diagnostic] = []
        var broken: [BrokenLink] = []
    }

    enum Outcome {
        case target(LinkTarget, problem: Diagnostic?)
        case broken(BrokenLink)
        case refused(Diagnostic)
    }

    /// - Parameter number: of the document, or of the one whose place it takes.
    func resolve(_ document: Document, as number: Int) -> Result {
        var result = Result()
        let tree = document.tree
        for index in tree.nodes.indices where tree.nodes[index].kind == .link || tree.nodes[index].kind == .image {
            let node = tree.nodes[index]
            let position = node.position
            let length = position.endLine == position.line ? Int(position.endColumn - position.column) + 1 : 200
            let place = LinkPlace(file: document.source, line: Int(position.line), column: Int(position.column), length: max(1, length))
            let written = String(decoding: tree.destination(index), as: UTF8.self)
            switch resolve(written, from: number, isImage: node.kind == .image, at: place) {
            case .target(let target, let problem):
                result.targets[index] = target
                if let problem { result.problems.append(problem) }
            case .broken(let link): result.broken.append(link)
            case .refused(let problem): result.problems.append(problem)
            }
        }
        if let image = document.frontMatter.image {
            let place = LinkPlace(file: document.source, line: image.line, column: 1, length: 200)
            switch resolve(image.file, from: number, isImage: true, at: place) {
            case .target(.file(let path, _), _): result.picture = Address.decoded(path)
            case .target: result.problems.append(place.problem(.missingFile, "‘\(image.file)’ is no picture of this publication", help: "Put the picture beside the document and write its file name."))
            case .broken(let link): result.broken.append(link)
            case .refused(let problem): result.problems.append(problem)
            }
        }
        for link in document.frontMatter.links {
            let place = LinkPlace(file: document.source, line: link.line, column: 1, length: 200)
            switch resolve(link.written, from: number, isImage: false, at: place) {
            case .target(let target, let problem):
                result.named[link.key] = target
                if let problem { result.problems.append(problem) }
            case .broken(let link): result.broken.append(link)
            case .refused(let problem): result.problems.append(problem)
            }
        }
        return result
    }

    /// - Parameter document: in which the link is written; nil for `publication.yaml`, whose links start at `content/`.
    func resolve(_ written: String, from document: Int?, isImage: Bool, at place: LinkPlace) -> Outcome {
        if let scheme = LinkResolver.scheme(of: written) {
            return self.scheme(scheme, of: written, isImage: isImage, at: place)
        }
        if written.hasPrefix("//") { return isImage ? .refused(outsideImage(written, place)) : .target(.outside, problem: nil) }
        let folder = document.map { index.documents[$0].folder } ?? ""
        let hash = written.utf8.firstIndex(of: UInt8(ascii: "#")) ?? written.endIndex
        let fragment = hash == written.endIndex ? nil : Address.decoded(String(written[written.index(after: hash)...]))
        let beforeQuery = written[..<hash].utf8.firstIndex(of: UInt8(ascii: "?")) ?? hash
        let file = Address.decoded(String(written[..<beforeQuery]))
        let broken = { (path: String?) in Outcome.broken(.init(place: place, folder: folder, written: written, path: path, isImage: isImage)) }

        if file.isEmpty {
            guard let document, let fragment else { return broken(nil) }
            return self.page(document, fragment: fragment, at: place)
        }
        guard let path = LinkResolver.path(file, from: folder) else { return broken(nil) }
        if !isImage {
            if let target = index.document(at: path) { return page(target, fragment: fragment, at: place) }
            if index.unreadable.contains(path) { return .target(.none, problem: nil) }
            if index.withheld.contains(path) {
                return .target(.none, problem: place.problem(
                    .withheldLink, "‘\(written)’ is not published now, so its words are shown without a link",
                    help: "The link comes back with the document: see `draft`, `publish-from` and `expires` in content/\(path)."))
            }
            if let section = index.section(at: path.isEmpty || path.hasSuffix("/") ? path : path + "/") ?? (path.hasSuffix("index.md") ? index.section(at: String(path.dropLast(8))) : nil) {
                if let page = index.sections[section].page { return self.page(page, fragment: fragment, at: place) }
                return .target(.page(address: Address.encoded(index.sections[section].address), fragment: nil), problem: nil)
            }
        }
        if !isImage, index.hasStatement, path == AccessibilityFacts.address || path + "/" == AccessibilityFacts.address {
            return .target(.page(address: AccessibilityFacts.address, fragment: nil), problem: nil)
        }
        if index.files.contains(path) { return .target(.file(Address.encoded(path), fragment: fragment.map(Address.encoded)), problem: nil) }
        return broken(path)
    }

    private func page(_ number: Int, fragment: String?, at place: LinkPlace) -> Outcome {
        let address = index.address(of: number)
        guard let fragment, !fragment.isEmpty else { return .target(.page(address: address, fragment: nil), problem: nil) }
        let target = index.documents[number]
        if let id = target.anchors[fragment] {
            return .target(.page(address: address, fragment: Address.encoded(id)), problem: nil)
        }
        let names = target.headings.map(\.id)
        let near = nearest(to: fragment, among: target.anchors.keys.sorted()).map { "The nearest is #\($0). " }
            ?? (names.isEmpty ? "It has no headings: leave the part from # on out. " : "")
        let list = names.isEmpty ? "" : "Its headings: \(names.prefix(12).map { "#" + $0 }.joined(separator: ", "))\(names.count > 12 ? " …" : "")."
        return .target(.page(address: address, fragment: nil), problem: place.problem(
            .brokenAnchor, "no heading ‘#\(fragment)’ in content/\(target.path)", help: near + list))
    }

    // MARK: Addresses

    private func scheme(_ scheme: String, of written: String, isImage: Bool, at place: LinkPlace) -> Outcome {
        switch scheme {
        case "http", "https":
            return isImage ? .refused(outsideImage(written, place)) : .target(.outside, problem: nil)
        case "mailto", "tel", "sms":
            return .target(.outside, problem: nil)
        case "lang":
            if let tag = LanguageTag(written.dropFirst(5)), !isImage { return .target(.language(tag), problem: nil) }
            return .refused(place.problem(
                .languageTag, "‘\(written.dropFirst(5))’ is no language tag", help: "Write the language's code: `[Bienvenidos](lang:es)`."))
        case "file":
            return .refused(place.problem(
                .unsafeAddress, "this address works on your computer only", help: "Put the file beside the document and link to it by its name."))
        default:
            if scheme.count == 1 {
                return .refused(place.problem(
                    .unsafeAddress, "this is a path on your computer", help: "Put the file beside the document and link to it by its name."))
            }
            return .refused(place.problem(
                .unsafeAddress, "addresses that begin with ‘\(scheme):’ are not published: they can harm readers, or work nowhere",
                help: "Link to an https address, a document, a file, or use mailto: or tel:."))
        }
    }

    private func outsideImage(_ written: String, _ place: LinkPlace) -> Diagnostic {
        place.problem(
            .unsafeAddress, "a picture from another site: every reader's visit would be told to it",
            help: "Download the picture, if you may, put it beside the document, and write its file name.")
    }

    /// A link's scheme in small letters (RFC 3986, section 3.1); white space and control characters, which browsers
    /// skip, do not hide it.
    static func scheme(of written: String) -> String? {
        guard written.utf8.contains(UInt8(ascii: ":")) else { return nil }
        var scheme: [UInt8] = []
        for byte in written.utf8 {
            switch byte {
            case UInt8(ascii: ":"): return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self)
            case 0...0x20: continue
            case 0x61...0x7A: scheme.append(byte)
            case 0x41...0x5A: scheme.append(byte + 0x20)
            case 0x30...0x39, 0x2B, 0x2D, 0x2E:
                if scheme.isEmpty { return nil }
                scheme.append(byte)
            default: return nil
            }
        }
        return nil
    }

    /// A written path, seen from a folder, below `content/`; nil where it leaves it. A leading slash means `content/`.
    static func path(_ written: String, from folder: String) -> String? {
        var path = Array((written.utf8.first == UInt8(ascii: "/") ? "" : folder).utf8)
        var written = written
        return written.withUTF8 { written in
            path.reserveCapacity(path.count + written.count + 1)
            var start = 0
            var last = 0..<0
            while start <= written.count {
                var end = start
                while end < written.count, written[end] != UInt8(ascii: "/") { end += 1 }
                last = start..<end
                start = end + 1
                if isDots(written[last], 1) || last.isEmpty { continue }
                if isDots(written[last], 2) {
                    if path.isEmpty { return nil }
                    path.removeLast()
                    while let byte = path.last, byte != UInt8(ascii: "/") { path.removeLast() }
                } else {
                    path.append(contentsOf: UnsafeBufferPointer(rebasing: written[last]))
                    path.append(UInt8(ascii: "/"))
                }
            }
            // Only a folder keeps the slash at its end.
            if !last.isEmpty, !isDots(written[last], 1), !isDots(written[last], 2), path.last == UInt8(ascii: "/") { path.removeLast() }
            return String(decoding: path, as: UTF8.self)
        }
    }

    private static func isDots(_ part: Slice<UnsafeBufferPointer<UInt8>>, _ count: Int) -> Bool {
        part.count == count && part.allSatisfy { $0 == UInt8(ascii: ".") }
    }
}
