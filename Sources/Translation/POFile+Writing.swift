extension POFile {
    /// The catalog in gettext's canonical form, in UTF-8: as `msgcat --no-wrap` writes it.
    ///
    /// Kept where msgcat leaves them out: flags that it does not know, `fuzzy` where nothing is translated, obsolete entries
    /// without a translation, and comments behind the last entry.
    package func written() -> [UInt8] {
        let output = written(header: header)
        // A template's header says CHARSET or ASCII, which is no longer so once it is translated.
        guard let charset = header.charset, charset != "UTF-8", charset != "UTF8", output.contains(where: { $0 >= 0x80 })
        else { return output }
        var header = header
        header.declareUTF8()
        return written(header: header)
    }

    private func written(header: Header) -> [UInt8] {
        var writer = POWriter()
        if let header = header.entry { writer.write(header) }
        for entry in entries where !entry.isObsolete { writer.write(entry) }
        for entry in entries where entry.isObsolete { writer.write(entry) }
        if !closingComments.isEmpty { writer.write(closingLines: closingComments) }
        return writer.output
    }
}

private struct POWriter {
    private(set) var output: [UInt8] = []

    /// Even with --no-wrap, msgcat breaks the lines of references. In bytes, without the line's end.
    private static let referenceWidth = 79

    mutating func write(_ entry: POFile.Entry) {
        separate()
        write(comments: entry.translatorComments, behind: "#")
        write(comments: entry.extractedComments, behind: "#.")
        write(references: entry.references)
        if !entry.flags.isEmpty { put("#, \(POFlags.ordered(entry.flags).joined(separator: ", "))\n") }

        let previous = entry.isObsolete ? "#~| " : "#| "
        if let context = entry.previousContext { write(context, behind: "\(previous)msgctxt ", continued: previous) }
        if let id = entry.previousID { write(id, behind: "\(previous)msgid ", continued: previous) }
        if let plural = entry.previousPluralID { write(plural, behind: "\(previous)msgid_plural ", continued: previous) }

        let mark = entry.isObsolete ? "#~ " : ""
        if let context = entry.context { write(context, behind: "\(mark)msgctxt ", continued: mark) }
        write(entry.id, behind: "\(mark)msgid ", continued: mark)
        if let plural = entry.pluralID {
            write(plural, behind: "\(mark)msgid_plural ", continued: mark)
            let forms = entry.translations.isEmpty ? [""] : entry.translations
            for (form, text) in forms.enumerated() { write(text, behind: "\(mark)msgstr[\(form)] ", continued: mark) }
        } else {
            write(entry.translations.first ?? "", behind: "\(mark)msgstr ", continued: mark)
        }
    }

    mutating func write(closingLines: [String]) {
        separate()
        for line in closingLines { put(line + "\n") }
    }

    private mutating func separate() {
        if !output.isEmpty { put("\n") }
    }

    private mutating func put(_ text: some StringProtocol) { output.append(contentsOf: text.utf8) }

    /// A comment of several lines, though none can be read, is written as several.
    private mutating func write(comments: [String], behind mark: String) {
        for comment in comments {
            for line in comment.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r" }) {
                // To gettext a backslash at a line's end, even of a comment, says that the line goes on.
                let end = line.last == "\\" ? " " : ""
                put(line.isEmpty ? "\(mark)\n" : "\(mark) \(Substring(line))\(end)\n")
            }
        }
    }

    private mutating func write(references: [String]) {
        guard !references.isEmpty else { return }
        put("#:")
        var width = 2
        for reference in references {
            let text = POReferences.written(reference)
            let length = 1 + text.utf8.count
            if width > 2, width + length > POWriter.referenceWidth {
                put("\n#:")
                width = 2
            }
            put(" \(text)")
            width += length
        }
        put("\n")
    }

    /// A text with line breaks inside begins on a line of its own.
    private mutating func write(_ text: String, behind keyword: String, continued mark: String) {
        var rest = Array(text.utf8)[...]
        put(keyword)
        let newline = UInt8(ascii: "\n")
        if let first = rest.firstIndex(of: newline), first + 1 < rest.endIndex { put("\"\"\n\(mark)") }
        while let end = rest.firstIndex(of: newline), end + 1 < rest.endIndex {
            write(quoted: rest[...end])
            put("\n\(mark)")
            rest = rest[(end + 1)...]
        }
        write(quoted: rest)
        put("\n")
    }

    private mutating func write(quoted text: ArraySlice<UInt8>) {
        put("\"")
        for byte in text {
            switch byte {
            case "\n": put("\\n")
            case "\t": put("\\t")
            case "\r": put("\\r")
            case 0x07: put("\\a")
            case 0x08: put("\\b")
            case 0x0B: put("\\v")
            case 0x0C: put("\\f")
            case "\\": put("\\\\")
            case "\"": put("\\\"")
            default: output.append(byte)
            }
        }
        put("\"")
    }
}
