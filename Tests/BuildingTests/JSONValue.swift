import Foundation

/// JSON as a test asks about it: `plan["goals", 0, "title", "text"]`.
enum JSONValue: Decodable, Equatable {
    case null, bool(Bool), number(Double), string(String), list([JSONValue]), object([String: JSONValue])

    enum Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case key(String), index(Int)

        init(stringLiteral key: String) { self = .key(key) }
        init(integerLiteral index: Int) { self = .index(index) }
    }

    static func read(_ text: String) throws -> JSONValue { try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) }

    init(from decoder: any Decoder) throws {
        if let list = try? [JSONValue](from: decoder) { self = .list(list); return }
        if let object = try? [String: JSONValue](from: decoder) { self = .object(object); return }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else {
            self = .string(try value.decode(String.self))
        }
    }

    /// Null where there is nothing.
    subscript(_ steps: Step...) -> JSONValue {
        steps.reduce(self) { value, step in
            switch (value, step) {
            case (.object(let object), .key(let key)): object[key] ?? .null
            case (.list(let list), .index(let index)): list.indices.contains(index) ? list[index] : .null
            default: .null
            }
        }
    }

    /// All strings in it that are addresses.
    var addresses: [String] {
        switch self {
        case .string(let string): string.hasPrefix("https://") ? [string] : []
        case .list(let list): list.flatMap(\.addresses)
        case .object(let object): object.values.flatMap(\.addresses)
        default: []
        }
    }

    var list: [JSONValue] { if case .list(let list) = self { list } else { [] } }
    var string: String? { if case .string(let string) = self { string } else { nil } }
    /// Of a text, or of a list of texts, each on a line.
    var words: String { self["text"].string ?? list.compactMap { $0["text"].string }.joined(separator: "\n") }
}
