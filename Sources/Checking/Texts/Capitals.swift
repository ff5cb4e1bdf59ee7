import Markdown
import Publication

/// Words in capitals throughout: slower to read for everybody, and spelled out by some screen readers.
struct Capitals {
    let text: CheckedText

    func problems() -> [Diagnostic] {
        let title = text.document.title
        let names = names()
        // Only a heading of two words in capitals asks for them.
        lazy var small = Set(text.blocks.lazy.flatMap { Word.words(of: $0.text) }.filter { !$0.isCapitalized }.map(\.key))
        func isWrittenSmall(_ word: Word) -> Bool { small.contains(word.key) }
        var problems: [Diagnostic] = []
        if text.document.frontMatter.title != nil, shouted(Array(title.utf8), words: Word.words(of: Array(title.utf8)), isHeading: true, names: names, isWrittenSmall) != nil {
            problems.append(text.document.problem(.allCapitals, key: "title", "the title is in capitals", help: Capitals.help))
        }
        if let heading = titleHeading, shouted(Array(title.utf8), words: Word.words(of: Array(title.utf8)), isHeading: true, names: names, isWrittenSmall) != nil {
            problems.append(text.problem(.allCapitals, at: heading, "the title is in capitals", help: Capitals.help))
        }
        let summary = Array((text.document.frontMatter.summary ?? "").utf8)
        if Word.mayHaveCapitals(summary), shouted(summary, words: Word.words(of: summary), isHeading: false, names: names, isWrittenSmall) != nil {
            problems.append(text.document.problem(.allCapitals, key: "summary", "words of the summary are in capitals", help: Capitals.help))
        }
        for block in text.blocks where problems.count < CheckedText.most {
            guard Word.mayHaveCapitals(block.text.bytes) else { continue }
            let isHeading = block.kind == .heading
            guard let range = shouted(block.text.bytes, words: Word.words(of: block.text), isHeading: isHeading, names: names, isWrittenSmall) else { continue }
            let what = isHeading ? "a heading in capitals" : "words in capitals: ‘\(excerpt(block.text.text(range), of: 40))’"
            problems.append(block.text.problem(.allCapitals, at: range, what, help: Capitals.help))
        }
        let tree = text.tree
        for image in text.nodes(.image) where problems.count < CheckedText.most {
            let words = Array(tree.plainText(of: image).utf8)
            guard Word.mayHaveCapitals(words), shouted(words, words: Word.words(of: words), isHeading: false, names: names, isWrittenSmall) != nil else { continue }
            problems.append(text.problem(.allCapitals, at: image, "the image's text is in capitals: ‘\(excerpt(String(decoding: words, as: UTF8.self), of: 40))’", help: Capitals.help))
        }
        return problems
    }

    /// The heading that gives the title where the front matter has none.
    private var titleHeading: MarkdownTree.Index? {
        let tree = text.tree
        guard text.document.frontMatter.title == nil, let first = tree.children(of: 0).first(where: { _ in true }), !text.document.blocks.contains(first),
            tree.nodes[first].kind == .heading
        else { return nil }
        return first
    }

    private static let help = "Write it as a sentence is written. To make a few words stand out, put them between two asterisks, `**like this**`."

