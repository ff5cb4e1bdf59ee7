import Publication

/// Whether a theme's looks shut somebody out: contrast of what stands on what, in light, dark and high contrast; the ring around
/// what has the focus; sizes of type that a reader can change.
struct ThemeChecks {
    let sheets: [Stylesheet]
    let tokens: ThemeTokens
    private let everyWidth: [ThemeTokens]
    let pairs: ContrastPairs
    private let description: SourceFile?
    private let drawings: Set<String>

    /// - Parameters:
    ///   - stylesheets: in the order in which pages load them.
    ///   - descriptions: `theme.yaml` of the theme, and of those that it extends.
    init(stylesheets: [SourceFile], descriptions: [SourceFile]) {
        sheets = stylesheets.map { Stylesheet($0) }
        everyWidth = ThemeTokens.onEveryWidth(sheets)
        tokens = everyWidth[0]
        pairs = ContrastPairs(descriptions)
        drawings = ThemeChecks.drawings(of: sheets)
        description = descriptions.first ?? stylesheets.first
    }

    func problems() -> [Diagnostic] {
        guard !sheets.isEmpty else { return [] }
        return contrast() + focus() + fontSizes()
    }

    private func contrast() -> [Diagnostic] {
        guard pairs.isThere else {
            return description.map {
                [$0.problem(.themeContrast, "this theme does not say which of its colours stand on which, so that nobody can tell whether they can be read",
                    help: "List them in theme.yaml, as in:\n       contrast:\n         - {text: --ink, on: --paper, at-least: 7}")]
            } ?? []
        }
        return pairs.problems + unknownTokens() + lowContrast() + forgotten() + pairsOfRules() + seenThrough()
    }

    private func unknownTokens() -> [Diagnostic] {
        pairs.entries.flatMap { entry in
            (entry.foregrounds + entry.grounds).filter { !tokens.names.contains($0) }.map { name in
                let near = nearest(to: name, among: tokens.names.sorted()).map { "Write \($0), if it is meant, or set" } ?? "Set"
                return entry.problem("no stylesheet of the theme sets ‘\(name)’", help: "\(near) it, or take it out here.")
            }
        }
    }

    // MARK: Contrast

    /// What is the same in several modes is told once.
    private struct Finding: Hashable {
        let entry: Int
        let foreground: String
        let ground: String
        let values: [String]
        let scope: String?
    }

    private func lowContrast() -> [Diagnostic] {
        var order: [Finding] = []
        var found: [Finding: (modes: [String], setting: ThemeTokens.Setting, ratio: Double?)] = [:]
        for (tokens, scope) in everyWidth.flatMap({ tokens in ([nil] + tokens.scopes.map(Optional.some)).map { (tokens, $0) } }) {
            for mode in tokens.modes {
                let table = tokens.table(mode, scope: scope)
                for (number, entry) in pairs.entries.enumerated() where entry.kind != .decoration {
                    for foreground in entry.foregrounds {
                        for ground in entry.grounds {
                            if let scope, !tokens.sets(foreground, mode, scope: scope), !tokens.sets(ground, mode, scope: scope) { continue }
                            guard let one = table[foreground], let other = table[ground] else { continue }
                            let first = ThemeTokens.resolved(one.value, table, mode), second = ThemeTokens.resolved(other.value, table, mode)
                            let front = first.flatMap { CSSColour(css: $0) }, back = second.flatMap { CSSColour(css: $0) }
                            let ratio = front.flatMap { front in back.flatMap { $0.alpha == 1 ? front.contrast(on: $0) : nil } }
                            if let ratio, ratio >= entry.atLeast { continue }
                            let finding = Finding(entry: number, foreground: foreground, ground: ground, values: [first ?? one.value, second ?? other.value], scope: scope)
                            // What can be judged of the ground, and what cannot: the culprit is underlined.
                            let isGround = ratio == nil ? front != nil : other.rank > one.rank
                            if found[finding] == nil { order.append(finding) }
                            let setting = isGround ? other : one
                            found[finding, default: ([], ratio == nil ? setting : ThemeChecks.culprit(setting, of: [one, other], table), ratio)].modes.append(mode.name)
                        }
                    }
                }
            }
        }
        // One declaration may be too pale on many grounds: it is told once, with the pair that lacks most.
        let byPlace = Dictionary(grouping: order) { Place(found[$0]!.setting, isJudged: found[$0]!.ratio != nil) }
        func lack(_ finding: Finding) -> Double { (found[finding]!.ratio ?? 0) / pairs.entries[finding.entry].atLeast }
        return order.compactMap { finding in
            let (_, setting, ratio) = found[finding]!
            let alike = byPlace[Place(setting, isJudged: ratio != nil)] ?? []
            guard finding == alike.first, let worst = alike.min(by: { lack($0) < lack($1) }) else { return nil }
            return problem(worst, others: alike, modes: found[worst]!.modes, setting: setting, ratio: found[worst]!.ratio)
        }
    }

