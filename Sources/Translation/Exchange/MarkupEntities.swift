/// `&amp;`, `&eacute;`, `&#8217;`, `&#x2019;` as characters. What is none of them stands as it is written.
enum MarkupEntities {
    static func decoded(_ bytes: ArraySlice<UInt8>, isXML: Bool) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            // No name is longer than 8 letters, no number than 8 digits.
            if byte == UInt8(ascii: "&"), let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(String(decoding: bytes[index..<end], as: UTF8.self), isXML: isXML) {
                output += Character(scalar).utf8
                index = end + 1
            } else {
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func scalar(_ name: String, isXML: Bool) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return isXML ? xml[name] : xml[name] ?? html[name] }
        let digits = name.dropFirst()
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let number = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10), number > 0 else { return nil }
        return isXML ? Unicode.Scalar(number) : number < 0x100 ? ExchangeText.windows1252(number) : Unicode.Scalar(number)
    }

    private static let xml: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

    /// Those of HTML 4, which word processors write: Latin-1 in its order, then the others.
    private static let html: [String: Unicode.Scalar] = {
        let latin = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot \
            cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml \
            Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
            agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute \
            ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
            """
        let greek = """
            Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega \
            - - - - - - - alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon \
            phi chi psi omega
            """
        var names: [String: Unicode.Scalar] = [
            "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ", "circ": "ˆ", "tilde": "˜",
            "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}",
            "rlm": "\u{200F}", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
            "bdquo": "„", "dagger": "†", "Dagger": "‡", "bull": "•", "hellip": "…", "permil": "‰", "prime": "′", "Prime": "″",
            "lsaquo": "‹", "rsaquo": "›", "euro": "€", "trade": "™", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔",
            "minus": "−", "asymp": "≈", "ne": "≠", "le": "≤", "ge": "≥", "infin": "∞", "radic": "√", "sum": "∑", "frasl": "⁄",
        ]
        for (first, list) in [(0xA0, latin), (0x391, greek)] {
            for (offset, name) in list.split(separator: " ").enumerated() where name != "-" {
                names[String(name)] = Unicode.Scalar(UInt32(first + offset))
            }
        }
        return names
    }()
}
