import Glibc
import Markdown
import Publication

/// A catalog in UTF-8 as gettext, Poedit and Weblate write it, without plurals: read without making an entry of anything.
/// Texts stay where they are in the file's bytes.
struct QuickCatalog: Sendable {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Where a text lies: in the file, or among those that were written with escapes there.
    private struct Part {
        var start: Int32
        var count: Int32
        var isEscaped: Bool
    }

    private struct Entry {
        var context: Part?
        var id = Part(start: 0, count: -1, isEscaped: false)
        var translation = Part(start: 0, count: -1, isEscaped: false)
        var isFuzzy = false
        var hash: UInt64 = 0
    }

    private let file: [UInt8]
    private var unescaped: [UInt8] = []
    private var entries: [Entry] = []
    /// Numbers of entries from 1 by their hashes, 0 where there is none; a power of two of them.
    private var slots: [Int32] = []
    /// How far a hash may be from its place. Honest texts are never so unlucky.
    private static let farthest = 64

    /// Nil where anything in the file is unusual or wrong, and has to be read with care.
    init?(_ file: [UInt8]) {
        self.file = file
        guard file.count < 1 << 30, (try? UTF8Span(validating: file.span)) != nil, file.withUnsafeBufferPointer({ read($0) }), index() else { return nil }
    }

