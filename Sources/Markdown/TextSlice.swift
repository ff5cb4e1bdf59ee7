/// A text as a part of a longer one, whose bytes it shares: a hundred thousand translations of a catalog cost no memory of
/// their own.
package struct TextSlice: Sendable {
    private let bytes: [UInt8]
    private let start: Int32
    private let count: Int32

    /// - Parameter bytes: UTF-8, fewer than 2 GB.
    package init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        start = Int32(range.lowerBound)
        count = Int32(range.count)
    }

    package init(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes, 0..<bytes.count)
    }

    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start) + Int(count)])) }
    }

    package var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    /// White space as one space, none at the ends.
    var folded: TextSlice {
        let folded = withBytes { InlineMarkdownReader.isFolded($0) ? nil : InlineMarkdownReader.folded($0) }
        return folded.map { TextSlice($0, 0..<$0.count) } ?? self
    }
}
