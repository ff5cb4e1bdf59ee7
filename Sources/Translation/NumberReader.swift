/// The numbers of a text, by their value in whatever digits they are written.
struct NumberReader {
    struct Number: Hashable {
        enum Kind { case number, date, time, amount }

        /// As it is written.
        let text: String
        /// The values that it may have, without grouping, with a point: `1,234` is 1234 or 1.234.
        let values: Set<String>
        var kind = Kind.number
        /// Of a list without spaces, `5,6,7`, or a section's number: its parts, which may also stand by themselves.
        var parts: [String] = []
        /// What may be said in words instead: 3rd, the 03 of 2022-03-09.
        var isOptional = false
    }

    private(set) var numbers: [Number] = []
    /// Digits alone, of what looks like a telephone number.
    private(set) var telephones: [(text: String, digits: String)] = []
    private(set) var percentSigns = 0

    private let scalars: [Unicode.Scalar]

    init(_ text: String) {
        // Marks of direction may stand in the middle of anything.
        scalars = text.unicodeScalars.filter { !$0.properties.isBidiControl }
        var index = 0
        while index < scalars.count {
            if NumberReader.isPercent(scalars[index]) { percentSigns += 1 }
            if let end = telephone(at: index) {
                index = end
            } else if digit(index) != nil {
                index = read(at: index)
            } else {
                index += 1
            }
        }
    }

    /// A digit of any script, as ASCII.
    static func digit(_ scalar: Unicode.Scalar) -> Character? {
        if (0x30...0x39).contains(scalar.value) { return Character(scalar) }
        guard scalar.value > 0x7F, scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
        return Character(Unicode.Scalar(UInt8(0x30 + Int(value))))
    }

    static func isPercent(_ scalar: Unicode.Scalar) -> Bool { ["%", "٪", "％", "﹪"].contains(scalar) }