    func state(of key: Message.Key, hash: UInt64) -> (slice: TextSlice, isFuzzy: Bool)? {
        guard !slots.isEmpty else { return nil }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.hash == hash, isEqual(entry, key) { return (slice(entry.translation), entry.isFuzzy) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    // MARK: -

    private func slice(_ part: Part) -> TextSlice {
        TextSlice(part.isEscaped ? unescaped : file, Int(part.start)..<Int(part.start) + Int(part.count))
    }

    private func isEqual(_ entry: Entry, _ key: Message.Key) -> Bool {
        func isEqual(_ part: Part, _ text: String) -> Bool {
            var text = text
            return text.withUTF8 { text in
                guard text.count == Int(part.count), let start = text.baseAddress else { return text.count == Int(part.count) }
                return slice(part).withBytes { bytes in bytes.baseAddress.map { memcmp($0, start, text.count) == 0 } ?? false }
            }
        }
        switch (entry.context, key.context) {
        case (nil, nil): return isEqual(entry.id, key.text)
        case (let part?, let context?): return isEqual(part, context) && isEqual(entry.id, key.text)
        default: return false
        }
    }

    /// False where a message stands twice: then the one that is left out has to be reported.
    private mutating func index() -> Bool {
        var size = 16
        while size < entries.count * 2 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        for number in entries.indices {
            let hash = hash(entries[number])
            entries[number].hash = hash
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            var distance = 0
            while slots[slot] != 0 {
                let other = entries[Int(slots[slot]) - 1]
                if other.hash == hash, areEqual(other, entries[number]) { return false }
                slot = (slot + 1) & (size - 1)
                distance += 1
                if distance > QuickCatalog.farthest { return false }
            }
            slots[slot] = Int32(number + 1)
        }
        return true
    }

    private func hash(_ entry: Entry) -> UInt64 {
        slice(entry.id).withBytes { text in
            guard let context = entry.context else { return TextHash.hash(context: nil, text: text) }
            return slice(context).withBytes { TextHash.hash(context: $0, text: text) }
        }
    }

    private func areEqual(_ one: Entry, _ other: Entry) -> Bool {
        slice(one.id).string == slice(other.id).string && one.context.map { slice($0).string } == other.context.map { slice($0).string }
    }

    // MARK: Reading

    private enum Line { case none, context, id, translation }

    private mutating func read(_ bytes: Bytes) -> Bool {
        entries.reserveCapacity(bytes.count / 300)
        var entry = Entry()
        var last = Line.none
        var start = 0
        while start < bytes.count {
            let end = memchr(bytes.baseAddress! + start, 0x0A, bytes.count - start)
                .map { UnsafeRawPointer(bytes.baseAddress!).distance(to: UnsafeRawPointer($0)) } ?? bytes.count
            let line = Bytes(rebasing: bytes[start..<end])
            guard take(line, at: start, &entry, &last) else { return false }
            start = end + 1
        }
        return end(&entry, &last)
    }

    private mutating func take(_ line: Bytes, at start: Int, _ entry: inout Entry, _ last: inout Line) -> Bool {
        guard let first = line.first else { return last != .translation || end(&entry, &last) }
        switch first {
        case UInt8(ascii: "#"):
            if last == .translation, !end(&entry, &last) { return false }
            if line.count > 1, line[1] == UInt8(ascii: ","), line.contains("fuzzy") { entry.isFuzzy = true }
            return last == .none
        case UInt8(ascii: "m"):
            if line.begins(with: "msgid \"") {
                guard last != .translation || end(&entry, &last), last != .id, let part = part(line, 7, at: start) else { return false }
                entry.id = part
                last = .id
                return true
            }
            if line.begins(with: "msgstr \"") {
                guard last == .id, let part = part(line, 8, at: start) else { return false }
                entry.translation = part
                last = .translation
                return true
            }
            guard line.begins(with: "msgctxt \""), last != .translation || end(&entry, &last), last == .none, let part = part(line, 9, at: start)
            else { return false }
            entry.context = part
            last = .context
            return true
        case UInt8(ascii: "\""):
            guard let part = part(line, 1, at: start) else { return false }
            switch last {
            case .none: return false
            case .context: entry.context = entry.context.map { joined($0, part) }
            case .id: entry.id = joined(entry.id, part)
            case .translation: entry.translation = joined(entry.translation, part)
            }
            return true
        default: return false
        }
    }

    private mutating func end(_ entry: inout Entry, _ last: inout Line) -> Bool {
        defer {
            entry = Entry()
            last = .none
        }
        guard last == .translation else { return last == .none }
        if entry.id.count == 0, entry.context == nil {
            let header = slice(entry.translation).string
            return header.contains("charset=UTF-8") || header.contains("charset=utf-8")
        }
        let isStable = slice(entry.id).withBytes { bytes in
            for byte in bytes where byte >= 0xCC { return false }
            return true
        }
        if !isStable {
            let id = slice(entry.id).string, normalized = MessageExtractor.normalized(id)
            if Array(normalized.utf8) != Array(id.utf8) { entry.id = stored(Array(normalized.utf8)) }
        }
        entries.append(entry)
        return true
    }

    // MARK: Parts

    private mutating func stored(_ bytes: [UInt8]) -> Part {
        let part = Part(start: Int32(unescaped.count), count: Int32(bytes.count), isEscaped: true)
        unescaped += bytes
        return part
    }

    private mutating func joined(_ one: Part, _ other: Part) -> Part {
        if one.count == 0 { return other }
        var bytes: [UInt8] = []
        slice(one).withBytes { bytes += $0 }
        slice(other).withBytes { bytes += $0 }
        return stored(bytes)
    }

    /// The text between the quotation mark before an offset of the line and the one that is its last byte; nil where the
    /// line is not like that, or has an escape other than `\n`, `\t`, `\"` and `\\`.
    private mutating func part(_ line: Bytes, _ offset: Int, at start: Int) -> Part? {
        guard line.count > offset, line[line.count - 1] == UInt8(ascii: "\"") else { return nil }
        let content = Bytes(rebasing: line[offset..<line.count - 1])
        guard let first = content.baseAddress, memchr(first, 0x5C, content.count) != nil else {
            if let first = content.baseAddress, memchr(first, 0x22, content.count) != nil { return nil }
            return Part(start: Int32(start + offset), count: Int32(content.count), isEscaped: false)
        }
        let begin = unescaped.count
        var index = 0
        while index < content.count {
            guard content[index] != 0x22 else { return nil }
            guard content[index] == 0x5C else {
                unescaped.append(content[index])
                index += 1
                continue
            }
            guard index + 1 < content.count else { return nil }
            switch content[index + 1] {
            case UInt8(ascii: "n"): unescaped.append(0x0A)
            case UInt8(ascii: "t"): unescaped.append(0x09)
            case 0x22, 0x5C: unescaped.append(content[index + 1])
            default: return nil
            }
            index += 2
        }
        return Part(start: Int32(begin), count: Int32(unescaped.count - begin), isEscaped: true)
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func begins(with word: StaticString) -> Bool {
        count >= word.utf8CodeUnitCount && memcmp(baseAddress!, word.utf8Start, word.utf8CodeUnitCount) == 0
    }

    fileprivate func contains(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        return count >= length && (0...count - length).contains { memcmp(baseAddress! + $0, word.utf8Start, length) == 0 }
    }
}
