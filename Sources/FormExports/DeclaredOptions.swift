/// A file of `Question: option | option | …` lines.
struct DeclaredOptions {
    private struct Line {
        let number: Int
        let text: String
    }

    private var lines: [Line] = []
    private var used: Set<Int> = []
    private(set) var notes: [String] = []

    init(_ text: String?) {
        guard let text else { return }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let words = line.onOneLine
            guard !words.isEmpty, !words.hasPrefix("#") else { continue }
            guard words.contains(":"), words.last != ":" else {
                notes.append("line \(index + 1) of the options has no options: write `Question: one | two`")
                continue
            }
            lines.append(Line(number: index + 1, text: words))
        }
    }

    /// The options that are declared for a question.
    ///
    /// A line is a question's where it begins with the whole question; else where the words before its colon begin one question only.
    mutating func options(for title: String, among titles: [String]) -> [String]? {
        let wanted = ExportLayout.unnumbered(title).folded
        for line in lines {
            for colon in line.text.indices where line.text[colon] == ":" {
                guard ExportLayout.unnumbered(String(line.text[..<colon])).folded == wanted else { continue }
                return take(line, after: colon)
            }
        }
        for line in lines {
            guard let colon = line.text.firstIndex(of: ":") else { continue }
            let short = ExportLayout.unnumbered(String(line.text[..<colon])).folded
            guard short.count >= 4, wanted.hasPrefix(short), titles.count(where: { $0.folded.hasPrefix(short) }) == 1 else { continue }
            return take(line, after: colon)
        }
        return nil
    }

    private mutating func take(_ line: Line, after colon: String.Index) -> [String]? {
        used.insert(line.number)
        var seen: Set<String> = []
        let options = line.text[line.text.index(after: colon)...].split(separator: "|").map(\.onOneLine)
            .filter { !$0.isEmpty && seen.insert($0.folded).inserted }
        return options.isEmpty ? nil : options
    }

    var unused: [String] {
        lines.filter { !used.contains($0.number) }.map { "line \($0.number) of the options belongs to no question: ‘\($0.text.prefix(60))’" }
    }
}
