import ArgumentParser
import Building
import Foundation
import Publication

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the site of a publication.",
        discussion: """
            Reads content/ and themes/ in FOLDER and writes the site. Where the content has errors, all of them are \
            shown, and the site that was there stays as it is.

            EXAMPLES
              tidings build
              tidings build ~/district --output /var/www/district
              tidings build --drafts

            EXIT STATUS
              0  the site is built
              1  the content has errors: nothing was published
              2  wrong use, or the machine stands in the way
            """)

    @Argument(help: ArgumentHelp("The folder that holds content/.", valueName: "folder"), completion: .directory)
    var folder = "."

    @Option(help: ArgumentHelp("The folder to write the site to (default: site/ in the publication's folder).", valueName: "dir"), completion: .directory)
    var output: String?

    @Flag(help: "Publish drafts too, to look at them.")
    var drafts = false

    @Flag(help: "Add editions in two languages that nobody speaks, en-XA and ar-XB, to see what cannot be translated or turned round; needs --output, since no site for readers may have them.")
    var pseudo = false

    @Flag(help: "Print the report as JSON, for programs.")
    var json = false

    @Option(name: .customLong("today"), help: ArgumentHelp("Build as if it were this day, YYYY-MM-DD: for documents that are published from or until a day.", valueName: "date"))
    var day: String?

    func validate() throws {
        if pseudo, output == nil {
            throw ValidationError("‘--pseudo’ makes pages for no reader: name a folder of their own, as in: tidings build --pseudo --output /tmp/pseudo")
        }
        if pseudo, let output, URL(filePath: expanded(output)).standardizedFileURL == URL(filePath: expanded(folder) + "/site").standardizedFileURL {
            throw ValidationError("‘--pseudo’ makes pages for no reader, and site/ is for readers: name another folder, as in --output /tmp/pseudo")
        }
        if let day, CalendarDate(day) == nil { throw ValidationError("‘\(day)’ is no date: write it as 2022-03-09.") }
    }

    func run() throws {
        let start = ContinuousClock.now
        let fixedDay = day.flatMap { CalendarDate($0) }
        let options = BuildOptions(output: output.map { expanded($0) }, includingDrafts: drafts, withPseudoLocales: pseudo) { fixedDay ?? today(in: $0) }
        let bar = ProgressBar()
        do {
            let report = try build(expanded(folder), options: options) { bar.show($0) }
            bar.clear()
            let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
            let text = ReportText(report: report, seconds: seconds)
            Console.error.write(json ? "" : text.problems)
            Console.output.write(json ? text.json : text.summary)
            if report.result == nil { throw ExitCode(1) }
        } catch let failure as BuildFailure {
            bar.clear()
            if json { Console.output.write(ReportText.json(of: failure)) }
            Console.error.write("tidings: \(failure.message)\n  fix: \(failure.help)\n")
            throw ExitCode(2)
        }
    }

    /// Without the slashes that shell completion puts at a folder's end, and with the home folder for a `~` that the
    /// shell has left, as it does in `--output=~/site`.
    private func expanded(_ path: String) -> String {
        var path = path
        if path == "~" || path.hasPrefix("~/") { path = home + path.dropFirst() }
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    private var home: String { ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory() }
}
