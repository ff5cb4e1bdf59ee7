import Publication

extension POFile {
    /// Reads a catalog in any charset that gettext knows, by what its header says; the header of the result says UTF-8.
    ///
    /// Nil where any of the problems is an error: what is left of a broken file must not be taken for the whole or be written
    /// over it. Of entries that stand in the file twice, the first counts.
    package static func read(_ file: SourceFile) -> (POFile?, [Diagnostic]) {
        let (decoded, charset, problem) = decode(file)
        guard let decoded else { return (nil, problem.map { [$0] } ?? []) }
        var parser = POParser(decoded, charset: charset)
        var catalog = parser.parse()
        if charset != .utf8 { catalog.header.declareUTF8() }
        return (parser.problems.hasErrors ? nil : catalog, parser.problems.listed)
    }

    /// The file in UTF-8, and the charset that its escapes are in.
    private static func decode(_ file: SourceFile) -> (SourceFile?, CatalogCharset, Diagnostic?) {
        let invalid = file.encodingProblem()
        let isUTF16 = file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF])
        guard !isUTF16, let (name, line) = CatalogCharset.declared(in: file.bytes) else {
            return (invalid == nil ? file : nil, .utf8, invalid)
        }
        let inUTF8 = "Have the translator's program save it as UTF-8, with charset=UTF-8 in the header."
        func refuse(_ message: String, help: String) -> (SourceFile?, CatalogCharset, Diagnostic?) {
            let text = String(decoding: file.line(line), as: Unicode.ASCII.self).uppercased()
            let column = text.firstRange(of: name).map { text.distance(from: text.startIndex, to: $0.lowerBound) + 1 }
            return (nil, .utf8, file.problem(.catalog, line: line, column: column ?? 1, length: name.utf8.count, message, help: help))
        }
        guard let charset = CatalogCharset(name) else {
            // ASCII is the same in all of them.
            if file.bytes.allSatisfy({ $0 < 0x80 && $0 != 0 }) { return (file, .utf8, nil) }
            return refuse("the header says that this catalog is written in ‘\(name)’, which is not known here", help: inUTF8)
        }
        guard charset != .utf8 else { return (invalid == nil ? file : nil, .utf8, invalid) }
        if file.bytes.contains(0) { return (nil, .utf8, invalid) }
        if invalid == nil, hasManyLongCharacters(file.bytes) {
            return refuse(
                "the header says ‘\(name)’, but this catalog is written in UTF-8", help: "Write charset=UTF-8 in its place.")
        }
        switch charset.converted(file.bytes) {
        case .text(let text): return (SourceFile(path: file.path, bytes: text), charset, nil)
        case .stopped(let offset):
            let before = file.bytes[..<offset]
            let line = before.count { $0 == "\n" } + 1
            let column = offset - (before.lastIndex { $0 == "\n" } ?? -1)
            return (nil, .utf8, file.problem(
                .catalog, line: line, column: column, "this is not written in \(name), though the header says so", help: inUTF8))
        }
    }

    /// Text in another charset that is UTF-8 as well by chance has few characters, or none beyond ASCII.
    private static func hasManyLongCharacters(_ bytes: [UInt8]) -> Bool {
        bytes.lazy.filter { $0 >= 0xC0 }.prefix(8).count == 8
    }
}
