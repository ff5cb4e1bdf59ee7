import Publication

/// The ring around what has the focus, and sizes of type.
extension ThemeChecks {
    // MARK: Focus (WCAG 2.2, criteria 2.4.7 and 2.4.13)

    func focus() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var isShown = false
        for sheet in sheets {
            for block in sheet.blocks where !block.isForPaper {
                let isOfFocus = ThemeChecks.isOfFocus(block.prelude)
                for declaration in block.declarations where ["outline", "outline-style", "outline-width"].contains(declaration.name) {
                    guard ThemeChecks.isNothing(declaration.value) else {
                        if isOfFocus { isShown = true }
                        continue
                    }
                    if ThemeChecks.hasOtherSign(block, than: declaration) { continue }
                    problems.append(sheet.problem(
                        .themeFocus, at: declaration, "this takes away the ring around what has the focus, and puts nothing in its place",
                        help: "Leave it out: people who use the keyboard see by the ring where they are. What replaces it stands in the same braces: `border`, `box-shadow` or `background`."))
                }
            }
        }
        if !isShown, let sheet = sheets.first {
            problems.append(sheet.file.problem(
                .themeFocus, "no rule shows where the focus is",
                help: "Add one to the stylesheet, as in `:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }`."))
        }
        return problems
    }

    /// `a:focus-visible`, but not `.skip:not(:focus)`.
    private static func isOfFocus(_ selector: String) -> Bool {
        CSSColour.arguments(selector.lowercased()).contains { selector in
            selector.replacing(":not(:focus-visible)", with: "").replacing(":not(:focus)", with: "").contains(":focus")
        }
    }

    private static func isNothing(_ value: String) -> Bool {
        let words = value.lowercased().split(separator: " ")
        return words.contains("none") || words.first == "0" || words.first == "0px" || words.contains("hidden")
    }

    private static func hasOtherSign(_ block: Stylesheet.Block, than declaration: Stylesheet.Declaration) -> Bool {
        block.declarations.contains { other in
            guard other.offset != declaration.offset, other.value != "0", other.value.lowercased() != "none" else { return false }
            return other.name.hasPrefix("border") && !other.name.contains("radius") || other.name.hasPrefix("background") || other.name.hasPrefix("text-decoration")
                || other.name == "box-shadow" || other.name == "outline" && other.offset > declaration.offset
        }
    }

    // MARK: Sizes (WCAG 2.2, criterion 1.4.4)

    func fontSizes() -> [Diagnostic] {
        sheets.flatMap { sheet in
            sheet.blocks.filter { !$0.isForPaper }.flatMap { block in
                block.declarations.compactMap { declaration -> Diagnostic? in
                    guard declaration.name == "font-size" || declaration.name == "font", let unit = fixedUnit(in: declaration.value) else { return nil }
                    return sheet.problem(
                        .themeFontSize, at: declaration, "a size of type in \(unit), which stays as it is when a reader asks for larger text",
                        help: "Write it in rem: 16 px are 1rem. On paper, in `@media print`, pt is fine.")
                }
            }
        }
    }

    private static let fixedUnits = ["px", "pt", "pc", "cm", "mm", "in", "q"]

    /// A unit that no reader can change, where the size hangs on it alone.
    private func fixedUnit(in value: String) -> String? {
        let mode = ThemeMode.all[0]
        let resolved = (ThemeTokens.resolved(value, tokens.table(mode), mode) ?? value).lowercased()
        // Of a shorthand the size stands before the slash or the family.
        let size = resolved.split(separator: "/").first.map(String.init) ?? resolved
        var fixed: String?
        var number = false, unit = ""
        for scalar in (size + " ").unicodeScalars {
            if scalar == "." || ("0"..."9").contains(scalar) {
                if unit.isEmpty { number = true }
            } else if number, ("a"..."z").contains(scalar) || scalar == "%" {
                unit.unicodeScalars.append(scalar)
            } else {
                if number, !unit.isEmpty {
                    if ThemeChecks.fixedUnits.contains(unit) { fixed = fixed ?? unit } else { return nil }
                }
                number = false
                unit = ""
            }
        }
        return fixed
    }
}
