extension POFile {
    /// The catalog as `msgcat --no-wrap` writes it, in UTF-8.
    package func written() -> [UInt8] {
        var writer = POWriter()
        if let header = header.entry { writer.write(header) }
        for entry in entries where !entry.isObsolete { writer.write(entry) }
        for entry in entries where entry.isObsolete { writer.write(entry) }
        if !closingComments.isEmpty { writer.write(closingComments) }
        return writer.output
    }
}

private struct POWriter {
    private(set) var output: [UInt8] = []

    mutating func write(_ entry: POFile.Entry) {
        separate()
        for comment in entry.translatorComments { line("#", comment, space: true) }
        for comment in entry.extractedComments { line("#.", comment, space: true) }
        write(references: entry.references)
        if !entry.flags.isEmpty { put("#, \(entry.flags.joined(separator: ", "))\n") }
        let previous = entry.isObsolete ? "#~| " : "#| "
        if let context = entry.previousContext { string(context, keyword: "msgctxt", prefix: previous) }
        if let id = entry.previousID { string(id, keyword: "msgid", prefix: previous) }
        if let plural = entry.previousPluralID { string(plural, keyword: "msgid_plural", prefix: previous) }
        let prefix = entry.isObsolete ? "#~ " : ""
        if let context = entry.context { string(context, keyword: "msgctxt", prefix: prefix) }
        string(entry.id, keyword: "msgid", prefix: prefix)
        if let plural = entry.pluralID {
            string(plural, keyword: "msgid_plural", prefix: prefix)
            for (form, text) in entry.translations.enumerated() { string(text, keyword: "msgstr[\(form)]", prefix: prefix) }
        } else {
            string(entry.translations.first ?? "", keyword: "msgstr", prefix: prefix)
        }
    }

    mutating func write(_ comments: [String]) {
        separate()
        for comment in comments { put(comment + "\n") }
    }

    private mutating func separate() {
        if !output.isEmpty { output.append(UInt8(ascii: "\n")) }
    }

    private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

    private mutating func line(_ mark: String, _ text: String, space: Bool) {
        put(text.isEmpty ? "\(mark)\n" : "\(mark) \(text)\n")
    }

    private mutating func write(references: [String]) {
        guard !references.isEmpty else { return }
        put("#: \(references.joined(separator: " "))\n")
    }

    private mutating func string(_ text: String, keyword: String, prefix: String) {
        put("\(prefix)\(keyword) \"\(text)\"\n")
    }
}
