/// Inline text written as Markdown in the one way that translators see it, whatever way its author wrote it.
///
/// - Breaks and runs of white space are one space, a hard break is `<br>`. Other spaces (U+00A0, U+200B) are kept.
/// - Emphasis is `*…*` and `**…**`, with `_` right behind other emphasis; bold in italics and italics in bold are one,
///   `***…***`. Code has its backticks.
/// - Links and images have a label in place of their address, `[the plan][1]`, footnote references a number, `[^1]`, both
///   counted from 1 within the text: an address that changes changes no text, and no translation can change an address.
/// - Comments are left out. What Markdown would read as more than words is escaped.
///
/// `InlineTranslation` reads such a text back.
package struct InlineMarkdown: Sendable {
    package let text: String
    /// The links and images of the tree that labels 1, 2, … stand for.
    package let labels: [MarkdownTree.Index]
    package let footnotes: [MarkdownTree.Index]
    /// Whether there is anything to translate: a letter outside code and bare addresses.
    package let hasWords: Bool
}

extension MarkdownTree {
    /// A run of sibling inlines as canonical Markdown.
    ///
    /// - Parameter dropping: so many bytes of its first text are left out.
    package func inlineMarkdown(of run: Range<Index>, dropping: Int = 0) -> InlineMarkdown {
        var writer = InlineMarkdownWriter(tree: self)
        writer.write(run, dropping: dropping)
        return writer.finished()
    }
}

private struct InlineMarkdownWriter {
    private let tree: MarkdownTree
    private var bytes: [UInt8] = []
    private var labels: [MarkdownTree.Index] = []
    private var footnotes: [MarkdownTree.Index] = []
    private var hasWords = false
    private var dropping = 0

    init(tree: MarkdownTree) { self.tree = tree }

    func finished() -> InlineMarkdown {
        var end = bytes.count
        while end > 0, TextSurvey.isSpace(bytes[end - 1]) { end -= 1 }
        return InlineMarkdown(text: String(decoding: bytes[..<end], as: UTF8.self), labels: labels, footnotes: footnotes, hasWords: hasWords)
    }

    mutating func write(_ run: Range<Int>, dropping: Int) {
        self.dropping = dropping
        write(run, countsWords: true)
    }

    /// - Parameter isNested: whether the run is the content of emphasis.
    private mutating func write(_ run: Range<Int>, countsWords: Bool, isNested: Bool = false) {
        var index = run.lowerBound
        while index < run.upperBound {
            let node = tree.nodes[index]
            let end = Int(node.end)
            switch node.kind {
            case .text:
                let literal = tree.literal(index)
                let dropped = min(dropping, literal.count)
                dropping -= dropped
                writeText(literal.dropFirst(dropped), isBeforeLink: end < run.upperBound && tree.nodes[end].kind == .link, countsWords: countsWords)
            case .softBreak: space()
            case .lineBreak: bytes.append("<br>")
            case .code: writeCode(tree.literal(index))
            case .htmlInline:
                let literal = tree.literal(index)
                if !literal.starts(with: "<!--".utf8) { for byte in literal { append(byte) } }
            case .emphasis, .strong: writeEmphasis(index, node, isNested: isNested && index == run.lowerBound, countsWords: countsWords)
            case .strikethrough:
                bytes.append("~~")
                write(tree.contents(of: index), countsWords: countsWords)
                bytes.append("~~")
            case .link, .image:
                if node.kind == .image { bytes.append(UInt8(ascii: "!")) }
                bytes.append(UInt8(ascii: "["))
                write(tree.contents(of: index), countsWords: countsWords && !isBareAddress(index))
                labels.append(index)
                bytes.append("][")
                bytes.append(decimal: labels.count)
                bytes.append(UInt8(ascii: "]"))
            case .footnoteReference where node.footnoteNumber > 0:
                footnotes.append(index)
                bytes.append("[^")
                bytes.append(decimal: footnotes.count)
                bytes.append(UInt8(ascii: "]"))
            default: break
            }
            index = end
        }
    }

