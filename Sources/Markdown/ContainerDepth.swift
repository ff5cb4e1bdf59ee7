/// How deep quotations, lists and footnotes may be nested at a line: never less than cmark finds, and for what people
/// write rarely more.
///
/// A line opens at most as many containers as it has marks at its start, inside at most those that were open before and
/// whose indentation it repeats, two columns each at the least. A line without marks opens none.
struct ContainerDepth {
    private var depth = 0

    /// - Returns: the depth, if the line may open a container.
    mutating func enter(_ line: UnsafeBufferPointer<UInt8>, indentation: Int) -> Int? {
        guard indentation < line.count, Self.mayBeMark(line[indentation]) else { return nil }
        let ruleStart = Self.ruleStart(line)
        var index = indentation
        var columns = 0
        for byte in line[..<indentation] { columns += byte == 0x09 ? 4 : 1 }
        var marks = 0
        while index < ruleStart, let length = Self.mark(line, at: index) {
            marks += 1
            index += length
            while index < line.count, line[index] == 0x20 || line[index] == 0x09 {
                columns += line[index] == 0x09 ? 4 : 1
                index += 1
            }
        }
        guard marks > 0 else { return nil }
        depth = marks + min(depth, columns / 2)
        return depth
    }

    private static func mayBeMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "["),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// The length of a quotation mark, a list marker or a footnote's label with its colon.
    private static func mark(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard start < line.count else { return nil }
        func endsMarker(_ index: Int) -> Bool { index >= line.count || TextSurvey.isSpace(line[index]) }
        switch line[start] {
        case UInt8(ascii: ">"):
            return 1
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            return endsMarker(start + 1) ? 1 : nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            var index = start
            while index < line.count, index - start < 10, (0x30...0x39).contains(line[index]) { index += 1 }
            guard index < line.count, line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ")"),
                endsMarker(index + 1)
            else { return nil }
            return index + 1 - start
        case UInt8(ascii: "["):
            guard start + 1 < line.count, line[start + 1] == UInt8(ascii: "^") else { return nil }
            var index = start + 2
            while index < line.count, line[index] != UInt8(ascii: "]") { index += 1 }
            guard index + 1 < line.count, line[index + 1] == UInt8(ascii: ":") else { return nil }
            return index + 2 - start
        default:
            return nil
        }
    }

    /// Where the line turns into `- - -` or `* * *`, a rule and not lists inside lists.
    private static func ruleStart(_ line: UnsafeBufferPointer<UInt8>) -> Int {
        guard let mark = line.last(where: { !TextSurvey.isSpace($0) }), mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*")
        else { return line.count }
        var (start, count) = (line.count, 0)
        for index in line.indices.reversed() {
            if line[index] == mark {
                (start, count) = (index, count + 1)
            } else if !TextSurvey.isSpace(line[index]) {
                break
            }
        }
        return count >= 3 ? start : line.count
    }
}
