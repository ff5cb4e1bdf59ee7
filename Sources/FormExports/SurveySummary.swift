/// A survey summary made of a form tool's raw export.
///
/// ```swift
/// let summary = try SurveySummary(of: ExportSource(bytes), .init(by: "language"))
/// print(summary.document)   // Markdown, in which no count below the threshold stands
/// ```
///
/// Responses are counted as they are read, in three readings: the file's layout and whose responses count come first.
package struct SurveySummary {
    package struct Options: Sendable {
        /// The column whose answers make the groups: a number, or words of its title.
        package var by: String?
        /// `Question: option | option | …` lines.
        package var declaredOptions: String?
        package var title: String?
        package var language = SummaryLanguage.english
        package var unit = SummaryUnit.people
        package var threshold = 10
        /// Why the threshold is below 5.
        package var thresholdReason: String?
        package var wantsComments = false
        /// Which of a table's cells are withheld; small ones are in any case.
        package var protect: @Sendable (CountTable) -> [[Bool]] = \.withheld

        package init(by: String? = nil, declaredOptions: String? = nil, title: String? = nil) {
            self.by = by
            self.declaredOptions = declaredOptions
            self.title = title
        }
    }

    /// The Markdown document.
    package private(set) var document = ""
    /// What staff should know: what was guessed, left out, or odd.
    package private(set) var notes: [String] = []
    /// What people wrote, by question, for staff to read; nil unless it was wanted.
    package private(set) var comments: String?
    /// How many responses count.
    package private(set) var responses = 0

    package init(of source: ExportSource, _ options: Options = .init()) throws {
        guard options.threshold >= 5 || options.threshold >= 1 && !(options.thresholdReason ?? "").onOneLine.isEmpty else {
            throw ExportProblem(
                "a threshold of \(options.threshold) lets single people be found", help: "Choose 5 or more, or write why not: --reason “…”.",
                isWrongUse: true)
        }
        var table = try ExportTable(source)
        var layout = try Self.layout(of: &table)
        let groupColumn = try options.by.map { try layout.column(named: $0) }
        let group = groupColumn.map { column in
            GroupColumn(column: column, typedOther: layout.questions.first { $0.parts.contains { $0.column == column } }?.typedOther)
        }
        var declaration = DeclaredOptions(options.declaredOptions)
        let titles = layout.questions.map(\.title)
        let declared = titles.map { declaration.options(for: $0, among: titles) }
        let groupOptions = groupColumn.flatMap { declaration.options(for: layout.title(of: $0), among: [layout.title(of: $0)]) }
        let groupTitle = groupColumn.map { layout.title(of: $0) }
        // The groups' question is told in "Who answered".
        let asked = layout.questions.indices.filter { index in
            !(layout.questions[index].parts.count == 1 && layout.questions[index].parts[0].column == groupColumn)
        }
        layout.questions = asked.map { layout.questions[$0] }

        let reader = try ResponseReader(table, layout, by: group)
        let counter = try AnswerCounter(table, layout, reader, by: group, declared: asked.map { declared[$0] })
        responses = counter.responses.reduce(0, +)
        guard responses > 0 else {
            throw ExportProblem(
                "there are no responses below the header", help: "Export the responses, not the form; previews and unfinished responses do not count.")
        }
        guard responses >= options.threshold else {
            throw ExportProblem(
                "\(responses) responses are fewer than \(options.threshold): nothing of them can be published without finding people",
                help: "Tell in words that the survey was made and why its results are not published.")
        }
        let texts = SummaryTexts(language: options.language)
        let grouping = try Grouping(counter.groups, counter.responses, column: groupColumn, declared: groupOptions, options.threshold, texts)
        let answers = AnswerReader(threshold: options.threshold, responses: counter.responses, texts: texts)
        var results = layout.questions.indices.map { index in
            answers.results(layout.questions[index], counter.questions[index], declared: declared[asked[index]])
        }
        for (index, own) in results.enumerated() {
            guard let options = declared[asked[index]]?.map(\.folded) else { continue }
            let rows = own.flatMap(\.rows).filter { $0.place == .option && options.contains($0.label.folded) }
            if !rows.isEmpty, rows.allSatisfy({ $0.total == 0 }), own.contains(where: { $0.answered.contains { $0 > 0 } }) {
                throw ExportProblem(
                    "nobody gave one of the options that are declared for ‘\(layout.questions[index].title.prefix(60))’",
                    help: "Write them as the export has them. Where it has numbers instead, export the responses with the choices’ text.", isWrongUse: true)
            }
        }
        results.shareScales(isDeclared: asked.map { declared[$0] != nil })
        let writer = SummaryWriter(
            options: options, texts: texts, layout: layout, reader: reader, grouping: grouping, results: results.flatMap { $0 }, responses: responses,
            groupTitle: groupTitle)
        document = writer.document()
        notes = ["this looks like an export of \(layout.tool.rawValue)"] + layout.notes + reader.notes + grouping.notes + declaration.notes
            + declaration.unused + Self.codes(results.flatMap { $0 }) + writer.notes()
        if options.wantsComments {
            let isText = results.map { $0.contains { $0.kind == .text } }
            comments = try Self.comments(table, layout, reader, isText)
        }
    }

    /// The layout, with the columns that find people by what stands in them.
    private static func layout(of table: inout ExportTable) throws -> ExportLayout {
        var head: [[String]] = []
        try table.forEach { _, record in
            guard record.count <= 5000 else {
                throw ExportProblem(
                    line: record.line, column: 1, "\(record.count) cells in one line: this is no table of responses",
                    help: "Export the responses as CSV.")
            }
            head.append(record.texts)
            return head.count < 300
        }
        let titles = ExportTable.titleLines(head)
        try ExportTable.refuseWhatIsNone(head, below: titles)
        table.skip(titles)
        let above = head.prefix(titles).map { "‘\($0[0].onOneLine.prefix(60))’" }
        head.removeFirst(titles)
        var layout = try ExportLayout(head)
        layout.notes = above.map { "\($0) stands above the header and is passed over" } + layout.notes
        if table.encoding == .windows1252 {
            let word = head.prefix(layout.headerRows).joined().first { $0.utf8.contains { $0 >= 0x80 } }
            layout.notes.append(
                "the file does not say how its letters are written; they were read as Windows-1252, for languages of Western Europe"
                    + "\(word.map { ": ‘\($0.onOneLine.prefix(60))’" } ?? ""). Where they look wrong, save the export as “CSV UTF-8”")
        }
        let rows = Array(head.dropFirst(layout.headerRows))
        layout.leaveOut(judging: rows)
        try layout.refuseCodes(rows)
        guard !layout.questions.isEmpty else {
            throw ExportProblem(
                line: 1, column: 1, "no column of this table asks a question", help: "The first line has to hold the questions, as the form tool exports them.")
        }
        return layout
    }

    /// A warning where all that was answered is numbers.
    private static func codes(_ results: [QuestionResult]) -> [String] {
        let answered = results.filter { $0.kind != .none && $0.kind != .text }
        guard answered.count > 2, answered.allSatisfy({ $0.kind == .number || $0.kind == .scale(.numbers) }) else { return [] }
        return ["the answers of all \(answered.count) questions are numbers: if they stand for answers, export the responses with the choices’ text"]
    }

    /// What was typed, question by question; in the order of the alphabet, so that nothing tells whose it is.
    private static func comments(_ table: ExportTable, _ layout: ExportLayout, _ reader: ResponseReader, _ isText: [Bool]) throws -> String {
        var columns: [(title: String, column: Int, texts: [String])] = []
        for (index, question) in layout.questions.enumerated() {
            if isText[index] {
                for part in question.parts { columns.append((part.label.isEmpty ? question.title : "\(question.title) – \(part.label)", part.column, [])) }
            }
            if let typed = question.typedOther { columns.append((question.title, typed, [])) }
        }
        var row = 0
        try table.forEach { number, record in
            guard number >= layout.headerRows, row < reader.fates.count else { return number < layout.headerRows }
            defer { row += 1 }
            guard reader.fates[row] == .counted else { return true }
            for index in columns.indices {
                let text = record.text(columns[index].column).onOneLine
                if !text.isEmpty { columns[index].texts.append(text) }
            }
            return true
        }
        var output = "What people wrote. For staff to read: it may name people. Do not publish it, and delete it when the themes are written.\n"
        for column in columns {
            output += "\n\(column.title) (\(column.texts.count))\n"
            for text in column.texts.sorted() { output += "- \(text)\n" }
        }
        return output
    }
}

