import Glibc
import Markdown

/// Recognizes text that was pasted raw from a word processor: Markdown would make one long line, or code, of it.
enum WordPaste {
    /// Bullets of a word processor and bookmarks of its export, outside code.
    static func find(in file: SourceFile, from firstLine: Int) -> Diagnostic? {
        var first: (offset: Int, remnant: Remnant)?
        var count = 0, isSure = false
        file.bytes.withUnsafeBufferPointer { bytes in
            var number = 0
            var fence: UInt8?
            var next = 0
            while next < bytes.count {
                let start = next
                next = (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
                number += 1
                var position = start
                while position < next, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t") { position += 1 }
                guard number >= firstLine, position < next else { continue }
                let byte = bytes[position]
                if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") {
                    guard position + 2 < next, bytes[position + 1] == byte, bytes[position + 2] == byte else { continue }
                    if fence == nil { fence = byte } else if fence == byte { fence = nil }
                } else if fence == nil, byte >= 0x80 || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "o") {
                    guard let found = remnant(bytes[position..<next]) else { continue }
                    first = first ?? (position, found)
                    count += 1
                    isSure = isSure || found.isSure
                }
            }
        }
        // One dot may be a dot.
        guard let first, isSure || count > 1 else { return nil }
        let place = file.place(of: first.offset)
        return file.problem(
            .wordPaste, line: place.line, column: place.column, length: first.remnant.length,
            "\(first.remnant.what)\(onMore(count)): this was pasted from a word processor as it was", help: first.remnant.help)
    }

    private struct Remnant {
        let what: String, length: Int, help: String
        /// Whether nothing else leaves it.
        var isSure = true
    }

    /// What a word processor left at a line's beginning.
    private static func remnant(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Remnant? {
        if let bullet = bullet(text) {
            return Remnant(
                what: "the list mark ‘\(bullet.name)’", length: bullet.length,
                help: "Begin every item of the list on a line of its own with a hyphen and a space, as in `- listen`, in place of ‘\(bullet.name)’ and what follows it.",
                isSure: bullet.isSure)
        }
        guard text.starts(with: "[bookmark: ".utf8) else { return nil }
        return Remnant(
            what: "a bookmark", length: text.firstIndex(of: UInt8(ascii: "]")).map { $0 - text.startIndex + 1 } ?? 10,
            help: "Delete the brackets and all that is in them.")
    }

    /// Its elements, or the cells of its tables, as Markdown reads them: as text, and as code.
    static func find(in tree: MarkdownTree, of file: SourceFile) -> Diagnostic? { elements(in: tree, of: file) ?? cells(in: tree, of: file) }

    /// `<o:p></o:p>`, `<st1:City>Lee</st1:City>`: neither HTML nor Markdown, so that readers would see them.
    private static func elements(in tree: MarkdownTree, of file: SourceFile) -> Diagnostic? {
        var first: (line: Int, tag: [UInt8])?
        var lines: Set<Int> = []
        for (index, node) in tree.nodes.enumerated() {
            let line = Int(node.position.line)
            switch node.kind {
            case .text:
                let literal = tree.literal(index)
                guard literal.withUnsafeBytes({ bytes in bytes.baseAddress.map { memchr($0, CInt(UInt8(ascii: "<")), bytes.count) != nil } ?? false }),
                    let tag = element(in: literal), isWritten(tag, in: file.line(line))
                else { continue }
                first = first ?? (line, tag)
            // `<st1:City>` is a link to Markdown, whose scheme is `st1`.
            case .link:
                let destination = tree.destination(index)
                guard destination.count < 40, destination.contains(UInt8(ascii: ":")) else { continue }
                let tag = Array("<".utf8) + destination + Array(">".utf8)
                guard let name = elementName(tag[...]) else { continue }
                let source = file.line(line)
                guard known.contains(name) || source.firstRange(of: Array("</".utf8) + tag.dropFirst()) != nil, isWritten(tag, in: source) else { continue }
                first = first ?? (line, tag)
            default: continue
            }
            lines.insert(line)
        }
        guard let first else { return nil }
        let source = file.line(first.line), column = source.firstRange(of: first.tag).map { $0.lowerBound - source.startIndex + 1 } ?? 1
        return file.problem(
            .wordPaste, line: first.line, column: column, length: first.tag.count,
            "‘\(String(decoding: first.tag.prefix(40), as: UTF8.self))’\(onMore(lines.count)): this was pasted from a word processor as it was, and readers would see it",
            help: "Delete it and its like, or paste the text anew as plain text (Ctrl+Shift+V, or ⌘⇧V). To show it, write it as code, between two backticks.")
    }

    /// A backslash before it says that it is meant.
    private static func isWritten(_ tag: [UInt8], in line: ArraySlice<UInt8>) -> Bool {
        guard let place = line.firstRange(of: tag)?.lowerBound else { return false }
        return place == line.startIndex || line[place - 1] != UInt8(ascii: "\\")
    }

    /// The first tag with a namespace.
    private static func element(in bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var rest = bytes
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[open...]
            if elementName(rest) != nil, let close = rest.firstIndex(of: UInt8(ascii: ">")) { return Array(rest[...close]) }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// Of a tag that text begins with, the namespace: `o` of `<o:p>` and of `</o:p>`.
    private static func elementName(_ text: ArraySlice<UInt8>) -> String? {
        var rest = text.dropFirst()
        if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
        let prefix = rest.prefix { isLetter($0) || (0x30...0x39).contains($0) }
        rest = rest[prefix.endIndex...]
        guard let letter = prefix.first, isLetter(letter), prefix.count < 12, rest.popFirst() == UInt8(ascii: ":") else { return nil }
        let name = rest.prefix(while: isLetter)
        rest = rest[name.endIndex...]
        guard !name.isEmpty, let next = rest.first else { return nil }
        let isClosed = next == UInt8(ascii: ">") || next == UInt8(ascii: "/") && rest.dropFirst().first == UInt8(ascii: ">")
        // In `a<b:c then d>e` nothing is said of anything.
        let inside = rest.prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<") }
        let isOpen = next == 0x20 && inside.contains(UInt8(ascii: "=")) && inside.endIndex < rest.endIndex && rest[inside.endIndex] == UInt8(ascii: ">")
        return isClosed || isOpen ? String(decoding: prefix, as: UTF8.self).lowercased() : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// The namespaces of Office.
    private static let known: Set<String> = ["o", "w", "m", "v", "x", "a", "r", "p", "st1", "wp", "wps", "pic", "mc"]

    private static func onMore(_ count: Int) -> String { count > 1 ? ", on this and \(count - 1) more line\(count == 2 ? "" : "s")" : "" }

    private static func cells(in tree: MarkdownTree, of file: SourceFile) -> Diagnostic? {
        var cells: [MarkdownTree.Index] = []
        for (index, node) in tree.nodes.enumerated() where node.kind == .codeBlock && !node.isFenced {
            if file.line(Int(node.position.line)).first == UInt8(ascii: "\t") { cells.append(index) }
        }
        guard cells.count >= 2 else { return nil }
        let line = Int(tree.nodes[cells[0]].position.line)
        return file.problem(
            .wordPaste, line: line, length: max(1, file.line(line).count),
            "\(cells.count) lines begin with a tab, as the cells of a pasted Word table do: the page would show them in typewriter letters, not as a table",
            help: "Delete the tabs, and write what stood in each cell as a paragraph below a heading, as in `## Activities`, or as items of a list, each beginning with `- `.")
    }

    /// A word processor puts a tab, a hard space or several spaces behind its bullets, or a letter of its own before them. Those that
    /// people type are looked at by `Rule.falseList`.
    private static func bullet(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (name: String, length: Int, isSure: Bool)? {
        for name in ["·", "•", "◦", "▪", "●", "\u{F0B7}", "\u{F0A7}"] where text.starts(with: name.utf8) {
            let behind = text.dropFirst(name.utf8.count), next = behind.first
            let isPrivate = name.unicodeScalars.first!.value > 0xE000
            let isWide = next == UInt8(ascii: "\t") || next == 0xC2 || behind.starts(with: "  ".utf8)
            let isPlain = next == nil || next == UInt8(ascii: " ") || next == UInt8(ascii: "\r") || next == UInt8(ascii: "\n")
            if isPrivate || isWide || isPlain && name == "·" { return (isPrivate ? "•" : name, name.utf8.count, isPrivate || isWide) }
        }
        // Letters that Word's symbol fonts show as a circle, an arrow, a check mark and a square.
        for name in ["o", "Ø", "ü", "§"] where text.starts(with: name.utf8) {
            let behind = text.dropFirst(name.utf8.count), gap = behind.prefix { $0 == UInt8(ascii: "\t") || $0 == 0xC2 || $0 == 0xA0 || $0 == 0x20 }
            let isWide = gap.first == UInt8(ascii: "\t") || gap.first == 0xC2 || gap.count > 2
            if isWide, let next = behind.dropFirst(gap.count).first, isLetter(next) || next >= 0x80 { return (name, name.utf8.count, true) }
        }
        return nil
    }
}
