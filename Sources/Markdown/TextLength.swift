/// How much there is to read: words, and the characters of scripts that set no spaces between words. Tables, code and
/// the descriptions of images are not counted.
package struct TextLength: Sendable {
    package private(set) var words = 0
    /// Of Chinese and Japanese.
    package private(set) var characters = 0

    package init() {}

    package mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        var isInWord = false
        for byte in text {
            if byte <= 0x20 {
                isInWord = false
            } else if byte < 0xE3 || byte > 0xE9 && byte != 0xEF {
                // The bytes that follow a character's first lie below 0xC0, and go on with what it began.
                if !isInWord, byte < 0x80 || byte >= 0xC0 {
                    words += 1
                    isInWord = true
                }
            } else {
                // U+3000 to U+9FFF and U+F000 to U+FFFF: kana, Han and their punctuation
                characters += 1
                isInWord = false
            }
        }
    }
}
