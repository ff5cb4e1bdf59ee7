/// A text as it is compared with others: in small letters, with single spaces, without marks and signs at its ends.
func folded(_ text: some StringProtocol) -> String {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
        guard !word.isEmpty else { return }
        words.append(String(word))
        word.removeAll(keepingCapacity: true)
    }
    for scalar in text.lowercased().unicodeScalars {
        if scalar.properties.isWhitespace { close() } else if scalar != "\u{AD}", scalar != "\u{200B}" { word.append(scalar) }
    }
    close()
    let scalars = words.joined(separator: " ").unicodeScalars
    guard let first = scalars.firstIndex(where: isLetterOrDigit), let last = scalars.lastIndex(where: isLetterOrDigit) else { return "" }
    return String(scalars[first...last])
}

func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value & 0xDF) }
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
}

/// A text that is put into a message, cut where it is long.
func excerpt(_ text: some StringProtocol, of length: Int = 60) -> String {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.unicodeScalars.count > length ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(length - 1))) + "…" : text
}

/// The runs of scalars of one kind; those of kind 0 part them and are left out.
func runs(of text: String, by kind: (Unicode.Scalar) -> Int) -> [String] {
    var runs: [String] = [], run = String.UnicodeScalarView(), last = 0
    for scalar in text.unicodeScalars {
        let next = kind(scalar)
        if next != last, !run.isEmpty {
            runs.append(String(run))
            run = String.UnicodeScalarView()
        }
        last = next
        if next > 0 { run.append(scalar) }
    }
    if !run.isEmpty { runs.append(String(run)) }
    return runs
}
