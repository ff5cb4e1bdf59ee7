import FormExports
import Markdown

/// Reads what a document's kind makes of its headings and lists, and gives every heading its id.
struct OutlineReader {
    typealias Index = MarkdownTree.Index

    let file: SourceFile
    let tree: MarkdownTree
    let blocks: [Index]
    let front: FrontMatter

    private(set) var headings: [Document.Heading] = []
    private(set) var anchors: [String: String] = [:]
    private(set) var problems: [Diagnostic] = []
    private(set) var lines: LabelledLines
    /// What a round of feedback was answered with.
    private(set) var heard: [Plan.Prose] = []
    private var identifiers = IdentifierPool()
    /// Ids that are decided by a visible number.
    private var numbered: [Index: String] = [:]

    init(file: SourceFile, tree: MarkdownTree, blocks: [Index], front: FrontMatter) {
        self.file = file
        self.tree = tree
        self.blocks = blocks
        self.front = front
        lines = LabelledLines(tree, kind: front.kind)
    }

    mutating func read() -> Document.Meaning {
        let meaning: Document.Meaning =
            switch front.kind {
            case .page: .page
            case .update: .update
            case .event: front.event.map(Document.Meaning.event) ?? .page
            case .values: .values(values())
            case .glossary: .glossary(glossary())
            case .survey: .survey(survey())
            case .plan: .plan(plan())
            case .progress: .progress(progress())
            case .portrait: .portrait(portrait())
            case .roles: .roles(roles())
            case .duties: .duties(duties())
            }
        nameHeadings()
        lines.place(below: headings, meaning)
        return meaning
    }

    /// Numbers first, so that no heading's words take the place of a goal's number.
    private mutating func nameHeadings() {
        for id in numbered.values { _ = identifiers.take(id) }
        for (index, node) in tree.nodes.enumerated() where node.kind == .heading && index >= blocks.first ?? .max {
            let text = tree.plainText(of: index)
            let slug = Slug.heading(text)
            let id = numbered[index] ?? identifiers.take(slug)
            headings.append(.init(node: index, level: Int(node.headingLevel), id: id, text: text))
            anchors[id] = id
            if id != slug, anchors[slug] == nil { anchors[slug] = id }
        }
    }

    // MARK: Kinds

    private mutating func values() -> Values {
        let (introduction, sections) = partsOfKind()
        return Values(introduction: introduction, values: sections)
    }

    private mutating func glossary() -> Glossary {
        let (introduction, sections) = partsOfKind()
        return Glossary(introduction: introduction, terms: sections.map { section in
            .init(heading: section.heading, abbreviation: abbreviation(in: tree.plainText(of: section.heading)), blocks: section.blocks)
        })
    }

    private func abbreviation(in term: String) -> String? {
        guard term.hasSuffix(")"), let open = term.lastIndex(of: "(") else { return nil }
        let inner = term[term.index(after: open)...].dropLast()
        return inner.isEmpty || inner.contains(" ") || inner.count > 12 ? nil : String(inner)
    }

    private mutating func survey() -> Survey {
        let (introduction, sections) = sections(of: blocks, level: 2)
        var survey = Survey(introduction: introduction)
        var numbers: Set<String> = []
        for section in sections {
            let (lead, subsections) = self.sections(of: section.blocks, level: 3)
            var part = Survey.Part(heading: section.heading, blocks: lead)
            for subsection in subsections {
                guard let (number, label) = questionLabel(subsection.heading) else {
                    part.blocks += [subsection.heading] + subsection.blocks
                    continue
                }
                if !numbers.insert(number).inserted {
                    report(subsection.heading, .surveyStructure, "the question number \(number) stands twice", help: "Give every question its own number.")
                } else {
                    numbered[subsection.heading] = number.lowercased()
                }
                part.questions.append(question(number, label, subsection))
            }
            survey.tables += countTables(in: part.blocks)
            survey.parts.append(part)
        }
        survey.tables += countTables(in: introduction)
        requireParts(survey)
        return survey
    }

    private mutating func question(_ number: String, _ label: Plan.HeadingLabel, _ section: Plan.Prose) -> Survey.Question {
        var question = Survey.Question(number: number, heading: section.heading, label: label)
        for block in section.blocks {
            if question.table == nil, tree.nodes[block].kind == .table {
                question.table = block
                question.answers = answers(block)
            } else if question.table == nil {
                question.before.append(block)
            } else {
                question.after.append(block)
            }
        }
        let words = ([section.heading] + question.before).map { tree.plainText(of: $0).lowercased() }
        question.isMultiple = words.contains { text in PartNames.severalAnswers.contains { text.contains($0) } }
        if question.table == nil {
            report(section.heading, .surveyStructure, "the question \(number) has no table of answers", help: "Put a table below it: answers as rows, `| Answer | 2022 |` as its header.")
        }
        return question
    }

