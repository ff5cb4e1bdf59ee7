import Markdown
import Publication

/// What is wrong with a translation, by its rules.
///
/// What blocks (`Rule.blocksTranslation`) keeps it from being shown: its text shows in the source language, and the rest
/// of the page is as it was. The rest are doubts, and only the command asks for them.
package struct TranslationCheck: Sendable {
    package struct Finding: Sendable, Hashable {
        package let rule: Rule
        /// Lower case, no full stop.
        package let message: String
        /// A sentence.
        package let help: String
        /// What is meant, as the translation has it, where it can be pointed at.
        package let excerpt: String?

        init(_ rule: Rule, _ message: String, help: String, excerpt: String? = nil) {
            self.rule = rule
            self.message = message
            self.help = help
            self.excerpt = excerpt
        }

        package var isBlocking: Bool { rule.blocksTranslation }
    }

    /// What a message's translation has to hold of the source: labels by what they stand for.
    struct Expected {
        var links: [Int] = []
        var images: [Int] = []
        var footnotes: [Int] = []
    }

    /// Whether a translation of inline text must not be shown.
    ///
    /// - Parameters:
    ///   - text: what was read as the translation.
    ///   - scan: of the text.
    ///   - tree: the document's.
    static func blocks(_ translation: InlineTranslation, text: TextSlice, _ scan: TextScan, of message: Message, in tree: MarkdownTree) -> Bool {
        if !scan.mayHaveMarkup, !message.isImageAlone { return !scan.isSafe || !message.labels.isEmpty || !message.footnotes.isEmpty }
        // What entities stand for is not in the text.
        if scan.isSafe, !scan.hasAmpersand, translation.holdsNoMore(thanLabels: message.labels.map { tree.nodes[$0].kind == .image }, footnotes: message.footnotes.count) {
            return false
        }
        return !blocking(translation.markup, text: text.string, scan: scan, source: message.key.text, expected: Expected(message, in: tree)).isEmpty
    }

    /// Whether a translation of plain words must not be shown.
    static func blocks(field translation: String, of source: String) -> Bool {
        let scan = TextScan(translation)
        return !scan.isSafe || scan.mayHaveMarkup && !blocking(field: translation, of: source).isEmpty
    }
}

extension TranslationCheck.Expected {
    init(_ message: Message, in tree: MarkdownTree) {
        for (offset, node) in message.labels.enumerated() {
            if tree.nodes[node].kind == .image { images.append(offset + 1) } else { links.append(offset + 1) }
        }
        if !message.footnotes.isEmpty { footnotes = Array(1...message.footnotes.count) }
    }
}

/// One pass over a text's bytes: whether it may be more than words, and whether it holds what no text may hold.
struct TextScan {
    private(set) var mayHaveMarkup = false
    private(set) var hasAmpersand = false
    /// Whether anything can be seen: false for white space and what has no width.
    private(set) var isVisible = false
    /// Characters that tell machines something and people nothing, U+2028 and U+2029 among them.
    private(set) var controls: Set<UInt32> = []
    /// U+202A–202E, which turn the direction of all that follows.
    private(set) var overrides: Set<UInt32> = []
    /// U+2066–2069, each with an end behind it.
    private(set) var areIsolatesBalanced = true

    var isSafe: Bool { isVisible && controls.isEmpty && overrides.isEmpty && areIsolatesBalanced }

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { TextScan($0) }
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        read(bytes)
        if !isVisible {
            isVisible = String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 0x20 }
        }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var depth = 0
        var index = 0
        var sawLetter = false
        while index < bytes.count {
            let byte = bytes[index]
            // Nearly all of a text: small letters, spaces, and what is beyond ASCII but for two leading bytes.
            if byte &- UInt8(ascii: "a") < 26 {
                sawLetter = true
                index += 1
                continue
            }
            if byte == UInt8(ascii: " ") || byte >= 0x80 && byte != 0xC2 && byte != 0xE2 {
                index += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
                UInt8(ascii: "&"), UInt8(ascii: "~"):
                mayHaveMarkup = true
                isVisible = true
                if byte == UInt8(ascii: "&") { hasAmpersand = true }
            case 0x21...0x7E: isVisible = true
            case 0..<0x20, 0x7F: if !(0x09...0x0D).contains(byte) || byte == 0x0B || byte == 0x0C { controls.insert(UInt32(byte)) }
            case 0xC2: if index + 1 < bytes.count, bytes[index + 1] < 0xA0 { controls.insert(UInt32(bytes[index + 1])) }
            case 0xE2 where index + 2 < bytes.count:
                let value = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F) | 0x2000
                switch value {
                case 0x2028, 0x2029: controls.insert(value)
                case 0x202A...0x202E: overrides.insert(value)
                case 0x2066...0x2068: depth += 1
                case 0x2069:
                    depth -= 1
                    if depth < 0 { areIsolatesBalanced = false }
                default: break
                }
            default: break
            }
            index += 1
        }
        if depth != 0 { areIsolatesBalanced = false }
        if sawLetter { isVisible = true }
    }
}
