import Publication
import TestSupport
import Testing

@testable import Translation

@Suite struct CatalogMergerTests {
    private func merged(_ old: PublicationMessages, _ new: PublicationMessages) -> [String] {
        Array(new.merger.merge(old.translated).files.shown.dropFirst())
    }

    @Test func aNewCatalogHasEveryMessageOnceInTheOrderOfTheDocuments() {
        let messages = texts(["a.md": "---\ntitle: A day\n---\n\nShared words.\n\nOnly here.\n", "b.md": "---\ntitle: B day\n---\n\nShared words.\n"])
        let file = messages.merger.merge().files[0]
        #expect(file.path == "content/translations/es.po")
        #expect(file.catalog.entries.map(\.id) == ["A day", "Shared words.", "Only here.", "B day"])
        #expect(file.catalog.entries[1].references == ["content/a.md", "content/b.md"])
        #expect(file.catalog.entries[1].extractedComments == ["A day › paragraph", "B day › paragraph"])
    }

    @Test func aNewCatalogHasTheHeaderThatProgramsForTranslatorsExpect() {
        let messages = page("Words.")
        for (code, name, forms) in [("pt-BR", "pt_BR", "(n > 1)"), ("zh-Hans", "zh_Hans", "0"), ("ht", "ht", "(n != 1)")] {
            let header = messages.merger.merge([], into: LanguageTag(code)!, title: "Test", on: CalendarDate(11, 24)).files[0].catalog.header
            #expect(header["Language"] == name)
            #expect(header["Plural-Forms"]?.contains("plural=\(forms);") == true)
            #expect(header["X-Extract-Rules"] == "1")
        }
    }

    @Test func unchangedMessagesKeepTheirEntriesToTheLetter() {
        var files = page("One thing stays.", "Another goes.").translated
        files[0].catalog.entries[1].translatorComments = ["checked with the school"]
        files[0].catalog.entries[1].flags = ["no-wrap"]
        files[0].catalog.header["X-Generator"] = "Poedit"
        files[0].catalog.header.comments = ["Translated by parents"]
        let after = page("New words at the top of it all.", "One thing stays.").merger.merge(files).files
        #expect(after.entry("One thing stays.") == files.entry("One thing stays."))
        #expect(after[0].catalog.header == files[0].catalog.header)
    }

    @Test func quotationMarksDashesAndSpacesAreNoChange() {
        let old = page("The board's \"plan\" for 2021-2024 - in short."), new = page("The board’s “plan” for 2021–2024 — in\u{A0}short.")
        #expect(merged(old, new) == ["The board’s “plan” for 2021–2024 — in\u{A0}short. = ES(The board's \"plan\" for 2021-2024 - in short.)"])
        #expect(new.merger.merge(old.translated).trivial.count == 1)
    }

