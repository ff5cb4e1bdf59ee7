/// How a reader sees a theme: what the system prefers, and what the reader has chosen on the page.
struct ThemeMode: Hashable {
    var isDark: Bool
    var isMoreContrast: Bool
    /// What a reader has chosen on the page against the system; nil where nothing is.
    var choice: Choice?

    enum Choice: Hashable { case light, dark }

    /// Those without a choice first, and light before dark.
    static let all: [ThemeMode] = [nil, .dark, .light].flatMap { choice in
        [false, true].flatMap { more in [false, true].map { ThemeMode(isDark: $0, isMoreContrast: more, choice: choice) } }
    }

    var showsDark: Bool { choice.map { $0 == .dark } ?? isDark }

    var name: String {
        let colours = showsDark ? "dark" : "light"
        return (isMoreContrast ? "high contrast, \(colours)" : colours) + (choice == nil ? "" : ", chosen on the page")
    }

    // MARK: Conditions

    /// Whether what stands below `@media …` and the like holds.
    ///
    /// - Parameter isMet: whether a width, or anything else that is not of the reader's choice, is as a term asks.
    func meets(_ conditions: [String], assuming isMet: (String) -> Bool = { _ in true }) -> Bool {
        conditions.allSatisfy { meets($0, isMet) }
    }

    private func meets(_ condition: String, _ isMet: (String) -> Bool) -> Bool {
        let condition = condition.lowercased()
        if condition.hasPrefix("@supports") { return !condition.contains("not ") && !condition.contains("not(") }
        if condition.hasPrefix("@container") { return isMet(condition) }
        guard condition.hasPrefix("@media") else { return true }
        return condition.dropFirst(6).split(separator: ",").contains { query in
            query.split(separator: " or ").contains { part in part.split(separator: " and ").allSatisfy { meetsTerm($0, isMet) } }
        }
    }

    private func meetsTerm(_ term: Substring, _ isMet: (String) -> Bool) -> Bool {
        var term = term.filter { $0 != " " }[...]
        if term.hasPrefix("not"), term.count > 3 { return !meetsTerm(term.dropFirst(3), isMet) }
        if term.hasPrefix("only") { term = term.dropFirst(4) }
        while term.hasPrefix("("), term.hasSuffix(")") { term = term.dropFirst().dropLast() }
        if term.hasPrefix("not"), term.count > 3 { return !meetsTerm(term.dropFirst(3), isMet) }
        switch term {
        case "screen", "all": return true
        case "print": return false
        case "prefers-color-scheme:dark": return isDark
        case "prefers-color-scheme:light": return !isDark
        case "prefers-contrast:more", "prefers-contrast": return isMoreContrast
        case "prefers-contrast:no-preference": return !isMoreContrast
        case "prefers-contrast:less", "prefers-contrast:custom", "forced-colors:active", "forced-colors": return false
        default: return term.hasPrefix("prefers-") || term.hasPrefix("forced-colors") || isMet(String(term))
        }
    }

    // MARK: Selectors

    /// What a selector's part for the page as a whole says: `:root`, `html`, `[data-theme="dark"]`.
    ///
    /// - Returns: its specificity where it holds, 0 or more; nil where it does not hold, or is of something else.
    func rootSpecificity(of compound: String) -> Int? {
        var specificity = 0, isRoot = false
        for part in ThemeMode.parts(of: compound) {
            let lower = part.lowercased()
            if lower == ":root" || lower == "html" || lower == ":host" {
                isRoot = true
                specificity += lower == "html" ? 1 : 10
                continue
            }
            guard holds(lower) else { return nil }
            if lower.hasSuffix("(:root)") || lower.hasSuffix("(html)"), lower.hasPrefix(":where") || lower.hasPrefix(":is") { isRoot = true }
            if !lower.hasPrefix(":where") { specificity += 10 }
            if ThemeMode.isOfTheme(lower) { isRoot = true }
        }
        return isRoot ? specificity : nil
    }

    private func holds(_ part: String) -> Bool {
        if part.hasPrefix(":not("), part.hasSuffix(")") { return !CSSColour.arguments(String(part.dropFirst(5).dropLast())).contains { holdsAll($0) } }
        for list in [":is(", ":where("] where part.hasPrefix(list) && part.hasSuffix(")") {
            return CSSColour.arguments(String(part.dropFirst(list.count).dropLast())).contains { holdsAll($0) }
        }
        if part == ":root" || part == "html" { return true }
        guard part.hasPrefix("[") || part.hasPrefix(".") || part.hasPrefix("#") || part.hasPrefix(":has(") else { return false }
        if part.contains("dark") { return choice == .dark }
        if part.contains("light") { return choice == .light }
        if part.contains("contrast") || part.contains("more") { return isMoreContrast }
        if part.contains("auto") || part.contains("system") { return choice == nil }
        return part.hasPrefix("[") && !part.contains("=") && ThemeMode.isOfTheme(part) && choice != nil
    }

    private func holdsAll(_ compound: String) -> Bool {
        let parts = ThemeMode.parts(of: compound)
        return !parts.isEmpty && parts.count < 20 && parts.allSatisfy { holds($0) }
    }

    static func isOfTheme(_ part: String) -> Bool {
        !part.hasPrefix(":not") && ["dark", "light", "theme", "scheme", "contrast"].contains { part.contains($0) }
    }

    /// `:root[data-theme="dark"]:not(.print)` in its parts.
    static func parts(of compound: String) -> [String] {
        var parts: [String] = []
        var depth = 0
        for character in compound {
            let begins = depth == 0 && (character == ":" || character == "[" || character == "." || character == "#")
            if parts.isEmpty || begins && !(character == ":" && parts.last == ":") { parts.append("") }
            if character == "(" || character == "[" { depth += 1 } else if character == ")" || character == "]" { depth = max(0, depth - 1) }
            parts[parts.count - 1].append(character)
        }
        return parts.filter { !$0.isEmpty }
    }

    /// `[data-theme="dark"] .chart > .bar` in its compounds, in order.
    static func compounds(of selector: String) -> [String] {
        var compounds: [String] = [""]
        var depth = 0
        for character in selector {
            if character == "(" || character == "[" { depth += 1 } else if character == ")" || character == "]" { depth = max(0, depth - 1) }
            if depth == 0, character == " " || character == ">" || character == "+" || character == "~" {
                compounds.append("")
            } else {
                compounds[compounds.count - 1].append(character)
            }
        }
        return compounds.filter { !$0.isEmpty }
    }
}
