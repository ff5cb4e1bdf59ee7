import Foundation
import Publication
import TestSupport
import Testing
import Translation

@testable import Building

/// No translation of a text that has changed since is anywhere in the site, whatever people change and whether or not
/// they bring their catalogs up to date.
@Suite struct StaleTextTests {
    private static let edits = 64
    private static let catalog = "translations/es.po"
    private static let settings = "title: Test district\naddress: https://test.example/\nlanguages: [en, es]\n"

    /// Its last word occurs in no other text's translation.
    private static func translation(of text: String) -> String { text + " " + mark(of: text) }

    private static func mark(of text: String) -> String {
        "zq" + String(Reviews.id(of: .init(text: text)).map { $0.isNumber ? Character(Unicode.Scalar($0.asciiValue! + 0x37)) : $0 })
    }

    @Test func noOldTranslationIsShownWhereNobodyUpdatesTheCatalog() throws {
        var edited = EditedPublication(seed: 41, documents: 3, blocks: 8)
        let files = edited.messages.merger.merge().files.translating(StaleTextTests.translation)
        let sources = Set(files[0].catalog.entries.map(\.id))
        let publication = try TestPublication(["publication.yaml": StaleTextTests.settings])
        try publication.write(StaleTextTests.catalog, files[0].catalog.written())
        var changed = 0
        for step in 1...StaleTextTests.edits {
            let edit = edited.edit()
            let site = try build(edited, into: publication)
            let texts = Set(edited.messages.documents.flatMap { $0.messages.map(\.key.text) })
            #expect(site.marks == Set(sources.intersection(texts).map(StaleTextTests.mark)), "step \(step), \(edit)")
            for text in texts where !sources.contains(text) {
                #expect(site.isShownInEnglish(text), "step \(step), \(edit): \(text)")
                changed += 1
            }
        }
        #expect(changed > 5 * StaleTextTests.edits, "there were changes to see")
    }

    /// Now and then translators work on what is new, so that translations of many times are in the catalog.
    @Test func noOldTranslationIsShownWhereTheCatalogIsUpdated() throws {
        var edited = EditedPublication(seed: 42, documents: 3, blocks: 8)
        var translators = SeededGenerator(seed: 43)
        var files = edited.messages.merger.merge().files.translating(StaleTextTests.translation)
        let publication = try TestPublication(["publication.yaml": StaleTextTests.settings])
        let first = Set(files[0].catalog.entries.map(\.id))
        var sources = first, shown: Set<String> = []
        var changed = 0
        for step in 1...StaleTextTests.edits {
            let edit = edited.edit()
            files = edited.messages.merger.merge(files).files
            try publication.write(StaleTextTests.catalog, files[0].catalog.written())
            let site = try build(edited, into: publication)
            let texts = Set(edited.messages.documents.flatMap { $0.messages.map(\.key.text) })
            // Another kind of quotation mark is no change.
            let words = Set(texts.map(EditedPublication.plain))
            let stale = sources.filter { !words.contains(EditedPublication.plain($0)) }
            #expect(site.marks.isDisjoint(with: stale.map(StaleTextTests.mark)), "step \(step), \(edit)")
            #expect(site.marks.isSuperset(of: shown.intersection(texts).map(StaleTextTests.mark)), "step \(step), \(edit)")
            shown = texts.filter { site.marks.contains(StaleTextTests.mark(of: $0)) }
            let translated = Set(sources.filter { site.marks.contains(StaleTextTests.mark(of: $0)) }.map(EditedPublication.plain))
            for text in texts where !translated.contains(EditedPublication.plain(text)) {
                #expect(site.isShownInEnglish(text), "step \(step), \(edit): \(text)")
                changed += 1
            }
            if translators.chance(10) {
                files = files.translating { text in
                    guard translators.chance(60) else { return nil }
                    sources.insert(text)
                    return StaleTextTests.translation(of: text)
                }
            }
        }
        #expect(changed > 2 * StaleTextTests.edits && sources.count > 2 * first.count, "there were changes to see")
    }

    // MARK: What is published

    private struct Site {
        /// The last words of all translations in all its files.
        let marks: Set<String>
        /// What stands in its Spanish pages as English.
        let english: [String]

        func isShownInEnglish(_ text: String) -> Bool { english.contains { $0.contains(text) } }
    }

    private func build(_ edited: EditedPublication, into publication: TestPublication) throws -> Site {
        let present = try filesBelow(publication.folder + "/content")
        for path in present where path.hasSuffix(".md") && edited.files[path] == nil { try publication.remove(path) }
        for (path, text) in edited.files { try publication.write(path, text) }
        try #require(try publication.build().result != nil)
        var marks: Set<String> = [], english: [String] = []
        for path in try publication.siteFiles() {
            let text = try publication.site(path)
            marks.formUnion(text.matches(of: /zq[a-p]{16}/.ignoresCase()).map { $0.output.lowercased() })
            if path.hasPrefix("es/"), path.hasSuffix(".html") { english.append(TextsByLanguage(html: text).texts["en"] ?? "") }
        }
        return Site(marks: marks, english: english)
    }
}
