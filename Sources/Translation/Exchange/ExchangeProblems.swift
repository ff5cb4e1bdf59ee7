import Publication

/// Rows that could not be taken as they are, listed as far as a list helps: each line shown costs a walk through the file.
struct ExchangeProblems: Sendable {
    let file: SourceFile
    private var found: [Diagnostic] = []
    private var unlisted = 0

    private static let limit = 100

    init(in file: SourceFile) { self.file = file }

    mutating func add(_ line: Int, _ message: String, help: String) {
        guard found.count < ExchangeProblems.limit else { return unlisted += 1 }
        found.append(file.problem(.exchangeRow, line: line, message, help: help))
    }

    var listed: [Diagnostic] {
        guard unlisted > 0 else { return found }
        return found + [file.problem(
            .exchangeRow, "\(unlisted) more rows have such problems", help: "Mend those that are listed first; is this the right file?")]
    }
}
