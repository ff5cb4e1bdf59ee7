import Markdown
import Publication

extension TranslationCheck {
    /// What keeps a translation of inline text from being shown.
    ///
    /// - Parameters:
    ///   - markup: nil where the text cannot be read at all.
    ///   - source: the message's text.
    static func blocking(_ markup: InlineMarkup?, text: String, scan: TextScan, source: String, expected: Expected) -> [Finding] {
        guard let markup else {
            return [Finding(
                .translationMarkup, "this text cannot be read as Markdown",
                help: "Translate it anew from the source: it has far more marks than words.")]
        }
        var findings = unsafeCharacters(scan)
        // What entities stand for is in the words only.
        if scan.hasAmpersand { findings += unsafeCharacters(TextScan(markup.words)).filter { !findings.contains($0) } }
        if !TextScan(markup.words).isVisible { findings.append(empty) }
        // Where an address stands for a label, that is one mistake.
        if markup.foreignAddresses.isEmpty { findings += labels(markup, expected) }
        if !markup.bare.isEmpty, findings.isEmpty, markup.bare != InlineMarkdownReader().markup(of: source)?.bare {
            findings.append(Finding(
                .translationLabels, "the link […][\(markup.bare[0])] has lost its words", help: "Write the number right behind them: [words][1].",
                excerpt: "[\(markup.bare[0])]"))
        }
        for address in markup.foreignAddresses.prefix(1) {
            findings.append(Finding(
                .translationAddress, "the translation brings an address of its own: ‘\(shortened(address))’",
                help: "Links go where the source's go: write [words][1] with the source's number.", excerpt: address))
        }
        for html in markup.unsafeHTML.prefix(1) {
            findings.append(Finding(
                .translationHTML, "HTML that may not stand here, or that is not closed: ‘\(shortened(html))’",
                help: "Write it in Markdown. What may stand: <br>, <wbr>, and, each closed, <sub>, <sup>, <kbd>, <mark>, <small>, <bdi>, <abbr title=\"…\">. To show a < itself, write \\<.",
                excerpt: html))
        }
        if markup.marks != InlineMarks() {
            let areLabelsKnown = findings.contains { $0.rule == .translationLabels || $0.rule == .translationAddress }
            findings += unclosed(markup, text: text, source: source, areLabelsKnown: areLabelsKnown)
        }
        if let count = markup.elements["del"], count > InlineMarkdownReader().markup(of: source)?.elements["del"] ?? 0 {
            findings.append(Finding(
                .translationMarkup, "words are struck out that the source has not struck out",
                help: "For a ~ as it is, write \\~.", excerpt: "~"))
        }
        return findings
    }

    /// What keeps a translation of plain words from being shown: there, marks would stand as they are.
    static func blocking(field text: String, of source: String) -> [Finding] {
        let scan = TextScan(text)
        var findings = unsafeCharacters(scan)
        if !scan.isVisible { findings.append(empty) }
        guard scan.mayHaveMarkup else { return findings }
        let has = InlineMarks(text.utf8), had = InlineMarks(source.utf8)
        let isMarked = has.asterisks > had.asterisks + 1 || has.underscores > had.underscores + 1 || has.backticks > had.backticks + 1
            || has.labels > had.labels || has.entities > had.entities || has.strikes > had.strikes
        if has.tags > had.tags {
            findings.append(Finding(.translationHTML, "HTML in a title or another text of plain words", help: "Leave the tags out.", excerpt: "<"))
        }
        if isMarked {
            findings.append(Finding(
                .translationMarkup, "marks of Markdown in a title or another text of plain words",
                help: "Leave out what the source does not have: *, _, `, [ ] and &…; show as they are."))
        }
        return findings
    }

    // MARK: -

    static let empty = Finding(
        .translationEmpty, "the translation has nothing that can be seen",
        help: "Translate the text, or leave it empty for later.")

    static func unsafeCharacters(_ scan: TextScan) -> [Finding] {
        var findings: [Finding] = []
        if !scan.overrides.isEmpty {
            findings.append(Finding(
                .translationDirection, "the hidden \(names(scan.overrides)), which would turn the words around it",
                help: "Take it out. A right-to-left or left-to-right mark (U+200F, U+200E) or <bdi>…</bdi> may stand."))
        }
        if !scan.areIsolatesBalanced {
            findings.append(Finding(
                .translationDirection, "an isolate (U+2066–2068) without its end (U+2069), or an end without a beginning",
                help: "Write both or none, or use <bdi>…</bdi>."))
        }
        if !scan.controls.isEmpty {
            findings.append(Finding(
                .translationControl, "the hidden control \(names(scan.controls))", help: "Take it out; it often comes with text pasted from another program."))
        }
        return findings
    }

