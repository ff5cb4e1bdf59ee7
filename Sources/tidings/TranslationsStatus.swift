import ArgumentParser
import Building
import Foundation
import Publication
import Translation

struct TranslationsStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show how far each language and document is translated.",
        discussion: """
            Counts messages and words. Translated: by people, or not said by whom. Machine: by a program, and nobody has \
            read it yet. Fuzzy: the text changed after it was translated. Missing: not translated. Rejected: it would harm \
            the page. The last column says for how many days the oldest fuzzy one has waited, up to the newest day in the catalog.

            EXAMPLES
              tidings translations status
              tidings translations status es
              tidings translations status --json

            EXIT STATUS
              0  shown
              1  the publication has errors, or a catalog cannot be read
              2  wrong use, or the machine stands in the way
            """)

    @Argument(help: ArgumentHelp("Only these languages.", valueName: "lang"))
    var languages: [String] = []

    @Flag(help: "Print JSON, for programs.")
    var json = false

    @OptionGroup var folder: TranslationsFolder

    func run() throws {
        let texts = try folder.read()
        let status = TranslationStatus(
            texts.messages, languages: try folder.languages(languages, of: texts), source: texts.settings.sourceLanguage,
            catalogs: texts.catalogs, reviews: texts.reviews, adapted: texts.adaptations)
        Console.output.write(json ? TranslationStatusText.json(of: status) : TranslationStatusText.words(of: status))
    }
}

/// A status as a table, or as JSON.
enum TranslationStatusText {
    static func words(of status: TranslationStatus) -> String {
        guard !status.languages.isEmpty else {
            return "The publication has one language only: add others to `languages` in content/publication.yaml.\n"
        }
        return status.languages.map(words).joined(separator: "\n")
    }

    private static func words(of status: TranslationStatus.LanguageStatus) -> String {
        let total = status.total.coverage
        var text = "\(status.language): \(total.percent) % of \(total.words) words shown"
        if !status.hasCatalog { text += "; there is no catalog yet: run `tidings translations update \(status.language)`" }
        let states = Coverage.State.allCases
        var rows = [["shown"] + states.map(\.rawValue) + ["days", ""]]
        func add(_ part: TranslationStatus.Part, _ name: String) {
            guard part.coverage.words > 0 else { return }
            let counts = states.map { "\(part.coverage[$0].words)" }
            rows.append(["\(part.coverage.percent) %"] + counts + [part.oldestStale.map(String.init) ?? "", name])
        }
        add(status.total, "all, in words")
        rows.append([""] + states.map { "\(total[$0].messages)" } + ["", "all, in messages"])
        add(status.site, "publication.yaml")
        for document in status.documents { add(document.part, document.path + (document.isVital ? " (vital)" : "")) }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : String(repeating: " ", count: widths[column] - cell.count) + cell
            }
            var line = "  " + cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            text += "\n" + line
        }
        for adapted in status.adapted {
            text += "\n  \(adapted.path) takes the place of \(adapted.source): "
            guard let changes = adapted.changes else {
                text += "it does not say what it follows; run `tidings translations follow content/\(adapted.path)`"
                continue
            }
            text += changes.isEmpty ? "up to date" : "\(counted(changes.count, "text")) changed since"
            for change in changes.prefix(20) { text += "\n    \(quoted(change))" }
            if changes.count > 20 { text += "\n    and \(changes.count - 20) more" }
        }
        return text + "\n"
    }

    static func json(of status: TranslationStatus) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let report = Report(languages: status.languages.map { language in
            .init(
                language: language.language.code, hasCatalog: language.hasCatalog, total: part(language.total), site: part(language.site),
                documents: language.documents.map { .init(file: "content/" + $0.path, title: $0.title, vital: $0.isVital, part: part($0.part)) },
                adapted: language.adapted.map { .init(file: "content/" + $0.path, source: "content/" + $0.source, changes: $0.changes) })
        })
        // The values are texts and numbers: they can always be written.
        return String(decoding: (try? encoder.encode(report)) ?? Data(), as: UTF8.self) + "\n"
    }

    private static func part(_ part: TranslationStatus.Part) -> Report.Part {
        Report.Part(
            percent: part.coverage.percent,
            states: Dictionary(uniqueKeysWithValues: Coverage.State.allCases.map {
                ($0.rawValue, .init(messages: part.coverage[$0].messages, words: part.coverage[$0].words))
            }), oldestStaleDays: part.oldestStale)
    }

    private struct Report: Encodable {
        let languages: [Language]

        struct Language: Encodable { let language: String, hasCatalog: Bool, total: Part, site: Part, documents: [Document], adapted: [Adapted] }
        struct Adapted: Encodable { let file: String, source: String, changes: [String]? }
        struct Document: Encodable { let file: String, title: String, vital: Bool, part: Part }
        struct Part: Encodable { let percent: Int, states: [String: Count], oldestStaleDays: Int? }
        struct Count: Encodable { let messages: Int, words: Int }
    }
}
