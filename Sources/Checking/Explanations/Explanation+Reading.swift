/// Plain language, a theme's looks, and what every edition owes its readers.
extension Explanation {
    static let readingGrade = Explanation(
        "a document asks for no more schooling than its readers have",
        why: "Half of all adults read with effort, and many families read in their second language. What is above ninth grade shuts them out of decisions.",
        source: "WCAG 2.2, 3.1.5 Reading Level (level AAA); ISO 24495-1. Formulas: Flesch–Kincaid (1975) for English, Szigriszt-Pazos (1993) with the "
            + "INFLESZ scale (2008) for Spanish, Martins and others (1996) for Portuguese",
        bad: "Implementation of the assessment framework necessitates collaborative prioritization.",
        good: "Teachers choose together which tests come first.",
        mend: "Cut long sentences in two, and say in everyday words what long words say. `reading-grade: 9` in publication.yaml sets the aim. "
            + "`tidings check --reading` lists every document.")
    static let hardSentence = Explanation(
        "no sentence is much harder than the rest",
        why: "One sentence that cannot be understood can be the one that counts.",
        source: "WCAG 2.2, 3.1.5 Reading Level (level AAA); technique G153",
        bad: "Interdisciplinary accountability for implementation necessitates considerable institutional collaboration.",
        good: "Our schools check each other's work.",
        mend: "Say it as you would say it to a parent at the door: who does what, in short words.")
    static let longSentence = Explanation(
        "a sentence has 30 words at most (in Vietnamese, written by syllables, 45)",
        why: "Who reads slowly, or hears the text, has lost the beginning when the end comes.",
        source: "WCAG 2.2, 3.1.5 Reading Level (level AAA); technique G153",
        bad: "The committee, which met in May after it had heard from families, students and teachers at two forums, decided, although some of its members had doubts, "
            + "that the schedule of all three schools changes in the fall.",
        good: "The committee met in May. It had heard from families. It decided …",
        mend: "Cut it in two or more. A list often says it better.")
    static let longParagraph = Explanation(
        "a paragraph has 120 words at most, and 90 where they are more than six sentences",
        why: "A wall of text is left unread, above all on a phone.",
        source: "W3C, Making Content Usable for People with Cognitive and Learning Disabilities, 4.4.5",
        bad: "The budget for next year is ready, and the committee votes on it in June after one more meeting. We keep all teachers in all schools. "
            + "One bus route closes, because only four children used it this year. Their families get a call from the office before school ends. "
            + "The new gym opens in the fall, with a floor for games and a stage for plays. The old gym becomes a room for music. "
            + "Families can see the gym on the first day of school, from eight to four. The library stays as it is, but it opens one hour longer on three days.",
        good: "The budget for next year is ready, and the committee votes on it in June after one more meeting. We keep all teachers in all schools.\n\n"
            + "One bus route closes, because only four children used it this year. Their families get a call from the office before school ends.",
        mend: "Begin a new paragraph where a new thought begins.")
    static let dateOfChange = Explanation(
        "a document of more than 600 words says when it was last changed, and the day can be",
        why: "Readers cannot tell whether what they read still holds.",
        source: "plainlanguage.gov, Federal plain language guidelines; the Tidings manual",
        bad: "updated: 2062-03-09",
        good: "updated: 2026-03-09",
        mend: "Write the day of the last change as `updated` between the lines of three hyphens, or the day from which the document is as `date`.")
    static let missingSummary = Explanation(
        "a document of more than 600 words begins with a summary",
        why: "Most people read the first lines only: what counts has to stand there.",
        source: "WCAG 2.2, 3.1.5 Reading Level (level AAA); technique G86",
        bad: "---\ntitle: The budget\n---\n(more than 600 words)",
        good: "---\ntitle: The budget\nsummary: We keep all teachers, and close one bus route.\n---\n(more than 600 words)",
        mend: "Say in one or two sentences what people will find, between the lines of three hyphens.")
    static let themeContrast = Explanation(
        "whatever is read or looked at stands out from its ground, in every mode",
        why: "Text of low contrast is lost to people who see less well, and to everyone in the sun.",
        source: "WCAG 2.2, 1.4.3 Contrast (level AA), 1.4.6 Contrast (level AAA) and 1.4.11 Non-text Contrast (level AA)",
        bad: "--ink: #777; --paper: #fff; and nothing in theme.yaml",
        good: "--ink: #333; --paper: #fff; and `contrast: [{text: --ink, on: --paper, at-least: 7}]` in theme.yaml",
        mend: "List in theme.yaml which tokens stand on which, and make one of a pair lighter or darker until 7:1 for text and 3:1 for all else is reached.")
    static let themeFocus = Explanation(
        "one always sees what has the focus",
        why: "People who use the keyboard do not know where they are.",
        source: "WCAG 2.2, 2.4.7 Focus Visible (level AA) and 2.4.13 Focus Appearance (level AAA)",
        bad: "a:focus { outline: none; }",
        good: ":focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }",
        mend: "Leave `outline: none` out, or put a `border`, `box-shadow` or `background` of 3:1 beside it, in the rule for `:focus-visible`. "
            + "`:focus:not(:focus-visible) { outline: none; }` may stay.")
    static let themeFontSize = Explanation(
        "sizes of type follow the reader's own",
        why: "Who has set larger text gets small text all the same.",
        source: "WCAG 2.2, 1.4.4 Resize Text (level AA); technique C12 to C14",
        bad: "p { font-size: 16px; }",
        good: "p { font-size: 1rem; }",
        mend: "Write sizes in rem, em or per cent. On paper, in `@media print`, pt is fine.")
    static let accessibilityStatement = Explanation(
        "every edition says how accessible it is, what is missing, and when that was checked",
        why: "People with a disability learn what will work before they try, and that somebody wants to hear of barriers.",
        source: "W3C, Developing an Accessibility Statement; 28 CFR 35.106 (ADA Title II, notice)",
        bad: "publication.yaml without `accessibility`, or with a check of two years ago",
        good: "accessibility:\n  standard: WCAG 2.2 AA\n  answer-within: 5 school days\n  known-problems: [Older minutes are scanned pictures.]\n"
            + "  checked: {date: 2026-11-20, by: axe-core and two readers, result: 0 findings}",
        mend: "Write the facts below `accessibility` in publication.yaml: Tidings makes the page in every language, and links to it at every page's foot. "
            + "A document of your own at accessibility.md takes its place, and says itself whom to tell of a barrier.")
    static let missingAccessibilityContact = Explanation(
        "a barrier can be reported by telephone and in writing",
        why: "Some people cannot call, others cannot write.",
        source: "WCAG 2.2, 3.2.6 Consistent Help (level A); 28 CFR 35.160 (ADA Title II, effective communication)",
        bad: "organization: {email: office@example.org}",
        good: "organization: {telephone: 555 0100, email: office@example.org}",
        mend: "Give both, of the organization or for this alone, as `accessibility: {contact: {telephone: …, email: …}}`.")
    static let missingLanguageHelp = Explanation(
        "every page leads to words in the community's languages that tell how to get help",
        why: "Who cannot read the page cannot read either that there is an interpreter.",
        source: "Title VI of the Civil Rights Act of 1964 (Lau v. Nichols); ESEA Title I, section 1112(e)(4)",
        bad: "languages: [en, es] and a footer without such a page",
        good: "footer: [about/languages.md], where `[Si necesita un intérprete, llámenos. Es gratis.](lang:es)` stands",
        mend: "Write a page with a sentence in each language, marked by `lang:`, list it under `footer`, and translate it first.")
}
