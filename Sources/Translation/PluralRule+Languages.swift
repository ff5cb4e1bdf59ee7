import Publication

extension PluralRule {
    /// A language's own rule; one form for every number where the language is not in the table.
    ///
    /// The lines are those that gettext's msginit writes (0.21, plural-table.c). For languages it does not know, they say what
    /// CLDR 44 has for whole numbers (plurals.xml), and for Haitian Creole, which neither knows, what Weblate has.
    package static func of(_ language: LanguageTag) -> PluralRule {
        if language.code == "pt-BR" { return rule("2; plural=(n > 1)") }
        switch language.language {
        case "de", "en", "nl", "sv", "da", "no", "nb", "nn", "fo", "es", "pt", "it", "bg", "el", "fi", "et", "he", "eo", "hu",
            "tr":
            return rule("2; plural=(n != 1)")
        // By CLDR.
        case "af", "az", "ca", "ckb", "ee", "eu", "gl", "ha", "haw", "ka", "kk", "ku", "ky", "lb", "lg", "ml", "mn", "mr", "ne", "ny",
            "om", "or", "ps", "rm", "sn", "so", "sq", "sw", "ta", "te", "tk", "ug", "ur", "uz", "xh", "yi":
            return rule("2; plural=(n != 1)")
        // By Weblate.
        case "ht": return rule("2; plural=(n != 1)")
        case "fr": return rule("2; plural=(n > 1)")
        // By CLDR.
        case "ak", "am", "as", "bn", "fa", "gu", "hi", "hy", "kn", "ln", "mg", "pa", "ti", "zu": return rule("2; plural=(n > 1)")
        case "fil", "tl":
            return rule("2; plural=(n != 1 && n != 2 && n != 3 && (n%10==4 || n%10==6 || n%10==9))")
        case "is", "mk": return rule("2; plural=(n%10!=1 || n%100==11)")
        case "ga": return rule("3; plural=n==1 ? 0 : n==2 ? 1 : 2")
        case "lt": return rule("3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2)")
        case "lv": return rule("3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2)")
        case "ro": return rule("3; plural=n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2")
        case "ru", "uk", "be", "sr", "hr", "bs", "sh":
            return rule("3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)")
        case "cs", "sk": return rule("3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2")
        case "pl": return rule("3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)")
        case "sl": return rule("4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3)")
        // By CLDR.
        case "mt":
            return rule("5; plural=(n==1 ? 0 : n==2 ? 1 : n==0 || (n%100>=3 && n%100<=10) ? 2 : n%100>=11 && n%100<=19 ? 3 : 4)")
        case "ar": return rule("6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)")
        case "cy": return rule("6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5)")
        // Japanese, Vietnamese and Korean by gettext; by CLDR bm id ig jv kea km lo ms my su th to wo yo yue zh.
        default: return rule("1; plural=0")
        }
    }

    private static func rule(_ text: String) -> PluralRule {
        guard let rule = PluralRule("nplurals=\(text);") else { preconditionFailure("a rule of the table cannot be read: \(text)") }
        return rule
    }
}