    private func digit(_ index: Int) -> Character? { scalars.indices.contains(index) ? NumberReader.digit(scalars[index]) : nil }
    private func at(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    private func digits(at start: Int) -> (text: String, end: Int) {
        var text = "", end = start
        while let digit = digit(end) {
            text.append(digit)
            end += 1
        }
        return (text, end)
    }

    // MARK: Numbers

    /// - Returns: the index behind it.
    private mutating func read(at start: Int) -> Int {
        if let end = readISODate(at: start) ?? readTime(at: start) { return end }
        var parts = [digits(at: start)]
        var separators: [Unicode.Scalar] = []
        while let separator = at(parts[parts.count - 1].end), NumberReader.isSeparator(separator) {
            let next = digits(at: parts[parts.count - 1].end + 1)
            guard !next.text.isEmpty else { break }
            // Spaces and apostrophes only group.
            if !NumberReader.isPoint(separator), next.text.count != 3 || parts[0].text.count > 3 { break }
            parts.append(next)
            separators.append(separator)
        }
        let end = parts[parts.count - 1].end
        var values = NumberReader.values(parts.map(\.text), separators)
        if parts.count == 1, isAfternoon(end), let hour = Int(parts[0].text), hour < 12 { values.insert("\(hour + 12)") }
        numbers.append(Number(
            text: text(start..<end), values: values, kind: isAmount(start, end) ? .amount : .number,
            parts: parts.count > 1 ? parts.map { NumberReader.whole($0.text) } : [], isOptional: isOrdinal(end)))
        return end
    }

    private static func isPoint(_ scalar: Unicode.Scalar) -> Bool { [".", ",", "٫", "٬", "،", "．", "，", "·"].contains(scalar) }
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        isPoint(scalar) || [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"].contains(scalar)
    }

    private static func whole(_ text: String) -> String {
        let trimmed = text.drop { $0 == "0" }
        return trimmed.isEmpty ? "0" : String(trimmed)
    }

    private static func values(_ parts: [String], _ separators: [Unicode.Scalar]) -> Set<String> {
        func fraction(_ text: String) -> String {
            var text = text[...]
            while text.last == "0" { text.removeLast() }
            return text.isEmpty ? "" : "." + text
        }
        guard parts.count > 1 else { return [whole(parts[0])] }
        var values: Set<String> = []
        let isGrouped = parts[0].count <= 3 && parts[0] != "0"
        if isGrouped, parts.dropFirst().allSatisfy({ $0.count == 3 }), Set(separators).count == 1 { values.insert(whole(parts.joined())) }
        let isIndian = separators.count > 1 && Set(separators).count == 1 && parts.last?.count == 3 && parts.dropFirst().dropLast().allSatisfy { $0.count == 2 }
        if isIndian { values.insert(whole(parts.joined())) }
        if parts.count == 2, isPoint(separators[0]) { values.insert(whole(parts[0]) + fraction(parts[1])) }
        if parts.count > 2, isGrouped, parts.dropFirst().dropLast().allSatisfy({ $0.count == 3 }), Set(separators.dropLast()).count == 1,
            separators.last != separators.first {
            values.insert(whole(parts.dropLast().joined()) + fraction(parts[parts.count - 1]))
        }
        // A list without spaces, or a section's number.
        if values.isEmpty { values.insert(parts.map(whole).joined(separator: ".")) }
        return values
    }

    private func isAmount(_ start: Int, _ end: Int) -> Bool {
        func isCurrency(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.generalCategory == .currencySymbol }
        func isSpace(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isWhitespace == true }
        return isCurrency(at(start - 1)) || isSpace(at(start - 1)) && isCurrency(at(start - 2))
            || isCurrency(at(end)) || isSpace(at(end)) && isCurrency(at(end + 1)) && digit(end + 2) == nil
    }

    /// `6 p.m.`
    private func isAfternoon(_ end: Int) -> Bool {
        let rest = text(end..<min(end + 5, scalars.count)).lowercased().filter { !$0.isWhitespace && $0 != "." }
        return rest.hasPrefix("pm") && !(rest.dropFirst(2).first?.isLetter ?? false)
    }

    private func isOrdinal(_ end: Int) -> Bool {
        guard let first = at(end), let second = at(end + 1), at(end + 2).map({ !$0.properties.isAlphabetic }) ?? true else { return false }
        return ["st", "nd", "rd", "th"].contains(String(first).lowercased() + String(second).lowercased())
    }

    private func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    // MARK: Dates and times

    /// `2022-03-09`: year and day have to be there, the month may have its name.
    private mutating func readISODate(at start: Int) -> Int? {
        let year = digits(at: start)
        guard year.text.count == 4, at(year.end) == "-" else { return nil }
        let month = digits(at: year.end + 1)
        guard month.text.count == 2, at(month.end) == "-" else { return nil }
        let day = digits(at: month.end + 1)
        guard day.text.count == 2 else { return nil }
        let written = text(start..<day.end)
        for (part, isOptional) in [(year, false), (month, true), (day, false)] {
            numbers.append(Number(text: written, values: NumberReader.values([part.text], []), kind: .date, isOptional: isOptional))
        }
        return day.end
    }

    /// `2:30`, `14.30 h`: with the hour of the other half of the day.
    private mutating func readTime(at start: Int) -> Int? {
        let hour = digits(at: start)
        guard (1...2).contains(hour.text.count), at(hour.end) == ":" || at(hour.end) == "：", let value = Int(hour.text), value <= 24 else { return nil }
        let minute = digits(at: hour.end + 1)
        guard minute.text.count == 2 else { return nil }
        let written = text(start..<minute.end)
        numbers.append(Number(text: written, values: ["\(value)", "\((value + 12) % 24)"], kind: .time))
        numbers.append(Number(text: written, values: NumberReader.values([minute.text], []), kind: .time, isOptional: minute.text == "00" || minute.text == "30"))
        return minute.end
    }

    // MARK: Telephone numbers

    /// `413-555-0100`, `413.555.0100`, `(413) 555-0100`, `+1 413 555 0100`: 7 to 15 digits.
    private mutating func telephone(at start: Int) -> Int? {
        guard let first = at(start), first == "+" || first == "(" || first == "（" || NumberReader.digit(first) != nil else { return nil }
        if let before = at(start - 1), NumberReader.digit(before) != nil || before.properties.generalCategory == .currencySymbol { return nil }
        let isOpened = first == "+" || first == "(" || first == "（"
        var groups: [String] = []
        var hyphens = 0, points = 0
        var index = start, end = start
        while let scalar = at(index), index - end < 3 {
            if NumberReader.digit(scalar) != nil {
                let group = digits(at: index)
                groups.append(group.text)
                (index, end) = (group.end, group.end)
                continue
            }
            switch scalar {
            case "-", "‐", "‑": hyphens += groups.isEmpty ? 0 : 1
            case ".": points += 1
            case "+" where index == start, "(", ")", "（", "）": break
            case " ", "\u{A0}": if !isOpened { index = scalars.count }
            default: index = scalars.count
            }
            index += 1
        }
        if isOpened, first != "+" {
            guard let area = groups.first, area.count <= 3, let behind = at(start + 1 + area.count), behind == ")" || behind == "）" else { return nil }
        }
        let count = groups.reduce(0) { $0 + $1.count }
        guard (7...15).contains(count), groups.allSatisfy({ $0.count <= 4 }) || first == "+" else { return nil }
        // Years, dates and ranges are none.
        if !isOpened, groups.allSatisfy({ $0.count == 4 || $0.count == 2 }) { return nil }
        let isPointed = points > 0 && groups.count > 1 && groups.dropLast().allSatisfy { $0.count == 3 } && groups.last?.count == 4
        guard isOpened || isPointed || hyphens > 0 && points == 0 && groups.count > 1 && groups.dropFirst().contains(where: { $0.count > 2 }) else { return nil }
        telephones.append((text(start..<end), groups.joined()))
        return end
    }
}
