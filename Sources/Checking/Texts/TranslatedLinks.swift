import Publication
import Translation

/// Links in translations whose words do not say where they lead: `[aquí][1]`.
package enum TranslatedLinks {
    package static func problems(_ catalog: Catalog) -> [Diagnostic] {
        catalog.files.flatMap { file -> [Diagnostic] in
            guard let source = file.source else { return [] }
            return file.catalog.entries.flatMap { entry -> [Diagnostic] in
                guard !entry.isObsolete, !entry.isFuzzy, entry.line > 0, let translation = entry.translations.first else { return [] }
                return texts(of: translation).filter { VagueWords.contain($0, in: catalog.language) }.map { words in
                    let place = place(of: words, from: entry.line, in: source)
                    return source.problem(
                        .vagueLink, line: place.line, column: place.column, length: words.utf8.count,
                        "‘\(excerpt(words))’ does not say where the link leads",
                        help: "Put words that name it into the square brackets: many readers hear the links of a page without what stands around them.")
                }
            }
        }
    }

    /// What stands in square brackets before a label, images left out.
    private static func texts(of translation: String) -> [String] {
        let utf8 = translation.utf8
        guard translation.contains("][") else { return [] }
        var texts: [String] = [], open: String.Index?
        var before: UInt8 = 0x20
        var index = utf8.startIndex
        while index < utf8.endIndex {
            let byte = utf8[index], next = utf8.index(after: index)
            defer { (before, index) = (byte, next) }
            if before == UInt8(ascii: "\\") { continue }
            if byte == UInt8(ascii: "[") { open = before == UInt8(ascii: "!") ? nil : next }
            guard byte == UInt8(ascii: "]"), let start = open else { continue }
            if next < utf8.endIndex, utf8[next] == UInt8(ascii: "[") { texts.append(String(translation[start..<index])) }
            open = nil
        }
        return texts
    }

    private static func place(of words: String, from line: Int, in file: SourceFile) -> (line: Int, column: Int) {
        let written = Array("[\(words)][".utf8)
        var isTranslation = false
        for number in line..<line + 400 {
            let bytes = file.line(number)
            if bytes.isEmpty { break }
            if bytes.starts(with: "msgstr".utf8) { isTranslation = true }
            if isTranslation, let range = bytes.firstRange(of: written) { return (number, range.lowerBound - bytes.startIndex + 2) }
        }
        return (line, 1)
    }
}
