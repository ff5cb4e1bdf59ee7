import FormExports
import Markdown

/// Reads questions and their answers from a survey's headings and tables.
struct SurveyReader {
    typealias Index = MarkdownTree.Index

    let file: SourceFile
    let tree: MarkdownTree
    let front: FrontMatter
    let lines: LabelledLines
    private(set) var problems: [Diagnostic] = []
    /// Headings whose id is their visible number.
    private(set) var numbered: [Index: String] = [:]
    private var numbers: Set<String> = []
    /// From a question's heading to the end of what is its own, and its number.
    private(set) var questionRanges: [(nodes: Range<Index>, number: String)] = []
    /// From the heading of the results to their end.
    private(set) var results: [Range<Index>] = []
    /// The names of the questions' columns, as they were found.
    var columnOrders: [[String]] = []
    /// Tables that are read as a question's.
    private(set) var read: Set<Index> = []

    init(file: SourceFile, tree: MarkdownTree, front: FrontMatter, lines: LabelledLines) {
        self.file = file
        self.tree = tree
        self.front = front
        self.lines = lines
    }

    mutating func read(_ blocks: [Index]) -> Survey {
        let (introduction, sections) = tree.sections(of: blocks, level: 2)
        var survey = Survey(introduction: introduction)
        for section in sections {
            let name = PartNames.heading(tree.plainText(of: section.heading))
            survey.parts.append(part(section, isOfAuthors: PartNames.isOfAuthors(name) || PartNames.reflections.contains(name)))
            if PartNames.results.contains(name) { results.append(section.heading..<end(of: section)) }
            if PartNames.actions.contains(name) { survey.actions += actions(in: section) }
        }
        survey.tables = otherTables()
        requireParts(survey, sections)
        return survey
    }

    /// A section's questions, at whatever level their headings are, and what stands before and between them.
    private mutating func part(_ section: Plan.Prose, isOfAuthors: Bool) -> Survey.Part {
        var part = Survey.Part(heading: section.heading)
        var open: (number: String, label: Plan.HeadingLabel, level: Int, section: Plan.Prose)?
        func close() {
            guard let last = open else { return }
            open = nil
            part.questions.append(question(last.number, last.label, last.section))
            if let end = last.section.blocks.last { questionRanges.append((last.section.heading..<Int(tree.nodes[end].end), last.number)) }
        }
        for (place, block) in section.blocks.enumerated() {
            let level = tree.nodes[block].kind == .heading ? Int(tree.nodes[block].headingLevel) : .max
            if level < .max, let (number, label) = label(at: place, of: section.blocks, isOfAuthors: isOfAuthors) {
                close()
                if !numbers.insert(number).inserted {
                    report(block, "the question number \(number) stands twice", help: "Give every question its own number.")
                } else {
                    numbered[block] = number.lowercased()
                }
                open = (number, label, level, .init(heading: block))
            } else if let last = open, level > last.level {
                open?.section.blocks.append(block)
            } else {
                close()
                if part.questions.isEmpty { part.blocks.append(block) } else { part.questions[part.questions.count - 1].following.append(block) }
            }
        }
        close()
        return part
    }

    private func end(of section: Plan.Prose) -> Index { section.blocks.last.map { Int(tree.nodes[$0].end) } ?? section.heading + 1 }

    /// A number alone is a question's where its table follows: other headings are numbered, too.
    private func label(at place: Int, of blocks: [Index], isOfAuthors: Bool) -> (String, Plan.HeadingLabel)? {
        let text = tree.plainText(of: blocks[place])
        guard let number = QuestionNumber(text) else { return nil }
        if number.isBare {
            guard !isOfAuthors, blocks[(place + 1)...].prefix(while: { tree.nodes[$0].kind != .heading }).contains(where: { tree.nodes[$0].kind == .table }) else { return nil }
        }
        return (number.text, .init(text: number.text, length: number.length))
    }

