import Foundation
import Markdown
import Testing

@testable import Checking
@testable import Publication

/// Documents as literals, linked, and what text rules find in them:
///
///     #expect(try found(.vagueLink, in: "[here](b.md)") == ["1:1 ‘[here](b.md)’"])
func found(
    _ rule: Rule, in text: String, language: String = "en", others: [String] = [], files: [String] = [], glossary: String = "", front: String = "", isTitled: Bool = true
) throws -> [String] {
    try problems(in: text, language: language, others: others, files: files, glossary: glossary, front: front, isTitled: isTitled).filter { $0.rule == rule }.map { problem in
        let marked = problem.source.map { String(String.UnicodeScalarView($0.unicodeScalars.dropFirst(problem.column - 1).prefix(problem.length))) } ?? ""
        return "\(isTitled ? problem.line - 3 : problem.line):\(problem.column) ‘\(marked)’"
    }
}

/// - Parameters:
///   - front: lines of its front matter, behind the title.
///   - isTitled: whether it has front matter at all.
func problems(
    in text: String, language: String = "en", others: [String] = [], files: [String] = [], glossary: String = "", front: String = "", isTitled: Bool = true
) throws -> [Diagnostic] {
    let texts = ["a.md": (isTitled ? "---\ntitle: A\n\(front)---\n" : "") + text, "b.md": "---\ntitle: B\n---\nB.", "c.md": "---\ntitle: C\n---\nC.", "glossary.md": "---\ntitle: Words\nkind: glossary\n---\n" + glossary]
    let yaml = "title: Our District\naddress: https://www.example.org/\nlanguages: [\(([language] + others).joined(separator: ", "))]\n"
    let settingsFile = SourceFile(path: "content/publication.yaml", bytes: Array(yaml.utf8))
    let settings = try #require(Settings.read(settingsFile).0)
    let documents = texts.sorted { $0.key < $1.key }.compactMap { path, text in
        DocumentReader().read(SourceFile(path: "content/" + path, bytes: Array(text.utf8)), path: path).document
    }
    let linker = Linker(
        settings: settings, settingsFile: settingsFile, documents: documents, unreadable: [], files: files, reserved: [],
        today: CalendarDate(year: 2022, month: 6, day: 1)!, includingDrafts: false)
    let (publication, _) = linker.link { count, resolve in (0..<count).map { resolve($0) } }
    let check = TextCheck(publication, rules: Set(Rule.allCases))
    return publication.documents.indices.filter { publication.documents[$0].path == "a.md" }.flatMap { check.problems(ofDocument: $0) }.sorted()
}
