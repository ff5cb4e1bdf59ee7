extension Explanation {
    private static let tidings = "Tidings: a plan that families can follow"

    static let planStructure = Explanation(
        "a plan's goals, objectives and outcomes stand below one another, each number once",
        why: "The numbers are the anchors: links, reports and translations find each part by them.",
        source: tidings,
        bad: "### Objective 1.1: …\n### Objective 1.1: …",
        good: "### Objective 1.1: …\n### Objective 1.2: …",
        mend: "Number goals 1, objectives 1.1 and outcomes 1.1a; `tidings plan number FILE` writes missing numbers in.")
    static let surveyStructure = Explanation(
        "a survey's questions, tables and counts agree",
        why: "Charts and sentences are reckoned from them: a wrong count would be repeated everywhere.",
        source: tidings,
        bad: "| Agree | many |",
        good: "| Agree | 124 |",
        mend: "Write below each `### Q4. …` a table with answers as rows, groups as columns and whole numbers in it.")
    static let surveyData = Explanation(
        "a table of results beside a survey fits the survey",
        why: "Its counts become the survey's tables, charts and sentences.",
        source: tidings,
        bad: "question,answer,count\nQ1,Yes,12.5",
        good: "question,group,answer,count\nQ1,Families,Yes,120",
        mend: "Name the columns question, group, answer and count; write a row for each answer, and a heading `### Q1. …` for each question.")
    static let surveyDoubt = Explanation(
        "what a survey's tables say is likely",
        why: "Where columns were moved, one group's counts may stand below another's name; one mistyped answer takes a question's scale away.",
        source: tidings,
        bad: "groups: [Families, Staff] and | Answer | Staff | Families |",
        good: "| Answer | Families | Staff |",
        mend: "See whose counts they are, and put the columns in the order of the front matter's groups; the message says what else may be wrong.")
    static let smallCount = Explanation(
        "no sentence of a survey counts so few people that they could be found",
        why: "Counts below `suppress-below` are withheld from tables and charts; a sentence that names one gives it away, and with it what others can be subtracted to.",
        source: tidings,
        bad: "Three families said that they had no ride.",
        good: "A few families said that they had no ride.",
        mend: "Leave the number out: ‘a few’, ‘some’, ‘not many’. Where it counts something else than answers, say so in other words, or turn the rule off with a reason.")
    static let progressStructure = Explanation(
        "a report names its plan, and each of its parts an outcome and a status",
        why: "Else nobody knows what is reported of.",
        source: tidings,
        bad: "## Going well",
        good: "## 1.1a — Met",
        mend: "Write `plan: ../plan.md` in the front matter, and below it `## 1.1a — Met` for each outcome.")
    static let brokenReference = Explanation(
        "a reference by number or title leads to something",
        why: "What nothing supports, or what supports nothing, would be shown wrongly.",
        source: tidings,
        bad: "Supports: Objective 9.9",
        good: "Supports: Objective 1.2",
        mend: "Write a number or title that a plan, the values or the portrait has.")
    static let unknownRole = Explanation(
        "whoever has to do something is among the roles",
        why: "Families want to know whom to ask, and a role's page has all that it has to do.",
        source: tidings,
        bad: "- **Comittee:** approves",
        good: "- **School Committee:** approves",
        mend: "Write the role's name as roles.md has it, or add it there, with `- Also called:` for its other names.")
    static let ambiguousReference = Explanation(
        "a reference means one thing",
        why: "Two plans have an Objective 1.2: the wrong one may be shown.",
        source: tidings,
        bad: "Supports: Objective 1.2",
        good: "Supports: [Objective 1.2](../district-plan.md#1.2)",
        mend: "Write a link in its place.")
    static let openQuestion = Explanation(
        "questions that authors have left open are answered",
        why: "What is unclear to the author is unclear to the reader.",
        source: tidings,
        bad: "Question: Which schools are meant?",
        good: "All elementary schools …",
        mend: "Ask those who know, correct the text, and take the question out.")
    static let uncertainDate = Explanation(
        "a date can be meant in one way only",
        why: "Spring may end in May or in June, and somebody will have to say whether the promise was kept.",
        source: tidings,
        bad: "- **1.1a — By Spring 2022:** …",
        good: "- **1.1a — By Spring 2022:** …\n  - Due: 2022-05-31",
        mend: "Pin it with a `Due:` line below the outcome.")
    static let dateOutsidePeriod = Explanation(
        "dates lie within the plan's period",
        why: "One of the two is wrong.",
        source: tidings,
        bad: "period: 2021-07-01/2024-06-30, and an outcome by June 2026",
        good: "an outcome by June 2024",
        mend: "Correct the date or the period.")
    static let missingPart = Explanation(
        "every objective has outcomes and somebody who is responsible",
        why: "What nobody has to do, and nobody can measure, does not happen.",
        source: "ISO 17469-1 (StratML): stakeholders and performance indicators",
        bad: "### Objective 1.2: … with activities alone",
        good: "#### Responsibility and #### Measurable outcomes below it",
        mend: "Add the part that is missing.")
    static let missingMeasure = Explanation(
        "every outcome has a date or a measure",
        why: "Nobody can say whether ‘all is well’ was reached.",
        source: "ISO 17469-1 (StratML): performance indicators",
        bad: "- **1.1b:** all is well",
        good: "- **1.1b — By June 2023:** 8 of 10 teams have met",
        mend: "Say by when, or how much, by a line `Target: …` below it.")
    static let missingReport = Explanation(
        "of what was due, a report says what became of it",
        why: "Silence looks like failure, and often is none.",
        source: tidings,
        bad: "an outcome that was due in January, and a report of June that does not name it",
        good: "## 1.1a — Met",
        mend: "Write of it in the next report, also where it was not reached.")
    static let missingEvidence = Explanation(
        "what is said to be met can be seen somewhere",
        why: "Families need not take our word for it.",
        source: tidings,
        bad: "## 1.1a — Met\nIt is done.",
        good: "## 1.1a — Met\nThe [survey's results](../surveys/climate.md) show it.",
        mend: "Link to minutes, results or the thing itself.")
    static let idleRole = Explanation(
        "every role has something to do",
        why: "A role that no plan names is one that has gone, or that somebody has forgotten.",
        source: tidings,
        bad: "a role that no plan names",
        good: "a role with its tasks",
        mend: "Take it out, or write its name where it is meant.")
    static let abbreviation = Explanation(
        "an abbreviation in plans stands for one thing, and somebody says for which",
        why: "ILT is a team in one school and a training in the other.",
        source: "WCAG 2.2, 3.1.4 Abbreviations (level AAA)",
        bad: "The ILT meets monthly.",
        good: "The Instructional Leadership Team (ILT) meets monthly.",
        mend: "Add it to the glossary, or write it out where it first stands.")
    static let differentWording = Explanation(
        "the same goal is worded alike wherever it stands",
        why: "Readers look for a difference that nobody meant.",
        source: tidings,
        bad: "‘six proficiency areas’ here, ‘five’ there",
        good: "one wording in both places",
        mend: "Find out which one holds, and write it everywhere.")
    static let similarNames = Explanation(
        "one thing has one name",
        why: "Readers, and translators, take two names for two things.",
        source: "plainlanguage.gov, Use the same terms consistently",
        bad: "Leadership Team, Leadership Group",
        good: "Leadership Team",
        mend: "Choose one, and list the other in roles.md as `- Also called:`.")
    static let unsupported = Explanation(
        "everything that a plan wants, something serves",
        why: "An objective that no school's plan serves will not be reached.",
        source: tidings,
        bad: "an objective that nothing supports",
        good: "Supports: Objective 1.2",
        mend: "Say in the plan, the update or the event that serves it: `Supports: …`.")
    static let dutyOwner = Explanation(
        "somebody is to do what has to be published",
        why: "What is everyone's duty is no one's.",
        source: tidings,
        bad: "## Annual report, without `- By:`",
        good: "- By: Superintendent",
        mend: "Add a line `- By: …` with the name of a role.")
    static let dutyUnmet = Explanation(
        "what has to be published is, in time and in the languages that it is owed in",
        why: "Families have a right to it.",
        source: "The law or policy that the duty names",
        bad: "- Published:, without a link",
        good: "- Published: [report for 2022](report.md)",
        mend: "Publish it and link to it, or say in which languages it is owed.")
    static let feedbackUnanswered = Explanation(
        "people who gave feedback hear what became of it",
        why: "Who is never answered does not answer again.",
        source: tidings,
        bad: "a round that ended in March, without a word on what was heard",
        good: "## What we heard",
        mend: "Write what was heard, and what changed by it, below `## What we heard`.")
    static let formerPlan = Explanation(
        "a new plan says what became of the last one's objectives",
        why: "Readers wonder what happened to what they were promised.",
        source: tidings,
        bad: "replaces: old.md, and objectives that nothing continues",
        good: "Continues: [Objective 2.1](old.md#2.1)",
        mend: "Add lines `Continues: …`, or say in words why it ended.")
}
