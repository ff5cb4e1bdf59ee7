import Markdown
import Publication

/// Directions by colour or by place on the screen alone (WCAG 1.3.3 and 1.4.1): who hears the page, or sees it in other
/// colours or in one column, cannot follow them.
///
/// A sentence that names what it points at, by a link, in bold, in code or between quotation marks, is left alone.
struct Directions {
    let text: CheckedText

    func problems() -> [Diagnostic] {
        if let words = DirectionWords.of(text.language) { return text.blocks.flatMap { problems(in: $0, words) } }
        if let parts = DirectionWords.parts(of: text.language) { return text.blocks.flatMap { problems(in: $0, parts) } }
        return []
    }

    private static let help = "Name it as well, as in ‘the button Save’ or ‘items marked late’: people who hear the page, print it or read it on a phone have neither the colour nor the place."

    private func problems(in block: CheckedText.Block, _ language: DirectionWords) -> [Diagnostic] {
        guard block.kind != .heading else { return [] }
        let words = Word.words(of: block.text)
        guard words.contains(where: { language.colours.contains($0.key) })
            || words.contains(where: { word in language.positions.contains { $0.last == word.key || $0.first == word.key } })
        else { return [] }
        let names = Names(in: block.node, of: text.tree)
        return Sentences.of(words, in: block.text.bytes).lazy.compactMap { sentence -> Diagnostic? in
            guard let found = colour(sentence, language) ?? position(sentence, language), !isNamed(sentence, in: block, names),
                !addsToName(found, sentence, in: block.text.bytes)
            else { return nil }
            let range = sentence[found.words.lowerBound].range.lowerBound..<sentence[found.words.upperBound - 1].range.upperBound
            return block.text.problem(
                .colourOrPosition, at: range, "‘\(excerpt(block.text.text(range)))’ points by \(found.isColour ? "colour" : "place") alone", help: Directions.help)
        }.prefix(CheckedText.most).map { $0 }
    }

    private typealias Found = (words: Range<Int>, isColour: Bool)

    private func colour(_ sentence: ArraySlice<Word>, _ language: DirectionWords) -> Found? {
        let acts = sentence.contains { language.actions.contains($0.key) || Directions.meanings.contains($0.key) }
        for index in sentence.indices where language.colours.contains(sentence[index].key) {
            let before = index > sentence.startIndex ? sentence[index - 1] : nil
            // `shown in red`, `the items in red`
            if let before, language.joiners.contains(before.key), sentence[index].isJoined, index - 2 >= sentence.startIndex {
                let marker = sentence[index - 2].key
                let isMarker = language.markers.contains(marker), isItem = language.items.contains(marker)
                let ends = index + 1 == sentence.endIndex || !sentence[index + 1].isJoined || joiningWords.contains(sentence[index + 1].key)
                    || Directions.verbs.contains(sentence[index + 1].key)
                if isMarker && ends { return (index - 2..<index + 1, true) }
                if isItem && ends { return (index - 2..<index + 1, true) }
            }
            guard acts else { continue }
            // `the red items`, `los elementos rojos`
            let other = language.isColourFirst ? index + 1 : index - 1
            guard sentence.indices.contains(other), language.items.contains(sentence[other].key), sentence[max(index, other)].gap == .space else { continue }
            return (min(index, other)..<max(index, other) + 1, true)
        }
        return nil
    }

    /// What tells that a colour carries a meaning.
    private static let meanings = Set("""
        mean indicate represent show denote require required see look use fill complete check find significa indica representa muestra llene complete vea \
        mostra preencha veja signifie indique remplissez voir
        """.split(separator: " ").flatMap { Word.words(of: Array($0.utf8)).map(\.key) })

    /// What a sentence goes on with behind a colour that stands alone.
    private static let verbs = Set("are is was were have has must mean means show shows need can should will son es deben significa sont doivent são devem"
        .split(separator: " ").flatMap { Word.words(of: Array($0.utf8)).map(\.key) })

    private func position(_ sentence: ArraySlice<Word>, _ language: DirectionWords) -> Found? {
        guard sentence.contains(where: { language.actions.contains($0.key) })
            || sentence.contains(where: { language.looks.contains($0.key) }) && sentence.contains(where: { language.things.contains($0.key) })
        else { return nil }
        for index in sentence.indices {
            for phrase in language.positions where index + phrase.count <= sentence.endIndex {
                let run = sentence[index..<index + phrase.count]
                guard zip(run, phrase).allSatisfy({ $0.key == $1 }), run.dropFirst().allSatisfy(\.isJoined) else { continue }
                let next = index + phrase.count
                guard next == sentence.endIndex || sentence[next].gap == .other || language.followers.contains(sentence[next].key)
                    || language.things.contains(sentence[next].key)
                else { continue }
                return (index..<next, false)
            }
        }
        return nil
    }

