/// How often each text stands in a column, for each group of responses; a hash table over one arena of bytes, since
/// millions of cells pass through it and only their first appearance may cost an allocation.
struct DistinctCounts {
    let groups: Int
    private var arena: [UInt8] = []
    private var starts: [Int32] = [0]
    private var hashes: [UInt32] = []
    /// Slots with the number of an entry + 1; 0 is free. Their count is a power of two.
    private var slots: [Int32]
    private(set) var counts: [Int32] = []
    /// When each was first given: of the earliest response.
    private(set) var firsts: [Int64] = []

    init(groups: Int) {
        self.groups = groups
        slots = Array(repeating: 0, count: 16)
    }

    var count: Int { hashes.count }
    var bytes: Int { arena.count }

    func text(_ entry: Int) -> String {
        String(decoding: arena[Int(starts[entry])..<Int(starts[entry + 1])], as: UTF8.self)
    }

    func counts(_ entry: Int) -> [Int] { counts[(entry * groups)..<((entry + 1) * groups)].map(Int.init) }

    /// - Returns: the number of the entry.
    @discardableResult
    mutating func add(_ text: Slice<UnsafeBufferPointer<UInt8>>, group: Int, at time: Int64, adding number: Int32 = 1) -> Int {
        let hash = Self.hash(text)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = Int(slots[slot]) - 1
            if hashes[entry] == hash, isEqual(entry, text) {
                counts[entry * groups + group] += number
                if time < firsts[entry] { firsts[entry] = time }
                return entry
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let entry = hashes.count
        arena.append(contentsOf: text)
        starts.append(Int32(arena.count))
        hashes.append(hash)
        counts.append(contentsOf: repeatElement(0, count: groups))
        counts[entry * groups + group] = number
        firsts.append(time)
        slots[slot] = Int32(entry + 1)
        if hashes.count * 2 > slots.count { grow() }
        return entry
    }

    @inline(__always)
    private func isEqual(_ entry: Int, _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let start = Int(starts[entry]), count = Int(starts[entry + 1]) - start
        guard count == text.count else { return false }
        return arena.withUnsafeBufferPointer { arena in
            for index in 0..<count where arena[start + index] != text.base[text.startIndex + index] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 4)
        for (entry, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(entry + 1)
        }
    }

    /// FNV-1a, folded: short texts, no attacker who gains by collisions (a slot's texts are compared).
    @inline(__always)
    private static func hash(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in text.indices { hash = (hash ^ UInt64(text.base[index])) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
