import ArgumentParser
import Building
import Foundation
import Publication
import Translation

struct TranslationsFollow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: "Record that a document written anew for a language says what its source says now.",
        discussion: """
            A document may be written anew as a whole for a language: plan.es.md takes the place of plan.md in the Spanish \
            pages. This notes in its front matter, as ‘follows’, what the source says today. When the source changes, \
            ‘translations status’ shows what has changed, and the page says that it has.

            EXAMPLE
              tidings translations follow content/plans/plan.es.md
            """)

    @Argument(help: ArgumentHelp("The documents.", valueName: "file"), completion: .file(extensions: ["md"]))
    var files: [String]

    @OptionGroup var folder: TranslationsFolder

    func run() throws {
        let texts = try folder.read()
        var changed: [(path: String, bytes: [UInt8])] = []
        for file in files {
            let path = file.hasPrefix("content/") ? String(file.dropFirst(8)) : file
            guard let adapted = texts.adaptations.first(where: { $0.document.path == path || file.hasSuffix("/content/" + $0.document.path) }) else {
                let near = nearest(to: path, among: texts.adaptations.map(\.document.path)).map { "Did you mean content/\($0)? " } ?? ""
                throw folder.end("‘\(file)’ takes the place of no document", "\(near)Such a file has the name of its source and a language: plan.es.md beside plan.md.")
            }
            guard let source = texts.messages.documents.first(where: { $0.document.path == adapted.source }),
                let text = AdaptedDocument.following(SourceState(source), in: String(decoding: adapted.document.source.bytes, as: UTF8.self))
            else { throw folder.end("‘\(file)’ has no front matter, or no source", "Begin the file with ---, `title: …`, ---.") }
            changed.append(("content/" + adapted.document.path, Array(text.utf8)))
        }
        let written = try folder.write(changed)
        for (path, _) in changed { Console.output.write("\(path): \(written.contains(path) ? "follows its source as it is now" : "followed it already").\n") }
    }
}