    private static func names(_ values: Set<UInt32>) -> String {
        let names = values.sorted().map { value in
            let digits = String(value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
        return (names.count == 1 ? "character " : "characters ") + names.joined(separator: ", ")
    }

    private static func shortened(_ text: String) -> String {
        text.count > 60 ? text.prefix(59) + "…" : text
    }

    // MARK: Labels

    private static func labels(_ markup: InlineMarkup, _ expected: Expected) -> [Finding] {
        guard markup.links != expected.links || markup.images != expected.images || markup.footnotes != expected.footnotes || !markup.wordless.isEmpty
        else { return [] }
        let problems = differences(markup.links, expected.links, "the link", mark: "[…]", markup.images)
            + differences(markup.images, expected.images, "the picture", mark: "![…]", markup.links)
            + differences(markup.footnotes, expected.footnotes, "the footnote", mark: nil, [])
            + markup.wordless.prefix(1).map { ("the link or picture [\($0)] has no words", "[\($0)]") }
        guard let first = problems.first else { return [] }
        let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
        let help = expected.links.isEmpty && expected.images.isEmpty && expected.footnotes.isEmpty
            ? "The source has none; for brackets as they are, write \\[ and \\]."
            : "Keep each of the source's once, with its number: [words][1], ![words][2], [^1]. Translate the words; their order is free."
        return [Finding(.translationLabels, first.0 + more, help: help, excerpt: first.1)]
    }

    private static func differences(_ found: [Int], _ expected: [Int], _ what: String, mark: String?, _ others: [Int]) -> [(String, String?)] {
        guard found != expected else { return [] }
        func name(_ number: Int) -> String { mark.map { "\($0)[\(number)]" } ?? "[^\(number)]" }
        var problems: [(String, String?)] = []
        for number in expected where !found.contains(number) {
            problems.append((others.contains(number) ? "\(what) \(name(number)) is one no more" : "\(what) \(name(number)) is missing", nil))
        }
        var last: Int?
        for number in found {
            let label = mark == nil ? "[^\(number)]" : "[\(number)]"
            if number == last {
                problems.append(("\(what) \(name(number)) stands twice", label))
            } else if !expected.contains(number) {
                problems.append(("\(what) \(name(number)) is none of the source's", label))
            }
            last = number
        }
        return problems
    }

    // MARK: Marks

    /// Marks that show as they are, more of them than the source shows or the translation escapes.
    private static func unclosed(_ markup: InlineMarkup, text: String, source: String, areLabelsKnown: Bool) -> [Finding] {
        let has = markup.marks, escaped = InlineMarks.escaped(in: text)
        let had = InlineMarkdownReader().markup(of: source)?.marks ?? InlineMarks()
        func isMore(_ count: KeyPath<InlineMarks, Int>) -> Bool { has[keyPath: count] > max(had[keyPath: count], escaped[keyPath: count]) }
        let help = "Close what is opened, as the source does; for the mark itself, write a \\ before it."
        let marks: [(KeyPath<InlineMarks, Int>, String)] = [
            (\.asterisks, "*"), (\.underscores, "_"), (\.backticks, "`"),
            (\.strikes, "~~"), (\.tags, "<"), (\.entities, "&"),
        ]
        var findings: [Finding] = []
        for (count, mark) in marks where isMore(count) {
            let isBesideWide = (mark == "*" || mark == "_") && text.unicodeScalars.contains { WritingScript($0) == .han || (0x3001...0x303F).contains($0.value) }
            findings.append(Finding(
                .translationMarkup, "markup that does not close: a ‘\(mark)’ would show as it is",
                help: isBesideWide ? "\(help) Between letters without spaces, put the punctuation outside: **注意**： instead of **注意：**." : help, excerpt: mark))
        }
        if isMore(\.labels), !areLabelsKnown {
            findings.append(Finding(
                .translationLabels, "a link, picture or footnote that the source does not have, or that is written wrongly",
                help: "Write [words][1] with one of the source's numbers; for brackets as they are, write \\[ and \\].", excerpt: "["))
        }
        return findings
    }
}

// MARK: - Themes

extension TranslationCheck {
    /// What keeps a theme's text from being used: plain words with named placeholders, `{count} objectives`.
    ///
    /// - Parameters:
    ///   - plural: the source for other numbers than one, where the text is counted.
    ///   - forms: how many forms the language has.
    package static func blocking(theme translations: [String], of source: String, plural: String? = nil, forms: Int = 1) -> [Finding] {
        let wanted = plural == nil ? 1 : forms
        guard translations.count == wanted else { return [pluralCount(translations.count, wanted)] }
        let required = placeholders(in: source), known = required.union(plural.map(placeholders) ?? [])
        var findings: [Finding] = []
        for text in translations {
            let found = placeholders(in: text)
            // A form for one or two may say the number in words.
            let missing = plural == nil ? required.subtracting(found) : []
            if let name = missing.sorted().first {
                findings.append(Finding(
                    .translationPlaceholder, "the placeholder {\(name)} is missing",
                    help: "Keep it as it is; its place is free."))
            }
            if let name = found.subtracting(known).sorted().first {
                findings.append(Finding(
                    .translationPlaceholder, "the source has no placeholder {\(name)}",
                    help: known.isEmpty ? "Leave it out." : "Names in braces are not translated. There are: \(known.sorted().map { "{\($0)}" }.joined(separator: ", ")).", excerpt: "{\(name)}"))
            }
            findings += blocking(field: text, of: source)
        }
        return findings.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    static func pluralCount(_ found: Int, _ wanted: Int) -> Finding {
        Finding(
            .translationPlural, "\(found) plural \(found == 1 ? "form" : "forms"), where the language has \(wanted)",
            help: wanted == 1 ? "Write one: msgstr[0]." : "Write all of them, from msgstr[0] to msgstr[\(wanted - 1)], as Plural-Forms in the catalog's header says.")
    }

    /// The names in braces: letters, digits, `-` and `_`.
    static func placeholders(in text: String) -> Set<String> {
        var names: Set<String> = []
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            guard let end = part.firstIndex(of: "}"), end > part.startIndex else { continue }
            let name = part[..<end]
            if name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) { names.insert(String(name)) }
        }
        return names
    }
}
