/// Where an export's bytes come from. They are read several times, a piece at a time: a district's responses need not
/// lie in memory.
package struct ExportSource {
    /// Begins at the start; what it returns gives the next bytes each time, none at the end.
    package typealias Opening = () throws -> () throws -> [UInt8]

    let open: Opening

    package init(opening open: @escaping Opening) { self.open = open }

    /// A small file's text, whatever its encoding.
    package static func text(_ bytes: [UInt8]) -> String {
        var decoder = ExportDecoder((try? ExportEncoding.detect(ExportSource(bytes))) ?? .utf8)
        return String(decoding: decoder.decode(bytes), as: UTF8.self)
    }

    package init(_ bytes: [UInt8], piece: Int = 1 << 18) {
        open = {
            var start = 0
            return {
                let end = min(bytes.count, start + max(piece, 1))
                defer { start = end }
                return Array(bytes[start..<end])
            }
        }
    }
}
