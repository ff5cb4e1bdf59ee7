/// The tags and texts of HTML or XML, one after another: small, tolerant, and in a time that grows with the text alone.
///
/// It knows no entities but the fixed ones, loads nothing, and has no stack: whatever a file says, it only says it.
struct MarkupTokenizer {
    enum Token {
        /// Names are in lower case in HTML, and without their prefix in XML.
        case open(String, attributes: ArraySlice<UInt8>, isEmpty: Bool)
        case close(String)
        case text(String)
        /// `<!DOCTYPE …>`; its inside has not been read.
        case doctype
    }

    let isXML: Bool
    private let bytes: [UInt8]
    private var index = 0
    /// Of the token last given, counted from 1.
    private(set) var line = 1
    private var nextLine = 1

    init(_ text: String, isXML: Bool) {
        bytes = Array(text.utf8)
        self.isXML = isXML
    }

    mutating func next() -> Token? {
        while index < bytes.count {
            line = nextLine
            let start = index
            let token = bytes[index] == UInt8(ascii: "<") ? markup() : text()
            for byte in bytes[start..<index] where byte == 10 { nextLine += 1 }
            if let token { return token }
        }
        return nil
    }

    private mutating func text() -> Token? {
        let start = index
        index = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        return .text(MarkupEntities.decoded(bytes[start..<index], isXML: isXML))
    }

    private mutating func markup() -> Token? {
        if skip("<!--") {
            skip(through: "-->")
            return nil
        }
        if isXML, skip("<![CDATA[") {
            let start = index
            skip(through: "]]>")
            return .text(String(decoding: bytes[start..<max(start, index - 3)], as: UTF8.self))
        }
        if skip("<?") {
            skip(through: isXML ? "?>" : ">")
            return nil
        }
        if skip("<!") {
            let isDoctype = bytes[index...].prefix(7).elementsEqual("DOCTYPE".utf8) || bytes[index...].prefix(6).elementsEqual("ENTITY".utf8)
            skip(through: ">")
            return isDoctype ? .doctype : nil
        }
        let isClosing = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
        let nameStart = index + (isClosing ? 2 : 1)
        guard nameStart < bytes.count, isNameStart(bytes[nameStart]) else {
            index += 1
            return .text("<")
        }
        index = nameStart
        while index < bytes.count, !isSpace(bytes[index]), ![UInt8(ascii: ">"), UInt8(ascii: "/")].contains(bytes[index]) { index += 1 }
        let name = name(bytes[nameStart..<index])
        let start = index
        skipAttributes()
        let attributes = bytes[start..<index]
        if index < bytes.count { index += 1 }
        if isClosing { return .close(name) }
        if !isXML, ["script", "style", "title", "xml"].contains(name) {
            skipContent(of: name)
            return nil
        }
        return .open(name, attributes: attributes, isEmpty: attributes.last == UInt8(ascii: "/"))
    }

    private func name(_ bytes: ArraySlice<UInt8>) -> String {
        guard isXML else { return String(decoding: bytes, as: UTF8.self).lowercased() }
        return String(decoding: bytes.lastIndex(of: UInt8(ascii: ":")).map { bytes[($0 + 1)...] } ?? bytes, as: UTF8.self)
    }

    /// To the tag's `>`, which may also stand in a quoted value.
    private mutating func skipAttributes() {
        var quote: UInt8?
        var last: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return
            } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) && last == UInt8(ascii: "=") {
                quote = byte
            }
            if !isSpace(byte) { last = byte }
            index += 1
        }
    }

    /// To the closing tag of an element that holds no markup.
    private mutating func skipContent(of name: String) {
        let end = Array("</\(name)".utf8)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), bytes[index...].prefix(end.count).elementsEqual(end, by: { $0 == $1 || $0 | 0x20 == $1 }) {
                skip(through: ">")
                return
            }
            index += 1
        }
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        let matches = text.withUTF8Buffer { bytes[index...].prefix($0.count).elementsEqual($0) }
        if matches { index += text.utf8CodeUnitCount }
        return matches
    }

    private mutating func skip(through text: StaticString) {
        text.withUTF8Buffer { end in
            while index < bytes.count {
                if bytes[index] == end[0], bytes[index...].prefix(end.count).elementsEqual(end) {
                    index += end.count
                    return
                }
                index += 1
            }
        }
    }

    private func isNameStart(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 || byte == UInt8(ascii: "_") }
    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    /// An attribute's value; its name is looked for as it is written, in HTML without regard to case.
    static func value(of name: String, in attributes: ArraySlice<UInt8>, isXML: Bool) -> String? {
        let wanted = Array(name.utf8)
        var index = attributes.startIndex
        func skipSpace() {
            while index < attributes.endIndex, attributes[index] == 0x20 || (9...13).contains(attributes[index]) { index += 1 }
        }
        while true {
            skipSpace()
            guard index < attributes.endIndex else { return nil }
            let start = index
            while index < attributes.endIndex, attributes[index] > 0x20, attributes[index] != UInt8(ascii: "=") { index += 1 }
            let found = attributes[start..<index]
            skipSpace()
            guard index < attributes.endIndex, attributes[index] == UInt8(ascii: "=") else {
                if index == start { index += 1 }
                continue
            }
            index += 1
            skipSpace()
            guard index < attributes.endIndex else { return nil }
            let value: ArraySlice<UInt8>
            let quote = attributes[index]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let end = attributes[(index + 1)...].firstIndex(of: quote) ?? attributes.endIndex
                value = attributes[(index + 1)..<end]
                index = min(end + 1, attributes.endIndex)
            } else {
                value = attributes[index...].prefix { $0 > 0x20 }
                index = value.endIndex
            }
            if found.elementsEqual(wanted, by: { $0 == $1 || !isXML && $0 | 0x20 == $1 }) { return MarkupEntities.decoded(value, isXML: isXML) }
        }
    }
}
