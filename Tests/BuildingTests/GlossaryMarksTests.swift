import Testing

@testable import Building

/// Words of the glossary on the pages of a publication, and what stands at the top of a document.
@Suite struct GlossaryMarksTests {
    private static let glossary = """
        ---
        kind: glossary
        title: Words
        ---
        The plan has its own words.

        ## District Improvement Plan (DIP)

        What the DIP is. See a pilot.

        ## Pilot

        A first trial.

        """
    private static let page = """
        ---
        title: A page about the DIP
        summary: What a pilot is.
        updated: 2022-03-09
        ---
        ## The DIP

        The DIP begins with a pilot. The pilot ends. [The DIP](other.md).

        """

    private func publication(_ more: [String: String] = [:], settings: String = "") throws -> TestPublication {
        try TestPublication([
            "publication.yaml": "title: A\naddress: https://test.example/\nlanguages: [en, es]\n" + settings,
            "about/words.md": Self.glossary, "about/page.md": Self.page, "about/other.md": "---\ntitle: Other\n---\nNothing.\n",
        ].merging(more) { $1 })
    }

    private func body(_ page: String) -> Substring {
        page.split(separator: "<div class=\"body prose\">\n").last!.split(separator: "\n</div>").first!
    }

    @Test func theyAreLinksOncePerPage() throws {
        let publication = try publication()
        #expect(try publication.problems() == "")
        #expect(try body(publication.site("about/page/index.html")) == """
            <h2 id="the-dip">The DIP</h2>
            <p>The <a class="term" href="../../about/words/#district-improvement-plan-dip"><abbr title="District Improvement Plan">DIP</abbr></a> begins with a <a class="term" href="../../about/words/#pilot">pilot</a>. The pilot ends. <a href="../../about/other/">The DIP</a>.</p>
            """)
        #expect(try !publication.site("about/words/index.html").contains("class=\"term\""))
        let spanish = try publication.site("es/about/page/index.html")
        #expect(spanish.contains("<a class=\"term\" href=\"../../about/words/#pilot\">pilot</a>"))
    }

    @Test func aTranslatedPageHasTheEditionsWords() throws {
        func message(_ id: String, _ text: String, _ place: String) -> String { "\n#: \(place)\nmsgid \"\(id)\"\nmsgstr \"\(text)\"\n" }
        let catalog = "msgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
            + message("District Improvement Plan (DIP)", "Plan de mejora del distrito (PMD)", "content/about/words.md:7")
            + message("The DIP begins with a pilot. The pilot ends. [The DIP][1].", "El PMD empieza con un pilot; ya no DIP. Plan de mejora del distrito. [El DIP][1].", "content/about/page.md:8")
        let publication = try publication(["translations/es.po": catalog])
        #expect(try publication.problems() == "")
        let page = try publication.site("es/about/page/index.html")
        #expect(page.contains("""
            <p>El <a class="term" href="../../about/words/#district-improvement-plan-dip"><abbr title="Plan de mejora del distrito">PMD</abbr></a> empieza con un pilot; ya no DIP. \
            <a class="term" href="../../about/words/#district-improvement-plan-dip">Plan de mejora del distrito</a>.
            """), "\(page)")
    }

    @Test func theAbbreviationMayStandFirst() throws {
        let publication = try publication([
            "about/words.md": "---\nkind: glossary\ntitle: Words\n---\n## MTSS (Multi-Tiered System of Supports)\n\nHelp for all.\n",
            "about/page.md": "---\ntitle: Help\n---\nMTSS is a multi-tiered system of supports.\n",
        ])
        #expect(try publication.problems() == "")
        #expect(try publication.site("about/page/index.html").contains("""
            <p><a class="term" href="../../about/words/#mtss-multi-tiered-system-of-supports"><abbr title="Multi-Tiered System of Supports">MTSS</abbr></a> is a \
            <a class="term" href="../../about/words/#mtss-multi-tiered-system-of-supports">multi-tiered system of supports</a>.</p>
            """))
    }

    @Test func aPublicationMayTurnThemOff() throws {
        let publication = try publication(settings: "glossary: {mark: false}\n")
        #expect(try publication.problems() == "")
        #expect(try !publication.site("about/page/index.html").contains("class=\"term\""))
        let wrong = try self.publication(settings: "glossary: {marks: false}\n")
        #expect(try wrong.problems().contains("content/publication.yaml:4:12: error:"))
    }

    // MARK: The top of a document

    @Test func aDocumentSaysInShortWhatItIsHowLongAndFromWhen() throws {
        let words = String(repeating: "word ", count: 800)
        let publication = try publication([
            "about/long.md": "---\ntitle: Long\nsummary: Much.\n---\n\(words)\n",
            "updates/new.md": "---\nkind: update\ntitle: New\ndate: 2022-03-09\nsummary: News.\n---\nText.\n",
            "updates/changed.md": "---\nkind: update\ntitle: Changed\ndate: 2022-03-09\nupdated: 2022-03-10\n---\n\(words)\n",
        ])
        #expect(try publication.problems() == "")
        #expect(try publication.site("about/page/index.html").contains("""
            <p class="lead"><strong>In short:</strong> <span>What a pilot is.</span></p>
            <p class="status"><span>1 minute to read</span> <span>Last changed <time datetime="2022-03-09">March 9, 2022</time></span></p>
            """))
        #expect(try publication.site("es/about/page/index.html").contains("<strong>En breve:</strong> <span lang=\"en\" dir=\"ltr\">What a pilot is.</span></p>"))
        let long = try publication.site("about/long/index.html")
        #expect(long.contains("<p class=\"status\"><span>4 minutes to read</span> </p>"))
        #expect(!long.contains("Last changed"))
        let new = try publication.site("updates/new/index.html")
        #expect(new.contains("In short:") && !new.contains("Last changed") && new.contains("<p class=\"status\"><span>1 minute to read</span> </p>"))
        #expect(try publication.site("updates/changed/index.html").contains(
            "<p class=\"status\"><span>4 minutes to read</span> <span>Last changed <time datetime=\"2022-03-10\">March 10, 2022</time></span></p>"))
        #expect(try !publication.site("index.html").contains("In short"))
    }

    @Test func contentsAreAListOfLinks() throws {
        let sections = "## One\n\na\n\n## Two\n\nb\n\n## Three\n\nc\n"
        let publication = try publication([
            "values.md": "---\nkind: values\ntitle: Values\n---\n\(sections)",
            "events/e.md": "---\nkind: event\ntitle: E\nstart: 2022-03-10T18:00\n---\n\(sections)",
            "updates/u.md": "---\nkind: update\ntitle: U\ndate: 2022-03-10\n---\n\(sections)",
            "portrait.md": "---\nkind: portrait\ntitle: P\n---\n\(sections)",
            "words.md": "---\nkind: glossary\ntitle: W\n---\n\(sections)",
        ])
        #expect(try publication.problems() == "")
        for page in ["values", "events/e", "updates/u", "portrait", "words"] {
            #expect(try publication.site(page + "/index.html").contains("<ul>\n<li><a href=\"#one\">One</a></li>\n<li><a href=\"#two\">Two</a></li>\n"), "\(page)")
        }
    }

    @Test func aReportsContentsSayWhatBecameOfEachNumber() throws {
        let publication = try publication([
            "plan.md": "---\nkind: plan\ntitle: Plan\nstatus: adopted\nperiod: 2021-07-01/2024-06-30\n---\n## Goal 1: Good\n\n### Objective 1.1: Better\n\n#### Measurable outcomes\n\n- **1.1a — By May 2022:** One.\n- **1.1b — By June 2022:** Two.\n",
            "report.md": "---\nkind: progress\ntitle: Report\nplan: plan.md\nas-of: 2022-06-01\nreported-by: Office\n---\n## 1.1a — Met\n\nA.\n\n## 1.1b — Delayed\n\nB.\n\n## What is next\n\nC.\n",
        ])
        #expect(try publication.problems() == "")
        #expect(try publication.site("report/index.html").contains(
            "<ul>\n<li><a href=\"#1.1a\">1.1a – Met</a></li>\n<li><a href=\"#1.1b\">1.1b – Delayed</a></li>\n<li><a href=\"#what-is-next\">What is next</a></li>\n"))
        #expect(try publication.site("es/report/index.html").contains("<li><a href=\"#1.1a\">1.1a – Cumplido</a></li>"))
    }
}
