import Markdown
import Publication
import Translation

/// Abbreviations that neither the document nor the glossary has explained where they first stand (WCAG 3.1.4). What plans
/// say together is looked at elsewhere (`Rule.abbreviation`).
struct UnexplainedAbbreviations {
    let text: CheckedText

    /// The abbreviations that a publication's glossaries have.
    static func glossary(of publication: Publication) -> Set<String> {
        var known: Set<String> = []
        for document in publication.documents {
            guard case .glossary(let glossary) = document.meaning else { continue }
            for term in glossary.terms {
                for word in Word.words(of: PlacedText(document, paragraph: term.heading)) {
                    if let letters = word.capitals { known.insert(letters) }
                }
            }
        }
        return known
    }

    private struct Mention {
        let letters: String
        let block: Int
        let range: Range<Int>
        /// As it is written, where that has more than the letters: `M.G.L.`
        var written: String?
    }

    func problems() -> [Diagnostic] {
        guard text.document.kind != .glossary else { return [] }
        var mentions: [Mention] = [], seen: Set<String> = []
        var read: [[Word]] = []
        for (number, block) in text.blocks.enumerated() {
            let words = Word.words(of: block.text.bytes, partingScripts: isUnspaced)
            read.append(words)
            // A heading is short because its section explains it.
            guard block.kind != .heading else { continue }
            for (range, letters) in dotted(words, in: block.text.bytes) where !seen.contains(letters) && !text.glossary.contains(letters) && !KnownAbbreviations.contain(letters) && !block.text.isLinked(range) {
                seen.insert(letters)
                mentions.append(Mention(letters: letters, block: number, range: range, written: block.text.text(range) + "."))
            }
            guard Word.mayHaveCapitals(block.text.bytes) else { continue }
            for (index, word) in words.enumerated() where Word.isAbbreviation(index, in: words) && !isCitation(index, words) && !isName(index, words) && !isRepeated(index, words, block.text.bytes) {
                guard seen.count < CheckedText.most, let letters = word.capitals, !seen.contains(letters), isMention(letters, word, in: block.text) else { continue }
                seen.insert(letters)
                mentions.append(Mention(letters: letters, block: number, range: word.range))
            }
        }
        guard !mentions.isEmpty else { return [] }
        let explained = explanations(of: seen, in: read)
        return mentions.compactMap { mention in
            let place = explained[mention.letters]
            if let place, place.block < mention.block || place.block == mention.block && !isLater(place.offset, than: mention) { return nil }
            let letters = mention.written ?? mention.letters, placed = text.blocks[mention.block].text
            if let place {
                let line = text.line(of: text.blocks[place.block].node)
                return placed.problem(
                    .abbreviationFirstUse, at: mention.range, "\(letters) is explained only further \(place.block == mention.block ? "on" : "down, in line \(line)")",
                    help: "Write it out where it first stands, as in ‘its full name (\(letters))’, or put it into the glossary.")
            }
            return placed.problem(
                .abbreviationFirstUse, at: mention.range, "nothing on this page says what \(letters) stands for",
                help: "Write it out where it first stands, as in ‘its full name (\(letters))’, or put it into the glossary: `## Its full name (\(letters))`.")
        }
    }

    private var isUnspaced: Bool { ["zh", "ja"].contains(text.language.language) }

    /// Whether an explanation begins in a later sentence than a mention.
    private func isLater(_ offset: Int, than mention: Mention) -> Bool {
        guard offset > mention.range.upperBound else { return false }
        let between = text.blocks[mention.block].text.bytes[mention.range.upperBound..<offset]
        return between.indices.contains { ".!?".utf8.contains(between[$0]) && $0 + 1 < between.endIndex && between[$0 + 1] == 0x20 } || between.firstRange(of: [0xE3, 0x80, 0x82]) != nil
    }

