/// What a column is that holds no answers: told by its name, in the languages that form tools write.
enum Metadata: String, CaseIterable {
    case time, started, email, username, name, ip, location, id, personID, duration, status, finished, progress, language, score, embedded, derived, file, other

    /// As it is said to people, in English.
    var words: String {
        switch self {
        case .time, .started: "times"
        case .email: "e-mail addresses"
        case .username: "user names"
        case .name: "names"
        case .ip: "IP addresses"
        case .location: "addresses and places"
        case .id, .personID: "identifiers"
        case .duration: "durations"
        case .status, .finished, .progress: "states of the responses"
        case .language: "languages"
        case .score: "points"
        case .embedded: "what the survey was given beforehand"
        case .derived: "what the tool works out from another question"
        case .file: "uploaded files"
        case .other: "what the tool adds"
        }
    }

    /// By a title that is no more than a label.
    /// - Parameter title: folded.
    static func named(_ title: String) -> Metadata? {
        if let known = names[title] { return known }
        for (ending, kind) in endings where title.hasSuffix(ending) { return kind }
        for (beginning, kind) in beginnings where title.hasPrefix(beginning) { return kind }
        return nil
    }

    /// What a question may ask for by the words in it, as its answers have to confirm: "Teachers know your name" does not.
    /// - Parameter title: folded.
    static func asked(_ title: String) -> Metadata? { parts.first { title.contains($0.0) }?.1 }

    /// Whether a form can ask it by one word as well: "Language", "Status".
    var isAskedAsWell: Bool {
        switch self {
        case .duration, .status, .finished, .progress, .language, .score, .other: true
        default: false
        }
    }

    /// Google's name for the time of a response.
    static let timestamps: Set<String> = [
        "timestamp", "marca temporal", "marca de tiempo", "carimbo de data/hora", "data/hora", "horodateur", "horodatage", "zeitstempel",
        "informazioni cronologiche", "tijdstempel", "tidsstämpel", "tidstämpel", "tidsstempel", "ประทับเวลา", "aikaleima", "sygnatura czasowa", "časové razítko",
        "časová pečiatka", "időbélyeg", "zaman damgası", "отметка времени", "позначка часу", "dấu thời gian", "タイムスタンプ", "时间戳记", "时间戳",
        "時間戳記", "타임스탬프", "طابع زمني", "חותמת זמן", "marca de temps", "lè", "ટાઇમસ્ટેમ્પ", "टाइमस्टैम्प", "marcă de timp", "χρονική σήμανση",
    ]

