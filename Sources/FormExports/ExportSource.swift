/// Where an export's bytes come from. They are read several times, a piece at a time: a district's responses need not
/// lie in memory.
package struct ExportSource {
    /// Begins at the start; what it returns gives the next bytes each time, none at the end.
    package typealias Opening = () throws -> () throws -> [UInt8]

    let open: Opening

    package init(opening open: @escaping Opening) { self.open = open }

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
