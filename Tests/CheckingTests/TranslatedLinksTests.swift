import Publication
import Testing
import Translation

@testable import Checking

@Suite struct TranslatedLinksTests {
    private func places(_ entries: String) -> [String] {
        let file = SourceFile(path: "content/translations/es.po", bytes: Array("msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n\(entries)".utf8))
        return Catalog.read([file], of: LanguageTag("es")!).0.map(TranslatedLinks.problems)?.map { "\($0.line):\($0.column):\($0.length)" } ?? ["unread"]
    }

    @Test func vagueLinksOfTranslationsAreFoundInTheirLines() {
        #expect(places("msgid \"Read [the plan][1].\"\nmsgstr \"Lea [aquí][1].\"\n") == ["6:14:4"])
        #expect(places("msgid \"Read [the plan][1].\"\nmsgstr \"\"\n\"Lea el plan: \"\n\"[haga clic aquí][1].\"\n") == ["8:3:14"])
    }

    @Test func othersAreLeftAlone() {
        #expect(places("msgid \"[the plan][1]\"\nmsgstr \"[el plan][1]\"\n") == [])
        #expect(places("#, fuzzy\nmsgid \"[the plan][1]\"\nmsgstr \"[aquí][1]\"\n") == [])
        #expect(places("#~ msgid \"[the plan][1]\"\n#~ msgstr \"[aquí][1]\"\n") == [])
        #expect(places("msgid \"![here][1]\"\nmsgstr \"![aquí][1] \\\\[aquí\\\\][1\"\n") == [])
    }
}
