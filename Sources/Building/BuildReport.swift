import Publication

/// What came of a build.
package struct BuildReport: Sendable {
    /// Sorted by file, line and column.
    package let problems: [Diagnostic]
    package let output: String
    /// Pages that readers are offered: redirects and the page for missing addresses are not counted.
    package let pages: Int
    package let languages: [LanguageTag]
    package let withheld: [Publication.Withheld]
    /// Nil where nothing was published, because of errors.
    package let result: PublishingResult?

    package var errors: Int { problems.count { $0.severity == .error } }
    package var warnings: Int { problems.count { $0.severity == .warning } }

    static func failed(_ problems: [Diagnostic], output: String) -> BuildReport {
        BuildReport(problems: problems.sorted(), output: output, pages: 0, languages: [], withheld: [], result: nil)
    }
}

/// A build that could not be tried or finished for reasons outside the content.
package struct BuildFailure: Error, Sendable {
    /// What is wrong: lower case, no full stop.
    package let message: String
    /// What to do: a sentence.
    package let help: String

    package init(message: String, help: String) {
        self.message = message
        self.help = help
    }

    init(_ error: PublishingError) {
        self.init(message: error.problem, help: error.help.prefix(1).uppercased() + error.help.dropFirst() + ".")
    }
}
