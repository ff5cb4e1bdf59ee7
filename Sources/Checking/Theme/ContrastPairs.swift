import Publication

/// Which of a theme's colours stand on which, as `contrast` in its `theme.yaml` lists them:
///
///     contrast:
///       - {text: [--ink, --accent], on: [--paper, --wash]}
///       - {mark: --edge, on: --paper, at-least: 3}
///       - {decoration: --rule}
struct ContrastPairs {
    enum Kind: String {
        /// 7:1 where nothing else is said (WCAG 2.2, criterion 1.4.6, level AAA).
        case text
        /// Lines, signs and areas that say something: 3:1 (criterion 1.4.11).
        case mark
        /// What only adorns: nothing is asked of it.
        case decoration

        var atLeast: Double { self == .text ? 7 : self == .mark ? 3 : 1 }
    }

    struct Entry {
        let kind: Kind
        let foregrounds: [String]
        let grounds: [String]
        let atLeast: Double
        let file: SourceFile
        let line: Int
        let column: Int

        func problem(_ message: String, help: String) -> Diagnostic {
            file.problem(.themeContrast, line: line, column: column, length: 200, message, help: help)
        }
    }

    private(set) var entries: [Entry] = []
    private(set) var problems: [Diagnostic] = []
    /// Whether any of the descriptions has a list.
    private(set) var isThere = false

    private static let example = "contrast:\n  - {text: --ink, on: --paper, at-least: 7}"

    /// - Parameter descriptions: `theme.yaml` of a theme and of those that it extends.
    init(_ descriptions: [SourceFile]) {
        for file in descriptions where file.encodingProblem() == nil {
            // What cannot be read there is reported by whoever loads the theme.
            guard var yaml = YAMLReader.read(file.text, of: file, lineOffset: 0, what: "file").0, yaml.contains("contrast") else { continue }
            isThere = true
            let listed = yaml.entries("contrast")
            problems += yaml.problems
            for item in listed { read(item, of: file) }
        }
    }

    private mutating func read(_ item: YAMLReader.Entry, of file: SourceFile) {
        guard var mapping = item.mapping else {
            problems.append(file.problem(.themeContrast, line: item.line, column: item.column, length: 200, "this is no pair of colours",
                help: "Write `- {text: --ink, on: --paper, at-least: 7}`."))
            return
        }
        mapping.refuseUnknownKeys(known: ["text", "mark", "decoration", "on", "at-least"], of: "a pair of contrast")
        let kinds = [Kind.text, .mark, .decoration].filter { mapping.contains($0.rawValue) }
        let grounds = mapping.strings("on"), atLeast = mapping.string("at-least")
        let foregrounds = kinds.first.map { mapping.strings($0.rawValue) } ?? []
        problems += mapping.problems
        func report(_ message: String, _ help: String) {
            problems.append(file.problem(.themeContrast, line: item.line, column: item.column, length: 200, message, help: help))
        }
        guard kinds.count == 1, let kind = kinds.first, !foregrounds.isEmpty, kind == .decoration || !grounds.isEmpty else {
            report("a pair that does not say what stands on what", "Write one of `text`, `mark` and `decoration`, and `on`: `- {mark: --edge, on: --paper}`. Only a decoration needs no `on`.")
            return
        }
        let ratio = atLeast.flatMap { Double($0) }
        if let atLeast, ratio.map({ (1...21).contains($0) }) != true {
            report("‘\(atLeast)’ is no contrast", "Write a number from 1 to 21: `at-least: 7`.")
        }
        entries.append(Entry(
            kind: kind, foregrounds: foregrounds, grounds: grounds, atLeast: ratio.flatMap { (1...21).contains($0) ? $0 : nil } ?? kind.atLeast, file: file, line: item.line,
            column: item.column))
    }

    /// Tokens that stand on something, or need not.
    var foregrounds: Set<String> { Set(entries.flatMap(\.foregrounds)) }
    /// Those that words are written in.
    var texts: Set<String> { Set(entries.filter { $0.kind == .text }.flatMap(\.foregrounds)) }
    /// Those that say something by their colour.
    var signs: Set<String> { Set(entries.filter { $0.kind != .decoration }.flatMap(\.foregrounds)) }
    var grounds: Set<String> { Set(entries.flatMap(\.grounds)) }
    /// What need not be read, and may be drawn as an area.
    var marks: Set<String> { Set(entries.filter { $0.kind != .text }.flatMap(\.foregrounds)) }

    func kinds(of token: String) -> [Kind] { entries.filter { $0.foregrounds.contains(token) }.map(\.kind) }

    /// Whether a pair is listed, and judged as such.
    func name(_ text: String, on ground: String) -> Bool {
        entries.contains { $0.kind == .text && $0.foregrounds.contains(text) && $0.grounds.contains(ground) }
    }

    /// What is asked of words in a colour on another that no entry pairs: what entries ask of either.
    func atLeast(_ text: String?, on ground: String?) -> Double {
        entries.filter { entry in
            entry.kind == .text && (text.map(entry.foregrounds.contains) == true || ground.map { entry.grounds.contains($0) || entry.foregrounds.contains($0) } == true)
        }.map(\.atLeast).min() ?? Kind.text.atLeast
    }

    /// What a page is painted with first of all.
    var page: String? { entries.first { $0.kind == .text }?.grounds.first }
}
