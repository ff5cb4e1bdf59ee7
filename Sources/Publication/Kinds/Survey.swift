import FormExports
import Markdown

/// A survey summary: sections of prose, and questions with their tables of answers.
package struct Survey: Sendable {
    package typealias Index = MarkdownTree.Index

    package var introduction: [Index] = []
    package var parts: [Part] = []
    package var tables: [CountTable] = []
    package var actions: [Action] = []

    /// What is done about some of the answers: an item of the list below “What we will do” that links to questions.
    package struct Action: Sendable {
        /// Its words in bold, or all of its first paragraph.
        package let lead: Index
        package let paragraph: Index
        /// The ids of the questions.
        package let questions: [String]
        package let links: [Index]
        /// The heading of its section.
        package let section: Index
    }

    /// A level-2 section.
    package struct Part: Sendable {
        package let heading: Index
        package var blocks: [Index] = []
        package var questions: [Question] = []
    }

    /// `### Q4. …` and what stands below it.
    package struct Question: Sendable {
        /// As it is written: `Q4`.
        package let number: String
        package let heading: Index
        package let label: Plan.HeadingLabel
        package var before: [Index] = []
        package var table: Index?
        package var answers: Answers?
        package var after: [Index] = []
        /// Further tables of its answers, of other groups or years: nothing is drawn of them.
        package var furtherAnswers: [Answers] = []
        /// Other passages between this question and the next one.
        package var following: [Index] = []
        /// Whether a person could give several answers: nothing adds up then.
        package var isMultiple = false
        /// Whether its scale may be one of how bad something is, and no line says which end is the better one.
        package var mayBeBad = false
        /// Whether it asks how often people do something themselves: less is no weaker result.
        package var isHabit = false
        /// The form that its author has chosen for it.
        package var chart: ChartForm?
    }

    /// `Chart: …`
    package enum ChartForm: Sendable { case stacked, diverging, bars, byGroup, overYears, none }

    /// `Scale: …`
    enum Scale: Sendable {
        case bestFirst, worstFirst, none, severalAnswers, zeroToTen

        /// Where each answer stands, those that are known to stand apart left out.
        func sides(of answers: [String]) -> [AnswerSide]? {
            switch self {
            case .bestFirst: AnswerSide.inOrder(answers, isBestFirst: true)
            case .worstFirst: AnswerSide.inOrder(answers, isBestFirst: false)
            case .none, .severalAnswers: AnswerSide.unscaled(answers)
            case .zeroToTen: nil
            }
        }

        /// What is wrong where the answers cannot be of the scale, and how to mend it.
        func misfit(_ answers: [String]) -> (message: String, help: String)? {
            let scaled = AnswerSide.unscaled(answers).count { $0 == .plain }
            switch self {
            case .zeroToTen where !AnswerSide.isZeroToTen(answers):
                return (
                    "these answers are not the numbers from 0 to 10",
                    "Give the numbers as answers, 0 and 10 among them, each once, with the count 0 where nobody gave one; or name another scale: best first, worst first, none."
                )
            case .bestFirst where scaled < 2, .worstFirst where scaled < 2:
                return ("fewer than two answers stand on this scale", "Write `Scale: none`, or leave the line out.")
            case .bestFirst where !AnswerSide.isInOrder(answers), .worstFirst where !AnswerSide.isInOrder(answers):
                return ("the answers do not go from one end of this scale to the other", "Put their rows in order, from the best to the worst or the other way.")
            case .severalAnswers where !AnswerSide.all(of: answers).allSatisfy({ [.plain, .apart, .noAnswer].contains($0) }):
                return ("nobody can give several of these answers: they exclude one another", "Leave the line out, or see whether the table is this question’s.")
            default: return nil
            }
        }
    }

    /// A table's counts: answers as rows, groups or years as columns.
    package struct Answers: Sendable {
        package let columns: [String]
        package let rows: [Row]
        /// Where each answer stands on the question's scale.
        package let sides: [AnswerSide]
        /// Whether the cells are percentages.
        package let isShares: Bool
        /// How many answered, column by column, where a row says that.
        package let base: [Cell]?
        /// Whether the scale is of numbers from 0 to 10.
        package let isNumeric: Bool

        package struct Row: Sendable {
            package let answer: String
            package let cell: Index
            package let counts: [Cell]
        }
    }

    /// A count, with its cell; nil where its author has withheld it.
    package struct Cell: Sendable {
        package let node: Index
        package let count: Int?
        package var share: Share?
    }

    /// A percentage as its author wrote it.
    package struct Share: Sendable, Hashable {
        /// From 0 to 100.
        package let value: Double
        /// By how much it may be off: half of its last digit.
        package let precision: Double
        /// How many digits stand behind the point.
        package let digits: Int

        /// `62 %`, `62.5%`, `62,5 %`; nil for anything else.
        init?(_ text: String) {
            let written = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
            guard written.hasSuffix("%") else { return nil }
            let parts = written.dropLast().split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
            guard (1...2).contains(parts.count), parts.allSatisfy({ (1...6).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
                let value = Double(parts.joined(separator: ".")), value <= 100
            else { return nil }
            self.value = value
            digits = parts.count == 2 ? parts[1].count : 0
            precision = (0..<digits).reduce(0.5) { sum, _ in sum / 10 }
        }

        /// With one digit behind the point where one is needed.
        static func text(_ value: Double) -> String {
            let tenths = Int((value * 10).rounded())
            return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        }
    }

    /// A table of counts that is no question's: who was invited, who answered, at what rate.
    package struct CountTable: Sendable {
        package let columns: [String]
        package let labels: [String]
        /// Without the first column; where no number stands, neither a count nor a percentage.
        package let rows: [[Cell]]
        /// Percentages, with the counts that they come from: two, or those of a column, which add up to what they are of.
        let rates: [(node: Index, of: [Index], isOfColumn: Bool)]
    }
}

/// What a survey's front matter says.
package struct SurveyFacts: Sendable {
    package enum Unit: String, Sendable, CaseIterable { case people, households }

    package var series: String?
    package var fielded: CalendarPeriod?
    package var unit: Unit?
    package var invited: Int?
    package var responses: Int?
    package var offeredIn: [LanguageTag] = []
    /// Below how many answers a count is withheld: 10 where nothing is said.
    package var suppressBelow: Int?
    package var groups: [Group] = []
    /// A table of results beside the document.
    package var data: String?

    /// Some of those who were asked.
    package struct Group: Sendable {
        package let name: String
        package let invited: Int?
        package let answered: Int?
    }

    package var threshold: Int { suppressBelow ?? 10 }

    /// The path of the table below `content/`; nil where it would lead out of the document's folder.
    package static func dataPath(_ name: String?, beside path: String) -> String? {
        guard let name, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return folder + (name.hasPrefix("./") ? String(name.dropFirst(2)) : name)
    }

    static func read(_ yaml: inout YAMLReader) -> SurveyFacts {
        let facts = SurveyFacts(
            series: yaml.string("series"), fielded: yaml.period("fielded"),
            unit: yaml.choice("unit", of: Unit.allCases.map(\.rawValue)).flatMap(Unit.init),
            invited: yaml.count("invited"), responses: yaml.count("responses"),
            offeredIn: yaml.languages("offered-in"), suppressBelow: yaml.count("suppress-below"), groups: groups(&yaml),
            data: yaml.string("data"))
        if let threshold = facts.suppressBelow, threshold < 5, yaml.string("suppress-reason") == nil {
            yaml.report(.wrongValue, at: "suppress-below", "\(threshold) answers are too few: single people could be found", help: "Withhold counts below 10, or give a reason why fewer are safe: `suppress-reason: …`.")
        }
        if let invited = facts.invited, let responses = facts.responses, responses > invited {
            yaml.report(.wrongValue, at: "responses", "\(responses) responses, but only \(invited) were invited", help: "Check both numbers; leave `invited` out where anybody could answer.")
        }
        checkGroups(facts, &yaml)
        return facts
    }

    private static func checkGroups(_ facts: SurveyFacts, _ yaml: inout YAMLReader) {
        let names = facts.groups.map { PartNames.folded($0.name) }
        if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
            yaml.report(.wrongValue, at: "groups", "the group ‘\(facts.groups[twice].name)’ stands twice", help: "Give each group its own name.")
        }
        for (what, all, parts) in [("answered", facts.responses, facts.groups.map(\.answered)), ("were invited", facts.invited, facts.groups.map(\.invited))] {
            guard let all else { continue }
            let sum = parts.reduce(0) { $0 + ($1 ?? 0) }, isTooMany = parts.contains { $0 ?? 0 > all }
            guard sum > all, !areDivisions(parts, of: all) else { continue }
            let help = "Check the numbers; they may stand where a person belongs to two groups."
            if isTooMany {
                yaml.report(.wrongValue, at: "groups", "more \(what) of one group than of all (\(all))", help: "Check both numbers.")
            } else {
                yaml.report(.surveyDoubt, at: "groups", "\(sum) \(what) of the groups together, but \(all) of all", help: help)
            }
        }
    }

    /// Whether parts make up the whole one way, and then another: groups, and behind them schools.
    static func areDivisions(_ parts: [Int?], of whole: Int) -> Bool {
        var sum = 0, times = 0
        for part in parts {
            guard let part, sum + part <= whole else { return false }
            sum += part
            if sum == whole { (sum, times) = (0, times + 1) }
        }
        return sum == 0 && times > 1
    }

    private static func groups(_ yaml: inout YAMLReader) -> [Group] {
        yaml.entries("groups").compactMap { entry in
            guard var mapping = entry.mapping else { return entry.text.map { Group(name: $0, invited: nil, answered: nil) } }
            mapping.refuseUnknownKeys(known: ["name", "invited", "answered"], of: "an entry of groups")
            let group = Group(name: mapping.string("name") ?? "", invited: mapping.count("invited"), answered: mapping.count("answered"))
            if let invited = group.invited, let answered = group.answered, answered > invited {
                mapping.report(.wrongValue, at: "answered", "\(answered) answered, but only \(invited) were invited", help: "Check both numbers.")
            }
            yaml.adopt(mapping)
            return group.name.isEmpty ? nil : group
        }
    }
}
