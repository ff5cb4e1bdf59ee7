import Markdown
import Publication

/// Lists that only look like one: lines that begin with a mark or a number of their own. A screen reader says of a list
/// how many items it has, and lets its reader leap over it.
struct FalseLists {
    let text: CheckedText

    /// How a line that wants to be an item begins.
    private enum Mark: Equatable {
        case bullet(Unicode.Scalar)
        case number(Int)
        /// From 1 for `a`; and what it is as a Roman number.
        case letter(Int, roman: Int?)
        case roman(Int)
        /// `Step 1:`
        case step(Int)

        func isFollowed(by next: Mark) -> Bool {
            switch (self, next) {
            case (.bullet(let one), .bullet(let other)): one == other
            case (.number(let one), .number(let other)), (.roman(let one), .roman(let other)), (.step(let one), .step(let other)): other == one + 1
            case (.letter(let one, let roman), .letter(let other, let next)): other == one + 1 || roman.flatMap { roman in next.map { $0 == roman + 1 } } == true
            case (.letter(_, let roman), .roman(let other)), (.roman(let other), .letter(_, let roman)): roman.map { abs(other - $0) == 1 } == true
            default: false
            }
        }

        /// Whether a list can begin with it.
        var isFirst: Bool {
            switch self {
            case .bullet: true
            // Markdown's own numbered lists begin with 1 only, right below a line of text.
            case .number(let number): (1...20).contains(number)
            case .letter(let letter, let roman): letter == 1 || roman == 1
            case .roman(let number), .step(let number): number == 1
            }
        }
    }

    /// A line of a paragraph.
    private struct Line {
        let node: MarkdownTree.Index
        let block: MarkdownTree.Index
        let mark: Mark?
        let words: Substring

        /// As the first of a list.
        var begun: Line {
            guard case .letter(let letter, let roman?) = mark, letter > 1 else { return self }
            return Line(node: node, block: block, mark: .roman(roman), words: words)
        }
    }

