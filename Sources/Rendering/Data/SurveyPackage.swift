import Foundation
import Publication
import Translation

/// A survey's published counts as a table, and the description of it as a Tabular Data Package
/// (specs.frictionlessdata.io/tabular-data-package).
struct SurveyPackage {
    struct Row {
        let question: String, wording: String, group: String, answer: String
        /// Nil where only a percentage is published.
        let count: SurveyResults.Count?
        /// Nil where nobody says it.
        let base: SurveyResults.Count?
        /// The percentage that the author gave, or that it is withheld.
        var share: String?
    }

    let name: String
    let title: String
    let language: String
    let homepage: String
    let description: String?
    let rows: [Row]

    /// Cells that a spreadsheet would take for a formula begin with an apostrophe, as in the tables of plans.
    var table: [UInt8] {
        var output: [UInt8] = []
        CSVRecord.write(fields.map(\.name), to: &output)
        for row in rows {
            let words = [row.question, row.group, row.answer].map(CSVRecord.defused)
            let numbers = [row.count.map(SurveyPackage.text) ?? "", row.base.map(SurveyPackage.text) ?? ""]
            CSVRecord.write(words + numbers + (hasShares ? [row.share ?? ""] : []), to: &output)
        }
        return output
    }

    private var hasShares: Bool { rows.contains { $0.share != nil } }

    private var fields: [Package.Field] {
        SurveyPackage.countFields + (hasShares ? [.init(name: "share", type: "number", description: "The percentage of those who answered, where no counts are published.")] : [])
    }

    /// The questions' words, once each.
    var questions: [UInt8] {
        var output: [UInt8] = []
        CSVRecord.write(SurveyPackage.questionFields.map(\.name), to: &output)
        var last: String?
        for row in rows where row.question != last {
            CSVRecord.write([row.question, CSVRecord.defused(row.wording)], to: &output)
            last = row.question
        }
        return output
    }

    var json: [UInt8] {
        func resource(_ name: String, _ fields: [Package.Field]) -> Package.Resource {
            .init(
                name: name, path: name + ".csv", profile: "tabular-data-resource", encoding: "utf-8", format: "csv", mediatype: "text/csv",
                schema: .init(fields: fields, missingValues: ["", SurveyPackage.withheld]))
        }
        let package = Package(
            profile: "tabular-data-package", name: name, title: title, homepage: homepage, description: description,
            resources: [resource("results", fields), resource("questions", SurveyPackage.questionFields)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // The values are texts: they can always be written.
        return Array((try? encoder.encode(package)) ?? Data()) + [10]
    }

    static let withheld = "[c]"
    static let files = ["results.csv", "questions.csv", "datapackage.json"]

    private static func text(_ count: SurveyResults.Count) -> String { count.value.map(String.init) ?? withheld }

    private static let questionFields: [Package.Field] = [
        .init(name: "question", type: "string", description: "The question's number."),
        .init(name: "wording", type: "string", description: "The question as it was asked."),
    ]

    private static let countFields: [Package.Field] = [
        .init(name: "question", type: "string", description: "The question's number."),
        .init(name: "group", type: "string", description: "Whose answers these are; empty for all who were asked."),
        .init(name: "answer", type: "string", description: "The answer."),
        .init(name: "count", type: "integer", description: "How many gave it; [c] where that is withheld to protect people."),
        .init(name: "base", type: "integer", description: "How many answered the question."),
    ]

    private struct Package: Encodable {
        struct Field: Encodable { let name: String, type: String, description: String }
        struct Schema: Encodable { let fields: [Field], missingValues: [String] }
        struct Resource: Encodable {
            let name: String, path: String, profile: String, encoding: String, format: String, mediatype: String
            let schema: Schema
        }
        let profile: String, name: String, title: String, homepage: String
        let description: String?
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
                    for (row, count) in zip(answers.rows, column.counts) {
                        let cell = row.counts[place]
                        let isHidden = results.withheld.contains(cell.node) || results.banded[cell.node] != nil
                        let share = result.isShares ? isHidden ? SurveyPackage.withheld : cell.share.map { String($0.value) } : nil
                        let base = column.isBaseKnown ? column.base : nil
                        rows.append(.init(
                            question: question.number, wording: wording, group: answers.columns.count > 1 ? name.text : "",
                            answer: edition.phrase(at: row.cell, row.answer, of: index).text, count: !result.isShares ? count : isHidden ? .withheld : nil, base: base, share: share))
                    }
                }
            }
        }
        let name = document.address.split(separator: "/").last.map(String.init) ?? "survey"
        return SurveyPackage(
            name: name, title: edition.title(of: document, index).text, language: edition.language.code,
            homepage: canonical(Place(address: document.address), in: edition.prefix),
            description: edition.phrase(.summary, document.frontMatter.summary, of: index)?.text, rows: rows)
    }

    /// The words of a table's columns, in the edition's language.
    func columnNames(of question: Survey.Question, _ answers: Survey.Answers, in document: Int) -> [Phrase] {
        let tree = publication.documents[document].tree
        guard let table = question.table, let header = tree.children(of: table).first(where: { _ in true }) else { return [] }
        return zip(tree.children(of: header).dropFirst(), answers.columns).map { edition.phrase(at: $0, $1, of: document) }
    }
}
