/// A translated inline text, ready to be written in the place of the one that it translates.
package struct InlineTranslation: Sendable {
    enum Content: Sendable {
        /// Words alone.
        case plain([UInt8])
        /// A run of inlines in a tree of their own, less so many bytes of the first text.
        case inlines(Batch, Range<MarkdownTree.Index>, dropping: Int)
    }

    /// Texts that were read together; a class, since a translation is copied more often than it is made.
    final class Batch: Sendable {
        let tree: MarkdownTree

        init(_ tree: MarkdownTree) { self.tree = tree }
    }

    let content: Content
    /// What its labels stand for in the tree of the source.
    let labels: [MarkdownTree.Index]
    let footnotes: [MarkdownTree.Index]

    init(content: Content, labels: [MarkdownTree.Index], footnotes: [MarkdownTree.Index]) {
        self.content = content
        self.labels = labels
        self.footnotes = footnotes
    }

    /// Words that are known to hold no markup.
    package init(words: TextSlice) {
        // A copy: a hundred thousand slices of one catalog, counted by several threads, would wait for each other.
        content = .plain(words.foldedBytes)
        labels = []
        footnotes = []
    }
}

extension InlineTranslation {
    /// The words alone.
    package var words: String {
        switch content {
        case .plain(let words): String(decoding: words, as: UTF8.self)
        case .inlines(let batch, let run, let dropping): String(decoding: batch.tree.plainBytes(run).dropFirst(dropping), as: UTF8.self)
        }
    }

    /// Whether it has each of so many labels and footnotes once, emphasis, code and words, and nothing else: no marks that
    /// show as they are, no HTML, nothing struck out. False also for some of which a closer look may say the same.
    ///
    /// - Parameter labels: whether each stands for an image.
    package func holdsNoMore(thanLabels labels: [Bool], footnotes: Int) -> Bool {
        guard case .inlines(let batch, let run, let dropping) = content, labels.count < 32, footnotes < 32 else { return false }
        return batch.tree.withSource { source in
            var seen: UInt32 = 0, seenFootnotes: UInt32 = 0
            for index in run {
                let node = source.nodes[index]
                switch node.kind {
                case .text:
                    let words = source.literal(node)
                    for byte in index == run.lowerBound ? UnsafeBufferPointer(rebasing: words.dropFirst(dropping)) : words where Self.isMark(byte) { return false }
                case .emphasis, .strong: continue
                case .link, .image:
                    guard node.third == 0 else { return false }
                    switch InlineMarkdownReader.Label(source.slice(node.first, node.second)) {
                    case .label(let number):
                        guard number >= 1, number <= labels.count, labels[number - 1] == (node.kind == .image), Int(node.end) > index + 1,
                            source.nodes[index + 1].kind == .text, Self.hasLetter(source.literal(source.nodes[index + 1]))
                        else { return false }
                        guard seen & 1 << UInt32(number) == 0 else { return false }
                        seen |= 1 << UInt32(number)
                    case .footnote(let number):
                        guard number >= 1, number <= footnotes, seenFootnotes & 1 << UInt32(number) == 0 else { return false }
                        seenFootnotes |= 1 << UInt32(number)
                    case nil: return false
                    }
                default: return false
                }
            }
            return seen.nonzeroBitCount == labels.count && seenFootnotes.nonzeroBitCount == footnotes
        }
    }

    /// Whether a byte may be more than itself.
    fileprivate static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "\\"): true
        default: false
        }
    }

    private static func hasLetter(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
        words.contains { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0xC3 }
    }

    /// What its markup holds; nil where it is words alone.
    package var markup: InlineMarkup? {
        guard case .inlines(let batch, let run, let dropping) = content else { return nil }
        return InlineMarkup(batch.tree, run, dropping: dropping)
    }
}

