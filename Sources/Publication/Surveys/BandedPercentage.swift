/// A percentage as it may be published: near 0 and 100 only a bound, the wider the smaller the group is, because "100 %
/// of 12 students said so" tells what each of them said.
///
/// The bands are those of NCES 2011-603, as Utah's districts apply them: 300 and more to 1 % and 99 %, 100 to 299 to 2
/// and 98, 40 to 99 to 5 and 95, 20 to 39 to 10 and 90, 10 to 19 to 20 and 80; nothing below.
package enum BandedPercentage: Sendable, Hashable {
    case whole(Int)
    case atMost(Int)
    case atLeast(Int)

    /// Nil where the base is below 10, or there are more than answered.
    ///
    /// - Parameter whole: the percentage between the bands, where it was rounded together with others so that they add
    ///   up; otherwise it is rounded here, half up.
    package init?(_ count: Int, of base: Int, whole: Int? = nil) {
        guard let edge = Self.edge(base: base), count >= 0, count <= base else { return nil }
        // Of huge numbers the first 15 digits say the same.
        let scale = max(1, base >> 50)
        let hundredfold = count / scale * 100, base = base / scale
        if hundredfold <= edge * base {
            self = .atMost(edge)
        } else if hundredfold >= (100 - edge) * base {
            self = .atLeast(100 - edge)
        } else {
            self = .whole(whole ?? (hundredfold + base / 2) / base)
        }
    }

    /// How many percent from either end are not told apart.
    package static func edge(base: Int) -> Int? {
        switch base {
        case 300...: 1
        case 100...: 2
        case 40...: 5
        case 20...: 10
        case 10...: 20
        default: nil
        }
    }
}
