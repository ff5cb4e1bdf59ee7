extension POFile {
    /// The entry with the empty msgid: who translated, when, in which charset, with which plural forms.
    package struct Header: Sendable, Equatable {
        /// The entry that holds it; nil in a file without a header.
        package var entry: Entry?

        package init(entry: Entry? = nil) { self.entry = entry }

        package init(comments: [String] = [], fields: [Field]) {
            entry = Entry(id: "", translations: [fields.map { "\($0.name): \($0.value)\n" }.joined()])
            entry?.translatorComments = comments
        }

        /// `# …` before the header, usually title, copyright and translators.
        package var comments: [String] {
            get { entry?.translatorComments ?? [] }
            set { edit { $0.translatorComments = newValue } }
        }

        package var flags: [String] {
            get { entry?.flags ?? [] }
            set { edit { $0.flags = newValue } }
        }

        /// Templates have a fuzzy header, and some translators never take the flag away: it means nothing to readers.
        package var isFuzzy: Bool { entry?.isFuzzy ?? false }

        /// Every line with a colon, in order.
        package var fields: [Field] { lines.compactMap(Field.init(line:)) }

        /// The value of a field, whose name is looked for without regard to case. Setting nil takes the field away; a new one goes last.
        package subscript(name: String) -> String? {
            get { lines.lazy.compactMap(Field.init(line:)).first { $0.isNamed(name) }?.value }
            set {
                guard newValue != self[name] else { return }
                var lines = self.lines
                let line = newValue.map { Field(name: name, value: $0).line }
                if let index = lines.firstIndex(where: { Field(line: $0)?.isNamed(name) == true }) {
                    lines.replaceSubrange(index...index, with: line.map { [$0] } ?? [])
                } else if let line {
                    lines.append(line)
                }
                edit { $0.translations = [lines.map { $0 + "\n" }.joined()] }
            }
        }

        /// What the Content-Type says of the charset, in capitals.
        var charset: String? {
            guard let text = entry?.translations.first else { return nil }
            return CatalogCharset.range(in: text).map { text[$0].uppercased() }
        }

        /// Writes UTF-8 into the Content-Type, if there is one.
        mutating func declareUTF8() {
            guard let text = entry?.translations.first, let range = CatalogCharset.range(in: text) else { return }
            edit { $0.translations[0].replaceSubrange(range, with: "UTF-8") }
        }

        private var lines: [String] {
            guard let text = entry?.translations.first else { return [] }
            // By scalars: as a character, a line end with its CR is no "\n".
            var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String(Substring($0)) }
            if lines.last == "" { lines.removeLast() }
            return lines
        }

        private mutating func edit(_ change: (inout Entry) -> Void) {
            var entry = self.entry ?? Entry(id: "")
            change(&entry)
            self.entry = entry
        }

        /// One line of the header: `Language: es`.
        package struct Field: Sendable, Equatable {
            package var name: String
            package var value: String

            package init(name: String, value: String) {
                self.name = name
                self.value = value
            }

            init?(line: String) {
                guard let colon = line.firstIndex(of: ":") else { return nil }
                name = String(line[..<colon])
                var rest = line[line.index(after: colon)...].drop(while: \.isWhitespace)
                while rest.last?.isWhitespace == true { rest.removeLast() }
                value = String(rest)
            }

            /// A value of several lines would be several fields.
            var line: String { "\(name): \(value.replacing("\n", with: " "))" }

            func isNamed(_ other: String) -> Bool { name.lowercased() == other.lowercased() }
        }
    }
}
