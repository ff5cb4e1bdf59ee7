import Testing

@testable import Markdown

/// Our HTML is the library's, but for the differences that `HTMLWriter` documents.
@Suite struct FidelityTests {
    @Test(arguments: 0..<8)
    func generatedDocuments(part: Int) throws {
        for seed in part * 300..<(part + 1) * 300 {
            var generator = DocumentGenerator(seed: UInt64(seed))
            let text = generator.document()
            let ours = withoutAdditions(try html(text))
            let theirs = withoutOmissions(Reference.html(Array(text.utf8)))
            guard ours == theirs else {
                let (left, right) = (ours.split(separator: "\n"), theirs.split(separator: "\n"))
                let line = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
                let from = max(line - 2, 0)
                Issue.record("seed \(seed), line \(line)\nours:  \(left[from...].prefix(5))\ncmark: \(right[from...].prefix(5))")
                return
            }
        }
    }

    /// Takes out of our HTML what the library does not write.
    private func withoutAdditions(_ html: String) -> String {
        var lines: [Substring] = []
        for var line in html.split(separator: "\n") {
            if line.hasPrefix("<div class=\"table\"") || line == "</div>" { continue }
            for (ours, theirs) in line.utf8.starts(with: "<t".utf8) ? Self.cellTags : [] where line.hasPrefix(ours) {
                line = theirs + line.dropFirst(ours.count)
                if line.hasSuffix("</th>"), theirs.hasPrefix("<td") { line = line.dropLast(5) + "</td>" }
            }
            lines.append(line)
        }
        var html = ByteText(lines.joined(separator: "\n"))
        html.replace(from: "<abbr title=\"", to: "\">")
        for tag in ["<sub>", "</sub>", "<kbd>", "</kbd>", "<mark>", "</mark>", "<small>", "</small>", "</abbr>", "<br>"] {
            html.replace(tag, with: "")
        }
        html.replace("O<sup>", with: "O")
        return withoutTraces(html)
    }

    private static let cellTags = [
        ("<th scope=\"col\" class=\"align-center\"", "<th align=\"center\""),
        ("<th scope=\"col\" class=\"align-right\"", "<th align=\"right\""), ("<th scope=\"col\"", "<th"),
        ("<th scope=\"row\" class=\"align-center\"", "<td align=\"center\""),
        ("<th scope=\"row\" class=\"align-right\"", "<td align=\"right\""), ("<th scope=\"row\"", "<td"),
        ("<td class=\"align-center\"", "<td align=\"center\""), ("<td class=\"align-right\"", "<td align=\"right\""),
    ]

    /// Takes out of the library's HTML what ours leaves out, and says tasks in words.
    private func withoutOmissions(_ html: String) -> String {
        var html = ByteText(html)
        for (attribute, state, words) in [("", "open", "To do:"), ("checked=\"\" ", "done", "Done:")] {
            let input = "<li><input type=\"checkbox\" \(attribute)disabled=\"\" /> "
            let item = "<li class=\"task task-\(state)\">"
            let label = "<span class=\"task-state\">\(words)</span> "
            html.replace(input + "\n<p>", with: item + "\n<p>" + label)
            html.replace(input, with: item + label)
        }
        html.replace("<!-- raw HTML omitted -->", with: "")
        html.replace(" />", with: ">")
        html.replace(" align=\"left\"", with: "")
        return withoutTraces(html)
    }

    /// What raw HTML that is left out leaves in one of them: ends of `<sup>`, empty lines, empty header cells.
    private func withoutTraces(_ html: ByteText) -> String {
        var html = html
        html.replace(from: " aria-label=\"", to: "\"")
        html.replace("</sup>", with: "")
        for attribute in ["", " align=\"center\"", " align=\"right\""] {
            html.replace("<th\(attribute)></th>", with: "<td\(attribute)></td>")
        }
        return html.string.split(separator: "\n").joined(separator: "\n")
    }
}
