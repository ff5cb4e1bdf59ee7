import Publication
import Testing

@testable import Translation

@Suite struct POFileProblemTests {
    /// `line:column message` of every problem; the catalog must be refused.
    private func problems(_ text: String) -> [String] { problems(Array(text.utf8)) }

    private func problems(_ bytes: [UInt8]) -> [String] {
        let (catalog, problems) = POFile.read(SourceFile(path: "es.po", bytes: bytes))
        #expect(catalog == nil)
        #expect(problems.allSatisfy { $0.severity == .error && !$0.help.isEmpty })
        return problems.map { "\($0.line):\($0.column) \($0.message)" }
    }

    @Test(arguments: [
        ("msgid \"a\"\nmsgstr \"b\n", "2:8 this text has no closing quotation mark"),
        ("msgid \"a\"\nmsgstr \"b", "2:8 the file ends within this text"),
        ("msgid \"a\"\nmsgstr \"b\\", "2:8 the file ends within this text"),
        ("msgid \"a\"\n", "1:1 this entry has no msgstr"),
        ("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"", "1:1 this entry has no msgstr"),
        ("msgctxt \"a\"\nmsgstr \"b\"\n", "2:1 a translation without a text that it translates"),
        ("msgctxt \"a\"\n", "1:1 this entry has no msgid"),
        ("msgid\nmsgstr \"b\"\n", "1:1 there is no text behind this keyword"),
        ("msgid \"a\"\nmsgstr\n", "2:1 there is no text behind this keyword"),
        ("msgstr \"b\"\n", "1:1 a translation without a text that it translates"),
        ("\"b\"\n", "1:1 a text that belongs to no keyword"),
        ("# c\n\"b\"\n", "2:1 a text that belongs to no keyword"),
        ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", "3:1 a second translation of the same text"),
        ("msgid \"a\"\nmsgstr[0] \"b\"\n", "2:1 a plural form of a text that has no plural"),
        ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"\n", "3:1 a translation without the number of its plural form"),
        ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"c\"\n", "3:1 plural form 1 stands where form 0 is due"),
        ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[0] \"c\"\n", "4:1 plural form 0 stands where form 1 is due"),
        ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[x] \"c\"\n", "3:7 the number of this plural form cannot be read"),
        ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[99999999999999999999] \"c\"\n", "3:7 the number of this plural form cannot be read"),
        ("msgid_plural \"b\"\n", "1:1 ‘msgid_plural’ does not belong here"),
        ("msgid \"a\"\nmsgsrt \"b\"\n", "2:1 ‘msgsrt’ is no keyword of a catalog"),
        ("msgid \"a\"\nmsgstr “b”\n", "2:8 ‘“’ cannot stand here"),
        ("msgid \"a\"\nmsgstr \"é\" = \"b\"\n", "2:12 ‘=’ cannot stand here"),
        ("msgid \"a\"\nmsgstr \"say \"hello\" to\"\n", "2:14 ‘hello’ is no keyword of a catalog"),
        ("msgid \"a\"\nmsgstr \"b\\q\"\n", "2:10 ‘\\q’ means nothing in a catalog"),
        ("msgid \"a\"\nmsgstr \"b\\é\"\n", "2:10 ‘\\é’ means nothing in a catalog"),
        ("msgid \"a\"\nmsgstr \"b\\000\"\n", "2:10 these numbers are no characters of UTF-8"),
        ("msgid \"a\"\nmsgstr \"b\\xFF\"\n", "2:10 these numbers are no characters of UTF-8"),
        ("msgid \"a\"\nmsgstr \"b\\x\"\n", "2:10 these numbers are no characters of UTF-8"),
        ("#~ msgid \"a\"\nmsgstr \"b\"\n", "2:1 one line of an entry begins with #~ and another does not"),
        ("#~ msgid \"a\"\n#~ msgstr \"b\"\n\"c\"\n", "3:1 a text that belongs to no keyword"),
        ("#| msgstr \"a\"\nmsgid \"a\"\nmsgstr \"b\"", "1:4 a translation that is marked as a previous text"),
        ("#| Words\nmsgid \"a\"\nmsgstr \"b\"", "1:4 ‘Words’ is no keyword of a catalog"),
        ("domain \"x\"\nmsgid \"a\"\nmsgstr \"b\"", "1:1 a catalog for several domains, which only Solaris has"),
    ]) func whatCannotBeReadIsReportedInItsPlace(_ text: String, _ problem: String) {
        #expect(problems(text) == [problem])
    }

    @Test func everyProblemIsShownInOneRun() {
        #expect(problems(
            """
            msgid "a"
            msgstr "1

            msgctxt "
            msgid "b"
            msgstr "2"

            msgid "c"
            msgstr "3\\d"
            # note
            msgid "d"
            msgstr "4"

            Hello there
            everybody
            """) == [
                "2:8 this text has no closing quotation mark", "4:9 this text has no closing quotation mark",
                "9:10 ‘\\d’ means nothing in a catalog", "14:1 ‘Hello’ is no keyword of a catalog",
                "15:1 ‘everybody’ is no keyword of a catalog",
            ])
    }

    @Test func theRestOfAnUnclosedTextIsNotReportedAsWell() {
        #expect(problems("msgid \"a\"\nmsgstr \"one\ntwo\nthree.\n\nmsgid \"b\"\nmsgstr \"c\"\n") == ["2:8 this text has no closing quotation mark"])
    }

    @Test func aFileOfAnotherKindGivesNoEndlessList() {
        let found = problems(String(repeating: "junk\n", count: 5_000))
        #expect(found.count == 101)
        #expect(found.last == "1:1 4900 more problems in this catalog")
    }

    @Test func aByteOrderMarkDoesNotShiftColumns() {
        #expect(problems("\u{FEFF}msgid \"a\" x\n") == ["1:11 ‘x’ is no keyword of a catalog"])
    }

    @Test func utf16IsRefusedByName() {
        let found = problems([0xFF, 0xFE] + "msgid \"a\"".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(found.count == 1 && found[0].contains("UTF-16"))
    }

    @Test func bytesThatAreNotUTF8AreShown() {
        let found = problems(Array("msgid \"a\"\nmsgstr \"caf".utf8) + [0xE9] + Array("\"\n".utf8))
        #expect(found.count == 1 && found[0].hasPrefix("2:12 this file is not UTF-8: byte E9"))
    }
}
