/// A survey's counts as a table of their own, beside the document that speaks of them. Two layouts are read, told by
/// the header: a row for each count,
///
///     question,group,answer,count
///     Q1,Families,Yes,120
///
/// where `group` may be missing and a column `base` may say how many answered, or a column for each group or year,
///
///     question,answer,Families,Staff
///     Q1,Yes,120,44
///
/// Columns are found by their names, in any order. A column `wording` holds the questions' words; one that is named
/// `percent` instead of `count` holds percentages. A question that is left blank is that of the row above.
package struct TabulatedResults: Sendable {
    package struct Question: Sendable {
        package let number: String
        package let wording: String?
        /// Of its first row, counted from 1.
        package let line: Int
        package let columns: [String]
        package fileprivate(set) var rows: [Row]
        /// Where the columns' names stand.
        package fileprivate(set) var columnPlaces: [Place]
        /// How many answered, one for each column, where the file says it.
        fileprivate var base: [String]?

        package struct Row: Sendable {
            package let line: Int
            package let answer: String
            /// As they are written, one for each column.
            package fileprivate(set) var cells: [String]
            /// Where the answer and the cells stand.
            package fileprivate(set) var places: [Place]
        }
    }

    /// A cell of the file.
    package struct Place: Sendable {
        /// Counted from 1.
        package let line: Int
        /// Counted from 0.
        package let field: Int
    }

    /// In the order of the file.
    package private(set) var questions: [Question] = []
    package private(set) var problems: [ExportProblem] = []
    /// The file in UTF-8.
    package private(set) var text: [UInt8] = []
    /// The names of the columns of answers and of counts, as a table's header shows them.
    private var answerTitle = "Answer", countTitle = "Count", baseTitle = "Total answered"
    private var separator = UInt8(ascii: ",")

    /// Whatever the encoding (UTF-8, UTF-16, Windows-1252) and the separator (comma, semicolon, tab) are.
    package init(_ bytes: [UInt8]) {
        do {
            let table = try ExportTable(ExportSource(bytes))
            separator = table.separator
            var decoder = ExportDecoder(table.encoding)
            text = decoder.decode(bytes)
            var rows: [(line: Int, cells: [String])] = []
            try table.forEach { _, record in
                rows.append((record.line, record.texts))
                if rows.count > Self.mostRows { throw Self.tooLong(record.line) }
                return true
            }
            guard let header = rows.first else { return }
            read(header, rows.dropFirst())
            if rows.count == 1, problems.isEmpty { problems.append(Self.empty("this table has no rows of answers")) }
        } catch let problem as ExportProblem where problem.isOfEmptyFile {
            problems.append(Self.empty(problem.message))
        } catch let problem as ExportProblem {
            problems.append(problem)
        } catch {
            problems.append(ExportProblem("this cannot be read as a table", help: "Save it as “CSV UTF-8 (comma delimited)”."))
        }
    }

    private static func empty(_ message: String) -> ExportProblem {
        ExportProblem(message, help: "Write a row of names, `question,group,answer,count`, and a row for each answer; or take `data` out of the survey’s front matter.")
    }

    /// More rows are no summary.
    private static let mostRows = 20_000

    private static func tooLong(_ line: Int) -> ExportProblem {
        ExportProblem(
            line: line, column: 1, "more than \(mostRows) rows: this is no table of results",
            help: "If it holds one row a person, make a summary of it: tidings survey summarize FILE.")
    }

    private enum Name { case question, wording, answer, group, count, percent, base }

    private static let names: [Name: Set<String>] = [
        .question: ["question", "question number", "number", "pregunta", "pergunta", "questão", "numéro", "número"],
        .wording: ["wording", "question text", "text", "texto", "texto de la pregunta", "texto da pergunta", "texte", "énoncé"],
        .answer: ["answer", "option", "response", "respuesta", "opción", "resposta", "opção", "réponse"],
        .group: ["group", "year", "grupo", "año", "ano", "groupe", "année"],
        .count: ["count", "n", "number of answers", "number of responses", "responses", "número de respuestas", "número de respostas", "nombre de réponses", "people", "cantidad", "recuento", "personas", "contagem", "pessoas", "nombre", "effectif"],
        .percent: ["percent", "percentage", "per cent", "share", "%", "pct", "porcentaje", "porcentagem", "percentual", "pourcentage"],
        .base: [
            "base", "answered", "total answered", "respondieron", "total de respuestas", "responderam", "total de respostas", "ont répondu", "total des réponses",
        ],
    ]

    private mutating func read(_ header: (line: Int, cells: [String]), _ rows: ArraySlice<(line: Int, cells: [String])>) {
        let titles = header.cells.map(\.folded)
        func place(_ name: Name) -> Int? { titles.firstIndex { Self.names[name]!.contains($0) } }
        guard let question = place(.question), let answer = place(.answer) else {
            let missing = place(.question) == nil ? "question" : "answer"
            problems.append(ExportProblem(
                line: header.line, column: 1, "this table has no column ‘\(missing)’",
                help: "Begin it with a row of names: `question,group,answer,count`, or `question,answer,` and a column for each group."))
            return
        }
        for (index, title) in titles.enumerated() where !title.isEmpty && titles[..<index].contains(title) {
            problems.append(ExportProblem(line: header.line, column: 1, "two columns are named ‘\(header.cells[index])’", help: "Give each its own name."))
        }
        let groups = titles.indices.filter { Self.names[.group]!.contains(titles[$0]) }
        if groups.count > 1, place(.count) ?? place(.percent) != nil {
            problems.append(ExportProblem(
                line: header.line, column: 1, "‘\(header.cells[groups[0]])’ and ‘\(header.cells[groups[1]])’ both say whose answers a row counts",
                help: "Keep one of the two. For groups: only the rows of this survey’s year, without the column of years; each earlier year is a survey of its own. For years: only the rows of everybody, without the column of groups."))
            return
        }
        let wording = place(.wording)
        // Percentages beside counts say nothing more.
        let marked = titles.indices.filter { titles[$0].contains("%") }
        let percent = place(.percent) ?? (marked.count == 1 ? marked[0] : nil), isShares = place(.count) == nil
        let layout = Layout(
            question: question, wording: wording, answer: answer, count: place(.count) ?? percent, group: place(.group), base: place(.base),
            isShares: isShares && percent != nil)
        answerTitle = Self.capitalized(header.cells[answer])
        if let count = layout.count { countTitle = Self.capitalized(header.cells[count]) }
        if let base = layout.base, titles[answer] != "answer" { baseTitle = Self.capitalized(header.cells[base]) }
        let known = Set([question, answer, wording, layout.base, isShares ? nil : percent].compactMap { $0 })
        let columns = titles.indices.filter { !known.contains($0) && !titles[$0].isEmpty }
        let isLong = layout.count != nil && (layout.group != nil || columns == [layout.count])
        for row in rows {
            if row.cells.count > titles.count, row.cells[titles.count...].contains(where: { !$0.isEmpty }) {
                problems.append(ExportProblem(
                    line: row.line, column: 1, "this row has \(row.cells.count) cells, but the header names \(titles.count) columns",
                    help: "See whether a number was written with the separator inside, or a cell was split."))
            } else if row.cells.count < titles.count, columns.contains(where: { $0 >= row.cells.count }) {
                problems.append(ExportProblem(
                    line: row.line, column: 1, "this row has \(row.cells.count) cells, but the header names \(titles.count) columns",
                    help: "Write every cell; 0 where nobody gave the answer, [c] where the count is withheld."))
            }
        }
        guard problems.isEmpty else { return }
        let isAllTotal = { (row: (line: Int, cells: [String])) in Self.cell(row, answer).isEmpty && Self.totals.contains(Self.cell(row, question).folded) }
        let filled = filledDown(rows.filter { !isAllTotal($0) }[...], question)
        guard problems.isEmpty else { return }
        if isLong { readLong(filled, layout) } else { readWide(filled, layout, columns.map { ($0, header.cells[$0]) }, header.line) }
    }

    /// What a spreadsheet writes below all questions.
    private static let totals: Set<String> = [
        "total", "totals", "grand total", "overall total", "total general", "totales", "suma", "suma total", "total geral", "totais", "soma", "total général", "totaux", "somme", "gesamtergebnis",
    ]

    private struct Layout { let question: Int, wording: Int?, answer: Int, count: Int?, group: Int?, base: Int?, isShares: Bool }

    /// Cells that were merged in a spreadsheet are blank but for the first.
    private mutating func filledDown(_ rows: ArraySlice<(line: Int, cells: [String])>, _ place: Int) -> [(line: Int, cells: [String])] {
        var last: String?
        var filled: [(line: Int, cells: [String])] = []
        for var row in rows where row.cells.contains(where: { !$0.isEmpty }) {
            if !Self.cell(row, place).isEmpty {
                last = row.cells[place]
            } else if let last, place < row.cells.count {
                row.cells[place] = last
            } else {
                problems.append(ExportProblem(line: row.line, column: 1, "this row does not say which question it is of", help: "Write the question’s number, as in Q1."))
            }
            filled.append(row)
        }
        return filled
    }

    /// A count or a percentage as a table of a document has it: `120.0` is what spreadsheets make of 120.
    private static func number(_ row: (line: Int, cells: [String]), _ place: Int?, _ layout: Layout) -> String {
        let text = cell(row, place)
        if layout.isShares, place == layout.count, let last = text.last, last.isASCII, last.isNumber { return text + " %" }
        guard let mark = text.lastIndex(where: { $0 == "." || $0 == "," }), mark > text.startIndex else { return text }
        let (whole, rest) = (text[..<mark], text[text.index(after: mark)...])
        let isWhole = (1...2).contains(rest.count) && rest.allSatisfy { $0 == "0" } && whole.allSatisfy { $0.isASCII && $0.isNumber }
        return isWhole ? String(whole) : text
    }

    private static func cell(_ row: (line: Int, cells: [String]), _ place: Int?) -> String {
        place.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
    }

    private mutating func readWide(_ rows: [(line: Int, cells: [String])], _ layout: Layout, _ columns: [(place: Int, name: String)], _ headerLine: Int) {
        guard !columns.isEmpty else {
            problems.append(ExportProblem(line: 1, column: 1, "this table has no column of counts", help: "Add a column `count`, or one for each group."))
            return
        }
        for row in rows {
            let index = question(of: row, layout, columns: columns.map(\.name), columns.map { Place(line: headerLine, field: $0.place) })
            questions[index].rows.append(.init(
                line: row.line, answer: Self.cell(row, layout.answer), cells: columns.map { Self.number(row, $0.place, layout) },
                places: ([layout.answer] + columns.map(\.place)).map { Place(line: row.line, field: $0) }))
            let base = Self.number(row, layout.base, layout)
            guard !base.isEmpty else { continue }
            // Of several columns nobody knows which one's it is.
            if columns.count > 1 {
                problems.append(ExportProblem(line: row.line, column: 1, "a base beside several columns of counts", help: "Write it as a row of the question, `Total answered`, with a number for each column."))
                return
            }
            setBase(base, of: index, 0, row.line)
        }
        for question in questions {
            var seen: Set<String> = []
            for row in question.rows where !seen.insert(row.answer.folded).inserted { problems.append(doubled(row.line, question.number, row.answer)) }
        }
    }

    private mutating func readLong(_ rows: [(line: Int, cells: [String])], _ layout: Layout) {
        var columns: [String: [String]] = [:], places: [String: [Place]] = [:]
        for row in rows {
            let number = Self.questionNumber(row, layout), group = Self.cell(row, layout.group)
            guard columns[number]?.contains(group) != true else { continue }
            columns[number, default: []].append(group)
            places[number, default: []].append(Place(line: row.line, field: layout.group ?? layout.count ?? 0))
        }
        for row in rows {
            let number = Self.questionNumber(row, layout), answer = Self.cell(row, layout.answer)
            let names = columns[number]!
            let index = question(of: row, layout, columns: names, places[number]!)
            let column = names.firstIndex(of: Self.cell(row, layout.group))!
            let place = questions[index].rows.firstIndex { $0.answer == answer } ?? {
                let place = Place(line: row.line, field: layout.answer)
                questions[index].rows.append(.init(line: row.line, answer: answer, cells: names.map { _ in "" }, places: ([""] + names).map { _ in place }))
                return questions[index].rows.count - 1
            }()
            if !questions[index].rows[place].cells[column].isEmpty { problems.append(doubled(row.line, number, answer)) }
            questions[index].rows[place].places[column + 1] = Place(line: row.line, field: layout.count ?? 0)
            questions[index].rows[place].cells[column] = Self.number(row, layout.count, layout)
            let base = Self.number(row, layout.base, layout)
            if !base.isEmpty { setBase(base, of: index, column, row.line) }
        }
        for question in questions {
            for row in question.rows {
                guard let missing = row.cells.firstIndex(of: "") else { continue }
                problems.append(ExportProblem(
                    line: row.line, column: 1, "the answer ‘\(row.answer)’ to \(question.number) has no count for ‘\(question.columns[missing])’",
                    help: "Add the row; with 0 where nobody gave the answer, [c] where the count is withheld."))
            }
        }
    }

    private mutating func question(of row: (line: Int, cells: [String]), _ layout: Layout, columns: [String], _ places: [Place]) -> Int {
        let number = Self.questionNumber(row, layout)
        if let known = questions.lastIndex(where: { $0.number == number }) { return known }
        let written = Self.cell(row, layout.question), length = QuestionNumber(cell: written)?.length ?? 0
        let wording = layout.wording == nil ? String(decoding: written.utf8.dropFirst(length), as: UTF8.self) : Self.cell(row, layout.wording)
        questions.append(.init(number: number, wording: wording.isEmpty ? nil : wording, line: row.line, columns: columns, rows: [], columnPlaces: places))
        return questions.count - 1
    }

    /// `Q1`, also where it is written `q1`, `1` or with the question's words.
    private static func questionNumber(_ row: (line: Int, cells: [String]), _ layout: Layout) -> String {
        let written = cell(row, layout.question)
        return QuestionNumber(cell: written)?.text ?? written
    }

    private mutating func setBase(_ base: String, of question: Int, _ column: Int, _ line: Int) {
        var all = questions[question].base ?? questions[question].columns.map { _ in "" }
        if !all[column].isEmpty, all[column] != base {
            problems.append(ExportProblem(
                line: line, column: 1, "this row says that \(base) answered \(questions[question].number), another one that \(all[column]) did", help: "Write the same number in all rows of a question and a group."))
        }
        all[column] = base
        questions[question].base = all
    }

    private func doubled(_ line: Int, _ number: String, _ answer: String) -> ExportProblem {
        ExportProblem(line: line, column: 1, "the answer ‘\(answer)’ to \(number) stands twice", help: "Take one of the two rows out, or add their counts.")
    }
}

