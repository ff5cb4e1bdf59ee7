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

    /// - Parameter shown: the title as it is told, where it is another.
    init(title: String, shown: String? = nil, _ cells: [String]) {
        self.title = shown ?? title.onOneLine
        self.cells = cells
        words = title.folded
        name = Metadata.named(words)
        looks = cells.count >= 2 ? ExportLayout.looks(cells) : nil
        let folded = title.folded, isShare = ["%", "percent", "favorable", "average"].contains { folded.contains($0) }
        isQuestion = !isShare && (Self.asks(self.title, words) || self.title.hasSuffix("]") && self.title.contains("[") && self.title.contains(" "))
        let keys = Set(cells.map(\.folded))
        let own = keys.filter { !AnswerWords.isApart($0) && !AnswerWords.isOther($0) && !AnswerWords.noAnswer.contains($0) }
        isScale = cells.count >= 8 && keys.count < cells.count
            && (cells.count { AnswerWords.isOnAnyScale($0.folded) } * 10 >= cells.count * 8 || AnswerWords.scale(of: Array(own)) != nil)
        let numbers = cells.compactMap { Number($0)?.value }
        isNumeric = !cells.isEmpty && numbers.count * 10 >= cells.count * 9
        isRating = isNumeric && cells.count >= 8 && keys.count * 2 <= cells.count && numbers.allSatisfy { (0...10).contains($0) && $0 == $0.rounded() }
        isCode = !cells.isEmpty && !Self.numbered.contains { folded.contains($0) }
            && cells.count { !$0.utf8.contains(32) && $0.utf8.count <= 40 && !$0.utf8.contains(UInt8(ascii: "@")) && $0.utf8.contains(where: CellLooks.isDigit) } * 10 >= cells.count * 9
        isDistinct = cells.count >= 2 && keys.count * 100 >= cells.count * 95
        let size = cells.reduce(0) { $0 + $1.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 3 : 1) } }
        length = cells.isEmpty ? 0 : size / cells.count
        let spaces = cells.reduce(0) { $0 + $1.unicodeScalars.count { $0 == " " || $0 == "\n" || $0.value >= 0x2E80 } }
        isFreeText = cells.count >= 8 && looks == nil && !isNumeric && keys.count * 10 >= cells.count * 9 && length >= 15 && spaces >= cells.count * 2
    }

    /// With a mark of a question, and more than "Vegetarian?" or "On track?" over a column of ticks.
    private static func asks(_ title: String, _ words: String) -> Bool {
        guard title.contains(where: { "?？؟".contains($0) }) else { return false }
        let parts = words.split { !$0.isLetter && $0 != "'" }
        return parts.count > 4 || title.contains("¿") || words.unicodeScalars.contains { $0.value >= 0x250 } || parts.contains { asking.contains(String($0)) }
    }
    private static let asking: Set<String> = [
        "why", "how", "what", "who", "which", "where", "when", "is", "are", "do", "does", "did", "can", "was", "were", "have", "has", "will", "would", "should", "your", "you", "por", "como", "o", "onde",
        "quem", "qual", "quais", "pourquoi", "comment", "où", "qui", "que", "quoi", "quel", "quelle", "est", "vous", "votre", "vos", "você", "seu", "sua", "se", "ou", "nou", "bạn", "anh", "chị", "poukisa", "kijan", "kisa", "ki", "èske",
    ]

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

    /// A number or a mark of a record, not its name: `17`, `A017`, `F-17`, `k3f2a1`.
    private let isCode: Bool

    private static let people = [
        "student", "child", "pupil", "parent", "guardian", "family", "household", "respondent", "participant", "estudiante", "alumno", "hijo", "aluno",
        "élève", "familia", "família", "famille", "学生", "學生", "家长", "الطالب", "học sinh", "elèv",
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
        name == .name && isDistinct && hasNames && !isOfPlaces
    }
    private var isOfPlaces: Bool { cells.count { cell in Self.places.contains { cell.folded.contains($0) } } * 10 >= cells.count * 3 }

    var findsPerson: Bool {
        looks == .email || name == .email && looks == nil && cells.contains(where: CellLooks.email) || (name == .username || name == .personID) && !cells.isEmpty
    }

    private static let posts: Set<String> = [
        "role", "position", "title", "job title", "post", "office", "department", "extension", "ext", "term", "term ends", "seat", "committee", "board", "staff", "subject", "adviser", "advisor", "club", "employee", "grade or subject",
        "cargo", "puesto", "rol", "función", "departamento", "fonction", "poste", "service", "phone", "telephone", "phone number", "office phone", "work phone",
        "teléfono", "telefone", "téléphone", "tel", "fax",
    ]
    /// The two columns of a person's name.
    static let halves: Set<String> = [
        "first", "last", "first name", "last name", "firstname", "lastname", "given name", "family name", "surname", "nombre", "nombres", "apellido", "apellidos", "nome", "sobrenome", "prénom", "nom",
        "nom de famille", "student first name", "student last name", "parent first name", "parent last name", "non", "siyati",
    ]
    /// `Grade`, a small number that is no amount.
    var isGrade: Bool { ["grade", "grado", "grade level", "year", "age", "série", "ano", "niveau", "klas", "学年", "年级"].contains(words) }
    /// A number under which a child or a family is known.
    var isNumberOfChild: Bool {
        name == .personID && ["student", "family", "household", "lasid", "sasid"].contains { words.contains($0) } && isDistinct
    }

    /// What a directory of staff says.
    var isOfDirectory: Bool { Self.posts.contains(words) || looks == .location && name != .location && cells.contains(where: CellLooks.phone) }

    /// Names of people, also where they come again.
    var isOfNames: Bool { (name == .name || isOfPeople && words.split(separator: " ").count <= 3) && hasNames && !isOfPlaces }

    private static let secrets: Set<String> = [
        "dob", "date of birth", "birth date", "birthdate", "birthday", "birthdays", "home address", "guardian", "guardians", "guardian name", "parent/guardian", "iep", "504", "504 plan", "free lunch",
        "free/reduced lunch", "allergies", "allergy", "medication", "medications", "diagnosis", "disability", "fecha de nacimiento", "alergias", "tutor", "data de nascimento",
        "date de naissance", "allergies alimentaires", "emergency contact",
    ]
    /// What is written of children and families only, beside their names.
    var isSecret: Bool { Self.secrets.contains(words) && !cells.isEmpty && !isNumeric }

    private static let plans: Set<String> = [
        "goal", "objective", "outcome", "action", "action step", "strategy", "priority", "owner", "lead", "responsible", "status", "on track?", "on track", "progress", "measure", "target", "milestone",
        "deadline", "due", "due date", "meta", "objetivo", "responsable", "estado", "responsável", "objectif", "priorité", "prioridad", "prioridade", "evidence", "next steps",
    ]
    var isOfPlan: Bool { Self.plans.contains(words) }

    private static let events = [
        "where", "location", "place", "room", "event", "opponent", "sport", "venue", "building", "field", "gym", "dónde", "lugar", "evento", "sala", "local", "lieu", "salle", "menu", "lunch", "breakfast", "agenda",
    ]
    /// Of a calendar, of bookings, of a menu.
    var isOfEvent: Bool { words.split(separator: " ").count <= 2 && Self.events.contains { words.hasPrefix($0) } }

    private static let motions = ["motion", "vote", "article", "resolution", "warrant", "moción", "moção"]
    /// Of what members of a board voted on.
    var isOfVotes: Bool { Self.motions.contains { words.hasPrefix($0) } || cells.contains { ["abstain", "abstained", "aye", "nay", "abstención"].contains($0.folded) } }

    /// Yes and no, and what stands between.
    var isYesNo: Bool { isScale && cells.allSatisfy { AnswerWords.rank($0.folded, on: .yesNo) != nil || ["absent", "abstain", "present", "recused"].contains($0.folded) } }

    /// `Q1`, `q2_3`
    var isNumberedQuestion: Bool {
        words.first == "q" && words.dropFirst().first?.isNumber == true && words.dropFirst().allSatisfy { $0.isNumber || $0 == "_" || $0 == "." }
    }
    /// Whether its words could only be rated by a person.
    var isStatement: Bool { isQuestion || isSaid }

    var numbersResponses: Bool { isCode && ["response", "respondent", "participant", "submission", "entry", "respuesta", "resposta", "réponse"].contains(words) }
    /// Numbers of those who answered, which some tools make as long as a phone's.
    var isOfRespondents: Bool { name == .id && words.contains("respond") && isDistinct }

    /// Words that are neither a person's name nor what finds one.
    var isOtherText: Bool { !cells.isEmpty && !isNumeric && looks == nil && name == nil }

    private static let counters: Set<String> = [
        "#", "no", "nr", "number", "n°", "nº", "row", "record", "response", "index", "n", "count", "entry", "submission", "submission #", "token", "key", "code", "form", "序号", "nº de respuesta",
    ]
    /// Of what a number is the name.
    private static let numbered = [
        "objective", "goal", "outcome", "section", "standard", "article", "policy", "account", "course", "bill", "route", "bus", "stop", "room", "year", "date", "day", "week", "month", "motion",
        "objetivo", "meta", "action", "item", "school", "class", "isbn", "time", "version",
    ]
    /// Whether it numbers the rows, and their names may stand in the next column.
    var isCodeOfRows: Bool { isCode || Self.counters.contains(words) }

    /// A name of what the row is about, as a list of schools has: nearly all differ.
    func isLabel(of rows: Int) -> Bool {
        guard !title.isEmpty, rows >= 2, cells.count * 10 >= rows * 9, isDistinct, !isQuestion, !isComment, !isOfPeople, length <= 80 else { return false }
        guard name == nil || name == .location && !isNumeric, !isCodeOfRows else { return false }
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
    /// Whether what stands beside the answers comes again and again, as grades and schools of people do.
    let repeats: Bool

    private static let questions: Set<String> = ["question", "question number", "pregunta", "pergunta", "indicator", "item", "measure"]
    private static let counts: Set<String> = ["answer", "response", "option", "count", "n", "percent", "respuesta", "resposta", "réponse", "group", "grupo", "groupe", "year"]

    /// Whether its rows are answers and their counts.
    private var isTabulated: Bool {
        let titles = columns.map { $0.title.folded }
        return titles.contains { Self.questions.contains($0) } && titles.contains { Self.counts.contains($0) }
    }

    /// What each row is about.
    private var label: RawColumn? {
        guard let column = columns.firstIndex(where: { !$0.isCodeOfRows }), column == 0 || !columns[column].isFreeText else { return nil }
        return columns[column].isLabel(of: rows) ? columns[column] : nil
    }

    private var isOfPlan: Bool { columns.count(where: \.isOfPlan) > 1 }
    private var isOfVotes: Bool {
        let scales = columns.filter(\.isScale)
        return !scales.isEmpty && scales.allSatisfy(\.isYesNo) && scales.count(where: \.isOfVotes) * 2 >= scales.count && !columns.contains(where: \.isQuestion)
    }
    var isOfEvents: Bool {
        columns.contains(where: \.isOfEvent) && columns.allSatisfy { !$0.isScale || $0.isYesNo } && !columns.contains { $0.isAskedText || $0.findsPerson }
    }

    /// Whether somebody was asked: of rooms, places and meals, more than yes or no.
    var asks: Bool { columns.contains { $0.asks && !($0.isYesNo && !$0.isStatement && isOfEvents) } }

    func reason(isPage: Bool) -> String? {
        if let ip = columns.first(where: { $0.looks == .ip || $0.name == .ip && $0.cells.contains(where: CellLooks.ip) }) {
            return "its column ‘\(ip.title)’ holds IP addresses"
        }
        guard rows >= 2 else { return nil }
        if columns.count == 1 {
            guard let only = columns.first, only.isAskedText else { return nil }
            return "its column ‘\(only.title.prefix(60))’ looks like what people wrote"
        }
        if rows >= 3, let secret = columns.first(where: \.isSecret), columns.contains(where: { $0.isOfNames || $0.findsPerson }) {
            return "its column ‘\(secret.title.prefix(60))’ stands beside names of people"
        }
        guard !isOfPlan, !isOfVotes else { return nil }
        let texts = columns.filter(\.isAskedText), scales = columns.filter(\.isScale)
        // Where people say why beside what they chose, no column of names makes things of them.
        let saysWhy = texts.contains { text in columns.contains { $0.title != text.title && ($0.isQuestion || $0.isScale && !$0.isYesNo) } }
        let isOfThings = label != nil && !saysWhy
        if let found = person(isOfThings, isPage: isPage) { return people(found) }
        guard !isOfThings, !isTabulated else { return nil }
        let answered = columns.filter(\.isAnswered)
        if !answered.isEmpty, !isOfEvents, let found = columns.first(where: { column in
            switch column.looks {
            case .time: rows >= 8 || answered.contains(where: \.isQuestion)
            case .id: true
            case .location where column.cells.contains(where: CellLooks.coordinate): true
            default: column.isOfRespondents
            }
        }) { return people((found, found.isOfRespondents ? .id : found.looks!)) }
        // Without a column that finds anybody, the rows are people still where they answer.
        guard rows >= 8, !isOfEvents else { return nil }
        let rated = columns.filter { $0.isRating && ($0.isStatement || $0.isNumberedQuestion) }
        let isAnswers = scales.count >= 3 && scales.count * 2 >= columns.count { !$0.isNumeric && !$0.cells.isEmpty }
            || scales.count >= 2 && (!texts.isEmpty || columns.contains { $0.isQuestion || $0.isFreeText }) || !texts.isEmpty
            || columns.count(where: \.isQuestion) >= 2 && columns.contains { $0.isScale || $0.isRating }
            || columns[0].numbersResponses && columns.count(where: \.isRating) > 1
            || rated.count > 2 && rated.count * 2 > columns.count || repeats && (scales.contains { !$0.isYesNo } || rated.count > 1)
        guard isAnswers else { return nil }
        var seen: Set<String> = []
        let titles = (scales + texts + answered + rated + columns.filter(\.isRating)).map { "‘\($0.title.prefix(40))’" }.filter { seen.insert($0).inserted }.prefix(2)
        return "it looks like raw answers, with one row a person (\(titles.count > 1 ? "columns" : "column") \(titles.joined(separator: ", ")))"
    }

    private func people(_ found: (column: RawColumn, kind: Metadata)) -> String {
        "it looks like raw answers, with one row a person (its column ‘\(found.column.title.prefix(60))’ holds \(found.kind.words))"
    }

    private func person(_ isOfThings: Bool, isPage: Bool) -> (RawColumn, Metadata)? {
        // Ticks beside the name of a thing say what it has.
        let answered = columns.filter { $0.isAnswered && !$0.findsPerson && !(isOfThings && $0.isYesNo && !$0.isQuestion) }
        let texts = columns.filter(\.isAskedText)
        let isDirectory = columns.contains(where: \.isOfDirectory) && answered.count <= 1 && texts.isEmpty
        guard !isDirectory, !(isOfThings && texts.isEmpty && answered.count < 2), !isTabulated || !texts.isEmpty else { return nil }
        let isMany = rows >= 8
        if let column = columns.first(where: \.findsPerson) {
            let kind = column.looks ?? column.name ?? .other
            let hasText = columns.contains { $0.isOtherText && !$0.findsPerson && !$0.isNameOfPerson }
            if !answered.isEmpty || !isPage && isMany && (hasText || column.isNumberOfChild) { return (column, kind) }
        }
        if isMany, columns.count > 1, !isPage || !answered.isEmpty, let column = columns.first(where: \.isNameOfPerson) { return (column, .name) }
        let hasRatings = isMany && columns.count(where: \.isRating) >= 2
        if let column = columns.first(where: \.isNameByLooks), !answered.isEmpty || hasRatings { return (column, .name) }
        return nil
    }
}

