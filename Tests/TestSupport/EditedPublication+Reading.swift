import Foundation

extension EditedPublication {
    package static var repository: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    /// The documents of this repository's own site, as plain pages: edits would break what plans and surveys are made of.
    package static func ownSite(seed: UInt64) throws -> EditedPublication {
        let content = repository.appending(path: "content").path()
        var pages: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: content) ?? .init() where path.hasSuffix(".md") {
            pages[path] = try String(contentsOfFile: content + "/" + path, encoding: .utf8)
        }
        return EditedPublication(seed: seed, pages: pages)
    }
}

extension EditedPublication.Page {
    init(path: String, markdown: String) {
        self.path = path
        let parts = markdown.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        front = "---\n" + parts[1].split(separator: "\n").filter { !$0.hasPrefix("kind:") }.joined(separator: "\n") + "\n---\n"
        blocks = parts[2].split(separator: /\n\s*\n/).flatMap { EditedPublication.Page.blocks(String($0)) }
    }

    private static func blocks(_ text: String) -> [EditedPublication.Block] {
        let lines = text.split(separator: "\n").map(String.init)
        if lines.count == 1, lines[0].hasPrefix("#"), let end = lines[0].firstIndex(of: " ") {
            return [.init(mark: lines[0][..<end] + " ", sentences: [String(lines[0][end...].dropFirst())])]
        }
        var items: [[String]] = []
        for line in lines {
            if line.hasPrefix("- ") {
                items.append([String(line.dropFirst(2))])
            } else if line.hasPrefix("  "), !items.isEmpty, line.dropFirst(2).first?.isLetter ?? false {
                items[items.count - 1].append(String(line.dropFirst(2)))
            } else {
                items = []
                break
            }
        }
        if !items.isEmpty { return items.map { .init(mark: "- ", sentences: sentences($0)) } }
        let isProse = lines.allSatisfy { $0.first.map { $0.isLetter || "*[(“0123456789".contains($0) } ?? false } && !lines[0].contains(#/^\d+\. /#)
        return [isProse ? .init(sentences: sentences(lines)) : .init(isFixed: true, sentences: [text])]
    }

    private static func sentences(_ lines: [String]) -> [String] {
        let parts = lines.joined(separator: " ").split(separator: ". ")
        return parts.enumerated().map { $1 + ($0 < parts.count - 1 ? "." : "") }
    }
}