    private mutating func question(_ number: String, _ label: Plan.HeadingLabel, _ section: Plan.Prose) -> Survey.Question {
        var question = Survey.Question(number: number, heading: section.heading, label: label)
        for block in section.blocks {
            if question.table == nil, tree.nodes[block].kind == .table {
                question.table = block
            } else if question.table == nil {
                question.before.append(block)
            } else {
                question.after.append(block)
            }
        }
        let words = ([section.heading] + question.before).map { PartNames.folded(tree.plainText(of: $0)).replacing("’", with: "'") }
        question.isMultiple = words.contains { text in PartNames.severalAnswers.contains { text.contains($0) } }
        let (scale, line) = readLines(of: section, into: &question)
        guard let table = question.table else {
            // A file of results tells itself what it lacks.
            if front.survey.data == nil {
                report(
                    section.heading, "the question \(number) has no table of answers",
                    help: "Put a table below it: answers as rows, `| Answer | 2022 |` as its header; or name a file of results in the front matter: `data: results.csv`.")
            }
            return question
        }
        question.answers = answers(table, of: question, scale: scale)
        if let scale, let line, let answers = question.answers, let (message, help) = scale.misfit(answers.rows.map(\.answer)) {
            report(line, message, help: help)
        }
        if scale == nil, !question.isMultiple, let answers = question.answers { doubtScale(answers) }
        read.insert(table)
        guard let answers = question.answers else {
            // One problem at a time.
            read.formUnion(tables(in: section.blocks))
            return question
        }
        for further in tables(in: question.before + question.after) {
            guard let more = furtherAnswers(further, of: question, answers) else { continue }
            read.insert(further)
            question.furtherAnswers.append(more)
        }
        return question
    }

    /// One mistyped answer takes a question's scale away without a word.
    private mutating func doubtScale(_ answers: Survey.Answers) {
        guard let odd = AnswerSide.odd(among: answers.rows.map(\.answer)) else { return }
        report(
            answers.rows[odd].cell, .surveyDoubt, "the other answers are on a scale that ‘\(answers.rows[odd].answer)’ is not on, so that none is shown",
            help: "Correct it; or say what the answers are in a line above the table: `Scale: best first`, `Scale: none`.")
    }

    /// All tables, those in quotations and lists among them.
    private func tables(in blocks: [Index]) -> [Index] {
        blocks.flatMap { block in (block..<max(block + 1, Int(tree.nodes[block].end))).filter { tree.nodes[$0].kind == .table } }
    }

    /// The same answers once more, by other groups or in other years. Nil for a table of anything else.
    private mutating func furtherAnswers(_ table: Index, of question: Survey.Question, _ answers: Survey.Answers) -> Survey.Answers? {
        let before = problems.count
        let known = Set(answers.rows.map { PartNames.folded($0.answer) })
        guard let more = self.answers(table, of: question, scale: nil, isFurther: true),
            more.isShares == answers.isShares, more.rows.contains(where: { known.contains(PartNames.folded($0.answer)) })
        else {
            // What stands in its way is told once for all of it.
            problems.removeSubrange(before...)
            return nil
        }
        let sides = more.rows.enumerated().map { row, own in
            answers.rows.firstIndex { PartNames.folded($0.answer) == PartNames.folded(own.answer) }.map { answers.sides[$0] } ?? more.sides[row]
        }
        return .init(columns: more.columns, rows: more.rows, sides: sides, isShares: more.isShares, base: more.base, isNumeric: answers.isNumeric)
    }

    /// `Scale: …` and `Chart: …`
    private mutating func readLines(of section: Plan.Prose, into question: inout Survey.Question) -> (Survey.Scale?, LabelledLine?) {
        var scale: Survey.Scale?, scaleLine: LabelledLine?
        for line in lines.below(section) where line.label == .scale || line.label == .chart {
            if line.label == .scale {
                (scale, scaleLine) = (PartNames.scale(line.text), line)
                if scale == .severalAnswers { question.isMultiple = true }
                if scale == nil {
                    report(line, "‘\(line.text)’ is no scale", help: "Write one of: best first, worst first, none, several answers, 0–10; or leave the line out where the answers are known ones.")
                }
            } else {
                question.chart = PartNames.chart(line.text)
                if question.chart == nil {
                    report(line, "‘\(line.text)’ is no form of chart", help: "Write one of: stacked, diverging, bars, by group, over the years, none.")
                }
            }
        }
        return (scale, scaleLine)
    }

    /// The items that link to questions of this survey, `[question 4](#q4)`.
    private func actions(in section: Plan.Prose) -> [Survey.Action] {
        section.blocks.filter { tree.nodes[$0].kind == .list }.flatMap { tree.children(of: $0) }.compactMap { item in
            guard let paragraph = tree.children(of: item).first(where: { tree.nodes[$0].kind == .paragraph }) else { return nil }
            let links = (item..<Int(tree.nodes[item].end)).filter { tree.nodes[$0].kind == .link }
            let questions = links.compactMap { link -> String? in
                let address = String(decoding: tree.destination(link), as: UTF8.self)
                return address.hasPrefix("#") ? String(address.dropFirst()) : nil
            }
            guard !questions.isEmpty, let first = tree.contents(of: paragraph).first else { return nil }
            let lead = tree.nodes[first].kind == .strong ? first : paragraph
            return Survey.Action(lead: lead, questions: questions, links: links, section: section.heading)
        }
    }

