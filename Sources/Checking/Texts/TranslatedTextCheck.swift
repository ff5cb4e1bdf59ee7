import Markdown
import Publication
import Translation

/// What shuts readers out in the words of translations: each message is read as a paragraph or a heading of its language.
///
///     let check = TranslatedTextCheck(publication, rules: [.allCapitals])
///     let problems = messages.documents.flatMap { check.problems(of: $0, in: catalog) }
package struct TranslatedTextCheck: Sendable {
    /// Of those that words alone can break.
    package static let rules: Set<Rule> = [
        .allCapitals, .colourOrPosition, .falseHeading, .duplicateHeader, .alternativeText, .alternativeWording, .fileLink, .falseList, .languageOfParts,
    ]

    private let check: TextCheck
    private let rules: Set<Rule>
    private let publication: Publication
    private let numbers: [String: Int]

    package init(_ publication: Publication, rules: Set<Rule>) {
        self.rules = rules.intersection(Self.rules)
        self.publication = publication
        check = TextCheck(publication, rules: self.rules)
        numbers = Dictionary(publication.documents.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func problems(of messages: DocumentMessages, in catalog: Catalog) -> [Diagnostic] {
        guard !rules.isEmpty else { return [] }
        let translated = messages.messages.compactMap { message -> (message: Message, text: String)? in
            guard case .translated(let text) = catalog.state(of: message.key) else { return nil }
            return (message, text)
        }
        guard !translated.isEmpty else { return [] }
        var problems: [Diagnostic] = []
        let tree = messages.document.tree, links = numbers[messages.document.path].map { publication.links[$0] } ?? [:]
        let targets = Dictionary(links.map { (Array(tree.destination($0.key)), $0.value) }, uniquingKeysWith: { first, _ in first })
        for (number, found) in found(in: translated.map { ($0.message, $0.text) }, of: tree, targets, language: catalog.language) {
            let (message, text) = translated[number]
            // What the source has is told there.
            let inSource = self.found(in: [(message, message.key.text)], of: tree, targets, language: check.sourceLanguage)
            if inSource.contains(where: { $0.problem.rule == found.rule }) { continue }
            if found.rule == .falseHeading, message.key.text.hasPrefix("**") { continue }
            // That the whole text is as the source has it, or in other letters, is a doubt of its own.
            if found.rule == .languageOfParts, folded(text) == folded(message.key.text) || isScript(found, of: text) { continue }
            problems += place(found, text, of: message, in: catalog).map { [$0] } ?? []
        }
        return problems + duplicates(messages, in: catalog)
    }

    private func found(
        in texts: [(message: Message, text: String)], of tree: MarkdownTree, _ targets: [[UInt8]: LinkTarget], language: LanguageTag
    ) -> [(number: Int, problem: Diagnostic)] {
        var lines = ["---", "title: x", "---"], numbers: [Int: Int] = [:]
        for (number, (message, text)) in texts.enumerated() {
            let places = message.labels.map { Array(tree.destination($0)) }
            let written = message.isImageAlone ? "![\(text)][1]" : message.place == .field(.imageText) ? "![\(text)](x)" : text
            let rows = Self.withoutLabels(written, places).split(whereSeparator: \.isNewline).map(Self.withoutMark), words = rows.joined(separator: " ")
            lines.append("")
            for row in 0..<max(1, rows.count) { numbers[lines.count + 1 + row] = number }
            switch message.role {
            case .heading: lines.append("## " + words)
            case .field where message.place == .field(.title): lines.append("## " + words)
            case .item, .cell: lines += ["- " + words]
            default: lines += rows + ["", "."]
            }
        }
        let file = SourceFile(path: "content/x.md", bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
        guard let document = DocumentReader().read(file, path: "x.md").document else { return [] }
        let links = document.tree.nodes.indices.filter { document.tree.nodes[$0].kind == .link }.compactMap { node in
            targets[Array(document.tree.destination(node))].map { (node, $0) }
        }
        return check.problems(of: document, in: language, links: Dictionary(uniqueKeysWithValues: links)).compactMap { problem in numbers[problem.line].map { ($0, problem) } }
    }

    /// Whether a problem is that nearly all of a text is in other letters.
    private func isScript(_ problem: Diagnostic, of text: String) -> Bool {
        problem.message.hasPrefix("words in ") && problem.length * 10 >= text.unicodeScalars.count * 8
    }

    /// A line of a text that would be an item of a list if it stood in a document; in a message it is none.
    private static func withoutMark(_ line: Substring) -> String {
        if let first = line.first, "-+*".contains(first), line.dropFirst().first == " " { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }, rest = line[digits.endIndex...]
        guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark), rest.dropFirst().first == " " else { return String(line) }
        return digits + "\\" + rest
    }

    /// `[words][1]` as a link of Markdown's, to where the source's leads.
    private static func withoutLabels(_ text: String, _ places: [[UInt8]]) -> String {
        var result = "", rest = text[...]
        while let mark = rest.firstRange(of: "][") {
            let number = rest[mark.upperBound...].prefix(while: \.isNumber)
            result += rest[..<mark.lowerBound]
            guard !number.isEmpty, rest[number.endIndex...].first == "]" else {
                result += "]["
                rest = rest[mark.upperBound...]
                continue
            }
            let place = Int(number).flatMap { places.indices.contains($0 - 1) ? String(decoding: places[$0 - 1], as: UTF8.self) : nil } ?? "x"
            result += place.contains { "<>\\".contains($0) || $0.isNewline } ? "](x)" : "](<\(place)>)"
            rest = rest[number.endIndex...].dropFirst()
        }
        return result + rest
    }

    /// The problem at its words in the catalog.
    private func place(_ problem: Diagnostic, _ text: String, of message: Message, in catalog: Catalog) -> Diagnostic? {
        guard let entry = catalog.place(of: message.key), let source = catalog.files.first(where: { $0.path == entry.path })?.source else { return nil }
        let scalars = Array((problem.source ?? "").unicodeScalars)
        var marked = String.UnicodeScalarView()
        marked.append(contentsOf: scalars.dropFirst(problem.column - 1).prefix(problem.length))
        // Of a link, its words: where it leads does not stand in the translation.
        let written = String(marked)
        let words = written.firstRange(of: "](").map { String(written[..<$0.lowerBound].drop { "![".contains($0) }) } ?? written
        let place = source.place(ofTranslation: words, from: entry.line) ?? (entry.line, 1)
        let found = source.problem(problem.rule, line: place.line, column: place.column, length: max(1, words.utf8.count), problem.message, help: problem.help)
        // The page has a text all the same: the source's would be no better for those who read the translation.
        return found.severity == .error ? found.with(.warning) : found
    }

    // MARK: Tables

    /// Columns that have headers of their own in the source, and the same in a translation.
    private func duplicates(_ messages: DocumentMessages, in catalog: Catalog) -> [Diagnostic] {
        guard rules.contains(.duplicateHeader) else { return [] }
        let tree = messages.document.tree
        let keys = Dictionary(messages.messages.compactMap { message in
            if case .node(let index) = message.place { (index, message.key) } else { nil }
        }, uniquingKeysWith: { first, _ in first })
        return tree.nodes.indices.filter { tree.nodes[$0].kind == .tableRow && tree.nodes[$0].isHeader }.flatMap { row -> [Diagnostic] in
            var seen: [String: (column: Int, source: String)] = [:]
            return tree.children(of: row).enumerated().compactMap { column, cell -> Diagnostic? in
                let source = tree.plainText(of: cell)
                let key = keys[cell] ?? Message.Key(text: source)
                guard case .translated(let text) = catalog.state(of: key), !folded(text).isEmpty else { return nil }
                guard let first = seen[folded(text)] else {
                    seen[folded(text)] = (column, folded(source))
                    return nil
                }
                guard first.source != folded(source), let entry = catalog.place(of: key), let file = catalog.files.first(where: { $0.path == entry.path })?.source else { return nil }
                let place = file.place(ofTranslation: text, from: entry.line) ?? (entry.line, 1)
                return file.problem(
                    .duplicateHeader, line: place.line, column: place.column, length: max(1, text.utf8.count),
                    "columns \(first.column + 1) and \(column + 1) of a table have the same header here, ‘\(excerpt(text, of: 40))’",
                    help: "Say in each header what is particular to its column, as the source does.")
            }
        }
    }
}

extension SourceFile {
    /// Where words stand in an entry's translation, from the line on with which the entry begins.
    func place(ofTranslation words: String, from line: Int) -> (line: Int, column: Int)? {
        let written = Array(words.utf8)
        guard !written.isEmpty else { return nil }
        var isTranslation = false, first: (line: Int, column: Int)?
        for number in line..<line + 400 {
            let bytes = self.line(number)
            if bytes.isEmpty { break }
            if bytes.starts(with: "msgstr".utf8) { isTranslation = true }
            guard isTranslation else { continue }
            first = first ?? (number, 9)
            if let range = bytes.firstRange(of: written) { return (number, range.lowerBound - bytes.startIndex + 1) }
        }
        return first
    }
}
