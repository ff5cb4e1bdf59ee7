import Publication
import Testing

@testable import Translation

@Suite struct POFileWritingTests {
    private static let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"

    /// Entries in canonical form: each is read and written to the same bytes, by us and by msgcat.
    static let canonical = [
        "msgid \"a\"\nmsgstr \"b\"\n",
        """
        # note
        # \ttab
        #  space
        #
        #. extracted \u{20}
        #.
        #. \tx
        #: a.c:1 b c:d:2
        #, fuzzy, c-format, range: 0..10, no-wrap
        #| msgctxt ""
        #| msgid "x"
        #| msgid_plural ""
        #| "y\\n"
        #| "z"
        msgctxt ""
        "one\\n"
        "two"
        msgid "n"
        msgid_plural "ns\\n"
        msgstr[0] "p"
        msgstr[1] ""
        "q\\n"
        "r\\n"

        """,
        "msgid \"one\\n\"\nmsgstr \"\\n\"\n", "msgid \"\"\n\"\\n\"\n\"a\"\nmsgstr \"\"\n\"a\\n\"\n\"\\n\"\n",
        "msgid \"\\t\\a\\b\\f\\v\\\\ \\\"\"\nmsgstr \"\"\n\"\\r\\n\"\n\"\\r\"\n", "msgid \"\u{1}\u{1B}\u{7F}\"\nmsgstr \"\u{2028}\u{85}\u{200B}\u{202E}😀\"\n",
        "msgctxt \"\"\nmsgid \"\"\nmsgstr \"x\"\n",
        "#: \u{2068}file name.c\u{2069}:3 \u{2068}other name\u{2069} a.c:1\nmsgid \"a\"\nmsgstr \"\"\n",
        // 79 bytes, which fit, and one more.
        "#: b.c:12 \(String(repeating: "a", count: 65)):1 c\nmsgid \"a\"\nmsgstr \"\"\n",
        "#: b.c:12 \(String(repeating: "a", count: 66)):1\n#: c\nmsgid \"a\"\nmsgstr \"\"\n",
        "#: b.c:12\n#: \(String(repeating: "é", count: 40)):1\n#: c\nmsgid \"a\"\nmsgstr \"\"\n",
        "#: \(String(repeating: "a", count: 90)):1\n#: c\nmsgid \"a\"\nmsgstr \"\"\n",
        "msgid \"\(String(repeating: "long ", count: 40))\"\nmsgstr \"\(String(repeating: "长", count: 90))\"\n",
        """
        msgid "z"
        msgstr "y"

        # note
        #. e
        #: f:1
        #, fuzzy, c-format
        #~| msgctxt "c"
        #~| msgid ""
        #~| "p\\n"
        #~| "q"
        #~| msgid_plural "r"
        #~ msgctxt "c"
        #~ msgid ""
        #~ "a\\n"
        #~ "b"
        #~ msgid_plural "as"
        #~ msgstr[0] "x"
        #~ msgstr[1] ""

        """,
    ]

    @Test(arguments: canonical) func whatIsCanonicalIsWrittenAsItWasRead(_ entries: String) throws {
        let text = "\(POFileWritingTests.header)\n\(entries)"
        #expect(String(decoding: try catalog(text).written(), as: UTF8.self) == text)
        let msgcat = try Gettext.run("msgcat", ["--no-wrap"], on: Array(text.utf8))
        #expect(String(decoding: msgcat.output, as: UTF8.self) == text, "\(msgcat.messages)")
    }

