/// Reads GitHub-flavoured Markdown: CommonMark with tables, task items, strikethrough, autolinks and footnotes,
/// as libcmark-gfm 0.29.0.gfm.6 does. See <https://github.github.com/gfm/>; footnotes are the library's own.
///
/// A parser holds nothing: making one costs nothing, and parses on several threads give what parses on one give.
package struct MarkdownParser: Sendable {
    package init() {}

    /// - Parameters:
    ///   - bytes: UTF-8. CRLF, lone CR and a byte-order mark are fine; NUL is read, and counted in columns, as U+FFFD.
    ///   - firstLine: the file's number of the text's first line; what stands above it (front matter) is not handed in.
    ///   - readingAutolinks: whether bare addresses become links.
    /// - Throws: `MarkdownLimit`, before anything is parsed, for texts that no person writes.
    package func parse(_ bytes: ArraySlice<UInt8>, firstLine: Int = 1, readingAutolinks: Bool = true) throws(MarkdownLimit) -> MarkdownTree {
        let outcome = bytes.withUnsafeBufferPointer { Self.parse($0, firstLine: firstLine, readingAutolinks: readingAutolinks) }
        return try outcome.get()
    }

    package func parse(_ bytes: [UInt8], firstLine: Int = 1) throws(MarkdownLimit) -> MarkdownTree {
        try parse(bytes[...], firstLine: firstLine)
    }

    private static func parse(
        _ text: UnsafeBufferPointer<UInt8>, firstLine: Int, readingAutolinks: Bool
    ) -> Result<MarkdownTree, MarkdownLimit> {
        var survey = TextSurvey(text, firstLine: firstLine)
        do throws(MarkdownLimit) { try survey.read() } catch { return .failure(error) }
        let lines = SourceLines(text: text, starts: survey.lineStarts)
        return .success(
            CMarkLibrary.shared.parse(text, needs: readingAutolinks ? survey.needs : survey.needs.subtracting(.autolink)) { root in
                var builder = TreeBuilder(lines: lines, firstLine: firstLine)
                return builder.build(root)
            })
    }
}
