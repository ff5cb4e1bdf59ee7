import FormExports
import Markdown

/// Joins the counts of all surveys of a series to one problem, and finds what must be withheld of it.
struct SurveyProtection {
    /// A survey, or one written anew for a language: its numbers are those of the one that it follows.
    struct Member {
        let index: Int
        let document: Document
        let survey: Survey
        /// When it was, as the columns of tables name it.
        let year: String
        let isAdapted: Bool
        /// What joins it to the surveys with which its years and groups are the same: its series.
        let scope: String

        /// - Parameters:
        ///   - source: what it is written anew of.
        ///   - scope: empty where all are of one series.
        init(index: Int, document: Document, survey: Survey, source: Document? = nil, scope: String = "") {
            self.index = index
            self.document = document
            self.survey = survey
            year = scope + ((source ?? document).frontMatter.survey.fielded.map { String($0.end.year) } ?? (source ?? document).path)
            self.scope = scope
            isAdapted = source != nil
        }
    }

    let documents: [Member]
    /// The place of the document that is read.
    var reading = 0
    var values: [Int] = [], preference: [Int] = [], isSensitive: [Bool] = []
    let threshold: Int
    var sums: [DisclosureProblem.Sum] = []
    var bounds: [DisclosureProblem.Bound] = []
    /// What stands in several tables is one cell, by all that may say that it is the same.
    var shared: [String: Int] = [:]
    /// The cells of a question, or of a table of who answered, with the same number: what an adaptation's may be.
    var alike: [String: [Int]] = [:]
    /// How many answered in each of the series' years: all, and by the group's name.
    var answeredIn: [String: [String: Int]] = [:]
    var invitedIn: [String: [String: Int]] = [:]
    var tables: [PlacedTable] = []
    /// Of each year and group, the cells that make up who is told to have answered a question, where that is not all who
    /// are known to have taken part.
    var wholes: [String: [Whole]] = [:]
    /// Who was asked or answered in a year, by the name of the column that says it: all, or part by part.
    var tallies: [(year: String, column: String, table: Int, all: Int?, parts: [Int])] = []

    /// The cells of a question's column: of each row, of all who answered, of those on the scale, and on its upper half.
    struct Column {
        var counts: [Int?]
        let base: Int
        let scaleBase: Int?
        let upper: Int?
        var isBaseKnown = true
        /// Those who gave no answer, whose number stands in a row of its own.
        var silent: [Int] = []
        /// Whether an answer's count is withheld by the author, so that what is known of the others is not all.
        var lacksSome = false, lacksOfScale = false, lacksOfUpper = false
        var group = "", years: [String] = []
    }

    /// A table of answers, wherever it stands.
    struct PlacedTable {
        /// The place of its document.
        let document: Int
        let names: [String]
        let answers: [String]
        let columns: [Column]
        let isShares: Bool
        /// Whether several answers may be given, and nothing says how many gave them.
        let isOfSeveral: Bool
    }

    struct Whole: Hashable {
        let parts: [Int]
        /// Whether an answer's count is missing to it, so that others' wholes tell this count.
        var isPartial = false
    }

    struct Placed {
        var questions: [String: [Column]] = [:]
        var nodes: [(node: MarkdownTree.Index, cell: Int)] = []
        /// Percentages, with their counts and those of all who answered.
        var shares: [(node: MarkdownTree.Index, cell: Int, base: Int)] = []
        /// Rates, with the counts that they would tell.
        var rates: [(node: MarkdownTree.Index, of: [Int])] = []
        var responses: Int?
        var invited: Int?
        var groups: [(invited: Int?, answered: Int?)] = []
        /// The numbers of the tables that are no question's.
        var others: [Int] = []
        /// What these add up to, told or not.
        var margins: [[Int]] = []
        /// How many answered, by the group that a table names.
        var answered: [String: Int] = [:]
    }

    /// - Parameter documents: of one series, or of several that ask the same; each before what is written anew of it.
    init(_ documents: [Member]) {
        self.documents = documents
        threshold = documents.map { $0.document.frontMatter.survey.threshold }.max() ?? 10
    }

