import Publication
import Testing

@testable import Translation

/// Files that were damaged on their way: nothing ends the program, and nothing but words reaches the catalog.
@Suite struct ExchangeMutationTests {
    private static let pieces: [String] = [
        "\"", ",", ";", "\t", "\r", "\n", "<", ">", "</", "<td>", "</table>", "<table>", "<!--", "-->", "<![CDATA[", "]]>", "&", "&#", "&#x110000;", "&amp;",
        "\u{0}", "\u{FEFF}", "'", "=", "<!DOCTYPE", "<target>", "</unit>", "\u{202E}", "🏳️‍🌈", "<del>", "<script>", "<?", "ID,Translation", "m0123456789abcdef",
    ]

    @Test(arguments: ExchangeFormat.allCases) func mutatedFilesAreReadOrRefused(_ format: ExchangeFormat) {
        let sources = ExchangeRoundTripTests.hardTexts.map { "Source of " + $0 }
        let sample = ExchangeSample(sources, entries: Array(zip(sources, ExchangeRoundTripTests.hardTexts)))
        let original = format.written(sample.table())
        let ids = Set(sample.table().rows.map(\.id))
        var random = Mutations(seed: 7)
        for _ in 0..<300 {
            var bytes = original
            for _ in 0...random.number(below: 6) {
                let place = random.number(below: max(1, bytes.count))
                switch random.number(below: 5) {
                case 0: bytes.removeSubrange(place..<min(bytes.count, place + random.number(below: 200)))
                case 1: bytes.insert(contentsOf: Array(ExchangeMutationTests.pieces[random.number(below: ExchangeMutationTests.pieces.count)].utf8), at: place)
                case 2: if place < bytes.count { bytes[place] = UInt8(random.number(below: 256)) }
                case 3: bytes.removeSubrange(place...)
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 300)], at: random.number(below: bytes.count + 1))
                }
            }
            let file = SourceFile(path: "a." + (format == .xliff ? "xlf" : format.rawValue), bytes: bytes)
            let received = ReceivedTable.read(file)
            let result = sample.importing(received)
            for row in received.rows {
                #expect(row.line >= 1 && row.line <= bytes.count(where: { $0 == 10 || $0 == 13 }) + 1)
                #expect(!row.translation.unicodeScalars.contains { $0.value < 0x20 })
            }
            // Every message is still there once, and none has come that the publication does not have.
            let entries = result.files[0].catalog.entries
            #expect(Set(entries.map { ExchangeRow.id(of: $0.key) }) == ids && entries.count == ids.count)
            #expect(entries.allSatisfy { $0.isTranslated })
        }
    }

    @Test func largeAndSillyFilesAreReadInTheirTime() {
        let clock = ContinuousClock()
        let size = 150_000
        let silly = [
            ("a.csv", String(repeating: "\"", count: size)), ("a.csv", String(repeating: ",", count: size)),
            ("a.csv", "ID,Translation\n" + String(repeating: "m0123456789abcdef,\"a\n", count: size / 20)),
            ("a.html", String(repeating: "<table><tr><td>", count: size / 15)), ("a.html", "<table>" + String(repeating: "<!--", count: size / 4)),
            ("a.html", String(repeating: "<", count: size)), ("a.html", "<table><tr><td>ID<td>Translation<tr>" + String(repeating: "<td>&amp", count: size / 8)),
            ("a.html", "<td a=" + String(repeating: "'", count: size)), ("a.html", "<table>" + String(repeating: "<style>", count: size / 7)),
            ("a.xlf", "<xliff>" + String(repeating: "<![CDATA[", count: size / 9)), ("a.xlf", "<xliff " + String(repeating: "a=b ", count: size / 4)),
            ("a.xlf", "<xliff>" + String(repeating: "<unit id='m0123456789abcdef'/>", count: size / 30) + "</xliff>"),
        ]
        for (name, text) in silly {
            let time = clock.measure { _ = ExchangeSample(["One"]).importing(received(name, text)) }
            // Most take milliseconds; what grows with the square of its length would take minutes.
            #expect(time < .seconds(10), "\(name) \(text.prefix(20))")
        }
    }
}

/// SplitMix64: the same files on every run and machine.
private struct Mutations {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