    /// `I.E.P.`, but not `U.S.A.`, nor the beginning of a name: `J.R.R. Tolkien`.
    private func dotted(_ words: [Word], in bytes: [UInt8]) -> [(Range<Int>, String)] {
        var found: [(Range<Int>, String)] = []
        var index = 0
        func isInitial(_ index: Int) -> Bool {
            let range = words[index].range
            return range.count == 1 && (0x41...0x5A).contains(bytes[range.lowerBound]) && range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: ".")
        }
        while index < words.count {
            let start = index
            while index < words.count, isInitial(index), index == start || words[index].range.lowerBound == words[index - 1].range.upperBound + 1 { index += 1 }
            defer { index = max(index, start + 1) }
            guard index - start > 2 else { continue }
            let isName = index < words.count && words[index].isCapitalized && words[index].range.lowerBound == words[index - 1].range.upperBound + 2
            if isName { continue }
            let range = words[start].range.lowerBound..<words[index - 1].range.upperBound
            found.append((range, String(decoding: bytes[range].filter { $0 != UInt8(ascii: ".") }, as: UTF8.self)))
        }
        return found
    }

    /// `603 CMR 28.00`: a law's own way to be cited, by which it is found; `1017 DS, Amsterdam`: a postal code.
    private func isCitation(_ index: Int, _ words: [Word]) -> Bool {
        if index > 0, index + 1 < words.count, words[index].range.count == 2, words[index - 1].isNumber, words[index - 1].range.count == 4, words[index].gap == .space,
            words[index + 1].isCapitalized
        { return true }
        // `Policy JIC`, `File: ACAB`: a board's code, which stands for nothing.
        if index > 0, words[index - 1].isCapitalized, ["policy", "file"].contains(words[index - 1].key), words[index].range.lowerBound - words[index - 1].range.upperBound < 3 { return true }
        return index > 0 && index + 1 < words.count && words[index - 1].isNumber && words[index].gap == .space && words[index + 1].isNumber
    }

    /// `Mr. JD Smith`: the beginning of a name; `CAT scan` and `GI Bill` are called so as a whole.
    private func isName(_ index: Int, _ words: [Word]) -> Bool {
        if index + 1 < words.count, words[index + 1].gap == .space, let letters = words[index].capitals, UnexplainedAbbreviations.wholes[letters] == words[index + 1].key { return true }
        if index > 0, words[index].gap == .space, words[index - 1].key == "raspberry", words[index].capitals == "PI" { return true }
        if isBuilding(index, words) { return true }
        guard index > 0, index + 1 < words.count, UnexplainedAbbreviations.titles.contains(words[index - 1].key), words[index].range.count < 4 else { return false }
        return words[index + 1].gap == .space && words[index + 1].isCapitalized && words[index + 1].capitals == nil
    }

    /// `Edif. STAR`, `Building STAR, second floor`, but not `Building IEP teams`.
    private func isBuilding(_ index: Int, _ words: [Word]) -> Bool {
        guard index > 0 else { return false }
        let before = words[index - 1]
        if ["edif", "bldg"].contains(before.key) { return words[index].range.lowerBound - before.range.upperBound <= 2 }
        guard words[index].gap == .space else { return false }
        if before.key == "edificio" { return true }
        return before.isCapitalized && (before.key == "hotel" || before.key == "building" && (index + 1 == words.count || !words[index + 1].isJoined))
    }

    /// `POSE, POSE, POSE!` is called out, in one sentence.
    private func isRepeated(_ index: Int, _ words: [Word], _ bytes: [UInt8]) -> Bool {
        func isSame(_ first: Int, _ second: Int) -> Bool {
            guard first >= 0, second < words.count, words[first].capitals == words[second].capitals, words[index].capitals.map({ $0.utf8.count > 2 }) == true else { return false }
            return bytes[words[first].range.upperBound..<words[second].range.lowerBound].allSatisfy { ",! ".utf8.contains($0) }
        }
        return isSame(index - 1, index) || isSame(index, index + 1)
    }

    private static let wholes = ["CAT": "scan", "PET": "scan", "GI": "bill"]
    private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "prof", "coach", "principal", "superintendent", "sr", "sra", "srta", "dra", "mme"]

    private func isMention(_ letters: String, _ word: Word, in placed: PlacedText) -> Bool {
        guard !text.glossary.contains(letters), !KnownAbbreviations.contain(letters), !joiningWords.contains(word.key), !text.spoken.contain(letters), !UnexplainedAbbreviations.haveAccent(letters)
        else { return false }
        // A link leads to what explains it.
        guard !placed.isLinked(word.range) else { return false }
        // Parts of file names, addresses and names of variables.
        let before = word.range.lowerBound > 0 ? placed.bytes[word.range.lowerBound - 1] : 0x20
        let behind = placed.bytes[word.range.upperBound...].prefix(2)
        // `MTSS/RTI` are two; `docs/IEP` is a place.
        let isPaired = letters.utf8.count > 2 && isCapitals(besides: word.range, in: placed.bytes)
        if "._@#$-\\=&+\"".utf8.contains(before) || before == UInt8(ascii: "/") && !isPaired { return false }
        if let mark = behind.first, "_@=\\".utf8.contains(mark) || mark == UInt8(ascii: "/") && !isPaired { return false }
        if behind.first == UInt8(ascii: "."), let next = behind.dropFirst().first, isLetterOrDigit(Unicode.Scalar(next)) { return false }
        return true
    }

    /// Whether letters are a word that is shouted: `ÚNICO`, `GRÁTIS`; abbreviations of so many have no accents.
    private static func haveAccent(_ letters: String) -> Bool {
        letters.unicodeScalars.count > 3 && letters.unicodeScalars.contains { "ÁÉÍÓÚÑÂÊÔÃÕÇÀÈÙÎÛËÏÜ".unicodeScalars.contains($0) }
    }

    /// Whether a slash parts a word from another of three capitals or more, and nothing else is joined to them.
    private func isCapitals(besides range: Range<Int>, in bytes: [UInt8]) -> Bool {
        func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
        let behind = bytes[range.upperBound...], before = bytes[..<range.lowerBound]
        let next = behind.first == UInt8(ascii: "/") ? behind.dropFirst().prefix(while: isCapital) : []
        let last = before.last == UInt8(ascii: "/") ? UnexplainedAbbreviations.capitals(endOf: before.dropLast()) : []
        func ends(_ byte: UInt8?) -> Bool { byte.map { !isLetterOrDigit(Unicode.Scalar($0)) && $0 != UInt8(ascii: "/") } ?? true }
        return next.count > 2 && ends(bytes[next.endIndex...].first) || last.count > 2 && ends(bytes[..<last.startIndex].last)
    }

    private static func capitals(endOf bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes[(bytes.lastIndex { !(0x41...0x5A).contains($0) }.map { $0 + 1 } ?? bytes.startIndex)...]
    }

    // MARK: Explanations

    /// Where it is said, and from where on in the block.
    private struct Place {
        let block: Int
        let offset: Int
    }

    /// For each abbreviation the first block that says what it stands for; a word that also stands in small letters is
    /// only said aloud, and needs none.
    private func explanations(of wanted: Set<String>, in read: [[Word]]) -> [String: Place] {
        var found: [String: Place] = [:]
        func add(_ letters: String, _ block: Int, _ offset: Int = 0) {
            guard wanted.contains(letters) else { return }
            if let known = found[letters], known.block < block || known.block == block && known.offset <= offset { return }
            found[letters] = Place(block: block, offset: offset)
        }
        for letters in UnexplainedAbbreviations.runs(Word.words(of: Array(text.document.title.utf8))).keys { add(letters, -1) }
        for node in text.nodes(.htmlInline) {
            let literal = text.tree.literal(node)
            guard literal.starts(with: "<abbr ".utf8), node + 1 < text.tree.nodes.count, text.tree.nodes[node + 1].kind == .text else { continue }
            for word in Word.words(of: Array(text.tree.literal(node + 1))) { if let letters = word.capitals { add(letters, -1) } }
        }
        for (block, words) in read.enumerated() {
            let bytes = text.blocks[block].text.bytes
            for (letters, offset) in UnexplainedAbbreviations.runs(words) { add(letters, block, offset) }
            for (index, word) in words.enumerated() {
                guard let letters = word.capitals, wanted.contains(letters) else {
                    let capitals = word.capitals == nil && word.range.count <= 6 ? word.key.uppercased() : ""
                    if wanted.contains(capitals), !isInAddress(word.range, bytes) { found[capitals] = Place(block: -1, offset: 0) }
                    continue
                }
                if let known = found[letters], known.block < block { continue }
                if let offset = explanation(of: letters, index, words, bytes) { add(letters, block, offset) } else if isExplainedInRow(letters, block, read) { add(letters, block) }
            }
        }
        return found
    }

    /// Whether a word is a part of an address, a file's name or a variable, as `dmv` is in `https://dmv.example.gov`.
    private func isInAddress(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
        let start = bytes[..<range.lowerBound].lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? 0
        let end = bytes[range.upperBound...].firstIndex { $0 <= 0x20 } ?? bytes.endIndex
        return (start..<end).contains { index in
            if "/@_".utf8.contains(bytes[index]) { return true }
            return ".:".utf8.contains(bytes[index]) && index + 1 < end && isLetterOrDigit(Unicode.Scalar(bytes[index + 1]))
        }
    }

    /// Whether another cell of a table's row says it.
    private func isExplainedInRow(_ letters: String, _ block: Int, _ read: [[Word]]) -> Bool {
        guard text.blocks[block].kind == .tableCell else { return false }
        // A row is one line of the file.
        let line = text.line(of: text.blocks[block].node)
        func isBeside(_ other: Int) -> Bool { text.blocks[other].kind == .tableCell && text.line(of: text.blocks[other].node) == line }
        let before = Array((0..<block).suffix(8).reversed().prefix(while: isBeside))
        let behind = Array((block + 1..<text.blocks.count).prefix(8).prefix(while: isBeside))
        return (before + behind).contains { UnexplainedAbbreviations.spell(letters, read[$0].prefix(40), text.blocks[$0].text.bytes) != nil }
    }

    /// `Team Coordinators (TCs)`, `TC (Team Coordinator)`, `TC stands for …`
    ///
    /// - Returns: where it begins.
    private func explanation(of letters: String, _ index: Int, _ words: [Word], _ bytes: [UInt8]) -> Int? {
        let range = words[index].range, first = letters.unicodeScalars.first.map(Word.initial)
        let isWide = bytes[..<range.lowerBound].suffix(3).elementsEqual("（".utf8)
        // In other scripts, and in languages that take abbreviations over from English, letters cannot match.
        if isWide || range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "("), index > 0, !canMatch(words[index - 1], bytes, after: index), !isPlaceNamed(before: index, words) { return range.lowerBound }
        if isTold(behind: range, words[(index + 1)...], bytes) { return range.lowerBound }
        if range.lowerBound > 0, bytes[range.lowerBound - 1] == UInt8(ascii: "("), index > 1 {
            let before = words[max(0, index - letters.unicodeScalars.count - 5)..<index]
            let start = before.indices.dropFirst().last { index in
                bytes[before[index - 1].range.upperBound..<before[index].range.lowerBound].contains { "()".utf8.contains($0) }
            }
            if UnexplainedAbbreviations.hold(letters, before[(start ?? before.startIndex)...]) { return range.lowerBound }
        }
        if bytes[range.upperBound...].starts(with: " (".utf8), index + 2 < words.count {
            let inside = bytes[range.upperBound...].prefix(200).prefix { $0 != UInt8(ascii: ")") }
            if words[index + 2].range.lowerBound < inside.endIndex, words[(index + 1)...].prefix(3).contains(where: { $0.initial == first }) { return range.lowerBound }
        }
        if isInLegend(letters, range, words[(index + 1)...], bytes) { return range.lowerBound }
        if let start = UnexplainedAbbreviations.spell(letters, words[max(0, index - 15)..<min(words.count, index + 16)], bytes) { return start }
        let next = words[(index + 1)...].prefix(2).map(\.key)
        return next == ["stand", "for"] || next.first == "mean" || next == ["is", "short"] ? range.lowerBound : nil
    }

    /// Whether letters of an abbreviation can be the first ones of the words before it.
    private func canMatch(_ word: Word, _ bytes: [UInt8], after index: Int) -> Bool {
        if !isLatin(word, bytes) { return false }
        return index < 2 || word.isNumber || !borrowsLetters
    }

    /// `Edificio de Servicios de Anchieta (ULL)`: behind the name of a building or a street stands whose or where it is.
    private func isPlaceNamed(before index: Int, _ words: [Word]) -> Bool {
        var before = index - 1
        while before >= 0, index - before < 10 {
            if words[before].isCapitalized, UnexplainedAbbreviations.places.contains(words[before].key) { return true }
            guard words[before].isJoined else { return false }
            before -= 1
        }
        return false
    }

    private static let places: Set<String> = ["edificio", "edif", "batiment", "campus", "calle", "avenida", "plaza", "praca", "rua", "rue", "hotel", "auditorio"]

    private func isLatin(_ word: Word, _ bytes: [UInt8]) -> Bool {
        let script = String(decoding: bytes[word.range], as: UTF8.self).unicodeScalars.lazy.compactMap { WritingScript($0) }.first
        return script == nil || script == .latin
    }

    /// Whether texts take abbreviations over from English, and say in their own words what they stand for.
    private var borrowsLetters: Bool { ["es", "pt", "fr", "ht", "vi"].contains(text.language.language) }

    /// `IEP（个别教育计划）`, `IEP (plan educativo individual)`: words in parentheses whose letters cannot match.
    private func isTold(behind range: Range<Int>, _ words: ArraySlice<Word>, _ bytes: [UInt8]) -> Bool {
        let behind = bytes[range.upperBound...]
        guard let first = words.first, let open = ["（", "(", " (", " （"].first(where: { behind.starts(with: $0.utf8) }),
            first.range.lowerBound == range.upperBound + open.utf8.count
        else { return false }
        if !isLatin(first, bytes), !first.isNumber { return first.range.count > 3 }
        guard borrowsLetters else { return false }
        let end = bytes[first.range.lowerBound...].firstIndex(of: UInt8(ascii: ")")) ?? 0
        let inside = words.prefix { $0.range.upperBound <= end }
        return inside.count { $0.isContent } > 1 && !inside.contains { $0.isNumber }
    }

    /// `GF = gluten free`, `GF: gluten free`; where letters are borrowed, in any order: `IEP: Programa Individual de Educación`.
    private func isInLegend(_ letters: String, _ range: Range<Int>, _ words: ArraySlice<Word>, _ bytes: [UInt8]) -> Bool {
        guard let next = words.first else { return false }
        let sign = String(decoding: bytes[range.upperBound..<next.range.lowerBound], as: UTF8.self).filter { !$0.isWhitespace }
        guard ["=", ":", "–", "—", "-"].contains(sign), !next.isNumber else { return false }
        if sign == "=" { return next.capitals == nil }
        let wanted = letters.unicodeScalars.map(Word.initial)
        let initials = words.prefix(12).filter { wanted.count == 2 || $0.isContent }.prefix(wanted.count).map(\.initial)
        return initials == wanted || borrowsLetters && wanted.count > 2 && initials.sorted() == wanted.sorted()
    }

    /// Whether words have letters one behind the other, the first of them at a word's beginning: `Tuberculosis (TB)`, but not
    /// `Ms T. Bull (TA)`.
    private static func hold(_ letters: String, _ words: ArraySlice<Word>) -> Bool {
        let wanted = letters.unicodeScalars.map(Word.initial)
        return words.indices.contains { start in
            guard words[start].initial == wanted[0] else { return false }
            var letter = 0
            for scalar in words[start...].lazy.flatMap(\.key.unicodeScalars).map(Word.initial) where scalar == wanted[letter] {
                letter += 1
                if letter == wanted.count { return true }
            }
            return false
        }
    }

    /// Where words that follow one another begin with letters, in capitals or not: `free/libre open source software, or
    /// FLOSS`. Of two letters any two words would do.
    private static func spell(_ letters: String, _ words: ArraySlice<Word>, _ bytes: [UInt8]) -> Int? {
        let initials = letters.unicodeScalars.map(Word.initial)
        guard initials.count > 2 else { return nil }
        return words.indices.first { start in
            var letter = 0
            for index in start..<words.endIndex {
                let word = words[index]
                guard word.capitals == nil else { return false }
                let gap = index > start ? bytes[words[index - 1].range.upperBound..<word.range.lowerBound] : []
                if gap.contains(where: { ".;:?!|".utf8.contains($0) }) { return false }
                if word.isContent, word.initial == initials[letter] {
                    letter += 1
                    if letter == initials.count { return true }
                } else if index == start || word.isContent {
                    return false
                }
            }
            return false
        }.map { words[$0].range.lowerBound }
    }

    /// The letters of which runs of words with capitals begin: `General Services Administration` → `GSA`.
    ///
    /// - Returns: the letters, and where the first of their words begins.
    private static func runs(_ words: [Word]) -> [String: Int] {
        var found: [String: Int] = [:]
        for index in words.indices where words[index].isCapitalized && words[index].capitals == nil {
            var initials = String.UnicodeScalarView(), joined = String.UnicodeScalarView()
            for next in index..<min(words.count, index + 10) {
                let word = words[next]
                guard next == index || word.isJoined else { break }
                if word.isCapitalized {
                    initials.append(word.initial)
                    joined.append(word.initial)
                    for letters in [String(initials), String(joined)] where found[letters] == nil { found[letters] = words[index].range.lowerBound }
                } else if word.key.utf8.count <= 3 || joiningWords.contains(word.key) {
                    joined.append(word.initial)
                } else {
                    break
                }
            }
        }
        return found
    }
}
