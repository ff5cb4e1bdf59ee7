import Foundation
import Markdown
import Publication
import TestSupport
import Testing

@testable import Checking

/// Whatever stands in a text, rules find what they find and point into it.
@Suite struct MutatedTextTests {
    static let scraps = ["[here](", "](b.md)", "| ", " |\n", "\n\n", "**", "a) ", "• ", "![", "IMG.jpg", "ABC", "(ABC)", "欢迎光临", "\u{202E}", "<abbr title=\"x\">", "on the right", "click ", "red ", "`", "&amp;", "\\", "\u{0}", "e\u{301}", "🏫", "# ", "<br>"]

    @Test(arguments: 0..<60) func nothingCrashes(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let folder = PublicationsTests.folder + "every-rule-broken/content/"
        let names = ["texts.md", "tables.md", "pictures.md"]
        var bytes = Array(try String(contentsOfFile: folder + names[Int(seed) % names.count], encoding: .utf8).utf8)
        for _ in 0..<30 {
            let place = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0..<9, using: &generator)))
            case 1: bytes.insert(contentsOf: Array(Self.scraps.randomElement(using: &generator)!.utf8), at: place)
            default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        for problem in try problems(in: text, others: ["es"]) {
            #expect(problem.line >= 1 && problem.column >= 1 && !problem.message.isEmpty)
            #expect(problem.source != nil, "\(problem) points nowhere")
        }
    }
}
