import ArgumentParser
import Building
import Publication
import Translation

struct TranslationsUpdate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Bring the catalogs up to date with the publication.",
        discussion: """
            Writes content/translations/messages.pot, and each language's catalog. Translations whose text is unchanged stay \
            as they are; where a text changed, its translation is marked as fuzzy, with the text as it was, for a \
            translator to look at. A language without a catalog gets one. Run twice, it changes nothing.

            EXAMPLES
              tidings translations update
              tidings translations update es ht

            EXIT STATUS
              0  the catalogs are up to date
              1  the publication has errors, or a catalog cannot be read: nothing was written
              2  wrong use, or the machine stands in the way
            """)

    @Argument(help: ArgumentHelp("Only these languages.", valueName: "lang"))
    var languages: [String] = []

    @OptionGroup var folder: TranslationsFolder
    @OptionGroup var day: DayOption

    func run() throws {
        let texts = try folder.read()
        let chosen = try folder.languages(languages, of: texts)
        let template = CatalogTemplate(texts.messages), title = texts.settings.title
        let merger = CatalogMerger(template)
        var files = [(path: CatalogTemplate.path, bytes: template.file(title: title).written())]
        var reviews = texts.reviews
        var updates: [CatalogUpdate] = []
        for language in chosen {
            let update = merger.merge(texts.catalogs[language]?.files ?? [], into: language, title: title, on: day.date(of: texts))
            files += update.files.map { ($0.path, $0.catalog.written()) }
            reviews = reviews.renewing(update.renewed, in: language, isReviewed: true)
            updates.append(update)
        }
        if reviews.records != texts.reviews.records { files.append((Reviews.path, reviews.written())) }
        let written = Set(try folder.write(files))
        let isSame = !written.contains(CatalogTemplate.path)
        Console.output.write("\(counted(template.entries.count, "message")) in \(CatalogTemplate.path)\(isSame ? ", unchanged" : "").\n")
        for update in updates { Console.output.write(report(update, texts, written)) }
        if texts.settings.languages.count == 1 {
            Console.output.write("The publication has one language only: add others to `languages` in content/publication.yaml.\n")
        }
    }

    private func report(_ update: CatalogUpdate, _ texts: PublicationTexts, _ written: Set<String>) -> String {
        let paths = update.files.map(\.path)
        let isNew = texts.catalogs[update.language] == nil
        let rules = update.otherRules.map {
            "  Its messages were found by the rules \($0), says its header, and by the rules \(CatalogTemplate.extractionRules) now: "
                + "was another version of tidings here?\n"
        } ?? ""
        if paths.allSatisfy({ !written.contains($0) }) { return "\(update.language): up to date.\n" + rules }
        var parts = ["\(update.kept) as before"]
        if !update.trivial.isEmpty { parts.append("\(update.trivial.count) kept though quotation marks, dashes or spaces changed") }
        if !update.fuzzy.isEmpty { parts.append("\(update.fuzzy.count) to look at again") }
        if !update.new.isEmpty { parts.append("\(update.new.count) to translate") }
        if !update.vanished.isEmpty { parts.append("\(update.vanished.count) no longer needed, kept as obsolete") }
        if !update.revived.isEmpty { parts.append("\(update.revived.count) needed again") }
        let place = (isNew ? "a new catalog, " : "") + (paths.count == 1 ? paths[0] : "\(paths.count) files")
        var text = "\(update.language): \(place): \(parts.joined(separator: ", ")).\n" + rules
        text += list(update.fuzzy.map { ($0.key, why($0.reason) + " " + quoted($0.key.text)) }, "Look at again:")
        text += list(update.revived.map { ($0, quoted($0.text)) }, "Needed again, please check:")
        return text
    }

    private func why(_ reason: CatalogUpdate.Reason) -> String {
        switch reason {
        case .numbers: "numbers changed:"
        case .words: "words changed:"
        case .context: "another context:"
        case .alike: "like another text:"
        }
    }

    private func list(_ items: [(key: Message.Key, text: String)], _ title: String) -> String {
        guard !items.isEmpty else { return "" }
        let shown = items.prefix(10).map { "    \(shortID($0.key))  \($0.text)\n" }.joined()
        return "  \(title)\n" + shown + (items.count > 10 ? "    … and \(items.count - 10) more\n" : "")
    }
}
