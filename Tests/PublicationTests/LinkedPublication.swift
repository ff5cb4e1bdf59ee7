import Markdown
import Testing

@testable import Publication

/// A publication of documents that are written as literals, linked and tracked:
///
///     let linked = try LinkedPublication(["plan.md": "---\ntitle: Plan\nkind: plan\n---\n"])
///     #expect(linked.problems(.missingPart) == [])
struct LinkedPublication {
    let publication: Publication
    let tracking: Tracking
    /// What reading, linking and tracking found.
    let errors: [Diagnostic]

    static let settings = "title: Our District\naddress: https://www.example.org/\nlanguages: [en]\n"

    init(_ files: [String: String], settings: String = settings) throws {
        try self.init(files.mapValues { Array($0.utf8) }, settings: settings)
    }

    init(_ files: [String: [UInt8]], settings: String = settings) throws {
        let settingsFile = SourceFile(path: "content/publication.yaml", bytes: Array(settings.utf8))
        let (read, problems) = Settings.read(settingsFile)
        let settings = try #require(read, "\(problems)")
        let documents = files.sorted { $0.key < $1.key }.map { path, bytes in
            DocumentReader().read(SourceFile(path: "content/" + path, bytes: bytes), path: path)
        }
        let linker = Linker(
            settings: settings, settingsFile: settingsFile, documents: documents.compactMap(\.document), unreadable: [], files: [], reserved: [],
            today: CalendarDate(year: 2022, month: 6, day: 1)!, includingDrafts: false)
        let (publication, linkProblems) = linker.link { count, resolve in (0..<count).map { resolve($0) } }
        let (tracking, trackingProblems) = Tracking.of(publication)
        self.publication = publication
        self.tracking = tracking
        errors = documents.flatMap(\.problems) + linkProblems + trackingProblems
    }

    func problems() -> [Diagnostic] { TrackingChecks(publication, tracking).problems() }

    /// Those of one rule in a few signs: `plan.md:12:3 ‘Administration’: message`, with what is underlined.
    func problems(_ rule: Rule) -> [String] {
        problems().filter { $0.rule == rule }.map { problem in
            let marked = problem.source.map { String(String.UnicodeScalarView($0.unicodeScalars.dropFirst(problem.column - 1).prefix(problem.length))) } ?? ""
            return "\(problem.file.dropFirst(8)):\(problem.line):\(problem.column) ‘\(marked)’: \(problem.message)"
        }
    }
}
