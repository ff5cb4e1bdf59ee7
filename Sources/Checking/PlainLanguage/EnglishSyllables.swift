/// How many syllables an English word has, told from its letters: groups of vowels, less the silent `e`s, more the groups
/// that are spoken in two, and a table of what no rule tells.
enum EnglishSyllables {
    /// - Parameter word: in small letters; apostrophes as they are.
    static func count(_ word: String) -> Int {
        let parts = word.unicodeScalars.split { $0 == "'" || $0 == "’" }
        guard let first = parts.first else { return 1 }
        let letters = folded(first)
        var count = stem(letters)
        if parts.count > 1 {
            let ending = folded(parts[1])
            let before = letters.last ?? 0
            if ending == Array("t".utf8), letters.last == UInt8(ascii: "n"), letters.count > 2, "dsv".utf8.contains(letters[letters.count - 2]) {
                count += 1
            } else if ending == Array("s".utf8), letters.count > 3, isSibilant(letters[...]) {
                count += 1
            } else if ending == Array("ve".utf8), !isVowel(before) {
                count += 1
            } else if ending.count > 2 {
                count += stem(ending)
            }
        }
        return max(1, count)
    }

    private static func stem(_ word: [UInt8]) -> Int {
        if let known = exceptions[String(decoding: word, as: UTF8.self)] { return known }
        // A plural or a possessive of an exception.
        if word.count > 3, word.last == UInt8(ascii: "s"), let known = exceptions[String(decoding: word.dropLast(), as: UTF8.self)] {
            return known + (isSibilant(word.dropLast()) ? 1 : 0)
        }
        if word.count > 7, word.starts(with: "every".utf8) { return 2 + stem(Array(word.dropFirst(5))) }
        for prefix in compounds where word.count > prefix.count + 1 && word.starts(with: prefix) {
            return stem(prefix) + stem(Array(word.dropFirst(prefix.count)))
        }
        var count = 0
        var offset = 0
        while offset < word.count {
            guard isVowel(word[offset]) else { offset += 1; continue }
            var end = offset + 1
            while end < word.count, isVowel(word[end]) {
                // Between vowels, y closes the group: pay|er, be|yond.
                if word[end - 1] == UInt8(ascii: "y"), end - 1 > offset { break }
                end += 1
            }
            count += spoken(offset..<end, in: word)
            offset = end
        }
        return max(1, count - silent(word) + more(word))
    }

    // MARK: Groups of vowels

    /// One or two.
    private static func spoken(_ group: Range<Int>, in word: [UInt8]) -> Int {
        guard group.count > 1 else { return 1 }
        let before = group.lowerBound > 0 ? word[group.lowerBound - 1] : 0
        let rest = word[group.upperBound...]
        let text = String(decoding: word[group], as: UTF8.self)
        let isFirst = !word[..<group.lowerBound].contains(where: isVowel)
        func isBefore(_ letters: String) -> Bool { letters.utf8.contains(before) }
        func goesOn(_ endings: String...) -> Bool { endings.contains { rest.starts(with: Array($0.utf8)) } }
        // go|ing, be|ing, try|ing
        if text.hasSuffix("i"), rest.elementsEqual("ng".utf8) || rest.elementsEqual("ngs".utf8), !isBefore("q") || group.count > 2 { return 2 }
        switch text {
        case "ia":
            if isBefore("ct") { return goesOn("te", "ti", "ry", "ries") && !goesOn("tive") ? 2 : 1 }
            if isBefore("l"), !isFirst, rest.count < 4, goesOn("n", "r") { return goesOn("nc") ? 2 : 1 }
            return isBefore("sg") && !goesOn("s", "st") && !isFirst ? 1 : 2
        case "io":
            if isFirst || rest.isEmpty { return 2 }
            return isBefore("tscgxh") || isBefore("n") && goesOn("n", "r") || isBefore("l") && goesOn("n") ? 1 : 2
        case "iou": return isBefore("tscgxn") ? 1 : 2
        case "iu": return 2
        case "ie":
            if goesOn("t") || rest.elementsEqual("n".utf8) || rest.elementsEqual("ns".utf8) { return 2 }
            if goesOn("nc", "nt") { return isBefore("tc") ? 1 : 2 }
            let isComparative = rest.elementsEqual("r".utf8) || rest.elementsEqual("rs".utf8) || rest.elementsEqual("st".utf8)
            return isComparative && !isFirst ? 2 : 1
        case "eo": return isBefore("p") || isBefore("g") && !isFirst ? 1 : 2
        case "eou": return isBefore("gct") ? 1 : 2
        case "ua": return isBefore("qg") || isBefore("s") && goesOn("d", "si", "ve") ? 1 : 2
        case "ue": return goesOn("nc", "nt", "l") && !isBefore("qg") ? 2 : 1
        case "ui": return goesOn("ty", "ties", "tion", "tive", "tous") && !isBefore("q") || goesOn("n", "d") && isBefore("rl") ? 2 : 1
        case "uo", "uou": return isBefore("q") ? 1 : 2
        case "eu": return goesOn("m") ? 2 : 1
        case "ao": return 2
        case "oe": return goesOn("m", "t") ? 2 : 1
        case "oi": return rest.elementsEqual("c".utf8) ? 2 : 1
        case "uie", "iae", "ioa", "uia", "aia": return 2
        default: return 1
        }
    }

