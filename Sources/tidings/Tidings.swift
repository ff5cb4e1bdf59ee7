import ArgumentParser
import Foundation

/// The command line: arguments in, reports and exit codes out.
@main
struct Tidings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tidings",
        abstract: "Makes a community's plans, values, survey summaries and news into an accessible website.",
        discussion: """
            Write Markdown documents in content/, then run `tidings build` in the folder that holds it: the site is in \
            site/, ready to be put on any web server.

            EXAMPLE
              tidings build
            """,
        version: "0.1.0",
        subcommands: [Build.self, Check.self, Explain.self, PlanCommand.self, SurveyCommand.self, Translations.self])

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            if let mistake = WrongUse.unknownCommand(in: arguments) { throw mistake }
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch {
            end(with: error, arguments: arguments)
        }
    }

    /// Wrong use ends with 2, as for the programs that people know; help and version, which come as errors too, with 0.
    private static func end(with error: any Error, arguments: [String]) -> Never {
        if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
        guard error is WrongUse || exitCode(for: error) != .success else { exit(withError: error) }
        let mistake = error as? WrongUse ?? WrongUse(message: fullMessage(for: error), arguments: arguments)
        Console.error.write(mistake.message + "\n")
        Foundation.exit(2)
    }
}
