import Markdown

/// Recognizes text that was pasted raw from a word processor: Markdown would make one long line, or code, of it.
enum WordPaste {
    private static let help = "Write every list item on its own line, beginning with `- `, and every table cell as a heading or list of its own; or paste it as plain text and add the marks there."

    /// Bullets of a word processor and bookmarks of its export, outside code.
    static func find(in file: SourceFile, from firstLine: Int) -> Diagnostic? {
        var first: (line: Int, column: Int, length: Int, what: String)?
        var count = 0
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
                    first = first ?? (number, position - start + 1, found.length, found.what)
                    count += 1
                }
            }
        }
        guard let first else { return nil }
        let more = count > 1 ? ", on this and \(count - 1) more line\(count == 2 ? "" : "s")" : ""
        return file.problem(
            .wordPaste, line: first.line, column: first.column, length: first.length,
            "\(first.what)\(more): this was pasted raw", help: help)
    }

    /// What a word processor left at a line's beginning.
    private static func remnant(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (what: String, length: Int)? {
        if let bullet = bullet(text) { return ("the list mark ‘\(bullet.name)’ of a word processor", bullet.length) }
        guard text.starts(with: "[bookmark: ".utf8) else { return nil }
        return ("a word processor's bookmark", text.firstIndex(of: UInt8(ascii: "]")).map { $0 - text.startIndex + 1 } ?? 10)
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
            "\(cells.count) lines begin with a tab, as the cells of a pasted Word table do: Markdown would show them as code", help: help)
    }

    private static func bullet(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (name: String, length: Int)? {
        for name in ["·", "•", "◦", "▪", "●", "\u{F0B7}", "\u{F0A7}"] where text.starts(with: name.utf8) {
            let next = text.dropFirst(name.utf8.count).first
            if next == nil || next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") || next == 0xC2 || next == UInt8(ascii: "\r") || next == UInt8(ascii: "\n") {
                return (name.unicodeScalars.first!.value > 0xE000 ? "•" : name, name.utf8.count)
            }
        }
        return nil
    }
}
