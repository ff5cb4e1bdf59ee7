/// How a form tool lays its responses out: which lines are the header, which columns ask, which tell of the response.
struct ExportLayout {
    enum Tool: String {
        case googleForms = "Google Forms", googleSheets = "Google Forms (its sheet)", microsoftForms = "Microsoft Forms"
        case surveyMonkey = "SurveyMonkey", qualtrics = "Qualtrics", plain = "a plain table"
    }

    struct Column {
        /// As it is shown: on one line, without a number before it.
        var title: String
        /// What the line below the titles calls it; empty where there is none.
        var label = ""
        var metadata: Metadata?
        /// Text that the tool says was typed.
        var isTyped = false
        /// Whether the tool writes the column itself, in every export: what finds a person there tells who answers again.
        var isOwn = false

        /// What a column below another's title has as well.
        var shownTitle: String {
            title.isEmpty ? label : label.isEmpty || ExportLayout.responseWords.contains(label.folded) || ExportLayout.typedWords.contains(label.folded) ? title : "\(title) – \(label)"
        }
    }

    /// A question of one column, or of several: the rows of a grid, or an option each.
    struct Question {
        struct Part {
            let column: Int
            /// The grid's row or the option.
            var label = ""
        }

        var title: String
        var parts: [Part]
        /// Where another answer than the options is typed.
        var typedOther: Int?
        /// Whether the tool says that answers were typed.
        var isTyped = false
        /// Whether who types another answer ticks it as well.
        var selectsOther = false
    }

    var tool: Tool
    var headerRows: Int
    var columns: [Column]
    var questions: [Question] = []
    /// What was odd in the header.
    var notes: [String] = []

    var width: Int { columns.count }

    func column(_ kind: Metadata) -> Int? { columns.firstIndex { $0.metadata == kind } }

    /// The column that says who answered.
    var identity: Int? {
        for kind in [Metadata.email, .username, .personID] { if let index = columns.firstIndex(where: { $0.metadata == kind && $0.isOwn }) { return index } }
        return nil
    }

    /// Whether an answer can be one by itself: not where the form's own column of other answers is.
    func isTypedOther(_ column: Int) -> Bool { questions.contains { $0.typedOther == column } }

    /// - Parameter head: the first lines of the table.
    init(_ head: [[String]]) throws(ExportProblem) {
        guard let header = head.first else {
            throw ExportProblem("the file is empty", help: "Export the responses anew, as CSV.")
        }
        tool = Self.tool(head)
        headerRows = Self.headerRows(tool, head)
        columns = header.map { Column(title: $0.onOneLine) }
        if let cell = header.firstIndex(where: Self.isAnswer) {
            throw ExportProblem(
                line: 1, column: 1, "the first line holds answers in cell \(cell + 1), and no questions",
                help: "Put the line with the questions back on top, or export the responses anew.")
        }
        // What comes after the header's last title can hold no question.
        while let last = columns.indices.last, last > 0, head.prefix(headerRows).allSatisfy({ $0.count <= last || $0[last].onOneLine.isEmpty }),
            head.dropFirst(headerRows).allSatisfy({ $0.count <= last || $0[last].isEmpty }) { columns.removeLast() }
        switch tool {
        case .qualtrics: readQualtrics(head)
        case .surveyMonkey where headerRows == 2: readSurveyMonkey(head)
        default: readTitles()
        }
        markOwn()
        for index in questions.indices { questions[index].isTyped = questions[index].parts.count == 1 && columns[questions[index].parts[0].column].isTyped }
        guard !questions.isEmpty else {
            throw ExportProblem(
                line: 1, column: 1, "no column of this table asks a question",
                help: "The first line has to hold the questions, as the form tool exports them.")
        }
    }

    /// What the tool writes stands before the first question, or is told from it by its kind.
    private mutating func markOwn() {
        for index in columns.indices {
            guard columns[index].metadata != nil, columns[index].label.isEmpty else { break }
            columns[index].isOwn = true
        }
        for index in columns.indices {
            switch columns[index].metadata {
            case .ip, .duration, .score, .other, .status, .finished, .progress, .embedded: columns[index].isOwn = true
            default: if tool == .qualtrics, columns[index].metadata != nil { columns[index].isOwn = true }
            }
        }
    }

