import Testing

@testable import Markdown

/// Whatever is written, whole or in parts, is well-formed and its footnotes lead where they say.
@Suite struct WellFormedHTMLTests {
    @Test(arguments: 0..<10)
    func generatedDocumentsAndScraps(part: Int) throws {
        for seed in part * 100..<(part + 1) * 100 {
            var generator = DocumentGenerator(seed: UInt64(seed))
            let text = seed % 3 == 0 ? generator.document() : generator.scraps()
            let tree = try MarkdownParser().parse(Array(text.utf8))
            var parts = [html(tree)]
            for block in tree.children(of: 0) {
                var writer = HTMLWriter(tree: tree)
                writer.writeBlock(block)
                writer.writeFootnotes()
                parts.append(String(decoding: writer.output, as: UTF8.self))
            }
            for html in parts {
                guard let fault = fault(in: html) else { continue }
                Issue.record("seed \(seed): \(fault)\n\(html)\nsource: \(text.debugDescription)")
                return
            }
        }
    }

    private static let void: Set = ["br", "wbr", "img", "hr"]

    private func fault(in html: String) -> String? {
        var open: [String] = []
        var ids: Set<Substring> = []
        var targets: [Substring] = []
        var item = 0
        let pieces = ByteText(html).pieces
        for piece in pieces where piece.hasPrefix("<") {
            let name = piece.dropFirst().prefix { $0 != " " && $0 != ">" }.lowercased()
            if name.hasPrefix("/") {
                guard let last = open.popLast(), name.dropFirst() == last else { return "\(piece) closes something else" }
            } else if !Self.void.contains(name) {
                open.append(name)
            }
            if let id = attribute("id", of: piece), !ids.insert(id).inserted { return "the id \(id) twice" }
            if piece.contains(" data-footnote-"), let address = attribute("href", of: piece) { targets.append(address.dropFirst()) }
            // A reference shows the number of the list item that it leads to.
            if piece.hasPrefix("<li id=\"fn-"), let id = attribute("id", of: piece) {
                item = attribute("value", of: piece).flatMap { Int($0) } ?? item + 1
                for (reference, tag) in pieces.enumerated()
                where tag.hasPrefix("<a href=\"#\(id)\"") && pieces[reference + 1] != "\(item)" {
                    return "\(tag) shows another number than \(item)"
                }
            }
            if piece.hasPrefix("<!") || piece.hasPrefix("<?") || !piece.hasSuffix(">") { return "\(piece) is no tag" }
        }
        if let name = open.last { return "\(name) is never closed" }
        return targets.first { !ids.contains($0) }.map { "nothing has the id \($0)" }
    }

    private func attribute(_ name: String, of tag: String) -> Substring? {
        guard let start = ByteText(tag).offset(of: " \(name)=\"") else { return nil }
        let value = tag.utf8.dropFirst(start + name.utf8.count + 3).prefix { $0 != UInt8(ascii: "\"") }
        return Substring(value)
    }
}
