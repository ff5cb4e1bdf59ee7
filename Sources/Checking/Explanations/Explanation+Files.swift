extension Explanation {
    static let encoding = Explanation(
        "every text is in UTF-8",
        why: "In another encoding names such as Núñez become signs that nobody can read.",
        source: "WHATWG Encoding Standard",
        bad: "Nu�ez",
        good: "Núñez",
        mend: "Save the file again as ‘UTF-8’ or ‘Unicode’ in the editor's Save As window.")
    static let unreadable = Explanation(
        "every file and folder can be read",
        why: "What cannot be read would be missing from the site without a word.",
        source: "Tidings",
        bad: "a file that only another person's account may open",
        good: "a file that everybody who builds the site may read",
        mend: "Change the permissions of what is named, or move it out of the publication.")
    static let tooLarge = Explanation(
        "a document is one that a person could have written",
        why: "A text of many megabytes is a slip, and no phone could show it.",
        source: "Tidings",
        bad: "a Markdown file of 20 MB",
        good: "several documents, each of one topic",
        mend: "Split it. If it was pasted from another program, paste it as plain text.")
    static let emptyPublication = Explanation(
        "there is at least one document",
        why: "A site of no pages is a mistake in the folder's name more often than a wish.",
        source: "Tidings",
        bad: "content/ with publication.yaml alone",
        good: "content/ with publication.yaml and index.md",
        mend: "Write content/index.md, or name the folder that holds content/.")
    static let symbolicLink = Explanation(
        "files lie in the publication themselves",
        why: "A symbolic link can lead to what nobody wanted to publish, and means nothing on another computer.",
        source: "Tidings",
        bad: "content/plan.md → /home/anna/plan.md",
        good: "content/plan.md",
        mend: "Put a copy of the file in its place.")
    static let rawExport = Explanation(
        "no file holds the answers of single people",
        why: "Every file of content/ is copied to the site: names, addresses and opinions of families would be public.",
        source: "FERPA (20 U.S.C. § 1232g); NCES 2011-603 on small counts",
        bad: "content/surveys/responses.csv",
        good: "content/surveys/climate-2022.md",
        mend: "Move the file out of content/ and make a summary: `tidings survey summarize responses.csv > content/surveys/climate-2022.md`. "
            + "Spreadsheets’ workbooks, archives and databases are refused unseen. Where no row is a person, say what the rows are in "
            + "publication.yaml: `tables-without-people: [{file: data/budget.xlsx, reason: \"Each row is an account.\"}]`.")

    // MARK: Front matter and publication.yaml

    static let yaml = Explanation(
        "the keys at a document's head, and publication.yaml, can be read",
        why: "A missing quotation mark can hide all that follows it.",
        source: "YAML 1.2",
        bad: "title: Goals: what we want",
        good: "title: \"Goals: what we want\"",
        mend: "Put a value with a colon, a # or quotation marks into quotation marks, and indent with spaces.")
    static let frontMatter = Explanation(
        "the keys at a document's head stand between two lines of three hyphens",
        why: "Else they are shown as text, or swallow the text.",
        source: "Tidings",
        bad: "---\ntitle: Contact\n\nCall us …",
        good: "---\ntitle: Contact\n---\n\nCall us …",
        mend: "Put a line `---` before the first key, on the file's first line, and one behind the last.")
    static let unknownKey = Explanation(
        "every key is one that has a meaning",
        why: "A mistyped key would be passed over, and a draft published.",
        source: "Tidings",
        bad: "draf: true",
        good: "draft: true",
        mend: "Write the key that is meant; the message has the nearest and all that there are.")
    static let unknownKind = Explanation(
        "a document is of a kind that there is",
        why: "The kind decides how it is read and shown.",
        source: "Tidings",
        bad: "kind: news",
        good: "kind: update",
        mend: "Write page, values, plan, progress, portrait, roles, duties, survey, update, event or glossary, or leave the line out.")
    static let wrongValue = Explanation(
        "a key's value is one that it can have",
        why: "A value that is not understood would do nothing.",
        source: "Tidings",
        bad: "offer-at: half",
        good: "offer-at: 50",
        mend: "Write what the message shows.")
    static let missingTitle = Explanation(
        "every document has a title",
        why: "It is the first thing that a screen reader says of a page, and its name in lists, tabs and search engines.",
        source: "WCAG 2.2, 2.4.2 Page Titled (level A)",
        bad: "---\ndate: 2022-02-01\n---",
        good: "---\ntitle: Tell us about the draft\ndate: 2022-02-01\n---",
        mend: "Add a line `title: What this page is about`.")
    static let missingKey = Explanation(
        "keys that are needed are there",
        why: "Without them a page cannot be made: an update has its place by its date.",
        source: "Tidings",
        bad: "kind: update",
        good: "kind: update\ndate: 2022-02-01",
        mend: "Add the line that the message shows.")
    static let invalidDate = Explanation(
        "a date is a day that exists, written year-month-day",
        why: "3/2/2022 is in March for one reader and in February for the other.",
        source: "ISO 8601",
        bad: "date: 3/2/2022",
        good: "date: 2022-03-02",
        mend: "Write year, month and day with all digits and hyphens between them.")

    // MARK: Addresses and links

    static let sameAddress = Explanation(
        "no two things stand at the same address",
        why: "One of them could not be reached.",
        source: "Tidings",
        bad: "content/plan.md and content/plan/index.md",
        good: "content/plan.md alone",
        mend: "Rename one of them, or give it another last part: `slug: another-name`.")
    static let brokenLink = Explanation(
        "every link leads to something",
        why: "A reader who follows it is lost, and does not know whose mistake it is.",
        source: "Tidings",
        bad: "[the plan](../plans/plan.md)",
        good: "[the plan](../plans/district-goals.md)",
        mend: "Write the path from the document that you are in to the other's .md file.")
    static let brokenAnchor = Explanation(
        "a link to a heading names one that is there",
        why: "The reader lands at the top of a long page and has to search.",
        source: "Tidings",
        bad: "[outcome 1.1a](plan.md#1.1z)",
        good: "[outcome 1.1a](plan.md#1.1a)",
        mend: "Write one of the headings that the message lists.")
    static let missingFile = Explanation(
        "pictures and files that are named are there",
        why: "Readers would see an empty frame.",
        source: "Tidings",
        bad: "![Parents at the forum](forum.jpg), and no forum.jpg",
        good: "forum.jpg beside the document",
        mend: "Put the file beside the document, and write its name as it is, with capitals where it has them.")
    static let withheldLink = Explanation(
        "links lead to documents that are published",
        why: "A draft has no page yet: the link's words are shown without a link.",
        source: "Tidings",
        bad: "a link to a document with `draft: true`",
        good: "a link to a published document",
        mend: "Publish the other document, or wait: the link comes back with it.")
    static let unsafeAddress = Explanation(
        "links lead to places that work for everybody and harm nobody",
        why: "javascript: runs a program, file: leads to your own disk, and a picture from another site tells it of every reader.",
        source: "RFC 3986; Tidings: nothing is tracked",
        bad: "![](https://other.example/pixel.gif)",
        good: "![What it shows](picture.jpg)",
        mend: "Put the file beside the document. Link to https, mailto or tel addresses only.")

    // MARK: Themes

    static let missingTheme = Explanation(
        "the theme that publication.yaml names is there",
        why: "Without it there are no pages.",
        source: "Tidings",
        bad: "theme: civc",
        good: "theme: civic",
        mend: "Write the name of a folder in themes/, or civic, which is built in.")
    static let missingLayout = Explanation(
        "a theme has a layout for each kind of page",
        why: "Pages of that kind could not be made.",
        source: "Tidings",
        bad: "themes/ours/layouts/ without survey.mustache",
        good: "extends: civic",
        mend: "Write the layout, or let the theme extend civic.")
    static let missingPartial = Explanation(
        "a partial that a layout names is there",
        why: "Its part of the page would be missing.",
        source: "Mustache(5)",
        bad: "{{> heder}}",
        good: "{{> header}}",
        mend: "Write the name of a file in the theme's partials/.")
    static let malformedTemplate = Explanation(
        "a layout can be read",
        why: "A section that is never closed would swallow the page.",
        source: "Mustache(5)",
        bad: "{{#items}} … {{/item}}",
        good: "{{#items}} … {{/items}}",
        mend: "Close each section with its own name.")
    static let malformedTheme = Explanation(
        "a theme's theme.yaml can be read",
        why: "Without it the theme cannot be used.",
        source: "Tidings",
        bad: "extend: civic",
        good: "extends: civic",
        mend: "Write the keys that the message lists.")
    static let missingTexts = Explanation(
        "a theme has its words in every language of the publication",
        why: "Buttons and labels would be in English on a page in another language.",
        source: "WCAG 2.2, 3.1.2 Language of Parts (level AA)",
        bad: "languages: [en, so], and no so.po",
        good: "themes/civic/translations/so.po",
        mend: "Copy the theme's en.po to that language's file in your own themes/ folder and translate it.")
}
