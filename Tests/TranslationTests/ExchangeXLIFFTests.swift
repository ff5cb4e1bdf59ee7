import Publication
import Testing

@testable import Translation

@Suite struct ExchangeXLIFFTests {
    private let id = ExchangeRow.id(of: .init(text: "One"))
    private let two = ExchangeRow.id(of: .init(text: "Two"))

    private func version2(_ units: String) -> ReceivedTable {
        received("a.xlf", "<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\" trgLang=\"es\"><file id=\"f\">\n\(units)\n</file></xliff>")
    }

    private func version1(_ units: String) -> ReceivedTable {
        received("a.xliff", "<?xml version='1.0' encoding='utf-8'?>\n<!-- x --><xliff version='1.2'><file original='a' source-language='en' target-language='es'><body>\(units)</body></file></xliff>\n")
    }

    /// Valid by the schema, by xmllint, when it was written.
    @Test func itIsWrittenAsXLIFF21() {
        var sample = ExchangeSample(["One", "Two"], entries: [("Two", "Dos & <b>")])
        sample.catalog.entries[0].isFuzzy = true
        sample.catalog.entries[0].previousID = "To"
        #expect(String(decoding: ExchangeXLIFF.written(sample.table()), as: UTF8.self) == """
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="es">
            <file id="f1" original="A &amp; B &lt;district&gt;" canResegment="no">
            <unit id="\(id)">
            <notes>
            <note category="location">entry of the navigation</note>
            </notes>
            <segment state="initial">
            <source xml:space="preserve">One</source>
            </segment>
            </unit>
            <unit id="\(two)">
            <notes>
            <note category="location">entry of the navigation</note>
            <note category="previous-source">To</note>
            </notes>
            <segment state="initial">
            <source xml:space="preserve">Two</source>
            <target xml:space="preserve">Dos &amp; &lt;b&gt;</target>
            </segment>
            </unit>
            </file>
            </xliff>

            """)
    }

    @Test func whatXMLCannotHoldIsLeftOut() {
        let sample = ExchangeSample(["One"], entries: [("One", "a\u{1}b\u{FFFE}c")])
        #expect(String(decoding: ExchangeXLIFF.written(sample.table()), as: UTF8.self).contains("<target xml:space=\"preserve\">abc</target>"))
    }

    @Test func segmentsArePutTogether() {
        let table = version2("""
            <unit id="\(id)"><segment state="final"><source>One. </source><target>Uno. </target></segment><ignorable><source> </source></ignorable>\
            <segment state="translated"><source>Two.</source><target>Dos <pc id="1"><mrk id="m" type="term">y</mrk></pc> tres<ph id="2"/><cp hex="2019"/>.</target></segment></unit>
            """)
        #expect(table.rows.map(\.translation) == ["Uno. Dos y tres’."])
        #expect(table.rows.map(\.state) == [.finished])
        #expect(table.language == "es")
    }

    @Test func aUnitThatIsTranslatedInPartIsLeftOut() {
        let table = version2("<unit id=\"\(id)\"><segment><source>One.</source><target>Uno.</target></segment><segment><source>Two.</source></segment></unit>")
        #expect(table.rows.map(\.translation) == [""])
        #expect(table.problems.map(\.message) == ["the unit \(id) is translated in part, and is left out"])
    }

    @Test func suggestionsAreNoTranslations() {
        let table = version2("""
            <unit id="\(id)"><mtc:matches xmlns:mtc="urn:x"><mtc:match ref="#s"><source>One</source><target>Un</target></mtc:match></mtc:matches>\
            <segment><source>One</source></segment></unit>
            """)
        #expect(table.rows.map(\.translation) == [""])
        let old = version1("<trans-unit id='\(id)'><source>One</source><target>Uno</target><alt-trans><source>One</source><target>Un</target></alt-trans></trans-unit>")
        #expect(old.rows.map(\.translation) == ["Uno"])
    }

    /// As Weblate, Poedit and OmegaT write 1.2.
    @Test func version12IsUnderstood() {
        let table = version1("""
            <trans-unit id="\(id)" approved="yes"><source>One</source><target state="final">Uno <g id="1">y</g> dos</target><note>x</note></trans-unit>
            <group><trans-unit id="\(two)"><source>Two</source><seg-source><mrk mtype="seg" mid="0">Two</mrk></seg-source>\
            <target state="needs-translation"><mrk mtype="seg" mid="0">Dos</mrk></target></trans-unit></group>
            """)
        #expect(table.problems.isEmpty)
        #expect(table.language == "es")
        #expect(table.rows.map(\.translation) == ["Uno y dos", "Dos"])
        #expect(table.rows.map(\.state) == [.finished, .unfinished])
    }

    @Test func prefixesAndUTF16AreUnderstood() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:2.0' trgLang='es'><x:file><x:unit id='\(id)'><x:segment><x:source>One</x:source><x:target><![CDATA[Uno & <más>]]></x:target></x:segment></x:unit></x:file></x:xliff>"
        let table = ReceivedTable.read(SourceFile(path: "a.xlf", bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
        #expect(table.rows.map(\.translation) == ["Uno & <más>"])
    }

    @Test(arguments: [
        ("<xliff><file><unit id='a'>", "the file ends before its last element does"),
        ("<xliff><file></unit></xliff>", "</unit> closes what is not open"),
        ("<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><xliff>&b;</xliff>", "this file has a document type, which XLIFF has no use for and which may be a trap"),
        ("<!DOCTYPE xliff SYSTEM 'file:///etc/passwd'><xliff/>", "this file has a document type, which XLIFF has no use for and which may be a trap"),
        ("<tmx/>", "this is no XLIFF: its first element is <tmx>"),
        (String(repeating: "<xliff>", count: 100_000), "elements stand within each other more than 200 deep"),
        ("", "the file ends before its last element does"),
    ])
    func aDamagedOrHostileFileIsRefused(_ text: String, _ message: String) {
        let table = received("a.xlf", text)
        #expect(table.problems.map(\.message) == [message])
        #expect(table.problems.allSatisfy { $0.severity == .error })
        #expect(table.rows.isEmpty)
    }

    @Test func unitsOfOthersAreReported() {
        let table = version2("<unit id=\"title\"><segment><source>One</source><target>Uno</target></segment></unit>")
        #expect(table.rows.isEmpty)
        #expect(table.problems.map(\.line) == [3])
        #expect(table.problems.map(\.rule) == [.exchangeRow])
    }
}
