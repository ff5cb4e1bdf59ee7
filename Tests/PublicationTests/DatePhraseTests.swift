import TestSupport
import Testing

@testable import Publication

@Suite struct DatePhraseTests {
    /// All that is read of a phrase: "2022-01-01/2022-01-31 month by exact", "2x/1month", "-" for nothing.
    private static func told(_ phrase: DatePhrase?) -> String {
        guard let phrase else { return "-" }
        var facts: [String] = []
        if let period = phrase.period { facts.append(period.start == period.end ? "\(period.start)" : "\(period.start)/\(period.end)") }
        if let precision = phrase.precision { facts.append(precision.rawValue) }
        if phrase.isDeadline { facts.append("by") }
        if phrase.isOngoing { facts.append("ongoing") }
        if phrase.isRecurring { facts.append("recurring") }
        if let recurrence = phrase.recurrence { facts.append("\(recurrence.times)x/\(recurrence.every)\(recurrence.unit)") }
        if let doubt = phrase.doubt { facts.append("?\(doubt)") }
        if phrase.isExact { facts.append("exact") }
        return facts.joined(separator: " ")
    }

    private static let english = [
        ("By January 2022", "2022-01-01/2022-01-31 month by exact"),
        ("By March of 2022", "2022-03-01/2022-03-31 month by exact"),
        ("by  MARCH\u{A0}2022.", "2022-03-01/2022-03-31 month by exact"),
        ("By January 2022, each school will give feedback", "2022-01-01/2022-01-31 month by exact"),
        ("By January 2022, each school will give feedback on the 2020-21 plan", "2022-01-01/2022-01-31 month by exact"),
        ("By Spring 2022", "2022-03-01/2022-05-31 season by"),
        ("Spring  2021", "2021-03-01/2021-05-31 season"),
        ("Summer 2021", "2021-06-01/2021-08-31 season"),
        ("Fall semester of 2022", "2022-09-01/2022-11-30 season"),
        ("Autumn '22", "2022-09-01/2022-11-30 season"),
        ("Winter 2022", "2021-12-01/2022-02-28 season ?seasonAcrossYears"),
        ("Winter 2021-22", "2021-12-01/2022-02-28 season"),
        ("Spring of 2021-22", "2022-03-01/2022-05-31 season"),
        ("Summer 2021-22", "2022-06-01/2022-08-31 season ?seasonAcrossYears"),
        ("By the end of 2023", "2023-12-31 year by ?kindOfYear"),
        ("By the end of calendar year 2023", "2023-12-31 year by"),
        ("by end of January 2022", "2022-01-31 month by exact"),
        ("Mid-2022", "2022-05-01/2022-08-31 year ?kindOfYear"),
        ("mid-January 2022", "2022-01-11/2022-01-20 month ?vague"),
        ("late February 2022", "2022-02-21/2022-02-28 month ?vague"),
        ("around March 2022", "2022-03-01/2022-03-31 month ?vague"),
        ("2021-22", "2021-07-01/2022-06-30 schoolYear"),
        ("2021–22:", "2021-07-01/2022-06-30 schoolYear"),
        ("2021—22", "2021-07-01/2022-06-30 schoolYear"),
        ("2021\u{2011}22", "2021-07-01/2022-06-30 schoolYear"),
        ("2021\u{2212}2022", "2021-07-01/2022-06-30 schoolYear"),
        ("2021 – 2022", "2021-07-01/2022-06-30 schoolYear"),
        ("2021/22", "2021-07-01/2022-06-30 schoolYear"),
        ("2021-’22", "2021-07-01/2022-06-30 schoolYear"),
        ("1999-00", "1999-07-01/2000-06-30 schoolYear"),
        ("2021-22 (and ongoing)", "2021-07-01/2022-06-30 schoolYear ongoing"),
        ("2021-2022 (and recurring)", "2021-07-01/2022-06-30 schoolYear recurring"),
        ("2021-22, ongoing and recurring", "2021-07-01/2022-06-30 schoolYear ongoing recurring"),
        ("Ongoing", "ongoing"),
        ("Ongoing: 2021-22", "2021-07-01/2022-06-30 schoolYear ongoing"),
        ("2021-2024:", "2021-07-01/2024-06-30 years"),
        ("2021-24", "2021-07-01/2024-06-30 years"),
        ("from 2021 to 2024", "2021-07-01/2024-06-30 years"),
        ("2021-22 through 2023-24", "2021-07-01/2024-06-30 years"),
        ("2021-22, 2022-23", "2021-07-01/2023-06-30 years ?several"),
        ("Draft in June 2022 and report in August 2022", "2022-06-01/2022-06-30 month ?several"),
        ("2022-06", "2022-06-01/2022-06-30 month exact"),
        ("2022-06-15", "2022-06-15 day exact"),
        ("2011-12", "2011-07-01/2012-06-30 schoolYear ?monthOrSchoolYear"),
        ("2011–12", "2011-07-01/2012-06-30 schoolYear"),
        ("school year 2011-12", "2011-07-01/2012-06-30 schoolYear"),
        ("2011-12 school year", "2011-07-01/2012-06-30 schoolYear"),
        ("SY 21-22", "2021-07-01/2022-06-30 schoolYear"),
        ("SY23", "2022-07-01/2023-06-30 schoolYear ?schoolYearOfOneYear"),
        ("By the start of the 2022-23 school year", "2022-07-01 schoolYear by"),
        ("end of the school year 2022-23", "2023-06-30 schoolYear"),
        ("FY 2023", "2022-07-01/2023-06-30 year ?fiscalYear"),
        ("2022", "2022-01-01/2022-12-31 year"),
        ("By 2022", "2022-01-01/2022-12-31 year by"),
        ("Q1 2022", "2022-01-01/2022-03-31 quarter ?kindOfYear"),
        ("first half of 2021-22", "2021-07-01/2021-12-31 halfYear"),
        ("January 15, 2022", "2022-01-15 day exact"),
        ("Due Friday, Jan. 14th, 2022", "2022-01-14 day by exact"),
        ("15 January 2022", "2022-01-15 day exact"),
        ("the 15th of January, 2022", "2022-01-15 day exact"),
        ("Sept 2022", "2022-09-01/2022-09-30 month exact"),
        ("no later than June 1, 2022", "2022-06-01 day by exact"),
        ("before March 2022", "2022-02-28 month by exact"),
        ("March 1–5, 2022", "2022-03-01/2022-03-05 day exact"),
        ("September–November 2021", "2021-09-01/2021-11-30 month exact"),
        ("November to January 2022", "2021-11-01/2022-01-31 month exact"),
        ("between January and March 2022", "2022-01-01/2022-03-31 month exact"),
        ("January and March 2022", "2022-01-01/2022-03-31 month ?several"),
        ("September 2021 – June 2022", "2021-09-01/2022-06-30 month exact"),
        ("03/04/2022", "2022-03-04 day ?dayOrMonthFirst"),
        ("04/04/2022", "2022-04-04 day exact"),
        ("3/15/22", "2022-03-15 day exact"),
        ("15/3/2022", "2022-03-15 day exact"),
        ("3.4.2022", "2022-04-03 day exact"),
        ("06/2022", "2022-06-01/2022-06-30 month exact"),
        ("annually", "1x/1year"),
        ("every year", "1x/1year"),
        ("at the end of each school year", "1x/1year"),
        ("Meets twice a month.", "2x/1month"),
        ("The councils convene twice a year", "2x/1year"),
        ("once a week", "1x/1week"),
        ("monthly", "1x/1month"),
        ("quarterly", "1x/3month"),
        ("every two years", "1x/2year"),
        ("every other week", "1x/2week"),
        ("3x/year", "3x/1year"),
        ("each spring", "1x/1year"),
        ("semi-annually", "1x/6month"),
        ("bi-weekly", "1x/2week ?frequency"),
        ("Annually by June 30, 2022", "2022-06-30 day by 1x/1year exact"),
    ]