    /// Columns that stand on from a first one that holds times, whatever it is called.
    mutating func markOwnAfterTimes() {
        guard let first = columns.first, !first.isOwn, first.metadata == .time || first.metadata == .started else { return }
        for index in columns.indices {
            guard index == 0 || columns[index].metadata != nil && Metadata.named(columns[index].title.folded) != nil else { break }
            columns[index].isOwn = true
        }
    }

    static func isAnswer(_ cell: String) -> Bool {
        CellLooks.email(cell) || CellLooks.ip(cell) && !CellLooks.isSection(cell) || (DateTimeParts(cell)?.time != nil)
    }

    // MARK: Tools

    private static func tool(_ head: [[String]]) -> Tool {
        if importRow(head) != nil { return .qualtrics }
        let names = head[0].map(\.folded), kinds = names.map(Metadata.named)
        let set = Set(names)
        if set.contains("startdate"), !set.isDisjoint(with: ["responseid", "recordeddate", "ipaddress", "finished", "progress"]) { return .qualtrics }
        if set.contains("v1"), head.count > 1, head[1].contains(where: { $0.folded == "responseid" }) { return .qualtrics }
        let ids = names.indices.filter { kinds[$0] == .id && names[$0] != "id" }
        if kinds.count > 3, kinds[0] == .id, kinds[1] == .started, kinds[2] == .time, kinds[3] == .email { return .microsoftForms }
        if ids.count >= 2 || ids.first == 0 && kinds.contains(.started) && kinds.contains(.time) { return .surveyMonkey }
        if let id = names.firstIndex(of: "id"), id + 2 < kinds.count, kinds[id + 1] == .started, kinds[id + 2] == .time { return .microsoftForms }
        if let first = names.first, Metadata.timestamps.contains(first) {
            let isSlow = head.dropFirst().contains { row in
                guard let time = row.first, let parts = DateTimeParts(time), parts.isYearFirst else { return false }
                return time.contains("GMT") || time.contains("UTC")
            }
            return isSlow ? .googleForms : .googleSheets
        }
        return .plain
    }

    private static func importRow(_ head: [[String]]) -> Int? {
        head.prefix(4).firstIndex { row in
            let cells = row.filter { !$0.isEmpty }
            return !cells.isEmpty && cells.allSatisfy { $0.hasPrefix("{") && $0.contains("\"ImportId\"") }
        }
    }

    private static func headerRows(_ tool: Tool, _ head: [[String]]) -> Int {
        switch tool {
        case .qualtrics:
            if let row = importRow(head) { return row + 1 }
            guard head.count > 1 else { return 1 }
            // A response may hold one of these names: "IP Address" is a state.
            let names: Set<String> = ["start date", "startdate", "responseid", "response id", "ip address", "ipaddress"]
            let isNamed = zip(head[0], head[1]).contains { name, text in Metadata.named(name.folded).map { $0 == Metadata.named(text.folded) } ?? false }
            return isNamed || head[1].count { names.contains($0.folded) } > 1 ? 2 : 1
        case .surveyMonkey:
            guard head.count > 1 else { return 1 }
            // The second line has nothing below the columns of the tool's own.
            let own = head[0].indices.filter { Metadata.named(head[0][$0].folded).map { $0 == .id || $0 == .started } ?? false }
            return own.allSatisfy { $0 >= head[1].count || head[1][$0].isEmpty } ? 2 : 1
        default: return 1
        }
    }

    // MARK: Google Forms, Microsoft Forms, plain tables