    private mutating func writeEmphasis(_ index: Int, _ node: MarkdownTree.Node, isNested: Bool, countsWords: Bool) {
        // Right behind other emphasis the same mark would join it; inside other emphasis it may: `***both***`.
        let mark = !isNested && bytes.last == UInt8(ascii: "*") ? UInt8(ascii: "_") : UInt8(ascii: "*")
        let count = node.kind == .strong ? 2 : 1
        for _ in 0..<count { bytes.append(mark) }
        write(tree.contents(of: index), countsWords: countsWords, isNested: true)
        for _ in 0..<count { bytes.append(mark) }
    }

    /// Whether a link's words are its address, as those of `<https://example.org>` are.
    private func isBareAddress(_ link: Int) -> Bool {
        let content = tree.contents(of: link)
        guard content.count == 1, tree.nodes[content.lowerBound].kind == .text else { return false }
        let words = tree.literal(content.lowerBound), address = tree.destination(link)
        return !words.isEmpty && address.count >= words.count && address.suffix(words.count).elementsEqual(words)
    }

    private mutating func space() {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
    }

    private mutating func append(_ byte: UInt8) {
        if TextSurvey.isSpace(byte) { space() } else { bytes.append(byte) }
    }

    private mutating func writeText(_ text: ArraySlice<UInt8>, isBeforeLink: Bool, countsWords: Bool) {
        if countsWords, !hasWords { hasWords = InlineMarkdownWriter.hasLetter(text) }
        var index = text.startIndex
        while index < text.endIndex {
            // Most of a text are letters and single spaces.
            var run = index
            while run < text.endIndex, Self.isOrdinary(text[run]) || text[run] == 0x20 && run > index && text[run - 1] != 0x20 { run += 1 }
            if run > index {
                bytes += text[index..<run]
                index = run
                continue
            }
            let byte = text[index]
            let next = index + 1 < text.endIndex ? text[index + 1] : nil
            if needsEscape(byte, after: bytes.last, before: next, rest: text[(index + 1)...], isBeforeLink: isBeforeLink) {
                bytes.append(UInt8(ascii: "\\"))
            }
            append(byte)
            index += 1
        }
    }

    /// Letters, digits and punctuation that never mean anything else.
    private static func isOrdinary(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 || byte == UInt8(ascii: ",")
            || byte == UInt8(ascii: ".")
    }

    private func needsEscape(_ byte: UInt8, after last: UInt8?, before next: UInt8?, rest: ArraySlice<UInt8>, isBeforeLink: Bool) -> Bool {
        func isSpace(_ byte: UInt8?) -> Bool { byte.map(TextSurvey.isSpace) ?? true }
        func isWord(_ byte: UInt8?) -> Bool {
            byte.map { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0x80 } ?? false
        }
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"): return true
        case UInt8(ascii: "*"), UInt8(ascii: "~"): return !(isSpace(last) && isSpace(next))
        case UInt8(ascii: "_"): return !(isSpace(last) && isSpace(next)) && !(isWord(last) && isWord(next))
        case UInt8(ascii: "<"):
            return next.map { (0x41...0x5A).contains($0 & 0xDF) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?") } ?? false
        case UInt8(ascii: "&"):
            let name = rest.prefix { isWord($0) || $0 == UInt8(ascii: "#") }
            return !name.isEmpty && rest.dropFirst(name.count).first == UInt8(ascii: ";")
        case UInt8(ascii: "!"): return next == nil && isBeforeLink
        case UInt8(ascii: "^"): return last == UInt8(ascii: "[")
        default: return false
        }
    }

    private mutating func writeCode(_ code: ArraySlice<UInt8>) {
        var longest = 0, run = 0
        for byte in code {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let edges = [code.first, code.last]
        let isPadded = edges.contains(UInt8(ascii: "`")) || edges.allSatisfy { $0 == 0x20 } && code.contains { $0 != 0x20 }
        for _ in 0...longest { bytes.append(UInt8(ascii: "`")) }
        if isPadded { bytes.append(0x20) }
        bytes += code
        if isPadded { bytes.append(0x20) }
        for _ in 0...longest { bytes.append(UInt8(ascii: "`")) }
    }

    private static func hasLetter(_ text: ArraySlice<UInt8>) -> Bool {
        if text.contains(where: { (0x41...0x5A).contains($0 & 0xDF) }) { return true }
        guard text.contains(where: { $0 >= 0x80 }) else { return false }
        return String(decoding: text, as: UTF8.self).unicodeScalars.contains(where: \.properties.isAlphabetic)
    }
}
