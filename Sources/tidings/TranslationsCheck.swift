import ArgumentParser
import Publication
import Translation

struct TranslationsCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check translations for what would harm a page, and for doubts.",
        discussion: """
            Reads the catalogs in content/translations/ of FOLDER against the documents, in the languages LANG or in all.
            What would harm a page blocks: the build shows the source's text in its place, and goes on. That is HTML that may \
            not stand, links or placeholders that are not the source's, markup that does not close, and hidden characters \
            that turn the direction of words. All else, such as a number that is missing, is shown, and named here \
            for somebody to look at. Fuzzy translations are not shown, and not checked.

            EXAMPLES
              tidings translations check
              tidings translations check es zh-Hans --folder ~/district
              tidings translations check --strict

            EXIT STATUS
              0  the translations are checked; with --strict, none is blocked
              1  with --strict, a translation is blocked; or one breaks a rule that publication.yaml holds to be an error; or
                 documents or catalogs cannot be read
              2  wrong use, or the machine stands in the way
            """)

    @Argument(help: ArgumentHelp("The languages to check (default: all that the publication has).", valueName: "lang"))
    var languages: [String] = []

    @Flag(help: "End with status 1 where a translation is blocked.")
    var strict = false

    @OptionGroup var publication: TranslationsFolder

    func run() throws {
        let texts = try publication.read()
        let wanted = try publication.languages(languages, of: texts)
        var blocked = 0, errors = 0
        for language in wanted {
            guard let catalog = texts.catalogs[language] else {
                Console.output.write("\(language): no catalog yet. `tidings translations update \(language)` makes one.\n")
                continue
            }
            let found = texts.settings.rules.judged(
                TranslationCheck.problems(of: catalog, messages: texts.messages, settings: texts.settings, includingWarnings: true))
            let blocking = found.count { $0.rule.blocksTranslation }
            blocked += blocking
            errors += found.count { $0.severity == .error }
            Console.error.write(found.map(\.description).joined())
            let doubts = found.count - blocking
            Console.output.write("\(language): \(found.isEmpty ? "nothing to mend" : "\(blocking) blocked, \(doubts) \(doubts == 1 ? "doubt" : "doubts")").\n")
        }
        if wanted.isEmpty { Console.output.write("The publication has one language only: list others under `languages` in content/publication.yaml.\n") }
        if errors > 0 || strict && blocked > 0 { throw ExitCode(1) }
    }
}
