extension HTMLWriter {
    // MARK: - Texts without a translation

    /// Before a block is written: where all of it is untranslated, its own element is to say so, or one around it and
    /// the neighbours that are untranslated, too.
    ///
    /// - Parameter limit: the end of the siblings.
    mutating func sayLanguage(of index: Int, before limit: Int, _ texts: TranslatedTexts, _ source: Source) {
        let node = source.nodes[index]
        guard node.isBlock, node.kind != .footnoteDefinition, texts.state(of: index) == .untranslated,
            !isCaption(index, of: source), !hasTranslatedCaption(node, texts), !leftOut.contains(index)
        else { return }
        var end = Int(node.end)
        var blocks = 1
        if canBeWrapped(node) {
            var neighbour = end
            while neighbour < limit, canBeWrapped(source.nodes[neighbour]), !texts.state(of: neighbour).hasTranslation {
                let next = Int(source.nodes[neighbour].end)
                if texts.state(of: neighbour) == .untranslated, !leftOut.contains(neighbour) {
                    end = next
                    if !isCaption(neighbour, of: source) { blocks += 1 }
                }
                neighbour = next
            }
        }
        saidUntil = end
        guard blocks > 1 else { return saidBy = index }
        startLine()
        output.append("<div")
        output += texts.attributes
        output.append(">\n")
        open.append(.wrapper(end: end))
    }

    /// Inside a start tag: the language, if this element is to say it.
    mutating func writeLanguage(of index: Int) {
        if let texts, saidBy == index { output += texts.attributes }
    }

    /// Inside the start tag of a part that no run of blocks leads to (a row, a cell, a caption, a footnote): its
    /// language, where it differs from what is around it.
    mutating func sayLanguage(ofPart index: Int, _ source: Source) {
        guard let texts, index >= saidUntil, texts.state(of: index) == .untranslated else { return }
        output += texts.attributes
        saidUntil = Int(source.nodes[index].end)
    }

    /// Inside a start tag: the edition's language, for words of its own at a node that is in the source's.
    mutating func writeOwnLanguage(at index: Int) {
        if !style.wordAttributes.isEmpty { output += style.wordAttributes } else if let texts, index < saidUntil { output += texts.ownAttributes }
    }

    private func canBeWrapped(_ node: MarkdownTree.Node) -> Bool {
        switch node.kind {
        case .paragraph: !node.isTight
        case .heading, .list, .blockQuote, .table, .codeBlock, .thematicBreak, .htmlBlock: true
        default: false
        }
    }

    /// A table that holds a translated caption cannot say that all of it is untranslated.
    private func hasTranslatedCaption(_ node: MarkdownTree.Node, _ texts: TranslatedTexts) -> Bool {
        guard node.kind == .table else { return false }
        let previous = Int(tree.tables[Int(node.second)].previousSibling)
        return previous >= 0 && texts.state(of: previous).hasTranslation && tree.withSource { captionOffset(previous, of: $0) != nil }
    }

    // MARK: - Translations

    /// Writes a translation, its links led where those of the source lead.
    mutating func write(_ translation: InlineTranslation) {
        switch translation.content {
        case .plain(let words):
            words.withUnsafeBufferPointer { words in
                length?.add(words)
                guard marks != nil, marksHere else { return Self.escape(words, into: &output) }
                marks!.write(words, isOwn: true, isAfterWord: false, isBeforeWord: false, into: &output)
            }
        case .inlines(let batch, let run, let dropping):
            var inner = HTMLWriter(tree: batch.tree, style: style)
            inner.leavesOutLinks = leavesOutLinks
            inner.translated = Translated(translation: translation, tree: tree, links: links)
            inner.unmarked = unmarked
            swap(&inner.output, &output)
            swap(&inner.marks, &marks)
            swap(&inner.length, &length)
            inner.writeInlines(nodes: run, dropping: dropping)
            swap(&inner.output, &output)
            swap(&inner.marks, &marks)
            swap(&inner.length, &length)
            writtenReferences.formUnion(inner.writtenReferences)
        }
    }

    /// Where a link or an image leads; nil where it leads where it says.
    func resolved(_ index: Int, _ node: MarkdownTree.Node, of source: Source) -> ResolvedLink? {
        guard let translated else { return links[index] }
        let translation = translated.translation
        switch InlineMarkdownReader.Label(source.slice(node.first, node.second)) {
        case .label(let number):
            guard translation.labels.indices.contains(number - 1) else { return .textOnly }
            let node = translation.labels[number - 1]
            if let known = translated.links[node] { return known }
            let written = translated.tree.destination(node)
            return .address(Self.isUnsafe(written) ? [] : Array(written))
        case .footnote(let number):
            guard translation.footnotes.indices.contains(number - 1) else { return .textOnly }
            return .footnote(translation.footnotes[number - 1])
        case nil: return .textOnly
        }
    }

    /// Writes a footnote reference of the tree that this one translates.
    mutating func writeTranslatedReference(_ index: MarkdownTree.Index) {
        guard !leavesOutLinks, let tree = translated?.tree else { return }
        tree.withSource { writeReference(index, $0.nodes[index], of: $0) }
    }
}

extension TranslatedTexts.State {
    var hasTranslation: Bool { self == .translated || self == .mixed }
}
