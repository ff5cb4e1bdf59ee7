import TestSupport

@testable import Translation

/// Catalogs as they may be in memory, with all that can stand in one.
struct CatalogGenerator {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private static let pieces = [
        "a", "goal", " ", "  ", "\n", "\n\n", "\t", "\r", "\r\n", "\"", "\\", "\\n", "#", "#~", "#|", "msgid", "é", "中文", "العربية", "😀",
        "e\u{301}", "\u{200B}", "\u{202E}", "\u{2028}", "\u{85}", "\u{1}", "\u{7F}", "\u{7}", "\u{8}", "\u{B}", "\u{C}", "%d", ":", ",",
        String(repeating: "long text ", count: 12),
    ]

    mutating func text(upTo count: Int = 6) -> String {
        (0..<Int.random(in: 0...count, using: &random)).map { _ in CatalogGenerator.pieces.randomElement(using: &random) ?? "" }.joined()
    }

    mutating func comment() -> String {
        var scalars = text().unicodeScalars
        scalars.removeAll { $0 == "\n" || $0 == "\r" }
        if scalars.last == "\\" { scalars.append(".") }
        return String(scalars)
    }

    mutating func texts(_ count: Int, _ make: (inout Self) -> String) -> [String] {
        (0..<Int.random(in: 0...count, using: &random)).map { _ in make(&self) }
    }

    mutating func entry(id: String, isObsolete: Bool) -> POFile.Entry {
        var entry = POFile.Entry(id: id, translations: [text()])
        entry.isObsolete = isObsolete
        if chance(30) { entry.translatorComments = texts(3) { $0.comment() } }
        if chance(30) { entry.extractedComments = texts(3) { $0.comment() } }
        if chance(30) {
            entry.references = unique(texts(9) { generator in
                let line = Int.random(in: 1...99, using: &generator.random)
                return ["a.c:\(line)", "content/a b.md", "x y.c:3", "plan.md", "é.md"].randomElement(using: &generator.random) ?? ""
            })
        }
        if chance(40) {
            let known = ["fuzzy", "c-format", "python-format", "markdown-text", "range: 0..10", "no-wrap"]
            entry.flags = known.filter { _ in chance(30) }
        }
        if chance(20) { entry.previousID = text() }
        if entry.previousID != nil, chance(40) { entry.previousContext = text() }
        if entry.previousID != nil, chance(40) { entry.previousPluralID = text() }
        if chance(20) { entry.context = text() }
        if chance(20) {
            entry.pluralID = text()
            entry.translations = (0..<Int.random(in: 1...6, using: &random)).map { _ in text() }
        }
        return entry
    }

    mutating func catalog() -> POFile {
        var catalog = POFile()
        if chance(90) {
            catalog.header = POFile.Header(
                comments: texts(3) { $0.comment() },
                fields: [.init(name: "Content-Type", value: "text/plain; charset=UTF-8"), .init(name: "X-Own", value: "y")])
        }
        let count = Int.random(in: 0...6, using: &random)
        let obsolete = Int.random(in: 0...count, using: &random)
        for number in 0..<count {
            // Numbered, so that no text stands twice.
            catalog.entries.append(entry(id: "\(number) \(text())", isObsolete: number >= obsolete))
        }
        if chance(5) { catalog.closingComments = ["# the end"] }
        return catalog
    }

    private func unique(_ texts: [String]) -> [String] {
        texts.enumerated().filter { texts.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }
}