extension ExportLayout {
    /// Leaves out the columns whose cells find or date a person, whatever they are called.
    /// - Parameter rows: the first responses.
    mutating func leaveOut(judging rows: [[String]]) {
        for index in columns.indices where columns[index].metadata == nil {
            let cells = rows.compactMap { index < $0.count && !$0[index].isEmpty ? $0[index] : nil }
            let title = columns[index].shownTitle
            guard let kind = Self.looks(cells) ?? Self.linked(cells) ?? (Self.isDerived(cells) ? .derived : nil)
                ?? Metadata.asked(title.folded).flatMap({ Self.confirm($0, cells) ? $0 : nil })
            else { continue }
            columns[index].metadata = kind == .time && column(.time) != nil ? .started : kind
        }
        markOwnAfterTimes()
        for (index, column) in columns.enumerated() where !column.isOwn {
            guard let kind = column.metadata else { continue }
            notes.append("column \(index + 1) (‘\(column.shownTitle.prefix(60))’) is left out: it holds \(kind.words)")
        }
        for index in questions.indices {
            let isGroupGone = questions[index].parts.contains { columns[$0.column].metadata == .derived }
            questions[index].parts.removeAll { columns[$0.column].metadata != nil }
            // `Question - Group` beside it made two rows of one question.
            if isGroupGone, questions[index].parts.count == 1 { questions[index].parts[0].label = "" }
            if let typed = questions[index].typedOther, columns[typed].metadata != nil { questions[index].typedOther = nil }
        }
        questions.removeAll { $0.parts.isEmpty }
        questions = questions.flatMap { question in ticked(question, rows) ?? [question] }
    }

