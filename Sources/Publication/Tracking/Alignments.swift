/// A part of a document, or the document as a whole.
package struct Anchor: Sendable, Hashable, Comparable {
    package let document: Int
    /// The id of a heading or an outcome.
    package let id: String?

    package init(document: Int, id: String?) {
        self.document = document
        self.id = id
    }

    package static func < (one: Anchor, other: Anchor) -> Bool {
        (one.document, one.id ?? "") < (other.document, other.id ?? "")
    }
}

/// One thing that says that it serves another.
package struct Alignment: Sendable, Hashable {
    package let from: Anchor
    package let to: Anchor
    package let relation: LabelledLine.Label
}

/// What serves what, to be asked from both ends.
package struct Alignments: Sendable {
    /// In the order of the documents that say so.
    package let all: [Alignment]
    private let byTarget: [Anchor: [Int]]
    private let bySource: [Anchor: [Int]]

    init(_ all: [Alignment] = []) {
        self.all = all
        var byTarget: [Anchor: [Int]] = [:], bySource: [Anchor: [Int]] = [:]
        for (index, alignment) in all.enumerated() {
            byTarget[alignment.to, default: []].append(index)
            bySource[alignment.from, default: []].append(index)
        }
        self.byTarget = byTarget
        self.bySource = bySource
    }

    package func to(_ anchor: Anchor) -> [Alignment] { (byTarget[anchor] ?? []).map { all[$0] } }
    package func from(_ anchor: Anchor) -> [Alignment] { (bySource[anchor] ?? []).map { all[$0] } }
}