extension TabulatedResults {
    /// A question's table as Markdown: two lines of header, then one for each row.
    package func markdown(_ question: Question) -> [String] {
        let header = [answerTitle] + question.columns.map { $0.isEmpty ? countTitle : $0 }
        let base = question.base.flatMap { $0.contains("") ? nil : [[baseTitle] + $0] } ?? []
        let rows = (question.rows.map { row in [row.answer] + row.cells } + base).map { $0.map(MarkdownText.escaped) }
        return MarkdownText.table(header: header.map(MarkdownText.escaped), rows: rows).split(separator: "\n").map(String.init)
    }

    /// Whether a file looks like such a table: counts of answers to questions that nobody has protected yet.
    ///
    /// - Parameter prefix: the file's beginning, cut anywhere, or all of it.
    package static func recognizes(_ prefix: [UInt8]) -> Bool {
        // A title may stand above the header, and tells nothing of the separator.
        let lines = prefix.split(separator: 10, maxSplits: 10, omittingEmptySubsequences: false)
        let start = lines.first { $0.contains { [UInt8(ascii: ","), UInt8(ascii: ";"), 9].contains($0) } }?.startIndex ?? 0
        var rows: [[String]] = []
        try? ExportTable(prefix: Array(prefix[start...])).forEach { _, record in
            rows.append(record.texts)
            return rows.count < 200
        }
        for (index, titles) in rows.prefix(10).map({ $0.map(\.folded) }).enumerated() {
            guard let question = titles.firstIndex(where: names[.question]!.contains), let answer = titles.firstIndex(where: names[.answer]!.contains) else { continue }
            let others = titles.indices.filter { $0 != question && $0 != answer && !names[.wording]!.contains(titles[$0]) }
            return others.contains { column in
                let cells = rows[(index + 1)...].compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
                let counts = cells.filter { isCount($0) || $0.lowercased() == "[c]" }
                return !cells.isEmpty && counts.count * 2 >= cells.count
            }
        }
        return false
    }

    /// A number or a percentage; no date.
    private static func isCount(_ cell: String) -> Bool {
        let digits = cell.filter { !" \u{A0}\u{202F}%٪".contains($0) }
        return Number(digits) != nil || !digits.isEmpty && digits.allSatisfy { $0.isNumber || ".,'’٫٬".contains($0) }
    }

    /// Where a cell begins in its line, counted from 1 in bytes; 1 where that cannot be told.
    package func column(of place: Place, in line: ArraySlice<UInt8>) -> Int {
        var field = 0, isQuoted = false
        for (offset, byte) in line.enumerated() {
            if field == place.field { return offset + 1 }
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() } else if byte == separator, !isQuoted { field += 1 }
        }
        return field == place.field ? max(1, line.count) : 1
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

extension TabulatedResults.Question {
    /// Its number and words, as a heading's.
    package var heading: String { "\(number). \(MarkdownText.escaped(wording ?? ""))" }
}
