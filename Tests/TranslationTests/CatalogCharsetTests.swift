import Publication
import Testing

@testable import Translation

@Suite struct CatalogCharsetTests {
    private func read(_ charset: String, _ translation: [UInt8]) -> (POFile?, [Diagnostic]) {
        let start = "# note\nmsgid \"\"\nmsgstr \"\"\n\"Language: xx\\n\"\n\"Content-Type: text/plain; charset=\(charset)\\n\"\n\nmsgid \"a\"\nmsgstr \""
        return POFile.read(SourceFile(path: "xx.po", bytes: Array(start.utf8) + translation + Array("\"\n".utf8)))
    }

    @Test(arguments: [
        ("UTF-8", [0xC3, 0xA9], "é"), ("utf8", [0xC3, 0xA9], "é"), ("CHARSET", [0xC3, 0xA9], "é"), ("ISO-8859-1", [0xE9], "é"),
        ("iso_8859-1", [0xE9], "é"), ("ISO-8859-2", [0xB3], "ł"), ("ISO-8859-15", [0xA4], "€"), ("windows-1250", [0x9E], "ž"),
        ("CP1251", [0xC6], "Ж"), ("Windows-1252", [0x80], "€"), ("cp1256", [0xD3], "س"), ("KOI8-R", [0xD1], "я"), ("KOI8-U", [0xA7], "ї"),
        ("GB2312", [0xD6, 0xD0], "中"), ("GBK", [0xD6, 0xD0], "中"), ("GB18030", [0x81, 0x30, 0x81, 0x30], "\u{80}"),
        // The second byte of each of these is a backslash.
        ("BIG5", [0xA5, 0x5C], "功"), ("Shift_JIS", [0x95, 0x5C], "表"), ("CP932", [0x95, 0x5C], "表"), ("EUC-JP", [0xC6, 0xFC], "日"),
        ("EUC-KR", [0xC7, 0xD1], "한"), ("TIS-620", [0xA1], "ก"),
        // Numbered bytes are in the file's charset, too.
        ("ISO-8859-2", Array(#"\263\xB3"#.utf8), "łł"), ("EUC-JP", Array(#"\306\374"#.utf8), "日"),
    ] as [(String, [UInt8], String)]) func aCatalogIsReadInTheCharsetOfItsHeader(_ charset: String, _ bytes: [UInt8], _ text: String) throws {
        let (catalog, problems) = read(charset, bytes)
        #expect(problems.isEmpty, "\(problems)")
        #expect(catalog?.entries.first?.translations == [text])
        let written = try #require(catalog?.written())
        #expect(String(decoding: written, as: UTF8.self).lowercased().contains("charset=\(charset == "utf8" ? "utf8" : "utf-8")\\n"))
        #expect(POFile.read(SourceFile(path: "xx.po", bytes: written)).0?.entries == catalog?.entries)
    }

    @Test(arguments: [
        ("EBCDIC", [0xE9], "5:36 error: the header says that this catalog is written in ‘EBCDIC’, which is not known here"),
        ("../../evil", [0xE9], "5:36 error: the header says that this catalog is written in ‘..’, which is not known here"),
        ("EUC-JP", [0x20, 0xC6, 0x20], "8:10 error: this is not written in EUC-JP, though the header says so"),
        ("ISO-8859-1", Array("ñandú pingüino çà ésta ó í".utf8), "5:36 error: the header says ‘ISO-8859-1’, but this catalog is written in UTF-8"),
        ("UTF-8", [0xE9], "8:9 error: this file is not UTF-8: byte E9 (the 107th of the file): in Windows-1252, which Word and Excel use, it is ‘é’"),
        ("ISO-8859-1", [0x00], "8:9 error: byte 00, which no text holds: perhaps this is no text file at all"),
    ] as [(String, [UInt8], String)]) func aWrongCharsetIsReported(_ charset: String, _ bytes: [UInt8], _ problem: String) {
        let (catalog, problems) = read(charset, bytes)
        #expect(catalog == nil)
        #expect(problems.map { "\($0.line):\($0.column) \($0.severity): \($0.message)" } == [problem])
    }

    @Test func anUnknownCharsetDoesNotMatterToASCII() {
        #expect(read("EBCDIC", Array("plain".utf8)).1.isEmpty)
    }

    @Test func whatTheHeaderWouldSayIsNotTakenFromOtherEntries() {
        let text = "msgid \"\"\n\"Content-Type: text/html; charset=EUC-JP\"\nmsgstr \"é\"\n"
        #expect(POFile.read(SourceFile(path: "xx.po", bytes: Array(text.utf8))).0?.entries.first?.translations == ["é"])
    }
}