    /// Old and new paragraphs, and the entries that come of them.
    @Test(arguments: [
        // A word changed.
        (["The library opens at nine on Mondays."], ["The library closes at nine on Mondays."],
            ["? The library closes at nine on Mondays. = ES(The library opens at nine on Mondays.) < The library opens at nine on Mondays."]),
        // Numbers alone, also where there is hardly more than a number.
        (["Grade 3"], ["Grade 4"], ["? Grade 4 = ES(Grade 3) < Grade 3"]),
        (["We will hire 1,200 people by 2024."], ["We will hire 1,350 people by 2025."],
            ["? We will hire 1,350 people by 2025. = ES(We will hire 1,200 people by 2024.) < We will hire 1,200 people by 2024."]),
        // Another thing in the same place.
        (["The library opens at nine on Mondays."], ["Families may ask for an interpreter."],
            ["Families may ask for an interpreter. = ", "~ The library opens at nine on Mondays. = ES(The library opens at nine on Mondays.)"]),
        // Only articles and prepositions in common.
        (["The board meets in the library of the town."], ["The students read in the garden of the school."],
            ["The students read in the garden of the school. = ", "~ The board meets in the library of the town. = ES(The board meets in the library of the town.)"]),
        // Headings of which half the words are the same.
        (["## Strand 1: Reading"], ["## Strand 3: Writing"], ["Strand 3: Writing = ", "~ Strand 1: Reading = ES(Strand 1: Reading)"]),
        (["## Functions"], ["## Exceptions"], ["Exceptions = ", "~ Functions = ES(Functions)"]),
        (["## Community schools"], ["## Community gardens"], ["Community gardens = ", "~ Community schools = ES(Community schools)"]),
        // In the very place of the old one: a word of three is another, or one was put in.
        (["## Strand 6: Coaches"], ["## Strand 6: Parents"], ["? Strand 6: Parents = ES(Strand 6: Coaches) < Strand 6: Coaches"]),
        (["## How we plan"], ["## How we plan meals"], ["? How we plan meals = ES(How we plan) < How we plan"]),
        // Elsewhere, no word may be another, and one has to be most of the other.
        (["## Strand 6: Coaches", "Between.", "Them."], ["Between.", "Them.", "## Strand 6: Parents"],
            ["Between. = ES(Between.)", "Them. = ES(Them.)", "Strand 6: Parents = ", "~ Strand 6: Coaches = ES(Strand 6: Coaches)"]),
        (["## Proficiency", "Between.", "Them."], ["Between.", "Them.", "## Goal 2: Proficiency"],
            ["Between. = ES(Between.)", "Them. = ES(Them.)", "? Goal 2: Proficiency = ES(Proficiency) < Proficiency"]),
        // Capitals alone.
        (["## NEWS", "Between.", "Them."], ["Between.", "Them.", "## News"],
            ["Between. = ES(Between.)", "Them. = ES(Them.)", "? News = ES(NEWS) < NEWS"]),
        // A slip of the pen in a single word.
        (["## Comunity"], ["## Community"], ["? Community = ES(Comunity) < Comunity"]),
        // Emphasis, which the translation lacks.
        (["We listen to all families."], ["We listen to **all** families."], ["? We listen to **all** families. = ES(We listen to all families.) < We listen to all families."]),
        // A moved paragraph is no change; a gone one is obsolete.
        (["First of all.", "Second to none.", "Third time lucky."], ["Third time lucky.", "First of all."],
            ["Third time lucky. = ES(Third time lucky.)", "First of all. = ES(First of all.)", "~ Second to none. = ES(Second to none.)"]),
        // Changed and moved far: really alike.
        (["Each school sends home its report in May.", "Between them.", "And this."], ["Between them.", "And this.", "Each school sends home its report in June."],
            ["Between them. = ES(Between them.)", "And this. = ES(And this.)",
                "? Each school sends home its report in June. = ES(Each school sends home its report in May.) < Each school sends home its report in May."]),
    ])
    func changes(_ old: [String], _ new: [String], _ expected: [String]) {
        let before = texts(["page.md": "---\ntitle: Page\n---\n\n" + old.joined(separator: "\n\n")])
        let after = texts(["page.md": "---\ntitle: Page\n---\n\n" + new.joined(separator: "\n\n")])
        #expect(merged(before, after) == expected)
    }

    @Test func aSplitParagraphGivesItsTranslationOnce() {
        let one = "The school day begins at eight and ends at three.", other = "Buses leave ten minutes after the last lesson ends."
        let entries = merged(page(one + " " + other), page(one, other))
        #expect(entries == ["\(one) =  < \(one) \(other)", "? \(other) = ES(\(one) \(other)) < \(one) \(other)"])
    }

