import Publication
import TestSupport
import Testing

@testable import Translation

@Suite struct ReviewsTests {
    private let key = Message.Key(text: "Words")
    private let day = CalendarDate(year: 2026, month: 11, day: 24)!

    private func read(_ text: String) -> (Reviews, [Diagnostic]) { Reviews.read([SourceFile(path: Reviews.path, bytes: Array(text.utf8))]) }

    @Test func whatIsWrittenIsReadAgain() {
        let records = [
            Reviews.Record(language: .spanish, made: .machine, by: "DeepL: \"pro\" #1", reviewedBy: "district interpreter", on: day, messages: [Reviews.hash(key, "Palabras")]),
            Reviews.Record(language: LanguageTag("no")!, made: .human, messages: [Reviews.hash(key, "Ord"), Reviews.hash(key, "1")]),
        ]
        let bytes = Reviews(records: records).written()
        let (reviews, problems) = Reviews.read([SourceFile(path: Reviews.path, bytes: bytes)])
        #expect(problems == [])
        #expect(reviews.records == records)
        #expect(reviews.written() == bytes)
    }

    @Test func whatPeopleNoteAtTheHeadOfTheFileIsKept() {
        let record = "- language: es\n  made: human\n  messages: |\n    0123456789abcdef\n"
        let written = String(decoding: read(record).0.written(), as: UTF8.self)
        let noted = "# Ask Ana before changing this.\n\n" + written.replacing(record, with: "#  And Luis.\n# \n" + record + "# Lost.\n")
        let reviews = read(noted).0.recording([(key, "Palabras")], in: .spanish, made: .machine, by: "DeepL", on: day)
        let again = String(decoding: reviews.written(), as: UTF8.self)
        #expect(again.hasPrefix(written.replacing(record, with: "# Ask Ana before changing this.\n#  And Luis.\n# \n" + record)), "\(again)")
        #expect(!again.contains("Lost") && read(again).0.records.count == 2)
        #expect(read(again).0.written() == Array(again.utf8))
    }

    @Test func hashesMayStandInAListToo() {
        let (reviews, problems) = read("- language: es\n  made: human\n  messages: [0123456789abcdef, 1123456789012345]\n")
        #expect(problems == [])
        #expect(reviews.records.first?.messages == ["0123456789abcdef", "1123456789012345"])
    }

    @Test(arguments: [
        ("- language: es\n  made: robot\n", "content/translations/reviews.yaml:2:9: wrong-value"),
        ("# a\n- language: es\n  mad: human\n  made: human\n", "content/translations/reviews.yaml:3:3: unknown-key"),
        ("- made: human\n  messages: []\n", "content/translations/reviews.yaml:2:13: missing-key"),
        ("- language: es\n  made: human\n  on: 2026-02-30\n", "content/translations/reviews.yaml:3:7: invalid-date"),
        ("- language: es\n  made: human\n  messages: [XYZ]\n", "content/translations/reviews.yaml:3:13: wrong-value"),
        ("- es\n", "content/translations/reviews.yaml:1:1: wrong-value"),
    ])
    func aMistakeIsShownWithItsPlace(_ text: String, _ expected: String) {
        #expect(read(text).1.map { "\($0.file):\($0.line):\($0.column): \($0.rule.rawValue)" } == [expected])
    }

    @Test func anEmptyFileHasNoRecords() {
        #expect(read("").1 == [])
        #expect(read("# nothing yet\n").1 == [])
    }

    @Test func aChangeOfSourceOrTranslationVoidsARecord() {
        let reviews = Reviews().recording([(key, "Palabras")], in: .spanish, made: .machine, by: "DeepL", on: day)
        #expect(reviews.isUnreviewedMachineWork(key, "Palabras", in: .spanish))
        #expect(!reviews.isUnreviewedMachineWork(key, "palabras", in: .spanish))
        #expect(!reviews.isUnreviewedMachineWork(Message.Key(context: "", text: "Words"), "Palabras", in: .spanish))
        #expect(!reviews.isUnreviewedMachineWork(key, "Palabras", in: LanguageTag("pt")!))
    }

    @Test func whatAMachineMadeAndAPersonReadIsReviewedMachineWork() {
        let reviews = Reviews().recording([(key, "Palabras")], in: .spanish, made: .machine, by: "DeepL", on: day)
            .recording([(key, "Palabras")], in: .spanish, made: nil, by: "interpreter", on: day)
        #expect(reviews.records.count == 1)
        #expect(reviews.record(key, "Palabras", in: .spanish)?.made == .machine)
        #expect(reviews.record(key, "Palabras", in: .spanish)?.by == "DeepL")
        #expect(reviews.record(key, "Palabras", in: .spanish)?.reviewedBy == "interpreter")
        #expect(!reviews.isUnreviewedMachineWork(key, "Palabras", in: .spanish))
    }

    @Test func machineWorkStaysMachineWorkWhenAChangeIsTrivialOrAccepted() {
        let old = page("The board's plan for this year."), new = page("The board’s plan for this year.")
        let source = Message.Key(text: "The board's plan for this year."), renewed = Message.Key(text: "The board’s plan for this year.")
        let translation = "ES(The board's plan for this year.)"
        let reviews = Reviews().recording([(source, translation)], in: .spanish, made: .machine, by: "DeepL", on: day)
        let update = new.merger.merge(old.translated)
        #expect(reviews.renewing(update.renewed, in: .spanish, isReviewed: true).isUnreviewedMachineWork(renewed, translation, in: .spanish))
    }

    @Test func aReviewDoesNotPassToASourceThatNobodyHasRead() {
        let reviews = Reviews().recording([(key, "Palabras")], in: .spanish, made: .machine, by: "DeepL", reviewedBy: "interpreter", on: day)
        let hashes = [(old: Reviews.hash(key, "Palabras"), new: Reviews.hash(Message.Key(text: "Word"), "Palabras"))]
        #expect(reviews.renewing(hashes, in: .spanish, isReviewed: false).isUnreviewedMachineWork(Message.Key(text: "Word"), "Palabras", in: .spanish))
        #expect(!reviews.renewing(hashes, in: .spanish, isReviewed: true).isUnreviewedMachineWork(Message.Key(text: "Word"), "Palabras", in: .spanish))
    }

    @Test func tenThousandHashesAreReadInAMoment() {
        let hashes = (0..<10_000).map { Reviews.hash(key, "\($0)") }
        let bytes = Reviews(records: [.init(language: .spanish, made: .human, messages: hashes)]).written()
        let start = ContinuousClock.now
        let (reviews, _) = Reviews.read([SourceFile(path: Reviews.path, bytes: bytes)])
        #expect(reviews.records.first?.messages.count == 10_000)
        #expect(ContinuousClock.now - start < .seconds(2))
    }
}
