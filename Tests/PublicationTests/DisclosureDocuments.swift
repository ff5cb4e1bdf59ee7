import FormExports
@testable import Publication

/// Random surveys as people write them, of counts or of percentages, and what is published of each: the ties of their
/// numbers are told by those who made the numbers up, and not by what protects them.
struct DocumentMaker {
    private(set) var text = ""
    private var truth: [Int] = []
    private var sums: [[Int]] = [], bounds: [[Int]] = []
    private var questions: [Question] = []
    private var answered: [Int] = [], responses = 0
    private let isShares: Bool, digits: Int

    private struct Question {
        /// Cells, column by column: the answers, those who gave none, all who answered, on the scale, on its upper half.
        var columns: [(answers: [Int], silent: Int, base: Int, scaleBase: Int?, upper: Int?)] = []
        let isMultiple: Bool
    }

    init(_ number: Int, _ dice: inout Dice) {
        isShares = number % 2 == 0
        digits = number % 3 == 0 ? 1 : 0
        let groups = dice.roll(1 ... 3), hasAll = groups > 1 && dice.happens(70), hasInvited = dice.happens(30)
        let largest = [60, 120, 400][number % 3]
        for _ in 0 ..< groups { answered.append(cell(dice.happens(25) ? dice.roll(5 ... 25) : dice.roll(5 ... largest))) }
        responses = total(answered)
        text = "---\nkind: survey\ntitle: A\nfielded: 2022-04-01/2022-04-30\nresponses: \(truth[responses])\ngroups:\n"
        for (group, size) in answered.enumerated() {
            text += "  - {name: G\(group), "
            if hasInvited {
                let silent = cell(dice.roll(0 ... 14)), invited = total([size, silent])
                text += "invited: \(truth[invited]), "
                invitedCells.append(invited)
            }
            text += "answered: \(truth[size])}\n"
        }
        text += "---\n## Results\n"
        for question in 1 ... dice.roll(1 ... 3) { write(question, hasAll: hasAll, &dice) }
    }

    private var invitedCells: [Int] = []

    private mutating func cell(_ value: Int) -> Int {
        truth.append(value)
        return truth.count - 1
    }

    private mutating func total(_ parts: [Int]) -> Int {
        let total = cell(parts.reduce(0) { $0 + truth[$1] })
        sums.append([total] + parts)
        return total
    }

    private static let scaled = ["Yes", "In part", "No", "Don’t know"], plain = ["Blue", "Red", "Green", "Black", "White"]

    private mutating func write(_ number: Int, hasAll: Bool, _ dice: inout Dice) {
        let isScaled = dice.happens(60), isMultiple = !isScaled && dice.happens(30)
        let names = isScaled ? dice.happens(30) ? ["Yes", "No"] : Array(Self.scaled.prefix(dice.roll(3 ... 4))) : Array(Self.plain.prefix(dice.roll(2 ... 5)))
        let hasTotal = dice.happens(50), hasSilent = !isShares && dice.happens(50)
        var question = Question(isMultiple: isMultiple)
        for size in answered {
            // Percentages are of all, or of those whom the last row tells.
            let silent = isShares && !hasTotal || isMultiple && !hasTotal && !hasSilent || dice.happens(40) ? 0 : min(dice.roll(0 ... 14), truth[size])
            var left = truth[size] - silent
            let silentCell = cell(silent)
            var answers: [Int] = []
            if isMultiple {
                answers = names.map { _ in cell(dice.roll(0 ... left)) }
            } else {
                for place in names.indices {
                    let value = place == names.count - 1 ? left : dice.happens(15) ? 0 : dice.roll(0 ... left)
                    left -= value
                    answers.append(cell(value))
                }
            }
            question.columns.append(column(answers, silentCell, isMultiple ? cell(truth[size] - silent) : nil, names, isScaled))
            sums.append([size, question.columns.last!.base, silentCell])
        }
        if hasAll {
            let groups = question.columns
            let answers = names.indices.map { place in total(groups.map { $0.answers[place] }) }
            let silent = total(groups.map(\.silent))
            let all = column(answers, silent, isMultiple ? cell(groups.reduce(0) { $0 + truth[$1.base] }) : nil, names, isScaled)
            sums.append([all.base] + groups.map(\.base))
            sums.append([responses, all.base, silent])
            question.columns.append(all)
        }
        questions.append(question)
        let header = answered.indices.map { "G\($0)" } + (hasAll ? ["All"] : [])
        text += "\n### Q\(number). Which?\(isMultiple ? " Choose all that apply." : "")\n\n| Answer | \(header.joined(separator: " | ")) |\n| --- |"
            + header.map { _ in " ---: |" }.joined() + "\n"
        for (place, name) in names.enumerated() { text += row(name, question.columns.map { share(truth[$0.answers[place]], of: truth[$0.base]) }) }
        if hasSilent { text += row("No answer", question.columns.map { String(truth[$0.silent]) }) }
        if hasTotal { text += row("Total answered", question.columns.map { String(truth[$0.base]) }) }
    }

