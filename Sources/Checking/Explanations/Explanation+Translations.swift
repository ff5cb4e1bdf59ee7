extension Explanation {
    private static let manual = "GNU gettext manual"
    private static let kept = "Tidings: no translation can break a page"

    static let catalog = Explanation(
        "a catalog can be read",
        why: "Else none of its translations show.",
        source: manual,
        bad: "msgstr \"Bienvenidos",
        good: "msgstr \"Bienvenidos\"",
        mend: "Open it in Poedit, or repair the line that is named.")
    static let duplicateMessage = Explanation(
        "a catalog has each message once",
        why: "Of two translations only the first shows.",
        source: manual,
        bad: "two entries with the same msgid",
        good: "one entry",
        mend: "Take one out; `tidings translations update` does so.")
    static let catalogLanguage = Explanation(
        "a catalog is of a language that the publication has",
        why: "Its translations would never show.",
        source: "BCP 47 (RFC 5646)",
        bad: "content/translations/sp.po",
        good: "content/translations/es.po",
        mend: "Rename it, or add the language to `languages` in publication.yaml.")
    static let adaptation = Explanation(
        "a document written anew for a language says what it follows",
        why: "Else nobody sees when it has fallen behind.",
        source: "Tidings",
        bad: "plan.es.md without `follows`",
        good: "plan.es.md with `follows`",
        mend: "Run `tidings translations follow content/plan.es.md` when it says all that the other does.")
    static let translationLabels = Explanation(
        "a translation has the links, pictures and footnotes of its source",
        why: "Readers in that language would miss them, or be led astray.",
        source: kept,
        bad: "Read [the plan][1] → Lea el plan",
        good: "Read [the plan][1] → Lea [el plan][1]",
        mend: "Put the label with its number around the same words.")
    static let translationAddress = Explanation(
        "a translation has no addresses of its own",
        why: "A link could lead anywhere.",
        source: kept,
        bad: "[el plan](https://other.example)",
        good: "[el plan][1]",
        mend: "Write the number in place of the address.")
    static let translationHTML = Explanation(
        "a translation has no HTML that its source may not have",
        why: "It could break the page, or run a program.",
        source: kept,
        bad: "<script>",
        good: "the words alone",
        mend: "Take it out.")
    static let translationMarkup = Explanation(
        "a translation's markup is closed and like its source's",
        why: "A stray asterisk would be shown as it is.",
        source: kept,
        bad: "**Goal → **Meta",
        good: "**Goal** → **Meta**",
        mend: "Write the same marks around the same words.")
    static let translationDirection = Explanation(
        "signs that turn the direction of writing are closed",
        why: "An open one turns all the text behind it round.",
        source: "Unicode Standard Annex 9",
        bad: "a U+202E alone",
        good: "none: pages isolate directions themselves",
        mend: "Take the sign out.")
    static let translationControl = Explanation(
        "a translation has no control characters",
        why: "They come from copying, and nobody sees what they do.",
        source: kept,
        bad: "a tab or a bell in a sentence",
        good: "words and spaces",
        mend: "Type the passage anew.")
    static let translationPlaceholder = Explanation(
        "a translation has the placeholders of its source",
        why: "A number or a name would be missing.",
        source: manual,
        bad: "{count} pages → páginas",
        good: "{count} pages → {count} páginas",
        mend: "Copy what is in braces.")
    static let translationPlural = Explanation(
        "a translation has as many plural forms as its language",
        why: "With some numbers nothing could be shown.",
        source: "Unicode CLDR plural rules",
        bad: "one form of six in Arabic",
        good: "all six",
        mend: "Fill in each form; Poedit shows what numbers each is for.")
    static let translationEmpty = Explanation(
        "a translation has words",
        why: "Readers would see nothing at all.",
        source: kept,
        bad: "msgstr \" \"",
        good: "msgstr \"\", or a translation",
        mend: "Translate it, or leave it quite empty: then the source shows.")
    static let translationNumber = Explanation(
        "a translation has the numbers of its source",
        why: "A wrong number is worse than none.",
        source: "ISO 17100, revision",
        bad: "12 schools → 21 escuelas",
        good: "12 schools → 12 escuelas",
        mend: "Compare both, and correct the one that is wrong.")
    static let translationDate = Explanation(
        "a translation has the dates of its source",
        why: "Somebody would come on the wrong day.",
        source: "ISO 17100, revision",
        bad: "March 10 → 3 de octubre",
        good: "March 10 → 10 de marzo",
        mend: "Compare both dates.")
    static let translationAmount = Explanation(
        "a translation has the amounts and percentages of its source",
        why: "A lost per cent sign changes the meaning.",
        source: "ISO 17100, revision",
        bad: "5 % → 5",
        good: "5 % → 5 %",
        mend: "Compare both.")
    static let translationContact = Explanation(
        "a translation has the telephone numbers and addresses of its source",
        why: "Families would call a stranger.",
        source: "ISO 17100, revision",
        bad: "413-555-0100 → 413-555-0101",
        good: "413-555-0100 → 413-555-0100",
        mend: "Copy it anew.")
    static let translationTerm = Explanation(
        "a translation uses the glossary's words",
        why: "One thing has one name in every language.",
        source: "ISO 17100, terminology",
        bad: "two words for ‘School Committee’",
        good: "the glossary's word",
        mend: "Write the term as the glossary's translation has it, or change the glossary.")
    static let translationSame = Explanation(
        "a translation differs from its source",
        why: "It may have been copied and forgotten.",
        source: manual,
        bad: "Welcome → Welcome",
        good: "Welcome → Bienvenidos",
        mend: "Translate it, or, if it is a name, let it be.")
    static let translationLength = Explanation(
        "a translation is about as long as such texts are",
        why: "Half of it may be missing.",
        source: "W3C, Text size in translation",
        bad: "three sentences → three words",
        good: "three sentences → three sentences",
        mend: "Compare both to their ends.")
    static let translationPunctuation = Explanation(
        "a translation ends as its source does",
        why: "A question would be read as a statement.",
        source: "ISO 17100, revision",
        bad: "Can you come? → Puede venir.",
        good: "Can you come? → ¿Puede venir?",
        mend: "Correct the mark at its end.")
    static let translationScript = Explanation(
        "a translation is in its language's script",
        why: "It may stand in the wrong catalog.",
        source: "Unicode CLDR",
        bad: "an Arabic entry in Latin letters",
        good: "an Arabic entry in Arabic letters",
        mend: "Move it to its own catalog, or translate it.")
    static let exchangeFile = Explanation(
        "a file that comes back from translators can be read",
        why: "Else nothing of it can be taken over.",
        source: "RFC 4180; OASIS XLIFF 1.2",
        bad: "a table saved as a picture",
        good: "the table that was sent, with its last column filled in",
        mend: "Ask for the file in the form in which it was sent.")
    static let exchangeRow = Explanation(
        "a row that comes back belongs to a message",
        why: "What belongs to nothing cannot be shown.",
        source: "Tidings",
        bad: "a row whose number was deleted",
        good: "a row as it was sent",
        mend: "Put the number back, or enter the translation in Poedit.")
}
