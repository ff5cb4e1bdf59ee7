import FormExports
import Markdown

/// Puts the results of a file beside a survey into its text, as the tables that somebody might have written there: below
/// the heading of each question, or at the end of the results where the file brings the questions' words.
struct SurveyData {
    /// The document with its tables.
    private(set) var file: SourceFile
    private(set) var problems: [Diagnostic] = []

    private typealias Line = (text: String, origin: SourceFile.Inlay.Origin)

    private struct Section {
        let line: Int
        let level: Int
        let text: String
        /// The first line that is no longer its own.
        var end: Int
        var hasTable = false
    }

    /// - Parameters:
    ///   - body: the first line behind the front matter, counted from 1.
    ///   - table: the file of results.
    init(_ document: SourceFile, body: Int, table: SourceFile) {
        file = document
        let results = TabulatedResults(table.bytes)
        let original = table.bytes
        let table = SourceFile(path: table.path, bytes: results.text.isEmpty ? table.bytes : results.text)
        if !results.problems.isEmpty, let reason = RawExport.reason(original) {
            problems = [table.problem(
                .rawExport, "this looks like the answers of single people: \(reason)",
                help: "Move the file out of content/, and make a summary of it: tidings survey summarize FILE. ‘data’ names a table of its counts.")]
            return
        }
        if !results.problems.isEmpty {
            problems = results.problems.map { problem in
                guard let line = problem.line else { return table.problem(.surveyData, problem.message, help: problem.help) }
                return table.problem(.surveyData, line: line, column: problem.column ?? 1, length: 200, problem.message, help: problem.help)
            }
            return
        }
        doubtEncoding(of: table, isGuessed: !original.contains(0) && String(validating: original, as: UTF8.self) == nil)
        let lines = document.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let sections = SurveyData.sections(lines, from: body)
        // By the number of the line that they go before, counted from 1.
        var insertions: [(line: Int, texts: [Line])] = []
        /// The headings of the questions that the file is of.
        var found: Set<Int> = []
        var late: [Line] = []
        for question in results.questions {
            let rows = results.markdown(question)
            func origin(_ line: Int, _ cells: [TabulatedResults.Place] = []) -> SourceFile.Inlay.Origin {
                .init(line: line, cells: cells.map { ($0.line, results.column(of: $0, in: table.line($0.line))) })
            }
            let own = origin(question.line)
            let header = origin(question.line, (question.rows.first?.places.prefix(1) ?? []) + question.columnPlaces)
            let origins = [header, own] + question.rows.map { origin($0.line, $0.places) } + rows.dropFirst(question.rows.count + 2).map { _ in own }
            let texts: [Line] = [("", own)] + Array(zip(rows, origins)) + [("", own)]
            if let place = SurveyData.place(of: question.number, in: sections) {
                let section = sections[place]
                found.insert(place)
                if section.hasTable {
                    problems.append(table.problem(.surveyData, line: question.line, length: 200, "\(question.number) has a table in \(document.path) as well", help: "Take one of the two out."))
                } else {
                    insertions.append((section.end, texts))
                }
            } else if QuestionNumber(question.heading) == nil {
                problems.append(table.problem(.surveyData, line: question.line, length: 200, "‘\(question.number)’ is no question’s number", help: "Write a letter and a number: Q1."))
            } else if question.wording != nil {
                late += [("", own), ("### " + question.heading, own)] + texts
            } else {
                problems.append(table.problem(
                    .surveyData, line: question.line, length: 200, "no heading of \(document.path) is for \(question.number)",
                    help: "Write one in its results, `### \(question.number). The question’s words`; or add a column `wording` to this table."))
            }
        }
        for (place, section) in sections.enumerated() where section.level > 2 && !section.hasTable && !found.contains(place) {
            guard let number = QuestionNumber(section.text), !number.isBare, !found.contains(where: { QuestionNumber(sections[$0].text)?.text == number.text }) else { continue }
            problems.append(document.problem(
                .surveyData, line: section.line, length: 200, "\(table.path) has no rows for \(number.text)",
                help: "Add them there, or put a table below this heading."))
        }
        if !late.isEmpty {
            guard let section = sections.first(where: { $0.level == 2 && PartNames.results.contains(PartNames.heading($0.text)) }) else {
                problems.append(table.problem(.surveyData, "\(document.path) has no section for these results", help: "Write a heading where they shall stand: `## Results`."))
                return
            }
            insertions.append((section.end, late))
        }
        if !problems.contains(where: { $0.severity == .error }) { insert(insertions.sorted { $0.line < $1.line }, into: lines, of: document, table) }
    }

