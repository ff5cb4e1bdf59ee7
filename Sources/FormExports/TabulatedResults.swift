/// A survey's counts as a table of their own, beside the document that speaks of them. Two layouts are read, told by
/// the header: a row for each count,
///
///     question,group,answer,count
///     Q1,Families,Yes,120
///
/// where `group` may be missing, or a column for each group or year,
///
///     question,answer,Families,Staff
///     Q1,Yes,120,44
///
/// Columns are found by their names, in any order. A column `wording` holds the questions' words.
package struct TabulatedResults: Sendable {
    package struct Question: Sendable {
        package let number: String
        package let wording: String?
        /// Of its first row, counted from 1.
        package let line: Int
        package let columns: [String]
        package fileprivate(set) var rows: [Row]

        package struct Row: Sendable {
            package let line: Int
            package let answer: String
            /// As they are written, one for each column.
            package fileprivate(set) var cells: [String]
        }
    }

    /// In the order of the file.
    package private(set) var questions: [Question] = []
    package private(set) var problems: [ExportProblem] = []
    /// The file in UTF-8.
    package private(set) var text: [UInt8] = []
    /// The names of the columns of answers and of counts, as a table's header shows them.
    private var answerTitle = "Answer", countTitle = "Count"

    /// Whatever the encoding (UTF-8, UTF-16, Windows-1252) and the separator (comma, semicolon, tab) are.
    package init(_ bytes: [UInt8]) {
        do {
            let table = try ExportTable(ExportSource(bytes))
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
        } catch let problem as ExportProblem {
            problems.append(problem)
        } catch {
            problems.append(ExportProblem("this cannot be read as a table", help: "Save it as “CSV UTF-8 (comma delimited)”."))
        }
    }

    /// More rows are no summary.
    private static let mostRows = 20_000

    private static func tooLong(_ line: Int) -> ExportProblem {
        ExportProblem(
            line: line, column: 1, "more than \(mostRows) rows: this is no table of results",
            help: "If it holds one row a person, make a summary of it: tidings survey summarize FILE.")
    }

    private enum Name { case question, wording, answer, group, count, base }

    private static let names: [Name: Set<String>] = [
        .question: ["question", "question number", "number", "pregunta", "pergunta", "numéro", "número"],
        .wording: ["wording", "question text", "text", "texto", "texto de la pregunta", "texto da pergunta", "texte", "énoncé"],
        .answer: ["answer", "response", "respuesta", "resposta", "réponse"],
        .group: ["group", "year", "grupo", "año", "ano", "groupe", "année"],
        .count: ["count", "n", "number of answers", "people", "percent", "cantidad", "recuento", "personas", "contagem", "pessoas", "nombre", "effectif"],
        .base: ["base", "answered", "total answered"],
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
        let wording = place(.wording)
        let layout = Layout(question: question, wording: wording, answer: answer, count: place(.count), group: place(.group))
        answerTitle = Self.capitalized(header.cells[answer])
        if let count = layout.count { countTitle = Self.capitalized(header.cells[count]) }
        let known = Set([question, answer, wording, place(.base)].compactMap { $0 })
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
        if isLong { readLong(Array(rows), layout) } else { readWide(Array(rows), layout, columns.map { ($0, header.cells[$0]) }) }
    }

    private struct Layout { let question: Int, wording: Int?, answer: Int, count: Int?, group: Int? }

    private static func cell(_ row: (line: Int, cells: [String]), _ place: Int?) -> String {
        place.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
    }

    private mutating func readWide(_ rows: [(line: Int, cells: [String])], _ layout: Layout, _ columns: [(place: Int, name: String)]) {
        guard !columns.isEmpty else {
            problems.append(ExportProblem(line: 1, column: 1, "this table has no column of counts", help: "Add a column `count`, or one for each group."))
            return
        }
        for row in rows {
            let index = question(of: row, layout, columns: columns.map(\.name))
            questions[index].rows.append(.init(line: row.line, answer: Self.cell(row, layout.answer), cells: columns.map { Self.cell(row, $0.place) }))
        }
        for question in questions {
            var seen: Set<String> = []
            for row in question.rows where !seen.insert(row.answer.folded).inserted { problems.append(doubled(row.line, question.number, row.answer)) }
        }
    }

    private mutating func readLong(_ rows: [(line: Int, cells: [String])], _ layout: Layout) {
        var columns: [String: [String]] = [:]
        for row in rows {
            let number = Self.cell(row, layout.question), group = Self.cell(row, layout.group)
            if columns[number]?.contains(group) != true { columns[number, default: []].append(group) }
        }
        for row in rows {
            let number = Self.cell(row, layout.question), answer = Self.cell(row, layout.answer)
            let names = columns[number]!
            let index = question(of: row, layout, columns: names)
            let column = names.firstIndex(of: Self.cell(row, layout.group))!
            let place = questions[index].rows.firstIndex { $0.answer == answer } ?? {
                questions[index].rows.append(.init(line: row.line, answer: answer, cells: names.map { _ in "" }))
                return questions[index].rows.count - 1
            }()
            if !questions[index].rows[place].cells[column].isEmpty { problems.append(doubled(row.line, number, answer)) }
            questions[index].rows[place].cells[column] = Self.cell(row, layout.count)
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

    private mutating func question(of row: (line: Int, cells: [String]), _ layout: Layout, columns: [String]) -> Int {
        let number = Self.cell(row, layout.question)
        if let known = questions.lastIndex(where: { $0.number == number }) { return known }
        let wording = Self.cell(row, layout.wording)
        questions.append(.init(number: number, wording: wording.isEmpty ? nil : wording, line: row.line, columns: columns, rows: []))
        return questions.count - 1
    }

    private func doubled(_ line: Int, _ number: String, _ answer: String) -> ExportProblem {
        ExportProblem(line: line, column: 1, "the answer ‘\(answer)’ to \(number) stands twice", help: "Take one of the two rows out, or add their counts.")
    }
}

extension TabulatedResults {
    /// A question's table as Markdown: two lines of header, then one for each row.
    package func markdown(_ question: Question) -> [String] {
        let header = [answerTitle] + question.columns.map { $0.isEmpty ? countTitle : $0 }
        let rows = question.rows.map { row in ([row.answer] + row.cells).map(MarkdownText.escaped) }
        return MarkdownText.table(header: header.map(MarkdownText.escaped), rows: rows).split(separator: "\n").map(String.init)
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

extension TabulatedResults.Question {
    /// Its number and words, as a heading's.
    package var heading: String { "\(number). \(MarkdownText.escaped(wording ?? ""))" }
}