    /// The other part shows what it was a part of, until it is translated, and whatever is merged in between.
    @Test func whatIsLeftOfASplitParagraphShowsTheWhole() throws {
        let one = "The school day begins at eight and ends at three.", other = "Buses leave ten minutes after the last lesson ends."
        let split = page(one, other)
        let files = split.merger.merge(page(one + " " + other).translated).files
        let part = try #require(files.entry(one))
        #expect(part.previousID == one + " " + other && !part.isFuzzy && !part.isTranslated)
        #expect(part.extractedComments.last == "Part of the text above, whose translation is with another part of it")
        #expect(split.merger.merge(files).files.entry(one) == part)
        let bytes = files[0].catalog.written()
        #expect(try Gettext.run("msgcat", ["--no-wrap"], on: bytes).output == bytes)
        var translated = files
        let index = try #require(translated[0].catalog.entries.firstIndex { $0.id == one })
        translated[0].catalog.entries[index].translations = ["ES(\(one))"]
        let after = split.merger.merge(translated).files.entry(one)
        #expect(after?.previousID == nil && after?.extractedComments == ["Page › paragraph"])
    }

    @Test func joinedParagraphsAreFuzzyWithTheLongerOne() {
        let one = "The school day begins at eight and ends at three.", other = "Buses leave ten minutes after it."
        #expect(merged(page(one, other), page(one + " " + other)).first == "? \(one) \(other) = ES(\(one)) < \(one)")
    }

    @Test func numbersThatChangedAreNamedForTheTranslator() {
        let after = page("We will hire 19 people by 2025.").merger.merge(page("We will hire 12 people by 2025.").translated)
        #expect(after.files.entry("We will hire 19 people by 2025.")?.extractedComments.last == "Numbers changed: 12 → 19")
        #expect(after.fuzzy.map(\.reason) == [.numbers])
    }

    @Test func theSameWordsInAnotherContextAreFuzzy() {
        let update = page("<!-- context: verb -->\n\nBook").merger.merge(page("Book").translated)
        #expect(update.fuzzy.map(\.reason) == [.context])
        #expect(update.files.entry("Book")?.isFuzzy == true)
        #expect(update.files.entry("Book")?.previousID == "Book")
    }

    @Test func aVanishedMessageIsObsoleteAndComesBackTranslated() {
        let old = page("Here to stay.", "Gone and back."), without = page("Here to stay.")
        let gone = without.merger.merge(old.translated)
        #expect(gone.vanished.map(\.text) == ["Gone and back."])
        let back = old.merger.merge(gone.files)
        #expect(back.revived.map(\.text) == ["Gone and back."])
        #expect(back.files.shown == old.translated.shown)
    }

    @Test func anUntranslatedMessageVanishesWithoutATrace() {
        #expect(page("Here.").merger.merge(page("Here.", "Not translated at all.").merger.merge().files).files.shown == ["Page = ", "Here. = "])
    }

    @Test func aChangeTakenBackGivesTheTranslationBack() {
        let old = page("The library opens at nine."), changed = page("The library opens at ten.")
        let fuzzy = changed.merger.merge(old.translated).files
        #expect(old.merger.merge(fuzzy).files.shown == old.translated.shown)
        // Not where a translator has begun to follow the change.
        let begun = fuzzy.map { file in
            var file = file
            for index in file.catalog.entries.indices where file.catalog.entries[index].isFuzzy { file.catalog.entries[index].translations = ["ES(ten)"] }
            return file
        }
        #expect(old.merger.merge(begun).files.shown == ["Page = ES(Page)", "? The library opens at nine. = ES(ten)"])
    }

    @Test func aFuzzyEntryThatChangesAgainKeepsWhatItsTranslationWasMadeFor() {
        let first = page("The library opens at nine on Mondays."), second = page("The library closes at nine on Mondays.")
        let third = page("The library closes at ten on Mondays.")
        let twice = third.merger.merge(second.merger.merge(first.translated, on: CalendarDate(11, 1)).files, on: CalendarDate(11, 20)).files
        let entry = twice.entry("The library closes at ten on Mondays.")
        #expect(entry?.previousID == "The library opens at nine on Mondays.")
        #expect(entry?.staleSince == CalendarDate(11, 1))
    }

