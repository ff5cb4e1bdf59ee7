import Publication

/// Collects what is wrong with a catalog, and stops where the list would help nobody.
struct CatalogProblems {
    let file: SourceFile
    private(set) var found: [Diagnostic] = []
    private var unlisted = 0

    /// A file of another kind may be wrong in every line, and each line shown costs a walk through the file.
    private static let limit = 100

    init(in file: SourceFile) { self.file = file }

    var hasErrors: Bool { found.contains { $0.severity == .error } }

    mutating func add(_ place: POLexer.Place, _ message: String, help: String, rule: Rule = .catalog) {
        guard found.count < CatalogProblems.limit else {
            unlisted += 1
            return
        }
        found.append(file.problem(rule, line: place.line, column: place.column, length: place.length, message, help: help))
    }

    /// All of them, and how many more there are.
    var listed: [Diagnostic] {
        guard unlisted > 0 else { return found }
        return found + [file.problem(
            .catalog, "\(unlisted) more problems in this catalog", help: "Mend those that are listed first; is this really a PO file?")]
    }
}
