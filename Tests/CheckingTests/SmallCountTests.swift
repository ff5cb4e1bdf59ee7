import Publication
import Testing

@testable import Checking

/// Counts of people in a survey's words.
@Suite struct SmallCountTests {
    private static func survey(_ text: String, heading: String = "In your words") -> String {
        """
        ## Results

        ### Q1. Name three people whom five families said you can trust.

        Choose up to two people.

        | Answer | Count |
        | --- | ---: |
        | Two students said so | 12 |

        ## \(heading)

        \(text)

        ## Our reflections

        We think.

        ## What we will do

        We do.
        """
    }

    /// The marked words of each problem.
    private func counts(_ text: String, language: String = "en", heading: String = "In your words", front: String = "") throws -> [String] {
        let survey = Self.survey(text, heading: heading)
        return try found(.smallCount, in: survey, language: language, front: "kind: survey\n" + front).map {
            String($0.split(separator: " ", maxSplits: 1)[1].dropFirst().dropLast())
        }
    }

    @Test(arguments: [
        ("en", "Three families said that they had no ride.", "Three families"), ("en", "Only 4 students wrote.", "4 students"),
        ("en", "In all, 2 of 9 students disagreed.", "2 of 9 students"), ("en", "One student told us why.", "One student"),
        ("en", "We heard from one parent who speaks Haitian Creole.", "one parent"), ("en", "**Rides (4 comments):** no bus runs.", "4 comments"),
        ("en", "Two Spanish-speaking families wrote.", "Two Spanish-speaking families"), ("en", "Two of our families asked.", "Two of our families"),
        ("en", "Two of the nine said no.", "Two of the nine"), ("en", "Three staff members left.", "Three staff members"),
        ("en", "Seven out of 9 households answered.", "Seven out of 9 households"), ("en", "Three or four people said so.", "four people"),
        ("en", "There were 9 children.", "9 children"), ("en", "All but two families agree.", "two families"),
        ("en", "Two parents and three students asked.", "Two parents|three students"), ("en", "Nine\nfamilies said no.", "Nine\nfamilies"),
        ("en", "One of the families said no.", "One of the families"), ("en", "Five staff agreed.", "Five staff"),
        ("en", "We heard from 7 of our 160 members.", "7 of our 160 members"), ("en", "The paper form (n = 6) was short.", "6"), ("en", "**Buses** – 3 mentions", "3 mentions"),
        ("en", "Only 3 % of the 160 said no.", "3 % of the 160"), ("en", "Text.[^1]\n\n[^1]: Three families said no.", "Three families"),
        ("en", "- Arabic: 4\n- Spanish: 30", "4"), ("en", "- English (140)\n- Arabic (4)", "4"),
        ("es", "Tres familias dijeron que no.", "Tres familias"), ("es", "Una familia nos dijo que no.", "Una familia"),
        ("es", "Escribieron 2 de 9 estudiantes.", "2 de 9 estudiantes"), ("es", "Dos de las familias no.", "Dos de las familias"),
        ("es", "Nueve personas pidieron más.", "Nueve personas"),
        ("pt", "Três famílias disseram que não.", "Três famílias"), ("pt", "Duas das famílias não.", "Duas das famílias"),
        ("pt", "Um aluno escreveu.", "Um aluno"), ("pt", "São 5 pessoas.", "5 pessoas"),
        ("fr", "Trois familles ont répondu.", "Trois familles"), ("fr", "Deux des élèves.", "Deux des élèves"),
    ])
    func smallCountsAreFound(_ language: String, _ text: String, _ expected: String) throws {
        // What stands in two lines is marked to the end of the first.
        #expect(try counts(text, language: language) == expected.split(separator: "|").map { String($0.prefix { $0 != "\n" }) })
    }

    @Test(arguments: [
        ("en", "We have three goals for students."), ("en", "Three things families said."), ("en", "Eight in ten families feel welcome."),
        ("en", "Nine out of ten families agree."), ("en", "Three out of four students agree."), ("en", "Nine of ten students agree."),
        ("en", "Ten families said so."), ("en", "We asked 120 families."), ("en", "1,005 families, 2.5 students, 12 people"),
        ("en", "Fewer than five families answered."), ("en", "At least one adult knows me."), ("en", "More than one person said so."),
        ("en", "We do not publish counts of 1 to 9 people."), ("en", "No count from 1 to 9."), ("en", "groups of three students"),
        ("en", "Students in grade 5 students"), ("en", "We invited one person from every household."), ("en", "one student at a time"),
        ("en", "Two family nights and one staff meeting."), ("en", "two student groups"), ("en", "one person’s view"), ("en", "Everyone told us."),
        ("en", "thirty-five families, two hundred families, one hundred and five people"), ("en", "two students per class"),
        ("en", "One person can make a difference."), ("en", "On May 4 people voted."), ("en", "Two thirds of families agree."),
        ("en", "one in nine students"), ("en", "two community forums"), ("en", "There are five staff meetings a year."), ("en", "every three families"),
        ("en", "5–9 families"), ("en", "two of three buses"), ("en", "one of the ways families hear"), ("en", "No one said."),
        ("es", "Una familia puede pedir ayuda."), ("es", "menos de tres familias"), ("es", "treinta y dos familias, dos mil familias"),
        ("es", "una de cada diez familias"), ("es", "ocho de diez familias"), ("es", "al menos dos familias"), ("es", "Tres metas para estudiantes."),
        ("pt", "Uma família pode pedir ajuda."), ("pt", "trinta e duas famílias"), ("pt", "mais de três famílias"), ("fr", "moins de trois familles"),
        ("zh-Hans", "3 个家庭"),
    ])
    func otherNumbersAreNone(_ language: String, _ text: String) throws {
        #expect(try counts(text, language: language) == [])
    }

