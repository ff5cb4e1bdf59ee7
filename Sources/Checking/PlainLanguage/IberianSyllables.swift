/// How many syllables a Spanish or a Portuguese word has: its vowels, less those that glide into their neighbours.
struct IberianSyllables {
    let isPortuguese: Bool

    /// - Parameter word: in small letters, composed (`é` as one scalar).
    func count(_ word: String) -> Int {
        let letters = self.letters(of: word)
        var count = 0
        var group: Group?
        for (offset, letter) in letters.enumerated() {
            guard let vowel = letter.vowel else {
                // A Spanish h parts no vowels: prohi|bir.
                if letter.scalar != "h" || isPortuguese { group = nil }
                continue
            }
            if var open = group, joins(vowel, to: open, at: offset, in: letters) {
                open.isClosed = isPortuguese || open.hasStrong && vowel != .strong
                open.hasStrong = open.hasStrong || vowel == .strong
                open.last = vowel
                open.scalar = letter.scalar
                group = open
            } else {
                count += 1
                group = Group(last: vowel, hasStrong: vowel == .strong, scalar: letter.scalar)
            }
        }
        return max(1, isPortuguese && endsInGlide(letters) ? count - 1 : count)
    }

    private enum Vowel {
        case strong
        /// i and u, which glide; with an accent they stand alone.
        case weak, accented
    }

    private struct Letter {
        let scalar: Unicode.Scalar
        let vowel: Vowel?
    }

    /// Vowels of one syllable so far.
    private struct Group {
        var last: Vowel
        var hasStrong: Bool
        var scalar: Unicode.Scalar
        /// Whether a glide has ended it.
        var isClosed = false
    }

    // MARK: What joins

    private func joins(_ vowel: Vowel, to group: Group, at offset: Int, in letters: [Letter]) -> Bool {
        isPortuguese ? joinsInPortuguese(vowel, to: group, at: offset, in: letters) : joinsInSpanish(vowel, to: group, letters[offset].scalar)
    }

    /// Ortografía de la lengua española (2010), chapter II, 3.3: two open vowels, or an open and a closed one with an accent,
    /// or two equal ones, part; all others join.
    private func joinsInSpanish(_ vowel: Vowel, to group: Group, _ scalar: Unicode.Scalar) -> Bool {
        if group.isClosed { return false }
        switch (group.last, vowel) {
        case (.weak, .strong): return !group.hasStrong
        case (.strong, .weak): return true
        case (.weak, .weak), (.weak, .accented), (.accented, .weak): return base(group.scalar) != base(scalar)
        default: return false
        }
    }

    /// Vowel and glide join, glide and vowel part (cri|an|ça), but for the u after q and g, which is left out before.
    private func joinsInPortuguese(_ vowel: Vowel, to group: Group, at offset: Int, in letters: [Letter]) -> Bool {
        let scalar = letters[offset].scalar
        if group.isClosed { return false }
        // mão, mãe, põe
        if group.scalar == "ã" || group.scalar == "õ" { return scalar == "o" || scalar == "e" || vowel == .weak }
        guard vowel == .weak, group.last != .accented || base(group.scalar) != base(scalar) else { return false }
        if group.last == .weak, base(group.scalar) == base(scalar) { return false }
        // ra|iz, ru|im, ca|in|do, ra|i|nha, but: mai|or
        let next = offset + 1 < letters.count ? letters[offset + 1] : nil
        let second = offset + 2 < letters.count ? letters[offset + 2] : nil
        if let next, next.vowel == nil, "lmnrz".unicodeScalars.contains(next.scalar) {
            if next.scalar == "n", second?.scalar == "h" { return false }
            guard let second else { return false }
            if second.vowel == nil, !(second.scalar == "h" && next.scalar == "l") { return false }
        }
        return true
    }

    /// `his|tó|ria`, `á|rea`: after an accent the last two vowels are said in one.
    private func endsInGlide(_ letters: [Letter]) -> Bool {
        var end = letters.count
        if end > 0, letters[end - 1].scalar == "s" { end -= 1 }
        guard end > 3, let last = letters[end - 1].vowel, last == .strong, letters[end - 2].vowel != nil, !isAccented(letters[end - 1].scalar),
            ["i", "u", "e", "o"].contains(letters[end - 2].scalar), letters[end - 3].vowel == nil
        else { return false }
        if letters[end - 2].scalar == letters[end - 1].scalar || letters[end - 2].scalar == "o" && letters[end - 1].scalar != "a" { return false }
        return letters[..<(end - 2)].contains { isAccented($0.scalar) }
    }

    // MARK: Letters

    /// The letters that are said: without the u of que and gui, a last y of Spanish as the vowel that it is.
    private func letters(of word: String) -> [Letter] {
        let scalars = Array(word.lowercased().unicodeScalars.filter(\.properties.isAlphabetic))
        var letters: [Letter] = []
        for (offset, scalar) in scalars.enumerated() {
            let before = offset > 0 ? scalars[offset - 1] : " ", next = offset + 1 < scalars.count ? scalars[offset + 1] : " "
            switch scalar {
            case "u" where (before == "q" || before == "g") && "eiéíêaoáóâãõ".unicodeScalars.contains(next):
                // Silent before e and i; before a and o a glide, which adds nothing either.
                if !isPortuguese, before == "g", "aoáó".unicodeScalars.contains(next) { letters.append(Letter(scalar: scalar, vowel: .weak)) }
            case "y":
                let isVowel = next == " " || !isVowelLetter(next)
                letters.append(Letter(scalar: scalar, vowel: isVowel ? .weak : nil))
            default: letters.append(Letter(scalar: scalar, vowel: vowel(scalar)))
            }
        }
        return letters
    }

    private func isVowelLetter(_ scalar: Unicode.Scalar) -> Bool { vowel(scalar) != nil }

    private func vowel(_ scalar: Unicode.Scalar) -> Vowel? {
        switch scalar {
        case "a", "e", "o", "á", "é", "ó", "à", "è", "ò", "â", "ê", "ô", "ã", "õ", "ä", "ö": .strong
        case "i", "u", "ü": .weak
        case "í", "ú", "î", "û", "ï": .accented
        default: nil
        }
    }

    private func isAccented(_ scalar: Unicode.Scalar) -> Bool { "áéíóúâêô".unicodeScalars.contains(scalar) }

    private func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "í", "î", "ï", "y": "i"
        case "ú", "û", "ü": "u"
        default: scalar
        }
    }
}
