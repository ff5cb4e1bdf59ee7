/// What a text's markup holds, for comparison with its source.
package struct InlineMarkup: Sendable, Hashable {
    /// The labels of links and images and the numbers of footnotes, as often as they stand, sorted.
    package var links: [Int] = []
    package var images: [Int] = []
    package var footnotes: [Int] = []
    /// The labels of links and images that have no words: nobody could see them.
    package var wordless: [Int] = []
    /// The labels of links that have nothing but their own number for words, as `[1]` has where `[words][1]` was meant.
    package var bare: [Int] = []
    /// Links and images with an address or a title of their own.
    package var foreignAddresses: [String] = []
    /// Raw HTML that may not stand in a text, as it is written.
    package var unsafeHTML: [String] = []
    /// Allowed raw HTML, code and emphasis, counted by what they are: `br`, `code`, `em`, `strong`, `del`.
    package var elements: [String: Int] = [:]
    /// Marks that stand in the words as they are, whether they were escaped or mean nothing.
    package var marks = InlineMarks()
    /// The words alone, images' texts among them; a break is a space.
    package var words = ""

    package init() {}

    /// - Parameter dropping: so many bytes of the first words are left out.
    init(_ tree: MarkdownTree, _ run: Range<MarkdownTree.Index>, dropping: Int) {
        var bytes: [UInt8] = []
        /// As `bytes`, with a letter for what is no text, so that marks know their neighbours.
        var texts: [UInt8] = []
        for index in run {
            let node = tree.nodes[index]
            switch node.kind {
            case .link, .image: addLink(index, tree)
            case .emphasis: elements["em", default: 0] += 1
            case .strong: elements["strong", default: 0] += 1
            case .strikethrough: elements["del", default: 0] += 1
            case .code:
                elements["code", default: 0] += 1
                bytes += tree.literal(index)
                texts.append(UInt8(ascii: "x"))
            case .text:
                bytes += tree.literal(index)
                texts += tree.literal(index)
            case .softBreak, .lineBreak:
                bytes.append(0x20)
                texts.append(0x20)
            case .htmlInline: addHTML(tree.literal(index), &bytes)
            default: break
            }
        }
        links.sort()
        images.sort()
        footnotes.sort()
        if !tree.refusedHTML.isEmpty {
            unsafeHTML += tree.refusedHTML.lazy.filter { run.contains($0.index) }.map { String(decoding: tree.literal($0.index), as: UTF8.self) }
        }
        marks = InlineMarks(texts.dropFirst(dropping))
        words = String(decoding: bytes.dropFirst(dropping), as: UTF8.self)
    }

    private mutating func addLink(_ index: MarkdownTree.Index, _ tree: MarkdownTree) {
        let node = tree.nodes[index], address = tree.destination(index)
        let label = InlineMarkdownReader.Label(address)
        guard let label, node.third == 0 else {
            foreignAddresses.append(String(decoding: address, as: UTF8.self))
            return
        }
        switch label {
        case .footnote(let number) where node.kind == .link: footnotes.append(number)
        case .footnote: foreignAddresses.append(String(decoding: address, as: UTF8.self))
        case .label(let number):
            if node.kind == .link { links.append(number) } else { images.append(number) }
            let hasWords = tree.contents(of: index).contains { child in
                switch tree.nodes[child].kind {
                case .text, .code: tree.literal(child).contains { !TextSurvey.isSpace($0) }
                case .image: true
                default: false
                }
            }
            if !hasWords { wordless.append(number) }
            let contents = tree.contents(of: index)
            if contents.count == 1, tree.literal(contents.lowerBound).elementsEqual(String(number).utf8) { bare.append(number) }
        }
    }

    private mutating func addHTML(_ literal: ArraySlice<UInt8>, _ bytes: inout [UInt8]) {
        guard let tag = HTMLTag(literal), !tag.isClosing else { return }
        elements[tag.name, default: 0] += 1
        if tag.name == "br" { bytes.append(0x20) }
        // A title could hide by number what may not stand in a text.
        if literal.contains(UInt8(ascii: "&")), String(decoding: literal, as: UTF8.self).contains("&#") {
            unsafeHTML.append(String(decoding: literal, as: UTF8.self))
        }
    }
}

/// How often words hold what looks like markup.
package struct InlineMarks: Sendable, Hashable {
    /// `*` and `_` next to a letter, `_` between two letters left out.
    package var asterisks = 0
    package var underscores = 0
    package var backticks = 0
    /// `~~`
    package var strikes = 0
    /// `][`, `](`, `[^` and `[1]`
    package var labels = 0
    /// `<` before a letter, `/` or `!`
    package var tags = 0
    /// `&name;`
    package var entities = 0

    package init() {}

    package init(_ words: some Collection<UInt8>) {
        let isMark = words.contains { byte in
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
                UInt8(ascii: "&"): true
            default: false
            }
        }
        if isMark { count(Array(words)) }
    }

    private mutating func count(_ bytes: [UInt8]) {
        func at(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x20 }
        func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 }
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        for (index, byte) in bytes.enumerated() {
            let last = at(index - 1), next = at(index + 1)
            switch byte {
            case UInt8(ascii: "*"): if !TextSurvey.isSpace(last) || !TextSurvey.isSpace(next) { asterisks += 1 }
            case UInt8(ascii: "_"):
                let isInside = (isLetter(last) || isDigit(last)) && (isLetter(next) || isDigit(next))
                if !isInside, !TextSurvey.isSpace(last) || !TextSurvey.isSpace(next) { underscores += 1 }
            case UInt8(ascii: "`"): backticks += 1
            case UInt8(ascii: "~"): if next == byte { strikes += 1 }
            case UInt8(ascii: "]"): if next == UInt8(ascii: "[") || next == UInt8(ascii: "(") { labels += 1 }
            case UInt8(ascii: "["):
                let digits = bytes[(index + 1)...].prefix(6).prefix(while: isDigit).count
                if next == UInt8(ascii: "^") || digits > 0 && at(index + 1 + digits) == UInt8(ascii: "]") { labels += 1 }
            case UInt8(ascii: "<"): if (0x41...0x5A).contains(next & 0xDF) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") { tags += 1 }
            case UInt8(ascii: "&"):
                let name = bytes[(index + 1)...].prefix(32).prefix { isLetter($0) && $0 < 0x80 || isDigit($0) || $0 == UInt8(ascii: "#") }.count
                if name > 0, at(index + 1 + name) == UInt8(ascii: ";") { entities += 1 }
            default: break
            }
        }
    }

    /// How often a text escapes each of them: `\*`.
    package static func escaped(in text: String) -> InlineMarks {
        var marks = InlineMarks()
        var isEscaped = false
        for byte in text.utf8 {
            guard isEscaped else {
                isEscaped = byte == UInt8(ascii: "\\")
                continue
            }
            isEscaped = false
            switch byte {
            case UInt8(ascii: "*"): marks.asterisks += 1
            case UInt8(ascii: "_"): marks.underscores += 1
            case UInt8(ascii: "`"): marks.backticks += 1
            case UInt8(ascii: "~"): marks.strikes += 1
            case UInt8(ascii: "["), UInt8(ascii: "]"): marks.labels += 1
            case UInt8(ascii: "<"): marks.tags += 1
            case UInt8(ascii: "&"): marks.entities += 1
            default: break
            }
        }
        return marks
    }
}