    private static let names: [String: Metadata] = {
        let words: [Metadata: [String]] = [
            .time: Array(timestamps) + [
                "completion time", "hora de finalización", "hora de conclusão", "hora de conclusión", "heure de fin", "end date", "enddate",
                "fecha de finalización", "data de término", "data final", "date de fin", "recordeddate", "recorded date", "submitted at",
                "submission date", "submission time", "date submitted", "fecha de envío", "data de envio", "date d'envoi", "created at",
                "完成时间", "完成時間", "وقت الاكتمال", "وقت الإكمال", "thời gian hoàn thành", "fertigstellungszeit", "abschlusszeit", "ora di completamento",
                "tijd van voltooien", "lè fini",
            ],
            .started: [
                "start time", "hora de inicio", "hora de início", "heure de début", "start date", "startdate", "fecha de inicio",
                "data de início", "data inicial", "date de début", "last modified time", "grade posted time", "hora de la última modificación",
                "hora da última modificação", "heure de la dernière modification", "date modified", "fecha de modificación",
                "开始时间", "開始時間", "上次修改时间", "وقت البدء", "وقت آخر تعديل", "thời gian bắt đầu", "thời gian sửa đổi lần cuối", "startzeit",
                "zeitpunkt der letzten änderung", "uhrzeit der letzten änderung", "ora di inizio", "begintijd", "lè kòmanse",
            ],
            .email: [
                "email address", "email", "e-mail", "e-mail address", "your email", "your email address", "recipientemail", "recipient email",
                "correo electrónico", "dirección de correo electrónico", "correo", "endereço de e-mail", "e-mail address:", "adresse e-mail",
                "adresse électronique", "courriel", "adresse de courriel", "adresse mail", "indirizzo email", "emailadresse", "imèl",
                "e-mail-adresse", "e-postadress", "e-mailadres", "电子邮件", "電子郵件", "电子邮件地址", "電子郵件地址", "邮箱", "メールアドレス", "이메일 주소", "이메일",
                "البريد الإلكتروني", "البريد الالكتروني", "عنوان البريد الإلكتروني", "địa chỉ email", "thư điện tử", "อีเมล", "adrès imèl",
            ],
            .username: ["username", "user name", "nombre de usuario", "nome de usuário", "nom d'utilisateur", "usuario", "user"],
            .name: [
                "name", "first name", "last name", "full name", "your name", "your full name", "recipientfirstname", "recipientlastname",
                "recipient first name", "recipient last name", "nombre", "apellido", "apellidos", "nombre completo", "nombre y apellido",
                "nombre y apellidos", "su nombre", "nome", "sobrenome", "nome completo", "seu nome", "nom", "prénom", "nom complet",
                "votre nom", "nom de famille", "surname", "family name", "given name", "respondent", "non", "siyati",
                "姓名", "名字", "名稱", "名称", "お名前", "氏名", "이름", "الاسم", "الاسم الكامل", "tên", "họ và tên", "họ tên", "vorname", "nachname", "familienname",
            ],
            .ip: ["ip address", "ipaddress", "ip", "dirección ip", "endereço ip", "endereço de ip", "adresse ip"],
            .location: [
                "locationlatitude", "locationlongitude", "location latitude", "location longitude", "latitude", "longitude", "latitud",
                "longitud", "address", "home address", "street address", "dirección", "endereço", "adresse", "zip", "zip code", "zipcode",
                "postal code", "postcode", "código postal", "code postal", "cep", "geolocation", "phone", "phone number", "telephone",
                "teléfono", "telefone", "téléphone", "celular", "mobile",
            ],
            .id: [
                "id", "respondent id", "respondentid", "collector id", "collectorid", "responseid", "response id", "response set",
                "responseset", "id del encuestado", "identificador del encuestado", "id do respondente", "identification du répondant",
                "id du répondant", "id del recopilador", "id do coletor", "identification du collecteur", "id du collecteur", "uuid", "guid",
                "session id", "sessionid", "record id", "row id", "_recordid", "_id", "المعرّف", "المعرف", "معرّف", "识别码", "mã", "mã số",
            ],
            .personID: [
                "externalreference", "externaldatareference", "external data reference", "external reference", "student id", "studentid",
                "staff id", "employee id", "family id", "household id", "id number", "student number", "lasid", "sasid",
            ],
            .duration: ["duration (in seconds)", "duration", "time spent", "time taken", "duración", "duração", "durée", "duración (en segundos)"],
            .status: ["status", "response type"],
            .finished: ["finished"],
            .progress: ["progress"],
            .language: ["userlanguage", "user language", "language", "q_language", "idioma", "langue", "lang"],
            .score: ["score", "total points", "quiz feedback", "puntuación", "pontuação", "score total", "total de puntos", "total de pontos", "sc0"],
            .other: [
                "distributionchannel", "distribution channel", "custom data 1", "custom data", "datos personalizados 1", "user agent",
                "useragent", "browser", "device", "referer", "referrer", "network id", "date created", "q_recaptchascore", "q_relevantidduplicate",
                "q_relevantidduplicatescore", "q_relevantidfraudscore", "q_relevantidlaststartdate", "q_duplicaterespondent", "q_ballotboxstuffing",
                "q_totalduration", "tags",
            ],
        ]
        return Dictionary(words.flatMap { kind, names in names.map { ($0, kind) } }, uniquingKeysWith: { first, _ in first })
    }()

    private static let endings: [(String, Metadata)] = [
        ("_nps_group", .derived), (" [score]", .score), (" [feedback]", .score), ("_browser", .other), ("_version", .other), ("_operating system", .other),
        ("_resolution", .other), ("_first click", .duration), ("_last click", .duration), ("_page submit", .duration), ("_click count", .duration),
    ]
    private static let beginnings: [(String, Metadata)] = [
        ("points - ", .score), ("feedback - ", .score), ("puntos - ", .score), ("comentarios - ", .score), ("pontos - ", .score),
        ("points – ", .score), ("custom data ", .other), ("recipient", .other),
    ]
    /// Questions whose answers find a person, however they are asked.
    private static let parts: [(String, Metadata)] = [
        ("email address", .email), ("e-mail address", .email), ("correo electrónico", .email), ("endereço de e-mail", .email),
        ("adresse e-mail", .email), ("adresse courriel", .email), ("phone number", .location), ("número de teléfono", .location),
        ("número de telefone", .location), ("numéro de téléphone", .location), ("home address", .location), ("mailing address", .location),
        ("zip code", .location), ("postal code", .location), ("código postal", .location), ("code postal", .location),
        ("your name", .name), ("teacher's email", .email), ("your email", .email), ("your e-mail", .email), ("full name", .name), ("child's name", .name), ("student's name", .name), ("student name", .name),
        ("nombre de su hijo", .name), ("nombre del estudiante", .name), ("nome do seu filho", .name), ("nome do aluno", .name),
        ("nom de votre enfant", .name), ("nom de l'élève", .name), ("first and last name", .name), ("date of birth", .location),
        ("fecha de nacimiento", .location), ("data de nascimento", .location), ("date de naissance", .location), ("birthday", .location),
        ("birth date", .location),
    ]
}

