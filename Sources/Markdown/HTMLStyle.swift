/// What an edition decides of the HTML: its words, and the theme's needs.
package struct HTMLStyle: Sendable {
    /// Before a task item: “Done:”, “To do:”.
    package var taskDone = "Done:"
    package var taskOpen = "To do:"
    /// Names the footnotes at the page's end.
    package var footnotes = "Notes"
    /// Names the way back from a footnote; the number follows: “Back to note 1”.
    package var footnoteBack = "Back to reference"
    /// Names a table that has neither caption nor heading.
    package var table = "Table"
    /// A paragraph that begins with one of these right before a table is its caption.
    package var captionWords = ["Table:"]

    package init() {}
}

/// What a link or an image becomes.
package enum ResolvedLink: Sendable {
    /// The address as it is written, except unsafe ones, as cmark does.
    case asWritten
    /// An address, percent-encoded.
    case address(String)
    /// A picture's address, percent-encoded, and its size in CSS pixels where it is known.
    case image(String, width: Int?, height: Int?)
    /// No link: words in another language.
    case language(String, isRightToLeft: Bool)
    /// Only the words.
    case none
}
