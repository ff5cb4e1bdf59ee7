/// A column of a table that may be one of answers.
struct RawColumn {
    let title: String
    let cells: [String]
    private let words: String
    /// By its title.
    let name: Metadata?
    /// What its cells are, where nearly all of at least two are so.
    let looks: Metadata?
    /// With a mark of a question, or a row of a grid.
    let isQuestion: Bool
    /// Answers of a known scale.
    let isScale: Bool
    /// Whole numbers from 0 to 10 that come again.
    let isRating: Bool
    let isNumeric: Bool
    /// Nearly all cells differ.
    let isDistinct: Bool
    /// Sentences, of which nearly all differ.
    let isFreeText: Bool
    private let length: Int

    init(title: String, _ cells: [String]) {
        self.title = title.onOneLine
        self.cells = cells
        words = title.folded
        name = Metadata.named(words)
        looks = cells.count >= 2 ? ExportLayout.looks(cells) : nil
        isQuestion = title.contains { "?？؟".contains($0) } || self.title.hasSuffix("]") && self.title.contains("[") && self.title.contains(" ")
        let keys = Set(cells.map(\.folded))
        let own = keys.filter { !AnswerWords.apart.contains($0) && !AnswerWords.isOther($0) && !AnswerWords.noAnswer.contains($0) }
        isScale = cells.count >= 8 && keys.count < cells.count
            && (cells.count { AnswerWords.isOnAnyScale($0.folded) } * 10 >= cells.count * 8 || AnswerWords.scale(of: Array(own)) != nil)
        let numbers = cells.compactMap { Number($0)?.value }
        isNumeric = !cells.isEmpty && numbers.count * 10 >= cells.count * 9
        isRating = isNumeric && cells.count >= 8 && keys.count * 2 <= cells.count && numbers.allSatisfy { (0...10).contains($0) && $0 == $0.rounded() }
        isDistinct = cells.count >= 2 && keys.count * 100 >= cells.count * 95
        let size = cells.reduce(0) { $0 + $1.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 3 : 1) } }
        length = cells.isEmpty ? 0 : size / cells.count
        let spaces = cells.reduce(0) { $0 + $1.unicodeScalars.count { $0 == " " || $0 == "\n" || $0.value >= 0x2E80 } }
        isFreeText = cells.count >= 8 && looks == nil && !isNumeric && keys.count * 10 >= cells.count * 9 && length >= 15 && spaces >= cells.count * 2
    }

    /// Of what the title asks to be said freely.
    private var isComment: Bool { FreeText.mayAsk(words) }

    var isAskedText: Bool { isFreeText && (isQuestion || isComment) }

    /// Whether it looks like a question that a person answered.
    var asks: Bool { isQuestion || isScale || isAskedText || isSaid }

    /// Statements and questions without their mark.
    private var isSaid: Bool {
        words.split(separator: " ").count > 2
            && words.hasPrefix(anyOf: Self.beginnings)
    }
    private static let beginnings = [
        "i ", "my ", "we ", "our ", "how ", "what ", "which ", "why ", "do ", "does ", "did ", "is ", "are ", "have ", "would ", "please ", "rate ",
    ]

    /// Marked as a question, or with answers that only one can be.
    var isAnswered: Bool { isQuestion || isScale || isAskedText }

    private static let people = [
        "student", "child", "pupil", "parent", "guardian", "family", "household", "respondent", "participant", "estudiante", "alumno", "hijo", "aluno",
        "élève", "familia", "família", "famille",
    ]
    private var isOfPeople: Bool { Self.people.contains { words.contains($0) } }

    /// `Student name`
    var isNameOfPerson: Bool {
        isOfPeople && words.split(separator: " ").count <= 4 && !isQuestion && isDistinct && !isNumeric && hasNames
            || name == nil && !words.contains("school") && Metadata.asked(words) == .name && ExportLayout.confirm(.name, cells)
    }

    private var hasNames: Bool { cells.count(where: CellLooks.name) * 10 >= cells.count * 7 }

    private static let places = [
        "school", "elementary", "academy", "center", "centre", "park", "library", "street", "hall", "club", "room", "department", "program",
        "committee", "escuela", "escola", "école",
    ]

    /// `Name`, where no more than the cells tell whether it is a person's.
    var isNameByLooks: Bool {
        name == .name && isDistinct && hasNames
            && cells.count { cell in Self.places.contains { cell.folded.contains($0) } } * 10 < cells.count * 3
    }

    var findsPerson: Bool {
        looks == .email || name == .email && looks == nil && cells.contains(where: CellLooks.email) || (name == .username || name == .personID) && !cells.isEmpty
    }

    private static let posts: Set<String> = [
        "role", "position", "title", "job title", "post", "office", "department", "extension", "ext", "term", "term ends", "seat", "committee", "board", "staff", "subject",
        "cargo", "puesto", "rol", "función", "departamento", "fonction", "poste", "service", "phone", "telephone", "phone number", "office phone", "work phone",
        "teléfono", "telefone", "téléphone", "tel", "fax",
    ]
    /// What a directory of staff says.
    var isOfDirectory: Bool { Self.posts.contains(words) || looks == .location && name != .location && cells.contains(where: CellLooks.phone) }

    /// Words that are neither a person's name nor what finds one.
    var isOtherText: Bool { !cells.isEmpty && !isNumeric && looks == nil && name == nil }

    private static let counters: Set<String> = ["#", "no", "nr", "number", "n°", "nº", "row", "record", "response", "index", "n", "count"]

    /// A name of what the row is about, as a list of schools has: nearly all differ.
    func isLabel(of rows: Int) -> Bool {
        guard !title.isEmpty, rows >= 2, cells.count * 10 >= rows * 9, isDistinct, !isQuestion, !isComment, !isOfPeople, length <= 80 else { return false }
        guard name == nil || name == .location && !isNumeric, !Self.counters.contains(words) else { return false }
        switch looks {
        case nil: return true
        // A day is what a row of a calendar is about.
        case .started: return true
        default: return false
        }
    }
}

