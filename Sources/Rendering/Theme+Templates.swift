import Mustache
import Publication

extension Theme {
    /// Compiles layouts and partials, and finds what would fail when a page is rendered.
    static func loadTemplates(_ files: [String: SourceFile], needed layouts: [String], theme: String) -> (MustacheLibrary, [Diagnostic]) {
        var library = MustacheLibrary()
        var problems: [Diagnostic] = []
        var partialsOf: [String: [(name: String, line: Int, column: Int)]] = [:]
        let templates = files.filter { $0.key.hasSuffix(".mustache") && ($0.key.hasPrefix("layouts/") || $0.key.hasPrefix("partials/")) }
        let names = Dictionary(uniqueKeysWithValues: templates.map { (templateName($0.key), $0.value) })

        for layout in layouts where names["layouts/" + layout] == nil {
            let near = nearest(to: "layouts/" + layout, among: names.keys.sorted().filter { $0.hasPrefix("layouts/") }).map { "Rename \($0).mustache, if it is meant, or" } ?? "Write the file, or"
            problems.append(SourceFile(path: "themes/\(theme)/layouts/\(layout).mustache", bytes: []).problem(
                .missingLayout, "the theme ‘\(theme)’ has no layout ‘\(layout)’", help: "\(near) take civic's by `extends: civic` in theme.yaml."))
        }
        for (name, file) in names.sorted(by: { $0.key < $1.key }) {
            if let problem = file.encodingProblem() { problems.append(problem); continue }
            let text = file.text
            partialsOf[name] = partials(in: text)
            for partial in partialsOf[name]! where names[partial.name] == nil {
                let near = nearest(to: partial.name, among: names.keys.sorted().filter { !$0.hasPrefix("layouts/") }).map { "Did you mean ‘\($0)’? " } ?? ""
                problems.append(file.problem(
                    .missingPartial, line: partial.line, column: partial.column, length: partial.name.utf8.count,
                    "there is no partial ‘\(partial.name)’", help: "\(near)Partials are the files of themes/\(theme)/partials/."))
            }
            do {
                let template = try MustacheTemplate(string: prepared(text))
                library.register(template, named: SharedPartial(rawValue: name)?.source ?? name)
            } catch {
                problems.append(malformed(file, error))
            }
        }
        for shared in SharedPartial.allCases {
            if let template = try? MustacheTemplate(string: "{{{shared.\(shared.rawValue)}}}") { library.register(template, named: shared.rawValue) }
        }
        problems += circles(partialsOf, names)
        return (library, problems)
    }

    /// `layouts/home.mustache` → `layouts/home`, `partials/header.mustache` → `header`
    private static func templateName(_ path: String) -> String {
        let name = path.dropLast(".mustache".count)
        return String(name.hasPrefix("partials/") ? name.dropFirst("partials/".count) : name)
    }

    /// The template as it is compiled: values are HTML already and must not be escaped again; and no partial is
    /// indented by its tag's place, which would move the lines of preformatted text.
    private static func prepared(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
            let content = line.drop { $0 == " " || $0 == "\t" }
            return content.hasPrefix("{{>") ? content : line
        }
        return "{{% CONTENT_TYPE:TEXT}}" + markingTexts(lines.joined(separator: "\n"))
    }

    /// Between tags, a text of the theme that has no words in the edition's language can say so; within a tag it cannot.
    private static func markingTexts(_ template: String) -> String {
        var result = ""
        var isInTag = false
        var rest = Substring(template)
        while let mark = rest.firstIndex(where: { $0 == "<" || $0 == ">" || $0 == "{" }) {
            result += rest[..<mark]
            rest = rest[mark...]
            if rest.hasPrefix("{{"), let end = rest.firstRange(of: "}}") {
                let tag = rest[..<end.upperBound]
                result += !isInTag && tag.hasPrefix("{{texts.") ? "{{markedTexts." + tag.dropFirst("{{texts.".count) : String(tag)
                rest = rest[end.upperBound...]
                continue
            }
            if rest.first == "<" { isInTag = true } else if rest.first == ">" { isInTag = false }
            result.append(rest.removeFirst())
        }
        return result + rest
    }

    private static func partials(in text: String) -> [(name: String, line: Int, column: Int)] {
        var found: [(String, Int, Int)] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var rest = line
            while let tag = rest.firstRange(of: "{{>") {
                let after = rest[tag.upperBound...]
                let name = after.drop { $0 == " " }.prefix { $0 != "}" && $0 != " " }
                found.append((String(name), number + 1, line[..<name.startIndex].utf8.count + 1))
                rest = rest[tag.upperBound...]
            }
        }
        return found
    }

    private static func malformed(_ file: SourceFile, _ error: any Error) -> Diagnostic {
        guard let parser = error as? MustacheTemplate.ParserError else {
            return file.problem(.malformedTemplate, "this template cannot be read: \(error)", help: "Compare it with the bundled theme's.")
        }
        let message: String, help: String
        switch parser.error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: (message, help) = ("this closing tag closes another section than the one that is open", "Every {{#name}} is closed by {{/name}}, the last opened first.")
        case .unfinishedName: (message, help) = ("a tag that is not closed", "Every tag that begins with {{ ends with }}, one with {{{ ends with }}}.")
        case .expectedSectionEnd: (message, help) = ("a section is opened and never closed", "Every {{#name}} needs its {{/name}}.")
        case .invalidSetDelimiter: (message, help) = ("the delimiters cannot be changed like this", "Write {{=<% %>=}}, or leave them as they are.")
        default: (message, help) = ("this template cannot be read", "Compare it with the bundled theme's, or with Mustache's manual.")
        }
        let line = parser.context.lineNumber
        return file.problem(.malformedTemplate, line: line, column: max(1, parser.context.columnNumber - (line == 1 ? "{{% CONTENT_TYPE:TEXT}}".count : 0)), message, help: help)
    }

    /// Partials that include each other would never end.
    private static func circles(_ partials: [String: [(name: String, line: Int, column: Int)]], _ files: [String: SourceFile]) -> [Diagnostic] {
        var done: Set<String> = []
        var problems: [Diagnostic] = []
        func visit(_ name: String, _ path: [String]) {
            guard !done.contains(name) else { return }
            for partial in partials[name] ?? [] {
                if let start = (path + [name]).firstIndex(of: partial.name) {
                    let circle = (path + [name])[start...] + [partial.name]
                    problems.append(files[name]!.problem(
                        .malformedTemplate, line: partial.line, column: partial.column, length: partial.name.utf8.count,
                        "partials that include each other without end: \(circle.joined(separator: " → "))", help: "Take one of the tags out."))
                } else {
                    visit(partial.name, path + [name])
                }
            }
            done.insert(name)
        }
        for name in partials.keys.sorted() { visit(name, []) }
        return problems
    }
}
