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
    /// Tables that are read as a question's.
    private var read: Set<Index> = []

    init(file: SourceFile, tree: MarkdownTree, front: FrontMatter, lines: LabelledLines) {
        self.file = file
        self.tree = tree
        self.front = front
        self.lines = lines
    }

    mutating func read(_ blocks: [Index]) -> Survey {
        let (introduction, sections) = tree.sections(of: blocks, level: 2)
        var survey = Survey(introduction: introduction)
        var numbers: Set<String> = []
        for section in sections {
            let (lead, subsections) = tree.sections(of: section.blocks, level: 3)
            var part = Survey.Part(heading: section.heading, blocks: lead)
            for subsection in subsections {
                guard let (number, label) = SurveyReader.questionLabel(tree.plainText(of: subsection.heading)) else {
                    part.blocks += [subsection.heading] + subsection.blocks
                    continue
                }
                if !numbers.insert(number).inserted {
                    report(subsection.heading, "the question number \(number) stands twice", help: "Give every question its own number.")
                } else {
                    numbered[subsection.heading] = number.lowercased()
                }
                part.questions.append(question(number, label, subsection))
            }
            if PartNames.actions.contains(PartNames.folded(tree.plainText(of: section.heading))) { survey.actions += actions(in: section) }
            survey.parts.append(part)
        }
        survey.tables = countTables(in: blocks)
        requireParts(survey)
        return survey
    }

    /// `Q4. The school …` → `Q4`
    static func questionLabel(_ text: String) -> (String, Plan.HeadingLabel)? {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return nil }
        let letters = text.prefix { $0.isLetter }
        let digits = text.dropFirst(letters.count).prefix { $0.isASCII && $0.isNumber || $0.isLowercase && $0.isASCII }
        guard letters.count == 1, digits.first?.isNumber == true else { return nil }
        let number = String(letters + digits)
        let rest = text.dropFirst(number.count)
        guard let mark = rest.first, ".:)".contains(mark) else { return nil }
        let spaces = rest.dropFirst().prefix { $0 == " " }.count
        return (number, .init(text: number, length: number.utf8.count + mark.utf8.count + spaces))
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
        let words = ([section.heading] + question.before).map { tree.plainText(of: $0).lowercased() }
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
        if let answers = question.answers {
            read.insert(table)
            for further in tables(in: question.after) {
                guard let more = furtherAnswers(further, of: question, answers) else { continue }
                read.insert(further)
                question.furtherAnswers.append(more)
            }
        }
        return question
    }

    /// All tables, those in quotations and lists among them.
    private func tables(in blocks: [Index]) -> [Index] {
        blocks.flatMap { block in (block..<max(block + 1, Int(tree.nodes[block].end))).filter { tree.nodes[$0].kind == .table } }
    }

    /// The same answers once more, by other groups or in other years. Nil for a table of anything else.
    private mutating func furtherAnswers(_ table: Index, of question: Survey.Question, _ answers: Survey.Answers) -> Survey.Answers? {
        let before = problems.count
        defer { problems.removeSubrange(before...) }
        let known = Set(answers.rows.map { PartNames.folded($0.answer) })
        guard let more = self.answers(table, of: question, scale: nil, isFurther: true),
            more.isShares == answers.isShares, more.rows.contains(where: { known.contains(PartNames.folded($0.answer)) })
        else { return nil }
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
        let body = rows.dropFirst().filter { !isBase($0[0]) }, baseRow = rows.dropFirst().first { isBase($0[0]) }
        let cells = body.flatMap { $0.dropFirst() }
        let shares = cells.filter { tree.plainText(of: $0).hasSuffix("%") }
        let isShares = !shares.isEmpty
        if isShares, let odd = cells.first(where: { !tree.plainText(of: $0).hasSuffix("%") && !isWithheld($0) }) {
            let count = shares.count * 2 < cells.count ? shares[0] : odd
            report(count, "a percentage among counts, or a count among percentages", help: "Write counts in all cells, or percentages in all; the site works the percentages out.")
            return nil
        }
        guard let counts = isShares ? self.shares(body) : self.counts(body), !body.isEmpty else { return nil }
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
        return isFurther || isPlausible(answers, of: question, header: Array(header.dropFirst())) ? answers : nil
    }

    /// A row that says how many answered: `Total answered`.
    private func isBase(_ cell: Index) -> Bool { PartNames.base.contains(PartNames.folded(tree.plainText(of: cell))) }
    private func isWithheld(_ cell: Index) -> Bool { LabelledLine.trimmed(tree.plainText(of: cell)).lowercased() == "[c]" }

    /// The counts of rows; nil, with a problem for each, where a cell holds anything else.
    private mutating func counts(_ rows: [[Index]], reporting: Bool = true) -> [[Survey.Cell]]? {
        var all: [[Survey.Cell]] = []
        var isCounted = true
        for row in rows {
            all.append(row.dropFirst().map { cell in
                if isWithheld(cell) { return .init(node: cell, count: nil) }
                let text = LabelledLine.trimmed(tree.plainText(of: cell))
                guard let count = SurveyReader.count(text) else {
                    isCounted = false
                    if reporting {
                        report(cell, text.isEmpty ? "an empty cell where a count belongs" : "‘\(text)’ is no count", help: "Write how many gave this answer, 0 where nobody did, or [c] where it is withheld.")
                    }
                    return .init(node: cell, count: nil)
                }
                return .init(node: cell, count: count)
            })
        }
        return isCounted ? all : nil
    }

    /// `1234`, or with thousands set apart by a comma, a point or a space; `12,5` is none.
    static func count(_ text: String) -> Int? {
        let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." || $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "’" || $0 == "'" }
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            groups.count == 1 || groups[0].count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 })
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

    /// Tables with counts or percentages that are no question's.
    private func countTables(in blocks: [Index]) -> [Survey.CountTable] {
        tables(in: blocks).filter { !read.contains($0) }.compactMap { table in
            let rows = tree.children(of: table).map { row in Array(tree.children(of: row)) }
            guard let header = rows.first, header.count >= 2, rows.count >= 2 else { return nil }
            let texts = rows.dropFirst().map { row in row.dropFirst().map { LabelledLine.trimmed(tree.plainText(of: $0)) } }
            var cells = zip(rows.dropFirst(), texts).map { row, texts in zip(row.dropFirst(), texts).map { SurveyReader.number($1, at: $0) } }
            let width = cells.map(\.count).min() ?? 0
            cells = cells.map { Array($0.prefix(width)) }
            // A lone number among words is no count.
            for column in 0..<width {
                let numbers = cells.count { $0[column].count != nil || $0[column].share != nil }
                let words = zip(cells, texts).count { cells, texts in
                    cells[column].count == nil && cells[column].share == nil && texts[column].contains { $0.isLetter } && texts[column].lowercased() != "[c]" && texts[column].lowercased() != "n/a"
                }
                guard words > numbers else { continue }
                for row in cells.indices { cells[row][column] = .init(node: cells[row][column].node, count: nil) }
            }
            guard cells.joined().contains(where: { $0.count != nil || $0.share != nil }) else { return nil }
            return .init(
                columns: header.dropFirst().map { tree.plainText(of: $0) }, labels: rows.dropFirst().map { tree.plainText(of: $0[0]) }, rows: cells)
        }
    }

    /// `7`, `29 %`, or both: `7 (29 %)`.
    private static func number(_ text: String, at node: Index) -> Survey.Cell {
        if let share = Survey.Share(text) { return .init(node: node, count: nil, share: share) }
        if let count = count(text) { return .init(node: node, count: count) }
        guard let open = text.firstIndex(of: "("), text.last == ")" else { return .init(node: node, count: nil) }
        let (one, other) = (LabelledLine.trimmed(String(text[..<open])), String(text[text.index(after: open)...].dropLast()))
        let share = Survey.Share(one) ?? Survey.Share(other)
        return .init(node: node, count: share == nil ? nil : count(one) ?? count(other))
    }

    /// The plan says that reflections on a survey and what is done about it are published with it.
    private mutating func requireParts(_ survey: Survey) {
        guard !front.draft, let last = survey.parts.last, survey.parts.contains(where: { !$0.questions.isEmpty }) else { return }
        let names = Set(survey.parts.map { PartNames.folded(tree.plainText(of: $0.heading)) })
        for (words, name) in [(PartNames.reflections, "Our reflections"), (PartNames.actions, "What we will do")] where words.isDisjoint(with: names) {
            report(last.heading, "this survey has no section ‘\(name)’", help: "Write it, as in `## \(name)`: results are published with what you make of them; or keep the survey back with `draft: true`.")
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
