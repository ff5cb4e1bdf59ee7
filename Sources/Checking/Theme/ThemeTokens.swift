import Publication

/// A theme's tokens, `--ink: #17202e`, as they stand in each mode.
struct ThemeTokens {
    /// Where a token got its value.
    struct Setting {
        let value: String
        let sheet: Int
        let declaration: Stylesheet.Declaration
        /// The later and the more specific ones win.
        let rank: Int
    }

    let sheets: [Stylesheet]
    /// Of the page as a whole, by mode.
    private let tables: [ThemeMode: [String: Setting]]
    /// Parts of a page that set tokens of their own, in the order of the stylesheets.
    let scopes: [String]
    private let scopedTables: [ThemeMode: [String: [String: Setting]]]
    let names: Set<String>
    /// Those in which a theme looks otherwise than in the ones before: most let nobody choose against the system.
    let modes: [ThemeMode]

    /// - Parameter isMet: whether the page is as wide as a condition asks, and the like.
    init(_ sheets: [Stylesheet], assuming isMet: (String) -> Bool = { _ in true }) {
        self.sheets = sheets
        var tables: [ThemeMode: [String: Setting]] = [:]
        var scoped: [ThemeMode: [String: [String: Setting]]] = [:]
        var scopes: [String] = []
        var names: Set<String> = []
        var order = 0
        for (number, sheet) in sheets.enumerated() {
            for block in sheet.blocks where !block.prelude.hasPrefix("@") {
                let tokens = block.declarations.filter { $0.name.hasPrefix("--") }
                guard !tokens.isEmpty else { continue }
                order += 1
                names.formUnion(tokens.map(\.name))
                // What is in no layer wins over what is in one.
                let layer = block.conditions.contains { $0.lowercased().hasPrefix("@layer") } ? -1_000_000_000 : 0
                // A list as long as a page is none.
                for selector in CSSColour.arguments(block.prelude).prefix(60) {
                    let compounds = ThemeMode.compounds(of: selector)
                    guard let first = compounds.first else { continue }
                    for mode in ThemeMode.all where mode.meets(block.conditions, assuming: isMet) {
                        func setting(_ token: Stylesheet.Declaration, _ specificity: Int) -> Setting {
                            Setting(value: token.value, sheet: number, declaration: token, rank: layer + specificity * 1_000_000 + order)
                        }
                        let root = mode.rootSpecificity(of: first)
                        if compounds.count == 1, let root {
                            for token in tokens where tables[mode]?[token.name].map({ $0.rank <= layer + root * 1_000_000 + order }) ?? true {
                                tables[mode, default: [:]][token.name] = setting(token, root)
                            }
                            continue
                        }
                        // What is of the page in another mode is no part of a page.
                        let isOfPage = ThemeMode.all.contains { $0.rootSpecificity(of: first) != nil }
                        if isOfPage, root == nil || compounds.count == 1 { continue }
                        let scope = isOfPage ? compounds.dropFirst().joined(separator: " ") : selector
                        if !scopes.contains(scope) {
                            guard scopes.count < 200 else { continue }
                            scopes.append(scope)
                        }
                        for token in tokens { scoped[mode, default: [:]][scope, default: [:]][token.name] = setting(token, 1000 + (root ?? 0)) }
                    }
                }
            }
        }
        self.tables = tables
        self.scopes = scopes
        self.names = names
        scopedTables = scoped
        modes = ThemeMode.all.filter { mode in
            guard mode.choice != nil else { return true }
            var system = mode
            system.choice = nil
            return (tables[mode] ?? [:]).mapValues(\.value) != (tables[system] ?? [:]).mapValues(\.value)
        }
    }

    /// The tokens as they stand where each condition of a width is met, where none is, and where one alone is.
    static func onEveryWidth(_ sheets: [Stylesheet]) -> [ThemeTokens] {
        var asked: Set<String> = []
        for block in sheets.lazy.flatMap(\.blocks) where block.declarations.contains(where: { $0.name.hasPrefix("--") }) && !block.conditions.isEmpty {
            for mode in ThemeMode.all { _ = mode.meets(block.conditions) { asked.insert($0).inserted || true } }
        }
        let all = ThemeTokens(sheets)
        guard !asked.isEmpty else { return [all] }
        let alone = asked.count > 1 ? asked.sorted().prefix(12).map { one in ThemeTokens(sheets) { $0 == one } } : []
        return [all, ThemeTokens(sheets) { _ in false }] + alone
    }

    /// What a setting's value comes from, itself first.
    static func sources(of setting: Setting, _ table: [String: Setting], depth: Int = 0) -> [Setting] {
        guard depth < 12 else { return [setting] }
        return [setting] + tokens(in: setting.value).prefix(12).compactMap { table[$0] }.flatMap { sources(of: $0, table, depth: depth + 1) }
    }

    /// The tokens in a mode, on the page as a whole or in a part of it.
    func table(_ mode: ThemeMode, scope: String? = nil) -> [String: Setting] {
        let whole = tables[mode] ?? [:]
        guard let scope else { return whole }
        return whole.merging(scopedTables[mode]?[scope] ?? [:]) { $1 }
    }

    func sets(_ token: String, _ mode: ThemeMode, scope: String) -> Bool { scopedTables[mode]?[scope]?[token] != nil }

    /// A value with its tokens put in; nil where one is missing, or leads back to itself.
    static func resolved(_ value: String, _ table: [String: Setting], _ mode: ThemeMode, depth: Int = 0) -> String? {
        guard depth < 12, value.utf8.count < 2000 else { return nil }
        var result = ""
        var rest = value[...]
        while let call = rest.firstRange(of: "var(") {
            result += rest[..<call.lowerBound]
            guard let end = closing(rest[call.upperBound...]) else { return nil }
            let arguments = rest[call.upperBound..<end].split(separator: ",", maxSplits: 1).map { trimmed(String($0)) }
            guard let name = arguments.first else { return nil }
            guard let inner = (table[name]?.value ?? (arguments.count > 1 ? arguments[1] : nil)).flatMap({ resolved($0, table, mode, depth: depth + 1) }) else { return nil }
            result += inner
            guard result.utf8.count < 2000 else { return nil }
            rest = rest[rest.index(after: end)...]
        }
        result += rest
        let whole = trimmed(result)
        if whole.lowercased().hasPrefix("light-dark("), whole.hasSuffix(")") {
            let choices = CSSColour.arguments(String(whole.dropFirst("light-dark(".count).dropLast()))
            return choices.count == 2 ? choices[mode.showsDark ? 1 : 0] : nil
        }
        return whole
    }

    private static func closing(_ text: Substring) -> String.Index? {
        var depth = 1
        for index in text.indices {
            if text[index] == "(" { depth += 1 } else if text[index] == ")" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// The tokens that a value names, in order.
    static func tokens(in value: String) -> [String] {
        value.split(separator: "var(").dropFirst(value.hasPrefix("var(") ? 0 : 1).compactMap { part in
            let name = part.drop { $0 == " " }.prefix { $0 != "," && $0 != ")" && $0 != " " }
            return name.hasPrefix("--") ? String(name) : nil
        }
    }
}
