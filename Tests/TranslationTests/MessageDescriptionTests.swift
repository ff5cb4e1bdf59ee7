import Publication
import Testing

@testable import Translation

@Suite struct MessageDescriptionTests {
    private func comments(_ text: String) -> [String: [String]] {
        let entries = CatalogTemplate(texts(["page.md": text])).entries
        return Dictionary(uniqueKeysWithValues: entries.map { ($0.key.text, $0.comments) })
    }

    @Test func aMessageIsPlacedByTitleHeadingsAndRole() {
        let comments = comments("""
            ---
            title: Welcome to all
            summary: In short.
            tags: [news]
            ---

            Before any heading.

            ## For families

            ### Meals

            - Bread
            - Soup
            - Fruit[^1]

            ## For teachers

            | Day | Room |
            | --- | --- |
            | Monday | Hall |

            ![A full hall](hall.png)

            [^1]: In season.
            """)
        #expect(comments["Welcome to all"] == ["Welcome to all › title of the page"])
        #expect(comments["In short."] == ["Welcome to all › summary"])
        #expect(comments["news"] == ["Welcome to all › tag"])
        #expect(comments["Before any heading."] == ["Welcome to all › paragraph"])
        #expect(comments["For families"] == ["Welcome to all › heading"])
        #expect(comments["Meals"] == ["Welcome to all › For families › heading"])
        #expect(comments["Soup"] == ["Welcome to all › For families › Meals › item 2 of 3"])
        #expect(comments["Hall"] == ["Welcome to all › For teachers › row 2, column 2 of the table"])
        #expect(comments["A full hall"] == ["Welcome to all › For teachers › description of the picture", "[1] = picture hall.png"])
        #expect(comments["In season."] == ["Welcome to all › footnote 1"])
    }

    @Test func labelsSayWhatTheyPointToAndNotesWhatTheAuthorSays() {
        let comments = comments("---\ntitle: T\n---\n\n<!-- note: a town -->\n\nSee [the plan](plans/x.md#1.1) and [us](https://example.org/).\n\n<!-- no-translate -->\n\nNever mind.\n")
        #expect(comments["See [the plan][1] and [us][2]."] == ["T › paragraph", "[1] = plans/x.md#1.1", "[2] = https://example.org/", "Note: a town"])
        #expect(comments["Never mind."] == nil)
    }

    @Test func aPlanNamesItsGoalsByNumberSoThatTheirWordsMayChange() {
        let comments = comments("""
            ---
            title: Plan
            kind: plan
            ---

            ## Goal 1: Reading for all

            Words on it.

            ### Objective 1.1: Books

            More words.
            """)
        #expect(comments["Reading for all"] == ["Plan › heading of Goal 1"])
        #expect(comments["Words on it."] == ["Plan › Goal 1 › paragraph"])
        #expect(comments["Books"] == ["Plan › Goal 1 › heading of Objective 1.1"])
        #expect(comments["More words."] == ["Plan › Goal 1 › Objective 1.1 › paragraph"])
    }

    @Test func aMessageOfManyPlacesNamesThree() {
        let comments = comments("---\ntitle: T\n---\n\n" + (1...5).map { "## Part \($0)x\n\nAgain.\n\n" }.joined())
        #expect(comments["Again."] == ["T › Part 1x › paragraph", "T › Part 2x › paragraph", "T › Part 3x › paragraph", "and in 2 more"])
    }
}