    /// The rows of a grid in which several answers may be ticked, `Monday - Bus`, `Monday - Car`: a question each.
    private func ticked(_ question: Question, _ rows: [[String]]) -> [Question]? {
        var cut: [Question] = []
        for part in question.parts {
            let answers = Set(rows.compactMap { part.column < $0.count && !$0[part.column].isEmpty ? $0[part.column].onOneLine : nil })
            guard question.typedOther == nil, answers.count <= 1, let mark = part.label.range(of: " - ", backwards: true) else { return nil }
            let row = part.label[..<mark.lowerBound], option = part.label[mark.upperBound...]
            guard answers.isEmpty || answers.first!.folded == option.folded else { return nil }
            let own = Question.Part(column: part.column, label: String(option)), title = "\(question.title) – \(row)"
            if let known = cut.firstIndex(where: { $0.title == title }) { cut[known].parts.append(own) } else { cut.append(.init(title: title, parts: [own])) }
        }
        return cut.count > 1 && cut.contains { $0.parts.count > 1 } ? cut : nil
    }

    /// Numbers that stand for answers say nothing to a reader.
    func refuseCodes(_ rows: [[String]]) throws(ExportProblem) {
        let cells = { (column: Int) in rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil } }
        guard tool == .qualtrics, let finished = column(.finished), cells(finished).allSatisfy({ ["0", "1"].contains($0) }) else { return }
        let coded = questions.first { question in
            guard question.parts.count == 1, !question.isTyped, !columns[question.parts[0].column].isTyped else { return false }
            let numbers = cells(question.parts[0].column).flatMap { $0.split(separator: ",").map { Int($0) } }
            // From 0 to 10 they are what was chosen.
            return !numbers.isEmpty && numbers.allSatisfy { $0 != nil && $0! > 0 } && !numbers.contains(10)
        }
        guard let coded else { return }
        throw ExportProblem(
            line: 1, column: 1, "the answers are codes, not words: ‘\(coded.title.prefix(60))’ has numbers only",
            help: "Export the responses anew, and choose “Use choice text” instead of “Use numeric values”.")
    }

    private static let groups: Set<String> = [
        "promoter", "promoters", "passive", "passives", "detractor", "detractors", "promotor", "promotores", "pasivo", "pasivos", "detractores", "neutro", "neutros", "detrator",
        "detratores", "promoteur", "promoteurs", "passif", "passifs", "détracteur", "détracteurs",
    ]
    /// Whether a tool worked answers out from the numbers beside them.
    private static func isDerived(_ cells: [String]) -> Bool {
        !cells.isEmpty && cells.allSatisfy { Self.groups.contains($0.folded) } && cells.contains { $0.folded.hasPrefix(anyOf: ["promot", "d"]) }
    }

    /// Links to what people uploaded.
    private static func linked(_ cells: [String]) -> Metadata? {
        !cells.isEmpty && cells.allSatisfy { $0.hasPrefix(anyOf: ["https://", "http://"]) } ? .file : nil
    }

    static func looks(_ cells: [String]) -> Metadata? {
        guard !cells.isEmpty else { return nil }
        let most = { (test: (String) -> Bool) in cells.count(where: test) * 5 >= cells.count * 4 }
        if most(CellLooks.email) { return .email }
        if most(CellLooks.ip), cells.count(where: CellLooks.isSection) * 2 < cells.count { return .ip }
        if most(CellLooks.coordinate) { return .location }
        if most(CellLooks.phone) { return .location }
        if most({ DateTimeParts($0)?.time != nil }) { return .time }
        if most(CellLooks.isDate) { return .started }
        if most(CellLooks.identifier), Set(cells).count * 2 > cells.count { return .id }
        return nil
    }

    /// Whether answers are what the words of their question seem to ask for.
    static func confirm(_ kind: Metadata, _ cells: [String]) -> Bool {
        guard !cells.isEmpty else { return false }
        let most = { (test: (String) -> Bool) in cells.count(where: test) * 10 >= cells.count * 7 }
        switch kind {
        case .email: return cells.count(where: CellLooks.email) * 2 >= cells.count
        case .name: return most(CellLooks.name) && Set(cells).count * 10 >= cells.count * 6
        default: return most { text in
            // A postal code, a day of birth, a street with its number.
            text.utf8.contains(where: CellLooks.isDigit) && text.utf8.count >= 4 && !AnswerWords.isOnAnyScale(text.folded)
        }
        }
    }

    /// The column that is meant by a number or by words.
    func column(named name: String) throws(ExportProblem) -> Int {
        let fail = { (message: String, help: String) in ExportProblem(message, help: help, isWrongUse: true) }
        var found: Int?
        if let number = Int(name), number >= 1 {
            guard number <= columns.count else { throw fail("there is no column \(number)", "The table has \(columns.count) columns.") }
            found = number - 1
        } else {
            let words = name.folded
            guard !words.isEmpty else { throw fail("--by names no column", "Write words of a question after it, or a column's number. \(choices)") }
            let titles = columns.indices.filter { isAskable($0) && !isTypedOther($0) }.map { ($0, Self.unnumbered(title(of: $0)).folded) }
            let exact = titles.filter { $0.1 == words }, near = titles.filter { $0.1.contains(words) }
            // What was asked comes before what the tool notes.
            let fitting = [exact, near.filter { columns[$0.0].metadata == nil }].first { !$0.isEmpty } ?? near
            if fitting.isEmpty, let hidden = columns.indices.first(where: { !isAskable($0) && columns[$0].title.folded.contains(words) }) {
                found = hidden
            } else if fitting.count == 1 {
                found = fitting[0].0
            } else {
                let names = fitting.prefix(5).map { "\($0.0 + 1) (\(title(of: $0.0).prefix(50)))" }.joined(separator: ", ")
                throw fail(
                    fitting.isEmpty ? "no column is called ‘\(name)’" : "‘\(name)’ fits \(fitting.count) columns",
                    fitting.isEmpty ? "Write words of its title, or its number, counted from 1. \(choices)" : "Name one by its number: \(names).")
            }
        }
        guard let found, isAskable(found) else {
            let kind = found.flatMap { columns[$0].metadata?.words } ?? "nothing"
            throw fail("column \(found.map { $0 + 1 } ?? 0) would find people: it holds \(kind)", "Name a question with a few answers. \(choices)")
        }
        if columns[found].isTyped {
            throw fail("people typed what column \(found + 1) holds: it makes no groups", "Name a question with a few answers. \(choices)")
        }
        if let question = questions.first(where: { question in question.parts.contains { $0.column == found } }), question.parts.count > 1 {
            throw fail("column \(found + 1) is one of several of ‘\(question.title)’: it makes no groups", "Name a question that has one answer.")
        }
        return found
    }

    /// The columns that can make groups, as far as titles tell.
    private var choices: String {
        let names = columns.indices.filter { column in
            isAskable(column) && !isTypedOther(column) && !questions.contains { $0.parts.count > 1 && $0.parts.contains { $0.column == column } }
        }
        let shown = names.prefix(12).map { "\($0 + 1) (\(title(of: $0).prefix(40)))" }.joined(separator: ", ")
        return names.isEmpty ? "This table has none." : "There are: \(shown)\(names.count > 12 ? " …" : "")."
    }

    private func isAskable(_ column: Int) -> Bool { [nil, .language, .embedded].contains(columns[column].metadata) }

    fileprivate func title(of column: Int) -> String {
        questions.first { $0.parts.count == 1 && $0.parts[0].column == column }?.title ?? Self.unnumbered(columns[column].title)
    }
}
