import Publication

/// Sizes of type that a reader can change (WCAG 2.2, criterion 1.4.4).
extension ThemeChecks {
    func fontSizes() -> [Diagnostic] {
        let mode = ThemeMode.all[0], table = tokens.table(mode)
        var told: Set<String> = []
        return sheets.flatMap { sheet in
            sheet.blocks.filter { !$0.isForPaper }.flatMap { block in
                block.declarations.compactMap { declaration -> Diagnostic? in
                    guard declaration.name == "font-size" || declaration.name == "font", let unit = fixedUnit(of: declaration, table, mode) else { return nil }
                    // A size that a token gives is mended where the token gets it.
                    let source = ThemeTokens.tokens(in: declaration.value).compactMap { table[$0] }.flatMap { ThemeTokens.sources(of: $0, table) }
                        .last { TypeSize($0.value).fixedUnit != nil }
                    let place = source.map { (sheets[$0.sheet], $0.declaration) } ?? (sheet, declaration)
                    guard told.insert("\(place.0.file.path):\(place.1.offset)").inserted else { return nil }
                    return place.0.problem(
                        .themeFontSize, at: place.1, "a size of type in \(unit), which stays as it is when a reader asks for larger text",
                        help: "Write it in rem: 16 px are 1rem. On paper, in `@media print`, pt is fine.")
                }
            }
        }
    }

    /// A unit that no reader can change, where the size hangs on it alone.
    private func fixedUnit(of declaration: Stylesheet.Declaration, _ table: [String: ThemeTokens.Setting], _ mode: ThemeMode) -> String? {
        let value = ThemeTokens.resolved(declaration.value, table, mode) ?? declaration.value
        guard declaration.name == "font" else { return TypeSize(value).fixedUnit }
        // Of a shorthand the size stands before the slash or the family.
        for part in CSSColour.arguments(value, at: " ") {
            if part == "/" { break }
            let size = TypeSize(CSSColour.arguments(part, at: "/").first ?? part)
            if size != .none { return size.fixedUnit }
        }
        return nil
    }
}

/// What a size of type hangs on.
private enum TypeSize: Equatable {
    /// On a unit that stays, whatever a reader asks for: `px`, or a part of the window.
    case fixed(String)
    /// On the size that the reader has set.
    case relative
    /// A number, or a word such as `larger`.
    case none

    var fixedUnit: String? { if case .fixed(let unit) = self { unit } else { nil } }

    private static let fixedUnits: Set<String> = ["px", "pt", "pc", "cm", "mm", "in", "q"]

    init(_ text: String, depth: Int = 0) {
        let text = text.lowercased()
        guard depth < 8 else {
            self = .none
            return
        }
        if text.hasSuffix(")"), let open = text.firstIndex(of: "(") {
            let parts = CSSColour.arguments(String(text[text.index(after: open)...].dropLast()))
            let sizes = parts.map { TypeSize($0, depth: depth + 1) }
            let fixed = sizes.first { $0.fixedUnit != nil }
            switch text[..<open] {
            case "min": self = fixed ?? (sizes.contains(.relative) ? .relative : .none)
            case "max": self = sizes.contains(.relative) ? .relative : fixed ?? .none
            // The least counts more than the most: max(least, min(size, most)).
            case "clamp" where sizes.count == 3:
                self = sizes[0].fixedUnit == nil ? sizes[0] : sizes[1].fixedUnit != nil || sizes[2].fixedUnit != nil ? sizes[0] : .relative
            default:
                let terms = parts.flatMap { CSSColour.arguments($0, at: " ") }.flatMap { $0.hasPrefix("-") ? [$0] : CSSColour.arguments($0, at: "*") }
                    .map { TypeSize($0, depth: depth + 1) }
                self = terms.contains(.relative) ? .relative : terms.first { $0.fixedUnit != nil } ?? .none
            }
            return
        }
        let scalars = Array(text.unicodeScalars)
        var end = scalars.firstIndex { $0 != "+" && $0 != "-" } ?? scalars.count
        let start = end
        while end < scalars.count, scalars[end] == "." || ("0"..."9").contains(scalars[end]) { end += 1 }
        guard end > start else {
            self = .none
            return
        }
        // `1.4e1px`, but not `1em`.
        if end + 1 < scalars.count, scalars[end] == "e", ("0"..."9").contains(scalars[end + 1]) {
            end += 1
            while end < scalars.count, ("0"..."9").contains(scalars[end]) { end += 1 }
        }
        var unit = String.UnicodeScalarView()
        unit.append(contentsOf: scalars[end...])
        let name = String(unit)
        let isOfWindow = ["vw", "vh", "vi", "vb", "vmin", "vmax", "cqw", "cqh", "cqi", "cqb", "cqmin", "cqmax"].contains { name.hasSuffix($0) }
        self = name.isEmpty ? .none : TypeSize.fixedUnits.contains(name) || isOfWindow ? .fixed(name) : .relative
    }
}
