import Publication

/// Who made translations, and who has read them: `content/translations/reviews.yaml`.
///
/// Each record names messages by a hash of context, source and translation, so that whatever changes loses its record.
/// What no record names is not stated, and taken for the work of people.
package struct Reviews: Sendable {
    package enum Origin: String, Sendable, CaseIterable { case machine, human }

    package struct Record: Sendable, Hashable {
        package var language: LanguageTag
        package var made: Origin
        /// The program that translated, or the role of the person.
        package var by: String?
        /// The role of who has read it; nil where nobody has.
        package var reviewedBy: String?
        package var on: CalendarDate?
        /// In the order in which they were recorded.
        package var messages: [String]

        package init(language: LanguageTag, made: Origin, by: String? = nil, reviewedBy: String? = nil, on: CalendarDate? = nil, messages: [String] = []) {
            self.language = language
            self.made = made
            self.by = by
            self.reviewedBy = reviewedBy
            self.on = on
            self.messages = messages
        }
    }

    package let records: [Record]
    /// What people have written at the head of the file: lines that begin with `#`.
    let remarks: [String]
    /// Later records stand above earlier ones.
    private let recordOfHash: [String: Int]

    package init(records: [Record] = []) { self.init(records: records, remarks: []) }

    init(records: [Record], remarks: [String]) {
        self.records = records
        self.remarks = remarks
        var recordOfHash: [String: Int] = [:]
        for (number, record) in records.enumerated() {
            for hash in record.messages { recordOfHash[record.language.code + " " + hash] = number }
        }
        self.recordOfHash = recordOfHash
    }

    package func record(_ key: Message.Key, _ translation: String, in language: LanguageTag) -> Record? {
        records.isEmpty ? nil : recordOfHash[language.code + " " + Reviews.hash(key, translation)].map { records[$0] }
    }

    package func isUnreviewedMachineWork(_ key: Message.Key, _ translation: String, in language: LanguageTag) -> Bool {
        record(key, translation, in: language).map { $0.made == .machine && $0.reviewedBy == nil } ?? false
    }

    /// 16 hexadecimal digits: FNV-1a, 64 bits, over context, source and translation. It tells versions apart and guards
    /// against nothing.
    package static func hash(_ key: Message.Key, _ translation: String) -> String {
        hash([key.context ?? "\u{0}", key.text, translation])
    }

    /// The message's own id, whatever its translation.
    package static func id(of key: Message.Key) -> String { hash([key.context ?? "\u{0}", key.text]) }

    private static func hash(_ parts: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0x1F) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
