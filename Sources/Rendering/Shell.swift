import Markdown
import Mustache
import Synchronization

/// A layout rendered for one shape of page: its bytes in pieces, and between them which of the page's values goes there.
///
/// Mustache looks up every name by its text and through casts, which costs more than all other work on a page together.
/// But pages of one shape (the same keys there and absent, lists of the same lengths) differ only in the values that are
/// put in. So Mustache renders a shape once, with numbered marks for values, and every page fills in its own.
struct Shell: Sendable {
    /// All pieces, one behind the other.
    private let bytes: [UInt8]
    /// Where each piece but the last ends, and which leaf follows it.
    private let cuts: [(end: Int, leaf: Int, isPlain: Bool)]

    /// Cuts a rendered text at its marks.
    fileprivate init(cutting text: String) {
        var pieces: [UInt8] = []
        var cuts: [(end: Int, leaf: Int, isPlain: Bool)] = []
        var isInTag = false, isInTitle = false
        let bytes = Shell.withoutBlankLines(Array(text.utf8))
        var start = 0
        var position = 0
        while position + 2 < bytes.count {
            guard bytes[position] == Mark.lead, bytes[position + 1] == Mark.second, bytes[position + 2] == Mark.opening else {
                // No element may stand within a tag, nor in the title of the document.
                if bytes[position] == UInt8(ascii: "<") {
                    isInTag = true
                    isInTitle = bytes[position...].starts(with: "<title".utf8)
                } else if bytes[position] == UInt8(ascii: ">") {
                    isInTag = false
                }
                position += 1
                continue
            }
            pieces += bytes[start..<position]
            position += 3
            var number = 0
            while bytes[position] != Mark.lead {
                number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
                position += 1
            }
            cuts.append((pieces.count, number, isInTag || isInTitle))
            position += 3
            start = position
        }
        pieces += bytes[start...]
        self.bytes = pieces
        self.cuts = cuts
    }

    /// Sections that are left out leave their lines' ends.
    private static func withoutBlankLines(_ bytes: [UInt8]) -> [UInt8] {
        var last: UInt8 = 0
        return bytes.filter { byte in
            defer { last = byte }
            return byte != 0x0A || last != 0x0A
        }
    }

    func filled(with values: [Context.Leaf]) -> [UInt8] {
        var output: [UInt8] = []
        var size = bytes.count
        for cut in cuts {
            switch values[cut.leaf] {
            case .none: break
            case .text(let text): size += text.utf8.count + 16
            case .html(let bytes), .attributes(let bytes): size += bytes.count
            case .words(let words): size += words.plain.utf8.count + 64 * words.parts.count
            }
        }
        output.reserveCapacity(size)
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for cut in cuts {
                // A block's HTML ends its line, as does the line that it is put in.
                if start < cut.end, start > 0, bytes[start] == 0x0A, output.last == 0x0A { start += 1 }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<cut.end]))
                if cut.isPlain, case .words(let words) = values[cut.leaf] {
                    Context.Leaf.text(words.plain).write(into: &output)
                } else {
                    values[cut.leaf].write(into: &output)
                }
                start = cut.end
            }
            if start < bytes.count, start > 0, bytes[start] == 0x0A, output.last == 0x0A { start += 1 }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        return output
    }
}

/// Every layout's shells. What is in it follows from the theme alone, whoever asked first.
final class Shells: Sendable {
    private struct Key: Hashable { let layout: String, surroundings: Int, shape: [Int] }
    private let library: MustacheLibrary
    private let shells = Mutex<[Key: Shell]>([:])

    init(library: MustacheLibrary) { self.library = library }

    /// - Parameters:
    ///   - shared: keys that all pages with these surroundings have, with the same values.
    ///   - surroundings: tells them from others.
    func render(_ context: Context, shared: Context, surroundings: Int, layout: String) -> [UInt8] {
        var shape: [Int] = []
        var leaves: [Context.Leaf] = []
        context.walk(shape: &shape, leaves: &leaves)
        let key = Key(layout: layout, surroundings: surroundings, shape: shape)
        let known = shells.withLock { $0[key] }
        if let known { return known.filled(with: leaves) }
        var count = 0
        var object = MustacheObject(shared)
        object.merge(MustacheObject(context, marking: &count))
        // A layout may begin with comments; a document begins with its type.
        let rendered = library.render(object, withTemplate: layout) ?? ""
        let shell = Shell(cutting: String(rendered.drop(while: \.isWhitespace)))
        shells.withLock { $0[key] = shell }
        return shell.filled(with: leaves)
    }
}

