/// Cuts a cell with several answers into its options.
struct AnswerSplitter {
    /// As they are shown, in the order they are listed.
    let options: [String]
    let isDeclared: Bool
    private let separator: Character
    /// The numbers of the pieces of which options are made, by their folded words.
    private let pieceNumbers: [String: Int]
    /// The options that begin with a piece, by its number: those with most pieces first.
    private let beginning: [[(pieces: [Int], option: Int)]]

    /// The numbers of pieces as they are written, so that each is folded once.
    typealias Cache = [String: Int]
    private static let cacheLimit = 20_000, unknown = -1, blank = -2

    init(options: [String], separator: Character, isDeclared: Bool) {
        self.options = options
        self.separator = separator
        self.isDeclared = isDeclared
        var numbers: [String: Int] = [:]
        var beginning: [[(pieces: [Int], option: Int)]] = []
        for (option, text) in options.enumerated() {
            let pieces = Self.pieces(text, separator).map { piece in
                if let number = numbers[piece] { return number }
                numbers[piece] = numbers.count
                beginning.append([])
                return numbers.count - 1
            }
            if let first = pieces.first { beginning[first].append((pieces, option)) }
        }
        pieceNumbers = numbers
        self.beginning = beginning.map { $0.sorted { ($1.pieces.count, $0.option) < ($0.pieces.count, $1.option) } }
    }

    func split(_ text: String) -> (options: [Int], hasOther: Bool) {
        var cache = Cache()
        return split(text, &cache)
    }

    /// - Returns: the options' numbers, each once, and whether something is none of them.
    func split(_ text: String, _ cache: inout Cache) -> (options: [Int], hasOther: Bool) {
        var numbers: [Int] = []
        // By bytes: letters would be gathered into characters first.
        for part in text.utf8.split(separator: separator == ";" ? UInt8(ascii: ";") : UInt8(ascii: ",")) {
            let key = String(Substring(part))
            if let known = cache[key] {
                if known != Self.blank { numbers.append(known) }
                continue
            }
            let folded = key.folded
            let number = folded.isEmpty ? Self.blank : pieceNumbers[folded] ?? Self.unknown
            if cache.count < Self.cacheLimit { cache[key] = number }
            if number != Self.blank { numbers.append(number) }
        }
        var found: [Int] = [], hasOther = false
        var index = 0
        while index < numbers.count {
            let option = numbers[index] < 0 ? nil : beginning[numbers[index]].first { numbers[index...].starts(with: $0.pieces) }
            guard let option else {
                hasOther = true
                index += 1
                continue
            }
            if !found.contains(option.option) { found.append(option.option) }
            index += option.pieces.count
        }
        return (found, hasOther)
    }

    /// What stands between separators, folded; nothing of what is blank.
    static func pieces(_ text: String, _ separator: Character) -> [String] {
        text.split(separator: separator).map(\.folded).filter { !$0.isEmpty }
    }

    // MARK: Guessing

    private static let optionLimit = 80

    /// The options of a column whose cells hold several answers; nil where they seem to hold one.
    ///
    /// An option that holds commas itself is known by standing alone, or by coming again among different others.
    /// - Parameter answers: as they are written, with how often.
    static func guessed(_ answers: [(text: String, count: Int)]) -> AnswerSplitter? {
        for separator: Character in [";", ","] {
            if let splitter = guessed(answers, separator) { return splitter }
        }
        return nil
    }

