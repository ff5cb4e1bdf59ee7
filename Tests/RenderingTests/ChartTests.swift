import Publication
import Testing

@testable import Rendering

@Suite struct ChartTests {
    private let families = ChartRow(label: "Families", note: "n = 190", segments: segments([43, 29, 15, 10, 3, 9]))
    private let students = ChartRow(label: "Students", note: "n = 1,204", segments: segments([31, 38, 14, 12, 5, 4]))

    private static func segments(_ percents: [Int]) -> [ChartSegment] {
        let places: [(AnswerSide, Int)] = [(.favourable, 0), (.favourable, 1), (.neutral, 0), (.unfavourable, 1), (.unfavourable, 0), (.apart, 0)]
        return zip(percents, places).map { ChartSegment(percent: $0, label: "\($0)\u{A0}%", side: $1.0, step: $1.1) }
    }

    private func chart(_ rows: [ChartRow], _ form: Chart.Form = .stacked, isRightToLeft: Bool = false, id: String = "q4") -> Chart {
        Chart(
            form: form, rows: rows, legend: [ChartKey(label: "Disagree", side: .unfavourable), ChartKey(label: "Agree", side: .favourable)],
            isRightToLeft: isRightToLeft, id: id, title: "Q4", description: "72 % agree.")
    }

    private func html(_ chart: Chart) -> String { String(decoding: chart.html(), as: UTF8.self) }