    private mutating func column(
        _ answers: [Int], _ silent: Int, _ base: Int?, _ names: [String], _ isScaled: Bool
    ) -> (answers: [Int], silent: Int, base: Int, scaleBase: Int?, upper: Int?) {
        let whole = base ?? total(answers)
        if base != nil { bounds += answers.map { [$0, whole] } }
        guard isScaled else { return (answers, silent, whole, nil, nil) }
        let onScale = zip(names, answers).filter { $0.0 != "Don’t know" }.map(\.1)
        return (answers, silent, whole, total(onScale), total([answers[0]]))
    }

    private func row(_ name: String, _ cells: [String]) -> String { "| \(name) | \(cells.joined(separator: " | ")) |\n" }

    private func share(_ count: Int, of base: Int) -> String {
        guard isShares else { return String(count) }
        let unit = digits == 1 ? 1_000 : 100
        let rounded = base == 0 ? 0 : (count * unit * 2 + base) / (2 * base)
        return digits == 1 ? "\(rounded / 10).\(rounded % 10) %" : "\(rounded) %"
    }

    // MARK: What is published

    private static func range(_ share: BandedPercentage, whole: Double) -> (low: Double, high: Double) {
        switch share {
        case .whole: (whole, whole)
        case .atMost(let percent): (0, Double(percent))
        case .atLeast(let percent): (Double(percent), 100)
        }
    }

    /// The survey as the attacker gets it; nil where it is not published at all.
    func published() -> String? {
        guard let document = DocumentReader().read(SourceFile(path: "a.md", bytes: Array(text.utf8)), path: "a.md").document,
            case .survey(let survey) = document.meaning
        else { return nil }
        let asked = survey.parts.flatMap(\.questions)
        guard asked.count == questions.count, asked.allSatisfy({ $0.answers != nil }) else { return nil }
        var protection = SurveyProtection([.init(index: 0, document: document, survey: survey)])
        guard let results = protection.results()[0] else { return nil }
        var known = [Int?](repeating: nil, count: truth.count), ratios: [(cell: Int, base: Int, low: Double, high: Double)] = []
        known[responses] = results.responses?.value
        for (group, cells) in zip(answered.indices, results.groups) {
            known[answered[group]] = cells.answered?.value
            if !invitedCells.isEmpty { known[invitedCells[group]] = cells.invited?.value }
        }
        for (question, read) in zip(questions, asked) {
            guard let answers = read.answers, let result = results.questions[read.number] else { return nil }
            for (place, column) in question.columns.enumerated() {
                let shown = result.columns[place]
                if shown.base.value != nil || answers.base.map({ !results.withheld.contains($0[place].node) }) ?? false { known[column.base] = truth[column.base] }
                for (row, cell) in column.answers.enumerated() {
                    let node = answers.rows[row].counts[place]
                    guard !results.withheld.contains(node.node) else { continue }
                    guard let share = node.share else {
                        known[cell] = truth[cell]
                        continue
                    }
                    let (low, high) = Self.range(results.banded[node.node] ?? .whole(0), whole: share.value)
                    ratios.append((cell, column.base, max(0, low - share.precision) / 100, min(100, high + share.precision) / 100))
                }
                if !isShares, answers.rows.count > column.answers.count, shown.counts[column.answers.count].value != nil { known[column.silent] = truth[column.silent] }
                guard let upper = column.upper, let scaleBase = column.scaleBase, let count = shown.upper?.value, let base = shown.scaleBase?.value else { continue }
                if !isShares {
                    (known[upper], known[scaleBase]) = (truth[upper], truth[scaleBase])
                } else if truth[upper] == count, truth[scaleBase] == base, let share = BandedPercentage(count, of: base) {
                    // A sentence and a chart say it.
                    let whole: Double = if case .whole(let percent) = share { Double(percent) } else { 0 }
                    let (low, high) = Self.range(share, whole: whole)
                    ratios.append((upper, scaleBase, max(0, low - 0.5) / 100, min(100, high + 0.5) / 100))
                }
            }
        }
        let sensitive = truth.indices.filter { (1 ..< results.threshold).contains(truth[$0]) }
        let counts = known.map { count in count.map(String.init) ?? "null" }.joined(separator: ",")
        let shares = ratios.map { "[\($0.cell),\($0.base),\($0.low),\($0.high)]" }.joined(separator: ",")
        return """
            {"threshold":\(results.threshold),"published":[\(counts)],"sensitive":\(sensitive),\
            "sums":\(sums),"bounds":\(bounds),"ratios":[\(shares)]}
            """
    }
}
