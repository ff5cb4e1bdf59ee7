import Publication

/// A document that follows another, by its path below `content/`, in one language.
package struct AdaptedDocument: Sendable {
    package let document: Document
    package let source: String
    package let language: LanguageTag

    package init(document: Document, source: String, language: LanguageTag) {
        self.document = document
        self.source = source
        self.language = language
    }

    /// What has changed in the source since this was written; nil where this does not say what it follows.
    package func changes(in messages: PublicationMessages) -> [Message]? {
        guard let follows = document.frontMatter.follows, let source = messages.documents.first(where: { $0.document.path == source }) else { return nil }
        return SourceState(source).changes(since: follows)
    }

    /// The file with the source's present state in its front matter; nil where it has no front matter.
    package static func following(_ state: SourceState, in text: String) -> String? {
        // By bytes: CRLF is one character.
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(decoding: Array($0), as: UTF8.self) }
        func isFence(_ line: String) -> Bool { line.hasPrefix("---") && line.utf8.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
        guard let first = lines.first, isFence(first.hasPrefix("\u{FEFF}") ? String(first.dropFirst()) : first),
            let end = lines.dropFirst().firstIndex(where: isFence)
        else { return nil }
        let ending = lines[end].utf8.last == 0x0D ? "\r" : ""
        let line = "follows: \"\(state.text)\"" + ending
        if let old = lines[..<end].firstIndex(where: { $0.hasPrefix("follows:") }) { lines[old] = line } else { lines.insert(line, at: end) }
        return lines.joined(separator: "\n")
    }
}
