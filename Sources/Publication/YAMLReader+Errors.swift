import Foundation
import Yams

extension YAMLReader {
    /// What is wrong with a text that is no YAML.
    static func problem(for error: any Error, in file: SourceFile, lineOffset: Int, what: String) -> Diagnostic {
        switch error as? YamlError {
        case .scanner(let context, let text, let mark, _), .parser(let context, let text, let mark, _),
            .composer(let context, let text, let mark, _):
            let line = lineOffset + max(1, mark.line)
            let bytes = file.line(line)
            let content = String(decoding: bytes, as: UTF8.self)
            if let tab = tab(near: line, in: file, from: lineOffset) {
                return file.problem(
                    .yaml, line: tab.line, column: tab.column, "a tab in this \(what), which allows only spaces",
                    help: "Delete the tab, which looks like a wide space, and type two spaces in its place.")
            }
            let column = byteColumn(mark.column, in: bytes)
            if text.contains("mapping values are not allowed"),
                let before = lineWithoutColon(before: line, column: column, in: file, from: lineOffset) {
                return file.problem(
                    .yaml, line: before, length: 200, "a line of this \(what) without a colon", help: colonHelp)
            }
            if text.contains("mapping values are not allowed") {
                return file.problem(
                    .yaml, line: line, column: column, "a colon inside a value",
                    help: "Put the whole value in quotation marks: `\(quoted(content) ?? "title: \"Goals: the next three years\"")`.")
            }
            if text.contains("could not find expected ':'") || text.contains("simple key") {
                return file.problem(
                    .yaml, line: max(lineOffset + 1, context.map { lineOffset + $0.mark.line } ?? line), length: 200,
                    "a line of this \(what) without a colon",
                    help: colonHelp)
            }
            if let opened = context?.mark, text.contains("found unexpected end of stream") || text.contains("did not find expected ','") {
                let isQuoted = text.contains("end of stream"), first = lineOffset + opened.line
                return file.problem(
                    .yaml, line: first, column: byteColumn(opened.column, in: file.line(first)), length: 200,
                    "\(isQuoted ? "a quotation mark" : "a bracket") that is opened here is never closed",
                    help: isQuoted ? "Close it, or leave it out: most values need no quotation marks." : "Close it, or put a comma between the values in it.")
            }
            if text.contains("found another document") {
                return file.problem(
                    .yaml, line: line, length: 200, "a line of hyphens, which ends this \(what) too early",
                    help: "Delete it: only documents, whose text follows, have lines of three hyphens.")
            }
            if text.contains("found character that cannot start any token") {
                return file.problem(
                    .yaml, line: line, column: column, "a value cannot begin with this character",
                    help: "Put the whole value in quotation marks.")
            }
            return file.problem(
                .yaml, line: line, column: column, "this \(what) cannot be read: \(text)",
                help: "Write one `key: value` on each line; put values with : # [ { or quotation marks in double quotation marks.")
        case .duplicatedKeysInMapping(let keys, let context):
            return file.problem(
                .yaml, line: lineOffset + context.mark.line, column: 1, length: 200,
                "the key \(keys.map { "‘\($0)’" }.joined(separator: ", ")) stands twice in this \(what)", help: "Leave one of them out.")
        default:
            return file.problem(
                .yaml, line: max(1, lineOffset), length: 3, "this \(what) cannot be read",
                help: "It may hold a character that cannot be seen, such as a control character: type the lines anew.")
        }
    }

    private static let colonHelp = "Write `key: value`; a value that goes on on the next line is indented by two spaces."

    /// The line above, where it is that one at which YAML stumbles: over the first colon of the line itself.
    private static func lineWithoutColon(before line: Int, column: Int, in file: SourceFile, from first: Int) -> Int? {
        guard line - 1 > first, !file.line(line).prefix(column - 1).contains(UInt8(ascii: ":")) else { return nil }
        let above = file.line(line - 1)
        return above.isEmpty || above.contains(UInt8(ascii: ":")) ? nil : line - 1
    }

    /// `summary: Goals: three years` → `summary: "Goals: three years"`
    private static func quoted(_ line: String) -> String? {
        guard let colon = line.firstIndex(of: ":"), !line.contains("\""), !line.contains("\\"), line.count < 200 else { return nil }
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        return value.isEmpty ? nil : "\(line[...colon]) \"\(value)\""
    }

    /// A tab that indents the line or stands before its value is what most often stops YAML.
    private static func tab(near line: Int, in file: SourceFile, from first: Int) -> (line: Int, column: Int)? {
        for candidate in [line, line - 1] where candidate > first {
            let bytes = file.line(candidate)
            if let tab = bytes.firstIndex(of: UInt8(ascii: "\t")) { return (candidate, bytes.distance(from: bytes.startIndex, to: tab) + 1) }
        }
        return nil
    }
}
