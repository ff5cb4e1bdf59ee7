/// Finds messages by their ids, or by as many of an id's first digits as no other has.
package struct MessageIDs: Sendable {
    package enum Found: Sendable, Equatable {
        case one(Message.Key)
        case none
        /// How many begin so.
        case several(Int)
    }

    private let ids: [(id: String, key: Message.Key)]

    /// So many digits are enough to tell the messages of a publication apart, nearly always.
    package static let shown = 8

    package init(_ keys: some Sequence<Message.Key>) {
        ids = keys.map { (Reviews.id(of: $0), $0) }.sorted { $0.id < $1.id }
    }

    package func find(_ text: String) -> Found {
        // Tables for translators have an m before each id.
        let start = text.lowercased().drop { $0 == "m" }
        guard start.count >= 4 else { return .none }
        let found = ids.filter { $0.id.hasPrefix(start) }
        return found.count > 1 ? .several(found.count) : found.first.map { .one($0.key) } ?? .none
    }
}