extension Context {
    /// What pages of one shape have in common, and the values in which they differ, in the order of `MustacheObject`.
    fileprivate func walk(shape: inout [Int], leaves: inout [Leaf]) {
        shape.append(entries.count)
        for (name, value) in entries {
            shape.append(Int(bitPattern: name.utf8Start))
            switch value {
            case .leaf(let leaf):
                shape.append(leaf.isEmpty ? -1 : -2)
                if !leaf.isEmpty { leaves.append(leaf) }
            case .flag(let flag): shape.append(flag ? -3 : -4)
            case .context(let context): context.walk(shape: &shape, leaves: &leaves)
            case .list(let list):
                shape.append(list.count)
                for context in list { context.walk(shape: &shape, leaves: &leaves) }
            case .leaves(let list):
                shape.append(list.count)
                leaves += list
            case .dictionary(let texts):
                shape.append(texts.count)
                leaves += texts.map(\.value)
            }
        }
    }
}

extension Context.Leaf {
    func write(into output: inout [UInt8]) {
        switch self {
        case .none: break
        case .text(var text): text.withUTF8 { HTMLWriter.escape($0, into: &output) }
        case .html(let bytes), .attributes(let bytes): output += bytes
        case .words(let words): output += words.html
        }
    }

    var string: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A mark stands in a rendered layout for a value: its number between two characters that no text may hold
/// (noncharacters, Unicode section 23.7).
private enum Mark {
    static let lead: UInt8 = 0xEF, second: UInt8 = 0xB7, opening: UInt8 = 0x90
    static func text(_ number: Int) -> String {
        String(decoding: [lead, second, opening] + Array(String(number).utf8) + [lead, second, opening + 1], as: UTF8.self)
    }
}

/// A context as Mustache sees it.
struct MustacheObject: MustacheParent {
    private var values: [String: Any] = [:]

    /// With its own values.
    init(_ context: Context) {
        for (name, value) in context.entries {
            switch value {
            case .leaf(let leaf): set(name, MustacheText(leaf.string))
            case .flag(let flag): set(name, flag)
            case .context(let context): set(name, MustacheObject(context))
            case .list(let list): set(name, list.map { MustacheObject($0) })
            case .leaves(let leaves): set(name, leaves.map { MustacheText($0.string) })
            case .dictionary(let texts): set(name, MustacheObject(texts) { MustacheText($0.string) })
            }
        }
    }

    /// With numbered marks for its values, in the order of `Context.walk`.
    init(_ context: Context, marking count: inout Int) {
        func mark() -> MustacheText {
            defer { count += 1 }
            return MustacheText(Mark.text(count))
        }
        for (name, value) in context.entries {
            switch value {
            case .leaf(let leaf): set(name, leaf.isEmpty ? MustacheText("") : mark())
            case .flag(let flag): set(name, flag)
            case .context(let context): set(name, MustacheObject(context, marking: &count))
            case .list(let list):
                var objects: [MustacheObject] = []
                for context in list { objects.append(MustacheObject(context, marking: &count)) }
                set(name, objects)
            case .leaves(let leaves): set(name, leaves.map { _ in mark() })
            case .dictionary(let texts): set(name, MustacheObject(texts) { _ in mark() })
            }
        }
    }

    private init(_ texts: [(key: String, value: Context.Leaf)], value: (Context.Leaf) -> MustacheText) {
        for (key, text) in texts { values[key] = value(text) }
    }

    mutating func merge(_ other: MustacheObject) { values.merge(other.values) { $1 } }

    func child(named name: String) -> Any? { values[name] }

    private mutating func set(_ name: StaticString, _ value: Any) { values[name.description] = value }
}

/// A piece of HTML, or nothing: then its section is left out.
private struct MustacheText: MustacheCustomRenderable, MustacheParent {
    let renderText: String

    init(_ text: String) { renderText = text }

    var isNull: Bool { renderText.isEmpty }
    /// A text has no parts; without this, Mustache would look for them by reflection.
    func child(named: String) -> Any? { nil }
}
