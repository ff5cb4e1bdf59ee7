import Foundation
import Publication
import Translation

/// A survey's published counts as a table and as JSON, and the description of both as a Data Package
/// (specs.frictionlessdata.io/data-package).
struct SurveyPackage {
    struct Row {
        let question: String, wording: String, group: String
        /// Where the table has several.
        let year: String?
        let answer: String
        /// The answer's, where it is not the edition's.
        let lang: String?
        /// Nil where only a percentage is published.
        let count: SurveyResults.Count?
        /// Nil where nobody says it.
        let base: SurveyResults.Count?
        /// The percentage that the author gave, or that it is withheld.
        var share: String?
    }

    let name: String
    let title: Words
    let language: String
    let homepage: String
    let description: Words
    /// What each field holds, by its name, in the package's language.
    let fieldTexts: [String: Words]
    let rows: [Row]

    /// Cells that a spreadsheet would take for a formula begin with an apostrophe, as in the tables of plans.
    var table: [UInt8] {
        var output: [UInt8] = []
        CSVRecord.write(columns.map(\.name), to: &output)
        for row in rows { CSVRecord.write(columns.map { $0.isText ? CSVRecord.defused(value(row, $0.name)) : value(row, $0.name) }, to: &output) }
        return output
    }

    /// The same, question by question and column by column: numbers are numbers, and what is withheld is "[c]".
    var tableJSON: [UInt8] {
        let answerColumns: Set = ["answer", "count", "share"]
        func members(_ row: Row, _ isWanted: (String) -> Bool) -> String {
            columns.filter { isWanted($0.name) }.compactMap { column -> String? in
                let text = value(row, column.name)
                if text.isEmpty, !column.isText { return nil }
                return "\(Self.quoted(column.name)):\(column.isText || text == Self.withheld ? Self.quoted(text) : text)"
            }.joined(separator: ",")
        }
        var output = "[", last = ""
        for row in rows {
            let column = members(row) { !answerColumns.contains($0) }
            output += column == last ? ",\n" : (last.isEmpty ? "" : "\n]},") + "\n{\(column),\"answers\":[\n"
            let lang = row.lang.map { ",\"lang\":\(Self.quoted($0))" } ?? ""
            output += "{\(members(row, answerColumns.contains))\(lang)}"
            last = column
        }
        return Array((output + (last.isEmpty ? "" : "\n]}") + "\n]\n").utf8)
    }

    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        // A text can always be written.
        return String(decoding: (try? encoder.encode(text)) ?? Data(), as: UTF8.self)
    }

    private func value(_ row: Row, _ column: String) -> String {
        switch column {
        case "question": row.question
        case "wording": row.wording
        case "group": row.group
        case "year": row.year ?? ""
        case "answer": row.answer
        case "count": row.count.map(Self.text) ?? ""
        case "base": row.base.map(Self.text) ?? ""
        default: row.share ?? ""
        }
    }

    private typealias Column = (name: String, isText: Bool, type: String)

    private var columns: [Column] {
        let hasYears = rows.contains { $0.year != nil }, hasShares = rows.contains { $0.share != nil }
        return [("question", true, "string"), ("group", true, "string")] + (hasYears ? [("year", true, "string")] : [])
            + [("answer", true, "string"), ("count", false, "integer"), ("base", false, "integer")] + (hasShares ? [("share", false, "number")] : [])
    }

    private func fields(_ columns: [Column]) -> [Package.Field] {
        columns.map { .init(name: $0.name, type: $0.type, description: fieldTexts[$0.name]?.plain ?? "", lang: fieldTexts[$0.name]?.phrase.otherLanguage?.code) }
    }

    private static let questionColumns: [Column] = [("question", true, "string"), ("wording", true, "string")]

    /// The questions' words, once each.
    var questions: [UInt8] {
        var output: [UInt8] = []
        CSVRecord.write(SurveyPackage.questionColumns.map(\.name), to: &output)
        var last: String?
        for row in rows where row.question != last {
            CSVRecord.write([row.question, CSVRecord.defused(row.wording)], to: &output)
            last = row.question
        }
        return output
    }

    var json: [UInt8] {
        func table(_ name: String, _ columns: [Column]) -> Package.Resource {
            .init(
                name: name, path: name + ".csv", profile: "tabular-data-resource", encoding: "utf-8", format: "csv", mediatype: "text/csv",
                schema: .init(fields: fields(columns), missingValues: ["", SurveyPackage.withheld]))
        }
        // The same rows once more: as a table, validators read it with an extension only.
        let json = Package.Resource(
            name: "results-json", path: "results.json", profile: "data-resource", encoding: "utf-8", format: "json", mediatype: "application/json", schema: nil)
        let package = Package(
            profile: "data-package", name: name, lang: language, title: title.plain, titleLang: title.phrase.otherLanguage?.code, homepage: homepage,
            description: description.plain, descriptionLang: description.phrase.otherLanguage?.code,
            resources: [table("results", columns), json, table("questions", SurveyPackage.questionColumns)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // The values are texts: they can always be written.
        return Array((try? encoder.encode(package)) ?? Data()) + [10]
    }

    static let withheld = "[c]"
    static let files = ["results.csv", "results.json", "questions.csv", "datapackage.json"]

    private static func text(_ count: SurveyResults.Count) -> String { count.value.map(String.init) ?? withheld }

    private struct Package: Encodable {
        struct Field: Encodable { let name: String, type: String, description: String, lang: String? }
        struct Schema: Encodable { let fields: [Field], missingValues: [String] }
        struct Resource: Encodable {
            let name: String, path: String, profile: String, encoding: String, format: String, mediatype: String
            let schema: Schema?
        }
        let profile: String, name: String, lang: String, title: String, titleLang: String?, homepage: String, description: String, descriptionLang: String?
        let resources: [Resource]
    }
}

extension DataFile {
    /// - Parameter surveys: the addresses of all surveys.
    package static func paths(surveys: some Sequence<String>, _ settings: Settings) -> [String] {
        let prefixes = [""] + settings.languages.dropFirst().map { $0.code + "/" }
        return surveys.flatMap { address in SurveyPackage.files.flatMap { file in prefixes.map { $0 + address + file } } }
    }
}

extension Renderer {
    /// The data of every survey that has counts.
    package func surveyFiles() -> [DataFile] {
        publication.documents.indices.flatMap { index -> [DataFile] in
            guard surveys[index].map({ !$0.questions.isEmpty }) == true else { return [] }
            let address = edition.prefix + publication.documents[index].address
            return [
                DataFile(path: address + "results.csv") { self.surveyPackage(index).table },
                DataFile(path: address + "results.json") { self.surveyPackage(index).tableJSON },
                DataFile(path: address + "questions.csv") { self.surveyPackage(index).questions },
                DataFile(path: address + "datapackage.json") { self.surveyPackage(index).json },
            ]
        }
    }

    private func surveyPackage(_ index: Int) -> SurveyPackage {
        let document = publication.documents[index]
        var rows: [SurveyPackage.Row] = []
        if case .survey(let survey) = document.meaning, let results = surveys[index] {
            for question in survey.parts.flatMap(\.questions) {
                guard let answers = question.answers, let result = results.questions[question.number] else { continue }
                let wording = words(of: question.heading, dropping: question.label, in: index).text
                for (place, (column, name)) in zip(result.columns, columnNames(of: question, answers, in: index)).enumerated() {
                    let isYear = answers.years.contains { $0.column == place }
                    for (row, count) in zip(answers.rows, column.counts) {
                        let cell = row.counts[place]
                        let isHidden = results.withheld.contains(cell.node) || results.banded[cell.node] != nil
                        let share = result.isShares ? isHidden ? SurveyPackage.withheld : cell.share.map { String($0.value) } : nil
                        let answer = edition.phrase(at: row.cell, row.answer, of: index)
                        rows.append(.init(
                            question: question.number, wording: wording, group: answers.columns.count > 1 && !isYear ? name.text : "",
                            year: isYear ? answers.columns[place] : nil,
                            answer: answer.text, lang: answer.otherLanguage?.code, count: !result.isShares ? count : isHidden ? .withheld : nil, base: column.isBaseKnown ? column.base : nil, share: share))
                    }
                }
            }
        }
        let name = document.address.split(separator: "/").last.map(String.init) ?? "survey"
        return SurveyPackage(
            name: name, title: Words(edition.title(of: document, index)), language: edition.language.code,
            homepage: canonical(Place(address: document.address), in: edition.prefix),
            description: surveyDescription(of: index),
            fieldTexts: [
                "question": edition.texts("dataQuestion"), "wording": edition.texts("dataWording"), "group": edition.texts("dataGroup"),
                "year": edition.texts("dataYear"), "answer": edition.texts("dataAnswer"), "count": edition.texts("dataCount"),
                "base": edition.texts("dataBase"), "share": edition.texts("dataShare"),
            ], rows: rows)
    }

    /// What the data are, where nobody has summed the survey up.
    func surveyDescription(of index: Int) -> Words {
        let document = publication.documents[index]
        return edition.phrase(.summary, document.frontMatter.summary, of: index).map { Words($0) }
            ?? edition.texts("datasetDescription", ["survey": .words(Words(edition.title(of: document, index)))])
    }

    /// The words of a table's columns, in the edition's language.
    func columnNames(of question: Survey.Question, _ answers: Survey.Answers, in document: Int) -> [Phrase] {
        let tree = publication.documents[document].tree
        guard let table = question.table, let header = tree.children(of: table).first(where: { _ in true }) else { return [] }
        return zip(tree.children(of: header).dropFirst(), answers.columns).map { edition.phrase(at: $0, $1, of: document) }
    }
}
