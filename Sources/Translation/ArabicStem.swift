import Markdown

/// What an Arabic word has in common with its other forms: the letters that neither its number, its case nor a word that is
/// written together with it changes. الكفاءة, للكفاءة and وكفاءات are one, and so are معيار and المعايير.
enum ArabicStem {
    static func isArabic(_ text: String) -> Bool { text.unicodeScalars.contains { (0x0620...0x064A).contains($0.value) } }

    /// With and without what may be written together with it.
    static func stems(of word: String) -> Set<String> {
        let letters = word.unicodeScalars.filter { !ArabicWriting.isSign($0) }.map(ArabicWriting.plain)
        var forms: [ArraySlice<Unicode.Scalar>] = [letters[...]]
        // and, so; by, as, for; the, for the
        for clitics in [["\u{0648}", "\u{0641}"], ["\u{0628}", "\u{0643}", "\u{0644}"], ["\u{0627}\u{0644}", "\u{0644}\u{0644}"]] as [[String]] {
            forms += forms.flatMap { form in
                clitics.lazy.filter { form.starts(with: $0.unicodeScalars) && form.count > $0.unicodeScalars.count + 1 }.map { form.dropFirst($0.unicodeScalars.count) }
            }
        }
        return Set(forms.compactMap { form in
            let bare = withoutEnding(form)
            let stem = bare.filter { !["\u{0627}", "\u{0648}", "\u{064A}", "\u{0649}", "\u{0621}", "\u{0624}", "\u{0626}"].contains($0) }
            // أولية would have one letter left.
            return bare.count < 2 ? nil : String(String.UnicodeScalarView(stem.count > 1 ? stem : Array(bare)))
        })
    }

    /// Without the ending of a feminine or of a plural.
    private static func withoutEnding(_ form: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        for ending in ["\u{0627}\u{062A}", "\u{0648}\u{0646}", "\u{064A}\u{0646}", "\u{0629}", "\u{062A}"] as [String] where form.count > ending.unicodeScalars.count + 1 {
            if form.suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars) { return form.dropLast(ending.unicodeScalars.count) }
        }
        return form
    }
}