extension RawTable {
    /// - Parameter rows: the header first.
    init(_ rows: [[String]]) {
        var columns = rows[0].indices.map { column in
            RawColumn(title: rows[0][column], rows.dropFirst().compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil })
        }
        // A person's first and last name are one: either alone comes again.
        let halves = columns.indices.filter { RawColumn.halves.contains(rows[0][$0].folded) }
        if halves.count > 1, let first = halves.first {
            let names = rows.dropFirst().compactMap { row in
                let parts = halves.prefix(2).compactMap { $0 < row.count && !row[$0].isEmpty ? row[$0] : nil }
                return parts.isEmpty ? nil : parts.joined(separator: " ")
            }
            columns[first] = RawColumn(title: "Name", shown: halves.prefix(2).map { rows[0][$0].onOneLine }.joined(separator: ", "), names)
            columns.remove(at: halves[1])
        }
        // Of whom rows tell, beside what was answered.
        let others = columns.filter { !$0.isScale && !$0.isRating && !$0.isStatement && !$0.isCodeOfRows && !$0.isAskedText }
        var repeats = false
        if rows.count > 8, others.allSatisfy({ $0.cells.count * 10 >= (rows.count - 1) * 8 && !$0.isNumeric || $0.isRating || $0.isGrade }), columns.count < 200 {
            let places = others.compactMap { other in rows[0].firstIndex { $0.onOneLine == other.title } }
            let keys = Set(rows.dropFirst().map { row in places.map { $0 < row.count ? row[$0] : "" } })
            repeats = keys.count * 2 <= rows.count - 1
        }
        self.init(columns: columns, rows: rows.count - 1, repeats: repeats)
    }
}
