import Publication
import TestSupport
import Testing

@testable import Translation

@Suite struct GeneratedCatalogTests {
    private func read(_ bytes: [UInt8]) -> (POFile?, [Diagnostic]) { POFile.read(SourceFile(path: "xx.po", bytes: bytes)) }

    @Test(arguments: 0..<8) func whatIsWrittenIsReadAgainAsItWas(_ batch: UInt64) {
        for seed in batch * 250..<(batch + 1) * 250 {
            var generator = CatalogGenerator(seed: seed)
            let catalog = generator.catalog()
            let written = catalog.written()
            let (again, problems) = read(written)
            #expect(problems.isEmpty && again == catalog, "seed \(seed):\n\(String(decoding: written, as: UTF8.self))\n\(problems)")
            #expect(again?.written() == written, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<8) func msgcatWritesTheSame(_ batch: UInt64) throws {
        for seed in batch * 15..<(batch + 1) * 15 {
            var generator = CatalogGenerator(seed: 1_000_000 + seed)
            var catalog = generator.catalog()
            if catalog.header.entry == nil { catalog.header = POFile.Header(fields: [.init(name: "Content-Type", value: "text/plain; charset=UTF-8")]) }
            catalog = catalog.withoutWhatMsgcatDrops
            let written = catalog.written()
            let msgcat = try Gettext.run("msgcat", ["--no-wrap", "--force-po"], on: written)
            #expect(
                msgcat.output == written,
                "seed \(seed):\n\(String(decoding: written, as: UTF8.self))\n--- msgcat\n\(String(decoding: msgcat.output, as: UTF8.self))\(msgcat.messages)")
        }
    }

    /// Bytes changed, left out, doubled and put in: whatever comes, it is read or refused, and what is read can be written.
    @Test(arguments: 0..<8) func noBytesStopTheReader(_ batch: UInt64) {
        let spice = Array("\"\\#~|.:,[]0 \n\r\tmsgidmsgstrmsgctxt".utf8) + [0x00, 0xC3, 0xA9, 0xE2, 0x80, 0xFF, 0xFE, 0xEF, 0xBB, 0xBF]
        for seed in batch * 500..<(batch + 1) * 500 {
            var generator = CatalogGenerator(seed: 2_000_000 + seed)
            var bytes = generator.catalog().written()
            if generator.chance(20), let charset = ["EUC-JP", "BIG5", "KOI8-R", "UTF-16", "CP1255"].randomElement(using: &generator.random) {
                bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("UTF-8", with: charset).utf8)
            }
            for _ in 0..<Int.random(in: 1...8, using: &generator.random) where !bytes.isEmpty {
                let at = Int.random(in: 0..<bytes.count, using: &generator.random)
                let end = min(bytes.count, at + Int.random(in: 1...12, using: &generator.random))
                switch Int.random(in: 0..<4, using: &generator.random) {
                case 0: bytes[at] = spice.randomElement(using: &generator.random) ?? 0
                case 1: bytes.removeSubrange(at..<end)
                case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
                default: bytes.insert(spice.randomElement(using: &generator.random) ?? 0, at: at)
                }
            }
            let (catalog, problems) = read(bytes)
            #expect(catalog != nil || problems.contains { $0.severity == .error }, "seed \(seed)")
            if var catalog {
                catalog.entries = catalog.entries.filter { !$0.isObsolete } + catalog.entries.filter(\.isObsolete)
                let (again, _) = read(catalog.written())
                // The header may have lost its charset, and is given one again.
                #expect(again?.entries == catalog.entries, "seed \(seed):\n\(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    @Test func aLongLineOfJunkTakesNoLongTime() {
        for junk in ["\"", "\\", "#", "msgid \"\"\n", "#~ ", "“", "\r", "msgid \"\\", "#: \u{2068}", "a", "charset=\"\n\"", "\"\n\""] {
            _ = read(Array(String(repeating: junk, count: 20_000).utf8))
            _ = read(Array("msgid \"\"\nmsgstr \"\"\n\"\(String(repeating: junk, count: 20_000))".utf8))
        }
    }
}
