import Dispatch
import Testing

@testable import Markdown

/// libcmark-gfm by itself loses links and strikethrough when two threads parse; the parser must not.
@Suite struct ParallelParsingTests {
    @Test func aHundredThousandParsesOnManyThreadsGiveWhatOneThreadGives() throws {
        let texts = [
            "Plain words with www and http and : colons.\n", "See www.example.org and ~~old~~ new.\n", "http://example.org/a?b=c and x@example.org\n",
            "~one~ ~~two~~ *three*\n", "| a | b |\n| - | - |\n| ~~c~~ | www.d.org |\n", "Note.[^1]\n\n[^1]: https://example.org\n", "- [x] done: www.a.org\n",
        ].map { Array($0.utf8) }
        let expected = try texts.map { try html($0) }
        let rounds = 100_000 / texts.count + 1
        let wrong = [Int](unsafeUninitializedCapacity: rounds) { buffer, count in
            nonisolated(unsafe) let slots = buffer
            DispatchQueue.concurrentPerform(iterations: rounds) { round in
                var bad = 0
                for offset in texts.indices {
                    let index = (offset + round) % texts.count
                    if (try? html(texts[index])) != expected[index] { bad += 1 }
                }
                slots.initializeElement(at: round, to: bad)
            }
            count = rounds
        }
        #expect(wrong.reduce(0, +) == 0)
    }

    private func html(_ text: [UInt8]) throws -> [UInt8] {
        let tree = try MarkdownParser().parse(text)
        var writer = HTMLWriter(tree: tree)
        writer.writeBlocks(tree.contents(of: 0))
        writer.writeFootnotes()
        return writer.output
    }
}