    /// The first run of at least three words in capitals, or of any number where a heading has no others.
    private func shouted(_ bytes: [UInt8], words: [Word], isHeading: Bool, names: Set<String>, _ isWrittenSmall: (Word) -> Bool) -> Range<Int>? {
        var run: [Int] = []
        var found: Range<Int>?
        func close() {
            defer { run = [] }
            while let last = run.last, words[last].isNumber { run.removeLast() }
            let shouting = run.lazy.map { words[$0] }.filter { !$0.isNumber }
            guard found == nil, shouting.count >= 3 ? isSpeech(run.map { words[$0] }, bytes) : areTwoWords(Array(shouting)) else { return }
            found = words[run[0]].range.lowerBound..<words[run[run.count - 1]].range.upperBound
        }
        var others = 0, capitals: [Word] = []
        for (index, word) in words.enumerated() {
            let isUpper = isUpper(word, bytes)
            if isUpper { capitals.append(word) } else if !word.isNumber { others += 1 }
            if index > 0, word.gap == .other { close() }
            // A letter alone begins no run: it may number what follows.
            if isUpper, !run.isEmpty || word.range.count > 1 { run.append(index) } else if word.isNumber, !run.isEmpty { run.append(index) } else { close() }
        }
        close()
        if let found { return found }
        guard isHeading, others == 0, let first = capitals.first, let last = capitals.last else { return nil }
        if capitals.count == 1, isCommon(first) { return first.range }
        guard isSpeech(capitals, bytes) else { return nil }
        if capitals.count == 1, first.range.count < 7 || names.contains(first.key) { return nil }
        // `WIDA ACCESS` are two names; of `LUNCH MENU` one is a word that the text, or everybody, has in small letters.
        if capitals.count == 2, capitals.allSatisfy({ $0.range.count < 7 && !isCommon($0) && !joiningWords.contains($0.key) && !KnownAbbreviations.haveWord($0.capitals ?? "") }) {
            guard capitals.contains(where: isWrittenSmall) else { return nil }
        }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// Words that have their capitals in sentences too, as a name has that is written so; only where a heading of one word asks.
    private func names() -> Set<String> {
        let title = text.document.title
        let asks = text.blocks.contains { $0.kind == .heading && Word.mayHaveCapitals($0.text.bytes) && !$0.text.bytes.contains(0x20) }
            || !title.contains(" ") && Word.mayHaveCapitals(Array(title.utf8))
        guard asks else { return [] }
        return Set(text.blocks.lazy.filter { $0.kind != .heading && Word.mayHaveCapitals($0.text.bytes) }.flatMap { block in
            Word.words(of: block.text).lazy.filter { $0.range.count >= 7 && isUpper($0, block.text.bytes) }.map(\.key)
        })
    }

    private func isUpper(_ word: Word, _ bytes: [UInt8]) -> Bool {
        guard word.isCapitalized else { return false }
        return String(decoding: bytes[word.range], as: UTF8.self).unicodeScalars.allSatisfy { !$0.properties.isLowercase }
    }

    /// Whether capitals are words and not only abbreviations: one of them is longer than those are, or a word that only
    /// joins others.
    private func isSpeech(_ words: [Word], _ bytes: [UInt8]) -> Bool {
        let long = words.count { word in
            word.range.count >= 5 && (!KnownAbbreviations.contain(word.capitals ?? "") || KnownAbbreviations.haveWord(word.capitals ?? "")) && word.key.unicodeScalars.contains { isVowel($0) }
        }
        let joining = words.count { joiningWords.contains($0.key) }
        let short = joining > 0 ? words.count { $0.range.count >= 4 && KnownAbbreviations.haveWord($0.capitals ?? "") } : 0
        let letters = words.reduce(0) { $0 + $1.range.count }
        // In Vietnamese each syllable stands alone, and most have a sign that abbreviations have not.
        if words.count(where: { word in bytes[word.range].contains { $0 >= 0x80 } }) > 1, letters >= 7 { return true }
        return letters >= 7 && (joining > 0 && (long + short > 0 || joining * 2 >= words.count) || long * 2 >= words.count)
    }

    /// `SCHOOL CLOSED`, `VERY IMPORTANT`: two of which none is an abbreviation.
    private func areTwoWords(_ words: [Word]) -> Bool {
        guard words.count == 2 else { return false }
        let letters = words.map { word in KnownAbbreviations.contain(word.capitals ?? "") && !KnownAbbreviations.haveWord(word.capitals ?? "") ? 0 : word.key.unicodeScalars.count }
        let vowels = words.allSatisfy { word in word.key.unicodeScalars.count(where: isVowel) > 1 || joiningWords.contains(word.key) }
        guard vowels, !letters.contains(0) else { return false }
        return letters.allSatisfy { $0 > 5 } || words.contains { joiningWords.contains($0.key) } && letters.contains { $0 > 7 }
    }

    /// What headings of one word are called, and words with an accent, which no abbreviation has.
    private func isCommon(_ word: Word) -> Bool {
        let letters = word.capitals ?? ""
        return Capitals.titles.contains(letters) || letters.unicodeScalars.count > 3 && letters.unicodeScalars.contains { !$0.isASCII && $0.value < 0x250 }
    }

    private static let titles: Set<String> = [
        "GOALS", "DATES", "HOURS", "STAFF", "EVENTS", "NEWS", "FORMS", "LUNCH", "AGENDA", "BUDGET", "NOTICE", "MENU", "MEALS", "BUSES", "GRADES", "SCHOOL", "RULES", "ABOUT", "METAS",
        "BUS", "ROUTES", "CLUB", "CLUBS", "SPORTS", "SUMMER", "SPRING", "WINTER", "FAMILY", "PARENT", "HEALTH", "SAFETY", "OFFICE", "CALENDAR", "FECHAS", "CLASES", "NOTAS", "AVISO", "AVISOS", "DATAS", "ÉCOLE", "BUTS", "DAT", "LEKÒL",
    ]

    private func isVowel(_ scalar: Unicode.Scalar) -> Bool { !scalar.isASCII || "aeiouy".unicodeScalars.contains(scalar) }
}

/// Short words that are no abbreviations, as `Word.key` has them.
let joiningWords = Set([
    "a", "i", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "with", "from", "is", "are", "be", "was", "it", "its", "this",
    "that", "not", "no", "do", "don’t", "yes", "you", "your", "we", "our", "all", "any", "if", "as", "up", "out", "off", "new", "now", "only",
    "must", "will", "can", "may", "free", "open", "please", "stop", "has", "have", "but", "so", "my", "me", "he", "she", "they", "go", "get", "see",
    "how", "what", "why", "who", "when", "day", "end", "one", "two", "more", "most", "never", "very", "before", "after", "too", "also", "use", "read",
    "note", "than", "then", "each", "every", "both", "same", "own", "per", "via", "were", "am",
    "el", "la", "los", "las", "de", "del", "y", "en", "que", "para", "con", "por", "una", "un", "se", "su", "es", "al", "sin", "o", "os", "as", "do",
    "da", "dos", "das", "em", "com", "um", "uma", "nao", "ao", "le", "les", "des", "du", "et", "pour", "avec", "par", "une", "est", "pas", "sur",
].flatMap { Word.words(of: Array($0.utf8)).map(\.key) })
