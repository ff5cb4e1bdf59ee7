import Glibc
import Markdown

/// What can be wrong with a text by itself, whatever its kind.
struct TextChecks {
    let file: SourceFile
    let tree: MarkdownTree
    /// The top-level blocks, the title left out.
    let blocks: [MarkdownTree.Index]

    func problems() -> [Diagnostic] {
        headings() + refusedHTML() + lostCells() + images() + unseenLinks()
    }

    private func headings() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var last = 1
        for (index, node) in tree.nodes.enumerated() where node.kind == .heading {
            if index < blocks.first ?? .max { continue }
            let level = Int(node.headingLevel)
            if !tree.contents(of: index).contains(where: { tree.nodes[$0].kind == .code }), saysNothing(tree.plainText(of: index)) {
                problems.append(at(node, .emptyHeading, "a heading without words", help: "Write its words, or leave the line out."))
            }
            if level == 1 {
                problems.append(at(node, .headingLevel, "a second title", help: Self.helpWithTitle(tree.plainText(of: index)) ?? "A page has one title, in its front matter: begin sections with `## `."))
            } else if level > last + 1 {
                let marks = String(repeating: "#", count: last + 1)
                problems.append(at(node, .headingLevel, "a heading of level \(level) \(last == 1 ? "where the first heading must be of level 2" : "directly below one of level \(last)")", help: "Write `\(marks) ` here: people who hear the page miss the level between."))
            }
            last = max(level, 2)
        }
        return problems
    }

    /// `# of students: 12` is meant to be read as “number of students”.
    static func helpWithTitle(_ words: String) -> String? {
        guard words.first?.isLowercase == true else { return nil }
        return "If the sign stands for “number”, write `\\# \(words.prefix(40))\(words.count > 40 ? "…" : "")`. A title it cannot be, since a page has one in its front matter: sections begin with `## `."
    }

    /// Whether a heading has only spaces, dashes or dots, which draw a line and name no section.
    private func saysNothing(_ words: String) -> Bool {
        words.unicodeScalars.allSatisfy { $0.properties.isWhitespace || "-–—.…_*\u{200B}\u{2060}\u{FEFF}\u{3164}\u{FFA0}\u{115F}\u{1160}\u{2800}".unicodeScalars.contains($0) }
    }

    private func refusedHTML() -> [Diagnostic] {
        tree.refusedHTML.compactMap { refused in
            if case .block(let name) = refused.reason, name == "br", isLoneBreak(tree.literal(refused.index)) { return nil }
            return file.problem(
                .rawHTML, line: Int(refused.position.line), column: Int(refused.position.column), length: length(of: refused.position),
                "HTML in the text: \(description(refused.reason))",
                help: "Write it in Markdown. What may stand: <br>, <wbr>, <sub>, <sup>, <kbd>, <mark>, <small>, <bdi>, <abbr title=\"…\">, each closed in its paragraph, and comments. To show a < itself, write \\<.")
        }
    }

    /// A line break between two paragraphs, which are apart without it: nothing is lost.
    private func isLoneBreak(_ literal: ArraySlice<UInt8>) -> Bool {
        let tag = literal.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return tag.elementsEqual("<br>".utf8) || tag.elementsEqual("<br/>".utf8)
    }

    private func lostCells() -> [Diagnostic] {
        tree.oversizedRows.map { row in
            file.problem(
                .tableCells, line: Int(row.position.line), column: Int(row.position.column), length: 200,
                "this row has \(row.cells) cells, but the table's header has \(row.columns): the rest would be lost",
                help: "Add columns to the header line, or join cells. A | that belongs to the text is written \\|.")
        }
    }

    private func images() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for (index, node) in tree.nodes.enumerated() where node.kind == .image {
            if !tree.contents(of: index).contains(where: { tree.nodes[$0].kind == .code }), saysNothing(tree.plainText(of: index)) {
                let name = String(decoding: tree.destination(index), as: UTF8.self)
                problems.append(at(node, .alternativeText, "the image ‘\(name)’ has no text for those who cannot see it", help: "Say in the square brackets what it shows, as in `![Parents and teachers around a table](\(name.contains(" ") ? "<\(name)>" : name))`."))
            }
        }
        return problems
    }

    /// `[the plan](our plan.md)`, which is no link to Markdown, and would be shown with its brackets.
    private func unseenLinks() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for (index, node) in tree.nodes.enumerated() where node.kind == .text {
            let literal = tree.literal(index)
            let isClosing = literal.withUnsafeBytes { bytes in
                bytes.baseAddress.map { memchr($0, CInt(UInt8(ascii: "]")), bytes.count) != nil } ?? false
            }
            guard isClosing else { continue }
            let link = #/!?\[[^\[\]]*\]\((?<address>[^()<>]+\.(?:md|markdown|png|jpe?g|gif|svg|webp|pdf|docx?)(?:#[^()<>\s]*)?)\)/#
            for match in String(decoding: literal, as: UTF8.self).matches(of: link) where match.address.contains(" ") {
                let line = file.line(Int(node.position.line)), written = Array(match.0.utf8)
                let column = line.firstRange(of: written).map { $0.lowerBound - line.startIndex + 1 } ?? Int(node.position.column)
                problems.append(file.problem(
                    .brokenLink, line: Int(node.position.line), column: column, length: written.count,
                    "spaces in an address, so that Markdown does not see the link",
                    help: "Put the address in angle brackets, (<\(match.address.drop { $0 == " " })>), or give the file a name without spaces."))
            }
        }
        return problems
    }

    private func length(of position: Position) -> Int {
        position.endLine == position.line ? max(1, Int(position.endColumn - position.column) + 1) : 200
    }

    private func at(_ node: MarkdownTree.Node, _ rule: Rule, _ message: String, help: String) -> Diagnostic {
        file.problem(
            rule, line: Int(node.position.line), column: Int(node.position.column), length: length(of: node.position), message, help: help)
    }

    private func description(_ reason: MarkdownTree.RefusedHTML.Reason) -> String {
        switch reason {
        case .element(let name): "<\(name)> is not shown"
        case .attributes(let name): "<\(name)> cannot have these attributes"
        case .unclosed(let name): "<\(name)> is not closed where it was opened"
        case .unopened(let name): "</\(name)> closes what was not opened"
        case .block(let name): "a block of HTML that begins with <\(name)> is not shown"
        case .declaration: "a declaration is not shown"
        case .textAfterComment: "the text behind the comment's end is part of it: put it on a line of its own"
        case .unclosedComment: "a comment that is never closed by -->, and hides the rest of the text"
        }
    }
}