    private static let spanish = [
        ("Para enero de 2022", "2022-01-01/2022-01-31 month by exact"),
        ("para la primavera de 2022", "2022-03-01/2022-05-31 season by"),
        ("antes de marzo de 2022", "2022-02-28 month by exact"),
        ("a más tardar en junio de 2022", "2022-06-01/2022-06-30 month by exact"),
        ("A MAS TARDAR EL 15 DE JUNIO DE 2022", "2022-06-15 day by exact"),
        ("1.º de junio de 2022", "2022-06-01 day exact"),
        ("1º de junio del 2022", "2022-06-01 day exact"),
        ("primavera de 2022", "2022-03-01/2022-05-31 season"),
        ("otoño 2022", "2022-09-01/2022-11-30 season"),
        ("finales de 2023", "2023-12-31 year ?kindOfYear"),
        ("para finales de 2023", "2023-12-31 year by ?kindOfYear"),
        ("a mediados de enero de 2022", "2022-01-11/2022-01-20 month ?vague"),
        ("del 1 al 5 de junio de 2022", "2022-06-01/2022-06-05 day exact"),
        ("de septiembre a noviembre de 2021", "2021-09-01/2021-11-30 month exact"),
        ("curso 2021-22", "2021-07-01/2022-06-30 schoolYear"),
        ("para el curso escolar 2021-2022", "2021-07-01/2022-06-30 schoolYear"),
        ("al final del año escolar 2022-23", "2023-06-30 schoolYear"),
        ("2021-22 (y en curso)", "2021-07-01/2022-06-30 schoolYear ongoing"),
        ("2021-22 (y recurrente)", "2021-07-01/2022-06-30 schoolYear recurring"),
        ("cada año", "1x/1year"),
        ("todos los años", "1x/1year"),
        ("cada dos años", "1x/2year"),
        ("dos veces al mes", "2x/1month"),
        ("3 veces por semana", "3x/1week"),
        ("Anualmente", "1x/1year"),
        ("Frecuencia: trimestral", "1x/3month"),
    ]