    mutating func results() -> [Int: SurveyResults] {
        var all = documents.map { placeFacts($0) }
        for place in documents.indices {
            reading = place
            placeSizes(documents[place])
        }
        for place in documents.indices {
            reading = place
            placeTables(documents[place], &all[place])
        }
        tieTables()
        tieDocuments(all)
        tieTallies()
        tieWholes()
        let disclosure = Disclosure(problem())
        func count(_ cell: Int) -> SurveyResults.Count { disclosure.isWithheld[cell] ? .withheld : .shown(values[cell]) }
        let sorted = documents.filter { !$0.isAdapted }.sorted {
            (SurveyProtection.end($0.document), $0.index) < (SurveyProtection.end($1.document), $1.index)
        }
        var results: [Int: SurveyResults] = [:]
        for (member, placed) in zip(documents, all) {
            var questions: [String: SurveyResults.Question] = [:]
            for question in member.survey.parts.flatMap(\.questions) {
                guard let columns = placed.questions[question.number], let answers = question.answers else { continue }
                questions[question.number] = .init(columns: columns.map { column in
                    // Percentages tell what they are of.
                    if answers.isShares, disclosure.isWithheld[column.base] {
                        return .init(
                            counts: column.counts.map { _ in .withheld }, base: .withheld, scaleBase: column.scaleBase.map { _ in .withheld },
                            upper: column.upper.map { _ in .withheld })
                    }
                    return .init(
                        counts: column.counts.map { $0.map(count) ?? .withheld }, base: column.lacksSome || !column.isBaseKnown ? .withheld : count(column.base),
                        isBaseKnown: column.isBaseKnown,
                        scaleBase: column.scaleBase.map { column.lacksOfScale ? .withheld : count($0) },
                        upper: column.upper.map { column.lacksOfUpper ? .withheld : count($0) })
                }, isMultiple: question.isMultiple, sides: answers.sides, isShares: answers.isShares)
            }
            var withheld = Set(placed.nodes.filter { disclosure.isWithheld[$0.cell] }.map(\.node))
            withheld.formUnion(placed.rates.filter { $0.of.contains { disclosure.isWithheld[$0] } }.map(\.node))
            var banded: [MarkdownTree.Index: BandedPercentage] = [:]
            for share in placed.shares where !withheld.contains(share.node) {
                switch BandedPercentage(values[share.cell], of: values[share.base]) {
                case _ where disclosure.isWithheld[share.base], nil: withheld.insert(share.node)
                case .whole: break
                case let band?: banded[share.node] = band
                }
            }
            results[member.index] = SurveyResults(
                questions: questions, withheld: withheld, banded: banded,
                responses: placed.responses.map(count), invited: placed.invited.map(count),
                groups: placed.groups.map { ($0.invited.map(count), $0.answered.map(count)) }, threshold: threshold,
                members: sorted.filter { $0.scope == member.scope }.map(\.index))
        }
        return results
    }

    static func end(_ document: Document) -> Int { document.frontMatter.survey.fielded?.end.daysSince1970 ?? 0 }

    /// All counts and ties, once the documents are placed.
    func problem() -> DisclosureProblem {
        var seen: Set<DisclosureProblem.Sum> = []
        let sums = sums.map { DisclosureProblem.Sum(total: $0.total, parts: $0.parts.sorted()) }.filter { seen.insert($0).inserted }
        return DisclosureProblem(values: values, sums: sums, bounds: bounds, isSensitive: isSensitive, preference: preference, threshold: threshold)
    }

    // MARK: Cells

    /// - Parameters:
    ///   - keys: what it is known by; a cell with one of them and the same number is the same. To take two cells for one as
    ///     well never gives anything away: counts that would have looked the same change both alike.
    ///   - otherwise: what it may be known by, where it is known by nothing else.
    mutating func take(_ value: Int, cost: Int, keys: [String] = [], otherwise: [String] = []) -> Int {
        var found: [Int] = []
        for key in keys { if let known = shared[key + "=\(value)"], !found.contains(known) { found.append(known) } }
        if found.isEmpty { for key in otherwise { if let known = shared[key + "=\(value)"], !found.contains(known) { found.append(known) } } }
        equate(found)
        let cell = found.first ?? values.count
        if found.isEmpty {
            values.append(value)
            isSensitive.append((1..<max(1, threshold)).contains(value))
            preference.append(cost)
        }
        for key in keys + otherwise where shared[key + "=\(value)"] == nil { shared[key + "=\(value)"] = cell }
        return cell
    }

    /// Cells that may be the same number.
    mutating func equate(_ cells: [Int]) {
        for cell in cells.dropFirst() { sums.append(.init(total: cells[0], parts: [cell])) }
    }