    /// What one declaration is told once for.
    private struct Place: Hashable {
        let sheet: Int
        let offset: Int
        let isJudged: Bool

        init(_ setting: ThemeTokens.Setting, isJudged: Bool) {
            sheet = setting.sheet
            offset = setting.declaration.offset
            self.isJudged = isJudged
        }
    }

    private func problem(_ finding: Finding, others: [Finding], modes: [String], setting: ThemeTokens.Setting, ratio: Double?) -> Diagnostic {
        let entry = pairs.entries[finding.entry]
        let seen = modes.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let place = (finding.scope.map { " in \($0)" } ?? "") + (seen.count == Set(tokens.modes.map(\.name)).count ? "" : " (\(seen.joined(separator: "; ")))")
        var rest: [(foreground: String, grounds: [String])] = []
        for other in others where other.foreground != finding.foreground || other.ground != finding.ground {
            let index = rest.firstIndex { $0.foreground == other.foreground } ?? rest.endIndex
            if index == rest.endIndex { rest.append((other.foreground, [])) }
            if !rest[index].grounds.contains(other.ground) { rest[index].grounds.append(other.ground) }
        }
        let more = rest.map { "\($0.foreground) on \($0.grounds.joined(separator: ", "))" }.joined(separator: "; ")
        guard let ratio else {
            return sheets[setting.sheet].problem(
                .themeContrast, at: setting.declaration,
                "the contrast of \(finding.foreground) on \(finding.ground) cannot be judged\(place): ‘\(setting.value)’"
                    + (more.isEmpty ? "" : "; nor that of \(more)"),
                help: "Write the colour as #17202e, rgb(), hsl(), oklch() or color-mix(); a ground must not be seen through.")
        }
        return sheets[setting.sheet].problem(
            .themeContrast, at: setting.declaration,
            "\(finding.foreground) on \(finding.ground) has a contrast of \(ThemeChecks.ratio(ratio)):1\(place), and needs \(ThemeChecks.ratio(entry.atLeast)):1"
                + (more.isEmpty ? "" : "; too little too: \(more)"),
            help: "\(finding.values[0]) on \(finding.values[1]): make one of them lighter or darker. \(entry.kind == .text ? "Text" : "What is drawn") of less contrast is lost to many who see less well, and to everyone in the sun.")
    }

    /// Of the settings that two values come from, the one in the stylesheet that was loaded last: a publication's own changes
    /// come behind the theme that they change.
    private static func culprit(_ setting: ThemeTokens.Setting, of pair: [ThemeTokens.Setting], _ table: [String: ThemeTokens.Setting]) -> ThemeTokens.Setting {
        let last = pair.flatMap { ThemeTokens.sources(of: $0, table) }.max { ($0.sheet, $0.rank) < ($1.sheet, $1.rank) }
        return last.map { $0.sheet > setting.sheet ? $0 : setting } ?? setting
    }

    /// Cut, not rounded: 6.996 is no 7.
    static func ratio(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded(.down))
        if hundredths % 100 == 0 { return String(hundredths / 100) }
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    // MARK: What no pair names

