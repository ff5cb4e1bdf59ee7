import ArgumentParser
import Foundation
import FormExports
import Publication

struct SurveyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract: "Work on surveys: make a summary of a form tool's responses.",
        subcommands: [SurveySummarize.self])
}

struct SurveySummarize: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize",
        abstract: "Make a survey summary document of a form tool's responses.",
        discussion: """
            FILE is the raw export of Google Forms (its CSV or its sheet's), Microsoft Forms, SurveyMonkey or Qualtrics, or \
            any table with a question a column. The document goes to standard output, as a draft that you finish: it has the \
            questions with their counts, and places for what you heard, your reflections and what you will do. What was \
            guessed and what was left out is told on standard error.
            No count below the threshold is written, no comment, and no column that finds a person. Keep the export itself \
            outside of content/.
            Options that hold commas, or that few people chose, are known from a file of lines such as \
            `Which news do you read?: Letters, on paper | E-mail | None`.

            EXAMPLES
              tidings survey summarize responses.csv > content/surveys/climate-2022.md
              tidings survey summarize responses.csv --by "language" --options options.txt --title "School climate 2022" > climate.md
              tidings survey summarize respuestas.csv --language es --comments ~/comments.txt > clima-2022.md

            EXIT STATUS
              0  the document is written
              1  the file cannot be read as responses, or has too few: nothing was written
              2  wrong use, or the machine stands in the way
            """)

    @Argument(help: ArgumentHelp("The export.", valueName: "file"), completion: .file(extensions: ["csv", "tsv", "txt"]))
    var file: String

    @Option(help: ArgumentHelp("The question whose answers make the groups: words of it, or its column's number.", valueName: "column"))
    var by: String?

    @Option(help: ArgumentHelp("A file of `Question: option | option` lines.", valueName: "file"), completion: .file())
    var options: String?

    @Option(help: ArgumentHelp("The document's title.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("The language of the document's headings: en, es, pt or fr.", valueName: "lang"))
    var language: SummaryLanguage = .english

    @Option(help: ArgumentHelp("Who answered: people or households.", valueName: "unit"))
    var unit: SummaryUnit = .people

    @Option(help: ArgumentHelp("Write no count below this; never under 5 without --reason.", valueName: "n"))
    var suppressBelow = 10

    @Option(help: ArgumentHelp("Why counts below 5 may be written.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("Write what people typed to this file, for staff to read; never into content/.", valueName: "file"), completion: .file())
    var comments: String?

    func validate() throws {
        guard suppressBelow >= 1 else { throw ValidationError("--suppress-below needs a number from 5.") }
        if suppressBelow < 5, (reason ?? "").allSatisfy(\.isWhitespace) {
            throw ValidationError("--suppress-below \(suppressBelow) lets single people be found. Choose 5 or more, or write why not: --reason \"…\".")
        }
        if let comments, URL(filePath: comments).standardizedFileURL.pathComponents.contains("content") {
            throw ValidationError("--comments '\(comments)' lies in content/, and comments may name people. Choose a place that is not published.")
        }
    }

    func run() throws {
        var settings = SurveySummary.Options(by: by, title: title)
        settings.language = language
        settings.unit = unit
        settings.threshold = suppressBelow
        settings.thresholdReason = reason
        settings.wantsComments = comments != nil
        // What a site would withhold, and what says of two hidden counts that both are small.
        settings.protect = { table in
            let ways = [false, true].map { table.withheld(besides: table.withheldByDisclosure(sparing: $0)) }
            return ways.min { $0.joined().count { $0 } < $1.joined().count { $0 } }!
        }
        if let options { settings.declaredOptions = try text(of: options) }
        let summary = try summary(settings)
        if let comments { try write(summary.comments ?? "", to: comments) }
        Console.output.write(summary.document)
        Console.error.write(summary.notes.map { "\(file): \($0)\n" }.joined())
    }

    private func summary(_ settings: SurveySummary.Options) throws -> SurveySummary {
        do {
            return try SurveySummary(of: source(), settings)
        } catch let problem as ExportProblem {
            Console.error.write(problem.isWrongUse ? "tidings: \(problem.message)\n  fix: \(problem.help)\n" : problem.description(of: file))
            throw ExitCode(problem.isWrongUse ? 2 : 1)
        } catch let error where !(error is ExitCode) {
            throw unreadable(file, error)
        }
    }

    /// The export, a piece at a time; a pipe, which can be read but once, in whole.
    private func source() throws -> ExportSource {
        var status = stat()
        guard stat(file, &status) == 0 else { throw posixError(errno) }
        if status.st_mode & S_IFMT == S_IFDIR { throw posixError(EISDIR) }
        guard status.st_mode & S_IFMT == S_IFREG else { return ExportSource(Array(try opened(file, O_RDONLY).readToEnd() ?? Data())) }
        return ExportSource(opening: {
            let handle = try opened(file, O_RDONLY)
            return { Array(try handle.read(upToCount: 1 << 18) ?? Data()) }
        })
    }

    private func opened(_ path: String, _ flags: Int32) throws -> FileHandle {
        let descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw posixError(errno) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    private func posixError(_ code: Int32) -> POSIXError { POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }

    private func text(of path: String) throws -> String {
        do {
            return ExportSource.text(Array(try Data(contentsOf: URL(filePath: path))))
        } catch {
            throw unreadable(path, error)
        }
    }

    private func write(_ text: String, to path: String) throws {
        do {
            // For staff's eyes: nobody else's on a shared machine.
            let handle = try opened(path, O_WRONLY | O_CREAT | O_TRUNC)
            try handle.write(contentsOf: Data(text.utf8))
            try handle.close()
        } catch {
            Console.error.write("tidings: ‘\(path)’ cannot be written: \(reason(of: error))\n  fix: Choose another place.\n")
            throw ExitCode(2)
        }
    }

    private func unreadable(_ path: String, _ error: any Error) -> ExitCode {
        Console.error.write("tidings: ‘\(path)’ cannot be read: \(reason(of: error))\n  fix: Check the path.\n")
        return ExitCode(2)
    }

    private func reason(of error: any Error) -> String {
        let code = (error as? POSIXError)?.code ?? ((error as? CocoaError)?.underlying as? POSIXError)?.code
        return code.map { String(cString: strerror($0.rawValue)) } ?? error.localizedDescription
    }
}

extension SummaryLanguage: ExpressibleByArgument {}
extension SummaryUnit: ExpressibleByArgument {}

extension CountTable {
    /// What a site would withhold of it, and knows to be safe: the sums of rows and columns are known to readers.
    /// - Parameter isSparing: whether it begins with what a look at each row and column withholds.
    fileprivate func withheldByDisclosure(sparing isSparing: Bool) -> [[Bool]] {
        let width = rows.first?.count ?? 0
        var values = rows.flatMap { $0 }, sums: [DisclosureProblem.Sum] = []
        var preference = [Int](repeating: 1, count: values.count)
        if addsUpAcross, width > 1 {
            for row in rows.indices {
                let last = row * width + width - 1
                sums.append(.init(total: last, parts: Array(row * width..<last)))
                preference[last] = 4
            }
        }
        if addsUpDown {
            for column in 0..<width {
                let parts = rows.indices.map { $0 * width + column }
                values.append(parts.reduce(0) { $0 + values[$1] })
                preference.append(16)
                sums.append(.init(total: values.count - 1, parts: parts))
            }
        }
        if isSparing {
            for (row, cells) in withheld.enumerated() { for (column, isHidden) in cells.enumerated() where isHidden { preference[row * width + column] = 0 } }
        }
        let disclosure = Disclosure(DisclosureProblem(values: values, sums: sums, preference: preference, threshold: threshold))
        return rows.indices.map { row in (0..<width).map { disclosure.isWithheld[row * width + $0] } }
    }
}
