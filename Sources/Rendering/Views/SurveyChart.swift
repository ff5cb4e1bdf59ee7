import FormExports
import Publication

/// The picture of a question: the shares of its answers.
extension Renderer {
    /// Nil where nothing may be drawn: the table says all that is published.
    func chart(_ answers: Survey.Answers, _ result: SurveyResults.Question, _ names: [Phrase], in index: Int, id: String) -> [UInt8]? {
        guard result.columns.count == 1, let column = result.columns.first else { return nil }
        let given = zip(answers.rows, zip(column.counts, result.sides)).filter { $0.1.1 != .noAnswer }
        let counts = given.compactMap { $0.1.0.value }
        guard counts.count == given.count, column.base != .withheld, let shares = wholePercentages(of: counts) else { return nil }
        var html = "<ul class=\"bars\">\n"
        for ((row, _), share) in zip(given, shares) {
            let answer = edition.phrase(at: row.cell, row.answer, of: index)
            html += "<li><span class=\"answer\"\(String(decoding: edition.attributes(answer), as: UTF8.self))>\(Context.Leaf.text(answer.text).string)</span> "
            html += "<span class=\"share\">\(Context.Leaf.text(edition.percent(share)).string)</span> <span class=\"bar\"><span class=\"w\(share)\"></span></span></li>\n"
        }
        return Array((html + "</ul>\n").utf8)
    }
}
