/// How an answer is filled, so that it is told from its neighbours without colour: on paper, in grey, in forced colours.
///
/// The colour is that of the answer's side, by a class of its name. A pattern is drawn in it, on a tint of it or on the ground.
enum ChartPattern: String {
    case solid, hatch, upright, dots, sparse, cross, grid, reverse, level, blank

    init(_ side: AnswerSide, step: Int) {
        let patterns: [ChartPattern] = switch side {
        case .favourable: [.solid, .hatch, .upright]
        case .neutral: [.dots, .sparse]
        // Dark as the favourable end, but with light lines: in grey both ends would else be the same.
        case .unfavourable: [.reverse, .cross, .grid]
        case .apart: [.level, .blank]
        case .plain: [.solid, .hatch, .dots, .cross, .level, .reverse, .upright]
        }
        self = patterns[min(max(step, 0), patterns.count - 1)]
    }

    /// The side of its square tile, and what is in it.
    var tile: (size: Int, drawing: String)? {
        switch self {
        case .solid, .blank: nil
        case .hatch: (6, #"<path class="line" d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>"#)
        case .upright: (5, #"<path class="line" d="M2.5 0v5"/>"#)
        case .dots: (6, #"<circle class="dot" cx="1.5" cy="1.5" r="1"/><circle class="dot" cx="4.5" cy="4.5" r="1"/>"#)
        case .sparse: (10, #"<circle class="dot" cx="2.5" cy="2.5" r="1"/><circle class="dot" cx="7.5" cy="7.5" r="1"/>"#)
        case .cross: (7, #"<path class="line" d="M0 0l7 7M0 7l7-7"/>"#)
        case .grid: (6, #"<path class="line" d="M3 0v6M0 3h6"/>"#)
        case .reverse: (9, #"<path class="light line" d="M-1 8l2 2M0 0l9 9M8-1l2 2"/>"#)
        case .level: (6, #"<path class="line" d="M0 3h6"/>"#)
        }
    }

    /// The class of what lies below the drawing.
    var ground: String {
        switch self {
        case .solid, .reverse: "full"
        case .hatch, .upright, .cross, .grid: "tint"
        case .dots, .sparse, .level, .blank: "bare"
        }
    }
}
