/// A fast hash of a message, the same for its text and for a catalog's bytes. It withstands nobody who means harm: what is
/// looked up by it must bound how far it looks.
enum TextHash {
    static func hash(context: UnsafeBufferPointer<UInt8>?, text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        if let context { mix(context, into: &hash) }
        mix(text, into: &hash)
        return hash
    }

    static func hash(of key: Message.Key) -> UInt64 {
        var text = key.text
        guard var context = key.context else { return text.withUTF8 { hash(context: nil, text: $0) } }
        return context.withUTF8 { context in text.withUTF8 { hash(context: context, text: $0) } }
    }

    private static func mix(_ bytes: UnsafeBufferPointer<UInt8>, into hash: inout UInt64) {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        func take(_ word: UInt64) {
            hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
        }
        while index + 8 <= raw.count {
            take(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
            index += 8
        }
        var rest: UInt64 = 0
        while index < raw.count {
            rest = rest << 8 | UInt64(raw[index])
            index += 1
        }
        take(rest)
        take(UInt64(raw.count))
    }
}