    func problems() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var run: [Line] = []
        lazy var hasStars = hasStars()
        func areFootnotes(_ run: [Line]) -> Bool { run[0].mark == .bullet("*") && run[0].words.dropFirst().first?.isWhitespace == false && hasStars }
        func close() {
            if run.count > 1, problems.count < CheckedText.most, !isQuotedLaw(run), !isDialogue(run), !areSigned(run), !areInitials(run), !areFootnotes(run), !areParagraphs(run) {
                problems.append(text.problem(
                    .falseList, at: run[0].node, "\(run.count) lines look like a list and are none",
                    help: "Begin each line with `- ` or `1. `, with a blank line before the first: then everyone's program knows that it is a list."))
            }
            run = []
        }
        var end = 0
        for block in text.blocks where problems.count < CheckedText.most {
            // In a cell, lines are parted by `<br>`.
            guard block.kind == .paragraph || block.kind == .tableCell else {
                close()
                continue
            }
            if block.kind == .tableCell { close() }
            // A paragraph that does not follow the last one directly has something between them, or lies elsewhere.
            if block.node != end { close() }
            end = Int(text.tree.nodes[block.node].end)
            for line in lines(of: block.node) {
                if problems.last?.line != text.line(of: line.node), let count = FalseLists.bullets(in: line.words) {
                    close()
                    problems.append(text.problem(
                        .falseList, at: line.node, "a line with \(count) list marks looks like a list and is none",
                        help: "Begin a line with `- ` for each item, with a blank line before the first: then everyone's program knows that it is a list."))
                    continue
                }
                guard let mark = line.mark else {
                    // Lines without a mark of their own go on with the item before, in the same paragraph only.
                    if line.block != run.last?.block { close() }
                    continue
                }
                if let last = run.last?.mark, !last.isFollowed(by: mark) { close() }
                if run.isEmpty, !mark.isFirst { continue }
                // What begins with `i` counts in Roman numbers: `I. M. Pei` is followed by no `J. R. Tolkien`.
                run.append(run.isEmpty ? line.begun : line)
            }
        }
        close()
        return problems
    }

    /// Whether lines have letters by which their text speaks of them too, as laws do: `except as paragraph (b) provides`.
    /// Markdown's lists have none, and without them the text would lose its sense.
    private func isQuotedLaw(_ run: [Line]) -> Bool {
        guard case .letter = run[0].mark else { return false }
        let tree = text.tree
        let letters = Set(run.map(\.block)).reduce(0) { count, block in
            tree.contents(of: block).reduce(count) { $0 + (tree.nodes[$1].kind == .text ? bracketedLetters(tree.literal($1)) : 0) }
        }
        return letters > run.count
    }

    /// How often a letter stands between parentheses.
    private func bracketedLetters(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.indices.dropLast(2).count { index in
            bytes[index] == UInt8(ascii: "(") && bytes[index + 2] == UInt8(ascii: ")") && (0x61...0x7A).contains(bytes[index + 1] | 0x20)
        }
    }

    /// `— Who is there?` and `— It is me.`, or `– Bonjour, dit Ana.`
    private func isDialogue(_ run: [Line]) -> Bool {
        guard case .bullet(let mark) = run[0].mark, mark == "–" || mark == "—" else { return false }
        if run.contains(where: FalseLists.isSaid) { return true }
        let questions = run.count { line in
            line.words.unicodeScalars.contains { "¿¡".unicodeScalars.contains($0) }
                || line.words.unicodeScalars.last { !$0.properties.isWhitespace }.map { "?!？！؟".unicodeScalars.contains($0) } == true
        }
        return questions > 0 && questions < run.count
    }

    /// Whether a line tells who says it: `, said Ana`, `— dijo Ana`.
    private static func isSaid(_ line: Line) -> Bool {
        let words = line.words.split(separator: " ")
        return zip(words.dropFirst(), words).contains { word, before in
            guard let sign = before.last, ",!?…–—".contains(sign) || word.first == "—" || word.first == "–" else { return false }
            return saying.contains(word.filter(\.isLetter).lowercased())
        }
    }

    private static let saying: Set<String> = [
        "said", "says", "asked", "replied", "answered", "dijo", "dice", "preguntó", "respondió", "contestó", "exclamó", "gritó", "disse", "diz", "perguntou", "respondeu", "falou",
        "exclamou", "gritou", "dit", "répond", "répondit", "demande", "demanda", "crie", "cria",
    ]

    /// `— Jane Doe` and `— John Roe, parent`, below what they have said.
    private func areSigned(_ run: [Line]) -> Bool {
        guard run[0].mark == .bullet("—") else { return false }
        return run.allSatisfy { (2...4).contains(FalseLists.name(in: $0.words.dropFirst())) }
    }

    /// `A. Smith` and `B. Jones, clerk`.
    private func areInitials(_ run: [Line]) -> Bool {
        guard case .letter = run[0].mark else { return false }
        return run.allSatisfy { line in
            guard let initial = line.words.split(separator: " ").first, initial.first?.isUppercase == true, initial.dropFirst().first == "." else { return false }
            return (1...3).contains(FalseLists.name(in: line.words))
        }
    }

    /// Of how many words with a capital a line is made, up to a comma, a dash or a parenthesis; 0 where others stand between.
    private static func name(in line: Substring) -> Int {
        var count = 0
        for word in line.split(whereSeparator: \.isWhitespace) {
            guard let first = word.first else { break }
            if "(–—-".contains(first) { return count }
            guard first.isUppercase else { return 0 }
            count += 1
            if word.last == "," || word.last == ";" { return count }
        }
        return count
    }

    /// Whether a star behind a word leads to a note, as to `*Required`.
    private func hasStars() -> Bool {
        text.blocks.contains { block in
            let bytes = block.text.bytes
            return bytes.indices.dropFirst().contains { bytes[$0] == UInt8(ascii: "*") && (bytes[$0 - 1] >= 0x80 || isLetterOrDigit(Unicode.Scalar(bytes[$0 - 1]))) }
        }
    }

    /// Steps of which each is told in a paragraph of its own.
    private func areParagraphs(_ run: [Line]) -> Bool {
        guard case .step = run[0].mark else { return false }
        return Set(run.map(\.block)).count == run.count
    }

    /// `• a pen • a friend` in one line; of `Monday • 8 am • room 4` the marks only part the words.
    private static func bullets(in line: Substring) -> Int? {
        for mark in ["•", "▪", "●", "◦", "‣"] where line.contains(mark) {
            let parts = line.split(separator: mark, omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count > 2, parts[0].isEmpty || parts[0].hasSuffix(":"), parts.dropFirst().allSatisfy({ !$0.isEmpty }) else { continue }
            return parts.count - 1
        }
        return nil
    }

    /// Whether `o` is a word.
    private var takesLetters: Bool { text.language.language != "en" }

    private func lines(of paragraph: MarkdownTree.Index) -> [Line] { FalseLists.lines(of: paragraph, in: text.tree, takesLetters: takesLetters) }

    /// Where, in a paragraph, the lines begin that look like the items of a list.
    static func items(of paragraph: MarkdownTree.Index, in tree: MarkdownTree, language: LanguageTag) -> Set<MarkdownTree.Index> {
        guard tree.contents(of: paragraph).contains(where: { tree.nodes[$0].kind == .softBreak }) else { return [] }
        let marked = lines(of: paragraph, in: tree, takesLetters: language.language != "en").filter { $0.mark != nil }
        var items: Set<MarkdownTree.Index> = []
        for (line, next) in zip(marked, marked.dropFirst()) {
            guard let mark = line.mark, let other = next.mark, mark.isFollowed(by: other) else { continue }
            items.formUnion([line.node, next.node])
        }
        return items
    }

    private static func lines(of paragraph: MarkdownTree.Index, in tree: MarkdownTree, takesLetters: Bool) -> [Line] {
        var lines: [Line] = []
        var begins = true
        for node in tree.contents(of: paragraph) {
            switch tree.nodes[node].kind {
            case .softBreak, .lineBreak: begins = true
            case .htmlInline: if tree.literal(node).starts(with: "<br".utf8) { begins = true }
            case .text where begins:
                begins = false
                // `**1.** pen` is one line as its readers see it.
                let words = words(from: node, in: paragraph, of: tree)
                lines.append(Line(node: node, block: paragraph, mark: FalseLists.mark(words.utf8.prefix(32), takesLetters: takesLetters), words: words))
            case .strong, .emphasis, .link: break
            default:
                if begins { lines.append(Line(node: node, block: paragraph, mark: nil, words: "")) }
                begins = false
            }
        }
        return lines
    }

    /// The words of a line, from a node to the next break.
    private static func words(from node: MarkdownTree.Index, in paragraph: MarkdownTree.Index, of tree: MarkdownTree) -> Substring {
        let run = node..<tree.contents(of: paragraph).upperBound
        let end = run.first { [.softBreak, .lineBreak].contains(tree.nodes[$0].kind) || tree.nodes[$0].kind == .htmlInline && tree.literal($0).starts(with: "<br".utf8) } ?? run.upperBound
        return tree.plainText(of: node..<end).prefix(200)
    }

    /// - Parameter takesLetters: whether `o` is a word.
    private static func mark(_ words: Substring.UTF8View.SubSequence, takesLetters: Bool) -> Mark? {
        let scalars = Array(String(decoding: words, as: UTF8.self).unicodeScalars)
        guard let first = scalars.first else { return nil }
        let second = scalars.count > 1 ? scalars[1] : " "
        let isSpaced = second.properties.isWhitespace
        switch first {
        case "•", "‣", "◦", "▪", "●", "○", "■", "□", "▸", "►", "➢", "✓", "✔", "·", "∙", "\u{F0B7}", "→", "・": return .bullet(first)
        // `§ 4` is a law's.
        case "§": return isSpaced && !(scalars.count > 2 && scalars[2].properties.numericType != nil) ? .bullet(first) : nil
        // Word's marks in the letters of other fonts.
        case "Ø", "ü", "»": return isSpaced ? .bullet(first) : nil
        case "o" where isSpaced && !takesLetters: return .bullet(first)
        case "–", "—", "+", "\u{2010}", "\u{2011}", "−": return isSpaced && !isTemperature(scalars.dropFirst(2)) ? .bullet(first) : nil
        // `-word`, where the space was forgotten.
        case "-", "*": return isSpaced || second.properties.isAlphabetic ? .bullet(first) : nil
        case "©", "®", "™", "°", "♪", "♫", "№", "℗": return nil
        default: break
        }
        if let number = circled(first) { return .number(number) }
        if first.properties.generalCategory == .otherSymbol { return .bullet(first) }
        // `1️⃣` is a digit, a sign that makes it a picture, and a frame.
        if scalars.prefix(3).contains("\u{20E3}"), let digit = first.properties.numericType == .decimal ? first.properties.numericValue : nil { return .number(Int(digit)) }
        if let step = step(scalars) { return step }
        if let (number, rest) = ordinal(scalars) { return item(number, rest) }
        return label(scalars, isOpen: first == "(" || first == "（")
    }

    /// `Step 1:`, `Paso 2.`
    private static func step(_ scalars: [Unicode.Scalar]) -> Mark? {
        let word = scalars.prefix { isLetterOrDigit($0) && $0.properties.numericType == nil }
        guard (2...8).contains(word.count), steps.contains(String(String.UnicodeScalarView(word)).lowercased()) else { return nil }
        let rest = scalars.dropFirst(word.count).drop { $0 == " " || $0 == "\u{A0}" }, digits = rest.prefix { $0.properties.numericType == .decimal }
        guard (1...2).contains(digits.count), let sign = rest.dropFirst(digits.count).first(where: { $0 != " " && $0 != "\u{A0}" }), ":.)-–—：".unicodeScalars.contains(sign) else { return nil }
        return .step(digits.reduce(0) { $0 * 10 + Int($1.properties.numericValue ?? 0) })
    }

    private static let steps: Set<String> = ["step", "paso", "passo", "étape", "etapa", "etap", "bước", "步骤", "步驟", "الخطوة", "خطوة"]

    /// `5 °C`, below zero.
    private static func isTemperature(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let rest = scalars.drop { $0.properties.numericType == .decimal || $0 == "." || $0 == "," }
        return rest.count < scalars.count && rest.first { !$0.properties.isWhitespace }.map { "°º℃℉".unicodeScalars.contains($0) } == true
    }

    /// `1º`, `1.ª`, `1ro.`: a number that puts things in order, and what follows it.
    private static func ordinal(_ scalars: [Unicode.Scalar]) -> (Int, ArraySlice<Unicode.Scalar>)? {
        let digits = scalars.prefix { $0.properties.numericType == .decimal }
        guard (1...2).contains(digits.count) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1.properties.numericValue ?? 0) }
        var rest = scalars.dropFirst(digits.count)
        if rest.first == ".", let sign = rest.dropFirst().first, "ºª°".unicodeScalars.contains(sign) { rest.removeFirst() }
        if let sign = rest.first, "ºª°".unicodeScalars.contains(sign) {
            rest.removeFirst()
            if rest.first == "." { rest.removeFirst() }
            return (number, rest)
        }
        let ending = rest.prefix { $0.properties.isAlphabetic }, behind = rest.dropFirst(ending.count)
        guard ending.count == 2, behind.first == ".", endings.contains(String(String.UnicodeScalarView(ending))) else { return nil }
        return (number, behind.dropFirst())
    }

    /// `1º) lápis`, `1º - Pague`, `1º passo: pague`, `1º Pague`; but `1º grado` is the first grade, `1.º A` one of its classes.
    private static func item(_ number: Int, _ rest: ArraySlice<Unicode.Scalar>) -> Mark? {
        var rest = rest
        if rest.first == ")" { return rest.dropFirst().first?.properties.isWhitespace == true ? .number(number) : nil }
        guard rest.popFirst()?.properties.isWhitespace == true, let first = rest.first else { return nil }
        if "-–—".unicodeScalars.contains(first) {
            return rest.dropFirst().first?.properties.isWhitespace == true && rest.dropFirst(2).first?.properties.isAlphabetic == true ? .number(number) : nil
        }
        let word = rest.prefix { $0.properties.isAlphabetic }, key = String(String.UnicodeScalarView(word)).lowercased(), behind = rest.dropFirst(word.count)
        if steps.contains(key) { return behind.first.map { ":.)-–—".unicodeScalars.contains($0) || $0 == " " && behind.dropFirst().first.map { "-–—".unicodeScalars.contains($0) } == true } == true ? .step(number) : nil }
        guard first.properties.isUppercase, !grades.contains(key) else { return nil }
        return word.count > 1 || behind.first == " " && behind.dropFirst().first?.properties.isLowercase == true ? .number(number) : nil
    }

    private static let endings: Set<String> = ["ro", "er", "do", "to", "mo", "vo", "no", "ra", "da", "ta", "ma", "va", "na"]
    /// What schools count in order.
    private static let grades: Set<String> = [
        "grado", "curso", "ciclo", "año", "nivel", "trimestre", "semestre", "bimestre", "ano", "série", "turno", "período", "periodo", "básico", "primaria", "secundaria", "eso",
        "bachillerato",
    ]

    /// `①` and `❶`.
    private static func circled(_ scalar: Unicode.Scalar) -> Int? {
        guard scalar.properties.generalCategory == .otherNumber, (0x2460...0x2793).contains(scalar.value) || scalar.value >= 0x3220 else { return nil }
        return scalar.properties.numericValue.map { Int($0) }
    }

    /// A number or a letter, and what parts it from the words: `1.`, `(a)`, `1.-`, `2/`, `3 –`, `（一）`, `一、`.
    private static func label(_ scalars: [Unicode.Scalar], isOpen: Bool) -> Mark? {
        let body = scalars.dropFirst(isOpen ? 1 : 0)
        let label = body.prefix { $0 != "º" && $0 != "ª" && $0.properties.isAlphabetic || $0.properties.numericType == .decimal }
        guard !label.isEmpty, label.count < 5, let value = Value(Array(label)) else { return nil }
        var rest = body.dropFirst(label.count)
        guard let sign = rest.popFirst() else { return nil }
        var isTight = false
        switch sign {
        case ")", "）": if rest.first == "." { rest.removeFirst() }
        case "、", "．":
            guard !isOpen else { return nil }
            isTight = true
        case "." where !isOpen:
            // `1.- Traiga`
            if let dash = rest.first, "-–—".unicodeScalars.contains(dash) { rest.removeFirst() }
        case "/" where !isOpen, "-" where !isOpen, "–" where !isOpen, "—" where !isOpen: guard value.isNumber || sign == "-" && value.isArabic, rest.first?.properties.isWhitespace == true else { return nil }
        // `I - lápis`, as Brazilian rules have it.
        case " " where !isOpen && (value.isNumber || value.isRoman):
            guard let dash = rest.popFirst(), "-–—".unicodeScalars.contains(dash), rest.first?.properties.isWhitespace == true, rest.dropFirst().first?.properties.isAlphabetic == true
            else { return nil }
        default: return nil
        }
        guard let next = rest.first else { return nil }
        let isSpaced = next.properties.isWhitespace
        // `1.5` and `i.e.` are no items.
        if value.isNumber { return isSpaced || next.properties.isAlphabetic ? value.mark : nil }
        return isSpaced || isTight || sign == "）" ? value.mark : nil
    }

    /// What a label counts.
    private struct Value {
        let mark: Mark
        var isNumber = false
        var isArabic = false
        /// In capitals.
        var isRoman = false

        init?(_ label: [Unicode.Scalar]) {
            if label.allSatisfy({ $0.properties.numericType == .decimal }) {
                guard label.count < 3 else { return nil }
                mark = .number(label.reduce(0) { $0 * 10 + Int($1.properties.numericValue ?? 0) })
                isNumber = true
            } else if label.count == 1, let place = "一二三四五六七八九十".unicodeScalars.enumerated().first(where: { $1 == label[0] })?.offset {
                mark = .number(place + 1)
                isNumber = true
            } else if label.count == 1, let number = Value.arabic[label[0]] {
                mark = .letter(number, roman: nil)
                isArabic = true
            } else if label.allSatisfy(\.isASCII) {
                let word = String(String.UnicodeScalarView(label)), roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].firstIndex(of: word.lowercased()).map { $0 + 1 }
                isRoman = roman != nil && word == word.uppercased()
                if label.count == 1 {
                    mark = .letter(Int(label[0].value & 0xDF) - 0x40, roman: roman)
                } else if let roman, word == word.lowercased() || word == word.uppercased() {
                    mark = .roman(roman)
                } else {
                    return nil
                }
            } else {
                return nil
            }
        }

        /// By the two orders that Arabic letters have.
        private static let arabic: [Unicode.Scalar: Int] = ["أ": 1, "ا": 1, "ب": 2, "ج": 3, "ت": 3, "د": 4, "ث": 4, "ه": 5, "و": 6, "ز": 7, "ح": 8]
    }
}