    private static let portuguese = [
        ("Até janeiro de 2022", "2022-01-01/2022-01-31 month by exact"),
        ("ate março de 2022", "2022-03-01/2022-03-31 month by exact"),
        ("até o fim de 2023", "2023-12-31 year by ?kindOfYear"),
        ("antes de março de 2022", "2022-02-28 month by exact"),
        ("o mais tardar em junho de 2022", "2022-06-01/2022-06-30 month by exact"),
        ("primavera de 2022", "2022-03-01/2022-05-31 season"),
        ("verão 2021", "2021-06-01/2021-08-31 season"),
        ("set/2022", "2022-09-01/2022-09-30 month exact"),
        ("1º de junho de 2022", "2022-06-01 day exact"),
        ("início do ano letivo 2022-23", "2022-07-01 schoolYear"),
        ("ano letivo 2021-22", "2021-07-01/2022-06-30 schoolYear"),
        ("ano letivo de 2022", "2021-07-01/2022-06-30 schoolYear ?schoolYearOfOneYear"),
        ("2021-22 (e contínuo)", "2021-07-01/2022-06-30 schoolYear ongoing"),
        ("2021-22 (e recorrente)", "2021-07-01/2022-06-30 schoolYear recurring"),
        ("duas vezes por mês", "2x/1month"),
        ("uma vez por semana", "1x/1week"),
        ("a cada dois anos", "1x/2year"),
        ("todos os anos", "1x/1year"),
        ("anualmente", "1x/1year"),
    ]

    private static let french = [
        ("D'ici janvier 2022", "2022-01-01/2022-01-31 month by exact"),
        ("d’ici mars 2022", "2022-03-01/2022-03-31 month by exact"),
        ("avant mars 2022", "2022-02-28 month by exact"),
        ("d'ici la fin 2023", "2023-12-31 year by ?kindOfYear"),
        ("d’ici à la fin de l’année 2023", "2023-12-31 year by ?kindOfYear"),
        ("au plus tard en juin 2022", "2022-06-01/2022-06-30 month by exact"),
        ("printemps 2022", "2022-03-01/2022-05-31 season"),
        ("Été 2021", "2021-06-01/2021-08-31 season"),
        ("E\u{301}te\u{301} 2021", "2021-06-01/2021-08-31 season"),
        ("à l'automne 2022", "2022-09-01/2022-11-30 season"),
        ("1er juin 2022", "2022-06-01 day exact"),
        ("1ᵉʳ juin 2022", "2022-06-01 day exact"),
        ("du 1er au 5 juin 2022", "2022-06-01/2022-06-05 day exact"),
        ("de janvier à mars 2022", "2022-01-01/2022-03-31 month exact"),
        ("mi-janvier 2022", "2022-01-11/2022-01-20 month ?vague"),
        ("août 2022", "2022-08-01/2022-08-31 month exact"),
        ("année scolaire 2021-2022", "2021-07-01/2022-06-30 schoolYear"),
        ("début de l'année scolaire 2022-2023", "2022-07-01 schoolYear"),
        ("2021-22 (et en continu)", "2021-07-01/2022-06-30 schoolYear ongoing"),
        ("2021-22 (et récurrent)", "2021-07-01/2022-06-30 schoolYear recurring"),
        ("chaque année", "1x/1year"),
        ("tous les ans", "1x/1year"),
        ("tous les deux ans", "1x/2year"),
        ("deux fois par mois", "2x/1month"),
        ("hebdomadairement", "1x/1week"),
    ]

