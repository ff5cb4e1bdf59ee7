/// A picture of one question's results, drawn by the server: words in HTML, geometry in SVG.
///
///     let chart = Chart(
///         form: .stacked, rows: [ChartRow(label: "Families", note: "n = 190", segments: [
///             ChartSegment(percent: 72, label: "72 %", side: .favourable),
///             ChartSegment(percent: 28, label: "28 %", side: .unfavourable),
///         ])],
///         legend: [ChartKey(label: "Agree", side: .favourable), ChartKey(label: "Disagree", side: .unfavourable)],
///         isRightToLeft: false, id: "q4-chart", title: "Q4. …", description: "72 % of families agree.")
///     page += chart.html()
///
/// An SVG that scales makes its text unreadable on a phone, and SVG text does not wrap. So names, notes and the legend
/// are HTML, and each row has a small SVG of its own without a `viewBox`, where lengths along the bar are percentages
/// and all others `em`: text keeps the page's size, patterns are never stretched.
///
/// The patterns stand once in the page, ahead of all its charts: `Chart.patterns(of:)`.
///
/// To assistive technology the whole is one image with a name and a description; the numbers are in the table beside it.
struct Chart: Sendable {
    enum Form: String, Sendable {
        /// One bar a row: favourable, neutral, unfavourable. What is `apart` begins in a column of its own.
        case stacked
        /// Unfavourable and favourable to both sides of a line; neutral, then `apart`, in columns of their own.
        case diverging
        /// One bar a row, of 100 %: its first segment.
        case bars
        /// One point a segment, over years: higher is more. The last one is filled.
        case dots
    }

    var form: Form
    var rows: [ChartRow]
    /// In any order: it is shown in that of the segments.
    var legend: [ChartKey]
    var isRightToLeft: Bool
    /// Unlike any other in the page; the ids within begin with it.
    var id: String
    var title: Words
    var description: Words
    /// Shown above, where one of several charts is a group's.
    var caption: Words?
    /// What all shares are of, where not each row says it: "190 answered".
    var note: Words?

    func html() -> [UInt8] {
        var writer = ChartWriter(self)
        writer.write()
        return writer.output
    }
}

/// Which side of a scale an answer is on.
enum AnswerSide: String, Sendable {
    case favourable, neutral, unfavourable
    /// An answer of a question without sides.
    case plain
    /// "Don't know", "No answer": outside of the scale.
    case apart
}

/// What a colour and pattern stand for.
struct ChartKey: Sendable {
    var label: Words
    var side: AnswerSide
    var step = 0
}

struct ChartRow: Sendable {
    var label: Words
    /// "n = 120", or "[c] too few to show".
    var note: Words?
    /// A second note: what is of another base, "Don't know: 9 % of 330".
    var aside: Words?
    /// Empty where the row is withheld: then nothing is drawn.
    var segments: [ChartSegment]
}

struct ChartSegment: Sendable {
    /// Whole, of its row. Nil where it is withheld: only a point of `dots` may be so alone; any other row with such a
    /// segment is not drawn at all, since the others would tell its length.
    var percent: Int?
    /// "72 %", as the edition writes it.
    var label: Words
    var side: AnswerSide
    /// 0 is the strongest of its side.
    var step = 0
    /// A point's year.
    var caption: String?
    /// What the share is of, in the description: an answer, or a year.
    var name: Words?
    /// Whether a point cannot be compared with the one before.
    var isAfterBreak = false
}