    /// The table's counts. Nil where they are shares, which are shown as they are written, or where something else stands
    /// in their place, which is a problem.
    private mutating func answers(_ table: Index) -> Survey.Answers? {
        let rows = tree.children(of: table).map { row in Array(tree.children(of: row)) }
        guard let header = rows.first, header.count >= 2, rows.count >= 2 else { return nil }
        let cells = rows.dropFirst().flatMap { $0.dropFirst() }
        let shares = cells.filter { tree.plainText(of: $0).hasSuffix("%") }
        if let share = shares.first, shares.count < cells.count {
            report(share, .surveyStructure, "a percentage among counts", help: "Write counts in all cells, or percentages in all; the site works the percentages out.")
            return nil
        }
        if !shares.isEmpty { return checkedShares(shares) }
        guard let counts = counts(rows) else { return nil }
        let words = rows.dropFirst().map { tree.plainText(of: $0[0]) }
        return Survey.Answers(
            columns: header.dropFirst().map { tree.plainText(of: $0) },
            rows: zip(rows.dropFirst(), counts).map { .init(answer: tree.plainText(of: $0[0]), cell: $0[0], counts: $1) },
            sides: AnswerSide.all(of: words))
    }

    private mutating func checkedShares(_ cells: [Index]) -> Survey.Answers? {
        for cell in cells {
            let text = tree.plainText(of: cell).dropLast().filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }.replacing(",", with: ".")
            guard let share = Double(text), (0...100).contains(share) else {
                report(cell, .surveyStructure, "‘\(tree.plainText(of: cell))’ is no percentage", help: "Write a number from 0 to 100 and %.")
                return nil
            }
        }
        return nil
    }

    /// The counts of a table's body; nil, with a problem for each, where a cell holds anything else.
    private mutating func counts(_ rows: [[Index]], reporting: Bool = true) -> [[Survey.Cell]]? {
        var all: [[Survey.Cell]] = []
        var isCounted = true
        for row in rows.dropFirst() {
            all.append(row.dropFirst().map { cell in
                let text = LabelledLine.trimmed(tree.plainText(of: cell))
                if text.lowercased() == "[c]" { return .init(node: cell, count: nil) }
                let digits = text.filter { $0 != "," && $0 != "." && $0 != "\u{202F}" && $0 != "\u{A0}" && $0 != " " }
                guard let count = Int(digits), count >= 0, count < 1_000_000_000, !text.isEmpty else {
                    isCounted = false
                    if reporting {
                        report(cell, .surveyStructure, text.isEmpty ? "an empty cell where a count belongs" : "‘\(text)’ is no count", help: "Write how many gave this answer, 0 where nobody did, or [c] where it is withheld.")
                    }
                    return .init(node: cell, count: nil)
                }
                return .init(node: cell, count: count)
            })
        }
        return isCounted ? all : nil
    }

    /// Tables of counts that are no question's.
    private mutating func countTables(in blocks: [Index]) -> [Survey.CountTable] {
        blocks.filter { tree.nodes[$0].kind == .table }.compactMap { table in
            let rows = tree.children(of: table).map { row in Array(tree.children(of: row)) }
            guard let header = rows.first, header.count >= 2, rows.count >= 2, let counts = counts(rows, reporting: false) else { return nil }
            let isTotal = (0..<header.count - 1).map { column -> Bool in
                let values = counts.map { $0[column].count ?? 0 }
                return values.count > 2 && values.dropLast().reduce(0, +) == values.last
            }
            return .init(rows: counts, isTotal: isTotal)
        }
    }

    /// The plan says that reflections on a survey and what is done about it are published with it.
    private mutating func requireParts(_ survey: Survey) {
        guard !front.draft, let last = survey.parts.last, survey.parts.contains(where: { !$0.questions.isEmpty }) else { return }
        let names = Set(survey.parts.map { PartNames.folded(tree.plainText(of: $0.heading)) })
        for (words, name) in [(PartNames.reflections, "Our reflections"), (PartNames.actions, "What we will do")] where words.isDisjoint(with: names) {
            report(last.heading, .surveyStructure, "this survey has no section ‘\(name)’", help: "Write it, as in `## \(name)`: results are published with what you make of them; or keep the survey back with `draft: true`.")
        }
    }

    private mutating func plan() -> Plan {
        var reader = PlanReader(file: file, tree: tree, lines: lines)
        let plan = reader.read(blocks)
        problems += reader.problems
        numbered = reader.numbered
        for outcome in reader.outcomeNumbers { anchors[identifiers.take(outcome)] = outcome }
        return plan
    }

    /// `## 1.1a — Met`: a number of the plan, and how far it is.
    private mutating func progress() -> Progress {
        let (introduction, sections) = sections(of: blocks, level: 2)
        var progress = Progress(introduction: introduction)
        for section in sections {
            let text = tree.plainText(of: section.heading)
            let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0.isLowercase) }
            guard number.first?.isNumber == true else { progress.after.append(section); continue }
            let words = text.dropFirst(number.count).drop { " :—–-\u{A0}".contains($0) }
            guard let status = PartNames.status(words) else {
                let near = nearest(to: PartNames.folded(words), among: PartNames.statusWords).map { "Did you mean ‘\($0)’? " } ?? ""
                report(section.heading, .progressStructure, words.isEmpty ? "this does not say how far \(number) is" : "‘\(words)’ is no status", help: near + "Write one of: not started, in progress, on track, delayed, met, partly met, not met, ongoing, dropped – as in `## 1.1a — Met`.")
                continue
            }
            if numbered.values.contains(String(number)) {
                report(section.heading, .progressStructure, "this report speaks of \(number) twice", help: "Join the two sections.")
            } else {
                numbered[section.heading] = String(number)
            }
            let hasEvidence = section.blocks.contains { block in
                tree.nodes[block].kind == .link || tree.contents(of: block).contains { tree.nodes[$0].kind == .link }
            }
            progress.entries.append(.init(
                number: String(number), status: status, heading: section.heading, blocks: section.blocks, hasEvidence: hasEvidence))
        }
        return progress
    }

    private mutating func portrait() -> Portrait {
        let (introduction, sections) = partsOfKind()
        return Portrait(introduction: introduction, areas: sections.map { section in
            let (lead, grades) = self.sections(of: section.blocks, level: 3)
            return .init(heading: section.heading, title: tree.plainText(of: section.heading), blocks: lead, grades: grades.map {
                .init(heading: $0.heading, title: tree.plainText(of: $0.heading), blocks: $0.blocks)
            })
        })
    }

    private mutating func roles() -> Roles {
        let (introduction, sections) = partsOfKind()
        return Roles(introduction: introduction, roles: sections.map { section in
            var role = Roles.Role(heading: section.heading, name: tree.plainText(of: section.heading), blocks: section.blocks)
            for line in lines.below(section) {
                switch line.label {
                case .alsoCalled:
                    role.aliases += line.parts
                    role.aliasLine = line
                case .includes: role.members += line.parts.map { ($0, line) }
                case .contact: role.contact = line
                default: break
                }
            }
            return role
        })
    }

    private mutating func duties() -> Duties {
        let (introduction, sections) = partsOfKind()
        return Duties(introduction: introduction, duties: sections.map { section in
            var duty = Duties.Duty(heading: section.heading, title: tree.plainText(of: section.heading), blocks: section.blocks)
            for line in lines.below(section) {
                switch line.label {
                case .audience: duty.audience = line
                case .frequency: duty.frequency = line
                case .owner: duty.owner = line
                case .languages: duty.languages = line
                case .published: duty.published = line
                default: break
                }
            }
            return duty
        })
    }

    // MARK: Reading

    /// The level-2 sections that a document's kind is made of: what was heard in a round of feedback is none of its values,
    /// areas or duties.
    private mutating func partsOfKind() -> ([Index], [Plan.Prose]) {
        let (introduction, sections) = sections(of: blocks, level: 2)
        guard front.feedback != nil else { return (introduction, sections) }
        let isAnswer = { [tree] (section: Plan.Prose) in PartNames.isFeedbackAnswer(tree.plainText(of: section.heading)) }
        heard = sections.filter(isAnswer)
        return (introduction, sections.filter { !isAnswer($0) })
    }

    /// Blocks before the first heading of a level, then each heading with what stands below it.
    private func sections(of blocks: [Index], level: Int) -> ([Index], [Plan.Prose]) {
        tree.sections(of: blocks, level: level)
    }

    /// `Q4. The school …` → `Q4`
    private func questionLabel(_ heading: Index) -> (String, Plan.HeadingLabel)? {
        let text = tree.plainText(of: heading)
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

    private mutating func report(_ node: Index, _ rule: Rule, _ message: String, help: String) {
        let position = tree.nodes[node].position
        problems.append(file.problem(rule, line: Int(position.line), column: Int(position.column), length: 200, message, help: help))
    }
}

extension MarkdownTree {
    /// Blocks before the first heading of a level, then each heading of that level with what stands below it.
    func sections(of blocks: [Index], level: Int) -> ([Index], [Plan.Prose]) {
        var lead: [Index] = []
        var sections: [Plan.Prose] = []
        for block in blocks {
            if nodes[block].kind == .heading, Int(nodes[block].headingLevel) == level {
                sections.append(.init(heading: block))
            } else if sections.isEmpty {
                lead.append(block)
            } else {
                sections[sections.count - 1].blocks.append(block)
            }
        }
        return (lead, sections)
    }
}
