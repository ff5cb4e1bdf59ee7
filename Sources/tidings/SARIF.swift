import Building
import Checking
import Foundation
import Publication

/// A check's report in the Static Analysis Results Interchange Format, as code hosts read it
/// (SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/).
struct SARIF: Encodable {
    private let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    private let version = "2.1.0"
    private let runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    /// - Parameter place: of a file, seen from the folder that the command runs in.
    init(_ report: CheckReport, toolVersion: String, place: (String) -> String) {
        let rules = Set(report.problems.map(\.rule)).union(report.rules.changes.keys).sorted { $0.rawValue < $1.rawValue }
        let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
        let overrides = report.rules.changes.sorted { $0.key.rawValue < $1.key.rawValue }.map { rule, change in
            Override(
                descriptor: .init(id: rule.rawValue, index: numbers[rule] ?? -1),
                configuration: .init(enabled: change.severity != nil, level: change.severity.map(SARIF.level)), properties: .init(reason: change.reason))
        }
        runs = [Run(
            tool: .init(driver: .init(
                name: "tidings", version: toolVersion, semanticVersion: toolVersion, rules: rules.map(Descriptor.init))),
            invocations: [.init(executionSuccessful: true, ruleConfigurationOverrides: overrides)], columnKind: "unicodeCodePoints",
            results: report.problems.map { Result($0, number: numbers[$0.rule] ?? -1, place: place($0.file)) })]
    }

    fileprivate static func level(of severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .question: "note"
        }
    }

    // MARK: The format's objects (section 3)

    private struct Text: Encodable { let text: String }

    private struct Run: Encodable {
        let tool: Tool
        let invocations: [Invocation]
        let columnKind: String
        let results: [Result]
    }

    private struct Tool: Encodable {
        let driver: Driver
        struct Driver: Encodable { let name: String, version: String, semanticVersion: String, rules: [Descriptor] }
    }

    private struct Descriptor: Encodable {
        let id: String
        let shortDescription: Text
        let fullDescription: Text
        let help: Text
        let defaultConfiguration: Configuration
        let properties: Properties

        struct Properties: Encodable { let tags: [String], source: String }

        init(_ rule: Rule) {
            let page = rule.explanation
            id = rule.rawValue
            shortDescription = Text(text: page.asks)
            fullDescription = Text(text: page.why)
            help = Text(text: "\(page.mend)\n\nNot so:\n\(page.bad)\n\nBut so:\n\(page.good)\n\nSource: \(page.source)")
            defaultConfiguration = Configuration(enabled: true, level: SARIF.level(of: rule.severity))
            properties = Properties(tags: [rule.family.rawValue], source: page.source)
        }
    }

    private struct Configuration: Encodable { let enabled: Bool, level: String? }

    private struct Invocation: Encodable { let executionSuccessful: Bool, ruleConfigurationOverrides: [Override] }

    private struct Override: Encodable {
        let descriptor: Reference
        let configuration: Configuration
        let properties: Properties

        struct Reference: Encodable { let id: String, index: Int }
        struct Properties: Encodable { let reason: String }
    }

    private struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Text
        let locations: [Location]
        let properties: Properties?

        struct Location: Encodable { let physicalLocation: Physical }
        struct Physical: Encodable { let artifactLocation: Artifact, region: Region? }
        struct Artifact: Encodable { let uri: String }
        struct Region: Encodable { let startLine: Int, startColumn: Int, endColumn: Int }
        struct Properties: Encodable { let reason: String }

        init(_ problem: Diagnostic, number: Int, place: String) {
            ruleId = problem.rule.rawValue
            ruleIndex = number
            level = SARIF.level(of: problem.severity)
            message = Text(text: problem.message + "\n" + problem.help)
            // Reserved and other signs of a path percent-encoded (RFC 3986, section 3.3).
            let uri = place.addingPercentEncoding(withAllowedCharacters: .init(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")) ?? place
            let region = problem.length == 0 ? nil : Region(startLine: problem.line, startColumn: problem.column, endColumn: problem.column + problem.length)
            locations = [Location(physicalLocation: Physical(artifactLocation: Artifact(uri: uri), region: region))]
            properties = problem.reason.map { Properties(reason: $0) }
        }
    }
}
