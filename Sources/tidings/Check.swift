import ArgumentParser
import Building
import Foundation
import Publication

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a publication for mistakes, gaps and open questions.",
        discussion: """
            Reads content/ and themes/ in FOLDER as a build does, writes nothing, and shows all that should be looked at. \
            Errors are what a build stops at. Warnings are things that are missing or late, such as a role that no plan \
            names, or an outcome that was due and of which no report speaks. Questions are for a person: what can be \
            meant in two ways, as “Spring 2022” or two names that may be of one thing. They are never guessed.

            The name in brackets behind each problem is its rule: name it to see the problems of that rule alone. \
            `tidings explain RULE` says why it is there and how to mend what breaks it; `rules` in publication.yaml can \
            make a rule stricter or milder, or turn it off, with a reason.

            EXAMPLES
              tidings check
              tidings check ~/district
              tidings check --only open-question
              tidings check --only missing-report missing-evidence
              tidings check --format github
              tidings check --reading

            EXIT STATUS
              0  the publication has no errors; it may have warnings and questions
              1  the content has errors
              2  wrong use, or the machine stands in the way
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, sarif, github }

    @Argument(help: ArgumentHelp("The folder that holds content/; the one in which you are, if none is given.", valueName: "folder"), completion: .directory)
    var words: [String] = []

    @Option(
        help: ArgumentHelp("Show the problems of these rules alone; commas or spaces between several.", valueName: "rule"),
        completion: .list(Rule.allCases.map(\.rawValue)))
    var only: [String] = []

    @Option(
        help: ArgumentHelp(
            "How to show them: text for people, json and sarif for programs, github for notes beside a change on GitHub.", valueName: "format"))
    var format = Format.text

    @Flag(help: "Also list how hard each document is to read, with its hardest sentences, in each language that has a formula. For text and json.")
    var reading = false

    func validate() throws {
        _ = try rules()
        _ = try folder()
        if reading, format != .text, format != .json { throw ValidationError("‘--reading’ goes with text and json: \(format.rawValue) has no place for it.") }
    }

    func run() throws {
        var path = try folder()
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        do {
            var report = try check(path, options: BuildOptions { today(in: $0) })
            let rules = try rules()
            if !rules.isEmpty { report = report.only(rules) }
            let text = CheckText(report: report, folder: path, listsReadings: reading)
            switch format {
            case .text: Console.output.write((reading ? ReadingList(readings: report.readings).text + "\n" : "") + text.text)
            case .json: Console.output.write(text.json)
            case .sarif: Console.output.write(text.sarif)
            case .github: Console.output.write(text.github)
            }
            if report.errors > 0 { throw ExitCode(1) }
        } catch let failure as BuildFailure {
            if format == .json { Console.output.write(CheckText.json(of: failure)) }
            Console.error.write("tidings: \(failure.message)\n  fix: \(failure.help)\n")
            throw ExitCode(2)
        }
    }

    private func rules() throws -> Set<Rule> {
        let names = only.flatMap { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }.filter { !$0.isEmpty }
        if !only.isEmpty, names.isEmpty { throw ValidationError("‘--only’ names no rule. `tidings explain` lists all rules.") }
        return Set(try names.map { try Rule(named: $0) } + words.filter(isRule).map { try Rule(named: $0) })
    }

    /// `--only a b`: behind `--only`, a rule's name is no folder.
    private func isRule(_ word: String) -> Bool {
        !only.isEmpty && Rule(rawValue: word) != nil
    }

    private func folder() throws -> String {
        let folders = words.filter { !isRule($0) }
        guard folders.count > 1 else { return folders.first ?? "." }
        let name = only.isEmpty ? folders[1] : folders.last { !FileManager.default.fileExists(atPath: $0) } ?? folders[1]
        if !only.isEmpty, nearest(to: name, among: Rule.allCases.map(\.rawValue)) != nil { _ = try Rule(named: name) }
        throw ValidationError("Unexpected argument '\(name)'")
    }
}
