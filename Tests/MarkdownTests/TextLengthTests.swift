import Testing

@testable import Markdown

@Suite struct TextLengthTests {
    private func length(_ source: String) throws -> [Int] {
        let tree = try MarkdownParser().parse(Array(source.utf8))
        var writer = HTMLWriter(tree: tree)
        writer.length = TextLength()
        writer.writeBlocks(tree.contents(of: 0))
        let length = try #require(writer.length)
        return [length.words, length.characters]
    }

    @Test(arguments: [
        ("One two\nthree.", [3, 0]), ("# One\n\n- two\n- *three* four", [4, 0]), ("Más año", [2, 0]), ("خطة تحسين المنطقة", [3, 0]),
        ("我们的计划，很好。", [0, 9]), ("我们的 plan 很好", [1, 5]), ("PD日", [1, 1]),
        ("One\n\n    code is not read\n\n`nor this`", [1, 0]), ("One\n\n| two | three |\n| - | - |\n| 4 | 5 |\n\nsix", [2, 0]), ("", [0, 0]),
    ]) func wordsAndCharacters(_ source: String, _ expected: [Int]) throws {
        #expect(try length(source) == expected)
    }
}