    // MARK: Answers

    /// The table's counts, or its percentages. Nil where something else stands in their place, which is a problem.
    private mutating func answers(_ table: Index, of question: Survey.Question, scale: Survey.Scale?, isFurther: Bool = false) -> Survey.Answers? {
        let rows = tree.children(of: table).map { row in Array(tree.children(of: row)) }
        guard let header = rows.first, header.count >= 2, rows.count >= 2 else {
            report(table, "the table of \(question.number) has no rows of answers, or no column of counts", help: "Write answers as rows: `| Yes | 120 |`.")
            return nil
        }
        let labels = rows.dropFirst().map { tree.plainText(of: $0[0]) }
        guard !isTransposed(header, labels) else { return nil }
        let isBase = { [tree] (row: [Index]) in Self.isBase(tree.plainText(of: row[0]), among: labels) }
        let body = rows.dropFirst().filter { !isBase($0) }
        guard areDistinct(body.map { $0[0] }) else { return nil }
        let cells = body.flatMap { $0.dropFirst() }
        let shares = cells.filter { tree.plainText(of: $0).hasSuffix("%") }
        let isShares = !shares.isEmpty
        if isShares, let odd = cells.first(where: { !tree.plainText(of: $0).hasSuffix("%") && !isWithheld($0) }) {
            let count = shares.count * 2 < cells.count ? shares[0] : odd
            report(count, "a percentage among counts, or a count among percentages", help: "Write counts in all cells, or percentages in all; the site works the percentages out.")
            return nil
        }
        guard let counts = isShares ? self.shares(body) : self.counts(body), !body.isEmpty else { return nil }
        // A hundred per cent say nothing of how many.
        let baseRow = rows.dropFirst().first { row in isBase(row) && !(isShares && row.dropFirst().allSatisfy { tree.plainText(of: $0).hasSuffix("%") }) }
        var base: [Survey.Cell]?
        if let baseRow {
            guard let read = self.counts([baseRow]) else { return nil }
            base = read[0]
        }
        let words = body.map { tree.plainText(of: $0[0]) }
        let answers = Survey.Answers(
            columns: header.dropFirst().map { tree.plainText(of: $0) },
            rows: zip(body, counts).map { .init(answer: tree.plainText(of: $0[0]), cell: $0[0], counts: $1) },
            sides: scale?.sides(of: words) ?? AnswerSide.all(of: words), isShares: isShares, base: base,
            isNumeric: (scale == nil || scale == .zeroToTen) && AnswerSide.isZeroToTen(words))
        if isFurther { return isShares && !isOfKnown(answers) ? nil : answers }
        return isPlausible(answers, of: question, header: Array(header.dropFirst())) ? answers : nil
    }

    /// A row that says how many answered: `Total answered`. An N beside a Y is an answer.
    private static func isBase(_ label: String, among labels: [String]) -> Bool {
        let name = PartNames.bare(label)
        return PartNames.base.contains(name) || name == "n" && !labels.contains { ["y", "s", "o"].contains(PartNames.bare($0)) }
    }

    private mutating func areDistinct(_ labels: [Index]) -> Bool {
        var seen: Set<String> = [], areDistinct = true
        for label in labels {
            let name = PartNames.folded(tree.plainText(of: label))
            if name.isEmpty {
                report(label, "an answer without words", help: "Write the answer, or take the row out.")
            } else if !seen.insert(name).inserted {
                report(label, "the answer ‘\(tree.plainText(of: label))’ stands twice", help: "Take one of the two rows out, or add their counts.")
            } else {
                continue
            }
            areDistinct = false
        }
        return areDistinct
    }

    /// Whether answers stand in the columns, and groups in the rows.
    private mutating func isTransposed(_ header: [Index], _ labels: [String]) -> Bool {
        let columns = header.dropFirst().map { tree.plainText(of: $0) }
        let groups = Set(front.survey.groups.map { PartNames.folded($0.name) }), names = labels.map { PartNames.folded($0) }
        let areGroups = names.contains(where: groups.contains) && names.allSatisfy { groups.contains($0) || PartNames.everybody.contains($0) }
        let areAnswers = columns.count > 1 && AnswerSide.isScale(columns) && !AnswerSide.isScale(labels)
        let help = "Turn the table round: a row for each answer, a column for each group. A grid of statements is one question for each of them."
        if areGroups || areAnswers {
            report(header[0], "this table has its answers as columns", help: help)
            return true
        }
        if PartNames.groups.contains(PartNames.bare(tree.plainText(of: header[0]))), !AnswerSide.isScale(labels) {
            report(header[0], .surveyDoubt, "the rows of this table seem to be groups, and they are taken for answers", help: help + " If the rows are answers, write `Answer` here.")
        }
        return false
    }