    /// One column a question; `Question [row]` for grids.
    private mutating func readTitles() {
        var stems: [String: Int] = [:]
        let cut = columns.map { Self.grid($0.title) }
        let rows = Dictionary(grouping: cut.compactMap { $0?.stem.folded }, by: \.self).mapValues(\.count)
        for index in columns.indices {
            columns[index].metadata = Metadata.named(columns[index].title.folded)
            // Of these tools only points have such names, and Microsoft's language stands before the first question.
            if let kind = columns[index].metadata, kind.isAskedAsWell, kind != .score,
                !(tool == .microsoftForms && columns[..<index].allSatisfy { $0.metadata != nil }) { columns[index].metadata = nil }
            guard columns[index].metadata == nil else { continue }
            if let (stem, row) = cut[index], rows[stem.folded, default: 0] > 1 {
                if let known = stems[stem.folded] {
                    questions[known].parts.append(.init(column: index, label: row))
                } else {
                    stems[stem.folded] = questions.count
                    questions.append(.init(title: Self.unnumbered(stem), parts: [.init(column: index, label: row)]))
                }
            } else {
                addQuestion(columns[index].title, index)
            }
        }
        noteRepeatedTitles()
    }

    private mutating func addQuestion(_ title: String, _ index: Int) {
        var name = Self.unnumbered(title)
        if name.isEmpty {
            name = "Column \(index + 1)"
            notes.append("column \(index + 1) has no title")
        }
        questions.append(.init(title: name, parts: [.init(column: index)]))
    }

    private mutating func noteRepeatedTitles() {
        var seen: Set<String> = []
        for question in questions where !seen.insert(question.title.folded).inserted {
            notes.append("two questions are called ‘\(question.title)’: both are kept, apart")
        }
    }

    /// `How much do you agree? [I feel welcome]`
    private static func grid(_ title: String) -> (stem: String, row: String)? {
        guard title.hasSuffix("]"), let open = title.range(of: " [")?.lowerBound ?? title.firstIndex(of: "["), open > title.startIndex else { return nil }
        let stem = title[..<open], row = title[open...].drop { $0 == " " || $0 == "[" }.dropLast()
        return stem.isEmpty || row.isEmpty ? nil : (String(stem).onOneLine, String(row).onOneLine)
    }

    // MARK: SurveyMonkey

    /// What stands below a question that has one column.
    private static let responseWords: Set<String> = ["response", "respuesta", "resposta", "réponse", "antwort", "risposta"]
    private static let typedWords: Set<String> = [
        "open-ended response", "respuesta abierta", "respuesta de composición abierta", "respuesta de texto abierto", "resposta em aberto",
        "réponse libre", "resposta aberta", "réponse ouverte", "offene antwort", "risposta aperta",
    ]

    private mutating func readSurveyMonkey(_ head: [[String]]) {
        var last: (title: String, isOpen: Bool)?, comments: [Question] = [], borrowed = ""
        for index in columns.indices {
            let title = columns[index].title.isEmpty ? borrowed : columns[index].title
            borrowed = ""
            let label = index < head[1].count ? head[1][index].onOneLine : ""
            columns[index].label = label
            if label.isEmpty, let kind = Metadata.named(title.folded) {
                columns[index].metadata = kind
                last = nil
                continue
            }
            let isResponse = Self.responseWords.contains(label.folded), isTyped = Self.typedWords.contains(label.folded)
            columns[index].isTyped = isTyped
            // Blank after the first cell of a group; some exports repeat the title.
            let continues = last.map { title.isEmpty || title.folded == $0.title.folded && !isResponse && !isTyped } ?? false
            if !title.isEmpty, let kind = Metadata.named(title.folded), !kind.isAskedAsWell { columns[index].metadata = kind }
            if columns[index].metadata == nil, Self.groupWords.contains(label.folded) {
                columns[index].metadata = .derived
                // The question itself stands in the next column, without a title.
                if !title.isEmpty { borrowed = title }
                continue
            }
            if columns[index].metadata != nil {
                last = nil
                continue
            }
            if continues, let question = questions.indices.last {
                if Self.commentWords.contains(label.folded) {
                    columns[index].isTyped = true
                    comments.append(.init(title: "\(questions[question].title) – \(label)", parts: [.init(column: index)]))
                } else if AnswerWords.isOther(label.folded) {
                    columns[index].isTyped = true
                    questions[question].typedOther = index
                } else {
                    questions[question].parts.append(.init(column: index, label: isResponse ? "" : label))
                }
            } else {
                questions += comments
                comments = []
                addQuestion(title, index)
                if !isResponse, !isTyped, label.folded != "nps score" { questions[questions.count - 1].parts[0].label = label }
                last = (title, true)
            }
        }
        questions += comments
        leaveOutContacts()
        noteRepeatedTitles()
    }

