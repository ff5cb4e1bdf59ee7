import Publication

/// What a rule says of colours by itself, beyond the pairs that `contrast` lists.
extension ThemeChecks {
    /// Words on a ground where one rule sets both, as a button's does.
    func pairsOfRules() -> [Diagnostic] {
        sheets.flatMap { sheet in
            sheet.blocks.lazy.filter { !$0.isApart && !ThemeChecks.isDisabled($0.prelude) }.compactMap { block -> Diagnostic? in
                guard let front = block.last("color"), let ground = block.last("background", "background-color") else { return nil }
                let one = ThemeTokens.tokens(in: front.value).first, other = ThemeTokens.tokens(in: ground.value).first
                if let one, let other, pairs.name(one, on: other) { return nil }
                let needed = pairs.atLeast(one, on: other), scope = tokens.scopes.first { $0 == block.prelude }
                var modes: [String] = [], worst: Double?
                for mode in tokens.modes {
                    let table = tokens.table(mode, scope: scope)
                    guard let words = colour(front.value, table, mode), let paper = colour(ground.value, table, mode), paper.alpha == 1 else { continue }
                    let ratio = words.contrast(on: paper)
                    guard ratio < needed else { continue }
                    worst = min(worst ?? ratio, ratio)
                    if !modes.contains(mode.name) { modes.append(mode.name) }
                }
                guard let worst else { return nil }
                let place = modes.count == Set(tokens.modes.map(\.name)).count ? "" : " (\(modes.joined(separator: "; ")))"
                return sheet.problem(
                    .themeContrast, at: front,
                    "the words of this rule have a contrast of \(ThemeChecks.ratio(worst)):1 on its ground\(place), and need \(ThemeChecks.ratio(needed)):1",
                    help: "Take colours that stand on each other in `contrast`, or add the pair to theme.yaml and mend it there.")
            }
        }
    }

    /// What makes words paler than any pair says.
    func seenThrough() -> [Diagnostic] {
        sheets.flatMap { sheet in
            sheet.blocks.lazy.filter { !$0.isApart && !ThemeChecks.isDisabled($0.prelude) }.compactMap { block -> Diagnostic? in
                guard let declaration = block.last("opacity") else { return nil }
                let value = ThemeTokens.resolved(declaration.value, tokens.table(ThemeMode.all[0]), ThemeMode.all[0]) ?? declaration.value
                let amount = value.hasSuffix("%") ? Double(value.dropLast()).map { $0 / 100 } : Double(value.hasPrefix(".") ? "0" + value : value)
                // What cannot be seen at all is not meant to be read.
                guard let amount, amount > 0, amount < 1 else { return nil }
                return sheet.problem(
                    .themeContrast, at: declaration, "what shows through cannot be judged: ‘opacity: \(declaration.value)’",
                    help: "Leave it out, and give the words a paler colour that `contrast` in theme.yaml names: opacity takes contrast from everything in it.")
            }
        }
    }

    /// The first colour of a value, its tokens put in.
    func colour(_ value: String, _ table: [String: ThemeTokens.Setting], _ mode: ThemeMode) -> CSSColour? {
        guard let resolved = ThemeTokens.resolved(value, table, mode) else { return nil }
        return CSSColour.arguments(resolved, at: " ").lazy.compactMap { CSSColour(css: $0) }.first
    }

    /// What nobody can use needs no contrast (WCAG 1.4.3 leaves it out).
    private static func isDisabled(_ prelude: String) -> Bool { prelude.contains("disabled") }
}
