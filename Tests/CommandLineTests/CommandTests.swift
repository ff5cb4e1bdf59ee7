import Foundation
import Testing

/// What the command line says to those who look for help, and to those who mistype.
@Suite struct CommandTests {
    @Test(arguments: [[], ["--help"], ["-h"], ["help"]]) func helpShowsWhatToDo(_ arguments: [String]) async throws {
        let result = try await Program.run(arguments)
        #expect(result.status == 0 && result.error == "")
        #expect(result.output.contains("EXAMPLE\n  tidings build\n"))
        #expect(result.output.contains("  build                   Build the site of a publication."))
    }

    @Test(arguments: [["help", "build"], ["build", "--help"], ["build", "-h"]])
    func helpOfACommandShowsExamplesAndExitCodes(_ arguments: [String]) async throws {
        let result = try await Program.run(arguments)
        #expect(result.status == 0 && result.error == "")
        #expect(result.output.contains("EXAMPLES\n  tidings build\n  tidings build ~/district --output /var/www/district\n"))
        #expect(result.output.contains("EXIT STATUS\n  0  the site is built\n  1  "))
        for option in ["--output <dir>", "--drafts", "--json"] { #expect(result.output.contains("\n  \(option) "), "\(option)") }
    }

    @Test func theVersionIsANumber() async throws {
        let result = try await Program.run("--version")
        #expect(result.status == 0 && result.error == "")
        #expect(try #/\d+\.\d+\.\d+\n/#.wholeMatch(in: result.output) != nil)
    }

    @Test(arguments: [
        (["biuld"], "There is no command 'biuld'. Did you mean 'build'?"),
        (["Build"], "There is no command 'Build'. Did you mean 'build'?"),
        (["biuld", "--help"], "There is no command 'biuld'. Did you mean 'build'?"),
        (["help", "biuld"], "There is no command 'biuld'. Did you mean 'build'?"),
        (["publish-everything"], "There is no command 'publish-everything'\nCommands: build, check, explain, plan, survey, translations, help\n"),
        (["build", "--ouput", "x"], "Unknown option '--ouput'. Did you mean '--output'?"),
        (["build", "--outptu=x"], "Unknown option '--outptu'. Did you mean '--output'?"),
        (["build", "--draft"], "Unknown option '--draft'. Did you mean '--drafts'?"),
        (["build", "--hlep"], "Unknown option '--hlep'. Did you mean '--help'?"),
        (["build", "-o", "x"], "Unknown option '-o'. Did you mean '--output'?"),
        (["--halp"], "Unknown option '--halp'. Did you mean '--help'?"),
        (["-V"], "Unknown option '-V'. Did you mean '--version'?"),
        (["--output", "x"], "Unknown option '--output'. Did you mean 'tidings build --output'?"),
        (["--ouput"], "Unknown option '--ouput'. Did you mean 'tidings build --output'?"),
        (["build", "--zzz"], "Unknown option '--zzz'\nUsage: tidings build "),
        (["build", "--output"], "Missing value for '--output <dir>'"),
        (["build", "My", "District"], "Unexpected argument 'District'. A name with spaces needs quotation marks around it"),
        (["build", "--today", "2022-02-30"], "‘2022-02-30’ is no date: write it as 2022-03-09."),
    ])
    func aMistypedWordGetsASuggestion(_ arguments: [String], _ expected: String) async throws {
        let result = try await Program.run(arguments)
        #expect(result.status == 2 && result.output == "")
        #expect(result.error.hasPrefix("Error: " + expected), "\(result.error)")
        #expect(result.error.contains("--help' for more information.\n"))
    }

    @Test func aFolderInTheCommandsPlaceIsRecognized() async throws {
        let scratch = try Scratch.publication(in: "district")
        let result = try await Program.run("district", in: scratch.path)
        #expect(result.status == 2)
        #expect(result.error.hasPrefix("Error: There is no command 'district'. Did you mean 'tidings build district'?\n"))
    }

    @Test(arguments: [("bash", "complete -o filenames -F _tidings tidings"), ("zsh", "#compdef tidings"), ("fish", "complete -c 'tidings'")])
    func shellsCanCompleteWhatIsTyped(_ shell: String, _ line: String) async throws {
        let result = try await Program.run("--generate-completion-script", shell)
        #expect(result.status == 0 && result.error == "")
        #expect(result.output.contains(line))
        for word in ["build", "output", "drafts", "json"] { #expect(result.output.contains(word)) }
    }
}
