import Publication

extension Reviews {
    /// Below the publication's folder.
    package static let path = "content/translations/reviews.yaml"

    private static let keys = ["language", "made", "by", "reviewed-by", "on", "messages"]
    private static let beginning = """
        # Who made the translations, and who has read them: written by ‘tidings translations review’.
        # Each line below ‘messages’ stands for one text and its translation. Where either changes, it says nothing any more.
        # What you add to these lines is kept; comments further down are lost when the file is written anew.

        """

    /// Reads the records among the files of `content/translations/`; none where there is no such file.
    package static func read(_ files: [SourceFile]) -> (Reviews, [Diagnostic]) {
        guard let file = files.first(where: { $0.path == path }) else { return (Reviews(), []) }
        if let problem = file.encodingProblem() { return (Reviews(), [problem]) }
        // The reader wants keys at the top: one more line above the file's own.
        let (reader, unreadable) = YAMLReader.read("records:\n" + file.text, of: file, lineOffset: -1, what: "file")
        guard var yaml = reader else { return (Reviews(), unreadable) }
        var records: [Record] = []
        var problems: [Diagnostic] = []
        for entry in yaml.entries("records") {
            guard var mapping = entry.mapping else {
                problems.append(file.problem(
                    .wrongValue, line: entry.line, length: 200, "this is no record of a review",
                    help: "Begin each with `- language: es`, and write its other keys below, two spaces in."))
                continue
            }
            if let record = record(&mapping, of: file, line: entry.line) { records.append(record) }
            problems += mapping.problems
        }
        yaml.refuseUnknownKeys(known: ["records"], of: "reviews.yaml")
        return (Reviews(records: records, remarks: remarks(file.text)), (problems + yaml.problems).sorted())
    }

    /// The comments at the head of a file, without those that are written anyway.
    private static func remarks(_ text: String) -> [String] {
        let known = Set(beginning.split(separator: "\n"))
        let lines = text.split(whereSeparator: \.isNewline).prefix { $0.drop { $0 == " " }.hasPrefix("#") }
        return lines.filter { !known.contains($0) }.map(String.init)
    }

    private static func record(_ yaml: inout YAMLReader, of file: SourceFile, line: Int) -> Record? {
        yaml.refuseUnknownKeys(known: keys, of: "a record of reviews.yaml")
        for key in ["language", "made"] where !yaml.contains(key) {
            let example = key == "made" ? "`made: machine` or `made: human`" : "`language: es`"
            yaml.report(.missingKey, at: "messages", "this record has no ‘\(key)’", help: "Add \(example).")
        }
        let languages = yaml.languages("language")
        let made = yaml.choice("made", of: Origin.allCases.map(\.rawValue)).flatMap(Origin.init)
        let messages = yaml.strings("messages").flatMap { $0.split(whereSeparator: \.isWhitespace) }.map(String.init)
        if let wrong = messages.first(where: { !isHash($0) }) {
            yaml.report(
                .wrongValue, at: "messages", "‘\(wrong.prefix(40))’ stands for no message",
                help: "Leave the line out, and record the review anew: `tidings translations review`.")
        }
        let by = yaml.string("by"), reviewedBy = yaml.string("reviewed-by"), on = yaml.date("on")
        guard let language = languages.first, let made else { return nil }
        return Record(language: language, made: made, by: by, reviewedBy: reviewedBy, on: on, messages: messages.filter(isHash))
    }

    private static func isHash(_ text: String) -> Bool {
        text.utf8.count == 16 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// The file: the same records always give the same bytes.
    package func written() -> [UInt8] {
        var text = Reviews.beginning + remarks.map { $0 + "\n" }.joined()
        for record in records where !record.messages.isEmpty {
            text += "- language: \(record.language.code)\n  made: \(record.made.rawValue)\n"
            if let by = record.by { text += "  by: \(Reviews.scalar(by))\n" }
            if let by = record.reviewedBy { text += "  reviewed-by: \(Reviews.scalar(by))\n" }
            if let on = record.on { text += "  on: \(on)\n" }
            // One text of many lines: a list of thousands takes ten times as long to read.
            text += "  messages: |\n"
            for hash in record.messages { text += "    \(hash)\n" }
        }
        return Array(text.utf8)
    }

    /// In quotation marks, unless it is plain words that no YAML could take for anything else.
    private static func scalar(_ text: String) -> String {
        let words = text.unicodeScalars
        let isPlain = words.first.map { $0.properties.isAlphabetic } ?? false
            && words.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || " -.()".unicodeScalars.contains($0) }
            && words.last != " " && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
        if isPlain { return text }
        var result = "\""
        for scalar in words {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension Reviews {
    /// With one more record. What it says of a message stands instead of what earlier ones said.
    package func adding(_ new: Record) -> Reviews {
        let hashes = Set(new.messages)
        guard !hashes.isEmpty else { return self }
        var records = self.records
        for index in records.indices where records[index].language == new.language && !Reviews.saySame(records[index], new) {
            records[index].messages.removeAll(where: hashes.contains)
        }
        records.removeAll { $0.messages.isEmpty }
        if let index = records.lastIndex(where: { Reviews.saySame($0, new) }) {
            let known = Set(records[index].messages)
            records[index].messages += new.messages.filter { !known.contains($0) }
        } else {
            records.append(new)
        }
        return Reviews(records: records, remarks: remarks)
    }

    private static func saySame(_ one: Record, _ other: Record) -> Bool {
        var one = one, other = other
        (one.messages, other.messages) = ([], [])
        return one == other
    }

    /// What is known of some translations is known of them under their new hashes too.
    ///
    /// - Parameter isReviewed: whether who has read the old text has thereby read the new one.
    package func renewing(_ hashes: [(old: String, new: String)], in language: LanguageTag, isReviewed: Bool) -> Reviews {
        let new = Dictionary(hashes.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
        guard !new.isEmpty else { return self }
        return records.filter { $0.language == language }.reduce(self) { reviews, record in
            var record = record
            if !isReviewed { record.reviewedBy = nil }
            record.messages = record.messages.compactMap { new[$0] }
            return reviews.adding(record)
        }
    }
}
