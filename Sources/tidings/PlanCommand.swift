import ArgumentParser
import Building
import Foundation
import Publication

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Work on plans: write numbers into them.",
        subcommands: [PlanNumber.self])
}

struct PlanNumber: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "number",
        abstract: "Write the numbers of goals, objectives and outcomes into a plan.",
        discussion: """
            A plan whose goals, objectives and outcomes have no numbers is numbered in order when it is built: Goal 1, \
            Objective 1.1, outcome 1.1a. People cite these numbers and links lead to them, so they should stay when \
            something is put in between. This writes them into the file, beside what has none, and changes nothing else.

            EXAMPLE
              tidings plan number content/plans/district-plan.md

            EXIT STATUS
              0  the numbers are written, or were there
              1  a file is no plan, or has problems: nothing was written
              2  wrong use, or the machine stands in the way
            """)

    @Argument(help: ArgumentHelp("The plans.", valueName: "file"), completion: .file(extensions: ["md"]))
    var files: [String]

    func run() throws {
        let read = try files.map { file -> (file: String, numbering: PlanNumbering) in
            guard let bytes = FileManager.default.contents(atPath: file) else {
                Console.error.write("tidings: ‘\(file)’ cannot be read\n  fix: Check the path.\n")
                throw ExitCode(2)
            }
            let (document, problems) = DocumentReader().read(SourceFile(path: file, bytes: Array(bytes)), path: file)
            let errors = problems.filter { $0.severity == .error }
            guard errors.isEmpty, let document, document.kind == .plan else {
                Console.error.write(errors.map { $0.description + "\n" }.joined())
                if errors.isEmpty { Console.error.write("tidings: ‘\(file)’ is no plan\n  fix: Give it the key `kind: plan` in its front matter.\n") }
                throw ExitCode(1)
            }
            return (file, PlanNumbering(document))
        }
        for (file, numbering) in read {
            if let bytes = numbering.bytes {
                do {
                    _ = try writeFiles([(file, bytes)], in: file.hasPrefix("/") ? "" : ".")
                } catch let failure {
                    Console.error.write("tidings: \(failure.message)\n  fix: \(failure.help)\n")
                    throw ExitCode(2)
                }
            }
            let count = numbering.count
            Console.output.write("\(file): \(count == 0 ? "has all its numbers" : "\(count) number\(count == 1 ? "" : "s") written").\n")
        }
    }
}