    @Test(arguments: [
        ("#note\n#  \n##x\nmsgid \"a\"\nmsgstr \"b\"", "# note\n#  \n# #x\nmsgid \"a\"\nmsgstr \"b\"\n"),
        ("msgid\"a\" \"b\"\n\n\nmsgstr \"\"\n\"c\"\n", "msgid \"ab\"\nmsgstr \"c\"\n"),
        ("#, fuzzy\n#: a:1\n#. x\n# y\nmsgid \"a\"\nmsgstr \"b\"", "# y\n#. x\n#: a:1\n#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n"),
        ("#: a:1\n#: b:2 a:1\nmsgid \"a\"\nmsgstr \"b\"", "#: a:1 b:2\nmsgid \"a\"\nmsgstr \"b\"\n"),
        ("#, no-wrap,python-brace-format,python-format,range: 1..2,no-c-format,fuzzy\nmsgid \"a\"\nmsgstr \"b\"",
            "#, fuzzy, no-c-format, python-format, python-brace-format, range: 1..2, no-wrap\nmsgid \"a\"\nmsgstr \"b\"\n"),
        ("#~ msgid \"a\"\n#~ msgstr \"b\"\nmsgid \"c\"\nmsgstr \"d\"\n", "msgid \"c\"\nmsgstr \"d\"\n\n#~ msgid \"a\"\n#~ msgstr \"b\"\n"),
        ("# x\r\nmsgid \"a\\tb\tc\"\r\nmsgstr \"\"\r\n\"b\\n\"\r\n\"c\"\r\n", "# x\nmsgid \"a\\tb\\tc\"\nmsgstr \"\"\n\"b\\n\"\n\"c\"\n"),
        ("msgid \"a\\101\\x42\"\nmsgstr \"\\303\\251\"\n", "msgid \"aAB\"\nmsgstr \"é\"\n"),
    ]) func whatIsNotCanonicalBecomesSo(_ entries: String, _ written: String) throws {
        let text = "\(POFileWritingTests.header)\n\(entries)"
        #expect(String(decoding: try catalog(text).written(), as: UTF8.self) == "\(POFileWritingTests.header)\n\(written)")
        guard !text.contains("\r") else { return } // msgcat keeps the CR in comments
        let msgcat = try Gettext.run("msgcat", ["--no-wrap"], on: Array(text.utf8))
        #expect(String(decoding: msgcat.output, as: UTF8.self) == "\(POFileWritingTests.header)\n\(written)", "\(msgcat.messages)")
    }

    /// msgcat would drop each of these.
    @Test(arguments: [
        "#, markdown-text\nmsgid \"a\"\nmsgstr \"b\"\n", "#, fuzzy\nmsgid \"a\"\nmsgstr \"\"\n",
        "msgid \"a\"\nmsgstr \"b\"\n\n# the end\n#. of\n#: it\n#, all\n", "#~ msgid \"a\"\n#~ msgstr \"\"\n", "# alone\n",
        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ASCII\\n\"\n",
    ]) func nothingThatSomeoneWroteIsDropped(_ text: String) throws {
        #expect(String(decoding: try catalog(text).written(), as: UTF8.self) == text)
    }

    @Test func gettextReadsOnBehindABackslashAtALinesEnd() throws {
        #expect(String(decoding: try catalog("# C:\\\nmsgid \"a\"\nmsgstr \"b\"\n").written(), as: UTF8.self) == "# C:\\ \nmsgid \"a\"\nmsgstr \"b\"\n")
    }

    @Test func aTemplatesCharsetIsSetOnceItIsTranslated() throws {
        var read = try catalog("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=CHARSET\\nX: y\\n\"\n\nmsgid \"a\"\nmsgstr \"\"\n")
        #expect(String(decoding: read.written(), as: UTF8.self).contains("charset=CHARSET\\n"))
        read.entries[0].translations = ["é"]
        #expect(String(decoding: read.written(), as: UTF8.self).contains("charset=UTF-8\\n\"\n\"X: y"))
    }

    @Test func aHeaderStandsFirst() throws {
        let read = try catalog("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"\"\nmsgstr \"X: y\\n\"\n")
        #expect(String(decoding: read.written(), as: UTF8.self) == "msgid \"\"\nmsgstr \"X: y\\n\"\n\nmsgid \"a\"\nmsgstr \"b\"\n")
    }

    @Test func aNewCatalogIsWritten() throws {
        var entry = POFile.Entry(id: "Goals", translations: ["Metas"])
        entry.translatorComments = ["two\nlines\r"]
        entry.isFuzzy = true
        let new = POFile(
            header: POFile.Header(comments: ["Plans"], fields: [
                .init(name: "Language", value: "es"), .init(name: "Content-Type", value: "text/plain; charset=UTF-8"),
            ]),
            entries: [entry])
        #expect(String(decoding: new.written(), as: UTF8.self) ==
            """
            # Plans
            msgid ""
            msgstr ""
            "Language: es\\n"
            "Content-Type: text/plain; charset=UTF-8\\n"

            # two
            # lines
            #
            #, fuzzy
            msgid "Goals"
            msgstr "Metas"

            """)
        #expect(try Gettext.run("msgfmt", ["--check", "--output-file=/dev/null"], on: new.written()).status == 0)
    }

    @Test func theFuzzyFlagIsSetAndTakenAway() {
        var entry = POFile.Entry(id: "a")
        entry.flags = ["c-format"]
        entry.isFuzzy = true
        entry.isFuzzy = true
        #expect(entry.flags == ["fuzzy", "c-format"])
        entry.isFuzzy = false
        #expect(entry.flags == ["c-format"])
    }
}