    @Test func itsOwnThresholdAndGroupsCount() throws {
        #expect(try counts("Twelve families said so.", front: "suppress-below: 20\n") == ["Twelve families"])
        #expect(try counts("Seven families said so.", front: "suppress-below: 5\n") == [])
        let groups = "groups: [{name: Bus drivers, answered: 10}, {name: Neighbourhood, answered: 31}]\n"
        #expect(try counts("Four drivers said so. Three neighbourhood members said so.", front: groups) == ["Four drivers", "Three neighbourhood members"])
        #expect(try counts("Four drivers said so.") == [])
        // Of ten is a share, but of ten who answered a count.
        #expect(try counts("2 of 10 drivers said so.", front: groups) == ["2 of 10 drivers"])
    }

    @Test func sectionsOnItsAuthorsCountAnswersOnly() throws {
        for heading in ["How we asked", "Methods"] {
            #expect(try counts("Two teachers will help us. Three students tested the form.", heading: heading) == [])
            #expect(try counts("Two teachers did not answer. Three students said no.", heading: heading) == ["Two teachers", "Three students"])
        }
    }

    @Test func theRestOfAllIsACount() throws {
        #expect(try counts("Of the 160, 153 answered.", front: "invited: 160\n") == ["153"])
        #expect(try counts("Of the 160, 120 answered.", front: "invited: 160\n") == [])
        #expect(try counts("Of the 160, 153 answered.") == [])
    }

    @Test func anItemAloneIsNoCount() throws { #expect(try counts("- Goal: 4\n- Words") == []) }

    @Test func questionsMayNameSmallCountsInBrackets() throws {
        let heading = Self.survey("Text.").replacing("you can trust.", with: "you can trust. (7 people answered)")
        #expect(try found(.smallCount, in: heading, front: "kind: survey\n").count == 1)
    }

    @Test func theNoticeCounts() throws {
        #expect(try found(.smallCount, in: Self.survey("Text."), front: "kind: survey\nnotice: \"Three families said so.\"\n").count == 1)
    }

    @Test func theSummaryCounts() throws {
        let problems = try problems(in: Self.survey("Text."), front: "kind: survey\nsummary: \"What three families said, and more.\"\n").filter { $0.rule == .smallCount }
        #expect(problems.map { "\($0.line):\($0.column)+\($0.length)" } == ["4:16+14"])
        #expect(problems.first?.message == "‘three families’ counts people, and counts below 10 are withheld")
    }

    private static func all(_ site: CheckedPublication) -> [Diagnostic] {
        let check = TextCheck(site.publication, rules: [.smallCount])
        return site.publication.documents.indices.flatMap { check.problems(ofDocument: $0) }
    }

    @Test func aSeriesIsProtectedByItsLargestThreshold() throws {
        let site = try CheckedPublication([
            "a.md": "---\nkind: survey\ntitle: A\nseries: s\nfielded: 2021-04-01/2021-04-30\nsuppress-below: 5\n---\n" + Self.survey("Seven families said so."),
            "b.md": "---\nkind: survey\ntitle: B\nseries: s\nfielded: 2022-04-01/2022-04-30\n---\n" + Self.survey("Text."),
        ])
        #expect(Self.all(site).count == 1)
    }

    @Test func aTableOnAnotherPageRepeatsWhatIsWithheld() throws {
        let table = "| Answer | Count |\n| --- | --- |\n| Yes | 120 |\n| No | 80 |\n| Don’t know | 4 |\n"
        let survey = "---\nkind: survey\ntitle: A\nfielded: 2021-04-01/2021-04-30\n---\n## Results\n\n### Q1. Do you?\n\n" + table + "\n## Our reflections\n\nWe think.\n\n## What we will do\n\nWe do.\n"
        let page = "---\ntitle: News\n---\nDo you?\n\n"
        #expect(try Self.all(CheckedPublication(["a.md": survey, "b.md": page + table])).map(\.message) == ["Q1 of ‘A’ withholds this count: it is below 10"])
        #expect(try Self.all(CheckedPublication(["a.md": survey, "b.md": page + table.replacing("’", with: "'")])).count == 1)
        // What would tell it is withheld as well.
        let all = survey.replacing("\n---\n##", with: "\nresponses: 204\n---\n##"), others = table.replacing("| Don’t know | 4 |\n", with: "")
        #expect(try Self.all(CheckedPublication(["a.md": all, "b.md": page + others])).map(\.message) == ["Q1 of ‘A’ withholds this count: others would tell by it which one is below 10"])
        #expect(try Self.all(CheckedPublication(["a.md": survey, "b.md": page + table.replacing("| 4 |", with: "| [c] |")])) == [])
        #expect(try Self.all(CheckedPublication(["a.md": survey, "b.md": page + table.replacing("Yes", with: "Red").replacing("No ", with: "Blue ")])) == [])
    }

    @Test func otherKindsMayCount() throws {
        #expect(try found(.smallCount, in: "Three families said so.") == [])
    }

    @Test func longTextsEnd() throws {
        let text = String(repeating: "three of the students of nine families and ", count: 4_000)
        var found = 0
        let time = try ContinuousClock().measure { found = try counts(text).count }
        #expect(found > 0 && time < .seconds(60))
    }
}
