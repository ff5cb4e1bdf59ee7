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
        let others = others
        var problems: [Diagnostic] = []
        for block in text.blocks where problems.count < CheckedText.most {
            let words = Word.words(of: block.text).filter { word in
                guard !marked.isEmpty, let node = block.text.node(at: word.range.lowerBound) else { return true }
                return !marked.contains(node)
            }
            problems += scripts(words, block, own) + functionWords(words, block, others)
        }
        for image in text.nodes(.image) where problems.count < CheckedText.most {
            let bytes = Array(tree.plainText(of: image).utf8)
            guard let found = passage(Word.words(of: bytes), in: bytes, others) else { continue }
            problems.append(text.problem(
                .languageOfParts, at: image, "an image's text that seems to be in ‘\(found.language)’, which nothing can mark: ‘\(excerpt(String(decoding: bytes[found.range], as: UTF8.self), of: 40))’",
                help: "Write it in the page's language."))
        }
        return problems
    }

    /// All that can be told, as the publication writes them.
    private var others: [LanguageTag] {
        LanguageWords.languages.filter { $0 != text.language.language }.compactMap { code in
            text.settings.languages.first { $0.language == code } ?? LanguageTag(code)
        }
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

    private func functionWords(_ words: [Word], _ block: CheckedText.Block, _ others: [LanguageTag]) -> [Diagnostic] {
        guard let found = passage(words, in: block.text.bytes, others) else { return [] }
        return [block.text.problem(
            .languageOfParts, at: found.range, "a passage that seems to be in ‘\(found.language)’ and is not marked: ‘\(excerpt(block.text.text(found.range), of: 40))’",
            help: help(block, found.range, code: found.language.code))]
    }

    /// Sentences whose joining words are those of another language; or a text that is short, and says what notices say.
    private func passage(_ words: [Word], in bytes: [UInt8], _ others: [LanguageTag]) -> (language: LanguageTag, range: Range<Int>)? {
        guard words.count >= 3 else { return nil }
        var found: (language: LanguageTag, range: Range<Int>)?
        for sentence in Sentences.of(words, in: bytes) where sentence.count >= 6 {
            guard let language = language(of: sentence, in: bytes, others) else { continue }
            let range = sentence[sentence.startIndex].range.lowerBound..<sentence[sentence.endIndex - 1].range.upperBound
            if let known = found, known.language == language { found = (known.language, known.range.lowerBound..<range.upperBound) } else if found == nil { found = (language, range) }
        }
        if found == nil, words.count < 12, let language = language(of: words[...], in: bytes, others) {
            found = (language, words[0].range.lowerBound..<words[words.count - 1].range.upperBound)
        }
        return found
    }

    /// The other language whose words a sentence has, and hardly any of its own.
    private func language(of sentence: ArraySlice<Word>, in bytes: [UInt8], _ others: [LanguageTag]) -> LanguageTag? {
        let own = LanguageWords.of(text.language.language) ?? [], ownNotices = LanguageWords.ofNotices(text.language.language)
        // Capitals are names: La Casa de los Niños.
        let first = sentence.startIndex, count = sentence.count { !$0.isNumber }
        let spoken = sentence.indices.filter { ($0 == first || !sentence[$0].isCapitalized || isAfterStop(sentence[$0], in: bytes)) && !joinsNames($0, in: sentence) }
            .map { String(decoding: bytes[sentence[$0].range], as: UTF8.self).lowercased() }
        let different = Set(spoken)
        func points(_ language: LanguageTag) -> Int {
            guard let list = LanguageWords.of(language.language) else { return 0 }
            let notices = LanguageWords.ofNotices(language.language)
            return different.count { list.contains($0) && !own.contains($0) } + 2 * different.count { notices.contains($0) && !ownNotices.contains($0) }
        }
        guard let best = others.map({ ($0, points($0)) }).max(by: { $0.1 < $1.1 }), best.1 >= 3, let list = LanguageWords.of(best.0.language) else { return nil }
        let notices = LanguageWords.ofNotices(best.0.language)
        let theirs = spoken.count { list.contains($0) && !own.contains($0) || notices.contains($0) }
        let mine = spoken.count { own.contains($0) && !list.contains($0) || ownNotices.contains($0) && !notices.contains($0) }
        return theirs * 4 >= count && mine * 4 <= theirs ? best.0 : nil
    }

    /// Whether a word and its like stand between two with a capital: Juan de la Cruz y Martínez.
    private func joinsNames(_ index: Int, in sentence: ArraySlice<Word>) -> Bool {
        func isParticle(_ word: Word) -> Bool { !word.isCapitalized && UnmarkedLanguages.particles.contains(word.key) }
        guard isParticle(sentence[index]) else { return false }
        let before = sentence[..<index].last { !isParticle($0) }, behind = sentence[(index + 1)...].first { !isParticle($0) }
        return before?.isCapitalized == true && behind?.isCapitalized == true
    }

    private static let particles: Set<String> = ["de", "del", "la", "las", "los", "y", "e", "da", "do", "das", "dos", "du", "des", "le", "von", "der", "den", "zu", "van"]

    private func isAfterStop(_ word: Word, in bytes: [UInt8]) -> Bool {
        bytes[..<word.range.lowerBound].suffix(3).contains { ".!?¿¡".utf8.contains($0) }
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
