/// A side of a scale with its pattern: what a page defines once for all of its charts.
struct ChartFill: Hashable {
    var side: AnswerSide
    var pattern: ChartPattern

    /// With points, as no heading's id has.
    var id: String { "fill.\(side.rawValue).\(pattern.rawValue)" }
}

extension Chart {
    /// The definitions that a page's charts refer to, each once; empty where they need none.
    static func patterns(of charts: [Chart]) -> [UInt8] {
        var seen: Set<ChartFill> = [], output = ""
        for fill in charts.flatMap(\.fills) where seen.insert(fill).inserted {
            guard let tile = fill.pattern.tile else { continue }
            let size = "width=\"\(tile.size)\" height=\"\(tile.size)\""
            output += "<pattern id=\"\(fill.id)\" class=\"\(fill.side.rawValue)\" \(size) patternUnits=\"userSpaceOnUse\">"
            output += "<rect class=\"\(fill.pattern.ground)\" \(size)/>\(tile.drawing)</pattern>"
        }
        return output.isEmpty ? [] : Array("<svg class=\"chart-patterns\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>\(output)</defs></svg>\n".utf8)
    }

    private var fills: [ChartFill] {
        guard form != .dots else { return [] }
        let keys = legend.map { ChartFill(side: $0.side, pattern: ChartPattern($0.side, step: $0.step)) }
        return keys + rows.flatMap(\.segments).map { ChartFill(side: $0.side, pattern: ChartPattern($0.side, step: $0.step)) }
    }
}
