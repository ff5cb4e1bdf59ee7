import ArgumentParser
import Building
import Publication
import Translation

struct TranslationsReview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Record who made translations, or has read them.",
        discussion: """
            Notes in content/translations/reviews.yaml that someone has read what is translated now. Where a text or its \
            translation changes later, the record no longer holds. People are named by their role, not by their name.
            With --made machine it notes instead that a program translated, and nobody has read it yet; with --made human, \
            that the person with the role in --by translated. What has a record already is then left alone, unless its id is given.

            EXAMPLES
              tidings translations review es --by "district interpreter"
              tidings translations review es --document plans/goals.md --by "parent liaison" --on 2026-11-24
              tidings translations review ht 3f2a9c01 --made machine --tool DeepL

            EXIT STATUS
              0  recorded
              1  the publication has errors, or nothing is translated there: nothing was written
              2  wrong use, or the machine stands in the way
            """)

    @Argument(help: ArgumentHelp("The language.", valueName: "lang"))
    var language: String

    @Argument(help: ArgumentHelp("Only these messages, by their ids.", valueName: "id"))
    var ids: [String] = []

    @Option(help: ArgumentHelp("Only the messages of this document, below content/.", valueName: "path"))
    var document: String?

    @Option(help: ArgumentHelp("The role of who has read it, or translated it.", valueName: "role"))
    var by: String?

    @Option(help: "Who translated: human or machine.")
    var made: Reviews.Origin?

    @Option(help: ArgumentHelp("The program that translated, for --made machine.", valueName: "name"))
    var tool: String?

    @OptionGroup var folder: TranslationsFolder
    @OptionGroup var day: DayOption

    func validate() throws {
        if made == .machine {
            if tool == nil { throw ValidationError("Name the program that translated: --tool NAME.") }
        } else {
            if tool != nil { throw ValidationError("--tool names a program: it goes with --made machine.") }
            if by == nil { throw ValidationError("Say who, by role: --by \"district interpreter\".") }
        }
    }

    func run() throws {
        let texts = try folder.read()
        let language = try folder.languages([language], of: texts)[0]
        let keys = try selected(texts)
        guard let catalog = texts.catalogs[language] else {
            throw folder.end("there is no catalog for ‘\(language)’ yet", "Run `tidings translations update \(language)`.")
        }
        let translated = keys.compactMap { key -> (key: Message.Key, translation: String)? in
            if case .translated(let translation) = catalog.state(of: key) { (key, translation) } else { nil }
        }
        guard !translated.isEmpty else {
            Console.error.write("Nothing of it is translated into \(language), or all of it is fuzzy: nothing to record.\n")
            throw ExitCode(1)
        }
        // Who made them is said of all that is there only where nobody has said so; of single messages, always.
        let isOpen = { (key: Message.Key, translation: String) in texts.reviews.record(key, translation, in: language) == nil }
        let open = made == nil || !ids.isEmpty ? translated : translated.filter(isOpen)
        let isMachine = made == .machine
        let reviews = texts.reviews.recording(
            open, in: language, made: made, by: isMachine ? tool : by, reviewedBy: isMachine ? by : nil, on: day.date(of: texts))
        if !open.isEmpty { _ = try folder.write([(Reviews.path, reviews.written())]) }
        var line = "\(language): \(counted(open.count, "translation")) recorded as "
        line += made == nil ? "reviewed by \(by ?? "")" : "made by \((isMachine ? tool : by) ?? "")"
        if open.count < translated.count { line += "; \(translated.count - open.count) left as recorded before" }
        if translated.count < keys.count { line += "; \(keys.count - translated.count) left out, since they are fuzzy or not translated" }
        Console.output.write(line + ".\n")
    }

    private func selected(_ texts: PublicationTexts) throws -> [Message.Key] {
        var keys = try folder.messages(ids, of: texts)
        if let document {
            let path = document.hasPrefix("content/") ? String(document.dropFirst(8)) : document
            guard let found = texts.messages.documents.first(where: { $0.document.path == path }) else {
                let near = nearest(to: path, among: texts.messages.documents.map(\.document.path))
                throw folder.end("there is no document ‘\(document)’", near.map { "The nearest is ‘\($0)’." } ?? "Write its path below content/.")
            }
            let messages = found.messages.filter(\.isTranslatable).map(\.key)
            keys = ids.isEmpty ? messages : keys.filter(Set(messages).contains)
        } else if ids.isEmpty {
            keys = CatalogTemplate(texts.messages).entries.map(\.key)
        }
        var seen: Set<Message.Key> = []
        return keys.filter { seen.insert($0).inserted }
    }
}

extension Reviews.Origin: ExpressibleByArgument {}
