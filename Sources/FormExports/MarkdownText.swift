/// Text of an export as Markdown that shows it as it is.
enum MarkdownText {
    /// On one line, nothing of it markup: for headings, cells and items of lists.
    static func escaped(_ text: String) -> String {
        var output = ""
        let scalars = Array(text.onOneLine.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "{", "}", "^": output.append("\\")
            // Only a character reference begins with it.
            case "&": if index + 1 < scalars.count, scalars[index + 1] == "#" || scalars[index + 1].properties.isAlphabetic { output.append("\\") }
            case "!": if index + 1 < scalars.count, scalars[index + 1] == "[" { output.append("\\") }
            // `https://…` and `www.…` would become links.
            case ":": if index + 2 < scalars.count, scalars[index + 1] == "/", scalars[index + 2] == "/" { output.append("\\") }
            default: break
            }
            output.unicodeScalars.append(scalar)
        }
        return output
    }

    /// Words of a web page without its marks, as editors of questions write them: `How <b>safe</b>&nbsp;…`.
    static func unmarked(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return text.onOneLine }
        var output = "", rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            output += rest[..<open]
            let tag = rest[open...].dropFirst()
            guard let first = tag.first, first.isASCII && first.isLetter || "/!".contains(first), let end = tag.firstIndex(of: ">") else {
                output.append("<")
                rest = tag
                continue
            }
            // Those within a word part none.
            let name = tag[..<end].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
            if !["b", "i", "em", "strong", "u", "span", "font", "sub", "sup", "a"].contains(name) { output.append(" ") }
            rest = tag[tag.index(after: end)...]
        }
        return unescaped(output + rest).onOneLine
    }

    /// The few character references that form tools write.
    static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&nbsp;", with: " ")
            .replacing("&#39;", with: "'").replacing("&rsquo;", with: "’").replacing("&amp;", with: "&")
    }

    /// A comment that ends where it should.
    static func comment(_ text: String) -> String {
        var text = text.onOneLine.replacing("--", with: "- -")
        while text.contains("--") { text = text.replacing("--", with: "- -") }
        text = text.replacing(">", with: "›").replacing("<", with: "‹")
        return "<!-- \(text) -->"
    }

    /// A string of YAML in double quotation marks.
    static func quoted(_ text: String) -> String {
        "\"" + text.onOneLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// A GFM table, the first column to the left and the others to the right.
    static func table(header: [String], rows: [[String]]) -> String {
        var output = line(header)
        output += "| --- |" + String(repeating: " ---: |", count: max(0, header.count - 1)) + "\n"
        for row in rows { output += line(row) }
        return output
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
}
