import BundledThemes
import Glibc
import Publication
import Rendering
import Translation

/// A publication's folder on disk: `content/` and `themes/`.
struct PublicationFolder {
    let path: String

    init(_ path: String) { self.path = path }

    /// What is there. Documents are named, not read: that is done by many threads.
    struct Source: Sendable {
        let folder: String
        var settings: SourceFile?
        /// Below `content/`, sorted.
        var documents: [String] = []
        /// The files below `content/translations/`, sorted.
        var translations: [SourceFile] = []
        /// Other files that are published as they are, below `content/`, sorted.
        var files: [String] = []
        var themes = ThemeFiles(bundled: [], own: [])
        var problems: [Diagnostic] = []
    }

    /// - Parameter output: the site's folder, which may lie inside the publication's and is none of its content.
    /// - Throws: where there is no such folder.
    func scan(excluding output: String) throws(BuildFailure) -> Source {
        var source = Source(folder: path)
        try checkPlaces(output: output)
        let found = list("content")
        source.problems = found.problems
        for name in found.files {
            if name == "publication.yaml" {
                source.settings = read("content/" + name, &source.problems)
            } else if name.hasPrefix(Catalog.folder) {
                if let file = read("content/" + name, &source.problems) { source.translations.append(file) }
            } else if name.lowercased().hasSuffix(".md") || name.lowercased().hasSuffix(".markdown") {
                source.documents.append(name)
            } else if !name.hasSuffix("~"), !["Thumbs.db", "desktop.ini"].contains(String(name.split(separator: "/").last!)) {
                source.files.append(name)
            }
        }
        source.themes = ThemeFiles(bundled: BundledThemes.files(), own: ownThemes(&source.problems))
        if source.settings == nil, !source.problems.contains(where: { $0.file == "content/publication.yaml" }) {
            source.problems.append(.empty(
                "content/publication.yaml", "this file is missing: it names the publication", isWithoutText: source.documents.isEmpty))
        } else if source.documents.isEmpty, source.problems.isEmpty {
            source.problems.append(.empty("content", "there is nothing to publish in content/ yet", isWithoutSettings: false))
        }
        return source
    }

    private func checkPlaces(output: String) throws(BuildFailure) {
        guard isFolder(path) else {
            let isThere = realpath(path) != nil
            throw BuildFailure(
                message: isThere ? "‘\(path)’ is a file, not a folder" : "there is no folder ‘\(path)’",
                help: "Name the folder that holds the publication's content/.")
        }
        guard isFolder(path + "/content") else {
            if realpath(path + "/publication.yaml") != nil {
                let above = path.split(separator: "/").dropLast().joined(separator: "/")
                let folder = path == "." ? ".." : path.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above
                throw BuildFailure(
                    message: "‘\(path)’ is the content itself", help: "Name the folder that holds it: tidings build \(folder)")
            }
            throw BuildFailure(
                message: "‘\(path)’ holds no folder content/",
                help: "Go to the folder that holds it, or name it: tidings build FOLDER. To begin a publication, make content/publication.yaml there.")
        }
        if output.isEmpty { return }
        let site = resolvedPath(output)
        for name in ["content", "themes"] {
            let source = resolvedPath(path + "/" + name)
            guard site == source || site.hasPrefix(source + "/") else { continue }
            throw BuildFailure(
                message: "the site cannot be written into \(name)/", help: "Name a folder outside it, as in: --output site")
        }
        if let folder = realpath(path), folder == site || folder.hasPrefix(site + "/"), site != "/" {
            throw BuildFailure(
                message: "the site would take the place of ‘\(output)’, which holds the publication itself",
                help: "Name a folder for the site alone, as in: --output site")
        }
    }

    private func ownThemes(_ problems: inout [Diagnostic]) -> [(path: String, bytes: [UInt8])] {
        guard isFolder(path + "/themes") else { return [] }
        let found = list("themes")
        problems += found.problems
        return found.files.compactMap { name in read("themes/" + name, &problems).map { (name, $0.bytes) } }
    }

    private func read(_ name: String, _ problems: inout [Diagnostic]) -> SourceFile? {
        switch readFile(path + "/" + name) {
        case .success(let bytes): return SourceFile(path: name, bytes: bytes)
        case .failure(let error):
            problems.append(.unreadable(name, error))
            return nil
        }
    }

