/// Decides which raw HTML passes, and lists what does not.
///
/// Passing tags must leave the document well-formed wherever they stand: an opening tag needs its closing one among the
/// children of the same inline or block, with nothing half open between them.
struct RawHTMLPolicy {
    typealias Tree = MarkdownTree
    typealias Reason = MarkdownTree.RefusedHTML.Reason

    /// Elements that may stand in a text, in lower case.
    private static let paired: Set<String> = ["sub", "sup", "kbd", "abbr", "mark", "small", "bdi"]
    private static let void: Set<String> = ["br", "wbr"]

    /// An opening tag that waits for its closing one.
    private struct OpenTag {
        let index: Tree.Index
        let name: String
        /// Refused already: its closing tag is to go with it, without a word.
        let isRefused: Bool
    }

    /// A node whose children are being read.
    private struct Level {
        let end: Int
        let firstTag: Int
        var counts: [String: Int] = [:]
    }

    private var refused: [(index: Tree.Index, reason: Reason)] = []
    private var allowed: [Tree.Index] = []
    private var tags: [OpenTag] = []
    private var levels: [Level] = []

    static func apply(to tree: inout Tree) {
        var policy = RawHTMLPolicy()
        for index in tree.nodes.indices {
            while let level = policy.levels.last, level.end <= index { policy.endLevel() }
            let node = tree.nodes[index]
            switch node.kind {
            case .htmlInline: policy.readInline(index, tree.literal(index))
            case .htmlBlock: policy.readBlock(index, tree.literal(index))
            default:
                if node.end > index + 1 {
                    policy.levels.append(Level(end: Int(node.end), firstTag: policy.tags.count))
                }
            }
        }
        while !policy.levels.isEmpty { policy.endLevel() }
        for index in policy.allowed { tree.nodes[index].flags |= Tree.Node.Flag.allowed }
        tree.refusedHTML = policy.refused.sorted { $0.index < $1.index }.map {
            Tree.RefusedHTML(index: $0.index, position: tree.nodes[$0.index].position, reason: $0.reason)
        }
    }

    private mutating func endLevel() {
        let level = levels.removeLast()
        while tags.count > level.firstTag { dropUnclosed() }
    }

    private mutating func dropUnclosed() {
        let tag = tags.removeLast()
        if !tag.isRefused { refused.append((tag.index, .unclosed(tag.name))) }
    }

    // MARK: - Inlines

    private mutating func readInline(_ index: Tree.Index, _ literal: ArraySlice<UInt8>) {
        guard let tag = HTMLTag(literal) else {
            if !literal.starts(with: "<!--".utf8) { refused.append((index, .declaration)) }
            return
        }
        if tag.isClosing { return close(index, tag.name) }
        if Self.void.contains(tag.name) {
            if tag.hasNoAttributes { allowed.append(index) } else { refused.append((index, .attributes(tag.name))) }
            return
        }
        var reason: Reason?
        if !Self.paired.contains(tag.name) {
            reason = .element(tag.name)
        } else if tag.name == "abbr" ? !tag.hasOnlyTitle : !tag.hasNoAttributes {
            reason = .attributes(tag.name)
        }
        if let reason { refused.append((index, reason)) }
        tags.append(OpenTag(index: index, name: tag.name, isRefused: reason != nil))
        levels[levels.count - 1].counts[tag.name, default: 0] += 1
    }

    private mutating func close(_ index: Tree.Index, _ name: String) {
        guard let count = levels[levels.count - 1].counts[name], count > 0 else {
            refused.append((index, Self.paired.contains(name) ? .unopened(name) : .element(name)))
            return
        }
        while let tag = tags.last, tag.name != name {
            levels[levels.count - 1].counts[tag.name, default: 1] -= 1
            // Elements without closing tags, like <img>, are no concern of the tags around them.
            dropUnclosed()
        }
        let opening = tags.removeLast()
        levels[levels.count - 1].counts[name] = count - 1
        if !opening.isRefused { allowed += [opening.index, index] }
    }

    // MARK: - Blocks

    private mutating func readBlock(_ index: Tree.Index, _ literal: ArraySlice<UInt8>) {
        var rest = literal
        while true {
            rest = rest.drop { TextSurvey.isSpace($0) }
            guard rest.starts(with: "<!--".utf8) else { break }
            guard let end = Self.endOfComment(rest) else {
                refused.append((index, .unclosedComment))
                return
            }
            rest = rest[end...]
        }
        guard let first = rest.first else { return }
        if first != UInt8(ascii: "<") {
            refused.append((index, .textAfterComment))
        } else if let tag = HTMLTag(rest) {
            refused.append((index, .block(tag.name)))
        } else {
            refused.append((index, .declaration))
        }
    }

    private static func endOfComment(_ bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex + 4
        while index + 2 < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-"),
                bytes[index + 2] == UInt8(ascii: ">")
            {
                return index + 3
            }
            index += 1
        }
        return nil
    }
}