    private static func guessed(_ answers: [(text: String, count: Int)], _ separator: Character) -> AnswerSplitter? {
        let cut = answers.map { (pieces: originals($0.text, separator), count: $0.count) }
        let joined = cut.filter { $0.pieces.count > 1 }
        let joinedCount = joined.reduce(0) { $0 + $1.count }
        let total = answers.reduce(0) { $0 + $1.count }
        // Microsoft Forms ends every answer with its separator, also where nobody chose two.
        let isEnded = separator == ";" && answers.reduce(0) { $0 + ($1.text.hasSuffix(";") ? $1.count : 0) } * 10 >= total * 9
        guard joinedCount >= 2 || isEnded else { return nil }
        var known: Set<String> = []
        for answer in cut where answer.pieces.count == 1 && answer.count > 1 { known.insert(answer.pieces[0].folded) }
        // Runs of pieces that no option explains: an option where they come again.
        var options: [String: (text: String, count: Int)] = [:]
        for answer in cut where answer.pieces.count == 1 && known.contains(answer.pieces[0].folded) {
            options[answer.pieces[0].folded, default: (answer.pieces[0], 0)].count += answer.count
        }
        for _ in 0..<8 {
            // Comments have many pieces that come again; no form has so many options.
            guard options.count <= optionLimit else { return nil }
            var pattern = Pattern(options.keys, separator)
            var runs: [String: Run] = [:]
            for answer in joined {
                for found in pattern.unexplained(answer.pieces) {
                    let text = found.pieces.joined(separator: String(separator) + " ")
                    runs[text.folded, default: Run(text: text)].add(found, answer.count)
                }
            }
            let found = runs.filter { $0.value.count >= 3 && $0.value.contexts >= (known.isEmpty ? 1 : 2) || $0.value.count >= 5 }
                .sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }
            if found.isEmpty { break }
            let before = options.count, names = Set(found.map(\.key))
            for round in 0..<3 where options.count == before {
                for (_, run) in found {
                    let pieces = originals(run.text, separator)
                    // First those in which no other is.
                    if round == 0, contains(pieces, names, separator) { continue }
                    // "Newsletter, Music" is no option where one of its parts is: what else is in it comes in the next round.
                    if pieces.count > 1, pattern.unexplained(pieces).map(\.pieces) != [pieces] { continue }
                    guard let text = round < 2 ? run.option(separator) : run.end(separator), options[text.folded] == nil else { continue }
                    options[text.folded] = (text, run.count)
                    pattern.add(text.folded, separator)
                    guard options.count <= optionLimit else { return nil }
                }
            }
            if options.count == before { break }
        }
        guard options.count >= 2, options.count <= optionLimit else { return nil }
        let splitter = AnswerSplitter(
            options: options.values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.map(\.text), separator: separator, isDeclared: false)
        var several = 0, explained = 0, combinations = 0, isPlain = false
        for (answer, pieces) in zip(answers, cut) {
            let (found, hasOther) = splitter.split(answer.text)
            if found.count > 1 {
                several += answer.count
                combinations += 1
                // Two options have but one combination: known by standing alone.
                if !hasOther, pieces.pieces.allSatisfy({ known.contains($0.folded) }) { isPlain = true }
            }
            if !found.isEmpty, !hasOther { explained += answer.count }
        }
        guard explained * 2 >= total else { return nil }
        if isEnded { return splitter }
        guard several >= 2, several * 4 >= joinedCount, combinations > 1 || isPlain else { return nil }
        return splitter
    }

    /// Whether another run is one of the pieces, or begins or ends them.
    private static func contains(_ pieces: [String], _ runs: Set<String>, _ separator: Character) -> Bool {
        guard pieces.count > 1 else { return false }
        let isRun = { (part: ArraySlice<String>) in runs.contains(part.joined(separator: String(separator) + " ").folded) }
        return pieces.indices.contains { isRun(pieces[$0...$0]) } || (1..<pieces.count).contains { isRun(pieces[..<$0]) || isRun(pieces[$0...]) }
    }

    /// Pieces that no option explains, wherever they stand together.
    private struct Run {
        let text: String
        private(set) var count = 0
        /// In how many different answers.
        private(set) var contexts = 0
        private var begins = false
        private var before: Set<[String]> = []
        private var isAmongThree = false

        init(text: String) { self.text = text }

        mutating func add(_ found: Pattern.Found, _ number: Int) {
            count += number
            contexts += 1
            if let option = found.before { before.insert(option) } else { begins = true }
            if found.options > 1 { isAmongThree = true }
        }

        /// Nil where it comes neither alone nor first, nor among different others: "but not often" in "Yes, but not often".
        func option(_ separator: Character) -> String? {
            begins || separator == ";" || contexts >= 3 && isAmongThree && before.count > 1 ? text : nil
        }

        /// "Yes, but not often", of which it is the end.
        func end(_ separator: Character) -> String? {
            guard before.count == 1, let option = before.first, count >= 5 else { return nil }
            return (option + [text]).joined(separator: String(separator) + " ")
        }
    }

    private static func originals(_ text: String, _ separator: Character) -> [String] {
        text.split(separator: separator).map(\.onOneLine).filter { !$0.isEmpty }
    }

    /// The options that are known so far.
    private struct Pattern {
        private var beginning: [String: [[String]]] = [:]

        init(_ options: some Sequence<String>, _ separator: Character) {
            for option in options { add(option, separator) }
        }

        mutating func add(_ option: String, _ separator: Character) {
            let pieces = AnswerSplitter.pieces(option, separator)
            guard let first = pieces.first else { return }
            beginning[first, default: []].append(pieces)
            beginning[first]?.sort { $0.count > $1.count }
        }

        struct Found {
            let pieces: [String]
            /// The option before it, as it is written.
            let before: [String]?
            /// How many options stand in the same answer.
            var options = 0
        }

        /// The runs of pieces between options.
        func unexplained(_ pieces: [String]) -> [Found] {
            let folded = pieces.map(\.folded)
            var runs: [Found] = [], run: [String] = [], before: [String]?
            var index = 0, options = 0
            while index < folded.count {
                if let option = beginning[folded[index]]?.first(where: { folded[index...].starts(with: $0) }) {
                    if !run.isEmpty { runs.append(Found(pieces: run, before: before)) }
                    run = []
                    before = Array(pieces[index..<index + option.count])
                    options += 1
                    index += option.count
                } else {
                    run.append(pieces[index])
                    index += 1
                }
            }
            if !run.isEmpty { runs.append(Found(pieces: run, before: before)) }
            for index in runs.indices { runs[index].options = options }
            return runs
        }
    }
}