    /// Colours of declarations that no pair knows: nobody has looked whether they can be seen.
    private func forgotten() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var seen: Set<String> = []
        let fronts = pairs.foregrounds, texts = pairs.texts, signs = pairs.signs, grounds = pairs.grounds, marks = pairs.marks
        for sheet in sheets {
            for block in sheet.blocks where !block.isApart {
                for declaration in block.declarations {
                    guard let use = Use(declaration.name) else { continue }
                    let known = switch use {
                    case .text: isDrawn(block.prelude) ? fronts : texts
                    case .ring: signs.union(grounds)
                    case .drawn: fronts.union(grounds)
                    case .ground: grounds.union(marks)
                    }
                    for token in ThemeTokens.tokens(in: declaration.value) where isColour(token) && !isKnown(token, among: known) && seen.insert("\(use)\(token)").inserted {
                        let kinds = Set(pairs.kinds(of: token)).map(\.rawValue).sorted()
                        if use == .text || use == .ring, !kinds.isEmpty {
                            problems.append(sheet.problem(
                                .themeContrast, at: declaration, "\(token) is listed as \(kinds.joined(separator: " and ")) alone, and \(use == .text ? "words are written in it" : "shows where the focus is")",
                                help: "Take a colour that is meant for this, or add it to theme.yaml, as in `- {\(use == .text ? "text" : "mark"): \(token), on: --paper}`."))
                            continue
                        }
                        problems.append(sheet.problem(
                            .themeContrast, at: declaration, "no pair of `contrast` says \(use == .ground ? "what stands on" : "on what stands") \(token)",
                            help: "Add it to theme.yaml, as in `- {\(use == .ground ? "text: --ink, on: \(token)" : use == .text ? "text: \(token), on: --paper" : "mark: \(token), on: --paper")}`."))
                    }
                    for word in ThemeChecks.words(of: declaration.value) where word.lowercased() != "transparent" && CSSColour(css: word) != nil {
                        problems.append(sheet.problem(
                            .themeContrast, at: declaration, "the colour \(word) has no name, and stays the same in dark and in high contrast",
                            help: "Make a token of it at the top of the stylesheet, use that, and add it to `contrast` in theme.yaml."))
                    }
                }
            }
        }
        return problems
    }

    /// The parts of a value, and of the gradients in it.
    private static func words(of value: String) -> [String] {
        CSSColour.arguments(value, at: " ").flatMap { CSSColour.arguments($0) }.flatMap { part -> [String] in
            guard part.contains("gradient("), part.hasSuffix(")"), let open = part.firstIndex(of: "(") else { return [part] }
            return CSSColour.arguments(String(part[part.index(after: open)...].dropLast())).flatMap { CSSColour.arguments($0, at: " ") }
        }
    }

    /// Whether selectors are of signs before and behind words, or of drawings, which take the colour of what they stand in.
    private func isDrawn(_ prelude: String) -> Bool {
        CSSColour.arguments(prelude).allSatisfy { selector in
            ["::before", "::after", "::marker", ":before", ":after", "svg"].contains { selector.hasSuffix($0) }
                || ThemeMode.compounds(of: selector).first.map(drawings.contains) == true
        }
    }

    /// Whatever has something in it that is filled or drawn in its own colour.
    private static func drawings(of sheets: [Stylesheet]) -> Set<String> {
        var found: Set<String> = []
        for block in sheets.lazy.flatMap(\.blocks) where block.last("fill", "stroke")?.value.lowercased() == "currentcolor" {
            for selector in CSSColour.arguments(block.prelude) {
                let compounds = ThemeMode.compounds(of: selector)
                if compounds.count > 1 { found.insert(compounds[0]) }
            }
        }
        return found
    }

    private enum Use {
        case text, ring, drawn, ground

        init?(_ property: String) {
            switch property {
            case "color", "-webkit-text-fill-color": self = .text
            case "background", "background-color", "background-image": self = .ground
            case "outline", "outline-color": self = .ring
            case "fill", "stroke", "accent-color", "box-shadow", "column-rule", "column-rule-color", "text-emphasis-color", "caret-color", "text-decoration-color",
                "text-decoration": self = .drawn
            default:
                guard property == "border" || property.hasPrefix("border-"), !property.hasSuffix("-width"), !property.hasSuffix("-style"), !property.contains("radius"),
                    !property.contains("image"), !["border-collapse", "border-spacing"].contains(property)
                else { return nil }
                self = .drawn
            }
        }
    }

    /// Whether a token's value is a colour in any mode, or looks like one.
    private func isColour(_ token: String) -> Bool {
        let functions = ["rgb", "hsl", "hwb", "lab(", "lch(", "oklab(", "oklch(", "color(", "color-mix(", "light-dark(", "#"]
        return everySetting(of: token).contains { setting, table, mode in
            let value = (ThemeTokens.resolved(setting.value, table, mode) ?? setting.value).lowercased()
            return CSSColour(css: value) != nil || functions.contains { value.hasPrefix($0) }
        }
    }

    /// A token that only stands for another counts as that one.
    private func isKnown(_ token: String, among known: Set<String>, depth: Int = 0) -> Bool {
        if known.contains(token) { return true }
        let settings = everySetting(of: token)
        guard depth < 8, !settings.isEmpty else { return false }
        return settings.allSatisfy { setting, _, _ in
            let tokens = ThemeTokens.tokens(in: setting.value)
            return tokens.count == 1 && setting.value.hasPrefix("var(") && isKnown(tokens[0], among: known, depth: depth + 1)
        }
    }

    private func everySetting(of token: String) -> [(ThemeTokens.Setting, [String: ThemeTokens.Setting], ThemeMode)] {
        ([nil] + tokens.scopes.map(Optional.some)).flatMap { scope in
            ThemeMode.all.prefix(4).compactMap { mode -> (ThemeTokens.Setting, [String: ThemeTokens.Setting], ThemeMode)? in
                if let scope, !tokens.sets(token, mode, scope: scope) { return nil }
                let table = tokens.table(mode, scope: scope)
                return table[token].map { ($0, table, mode) }
            }
        }
    }
}

/// What of a theme's stylesheets shuts readers out.
///
/// - Parameters:
///   - stylesheets: in the order in which pages load them.
///   - descriptions: `theme.yaml` of the theme, and of those that it extends.
package func themeProblems(stylesheets: [SourceFile], descriptions: [SourceFile]) -> [Diagnostic] {
    ThemeChecks(stylesheets: stylesheets, descriptions: descriptions).problems()
}
