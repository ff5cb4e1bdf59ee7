import Markdown

/// Writes a chart as HTML with an SVG for each row.
///
/// All styling is by class: a strict policy allows no style attributes. Lengths of text are `em`, so a reader's text
/// size holds for the drawing, too.
struct ChartWriter {
    private(set) var output: [UInt8] = []
    private let chart: Chart
    private let layout: ChartLayout
    private let id: String

    init(_ chart: Chart) {
        self.chart = chart
        layout = ChartLayout(chart)
        id = Self.safe(chart.id)
    }

    mutating func write() {
        let isDescribed = !chart.description.isEmpty
        // A bound, "at least 99 %", takes more room than a percentage.
        let isBounded = chart.form == .bars && chart.rows.contains { ($0.segments.first?.label.plain.count ?? 0) > 5 }
        put(#"<div class="chart chart-\#(chart.form.rawValue)\#(isBounded ? " chart-bounded" : "")" role="img" aria-labelledby="\#(id)-name\#(isDescribed ? " \(id)-text" : "")">"#)
        put("\n")
        span("id=\"\(id)-name\" hidden", chart.title)
        put("\n")
        if isDescribed {
            span("id=\"\(id)-text\" hidden", chart.description)
            put("\n")
        }
        put("<div aria-hidden=\"true\">\n")
        if chart.caption != nil || chart.note != nil {
            put("<p class=\"chart-caption\">")
            if let caption = chart.caption {
                span("class=\"chart-label\"", caption)
                put(chart.note == nil ? "" : " ")
            }
            if let note = chart.note { span("class=\"chart-note\"", note) }
            put("</p>\n")
        }
        legend()
        for (row, pieces) in zip(chart.rows, layout.rows) { write(row, pieces) }
        put("</div>\n</div>\n")
    }

    // MARK: What is above the rows

    private mutating func legend() {
        guard !chart.legend.isEmpty, chart.form != .dots else { return }
        put("<p class=\"chart-legend\">")
        for key in ChartLayout.ordered(chart.legend, chart.form) {
            put("\n<span class=\"chart-key\">")
            filled(key.side, key.step, "class=\"\(key.side.rawValue)\"")
            put(" ")
            span("", key.label)
            put("</span>")
        }
        put("\n</p>\n")
    }

    // MARK: Rows

    private mutating func write(_ row: ChartRow, _ pieces: [ChartLayout.Piece]) {
        let isApart = chart.form == .bars && !pieces.isEmpty && pieces.allSatisfy { $0.segment.side == .apart }
        put("<div class=\"chart-row\(pieces.isEmpty ? " chart-withheld" : "")\(isApart ? " chart-apart" : "")\">")
        if !row.label.isEmpty {
            span("class=\"chart-label\"", row.label)
        }
        for note in [row.note, row.aside].compactMap(\.self) {
            put(" ")
            span("class=\"chart-note\"", note)
        }
        if !pieces.isEmpty {
            if chart.form == .bars {
                put(" ")
                span("class=\"chart-value\"", pieces[0].segment.label)
            }
            put(" <span class=\"chart-plot\">")
            switch chart.form {
            case .stacked, .diverging: stack(pieces)
            case .bars: bar(pieces)
            case .dots: dots(pieces)
            }
            put("</span>")
        }
        put("</div>\n")
    }

    private mutating func stack(_ pieces: [ChartLayout.Piece]) {
        let pieces = pieces.filter { $0.width > 0 }
        put("<svg>")
        for piece in pieces { bar(piece) }
        if let centre = layout.centre { line("centre", at: centre, from: "-0.2em", to: "1.95em") }
        let steps = ChartLabels(pieces.map(\.segment.label.plain), at: pieces).steps
        for (piece, step) in zip(pieces, steps) { label(piece.segment.label, piece, y: "2.95em", step: step) }
        put("</svg>")
    }

    private mutating func bar(_ pieces: [ChartLayout.Piece]) {
        put("<svg><rect class=\"track\" width=\"100%\" height=\"100%\"/>")
        for piece in pieces where piece.width > 0 { bar(piece) }
        put("</svg>")
    }

    private mutating func bar(_ piece: ChartLayout.Piece) {
        let x = piece.start == 0 ? "" : " x=\"\(Self.percent(piece.start))\""
        // Browsers do not take a nested drawing's height from a style sheet.
        let height = chart.form == .bars ? "" : " height=\"1.75em\""
        filled(piece.segment.side, piece.segment.step, "class=\"\(piece.segment.side.rawValue)\"\(x) width=\"\(Self.percent(piece.width))\"\(height)")
    }

    /// A rectangle with an edge inside of a gap, each a pixel wide at any size: strokes of which the outer half is cut
    /// off, the gap's over the edge's.
    private mutating func filled(_ side: AnswerSide, _ step: Int, _ attributes: String) {
        let fill = ChartFill(side: side, pattern: ChartPattern(side, step: step))
        put("<svg \(attributes)>")
        put(fill.pattern.tile == nil ? "<rect class=\"edge \(fill.pattern.ground)\"" : "<rect class=\"edge\" fill=\"url(#\(fill.id))\"")
        put(" width=\"100%\" height=\"100%\"/><rect class=\"gap\" width=\"100%\" height=\"100%\"/></svg>")
    }

    private mutating func dots(_ pieces: [ChartLayout.Piece]) {
        let base = 4750, last = pieces.count - 1
        func em(_ thousandths: Int) -> String { Self.decimal(thousandths) + "em" }
        put("<svg>")
        put("<line class=\"base\" x1=\"0\" x2=\"100%\" y1=\"\(em(base))\" y2=\"\(em(base))\"/>")
        // Where there is no room for all years, the last and the first go before those between them.
        let words = pieces.map { piece in [piece.segment.label.plain, piece.segment.caption ?? ""].max { $0.count < $1.count } ?? "" }
        let steps = ChartLabels(words, at: pieces, first: last > 0 ? [last, 0] : [0]).steps
        for (index, piece) in pieces.enumerated() {
            if piece.segment.isAfterBreak, index > 0 {
                line("break", at: chart.isRightToLeft ? piece.start + piece.width : piece.start, from: "0.5em", to: em(base))
            }
            var top = base + 200
            if let percent = piece.segment.percent {
                top = base - min(max(percent, 0), 100) * 30
                put("<g class=\"\(piece.segment.side.rawValue)\">")
                line("stem", at: piece.middle, from: em(top), to: em(base))
                put("<circle class=\"point\(index == last ? " last" : "")\" cx=\"\(Self.percent(piece.middle))\" cy=\"\(em(top))\" r=\"0.4em\"/></g>")
            }
            label(piece.segment.label, piece, y: em(top - 750), step: steps[index], isLast: index == last)
            label(Words(piece.segment.caption ?? ""), piece, y: "6.35em", step: steps[index], isLast: index == last)
        }
        put("</svg>")
    }

    private mutating func line(_ name: String, at place: Int, from top: String, to bottom: String) {
        let x = Self.percent(place)
        put("<line class=\"\(name)\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(top)\" y2=\"\(bottom)\"/>")
    }

    // MARK: Text in drawings

    /// A label at the middle of its piece, where its drawing is as wide as a step says, or wider.
    private mutating func label(_ words: Words, _ piece: ChartLayout.Piece, y: String, step: Int?, isLast: Bool = false) {
        guard let step, !words.isEmpty else { return }
        let names = (step > 0 ? ["from-\(ChartLabels.widths[step])"] : []) + (isLast ? ["last"] : [])
        let attribute = names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
        put("<text\(attribute) x=\"\(Self.percent(piece.middle))\" y=\"\(y)\"")
        output += words.phrase.otherLanguage?.attributes ?? []
        put(">")
        text(words.plain)
        put("</text>")
    }

    // MARK: Bytes

    /// An id that may stand in `url(#…)`, unlike for unlike ids.
    private static func safe(_ id: String) -> String {
        id.unicodeScalars.map { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "\u{A1}"...: String(scalar)
            default: "_\(String(scalar.value, radix: 16))_"
            }
        }.joined()
    }

    private static func percent(_ thousandths: Int) -> String { decimal(thousandths) + "%" }

    private static func decimal(_ thousandths: Int) -> String {
        let sign = thousandths < 0 ? "-" : "", parts = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
        guard parts.remainder > 0 else { return "\(sign)\(parts.quotient)" }
        var digits = String(parts.remainder + 1000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(sign)\(parts.quotient).\(digits)"
    }

    private mutating func put(_ markup: String) { output += markup.utf8 }

    /// Where all is in one language, the element says so.
    private mutating func span(_ attributes: String, _ words: Words) {
        put("<span\(attributes.isEmpty ? "" : " " + attributes)")
        let uniform = words.uniform
        output += uniform?.otherLanguage?.attributes ?? []
        put(">")
        output += uniform.map { Words($0.text).html } ?? words.html
        put("</span>")
    }

    private mutating func text(_ words: String) { HTMLWriter.escape(words.utf8, into: &output) }
}
