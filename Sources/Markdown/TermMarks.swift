/// What of a glossary one page has marked so far: each term and each abbreviation where it first stands, as a link to
/// its entry, `<a class="term" href="…#ilg"><abbr title="Instructional Learning Group">ILG</abbr></a>`.
package struct TermMarks: Sendable {
    /// The same on every page of an edition.
    package struct Terms: Sendable {
        /// Where an entry stands: on which glossary's page, and below which id there.
        let places: [(page: Int, id: String)]
        /// For text in the edition's language.
        let own: TermMatcher
        /// For text that shows in the source language, in an edition of another.
        let source: TermMatcher?

        package init(places: [(page: Int, id: String)], own: TermMatcher, source: TermMatcher?) {
            self.places = places
            self.own = own
            self.source = source
        }
    }

    private let terms: Terms
    /// Of the glossaries' pages.
    private let addresses: [String]
    private var areTermsMarked: [Bool]
    private var areAbbreviationsMarked: [Bool]

    /// - Parameter addresses: of the glossaries, from the page that is written.
    package init(_ terms: Terms, addresses: [String]) {
        self.terms = terms
        self.addresses = addresses
        areTermsMarked = [Bool](repeating: false, count: terms.places.count)
        areAbbreviationsMarked = areTermsMarked
    }

    /// Writes a text as HTML, with what it holds of terms that were not marked before.
    ///
    /// - Parameters:
    ///   - isOwn: whether it is in the edition's language.
    ///   - isAfterWord, isBeforeWord: whether a word goes on beyond its edges.
    mutating func write(_ text: UnsafeBufferPointer<UInt8>, isOwn: Bool, isAfterWord: Bool, isBeforeWord: Bool, into output: inout [UInt8]) {
        var written = 0
        var start = 0
        if let matcher = isOwn ? terms.own : terms.source {
            while let match = matcher.first(in: text, from: start, isAfterWord: isAfterWord, isBeforeWord: isBeforeWord) {
                start = match.range.upperBound
                guard isNew(match) else { continue }
                HTMLWriter.escape(UnsafeBufferPointer(rebasing: text[written..<match.range.lowerBound]), into: &output)
                write(match, text, matcher, into: &output)
                written = start
                // “Instructional Learning Group (ILG)” has said what it stands for.
                let abbreviation = matcher.abbreviations[match.entry]
                if !match.isAbbreviation, !abbreviation.isEmpty, start < text.count, text[start] <= 0x20,
                    text[(start + 1)...].starts(with: [UInt8(ascii: "(")] + abbreviation + [UInt8(ascii: ")")])
                {
                    areAbbreviationsMarked[match.entry] = true
                }
            }
        }
        HTMLWriter.escape(UnsafeBufferPointer(rebasing: text[written...]), into: &output)
    }

    private mutating func isNew(_ match: TermMatcher.Match) -> Bool {
        let wasMarked = match.isAbbreviation ? areAbbreviationsMarked[match.entry] : areTermsMarked[match.entry]
        if match.isAbbreviation { areAbbreviationsMarked[match.entry] = true } else { areTermsMarked[match.entry] = true }
        return !wasMarked
    }

    private func write(_ match: TermMatcher.Match, _ text: UnsafeBufferPointer<UInt8>, _ matcher: TermMatcher, into output: inout [UInt8]) {
        let place = terms.places[match.entry]
        output.append("<a class=\"term\" href=\"")
        HTMLWriter.escapeAddress(addresses[place.page].utf8, into: &output)
        output.append("#")
        HTMLWriter.escapeAddress(place.id.utf8, into: &output)
        output.append("\">")
        if match.isAbbreviation {
            output.append("<abbr title=\"")
            HTMLWriter.escape(matcher.names[match.entry].utf8, into: &output)
            output.append("\">")
        }
        HTMLWriter.escape(UnsafeBufferPointer(rebasing: text[match.range.lowerBound..<match.end]), into: &output)
        if match.isAbbreviation { output.append("</abbr>") }
        HTMLWriter.escape(UnsafeBufferPointer(rebasing: text[match.end..<match.range.upperBound]), into: &output)
        output.append("</a>")
    }
}
