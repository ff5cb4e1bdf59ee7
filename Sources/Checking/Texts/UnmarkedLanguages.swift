import Markdown
import Publication
import Translation

/// Passages in another language or script that nothing marks (WCAG 3.1.2): a screen reader reads them with the sounds of
/// the page's language.
struct UnmarkedLanguages {
    let text: CheckedText

    func problems() -> [Diagnostic] {
        let tree = text.tree
        let marks = text.nodes(.link).filter { if case .language = text.links[$0] { true } else { false } }
        let marked = Set(marks.flatMap { tree.contents(of: $0) })
        let own = Set(text.language.writingScripts)
        let others = text.settings.languages.filter { $0.language != text.language.language }
        var problems: [Diagnostic] = []
        for block in text.blocks where problems.count < CheckedText.most {
            if own.contains(.latin), others.isEmpty, block.text.bytes.allSatisfy({ $0 < 0xCD }) { continue }
            let words = Word.words(of: block.text).filter { word in
                guard !marked.isEmpty, let node = block.text.node(at: word.range.lowerBound) else { return true }
                return !marked.contains(node)
            }
            problems += scripts(words, block, own) + functionWords(words, block, others)
        }
        return problems
    }

    // MARK: Scripts

    private func scripts(_ words: [Word], _ block: CheckedText.Block, _ own: Set<WritingScript>) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var run: [Word] = [], script = WritingScript.latin
        func close() {
            defer { run = [] }
            guard problems.count < CheckedText.most, let first = run.first, let last = run.last else { return }
            let range = first.range.lowerBound..<last.range.upperBound
            guard run.count >= 3 || isUnspaced(script) && letters(block, range) >= 4 || isWholeLink(block, range) else { return }
            problems.append(block.text.problem(
                .languageOfParts, at: range, "words in \(script.name) script, not marked as another language: ‘\(excerpt(block.text.text(range), of: 40))’",
                help: help(block, range, code: UnmarkedLanguages.code(for: script, among: text.settings.languages))))
        }
        for word in words {
            // Names and terms in Latin letters stand in texts of every language; and of some languages the script is not known.
            guard !own.isEmpty, let found = scriptOf(word, in: block), found != .other, found != .latin, !own.contains(found) else {
                if !word.isNumber { close() }
                continue
            }
            if found != script { close() }
            script = found
            run.append(word)
        }
        close()
        return problems
    }

    private func scriptOf(_ word: Word, in block: CheckedText.Block) -> WritingScript? {
        // Of most words the first byte tells enough.
        if block.text.bytes[word.range.lowerBound] < 0xCD { return .latin }
        return String(decoding: block.text.bytes[word.range], as: UTF8.self).unicodeScalars.lazy.compactMap { WritingScript($0) }.first
    }

    private func letters(_ block: CheckedText.Block, _ range: Range<Int>) -> Int { block.text.text(range).unicodeScalars.count(where: isLetterOrDigit) }

    private func isUnspaced(_ script: WritingScript) -> Bool { [.han, .kana, .thai, .lao, .khmer, .burmese].contains(script) }

    /// Whether the words are all that a link has, and it leads nowhere that says its language itself.
    private func isWholeLink(_ block: CheckedText.Block, _ range: Range<Int>) -> Bool {
        guard let link = link(around: range, in: block), folded(text.tree.plainText(of: link)) == folded(block.text.text(range)) else { return false }
        return !leadsToEdition(link)
    }

    private func link(around range: Range<Int>, in block: CheckedText.Block) -> MarkdownTree.Index? {
        guard block.text.isLinked(range), let node = block.text.node(at: range.lowerBound) else { return nil }
        return (max(block.node, node - 50)..<node).last { text.tree.nodes[$0].kind == .link && text.tree.contents(of: $0).contains(node) }
    }

    /// Whether a link leads to the publication's own page in another language.
    private func leadsToEdition(_ link: MarkdownTree.Index) -> Bool {
        var address = String(decoding: text.tree.destination(link), as: UTF8.self)[...]
        if address.hasPrefix(text.settings.address) { address = address.dropFirst(text.settings.address.count) }
        let parts = address.split(separator: "/").filter { $0 != ".." && $0 != "." }
        return parts.first.map { first in text.settings.languages.contains { $0.code == first } } ?? false
    }

    private func help(_ block: CheckedText.Block, _ range: Range<Int>, code: String) -> String {
        if link(around: range, in: block) != nil {
            return "Put the words before the link, marked, and link words of the page's own language: `[\(excerpt(block.text.text(range), of: 20))](lang:\(code)) ([the same in English](…))`."
        }
        return "Mark it with its language's code, as in `[\(excerpt(block.text.text(range), of: 20))](lang:\(code))`: a screen reader then reads it in that language."
    }

    private static func code(for script: WritingScript, among languages: [LanguageTag]) -> String {
        if let known = languages.first(where: { $0.writingScripts.contains(script) }) { return known.code }
        return switch script {
        case .arabic: "ar"
        case .hebrew: "he"
        case .han: "zh-Hans"
        case .kana: "ja"
        case .hangul: "ko"
        case .cyrillic: "ru"
        case .greek: "el"
        case .devanagari: "hi"
        case .thai: "th"
        case .khmer: "km"
        case .burmese: "my"
        default: "…"
        }
    }

    // MARK: Languages

    /// Sentences whose joining words are those of another language of the publication.
    private func functionWords(_ words: [Word], _ block: CheckedText.Block, _ others: [LanguageTag]) -> [Diagnostic] {
        guard words.count >= 6, !others.isEmpty else { return [] }
        let own = LanguageWords.of(text.language.language) ?? []
        var found: (language: LanguageTag, range: Range<Int>)?
        for sentence in Sentences.of(words, in: block.text.bytes) where sentence.count >= 6 {
            let spoken = sentence.map { block.text.text($0.range).lowercased() }
            let foreign = others.compactMap { language -> (LanguageTag, Int)? in
                LanguageWords.of(language.language).map { list in (language, spoken.count { list.contains($0) && !own.contains($0) }) }
            }
            guard let best = foreign.max(by: { $0.1 < $1.1 }), best.1 >= 3, best.1 * 4 >= spoken.count,
                let list = LanguageWords.of(best.0.language)
            else { continue }
            let mine = spoken.count { own.contains($0) && !list.contains($0) }
            guard mine * 4 <= best.1 else { continue }
            let range = sentence[sentence.startIndex].range.lowerBound..<sentence[sentence.endIndex - 1].range.upperBound
            if let known = found, known.language == best.0 { found = (known.language, known.range.lowerBound..<range.upperBound) } else if found == nil { found = (best.0, range) }
        }
        guard let found else { return [] }
        return [block.text.problem(
            .languageOfParts, at: found.range, "a passage that seems to be in ‘\(found.language)’ and is not marked: ‘\(excerpt(block.text.text(found.range), of: 40))’",
            help: help(block, found.range, code: found.language.code))]
    }
}

enum Sentences {
    /// Words by the sentences that they stand in: a full stop, a question or an exclamation mark parts them.
    static func of(_ words: [Word], in bytes: [UInt8]) -> [ArraySlice<Word>] {
        var sentences: [ArraySlice<Word>] = []
        var start = 0
        for index in words.indices.dropFirst() {
            let between = bytes[words[index - 1].range.upperBound..<words[index].range.lowerBound]
            let isEnd = between.count > 1 && between.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?") }
                || between.contains(0xE3) && between.firstRange(of: [0xE3, 0x80, 0x82]) != nil
            if isEnd {
                sentences.append(words[start..<index])
                start = index
            }
        }
        if start < words.count { sentences.append(words[start...]) }
        return sentences
    }
}
