/// The candidate that `word` is most likely a slip for, or nil where none is near.
///
/// Distance is optimal string alignment (insertions, deletions, substitutions, swapped neighbours); a third of the
/// word may differ.
package func nearest<Candidates: Sequence<String>>(to word: String, among candidates: Candidates) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != word {
        let other = Array(candidate.lowercased().unicodeScalars)
        let limit = max(1, max(wanted.count, other.count) / 3)
        guard abs(wanted.count - other.count) <= limit else { continue }
        let distance = alignmentDistance(wanted, other)
        if distance <= limit, distance < best?.distance ?? .max || (distance == best?.distance && candidate < best!.candidate) {
            best = (distance, candidate)
        }
    }
    return best?.candidate
}

private func alignmentDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    if one.isEmpty || other.isEmpty { return one.count + other.count }
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    for i in 1...one.count {
        var row = [i] + [Int](repeating: 0, count: other.count)
        for j in 1...other.count {
            row[j] = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1))
            if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        (beforeLast, last) = (last, row)
    }
    return last[other.count]
}