/// Reads texts as `InlineMarkdown` writes them. Whatever a text begins with, it stays inline: no list, heading or table
/// comes of it.
package struct InlineMarkdownReader: Sendable {
    package init() {}

    /// A text to be read, and what its labels stand for.
    package struct Text: Sendable {
        let text: TextSlice
        let labels: [MarkdownTree.Index]
        let footnotes: [MarkdownTree.Index]

        package init(_ text: String, labels: [MarkdownTree.Index], footnotes: [MarkdownTree.Index]) {
            self.init(TextSlice(text), labels: labels, footnotes: footnotes)
        }

        package init(_ text: TextSlice, labels: [MarkdownTree.Index], footnotes: [MarkdownTree.Index]) {
            self.text = text
            self.labels = labels
            self.footnotes = footnotes
        }
    }

    /// Reads many texts with one parse, which costs a third of one parse for each.
    package func read(_ texts: [Text]) -> [InlineTranslation] {
        let needing = texts.indices.filter { InlineMarkdownReader.hasMarkup(texts[$0].text) }
        let labelCount = needing.reduce(0) { max($0, texts[$1].labels.count) }
        let footnoteCount = needing.reduce(0) { max($0, texts[$1].footnotes.count) }
        let parsed = parse(needing.map { texts[$0].text }, labelCount: labelCount, footnoteCount: footnoteCount)
        // One text that is beyond all bounds must not take the others with it.
        if parsed == nil, needing.count > 1 { return texts.flatMap { read([$0]) } }
        var translations: [InlineTranslation] = []
        translations.reserveCapacity(texts.count)
        var next = 0
        let batch = parsed.map { InlineTranslation.Batch($0.tree) }
        for (index, text) in texts.enumerated() {
            let content: InlineTranslation.Content
            let isParsed = next < needing.count && needing[next] == index
            if isParsed, let parsed, let batch, next < parsed.paragraphs.count {
                content = .inlines(batch, parsed.tree.contents(of: parsed.paragraphs[next]), dropping: 2)
            } else {
                content = .plain(text.text.foldedBytes)
            }
            if isParsed { next += 1 }
            translations.append(InlineTranslation(content: content, labels: text.labels, footnotes: text.footnotes))
        }
        return translations
    }

    /// What a text's markup holds; nil where it cannot be read at all.
    package func markup(of text: String) -> InlineMarkup? {
        // As many labels as the text may name, so that none is taken for words.
        let count = text.utf8.count { $0 == UInt8(ascii: "[") }
        guard let parsed = parse([TextSlice(text)], labelCount: min(count + 20, 1000), footnoteCount: min(count + 20, 1000)), let paragraph = parsed.paragraphs.first else { return nil }
        return InlineMarkup(parsed.tree, parsed.tree.contents(of: paragraph), dropping: 2)
    }

    // MARK: -

    /// Where a link of a text that was read leads: a label of its source.
    enum Label {
        case label(Int), footnote(Int)

        private static let scheme = Array("tidings-label:".utf8), footnoteScheme = Array("tidings-footnote:".utf8)

        init?(_ address: some Collection<UInt8>) {
            func number(behind scheme: [UInt8]) -> Int? {
                guard address.count > scheme.count, address.count < scheme.count + 6, address.starts(with: scheme) else { return nil }
                var number = 0
                for digit in address.dropFirst(scheme.count) {
                    guard (0x30...0x39).contains(digit) else { return nil }
                    number = number * 10 + Int(digit - 0x30)
                }
                return number
            }
            if let number = number(behind: Label.scheme) {
                self = .label(number)
            } else if let number = number(behind: Label.footnoteScheme) {
                self = .footnote(number)
            } else {
                return nil
            }
        }
    }

    /// Every text becomes a paragraph behind a word of its own, which keeps it from being anything else.
    private func parse(_ texts: [TextSlice], labelCount: Int, footnoteCount: Int) -> (tree: MarkdownTree, paragraphs: [MarkdownTree.Index])? {
        guard !texts.isEmpty else { return nil }
        var source: [UInt8] = []
        for text in texts {
            source.append("x ")
            text.withBytes { bytes in
                if footnoteCount > 0, bytes.contains(UInt8(ascii: "^")) {
                    InlineMarkdownReader.appendWithFootnotesAsLinks(InlineMarkdownReader.folded(bytes), to: &source)
                } else if InlineMarkdownReader.isFolded(bytes) {
                    source.append(contentsOf: bytes)
                } else {
                    source += InlineMarkdownReader.folded(bytes)
                }
            }
            source.append("\n\n")
        }
        for number in stride(from: 1, through: labelCount, by: 1) { source += "[\(number)]: <tidings-label:\(number)>\n".utf8 }
        for number in stride(from: 1, through: footnoteCount, by: 1) { source += "[\u{2042}\(number)]: <tidings-footnote:\(number)>\n".utf8 }
        guard let tree = try? MarkdownParser().parse(source[...], readingAutolinks: false) else { return nil }
        let paragraphs = tree.children(of: 0).filter { tree.nodes[$0].kind == .paragraph }
        return paragraphs.count == texts.count ? (tree, paragraphs) : nil
    }

    /// `[^1]` would want a footnote's text: as a link with a label of its own, `[^][⁂1]`, it needs only a number.
    private static func appendWithFootnotesAsLinks(_ text: [UInt8], to source: inout [UInt8]) {
        var index = 0
        var withoutEnd: Set<Int> = []
        while index < text.count {
            if text[index] == UInt8(ascii: "\\"), index + 1 < text.count {
                source += text[index...index + 1]
                index += 2
                continue
            }
            if text[index] == UInt8(ascii: "`") {
                // Code stays as it is, up to as many backticks as it begins with.
                let count = text[index...].prefix { $0 == UInt8(ascii: "`") }.count
                let end = withoutEnd.contains(count) ? nil : endOfCode(text, behind: index + count, count)
                if end == nil { withoutEnd.insert(count) }
                source += text[index..<(end ?? index + count)]
                index = end ?? index + count
                continue
            }
            if text[index] == UInt8(ascii: "["), index + 1 < text.count, text[index + 1] == UInt8(ascii: "^") {
                let digits = text[(index + 2)...].prefix { (0x30...0x39).contains($0) }
                if !digits.isEmpty, index + 2 + digits.count < text.count, text[index + 2 + digits.count] == UInt8(ascii: "]") {
                    source.append("[^][\u{2042}")
                    source += digits
                    source.append(UInt8(ascii: "]"))
                    index += digits.count + 3
                    continue
                }
            }
            source.append(text[index])
            index += 1
        }
    }

    private static func endOfCode(_ text: [UInt8], behind start: Int, _ count: Int) -> Int? {
        var run = 0
        for index in start...text.count {
            if index < text.count, text[index] == UInt8(ascii: "`") {
                run += 1
            } else if run == count {
                return index
            } else {
                run = 0
            }
        }
        return nil
    }

    /// Whether white space is single spaces, none at the ends.
    static func isFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var last: UInt8 = 0x20
        for byte in bytes {
            if byte <= 0x20, (0x09...0x0D).contains(byte) || byte == 0x20 && last == 0x20 { return false }
            last = byte
        }
        return last != 0x20
    }

    static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        for byte in bytes {
            if !TextSurvey.isSpace(byte) {
                folded.append(byte)
            } else if let last = folded.last, last != 0x20 {
                folded.append(0x20)
            }
        }
        if folded.last == 0x20 { folded.removeLast() }
        return folded
    }

    /// Whether a text may be more than words.
    private static func hasMarkup(_ text: TextSlice) -> Bool {
        text.withBytes { $0.contains { InlineTranslation.isMark($0) } }
    }
}

extension InlineTranslation {
    /// The words in bold that it begins with; nil where it begins otherwise.
    package var leadInBold: String? {
        guard case .inlines(let batch, let run, let dropping) = content,
            let first = run.first(where: { batch.tree.nodes[$0].kind != .text || batch.tree.plainText(of: $0).utf8.count > dropping }),
            batch.tree.nodes[first].kind == .strong
        else { return nil }
        return batch.tree.plainText(of: first)
    }
}
