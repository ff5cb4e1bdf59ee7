/// The C expression of a header's `Plural-Forms`, as a tree.
///
/// Gettext allows `n`, numbers, parentheses and `! * / % + - < > <= >= == != && || ?:` in it, all of them of C's unsigned long
/// (gettext-runtime/intl/plural.y).
indirect enum PluralExpression: Sendable, Equatable {
    case n
    case number(UInt)
    case not(PluralExpression)
    case binary(Operator, PluralExpression, PluralExpression)
    case choice(PluralExpression, then: PluralExpression, else: PluralExpression)

    enum Operator: String, Sendable {
        case or = "||", and = "&&", equal = "==", unequal = "!=", lessOrEqual = "<=", greaterOrEqual = ">=", less = "<",
            greater = ">", plus = "+", minus = "-", times = "*", over = "/", modulo = "%"

        /// How tightly it binds, from 1.
        var precedence: Int {
            switch self {
            case .or: 1
            case .and: 2
            case .equal, .unequal: 3
            case .lessOrEqual, .greaterOrEqual, .less, .greater: 4
            case .plus, .minus: 5
            case .times, .over, .modulo: 6
            }
        }
    }

    /// Nil where it divides by zero.
    func value(_ n: UInt) -> UInt? {
        switch self {
        case .n: return n
        case .number(let number): return number
        case .not(let operand): return operand.value(n).map { $0 == 0 ? 1 : 0 }
        case .choice(let condition, let then, let otherwise):
            return condition.value(n).flatMap { ($0 != 0 ? then : otherwise).value(n) }
        case .binary(let symbol, let left, let right):
            guard let left = left.value(n) else { return nil }
            // As in C, the right side is not looked at where the left decides.
            if symbol == .or, left != 0 { return 1 }
            if symbol == .and, left == 0 { return 0 }
            return right.value(n).flatMap { symbol.apply(left, $0) }
        }
    }
}

extension PluralExpression.Operator {
    fileprivate func apply(_ left: UInt, _ right: UInt) -> UInt? {
        switch self {
        case .or, .and: right == 0 ? 0 : 1
        case .equal: left == right ? 1 : 0
        case .unequal: left != right ? 1 : 0
        case .lessOrEqual: left <= right ? 1 : 0
        case .greaterOrEqual: left >= right ? 1 : 0
        case .less: left < right ? 1 : 0
        case .greater: left > right ? 1 : 0
        case .plus: left &+ right
        case .minus: left &- right
        case .times: left &* right
        case .over: right == 0 ? nil : left / right
        case .modulo: right == 0 ? nil : left % right
        }
    }
}

extension PluralExpression {
    /// Nil where the text is no such expression, or is nested more than 50 deep.
    init?(_ text: Substring) {
        guard let tokens = Parser.tokens(of: text) else { return nil }
        var parser = Parser(tokens: tokens)
        guard let expression = parser.choice(depth: 0), parser.isAtEnd else { return nil }
        self = expression
    }

    private enum Token: Equatable {
        case n
        case number(UInt)
        case symbol(Operator)
        case not, open, close, question, colon
    }

    private struct Parser {
        let tokens: [Token]
        private var next = 0

        init(tokens: [Token]) { self.tokens = tokens }

        var isAtEnd: Bool { next == tokens.count }

        private static let deepest = 50

        mutating func choice(depth: Int) -> PluralExpression? {
            guard depth < Parser.deepest, let condition = binary(above: 0, depth: depth + 1) else { return nil }
            guard take(.question) else { return condition }
            guard let then = choice(depth: depth + 1), take(.colon), let otherwise = choice(depth: depth + 1) else { return nil }
            return .choice(condition, then: then, else: otherwise)
        }

        /// Operators that bind more tightly than the given precedence; all of them group from the left.
        private mutating func binary(above precedence: Int, depth: Int) -> PluralExpression? {
            guard var left = operand(depth: depth) else { return nil }
            while next < tokens.count, case .symbol(let symbol) = tokens[next], symbol.precedence > precedence {
                next += 1
                guard let right = binary(above: symbol.precedence, depth: depth) else { return nil }
                left = .binary(symbol, left, right)
            }
            return left
        }

        private mutating func operand(depth: Int) -> PluralExpression? {
            guard depth < Parser.deepest, next < tokens.count else { return nil }
            next += 1
            switch tokens[next - 1] {
            case .n: return .n
            case .number(let number): return .number(number)
            case .not: return operand(depth: depth + 1).map { .not($0) }
            case .open:
                guard let inner = choice(depth: depth + 1), take(.close) else { return nil }
                return inner
            default: return nil
            }
        }

        private mutating func take(_ token: Token) -> Bool {
            guard next < tokens.count, tokens[next] == token else { return false }
            next += 1
            return true
        }

        static func tokens(of text: Substring) -> [Token]? {
            var tokens: [Token] = []
            var rest = text
            while let first = rest.first {
                if let symbol = Operator(rawValue: String(rest.prefix(2))) ?? Operator(rawValue: String(first)) {
                    tokens.append(.symbol(symbol))
                    rest.removeFirst(symbol.rawValue.count)
                    continue
                }
                switch first {
                case " ", "\t", "\n": break
                case "n": tokens.append(.n)
                case "!": tokens.append(.not)
                case "(": tokens.append(.open)
                case ")": tokens.append(.close)
                case "?": tokens.append(.question)
                case ":": tokens.append(.colon)
                case "0"..."9":
                    let digits = rest.prefix { ("0"..."9").contains($0) }
                    guard let number = UInt(digits) else { return nil }
                    tokens.append(.number(number))
                    rest = rest[digits.endIndex...]
                    continue
                default: return nil
                }
                rest.removeFirst()
            }
            return tokens
        }
    }
}
