import ArgumentParser
import Building
import Foundation
import Publication
import Translation

struct Translations: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look after the publication's translations.",
        discussion: """
            Translations are gettext catalogs, one for each language: content/translations/es.po. Translators open them in \
            Poedit, Weblate or any other program for such files. Each text of the publication is an entry there; where its \
            translation is missing or out of date, readers see the text in its own language.

            EXAMPLES
              tidings translations update       after the content changed: bring all catalogs up to date
              tidings translations status       see how far each language is
              tidings translations check        see what is wrong with translations
              tidings translations export es    for those who translate in a spreadsheet or a word processor
            """,
        subcommands: [
            TranslationsUpdate.self, TranslationsStatus.self, TranslationsCheck.self, TranslationsAccept.self, TranslationsReview.self, TranslationsFollow.self, TranslationsExport.self,
            TranslationsImport.self,
        ])
}

/// What all commands for translations ask for and do first.
struct TranslationsFolder: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The folder that holds content/.", valueName: "dir"), completion: .directory)
    var folder = "."

    /// The publication's texts; ends with 1 where it has errors, with 2 where there is none.
    func read() throws -> PublicationTexts {
        try ending {
            let (texts, problems) = try PublicationTexts.read(path)
            Console.error.write(problems.map { $0.description + "\n" }.joined())
            guard let texts else {
                Console.error.write("Nothing was changed: catalogs are only written when all of the publication can be read.\n")
                throw ExitCode(1)
            }
            return texts
        }
    }

    /// - Returns: the paths of the files whose bytes changed.
    func write(_ files: [(path: String, bytes: [UInt8])]) throws -> [String] {
        try ending { try writeFiles(files, in: path) }
    }

    private var path: String {
        var path = folder
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path.isEmpty ? "." : path
    }

    private func ending<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let failure as BuildFailure { throw end(failure.message, failure.help) }
    }

    /// The publication's languages with these names; all but the one it is written in, where none is named.
    func languages(_ names: [String], of texts: PublicationTexts) throws -> [LanguageTag] {
        let others = Array(texts.settings.languages.dropFirst())
        guard !names.isEmpty else { return others }
        return try names.map { name in
            let code = name.replacing("_", with: "-").lowercased()
            if let language = others.first(where: { $0.code.lowercased() == code }) { return language }
            if name.lowercased() == texts.settings.sourceLanguage.code.lowercased() {
                throw end("the publication is written in ‘\(name)’: it needs no translation", "Name another language.")
            }
            let near = nearest(to: name, among: others.map(\.code)).map { "Did you mean ‘\($0)’? " } ?? ""
            let list = others.isEmpty ? "It has no other languages yet" : "It has \(others.map(\.code).joined(separator: ", "))"
            throw end("the publication has no language ‘\(name)’", "\(near)\(list); add more to `languages` in content/publication.yaml.")
        }
    }

    /// Wrong use: says so, and ends with 2.
    func end(_ message: String, _ help: String) -> ExitCode {
        Console.error.write("tidings: \(message)\n  fix: \(help)\n")
        return ExitCode(2)
    }

    /// Messages by what people type of their ids.
    func messages(_ ids: [String], of texts: PublicationTexts) throws -> [Message.Key] {
        let index = MessageIDs(CatalogTemplate(texts.messages).entries.map(\.key))
        return try ids.map { id in
            switch index.find(id) {
            case .one(let key): return key
            case .several(let count): throw end("\(count) messages have ids that begin with ‘\(id)’", "Write more of the id's digits.")
            case .none:
                throw end(
                    "no message of the publication has the id ‘\(id)’", "See `tidings translations accept`, which lists what waits with its ids.")
            }
        }
    }
}

/// A day that someone names, or today.
struct DayOption: ParsableArguments {
    @Option(name: [.customLong("on"), .customLong("today")], help: ArgumentHelp("The day to note, YYYY-MM-DD (default: today).", valueName: "date"))
    var day: String?

    func validate() throws {
        if let day, CalendarDate(day) == nil { throw ValidationError("‘\(day)’ is no date: write it as 2022-03-09.") }
    }

    func date(of texts: PublicationTexts) -> CalendarDate {
        day.flatMap { CalendarDate($0) } ?? today(in: texts.settings.timezone)
    }
}

func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}

/// A text on one line of a terminal, in quotation marks.
func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "“\(line.count <= 90 ? line : line.prefix(87) + "…")”"
}

func shortID(_ key: Message.Key) -> String { String(Reviews.id(of: key).prefix(MessageIDs.shown)) }
