import Markdown

/// Names that may be of one thing: of roles, of what a plan speaks of, of what its lists hold.
struct SimilarNames {
    private let checks: TrackingChecks
    /// Words that another check asks about.
    private let expansions: Set<[String]>
    /// Names that the roles and the glossary say to be of one thing, each with the number of the thing.
    private var declared: [String: Int] = [:]

    init(_ checks: TrackingChecks, expansions: Set<[String]>) {
        self.checks = checks
        self.expansions = expansions
        var number = 0
        for document in checks.publication.documents {
            guard case .glossary(let glossary) = document.meaning else { continue }
            let aliases = Dictionary(document.lines.filter { $0.label == .alsoCalled }.map { ($0.anchor, $0.parts) }, uniquingKeysWith: +)
            for term in glossary.terms {
                number += 1
                let aliases = aliases[document.heading(at: term.heading)?.id] ?? []
                let title = document.tree.plainText(of: term.heading)
                let name = term.abbreviation == nil ? title : Glossary.name(title).name
                for name in [name] + aliases { declared[SimilarNames.key(name)] = number }
            }
        }
    }

    func problems() -> [Diagnostic] {
        roleNames() + checks.plans.flatMap { phrases(in: $0.document) } + lists()
    }

    private static func key(_ name: String) -> String { Word.words(of: Array(name.utf8)).map(\.key).joined(separator: " ") }

    private func areDeclaredOne(_ one: String, _ other: String) -> Bool {
        guard let first = declared[one], let second = declared[other] else { return false }
        return first == second
    }

    // MARK: Roles

    private struct RoleName {
        let role: Int
        let name: String
        let words: [String]
        let text: PlacedText
        let range: Range<Int>
    }

    /// Names of roles in the plans that differ in one word's ending, `Administration` and `Administrative Team`.
    private func roleNames() -> [Diagnostic] {
        let roles = checks.tracking.roles
        var names: [RoleName] = []
        var seen: Set<Int> = []
        for checked in checks.plans {
            for duty in checked.plan.goals.flatMap(\.objectives).flatMap(\.responsibilities) {
                guard let lead = duty.text.lead else { continue }
                for name in RoleNames.split(duty.roles, isKnown: { checks.tracking.role(named: $0) != nil }) {
                    guard let role = checks.tracking.role(named: name), seen.insert(role).inserted else { continue }
                    let text = PlacedText(checked.document, paragraph: lead)
                    let words = Word.words(of: Array(name.utf8)).filter(\.isContent).map(\.key)
                    guard !words.isEmpty else { continue }
                    names.append(RoleName(
                        role: role, name: name, words: words, text: text, range: text.bytes.firstRange(of: Array(name.utf8)) ?? 0..<text.bytes.count))
                }
            }
        }
        // Those that may be alike have a key in common, and so few are compared.
        var byKey: [String: [Int]] = [:]
        var problems: [Diagnostic] = []
        for (number, name) in names.enumerated() {
            var others: [Int] = []
            for key in SimilarNames.keys(of: name.words) {
                others += (byKey[key] ?? []).prefix(8).filter { !others.contains($0) }
                byKey[key, default: []].append(number)
            }
            for other in others {
                let one = names[other]
                guard isAlike(one.words, name.words), !isRelated(roles[one.role], roles[name.role], one.role, name.role) else { continue }
                problems.append(name.text.problem(
                    .similarNames, at: name.range,
                    "‘\(name.name)’ may be the same as ‘\(one.name)’ \(one.text.place(of: one.range, seenFrom: name.text))",
                    help: "If it is, write one name everywhere, or write the other as `Also called:` in the roles document. "
                        + "If not, say there how they differ."))
            }
        }
        return problems
    }

    /// The words with the ending of one left out; of one word or two, each alone as well.
    private static func keys(of words: [String]) -> [String] {
        words.indices.flatMap { index -> [String] in
            let stem = "\(words[index].prefix(6))…"
            let whole = words.indices.map { $0 == index ? stem : words[$0] }.joined(separator: " ")
            return words.count == 2 ? [whole, stem] : [whole]
        }
    }

    private func isRelated(_ one: TrackedRole, _ other: TrackedRole, _ first: Int, _ second: Int) -> Bool {
        one.members.contains(second) || other.members.contains(first) || !Set(one.groups).isDisjoint(with: other.groups)
    }

    private func isAlike(_ one: [String], _ other: [String]) -> Bool {
        if one.count == other.count {
            let different = zip(one, other).filter { $0 != $1 }
            return different.count == 1 && haveOneStem(different[0].0, different[0].1)
        }
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        return short.count == 1 && long.count == 2 && !long.contains(short[0]) && long.contains { haveOneStem(short[0], $0) }
    }

    /// Whether two words differ in their endings only.
    private func haveOneStem(_ one: String, _ other: String) -> Bool {
        let common = zip(one, other).prefix { $0 == $1 }.count
        return one != other && common >= 6 && common * 5 >= min(one.count, other.count) * 3
    }

    // MARK: Phrases

    private struct Phrase {
        let words: [String]
        let text: PlacedText
        let range: Range<Int>
        var count = 1
        var shown: String { text.text(range) }
    }