/// A table that may be one of answers.
struct RawTable {
    let columns: [RawColumn]
    /// Without the header.
    let rows: Int

    private static let questions: Set<String> = ["question", "question number", "pregunta", "pergunta", "indicator", "item", "measure"]
    private static let counts: Set<String> = ["answer", "response", "option", "count", "n", "percent", "respuesta", "resposta", "réponse", "group", "grupo", "groupe", "year"]

    /// Whether its rows are answers and their counts.
    private var isTabulated: Bool {
        let titles = columns.map { $0.title.folded }
        return titles.contains { Self.questions.contains($0) } && titles.contains { Self.counts.contains($0) }
    }

    func reason(isPage: Bool) -> String? {
        if !isPage, let ip = columns.first(where: { $0.looks == .ip || $0.name == .ip && !$0.cells.isEmpty }) {
            return "its column ‘\(ip.title)’ holds IP addresses"
        }
        guard rows >= 2 else { return nil }
        let isOfThings = columns.first.map { $0.isLabel(of: rows) } ?? false
        if let found = person(isOfThings, isPage: isPage) { return people(found) }
        guard !isOfThings, !isTabulated else { return nil }
        let answered = columns.filter(\.isAnswered)
        if !answered.isEmpty, let found = columns.first(where: { column in
            switch column.looks {
            case .time: rows >= 8 || answered.contains(where: \.isQuestion)
            case .location: column.cells.contains(where: CellLooks.coordinate)
            case .id: true
            default: false
            }
        }) { return people((found, found.looks!)) }
        // Without a column that finds anybody, the rows are people still where they answer.
        guard rows >= 8 else { return nil }
        let scales = columns.filter(\.isScale), texts = columns.filter(\.isAskedText)
        let isAnswers = scales.count >= 3 && scales.count * 2 >= columns.count { !$0.isNumeric && !$0.cells.isEmpty }
            || scales.count >= 2 && (!texts.isEmpty || columns.contains { $0.isQuestion || $0.isFreeText }) || !texts.isEmpty
            || columns.count(where: \.isQuestion) >= 2 && columns.contains { $0.isScale || $0.isRating }
        guard isAnswers else { return nil }
        let titles = (scales + texts + answered).prefix(2).map { "‘\($0.title.prefix(40))’" }
        return "it looks like raw answers, with one row a person (\(titles.count > 1 ? "columns" : "column") \(titles.joined(separator: ", ")))"
    }

    private func people(_ found: (column: RawColumn, kind: Metadata)) -> String {
        "it looks like raw answers, with one row a person (its column ‘\(found.column.title.prefix(60))’ holds \(found.kind.words))"
    }

    private func person(_ isOfThings: Bool, isPage: Bool) -> (RawColumn, Metadata)? {
        let answered = columns.filter { $0.isAnswered && !$0.findsPerson }
        let texts = columns.filter(\.isAskedText)
        let isDirectory = columns.contains(where: \.isOfDirectory) && answered.count <= 1 && texts.isEmpty
        guard !isDirectory, !(isOfThings && texts.isEmpty && answered.count < 2), !isTabulated || !texts.isEmpty else { return nil }
        let isMany = rows >= 8
        if let column = columns.first(where: \.findsPerson) {
            let kind = column.looks ?? column.name ?? .other
            let hasText = columns.contains { $0.isOtherText && !$0.findsPerson && !$0.isNameOfPerson }
            if !answered.isEmpty || !isPage && isMany && hasText { return (column, kind) }
        }
        if isMany, columns.count > 1, !isPage || !answered.isEmpty, let column = columns.first(where: \.isNameOfPerson) { return (column, .name) }
        let hasRatings = isMany && columns.count(where: \.isRating) >= 2
        if let column = columns.first(where: \.isNameByLooks), !answered.isEmpty || hasRatings { return (column, .name) }
        return nil
    }
}
