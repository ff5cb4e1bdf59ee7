extension Explanation {
    static let alternativeText = Explanation(
        "every image has words that say what it shows",
        why: "Who cannot see the image, or has images turned off, has nothing else. A file name, or the word ‘image’, is read aloud and says nothing.",
        source: "WCAG 2.2, 1.1.1 Non-text Content (level A), failures F30 and F65",
        bad: "![](forum.jpg)   ![IMG_2041.jpg](forum.jpg)",
        good: "![Parents and teachers around a table with a map](forum.jpg)",
        mend: "Write in the square brackets what you would say of the image on the telephone. A picture that only decorates is better left out.")
    static let alternativeWording = Explanation(
        "an image's words do not repeat what is beside it, and do not begin with ‘image of’",
        why: "A screen reader says ‘image’ by itself, and reads what is beside the image too: its listeners hear everything twice.",
        source: "W3C, Alt Decision Tree and Images Tutorial; WCAG 2.2, 1.1.1 Non-text Content (level A)",
        bad: "![Picture of the new library](library.jpg \"The new library\")",
        good: "![A bright room with low shelves and a round table](library.jpg \"The new library\")",
        mend: "Begin with what is seen, and leave out what the text beside it says.")
    static let headingLevel = Explanation(
        "headings go down by one level at a time, below one title",
        why: "People who hear the page leap from heading to heading, and take a missing level for a part that they have missed.",
        source: "WCAG 2.2, 1.3.1 Info and Relationships (level A); technique G141",
        bad: "## The budget\n#### Where the money goes",
        good: "## The budget\n### Where the money goes",
        mend: "Choose a heading's level by its place in the outline, not by its size: the theme sets the sizes.")
    static let emptyHeading = Explanation(
        "every heading has words",
        why: "A screen reader announces a heading and then says nothing.",
        source: "WCAG 2.2, 2.4.6 Headings and Labels (level AA)",
        bad: "## ",
        good: "## What happens next",
        mend: "Write the heading's words, or take the line out. Space between paragraphs is the theme's.")
    static let rawHTML = Explanation(
        "the text is Markdown, with a few elements of HTML at most",
        why: "What is pasted as HTML can break a page for screen readers, small screens and translators, or carry a program along. It is not shown.",
        source: "Tidings: markup that cannot be inaccessible",
        bad: "<div style=\"color:red\">Closed on Monday</div>",
        good: "**Closed on Monday**",
        mend: "Write it in Markdown. What may stand: <br>, <wbr>, <sub>, <sup>, <kbd>, <mark>, <small>, <bdi>, <abbr title=\"…\"> and comments. To show a < itself, write \\<.")
    static let tableCells = Explanation(
        "no row of a table has more cells than its header",
        why: "Markdown drops the cells too many without a word: readers would miss what you wrote.",
        source: "GitHub Flavored Markdown, 4.10 Tables",
        bad: "| School | Students |\n| --- | --- |\n| North | 120 | 14 |",
        good: "| School | Students | Teachers |\n| --- | --- | --- |\n| North | 120 | 14 |",
        mend: "Add columns to the header line, or join cells. A | that belongs to the text is written \\|.")
    static let wordPaste = Explanation(
        "the text holds words, not what a word processor or an e-mail wraps around them",
        why: "Hidden markup and pictures in letters make a document that nobody can read or translate.",
        source: "Tidings",
        bad: "·       Bring a pen\n·       Bring a friend",
        good: "- Bring a pen\n- Bring a friend",
        mend: "Paste it anew as plain text (Ctrl+Shift+V, or ⌘⇧V), then mark headings and lists in Markdown.")
    static let languageTag = Explanation(
        "a passage in another language has that language's code",
        why: "A screen reader chooses its voice by the code, and does not know ‘Spanish’.",
        source: "BCP 47 (RFC 5646); WCAG 2.2, 3.1.2 Language of Parts (level AA)",
        bad: "[Bienvenidos](lang:spanish)",
        good: "[Bienvenidos](lang:es)",
        mend: "Write the language's code: es, pt-BR, zh-Hans, ar, ht, vi, fr …")
    static let vagueLink = Explanation(
        "a link's words say where it leads",
        why: "Screen readers list the links of a page without what stands around them, people who magnify it see little else, and speech input needs a name to call: ten times ‘here’ helps nobody.",
        source: "WCAG 2.2, 2.4.4 Link Purpose (In Context) (level A) and 2.4.9 Link Purpose (Link Only) (level AAA)",
        bad: "To read the plan, [click here](plan.md).",
        good: "Read [the plan for 2024](plan.md).",
        mend: "Link the words that name what is behind the link, and leave ‘click’ out: not everybody has a mouse.")
    static let sameLinkText = Explanation(
        "on one page, the same words lead to the same place",
        why: "In a list of the page's links nobody can tell one from the other.",
        source: "WCAG 2.2, 2.4.9 Link Purpose (Link Only) (level AAA)",
        bad: "North School: [report](north.md). South School: [report](south.md).",
        good: "[North School's report](north.md), [South School's report](south.md).",
        mend: "Add what makes the difference to each link's words. In a table, where row and column say it, it may stay.")
    static let bareAddress = Explanation(
        "a link is words, not an address",
        why: "A screen reader spells an address letter by letter, and it says little to anyone else.",
        source: "WCAG 2.2, 2.4.9 Link Purpose (Link Only) (level AAA)",
        bad: "See https://www.example.org/budget/2024/final-v2.html",
        good: "See [the budget for 2024](https://www.example.org/budget/2024/final-v2.html).",
        mend: "Put words in square brackets before the address in parentheses. On paper the theme prints addresses behind links. The name of a site alone, as in `[ada.gov](https://www.ada.gov/)`, is a name.")
    static let fileLink = Explanation(
        "a link to a PDF, Word, Excel or PowerPoint file says its type and size",
        why: "It opens in another program, which a family's phone may not have, and a large file costs them data. Such files are often not accessible at all.",
        source: "GOV.UK Service Manual, Publishing documents; WCAG 2.2, 3.2.5 Change on Request (level AAA), technique G201",
        bad: "[Budget for 2024](budget.pdf)",
        good: "[Budget for 2024 (PDF, 240 KB)](budget.pdf)",
        mend: "Add both to the link's words. Better still, write what the file says as a page.")
    static let tableHeader = Explanation(
        "every column of a table that holds something has a header",
        why: "A screen reader says the header with each cell. Without one a listener hears bare figures.",
        source: "WCAG 2.2, 1.3.1 Info and Relationships (level A), failure F91",
        bad: "| School | Students | |\n| --- | --- | --- |\n| North | 120 | 14 |",
        good: "| School | Students | Teachers |\n| --- | --- | --- |\n| North | 120 | 14 |",
        mend: "Write in the first row what the column holds. Only above names of rows, in the first column, it may be empty.")
    static let duplicateHeader = Explanation(
        "no two columns of a table have the same header",
        why: "Who hears the table, or reads it as records on a phone, cannot tell the columns apart.",
        source: "WCAG 2.2, 2.4.6 Headings and Labels (level AA)",
        bad: "| School | Students | Students |\n| --- | --- | --- |\n| North | 120 | 124 |",
        good: "| School | Students 2023 | Students 2024 |\n| --- | --- | --- |\n| North | 120 | 124 |",
        mend: "Say in each header what is particular to its column.")
    static let layoutTable = Explanation(
        "a table is for data, not for setting things side by side",
        why: "Screen readers announce rows and columns that mean nothing, and on a phone the parts fall apart.",
        source: "WCAG 2.2, 1.3.1 Info and Relationships and 1.3.2 Meaningful Sequence (level A), failures F46 and F49",
        bad: "| | |\n| --- | --- |\n| Our mission is … | Our vision is … |",
        good: "## Our mission\n…\n## Our vision\n…",
        mend: "Write paragraphs below headings, or a list. If it is data, give every column a header.")
    static let falseList = Explanation(
        "what looks like a list is one",
        why: "Of a list a screen reader says how many items it has, and lets its reader leap over it. Lines that begin with a dot or a dash are one long sentence.",
        source: "WCAG 2.2, 1.3.1 Info and Relationships (level A), technique H48",
        bad: "• Bring a pen\n• Bring a friend",
        good: "- Bring a pen\n- Bring a friend",
        mend: "Begin each line with `- `, or with `1. ` where the order matters, and leave an empty line before the first.")
    static let falseHeading = Explanation(
        "what looks like a heading is one",
        why: "Bold words are not in the outline: people who leap from heading to heading pass them by, and no link can lead to them.",
        source: "WCAG 2.2, 1.3.1 Info and Relationships (level A), failure F2",
        bad: "**How to apply**\n\nFill in the form …",
        good: "## How to apply\n\nFill in the form …",
        mend: "Put `## ` before it (one more # below a heading of level 2), without the asterisks.")
    static let allCapitals = Explanation(
        "words are written in small letters",
        why: "Capitals throughout are slower to read, most of all with dyslexia or low vision, and some screen readers spell them.",
        source: "W3C, Making Content Usable for People with Cognitive and Learning Disabilities; plainlanguage.gov, Use plain writing",
        bad: "PLEASE SIGN THE FORM BEFORE FRIDAY.",
        good: "**Please sign the form before Friday.**",
        mend: "Write it as a sentence is written, and make what matters bold. Abbreviations may stay.")
    static let colourOrPosition = Explanation(
        "a direction names what it points at, not only its colour or its place",
        why: "Who hears the page has neither; on a phone everything stands in one column; and one man in twelve does not see red and green apart.",
        source: "WCAG 2.2, 1.3.3 Sensory Characteristics and 1.4.1 Use of Color (level A)",
        bad: "Click the button on the right. The dates in red are deadlines.",
        good: "Click the button **Send**. The dates marked ‘deadline’ …",
        mend: "Add the name, in bold, as a link or between quotation marks. Colour and place may stand beside it.")
    static let abbreviationFirstUse = Explanation(
        "an abbreviation is explained where it first stands, or in the glossary",
        why: "Families who are new to a school, or to the language, do not know that an IEP is a plan for their child.",
        source: "WCAG 2.2, 3.1.4 Abbreviations (level AAA)",
        bad: "Ask for an IEP meeting.",
        good: "Ask for a meeting about an Individualized Education Program (IEP).",
        mend: "Write it out with the abbreviation in parentheses, or give it an entry in the glossary: `## Individualized Education Program (IEP)`.")
    static let languageOfParts = Explanation(
        "a passage in another language or script is marked as such",
        why: "A screen reader reads Spanish with English sounds, which nobody understands, and a browser may choose the wrong letters.",
        source: "WCAG 2.2, 3.1.2 Language of Parts (level AA)",
        bad: "Bienvenidos a la escuela de nuestros hijos y de nuestras hijas.",
        good: "[Bienvenidos a la escuela de nuestros hijos y de nuestras hijas.](lang:es)",
        mend: "Put the passage in square brackets and its language's code behind it, `(lang:es)`. Names need no mark. A link cannot stand in a marked passage: put it beside it.")
}