/// What a cell's text finds or dates: told by its looks.
enum CellLooks {
    static func email(_ text: String) -> Bool {
        guard let at = text.utf8.firstIndex(of: UInt8(ascii: "@")), text.utf8.count < 120 else { return false }
        let domain = text.utf8[text.utf8.index(after: at)...]
        guard at > text.utf8.startIndex, let dot = domain.lastIndex(of: UInt8(ascii: ".")), dot > domain.startIndex else { return false }
        return domain.distance(from: dot, to: domain.endIndex) > 2 && !text.utf8.contains { $0 <= 32 }
    }

    /// Also with a port, a network's length or an end that was left out: `203.0.113.5:443`, `203.0.113.0/24`, `203.0.113.x`.
    static func ip(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count >= 7, isDigit(first) || first == UInt8(ascii: "[") || text.utf8.contains(UInt8(ascii: ":")) else { return false }
        let whole = text.utf8.prefix { !"/%, ]".utf8.contains($0) }.drop { $0 == UInt8(ascii: "[") }
        let dotted = whole.prefix { $0 != UInt8(ascii: ":") }
        let parts = dotted.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if parts.count == 4 {
            let isCut = parts[3].count <= 3 && parts[3].allSatisfy { "xX*".utf8.contains($0) } && !parts[3].isEmpty
            return parts.prefix(isCut ? 3 : 4).allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(isDigit) }
        }
        let groups = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return groups.count >= 4 && groups.count <= 8 && whole.count >= 8
            && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy { isDigit($0) || ($0 | 32) >= 97 && ($0 | 32) <= 102 } }
            && groups.contains { $0.count > 2 }
    }

    /// Whether four numbers may be those of a section or a version, `1.2.3.4`.
    static func isSection(_ text: String) -> Bool {
        let numbers = text.split(separator: ".").map { Int($0) ?? 999 }
        return numbers.count == 4 && numbers[0] < 10 && numbers.allSatisfy { $0 <= 31 }
    }

    /// `42.19431, -73.36115` or one of the two.
    static func coordinate(_ text: String) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { part in
            let part = part.drop { $0 == " " || $0 == "-" || $0 == "+" }
            guard let dot = part.firstIndex(of: ".") else { return false }
            return part[..<dot].utf8.allSatisfy(isDigit) && (1...3).contains(part[..<dot].utf8.count)
                && part[part.index(after: dot)...].utf8.count >= 4 && part[part.index(after: dot)...].utf8.allSatisfy(isDigit)
        }
    }

    static func phone(_ text: String) -> Bool {
        let digits = text.utf8.count(where: isDigit)
        return (7...15).contains(digits) && text.utf8.allSatisfy { isDigit($0) || " +-.()/".utf8.contains($0) }
            && (digits >= 10 || text.utf8.contains { !isDigit($0) }) && !isDate(text)
    }

    /// Two or three words that begin with capitals, or a short word of a script without them: as people's names look; also
    /// `Núñez, Ana`.
    static func name(_ text: String) -> Bool {
        guard text.count <= 40, !text.utf8.contains(where: { ";?!@/:".utf8.contains($0) }), !AnswerWords.isOnAnyScale(text.folded) else { return false }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 2 && parts[1].first == " " && !parts[0].isEmpty else { return false }
        let words = text.split { $0 == " " || $0 == "," }
        let particles = ["de", "da", "do", "dos", "del", "la", "van", "von", "der", "al", "bin", "y", "e"]
        return (1...5).contains(words.count)
            && words.allSatisfy { $0.first!.isLetter && !$0.first!.isLowercase || $0.allSatisfy(\.isNumber) || particles.contains(String($0)) }
            && words.contains { $0.first!.isLetter }
    }

    /// A machine's name for a response: `R_3nAbc…`, a UUID, a long number.
    static func identifier(_ text: String) -> Bool {
        let bytes = text.utf8
        if bytes.count == 36, bytes.filter({ $0 == UInt8(ascii: "-") }).count == 4 { return true }
        if text.hasPrefix("R_"), (10...24).contains(bytes.count), !bytes.contains(32) { return true }
        return bytes.count >= 8 && bytes.allSatisfy(isDigit)
    }

    static func isDate(_ text: String) -> Bool { DateTimeParts(text) != nil }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
