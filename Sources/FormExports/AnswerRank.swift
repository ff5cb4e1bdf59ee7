extension AnswerSide {
    /// Words without what typing alone makes different: the form of quotation marks, capitals, runs of white space.
    package static func folded(_ words: String) -> String { words.folded }

    /// How answers on a scale follow one another, the best first, by the words where they are known, else by their order.
    ///
    /// - Returns: 0 and up for those on the scale in any order of the rows; nil for the others.
    package static func ranks(of answers: [String], _ sides: [AnswerSide]) -> [Int?] {
        let places = sides.indices.filter { [.upper, .middle, .lower].contains(sides[$0]) }
        let height: [AnswerSide: Int] = [.upper: 0, .middle: 1, .lower: 2]
        func heights(_ order: [Int]) -> [Int] { order.map { height[sides[$0]]! } }
        var order = places
        if let ranks = known(places.map { answers[$0].folded })?.ranks {
            order = zip(places, ranks).sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
        }
        // Where the author has named another order, the rows stand in it.
        if heights(order) != heights(order).sorted() { order = places }
        if heights(order) != heights(order).sorted() { order.reverse() }
        var ranks = [Int?](repeating: nil, count: sides.count)
        for (rank, place) in order.enumerated() { ranks[place] = rank }
        return ranks
    }
}
