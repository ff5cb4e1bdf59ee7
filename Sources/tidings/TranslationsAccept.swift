import ArgumentParser
import Building
import Publication
import Translation

struct TranslationsAccept: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Say that fuzzy translations still hold.",
        discussion: """
            Where a text changed in a way that its translation need not, as when a slip of the pen was mended, this takes the \
            fuzzy mark away and notes the day and the reason in the catalog. Without an id it lists what is fuzzy.

            EXAMPLES
              tidings translations accept
              tidings translations accept 3f2a9c01 --reason "spelling only"
              tidings translations accept 3f2a9c01 --language es --reason "the Spanish text already said so"

            EXIT STATUS
              0  done
              1  the publication has errors, or nothing was fuzzy: nothing was written
              2  wrong use, or the machine stands in the way
            """)

    @Argument(help: ArgumentHelp("The messages' ids, or as many of their first digits as are needed.", valueName: "id"))
    var ids: [String] = []

    @Option(help: ArgumentHelp("Why the translation holds.", valueName: "text"))
    var reason: String?

    @Option(name: .customLong("language"), help: ArgumentHelp("Only in this language; may be given several times.", valueName: "lang"))
    var languages: [String] = []

    @OptionGroup var folder: TranslationsFolder
    @OptionGroup var day: DayOption

    func validate() throws {
        guard !ids.isEmpty else { return }
        guard let reason, reason.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("Say why the translation holds: --reason \"spelling only\".")
        }
    }

    func run() throws {
        let texts = try folder.read()
        let chosen = try folder.languages(languages, of: texts)
        guard !ids.isEmpty else { return list(chosen, texts) }
        let keys = try folder.messages(ids, of: texts)
        var files: [(path: String, bytes: [UInt8])] = []
        var reviews = texts.reviews
        var lines = ""
        for language in chosen {
            guard let old = texts.catalogs[language] else { continue }
            let (catalog, accepted) = old.accepting(Set(keys), reason: reason ?? "", on: day.date(of: texts))
            if accepted.isEmpty { continue }
            files += catalog.files.map { ($0.path, $0.catalog.written()) }
            let hashes = accepted.map { (old: Reviews.hash($0.previous, $0.translation), new: Reviews.hash($0.key, $0.translation)) }
            reviews = reviews.renewing(hashes, in: language, isReviewed: false)
            lines += accepted.map { "\(language): \(shortID($0.key)) holds: \(quoted($0.translation))\n" }.joined()
        }
        guard !files.isEmpty else {
            let place = chosen.count == 1 ? " in \(chosen[0])" : ""
            Console.error.write("None of these is fuzzy\(place). If the text has just changed, run `tidings translations update` first.\n")
            throw ExitCode(1)
        }
        if reviews.records != texts.reviews.records { files.append((Reviews.path, reviews.written())) }
        _ = try folder.write(files)
        Console.output.write(lines)
    }

    private func list(_ languages: [LanguageTag], _ texts: PublicationTexts) {
        let template = CatalogTemplate(texts.messages)
        var text = ""
        for language in languages {
            guard let catalog = texts.catalogs[language] else { continue }
            for message in template.entries {
                guard catalog.state(of: message.key) == .fuzzy, let entry = catalog.entry(of: message.key) else { continue }
                text += "\(language) \(shortID(message.key))  \(message.comments.first ?? "")\n"
                if entry.translatedKey != message.key { text += "    was: \(quoted(entry.translatedKey.text))\n" }
                text += "    is:  \(quoted(message.key.text))\n    translation: \(quoted(entry.translations.first ?? ""))\n"
            }
        }
        if text.isEmpty { text = "Nothing is fuzzy.\n" } else { text += "If a translation still holds: tidings translations accept ID --reason \"why\"\n" }
        Console.output.write(text)
    }
}
