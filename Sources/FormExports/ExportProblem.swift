/// Why an export could not be summarized: where, what is wrong, and how to mend it.
package struct ExportProblem: Error, Sendable, Equatable {
    /// Counted from 1; nil where the file as a whole is meant.
    package let line: Int?
    /// Counted from 1, in Unicode scalars of the line.
    package let column: Int?
    /// Lower case, one clause or two, no full stop.
    package let message: String
    /// How to mend it: a sentence.
    package let help: String
    /// Whether the caller's words are wrong, not the file.
    package var isWrongUse = false
    /// Whether the file holds nothing.
    var isOfEmptyFile: Bool { self == ExportProblem.emptyFile }

    static let emptyFile = ExportProblem("the file is empty", help: "Export the responses anew, as CSV.")

    package init(line: Int? = nil, column: Int? = nil, _ message: String, help: String, isWrongUse: Bool = false) {
        self.line = line
        self.column = column
        self.message = message
        self.help = help
        self.isWrongUse = isWrongUse
    }

    /// `climate.csv:3:7: error: …`, with the way to mend it below.
    package func description(of file: String) -> String {
        let place = line.map { ":\($0):\(column ?? 1)" } ?? ""
        return "\(file)\(place): error: \(message)\n  fix: \(help)\n"
    }
}
