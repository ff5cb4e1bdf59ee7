/// What words or runs of words mean, without case and accents.
struct WordTable<Value: Sendable>: Sendable {
    private var entries: [String: [(words: [String], value: Value)]] = [:]

    /// Each value with its words, parted by commas.
    init(_ rows: [(Value, String)]) {
        for (value, phrases) in rows {
            for phrase in phrases.split(separator: ",") {
                let words = phrase.split(separator: " ").map(String.init)
                entries[words[0], default: []].append((words, value))
            }
        }
        for first in entries.keys { entries[first]?.sort { $0.words.count > $1.words.count } }
    }

    var firstWords: Set<String> { Set(entries.keys) }

    /// Every word of the entries whose value is wanted.
    func words(where isWanted: (Value) -> Bool) -> Set<String> {
        Set(entries.values.joined().filter { isWanted($0.value) }.flatMap(\.words))
    }

    /// The longest entry that stands at a token, and where the text goes on; hyphens may stand between its words.
    func match(_ tokens: [DateToken], at start: Int) -> (value: Value, next: Int)? {
        guard start < tokens.count, let first = tokens[start].word, let candidates = entries[first] else { return nil }
        for (words, value) in candidates {
            var next = start + 1
            let isWhole = words.dropFirst().allSatisfy { word in
                if next + 1 < tokens.count, tokens[next].isDash, tokens[next].isGlued { next += 1 }
                guard next < tokens.count, tokens[next].word == word else { return false }
                next += 1
                return true
            }
            if isWhole { return (value, next) }
        }
        return nil
    }
}

