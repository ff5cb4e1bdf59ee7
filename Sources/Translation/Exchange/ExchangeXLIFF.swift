import Publication

/// A table as XLIFF 2.1, for translation programs.
///
/// Links stay the labels that they are in a catalog, `[the plan][1]`, and not codes of XLIFF's own: whatever program a
/// translator has, and whatever it makes of codes, the text is the one that the checks know.
package enum ExchangeXLIFF {
    /// Valid by xliff_core_2.0.xsd, which is 2.1's too, where the table has rows; a file without units is not.
    package static func written(_ table: ExchangeTable) -> [UInt8] {
        var xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="\(table.source)" trgLang="\(table.target)">
            <file id="f1" original="\(escaped(table.title))" canResegment="no"\(table.target.isRightToLeft ? " trgDir=\"rtl\"" : "")>

            """
        for row in table.rows { xml += unit(row) }
        return Array((xml + "</file>\n</xliff>\n").utf8)
    }

    private static func unit(_ row: ExchangeRow) -> String {
        var xml = "<unit id=\"\(row.id)\">\n<notes>\n"
        let notes = [("location", row.place), ("previous-source", row.previous ?? ""), ("description", row.note)]
        for (category, text) in notes + (row.state == .machine ? [("provenance", "Made by a machine, and read by nobody yet.")] : [])
        where !text.isEmpty { xml += "<note category=\"\(category)\">\(escaped(text))</note>\n" }
        xml += "</notes>\n<segment state=\"\(state(row.state))\">\n<source xml:space=\"preserve\">\(escaped(row.source))</source>\n"
        if !row.translation.isEmpty { xml += "<target xml:space=\"preserve\">\(escaped(row.translation))</target>\n" }
        xml = xml.replacing("<notes>\n</notes>\n", with: "")
        return xml + "</segment>\n</unit>\n"
    }

    private static func state(_ state: ExchangeRow.State) -> String {
        switch state {
        case .missing, .fuzzy: "initial"
        case .machine, .translated: "translated"
        case .reviewed: "reviewed"
        }
    }

    /// What XML cannot hold at all is left out.
    private static func escaped(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: output.append(contentsOf: "&amp;".unicodeScalars)
            case 0x3C: output.append(contentsOf: "&lt;".unicodeScalars)
            case 0x3E: output.append(contentsOf: "&gt;".unicodeScalars)
            case 0x22: output.append(contentsOf: "&quot;".unicodeScalars)
            case 0x09, 0x0A: output.append(scalar)
            case 0..<0x20, 0xFFFE, 0xFFFF: break
            default: output.append(scalar)
            }
        }
        return String(output)
    }

    // MARK: Reading

    /// Reads the units of XLIFF 1.2, 2.0 or 2.1, as translation programs write them; of what is unknown, nothing is asked.
    package static func read(_ file: SourceFile) -> ReceivedTable {
        var reader = XLIFFReader(file)
        reader.read()
        return reader.table
    }
}

private struct XLIFFReader {
    private let file: SourceFile
    private var tokens: MarkupTokenizer
    private(set) var table = ReceivedTable()
    private var problems: ExchangeProblems
    private var stack: [String] = []
    private var unit: Unit?

    /// A unit's segments, put together: programs cut them as they like.
    private struct Unit {
        let id: String
        let line: Int
        var source = "", target = ""
        /// Of the segment, whose state is stated before its words.
        var segmentSource = "", segmentTarget: String?
        var isComplete = true
        var states: [ReceivedTable.Row.State] = []
    }

    init(_ file: SourceFile) {
        self.file = file
        problems = ExchangeProblems(in: file)
        tokens = MarkupTokenizer(ExchangeText.decoded(file.bytes), isXML: true)
    }

    mutating func read() {
        while let token = tokens.next() {
            switch token {
            case .doctype:
                return fail(
                    "this file has a document type, which XLIFF has no use for and which may be a trap",
                    help: "Take the lines from <!DOCTYPE to its > out, or ask where the file comes from.")
            case .open(let name, let attributes, let isEmpty):
                guard stack.count < 200 else {
                    return fail(
                        "elements stand within each other more than 200 deep",
                        help: "Export the messages anew: no translation program writes such a file.")
                }
                if stack.isEmpty, name != "xliff" {
                    return fail(
                        "this is no XLIFF: its first element is <\(name.prefix(40))>",
                        help: "Save the translation as XLIFF, in version 1.2, 2.0 or 2.1.")
                }
                open(name, attributes)
                stack.append(name)
                if isEmpty { close() }
            case .close(let name):
                guard stack.last == name else {
                    return fail(
                        "</\(name.prefix(40))> closes what is not open",
                        help: "The file is damaged: save it anew in the program that wrote it, or export the messages again.")
                }
                close()
            case .text(let text): add(text)
            }
        }
        table.problems = problems.listed
        if !stack.isEmpty || table.rows.isEmpty && table.language == nil {
            fail("the file ends before its last element does", help: "It was cut off: copy it again from where it came.")
        }
    }

    private mutating func fail(_ message: String, help: String) {
        table.problems = [file.problem(.exchangeFile, line: tokens.line, message, help: help)]
        table.rows = []
    }

    private mutating func open(_ name: String, _ attributes: ArraySlice<UInt8>) {
        func value(_ name: String) -> String? { MarkupTokenizer.value(of: name, in: attributes, isXML: true) }
        switch name {
        case "xliff": table.language = value("trgLang")
        case "file": table.language = table.language ?? value("target-language")
        case "unit": unit = Unit(id: value("id") ?? "", line: tokens.line)
        case "trans-unit":
            unit = Unit(id: value("id") ?? "", line: tokens.line)
            if value("approved") == "yes" { unit?.states.append(.finished) }
        case "segment":
            switch value("state") {
            case "translated", "reviewed", "final": unit?.states.append(.finished)
            default: unit?.states.append(.unstated)
            }
        case "target" where stack.last == "trans-unit":
            unit?.segmentTarget = ""
            switch value("state") {
            case "translated", "signed-off", "final": unit?.states.append(.finished)
            case let state? where state == "new" || state.hasPrefix("needs-"): unit?.states.append(.unfinished)
            default: break
            }
        case "target" where stack.last == "segment" || stack.last == "ignorable": unit?.segmentTarget = ""
        case "cp":
            if let scalar = value("hex").flatMap({ UInt32($0, radix: 16) }).flatMap(Unicode.Scalar.init) { add(String(Character(scalar))) }
        default: break
        }
    }

    private mutating func close() {
        switch stack.popLast() {
        case "segment", "ignorable": endSegment()
        case "unit": endUnit()
        case "trans-unit":
            endSegment()
            endUnit()
        default: break
        }
    }

    /// Words of a source or target of the unit itself: those of suggestions, which stand in elements of their own, are not.
    private mutating func add(_ text: String) {
        guard unit != nil, let place = stack.lastIndex(where: { $0 == "source" || $0 == "target" }), place > 0,
            ["segment", "ignorable", "trans-unit"].contains(stack[place - 1])
        else { return }
        if stack[place] == "source" { unit?.segmentSource += text } else { unit?.segmentTarget? += text }
    }

    private mutating func endSegment() {
        guard var unit else { return }
        let isBlank = unit.segmentSource.allSatisfy(\.isWhitespace)
        if unit.segmentTarget?.isEmpty ?? true, !isBlank { unit.isComplete = false }
        unit.source += unit.segmentSource
        unit.target += unit.segmentTarget ?? (isBlank ? unit.segmentSource : "")
        unit.segmentSource = ""
        unit.segmentTarget = nil
        self.unit = unit
    }

    private mutating func endUnit() {
        guard let unit else { return }
        self.unit = nil
        let target = ReceivedTable.Row.cleaned(unit.target)
        guard let id = ExchangeRow.id(written: unit.id) else {
            if !target.isEmpty {
                problems.add(
                    unit.line, "the unit ‘\(unit.id.prefix(40))’ is none of the publication's, and is left out",
                    help: "Ids are an m and 16 digits or letters: export the messages again and translate that file.")
            }
            return
        }
        if !target.isEmpty, !unit.isComplete {
            problems.add(unit.line, "the unit \(id) is translated in part, and is left out", help: "Translate all of its segments.")
        }
        var row = ReceivedTable.Row(
            id: id, source: ReceivedTable.Row.cleaned(unit.source), translation: unit.isComplete ? target : "", line: unit.line, name: "unit \(id)")
        if unit.states.contains(.unfinished) {
            row.state = .unfinished
        } else if !unit.states.isEmpty, !unit.states.contains(.unstated) {
            row.state = .finished
        }
        table.rows.append(row)
    }
}
