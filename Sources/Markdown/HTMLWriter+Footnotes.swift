extension HTMLWriter {
    mutating func writeReference(_ index: Int, _ node: MarkdownTree.Node, of source: Source) {
        let number = node.footnoteNumber
        guard number > 0 else { return }
        writtenReferences.insert(index)
        let label = source.literal(source.nodes[Int(node.first)])
        output.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
        Self.escapeAddress(label, into: &output)
        output.append("\" id=\"fnref-")
        writeReferenceName(label, Int(node.second))
        output.append("\" data-footnote-ref")
        writeOwnLanguage(at: index)
        output.append(" aria-label=\"")
        writeLabel(style.footnoteReference, number, order: 1)
        output.append("\">")
        output.append(decimal: number)
        output.append("</a></sup>")
    }

    /// Writes the section of the footnotes whose references were written; nothing if there are none.
    package mutating func writeFootnotes() {
        guard !writtenReferences.isEmpty else { return }
        let tree = tree
        saidUntil = 0
        tree.withSource { source in
            addReferencesInFootnotes(of: source)
            startLine()
            output.append("<section class=\"footnotes\" data-footnotes aria-label=\"")
            output += style.footnotes
            output.append("\">\n<ol>\n")
            var position = 0
            for (offset, footnote) in tree.footnotes.enumerated() {
                let references = footnote.references.enumerated().filter { writtenReferences.contains($0.element) }
                guard !references.isEmpty else { continue }
                position += 1
                beginFootnote(footnote, number: offset + 1, at: position, of: source)
                write(footnote, number: offset + 1, orders: references.map { $0.offset + 1 }, of: source)
            }
            output.append("</ol>\n</section>\n")
        }
    }

    /// Footnotes may refer to others, which then are written, too.
    private mutating func addReferencesInFootnotes(of source: Source) {
        var pending = Array(writtenReferences)
        var isFound = [Bool](repeating: false, count: tree.footnotes.count)
        while let reference = pending.popLast() {
            let footnote = source.nodes[reference].footnoteNumber - 1
            guard !isFound[footnote] else { continue }
            isFound[footnote] = true
            var index = tree.footnotes[footnote].definition
            let end = source.nodes[index].end
            while index < end {
                let node = source.nodes[index]
                if node.kind == .footnoteReference, node.footnoteNumber > 0 {
                    writtenReferences.insert(index)
                    pending.append(index)
                }
                // Descriptions of images have no references.
                index = node.kind == .image ? Int(node.end) : index + 1
            }
        }
    }

    private mutating func beginFootnote(
        _ footnote: MarkdownTree.Footnote, number: Int, at position: Int, of source: Source
    ) {
        output.append("<li id=\"fn-")
        Self.escapeAddress(source.literal(source.nodes[footnote.definition]), into: &output)
        if number != position {
            // Those before it were left out, yet it keeps the number that its references show.
            output.append("\" value=\"")
            output.append(decimal: number)
        }
        output.append(UInt8(ascii: "\""))
        sayLanguage(ofPart: footnote.definition, source)
        output.append(">\n")
    }

    private mutating func write(_ footnote: MarkdownTree.Footnote, number: Int, orders: [Int], of source: Source) {
        let node = source.nodes[footnote.definition]
        write(footnote.definition + 1..<Int(node.end), of: source)
        // The arrows belong into the last paragraph, if the footnote ends with one.
        let end: StaticString = "</p>\n"
        let endsWithParagraph = tree.children(of: footnote.definition).reduce(nil) { $1 }
            .map { source.nodes[$0].kind == .paragraph } ?? false
        if endsWithParagraph {
            output.removeLast(end.utf8CodeUnitCount)
            output.append(0x20)
        }
        for (position, order) in orders.enumerated() {
            if position > 0 { output.append(0x20) }
            output.append("<a href=\"#fnref-")
            writeReferenceName(source.literal(node), order)
            output.append("\" class=\"footnote-backref\" data-footnote-backref")
            writeOwnLanguage(at: footnote.definition)
            output.append(" aria-label=\"")
            writeLabel(style.backReference, number, order: order)
            output.append("\">↩")
            if order > 1 {
                output.append("<sup class=\"footnote-ref\">")
                output.append(decimal: order)
                output.append("</sup>")
            }
            output.append("</a>")
        }
        if endsWithParagraph { output.append(end) } else { output.append(0x0A) }
        output.append("</li>\n")
    }

    private mutating func writeReferenceName(_ label: UnsafeBufferPointer<UInt8>, _ order: Int) {
        Self.escapeAddress(label, into: &output)
        if order > 1 {
            output.append(UInt8(ascii: "-"))
            output.append(decimal: order)
        }
    }

    private mutating func writeLabel(_ label: HTMLStyle.Numbered, _ number: Int, order: Int) {
        output += label.before
        output.append(decimal: number)
        if order > 1 {
            output.append(UInt8(ascii: "-"))
            output.append(decimal: order)
        }
        output += label.after
    }
}