    /// Every file below a folder, sorted; hidden ones and links to folders are left out.
    private func list(_ folder: String) -> (files: [String], problems: [Diagnostic]) {
        var files: [String] = []
        var problems: [Diagnostic] = []
        var waiting = [""]
        while let below = waiting.popLast() {
            guard let directory = opendir(path + "/" + folder + "/" + below) else {
                problems.append(.unreadable(folder + "/" + below, ReadFailure(code: errno)))
                continue
            }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
                }
                guard let name else {
                    problems.append(.unreadable(folder + "/" + below, nil))
                    continue
                }
                if name.hasPrefix(".") { continue }
                switch Int32(entry.pointee.d_type) {
                case Int32(DT_DIR): waiting.append(below + name + "/")
                case Int32(DT_REG): files.append(below + name)
                default:
                    // A link to a file is followed, one to a folder might never end; some file systems do not say.
                    var status = stat(), link = stat()
                    let place = path + "/" + folder + "/" + below + name
                    guard lstat(place, &link) == 0, stat(place, &status) == 0 else {
                        problems.append(.linkLeftOut(folder + "/" + below + name, "leads to nothing"))
                        continue
                    }
                    let isLink = link.st_mode & S_IFMT == S_IFLNK
                    if status.st_mode & S_IFMT == S_IFREG {
                        files.append(below + name)
                    } else if status.st_mode & S_IFMT == S_IFDIR, !isLink {
                        waiting.append(below + name + "/")
                    } else {
                        problems.append(.linkLeftOut(folder + "/" + below + name, isLink ? "leads to a folder" : "is no file"))
                    }
                }
            }
        }
        return (files.sorted(), problems)
    }
}

extension PublicationFolder.Source {
    /// The sizes of the pictures that pages show.
    func imageSizes(of publication: Publication) -> [String: ImageSize] {
        var sizes: [String: ImageSize] = [:]
        for file in files where [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"].contains(where: { file.lowercased().hasSuffix($0) }) {
            if case .success(let bytes) = readFile(folder + "/content/" + file, atMost: 1 << 20) { sizes[file] = ImageSize(of: bytes) }
        }
        return sizes
    }
}

extension DocumentReader {
    /// Reads a document from disk.
    func read(_ path: String, in folder: String) -> (document: Document?, problems: [Diagnostic]) {
        switch readFile(folder + "/content/" + path) {
        case .success(let bytes):
            read(SourceFile(path: "content/" + path, bytes: bytes), path: path) { name in
                guard case .success(let bytes) = readFile(folder + "/content/" + name, atMost: 4 << 20) else { return nil }
                return SourceFile(path: "content/" + name, bytes: bytes)
            }
        case .failure(let error): (nil, [.unreadable("content/" + path, error)])
        }
    }
}

extension Diagnostic {
    fileprivate static func empty(
        _ path: String, _ message: String, isWithoutSettings: Bool = true, isWithoutText: Bool = true
    ) -> Diagnostic {
        let settings = """

                 content/publication.yaml:
                     title: Our District
                     address: https://www.example.org/
                     languages: [en]
            """
        let text = """

                 content/index.md:
                     ---
                     title: Welcome
                     ---
                     The first words of your site.
            """
        return Diagnostic(
            rule: .emptyPublication, file: path, line: 1, column: 1, length: 0, message: message,
            help: "Begin with \(isWithoutSettings && isWithoutText ? "two files" : "a file")."
                + (isWithoutSettings ? settings : "") + (isWithoutText ? text : ""), source: nil)
    }

    fileprivate static func unreadable(_ path: String, _ failure: ReadFailure?) -> Diagnostic {
        Diagnostic(
            rule: .unreadable, file: path, line: 1, column: 1, length: 0,
            message: failure.map { "this cannot be read: \($0.description)" } ?? "a file's name here is no text",
            help: failure == nil ? "Rename it with plain letters." : "Check who may read it, and that the disk is well.", source: nil)
    }

    fileprivate static func linkLeftOut(_ path: String, _ why: String) -> Diagnostic {
        Diagnostic(
            rule: .symbolicLink, file: path, line: 1, column: 1, length: 0, message: "this \(why), and is left out",
            help: "Put the files themselves there.", source: nil)
    }
}
