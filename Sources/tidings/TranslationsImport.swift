import ArgumentParser
import Building
import Foundation
import Publication
import Translation

struct TranslationsImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take translations back from a table, XLIFF or a PO file.",
        discussion: """
            FILE is what `tidings translations export` wrote, as a spreadsheet, a word processor or a translation program \
            saved it (CSV, HTML, XLIFF), or a translator's PO file. Each row belongs to the message whose id it has. Empty \
            cells delete nothing; a translation whose source has changed since is kept as fuzzy, and not shown.
            With --machine, the translations that this puts in are recorded as made by a machine, until a person has reviewed them.

            EXAMPLES
              tidings translations import spanish.csv
              tidings translations import kreyol.htm --language ht
              tidings translations import pt-BR.xlf --machine DeepL

            EXIT STATUS
              0  the translations are in the catalog; warnings tell of rows that are not
              1  the file, documents or catalogs have errors: nothing was changed
              2  wrong use, or the machine stands in the way
            """)

    @Argument(help: ArgumentHelp("The file to read.", valueName: "file"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The program that made the translations.", valueName: "name"))
    var machine: String?

    @Option(help: ArgumentHelp("The language, where the file does not say it.", valueName: "lang"))
    var language: String?

    @OptionGroup var folder: TranslationsFolder
    @OptionGroup var day: DayOption

    func validate() throws {
        if let machine, machine.allSatisfy(\.isWhitespace) { throw ValidationError("--machine needs the name of a program.") }
    }

    func run() throws {
        let source = try source()
        let texts = try folder.read()
        let received = ReceivedTable.read(source)
        guard !received.problems.contains(where: { $0.severity == .error }) else {
            write(received.problems)
            Console.error.write("Nothing was imported.\n")
            throw ExitCode(1)
        }
        let language = try language(of: received, texts)
        let template = CatalogTemplate(texts.messages), day = day.date(of: texts)
        // A language's first translations come into a whole catalog, in which the rest waits.
        let catalog = texts.catalogs[language]?.files ?? CatalogMerger(template).merge([], into: language, title: texts.settings.title, on: day).files
        let result = TranslationImport(of: received, from: source, into: catalog, template: template, on: day)
        let problems = texts.settings.rules.judged(received.problems + result.problems)
        guard !problems.contains(where: { $0.severity == .error }) else {
            write(problems)
            Console.error.write("Nothing was imported.\n")
            throw ExitCode(1)
        }
        var files = result.files.filter { result.changedPaths.contains($0.path) }.map { (path: $0.path, bytes: $0.catalog.written()) }
        if let machine, !result.hashes.isEmpty {
            let record = Reviews.Record(language: language, made: .machine, by: machine, on: day, messages: result.hashes)
            files.append((Reviews.path, texts.reviews.adding(record).written()))
        }
        _ = try folder.write(files)
        write(problems)
        Console.output.write(summary(result.counts, in: language, of: received.rows.count))
    }

    private func source() throws -> SourceFile {
        do {
            let data = try Data(contentsOf: URL(filePath: file))
            guard data.count <= ReceivedTable.sizeLimit else {
                throw folder.end(
                    "‘\(file)’ has \(data.count / 1_000_000) MB", "A table of translations has a hundredth of that: name the file that was exported.")
            }
            return SourceFile(path: file, bytes: Array(data))
        } catch let error as CocoaError {
            let reason = (error.underlying as? POSIXError).map { String(cString: strerror($0.code.rawValue)) } ?? error.localizedDescription
            throw folder.end("‘\(file)’ cannot be read: \(reason)", "Name the file that the translator sent.")
        }
    }

    /// The language that is stated by the caller, else by the file.
    private func language(of received: ReceivedTable, _ texts: PublicationTexts) throws -> LanguageTag {
        let others = texts.settings.languages.dropFirst()
        let written = received.language.map { name in others.first { $0.matches(catalogName: name) }?.code ?? name }
        guard let name = language ?? written else {
            throw folder.end("‘\(file)’ does not say which language it is in", "Name it: --language \(others.first?.code ?? "es").")
        }
        guard let language = try folder.languages([name], of: texts).first else { throw ExitCode(2) }
        if let written, written != language.code {
            throw folder.end("‘\(file)’ says that it is in ‘\(written)’, and --language says ‘\(language)’", "Leave --language out, or mend the file.")
        }
        return language
    }

    private func write(_ problems: [Diagnostic]) {
        Console.error.write(problems.sorted().map(\.description).joined())
    }

    private func summary(_ counts: TranslationImport.Counts, in language: LanguageTag, of rows: Int) -> String {
        let parts = [
            (counts.added, "new"), (counts.changed, "changed"), (counts.confirmed, "confirmed"), (counts.fuzzy, "fuzzy"),
            (counts.unchanged, "unchanged"), (counts.empty, "empty"), (counts.leftOut, "left out"),
        ]
        let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return "Read \(counted(rows, "row")) in \(language): \(told.isEmpty ? "nothing to import" : told).\n"
    }
}