    private func values(of attribute: String, in html: String) -> [String] {
        html.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    // MARK: Geometry

    @Test func segmentsFillTheBar() {
        for percents in [[43, 29, 15, 10, 3], [100, 0, 0, 0, 0], [1, 1, 1, 1, 96], [33, 33, 34, 0, 0]] {
            let row = ChartLayout(chart([ChartRow(label: "", segments: Self.segments(percents))])).rows[0]
            #expect(row.reduce(0) { $0 + $1.width } == ChartLayout.whole)
            #expect(row.first?.start == 0)
            for (piece, next) in zip(row, row.dropFirst()) { #expect(piece.start + piece.width == next.start) }
        }
    }

    @Test func whatIsApartBeginsAtTheSamePlaceAfterAGap() throws {
        let rows = ChartLayout(chart([families, students])).rows
        let apart = try rows.map { try #require($0.last) }
        #expect(apart.map(\.segment.side) == [.apart, .apart])
        #expect(apart[0].start == apart[1].start)
        #expect(apart[0].start + apart[0].width == ChartLayout.whole)
        #expect(apart[0].start - (rows[0][4].start + rows[0][4].width) == 2678)  // 3 of 112 points
    }

    @Test func sidesMeetAtTheCentre() throws {
        let layout = ChartLayout(chart([families, students], .diverging))
        let centre = try #require(layout.centre)
        for row in layout.rows {
            #expect(row.map(\.segment.side) == [.unfavourable, .unfavourable, .favourable, .favourable, .neutral, .apart])
            #expect(row.map(\.segment.step) == [0, 1, 1, 0, 0, 0])
            #expect(row[1].start + row[1].width == centre)
            #expect(row[2].start == centre)
        }
        #expect(layout.rows[0][4].start == layout.rows[1][4].start)
    }

    @Test(arguments: [Chart.Form.stacked, .diverging, .bars, .dots]) func rightToLeftIsTheMirrorImage(_ form: Chart.Form) {
        let layout = ChartLayout(chart([families, students], form)), mirrored = ChartLayout(chart([families, students], form, isRightToLeft: true))
        for (pieces, others) in zip(layout.rows, mirrored.rows) {
            #expect(pieces.map { ChartLayout.whole - $0.start - $0.width } == others.map(\.start))
            #expect(pieces.map(\.width) == others.map(\.width))
        }
        #expect(layout.centre.map { ChartLayout.whole - $0 } == mirrored.centre)
    }

    @Test func pointsOfAYearLieAboveEachOther() {
        func row(_ years: [String]) -> ChartRow {
            ChartRow(label: "", segments: years.map { ChartSegment(percent: 50, label: "50 %", side: .plain, caption: $0) })
        }
        let rows = ChartLayout(chart([row(["2020", "2022"]), row(["2019", "2020", "2021"])], .dots)).rows
        #expect(rows.map { $0.map(\.start) } == [[25_000, 75_000], [0, 25_000, 50_000]])
    }

    @Test func sharesOutsideOfTheHundredAreHeldWithin() {
        let rows = ChartLayout(chart([120, -5].map { ChartRow(label: "", segments: [ChartSegment(percent: $0, label: "", side: .plain)]) }, .bars)).rows
        #expect(rows.map { $0[0].width } == [ChartLayout.whole, 0])
    }

    @Test func whatAllBarsAreOfStandsAboveThem() {
        var bars = chart([ChartRow(label: "E-mail", segments: [ChartSegment(percent: 84, label: "84 %", side: .plain)])], .bars)
        bars.note = "190 answered"
        #expect(html(bars).contains("<p class=\"chart-caption\"><span class=\"chart-note\">190 answered</span></p>"))
        bars.caption = "Staff"
        #expect(html(bars).contains("<p class=\"chart-caption\"><span class=\"chart-label\">Staff</span> <span class=\"chart-note\">190 answered</span></p>"))
    }

    @Test func whatIsInAnotherLanguageSaysSoInTheTextAlternative() throws {
        let english = try #require(LanguageTag("en"))
        var bars = chart([ChartRow(label: "نعم", segments: [ChartSegment(percent: 84, label: "84 %", side: .plain)])], .bars, isRightToLeft: true)
        bars.title = Words("Do you agree?", in: english)
        bars.description = Words("Yes", in: english) + Words(": 84 %؛ لا: 16 %")
        let page = html(bars)
        #expect(page.contains("<span id=\"q4-name\" hidden lang=\"en\" dir=\"ltr\">Do you agree?</span>"))
        #expect(page.contains("<span id=\"q4-text\" hidden><span lang=\"en\" dir=\"ltr\">Yes</span>: 84 %؛ لا: 16 %</span>"))
    }

    // MARK: Protection

    @Test(arguments: [Chart.Form.stacked, .diverging, .bars]) func aWithheldRowDrawsNothing(_ form: Chart.Form) throws {
        let hidden = ChartRow(label: "Staff", note: "[c] too few to show", segments: [])
        let page = html(chart([families, hidden], form))
        let row = try #require(page.split(separator: "<div class=\"chart-row").last)
        #expect(row.contains("[c] too few to show"))
        #expect(!row.contains("<svg"))
        #expect(ChartLayout(chart([families, hidden], form)).rows[0].map(\.start) == ChartLayout(chart([families], form)).rows[0].map(\.start))
    }

    @Test func aRowWithAWithheldSegmentDrawsNothing() {
        var partly = students
        partly.segments[5].percent = nil
        let layout = ChartLayout(chart([families, partly]))
        #expect(layout.rows[1].isEmpty)
        #expect(layout.rows[0].map(\.width) == ChartLayout(chart([families])).rows[0].map(\.width))
        #expect(!html(chart([families, partly])).contains("38\u{A0}%"))
    }

    @Test func aWithheldPointHasNoHeight() {
        let points = [(58, "2019"), (nil, "2020"), (72, "2021")].map { ChartSegment(percent: $0.0, label: $0.0.map { "\($0) %" } ?? "[c]", side: .plain, caption: $0.1) }
        let page = html(chart([ChartRow(label: "", segments: points)], .dots))
        #expect(page.split(separator: "<circle").count == 3)
        #expect(page.contains(">[c]</text>"))
    }

    // MARK: Labels

    @Test func labelsAreShownWhereTheyHaveRoom() {
        let row = ChartLayout(chart([ChartRow(label: "", segments: Self.segments([60, 30, 6, 3, 1]))])).rows[0]
        let widths = ChartLabels(row.map(\.segment.label.plain), at: row).steps.map { $0.map { ChartLabels.widths[$0] } }
        #expect(widths == [8, 8, 14, nil, nil])
    }

    @Test func theLastYearAlwaysHasItsLabel() {
        let points = (2010...2029).map { ChartSegment(percent: 50, label: "50 %", side: .plain, caption: "\($0)") }
        let row = ChartLayout(chart([ChartRow(label: "", segments: points)], .dots)).rows[0]
        let steps = ChartLabels(row.map { _ in "50 %" }, at: row, first: [19, 0]).steps
        #expect(steps[19] == 0)
        #expect(steps.contains(nil))
    }

    // MARK: Markup

    @Test func allTextIsEscaped() {
        let evil = "<b>&\"</b>"
        let row = ChartRow(label: Words(evil), note: Words(evil), segments: [ChartSegment(percent: 100, label: Words(evil), side: .plain, caption: evil)])
        for form in [Chart.Form.stacked, .bars, .dots] {
            let page = html(Chart(
                form: form, rows: [row], legend: [ChartKey(label: Words(evil), side: .plain)], isRightToLeft: false, id: "a\"><b>(", title: Words(evil), description: Words(evil)))
            #expect(!page.contains("<b>"))
            #expect(page.contains("&lt;b&gt;&amp;&quot;&lt;/b&gt;"))
        }
    }

    @Test func nothingIsStyledOrLoadedInPlace() {
        for form in [Chart.Form.stacked, .diverging, .bars, .dots] {
            let page = html(chart([families, students], form))
            for word in ["style", "<script", "http", "href", "viewBox"] { #expect(!page.contains(word)) }
        }
    }

    @Test func idsAreUniqueAndAllReferencesHaveTheirTarget() {
        let charts = ["q4", "q4_", "q4(", "q5"].map { chart([families, students], id: $0) }
        let page = String(decoding: Chart.patterns(of: charts), as: UTF8.self) + charts.map(html).joined()
        let ids = values(of: "id", in: page)
        #expect(Set(ids).count == ids.count)
        for fill in values(of: "fill", in: page) { #expect(ids.contains(String(fill.dropFirst(5).dropLast()))) }
        for names in values(of: "aria-labelledby", in: page) { #expect(names.split(separator: " ").allSatisfy { ids.contains(String($0)) }) }
    }

    @Test func theLegendHasTheOrderOfTheSegments() throws {
        let stacked = html(chart([families])), diverging = html(chart([families], .diverging))
        #expect(try #require(stacked.firstRange(of: ">Agree<")).lowerBound < #require(stacked.firstRange(of: ">Disagree<")).lowerBound)
        #expect(try #require(diverging.firstRange(of: ">Agree<")).lowerBound > #require(diverging.firstRange(of: ">Disagree<")).lowerBound)
    }

    @Test func answersOfAScaleHaveDifferentPatterns() {
        let scale: [(AnswerSide, Int)] = [(.favourable, 0), (.favourable, 1), (.neutral, 0), (.unfavourable, 1), (.unfavourable, 0), (.apart, 0)]
        #expect(Set(scale.map { ChartPattern($0.0, step: $0.1) }).count == scale.count)
        #expect(ChartPattern(.favourable, step: 9) == ChartPattern(.favourable, step: 2))
        #expect(ChartPattern(.plain, step: -1) == .solid)
    }

    @Test func theSameChartIsTheSameBytes() {
        #expect(chart([families, students]).html() == chart([families, students]).html())
    }

    @Test func oneBarInFull() {
        let row = ChartRow(label: Words("E-mail", in: LanguageTag("en")), segments: [ChartSegment(percent: 84, label: "84 %", side: .plain)])
        let page = html(Chart(form: .bars, rows: [row], legend: [], isRightToLeft: true, id: "q9", title: "Q9", description: ""))
        #expect(page == """
            <div class="chart chart-bars" role="img" aria-labelledby="q9-name">
            <span id="q9-name" hidden>Q9</span>
            <div aria-hidden="true">
            <div class="chart-row"><span class="chart-label" lang="en" dir="ltr">E-mail</span> <span class="chart-value">84 %</span> \
            <span class="chart-plot"><svg><rect class="track" width="100%" height="100%"/>\
            <svg class="plain" x="16%" width="84%"><rect class="edge full" width="100%" height="100%"/>\
            <rect class="gap" width="100%" height="100%"/></svg></svg></span></div>
            </div>
            </div>

            """)
    }
}
