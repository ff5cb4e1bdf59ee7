import Publication

/// By which words a text counts people, in one language, as `Word.key` has them.
struct CountWords: Sendable {
    /// From 1 to 20.
    let numbers: [String: Int]
    /// Words for 1 that mostly count nothing: `una`.
    let articles: Set<String>
    /// Before and behind other numbers, in `two hundred`, `treinta y dos`.
    let tens: Set<String>
    /// Between two numbers that are a range, a share, or one: `1 to 9`, `one in nine`, `treinta y dos`.
    let joiners: Set<String>
    /// Those who answer a survey, and what each of them gives once.
    let people: Set<String>
    /// Of these, what has no plural, or stands before other nouns: `staff meetings`.
    let collective: Set<String>
    /// Behind those, still people: `staff members`.
    let members: Set<String>
    /// What people who answer a survey have done, and what may stand before it.
    let verbs: Set<String>
    let fillers: Set<String>
    /// Behind one person, beside verbs: `one student in grade 5`.
    let followers: Set<String>
    /// Between a count and those whom it is part of: `two of our families`, `2 out of 9`.
    let of: Set<String>
    let out: Set<String>
    let determiners: Set<String>
    /// Before a number that is a bound or an example: `at least`.
    let bounds: Set<String>
    /// Before `of` or its like, where it compares or says how people were put together: `menos de`, `groups of`.
    let comparing: Set<String>
    /// Behind people who are counted anew for each of something: `one person from every household`.
    let each: Set<String>
    /// Before a number that is a name: `grade 5`.
    let labels: Set<String>
    /// Whether what tells more of people stands before them: `two Spanish-speaking families`.
    let isAdjectiveFirst: Bool

    static func of(_ language: LanguageTag) -> CountWords? { byLanguage[language.language] }

    private init(
        numbers: String, articles: String = "", tens: String, joiners: String, people: String, collective: String = "", members: String = "",
        verbs: String, fillers: String, followers: String, of: String, out: String, determiners: String, bounds: String, comparing: String,
        each: String, labels: String, isAdjectiveFirst: Bool = false
    ) {
        let values = numbers.split(separator: ",").enumerated().flatMap { place, words in CountWords.keys(words).map { ($0, place + 1) } }
        self.numbers = Dictionary(values, uniquingKeysWith: { first, _ in first })
        self.articles = CountWords.keys(articles)
        self.tens = CountWords.keys(tens)
        self.joiners = CountWords.keys(joiners)
        self.people = CountWords.keys(people).union(CountWords.keys(collective))
        self.collective = CountWords.keys(collective)
        self.members = CountWords.keys(members)
        self.verbs = CountWords.keys(verbs)
        self.fillers = CountWords.keys(fillers)
        self.followers = CountWords.keys(followers)
        self.of = CountWords.keys(of)
        self.out = CountWords.keys(out)
        self.determiners = CountWords.keys(determiners)
        self.bounds = CountWords.keys(bounds)
        self.comparing = CountWords.keys(comparing)
        self.each = CountWords.keys(each)
        self.labels = CountWords.keys(labels)
        self.isAdjectiveFirst = isAdjectiveFirst
    }

    private static func keys(_ text: some StringProtocol) -> Set<String> { Set(Word.words(of: Array(text.utf8)).map(\.key)) }

    private static let byLanguage: [String: CountWords] = [
        "en": CountWords(
            numbers: """
                one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen,twenty
                """,
            tens: "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen", joiners: "to and in of",
            people: """
                people person respondent participant household family student pupil parent teacher guardian caregiver child children resident neighbor \
                neighbour adult employee volunteer mother father boy girl comment response mention
                """,
            collective: "staff community personnel", members: "member people person",
            verbs: """
                said say told wrote asked answered agreed agree disagreed disagree felt feel named mentioned chose reported called wanted want thought think \
                described raised left gave spoke replied responded shared noted complained explained declined skipped marked believe believed did
                """,
            fillers: "also even strongly only", followers: "who that with in from at was were is are has had", of: "of", out: "out",
            determiners: "the our these those all its their", bounds: "than least most under below above every each per even not no",
            comparing: "group class team pair", each: "each every per any time",
            labels: """
                grade year question age school goal objective outcome section part step page number chapter level room week class unit day item table \
                figure route ward district precinct january february march april may june july august september october november december
                """,
            isAdjectiveFirst: true),
        "es": CountWords(
            numbers: "uno,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,trece,catorce,quince,dieciséis,diecisiete,dieciocho,diecinueve,veinte",
            articles: "un una", tens: "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil", joiners: "a y en de",
            people: """
                persona encuestado encuestada participante hogar hogares familia estudiante alumno alumna padre madre tutor tutora tutores maestro maestra \
                docente profesor profesora profesores niño niña residente vecino vecina adulto adulta empleado empleada comentario mención menciones
                """,
            members: "miembro socio socia afiliado",
            verbs: """
                dijo dijeron dice dicen escribió escribieron preguntó preguntaron pidió pidieron respondió respondieron contestó contestaron mencionó \
                mencionaron eligió eligieron nombró nombraron sintió sintieron opinó opinaron contó contaron explicó explicaron señaló señalaron
                """,
            fillers: "nos se también solo", followers: "", of: "de", out: "entre", determiners: "las los la el nuestras nuestros esas esos estas estos",
            bounds: "menos máximo mínimo hasta cada por ni", comparing: "menos más grupo", each: "cada por vez",
            labels: "grado año pregunta edad escuela meta objetivo resultado sección parte paso página número capítulo nivel sala semana clase tabla"),
        "pt": CountWords(
            numbers: "hum,dois duas,três,quatro,cinco,seis,sete,oito,nove,dez,onze,doze,treze,catorze quatorze,quinze,dezesseis,dezessete,dezoito,dezenove,vinte",
            articles: "um uma", tens: "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento mil", joiners: "a e em de",
            people: """
                pessoa respondente participante domicílio lar lares família estudante aluno aluna pai mãe responsável responsáveis professor professora \
                professores criança morador moradora moradores vizinho vizinha adulto adulta funcionário funcionária servidor servidora comentário menção menções
                """,
            members: "membro sócio sócia associado associada",
            verbs: """
                disse disseram diz dizem escreveu escreveram perguntou perguntaram pediu pediram respondeu responderam mencionou mencionaram escolheu \
                escolheram citou citaram sentiu sentiram opinou opinaram contou contaram explicou explicaram
                """,
            fillers: "nos se também só", followers: "", of: "de das dos da do", out: "entre dentre", determiners: "as os a o nossas nossos essas esses estas estes",
            bounds: "menos máximo mínimo até cada por nem", comparing: "menos mais grupo", each: "cada por vez",
            labels: "série ano pergunta idade escola meta objetivo resultado seção parte passo página número capítulo nível sala semana turma tabela"),
        "fr": CountWords(
            numbers: "x,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize",
            articles: "un une", tens: "vingt trente quarante cinquante soixante cent mille", joiners: "à et sur de",
            people: """
                personne répondant répondante participant participante ménage foyer famille élève étudiant étudiante parent enseignant enseignante enfant \
                résident habitant voisin adulte employé employée commentaire mention
                """,
            members: "membre adhérent adhérente",
            verbs: "dit disent écrit demandé répondu mentionné choisi nommé expliqué signalé", fillers: "nous a ont aussi", followers: "", of: "de des d",
            out: "parmi", determiners: "les nos ces", bounds: "moins chaque par ni", comparing: "moins plus groupe", each: "chaque par fois",
            labels: "année question âge école but objectif résultat section partie étape page numéro chapitre niveau salle semaine classe tableau"),
    ]
}