    /// `professional learning plan` and `professional development plan`; `proficiency areas` and `areas of proficiency`.
    private func phrases(in document: Document) -> [Diagnostic] {
        var byEnds: [String: [String: Phrase]] = [:], pairs: [String: Phrase] = [:], turned: [String: Phrase] = [:]
        for text in document.placedTexts() {
            let words = Word.words(of: text)
            for index in words.indices.dropFirst(1) {
                let word = words[index], before = words[index - 1]
                guard word.isJoined, word.isContent else { continue }
                if before.isContent { note(&pairs, [before, word], in: text) }
                guard index > 1, before.isJoined else { continue }
                let first = words[index - 2]
                guard first.isContent else { continue }
                if before.isContent {
                    note(&byEnds[first.key + " " + word.key, default: [:]], [first, before, word], in: text, key: before.key)
                } else if FunctionWords.of.contains(before.key) {
                    note(&turned, [first, word], in: text)
                }
            }
        }
        let alike = (middles(byEnds) + turns(pairs, turned)).filter(isAsked)
        // A long text has more of them by chance than anybody will read: those that stand there most often are asked.
        let most = alike.count <= SimilarNames.mostPhrases ? alike : Array(alike.sorted { one, other in
            let first = one.first.count + one.second.count, second = other.first.count + other.second.count
            return first != second ? first > second : SimilarNames.isEarlier(one.second, other.second)
        }.prefix(SimilarNames.mostPhrases))
        return most.map { pair in
            pair.second.text.problem(
                .similarNames, at: pair.second.range,
                "‘\(pair.second.shown)’ may be the same as ‘\(pair.first.shown)’ \(pair.first.text.place(of: pair.first.range, seenFrom: pair.second.text))",
                help: "If it is, write one name everywhere, or write the other as `Also called:` in the glossary. "
                    + "If not, say there how they differ.")
        }
    }

    /// So many questions of one plan can be read.
    private static let mostPhrases = 8

    /// The one that stands first, and the other.
    private typealias Pair = (first: Phrase, second: Phrase)

    private func note(_ phrases: inout [String: Phrase], _ words: [Word], in text: PlacedText, key: String? = nil) {
        let keys = words.map(\.key)
        let key = key ?? keys.joined(separator: " ")
        if phrases[key] != nil {
            phrases[key]!.count += 1
        } else {
            phrases[key] = Phrase(words: keys, text: text, range: words[0].range.lowerBound..<words[words.count - 1].range.upperBound)
        }
    }

    /// Two phrases that differ in their middle; three and more are a family of different things.
    private func middles(_ byEnds: [String: [String: Phrase]]) -> [Pair] {
        byEnds.values.filter { $0.count == 2 }.map { phrases in
            let inOrder = phrases.values.sorted(by: SimilarNames.isEarlier)
            return (inOrder[0], inOrder[1])
        }
    }

    private func turns(_ pairs: [String: Phrase], _ turned: [String: Phrase]) -> [Pair] {
        turned.values.compactMap { phrase in
            guard let other = pairs[phrase.words.reversed().joined(separator: " ")] else { return nil }
            return SimilarNames.isEarlier(phrase, other) ? (phrase, other) : (other, phrase)
        }
    }

    private func isAsked(_ pair: Pair) -> Bool {
        pair.first.count + pair.second.count > 2 && !(expansions.contains(pair.first.words) && expansions.contains(pair.second.words))
            && !areDeclaredOne(SimilarNames.key(pair.first.shown), SimilarNames.key(pair.second.shown))
    }

    private static func isEarlier(_ one: Phrase, _ other: Phrase) -> Bool {
        let first = one.text.line(of: one.range), second = other.text.line(of: other.range)
        return (first, one.range.lowerBound) < (second, other.range.lowerBound)
    }

    // MARK: Lists

    private struct List {
        let items: [(key: String, text: PlacedText)]
    }

    /// Lists of which all items but one are the same.
    private func lists() -> [Diagnostic] {
        var buckets: [[String]: List] = [:]
        var seen: Set<[String]> = []
        var problems: [Diagnostic] = []
        for list in checks.plans.flatMap({ lists(in: $0.document) }) {
            let keys = list.items.map(\.key)
            guard seen.insert(keys.sorted()).inserted else { continue }
            for (index, item) in list.items.enumerated() {
                var rest = keys
                rest.remove(at: index)
                rest.sort()
                guard let other = buckets[rest] else {
                    buckets[rest] = list
                    continue
                }
                guard let different = other.items.first(where: { !rest.contains($0.key) }), !areDeclaredOne(item.key, different.key) else { continue }
                let place = different.text.place(seenFrom: item.text)
                problems.append(item.text.problem(
                    .similarNames, at: 0..<item.text.bytes.count,
                    "this list has ‘\(item.text.text)’ where the list \(place) has ‘\(different.text.text)’",
                    help: "If both mean the same, write it in the same words. If not, nothing is to be done here."))
            }
        }
        return problems
    }

    /// Lists of at least three short items.
    private func lists(in document: Document) -> [List] {
        document.tree.nodes.indices.filter { document.tree.nodes[$0].kind == .list && !document.leftOut.contains($0) }.compactMap { list in
            var items: [(String, PlacedText)] = []
            for item in document.tree.children(of: list) {
                let blocks = Array(document.tree.children(of: item))
                guard blocks.count == 1, document.tree.nodes[blocks[0]].kind == .paragraph, items.count < 20 else { return nil }
                let text = PlacedText(document, paragraph: blocks[0])
                let words = Word.words(of: text)
                guard (1...6).contains(words.count) else { return nil }
                items.append((words.map(\.key).joined(separator: " "), text))
            }
            return items.count > 2 && Set(items.map(\.0)).count == items.count ? List(items: items.map { (key: $0.0, text: $0.1) }) : nil
        }
    }
}

extension PlacedText {
    /// `on line 12`, and in which document, where it is another one.
    fileprivate func place(of range: Range<Int>? = nil, seenFrom other: PlacedText) -> String {
        "on line \(line(of: range ?? 0..<bytes.count))" + (document === other.document ? "" : " of \(document.source.path)")
    }
}
