import Glibc

extension SourceFile {
    /// The text, without a byte-order mark; call `encodingProblem` first.
    package var text: String {
        String(decoding: bytes.starts(with: SourceFile.byteOrderMark) ? bytes[3...] : bytes[...], as: UTF8.self)
    }

    /// What is wrong where the bytes are not UTF-8: which byte, and which program's encoding it looks like.
    package func encodingProblem() -> Diagnostic? {
        let save = "Save the file as UTF-8. In Word: Save As, Plain Text, Other encoding, Unicode (UTF-8)."
        if let program = SourceFile.signatures.first(where: { bytes.starts(with: $0.bytes) })?.file {
            return problem(
                .encoding, "this is \(program), not text, whatever its name says",
                help: "Open it, copy its text, and paste that into a new file of this name, made with a text editor; then mark headings with `## ` and items of lists with `- `.")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return problem(.encoding, "this file is written in UTF-16, as Word's “Unicode Text” is: it begins with the bytes \(hex(bytes[0])) \(hex(bytes[1]))", help: save)
        }
        guard let offset = firstInvalidByte() else {
            if let zero = firstZero() {
                if bytes.prefix(4000).count(where: { $0 == 0 }) * 4 > min(bytes.count, 4000) {
                    return problem(.encoding, "this file is written in UTF-16: every other byte is 00", help: save)
                }
                let place = place(of: zero)
                return problem(.encoding, line: place.line, column: place.column, "byte 00, which no text holds: perhaps this is no text file at all", help: save)
            }
            return nil
        }
        let place = place(of: offset)
        let byte = bytes[offset]
        let guess = SourceFile.windows1252(byte).map { ": in Windows-1252, which Word and Excel use, it is ‘\($0)’" } ?? ""
        return problem(
            .encoding, line: place.line, column: place.column,
            "this file is not UTF-8: byte \(hex(byte)) (the \(ordinal(offset + 1)) of the file)\(guess)", help: save)
    }

    /// How files begin that people give the name of a text.
    private static let signatures: [(bytes: [UInt8], file: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "a Word file or other packed file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word or Excel file"),
        (Array("{\\rtf".utf8), "a file of a word processor (RTF)"),
        (Array("%PDF-".utf8), "a PDF file"),
    ]

    private func firstZero() -> Int? {
        bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, let found = memchr(start, 0, bytes.count) else { return nil }
            return start.distance(to: UnsafeRawPointer(found))
        }
    }

    /// The offset of the first byte that is not part of UTF-8.
    private func firstInvalidByte() -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
    }

    private func ordinal(_ number: Int) -> String {
        switch (number % 10, number % 100) {
        case (1, let tens) where tens != 11: "\(number)st"
        case (2, let tens) where tens != 12: "\(number)nd"
        case (3, let tens) where tens != 13: "\(number)rd"
        default: "\(number)th"
        }
    }

    /// The character that a byte above 7F stands for in Windows-1252.
    private static func windows1252(_ byte: UInt8) -> Character? {
        guard byte >= 0x80 else { return nil }
        if byte >= 0xA0 { return Character(Unicode.Scalar(byte)) }
        let character = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ")[Int(byte) - 0x80]
        return character == " " ? nil : character
    }
}