    @Test(arguments: english + spanish + portuguese + french) func phrasesAreRead(_ text: String, _ expected: String) {
        #expect(Self.told(DatePhrase(text, calendar: SchoolCalendar())) == expected)
    }

    @Test(arguments: [
        "", " ", "end of each grade level", "each school", "Goal 12", "3 of the 6", "Room 2021", "January", "By June", "June 31, 2022",
        "spring", "over 2021 words", "2021 students attended", "$2021", "2021%", "1,2021", "617-555-2021", "ISO 9001-2015",
        "2021km", "A2021", "1850", "2022-21", "2022-13", "2022-02-30", "13/13/2022", "grades 11-12", "21-22", "1-2-3",
        "set 2021 goals", "every student", "annual report", "diario local", "todo el año", "May 5", "99999999999999999999",
        "2021-22-05-06", "mi 12", "the other year",
    ])
    func otherTextsAreNot(_ text: String) {
        #expect(Self.told(DatePhrase(text, calendar: SchoolCalendar())) == "-")
    }

    @Test(arguments: [
        ("Spring 2022", "2022-09-01/2022-11-30 season"), ("otoño de 2022", "2022-03-01/2022-05-31 season"),
        ("Inverno 2022", "2022-06-01/2022-08-31 season"), ("verano de 2022", "2021-12-01/2022-02-28 season ?seasonAcrossYears"),
        ("2021-22", "2021-01-01/2022-12-31 years"), ("ano letivo de 2022", "2022-01-01/2022-12-31 schoolYear"),
        ("Summer 2021-22", "2021-12-01/2022-02-28 season"), ("até o fim de 2023", "2023-12-31 year by"),
        ("2021-2024", "2021-01-01/2024-12-31 years"), ("FY 2023", "2023-01-01/2023-12-31 year ?fiscalYear"),
    ])
    func inTheSouthYearsAndSeasonsAreOthers(_ text: String, _ expected: String) {
        #expect(Self.told(DatePhrase(text, calendar: SchoolCalendar(firstMonth: 1, isSouthern: true))) == expected)
    }

    @Test(arguments: [
        (-3, "2021-01-01/2022-12-31"), (1, "2021-01-01/2022-12-31"), (4, "2021-04-01/2022-03-31"), (9, "2021-09-01/2022-08-31"),
        (12, "2021-12-01/2022-11-30"), (40, "2021-12-01/2022-11-30"),
    ])
    func schoolYearsBeginWhenTheyAreSaidTo(_ month: Int, _ expected: String) {
        #expect(DatePhrase("2021-22", calendar: SchoolCalendar(firstMonth: month))?.period == CalendarPeriod(expected))
    }

    @Test(arguments: [
        (
            "The DIP for 2021-2022 was piloted at the end of 2020-2021 (2019–20 data), and by Spring 2022 we meet.",
            ["2021-2022", "end of 2020-2021", "2019–20", "by Spring 2022"]
        ),
        ("In 2021 we began; since 2019, the 2022 survey. Room 2021 holds 2021 people.", ["2021", "2019", "2022"]),
        ("El plan de 2021 a 2024, hasta junio de 2022.", ["2021 a 2024", "junio de 2022"]),
        ("Call 617-555-2021 on January 15, 2022 at 2:30, see page 2021.", ["January 15, 2022"]),
        ("Each school meets twice a month. May 2022\nand 2022-06-15T18:00.", ["May 2022", "2022-06-15"]),
        ("👩‍👩‍👧 été 2021 🎉 d’ici janvier 2022é", ["été 2021"]),
        ("**2021–22:** (2023) 2024", ["2021–22", "2023"]),
        ("no dates here, only 12 goals of 34", []),
    ])
    func datesAreFoundInRunningText(_ text: String, _ expected: [String]) {
        #expect(DatePhrase.find(in: text, calendar: SchoolCalendar()).map { String(text[$0.range]) } == expected)
    }

