import Markdown
import Publication
import Testing

/// A publication of documents that are written as literals, as checks see it.
struct CheckedPublication {
    let publication: Publication
    let tracking: Tracking
    let settingsFile: SourceFile

    init(_ files: [String: String], settings: String = "title: Our District\naddress: https://www.example.org/\nlanguages: [en]\n", isBroken: Bool = false) throws {
        let settingsFile = SourceFile(path: "content/publication.yaml", bytes: Array(settings.utf8))
        let (read, problems) = Settings.read(settingsFile)
        #expect(problems.isEmpty, "\(problems)")
        let documents = files.sorted { $0.key < $1.key }.map { path, text in
            DocumentReader().read(SourceFile(path: "content/" + path, bytes: Array(text.utf8)), path: path)
        }
        let linker = Linker(
            settings: try #require(read), settingsFile: settingsFile, documents: documents.compactMap(\.document), unreadable: [], files: [], reserved: [],
            today: CalendarDate(year: 2022, month: 6, day: 1)!, includingDrafts: false)
        let (publication, linkProblems) = linker.link { count, resolve in (0..<count).map { resolve($0) } }
        #expect(linkProblems.isEmpty || isBroken, "\(linkProblems)")
        self.publication = publication
        self.settingsFile = settingsFile
        tracking = Tracking.of(publication).0
    }
}

extension Diagnostic {
    /// In a few signs: `3:1 long-sentence: a sentence of 31 words`.
    var brief: String { "\(line):\(column) \(rule.rawValue): \(message)" }

    /// What the caret underlines.
    var marked: String { source.map { String(String.UnicodeScalarView($0.unicodeScalars.dropFirst(column - 1).prefix(length))) } ?? "" }
}
