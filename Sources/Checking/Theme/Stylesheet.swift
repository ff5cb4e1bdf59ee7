import Publication

/// A stylesheet as its declarations, each with where it holds. Read as far as it can be: whatever is broken in it costs at most
/// what stands around it, as in a browser (CSS Syntax Module Level 3, section 5, in the parts that themes need).
struct Stylesheet {
    struct Declaration {
        /// In small letters, but for a token (`--ink`), whose letters count.
        let name: String
        /// Without comments, in one line.
        let value: String
        /// In the file, of the name's first byte.
        let offset: Int
    }

    /// Declarations between a pair of braces.
    struct Block {
        /// What stands before the brace, without comments: a selector, or `@page`.
        let prelude: String
        /// The conditions around it, the outermost first: `@media print`.
        let conditions: [String]
        let offset: Int
        var declarations: [Declaration] = []
    }

    let file: SourceFile
    private(set) var blocks: [Block] = []

    /// Deeper nesting is passed over.
    private static let deepest = 24

    init(_ file: SourceFile) {
        self.file = file
        let bytes = file.bytes
        /// What is open: the place of its block among `blocks`, or nothing for a condition.
        var open: [(block: Int?, prelude: String)] = []
        var tooDeep = 0
        var start = 0
        var parentheses = 0
        var offset = 0

        func declare(upTo end: Int) {
            defer { start = end + 1; parentheses = 0 }
            guard tooDeep == 0, let block = open.last?.block, let declaration = Stylesheet.declaration(bytes, start..<end) else { return }
            blocks[block].declarations.append(declaration)
        }
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "/") where offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "*"):
                offset = Stylesheet.endOfComment(bytes, from: offset)
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                offset = Stylesheet.endOfString(bytes, from: offset)
                continue
            case UInt8(ascii: "\\"): offset += 1
            case UInt8(ascii: "("): parentheses += 1
            case UInt8(ascii: ")"): parentheses = max(0, parentheses - 1)
            case UInt8(ascii: ";") where parentheses == 0: declare(upTo: offset)
            case UInt8(ascii: "{"):
                if open.count >= Stylesheet.deepest || tooDeep > 0 {
                    tooDeep += 1
                } else {
                    let (prelude, place) = Stylesheet.text(bytes, start..<offset)
                    let isGroup = ["@media", "@supports", "@layer", "@container", "@scope", "@starting-style"].contains { prelude.lowercased().hasPrefix($0) }
                    if isGroup {
                        // Nested in a rule, what it holds are the rule's own declarations under a condition.
                        if let outer = open.last(where: { $0.block != nil }) {
                            let rule = blocks[outer.block!]
                            blocks.append(Block(prelude: rule.prelude, conditions: rule.conditions + [prelude], offset: place))
                            open.append((blocks.count - 1, prelude))
                        } else {
                            open.append((nil, prelude))
                        }
                    } else {
                        let outer = open.last { $0.block != nil }?.block.map { blocks[$0] }
                        let conditions = outer?.conditions ?? open.filter { $0.block == nil }.map(\.prelude)
                        let selector = outer.map { Stylesheet.nested(prelude, in: $0.prelude) } ?? prelude
                        blocks.append(Block(prelude: selector, conditions: conditions, offset: place))
                        open.append((blocks.count - 1, prelude))
                    }
                }
                start = offset + 1
                parentheses = 0
            case UInt8(ascii: "}"):
                declare(upTo: offset)
                if tooDeep > 0 { tooDeep -= 1 } else if !open.isEmpty { open.removeLast() }
            default: break
            }
            offset += 1
        }
        declare(upTo: bytes.count)
    }

    func problem(_ rule: Rule, at declaration: Declaration, _ message: String, help: String) -> Diagnostic {
        let (line, column) = file.place(of: declaration.offset)
        let end = file.bytes[declaration.offset...].prefix(400).firstIndex { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "}") || $0 == 0x0A || $0 == 0x0D } ?? file.bytes.count
        return file.problem(rule, line: line, column: column, length: max(1, end - declaration.offset), message, help: help)
    }

    func problem(_ rule: Rule, at block: Block, _ message: String, help: String) -> Diagnostic {
        let (line, column) = file.place(of: block.offset)
        return file.problem(rule, line: line, column: column, length: max(1, min(block.prelude.utf8.count, 200)), message, help: help)
    }

    // MARK: Reading

    /// `& a` and `a` within `nav`: `nav a`. Lists of selectors stay lists.
    private static func nested(_ selector: String, in outer: String) -> String {
        guard outer.utf8.count + selector.utf8.count < 2000 else { return selector }
        return selector.contains("&") ? selector.replacing("&", with: outer) : outer + " " + selector
    }

    private static func declaration(_ bytes: [UInt8], _ range: Range<Int>) -> Declaration? {
        guard let colon = colon(bytes, range) else { return nil }
        let (name, offset) = text(bytes, range.lowerBound..<colon)
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 >= 0x80 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || isAlphanumeric($0) }) else { return nil }
        var (value, _) = text(bytes, colon + 1..<range.upperBound)
        if let mark = value.lastIndex(of: "!"), value[mark...].lowercased().filter({ $0 != " " }) == "!important" {
            value = String(value[..<mark])
            while value.last == " " { value.removeLast() }
        }
        return Declaration(name: name.hasPrefix("--") ? name : name.lowercased(), value: value, offset: offset)
    }

    /// The first that stands in no comment.
    private static func colon(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            if bytes[offset] == UInt8(ascii: ":") { return offset }
            let isComment = bytes[offset] == UInt8(ascii: "/") && offset + 1 < range.upperBound && bytes[offset + 1] == UInt8(ascii: "*")
            offset = isComment ? endOfComment(bytes, from: offset) : offset + 1
        }
        return nil
    }

    /// Without comments, white space as one space and none at the ends; and where its first byte stands.
    private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> (String, offset: Int) {
        var text: [UInt8] = []
        var first: Int?
        var isSpaced = false
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "/"), offset + 1 < range.upperBound, bytes[offset + 1] == UInt8(ascii: "*") {
                offset = endOfComment(bytes, from: offset)
                isSpaced = true
                continue
            }
            if byte <= 0x20 {
                isSpaced = true
                offset += 1
                continue
            }
            let end = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? min(endOfString(bytes, from: offset), range.upperBound) : offset + 1
            if isSpaced, !text.isEmpty { text.append(0x20) }
            isSpaced = false
            first = first ?? offset
            text += bytes[offset..<end]
            offset = end
        }
        return (String(decoding: text, as: UTF8.self), first ?? range.lowerBound)
    }

    private static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int {
        var offset = start + 2
        while offset + 1 < bytes.count {
            if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") { return offset + 2 }
            offset += 1
        }
        return bytes.count
    }

    /// A string ends with its quotation mark, or with the line.
    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
        var offset = start + 1
        while offset < bytes.count {
            if bytes[offset] == bytes[start] { return offset + 1 }
            if bytes[offset] == 0x0A { return offset }
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        return bytes.count
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

extension Stylesheet.Block {
    /// Whether it is for paper, or for a reader whose system sets all colours.
    var isApart: Bool {
        if prelude.hasPrefix("@") { return true }
        return isForPaper || conditions.contains { condition in
            let condition = condition.lowercased()
            return condition.contains("forced-colors: active") || condition.contains("forced-colors:active")
        }
    }

    /// Whether no screen shows it.
    var isForPaper: Bool {
        prelude.lowercased().hasPrefix("@page") || conditions.contains { condition in
            condition.lowercased().split(separator: ",").allSatisfy { $0.contains("print") && !$0.contains("not print") }
        }
    }

    /// Of one selector, the last declaration of a name wins.
    func last(_ names: String...) -> Stylesheet.Declaration? { declarations.last { names.contains($0.name) } }
}