    /// Of detractors and promoters, which the tool tells from a number that stands beside it.
    private static let groupWords: Set<String> = ["nps group", "nps category"]
    /// What stands below a question whose other columns are options: words of one's own beside them.
    private static let commentWords: Set<String> = [
        "comment", "comments", "additional comments", "comentario", "comentarios", "comentário", "comentários", "commentaire", "commentaires", "kommentar",
    ]
    /// What the tool's question for a person's name and address asks, in its own words.
    private static let contactWords: [String: Metadata] = {
        let words: [Metadata: [String]] = [
            .name: ["name", "first name", "last name", "nombre", "nome", "nom"],
            .email: ["email address", "dirección de correo electrónico", "endereço de e-mail", "endereço de email", "adresse e-mail", "adresse électronique"],
            .location: [
                "company", "address", "address 2", "city/town", "state/province", "zip/postal code", "zip code", "postal code", "country", "phone number",
                "empresa", "dirección", "dirección 2", "ciudad/pueblo", "ciudad/localidad", "estado/provincia", "código postal", "cp/código postal", "país",
                "número de teléfono", "endereço", "endereço 2", "cidade/município", "cep/código postal", "número de telefone", "entreprise", "société",
                "adresse", "adresse 2", "ville", "état/province", "code postal", "pays", "numéro de téléphone",
            ],
        ]
        return Dictionary(words.flatMap { kind, names in names.map { ($0, kind) } }, uniquingKeysWith: { first, _ in first })
    }()

    /// Whole, since a town and a postal code beside each other find people as a name does.
    private mutating func leaveOutContacts() {
        for question in questions {
            let kinds = question.parts.map { Self.contactWords[$0.label.folded] }
            guard kinds.count(where: { $0 != nil }) > 1 else { continue }
            for (part, kind) in zip(question.parts, kinds) { if let kind { columns[part.column].metadata = kind } }
        }
    }

    // MARK: Qualtrics

    private mutating func readQualtrics(_ head: [[String]]) {
        let names = head[0]
        let importRow = Self.importRow(head)
        let texts = headerRows > 1 && importRow != 1 ? head[1] : names
        let imports = importRow.map { head[$0] } ?? []
        var bases: [String: Int] = [:]
        for index in columns.indices {
            let name = names[index], text = index < texts.count ? MarkdownText.unmarked(texts[index]) : name
            let imported = index < imports.count ? imports[index] : ""
            columns[index].title = text.isEmpty ? name : text
            if let kind = Metadata.named(name.folded) ?? Metadata.named(text.folded) {
                columns[index].metadata = kind
                continue
            }
            if name.contains("_DO") && (name.hasSuffix("_DO") || name.contains("_DO_")) || text.hasSuffix(" - Display Order") {
                columns[index].metadata = .other
                continue
            }
            if imported.contains("_NPS_GROUP\"") || imported.contains("_FILE_") {
                columns[index].metadata = imported.contains("_FILE_") ? .file : .derived
                continue
            }
            if let parts = Self.timing(text) ?? (imported.contains("\"ImportId\"") && !imported.contains("QID") ? .embedded : nil) {
                columns[index].metadata = parts
                continue
            }
            let isText = name.hasSuffix("_TEXT") || imported.contains("_TEXT\"")
            columns[index].isTyped = isText
            // The question's own number, where it is told: a name may be any, `climate_1` and `climate_2` two questions.
            let base = Self.question(imported) ?? Self.base(name)
            if let known = bases[base] ?? (isText ? bases[Self.base(name)] : nil) {
                if isText {
                    questions[known].typedOther = index
                    questions[known].selectsOther = true
                } else {
                    questions[known].parts.append(.init(column: index, label: text))
                }
            } else {
                bases[base] = questions.count
                let isWhole = base == name || Self.question(imported) != nil && !isText && !text.contains(" - ")
                questions.append(.init(title: text.isEmpty ? name : text, parts: [.init(column: index, label: isWhole ? "" : text)]))
            }
        }
        for index in questions.indices { cutStem(of: &questions[index]) }
        noteRepeatedTitles()
    }

