import Checking

/// How hard documents are to read, in words for people.
struct ReadingList {
    let readings: [DocumentReading]

    /// ```
    /// en, by Flesch–Kincaid
    ///   grade 6.2         412 words   content/contact.md: hard in line 8, 20
    ///   grade 4.1, rough  62 words    content/index.md
    /// ```
    var text: String {
        var languages: [String] = []
        for reading in readings where !languages.contains(reading.language.code) { languages.append(reading.language.code) }
        let isRough = readings.contains { $0.isRough && $0.readability != nil }
        return languages.map { language in
            let own = readings.filter { $0.language.code == language }
            guard let formula = Readability.Formula(own[0].language) else {
                return "\(language): no formula is known for this language\n"
            }
            return "\(language), by \(formula.name)\n" + own.map(line).joined()
        }.joined(separator: "\n") + (isRough ? "\nrough: of fewer than 100 words, for which the formulas were not made.\n" : "")
    }

    private func line(_ reading: DocumentReading) -> String {
        let level = reading.readability.map { readability in
            let score = Readability.decimal(readability.score)
            return (readability.band.map { "\(score), \($0.rawValue)" } ?? "grade \(score)") + (reading.isRough ? ", rough" : "")
        } ?? "too short"
        let name = reading.file.hasSuffix(".po") ? "\(reading.file), ‘\(reading.title)’" : reading.file
        let lines = reading.hardestLines.isEmpty ? "" : ": hard in line \(Set(reading.hardestLines).sorted().map(String.init).joined(separator: ", "))"
        return "  \(padded(level, 24)) \(padded("\(reading.words) words", 11)) \(name)\(lines)\n"
    }

    private func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
}
