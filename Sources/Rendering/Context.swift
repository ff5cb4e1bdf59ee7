import Publication

/// What a layout can name, in the order in which it was set.
///
/// Every value is HTML in the end: text goes in by `text` and is escaped when it is written, markup goes in by `html`.
/// So it makes no difference whether a layout writes two braces or three, and no theme can forget to escape. A key that
/// is documented and has no value is set to nothing: Mustache would else look for it further out, and a list's entry
/// without a summary would show the page's.
struct Context: Sendable {
    enum Value: Sendable {
        case leaf(Leaf)
        case flag(Bool)
        indirect case context(Context)
        case list([Context])
        case leaves([Leaf])
        /// Values below names that are not known beforehand.
        case dictionary([(key: String, value: Leaf)])
    }

    /// A piece of text or HTML.
    enum Leaf: Sendable {
        case none
        case text(String)
        case html([UInt8])
        /// As HTML where elements may stand, as plain text within a tag.
        case words(Words)
        /// Attributes within a tag, often none: pages that differ in them have the same shape.
        case attributes([UInt8])

        var isEmpty: Bool {
            switch self {
            case .none: true
            case .text(let text): text.isEmpty
            case .html(let bytes): bytes.isEmpty
            case .words(let words): words.isEmpty
            case .attributes: false
            }
        }
    }

    private(set) var entries: [(name: StaticString, value: Value)] = []

    init() { entries.reserveCapacity(10) }

    mutating func text(_ name: StaticString, _ value: String?) { set(name, .leaf(value.map { .text($0) } ?? .none)) }

    @_disfavoredOverload
    mutating func text(_ name: StaticString, _ value: Words?) { set(name, .leaf(value.map { $0.leaf } ?? .none)) }

    mutating func html(_ name: StaticString, _ value: [UInt8]?) { set(name, .leaf(value.map { .html($0) } ?? .none)) }

    /// For `<p{{{attributes}}}>`: they bring the space before them.
    mutating func attributes(_ name: StaticString, _ value: [UInt8]) { set(name, .leaf(.attributes(value))) }

    mutating func attributes(_ value: [UInt8]) { attributes("attributes", value) }

    mutating func flag(_ name: StaticString, _ value: Bool) { set(name, .flag(value)) }

    mutating func list(_ name: StaticString, _ value: [Context]) { set(name, .list(value)) }

    /// A list of plain texts, each named `.` within its section.
    mutating func texts(_ name: StaticString, _ value: [String]) { set(name, .leaves(value.map { .text($0) })) }

    mutating func dictionary(_ name: StaticString, _ value: [(key: String, value: Leaf)]) { set(name, .dictionary(value)) }

    mutating func context(_ name: StaticString, _ value: Context?) { set(name, value.map { .context($0) } ?? .leaf(.none)) }

    /// A list below a name of its own, `{{#list}}<ul>{{#items}}…{{/items}}</ul>{{/list}}`, absent where it is empty.
    mutating func items(_ name: StaticString, _ items: [Context], more: (inout Context) -> Void = { _ in }) {
        guard !items.isEmpty else { return set(name, .leaf(.none)) }
        var context = Context()
        context.list("items", items)
        more(&context)
        set(name, .context(context))
    }

    /// A key set again takes the place of what it was.
    private mutating func set(_ name: StaticString, _ value: Value) {
        for index in entries.indices where entries[index].name.utf8Start == name.utf8Start {
            entries[index].value = value
            return
        }
        entries.append((name, value))
    }
}
