import Yams

extension YAMLReader {
    /// Reads what most front matter is, keys with plain words or lists of them, as Yams reads it, in a tenth of the time.
    /// Nil for everything else.
    ///
    /// Nothing in it knows its place: where there is a problem, the text is to be read again with `read`.
    static func readSimple(_ yaml: ArraySlice<UInt8>, of file: SourceFile, lineOffset: Int) -> YAMLReader? {
        var entries: [(key: String, keyMark: Mark?, node: Node)] = []
        var start = yaml.startIndex
        while start < yaml.endIndex {
            let end = yaml[start...].firstIndex(of: UInt8(ascii: "\n")) ?? yaml.endIndex
            let line = yaml[start..<end]
            start = end + 1
            guard let (key, value) = entry(line), !entries.contains(where: { $0.key == key }) else { return nil }
            entries.append((key, nil, value))
        }
        return YAMLReader(file: file, lineOffset: lineOffset, entries: entries)
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (String, Node)? {
        let key = line.prefix { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        var rest = line.dropFirst(key.count)
        guard let first = key.first, isLetter(first), rest.popFirst() == UInt8(ascii: ":"), rest.popFirst() == UInt8(ascii: " ") else { return nil }
        rest = rest.drop { $0 == 0x20 }
        let name = String(decoding: key, as: UTF8.self)
        if rest.first == UInt8(ascii: "["), rest.last == UInt8(ascii: "]") {
            let items = rest.dropFirst().dropLast().split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            let nodes = items.compactMap { item -> Node? in
                var item = item.drop { $0 == 0x20 }
                while item.last == 0x20 { item.removeLast() }
                guard let first = item.first, isWordStart(first), item.allSatisfy({ isWordStart($0) || [0x20, 0x2D, 0x5F, 0x2E, 0x2F].contains($0) }) else { return nil }
                return text(item).map { Node($0, .implicit, .plain) }
            }
            return nodes.count == items.count ? (name, Node(nodes, .implicit, .flow)) : nil
        }
        return isPlain(rest) ? text(rest).map { (name, Node($0, .implicit, .plain)) } : nil
    }

    /// Whether a value on a line of its own is its own text (YAML 1.1, section 9.1.3): nothing in it begins a comment, a
    /// key, a quotation or a collection, and nothing is trimmed or folded.
    private static func isPlain(_ value: ArraySlice<UInt8>) -> Bool {
        guard let first = value.first, isWordStart(first), value.last != 0x20, value.last != UInt8(ascii: ":") else { return false }
        var last = first
        for byte in value {
            if byte < 0x20 || byte == 0x7F { return false }
            if byte == UInt8(ascii: "#"), last == 0x20 { return false }
            if byte == 0x20, last == UInt8(ascii: ":") { return false }
            last = byte
        }
        return true
    }

    /// Nil where there are characters that YAML takes for line ends or does not allow: they all begin like these.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case 0xC2 where index + 1 < bytes.endIndex && bytes[index + 1] < 0xA0: return nil
            case 0xE2 where index + 2 < bytes.endIndex && bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]): return nil
            case 0xEF, 0xF0...: return nil
            default: index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isWordStart(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte >= 0xC3 }
}