    // MARK: Letters that are not heard, and syllables without a letter

    private static func silent(_ word: [UInt8]) -> Int {
        var silent = 0
        let count = word.count
        func at(_ offset: Int) -> UInt8 { offset >= 0 && offset < count ? word[offset] : 0 }
        func ends(_ ending: String) -> Bool { word.count > ending.utf8.count && word.suffix(ending.utf8.count).elementsEqual(Array(ending.utf8)) }
        /// Whether a lone `e` stands there, with a vowel somewhere before it.
        func isLone(_ offset: Int) -> Bool {
            at(offset) == UInt8(ascii: "e") && (!isVowel(at(offset - 1)) || at(offset - 1) == UInt8(ascii: "y") && isVowel(at(offset - 2)))
                && word[..<max(0, offset)].contains(where: isVowel)
        }
        /// `ta|ble`, `a|cre`: the consonant before the l makes a syllable of it.
        func isSyllabic(_ offset: Int) -> Bool {
            at(offset - 1) == UInt8(ascii: "l") && "bcdfgkptz".utf8.contains(at(offset - 2))
                || at(offset - 1) == UInt8(ascii: "l") && at(offset - 2) == UInt8(ascii: "s") && "s".utf8.contains(at(offset - 3))
        }
        if ends("e"), isLone(count - 1) {
            let isCentre = at(count - 2) == UInt8(ascii: "r") && "tc".utf8.contains(at(count - 3)) && at(count - 4) != 0
            if !isSyllabic(count - 1), !isCentre { silent += 1 }
        } else if ends("gue") || ends("que") {
            // league, technique: their `ue` is one group that is not heard, where another stands before it.
            if word.dropLast(3).contains(where: isVowel) { silent += 1 }
        } else if ends("gues") || ends("ques") {
            if word.dropLast(4).contains(where: isVowel) { silent += 1 }
        } else if ends("es"), isLone(count - 2) {
            if !isSyllabic(count - 2), !isSibilant(word.dropLast()) { silent += 1 }
        } else if ends("ed"), isLone(count - 2) {
            if !isSyllabic(count - 2), !"td".utf8.contains(at(count - 3)) { silent += 1 }
        }
        // Inside: manage|ment, care|ful, safe|ly, use|less, aware|ness.
        for ending in ["ement", "ements", "eful", "efully", "eless", "ely", "eness", "elessness", "efulness"] where ends(ending) {
            let place = count - ending.utf8.count
            if isLone(place), !isSyllabic(place) { silent += 1 }
            break
        }
        return silent
    }

    private static func more(_ word: [UInt8]) -> Int {
        func ends(_ ending: String) -> Bool { word.count > ending.utf8.count && word.suffix(ending.utf8.count).elementsEqual(Array(ending.utf8)) }
        func begins(_ beginning: String) -> Bool { word.starts(with: beginning.utf8) }
        var more = 0
        if ends("sm") || ends("sms") || ends("thm") || ends("thms") { more += 1 }
        if hiatusPrefixes.contains(where: begins) { more += 1 }
        return more
    }

    /// First syllables whose vowel does not join the next one.
    private static let hiatusPrefixes = [
        "creati", "creato", "create", "recreati", "react", "coali", "coop", "coord", "coed", "reor", "reus", "reun", "reim", "reinf", "reinst", "reint", "reinv",
        "reop", "reass", "reapp", "realit", "realist", "theat", "preex", "deac", "reelect", "reen", "reev", "reex",
    ]

    private static func isSibilant(_ word: ArraySlice<UInt8>) -> Bool {
        guard var last = word.last else { return false }
        var word = word
        if last == UInt8(ascii: "e"), let before = word.dropLast().last {
            word = word.dropLast()
            last = before
            // changes, but not: rings
            return "szcgx".utf8.contains(last) || isHushed(word)
        }
        return "szxcg".utf8.contains(last) && !(last == UInt8(ascii: "g") && word.dropLast().last == UInt8(ascii: "n")) || isHushed(word)
    }

