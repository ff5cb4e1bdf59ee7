import ArgumentParser
import Foundation
import Publication

/// What is wrong with a command line, and what may have been meant.
struct WrongUse: Error {
    let message: String

    private init(message: String) { self.message = message }

    /// What the parser says, with a suggestion where it has none of its own.
    init(message: String, arguments: [String]) {
        var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let hint = WrongUse.hint(on: lines[0], arguments: arguments) { lines[0] += ". " + hint }
        self.message = lines.joined(separator: "\n")
    }

    /// The parser takes a word that it does not know for an argument too many, or shows its general help.
    static func unknownCommand(in arguments: [String]) -> WrongUse? {
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let word = words.first, !word.hasPrefix("-"), !commandNames.contains(word) else { return nil }
        let isFolder = FileManager.default.fileExists(atPath: word + "/content")
        let meant = isFolder ? "tidings build \(word)" : nearest(to: word, among: commandNames)
        return WrongUse(message: """
            Error: There is no command '\(word)'\(meant.map { ". Did you mean '\($0)'?" } ?? "")
            Commands: \(commandNames.joined(separator: ", "))
              See 'tidings --help' for more information.
            """)
    }

    private static var commandNames: [String] { Tidings.configuration.subcommands.map { $0._commandName } + ["help"] }

    private static func hint(on message: String, arguments: [String]) -> String? {
        if message.contains("nexpected argument") {
            return "A name with spaces needs quotation marks around it"
        }
        guard message.hasPrefix("Error: Unknown option "), !message.contains("Did you mean"),
            let option = message.split(separator: "'").dropFirst().first
        else { return nil }
        return meant(by: String(option), arguments: arguments).map { "Did you mean '\($0)'?" }
    }

    private static func meant(by option: String, arguments: [String]) -> String? {
        let command = Tidings.configuration.subcommands.first { $0._commandName == arguments.first }
        if let near = near(option, among: options(of: command ?? Tidings.self)) { return near }
        guard command == nil else { return nil }
        for command in Tidings.configuration.subcommands {
            let options = options(of: command)
            if let near = options.contains(option) ? option : near(option, among: options) {
                return "tidings \(command._commandName) \(near)"
            }
        }
        return nil
    }

    private static func near(_ option: String, among options: [String]) -> String? {
        // A letter alone may stand for the word that begins with it.
        option.hasPrefix("--") ? nearest(to: option, among: options) : options.first { $0.hasPrefix("-" + option.lowercased()) }
    }

    /// The long names of a command's options, in the order of its help.
    private static func options(of command: any ParsableCommand.Type) -> [String] {
        Tidings.helpMessage(for: command).split { !($0.isLetter || $0 == "-") }.map(String.init).filter { $0.hasPrefix("--") }
    }
}
