import Foundation

@testable import FormExports

/// The exports that make.py wrote, and small ones as literals.
enum Sample {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Exports")
    static let forms = ["google-forms.csv", "google-sheet.csv", "google-sheet-utf16.tsv", "microsoft-forms.csv", "surveymonkey.csv", "qualtrics.csv"]

    static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }
    static func declared() throws -> String { String(decoding: try bytes("options.txt"), as: UTF8.self) }

    static func summary(_ name: String, _ options: SurveySummary.Options? = nil, piece: Int = 1 << 18) throws -> SurveySummary {
        let options = try options ?? .init(declaredOptions: declared())
        return try SurveySummary(of: ExportSource(bytes(name), piece: piece), options)
    }
}

/// A table of one question with so many of each answer.
func column(_ title: String, _ answers: [(String, Int)], separator: String = ",") -> String {
    ([quoted(title) + "\(separator)Row"] + answers.flatMap { answer, count in Array(repeating: "\(quoted(answer))\(separator)x", count: count) })
        .joined(separator: "\n") + "\n"
}

func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

func summary(_ text: String, _ options: SurveySummary.Options = .init()) throws -> SurveySummary {
    try SurveySummary(of: ExportSource(Array(text.utf8)), options)
}

/// The problem with a text.
func problem(_ text: String, _ options: SurveySummary.Options = .init()) -> ExportProblem? {
    do {
        _ = try summary(text, options)
        return nil
    } catch { return error as? ExportProblem }
}

extension SurveySummary {
    /// The rows of a question's table, without their marks: `Very welcome 36`.
    func rows(_ question: Int) -> [String] {
        let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("### Q\(question). ") }) else { return [] }
        return lines[start...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2)
            .map { $0.split(separator: " | ").map { $0.trimmingCharacters(in: ["|", " "]) }.joined(separator: " ") }
    }

    func heading(_ question: Int) -> String? {
        document.split(separator: "\n").first { $0.hasPrefix("### Q\(question). ") }.map { String($0.dropFirst("### Q\(question). ".count)) }
    }

    func type(_ question: Int) -> String? {
        document.split(separator: "\n").first { $0.hasPrefix("<!-- Q\(question): ") }.map { String($0.dropFirst("<!-- Q\(question): ".count).dropLast(4)) }
    }

    func section(_ title: String) -> String {
        let parts = document.split(separator: "\n## ", omittingEmptySubsequences: false)
        return parts.first { $0.hasPrefix(title + "\n") }.map(String.init) ?? ""
    }
}

/// SplitMix64: the same numbers on every run and machine.
struct Numbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