    /// `Q5_3` → `Q5`, `Q5_3_TEXT` → `Q5`, `Q2#1_3` → `Q2#1`
    private static func base(_ name: String) -> String {
        var name = name[...]
        if name.hasSuffix("_TEXT") { name = name.dropLast(5) }
        if let mark = name.lastIndex(of: "_"), mark > name.startIndex, name[name.index(after: mark)...].utf8.allSatisfy(CellLooks.isDigit),
            name.index(after: mark) < name.endIndex { name = name[..<mark] }
        return String(name)
    }

    /// `{"ImportId":"QID3_1","choiceId":"1"}` → `QID3`
    private static func question(_ imported: String) -> String? {
        guard let start = imported.range(of: "\"QID")?.upperBound else { return nil }
        let digits = imported[start...].prefix { $0.isASCII && $0.isNumber || $0 == "#" }
        return digits.isEmpty ? nil : "QID" + digits
    }

    private static func timing(_ text: String) -> Metadata? {
        text.folded.hasPrefix("timing - ") || text.folded.hasPrefix("browser meta info") ? .duration : nil
    }

    /// `stem - row` in each of a question's columns: the stem once, the rows as labels.
    private func cutStem(of question: inout Question) {
        let selected = " - Selected Choice"
        let isTextAlone = question.parts.count == 1 && columns[question.parts[0].column].isTyped
        if question.parts.count == 1 {
            if question.title.hasSuffix(selected) { question.title.removeLast(selected.count) }
            if isTextAlone, question.title.hasSuffix(" - Text") { question.title.removeLast(7) }
            if !question.parts[0].label.isEmpty { question.parts[0].label = "" }
        } else {
            let labels = question.parts.map(\.label)
            // The last ` - ` up to which all agree.
            var stem = labels[0][...]
            for label in labels.dropFirst() { stem = stem.prefix(zip(stem, label).prefix { $0 == $1 }.count) }
            if let cut = stem.range(of: " - ", backwards: true) {
                question.title = String(stem[..<cut.lowerBound])
                for index in question.parts.indices { question.parts[index].label = String(labels[index][cut.upperBound...]).onOneLine }
                if question.title.hasSuffix(selected) { question.title.removeLast(selected.count) }
                for index in question.parts.indices where question.parts[index].label.hasPrefix("Selected Choice - ") {
                    question.parts[index].label.removeFirst(18)
                }
            } else {
                question.title = labels[0]
            }
        }
        question.title = Self.unnumbered(question.title.onOneLine)
    }

    // MARK: Titles

    /// `3. How welcome …`, `Q3: How welcome …` → `How welcome …`: the document numbers its questions itself.
    static func unnumbered(_ title: String) -> String {
        var rest = title[...]
        if let first = rest.first, "QqP".contains(first), rest.dropFirst().first?.isASCII == true, rest.dropFirst().first?.isNumber == true { rest = rest.dropFirst() }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count) else { return title }
        rest = rest.dropFirst(digits.count)
        guard let mark = rest.first, ".:)".contains(mark), rest.dropFirst().first == " " else { return title }
        let words = rest.dropFirst(2).drop { $0 == " " }
        return words.isEmpty ? title : String(words)
    }
}

extension StringProtocol {
    /// Foundation's, without Foundation.
    func range(of part: String, backwards: Bool = false) -> Range<Index>? {
        var found: Range<Index>?
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(part) {
                found = index..<self.index(index, offsetBy: part.count)
                if !backwards { return found }
            }
            index = self.index(after: index)
        }
        return found
    }
}
