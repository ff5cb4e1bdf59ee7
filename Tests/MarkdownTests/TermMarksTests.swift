import TestSupport
import Testing

@testable import Markdown

/// Terms of a glossary as links in running text.
@Suite struct TermMarksTests {
    private static let glossary: [(name: String, abbreviation: String?)] = [
        ("District Improvement Plan", "DIP"), ("Professional development", "PD"), ("Professional Learning Plan", nil), ("Plan", nil), ("STOKE", nil),
        ("Instructional Lead", "IL"), ("Äußerung", nil), ("学校委员会", "学委"), ("Pre-kindergarten to grade 12", "PK–12"), ("Comité", nil),
    ]

    private static func marks(_ glossary: [(name: String, abbreviation: String?)] = glossary, forms: TermForms = .english) -> TermMarks {
        let matcher = TermMatcher(glossary.map { TermMatcher.Term(name: $0.name, abbreviation: $0.abbreviation) }, forms: forms)
        return TermMarks(.init(places: glossary.indices.map { (0, "t\($0)") }, own: matcher, source: nil), addresses: ["g/"])
    }

    private func marked(_ source: String, _ glossary: [(name: String, abbreviation: String?)] = glossary, forms: TermForms = .english) throws -> String {
        let tree = try MarkdownParser().parse(Array(source.utf8))
        var writer = HTMLWriter(tree: tree)
        writer.marks = Self.marks(glossary, forms: forms)
        writer.writeBlocks(tree.contents(of: 0))
        writer.writeFootnotes()
        // Short enough to be read: «3:the term» for a link to the entry 3, a bar before what is an abbreviation.
        return String(decoding: writer.output, as: UTF8.self)
            .replacing(##/<a class="term" href="g/#t(\d+)">(?:<abbr title="[^"]*">([^<]*)</abbr>([^<]*)|([^<]*))</a>/##) {
                "«\($0.1):\($0.2.map { "|" + $0 } ?? "")\($0.3 ?? "")\($0.4 ?? "")»"
            }
    }