    /// A file put together of two encodings, or saved in that of an old Mac, shows `â€™` where an apostrophe was.
    ///
    /// - Parameter isGuessed: whether nothing says in which encoding the file is.
    private mutating func doubtEncoding(of table: SourceFile, isGuessed: Bool) {
        let text = String(decoding: table.bytes, as: UTF8.self)
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard let sign = SurveyData.mojibake(in: line) ?? (isGuessed ? SurveyData.macSign(in: line) : nil) else { continue }
            problems.append(table.problem(
                .surveyDoubt, line: number + 1, length: 200, "‘\(sign)’ is no sign that anybody wrote: this file mixes encodings, or is in another one than it seems",
                help: "Save it once more as “CSV UTF-8”, and see that accents and apostrophes are right."))
            return
        }
    }

    private static func mojibake(in line: Substring) -> String? {
        let scalars = Array(line.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let next = place + 1 < scalars.count ? scalars[place + 1] : nil
            switch scalar.value {
            case 0x80...0x9F, 0xFFFD: return "U+00" + String(scalar.value, radix: 16, uppercase: true)
            // UTF-8 read as Windows-1252.
            case 0xC2, 0xC3: if let next, (0xA0...0xBF).contains(next.value) || [0x2030, 0x201C, 0x201D, 0x2122, 0x192, 0x2039, 0x203A, 0x152, 0x153, 0x160, 0x161].contains(next.value) { return String(scalar) + String(next) }
            case 0xE2: if let next, next == "€" || next.value == 0x80 { return "â€" }
            // An apostrophe of an old Mac, read as Windows-1252.
            case 0xD5: if let next, next.properties.isLowercase, place > 0, scalars[place - 1].properties.isLowercase { return "Õ" }
            default: break
            }
        }
        return nil
    }

    /// An accented letter of an old Mac, read as Windows-1252: `S’` for Sí, `as’` for así, `Caf Ž` for Café, `ma–ana` for mañana.
    private static func macSign(in line: Substring) -> String? {
        for word in line.split(whereSeparator: { " ,;\t\"()/".contains($0) }) {
            let letters = Array(word)
            for (place, letter) in letters.enumerated() where place > 0 && letters[place - 1].isLetter {
                let isLast = place + 1 == letters.count, isWithin = !isLast && letters[place + 1].isLowercase
                let isSign = switch letter {
                // `Parents’` is a word of its own.
                case "’": isLast && (letters[place - 1] != "s" || place < 4) && !line.contains("‘")
                case "–", "—": isWithin && letters[place - 1].isLowercase
                case "‡", "‹", "Ž": isLast || isWithin
                default: false
                }
                if isSign { return String(word) }
            }
        }
        return nil
    }

    /// The heading of a question; one that a table calls `4` may be `P4` or `4.` here.
    private static func place(of number: String, in sections: [Section]) -> Int? {
        let numbers = sections.map { $0.level > 2 ? QuestionNumber($0.text)?.text : nil }
        if let place = numbers.firstIndex(of: number) { return place }
        let alike = numbers.indices.filter { numbers[$0].map { $0.dropFirst() == number.dropFirst() } ?? false }
        return number.hasPrefix("Q") && alike.count == 1 ? alike[0] : nil
    }

    private mutating func insert(
        _ insertions: [(line: Int, texts: [Line])], into lines: [ArraySlice<UInt8>], of document: SourceFile, _ table: SourceFile
    ) {
        var output: [ArraySlice<UInt8>] = [], inlays: [SourceFile.Inlay] = [], next = 0
        for line in 1...lines.count + 1 {
            while next < insertions.count, insertions[next].line == line {
                let texts = insertions[next].texts, first = output.count + 1
                output += texts.map { ArraySlice($0.text.utf8) }
                inlays.append(.init(lines: first..<output.count + 1, file: table, origins: texts.map(\.origin)))
                next += 1
            }
            if line <= lines.count { output.append(lines[line - 1]) }
        }
        file = SourceFile(path: document.path, bytes: Array(output.joined(separator: [UInt8(ascii: "\n")])), inlays: inlays)
    }

    /// The headings of a text, as far as lines tell them.
    private static func sections(_ lines: [ArraySlice<UInt8>], from first: Int) -> [Section] {
        var sections: [Section] = []
        var fence: UInt8?
        for line in first...max(first, lines.count) where line <= lines.count {
            let text = lines[line - 1].drop { $0 == 0x20 }
            if let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"), text.prefix(3).allSatisfy({ $0 == mark }), text.count >= 3 {
                if fence == nil { fence = mark } else if fence == mark { fence = nil }
                continue
            }
            guard fence == nil else { continue }
            if text.first == UInt8(ascii: "|"), let last = sections.indices.last { sections[last].hasTable = true }
            let level = text.prefix { $0 == UInt8(ascii: "#") }.count
            guard (1...6).contains(level), text.count > level, [0x20, 0x09].contains(text[text.startIndex + level]) else { continue }
            for index in sections.indices where sections[index].end == .max && sections[index].level >= level { sections[index].end = line }
            let words = String(decoding: text.dropFirst(level), as: UTF8.self)
            let plain = words.split { $0 == " " || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
            sections.append(Section(line: line, level: level, text: plain, end: .max))
        }
        for index in sections.indices where sections[index].end == .max { sections[index].end = lines.count + 1 }
        return sections
    }
}
