import Publication
import Testing

@testable import Translation

/// Reads a text that must be without problems.
func catalog(_ text: String) throws -> POFile {
    let (catalog, problems) = POFile.read(SourceFile(path: "es.po", bytes: Array(text.utf8)))
    #expect(problems.isEmpty, "\(problems.map(\.description).joined())")
    return try #require(catalog)
}

@Suite struct POFileReadingTests {
    @Test func anEntryIsReadWithEverythingItCanHave() throws {
        let entry = try #require(try catalog(
            """
            # A note.
            #No space.
            #
            #. Heading of the plan
            #.  Two spaces
            #: content/plan.md:12 content/plan.md:20
            #: about.md
            #, fuzzy, c-format
            #| msgctxt "old context"
            #| msgid "old"
            #| msgid_plural "olds"
            msgctxt "verb"
            msgid "%d goal"
            msgid_plural "%d goals"
            msgstr[0] "%d meta"
            msgstr[1] "%d metas"
            """).entries.first)
        #expect(entry.translatorComments == ["A note.", "No space.", ""])
        #expect(entry.extractedComments == ["Heading of the plan", " Two spaces"])
        #expect(entry.references == ["content/plan.md:12", "content/plan.md:20", "about.md"])
        #expect(entry.flags == ["fuzzy", "c-format"])
        #expect(entry.isFuzzy)
        #expect(entry.previousContext == "old context")
        #expect(entry.previousID == "old")
        #expect(entry.previousPluralID == "olds")
        #expect(entry.context == "verb")
        #expect(entry.id == "%d goal")
        #expect(entry.pluralID == "%d goals")
        #expect(entry.translations == ["%d meta", "%d metas"])
        #expect(!entry.isObsolete)
        #expect(entry.line == 12)
    }

    @Test(arguments: [
        (#""one" "two""#, "onetwo"), ("\"\"\n\"one\\n\"\n\"two\"", "one\ntwo"), ("\"one\"\n\n  \"two\"", "onetwo"),
        (#""\n\t\r\a\b\f\v\\\"""#, "\n\t\r\u{7}\u{8}\u{C}\u{B}\\\""), (#""\101\1012\x41""#, "AA2A"), (#""\303\251\xC3\xA9""#, "éé"),
        // As in C, a number with \x has as many digits as there are.
        (#""\x4142""#, "B"), ("\"one\\\ntwo\"", "onetwo"), ("\"a\tb\"", "a\tb"), ("\"# no note\"", "# no note"),
        ("\"\u{2028}a\"", "\u{2028}a"), (#""""#, ""),
    ]) func aTextIsRead(_ text: String, _ read: String) throws {
        #expect(try catalog("msgid \"a\"\nmsgstr \(text)\n").entries.first?.translations == [read])
    }

    @Test func anEmptyContextIsNotNone() throws {
        let read = try catalog("msgctxt \"\"\nmsgid \"a\"\nmsgstr \"1\"\n\nmsgid \"a\"\nmsgstr \"2\"\n")
        #expect(read.entries.map(\.context) == ["", nil])
    }

    @Test func aContextMayHaveSeveralLines() throws {
        let read = try catalog("msgctxt \"\"\n\"first\\n\"\n\"second\"\nmsgid \"a\"\nmsgstr \"b\"\n")
        #expect(read.entries.first?.context == "first\nsecond")
    }

    @Test(arguments: ["#,fuzzy", "#, fuzzy", "#,  c-format ,fuzzy", "#, c-format fuzzy", "#! fuzzy", "#, c-format\n#, fuzzy"])
    func aFuzzyFlagIsSeen(_ line: String) throws {
        #expect(try catalog("\(line)\nmsgid \"a\"\nmsgstr \"b\"\n").entries.first?.isFuzzy == true)
    }

    @Test func rangesKeepTheirSpace() throws {
        #expect(try catalog("#, range: 0..10, no-wrap\nmsgid \"a\"\nmsgstr \"b\"\n").entries.first?.flags == ["range: 0..10", "no-wrap"])
    }

    // Symfony read the second as part of the first, and took its fuzzy flag for the first's.
    @Test func entriesNeedNoBlankLineBetweenThem() throws {
        let read = try catalog(
            """
            msgid "a"
            msgstr "1"
            #, fuzzy
            #| msgid "before"
            msgid "b"
            msgstr "2"
            msgctxt "x"
            msgid "c"
            msgstr "3"
            #~ msgid "d"
            #~ msgstr "4"
            # note
            msgid "e"
            msgstr "5"
            """)
        #expect(read.entries.map(\.id) == ["a", "b", "c", "d", "e"])
        #expect(read.entries.map(\.isFuzzy) == [false, true, false, false, false])
        #expect(read.entries.map(\.previousID) == [nil, "before", nil, nil, nil])
        #expect(read.entries.map(\.context) == [nil, nil, "x", nil, nil])
        #expect(read.entries.map(\.isObsolete) == [false, false, false, true, false])
        #expect(read.entries.map(\.translatorComments) == [[], [], [], [], ["note"]])
        #expect(read.entries.map(\.line) == [1, 5, 7, 10, 13])
    }

    @Test func obsoleteEntriesAreReadWithTheirPreviousTexts() throws {
        let read = try catalog(
            """
            # note
            #, fuzzy
            #~| msgctxt "old"
            #~| msgid ""
            #~| "be"
            #~| "fore"
            #~ msgctxt "new"
            #~ msgid "a"
            #~ msgid_plural "as"
            #~ msgstr[0] "x"
            #~ "y"
            #~msgstr[1]"z"
            """)
        let entry = try #require(read.entries.first)
        #expect(entry.isObsolete && entry.isFuzzy)
        #expect(entry.previousContext == "old" && entry.previousID == "before")
        #expect(entry.context == "new" && entry.pluralID == "as" && entry.translations == ["xy", "z"])
        #expect(entry.translatorComments == ["note"])
    }

    @Test func anObsoleteEntryMayRepeatOneThatIsNot() throws {
        #expect(try catalog("msgid \"a\"\nmsgstr \"1\"\n\n#~ msgid \"a\"\n#~ msgstr \"2\"\n").entries.count == 2)
    }

    @Test(arguments: ["msgid\"a\"msgstr\"b\"", "\u{FEFF}msgid \"a\"\nmsgstr \"b\"", "msgid \"a\"\r\nmsgstr \"b\"\r\n", "msgid \"a\"\rmsgstr \"b\"\r",
        "\tmsgid\t\"a\"\n\n\tmsgstr\n\"b\"", "# note\nmsgid \"a\"\n# inside\nmsgstr \"b\" # behind\n"])
    func spaceAndLineEndsDoNotMatter(_ text: String) throws {
        let entries = try catalog(text).entries
        #expect(entries.map(\.id) == ["a"])
        #expect(entries.map(\.translations) == [["b"]])
    }

    @Test(arguments: [
        ("a.c:1 b.c b.c:3  a.c:1", ["a.c:1", "b.c", "b.c:3"]), ("file name.c:3", ["file", "name.c:3"]),
        ("\u{2068}file name.c\u{2069}:3 \u{2068}other name\u{2069} f:", ["file name.c:3", "other name", "f:"]),
        ("g : 12 h: 13 i :14", ["g:12", "h:13", "i:14"]), ("a.c:xx c:d:12 12 :12", ["a.c:xx", "c:d:12", "12:12"]), ("", []), (" : ", [":"]),
    ]) func referencesAreSplitAsGettextDoes(_ text: String, _ references: [String]) throws {
        #expect(try catalog("#: \(text)\nmsgid \"a\"\nmsgstr \"b\"\n").entries.first?.references == references)
    }

    @Test func aHeaderIsReadInOrder() throws {
        let header = try catalog(
            """
            # Plans of the district.
            #, fuzzy
            msgid ""
            msgstr ""
            "Language: es\\n"
            "X-Own:no space\\n"
            "a line without colon\\n"
            "Plural-Forms: nplurals=2; plural=(n != 1);\\n"
            """).header
        #expect(header.comments == ["Plans of the district."])
        #expect(header.isFuzzy)
        #expect(header.fields.map(\.name) == ["Language", "X-Own", "Plural-Forms"])
        #expect(header["language"] == "es")
        #expect(header["X-Own"] == "no space")
        #expect(header["Team"] == nil)
    }

    @Test func aHeaderIsChangedInItsPlace() throws {
        var read = try catalog("msgid \"\"\nmsgstr \"Language: es\\nodd\\nX-Own:a\\n\"\n")
        read.header["X-Own"] = "b"
        read.header["Language"] = "ht"
        read.header["X-New"] = "two\nlines"
        #expect(read.header.entry?.translations == ["Language: ht\nodd\nX-Own: b\nX-New: two lines\n"])
        read.header["Language"] = nil
        #expect(read.header.fields.map(\.name) == ["X-Own", "X-New"])
    }

    @Test func aFileMayHaveNoHeaderOrNothing() throws {
        #expect(try catalog("msgid \"a\"\nmsgstr \"b\"\n").header.entry == nil)
        #expect(try catalog("") == POFile())
        #expect(try catalog("# only a note\n").closingComments == ["# only a note"])
    }

    @Test func ofTwoEntriesTheFirstCountsAndTheSecondIsReported() throws {
        let (read, problems) = POFile.read(SourceFile(path: "es.po", bytes: Array(
            "msgid \"a\"\nmsgstr \"1\"\n\nmsgctxt \"x\"\nmsgid \"a\"\nmsgstr \"2\"\n\nmsgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"3\"\n".utf8)))
        #expect(read?.entries.map(\.translations) == [["1"], ["2"]])
        #expect(problems.map { "\($0.rule) \($0.severity) \($0.line): \($0.message)" }
            == ["duplicateMessage warning 8: this text is translated twice: on line 1 and here"])
    }
}
