/// A stylesheet without its comments and the space that only people need: every page waits for it on its first view.
///
/// Strings and addresses within `url(…)` stay to the byte (CSS Syntax 3, section 4). White space is dropped next to
/// braces, semicolons and commas, and is one space elsewhere: after a colon or around a plus it may carry meaning.
func compactStylesheet(_ css: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(css.count)
    var position = 0
    var isSpaced = false
    var isBehindSeparator = true

    func isSeparator(_ byte: UInt8) -> Bool { "{};,".utf8.contains(byte) }

    func write(_ bytes: ArraySlice<UInt8>) {
        let isAlone = bytes.count == 1 && isSeparator(bytes[bytes.startIndex])
        if isSpaced, !isBehindSeparator, !isAlone { output.append(UInt8(ascii: " ")) }
        isSpaced = false
        isBehindSeparator = isAlone
        output += bytes
    }

    /// Behind the byte that ends what begins at `start`; a backslash takes the next byte's meaning away.
    func end(of closing: UInt8, from start: Int) -> Int {
        var index = start
        while index < css.count {
            if css[index] == UInt8(ascii: "\\") { index += 2; continue }
            if css[index] == closing { return index + 1 }
            index += 1
        }
        return css.count
    }

    while position < css.count {
        let byte = css[position]
        switch byte {
        case UInt8(ascii: "/") where position + 1 < css.count && css[position + 1] == UInt8(ascii: "*"):
            var index = position + 2
            while index + 1 < css.count, !(css[index] == UInt8(ascii: "*") && css[index + 1] == UInt8(ascii: "/")) { index += 1 }
            position = min(index + 2, css.count)
            isSpaced = true
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0C:
            isSpaced = true
            position += 1
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let end = end(of: byte, from: position + 1)
            write(css[position..<end])
            position = end
        case UInt8(ascii: "u") where css[position...].starts(with: "url(".utf8):
            let end = end(of: UInt8(ascii: ")"), from: position + 4)
            write(css[position..<end])
            position = end
        case UInt8(ascii: "\\"):
            let end = min(position + 2, css.count)
            write(css[position..<end])
            position = end
        default:
            write(css[position...position])
            position += 1
        }
        // Rules stay on lines of their own, so that what is published can still be looked at and compared.
        if byte == UInt8(ascii: "}") { output.append(UInt8(ascii: "\n")) }
    }
    return output
}