    /// As where two branches were joined that both updated the catalog.
    @Test func ofTwoNotesTheOlderDayCounts() throws {
        let old = page("The library opens at nine on Mondays."), new = page("The library closes at nine on Mondays.")
        var files = new.merger.merge(old.translated, on: CalendarDate(11, 20)).files
        let note = CatalogNote.changed(CalendarDate(11, 1), hash: nil).comment
        for comments in [[note], files[0].catalog.entries[1].translatorComments + [note], [note] + files[0].catalog.entries[1].translatorComments] {
            files[0].catalog.entries[1].translatorComments = comments
            #expect(files[0].catalog.entries[1].staleSince == CalendarDate(11, 1))
            // Another update neither adds a third nor moves the day; a change taken back takes both away.
            let again = new.merger.merge(files, on: CalendarDate(11, 24)).files
            #expect(again[0].catalog == files[0].catalog)
            if comments.count == 2 { #expect(old.merger.merge(files).files[0].catalog.entries[1].translatorComments == []) }
        }
        files[0].catalog.entries[1].isFuzzy = false
        #expect(new.merger.merge(files).files[0].catalog.entries[1].translatorComments == [])
    }

    @Test func aSuggestionThatATranslatorEmptiedIsNotMadeAgain() {
        let after = page("The library closes at nine on Mondays.")
        var files = after.merger.merge(page("The library opens at nine on Mondays.").translated).files
        files[0].catalog.entries[1].translations = [""]
        files[0].catalog.entries[1].isFuzzy = false
        #expect(after.merger.merge(files).files.shown.last == "The library closes at nine on Mondays. = ")
    }

    @Test func aRenamedDocumentIsTheSameDocument() {
        func messages(_ path: String, _ last: String) -> PublicationMessages { texts([path: "---\ntitle: Page\n---\n\nStays as it is.\n\n\(last)\n"]) }
        let after = messages("new/name.md", "Half of it has changed since.").merger.merge(messages("old.md", "Half of it is as before.").translated)
        #expect(after.fuzzy.isEmpty)
        let near = messages("new/name.md", "Half of this has changed since.").merger.merge(messages("old.md", "Half of that has changed since.").translated)
        #expect(near.fuzzy.count == 1)
    }

    @Test func ofSeveralFilesEachKeepsItsEntriesAndNewOnesGoWhereTheirDocumentIs() {
        let old = texts(["a.md": "---\ntitle: A day\n---\n\nFirst words.\n", "b.md": "---\ntitle: B day\n---\n\nOther words.\n"])
        let entries = old.translated[0].catalog.entries
        let header = old.translated[0].catalog.header
        let files = [
            Catalog.File(path: "content/translations/es/a.po", catalog: POFile(header: header, entries: Array(entries.prefix(2)))),
            Catalog.File(path: "content/translations/es/b.po", catalog: POFile(header: header, entries: Array(entries.suffix(2)))),
        ]
        let new = texts(["a.md": "---\ntitle: A day\n---\n\nFirst words.\n", "b.md": "---\ntitle: B day\n---\n\nSomething else here.\n\nOther words.\n"])
        let after = new.merger.merge(files).files
        #expect(after.map(\.path) == files.map(\.path))
        #expect(after[0] .catalog == files[0].catalog)
        #expect(after[1].catalog.entries.map(\.id) == ["B day", "Something else here.", "Other words."])
    }

    @Test func gettextIsContentAndWritesTheSameBytes() throws {
        let update = page("See [the plan](plans/x.md) and \"more\"\\\nof it — *now*.", "A paragraph.").merger.merge(
            page("See [the plan](plans/x.md) and \"less\"\\\nof it — *now*.", "Gone for good.").translated)
        let bytes = update.files[0].catalog.written()
        #expect(update.fuzzy.count == 1 && update.vanished.count == 1)
        #expect(String(decoding: try Gettext.run("msgcat", ["--no-wrap"], on: bytes).output, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
        let check = try Gettext.run("msgfmt", ["--check", "--output-file=/dev/null"], on: bytes)
        #expect(check.status == 0 && check.messages == "")
    }
}