    @Test func aTermIsALinkAndAnAbbreviationSaysWhatItStandsFor() throws {
        let tree = try MarkdownParser().parse(Array("A \\<PD> of a plan\n".utf8))
        var writer = HTMLWriter(tree: tree)
        writer.marks = TermMarks(
            .init(places: [(0, "a\"b"), (1, "plan")], own: TermMatcher([.init(name: "P & \"D\"", abbreviation: "PD"), .init(name: "Plan", abbreviation: nil)], forms: .english), source: nil),
            addresses: ["../g/", "../h/"])
        writer.writeBlocks(tree.contents(of: 0))
        #expect(String(decoding: writer.output, as: UTF8.self) == """
            <p>A &lt;<a class="term" href="../g/#a%22b"><abbr title="P &amp; &quot;D&quot;">PD</abbr></a>&gt; of a <a class="term" href="../h/#plan">plan</a></p>\n
            """)
    }

    @Test(arguments: [
        // Once, where it first stands; an abbreviation and its term are two things to learn.
        ("The plan. The plan. PD, PD.", "The «3:plan». The plan. «1:|PD», PD."),
        ("DIP and District Improvement Plan", "«0:|DIP» and «0:District Improvement Plan»"),
        ("District Improvement Plan (DIP), DIP", "«0:District Improvement Plan» (DIP), DIP"),
        ("District Improvement\nPlan\n(DIP), DIP", "«0:District Improvement\nPlan»\n(DIP), DIP"),
        // The longest; what is marked already hides no shorter one.
        ("Professional Learning Plan", "«2:Professional Learning Plan»"),
        ("Professional Learning Plan, professional learning plan, plan", "«2:Professional Learning Plan», professional learning plan, «3:plan»"),
        ("professional\ndevelopment", "«1:professional\ndevelopment»"), ("professional\u{A0}development", "«1:professional\u{A0}development»"),
        // Whole words
        ("planning, plane, replan, plan_b, plan9, 9plan", "planning, plane, replan, plan_b, plan9, 9plan"),
        ("pre-plan, plan-like, plan.org, a@plan", "pre-plan, plan-like, plan.org, a@plan"), ("pre\u{2011}plan", "pre\u{2011}plan"),
        ("the plan’s aim", "the «3:plan»’s aim"), ("plan-", "«3:plan»-"), ("(plan).", "(«3:plan»)."), ("a/plan/b", "a/«3:plan»/b"), ("plán, plan\u{301}", "plán, plan\u{301}"),
        // Case
        ("PLAN", "«3:PLAN»"), ("dip, Pd, stoke, STOKE", "dip, Pd, stoke, «4:STOKE»"), ("ÄUßERUNG äußerung", "«6:ÄUßERUNG» äußerung"), ("COMITÉ", "«9:COMITÉ»"),
        // Plurals
        ("plans", "«3:plans»"), ("ILs", "«5:|ILs»"), ("Comités", "«9:Comités»"), ("planss", "planss"), ("PLANS", "«3:PLANS»"), ("ILS", "ILS"),
        // Scripts without spaces
        ("由学校委员会批准", "由«7:学校委员会»批准"), ("由学委批准", "由«7:|学委»批准"), ("在PD日", "在«1:|PD»日"),
        ("PK–12", "«8:|PK–12»"), ("pre-kindergarten to grade 12", "«8:pre-kindergarten to grade 12»"), ("pre-kindergarten to grade 123", "pre-kindergarten to grade 123"),
    ]) func whereTermsAre(_ text: String, _ expected: String) throws {
        #expect(try marked(text) == "<p>\(expected)</p>\n")
    }

    @Test func pluralsAreOfSomeLanguagesAlone() throws {
        #expect(try marked("plans, plan", forms: .none) == "<p>plans, «3:plan»</p>\n")
    }

    /// Any word of a term may be a plural, as each language makes it.
    @Test(arguments: [
        (TermForms.english, "Policy", "our policies", "our «0:policies»"), (.english, "Policy committee", "policy committees", "«0:policy committees»"),
        (.english, "Area of proficiency", "areas of proficiency", "«0:areas of proficiency»"), (.english, "Survey", "surveies", "surveies"),
        (.spanish, "Consejo escolar", "los consejos escolares", "los «0:consejos escolares»"), (.spanish, "Consejo escolar", "consejos  escolar.", "«0:consejos  escolar»."),
        (.spanish, "Evaluación formativa", "evaluaciones formativas", "«0:evaluaciones formativas»"), (.spanish, "Plan de evaluación", "planes de evaluación", "«0:planes de evaluación»"),
        (.spanish, "Evaluación", "La evaluación y las evaluaciones", "La «0:evaluación» y las evaluaciones"), (.spanish, "Consejo escolar", "consejosa escolares", "consejosa escolares"),
        (.portuguese, "Conselho escolar", "conselhos escolares", "«0:conselhos escolares»"), (.portuguese, "Avaliação", "as avaliações", "as «0:avaliações»"),
        (.portuguese, "Currículo nacional", "currículos nacionais", "«0:currículos nacionais»"),
        (.french, "Enfant", "les enfants", "les «0:enfants»"), (.french, "Enfant", "l’enfant", "l’«0:enfant»"), (.french, "Réseau", "réseaux", "«0:réseaux»"),
        (.french, "Plan éducatif individuel", "plans éducatifs individuels", "«0:plans éducatifs individuels»"), (.french, "Conseil régional", "conseils régionaux", "«0:conseils régionaux»"),
        (.none, "Enfant", "enfants", "enfants"), (.english, "Contact person", "contact people", "«0:contact people»"), (.english, "Policy", "POLICIES", "«0:POLICIES»"),
        (.spanish, "Interés", "intereses", "«0:intereses»"), (.spanish, "Autobús escolar", "autobuses escolares", "«0:autobuses escolares»"),
        (.spanish, "Examen", "los exámenes", "los «0:exámenes»"), (.spanish, "Joven", "jóvenes", "«0:jóvenes»"), (.spanish, "Orden del día", "órdenes del día", "«0:órdenes del día»"),
        (.spanish, "Tren", "trenes", "«0:trenes»"), (.spanish, "Bien", "bienes", "«0:bienes»"), (.spanish, "País", "países", "«0:países»"),
        (.portuguese, "Mês", "meses", "«0:meses»"), (.portuguese, "Papel", "papéis", "«0:papéis»"), (.portuguese, "Pão", "pães", "«0:pães»"),
        (.portuguese, "Nível", "níveis", "«0:níveis»"), (.portuguese, "Útil", "úteis", "«0:úteis»"), (.portuguese, "Reunião", "reuniões", "«0:reuniões»"),
        // However an apostrophe is written
        (.english, "Parents’ rights", "parents' rights", "«0:parents' rights»"), (.english, "Parents' rights", "parents’ rights", "«0:parents’ rights»"),
        (.french, "Conseil d’école", "les conseils d'école", "les «0:conseils d'école»"), (.french, "L'école", "l’école", "«0:l’école»"),
        // Arabic writes “and”, “by”, “for” and “the” together with a word, and its vowels as signs or not at all.
        (.arabic, "طفل", "طفل", "«0:طفل»"), (.arabic, "طفل", "للطفل", "«0:للطفل»"), (.arabic, "طفل", "والطفل،", "«0:والطفل»،"), (.arabic, "طفل", "هذا الطفل", "هذا «0:الطفل»"),
        (.arabic, "إدارة", "وبإدارة", "«0:وبإدارة»"), (.arabic, "خطة سنوية", "لخطة سنوية", "«0:لخطة سنوية»"),
        // What such a word would share with another that only begins so is none.
        (.arabic, "صف", "وصف البرنامج", "وصف البرنامج"), (.arabic, "رد", "فرد واحد ورد", "فرد واحد ورد"), (.arabic, "كرة", "فكرة", "فكرة"), (.arabic, "حدة", "وحدة المدرسة", "وحدة المدرسة"),
        (.arabic, "حق", "لحق به", "لحق به"), (.arabic, "الطفل", "وبطفل", "وبطفل"), (.arabic, "جنة", "لجنة المدرسة", "لجنة المدرسة"), (.arabic, "الصف", "وصف", "وصف"),
        (.arabic, "صف", "والصف", "«0:والصف»"), (.arabic, "صف", "بالصف", "«0:بالصف»"), (.arabic, "صف", "للصف", "«0:للصف»"), (.arabic, "صف", "فبالصف", "«0:فبالصف»"), (.arabic, "كرة", "فالكرة", "«0:فالكرة»"),
        (.arabic, "الصف", "والصف", "«0:والصف»"), (.arabic, "الصف", "وللصف", "«0:وللصف»"), (.arabic, "وحدة", "الوحدة ووحدة", "«0:الوحدة» ووحدة"),
        (.arabic, "الخطة", "الخطةُ", "«0:الخطةُ»"), (.arabic, "الخطة السنوية", "للخُطّة السنوية", "«0:للخُطّة السنوية»"),
        (.arabic, "خطة سنوية", "الخطة السنوية", "«0:الخطة السنوية»"), (.arabic, "طفل", "متطفل طفلي", "متطفل طفلي"), (.arabic, "إدارة", "الادارة", "«0:الادارة»"),
    ]) func wordsHaveForms(_ forms: TermForms, _ term: String, _ text: String, _ expected: String) throws {
        #expect(try marked(text, [(term, nil)], forms: forms) == "<p>\(expected)</p>\n")
    }

    @Test func theLongerTermIsFoundAcrossAnApostrophe() throws {
        #expect(try marked("the child's plan", [("Plan", nil), ("Child’s plan", nil)]) == "<p>the «1:child's plan»</p>\n")
    }

    @Test(arguments: [
        "# The plan\n", "[The plan](x)\n", "![plan](x)\n", "`plan`\n", "    plan\n", "<kbd>plan</kbd>\n", "<abbr title=\"x\">PD</abbr>\n", "<https://example.org/plan>\n",
        "Table: the plan\n\n| plan | PD |\n| - | - |\n", "| a | b |\n| - | - |\n| plan | 1 |\n| c | d |\n", "**pl**an\n", "p*lan*\n", "plan`b`\n", "*a*plan\n",
    ]) func whereTheyAreNot(_ source: String) throws {
        #expect(try marked(source) == html(source))
    }

    @Test func afterAnyOfTheseTheyAre() throws {
        #expect(try marked("# Plan\n\n- [plan](x) *plan*\n").contains("<em>«3:plan»</em>"))
        #expect(try marked("<kbd>plan</kbd> plan").contains("</kbd> «3:plan»"))
        #expect(try marked("a<br>plan<wbr>, DIP").contains("a<br>«3:plan»<wbr>, «0:|DIP»"))
        #expect(try marked("| a | b |\n| - | - |\n| c | plan |\n").contains("<td>«3:plan»</td>"))
        #expect(try marked("plan[^1]\n\n[^1]: A DIP.\n").contains("<p>A «0:|DIP». <a"))
    }

    @Test func nothingToMarkIsNothingDone() {
        #expect(TermMatcher([nil, TermMatcher.Term(name: "A", abbreviation: nil), TermMatcher.Term(name: " ", abbreviation: "")], forms: .english).isEmpty)
    }

    // MARK: - Translations

    @Test func translatedTextHasItsOwnWordsAndOtherTextTheSourcesWords() throws {
        let tree = try MarkdownParser().parse(Array("The plan and the DIP.\n\nThe plan, the DIP, el plan.\n\nThe plan\n".utf8))
        let paragraphs = Array(tree.children(of: 0))
        let readings = ["El *plan de mejora* y el PMD, plan", "Plan de mejora: PMD"].map { InlineMarkdownReader.Text($0, labels: [], footnotes: []) }
        let translations = InlineMarkdownReader().read(readings)
        let texts = TranslatedTexts(
            tree, language: ("es", false), source: ("en", false),
            texts: [(paragraphs[0], translations[0]), (paragraphs[1], nil), (paragraphs[2], translations[1])])
        var writer = HTMLWriter(tree: tree, texts: texts)
        writer.marks = TermMarks(
            .init(
                places: [(0, "dip"), (0, "plan")], own: TermMatcher([.init(name: "Plan de mejora", abbreviation: "PMD"), nil], forms: .english),
                source: TermMatcher([.init(name: "District Improvement Plan", abbreviation: "DIP"), .init(name: "Plan", abbreviation: nil)], forms: .english)),
            addresses: [""])
        writer.writeBlocks(tree.contents(of: 0))
        // The plan's word is not translated: it is none in Spanish text. An entry once seen is known.
        #expect(String(decoding: writer.output, as: UTF8.self) == """
            <p>El <em><a class="term" href="#dip">plan de mejora</a></em> y el <a class="term" href="#dip"><abbr title="Plan de mejora">PMD</abbr></a>, plan</p>
            <p lang="en" dir="ltr">The <a class="term" href="#plan">plan</a>, the DIP, el plan.</p>
            <p>Plan de mejora: PMD</p>\n
            """)
    }

    // MARK: - Whatever is written

    private static func withoutMarks(_ html: String) -> String {
        html.replacing(#/<li class="alone">(?=<a class="term")/#) { _ in "<li>" }.replacing(#/<a class="term" href="[^"]*">(?:<abbr title="(?:[^"]*)">)?([^<]*)(?:</abbr>)?([^<]*)</a>/#) { $0.1 + $0.2 }
    }

    @Test(arguments: 0..<8) func withoutItsMarksAnyTextIsAsItWas(part: Int) throws {
        var count = 0
        for seed in part * 100..<(part + 1) * 100 {
            var generator = DocumentGenerator(seed: UInt64(seed)), random = SeededGenerator(seed: UInt64(seed)), mutator = Mutator(seed: UInt64(seed))
            var text = seed % 3 == 0 ? generator.document() : generator.scraps()
            // Words that are there, and their neighbours, as terms.
            let words = text.split { $0.isWhitespace }.map(String.init).filter { !$0.isEmpty }
            var glossary = Self.glossary
            for _ in 0..<12 where words.count > 2 {
                let start = random.number(0...words.count - 1), end = min(words.count, start + random.number(1...3))
                glossary.append((words[start..<end].joined(separator: " "), random.chance(30) ? random.pick(words) : nil))
            }
            if seed % 2 == 0 { text = String(decoding: mutator.mutated(Array(text.utf8)), as: UTF8.self) }
            let tree = try MarkdownParser().parse(Array(text.utf8))
            var writer = HTMLWriter(tree: tree)
            writer.marks = Self.marks(glossary)
            writer.writeBlocks(tree.contents(of: 0))
            writer.writeFootnotes()
            let marked = String(decoding: writer.output, as: UTF8.self), plain = html(tree)
            if marked != plain { count += 1 }
            guard Self.withoutMarks(marked) != plain else { continue }
            Issue.record("seed \(seed): \(marked)\n\(plain)\nsource: \(text.debugDescription)")
            return
        }
        #expect(count > 20)
    }
}
