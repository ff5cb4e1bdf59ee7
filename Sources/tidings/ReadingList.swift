import Checking

/// How hard documents are to read, in words for people.
struct ReadingList {
    let readings: [DocumentReading]

    /// ```
    /// en, by Flesch–Kincaid
    ///     grade 6.2   412 words  content/contact.md: lines 8 and 20
    /// ```
    var text: String {
        var languages: [String] = []
        for reading in readings where !languages.contains(reading.language.code) { languages.append(reading.language.code) }
        return languages.map { language in
            let own = readings.filter { $0.language.code == language }
            guard let formula = Readability.Formula(own[0].language) else {
                return "\(language): no formula is known for this language\n"
            }
            return "\(language), by \(formula.name)\n" + own.map(line).joined()
        }.joined(separator: "\n")
    }

    private func line(_ reading: DocumentReading) -> String {
        let level = reading.readability.map { readability in
            let score = Readability.decimal(readability.score)
            return readability.band.map { "\(score), \($0.rawValue)" } ?? "grade \(score)"
        } ?? "too short"
        let name = reading.file.hasSuffix(".po") ? "\(reading.file), ‘\(reading.title)’" : reading.file
        let lines = reading.hardestLines.isEmpty ? "" : ": hard in line \(Set(reading.hardestLines).sorted().map(String.init).joined(separator: ", "))"
        return "  \(padded(level, 18)) \(padded("\(reading.words) words", 11)) \(name)\(lines)\n"
    }

    private func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
}
