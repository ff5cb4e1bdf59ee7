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
            if PartNames.results.contains(name) { results.append(section.heading..<end(of: section)) }
            survey.parts.append(part(section, isOfAuthors: PartNames.isOfAuthors(name) || PartNames.isReflections(name)))
            if PartNames.isActions(name) { survey.actions += actions(in: section) }
        }
        doubtGood(survey)
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

    /// A number alone is a question's where its table follows: other headings are numbered, too. What people wrote to a
    /// question stands below its number once more.
    private func label(at place: Int, of blocks: [Index], isOfAuthors: Bool) -> (String, Plan.HeadingLabel)? {
        let text = tree.plainText(of: blocks[place])
        guard let number = QuestionNumber(text) else { return nil }
        let hasTable = blocks[(place + 1)...].prefix { tree.nodes[$0].kind != .heading }.contains { tree.nodes[$0].kind == .table }
        if number.isBare, isOfAuthors || !hasTable { return nil }
        if !hasTable, numbers.contains(number.text), !(results.last?.contains(blocks[place]) ?? false) { return nil }
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
        question.isMultiple = words.contains(where: SeveralAnswers.isSaid)
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
        if scale == nil, !question.isMultiple, let answers = question.answers {
            doubtScale(answers)
            let words = [tree.plainText(of: section.heading)] + zip(answers.rows, answers.sides).filter { $0.1 == .upper }.map(\.0.answer)
            question.isHabit = AnswerSide.isOfFrequency(answers.rows.map(\.answer)) && PartNames.asksForHabit(tree.plainText(of: section.heading))
            question.mayBeBad = answers.sides.contains(.upper) && !AnswerSide.isOfGood(answers.rows.map(\.answer)) && words.contains(where: PartNames.mayBeBad)
        }
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

    /// Among a survey's strongest results, nothing bad belongs: as long as nobody says which end of a scale is the better one,
    /// such a question stands in no list.
    private mutating func doubtGood(_ survey: Survey) {
        let scaled = survey.parts.flatMap(\.questions).filter { $0.answers?.sides.contains(.upper) ?? false }
        guard scaled.count > 3 else { return }
        for question in scaled where question.mayBeBad {
            report(
                question.heading, .surveyDoubt, "more of this may be worse, so that \(question.number) is named neither among the strongest nor among the weakest results",
                help: "Say which end is the better one in a line above its table: `Scale: best first`, `Scale: worst first`.")
        }
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
            return Survey.Action(lead: lead, paragraph: paragraph, questions: questions, links: links, section: section.heading)
        }
    }

    /// The plan says that reflections on a survey and what is done about it are published with it.
    private mutating func requireParts(_ survey: Survey, _ sections: [Plan.Prose]) {
        guard !front.draft else { return }
        let first = survey.tables.first?.rows.first?.first
        let isHeard = sections.contains { section in PartNames.isFeedbackAnswer(tree.plainText(of: section.heading)) && !section.blocks.isEmpty }
        let hasResults = !results.isEmpty || survey.parts.contains { !$0.questions.isEmpty }
        guard hasResults || isHeard || first != nil, let last = sections.last?.heading ?? first?.node else { return }
        if !hasResults, let cell = first {
            report(
                cell.node, .surveyDoubt, "this survey counts answers, and no heading in it is a question’s",
                help: "Write `## Results`, and below it a heading with the number of each question, as in `### Q4. The question’s words`.")
        }
        for (isOfName, name) in [(PartNames.isReflections, "Our reflections"), (PartNames.isActions, "What we will do")] {
            let own = sections.filter { isOfName(PartNames.heading(tree.plainText(of: $0.heading))) }
            let isWritten = own.flatMap(\.blocks).contains { tree.nodes[$0].kind != .heading && !tree.plainText(of: $0).allSatisfy(\.isWhitespace) }
            guard !isWritten else { continue }
            let help = "Write it\(own.isEmpty ? ", as in `## \(name)`" : ""): results are published with what you make of them; or keep the survey back with `draft: true`."
            if let empty = own.first {
                report(empty.heading, "nothing is written below ‘\(tree.plainText(of: empty.heading))’", help: help)
            } else {
                report(last, "this survey has no section ‘\(name)’", help: help)
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
