import Markdown

/// Reads goals, objectives and their parts from a plan's headings and lists.
struct PlanReader {
    typealias Index = MarkdownTree.Index

    let file: SourceFile
    let tree: MarkdownTree
    private(set) var problems: [Diagnostic] = []
    /// Headings whose id is their visible number.
    private(set) var numbered: [Index: String] = [:]
    private(set) var outcomeNumbers: [String] = []
    private var numbers: Set<String> = []
    /// By their paragraphs.
    private let lines: [Index: LabelledLine]
    private let leftOut: Set<Index>

    init(file: SourceFile, tree: MarkdownTree, lines: LabelledLines) {
        self.file = file
        self.tree = tree
        self.lines = lines.byParagraph
        leftOut = lines.leftOut
    }

    mutating func read(_ blocks: [Index]) -> Plan {
        let (introduction, sections) = tree.sections(of: blocks, level: 2)
        var plan = Plan(introduction: introduction)
        refuseParts(outside: introduction)
        for section in sections {
            guard let label = label(of: section.heading, words: PartNames.goal) else {
                refuseParts(outside: section.blocks)
                if plan.goals.isEmpty { plan.before.append(section) } else { plan.after.append(section) }
                continue
            }
            let number = label.number ?? String(plan.goals.count + 1)
            take(number, at: section.heading)
            plan.goals.append(goal(number, label.label, section))
        }
        if plan.goals.isEmpty {
            problems.append(file.problem(.planStructure, "this plan has no goals", help: "Begin each goal with a heading like `## Goal 1: What we want to reach`."))
        }
        return plan
    }

    private mutating func goal(_ number: String, _ label: Plan.HeadingLabel, _ section: Plan.Prose) -> Plan.Goal {
        let (lead, subsections) = tree.sections(of: section.blocks, level: 3)
        var goal = Plan.Goal(number: number, heading: section.heading, label: label, blocks: lead)
        refuseParts(outside: lead)
        for subsection in subsections {
            guard let label = self.label(of: subsection.heading, words: PartNames.objective) else {
                refuseParts(outside: subsection.blocks)
                goal.blocks += [subsection.heading] + subsection.blocks
                continue
            }
            let own = label.number ?? "\(number).\(goal.objectives.count + 1)"
            if !own.hasPrefix(number + ".") {
                report(subsection.heading, "objective \(own) stands below goal \(number)", help: "Number it \(number).\(goal.objectives.count + 1), or move it below its own goal.")
            }
            take(own, at: subsection.heading)
            goal.objectives.append(objective(own, label.label, subsection))
        }
        return goal
    }

    private mutating func objective(_ number: String, _ label: Plan.HeadingLabel, _ section: Plan.Prose) -> Plan.Objective {
        let (lead, subsections) = tree.sections(of: section.blocks, level: 4)
        var objective = Plan.Objective(number: number, heading: section.heading, label: label, blocks: lead)
        var seen: Set<String> = []
        for subsection in subsections {
            let name = tree.plainText(of: subsection.heading).lowercased()
            if !seen.insert(name).inserted {
                report(subsection.heading, "objective \(number) has two parts of this name", help: "Join them under one heading.")
            }
            objective.parts.append(part(name, subsection, of: number))
        }
        return objective
    }

