import Foundation

/// A picture's size in CSS pixels, so that a page keeps its place free while it loads.
package struct ImageSize: Sendable, Hashable {
    package let width: Int
    package let height: Int

    private init?(_ width: Int?, _ height: Int?) {
        guard let width, let height, (1...100_000).contains(width), (1...100_000).contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    /// Reads the size from the beginning of a PNG (section 11.2.2), GIF, JPEG (ITU T.81, B.2.2), WebP or SVG file; nil
    /// where it is none of these, or does not say.
    package init?(of bytes: [UInt8]) {
        func big(_ at: Int, _ count: Int) -> Int? {
            guard at >= 0, at + count <= bytes.count else { return nil }
            return bytes[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
        }
        func little(_ at: Int, _ count: Int) -> Int? {
            guard at + count <= bytes.count else { return nil }
            return bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            self.init(big(16, 4), big(20, 4))
        } else if bytes.starts(with: Array("GIF8".utf8)) {
            self.init(little(6, 2), little(8, 2))
        } else if bytes.starts(with: [0xFF, 0xD8]) {
            var position = 2
            while let marker = big(position, 2), marker >> 8 == 0xFF, let length = big(position + 2, 2), length >= 2 {
                // The frame headers, without those that define tables (C4, CC) or restart intervals (C8).
                if (0xC0...0xCF).contains(marker & 0xFF), ![0xC4, 0xC8, 0xCC].contains(marker & 0xFF) {
                    self.init(big(position + 7, 2), big(position + 5, 2))
                    return
                }
                position += 2 + length
            }
            return nil
        } else if bytes.starts(with: Array("RIFF".utf8)), bytes.count > 30, bytes[8..<12].elementsEqual("WEBP".utf8) {
            switch String(decoding: bytes[12..<16], as: UTF8.self) {
            case "VP8 ": self.init(little(26, 2).map { $0 & 0x3FFF }, little(28, 2).map { $0 & 0x3FFF })
            case "VP8L": self.init(little(21, 4).map { ($0 & 0x3FFF) + 1 }, little(21, 4).map { ($0 >> 14 & 0x3FFF) + 1 })
            case "VP8X": self.init(little(24, 3).map { $0 + 1 }, little(27, 3).map { $0 + 1 })
            default: return nil
            }
        } else {
            self.init(svg: String(decoding: bytes.prefix(2000), as: UTF8.self))
        }
    }

    private init?(svg text: String) {
        guard let start = text.firstRange(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">") else { return nil }
        let tag = text[start.upperBound..<end]
        func attribute(_ name: String) -> Substring? {
            guard let found = tag.firstRange(of: " \(name)=\"") ?? tag.firstRange(of: "\n\(name)=\"") else { return nil }
            return tag[found.upperBound...].prefix { $0 != "\"" }
        }
        func pixels(_ value: Substring?) -> Int? {
            value.flatMap { Double($0.hasSuffix("px") ? $0.dropLast(2) : $0) }.map { $0.rounded() }.flatMap { Int(exactly: $0) }
        }
        if let width = pixels(attribute("width")), let height = pixels(attribute("height")) {
            self.init(width, height)
        } else {
            let box = attribute("viewBox")?.split { $0 == " " || $0 == "," }.map { pixels($0) } ?? []
            guard box.count == 4 else { return nil }
            self.init(box[2], box[3])
        }
    }
}
