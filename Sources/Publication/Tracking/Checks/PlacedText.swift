import Foundation
import Markdown

/// The words of a run of inline nodes as one text, from which every place leads back to the file.
struct PlacedText {
    typealias Index = MarkdownTree.Index

    let document: Document
    let bytes: [UInt8]
    private let pieces: [Piece]

    private struct Piece {
        let start: Int
        let node: Index
        let isLinked: Bool
    }

    /// What stands for code, images and footnotes, so that no word reaches across them.
    private static let gap = Array(" \u{FFFC} ".utf8)

    init(_ document: Document, run: Range<Index>) {
        let tree = document.tree
        var bytes: [UInt8] = [], pieces: [Piece] = []
        var linkEnd = 0
        var node = run.lowerBound
        while node < run.upperBound {
            defer { node += 1 }
            switch tree.nodes[node].kind {
            case .text:
                pieces.append(Piece(start: bytes.count, node: node, isLinked: node < linkEnd))
                bytes += tree.literal(node)
            case .softBreak, .lineBreak: bytes.append(0x20)
            case .link: linkEnd = Int(tree.nodes[node].end)
            case .image:
                bytes += PlacedText.gap
                node = Int(tree.nodes[node].end) - 1
            case .code, .htmlInline, .footnoteReference: bytes += PlacedText.gap
            default: break
            }
        }
        self.document = document
        self.bytes = bytes
        self.pieces = pieces
    }

    init(_ document: Document, paragraph: Index) {
        self.init(document, run: document.tree.contents(of: paragraph))
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func isLinked(_ range: Range<Int>) -> Bool { piece(at: range.lowerBound).map { pieces[$0].isLinked } ?? false }

    /// Offsets of a range of `text`.
    func offsets(_ range: Range<String.Index>, in text: String) -> Range<Int> {
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return start..<start + text.utf8.distance(from: range.lowerBound, to: range.upperBound)
    }

    /// A problem with a part of the text.
    func problem(_ rule: Rule, at range: Range<Int>, _ message: String, help: String) -> Diagnostic {
        let start = place(of: range.lowerBound, word: word(from: range.lowerBound, to: range.upperBound))
        let last = lastWord(of: range)
        let end = place(of: last.lowerBound, word: bytes[last])
        let length = end.line == start.line && end.column >= start.column ? end.column - start.column + last.count : 200
        return document.source.problem(rule, line: start.line, column: start.column, length: max(1, length), message, help: help)
    }

    func line(of range: Range<Int>) -> Int { place(of: range.lowerBound, word: word(from: range.lowerBound, to: range.upperBound)).line }

    private func piece(at offset: Int) -> Int? {
        var low = 0, high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }

    private func word(from start: Int, to end: Int) -> ArraySlice<UInt8> { bytes[start..<end].prefix { $0 != 0x20 } }

    private func lastWord(of range: Range<Int>) -> Range<Int> {
        let start = bytes[range].lastIndex(of: 0x20).map { $0 + 1 } ?? range.lowerBound
        return start..<range.upperBound
    }

    /// Escapes and entities take more room in the file than in the text, and so a word stands where it is told or later.
    private func place(of offset: Int, word: ArraySlice<UInt8>) -> (line: Int, column: Int) {
        guard let number = piece(at: offset) else { return (1, 1) }
        let piece = pieces[number], position = document.tree.nodes[piece.node].position
        let line = document.source.line(Int(position.line))
        let told = Int(position.column) - 1 + offset - piece.start
        guard told < line.count else { return (Int(position.line), Int(position.column)) }
        let rest = line[(line.startIndex + told)...]
        if rest.starts(with: word) { return (Int(position.line), told + 1) }
        let found = word.isEmpty ? nil : rest.firstRange(of: word)?.lowerBound
        return (Int(position.line), found.map { $0 - line.startIndex + 1 } ?? Int(position.column))
    }
}

extension Document {
    /// The text of every paragraph, heading and cell, in order; what lines ask or refer to is left out.
    ///
    /// - Parameter including: the labels of lines whose words count all the same.
    func placedTexts(including labels: Set<LabelledLine.Label> = []) -> [PlacedText] {
        let leftOut = Set(lines.lazy.filter { !labels.contains($0.label) }.map(\.paragraph))
        var texts: [PlacedText] = []
        for (index, node) in tree.nodes.enumerated() where index >= blocks.first ?? .max {
            switch node.kind {
            case .paragraph, .heading, .tableCell: if !leftOut.contains(index) { texts.append(PlacedText(self, paragraph: index)) }
            default: break
            }
        }
        return texts
    }

    /// A problem with a key of the front matter.
    package func problem(_ rule: Rule, key: String, _ message: String, help: String) -> Diagnostic {
        for number in 2..<300 {
            let line = source.line(number)
            if line.starts(with: Array("---".utf8)) { break }
            guard line.starts(with: Array("\(key):".utf8)) else { continue }
            let value = line.dropFirst(key.utf8.count + 1).drop { $0 == 0x20 }
            return source.problem(
                rule, line: number, column: value.startIndex - line.startIndex + 1, length: max(1, value.count), message, help: help)
        }
        return source.problem(rule, line: 1, length: 3, message, help: help)
    }
}
