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
        let (_, inner) = Glossary.name(term)
        return inner.flatMap { Glossary.isAbbreviation($0) ? $0 : nil }
    }

    private mutating func survey() -> Survey {
        var reader = SurveyReader(file: file, tree: tree, front: front, lines: lines)
        let survey = reader.read(blocks)
        problems += reader.problems
        numbered = reader.numbered
        return survey
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
