import Publication

/// How many forms a language has for counted things, and which of them a number takes.
///
/// Read from a header's `Plural-Forms` or taken from the language; never run by anything but the small evaluator here.
package struct PluralRule: Sendable {
    package let count: Int
    /// The text for a header's `Plural-Forms`, with the expression as it was written.
    package let header: String
    private let expression: PluralExpression

    /// Reads `nplurals=2; plural=(n != 1);`.
    ///
    /// Nil where the text is not of that form, has fewer than 1 or more than 6 forms (Arabic and Welsh have 6, no language more),
    /// or an expression of more than 1,000 bytes or 50 levels.
    package init?(_ pluralForms: String) {
        guard pluralForms.utf8.count <= 1_000 else { return nil }
        let parts = pluralForms.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmingSpaces }
        guard parts.count >= 2, parts.dropFirst(2).allSatisfy(\.isEmpty),
            let number = PluralRule.value(of: "nplurals", in: parts[0]), let count = Int(number), (1...6).contains(count),
            let text = PluralRule.value(of: "plural", in: parts[1]), let expression = PluralExpression(text)
        else { return nil }
        self.count = count
        self.expression = expression
        header = "nplurals=\(count); plural=\(text);"
    }

    /// Which form a number takes, from 0. Form 0 where the expression divides by zero or names a form that is not there.
    package func form(for n: Int) -> Int {
        guard let form = expression.value(n.magnitude), form < UInt(count) else { return 0 }
        return Int(form)
    }

    /// Whether every number up to 1,000 takes a form that is there; msgfmt refuses a catalog for which it does not.
    package var isComplete: Bool {
        (0...1_000).allSatisfy { n in expression.value(UInt(n)).map { $0 < UInt(count) } ?? false }
    }

    private static func value(of name: String, in part: Substring) -> Substring? {
        guard part.hasPrefix(name) else { return nil }
        let rest = part.dropFirst(name.count).trimmingSpaces
        guard rest.first == "=" else { return nil }
        return rest.dropFirst().trimmingSpaces
    }
}

extension PluralRule: Equatable {
    /// However they are written: `(n != 1)` is `n!=1`.
    package static func == (one: Self, other: Self) -> Bool {
        one.count == other.count && one.expression == other.expression
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