    func isWithheld(_ cell: Index) -> Bool { LabelledLine.trimmed(tree.plainText(of: cell)).lowercased() == "[c]" }

    /// The counts of rows; nil, with a problem for each, where a cell holds anything else.
    private mutating func counts(_ rows: [[Index]]) -> [[Survey.Cell]]? {
        var all: [[Survey.Cell]] = []
        var isCounted = true
        for row in rows {
            all.append(row.dropFirst().map { cell in
                if isWithheld(cell) { return .init(node: cell, count: nil) }
                let text = LabelledLine.trimmed(tree.plainText(of: cell))
                guard let count = SurveyReader.count(text) else {
                    isCounted = false
                    report(cell, text.isEmpty ? "an empty cell where a count belongs" : "‘\(text)’ is no count", help: "Write how many gave this answer, 0 where nobody did, or [c] where it is withheld.")
                    return .init(node: cell, count: nil)
                }
                return .init(node: cell, count: count)
            })
        }
        return isCounted ? all : nil
    }

    /// `1234`, or with thousands set apart by a comma, a point or a space; `12,5` and `0.625` are none.
    static func count(_ text: String) -> Int? {
        let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." || $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "’" || $0 == "'" }
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            groups.count == 1 || groups[0].count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 }), text == "0" || groups[0].first != "0"
        else { return nil }
        return Int(groups.joined()).flatMap { $0 < 1_000_000_000 ? $0 : nil }
    }

    private mutating func shares(_ rows: [[Index]]) -> [[Survey.Cell]]? {
        var all: [[Survey.Cell]] = []
        for row in rows {
            var cells: [Survey.Cell] = []
            for cell in row.dropFirst() {
                if isWithheld(cell) {
                    cells.append(.init(node: cell, count: nil))
                    continue
                }
                guard let share = Survey.Share(tree.plainText(of: cell)) else {
                    report(cell, "‘\(tree.plainText(of: cell))’ is no percentage", help: "Write a number from 0 to 100 and %.")
                    return nil
                }
                cells.append(.init(node: cell, count: nil, share: share))
            }
            all.append(cells)
        }
        return all
    }

    /// The plan says that reflections on a survey and what is done about it are published with it.
    private mutating func requireParts(_ survey: Survey, _ sections: [Plan.Prose]) {
        guard !front.draft, let last = sections.last, !results.isEmpty || survey.parts.contains(where: { !$0.questions.isEmpty }) else { return }
        for (words, name) in [(PartNames.reflections, "Our reflections"), (PartNames.actions, "What we will do")] {
            let own = sections.filter { words.contains(PartNames.heading(tree.plainText(of: $0.heading))) }
            let isWritten = own.flatMap(\.blocks).contains { tree.nodes[$0].kind != .heading && !tree.plainText(of: $0).allSatisfy(\.isWhitespace) }
            guard !isWritten else { continue }
            let help = "Write it\(own.isEmpty ? ", as in `## \(name)`" : ""): results are published with what you make of them; or keep the survey back with `draft: true`."
            if let empty = own.first {
                report(empty.heading, "nothing is written below ‘\(tree.plainText(of: empty.heading))’", help: help)
            } else {
                report(last.heading, "this survey has no section ‘\(name)’", help: help)
            }
        }
    }

    mutating func report(_ node: Index, _ message: String, help: String) { report(node, .surveyStructure, message, help: help) }

    /// A problem with what a line says.
    private mutating func report(_ line: LabelledLine, _ message: String, help: String) {
        let position = tree.nodes[line.run.lowerBound].position
        problems.append(file.problem(
            .surveyStructure, line: Int(position.line), column: Int(position.column) + line.markLength, length: max(1, line.text.utf8.count), message, help: help))
    }

    mutating func report(_ node: Index, _ rule: Rule, _ message: String, help: String) {
        let position = tree.nodes[node].position
        problems.append(file.problem(rule, line: Int(position.line), column: Int(position.column), length: 200, message, help: help))
    }
}