    /// `ch`, `sh`
    private static func isHushed(_ word: ArraySlice<UInt8>) -> Bool {
        word.last == UInt8(ascii: "h") && word.dropLast().last.map { "cs".utf8.contains($0) } == true
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
        default: false
        }
    }

    /// Letters a to z; an accented e is always heard, as an a would be.
    private static func folded(_ word: Substring.UnicodeScalarView) -> [UInt8] {
        word.compactMap { scalar in
            switch scalar {
            case "a"..."z": UInt8(scalar.value)
            case "é", "è", "ê": UInt8(ascii: "a")
            case "á", "à", "â", "ä", "ã": UInt8(ascii: "a")
            case "í", "ï", "î": UInt8(ascii: "i")
            case "ó", "ö", "ô": UInt8(ascii: "o")
            case "ú", "ü", "û": UInt8(ascii: "u")
            case "ñ": UInt8(ascii: "n")
            case "ç": UInt8(ascii: "c")
            default: nil
            }
        }
    }

    /// First parts of compounds, whose silent e ends no word.
    private static let compounds = [
        "some", "home", "where", "life", "time", "safe", "base", "guide", "house", "name", "state", "grade", "side", "more", "fire", "white", "whole",
        "wide", "face", "make", "take", "before", "score", "space", "phone", "like", "store",
        "there", "else", "frame", "fore", "ware", "pipe", "trade", "gate", "share", "table", "change", "large", "care", "line", "wheel", "horse",
    ].map { Array($0.utf8) }

    /// What the rules above do not tell; plurals follow.
    private static let exceptions: [String: Int] = [
        "the": 1, "mr": 2, "mrs": 2, "etc": 4, "every": 2, "business": 2, "businesses": 3, "businessman": 3, "area": 3, "maybe": 2, "anyone": 3, "idea": 3,
        "ideal": 3, "science": 2, "scientist": 3, "scientific": 4, "european": 4, "awesome": 2, "marriage": 2, "carriage": 2, "evening": 2,
        "parliament": 3, "parliamentary": 5, "nuclear": 3, "linear": 3, "cereal": 3, "soldier": 2, "element": 3, "elementary": 5,
        "elemental": 4, "implement": 3, "implements": 3, "implemented": 4, "complement": 3, "supplement": 3, "behavior": 3, "behaviour": 3,
        "behavioral": 4, "behavioural": 4, "wednesday": 2, "giant": 2, "suicide": 3, "genuine": 3, "genuinely": 4, "hundred": 2, "naked": 2,
        "sacred": 2, "wicked": 2, "hatred": 2, "beloved": 3, "kindred": 2, "diamond": 2, "colonel": 2, "finale": 3, "recipe": 3, "simile": 3,
        "nevertheless": 4, "nonetheless": 4, "whoever": 3, "whatever": 3, "wherever": 3, "whenever": 3, "however": 3, "whatsoever": 4,
        "coincide": 3, "coincidence": 4, "albeit": 3, "forehead": 2, "premier": 2, "sovereign": 2, "frontier": 2, "poem": 2, "poet": 2,
        "poetry": 3, "client": 2, "quiet": 2, "quietly": 3, "museum": 3, "chaos": 2, "create": 2, "created": 3, "creates": 2, "being": 2,
        "beings": 2, "lion": 2, "prior": 2, "ion": 2, "video": 3, "stereo": 3, "ratio": 3, "violin": 3, "people": 2, "peoples": 2, "eye": 1,
        "eyes": 1, "one": 1, "ones": 1, "once": 1, "someone": 2, "everyone": 3, "does": 1, "goes": 1, "shoes": 1, "toes": 1, "heroes": 2,
        "cafe": 2, "resume": 2, "fatigue": 2, "argue": 2, "argued": 2, "argues": 2, "rescue": 2, "tissue": 2, "issue": 2, "issued": 2,
        "value": 2, "continue": 3, "statue": 2, "virtue": 2, "revenue": 3, "venue": 2, "avenue": 3, "genre": 2, "acre": 2, "ogre": 2,
        "metre": 2, "mediocre": 4, "interesting": 3, "comfortable": 3, "different": 2, "family": 3, "colleague": 2, "queue": 1,
        "tuesday": 2, "january": 4, "february": 4, "moreover": 3, "forever": 3, "safety": 2, "ninety": 2, "surety": 3, "entirety": 4,
        "nicety": 3, "naive": 2, "cooperate": 4, "cooper": 2, "geography": 4, "real": 1, "really": 2, "theater": 3, "theatre": 3,
        "serious": 3, "area's": 3, "priest": 1, "friend": 1, "friendly": 2, "guardian": 3, "librarian": 4, "meanwhile": 2, "likelihood": 3,
        "worthwhile": 2, "sometimes": 2, "himself": 2, "themselves": 2, "ourselves": 2, "yourselves": 2, "tribal": 2, "triumph": 2, "trial": 2,
        "denial": 3, "dial": 2, "vial": 2, "bias": 2, "biased": 2, "social": 2, "initiative": 4, "initiatives": 4, "appreciate": 4,
        "caucasian": 3, "christian": 2, "christianity": 5, "guidance": 2, "lifelong": 2, "planet": 2, "trademark": 2, "livestock": 2,
    ]
}