/// The words of dates, in English, Spanish, Portuguese and French.
package enum DateVocabulary {
    /// What comes before a date and says how it is meant.
    enum Lead: Sendable {
        case by, before, purpose, between, about, filler, weekday, calendarYear
        case part(Part)
    }

    enum Part: Sendable { case start, early, middle, late, end }
    enum Kind: Sendable { case school, fiscal }
    enum Qualifier: Sendable { case ongoing, recurring }

    static let leads = WordTable<Lead>([
        (.by, "by,no later than,not later than,due,due by,due on,due date,deadline,on or before,at the latest,at latest"),
        (.by, "a mas tardar,a mas tardar en,no mas tarde de,no mas tarde que,fecha limite,en o antes de"),
        (.by, "ate,o mais tardar,no maximo ate,no mais tardar,o mais tardar em,prazo,data limite,d ici,au plus tard,date limite,echeance"),
        (.before, "before,prior to,ahead of,antes de,antes del,antes do,antes da,previo a,avant"),
        (.purpose, "para,pour"),
        (.between, "between,entre"),
        (.about, "around,about,circa,approximately,approx,roughly,tentatively,hacia,alrededor de,aproximadamente,por volta de"),
        (.about, "cerca de,vers,environ,aux environs de,en torno a"),
        (.filler, "the,of,in,on,at,el,la,los,las,del,de,en,a,le,les,du,des,d,l,em,o,os,as,no,na,do,da,ao,aos"),
        (.filler, "month,mes,mois,year,ano,annee,an"),
        (.calendarYear, "calendar year,ano natural,ano civil,ano calendario,annee civile"),
        (.weekday, "monday,tuesday,wednesday,thursday,friday,saturday,sunday,mon,tue,tues,wed,thu,thur,thurs,fri,sat,sun"),
        (.weekday, "lunes,martes,miercoles,jueves,viernes,sabado,domingo,lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche"),
        (.weekday, "segunda feira,terca feira,quarta feira,quinta feira,sexta feira"),
        (.part(.start), "start of,beginning of,opening of,inicio de,inicio del,inicio do,comienzo de,comienzo del,principio de"),
        (.part(.start), "principio del,comeco de,comeco do,inicio da,debut de,debut du,debut d"),
        (.part(.early), "early,early in,principios,inicios,comienzos,debut"),
        (.part(.middle), "mid,middle of,mediados,meados,mi,milieu"),
        (.part(.late), "late,later in"),
        (.part(.end), "end,close of,conclusion of,finales,fines,finais,fin,fim,final de,final del,final do,final da,year end,yearend"),
    ])

    static let months = WordTable<Int>([
        (1, "january,jan,enero,ene,janeiro,janvier,janv"), (2, "february,feb,febrero,fevereiro,fev,fevrier,fevr"),
        (3, "march,mar,marzo,marco,mars"), (4, "april,apr,abril,abr,avril,avr"), (5, "may,mayo,maio,mai"),
        (6, "june,jun,junio,junho,juin"), (7, "july,jul,julio,julho,juillet,juil"), (8, "august,aug,agosto,ago,aout"),
        (9, "september,sept,sep,septiembre,setiembre,setembro,set,septembre"), (10, "october,oct,octubre,outubro,out,octobre"),
        (11, "november,nov,noviembre,novembro,novembre"), (12, "december,dec,diciembre,dic,dezembro,dez,decembre"),
    ])

    /// The names of days and months, without case and accents.
    package static let dayAndMonthNames = months.words { _ in true }.union(leads.words { if case .weekday = $0 { true } else { false } })

    static let seasons = WordTable<Season>([
        (.spring, "spring,springtime,primavera,printemps"), (.summer, "summer,summertime,verano,verao,ete"),
        (.fall, "fall,autumn,otono,outono,automne"), (.winter, "winter,wintertime,invierno,inverno,hiver"),
    ])

    static let yearKinds = WordTable<Kind>([
        (.school, "school year,schoolyear,academic year,sy,ano escolar,ano lectivo,ano letivo,ano academico,curso,curso escolar"),
        (.school, "curso academico,ciclo escolar,ciclo lectivo,periodo escolar,annee scolaire,annee academique"),
        (.fiscal, "fy,fiscal year,ano fiscal,ejercicio,ejercicio fiscal,exercicio,exercicio fiscal,exercice,annee fiscale"),
    ])

    static let ordinals = WordTable<Int>([
        (1, "first,primer,primero,primera,primeiro,primeira,premier,premiere"), (2, "second,segundo,segunda,deuxieme"),
        (3, "third,tercer,tercero,terceiro,troisieme"), (4, "fourth,cuarto,quarto,quatrieme"),
    ])

    /// Parts of a year by their length in months.
    static let yearParts = WordTable<Int>([(3, "quarter,trimestre"), (6, "half,semester,semestre,mitad,metade,moitie")])

    static let qualifiers = WordTable<Qualifier>([
        (.ongoing, "ongoing,on going,continuing,continuous,continuously,continual,continually,onward,onwards,beyond"),
        (.ongoing, "permanente,permanentemente,continuo,continua,continuamente,en curso,en adelante,mas alla"),
        (.ongoing, "em curso,em andamento,em diante,continuado,en cours,en continu,continu,permanent,au dela"),
        (.recurring, "recurring,recurrent,recurrently,recurrente,recorrente,recurrentes,repeating,se repite"),
    ])

    /// The words that a date may begin with; all others are passed over at once.
    static let opening = leads.firstWords.union(months.firstWords).union(seasons.firstWords).union(yearKinds.firstWords)
        .union(ordinals.firstWords).union(["q", "t"])

    static let of: Set = ["of", "de", "del", "do", "da", "du", "d"]
    static let joiners: Set = ["and", "y", "e", "et", "or", "o", "ou", "plus"]
    static let through: Set = ["to", "through", "thru", "until", "till", "hasta", "al", "a", "ate", "ao", "au"]
    /// Words short enough to be others ("set goals", "out of"), which need a sign or an "of" to be months.
    static let doubtfulMonths: Set = ["set", "out"]
    static let dayEndings: Set = ["st", "nd", "rd", "th", "er", "ro", "o", "re"]
    static let terms: Set = ["semester", "term", "trimester", "quarter", "session", "season", "semestre", "trimestre"]
    /// Words after which a number may be a year.
    static let yearPrepositions: Set = [
        "in", "by", "of", "since", "from", "to", "until", "till", "through", "during", "for", "the", "year", "en", "de", "del", "desde",
        "hasta", "para", "el", "durante", "ano", "em", "do", "da", "ate", "depuis", "annee", "an", "pour", "and", "y", "e", "et", "a",
    ]
    /// Nouns after which a number that looks like a year was a count.
    static let counted: Set = [
        "students", "pupils", "learners", "teachers", "families", "people", "children", "dollars", "households", "respondents",
        "responses", "words", "hours", "euros", "pesos", "reais", "alumnos", "alumnas", "estudiantes", "familias", "personas", "docentes",
        "alunos", "estudantes", "pessoas", "eleves", "familles", "personnes", "enseignants", "palabras", "horas", "mots",
    ]
}
