/// What a document says, message by message, as short hashes: a document written anew for a language keeps this of its
/// source in `follows`, so that one can tell later what has changed.
package struct SourceState: Sendable, Hashable {
    /// Six hexadecimal digits for each message, in the document's order.
    private let hashes: [String]
    private let messages: [Message]

    package init(_ document: DocumentMessages) {
        messages = document.messages
        hashes = document.messages.map { String(Reviews.id(of: $0.key).prefix(6)) }
    }

    /// For the front matter's `follows`.
    package var text: String { hashes.joined() }

    package func isWhat(_ follows: String) -> Bool { changes(since: follows).isEmpty && text.count == follows.filter { !$0.isWhitespace }.count }

    /// The messages that are new or have changed since a document was written that follows this one.
    package func changes(since follows: String) -> [Message] {
        let old = follows.filter { !$0.isWhitespace }
        var known: [Substring: Int] = [:]
        var start = old.startIndex
        while start < old.endIndex {
            let end = old.index(start, offsetBy: 6, limitedBy: old.endIndex) ?? old.endIndex
            known[old[start..<end], default: 0] += 1
            start = end
        }
        return zip(hashes, messages).compactMap { hash, message in
            guard let count = known[Substring(hash)], count > 0 else { return message }
            known[Substring(hash)] = count - 1
            return nil
        }
    }

    package static func == (one: Self, other: Self) -> Bool { one.hashes == other.hashes }
    package func hash(into hasher: inout Hasher) { hasher.combine(hashes) }
}
