/// The words that HTML needs and Markdown does not have. Set once for an edition.
///
/// `{number}` in the two footnote words stands for the footnote's number, `2-3` for its third reference.
package struct HTMLStyle: Sendable {
    let taskDone: [UInt8]
    let taskOpen: [UInt8]
    let footnotes: [UInt8]
    let footnoteReference: Numbered
    let backReference: Numbered
    let table: [UInt8]
    let captionWords: [[UInt8]]
    let wordAttributes: [UInt8]
    let isRightToLeft: Bool

    /// - Parameters:
    ///   - taskDone: before a task item that is done, in place of a checkbox without a name.
    ///   - footnotes: names the section of footnotes.
    ///   - footnoteReference: names a footnote's number in the text.
    ///   - backReference: names the arrow from a footnote back into the text.
    ///   - table: names a table that has neither a caption nor a heading above it.
    ///   - captionWords: a paragraph right above a table that begins with one of them and a colon is the table's caption.
    ///   - wordAttributes: ` lang="en" dir="ltr"`, where these words are in another language than the page.
    ///   - isRightToLeft: whether the page is; addresses are not.
    package init(
        taskDone: String = "Done:", taskOpen: String = "To do:", footnotes: String = "Footnotes",
        footnoteReference: String = "Footnote {number}", backReference: String = "Back to reference {number}",
        table: String = "Table", captionWords: [String] = ["Table"], wordAttributes: [UInt8] = [], isRightToLeft: Bool = false
    ) {
        self.taskDone = Self.escaped(taskDone)
        self.taskOpen = Self.escaped(taskOpen)
        self.footnotes = Self.escaped(footnotes)
        self.footnoteReference = Numbered(footnoteReference)
        self.backReference = Numbered(backReference)
        self.table = Self.escaped(table)
        self.captionWords = captionWords.map { Array($0.utf8) }
        self.wordAttributes = wordAttributes
        self.isRightToLeft = isRightToLeft
    }

    /// A label around a number.
    struct Numbered: Sendable {
        let before: [UInt8]
        let after: [UInt8]

        init(_ words: String) {
            let mark = Array("{number}".utf8)
            let bytes = HTMLStyle.escaped(words)
            let at = bytes.indices.first { bytes[$0...].starts(with: mark) }
            before = Array(bytes[..<(at ?? bytes.endIndex)])
            after = at.map { Array(bytes[($0 + mark.count)...]) } ?? []
        }
    }

    static func escaped(_ words: String) -> [UInt8] {
        var result: [UInt8] = []
        HTMLWriter.escape(words.utf8, into: &result)
        return result
    }
}