    private mutating func part(_ name: String, _ section: Plan.Prose, of objective: String) -> Plan.Part {
        let blocks = section.blocks.filter { !leftOut.contains($0) }
        if PartNames.activities.contains(name) {
            let (lead, groups) = tree.sections(of: blocks, level: 5)
            return .init(heading: section.heading, content: .activities(groups), before: lead)
        }
        let prose = Plan.Part(heading: section.heading, content: .prose, before: blocks)
        let isResponsibility = PartNames.responsibility.contains(name)
        guard isResponsibility || PartNames.outcomes.contains(name) else { return prose }
        // Lists with anything but notes around them are shown as they are written, rather than losing what does not fit.
        guard let first = blocks.firstIndex(where: { tree.nodes[$0].kind == .list }),
            let last = blocks.lastIndex(where: { tree.nodes[$0].kind == .list }),
            blocks[first...last].allSatisfy({ tree.nodes[$0].kind == .list })
        else { return prose }
        let items = blocks[first...last].flatMap { Array(tree.children(of: $0)) }
        var part = Plan.Part(heading: section.heading, content: .prose, before: Array(blocks[..<first]), after: Array(blocks[(last + 1)...]))
        if isResponsibility {
            let duties = items.compactMap(duty)
            guard duties.count == items.count else { return prose }
            part.content = .responsibility(duties)
        } else {
            var outcomes: [Plan.Outcome] = []
            for item in items { outcomes.append(outcome(item, position: outcomes.count, of: objective)) }
            part.content = .outcomes(outcomes)
        }
        return part
    }

    private func duty(_ item: Index) -> Plan.Duty? {
        guard let (lead, text) = lead(of: item) else { return nil }
        return Plan.Duty(roles: trimmed(lead), item: item, text: text)
    }

