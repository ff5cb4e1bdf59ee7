import Foundation
import Markdown
import Testing
import TestSupport

@testable import Publication

/// The checks over this repository's own publication, and over what breaks of it.
@Suite struct RealPlanChecksTests {
    private static let content = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "content")

    private static func files() throws -> [String: [UInt8]] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: content.path()).filter { $0.hasSuffix(".md") }
        return Dictionary(uniqueKeysWithValues: try paths.map { ($0, [UInt8](try Data(contentsOf: content.appending(path: $0)))) })
    }

    private static func linked(_ files: [String: [UInt8]]) throws -> LinkedPublication {
        try LinkedPublication(files, settings: String(decoding: try Data(contentsOf: content.appending(path: "publication.yaml")), as: UTF8.self))
    }

    /// What the district's document leaves open: the rule, and words of the message or of the line that it is about.
    static let ambiguities: [(Rule, String)] = [
        (.openQuestion, "Which name should this plan carry?"),
        (.uncertainDate, "‘By the end of 2023’ may mean the calendar year or the school year"), (.uncertainDate, "‘By Spring 2022’ may mean"),
        (.dateOutsidePeriod, "‘2019–20’ lies before"), (.dateOutsidePeriod, "‘2020–2021’ lies before"), (.dateOutsidePeriod, "‘Spring 2021’ lies before"),
        (.dateOutsidePeriod, "‘end of 2020–2021’ lies before"),
        (.openQuestion, "how can there be six proficiency areas when the areas were still to be drafted?"),
        (.abbreviation, "ILG stands for ‘Instructional Learning Groups’"), (.abbreviation, "‘Instructional Leadership Groups’"),
        (.abbreviation, "nothing says what STOKE stands for"),
        (.similarNames, "‘Shared ownership with community’ where the list on line"), (.similarNames, "‘Community engagement’"),
        (.differentWording, "the list words goal 2 otherwise than the goal itself"),
        (.similarNames, "‘Administration’ may be the same as ‘Administrative Team’"), (.openQuestion, "Which of these are the same people?"),
        (.similarNames, "‘professional development plan’ may be the same as ‘Professional Learning Plan’"),
        (.openQuestion, "proficiency areas, proficiencies, core proficiencies"), (.openQuestion, "What does the School Committee approve, the draft or the final version?"),
        (.dutyOwner, "‘Survey results and what we make of them’ falls to nobody"), (.openQuestion, "Who is in charge of the survey (3.1a)"),
        (.openQuestion, "Which languages and formats does 3.1d mean"), (.openQuestion, "how will we check that they are accessible?"),
        (.openQuestion, "How will constituencies tell us"), (.uncertainDate, "‘The council meets twice a month’ may mean any days"),
        (.missingPart, "objective 3.3 names no role"), (.openQuestion, "who is responsible for the councils?"), (.openQuestion, "one task for two audiences?"),
        (.openQuestion, "Who belongs to the county-wide POG group?"), (.openQuestion, "Which DIP is meant?"),
        (.missingMeasure, "outcome 2.3c has neither date nor measure"), (.missingMeasure, "outcome 3.1d has neither"), (.dutyUnmet, "nothing is published for ‘Resources"),
    ]

    @Test func whatTheDistrictsDocumentLeavesOpenIsReported() throws {
        let problems = try Self.linked(Self.files()).problems()
        for (rule, words) in Self.ambiguities {
            #expect(problems.contains { $0.rule == rule && ($0.message.contains(words) || $0.source?.contains(words) == true) }, "\(rule): \(words)")
        }
        #expect(problems == problems.sorted())
        #expect(Set(problems).count == problems.count, "nothing is said twice")
    }

    @Test func namesAreAskedAboutSparingly() throws {
        let problems = try Self.linked(Self.files()).problems()
        #expect(problems.count { $0.rule == .similarNames } <= 12)
        #expect(problems.count { $0.rule == .abbreviation } == 2)
        #expect(problems.count { $0.rule == .idleRole || $0.rule == .unknownRole } == 0)
    }

    @Test func nothingIsAnErrorAndAllSaysWhatToDo() throws {
        for problem in try Self.linked(Self.files()).problems() {
            #expect(problem.severity != .error)
            #expect(problem.help.hasSuffix(".") && problem.help.first?.isUppercase == true, "\(problem)")
            #expect(!problem.message.hasSuffix("."), "\(problem)")
            #expect(problem.length > 0, "\(problem)")
        }
    }

    // MARK: Broken plans

    private static let pieces = [
        "## Goal 1: ", "### Objective 1.1: ", "#### Activities\n", "#### Responsibility\n", "#### Measurable outcomes\n", "- **", ":** ", "Due: 2022-06-31", "- Target: 3 of 6 proficiency areas\n",
        "Question: ", "(ABC)", "ABC (", ")", "’s", "ILG", "d’", "1. ", "\n\n", "\r\n", "\u{FFFC}", "é\u{301}", "ПРШ", "目标", "twice a month", "2019–20", "`", "[", "](x)", "&amp;", "\\*", "replaces: x.md\n", "parent: ../x.md\n",
        "status: archived\n", "period: 2021-07-01\n", "kind: roles\n", "---\n",
    ].map { Array($0.utf8) }

    @Test(.timeLimit(.minutes(3)), arguments: 0..<4)
    func brokenPlansAreCheckedAllTheSame(part: Int) throws {
        let files = try Self.files().filter { path, _ in !["about/", "updates/", "events/", "surveys/"].contains { path.hasPrefix($0) } }
        let paths = files.keys.sorted()
        for seed in part * 15..<(part + 1) * 15 {
            var random = SeededGenerator(seed: UInt64(seed))
            var broken = files
            for _ in 0..<4 {
                let path = random.chance(60) ? "plans/district-goals-2021-2024.md" : random.pick(paths)
                broken[path] = Self.mutated(broken[path]!, &random)
            }
            let linked = try Self.linked(broken)
            let lineCounts = Dictionary(uniqueKeysWithValues: linked.publication.documents.map { ($0.source.path, $0.source.bytes.count { $0 == 0x0A || $0 == 0x0D }) })
            for problem in linked.problems() {
                let lines = lineCounts[problem.file] ?? 0
                guard problem.line >= 1, problem.line <= lines + 1, problem.column >= 1, problem.length >= 0, !problem.description.isEmpty else {
                    Issue.record("seed \(seed): a problem that lies nowhere: \(problem)")
                    return
                }
            }
        }
    }

    private static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<random.number(1...12) where !bytes.isEmpty {
            let start = random.number(0...bytes.count - 1), end = min(bytes.count, start + random.number(1...60))
            switch random.number(0...4) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: random.number(0...bytes.count))
            default: bytes.insert(contentsOf: random.pick(pieces), at: start)
            }
        }
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
}
