import Glibc
import Publication

/// What a build asks of a language's catalogs: for each message, whether it has a translation that may be shown, and which.
package struct CatalogIndex: Sendable {
    package let language: LanguageTag
    private let states: [Message.Key: Catalog.State]
    /// Messages whose entries have another number of plural forms than their file says.
    private let wrongForms: Set<Message.Key>

    package init(_ catalog: Catalog) {
        language = catalog.language
        var states: [Message.Key: Catalog.State] = [:]
        for file in catalog.files {
            for entry in file.catalog.entries where !entry.isObsolete && states[entry.key] == nil { states[entry.key] = catalog.state(of: entry.key) }
        }
        self.states = states
        wrongForms = catalog.wrongForms
    }

    /// Without any entries.
    package init(language: LanguageTag) {
        self.init(language: language, states: [:])
    }

    private init(language: LanguageTag, states: [Message.Key: Catalog.State]) {
        self.language = language
        self.states = states
        wrongForms = []
    }

    func state(of key: Message.Key) -> Catalog.State { states[key] ?? .missing }

    func hasWrongForms(_ key: Message.Key) -> Bool { !wrongForms.isEmpty && wrongForms.contains(key) }

    /// Reads a language's files: one in the usual form in a tenth of the time that all of its entries would take, any
    /// other whole, and with what is wrong with it.
    package static func read(_ files: [SourceFile], of language: LanguageTag) -> (CatalogIndex?, [Diagnostic]) {
        if files.count == 1, let states = QuickCatalog.states(in: files[0].bytes) { return (CatalogIndex(language: language, states: states), []) }
        let (catalog, problems) = Catalog.read(files, of: language)
        return (catalog.map { CatalogIndex($0) }, problems)
    }
}

/// A catalog in UTF-8 as gettext, Poedit and Weblate write it, without plurals.
private enum QuickCatalog {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// What the file says of each message; nil where anything in it is unusual or wrong, and has to be read with care.
    static func states(in bytes: [UInt8]) -> [Message.Key: Catalog.State]? {
        guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var entry = Entry()
            var states: [Message.Key: Catalog.State] = [:]
            states.reserveCapacity(bytes.count / 300)
            var start = 0
            while start < bytes.count {
                let end = memchr(bytes.baseAddress! + start, 0x0A, bytes.count - start).map { UnsafeRawPointer(bytes.baseAddress!).distance(to: UnsafeRawPointer($0)) } ?? bytes.count
                let line = Bytes(rebasing: bytes[start..<end])
                start = end + 1
                guard entry.take(line, &states) else { return nil }
            }
            return entry.end(&states) ? states : nil
        }
    }

    private struct Entry {
        private enum Part { case none, context, id, translation }
        private var part = Part.none
        private var context: String?
        private var id: String?
        private var translation: String?
        private var isFuzzy = false

        mutating func take(_ line: Bytes, _ states: inout [Message.Key: Catalog.State]) -> Bool {
            guard let first = line.first else { return translation == nil || end(&states) }
            switch first {
            case UInt8(ascii: "#"):
                if translation != nil, !end(&states) { return false }
                if line.count > 1, line[1] == UInt8(ascii: ",") { isFuzzy = isFuzzy || line.contains("fuzzy") }
                // A mark of something else than a comment that is not known here.
                return part == .none
            case UInt8(ascii: "m"):
                if let text = line.string(after: "msgid \"") {
                    guard translation == nil || end(&states), id == nil else { return false }
                    (part, id) = (.id, text)
                    return true
                }
                if let text = line.string(after: "msgstr \"") {
                    guard part == .id else { return false }
                    (part, translation) = (.translation, text)
                    return true
                }
                guard let text = line.string(after: "msgctxt \""), translation == nil || end(&states), context == nil, id == nil else { return false }
                (part, context) = (.context, text)
                return true
            case UInt8(ascii: "\""):
                guard let text = line.string(after: "\"") else { return false }
                switch part {
                case .none: return false
                case .context: context?.append(text)
                case .id: id?.append(text)
                case .translation: translation?.append(text)
                }
                return true
            default: return false
            }
        }

        mutating func end(_ states: inout [Message.Key: Catalog.State]) -> Bool {
            defer { self = Entry() }
            guard let id, let translation else { return id == nil && context == nil }
            if id.isEmpty, context == nil { return translation.contains("charset=UTF-8") || translation.contains("charset=utf-8") }
            let isMissing = translation.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A }
            let state: Catalog.State = isMissing ? .missing : isFuzzy ? .fuzzy : .translated(translation)
            return states.updateValue(state, forKey: Message.Key(context: context, text: MessageExtractor.normalized(id))) == nil
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func contains(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        return count >= length && (0...count - length).contains { memcmp(baseAddress! + $0, word.utf8Start, length) == 0 }
    }

    /// The text between what the line begins with and the quotation mark that is its last byte; nil where the line is not
    /// like that, or has an escape other than `\n`, `\t`, `\"` and `\\`.
    fileprivate func string(after beginning: StaticString) -> String? {
        let length = beginning.utf8CodeUnitCount
        guard count > length, memcmp(baseAddress!, beginning.utf8Start, length) == 0, self[count - 1] == UInt8(ascii: "\"") else { return nil }
        let content = UnsafeBufferPointer(rebasing: self[length..<count - 1])
        guard let start = content.baseAddress, memchr(start, 0x5C, content.count) != nil else {
            return content.contains(0x22) ? nil : String(decoding: content, as: UTF8.self)
        }
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        var index = 0
        while index < content.count {
            guard content[index] != 0x22 else { return nil }
            if content[index] == 0x5C {
                guard index + 1 < content.count else { return nil }
                switch content[index + 1] {
                case UInt8(ascii: "n"): text.append(0x0A)
                case UInt8(ascii: "t"): text.append(0x09)
                case 0x22, 0x5C: text.append(content[index + 1])
                default: return nil
                }
                index += 2
            } else {
                text.append(content[index])
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