    private mutating func outcome(_ item: Index, position: Int, of objective: String) -> Plan.Outcome {
        let given = objective + letter(position)
        let isDone: Bool? = tree.nodes[item].task == .none ? nil : tree.nodes[item].task == .done
        let lines = tree.contents(of: item).compactMap { self.lines[$0] }
        checkDays(lines, of: item)
        guard let (words, text) = lead(of: item) else {
            let (first, rest) = firstParagraph(of: item)
            takeOutcome(given, at: item)
            let text = leadless(first.map { Array(tree.children(of: $0)) } ?? [], rest, paragraph: first, lead: nil)
            return .init(number: given, when: nil, text: text, item: item, isDone: isDone, lines: lines)
        }
        let lead = trimmed(words)
        let number = lead.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0.isLowercase) }
        guard number.first?.isNumber == true, number.contains(".") else {
            takeOutcome(given, at: item)
            return .init(number: given, when: lead.isEmpty ? nil : lead, text: text, item: item, isDone: isDone, lines: lines)
        }
        let when = trimmed(String(lead.dropFirst(number.count)))
        takeOutcome(String(number), at: item)
        if !number.hasPrefix(objective) {
            report(item, "outcome \(number) stands below objective \(objective)", help: "Number it \(given), or move it below its own objective.")
        }
        return .init(number: String(number), when: when.isEmpty ? nil : when, text: text, item: item, isDone: isDone, lines: lines)
    }

    /// A `Due:` line pins one day; what else stands there would pin none.
    private mutating func checkDays(_ lines: [LabelledLine], of item: Index) {
        for line in lines where line.label == .due && CalendarDate(line.text) == nil {
            report(line.paragraph, "‘\(line.text)’ is no day", help: "A ‘Due:’ line pins one day: write it as year, month and day, as in `Due: 2023-06-30`.")
        }
        let due = lines.filter { $0.label == .due }
        if due.count > 1 { report(due[1].paragraph, "a second ‘Due:’ line for one outcome", help: "Leave one of them.") }
    }

    // MARK: Reading

    /// A list item's bold lead, and what follows it.
    private func lead(of item: Index) -> (String, Plan.LeadlessItem)? {
        let (first, rest) = firstParagraph(of: item)
        guard let first else { return nil }
        let inlines = Array(tree.children(of: first))
        guard let strong = inlines.first, tree.nodes[strong].kind == .strong else { return nil }
        return (tree.plainText(of: strong), leadless(Array(inlines.dropFirst()), rest, paragraph: first, lead: strong))
    }

    private func leadless(_ inlines: [Index], _ blocks: [Index], paragraph: Index?, lead: Index?) -> Plan.LeadlessItem {
        let text = inlines.first.map { tree.nodes[$0].kind == .text ? String(decoding: tree.literal($0), as: UTF8.self) : "" } ?? ""
        let mark = text.prefix { PlanReader.marks.contains($0) }
        return .init(inlines: inlines, markLength: mark.utf8.count, blocks: blocks, paragraph: paragraph, lead: lead)
    }

    private func firstParagraph(of item: Index) -> (Index?, [Index]) {
        let blocks = Array(tree.children(of: item))
        guard let first = blocks.first, tree.nodes[first].kind == .paragraph else { return (nil, blocks) }
        return (first, blocks.dropFirst().filter { !leftOut.contains($0) })
    }

    private static let marks: Set<Character> = [" ", ":", "—", "–", "-", "\u{A0}"]

    private func trimmed(_ lead: String) -> String {
        let marks = PlanReader.marks
        var text = Substring(lead)
        while let last = text.last, marks.contains(last) { text.removeLast() }
        while let first = text.first, marks.contains(first) { text.removeFirst() }
        return String(text)
    }

    private func letter(_ position: Int) -> String {
        position < 26 ? String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(position))) : letter(position / 26 - 1) + letter(position % 26)
    }

    /// `Goal 1: A coherent vision` → number `1`, label `Goal 1`; nil where the heading does not begin with such a word.
    private func label(of heading: Index, words: Set<String>) -> (number: String?, label: Plan.HeadingLabel)? {
        let text = tree.plainText(of: heading)
        guard let split = text.firstIndex(where: { $0.isNumber || ":.—–".contains($0) }) else { return nil }
        let word = text[..<split].lowercased().split(separator: " ").joined(separator: " ")
        guard words.contains(word) else { return nil }
        let number = text[split...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let digits = number.hasSuffix(".") ? number.dropLast() : number
        var rest = text[split...].dropFirst(digits.count)
        if let mark = rest.first(where: { $0 != " " }), ":.—–-".contains(mark) {
            rest = rest.drop { $0 == " " }.dropFirst()
        } else if digits.isEmpty {
            return nil
        }
        rest = rest.drop { $0 == " " }
        return (digits.isEmpty ? nil : String(digits), .init(
            text: digits.isEmpty ? trimmed(String(text[..<split])) : text[..<split].split(separator: " ").joined(separator: " ") + " " + digits,
            length: text.utf8.count - rest.utf8.count))
    }

    private mutating func take(_ number: String, at heading: Index) {
        if numbers.insert(number).inserted {
            numbered[heading] = number
        } else {
            report(heading, "the number \(number) stands twice in this plan", help: "Give every goal and objective its own number: people cite them, and links lead to them.")
        }
    }

    private mutating func takeOutcome(_ number: String, at item: Index) {
        if numbers.insert(number).inserted {
            outcomeNumbers.append(number)
        } else {
            report(item, "the number \(number) stands twice in this plan", help: "Give every outcome its own letter.")
        }
    }

    /// A part's or objective's heading where there is no goal or objective for it to belong to.
    private mutating func refuseParts(outside blocks: [Index]) {
        for block in blocks where tree.nodes[block].kind == .heading {
            let name = tree.plainText(of: block).lowercased()
            if tree.nodes[block].headingLevel == 3, label(of: block, words: PartNames.objective)?.number != nil {
                report(block, "an objective outside a goal", help: "Put it below its goal: `## Goal 1: …`.")
            } else if tree.nodes[block].headingLevel == 4, [PartNames.activities, PartNames.responsibility, PartNames.outcomes].contains(where: { $0.contains(name) }) {
                report(block, "the part ‘\(tree.plainText(of: block))’ stands outside an objective", help: "Put it below its objective: `### Objective 1.1: …`.")
            }
        }
    }

    private mutating func report(_ node: Index, _ message: String, help: String) {
        let position = tree.nodes[node].position
        problems.append(file.problem(.planStructure, line: Int(position.line), column: Int(position.column), length: 200, message, help: help))
    }
}