    /// Whether words stand in parentheses behind a name: `click Send (in the top right corner)`.
    private func addsToName(_ found: Found, _ sentence: ArraySlice<Word>, in bytes: [UInt8]) -> Bool {
        guard let first = sentence.first?.range.lowerBound else { return false }
        let before = bytes[first..<sentence[found.words.lowerBound].range.lowerBound]
        guard let open = before.lastIndex(of: UInt8(ascii: "(")), !before[open...].contains(UInt8(ascii: ")")) else { return false }
        guard let name = sentence.last(where: { $0.range.upperBound <= open }) else { return false }
        return name.isCapitalized && name.range.lowerBound > first
    }

    /// Whether a sentence has a link, bold or slanted words, code or a quotation.
    private func isNamed(_ sentence: ArraySlice<Word>, in block: CheckedText.Block, _ names: Names) -> Bool {
        guard let first = sentence.first, let last = sentence.last else { return true }
        let bytes = block.text.bytes[first.range.lowerBound..<last.range.upperBound]
        if bytes.contains(UInt8(ascii: "\"")) || bytes.contains(UInt8(ascii: "*")) { return true }
        if bytes.contains(0xE2) || bytes.contains(0xC2) || bytes.contains(0xEF) {
            let signs = String(decoding: bytes, as: UTF8.self).unicodeScalars
            if signs.contains(where: { ["“", "”", "„", "«", "»", "‘", "\u{FFFC}"].contains($0) }) { return true }
        }
        guard let start = block.text.node(at: first.range.lowerBound), let end = block.text.node(at: last.range.lowerBound) else { return false }
        return names.reach(from: start, to: end)
    }

    /// The links, bold and slanted words of a block.
    private struct Names {
        private var starts: [MarkdownTree.Index] = []
        /// Behind the farthest of those that start up to each.
        private var ends: [MarkdownTree.Index] = []

        init(in block: MarkdownTree.Index, of tree: MarkdownTree) {
            for node in tree.contents(of: block) {
                switch tree.nodes[node].kind {
                case .link, .strong, .emphasis:
                    starts.append(node)
                    ends.append(max(ends.last ?? 0, Int(tree.nodes[node].end)))
                default: break
                }
            }
        }

        /// Whether one of them has a node between two, both included.
        func reach(from first: MarkdownTree.Index, to last: MarkdownTree.Index) -> Bool {
            var low = 0, high = starts.count
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] <= last { low = middle + 1 } else { high = middle }
            }
            return low > 0 && ends[low - 1] > first
        }
    }

    // MARK: Parts of sentences

    private func problems(in block: CheckedText.Block, _ parts: (things: [String], places: [String], colours: [String])) -> [Diagnostic] {
        guard block.kind != .heading else { return [] }
        let whole = block.text.text
        guard parts.places.contains(where: whole.contains) || parts.colours.contains(where: whole.contains) else { return [] }
        var offset = 0
        for sentence in whole.split(omittingEmptySubsequences: false, whereSeparator: { "。！？.!?؟\n".contains($0) }) {
            defer { offset += sentence.utf8.count + 1 }
            let found = parts.colours.first { sentence.contains($0) }
                ?? (parts.things.contains { sentence.contains($0) } ? parts.places.first { sentence.contains($0) } : nil)
            guard let found, !sentence.contains(where: { "“”«»「」‘’\u{FFFC}".contains($0) }), let range = whole.range(of: found, within: sentence) else { continue }
            let start = whole.utf8.distance(from: whole.startIndex, to: range.lowerBound)
            return [block.text.problem(
                .colourOrPosition, at: start..<start + found.utf8.count, "‘\(found)’ points by \(parts.colours.contains(found) ? "colour" : "place") alone", help: Directions.help)]
        }
        return []
    }
}

extension String {
    fileprivate func range(of part: String, within piece: Substring) -> Range<String.Index>? {
        self[piece.startIndex..<piece.endIndex].firstRange(of: part)
    }
}
