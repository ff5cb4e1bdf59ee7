/// Writes the document.
struct SummaryWriter {
    let options: SurveySummary.Options
    let texts: SummaryTexts
    let layout: ExportLayout
    let reader: ResponseReader
    let grouping: Grouping
    let results: [QuestionResult]
    let responses: Int
    let groupTitle: String?

    private func fate(_ fate: ResponseReader.Fate) -> Int { reader.fates.count { $0 == fate } }
    private var tables: [(number: Int, result: QuestionResult)] { numbered.filter { !$0.result.rows.isEmpty } }
    private var comments: [(number: Int, result: QuestionResult)] { numbered.filter { $0.result.kind == .text } }
    /// Questions without answers have no number: there is nothing to show.
    private var numbered: [(number: Int, result: QuestionResult)] {
        results.filter { $0.kind != .none }.enumerated().map { ($0.offset + 1, $0.element) }
    }

    func document() -> String {
        var output = frontMatter()
        output += section(texts.heard, texts.heardComment)
        output += section(texts.who, texts.whoComment) + who()
        output += section(texts.results, texts.resultsComment)
        for (number, result) in tables { output += question(number, result) }
        output += section(texts.words, texts.wordsComment) + words()
        output += section(texts.reflections, texts.reflectionsComment)
        output += section(texts.actions, texts.actionsComment)
        output += section(texts.how, texts.howComment) + how()
        return output
    }

    private func frontMatter() -> String {
        var lines = ["---", "kind: survey", "title: \(MarkdownText.quoted(options.title ?? texts.title))", "draft: true"]
        if let (first, last) = reader.fielded { lines.append("fielded: \(first)/\(last)") }
        lines += ["unit: \(options.unit.rawValue)", "responses: \(responses)", "suppress-below: \(options.threshold)", "---"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ title: String, _ comment: String) -> String { "\n## \(title)\n\n\(MarkdownText.comment(comment))\n" }

    private func who() -> String {
        guard let groupTitle, !grouping.isOne else { return "" }
        let rows = zip(grouping.names, grouping.sizes).map { [MarkdownText.escaped($0), String($1)] } + [[texts.all, String(responses)]]
        return "\n\(texts.table): \(MarkdownText.escaped(texts.caption(by: groupTitle)))\n\n"
            + MarkdownText.table(header: [texts.group, texts.unit(options.unit)], rows: rows)
            + (grouping.isCombined ? "\n\(texts.combined)\n" : "")
    }

    private func question(_ number: Int, _ result: QuestionResult) -> String {
        let isSeveral = if case .several = result.kind { true } else { false }
        let table = CountTable(
            rows: result.rows.map { grouping.row($0.counts) }, addsUpDown: !isSeveral, addsUpAcross: !grouping.isOne, threshold: options.threshold)
        let hidden = options.protect(table)
        let rows = zip(result.rows, table.rows).enumerated().map { index, pair in
            [MarkdownText.escaped(pair.0.label)] + pair.1.enumerated().map { column, count in
                // Whatever the protection says, a small count is never written.
                let isSmall = count > 0 && count < options.threshold
                let isHidden = index < hidden.count && column < hidden[index].count ? hidden[index][column] : true
                return isSmall || isHidden ? "[c]" : String(count)
            }
        }
        let columns = grouping.isOne ? [texts.unit(options.unit)] : grouping.names.map(MarkdownText.escaped) + [texts.all]
        return "\n### Q\(number). \(MarkdownText.escaped(result.title))\n\n\(MarkdownText.comment("Q\(number): \(texts.type(result.kind))"))\n\n"
            // Above the table: there the build reads that counts do not add up.
            + (isSeveral ? texts.severalNote + "\n\n" : result.kind == .ranking ? texts.rankingNote + "\n\n" : "") + MarkdownText.table(header: [texts.answer] + columns, rows: rows)
    }

    /// How many wrote something, and nothing of what they wrote.
    private func words() -> String {
        guard !comments.isEmpty else { return "" }
        return "\n" + comments.map { number, result in
            let count = result.answered.reduce(0, +), missing = responses - count
            let told = count < options.threshold ? texts.comments(texts.fewer(options.threshold))
                : missing > 0 && missing < options.threshold ? texts.comments("").onOneLine.trimmedStart + " " + texts.nearlyAll
                : texts.comments(String(count))
            return "- **Q\(number). \(MarkdownText.escaped(result.title))**: \(told).\n"
        }.joined()
    }

    private func how() -> String {
        var lines = [texts.counted(responses)]
        let left: [(Int, (Int) -> String)] = [
            (fate(.preview), texts.previews), (fate(.test), texts.tests), (fate(.spam), texts.spam), (fate(.unfinished), texts.unfinished),
            (fate(.blank), texts.empty), (fate(.superseded), texts.superseded), (fate(.shifted), texts.shifted),
        ]
        lines += left.filter { $0.0 > 0 }.map { $0.1($0.0) }
        lines += [texts.blank, texts.protection(options.threshold).replacing("[c]", with: "\\[c\\]")]
        if let reason = options.thresholdReason?.onOneLine, options.threshold < 5 { lines.append(MarkdownText.escaped(texts.protectionReason(reason))) }
        return "\n" + lines.map { "- \($0)\n" }.joined()
    }

    /// What staff are told beside the document.
    func notes() -> [String] {
        var notes = ["\(responses) \(responses == 1 ? "response is" : "responses are") counted"]
        let left = [
            (fate(.preview), "previews", "preview"), (fate(.test), "test responses", "test response"), (fate(.spam), "responses marked as spam", "response marked as spam"),
            (fate(.unfinished), "unfinished responses", "unfinished response"), (fate(.blank), "responses without any answer", "response without any answer"),
            (fate(.superseded), "earlier responses of those who answered again (the last counts)", "earlier response of somebody who answered again (the last counts)"),
        ]
        notes += left.filter { $0.0 > 0 }.map { "left out: \($0.0) \($0.0 == 1 ? $0.2 : $0.1)" }
        let metadata = Dictionary(grouping: layout.columns.compactMap(\.metadata), by: \.words).mapValues(\.count).sorted { $0.key < $1.key }
        if !metadata.isEmpty { notes.append("columns left out: " + metadata.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")) }
        for (number, result) in numbered {
            let how = switch result.kind {
            case .several(true): ", options as the form or --options has them"
            case .several(false): ", options guessed: see whether they are whole"
            case .text where result.isTextByWords: ", told by its words: if it had options, name them with --options FILE"
            default: ""
            }
            notes.append("Q\(number): \(SummaryTexts(language: .english).type(result.kind))\(how)")
            if result.folded > 0 {
                notes.append(
                    result.folded == 1 ? "Q\(number): 1 answer that no option explains is counted as ‘\(texts.other)’; --options FILE names options"
                        : "Q\(number): \(result.folded) answers that no option explains and fewer than \(options.threshold) people gave each are counted as ‘\(texts.other)’; --options FILE names options")
            }
            if result.remainder > 0 {
                notes.append("Q\(number): \(result.remainder) \(result.remainder == 1 ? "response holds" : "responses hold") something that is none of the options: counted as ‘\(texts.other)’")
            }
        }
        let blank = results.filter { $0.kind == .none }.map { "‘\($0.title.prefix(50))’" }
        if !blank.isEmpty { notes.append("questions without answers, left out: " + blank.joined(separator: ", ")) }
        if !comments.isEmpty {
            notes.append(
                "questions with free text: \(comments.count); what people wrote is not in the document, --comments FILE writes it for you to read")
        }
        return notes
    }
}

extension String {
    fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}
