import Checking
import Markdown
import Publication
import Translation

/// How hard the translations into a language are to read, by document.
func translatedReadings(_ messages: PublicationMessages, catalog: Catalog, target: Int) -> [TranslatedReading] {
    guard Readability.Formula(catalog.language) != nil else { return [] }
    return concurrentMap(messages.documents.count) { number -> TranslatedReading? in
        let document = messages.documents[number]
        var texts: [(words: String, line: Int)] = []
        var file: String?
        for message in document.messages where message.role.isRunningText {
            guard case .translated(let text) = catalog.state(of: message.key), let place = catalog.place(of: message.key) else { continue }
            file = file ?? place.path
            if place.path == file { texts.append((plainWords(text), place.line)) }
        }
        guard let file, let source = catalog.files.first(where: { $0.path == file })?.source else { return nil }
        return TranslatedReading(document.document.title, in: catalog.language, texts: texts, file: source, target: target)
    }.compactMap { $0 }
}

/// A translation without the numbers of its links and without its markup.
private func plainWords(_ text: String) -> String {
    var words = ""
    var rest = Substring(text)
    while let mark = rest.firstRange(of: "][") {
        let number = rest[mark.upperBound...].prefix(while: \.isNumber)
        words += rest[..<mark.lowerBound]
        let end = number.endIndex
        if !number.isEmpty, end < rest.endIndex, rest[end] == "]" {
            rest = rest[rest.index(after: end)...]
        } else {
            words += " "
            rest = rest[mark.upperBound...]
        }
    }
    words += rest
    words.removeAll { $0 == "[" }
    guard let tree = try? MarkdownParser().parse(Array(words.utf8)) else { return words }
    return tree.plainText(of: 0)
}

extension Message.Role {
    /// Whether it is read in sentences.
    fileprivate var isRunningText: Bool {
        switch self {
        case .paragraph, .item, .footnote: true
        default: false
        }
    }
}
