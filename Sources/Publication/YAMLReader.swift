import Foundation
import Yams

/// Reads typed values from a YAML mapping and collects what is wrong with them.
///
/// The schema decides types, not YAML's own guesses: `no` is a language where a language is expected.
package struct YAMLReader {
    let file: SourceFile
    /// How many lines of the file stand before the YAML text.
    let lineOffset: Int
    private let entries: [(key: String, keyMark: Mark?, node: Node)]
    package private(set) var problems: [Diagnostic] = []

    /// Reads a text whose top level must be a mapping; nil, with a problem, where it is not.
    ///
    /// - Parameter what: what the text is, for messages: "front matter".
    package static func read(_ yaml: String, of file: SourceFile, lineOffset: Int, what: String) -> (YAMLReader?, [Diagnostic]) {
        do {
            // Left to its defaults, Yams guesses every value's type by regular expressions, and looks up the text's
            // encoding in the process's environment, for each document anew.
            guard let node = try Yams.compose(yaml: yaml, .basic, .default, .utf8) else {
                return (YAMLReader(file: file, lineOffset: lineOffset, mapping: .init([])), [])
            }
            guard let mapping = node.mapping else {
                return (nil, [file.problem(
                    .yaml, line: lineOffset + (node.mark?.line ?? 1), length: 200, "this \(what) is not a list of keys and values",
                    help: "Write one `key: value` on each line, as in `title: Community forum`.")])
            }
            return (YAMLReader(file: file, lineOffset: lineOffset, mapping: mapping), [])
        } catch {
            return (nil, [problem(for: error, in: file, lineOffset: lineOffset, what: what)])
        }
    }

    private init(file: SourceFile, lineOffset: Int, mapping: Node.Mapping) {
        self.init(file: file, lineOffset: lineOffset, entries: mapping.compactMap { key, node in key.scalar.map { ($0.string, $0.mark, node) } })
    }

    init(file: SourceFile, lineOffset: Int, entries: [(key: String, keyMark: Mark?, node: Node)]) {
        self.file = file
        self.lineOffset = lineOffset
        self.entries = entries
    }

    // MARK: Values

    /// In the order of the file.
    package var keys: [String] { entries.map(\.key) }

    package func contains(_ key: String) -> Bool { value(key) != nil }

    /// A scalar as it is written; nil where it is absent or empty.
    package mutating func string(_ key: String) -> String? {
        guard let node = value(key) else { return nil }
        guard let text = scalar(node) else {
            report(.wrongValue, at: node, "‘\(key)’ must be one piece of text", help: "Write `\(key): some text` on one line.")
            return nil
        }
        return text.isEmpty ? nil : text
    }

    /// A list of texts; one text alone counts as a list of one.
    package mutating func strings(_ key: String) -> [String] { placedStrings(key).map(\.text) }

    /// The same with the line of each, for problems found later.
    package mutating func placedStrings(_ key: String) -> [Placed] {
        guard let node = value(key) else { return [] }
        if let text = scalar(node) { return text.isEmpty ? [] : [Placed(text: text, line: line(of: node))] }
        guard let items = node.sequence else {
            report(.wrongValue, at: node, "‘\(key)’ must be a list", help: "Write `\(key): [one, two]`.")
            return []
        }
        return items.compactMap { item in
            guard let text = scalar(item) else {
                report(.wrongValue, at: item, "every entry of ‘\(key)’ must be one piece of text", help: "Write `\(key): [one, two]`.")
                return nil
            }
            return text.isEmpty ? nil : Placed(text: text, line: line(of: item))
        }
    }

    package struct Placed: Sendable {
        package let text: String
        package let line: Int
    }

    /// A value that is one text, whatever it should be; nil where it is not.
    package func text(_ key: String) -> String? { value(key).flatMap(scalar) }

    package mutating func bool(_ key: String) -> Bool? {
        guard let text = string(key) else { return nil }
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            report(.wrongValue, at: key, "‘\(key)’ is ‘\(text)’, which is neither yes nor no", help: "Write `\(key): true` or `\(key): false`.")
            return nil
        }
    }

    package mutating func count(_ key: String) -> Int? {
        guard let text = string(key) else { return nil }
        // As tables have it: `2,600`.
        guard let number = Int(text) ?? SurveyReader.count(text), number >= 0 else {
            report(.wrongValue, at: key, "‘\(key)’ is ‘\(text)’, which is not a whole number", help: "Write digits only: `\(key): 812`.")
            return nil
        }
        return number
    }

    package mutating func date(_ key: String) -> CalendarDate? {
        guard let text = string(key) else { return nil }
        guard let date = CalendarDate(text) else {
            report(.invalidDate, at: key, "‘\(key)’ is ‘\(text)’, which is no date", help: "Write year-month-day, with all digits and a day that exists: `\(key): 2022-03-09`.")
            return nil
        }
        return date
    }

    package mutating func time(_ key: String) -> CalendarTime? {
        guard let text = string(key) else { return nil }
        guard let time = CalendarTime(text) else {
            report(.invalidDate, at: key, "‘\(key)’ is ‘\(text)’, which is no date and hour", help: "Write `\(key): 2022-03-10T18:00`, or the date alone.")
            return nil
        }
        return time
    }

    package mutating func period(_ key: String) -> CalendarPeriod? {
        guard let text = string(key) else { return nil }
        guard let period = CalendarPeriod(text) else {
            report(.invalidDate, at: key, "‘\(key)’ is ‘\(text)’, which is no period", help: "Write the first and the last day with a slash between them: `\(key): 2021-07-01/2024-06-30`.")
            return nil
        }
        return period
    }

    package mutating func languages(_ key: String) -> [LanguageTag] {
        strings(key).compactMap { text in
            if let tag = LanguageTag(text) { return tag }
            report(.wrongValue, at: key, "‘\(text)’ is no language tag", help: "Write the language's code: en, es, pt-BR, zh-Hans, ar, ht …")
            return nil
        }
    }

    /// One of a few words; anything else is reported with the nearest of them.
    ///
    /// - Parameter meanings: other words that people may write for these.
    package mutating func choice(
        _ key: String, of words: [String], rule: Rule = .wrongValue, meanings: [String: String] = [:]
    ) -> String? {
        guard let text = string(key) else { return nil }
        // `Off`, as some programs write it.
        if let word = words.contains(text) ? text : words.first(where: { $0 == text.lowercased() }) { return word }
        let meant = meanings[text.lowercased()] ?? nearest(to: text, among: words)
        let near = meant.map { "Did you mean ‘\($0)’? " } ?? ""
        let list = words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        report(rule, at: key, "‘\(text)’ is no \(key)", help: "\(near)It can be \(list).")
        return nil
    }

    /// The mapping below a key, with its own reader; give its problems back by `adopt`.
    package mutating func nested(_ key: String, example: String) -> YAMLReader? {
        guard let node = value(key) else { return nil }
        if scalar(node)?.isEmpty == true { return nil }
        guard let mapping = node.mapping else {
            report(.wrongValue, at: node, "‘\(key)’ must hold keys of its own", help: "Write them in braces, as in `\(example)`, or below it, each on its own line, two spaces in.")
            return nil
        }
        return YAMLReader(file: file, lineOffset: lineOffset, mapping: mapping)
    }

    package mutating func adopt(_ nested: YAMLReader) { problems += nested.problems }

    /// The entries of a list, each a text or a mapping.
    package mutating func entries(_ key: String) -> [Entry] {
        guard let node = value(key) else { return [] }
        guard let items = node.sequence else {
            if scalar(node)?.isEmpty != true {
                report(.wrongValue, at: node, "‘\(key)’ must be a list", help: "Write each entry on a line of its own, below `\(key):`, beginning with `- `.")
            }
            return []
        }
        return items.compactMap { item in
            let line = line(of: item), column = byteColumn(item.mark)
            if let text = scalar(item) { return Entry(text: text, mapping: nil, line: line, column: column) }
            if let mapping = item.mapping {
                return Entry(text: nil, mapping: YAMLReader(file: file, lineOffset: lineOffset, mapping: mapping), line: line, column: column)
            }
            report(.wrongValue, at: item, "this entry of ‘\(key)’ cannot be read", help: "Write a text, or `key: value` lines.")
            return nil
        }
    }

    package struct Entry {
        package let text: String?
        package let mapping: YAMLReader?
        package let line: Int
        package let column: Int
    }

    // MARK: Problems

    /// Reports every key that is not among the known ones, with the nearest.
    package mutating func refuseUnknownKeys(known: [String], of what: String) {
        for (name, mark, _) in entries where !known.contains(name) {
            let near = nearest(to: name, among: known).map { "Did you mean ‘\($0)’? " } ?? ""
            problems.append(file.problem(
                .unknownKey, line: lineOffset + (mark?.line ?? 1), column: byteColumn(mark), length: name.utf8.count,
                "\(what) has no key ‘\(name)’", help: "\(near)Known keys: \(known.joined(separator: ", "))."))
        }
    }

    /// Reports a problem at a key's value, or at the first line where the key is absent.
    package mutating func report(_ rule: Rule, at key: String, _ message: String, help: String) {
        if let node = value(key) {
            report(rule, at: node, message, help: help)
        } else {
            problems.append(file.problem(rule, line: max(1, lineOffset), length: 3, message, help: help))
        }
    }

    /// Reports a problem at a key itself.
    package mutating func report(_ rule: Rule, atKey key: String, _ message: String, help: String) {
        let mark = entries.first { $0.key == key }?.keyMark
        problems.append(file.problem(
            rule, line: lineOffset + (mark?.line ?? 1), column: byteColumn(mark), length: key.utf8.count, message, help: help))
    }

    private mutating func report(_ rule: Rule, at node: Node, _ message: String, help: String) {
        problems.append(file.problem(
            rule, line: line(of: node), column: byteColumn(node.mark),
            length: node.scalar?.string.utf8.count ?? 1, message, help: help))
    }

    /// The line of a key's value, for problems found later.
    package func place(of key: String) -> (line: Int, column: Int, length: Int) {
        guard let node = value(key) else { return (max(1, lineOffset), 1, 3) }
        return (line(of: node), byteColumn(node.mark), node.scalar?.string.utf8.count ?? 1)
    }

    // MARK: Reading nodes

    private func value(_ key: String) -> Node? {
        for index in entries.indices where entries[index].key == key { return entries[index].node }
        return nil
    }

    private func scalar(_ node: Node) -> String? {
        guard let scalar = node.scalar else { return nil }
        // A bare `~` or `null` says "nothing", as in `summary: ~`.
        if scalar.style == .plain, ["~", "null"].contains(scalar.string) { return "" }
        // Foundation's trimming costs more than all else that is done with a value.
        let utf8 = scalar.string.utf8
        let isTrimmed = [utf8.first, utf8.last].allSatisfy { $0.map { (0x21...0x7E).contains($0) } ?? true }
        return isTrimmed ? scalar.string : scalar.string.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func line(of node: Node) -> Int { lineOffset + (node.mark?.line ?? 1) }

    /// libyaml counts Unicode scalars, everything else here bytes.
    private func byteColumn(_ mark: Mark?) -> Int {
        guard let mark else { return 1 }
        return YAMLReader.byteColumn(mark.column, in: file.line(lineOffset + mark.line))
    }

    static func byteColumn(_ column: Int, in line: ArraySlice<UInt8>) -> Int {
        String(decoding: line, as: UTF8.self).unicodeScalars.prefix(max(0, column - 1)).reduce(1) { $0 + UTF8.width($1) }
    }
}
