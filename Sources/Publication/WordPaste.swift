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
                } else if fence == nil, byte >= 0x80 || byte == UInt8(ascii: "[") {
                    guard let found = remnant(bytes[position..<next]) else { continue }
                    first = first ?? (position, found)
                    count += 1
                    isSure = isSure || found.isSure
                }
            }
        }
        // One dot may be a dot.
        guard let first, isSure || count > 1 else { return nil }
        let more = count > 1 ? ", on this and \(count - 1) more line\(count == 2 ? "" : "s")" : ""
        let place = file.place(of: first.offset)
        return file.problem(
            .wordPaste, line: place.line, column: place.column, length: first.remnant.length,
            "\(first.remnant.what)\(more): this was pasted from a word processor as it was", help: first.remnant.help)
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

    /// Cells of a Word table, which begin with a tab, as Markdown reads them: code.
    static func find(in tree: MarkdownTree, of file: SourceFile) -> Diagnostic? {
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
        return nil
    }
}
