import ArgumentParser
import Building
import Foundation
import Publication
import Translation

struct TranslationsExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the messages of a language as a table or for a translation program.",
        discussion: """
            Formats: csv for spreadsheets, html for Word and LibreOffice Writer, xliff (2.1) for translation programs. \
            Translators fill in the column Translation; `tidings translations import` takes the file back.

            EXAMPLES
              tidings translations export es --format csv --output spanish.csv
              tidings translations export ht --format html --only missing,fuzzy --output kreyol.html
              tidings translations export pt-BR --format xliff > pt-BR.xlf

            EXIT STATUS
              0  the messages are written, or none are left to write
              1  documents or catalogs have errors
              2  wrong use, or the machine stands in the way
            """)

    @Argument(help: ArgumentHelp("The language, as publication.yaml lists it.", valueName: "lang"))
    var language: String

    @Option(help: ArgumentHelp("csv, html or xliff.", valueName: "format"))
    var format: ExchangeFormat = .csv

    @Option(help: ArgumentHelp(
        "Which messages, with commas between: \(ExchangeRow.State.allCases.map(\.rawValue).joined(separator: ", ")) (default: all).", valueName: "states"))
    var only: String?

    @Option(help: ArgumentHelp("The file to write (default: standard output).", valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup var folder: TranslationsFolder

    func validate() throws { _ = try states() }

    private func states() throws -> Set<ExchangeRow.State> {
        guard let only else { return Set(ExchangeRow.State.allCases) }
        return Set(try only.split(separator: ",").map { word in
            let name = word.filter { !$0.isWhitespace }.lowercased()
            if let state = ExchangeRow.State(rawValue: name) { return state }
            let names = ExchangeRow.State.allCases.map(\.rawValue)
            let near = nearest(to: name, among: names).map { " Did you mean ‘\($0)’?" } ?? ""
            throw ValidationError("‘\(word)’ is no state of a message.\(near) States: \(names.joined(separator: ", ")).")
        })
    }

    func run() throws {
        let states = try states()
        let texts = try folder.read()
        guard let language = try folder.languages([self.language], of: texts).first else { return }
        let table = ExchangeTable(
            of: CatalogTemplate(texts.messages), title: texts.settings.title, source: texts.settings.sourceLanguage,
            catalog: texts.catalogs[language] ?? Catalog(language: language, files: []), reviews: texts.reviews, only: states)
        guard !table.rows.isEmpty else {
            return Console.error.write("Nothing to export: no message in \(language) is \(only ?? "there").\n")
        }
        let bytes = format.written(table)
        guard let output else { return Console.output.write(bytes) }
        do {
            _ = try writeFiles([(output, bytes)], in: output.hasPrefix("/") ? "" : ".")
        } catch {
            throw folder.end(error.message, error.help)
        }
        Console.error.write("Exported \(counted(table.rows.count, "message")) in \(language) to \(output).\n")
    }
}

extension ExchangeFormat: ExpressibleByArgument {}
