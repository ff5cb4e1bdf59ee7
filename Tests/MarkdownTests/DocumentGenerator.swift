import TestSupport

/// Makes documents of all constructs, nested in each other, valid and not quite.
///
/// Links, images, tags and autolinks hold a name of their own, so that a test can find where each was written.
struct DocumentGenerator {
    var random: SeededGenerator
    private var names = 0
    private var references: [String] = []
    private var footnotes: [String] = []
    /// The library counts references in footnotes that it then drops; ours does not.
    private var mayRefer = true
    /// What each named construct begins with in the source.
    private(set) var openings: [String: String] = [:]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func document() -> String {
        var lines = blocks(depth: 0, count: random.number(1...6))
        for label in references where random.chance(90) {
            lines += ["", "[\(label)]: /r/\(label) \(random.pick(["", "\"Title\"", "'a \"b\"'"]))"]
        }
        mayRefer = false
        for label in footnotes where random.chance(90) {
            let body = blocks(depth: 2, count: random.number(1...2))
            lines += [""] + body.enumerated().map { $0.offset == 0 ? "[^\(label)]: \($0.element)" : "    " + $0.element }
        }
        let ending = random.chance(10) ? "\r\n" : "\n"
        return lines.joined(separator: ending) + (random.chance(80) ? ending : "")
    }

    // MARK: - Blocks

    private mutating func blocks(depth: Int, count: Int) -> [String] {
        var lines: [String] = []
        for index in 0..<count {
            if index > 0, random.chance(85) { lines.append("") }
            lines += block(depth: depth)
        }
        return lines
    }

    private mutating func block(depth: Int) -> [String] {
        switch random.number(0...(depth < 3 ? 17 : 7)) {
        case 0...3: return paragraph()
        case 4: return heading()
        case 5: return codeBlock()
        case 6: return random.chance(50) ? [random.pick(["---", "* * *", "___"])] : rawBlock()
        case 7...9: return table()
        case 10...14: return list(depth: depth)
        case 15, 16: return quotation(depth: depth)
        default:
            references.append("Ref \(references.count)")
            return ["[\(references.last!)]: <http://example.org/\(references.count)>", ""]
        }
    }

    private mutating func paragraph() -> [String] {
        var lines = (0..<random.number(1...3)).map { _ in inlines(random.number(1...5)) }
        for index in lines.indices.dropLast() { lines[index] += random.pick(["", "", "", "  ", "\\", " "]) }
        for index in lines.indices.dropFirst() where random.chance(20) { lines[index] = "  " + lines[index] }
        return lines
    }

    private mutating func heading() -> [String] {
        if random.chance(30) { return paragraph() + [random.pick(["===", "---", "  ==  "])] }
        let marks = String(repeating: "#", count: random.number(1...6))
        return [marks + random.pick([" ", "   "]) + inlines(random.number(1...4)) + random.pick(["", "", " ##"])]
    }

    private mutating func codeBlock() -> [String] {
        switch random.number(0...2) {
        case 0: return ["    indented <code>", "", "    \t& more  "]
        case 1: return ["```" + random.pick(["", "swift", "a&b c", "\"q\" x"]), "let a = \"<&>\"", "", "  ~~b~~", "```"]
        default: return ["~~~~ text", "```", random.pick(["~~~~", "~~~~~~"])]
        }
    }

    private mutating func rawBlock() -> [String] {
        random.pick([
            ["<div class=\"a\">", "*no emphasis*", "</div>"], ["<!-- a comment -->"], ["<!-- two", "lines -->"],
            ["<table><tr><td>", "x", "</td></tr></table>"], ["<?php ?>"], ["<br>"], ["<custom>", "a", "</custom>"],
        ])
    }

    private mutating func table() -> [String] {
        let columns = random.number(1...4)
        let hasEdges = random.chance(70)
        func row(_ cells: [String]) -> String {
            let middle = cells.joined(separator: " | ")
            return hasEdges || cells.count == 1 ? "| " + middle + " |" : middle
        }
        var lines = [row((0..<columns).map { _ in random.chance(10) && hasEdges ? " " : cell() })]
        lines.append(row((0..<columns).map { _ in random.pick(["---", ":--", "--:", ":-:", "-"]) }))
        for _ in 0..<random.number(0...4) {
            let count = random.chance(80) ? columns : random.number(1...columns + 2)
            lines.append(random.pick(["", "", "  "]) + row((0..<count).map { _ in random.chance(15) ? "" : cell() }))
        }
        return (random.chance(15) ? [inlines(2)] : []) + caption() + lines
    }

    /// What stands right above a table: its caption, or what looks like one and is none.
    private mutating func caption() -> [String] {
        guard random.chance(30) else { return [] }
        let line = random.pick(["Table: ", "Table:", "Table:   ", "**Table:** ", "Table", "Figure: ", "A Table: "])
        return [line + random.pick(["", inlines(random.number(1...2))])] + (random.chance(70) ? [""] : [])
    }

    private mutating func cell() -> String {
        if random.chance(15) { return String(random.number(0...2024)) }
        let text = inlines(random.number(1...2))
        return random.chance(25) ? "a \\| b `c\\|d` " + text : text
    }

    private mutating func list(depth: Int) -> [String] {
        let isOrdered = random.chance(40)
        let isLoose = random.chance(30)
        let isTaskList = random.chance(25)
        var number = random.pick([1, 1, 1, 0, 7, 12])
        let mark = random.pick(isOrdered ? [".", ")"] : ["-", "*", "+"])
        var lines: [String] = []
        for index in 0..<random.number(1...4) {
            if index > 0, isLoose { lines.append("") }
            let marker = isOrdered ? "\(number)\(mark) " : "\(mark) "
            number += 1
            let task = isTaskList && random.chance(80) ? random.pick(["[ ] ", "[x] ", "[X] "]) : ""
            var body = random.chance(8) ? [""] : paragraph()
            if depth < 3, random.chance(35) { body += (random.chance(50) ? [""] : []) + block(depth: depth + 1) }
            let indentation = String(repeating: " ", count: marker.count)
            lines += body.enumerated().map { offset, line in
                offset == 0 ? marker + task + line : line.isEmpty ? line : indentation + line
            }
        }
        return lines
    }

    private mutating func quotation(depth: Int) -> [String] {
        let isLazy = random.chance(20)
        return blocks(depth: depth + 1, count: random.number(1...2)).enumerated().map { offset, line in
            isLazy && offset % 3 == 2 && line.first?.isLetter == true ? line : random.pick(["> ", "> ", ">", ">  "]) + line
        }
    }

    // MARK: - Inlines

    mutating func inlines(_ count: Int) -> String {
        (0..<count).map { _ in inline(depth: 0) }.joined(separator: random.pick([" ", " ", " ", ""]))
    }

    private mutating func inline(depth: Int) -> String {
        switch random.number(0...30) {
        case 0...6: return words()
        case 7: return "*\(nested(depth))*"
        case 8: return "**\(nested(depth))**"
        case 9: return random.pick(["***\(nested(depth))***", "_\(nested(depth))_", "__\(nested(depth))__"])
        case 10: return random.pick(["~~\(nested(depth))~~", "~\(nested(depth))~"])
        case 11: return random.pick(["`code`", "`` a ` b ``", "`a & <b>`", "` `", "`unclosed"])
        case 12...14: return link(depth)
        case 15, 16: return image(depth)
        case 17: return reference(depth)
        case 18: return autolink()
        case 19, 20: return rawInline(depth)
        case 21: return random.pick(["&amp;", "&copy;", "&#35;", "&#x1F600;", "&unknown;", "&", "a&#64;b.org"])
        case 22: return random.pick(["\\*", "\\[", "\\\\", "\\a", "\\<", "\\&amp;", "\\|"])
        case 23: return random.pick(["*", "**", "_", "~~", "`", "[", "]", "![", "<", ">", "\"", "(", "):", "www", "http:"])
        case 24: return random.pick(["www.example.org/a_b.", "(http://example.org/?q=1&r=(2))", "someone@example.org"])
        case 25, 26:
            guard mayRefer else { return words() }
            if footnotes.isEmpty || random.chance(50) { footnotes.append(random.pick(["n", "w", "a:w", "é"]) + "\(footnotes.count)") }
            return "x[^\(random.pick(footnotes))]"
        default: return words()
        }
    }

    private mutating func nested(_ depth: Int) -> String {
        depth < 2 ? inline(depth: depth + 1) + random.pick(["", " " + words()]) : words()
    }

    private mutating func words() -> String {
        random.pick(["school", "we review", "über das", "学校", "Nov: wow", "a * b", "2 < 3", "it's \"it\"", "w", "end."])
    }

    private mutating func name(_ letter: String, _ opening: (String) -> String) -> String {
        names += 1
        let name = "\(letter)\(names)z"
        openings[name] = opening(name)
        return name
    }

    private mutating func link(_ depth: Int) -> String {
        let mark = random.pick(["", "", "*", "`"])
        let name = name("L") { "[\(mark)\($0)" }
        let inner = depth < 2 && random.chance(30) ? " " + (random.chance(40) ? image(depth + 1) : inline(depth: depth + 1)) : ""
        let destination = random.pick([
            "page.md#a", "<a b>", "/é&x?y=(1)", "a\\)b", "", "javascript:alert(1)", "mailto:a@b.org", "lang:es", "x\"y",
        ])
        let title = random.pick(["", "", " \"Title\"", " 'a &amp; \"b\"'", " (paren)"])
        return "[\(mark)\(name)\(mark)\(inner)](\(destination)\(title))"
    }

    private mutating func image(_ depth: Int) -> String {
        let name = name("I") { "![\($0)" }
        return "![\(name)\(random.pick(["", " *b*", " `c`"]))](\(random.pick(["a.png", "data:image/png;base64,AA", "<b c.jpg>"]))\(random.pick(["", " \"T\""])))"
    }

    private mutating func reference(_ depth: Int) -> String {
        if references.isEmpty || random.chance(40) { references.append("Ref \(references.count)") }
        let label = random.pick(references)
        if random.chance(30) { return "[\(label)]" }
        let name = name("L") { "[\($0)" }
        return "[\(name)][\(label)]"
    }

    private mutating func autolink() -> String {
        switch random.number(0...3) {
        case 0: return "<http://example.org/" + name("A") { "<http://example.org/\($0)" } + ">"
        case 1: return "<" + name("A") { "<\($0)" } + "@example.org>"
        case 2: return " www.example.org/" + name("A") { "www.example.org/\($0)" } + " "
        default: return " " + name("A") { $0 } + "@example.org "
        }
    }

    private mutating func rawInline(_ depth: Int) -> String {
        switch random.number(0...6) {
        case 0: return "<br>"
        case 1: return "H<sub>2</sub>O<sup>\(nested(depth))</sup>"
        case 2: return random.pick(["<sub>", "</sub>", "<kbd>", "</mark>", "<small *a*>"])
        case 3: return "<abbr title=\"a &amp; b\">ab</abbr>"
        case 4: return random.pick(["<!-- hidden -->", "<?x?>", "<!X y>"])
        default:
            let name = name("x") { "<\($0)" }
            return random.pick(["<\(name)>", "<\(name) a=\"b\">", "<\(name) a=b />"])
        }
    }
}
