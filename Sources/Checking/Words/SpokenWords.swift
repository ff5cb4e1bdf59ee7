import Markdown
import Publication

/// The words of four to eight ASCII letters that a publication has in small letters, or with a capital first: in capitals
/// they are said aloud, and stand for nothing.
struct SpokenWords: Sendable {
    /// Each word's letters in one number, which costs nothing to compare.
    private var words: Set<UInt64> = []

    init(_ documents: [Document]) {
        for document in documents {
            for (index, node) in document.tree.nodes.enumerated() where node.kind == .text { read(document.tree.literal(index)) }
        }
    }

    func contain(_ letters: String) -> Bool {
        let utf8 = letters.utf8
        guard (4...8).contains(utf8.count) else { return false }
        return words.contains(utf8.reduce(0) { $0 << 8 | UInt64($1 | 0x20) })
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { bytes in
            var word: UInt64 = 0, count = 0, small = false, isName = false
            for index in 0...bytes.count {
                let byte = index < bytes.count ? bytes[index] : 0x20
                let isLetter = (0x61...0x7A).contains(byte | 0x20)
                if isLetter {
                    if count < 9 { word = word << 8 | UInt64(byte | 0x20) }
                    count += 1
                    if byte & 0x20 != 0 { small = true }
                    continue
                }
                // Parts of addresses, file names and variables are no words.
                let joins = byte >= 0x80 || byte == 0x5F || byte == 0x2F || byte == 0x40
                    || byte == 0x2E && index + 1 < bytes.count && bytes[index + 1] > 0x2F
                if small, !isName, !joins, (4...8).contains(count) { words.insert(word) }
                (word, count, small, isName) = (0, 0, false, joins)
            }
        }
    }
}
