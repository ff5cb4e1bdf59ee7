import ArgumentParser
import Foundation
import Publication

/// The command line: arguments in, reports and exit codes out.
@main
struct Tidings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tidings",
        abstract: "Makes a community's plans, values, survey summaries and news into an accessible website.",
        discussion: """
            Write Markdown documents in content/, then run `tidings build` in the folder that holds it:
            the site is in site/, ready to be put on any web server.

            EXAMPLE
              tidings build
            """,
        version: "0.1.0",
        subcommands: [Build.self])

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch {
            end(with: error, arguments: arguments)
        }
    }

    /// Wrong use ends with 2, as for the programs that people know; help and version, which come as errors too, with 0.
    private static func end(with error: any Error, arguments: [String]) -> Never {
        if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
        guard exitCode(for: error) != .success else { exit(withError: error) }
        var text = fullMessage(for: error)
        if let word = arguments.first, !word.hasPrefix("-"), !commandNames.contains(word) {
            let near = nearest(to: word, among: commandNames).map { " Did you mean ‘\($0)’?" } ?? ""
            text = "Error: there is no command ‘\(word)’.\(near)\nCommands: \(commandNames.joined(separator: ", ")). See 'tidings --help' for more information."
        }
        Console.error.write(text + "\n")
        Foundation.exit(2)
    }

    private static var commandNames: [String] {
        configuration.subcommands.map { $0._commandName } + ["help"]
    }
}