    /// A sum that readers can work out, whether it is shown or not.
    ///
    /// - Parameter total: the sum, where it is known and the parts are not exact.
    mutating func tie(_ parts: [Int], total: Int? = nil, cost: Int, keys: [String] = []) -> Int {
        let total = take(total ?? parts.reduce(0) { $0 + values[$1] }, cost: cost, keys: keys)
        sums.append(.init(total: total, parts: parts))
        return total
    }

    /// What is missing to all who took part is a count, too: those who left a question out.
    mutating func tieRest(of known: Int?, _ parts: [Int]) {
        guard let known else { return }
        let rest = values[known] - parts.reduce(0) { $0 + values[$1] }
        guard rest >= 0 else { return }
        sums.append(.init(total: known, parts: rest == 0 ? parts : parts + [take(rest, cost: 1)]))
    }

    /// Ties each line of counts to the lines side by side of which it is the sum in all places: a column of everybody
    /// wherever it stands, the groups or the schools that make it up, a subtotal.
    ///
    /// - Parameter isLoose: one number is often the sum of others by chance; then only what is the sum of all others counts.
    mutating func tieRuns(_ lines: [[Int?]], isLoose: Bool = false) {
        guard lines.count > 2, let width = lines.map(\.count).min(), width > 0 else { return }
        // Sums of all lines before.
        var before = [[Int](repeating: 0, count: width)], lacking = before
        for line in lines {
            before.append((0..<width).map { before.last![$0] + (line[$0].map { values[$0] } ?? 0) })
            lacking.append((0..<width).map { lacking.last![$0] + (line[$0] == nil ? 1 : 0) })
        }
        func tie(_ total: Int, _ run: Range<Int>) {
            guard run.count > 1, !run.contains(total) else { return }
            let places = (0..<width).filter { lines[total][$0] != nil && lacking[run.upperBound][$0] == lacking[run.lowerBound][$0] }
            func sum(_ place: Int) -> Int { before[run.upperBound][place] - before[run.lowerBound][place] }
            // Nothing is the sum of nothing everywhere.
            let telling = places.filter { sum($0) > 0 || values[lines[total][$0]!] > 0 }
            let fitting = telling.filter { values[lines[total][$0]!] == sum($0) }
            // One place alone is often right by chance. Where all other lines add up, one of several places may be wrong.
            let isOfAll = run.count == lines.count - 1
            guard fitting.count > 1 ? fitting.count == telling.count || isOfAll && fitting.count * 2 > telling.count : isOfAll && fitting.count == telling.count else { return }
            for place in fitting { sums.append(.init(total: lines[total][place]!, parts: lines[run].map { $0[place]! })) }
        }
        for total in lines.indices {
            if isLoose {
                if total == 0 || total == lines.count - 1 { tie(total, total == 0 ? 1..<lines.count : 0..<total) }
            } else if lines.count > 24 {
                for start in 0..<max(0, total - 1) { tie(total, start..<total) }
                for end in total + 1...lines.count { tie(total, total + 1..<end) }
            } else {
                for start in lines.indices { for end in start + 1...lines.count { tie(total, start..<end) } }
            }
        }
    }

    /// Letters and digits only: “Don’t know” is `Don't know`.
    static func folded(_ text: String) -> String { String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })) }

    static func isEverybody(_ label: String) -> Bool { PartNames.everybody.contains(PartNames.bare(label)) }

    /// The same, with the years as those of the document that is read.
    func parts(of column: String) -> (group: String, years: [String]) {
        let (group, years) = SurveyProtection.parts(of: column), scope = documents[reading].scope
        return (group, scope.isEmpty ? years : years.map { scope + $0 })
    }

    /// Whose answers a column holds, and of which years: `Families 2021`, `2020–21`, `All`.
    static func parts(of column: String) -> (group: String, years: [String]) {
        var years: [String] = [], rest = "", digits = ""
        for character in column + " " {
            if character.isASCII && character.isNumber {
                digits.append(character)
                continue
            }
            if digits.count == 4, digits.hasPrefix("19") || digits.hasPrefix("20") {
                years.append(digits)
            } else if digits.count == 2, let first = years.last, let century = Int(first), Int(digits) == (century + 1) % 100 {
                years.append(String(century + 1))
            } else {
                rest += digits
            }
            digits = ""
            rest.append(character)
        }
        let group = folded(rest)
        return (years.isEmpty ? folded(column) : isEverybody(rest) ? "" : group, years)
    }
}
