/// Finds how often something happens: "twice a month", "cada dos años", "annuellement".
struct RecurrenceReader {
    typealias Recurrence = DatePhrase.Recurrence

    let tokens: [DateToken]

    struct Found {
        let recurrence: Recurrence
        let isDoubtful: Bool
    }

    func first(outside dates: [Range<Int>]) -> Found? {
        var dates = dates[...]
        var start = 0
        while start < tokens.count {
            if let date = dates.first, date.contains(start) {
                start = date.upperBound
                dates.removeFirst()
                continue
            }
            if let found = adverb(at: start) ?? counted(at: start) ?? each(at: start) { return found }
            start += 1
        }
        return nil
    }

    private func adverb(at start: Int) -> Found? {
        if let (recurrence, next) = Self.adjectives.match(tokens, at: start), next == tokens.count || tokens[next].word == nil {
            return Found(recurrence: recurrence, isDoubtful: false)
        }
        if let (recurrence, _) = Self.doubtful.match(tokens, at: start) { return Found(recurrence: recurrence, isDoubtful: true) }
        return Self.adverbs.match(tokens, at: start).map { Found(recurrence: $0.value, isDoubtful: false) }
    }

    /// "Twice a month", "3 veces por semana", "2x/year", "once every two years".
    private func counted(at start: Int) -> Found? {
        var next: Int
        let times: Int
        if let (count, after) = Self.times.match(tokens, at: start) {
            (times, next) = (count, after)
        } else if let (count, after) = number(at: start), after < tokens.count, Self.timesWords.contains(tokens[after].word ?? "") {
            (times, next) = (count, after + 1)
        } else {
            return nil
        }
        guard next < tokens.count else { return nil }
        if tokens[next].isSign("/") {
            next += 1
        } else {
            guard let (_, after) = Self.per.match(tokens, at: next) else { return nil }
            next = after
        }
        return unit(times: times, at: next)
    }

    /// "Every year", "tous les deux ans", "every other week", "each spring".
    private func each(at start: Int) -> Found? {
        guard let (_, next) = Self.each.match(tokens, at: start) else { return nil }
        if let found = unit(times: 1, at: next) { return found }
        if DateVocabulary.seasons.match(tokens, at: next) != nil || DateVocabulary.months.match(tokens, at: next) != nil {
            return Found(recurrence: Recurrence(times: 1, every: 1, unit: .year), isDoubtful: false)
        }
        if case .weekday? = DateVocabulary.leads.match(tokens, at: next)?.value {
            return Found(recurrence: Recurrence(times: 1, every: 1, unit: .week), isDoubtful: false)
        }
        return nil
    }

    private func unit(times: Int, at start: Int) -> Found? {
        let (count, next) = number(at: start) ?? (1, start)
        guard let (unit, _) = Self.units.match(tokens, at: next) else { return nil }
        return Found(recurrence: Recurrence(times: times, every: count * unit.every, unit: unit.unit), isDoubtful: false)
    }

    private func number(at start: Int) -> (Int, Int)? {
        guard start < tokens.count else { return nil }
        if case .number(let value?, _) = tokens[start].kind, (1...366).contains(value) { return (value, start + 1) }
        return Self.numbers.match(tokens, at: start).map { ($0.value, $0.next) }
    }
}

extension RecurrenceReader {
    private static let adverbs = WordTable<Recurrence>([
        (Recurrence(times: 1, every: 1, unit: .day), "daily,diariamente,quotidiennement"),
        (Recurrence(times: 1, every: 1, unit: .week), "weekly,semanalmente,hebdomadairement"),
        (Recurrence(times: 1, every: 2, unit: .week), "fortnightly,quincenalmente,quinzenalmente"),
        (Recurrence(times: 1, every: 1, unit: .month), "monthly,mensualmente,mensalmente,mensuellement"),
        (Recurrence(times: 1, every: 3, unit: .month), "quarterly,trimestralmente,trimestriellement"),
        (Recurrence(times: 1, every: 6, unit: .month), "semiannually,semi annually,semestralmente,semestriellement"),
        (Recurrence(times: 1, every: 1, unit: .year), "annually,yearly,anualmente,annuellement"),
        (Recurrence(times: 1, every: 2, unit: .year), "biennially,bienalmente"),
    ])
    /// Words that say how often only where no noun follows: not of "annual report".
    private static let adjectives = WordTable<Recurrence>([
        (Recurrence(times: 1, every: 1, unit: .day), "diario,diaria,diarios,quotidien,quotidienne"),
        (Recurrence(times: 1, every: 1, unit: .week), "semanal,semanales,hebdomadaire"),
        (Recurrence(times: 1, every: 2, unit: .week), "quincenal,quinzenal"),
        (Recurrence(times: 1, every: 1, unit: .month), "mensual,mensal,mensuel,mensuelle"),
        (Recurrence(times: 1, every: 2, unit: .month), "bimestral,bimestriel"),
        (Recurrence(times: 1, every: 3, unit: .month), "trimestral,trimestriel,trimestrielle"),
        (Recurrence(times: 1, every: 6, unit: .month), "semestral,semestriel,semestrielle,semiannual,semi annual"),
        (Recurrence(times: 1, every: 1, unit: .year), "annual,anual,annuel,annuelle"),
        (Recurrence(times: 1, every: 2, unit: .year), "biennial,bienal"),
    ])
    private static let doubtful = WordTable<Recurrence>([
        (Recurrence(times: 1, every: 2, unit: .week), "biweekly,bi weekly"),
        (Recurrence(times: 1, every: 2, unit: .month), "bimonthly,bi monthly"),
        (Recurrence(times: 2, every: 1, unit: .year), "biannually,biannual,bi annually,bianual,bianualmente,biannuel"),
        (Recurrence(times: 1, every: 2, unit: .year), "bisannuel,bisannuelle"),
    ])
    private static let times = WordTable<Int>([
        (1, "once,una vez,uma vez,une fois"), (2, "twice,dos veces,duas vezes,deux fois"), (3, "thrice"),
    ])
    private static let timesWords: Set = ["times", "time", "x", "veces", "vez", "vezes", "fois"]
    private static let per = WordTable<Void>([
        ((), "a,an,per,each,every,in a,al,a la,por,cada,ao,a cada,par,chaque,tous les,toutes les,todos los,todas las,todos os,todas as"),
    ])
    private static let each = WordTable<Void>([
        ((), "every,each,cada,a cada,chaque,tous les,toutes les,todos los,todas las,todos os,todas as,todo,toda"),
    ])
    private static let units = WordTable<(every: Int, unit: Recurrence.Unit)>([
        ((1, .day), "day,days,school day,dia,dias,jour,jours"),
        ((1, .week), "week,weeks,semana,semanas,semaine,semaines"),
        ((2, .week), "fortnight,quincena,quinzena,quinzaine"),
        ((1, .month), "month,months,mes,meses,mois"),
        ((3, .month), "quarter,quarters,trimestre,trimestres"),
        ((4, .month), "trimester,trimesters"),
        ((6, .month), "semester,semesters,half year,semestre,semestres"),
        ((1, .year), "year,years,yr,school year,school years,academic year,an,ans,annee,annees,annee scolaire"),
        ((1, .year), "ano,anos,ano escolar,ano lectivo,ano letivo,curso,curso escolar"),
    ])
    private static let numbers = WordTable<Int>([
        (2, "two,other,dos,dois,duas,deux"), (3, "three,tres,trois"), (4, "four,cuatro,quatro,quatre"), (5, "five,cinco,cinq"),
        (6, "six,seis"), (10, "ten,diez,dez,dix"),
    ])
}
