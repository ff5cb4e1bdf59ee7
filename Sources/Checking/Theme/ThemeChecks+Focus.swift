import Publication

/// The ring around what has the focus (WCAG 2.2, criteria 2.4.7 and 2.4.13).
extension ThemeChecks {
    func focus() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var isShown = false
        let signed = selectorsWithSign()
        for sheet in sheets {
            for block in sheet.blocks where !block.isForPaper {
                // Where the focus is not, or came by the mouse, no ring is owed.
                let selectors = CSSColour.arguments(block.prelude.lowercased()).filter { !$0.contains(":not(:focus") }
                guard !selectors.isEmpty else { continue }
                let isOfFocus = selectors.contains { $0.contains(":focus") }
                if isOfFocus, hasSign(block) || block.last("outline", "outline-style").map({ !takesRing($0) }) == true { isShown = true }
                guard let taken = block.declarations.last(where: { takesRing($0) }) else { continue }
                let others = block.declarations.filter { $0.offset > taken.offset && ["outline", "outline-style", "outline-width"].contains($0.name) && !takesRing($0) }
                if !others.isEmpty || isOfFocus && hasSign(block) { continue }
                if !isOfFocus, selectors.allSatisfy({ signed.contains($0) }) { continue }
                problems.append(sheet.problem(
                    .themeFocus, at: taken, "this takes away the ring around what has the focus, and puts nothing in its place",
                    help: "Leave it out: people who use the keyboard see by the ring where they are. What replaces it stands in the same braces of `:focus-visible`: a `border`, `box-shadow` or `background` of 3:1."))
            }
        }
        if !isShown, let sheet = sheets.last {
            problems.append(sheet.file.problem(
                .themeFocus, "no rule shows where the focus is",
                help: "Add one to the stylesheet, as in `:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }`."))
        }
        return problems
    }

    /// `.button`, where `.button:focus-visible` has a sign of its own.
    private func selectorsWithSign() -> Set<String> {
        var found: Set<String> = []
        for block in sheets.lazy.flatMap(\.blocks) where !block.isForPaper && block.prelude.contains(":focus") && hasSign(block) {
            for selector in CSSColour.arguments(block.prelude.lowercased()) {
                guard let focus = selector.firstRange(of: ":focus") else { continue }
                found.insert(String(selector[..<focus.lowerBound]))
            }
        }
        return found
    }

    private func takesRing(_ declaration: Stylesheet.Declaration) -> Bool {
        let value = declaration.value.lowercased(), words = CSSColour.arguments(value, at: " ")
        switch declaration.name {
        case "all": return value == "unset" || value == "initial"
        case "outline", "outline-style":
            return words.contains { ["none", "hidden", "unset", "initial"].contains($0) || ThemeChecks.isZero($0) } || isTransparent(value)
        case "outline-width": return words.first.map(ThemeChecks.isZero) ?? false
        case "outline-color": return isTransparent(value)
        default: return false
        }
    }

    /// Whether a rule draws something that is seen on the page's ground.
    private func hasSign(_ block: Stylesheet.Block) -> Bool {
        block.declarations.contains { declaration in
            let value = declaration.value.lowercased(), name = declaration.name
            if name == "outline" || name == "outline-style" { return !takesRing(declaration) && block.last("outline-color").map { !takesRing($0) } ?? true && contrasts(value) }
            let isSign = name.hasPrefix("border") && !name.contains("radius") && name != "border-collapse" && name != "border-spacing"
                || name.hasPrefix("background") && name != "background-clip" || name.hasPrefix("text-decoration") || name == "box-shadow"
            let words = CSSColour.arguments(value, at: " ")
            guard isSign, let first = words.first, !ThemeChecks.isZero(first) || name == "box-shadow",
                !["none", "hidden", "unset", "initial", "inherit", "revert"].contains(where: { words.contains($0) })
            else { return false }
            return contrasts(value)
        }
    }

    /// Whether colours of a value can be told from the page's ground; the text's own colour, which is meant where none is named, can.
    private func contrasts(_ value: String) -> Bool {
        let mode = ThemeMode.all[0], table = tokens.table(mode)
        guard let resolved = ThemeTokens.resolved(value, table, mode) else { return true }
        let colours = CSSColour.arguments(resolved, at: " ").flatMap { CSSColour.arguments($0) }.compactMap { CSSColour(css: $0) }
        guard !colours.isEmpty else { return true }
        let page = pairs.page.flatMap { table[$0] }.flatMap { colour($0.value, table, mode) }
        return colours.contains { colour in colour.alpha > 0 && page.map { $0.alpha < 1 || colour.contrast(on: $0) >= 3 } ?? true }
    }

    private func isTransparent(_ value: String) -> Bool {
        let mode = ThemeMode.all[0]
        return colour(value, tokens.table(mode), mode).map { $0.alpha == 0 } ?? false
    }

    /// `0`, `0px`, `0.0em`.
    private static func isZero(_ word: String) -> Bool {
        let number = word.prefix { $0.isNumber || $0 == "." }
        return !number.isEmpty && Double(number) == 0 && word.dropFirst(number.count).allSatisfy(\.isLetter)
    }
}
