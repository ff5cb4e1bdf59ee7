import Publication

/// Whether a line says a day or an hour, and nothing else.
enum DateWords {
    /// `Mon to Fri, 9am – 5pm`, but not `March 2022`, which heads what is said of that month.
    static func make(_ line: String) -> Bool {
        let rest = Word.words(of: Array(line.utf8)).map(\.key).filter { !all.contains($0) }
        guard !rest.isEmpty, rest.allSatisfy(isDayOrHour) else { return false }
        return rest.count > 1 || !isYear(rest[0])
    }

    /// `15`, `15th`, `6pm`, `18h30`
    private static func isDayOrHour(_ key: String) -> Bool {
        let ends = key.split { ("0"..."9").contains($0) }
        return ends.count < 2 && key.utf8.first.map { (0x30...0x39).contains($0) } == true && ends.allSatisfy { endings.contains(String($0)) }
    }

    private static func isYear(_ key: String) -> Bool { key.utf8.count == 4 && (key.hasPrefix("19") || key.hasPrefix("20")) }

    private static let endings: Set<String> = ["st", "nd", "rd", "th", "am", "pm", "h", "hr", "hs", "er", "re", "º", "ª", "o", "min", "uhr"]

    /// As `Word.key` has them.
    private static let all = Set(
        ("""
            weds wedn thr mo tu we th fr sa su lun mar mie jue vie sab dom seg ter qua qui sex mer jeu ven sam dim segunda terca quarta quinta sexta feira
            lendi madi mekredi jedi vandredi samdi dimanch janvye fevriye mas avril me jen jiye out septanm oktob novanm desanm
            chủ nhật thứ hai ba tư năm sáu bảy ngày tháng lúc giờ từ đến
            الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر يوم الساعة من إلى في مساء مساءً صباحا صباحًا صباحاً
            of at to from on every until till through and between or the weekday weekend daily each by
            de del a al las la los el y e en em desde hasta cada todos todas entre o
            as os do da ate ao aos todo toda das dos
            le les l du des au aux et ou tous toutes chaque depuis jusqu
            chak soti rive nan
            am pm a p m h hr hs noon midnight midday oclock mediodia medianoche mañana tarde noche manhã noite midi minuit matin soir heure hora
            """.split(whereSeparator: \.isWhitespace).map(String.init) + DateVocabulary.dayAndMonthNames).flatMap { Word.words(of: Array($0.utf8)).map(\.key) })
}
