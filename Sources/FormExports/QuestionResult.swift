/// What a question's answers came to.
struct QuestionResult {
    enum Kind: Equatable {
        case scale(AnswerWords.Scale), single, several(isDeclared: Bool), ranking, number, text, none
    }

    struct Row {
        enum Place: Int { case option, other, apart, noAnswer }

        var label: String
        var counts: [Int]
        var place = Place.option

        var total: Int { counts.reduce(0, +) }
    }

    var title: String
    var kind: Kind
    var rows: [Row] = []
    /// How many gave any answer, by group.
    var answered: [Int]
    /// Answers that few gave and that nobody declared: counted together, since they may be a person's own words.
    var folded = 0
    /// Whether its title, or names of people among its answers, made free text of answers that come again.
    var isTextByWords = false
    /// Cells of a question with several answers that hold something which is no option.
    var remainder = 0
}
