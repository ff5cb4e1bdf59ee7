import TestSupport

/// Spoils texts as broken disks, editors and people do.
struct Mutator {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// - Returns: UTF-8 again, whatever was done to the bytes.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<random.number(1...8) where !bytes.isEmpty {
            let start = random.number(0...bytes.count - 1)
            let end = min(bytes.count, start + random.number(1...40))
            switch random.number(0...9) {
            case 0: bytes[start] ^= 1 << UInt8(random.number(0...7))
            case 1: bytes[start] = 0
            case 2: bytes[start] = random.pick(Array("\n\r\t |-:[]()<>!`~*_\\&@\"'".utf8))
            case 3: bytes.removeSubrange(start..<end)
            case 4...8: bytes.insert(contentsOf: bytes[start..<end], at: random.number(0...bytes.count))
            default: bytes = Array(random.chance(50) ? bytes[..<start] : bytes[start...])
            }
        }
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
}