    @Test func periodsAreMadeOfTwoDays() throws {
        let (one, other) = (try #require(CalendarDate("2022-01-01")), try #require(CalendarDate("2022-02-01")))
        #expect(CalendarPeriod(start: other, end: one) == CalendarPeriod("2022-01-01/2022-02-01"))
    }
}

extension DatePhraseTests {
    private static let pieces = [
        "2021", "22", "-", "–", "/", ".", ",", "(", ")", " ", "'", "’", "by ", "the end of ", "before ", "mid-", "d'ici ", "a ", "de ", "and ",
        "January", "May ", "to ", "Winter ", "Q1", "FY", "SY ", "school year ", "every ", "twice ", "year", "1er", "º", "99999", "0", "00",
        "\u{301}", "\u{200D}", "\u{A0}", "\u{AD}", "👩‍👩‍👧", "\r\n", "\0", "é", "٢٠٢٢", "2️⃣", "\u{202E}", "1900", "2099", "31", "and ongoing",
    ]

    /// Whatever text comes, what is read of it holds together, and what is found lies in it, one after the other.
    @Test(arguments: 0..<4) func anythingOddIsBorne(part: Int) {
        let phrases = (Self.english + Self.spanish + Self.portuguese + Self.french).map(\.0)
        var read = 0
        for seed in part * 2000..<(part + 1) * 2000 {
            var random = SeededGenerator(seed: UInt64(seed))
            var scalars = Array(random.pick(phrases).unicodeScalars)
            for _ in 0..<random.number(1...4) {
                let place = random.number(0...scalars.count)
                switch random.number(0...3) {
                case 0: scalars.insert(contentsOf: random.pick(Self.pieces).unicodeScalars, at: place)
                case 1: scalars.removeSubrange(place..<min(scalars.count, place + random.number(1...4)))
                case 2: scalars.insert(Unicode.Scalar(UInt32(random.number(0...0xD7FF))) ?? " ", at: place)
                default: scalars.insert(contentsOf: random.pick(phrases).unicodeScalars, at: place)
                }
            }
            let text = String(String.UnicodeScalarView(scalars))
            let calendar = SchoolCalendar(firstMonth: random.number(-1...14), isSouthern: random.chance(50))
            let phrase = DatePhrase(text, calendar: calendar)
            let found = DatePhrase.find(in: text, calendar: calendar)
            if phrase != nil { read += 1 }
            let isWhole = ([phrase].compactMap { $0 } + found.map(\.phrase)).allSatisfy { phrase in
                (phrase.period == nil) == (phrase.precision == nil) && (phrase.period.map { $0.start <= $0.end } ?? true)
                    && (phrase.period != nil || !phrase.isDeadline) && (phrase.recurrence.map { $0.times > 0 && $0.every > 0 } ?? true)
            }
            let isInOrder = zip(found, found.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }
                && found.allSatisfy { !text[$0.range].isEmpty }
            #expect(isWhole && isInOrder && (phrase?.period == nil) == found.isEmpty, "seed \(seed): \(text.debugDescription)")
        }
        #expect(read > 600, "many are still read, so that all of the reader is tried")
    }

    /// Twice the text takes no more than about twice the time, even of text made to be read again and again.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["by the end of the ", "2021-", "May to ", "1 a ", "(and ", "twice ", "a", "1", "school year of the ", "2021-22, "])
    func longTextsAreReadInLinearTime(_ piece: String) {
        let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
        _ = DatePhrase(text, calendar: SchoolCalendar())
        #expect(DatePhrase.find(in: text, calendar: SchoolCalendar()).count <= text.count)
    }
}
