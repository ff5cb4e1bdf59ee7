extension MarkdownTree {
    /// The tree's arrays, borrowed for the time of one call, so that reading a node counts no references.
    struct Source {
        let nodes: UnsafeBufferPointer<Node>
        let bytes: UnsafeBufferPointer<UInt8>

        func slice(_ start: Int32, _ count: Int32) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(start) + Int(count)])
        }

        func literal(_ node: Node) -> UnsafeBufferPointer<UInt8> {
            slice(node.first, node.second)
        }
    }

    func withSource<Result>(_ body: (Source) -> Result) -> Result {
        nodes.withUnsafeBufferPointer { nodes in
            bytes.withUnsafeBufferPointer { bytes in body(Source(nodes: nodes, bytes: bytes)) }
        }
    }
}
